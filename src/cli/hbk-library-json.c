/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-library-json.h"

#include "rules/hbk-json-parts.h"

/**
 * hbk_library_json_write_ids:
 * @writer: where to write
 * @member: name of the member
 * @ids: (array zero-terminated=1) (nullable): ids
 *
 * Writes a list of ids.
 */
void
hbk_library_json_write_ids (HbkJsonWriter *writer, const char *member, const char *const *ids)
{
  hbk_json_writer_begin_array (writer, member);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    hbk_json_writer_add_string (writer, NULL, ids[i]);
  hbk_json_writer_end_array (writer);
}

/**
 * hbk_library_json_write_time:
 * @writer: where to write
 * @member: name of the member
 * @at: a moment, in microseconds since 1970 UTC
 *
 * Writes a moment, in UTC.
 */
void
hbk_library_json_write_time (HbkJsonWriter *writer, const char *member, gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (at);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  hbk_json_parts_add_text (writer, member, text);
}

/**
 * hbk_library_json_write_document:
 * @writer: where to write
 * @member: name of the member
 * @document: (nullable): a JSON text of the library
 *
 * Writes what the library keeps of a thing, as it is; null where there is nothing.
 */
void
hbk_library_json_write_document (HbkJsonWriter *writer, const char *member, const char *document)
{
  g_autoptr (JsonNode) node = document != NULL ? json_from_string (document, NULL) : NULL;

  if (node != NULL)
    hbk_json_writer_add_node (writer, member, node);
  else
    hbk_json_writer_add_null (writer, member);
}

static void
write_change (HbkJsonWriter *writer, const HbkChange *change, gboolean with_values)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "kind", hbk_change_kind_to_nick (hbk_change_get_kind (change)));
  hbk_json_writer_add_string (writer, "id", hbk_change_get_id (change));
  if (with_values)
    {
      hbk_library_json_write_document (writer, "before", hbk_change_get_before (change));
      hbk_library_json_write_document (writer, "after", hbk_change_get_after (change));
    }
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_library_json_write_step:
 * @writer: where to write
 * @member: (nullable): name of the member
 * @step: a step that is stored
 * @with_values: write also what stood in each thing before and after
 *
 * Writes a step of the journal.
 */
void
hbk_library_json_write_step (HbkJsonWriter *writer, const char *member, const HbkJournalStep *step, gboolean with_values)
{
  hbk_json_writer_begin_object (writer, member);
  hbk_json_writer_add_int (writer, "number", step->number);
  hbk_library_json_write_time (writer, "at", step->at);
  hbk_json_writer_add_string (writer, "what", hbk_journal_what_to_nick (step->what));
  if (step->of > 0)
    hbk_json_writer_add_int (writer, "of", step->of);
  else
    hbk_json_writer_add_null (writer, "of");
  hbk_json_parts_add_text (writer, "of_what", step->of > 0 ? hbk_journal_what_to_nick (step->of_what) : NULL);
  hbk_json_parts_add_text (writer, "note", step->note);
  hbk_json_parts_add_text (writer, "correction", step->correction);
  hbk_json_writer_begin_array (writer, "changes");
  for (guint i = 0; i < step->changes->len; i++)
    write_change (writer, g_ptr_array_index (step->changes, i), with_values);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_library_json_write_summary:
 * @writer: where to write
 * @record: a record
 *
 * Writes what a list says of a record.
 */
void
hbk_library_json_write_summary (HbkJsonWriter *writer, HbkRecord *record)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", hbk_record_get_id (record));
  hbk_json_writer_add_string (writer, "activity", hbk_record_get_activity (record));
  hbk_json_parts_add_text (writer, "title", hbk_record_get_title (record));
  hbk_json_parts_add_date (writer, "start", hbk_record_get_start (record));
  hbk_json_parts_add_date (writer, "end", hbk_record_get_end (record));
  hbk_json_writer_add_string (writer, "status", hbk_status_to_nick (hbk_record_get_status (record)));
  hbk_json_writer_add_int (writer, "evidence", hbk_record_get_n_evidence (record));
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_library_json_write_file:
 * @writer: where to write
 * @file: a file of the library
 * @records: (array zero-terminated=1): the ids of the records that it proves
 *
 * Writes what is known of a file.
 */
void
hbk_library_json_write_file (HbkJsonWriter *writer, const HbkEvidenceFile *file, const char *const *records)
{
  g_autofree char *serial = hbk_evidence_file_dup_serial (file);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "serial", serial);
  hbk_json_writer_add_string (writer, "sha256", file->sha256);
  hbk_json_parts_add_text (writer, "name", file->name);
  hbk_json_writer_add_int (writer, "size", (gint64) file->size);
  hbk_json_parts_add_text (writer, "document", file->document);
  hbk_json_parts_add_text (writer, "media_type", file->media_type);
  hbk_json_writer_add_int (writer, "pages", file->pages);
  hbk_json_writer_add_int (writer, "width", file->width);
  hbk_json_writer_add_int (writer, "height", file->height);
  hbk_library_json_write_ids (writer, "marks", (const char *const *) file->marks);
  hbk_json_parts_add_date (writer, "added", file->added);
  hbk_library_json_write_ids (writer, "records", records);
  hbk_json_writer_end_object (writer);
}
