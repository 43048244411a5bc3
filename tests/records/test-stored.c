/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a library keeps of each thing, as text: it reads again as it was, and what is wrong is said. */

#include <string.h>

#include "records/hbk-journal-step.h"
#include "records/hbk-json-writer.h"
#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"
#include "records/hbk-trash-entry.h"
#include "records/hbk-year-entry.h"

#define SHA256 "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"

typedef gpointer (*ReadFunc) (GBytes *bytes, HbkProblems *problems);

/* Reading gives nothing, and says at least this. */
static void
assert_wrong (ReadFunc read, const char *json, HbkError code, const char *what)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  g_assert_null (read (bytes, problems));
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      const HbkProblem *problem = hbk_problems_get (problems, i);

      if (hbk_problem_get_code (problem) == code && strstr (hbk_problem_get_what (problem), what) != NULL)
        return;
      g_test_message ("%d %s", hbk_problem_get_code (problem), hbk_problem_get_what (problem));
    }
  g_error ("%s: “%s” is not said", json, what);
}

static gpointer
read_well (ReadFunc read, const char *json)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  gpointer thing = read (bytes, problems);

  g_assert_cmpuint (hbk_problems_get_n (problems), ==, 0);
  g_assert_nonnull (thing);

  return thing;
}

/* ---- Records ---- */

static gpointer
read_record (GBytes *bytes, HbkProblems *problems)
{
  return hbk_record_read (bytes, problems);
}

static void
test_record (void)
{
  static const char *const lines[] = {
    "{\"id\":\"a\",\"activity\":\"x\",\"title\":\"\",\"start\":\"2024-02-29\"}",
    "{\"id\":\"a\",\"activity\":\"x\",\"title\":\"题\\n目\",\"start\":\"2023-12-31\",\"end\":\"2024-01-01\",\"facts\":{\"hours\":12.5,\"who\":\"张\",\"odd\":{\"b\":[1,null]},\"days\":[\"2024-01-01\"]},"
    "\"subject\":\"public\",\"work\":\"w\",\"evidence\":[{\"document\":\"notice\"},{\"document\":\"x\",\"file\":\"a/b.pdf\",\"sha256\":\"" SHA256 "\",\"page\":3}],\"status\":\"verified\","
    "\"verified_hours\":{\"public\":1.25,\"professional\":0,\"by\":\"z\"},\"note\":\"n\",\"unknown\":[{}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (HbkRecord) record = read_well (read_record, lines[i]);
      g_autofree char *written = hbk_record_write (record);

      g_assert_cmpstr (written, ==, lines[i]);
    }

  assert_wrong (read_record, "[]", HBK_ERROR_VALUE, "");
  assert_wrong (read_record, "{", HBK_ERROR_SYNTAX, "");
  assert_wrong (read_record, "", HBK_ERROR_SYNTAX, "");
  assert_wrong (read_record, "{\"activity\":\"x\",\"title\":\"\",\"start\":\"2024-01-01\"}", HBK_ERROR_MISSING, "id");
  assert_wrong (read_record, "{\"id\":\"\",\"activity\":\"x\",\"title\":\"\",\"start\":\"2024-01-01\"}", HBK_ERROR_VALUE, "The key “id” is empty.");
  assert_wrong (read_record, "{\"id\":\"a\",\"title\":\"\",\"start\":\"2024-01-01\"}", HBK_ERROR_MISSING, "activity");
  assert_wrong (read_record, "{\"id\":\"a\",\"activity\":\"x\",\"title\":\"\"}", HBK_ERROR_MISSING, "start");
  assert_wrong (read_record, "{\"id\":\"a\",\"activity\":\"x\",\"title\":\"\",\"start\":\"2024-01-02\",\"end\":\"2024-01-01\"}", HBK_ERROR_VALUE, "The end, 2024-01-01, is before the start, 2024-01-02.");
}

