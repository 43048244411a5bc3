/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-file-check.h"

G_BEGIN_DECLS

#define HBK_TYPE_FILE_INFO (hbk_file_info_get_type ())

G_DECLARE_FINAL_TYPE (HbkFileInfo, hbk_file_info, HBK, FILE_INFO, AdwBin)

void hbk_file_info_show (HbkFileInfo *self, HbkState *state, const char *sha256, HbkFileFault fault);

G_END_DECLS
