/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-writer.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

void hbk_output_json (HbkJsonWriter *writer);
int hbk_output_width (const char *text);
void hbk_output_pad (GString *line, const char *text, int width, gboolean to_the_right);
char *hbk_output_clean (const char *text, guint max_chars) G_GNUC_WARN_UNUSED_RESULT;
void hbk_output_wrapped (const char *first_prefix, const char *prefix, const char *text);
const char *hbk_output_clause_text (const HbkPack *pack, const char *clause, HbkLanguage language);

G_END_DECLS
