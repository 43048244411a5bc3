/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-error.h"

G_BEGIN_DECLS

/**
 * HbkEntrySet:
 *
 * The names in a package, none of which may be taken for another.
 */
typedef struct _HbkEntrySet HbkEntrySet;

HbkEntrySet *hbk_entry_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_entry_set_free (HbkEntrySet *self);
char        *hbk_entry_set_add (HbkEntrySet *self, const char *name, gboolean is_folder, HbkError *code) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkEntrySet, hbk_entry_set_free)

G_END_DECLS
