/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-reader.h"
#include "rules/hbk-bilingual.h"

G_BEGIN_DECLS

/* What packs and the vocabulary have in common: head, ids, texts. */

/* The longest text, and the longest id, in characters. */
#define HBK_TEXT_PARSER_TEXT_MAX 500
#define HBK_TEXT_PARSER_ID_MAX 80

gboolean    hbk_text_parser_check_format (HbkJsonReader *reader, const char *format);
const char *hbk_text_parser_get_id (HbkJsonReader *reader, const char *member, HbkJsonNeed need);
const char *hbk_text_parser_get_text (HbkJsonReader *reader, const char *member, HbkJsonNeed need);
void        hbk_text_parser_read_text (HbkJsonReader *reader, const char *member, HbkJsonNeed need, char **text);
void        hbk_text_parser_read_bilingual (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkBilingual *text);
gboolean    hbk_text_parser_is_empty_list (HbkJsonReader *reader, const char *member);
void        hbk_text_parser_each_object (HbkJsonReader *reader, const char *member, HbkJsonNeed need, guint max, HbkJsonReaderFunc func, gpointer user_data);
void        hbk_text_parser_each_value (HbkJsonReader *reader, const char *member, HbkJsonNeed need, guint max, HbkJsonReaderFunc func, gpointer user_data);

G_END_DECLS
