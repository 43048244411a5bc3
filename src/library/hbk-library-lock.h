/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkLibraryLock:
 *
 * Says that this process, and no other, writes into a library; and remembers whether the last one that did ended in order.
 */
typedef struct _HbkLibraryLock HbkLibraryLock;

HbkLibraryLock *hbk_library_lock_take (const char *dir, gboolean *was_left_open, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_library_lock_release (HbkLibraryLock *self);
void            hbk_library_lock_abandon (HbkLibraryLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkLibraryLock, hbk_library_lock_release)

G_END_DECLS
