/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-blob-store.h"
#include "disk/hbk-temp-file.h"

G_BEGIN_DECLS

/* For what adds to a store and lists it. */

/* Where files are written until they are whole. */
#define HBK_BLOB_STORE_NEW_DIR ".new"

const char *hbk_blob_store_get_path (HbkBlobStore *self);
int         hbk_blob_store_get_fd (HbkBlobStore *self);
int         hbk_blob_store_open_drawer (HbkBlobStore *self, const char *sha256, gboolean create);

HbkTempFile *hbk_blob_store_begin (HbkBlobStore *self, guint64 size, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     hbk_blob_store_commit (HbkBlobStore *self, HbkTempFile *file, GCancellable *cancellable, HbkBlob *blob, GError **error);

G_END_DECLS
