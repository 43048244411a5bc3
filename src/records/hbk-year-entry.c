/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-year-entry.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "records/hbk-evidence.h"
#include "records/hbk-json-reader.h"
#include "records/hbk-json-writer.h"
#include "records/hbk-logbook-format.h"
#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"

/* A digest and a space before the id. */
#define DIGEST_CHARS 32
#define RECORD_CHARS (DIGEST_CHARS + 1 + HBK_LOGBOOK_ID_MAX)

static const char *const rules_keys[] = { "pack_sha256", "parent_sha256", "vocabulary_sha256" };

G_DEFINE_BOXED_TYPE (HbkYearEntry, hbk_year_entry, hbk_year_entry_copy, hbk_year_entry_free)

/**
 * hbk_year_entry_new:
 * @year: the year
 * @pack: the id of the rule pack
 * @pack_version: the version of the pack
 *
 * Makes an entry for a year that is closed and not handed in.
 *
 * Returns: (transfer full): the entry
 */
HbkYearEntry *
hbk_year_entry_new (int year, const char *pack, const char *pack_version)
{
  HbkYearEntry *entry = g_new0 (HbkYearEntry, 1);

  entry->year = year;
  entry->pack = g_strdup (pack);
  entry->pack_version = g_strdup (pack_version);
  entry->records = g_new0 (char *, 1);

  return entry;
}

/**
 * hbk_year_entry_copy:
 * @entry: an entry
 *
 * Makes a copy.
 *
 * Returns: (transfer full): the copy
 */
HbkYearEntry *
hbk_year_entry_copy (const HbkYearEntry *entry)
{
  HbkYearEntry *copy;

  g_return_val_if_fail (entry != NULL, NULL);

  copy = g_memdup2 (entry, sizeof *entry);
  copy->pack = g_strdup (entry->pack);
  copy->pack_version = g_strdup (entry->pack_version);
  for (gsize i = 0; i < G_N_ELEMENTS (copy->rules); i++)
    copy->rules[i] = g_strdup (entry->rules[i]);
  copy->profile = entry->profile != NULL ? hbk_facts_ref (entry->profile) : NULL;
  copy->readings = entry->readings != NULL ? hbk_facts_ref (entry->readings) : NULL;
  copy->package = g_strdup (entry->package);
  copy->note = g_strdup (entry->note);
  copy->records = g_strdupv (entry->records);

  return copy;
}

/**
 * hbk_year_entry_free:
 * @entry: (transfer full) (nullable): an entry
 *
 * Frees an entry.
 */
void
hbk_year_entry_free (HbkYearEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->pack);
  g_free (entry->pack_version);
  for (gsize i = 0; i < G_N_ELEMENTS (entry->rules); i++)
    g_free (entry->rules[i]);
  g_clear_pointer (&entry->profile, hbk_facts_unref);
  g_clear_pointer (&entry->readings, hbk_facts_unref);
  g_free (entry->package);
  g_free (entry->note);
  g_strfreev (entry->records);
  g_free (entry);
}

static void
write_text (HbkJsonWriter *writer, const char *member, const char *text)
{
  if (text != NULL)
    hbk_json_writer_add_string (writer, member, text);
}

/* Facts as a text inside: they may hold more members than one object of the file has room for beside others. */
static void
write_facts (HbkJsonWriter *writer, const char *member, HbkFacts *facts)
{
  g_autofree char *text = facts != NULL ? hbk_facts_write (facts) : NULL;

  write_text (writer, member, text);
}

/**
 * hbk_year_entry_write:
 * @entry: an entry
 *
 * Writes an entry, in one line.
 *
 * Returns: (transfer full): JSON
 */
char *
hbk_year_entry_write (const HbkYearEntry *entry)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new_compact ();
  g_autofree char *at = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  at = g_strdup_printf ("%" G_GINT64_FORMAT, entry->at);
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", entry->year);
  hbk_json_writer_add_boolean (writer, "handed_in", entry->handed_in);
  hbk_json_writer_add_string (writer, "at", at);
  write_text (writer, "pack", entry->pack);
  write_text (writer, "pack_version", entry->pack_version);
  for (gsize i = 0; i < G_N_ELEMENTS (entry->rules); i++)
    write_text (writer, rules_keys[i], entry->rules[i]);
  write_facts (writer, "profile", entry->profile);
  write_facts (writer, "readings", entry->readings);
  write_text (writer, "package", entry->package);
  write_text (writer, "note", entry->note);
  hbk_json_writer_begin_array (writer, "records");
  for (guint i = 0; entry->records[i] != NULL; i++)
    hbk_json_writer_add_string (writer, NULL, entry->records[i]);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);

  return hbk_json_writer_finish_text (writer);
}

