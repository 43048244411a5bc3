/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-file-check.h"

G_BEGIN_DECLS

#define HBK_TYPE_FILE_ITEM (hbk_file_item_get_type ())

G_DECLARE_FINAL_TYPE (HbkFileItem, hbk_file_item, HBK, FILE_ITEM, GObject)

HbkFileItem *hbk_file_item_new (const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_file_item_update (HbkFileItem *self, HbkState *state, HbkFileFault fault);

const char *hbk_file_item_get_sha256 (HbkFileItem *self);
gboolean    hbk_file_item_get_selected (HbkFileItem *self);
void        hbk_file_item_set_selected (HbkFileItem *self, gboolean selected);

const char *hbk_file_fault_words (HbkFileFault fault);
gboolean    hbk_file_has_problem (const HbkEvidenceFile *file, HbkFileFault fault);

G_END_DECLS
