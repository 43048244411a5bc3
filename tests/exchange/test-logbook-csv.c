/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/hbk-logbook-csv.h"

#include <string.h>

#include "exchange/hbk-table-reader.h"
#include "exchange/support.h"
#include "records/hbk-logbook-reader.h"

static HbkRecord *
make_record (const char *id, const char *title)
{
  HbkRecord *record = hbk_record_new (id, "training");

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, hbk_date_new (2024, 3, 15), hbk_date_new (2024, 3, 17));

  return record;
}

static char *
write_text (HbkLogbook *logbook, HbkLanguage language)
{
  g_autoptr (GBytes) bytes = hbk_logbook_write_csv (logbook, support_get_vocabulary (), language);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static HbkLogbook *
make_logbook (void)
{
  HbkLogbook *logbook = hbk_logbook_new ();
  g_autoptr (HbkRecord) first = make_record ("r1", "新材料,培训班");
  g_autoptr (HbkRecord) second = make_record ("r2", "=HYPERLINK(\"http://x\")");
  g_autoptr (HbkEvidence) certificate = hbk_evidence_new ("completion_certificate", "a.pdf", NULL);
  g_autoptr (HbkEvidence) other = hbk_evidence_new ("home_made", NULL, NULL);
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_record_set_subject (first, HBK_SUBJECT_PROFESSIONAL);
  hbk_record_set_status (first, HBK_STATUS_VERIFIED);
  hbk_record_set_verified_hours (first, 0, 1850);
  hbk_record_set_note (first, "line\ntwo");
  hbk_record_set_work (first, "doi:1");
  hbk_record_add_evidence (first, certificate);
  hbk_record_add_evidence (first, other);
  hbk_value_set_number (&value, 250);
  hbk_record_set_fact (first, "days", &value);
  hbk_value_set_boolean (&value, TRUE);
  hbk_record_set_fact (first, "completed", &value);
  hbk_value_set_text (&value, "x");
  hbk_record_set_fact (second, "home_made", &value);
  hbk_value_set_text (&value, "provincial");
  hbk_record_set_fact (second, "organiser_level", &value);
  hbk_logbook_append (logbook, first);
  hbk_logbook_append (logbook, second);

  return logbook;
}

static void
test_chinese (void)
{
  g_autoptr (HbkLogbook) logbook = make_logbook ();
  g_autofree char *csv = write_text (logbook, HBK_LANGUAGE_ZH);

  g_assert_cmpstr (csv, ==,
                   "\xef\xbb\xbf记录编号,活动类别,名称,开始日期,结束日期,科目,状态,成果标识,审验公需学时,审验专业学时,证明材料,备注,天数,组织单位级别,已学完,fact:home_made\r\n"
                   "r1,培训班、研修班、进修班,\"新材料,培训班\",2024-03-15,2024-03-17,专业科目,已审验,doi:1,0,18.5,\"结业证书 (a.pdf); home_made\",\"line\ntwo\",2.5,,是,\r\n"
                   "r2,培训班、研修班、进修班,\"'=HYPERLINK(\"\"http://x\"\")\",2024-03-15,2024-03-17,,已完成,,,,,,,省级,,x\r\n");
}

static void
test_english (void)
{
  g_autoptr (HbkLogbook) logbook = make_logbook ();
  g_autofree char *csv = write_text (logbook, HBK_LANGUAGE_EN);

  g_assert_true (g_str_has_prefix (csv,
                                   "\xef\xbb\xbf"
                                   "Record id,Activity,Title,Start,End,Subject,Status,Work,Verified public hours,Verified professional hours,Evidence,Note,Days,Level of the organiser,Completed,fact:home_made\r\n"
                                   "r1,Training class,"));
}

static void
test_empty (void)
{
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autofree char *csv = write_text (logbook, HBK_LANGUAGE_ZH);

  g_assert_cmpstr (csv, ==, "\xef\xbb\xbf记录编号,活动类别,名称,开始日期,结束日期,科目,状态,成果标识,审验公需学时,审验专业学时,证明材料,备注\r\n");
}

/* The names of very many files would be more than a cell takes. */
static void
test_much_evidence (void)
{
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (HbkRecord) record = make_record ("r1", "x");
  g_autofree char *name = g_strnfill (1000, 'n');
  g_autofree char *csv = NULL;
  g_autoptr (HbkTable) table = NULL;

  for (int i = 0; i < 50; i++)
    {
      g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("notice", name, NULL);

      hbk_record_add_evidence (record, evidence);
    }
  hbk_logbook_append (logbook, record);

  csv = write_text (logbook, HBK_LANGUAGE_ZH);
  g_assert_nonnull (strstr (csv, "n); …\""));
  table = support_read_csv (csv);
  g_assert_cmpuint (hbk_table_get_n_rows (table), ==, 2);
}

/* No cell of the file begins as a formula does, quoted or not. */
static void
assert_safe (const char *csv)
{
  gboolean in_quotes = FALSE;
  gboolean at_start = TRUE;

  for (const char *p = csv + strlen ("\xef\xbb\xbf"); *p != '\0'; p++)
    {
      if (in_quotes && g_str_has_prefix (p, "\"\""))
        {
          p++;
          at_start = FALSE;
        }
      else if (*p == '"')
        in_quotes = !in_quotes;
      else if (!in_quotes && (*p == ',' || *p == '\r' || *p == '\n'))
        at_start = TRUE;
      else
        {
          /* A plain number is none. */
          gboolean is_number = strchr ("+-", *p) != NULL && g_ascii_isdigit (p[1]) && strchr (",\"\r", p[1 + strspn (p + 1, "0123456789.")]) != NULL;

          g_assert_false (at_start && strchr ("=+-@\t\r\n", *p) != NULL && !is_number);
          g_assert_false (at_start && (g_str_has_prefix (p, "＝") || g_str_has_prefix (p, "＋") || g_str_has_prefix (p, "－") || g_str_has_prefix (p, "＠")));
          at_start = FALSE;
        }
    }
}

static void
assert_equal (HbkRecord *a, HbkRecord *b)
{
  HbkHours public_a = 0, professional_a = 0, public_b = 0, professional_b = 0;

  g_assert_cmpstr (hbk_record_get_id (a), ==, hbk_record_get_id (b));
  g_assert_cmpstr (hbk_record_get_activity (a), ==, hbk_record_get_activity (b));
  g_assert_cmpstr (hbk_record_get_title (a), ==, hbk_record_get_title (b));
  g_assert_cmpint (hbk_record_get_start (a), ==, hbk_record_get_start (b));
  g_assert_cmpint (hbk_record_get_end (a), ==, hbk_record_get_end (b));
  g_assert_cmpint (hbk_record_get_subject (a), ==, hbk_record_get_subject (b));
  g_assert_cmpint (hbk_record_get_status (a), ==, hbk_record_get_status (b));
  g_assert_cmpstr (hbk_record_get_work (a), ==, hbk_record_get_work (b));
  g_assert_cmpstr (hbk_record_get_note (a), ==, hbk_record_get_note (b));
  g_assert_cmpint (hbk_record_get_verified_hours (a, &public_a, &professional_a), ==, hbk_record_get_verified_hours (b, &public_b, &professional_b));
  g_assert_cmpint (public_a, ==, public_b);
  g_assert_cmpint (professional_a, ==, professional_b);

  g_assert_cmpuint (hbk_facts_get_n (hbk_record_get_facts (a)), ==, hbk_facts_get_n (hbk_record_get_facts (b)));
  for (guint i = 0; i < hbk_facts_get_n (hbk_record_get_facts (a)); i++)
    {
      const char     *id;
      const HbkValue *value = hbk_facts_nth (hbk_record_get_facts (a), i, &id);
      const HbkValue *other = hbk_record_get_fact (b, id);

      g_assert_nonnull (other);
      g_assert_true (hbk_value_equal (value, other));
    }
}

static void
assert_round_trip (HbkLogbook *logbook, HbkLanguage language)
{
  g_autoptr (GBytes) bytes = hbk_logbook_write_csv (logbook, support_get_vocabulary (), language);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  HbkTableSource source;
  g_autoptr (HbkTable) table = hbk_table_read (bytes, NULL, &source, problems, &error);
  g_autoptr (HbkTableImport) import = NULL;
  g_autofree char *csv = write_text (logbook, language);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (source.encoding, ==, HBK_ENCODING_UTF_8);
  g_assert_cmpint (source.separator, ==, ',');
  assert_safe (csv);
  import = support_import (table, NULL);
  said = support_dump_problems (hbk_table_import_get_problems (import));
  g_assert_cmpstr (said, ==, "");
  g_assert_cmpuint (hbk_table_import_get_n_records (import), ==, hbk_logbook_get_n_records (logbook));
  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    assert_equal (hbk_logbook_get_record (logbook, i), hbk_table_import_get_record (import, i));
}

static void
test_samples (void)
{
  static const char *const regions[] = { "changde", "changzhou", "jiangsu", "qinghai", "weihai", "yuxi" };

  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autofree char *name = g_strconcat (regions[i], ".json", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "samples", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (HbkLogbook) logbook = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      bytes = g_bytes_new (text, length);
      logbook = hbk_logbook_read (bytes, problems);
      g_assert_nonnull (logbook);
      g_test_message ("%s", path);
      assert_round_trip (logbook, HBK_LANGUAGE_ZH);
      assert_round_trip (logbook, HBK_LANGUAGE_EN);
    }
}

/* ---- Any texts ---- */

static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "＝", "＋", "－", "＠", "'", "\"", "\"\"", ",", ";", "，", " ", "　", "1", "5", ".", "0", "a", "学时", "𠮷", "合计", "-", "—", "是", "_x0041_", "&lt;", "sep=;", "\xe2\x80\xae", "\x01" };
  GString                 *text = g_string_new (NULL);
  int                      n = g_rand_int_range (rand, 0, 8);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free_and_steal (text);
}

