/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/support.h"

#include <string.h>

#include "base/hbk-text.h"
#include "exchange/hbk-csv-reader.h"

/* The vocabulary that comes with Hourbook, read once. */
HbkVocabulary *
support_get_vocabulary (void)
{
  static HbkVocabulary *vocabulary;

  if (vocabulary == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", "vocabulary.json", NULL);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GError) error = NULL;
      gsize length;

      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      bytes = g_bytes_new (text, length);
      vocabulary = hbk_vocabulary_read (bytes, problems);
      g_assert_nonnull (vocabulary);
    }

  return vocabulary;
}

/* One of the files beside the tests. */
GBytes *
support_read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "files", name, NULL);
  char            *text = NULL;
  gsize            length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

HbkTable *
support_read_csv (const char *text)
{
  g_autoptr (GError) error = NULL;
  HbkTable *table = hbk_csv_read (text, strlen (text), '\0', NULL, &error);

  g_assert_no_error (error);

  return table;
}

/* One line a row: "2: A=text | C=text". */
char *
support_dump_table (const HbkTable *table)
{
  GString *dump = g_string_new (NULL);

  for (guint row = 0; row < hbk_table_get_n_rows (table); row++)
    {
      g_string_append_printf (dump, "%d:", hbk_table_get_row_number (table, row));
      for (guint i = 0; i < hbk_table_get_row_n_filled (table, row); i++)
        {
          guint            column;
          const char      *text = hbk_table_get_filled (table, row, i, &column);
          g_autofree char *shown = hbk_text_escape (text, -1, 200);
          g_autofree char *name = hbk_table_column_name (column);

          g_assert_cmpstr (text, ==, hbk_table_get_cell (table, row, column));
          g_string_append_printf (dump, "%s %s=%s", i > 0 ? " |" : "", name, shown);
        }
      g_string_append_c (dump, '\n');
    }

  return g_string_free_and_steal (dump);
}

char *
support_dump_problems (const HbkProblems *problems)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      g_autofree char *text = hbk_problem_to_string (hbk_problems_get (problems, i), NULL);

      g_string_append_printf (dump, "%s\n", text);
    }

  return g_string_free_and_steal (dump);
}

static void
append_facts (GString *dump, HbkFacts *facts)
{
  for (guint i = 0; i < hbk_facts_get_n (facts); i++)
    {
      const char     *id;
      const HbkValue *value = hbk_facts_nth (facts, i, &id);
      g_autoptr (JsonNode) node = hbk_value_to_json (value);
      g_autofree char *json = value->kind == HBK_VALUE_NUMBER ? hbk_hours_format (value->number) : json_to_string (node, FALSE);

      g_string_append_printf (dump, " %s=%s", id, json);
    }
}

/* One line a record, without what it leaves open. */
char *
support_dump_import (const HbkTableImport *import)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < hbk_table_import_get_n_records (import); i++)
    {
      HbkRecord       *record = hbk_table_import_get_record (import, i);
      g_autofree char *start = hbk_date_format (hbk_record_get_start (record));
      g_autofree char *end = hbk_date_format (hbk_record_get_end (record));
      g_autofree char *note = hbk_record_get_note (record) != NULL ? hbk_text_escape (hbk_record_get_note (record), -1, 200) : NULL;
      HbkHours         public_hours, professional_hours;

      g_string_append_printf (dump, "%d: %s “%s” %s..%s", hbk_table_import_get_row_number (import, i), hbk_record_get_activity (record), hbk_record_get_title (record), start, end);
      if (hbk_record_get_subject (record) != HBK_SUBJECT_NONE)
        g_string_append_printf (dump, " %s", hbk_subject_to_nick (hbk_record_get_subject (record)));
      if (hbk_record_get_status (record) != HBK_STATUS_DONE)
        g_string_append_printf (dump, " %s", hbk_status_to_nick (hbk_record_get_status (record)));
      append_facts (dump, hbk_record_get_facts (record));
      if (hbk_record_get_verified_hours (record, &public_hours, &professional_hours))
        g_string_append_printf (dump, " verified %d+%d", (int) public_hours, (int) professional_hours);
      if (hbk_record_get_work (record) != NULL)
        g_string_append_printf (dump, " work=%s", hbk_record_get_work (record));
      if (note != NULL)
        g_string_append_printf (dump, " note=%s", note);
      g_string_append_c (dump, '\n');
    }

  return g_string_free_and_steal (dump);
}

/* Takes the suggested mapping, with "COLUMN=TARGET" and, after a plus, "+TARGET=VALUE". */
HbkTableImport *
support_import (HbkTable *table, ...)
{
  g_autoptr (HbkColumnMapping) mapping = hbk_column_mapping_suggest (table, support_get_vocabulary ());
  va_list     options;
  const char *option;

  va_start (options, table);
  while ((option = va_arg (options, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      if (*option == '+')
        hbk_column_mapping_set_default (mapping, option + 1, &error);
      else
        hbk_column_mapping_assign (mapping, option, &error);
      g_assert_no_error (error);
    }
  va_end (options);

  return hbk_table_import (mapping, HBK_DATE_TEXT_STRICT);
}
