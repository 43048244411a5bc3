/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "exchange/hbk-csv-reader.h"
#include "exchange/hbk-xlsx-reader.h"

#define MEBIBYTE (1024 * 1024)

/* How much of the name of a sheet is shown. */
#define NAME_CHARS 60

typedef struct
{
  const char *data;
  gsize       length;
} Bytes;

static gboolean
begins_with (Bytes bytes, const char *start, gsize length)
{
  return bytes.length >= length && memcmp (bytes.data, start, length) == 0;
}

/* What Excel 97 wrote, and what newer ones put a workbook into to protect it by a password. */
static gboolean
refuse_compound_file (Bytes bytes, GError **error)
{
  static const char magic[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gboolean          is_encrypted = FALSE;

  if (!begins_with (bytes, magic, 8))
    return TRUE;

  for (gsize i = 0; i + sizeof encrypted <= bytes.length && !is_encrypted; i++)
    is_encrypted = bytes.data[i] == 'E' && memcmp (bytes.data + i, encrypted, sizeof encrypted) == 0;

  g_set_error_literal (error, HBK_ERROR, HBK_ERROR_FORMAT,
                       is_encrypted ? _("The file is protected by a password. Open it in a spreadsheet and save it without one, as XLSX or CSV.")
                                    : _("The file is a workbook of the old format XLS. Open it in a spreadsheet and save it as XLSX or CSV."));

  return FALSE;
}

/* Many platforms give out a web page, or the XML of Excel 2003, under the name of a spreadsheet. */
static gboolean
refuse_markup (const char *text, gsize length, GError **error)
{
  static const char *const starts[] = { "<html", "<!doctype", "<table", "<?xml", "<head", "<meta" };

  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gsize start_length = strlen (starts[i]);

      if (length >= start_length && g_ascii_strncasecmp (text, starts[i], start_length) == 0)
        {
          g_set_error_literal (error, HBK_ERROR, HBK_ERROR_FORMAT, _("The file is a web page or XML, whatever its name says. Open it in a spreadsheet and save it as XLSX or CSV."));
          return FALSE;
        }
    }

  return TRUE;
}

static HbkTable *
read_csv (GBytes *bytes, const HbkTableOptions *options, HbkTableSource *source, GError **error)
{
  gsize            length = 0;
  g_autofree char *text = hbk_text_decode (bytes, options->encoding, &source->encoding, &length, error);

  if (text == NULL || !refuse_markup (text, length, error))
    return NULL;

  return hbk_csv_read (text, length, options->separator, &source->separator, error);
}

/**
 * hbk_table_read:
 * @bytes: a workbook in XLSX, or a table in CSV
 * @options: (nullable): what the person said about the file
 * @source: (out): how it was read
 * @warnings: gets the cells that could not be read as they are
 * @error: where to put a #GError, or %NULL
 *
 * Reads a table; which kind of file it is, its bytes say.
 *
 * Files that only look like one of the two are refused with %HBK_ERROR_FORMAT and what to do: the old XLS, a password, a web page.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with @error set
 */
HbkTable *
hbk_table_read (GBytes *bytes, const HbkTableOptions *options, HbkTableSource *source, HbkProblems *warnings, GError **error)
{
  static const HbkTableOptions usual = { HBK_ENCODING_ANY, '\0', NULL };
  Bytes                        all;

  g_return_val_if_fail (bytes != NULL && source != NULL && warnings != NULL, NULL);

  if (options == NULL)
    options = &usual;
  *source = (HbkTableSource) { FALSE, HBK_ENCODING_ANY, '\0' };
  all.data = g_bytes_get_data (bytes, &all.length);

  if (all.length > HBK_TABLE_FILE_MAX)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _("The file is larger than %d MiB. Copy the rows that matter to a new file."), HBK_TABLE_FILE_MAX / MEBIBYTE);
      return NULL;
    }

  if (!refuse_compound_file (all, error))
    return NULL;
  if (!begins_with (all, "PK", 2) || all.length < 4 || (unsigned char) all.data[2] > 8)
    return read_csv (bytes, options, source, error);

  source->is_workbook = TRUE;

  return hbk_xlsx_read (bytes, options->sheet, warnings, error);
}

static const char *
name_separator (char separator)
{
  switch (separator)
    {
    case '\t':
      return _("tab");

    case ';':
      return _("semicolon");

    case '|':
      return _("vertical bar");

    case ',':
    default:
      return _("comma");
    }
}

/**
 * hbk_table_source_describe:
 * @source: how a table was read
 * @table: the table
 *
 * Says in words how a table was read, so that a person sees whether it was right.
 *
 * Returns: (transfer full): a text such as `CSV, gb18030, separator comma`
 */
char *
hbk_table_source_describe (const HbkTableSource *source, const HbkTable *table)
{
  g_autofree char *sheet = NULL;

  g_return_val_if_fail (source != NULL && table != NULL, NULL);

  if (!source->is_workbook)
    {
      /* Translators: an encoding such as gb18030, and what stands between the cells, such as “comma”. */
      return g_strdup_printf (_("CSV, %1$s, separator %2$s"), hbk_encoding_to_name (source->encoding), name_separator (source->separator));
    }

  sheet = hbk_text_escape (hbk_table_get_sheet (table), -1, NAME_CHARS);

  return g_strdup_printf (_("XLSX, sheet “%s”"), sheet);
}
