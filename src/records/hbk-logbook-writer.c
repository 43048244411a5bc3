/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-logbook-writer.h"

#include "records/hbk-json-writer.h"
#include "records/hbk-logbook-format.h"

static void
write_facts (HbkJsonWriter *writer, const char *member, HbkFacts *facts)
{
  hbk_json_writer_begin_object (writer, member);

  for (guint i = 0; i < hbk_facts_get_n (facts); i++)
    {
      const char     *id;
      const HbkValue *value = hbk_facts_nth (facts, i, &id);
      JsonNode       *verbatim = hbk_facts_nth_verbatim (facts, i);

      if (verbatim != NULL)
        hbk_json_writer_add_node (writer, id, verbatim);
      else
        hbk_json_writer_add_value (writer, id, value);
    }

  hbk_json_writer_end_object (writer);
}

static void
write_optional (HbkJsonWriter *writer, const char *member, const char *text)
{
  if (text != NULL)
    hbk_json_writer_add_string (writer, member, text);
}

static void
write_evidence (HbkJsonWriter *writer, HbkRecord *record)
{
  guint n = hbk_record_get_n_evidence (record);

  if (n == 0)
    return;

  hbk_json_writer_begin_array (writer, "evidence");
  for (guint i = 0; i < n; i++)
    {
      HbkEvidence *evidence = hbk_record_get_evidence (record, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "document", hbk_evidence_get_document (evidence));
      write_optional (writer, "file", hbk_evidence_get_file (evidence));
      write_optional (writer, "sha256", hbk_evidence_get_sha256 (evidence));
      hbk_json_writer_add_members (writer, hbk_evidence_get_extra (evidence));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

static void
write_verified_hours (HbkJsonWriter *writer, HbkRecord *record)
{
  HbkHours public_hours, professional_hours;

  if (!hbk_record_get_verified_hours (record, &public_hours, &professional_hours))
    return;

  hbk_json_writer_begin_object (writer, "verified_hours");
  hbk_json_writer_add_hours (writer, "public", public_hours);
  hbk_json_writer_add_hours (writer, "professional", professional_hours);
  hbk_json_writer_add_members (writer, hbk_record_get_verified_extra (record));
  hbk_json_writer_end_object (writer);
}

static void
write_record (HbkJsonWriter *writer, HbkRecord *record)
{
  HbkPeriod period = hbk_record_get_period (record);

  hbk_json_writer_begin_object (writer, NULL);

  hbk_json_writer_add_string (writer, "id", hbk_record_get_id (record));
  hbk_json_writer_add_string (writer, "activity", hbk_record_get_activity (record));
  hbk_json_writer_add_string (writer, "title", hbk_record_get_title (record));
  hbk_json_writer_add_date (writer, "start", period.start);
  if (period.end != period.start)
    hbk_json_writer_add_date (writer, "end", period.end);
  if (hbk_facts_get_n (hbk_record_get_facts (record)) > 0)
    write_facts (writer, "facts", hbk_record_get_facts (record));
  write_optional (writer, "subject", hbk_subject_to_nick (hbk_record_get_subject (record)));
  write_optional (writer, "work", hbk_record_get_work (record));
  write_evidence (writer, record);
  if (hbk_record_get_status (record) != HBK_STATUS_DONE)
    hbk_json_writer_add_string (writer, "status", hbk_status_to_nick (hbk_record_get_status (record)));
  write_verified_hours (writer, record);
  write_optional (writer, "note", hbk_record_get_note (record));
  hbk_json_writer_add_members (writer, hbk_record_get_extra (record));

  hbk_json_writer_end_object (writer);
}

/**
 * hbk_logbook_write:
 * @logbook: a logbook whose records all have a date
 *
 * Writes a logbook in its interchange form.
 *
 * The same logbook always gives the same bytes: members in a fixed order, those that Hourbook does not know after
 * those that it does, what has its usual value left out. [func@logbook_read] makes an equal logbook of them.
 *
 * Returns: (transfer full): the bytes, JSON in UTF-8
 */
GBytes *
hbk_logbook_write (HbkLogbook *logbook)
{
  g_autoptr (HbkJsonWriter) writer = NULL;

  g_return_val_if_fail (HBK_IS_LOGBOOK (logbook), NULL);

  writer = hbk_json_writer_new ();
  hbk_json_writer_begin_object (writer, NULL);

  hbk_json_writer_add_string (writer, "format", HBK_LOGBOOK_FORMAT);
  hbk_json_writer_add_int (writer, "version", HBK_LOGBOOK_VERSION);
  write_facts (writer, "profile", hbk_profile_get_attributes (hbk_logbook_get_profile (logbook)));

  hbk_json_writer_begin_array (writer, "records");
  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    write_record (writer, hbk_logbook_get_record (logbook, i));
  hbk_json_writer_end_array (writer);

  hbk_json_writer_add_members (writer, hbk_logbook_get_extra (logbook));
  hbk_json_writer_end_object (writer);

  return hbk_json_writer_finish (writer);
}

/**
 * hbk_record_write:
 * @record: a record that has a date
 *
 * Writes one record as it stands in a logbook, in one line. The same record always gives the same text.
 *
 * Returns: (transfer full): JSON
 */
char *
hbk_record_write (HbkRecord *record)
{
  g_autoptr (HbkJsonWriter) writer = NULL;

  g_return_val_if_fail (HBK_IS_RECORD (record), NULL);

  writer = hbk_json_writer_new_compact ();
  write_record (writer, record);

  return hbk_json_writer_finish_text (writer);
}

/**
 * hbk_facts_write:
 * @facts: answers
 *
 * Writes answers as they stand in a logbook, in one line.
 *
 * Returns: (transfer full): JSON
 */
char *
hbk_facts_write (HbkFacts *facts)
{
  g_autoptr (HbkJsonWriter) writer = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  writer = hbk_json_writer_new_compact ();
  write_facts (writer, NULL, facts);

  return hbk_json_writer_finish_text (writer);
}