static HbkFacts *
read_facts (HbkJsonReader *reader, const char *member)
{
  const char *text = hbk_json_reader_get_string (reader, member, HBK_JSON_NULLABLE, G_MAXSIZE);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;

  return bytes != NULL ? hbk_attributes_read (bytes, hbk_json_reader_get_problems (reader)) : NULL;
}

static void
read_rules (HbkJsonReader *reader, HbkYearEntry *entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules_keys); i++)
    {
      const char *sha256 = hbk_json_reader_get_string (reader, rules_keys[i], HBK_JSON_NULLABLE, HBK_LOGBOOK_FILE_MAX);

      if (hbk_evidence_is_sha256 (sha256))
        entry->rules[i] = g_strdup (sha256);
      else if (sha256 != NULL)
        hbk_json_reader_report_member (reader, rules_keys[i], HBK_ERROR_VALUE, _ ("This is not a SHA-256 checksum of 64 hexadecimal digits."), _ ("Restore a backup."));
    }
}

/**
 * hbk_year_entry_read:
 * @bytes: what [method@YearEntry.write] wrote
 * @problems: where to put what is wrong
 *
 * Reads an entry.
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL when a problem was reported
 */
HbkYearEntry *
hbk_year_entry_read (GBytes *bytes, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkYearEntry) entry = NULL;
  g_auto (GStrv) records = NULL;
  const char *pack, *version, *at;
  int         year = 0;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &hbk_json_limits_logbook, problems);
  if (reader == NULL)
    return NULL;

  pack = hbk_json_reader_get_string (reader, "pack", HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
  version = hbk_json_reader_get_string (reader, "pack_version", HBK_JSON_NULLABLE, HBK_LOGBOOK_ID_MAX);
  at = hbk_json_reader_get_string (reader, "at", HBK_JSON_REQUIRED, HBK_LOGBOOK_ID_MAX);
  hbk_json_reader_get_int (reader, "year", HBK_JSON_REQUIRED, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, &year);

  entry = hbk_year_entry_new (year, pack, version);
  hbk_json_reader_get_boolean (reader, "handed_in", HBK_JSON_REQUIRED, &entry->handed_in);
  if (at != NULL && !g_ascii_string_to_signed (at, 10, 0, G_MAXINT64, &entry->at, NULL))
    hbk_json_reader_report_member (reader, "at", HBK_ERROR_VALUE, _ ("This is not a moment."), _ ("Restore a backup."));
  read_rules (reader, entry);
  entry->profile = read_facts (reader, "profile");
  entry->readings = read_facts (reader, "readings");
  entry->package = g_strdup (hbk_json_reader_get_string (reader, "package", HBK_JSON_NULLABLE, HBK_LOGBOOK_FILE_MAX));
  entry->note = g_strdup (hbk_json_reader_get_string (reader, "note", HBK_JSON_NULLABLE, HBK_LOGBOOK_NOTE_MAX));
  records = hbk_json_reader_get_strings (reader, "records", HBK_JSON_NULLABLE, RECORD_CHARS);
  if (records != NULL)
    {
      g_strfreev (entry->records);
      entry->records = g_steal_pointer (&records);
    }

  return hbk_json_reader_get_n_problems (reader) == 0 ? g_steal_pointer (&entry) : NULL;
}

/**
 * hbk_year_entry_has_record:
 * @entry: an entry
 * @id: the id of a record
 *
 * Says whether a record was among those of the year when the entry was made.
 *
 * Returns: %TRUE when it was
 */
gboolean
hbk_year_entry_has_record (const HbkYearEntry *entry, const char *id)
{
  g_return_val_if_fail (entry != NULL && id != NULL, FALSE);

  for (guint i = 0; entry->records[i] != NULL; i++)
    {
      const char *space = strchr (entry->records[i], ' ');

      if (space != NULL && g_str_equal (space + 1, id))
        return TRUE;
    }

  return FALSE;
}

/**
 * hbk_record_dup_substance:
 * @record: a record
 *
 * Gives what of a record may not change once it was handed in: all but what the reviewer answers, which is its status and the
 * verified hours, and the person's own note.
 *
 * Returns: (transfer full): JSON
 */
char *
hbk_record_dup_substance (HbkRecord *record)
{
  g_autoptr (HbkRecord) copy = NULL;

  g_return_val_if_fail (HBK_IS_RECORD (record), NULL);

  copy = hbk_record_copy (record, hbk_record_get_id (record));
  /* A plan does not count; that it was carried out is more than an answer. */
  if (hbk_record_get_status (copy) != HBK_STATUS_PLANNED)
    hbk_record_set_status (copy, HBK_STATUS_DONE);
  hbk_record_clear_verified_hours (copy);
  hbk_record_set_note (copy, NULL);

  return hbk_record_write (copy);
}
