/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-record.h"
#include "workspace/hbk-file-taker.h"

G_BEGIN_DECLS

int      hbk_import_open_file (const char *import_path, const char *name);
gboolean hbk_import_take_files (HbkFileTaker *taker, const char *import_path, HbkRecord *record, HbkProblems *problems, GError **error);

G_END_DECLS
