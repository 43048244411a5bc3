/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-file-check.h"

G_BEGIN_DECLS

#define HBK_TYPE_FILE_VIEWER (hbk_file_viewer_get_type ())

G_DECLARE_FINAL_TYPE (HbkFileViewer, hbk_file_viewer, HBK, FILE_VIEWER, AdwDialog)

HbkFileViewer *hbk_file_viewer_new (HbkSession *session, const char *sha256, HbkFileFault fault) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
