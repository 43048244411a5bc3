/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads any workbook and makes records of it.
 *
 * An input that begins with PK is an archive as it is. Of any other the parts of a workbook are taken, with form feeds between
 * them: sheet, shared strings, styles, workbook; an archive is made of these, so that what is tried gets past its checksums. */

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "exchange/hbk-table-reader.h"
#include "exchange/hbk-xlsx-reader.h"
#include "table-chain.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define ROOM 65536

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
add_part (struct archive *archive, const char *name, const char *data, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, data, length), ==, (int) length);
  archive_entry_free (entry);
}

static void
add_text (struct archive *archive, const char *name, const char *text)
{
  add_part (archive, name, text, strlen (text));
}

static GBytes *
make_workbook (const guint8 *data, gsize size)
{
  static const char *const parts[] = { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml" };
  struct archive          *archive = archive_write_new ();
  gsize                    room = size + ROOM, used = 0;
  char                    *buffer = g_malloc (room);
  const char              *p = (const char *) data, *end = p + size;
  gsize                    n = 0;

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_open_memory (archive, buffer, room, &used);
  add_text (archive, "_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  add_text (archive, "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            "<Relationship Id=\"b\" Type=\"" OFFICE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            "<Relationship Id=\"c\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/></Relationships>");
  for (; n < G_N_ELEMENTS (parts) && p != NULL; n++)
    {
      const char *feed = size > 0 ? memchr (p, '\f', (gsize) (end - p)) : NULL;

      add_part (archive, parts[n], p, (gsize) ((feed != NULL ? feed : end) - p));
      p = feed != NULL ? feed + 1 : NULL;
    }
  if (n < G_N_ELEMENTS (parts))
    add_text (archive, "xl/workbook.xml", "<workbook><sheets><sheet name=\"x\" id=\"a\"/></sheets></workbook>");
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new_take (g_realloc (buffer, used), used);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gboolean is_archive = size >= 2 && memcmp (data, "PK", 2) == 0;
  g_autoptr (GBytes) bytes = is_archive ? g_bytes_new (data, size) : make_workbook (data, size);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkTable) table = hbk_xlsx_read (bytes, NULL, problems, &error);
  g_auto (GStrv) names = hbk_xlsx_list_sheets (bytes, NULL);

  g_assert_true ((table == NULL) == (error != NULL));
  g_assert_true (table == NULL || names != NULL);
  if (table != NULL)
    table_chain_check (table);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return 0;
}
