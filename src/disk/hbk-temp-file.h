/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkTempFile:
 *
 * A file that is being written under a name nobody can guess, to be put in its place when it is whole. It is removed
 * when it is freed before that. What a killed program left is known by this: nobody holds its lock.
 *
 * Calls leave the reason of a failure in errno.
 */
typedef struct _HbkTempFile HbkTempFile;

/**
 * HbkTempFileFunc:
 * @name: the name of a file that is left or being written
 * @size: its size in bytes
 * @in_use: whether some program is writing it just now
 * @user_data: what was given
 *
 * Is told of one temporary file.
 */
typedef void (*HbkTempFileFunc) (const char *name, guint64 size, gboolean in_use, gpointer user_data);

HbkTempFile *hbk_temp_file_new (int dir_fd, const char *prefix) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_temp_file_free (HbkTempFile *self);

int         hbk_temp_file_get_fd (const HbkTempFile *self);
const char *hbk_temp_file_get_name (const HbkTempFile *self);
gboolean    hbk_temp_file_reserve (HbkTempFile *self, guint64 size);
gboolean    hbk_temp_file_write (HbkTempFile *self, gconstpointer data, gsize length);
gboolean    hbk_temp_file_truncate (HbkTempFile *self);
gboolean    hbk_temp_file_sync (HbkTempFile *self);
gboolean    hbk_temp_file_place (HbkTempFile *self, int dir_fd, const char *name, gboolean replace);

gboolean hbk_temp_file_each (int dir_fd, const char *prefix, HbkTempFileFunc func, gpointer user_data);
gboolean hbk_temp_file_remove_left (int dir_fd, const char *prefix, guint *n_removed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkTempFile, hbk_temp_file_free)

G_END_DECLS