static void
test_substance (void)
{
  static const char line[] = "{\"id\":\"a\",\"activity\":\"x\",\"title\":\"t\",\"start\":\"2024-02-29\",\"facts\":{\"hours\":3}}";
  g_autoptr (HbkRecord) record = read_well (read_record, line);
  g_autofree char *before = hbk_record_dup_substance (record);
  g_autofree char *after = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *changed = NULL;

  hbk_record_set_status (record, HBK_STATUS_RETURNED);
  hbk_record_set_verified_hours (record, 100, 200);
  hbk_record_set_note (record, "a note");
  after = hbk_record_dup_substance (record);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (hbk_record_get_note (record), ==, "a note");
  hbk_record_set_status (record, HBK_STATUS_PLANNED);
  planned = hbk_record_dup_substance (record);
  g_assert_cmpstr (before, !=, planned);
  hbk_record_set_status (record, HBK_STATUS_DONE);
  hbk_record_set_title (record, "u");
  changed = hbk_record_dup_substance (record);
  g_assert_cmpstr (before, !=, changed);
}

/* ---- Attributes ---- */

static gpointer
read_attributes (GBytes *bytes, HbkProblems *problems)
{
  return hbk_attributes_read (bytes, problems);
}

static void
test_attributes (void)
{
  static const char *const lines[] = {
    "{}",
    "{\"name\":\"张三\",\"title_level\":\"senior\",\"post_from\":\"2020-01-01\",\"region\":null,\"high_skilled\":true,\"odd\":{\"a\":1}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (HbkFacts) facts = read_well (read_attributes, lines[i]);
      g_autofree char *written = hbk_facts_write (facts);

      g_assert_cmpstr (written, ==, lines[i]);
    }

  assert_wrong (read_attributes, "7", HBK_ERROR_VALUE, "");
  assert_wrong (read_attributes, "{\"name\":7}", HBK_ERROR_VALUE, "");
  assert_wrong (read_attributes, "{\"title_level\":\"emperor\"}", HBK_ERROR_UNKNOWN, "");
  assert_wrong (read_attributes, "{\"post_from\":\"2020-02-30\"}", HBK_ERROR_VALUE, "");
}

/* ---- Files ---- */

static gpointer
read_file (GBytes *bytes, HbkProblems *problems)
{
  return hbk_evidence_file_read (bytes, problems);
}

static void
test_file (void)
{
  static const char full[] = "{\"sha256\":\"" SHA256 "\",\"serial\":42,\"name\":\"证书.pdf\",\"size\":5000000000,\"document\":\"notice\",\"media_type\":\"application/pdf\",\"pages\":3,"
                             "\"width\":100,\"height\":200,\"marks\":[\"encrypted\",\"scripts\"],\"added\":\"2024-05-01\"}";
  static const char bare[] = "{\"sha256\":\"" SHA256 "\",\"serial\":1,\"name\":\"\",\"size\":0}";
  g_autoptr (HbkEvidenceFile) file = read_well (read_file, full);
  g_autoptr (HbkEvidenceFile) copy = hbk_evidence_file_copy (file);
  g_autoptr (HbkEvidenceFile) least = read_well (read_file, bare);
  g_autofree char *upper = g_ascii_strup (SHA256, -1);
  g_autoptr (HbkEvidenceFile) made = hbk_evidence_file_new (upper, 1, "", 0);
  g_autofree char *written = hbk_evidence_file_write (copy);
  g_autofree char *least_written = hbk_evidence_file_write (least);
  g_autofree char *made_written = hbk_evidence_file_write (made);

  g_assert_cmpuint (file->size, ==, G_GUINT64_CONSTANT (5000000000));
  g_assert_cmpint (file->added, ==, hbk_date_new (2024, 5, 1));
  g_assert_cmpstr (written, ==, full);
  g_assert_cmpstr (least_written, ==, bare);
  g_assert_cmpstr (made_written, ==, bare);
  hbk_evidence_file_free (NULL);
}

