/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-logbook-reader.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "records/hbk-json-reader.h"
#include "records/hbk-logbook-format.h"

#define VERSION_MAX 1000000

#define SAMPLE_CHARS 24

static const char *const root_keys[] = { "format", "version", "profile", "records", NULL };
static const char *const record_keys[] = { "id", "activity", "title", "start", "end", "facts", "subject", "work", "evidence", "status", "verified_hours", "note", NULL };
static const char *const evidence_keys[] = { "document", "file", "sha256", NULL };
static const char *const verified_keys[] = { "public", "professional", NULL };

static const HbkJsonChoice subjects[] = {
  { "public", HBK_SUBJECT_PUBLIC },
  { "professional", HBK_SUBJECT_PROFESSIONAL },
  { NULL, 0 },
};

static const HbkJsonChoice statuses[] = {
  { "planned", HBK_STATUS_PLANNED },
  { "done", HBK_STATUS_DONE },
  { "submitted", HBK_STATUS_SUBMITTED },
  { "verified", HBK_STATUS_VERIFIED },
  { "returned", HBK_STATUS_RETURNED },
  { NULL, 0 },
};

static const HbkJsonChoice levels[] = {
  { "none", HBK_TITLE_LEVEL_NONE },
  { "junior", HBK_TITLE_LEVEL_JUNIOR },
  { "intermediate", HBK_TITLE_LEVEL_INTERMEDIATE },
  { "senior", HBK_TITLE_LEVEL_SENIOR },
  { NULL, 0 },
};

/* The members of the current object that are not known, or NULL when all are. */
static JsonObject *
dup_extra (HbkJsonReader *reader, const char *const *known)
{
  g_autofree const char **names = hbk_json_reader_list_members (reader);
  JsonObject             *extra = NULL;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_strv_contains (known, names[i]))
        continue;

      if (extra == NULL)
        extra = json_object_new ();
      json_object_set_member (extra, names[i], json_node_copy (hbk_json_reader_get_node (reader, names[i])));
    }

  return extra;
}

/* A text that must be there and not be empty. */
static const char *
read_name (HbkJsonReader *reader, const char *member)
{
  const char *name = hbk_json_reader_get_string (reader, member, HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);

  if (name == NULL || *name != '\0')
    return name;

  hbk_json_reader_report_printf (reader, member, HBK_ERROR_VALUE, _ ("Give it a value."), _ ("The key “%s” is empty."), member);
  return NULL;
}

/* ---- Facts ---- */

/*
 * What has a shape that no fact has is kept for whoever wrote it. A number or text that goes too far, however, was
 * meant for us: it is reported, because a person would look in vain for the fact that is said to be missing.
 */
static void
check_fact (HbkJsonReader *reader)
{
  HbkHours ignored;
  guint    n;

  switch (hbk_json_reader_get_kind (reader, NULL))
    {
    case HBK_JSON_NUMBER:
      hbk_json_reader_get_hours (reader, NULL, HBK_JSON_REQUIRED, &ignored);
      break;

    case HBK_JSON_STRING:
      hbk_json_reader_get_string (reader, NULL, HBK_JSON_REQUIRED, HBK_VALUE_TEXT_MAX);
      break;

    case HBK_JSON_ARRAY:
      hbk_json_reader_enter_array (reader, NULL, HBK_JSON_REQUIRED, &n);
      for (guint i = 0; i < n; i++)
        {
          hbk_json_reader_enter_element (reader, i);
          if (hbk_json_reader_get_kind (reader, NULL) == HBK_JSON_NUMBER)
            hbk_json_reader_get_hours (reader, NULL, HBK_JSON_REQUIRED, &ignored);
          hbk_json_reader_leave (reader);
        }
      hbk_json_reader_leave (reader);
      break;

    default:
      break;
    }
}

static HbkFacts *
read_facts (HbkJsonReader *reader)
{
  g_autoptr (HbkFacts) facts = hbk_facts_new ();
  g_autofree const char **ids = hbk_json_reader_list_members (reader);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      if (hbk_facts_append_json (facts, ids[i], hbk_json_reader_get_node (reader, ids[i])))
        continue;

      hbk_json_reader_enter_member (reader, ids[i]);
      check_fact (reader);
      hbk_json_reader_leave (reader);
    }

  return g_steal_pointer (&facts);
}

/* ---- Records ---- */

static void
read_evidence (HbkJsonReader *reader, gpointer user_data)
{
  HbkRecord  *record = user_data;
  const char *document = read_name (reader, "document");
  const char *file = hbk_json_reader_get_string (reader, "file", HBK_JSON_NULLABLE, HBK_LOGBOOK_FILE_MAX);
  const char *sha256 = hbk_json_reader_get_string (reader, "sha256", HBK_JSON_NULLABLE, HBK_LOGBOOK_FILE_MAX);
  g_autoptr (JsonObject) extra = NULL;
  g_autoptr (HbkEvidence) evidence = NULL;

  if (sha256 != NULL && !hbk_evidence_is_sha256 (sha256))
    {
      hbk_json_reader_report_member (reader, "sha256", HBK_ERROR_VALUE, _ ("This is not a SHA-256 checksum of 64 hexadecimal digits."), _ ("Copy the whole checksum, or remove the key."));
      return;
    }

  if (document == NULL)
    return;

  extra = dup_extra (reader, evidence_keys);
  evidence = hbk_evidence_new_with_extra (document, file, sha256, extra);
  hbk_record_add_evidence (record, evidence);
}

