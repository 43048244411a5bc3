/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-workbook-check.h"

#include <archive.h>
#include <archive_entry.h>

#define BLOCK 16384

typedef struct
{
  guint n_cells;
  guint n_parts;
} Counts;

static void
count_cell (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer user_data, GError **error)
{
  Counts *counts = user_data;

  if (g_str_equal (element, "c"))
    counts->n_cells++;
}

/* A part that was cut short is no longer XML. */
static gboolean
check_part (struct archive *archive, Counts *counts)
{
  static const GMarkupParser parser = { .start_element = count_cell };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, counts, NULL);
  char       block[BLOCK];
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    {
      if (!g_markup_parse_context_parse (context, block, n, NULL))
        return FALSE;
    }
  counts->n_parts++;

  return n == 0 && g_markup_parse_context_end_parse (context, NULL);
}

/**
 * hbk_workbook_check:
 * @data: (array length=size): the bytes of a workbook that was just made
 * @size: how many there are
 * @n_cells: how many cells it has in all its sheets
 *
 * Reads a workbook back, for the library that writes it does not notice every time that a disk is full: all parts have to be whole, and all cells in
 * them.
 *
 * Returns: %TRUE when it is whole
 */
gboolean
hbk_workbook_check (gconstpointer data, gsize size, guint n_cells)
{
  struct archive       *archive = archive_read_new ();
  struct archive_entry *entry;
  Counts                counts = { 0, 0 };
  gboolean              whole = TRUE;
  int                   result;

  archive_read_support_format_zip (archive);
  result = archive_read_open_memory (archive, data, size);
  while (whole && result == ARCHIVE_OK && (result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    whole = check_part (archive, &counts);
  archive_read_free (archive);

  return whole && result == ARCHIVE_EOF && counts.n_parts > 0 && counts.n_cells == n_cells;
}
