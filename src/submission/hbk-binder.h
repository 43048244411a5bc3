/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "disk/hbk-progress.h"
#include "submission/hbk-bind-helper.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/**
 * HBK_BINDER_MAX_FILE_PAGES:
 *
 * How many pages of one file are taken into a binder; behind them a page says that there are more.
 */
#define HBK_BINDER_MAX_FILE_PAGES 1000

/**
 * HbkBinderOpenFunc:
 * @sha256: the checksum of a file of evidence
 * @user_data: what was given
 * @error: return location for an error
 *
 * Opens a file of evidence for reading, as it is handed in: what is done to photographs before that is for the one who opens them.
 *
 * Returns: a file descriptor of an ordinary file, which the caller closes, or -1 and @error
 */
typedef int (*HbkBinderOpenFunc) (const char *sha256, gpointer user_data, GError **error);

gboolean hbk_binder_write (const HbkSubmission *submission, HbkBinderOpenFunc open_file, int out_fd, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error);
gboolean hbk_binder_write_with (const HbkSubmission *submission, const HbkBindHelper *helper, HbkBinderOpenFunc open_file, int out_fd, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