static void
test_bad_files (void)
{
#define FILE_OF(serial, size, rest) "{\"sha256\":\"" SHA256 "\",\"serial\":" serial ",\"name\":\"a\",\"size\":" size rest "}"
  static const char *const sizes[] = { "-1", "1.5", "\"1\"", "[]", "{}", "null", "true" };

  assert_wrong (read_file, "[]", HBK_ERROR_VALUE, "");
  assert_wrong (read_file, "{}", HBK_ERROR_MISSING, "sha256");
  assert_wrong (read_file, "{\"sha256\":\"abc\",\"serial\":1,\"name\":\"a\",\"size\":1}", HBK_ERROR_VALUE, "This does not describe a file.");
  assert_wrong (read_file, "{\"sha256\":\"" SHA256 "\",\"serial\":1,\"size\":1}", HBK_ERROR_MISSING, "name");
  assert_wrong (read_file, FILE_OF ("0", "1", ""), HBK_ERROR_VALUE, "");
  assert_wrong (read_file, FILE_OF ("100000000", "1", ""), HBK_ERROR_VALUE, "");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *json = g_strdup_printf (FILE_OF ("1", "%s", ""), sizes[i]);

      assert_wrong (read_file, json, HBK_ERROR_VALUE, "This does not describe a file.");
    }
  assert_wrong (read_file, FILE_OF ("1", "1", ",\"pages\":-1"), HBK_ERROR_VALUE, "");
  assert_wrong (read_file, FILE_OF ("1", "1", ",\"marks\":\"x\""), HBK_ERROR_VALUE, "");
  assert_wrong (read_file, FILE_OF ("1", "1", ",\"added\":\"x\""), HBK_ERROR_VALUE, "");
  assert_wrong (read_file, FILE_OF ("1", "1", ",\"document\":7"), HBK_ERROR_VALUE, "");
#undef FILE_OF
}

static void
test_serials (void)
{
  static const struct
  {
    const char *text;
    guint       serial;
  } good[] = { { "XS-0042", 42 }, { "xs42", 42 }, { "Xs-1", 1 }, { "XS-99999999", 99999999 }, { "XS00000000000001", 1 }, { "ＸＳ－００４２", 42 }, { "ｘｓ７", 7 } };
  static const char *const bad[] = { "", "XS", "XS-", "XS-0", "XS--1", "XS- 1", "XS-1 ", "XS-1a", "XS-100000000", "XS+1", "42", "YS-1", "XS-99999999999999999999", "\xff" };
  g_autoptr (HbkEvidenceFile) file = hbk_evidence_file_new (SHA256, 42, "a", 0);
  g_autofree char *shown = hbk_evidence_file_dup_serial (file);
  guint            serial = 7;

  g_assert_cmpstr (shown, ==, "XS-0042");
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (hbk_evidence_file_parse_serial (good[i].text, &serial));
      g_assert_cmpuint (serial, ==, good[i].serial);
    }
  serial = 7;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (hbk_evidence_file_parse_serial (bad[i], &serial));
      g_assert_cmpuint (serial, ==, 7);
    }
}

/* ---- Years ---- */

static gpointer
read_year (GBytes *bytes, HbkProblems *problems)
{
  return hbk_year_entry_read (bytes, problems);
}

static void
test_year (void)
{
  static const char full[] = "{\"year\":2023,\"handed_in\":true,\"at\":\"1700000000000000\",\"pack\":\"qinghai\",\"pack_version\":\"2024.1\",\"pack_sha256\":\"" SHA256 "\","
                             "\"vocabulary_sha256\":\"" SHA256 "\",\"profile\":\"{\\\"region\\\":\\\"qinghai\\\"}\",\"readings\":\"{\\\"R1\\\":\\\"x\\\"}\","
                             "\"package\":\"p\",\"note\":\"致人社局\",\"records\":[\"0123456789abcdef0123456789abcdef a b\",\"bare\"]}";
  static const char bare[] = "{\"year\":2023,\"handed_in\":false,\"at\":\"0\",\"pack\":\"x\",\"records\":[]}";
  g_autoptr (HbkYearEntry) entry = read_well (read_year, full);
  g_autoptr (HbkYearEntry) copy = hbk_year_entry_copy (entry);
  g_autoptr (HbkYearEntry) least = read_well (read_year, bare);
  g_autofree char *written = hbk_year_entry_write (copy);
  g_autofree char *least_written = hbk_year_entry_write (least);

  g_assert_cmpint (entry->at, ==, G_GINT64_CONSTANT (1700000000000000));
  g_assert_null (entry->rules[1]);
  g_assert_cmpstr (written, ==, full);
  g_assert_cmpstr (least_written, ==, bare);
  g_assert_true (hbk_year_entry_has_record (entry, "a b"));
  g_assert_false (hbk_year_entry_has_record (entry, "b"));
  g_assert_false (hbk_year_entry_has_record (entry, "bare"));
  hbk_year_entry_free (NULL);
}