static void
read_verified_hours (HbkJsonReader *reader, HbkRecord *record)
{
  HbkHours public_hours = 0, professional_hours = 0;

  if (!hbk_json_reader_enter_object (reader, "verified_hours", HBK_JSON_NULLABLE))
    return;

  /* A subject that is not named was confirmed with nothing; naming none says nothing. */
  if (hbk_json_reader_get_hours (reader, "public", hbk_json_reader_has_member (reader, "professional") ? HBK_JSON_NULLABLE : HBK_JSON_REQUIRED, &public_hours) | hbk_json_reader_get_hours (reader, "professional", HBK_JSON_NULLABLE, &professional_hours))
    {
      g_autoptr (JsonObject) extra = dup_extra (reader, verified_keys);

      hbk_record_set_verified_hours (record, public_hours, professional_hours);
      hbk_record_set_verified_extra (record, extra);
    }

  hbk_json_reader_leave (reader);
}

static void
read_period (HbkJsonReader *reader, HbkRecord *record)
{
  HbkDate start = HBK_DATE_NONE;
  HbkDate end = HBK_DATE_NONE;

  hbk_json_reader_get_date (reader, "start", HBK_JSON_REQUIRED, &start);
  hbk_json_reader_get_date (reader, "end", HBK_JSON_NULLABLE, &end);
  if (start == HBK_DATE_NONE)
    return;

  if (end != HBK_DATE_NONE && end < start)
    {
      g_autofree char *first = hbk_date_format (start);
      g_autofree char *last = hbk_date_format (end);

      /* Translators: both are dates such as 2024-03-01. */
      hbk_json_reader_report_printf (reader, "end", HBK_ERROR_VALUE, _ ("Correct one of the two dates."), _ ("The end, %1$s, is before the start, %2$s."), last, first);
      return;
    }

  hbk_record_set_period (record, start, end);
}

static void
read_details (HbkJsonReader *reader, HbkRecord *record)
{
  int subject = HBK_SUBJECT_NONE;
  int status = HBK_STATUS_DONE;
  g_autoptr (JsonObject) extra = dup_extra (reader, record_keys);

  hbk_record_set_title (record, hbk_json_reader_get_string (reader, "title", HBK_JSON_REQUIRED, HBK_LOGBOOK_TITLE_MAX));
  read_period (reader, record);

  if (hbk_json_reader_enter_object (reader, "facts", HBK_JSON_NULLABLE))
    {
      g_autoptr (HbkFacts) facts = read_facts (reader);

      hbk_record_set_facts (record, facts);
      hbk_json_reader_leave (reader);
    }

  hbk_json_reader_get_choice (reader, "subject", HBK_JSON_NULLABLE, subjects, &subject);
  hbk_record_set_subject (record, (HbkSubject) subject);
  hbk_record_set_work (record, hbk_json_reader_get_string (reader, "work", HBK_JSON_NULLABLE, HBK_LOGBOOK_WORK_MAX));
  hbk_json_reader_each_object (reader, "evidence", HBK_JSON_NULLABLE, read_evidence, record);
  hbk_json_reader_get_choice (reader, "status", HBK_JSON_NULLABLE, statuses, &status);
  hbk_record_set_status (record, (HbkStatus) status);
  read_verified_hours (reader, record);
  hbk_record_set_note (record, hbk_json_reader_get_string (reader, "note", HBK_JSON_NULLABLE, HBK_LOGBOOK_NOTE_MAX));
  hbk_record_set_extra (record, extra);
}

/* A record without an id or an activity is made all the same, so that the rest of it is checked too; it is then dropped. */
static HbkRecord *
make_record (HbkJsonReader *reader, const char *id)
{
  const char *activity = read_name (reader, "activity");
  HbkRecord  *record = hbk_record_new (id != NULL ? id : "?", activity != NULL ? activity : "?");

  read_details (reader, record);

  return record;
}

static void
read_record (HbkJsonReader *reader, gpointer user_data)
{
  HbkLogbook *logbook = user_data;
  const char *id = read_name (reader, "id");
  g_autoptr (HbkRecord) record = make_record (reader, id);

  if (id != NULL && !hbk_logbook_append (logbook, record))
    {
      g_autofree char *shown = hbk_text_escape (id, -1, SAMPLE_CHARS);

      hbk_json_reader_report_printf (reader, "id", HBK_ERROR_DUPLICATE, _ ("Give each record an id of its own."), _ ("There is already a record with the id “%s”."), shown);
    }
}

/* ---- The whole ---- */