/* Blanks at the ends are not kept, and a title is never empty; everything else is. */
static char *
random_kept_text (GRand *rand)
{
  for (;;)
    {
      g_autofree char *text = random_text (rand);
      gunichar         first = g_utf8_get_char (text);
      gunichar         last = *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;

      if (*text != '\0' && !g_unichar_isspace (first) && !g_unichar_isspace (last))
        return g_steal_pointer (&text);
    }
}

static void
set_random_fact (GRand *rand, HbkRecord *record)
{
  guint              n_facts = hbk_vocabulary_get_n_facts (support_get_vocabulary ());
  const HbkFactSpec *fact = hbk_vocabulary_get_fact (support_get_vocabulary (), (guint) g_rand_int_range (rand, 0, (int) n_facts));
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autofree char *text = random_kept_text (rand);
  gint64           list[] = { g_rand_int_range (rand, 0, 2400), 0, 750 };

  switch (fact->type)
    {
    case HBK_FACT_BOOLEAN:
      hbk_value_set_boolean (&value, g_rand_boolean (rand));
      break;

    case HBK_FACT_CHOICE:
      hbk_value_set_text (&value, g_array_index (fact->choices, HbkChoiceSpec, g_rand_int_range (rand, 0, (int) fact->choices->len)).id);
      break;

    case HBK_FACT_DATE:
      hbk_value_set_date (&value, hbk_date_new (1900, 1, 1) + g_rand_int_range (rand, 0, 100000));
      break;

    case HBK_FACT_HOURS_LIST:
      hbk_value_set_list (&value, list, (guint) g_rand_int_range (rand, 1, G_N_ELEMENTS (list) + 1));
      break;

    case HBK_FACT_TEXT:
      hbk_value_set_text (&value, text);
      break;

    case HBK_FACT_INTEGER:
      hbk_value_set_number (&value, g_rand_int_range (rand, 0, 3000) * 100);
      break;

    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
    default:
      hbk_value_set_number (&value, g_rand_int_range (rand, 0, 1000000));
    }

  hbk_record_set_fact (record, fact->id, &value);
}

