/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

void     hbk_file_copies_save_async (HbkSession *session, const char *sha256, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean hbk_file_copies_save_finish (HbkSession *session, GAsyncResult *result, GError **error);

void       hbk_file_copies_take_out_async (HbkSession *session, const char *const *sha256s, const char *folder, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hbk_file_copies_take_out_finish (HbkSession *session, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void  hbk_file_copies_lend_async (HbkSession *session, const char *sha256, GAsyncReadyCallback callback, gpointer user_data);
char *hbk_file_copies_lend_finish (HbkSession *session, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
