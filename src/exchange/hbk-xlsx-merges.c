/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xlsx-merges.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"
#include "exchange/hbk-table.h"
#include "exchange/hbk-xlsx-reference.h"
#include "exchange/hbk-xml-walk.h"

typedef struct
{
  guint first_column, last_column;
  int   first_row, last_row;
} Merge;

struct _HbkXlsxMerges
{
  GArray *merges; /* Merge, by first row */
  guint   next;   /* the first that has not begun */
  GArray *active; /* Merge, those of the row */
  guint8  hidden[HBK_TABLE_COLUMNS_MAX];
};

static int
compare_merges (gconstpointer a, gconstpointer b)
{
  int first = ((const Merge *) a)->first_row;
  int second = ((const Merge *) b)->first_row;

  return (first > second) - (first < second);
}

static void
merge_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  HbkXlsxMerges *self = data;
  const char    *range;
  Merge          merge;

  if (!g_str_equal (name, "mergeCell"))
    return;

  range = hbk_xml_attribute (names, values, "ref");
  if (range != NULL)
    range = hbk_xlsx_reference_read (range, &merge.first_column, &merge.first_row);
  if (range != NULL && *range == ':')
    range = hbk_xlsx_reference_read (range + 1, &merge.last_column, &merge.last_row);

  /* One that cannot be read hides nothing. */
  if (range != NULL && *range == '\0' && merge.first_column <= merge.last_column && merge.first_row <= merge.last_row)
    g_array_append_val (self->merges, merge);
}

/**
 * hbk_xlsx_merges_read:
 * @bytes: the part of a sheet
 * @error: where to put a #GError, or %NULL
 *
 * Reads which cells of a sheet are merged.
 *
 * Returns: (transfer full) (nullable): the merged cells, or %NULL with @error set
 */
HbkXlsxMerges *
hbk_xlsx_merges_read (GBytes *bytes, GError **error)
{
  static const HbkXmlHandler handler = { merge_cb, NULL, NULL };
  g_autoptr (HbkXlsxMerges) self = NULL;
  gsize       length;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (HbkXlsxMerges, 1);
  self->merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  self->active = g_array_new (FALSE, FALSE, sizeof (Merge));

  /* They stand after the cells, so the part is gone through twice; but most have none. */
  text = g_bytes_get_data (bytes, &length);
  if (length > 0 && g_strstr_len (text, (gssize) length, "mergeCell") != NULL && !hbk_xml_walk (bytes, &handler, self, error))
    return NULL;

  g_array_sort (self->merges, compare_merges);

  return g_steal_pointer (&self);
}

/**
 * hbk_xlsx_merges_free:
 * @self: (transfer full) (nullable): merged cells
 *
 * Frees what is known of merged cells.
 */
void
hbk_xlsx_merges_free (HbkXlsxMerges *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->merges);
  g_array_unref (self->active);
  g_free (self);
}

static gboolean
hide (HbkXlsxMerges *self, const Merge *merge, int number, GError **error)
{
  for (guint column = merge->first_column; column <= MIN (merge->last_column, HBK_TABLE_COLUMNS_MAX - 1); column++)
    {
      /* Those of a proper sheet cannot; and were they let, going through them might take for ever. */
      if (self->hidden[column] != 0)
        {
          g_set_error (error, HBK_ERROR, HBK_ERROR_SYNTAX, _("In row %d, merged cells overlap. Open the file in a spreadsheet, unmerge them and save it anew."), number);
          return FALSE;
        }
      self->hidden[column] = 1;
    }

  return TRUE;
}

/**
 * hbk_xlsx_merges_enter_row:
 * @self: merged cells
 * @number: the number of a row, greater than that of the row before
 * @error: where to put a #GError, or %NULL
 *
 * Goes on to a row.
 *
 * Returns: %FALSE when @error was set, because merged cells overlap
 */
gboolean
hbk_xlsx_merges_enter_row (HbkXlsxMerges *self, int number, GError **error)
{
  guint n_kept = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->active->len == 0 && self->next == self->merges->len)
    return TRUE;

  for (guint i = 0; i < self->active->len; i++)
    {
      const Merge *merge = &g_array_index (self->active, Merge, i);

      if (merge->last_row >= number)
        g_array_index (self->active, Merge, n_kept++) = *merge;
    }
  g_array_set_size (self->active, n_kept);

  for (; self->next < self->merges->len && g_array_index (self->merges, Merge, self->next).first_row <= number; self->next++)
    {
      if (g_array_index (self->merges, Merge, self->next).last_row >= number)
        g_array_append_val (self->active, g_array_index (self->merges, Merge, self->next));
    }

  memset (self->hidden, 0, sizeof self->hidden);
  for (guint i = 0; i < self->active->len; i++)
    {
      if (!hide (self, &g_array_index (self->active, Merge, i), number, error))
        return FALSE;
    }

  for (guint i = 0; i < self->active->len; i++)
    {
      const Merge *merge = &g_array_index (self->active, Merge, i);

      if (merge->first_row == number && merge->first_column < HBK_TABLE_COLUMNS_MAX)
        self->hidden[merge->first_column] = 0;
    }

  return TRUE;
}

/**
 * hbk_xlsx_merges_hide:
 * @self: merged cells
 * @column: a column of the row, from 0
 *
 * Says whether a cell lies under the first of merged cells, so that nobody sees what it holds.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_xlsx_merges_hide (const HbkXlsxMerges *self, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return column < HBK_TABLE_COLUMNS_MAX && self->hidden[column] != 0;
}
