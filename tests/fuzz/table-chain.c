/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with any table that was read: columns are found, records made, written as CSV and read again. */

#include "table-chain.h"

#include "exchange/hbk-logbook-csv.h"
#include "exchange/hbk-table-import.h"
#include "exchange/hbk-table-reader.h"
#include "records/hbk-logbook-writer.h"
#include "records/hbk-logbook-reader.h"

static HbkVocabulary *
get_vocabulary (void)
{
  static HbkVocabulary *vocabulary;

  if (vocabulary == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", "vocabulary.json", NULL);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GBytes) bytes = NULL;
      char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      bytes = g_bytes_new_take (contents, length);
      vocabulary = hbk_vocabulary_read (bytes, problems);
      g_assert_nonnull (vocabulary);
    }

  return vocabulary;
}

/* A table keeps what it promises: cells from left to right, rows from the top, all of it text. */
static void
check_table (const HbkTable *table)
{
  for (guint row = 0; row < hbk_table_get_n_rows (table); row++)
    {
      guint last = 0;

      g_assert_cmpint (hbk_table_get_row_number (table, row), >, row > 0 ? hbk_table_get_row_number (table, row - 1) : 0);
      for (guint i = 0; i < hbk_table_get_row_n_filled (table, row); i++)
        {
          guint       column;
          const char *text = hbk_table_get_filled (table, row, i, &column);

          g_assert_true (i == 0 || column > last);
          g_assert_cmpuint (column, <, hbk_table_get_n_columns (table));
          g_assert_true (*text != '\0' && g_utf8_validate (text, -1, NULL));
          last = column;
        }
    }
}

static void
check_problems (const HbkProblems *problems)
{
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      g_autofree char *text = hbk_problem_to_string (hbk_problems_get (problems, i), "table");

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_null (strchr (text, '\n'));
    }
}

/* What an import gives is a logbook that Hourbook reads. */
static HbkLogbook *
make_logbook (const HbkTableImport *import)
{
  HbkLogbook *logbook = hbk_logbook_new ();
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HbkLogbook) again = NULL;

  for (guint i = 0; i < hbk_table_import_get_n_records (import); i++)
    g_assert_true (hbk_logbook_append (logbook, hbk_table_import_get_record (import, i)));

  bytes = hbk_logbook_write (logbook);
  again = hbk_logbook_read (bytes, problems);
  g_assert_nonnull (again);

  return logbook;
}

static void
check_round_trip (HbkLogbook *logbook, HbkLanguage language)
{
  g_autoptr (GBytes) once = hbk_logbook_write_csv (logbook, get_vocabulary (), language);
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkTableSource source;
  g_autoptr (HbkTable) table = hbk_table_read (once, NULL, &source, problems, NULL);
  g_autoptr (HbkColumnMapping) mapping = NULL;
  g_autoptr (HbkTableImport) import = NULL;
  g_autoptr (HbkLogbook) again = NULL;

  g_assert_nonnull (table);
  mapping = hbk_column_mapping_suggest (table, get_vocabulary ());
  import = hbk_table_import (mapping, HBK_DATE_TEXT_STRICT);
  g_assert_cmpuint (hbk_table_import_get_n_records (import), ==, hbk_logbook_get_n_records (logbook));
  again = make_logbook (import);
  twice = hbk_logbook_write_csv (again, get_vocabulary (), language);
  g_assert_true (g_bytes_equal (once, twice));
}

/* Also what the headers leave open is given, so that rows get as far as they can. */
static void
complete_mapping (HbkColumnMapping *mapping)
{
  static const char *const defaults[] = { "activity=training", "title=x", "start=2024-01-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    g_assert_true (hbk_column_mapping_set_default (mapping, defaults[i], NULL));
}

void
table_chain_check (HbkTable *table)
{
  g_autoptr (HbkColumnMapping) mapping = hbk_column_mapping_suggest (table, get_vocabulary ());

  check_table (table);
  for (guint i = 0; i < hbk_column_mapping_get_n_columns (mapping); i++)
    {
      g_autofree char *words = hbk_column_mapping_describe (mapping, i, HBK_LANGUAGE_ZH);

      g_assert_true (g_utf8_validate (words, -1, NULL));
    }

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HbkTableImport) import = hbk_table_import (mapping, i == 0 ? HBK_DATE_TEXT_STRICT : HBK_DATE_TEXT_MONTHS);
      g_autoptr (HbkLogbook) logbook = make_logbook (import);

      check_problems (hbk_table_import_get_problems (import));
      check_problems (hbk_table_import_get_warnings (import));
      check_round_trip (logbook, i == 0 ? HBK_LANGUAGE_ZH : HBK_LANGUAGE_EN);
      complete_mapping (mapping);
    }
}
