/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-evidence-file.h"
#include "records/hbk-journal-step.h"
#include "records/hbk-json-writer.h"
#include "records/hbk-record.h"

G_BEGIN_DECLS

void hbk_library_json_write_ids (HbkJsonWriter *writer, const char *member, const char *const *ids);
void hbk_library_json_write_time (HbkJsonWriter *writer, const char *member, gint64 at);
void hbk_library_json_write_document (HbkJsonWriter *writer, const char *member, const char *document);
void hbk_library_json_write_step (HbkJsonWriter *writer, const char *member, const HbkJournalStep *step, gboolean with_values);
void hbk_library_json_write_summary (HbkJsonWriter *writer, HbkRecord *record);
void hbk_library_json_write_file (HbkJsonWriter *writer, const HbkEvidenceFile *file, const char *const *records);

G_END_DECLS
