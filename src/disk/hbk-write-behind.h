/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "disk/hbk-temp-file.h"

G_BEGIN_DECLS

/**
 * HbkWriteBehind:
 *
 * Writes a file in a thread of its own, so that the caller can read and hash the next block meanwhile.
 */
typedef struct _HbkWriteBehind HbkWriteBehind;

HbkWriteBehind *hbk_write_behind_new (HbkTempFile *file, gsize block_size) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_write_behind_free (HbkWriteBehind *self);

guint8  *hbk_write_behind_get_block (HbkWriteBehind *self);
void     hbk_write_behind_push (HbkWriteBehind *self, gsize length);
gboolean hbk_write_behind_finish (HbkWriteBehind *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkWriteBehind, hbk_write_behind_free)

G_END_DECLS
