/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HbkHelperWait:
 * @HBK_HELPER_READY: there is something to read, or the end
 * @HBK_HELPER_TIMED_OUT: the time is over
 * @HBK_HELPER_CANCELLED: the person stopped it
 *
 * How waiting for a helper ended.
 */
typedef enum {
  HBK_HELPER_READY,
  HBK_HELPER_TIMED_OUT,
  HBK_HELPER_CANCELLED,
} HbkHelperWait;

char         *hbk_helper_dup_path (const char *variable, const char *installed) G_GNUC_WARN_UNUSED_RESULT;
GSubprocess  *hbk_helper_start (const char *const *arguments, int in_fd, int *out_fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkHelperWait hbk_helper_wait (int fd, gint64 deadline, GCancellable *cancellable);
gssize        hbk_helper_read (int fd, gpointer buffer, gsize length);

G_END_DECLS
