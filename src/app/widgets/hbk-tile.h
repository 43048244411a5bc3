/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/widgets/hbk-palette.h"

G_BEGIN_DECLS

#define HBK_TYPE_TILE (hbk_tile_get_type ())

G_DECLARE_FINAL_TYPE (HbkTile, hbk_tile, HBK, TILE, AdwBin)

GtkWidget *hbk_tile_new (const char *icon_name, HbkTone kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