static void
test_bad_years (void)
{
#define YEAR(rest) "{\"year\":2023,\"handed_in\":false,\"at\":\"0\",\"pack\":\"x\"" rest "}"
  assert_wrong (read_year, "[]", HBK_ERROR_VALUE, "");
  assert_wrong (read_year, "{\"handed_in\":false,\"at\":\"0\",\"pack\":\"x\"}", HBK_ERROR_MISSING, "year");
  assert_wrong (read_year, "{\"year\":1,\"handed_in\":false,\"at\":\"0\",\"pack\":\"x\"}", HBK_ERROR_VALUE, "");
  assert_wrong (read_year, "{\"year\":2023,\"at\":\"0\",\"pack\":\"x\"}", HBK_ERROR_MISSING, "handed_in");
  assert_wrong (read_year, "{\"year\":2023,\"handed_in\":1,\"at\":\"0\",\"pack\":\"x\"}", HBK_ERROR_VALUE, "");
  assert_wrong (read_year, "{\"year\":2023,\"handed_in\":false,\"pack\":\"x\"}", HBK_ERROR_MISSING, "at");
  assert_wrong (read_year, "{\"year\":2023,\"handed_in\":false,\"at\":\"soon\",\"pack\":\"x\"}", HBK_ERROR_VALUE, "This is not a moment.");
  assert_wrong (read_year, "{\"year\":2023,\"handed_in\":false,\"at\":\"-1\",\"pack\":\"x\"}", HBK_ERROR_VALUE, "This is not a moment.");
  assert_wrong (read_year, "{\"year\":2023,\"handed_in\":false,\"at\":\"99999999999999999999\",\"pack\":\"x\"}", HBK_ERROR_VALUE, "This is not a moment.");
  assert_wrong (read_year, "{\"year\":2023,\"handed_in\":false,\"at\":\"0\"}", HBK_ERROR_MISSING, "pack");
  assert_wrong (read_year, YEAR (",\"pack_sha256\":\"abc\""), HBK_ERROR_VALUE, "This is not a SHA-256 checksum of 64 hexadecimal digits.");
  assert_wrong (read_year, YEAR (",\"profile\":\"{\""), HBK_ERROR_SYNTAX, "");
  assert_wrong (read_year, YEAR (",\"profile\":{}"), HBK_ERROR_VALUE, "");
  assert_wrong (read_year, YEAR (",\"readings\":\"[]\""), HBK_ERROR_VALUE, "");
  assert_wrong (read_year, YEAR (",\"records\":[7]"), HBK_ERROR_VALUE, "");
#undef YEAR
}

/* ---- Steps ---- */

static void
test_steps (void)
{
  g_autoptr (HbkJournalStep) step = hbk_journal_step_new (HBK_JOURNAL_IMPORT);
  g_autoptr (HbkJournalStep) copy = NULL;
  g_autoptr (HbkChange) change = hbk_change_new (HBK_CHANGE_FILE, "x", NULL, "{}");
  g_autoptr (HbkChange) inverse = hbk_change_new_inverse (change);

  step->note = g_strdup ("note");
  step->correction = g_strdup ("why");
  g_ptr_array_add (step->changes, hbk_change_ref (change));
  copy = hbk_journal_step_copy (step);
  g_clear_pointer (&step, hbk_journal_step_free);
  g_assert_cmpstr (copy->note, ==, "note");
  g_assert_cmpstr (copy->correction, ==, "why");
  g_assert_cmpstr (hbk_change_get_after (g_ptr_array_index (copy->changes, 0)), ==, "{}");
  g_assert_cmpstr (hbk_change_get_before (inverse), ==, "{}");
  g_assert_null (hbk_change_get_after (inverse));
  g_assert_cmpstr (hbk_change_get_id (inverse), ==, "x");
  hbk_journal_step_free (NULL);
}

