/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading a table costs, as CSV and as a workbook, and making records of it and writing them; beside the logbook reader on
 * the same records. Judged is only that the cost of a row does not grow with their number. */

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <time.h>

#include "exchange/hbk-logbook-csv.h"
#include "exchange/hbk-table-import.h"
#include "exchange/hbk-table-reader.h"
#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"

#define N_FEW 10000
#define N_MANY 100000
#define GROWTH_BOUND 1.6

static double
now (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spec);
  return (double) spec.tv_sec * 1e3 + (double) spec.tv_nsec / 1e6;
}

static HbkVocabulary *
read_vocabulary (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", "vocabulary.json", NULL);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    g_error ("no vocabulary");
  bytes = g_bytes_new_take (text, length);
  return hbk_vocabulary_read (bytes, problems);
}

static GBytes *
make_csv (guint n_rows)
{
  GString *text = g_string_new ("课程名称,活动类型,科目类型,起止时间,获得学时,天数,主办单位,备注\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "第%u期新材料培训班,%s,%s,2024年%u月%u日至%u日,%u学时,%u,某某学会,\"备注，%u\"\n", i, i % 3 == 0 ? "培训班" : "网络学习", i % 2 == 0 ? "公需" : "专业", i % 12 + 1, i % 20 + 1, i % 20 + 3, i % 30, i % 5, i);

  return g_string_free_to_bytes (text);
}

static void
add_part (struct archive *archive, const char *name, const char *text, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) length);
  if (archive_write_header (archive, entry) != ARCHIVE_OK || archive_write_data (archive, text, length) != (la_ssize_t) length)
    g_error ("no archive");
  archive_entry_free (entry);
}

/* The same table as a workbook. */
static GBytes *
make_workbook (const HbkTable *table)
{
  static const char type[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autofree char *root = g_strdup_printf ("<Relationships><Relationship Id=\"a\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", type);
  g_autofree char *links = g_strdup_printf ("<Relationships><Relationship Id=\"a\" Type=\"%s/worksheet\" Target=\"sheet1.xml\"/></Relationships>", type);
  const char      *book = "<workbook><sheets><sheet name=\"x\" id=\"a\"/></sheets></workbook>";
  struct archive  *archive = archive_write_new ();
  gsize            used = 0, room;
  char            *buffer;

  for (guint row = 0; row < hbk_table_get_n_rows (table); row++)
    {
      g_string_append (sheet, "<row>");
      for (guint column = 0; column < hbk_table_get_n_columns (table); column++)
        g_string_append_printf (sheet, "<c t=\"inlineStr\"><is><t>%s</t></is></c>", hbk_table_get_cell (table, row, column));
      g_string_append (sheet, "</row>");
    }
  g_string_append (sheet, "</sheetData></worksheet>");

  room = sheet->len + 65536;
  buffer = g_malloc (room);
  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, buffer, room, &used);
  add_part (archive, "_rels/.rels", root, strlen (root));
  add_part (archive, "xl/_rels/workbook.xml.rels", links, strlen (links));
  add_part (archive, "xl/workbook.xml", book, strlen (book));
  add_part (archive, "xl/sheet1.xml", sheet->str, sheet->len);
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}

static HbkTable *
read_table (GBytes *bytes, const char *what, guint n_rows, double *per_row)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  HbkTableSource source;
  double         begin = now ();
  HbkTable      *table = hbk_table_read (bytes, NULL, &source, problems, &error);
  double         took = now () - begin;

  if (table == NULL)
    g_error ("%s", error->message);
  *per_row = took / n_rows;
  g_print ("%8u rows: read as %s: %.0f ms, %.1f MiB\n", n_rows, what, took, (double) g_bytes_get_size (bytes) / (1 << 20));

  return table;
}

/* Gives the time for a row of each step. */
static void
measure (HbkVocabulary *vocabulary, guint n_rows, double per_row[4])
{
  g_autoptr (GBytes) csv = make_csv (n_rows);
  g_autoptr (HbkTable) table = read_table (csv, "CSV", n_rows, &per_row[0]);
  g_autoptr (GBytes) workbook = make_workbook (table);
  g_autoptr (HbkTable) same = read_table (workbook, "XLSX", n_rows, &per_row[1]);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkColumnMapping) mapping = NULL;
  g_autoptr (HbkTableImport) import = NULL;
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (HbkLogbook) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) json = NULL;
  double begin = now ();

  mapping = hbk_column_mapping_suggest (same, vocabulary);
  import = hbk_table_import (mapping, HBK_DATE_TEXT_STRICT);
  per_row[2] = (now () - begin) / n_rows;
  if (hbk_table_import_get_n_records (import) != n_rows)
    g_error ("%u records", hbk_table_import_get_n_records (import));
  g_print ("%8u rows: records made: %.0f ms\n", n_rows, per_row[2] * n_rows);

  for (guint i = 0; i < n_rows; i++)
    hbk_logbook_append (logbook, hbk_table_import_get_record (import, i));
  begin = now ();
  written = hbk_logbook_write_csv (logbook, vocabulary, HBK_LANGUAGE_ZH);
  per_row[3] = (now () - begin) / n_rows;
  g_print ("%8u rows: written as CSV: %.0f ms\n", n_rows, per_row[3] * n_rows);

  json = hbk_logbook_write (logbook);
  begin = now ();
  again = hbk_logbook_read (json, problems);
  g_print ("%8u rows: the same logbook read: %.0f ms\n", n_rows, now () - begin);
}

int
main (void)
{
  static const char *const steps[] = { "reading CSV", "reading XLSX", "making records", "writing CSV" };
  g_autoptr (HbkVocabulary) vocabulary = read_vocabulary ();
  double few[4], many[4];
  int    failed = 0;

  measure (vocabulary, N_FEW, few);
  measure (vocabulary, N_MANY, many);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double growth = many[i] / few[i];

      g_print ("%s: a row costs %.2f times as much of ten times as many (%.1f allowed)\n", steps[i], growth, GROWTH_BOUND);
      failed |= growth > GROWTH_BOUND;
    }

  return failed;
}