static HbkRecord *
random_record (GRand *rand, int number)
{
  g_autofree char *text = random_kept_text (rand);
  g_autofree char *id = g_strdup_printf ("%s%d", text, number);
  guint            n_activities = hbk_vocabulary_get_n_activities (support_get_vocabulary ());
  HbkRecord       *record = hbk_record_new (id, hbk_vocabulary_get_activity (support_get_vocabulary (), (guint) g_rand_int_range (rand, 0, (int) n_activities))->id);
  HbkDate          start = hbk_date_new (1900, 1, 1) + g_rand_int_range (rand, 0, 100000);
  g_autofree char *title = random_kept_text (rand);
  g_autofree char *note = random_kept_text (rand);
  g_autofree char *work = random_kept_text (rand);

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, start, start + g_rand_int_range (rand, 0, 400));
  hbk_record_set_subject (record, (HbkSubject) g_rand_int_range (rand, 0, 3));
  hbk_record_set_status (record, (HbkStatus) g_rand_int_range (rand, 0, 5));
  if (g_rand_boolean (rand))
    hbk_record_set_note (record, note);
  if (g_rand_boolean (rand))
    hbk_record_set_work (record, work);
  if (g_rand_boolean (rand))
    hbk_record_set_verified_hours (record, g_rand_int_range (rand, 0, 9000), g_rand_int_range (rand, 0, 9000));
  for (int i = g_rand_int_range (rand, 0, 8); i > 0; i--)
    set_random_fact (rand, record);

  return record;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240315);

  for (int i = 0; i < 150; i++)
    {
      g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();

      for (int j = g_rand_int_range (rand, 0, 12); j > 0; j--)
        {
          g_autoptr (HbkRecord) record = random_record (rand, j);

          hbk_logbook_append (logbook, record);
        }
      assert_round_trip (logbook, i % 2 == 0 ? HBK_LANGUAGE_ZH : HBK_LANGUAGE_EN);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logbook-csv/chinese", test_chinese);
  g_test_add_func ("/logbook-csv/english", test_english);
  g_test_add_func ("/logbook-csv/empty", test_empty);
  g_test_add_func ("/logbook-csv/much-evidence", test_much_evidence);
  g_test_add_func ("/logbook-csv/samples", test_samples);
  g_test_add_func ("/logbook-csv/round-trip", test_round_trip);

  return g_test_run ();
}