/* The words that are stored lead back to what they stand for; others to nothing. */
static void
test_nicks (void)
{
  HbkJournalWhat what = HBK_JOURNAL_ADD;
  HbkChangeKind  kind = HBK_CHANGE_RECORD;

  for (int i = HBK_JOURNAL_ADD; i <= HBK_JOURNAL_REDO; i++)
    {
      g_assert_true (hbk_journal_what_from_nick (hbk_journal_what_to_nick ((HbkJournalWhat) i), &what));
      g_assert_cmpint (what, ==, i);
    }
  for (int i = HBK_CHANGE_RECORD; i <= HBK_CHANGE_EXTRA; i++)
    {
      g_assert_true (hbk_change_kind_from_nick (hbk_change_kind_to_nick ((HbkChangeKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (hbk_journal_what_from_nick (NULL, &what));
  g_assert_false (hbk_journal_what_from_nick ("", &what));
  g_assert_false (hbk_change_kind_from_nick (NULL, &kind));
  g_assert_false (hbk_change_kind_from_nick ("Record", &kind));
}

static void
assert_days (gint64 removed, gint64 now, int expected)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("a", "x");
  g_autoptr (HbkTrashEntry) entry = hbk_trash_entry_new (record, NULL, removed, now);
  g_autoptr (HbkTrashEntry) copy = hbk_trash_entry_copy (entry);

  g_assert_cmpint (entry->days_left, ==, expected);
  g_assert_cmpint (copy->days_left, ==, expected);
  g_assert_cmpint (copy->removed, ==, removed);
  g_assert_true (copy->record == record);
}

static void
test_trash (void)
{
  const gint64 day = 24 * G_TIME_SPAN_HOUR;
  g_autoptr (HbkEvidenceFile) file = hbk_evidence_file_new (SHA256, 1, "a", 0);
  g_autoptr (HbkTrashEntry) entry = hbk_trash_entry_new (NULL, file, 0, 0);

  g_assert_cmpstr (entry->file->sha256, ==, SHA256);
  assert_days (0, 0, 90);
  assert_days (0, day - 1, 90);
  assert_days (0, day, 89);
  assert_days (0, 90 * day - 1, 1);
  assert_days (0, 90 * day, 0);
  assert_days (0, 1000 * day, 0);
  /* The clock was set back, and what no clock shows. */
  assert_days (100 * day, 0, 90);
  assert_days (G_MAXINT64, G_MININT64, 90);
  assert_days (G_MININT64, G_MAXINT64, 0);
  hbk_trash_entry_free (NULL);
}

/* ---- The writer ---- */

static void
test_compact (void)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new_compact ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "a", "x: \"y\"\n");
  hbk_json_writer_begin_array (writer, "b");
  hbk_json_writer_add_int (writer, NULL, 1);
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_end_object (writer);
  hbk_json_writer_begin_array (writer, NULL);
  hbk_json_writer_add_null (writer, NULL);
  hbk_json_writer_add_hours (writer, NULL, 150);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  first = hbk_json_writer_finish_text (writer);
  g_assert_cmpstr (first, ==, "{\"a\":\"x: \\\"y\\\"\\n\",\"b\":[1,{},[null,1.5]]}");
  /* A writer that was emptied may be used again. */
  hbk_json_writer_begin_array (writer, NULL);
  hbk_json_writer_end_array (writer);
  second = hbk_json_writer_finish_text (writer);
  g_assert_cmpstr (second, ==, "[]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stored/record", test_record);
  g_test_add_func ("/stored/substance", test_substance);
  g_test_add_func ("/stored/attributes", test_attributes);
  g_test_add_func ("/stored/file", test_file);
  g_test_add_func ("/stored/bad-files", test_bad_files);
  g_test_add_func ("/stored/serials", test_serials);
  g_test_add_func ("/stored/year", test_year);
  g_test_add_func ("/stored/bad-years", test_bad_years);
  g_test_add_func ("/stored/steps", test_steps);
  g_test_add_func ("/stored/nicks", test_nicks);
  g_test_add_func ("/stored/trash", test_trash);
  g_test_add_func ("/stored/compact", test_compact);

  return g_test_run ();
}
