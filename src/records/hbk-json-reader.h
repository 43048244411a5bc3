/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "base/hbk-hours.h"
#include "base/hbk-date.h"
#include "records/hbk-json-scan.h"

G_BEGIN_DECLS

/**
 * HbkJsonNeed:
 * @HBK_JSON_OPTIONAL: the member may be absent; that is no problem
 * @HBK_JSON_NULLABLE: the member may be absent, and null is as good as absent
 * @HBK_JSON_REQUIRED: an absent member is reported as missing
 *
 * Whether a member has to be there.
 */
typedef enum {
  HBK_JSON_OPTIONAL,
  HBK_JSON_NULLABLE,
  HBK_JSON_REQUIRED,
} HbkJsonNeed;

/**
 * HbkJsonKind:
 *
 * What stands at a place.
 */
typedef enum {
  HBK_JSON_ABSENT,
  HBK_JSON_NULL,
  HBK_JSON_BOOLEAN,
  HBK_JSON_NUMBER,
  HBK_JSON_STRING,
  HBK_JSON_ARRAY,
  HBK_JSON_OBJECT,
} HbkJsonKind;

/**
 * HbkJsonChoice:
 * @nick: the word in the file; %NULL ends a table
 * @value: what it stands for
 *
 * One row of a table for [method@JsonReader.get_choice].
 */
typedef struct
{
  const char *nick;
  int         value;
} HbkJsonChoice;

/**
 * HbkJsonReader:
 *
 * A place in a JSON document, with getters that report what they do not find.
 *
 * The getters take the name of a member of the object at the current place, or %NULL for the value at the current
 * place itself (an element of an array, say). They return %TRUE or a value when a good one is there; otherwise the
 * out argument keeps what it held, and unless the member was optional and absent, a problem has been reported
 * with line, path and what to do. So a caller may read everything and ask once at the end whether problems came.
 */
typedef struct _HbkJsonReader HbkJsonReader;

/**
 * HbkJsonReaderFunc:
 * @reader: the reader, placed at the element or member value
 * @user_data: what was given
 *
 * Reads one element; see [method@JsonReader.each_object].
 */
typedef void (*HbkJsonReaderFunc) (HbkJsonReader *reader, gpointer user_data);

HbkJsonReader *hbk_json_reader_new (GBytes *bytes, const HbkJsonLimits *limits, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void           hbk_json_reader_free (HbkJsonReader *reader);

/* Where we are */
HbkProblems *hbk_json_reader_get_problems (HbkJsonReader *reader);
guint        hbk_json_reader_get_n_problems (HbkJsonReader *reader);
char        *hbk_json_reader_dup_path (HbkJsonReader *reader, const char *member) G_GNUC_WARN_UNUSED_RESULT;
JsonNode    *hbk_json_reader_get_node (HbkJsonReader *reader, const char *member);
HbkJsonKind  hbk_json_reader_get_kind (HbkJsonReader *reader, const char *member);
gboolean     hbk_json_reader_has_member (HbkJsonReader *reader, const char *member);
const char **hbk_json_reader_list_members (HbkJsonReader *reader) G_GNUC_WARN_UNUSED_RESULT;
const char  *hbk_json_reader_get_key (HbkJsonReader *reader, guint position);

/* Going somewhere; every enter that returns TRUE needs a leave */
gboolean hbk_json_reader_enter_member (HbkJsonReader *reader, const char *member);
gboolean hbk_json_reader_enter_object (HbkJsonReader *reader, const char *member, HbkJsonNeed need);
gboolean hbk_json_reader_enter_array (HbkJsonReader *reader, const char *member, HbkJsonNeed need, guint *n_elements);
gboolean hbk_json_reader_enter_element (HbkJsonReader *reader, guint position);
gboolean hbk_json_reader_enter_object_element (HbkJsonReader *reader, guint position);
void     hbk_json_reader_leave (HbkJsonReader *reader);

/* Everything of one kind */
gboolean hbk_json_reader_each_object (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkJsonReaderFunc func, gpointer user_data);
gboolean hbk_json_reader_each_element (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkJsonReaderFunc func, gpointer user_data);

/* Values */
const char *hbk_json_reader_get_string (HbkJsonReader *reader, const char *member, HbkJsonNeed need, gsize max_chars);
char      **hbk_json_reader_get_strings (HbkJsonReader *reader, const char *member, HbkJsonNeed need, gsize max_chars) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hbk_json_reader_get_boolean (HbkJsonReader *reader, const char *member, HbkJsonNeed need, gboolean *value);
gboolean    hbk_json_reader_get_int (HbkJsonReader *reader, const char *member, HbkJsonNeed need, int min, int max, int *value);
gboolean    hbk_json_reader_get_hours (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkHours *value);
gboolean    hbk_json_reader_get_date (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkDate *value);
gboolean    hbk_json_reader_get_choice (HbkJsonReader *reader, const char *member, HbkJsonNeed need, const HbkJsonChoice *choices, int *value);

/* Problems */
gboolean hbk_json_reader_only_keys (HbkJsonReader *reader, const char *const *allowed);
void     hbk_json_reader_report (HbkJsonReader *reader, HbkError code, const char *what, const char *action);
void     hbk_json_reader_report_member (HbkJsonReader *reader, const char *member, HbkError code, const char *what, const char *action);
void     hbk_json_reader_report_printf (HbkJsonReader *reader, const char *member, HbkError code, const char *action, const char *what_format, ...) G_GNUC_PRINTF (5, 6);
void     hbk_json_reader_report_expected (HbkJsonReader *reader, const char *member, const char *expected, const char *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkJsonReader, hbk_json_reader_free)

G_END_DECLS
