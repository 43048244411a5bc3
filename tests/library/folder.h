/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files of a test. What a test makes lies in a folder of its own, which it removes at the end. */

char *hbk_folder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void  hbk_folder_remove (char *folder);

char *hbk_folder_write (const char *folder, const char *name, gconstpointer data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_folder_write_noise (const char *folder, const char *name, gsize length, guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_folder_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_folder_fingerprint (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

typedef char HbkFolder;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkFolder, hbk_folder_remove)

G_END_DECLS
