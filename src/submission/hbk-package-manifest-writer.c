/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-manifest.h"

#include "records/hbk-json-writer.h"
#include "rules/hbk-json-parts.h"

/* ---- Parts ---- */

static void
add_text (HbkJsonWriter *writer, const char *member, const char *text)
{
  if (text != NULL && *text != '\0')
    hbk_json_writer_add_string (writer, member, text);
}

static void
add_checksum (HbkJsonWriter *writer, const char *member, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  hbk_json_writer_add_string (writer, member, sha256);
}

/* What is not set is left out: it is no zero. */
static void
add_least (HbkJsonWriter *writer, const char *member, HbkHours hours)
{
  if (hours >= 0)
    hbk_json_writer_add_hours (writer, member, hours);
}

/* ---- What it is ---- */

static void
write_target (HbkJsonWriter *writer, const HbkSubmission *submission)
{
  const HbkSubmissionYear *last = g_ptr_array_index (submission->years, submission->years->len - 1);
  gboolean                 is_title = submission->options.apply_year != 0;

  hbk_json_writer_begin_object (writer, "target");
  hbk_json_writer_add_string (writer, "kind", is_title ? "title" : "year");
  hbk_json_writer_add_int (writer, "year", is_title ? submission->options.apply_year : last->year);
  if (is_title)
    hbk_json_writer_add_string (writer, "level", hbk_title_level_to_nick (submission->options.level));
  hbk_json_writer_end_object (writer);
}

static void
write_person (HbkJsonWriter *writer, HbkProfile *profile)
{
  hbk_json_writer_begin_object (writer, "person");
  add_text (writer, "name", hbk_profile_get_name (profile));
  add_text (writer, "employer", hbk_profile_get_employer (profile));
  add_text (writer, "title", hbk_profile_get_title (profile));
  hbk_json_writer_end_object (writer);
}

/* ---- A year ---- */

static void
write_rules (HbkJsonWriter *writer, const HbkPack *pack)
{
  hbk_json_writer_begin_object (writer, "pack");
  hbk_json_writer_add_string (writer, "id", pack->id);
  hbk_json_writer_add_string (writer, "version", pack->revision);
  add_checksum (writer, "sha256", hbk_pack_get_bytes (pack));
  if (pack->parent != NULL)
    {
      hbk_json_writer_add_string (writer, "parent", pack->parent->id);
      add_checksum (writer, "parent_sha256", hbk_pack_get_bytes (pack->parent));
    }
  add_checksum (writer, "vocabulary_sha256", hbk_vocabulary_get_bytes (pack->vocabulary));
  hbk_json_writer_end_object (writer);
}

static void
write_readings (HbkJsonWriter *writer, const HbkAssessment *assessment)
{
  const HbkPack *pack = hbk_assessment_get_pack (assessment);

  hbk_json_writer_begin_object (writer, "readings");
  for (guint i = 0; i < pack->readings->len; i++)
    {
      const HbkReading       *reading = &g_array_index (pack->readings, HbkReading, i);
      const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, hbk_assessment_get_option (assessment, i));

      hbk_json_writer_add_string (writer, reading->id, option->id);
    }
  hbk_json_writer_end_object (writer);
}

static void
write_file (HbkJsonWriter *writer, const HbkSubmissionFile *file)
{
  g_autofree char *serial = hbk_evidence_file_dup_serial (file->file);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "number", file->number);
  hbk_json_writer_add_string (writer, "path", file->path);
  hbk_json_writer_add_string (writer, "sha256", file->file->sha256);
  if (file->packed != NULL)
    hbk_json_writer_add_string (writer, "packed_sha256", file->packed);
  hbk_json_writer_add_int (writer, "size", (gint64) file->file->size);
  add_text (writer, "document", file->document);
  hbk_json_writer_add_string (writer, "serial", serial);
  hbk_json_writer_end_object (writer);
}

static void
write_entry (HbkJsonWriter *writer, const HbkSubmissionEntry *entry)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "number", entry->number);
  hbk_json_writer_add_string (writer, "record", hbk_record_get_id (entry->result->record));
  hbk_json_parts_add_tally (writer, "credited", entry->result->credited);
  hbk_json_writer_add_string (writer, "outcome", hbk_outcome_to_nick (entry->result->outcome));
  hbk_json_writer_begin_array (writer, "files");
  for (guint i = 0; i < entry->files->len; i++)
    write_file (writer, g_ptr_array_index (entry->files, i));
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
}

static void
write_figures (HbkJsonWriter *writer, const HbkYearResult *result)
{
  hbk_json_writer_begin_object (writer, "required");
  add_least (writer, "public", result->required.public_hours);
  add_least (writer, "professional", result->required.professional_hours);
  add_least (writer, "total", result->required.total);
  hbk_json_writer_end_object (writer);
  hbk_json_parts_add_tally (writer, "credited", result->credited);
  hbk_json_parts_add_tally (writer, "at_application", result->at_application);
  hbk_json_parts_add_tally (writer, "evidenced", result->evidenced);
  hbk_json_parts_add_tally (writer, "verified", result->verified);
  hbk_json_parts_add_tally (writer, "pending", result->pending);
  hbk_json_parts_add_tally (writer, "lost", result->lost);
  hbk_json_writer_add_string (writer, "verdict", hbk_verdict_to_nick (result->verdict));
}

static void
write_year (HbkJsonWriter *writer, const HbkSubmissionYear *year)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year->year);
  write_rules (writer, hbk_assessment_get_pack (year->assessment));
  write_readings (writer, year->assessment);
  write_figures (writer, year->result);
  hbk_json_writer_begin_array (writer, "entries");
  for (guint i = 0; i < year->entries->len; i++)
    write_entry (writer, g_ptr_array_index (year->entries, i));
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_package_manifest_write:
 * @submission: what is handed in
 * @application: the program that makes the package, and its version
 *
 * Writes the description of a package, as `data/package.schema.json` describes it. The same submission gives the same bytes, so that a description
 * can be checked by making it again.
 *
 * Returns: (transfer full): JSON
 */
GBytes *
hbk_package_manifest_write (const HbkSubmission *submission, const char *application)
{
  g_autoptr (HbkJsonWriter) writer = NULL;

  g_return_val_if_fail (submission != NULL && submission->years->len > 0 && application != NULL, NULL);

  writer = hbk_json_writer_new ();
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", HBK_PACKAGE_FORMAT);
  hbk_json_writer_add_int (writer, "version", HBK_PACKAGE_VERSION);
  hbk_json_writer_add_string (writer, "application", application);
  write_target (writer, submission);
  hbk_json_writer_add_date (writer, "as_of", submission->as_of);
  write_person (writer, submission->profile);
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < submission->years->len; i++)
    write_year (writer, g_ptr_array_index (submission->years, i));
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);

  return hbk_json_writer_finish (writer);
}
