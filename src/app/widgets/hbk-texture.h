/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

void        hbk_texture_decode_async (GBytes *png, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GdkTexture *hbk_texture_decode_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
