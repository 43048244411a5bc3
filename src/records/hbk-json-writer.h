/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "base/hbk-date.h"
#include "base/hbk-hours.h"
#include "records/hbk-value.h"

G_BEGIN_DECLS

/**
 * HbkJsonWriter:
 *
 * Writes JSON in one fixed form: two spaces a level, UTF-8 as it is, hours as exact decimals, a newline at the end; or
 * the same in one line.
 *
 * The member argument is the key inside an object, and %NULL inside an array and for the root.
 */
typedef struct _HbkJsonWriter HbkJsonWriter;

HbkJsonWriter *hbk_json_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
HbkJsonWriter *hbk_json_writer_new_compact (void) G_GNUC_WARN_UNUSED_RESULT;
void           hbk_json_writer_free (HbkJsonWriter *writer);
GBytes        *hbk_json_writer_finish (HbkJsonWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char          *hbk_json_writer_finish_text (HbkJsonWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

void hbk_json_writer_begin_object (HbkJsonWriter *writer, const char *member);
void hbk_json_writer_end_object (HbkJsonWriter *writer);
void hbk_json_writer_begin_array (HbkJsonWriter *writer, const char *member);
void hbk_json_writer_end_array (HbkJsonWriter *writer);

void hbk_json_writer_add_null (HbkJsonWriter *writer, const char *member);
void hbk_json_writer_add_boolean (HbkJsonWriter *writer, const char *member, gboolean value);
void hbk_json_writer_add_int (HbkJsonWriter *writer, const char *member, gint64 value);
void hbk_json_writer_add_hours (HbkJsonWriter *writer, const char *member, HbkHours value);
void hbk_json_writer_add_date (HbkJsonWriter *writer, const char *member, HbkDate value);
void hbk_json_writer_add_string (HbkJsonWriter *writer, const char *member, const char *value);
void hbk_json_writer_add_value (HbkJsonWriter *writer, const char *member, const HbkValue *value);
void hbk_json_writer_add_node (HbkJsonWriter *writer, const char *member, JsonNode *value);
void hbk_json_writer_add_members (HbkJsonWriter *writer, JsonObject *members);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkJsonWriter, hbk_json_writer_free)

G_END_DECLS
