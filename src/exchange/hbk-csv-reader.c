/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-csv-guard.h"
#include "base/hbk-error.h"

/* How many rows are looked at to find the separator. */
#define SAMPLE_ROWS 20

typedef struct
{
  const char *p;
  const char *end;
  char        separator;
  int         line;
  GString    *cell; /* the text of the last cell read */
  int         open; /* the line of a quotation mark that is never closed; 0 when there is none */
} Reader;

typedef enum {
  AFTER_CELL, /* a further cell of the row follows */
  AFTER_ROW,
  AFTER_ALL,
} After;

/* Steps over a line end: LF, CR or both. */
static void
pass_line_end (Reader *reader)
{
  if (*reader->p == '\r' && reader->p + 1 < reader->end && reader->p[1] == '\n')
    reader->p++;
  reader->p++;
  reader->line++;
}

static gboolean
at_line_end (const Reader *reader)
{
  return *reader->p == '\n' || *reader->p == '\r';
}

static void
read_quoted (Reader *reader)
{
  int begin = reader->line;

  reader->p++;
  while (reader->p < reader->end)
    {
      const char *start = reader->p;

      if (*start == '"' && (start + 1 == reader->end || start[1] != '"'))
        {
          reader->p++;
          return;
        }

      if (*start == '"')
        reader->p += 2;
      else if (at_line_end (reader))
        pass_line_end (reader);
      else
        reader->p++;

      /* Of a doubled mark one; of a line end all of it, as it is part of the text. */
      g_string_append_len (reader->cell, start, *start == '"' ? 1 : reader->p - start);
    }

  reader->open = begin;
}

/* A mark within a cell, and what follows the closing one, are ordinary characters, as spreadsheets have it. */
static After
read_cell (Reader *reader)
{
  const char *start;

  g_string_truncate (reader->cell, 0);
  if (reader->p < reader->end && *reader->p == '"')
    read_quoted (reader);

  start = reader->p;
  while (reader->p < reader->end && *reader->p != reader->separator && !at_line_end (reader))
    reader->p++;
  g_string_append_len (reader->cell, start, reader->p - start);

  if (reader->p == reader->end)
    return AFTER_ALL;
  if (*reader->p == reader->separator)
    {
      reader->p++;
      return AFTER_CELL;
    }

  pass_line_end (reader);

  return reader->p < reader->end ? AFTER_ROW : AFTER_ALL;
}

/* ---- The separator ---- */

/* How well the first rows agree on how many of a separator they have: how often the commonest number, then that number. */
static guint64
rate_separator (const char *text, const char *end, char separator)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  Reader  reader = { text, end, separator, 1, cell, 0 };
  guint   counts[SAMPLE_ROWS];
  guint   n_rows = 0;
  guint64 best = 0;
  After   after = AFTER_ROW;

  while (n_rows < SAMPLE_ROWS && after != AFTER_ALL)
    {
      guint count = 0;

      while ((after = read_cell (&reader)) == AFTER_CELL)
        count++;
      counts[n_rows++] = count;
    }

  for (guint i = 0; i < n_rows; i++)
    {
      guint64 n_same = 0;

      for (guint j = 0; j < n_rows; j++)
        n_same += counts[j] == counts[i];
      if (counts[i] > 0)
        best = MAX (best, n_same << 32 | counts[i]);
    }

  return best;
}

static char
find_separator (const char *text, const char *end)
{
  static const char candidates[] = { ',', '\t', ';' };
  char              found = ',';
  guint64           best = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint64 rating = rate_separator (text, end, candidates[i]);

      if (rating > best)
        {
          best = rating;
          found = candidates[i];
        }
    }

  return found;
}

/* Excel's own way to name the separator, in a line above the table. */
static gboolean
read_separator_line (Reader *reader)
{
  static const char prefix[] = "sep=";
  const char       *p = reader->p;

  if (reader->end - p < 5 || g_ascii_strncasecmp (p, prefix, 4) != 0 || strchr (",;\t|", p[4]) == NULL || p[4] == '\0')
    return FALSE;
  if (reader->end - p > 5 && p[5] != '\r' && p[5] != '\n')
    return FALSE;

  reader->separator = p[4];
  reader->p += 5;
  if (reader->p < reader->end)
    pass_line_end (reader);

  return TRUE;
}

/* ---- Rows ---- */

static gboolean
add_cell (HbkTable *table, int number, guint column, const char *text, gsize length, gboolean *has_row, GError **error)
{
  const char *meant = hbk_csv_without_guard (text);

  if (length == 0)
    return TRUE;
  if (!*has_row && !hbk_table_add_row (table, number, error))
    return FALSE;

  *has_row = TRUE;

  return hbk_table_add_cell (table, column, meant, length - (gsize) (meant - text), error);
}

/* Rows that only line ends or separators make are left out, so that a tail of them does not count. */
static gboolean
read_row (Reader *reader, HbkTable *table, After *after, GError **error)
{
  int      number = reader->line;
  gboolean has_row = FALSE;
  guint    column = 0;

  do
    {
      *after = read_cell (reader);
      if (reader->open > 0)
        {
          g_set_error (error, HBK_ERROR, HBK_ERROR_SYNTAX, _("The quotation mark in line %d is never closed. Close it, or double it where it is part of the text."), reader->open);
          return FALSE;
        }
      if (!add_cell (table, number, column++, reader->cell->str, reader->cell->len, &has_row, error))
        return FALSE;
    }
  while (*after == AFTER_CELL);

  return TRUE;
}

/**
 * hbk_csv_read:
 * @text: valid UTF-8 without NUL and without a mark, as [func@text_decode] gives it
 * @length: its length in bytes
 * @separator: what stands between cells, or 0 to find out
 * @found: (out) (optional): the separator it was read with
 * @error: where to put a #GError, or %NULL
 *
 * Reads a table in CSV: RFC 4180, with any line ends, and comma, tab or semicolon between the cells.
 *
 * Unless told, the separator is the one of a first line `sep=;`, else the one that most of the first rows agree on. The number
 * of a row is the line in which it begins; empty rows are left out. The apostrophe that keeps a spreadsheet from taking a
 * cell for a formula is taken away.
 *
 * A quotation mark that is never closed is refused with %HBK_ERROR_SYNTAX, what is beyond the limits of a table with
 * %HBK_ERROR_LIMIT.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with @error set
 */
HbkTable *
hbk_csv_read (const char *text, gsize length, char separator, char *found, GError **error)
{
  g_autoptr (HbkTable) table = NULL;
  g_autoptr (GString) cell = NULL;
  Reader reader;
  After  after;

  g_return_val_if_fail (text != NULL && separator != '"' && separator != '\r' && separator != '\n', NULL);

  table = hbk_table_new (NULL);
  cell = g_string_new (NULL);
  reader = (Reader) { text, text + length, separator, 1, cell, 0 };

  if (!read_separator_line (&reader) && separator == '\0')
    reader.separator = find_separator (reader.p, reader.end);
  /* Who named one knows better than the file. */
  if (separator != '\0')
    reader.separator = separator;
  if (found != NULL)
    *found = reader.separator;

  after = reader.p < reader.end ? AFTER_ROW : AFTER_ALL;
  while (after != AFTER_ALL)
    {
      if (!read_row (&reader, table, &after, error))
        return NULL;
    }

  return g_steal_pointer (&table);
}
