/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/hbk-inspection.h"

G_BEGIN_DECLS

#define HBK_TYPE_THUMBNAIL_STORE (hbk_thumbnail_store_get_type ())

/**
 * HbkThumbnailStore:
 *
 * Inspections with their thumbnails, kept on the disk of the person so that they need not be made again. All of it can be lost without harm.
 *
 * Several threads may use one at once, and several programs one folder.
 */
G_DECLARE_FINAL_TYPE (HbkThumbnailStore, hbk_thumbnail_store, HBK, THUMBNAIL_STORE, GObject)

HbkThumbnailStore *hbk_thumbnail_store_new (const char *dir, guint64 max_bytes) G_GNUC_WARN_UNUSED_RESULT;

HbkInspection *hbk_thumbnail_store_load (HbkThumbnailStore *self, const char *sha256, guint page, guint side) G_GNUC_WARN_UNUSED_RESULT;
void           hbk_thumbnail_store_save (HbkThumbnailStore *self, const char *sha256, guint page, guint side, const HbkInspection *inspection);

G_END_DECLS
