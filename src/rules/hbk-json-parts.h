/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-writer.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

void hbk_json_parts_begin (HbkJsonWriter *writer, const char *member, const char *format);
void hbk_json_parts_add_text (HbkJsonWriter *writer, const char *member, const char *text);
void hbk_json_parts_add_date (HbkJsonWriter *writer, const char *member, HbkDate date);
void hbk_json_parts_add_tally (HbkJsonWriter *writer, const char *member, HbkTally tally);
void hbk_json_parts_add_reading (HbkJsonWriter *writer, const HbkReading *reading, guint used, guint other, HbkLanguage language);
void hbk_json_parts_add_warnings (HbkJsonWriter *writer, const HbkPack *pack, const HbkWarning *warnings, guint n_warnings, HbkLanguage language, gboolean plain);

G_END_DECLS
