/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean hbk_paste_is_possible (GdkClipboard *clipboard);
void     hbk_paste_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char   **hbk_paste_finish (GAsyncResult *result, gboolean *is_temporary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
