/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/hbk-inspection.h"

G_BEGIN_DECLS

#define HBK_TYPE_THUMBNAILER (hbk_thumbnailer_get_type ())

G_DECLARE_FINAL_TYPE (HbkThumbnailer, hbk_thumbnailer, HBK, THUMBNAILER, GObject)

HbkThumbnailer *hbk_thumbnailer_new (const char *cache_dir) G_GNUC_WARN_UNUSED_RESULT;

void           hbk_thumbnailer_set_library (HbkThumbnailer *self, const char *dir);
HbkInspection *hbk_thumbnailer_peek (HbkThumbnailer *self, const char *sha256, guint page, guint side);
void           hbk_thumbnailer_load_async (HbkThumbnailer *self, const char *sha256, guint page, guint side, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HbkInspection *hbk_thumbnailer_load_finish (HbkThumbnailer *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