/* The attributes of a person, which are the members of the current object. */
static HbkFacts *
read_attributes (HbkJsonReader *reader)
{
  static const char *const texts[] = { "name", "employer", "employer_type", "sector", "title", "region" };
  HbkDate                  post_from;
  int                      level;

  /* These have getters of their own; null says that one is not stated. */
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (hbk_json_reader_get_kind (reader, texts[i]) != HBK_JSON_NULL)
        hbk_json_reader_get_string (reader, texts[i], HBK_JSON_NULLABLE, HBK_LOGBOOK_NAME_MAX);
    }
  if (hbk_json_reader_get_kind (reader, "title_level") != HBK_JSON_NULL)
    hbk_json_reader_get_choice (reader, "title_level", HBK_JSON_NULLABLE, levels, &level);
  if (hbk_json_reader_get_kind (reader, "post_from") != HBK_JSON_NULL)
    hbk_json_reader_get_date (reader, "post_from", HBK_JSON_NULLABLE, &post_from);

  return read_facts (reader);
}

static void
read_profile (HbkJsonReader *reader, HbkLogbook *logbook)
{
  g_autoptr (HbkFacts) attributes = NULL;

  if (!hbk_json_reader_enter_object (reader, "profile", HBK_JSON_OPTIONAL))
    return;

  attributes = read_attributes (reader);
  hbk_profile_set_attributes (hbk_logbook_get_profile (logbook), attributes);
  hbk_json_reader_leave (reader);
}

/* Anything else would only bring up problems that are none, when the file is of another kind. */
static gboolean
check_format (HbkJsonReader *reader)
{
  int         version = 0;
  const char *format = hbk_json_reader_get_string (reader, "format", HBK_JSON_REQUIRED, G_MAXSIZE);

  if (format == NULL)
    return FALSE;

  if (!g_str_equal (format, HBK_LOGBOOK_FORMAT))
    {
      hbk_json_reader_report_member (reader, "format", HBK_ERROR_FORMAT, _ ("This is not an Hourbook logbook."), _ ("Choose a logbook, a file whose format is “hourbook-logbook”."));
      return FALSE;
    }

  if (!hbk_json_reader_get_int (reader, "version", HBK_JSON_REQUIRED, 1, VERSION_MAX, &version))
    return FALSE;

  if (version > HBK_LOGBOOK_VERSION)
    {
      hbk_json_reader_report_printf (reader, "version", HBK_ERROR_FORMAT, _ ("Open it with a newer Hourbook."), _ ("This logbook has version %1$d of the format; this Hourbook reads version %2$d."), version, HBK_LOGBOOK_VERSION);
      return FALSE;
    }

  return TRUE;
}

/**
 * hbk_logbook_read:
 * @bytes: the bytes of a file, at most 64 MiB
 * @problems: where to put what is wrong
 *
 * Reads a logbook in its interchange form.
 *
 * All that is wrong is reported, not only the first; a logbook is only given when nothing is. What Hourbook does not
 * know is kept, to be written back.
 *
 * Returns: (transfer full) (nullable): the logbook, or %NULL when a problem was reported
 */
HbkLogbook *
hbk_logbook_read (GBytes *bytes, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkLogbook) logbook = NULL;
  g_autoptr (JsonObject) extra = NULL;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &hbk_json_limits_logbook, problems);
  if (reader == NULL || !check_format (reader))
    return NULL;

  logbook = hbk_logbook_new ();
  read_profile (reader, logbook);
  hbk_json_reader_each_object (reader, "records", HBK_JSON_OPTIONAL, read_record, logbook);
  extra = dup_extra (reader, root_keys);
  hbk_logbook_set_extra (logbook, extra);

  return hbk_json_reader_get_n_problems (reader) == 0 ? g_steal_pointer (&logbook) : NULL;
}

/**
 * hbk_record_read:
 * @bytes: one record, as [func@record_write] gives it
 * @problems: where to put what is wrong
 *
 * Reads one record by itself.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL when a problem was reported
 */
HbkRecord *
hbk_record_read (GBytes *bytes, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkRecord) record = NULL;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &hbk_json_limits_logbook, problems);
  if (reader == NULL)
    return NULL;

  record = make_record (reader, read_name (reader, "id"));

  return hbk_json_reader_get_n_problems (reader) == 0 ? g_steal_pointer (&record) : NULL;
}

/**
 * hbk_attributes_read:
 * @bytes: attributes of a person, as [func@facts_write] gives them
 * @problems: where to put what is wrong
 *
 * Reads the attributes of a person by themselves.
 *
 * Returns: (transfer full) (nullable): the attributes, or %NULL when a problem was reported
 */
HbkFacts *
hbk_attributes_read (GBytes *bytes, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkFacts) attributes = NULL;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &hbk_json_limits_logbook, problems);
  if (reader == NULL)
    return NULL;

  attributes = read_attributes (reader);

  return hbk_json_reader_get_n_problems (reader) == 0 ? g_steal_pointer (&attributes) : NULL;
}
