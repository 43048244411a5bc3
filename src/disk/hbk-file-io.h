/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* What the files of a library are read and written with. Calls without an error argument leave the reason in errno. */

/**
 * HBK_FILE_IO_BLOCK:
 *
 * How many bytes are read or written at a time. More brings nothing that can be measured, and less more waiting when the
 * processor is busy.
 */
#define HBK_FILE_IO_BLOCK (1024 * 1024)

/**
 * HBK_FILE_IO_ALIGNMENT:
 *
 * What the address and length of a block must be a multiple of to be written past the system's memory; no disk in use asks
 * for more.
 */
#define HBK_FILE_IO_ALIGNMENT 4096

int      hbk_file_io_open_source (int dir_fd, const char *path, struct stat *status);
int      hbk_file_io_open_dir (int dir_fd, const char *name, gboolean create);
gssize   hbk_file_io_read (int fd, gpointer buffer, gsize length, guint64 offset);
gboolean hbk_file_io_write (int fd, gconstpointer data, gsize length);
gboolean hbk_file_io_rename_new (int from_fd, const char *from, int to_fd, const char *to);
gboolean hbk_file_io_sync_dir (int fd);

gboolean hbk_file_io_is_cancelled (GCancellable *cancellable, GError **error);
void     hbk_file_io_set_source_error (GError **error, const char *path, int code);
void     hbk_file_io_set_target_error (GError **error, const char *path, int code, guint64 needed);

G_END_DECLS
