/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/evidence/hbk-file-item.h"

G_BEGIN_DECLS

#define HBK_TYPE_FILE_CELL (hbk_file_cell_get_type ())

G_DECLARE_FINAL_TYPE (HbkFileCell, hbk_file_cell, HBK, FILE_CELL, AdwBin)

G_END_DECLS
