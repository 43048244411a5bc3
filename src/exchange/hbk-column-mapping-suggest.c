/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-column-mapping-private.h"

#include <string.h>

#include "exchange/hbk-cell-text.h"
#include "exchange/hbk-import-words.h"

/* How many rows are looked at for headers: titles, dates and notes often stand above them. */
#define HEADER_ROWS 20

/* How many values of a column are looked at where its header may mean several things. */
#define SAMPLE_ROWS 20

/* Headers that mean the subject to one platform and the activity to the next. */
static const char ambiguous[] = " 类别 类型 课程类别 课程类型 培训类别 培训类型 学习类别 学习方式 学习形式 培训形式 培训方式 type kind category ";

static gboolean
is_ambiguous (const char *header)
{
  g_autofree char *key = hbk_cell_text_key (header);
  g_autofree char *word = g_strconcat (" ", key, " ", NULL);

  return *key != '\0' && strstr (ambiguous, word) != NULL;
}

/* How many of the cells of a row are headers that are known. */
static guint
rate_row (const HbkTable *table, guint row, const HbkImportNames *names)
{
  guint n_known = 0;

  for (guint i = 0; i < hbk_table_get_row_n_filled (table, row); i++)
    {
      const char     *text = hbk_table_get_filled (table, row, i, NULL);
      HbkImportTarget target;

      n_known += is_ambiguous (text) || hbk_import_names_find_target (names, text, &target);
    }

  return n_known;
}

/**
 * hbk_column_mapping_find_header_row:
 * @table: a table
 * @names: what headers are called
 *
 * Finds the row with the headers: of the first twenty the one with most headers that are known, else the first with two cells.
 *
 * Returns: the row, from 0, or -1 when there is none
 */
int
hbk_column_mapping_find_header_row (const HbkTable *table, const HbkImportNames *names)
{
  int   found = -1, first = -1;
  guint best = 1;

  for (guint row = 0; row < MIN (hbk_table_get_n_rows (table), HEADER_ROWS); row++)
    {
      guint n_known = rate_row (table, row, names);

      if (first < 0 && hbk_table_get_row_n_filled (table, row) >= 2)
        first = (int) row;
      if (n_known > best)
        {
          best = n_known;
          found = (int) row;
        }
    }

  return found >= 0 ? found : first;
}

/* What a sample of the values of a column turns out to be. */
static void
sample_column (const HbkColumnMapping *self, guint column, const HbkFactSpec *fact, guint *n_subjects, guint *n_activities, guint *n_choices)
{
  guint n_values = 0;

  *n_subjects = *n_activities = *n_choices = 0;
  for (guint row = (guint) (self->header_row + 1); row < hbk_table_get_n_rows (self->table) && n_values < SAMPLE_ROWS; row++)
    {
      const char *text = hbk_table_get_cell (self->table, row, column);
      HbkSubject  subject;

      if (hbk_import_words_are_nothing (text))
        continue;

      n_values++;
      *n_subjects += hbk_import_words_read_subject (text, &subject);
      *n_activities += hbk_import_names_find_activity (self->names, text) != NULL;
      *n_choices += fact != NULL && hbk_import_words_find_choice (text, fact) != NULL;
    }
}

/* By the header, and by the values where it may mean several things. */
static HbkImportTarget
suggest_target (const HbkColumnMapping *self, guint column, const char *header)
{
  HbkImportTarget target = { HBK_IMPORT_IGNORE, NULL };
  gboolean        known = hbk_import_names_find_target (self->names, header, &target);
  guint           n_subjects, n_activities, n_choices;

  if (is_ambiguous (header))
    {
      sample_column (self, column, NULL, &n_subjects, &n_activities, &n_choices);
      target.kind = n_subjects > n_activities ? HBK_IMPORT_SUBJECT : n_activities > 0 ? HBK_IMPORT_ACTIVITY
                                                                                      : HBK_IMPORT_APPEND_NOTE;
      target.fact = NULL;
    }
  else if (known && target.kind == HBK_IMPORT_FACT && target.fact->type == HBK_FACT_CHOICE)
    {
      /* “Organiser” may be followed by names, of which none is an answer the fact takes. */
      sample_column (self, column, target.fact, &n_subjects, &n_activities, &n_choices);
      if (n_choices == 0)
        target = (HbkImportTarget) { HBK_IMPORT_APPEND_NOTE, NULL };
    }

  return target;
}

static gboolean
is_taken (const HbkColumnMapping *self, guint n_columns, const HbkImportTarget *target)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (hbk_import_target_equal (&g_array_index (self->targets, HbkImportTarget, i), target))
        return TRUE;
    }

  return FALSE;
}

/* Only the first column says a thing; what another says of the same must not be lost. */
static void
add_target (HbkColumnMapping *self, guint column, HbkImportTarget target)
{
  if (target.kind != HBK_IMPORT_IGNORE && target.kind != HBK_IMPORT_APPEND_NOTE && is_taken (self, column, &target))
    target = (HbkImportTarget) { HBK_IMPORT_APPEND_NOTE, NULL };

  g_array_append_val (self->targets, target);
}

/* Where a table says only when something was finished, that is the day it is about. */
static void
settle_dates (HbkColumnMapping *self)
{
  guint column;

  if (hbk_column_mapping_find (self, HBK_IMPORT_START, &column) || hbk_column_mapping_find (self, HBK_IMPORT_PERIOD, &column))
    return;
  if (hbk_column_mapping_find (self, HBK_IMPORT_END, &column))
    g_array_index (self->targets, HbkImportTarget, column).kind = HBK_IMPORT_PERIOD;
}

/**
 * hbk_column_mapping_fill:
 * @self: a mapping whose row of headers is set
 *
 * Takes the headers, and suggests what each column says; what was assigned before is forgotten.
 */
void
hbk_column_mapping_fill (HbkColumnMapping *self)
{
  guint n_columns = hbk_table_get_n_columns (self->table);

  g_ptr_array_set_size (self->headers, 0);
  g_array_set_size (self->targets, 0);
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *header = hbk_cell_text_trim (self->header_row >= 0 ? hbk_table_get_cell (self->table, (guint) self->header_row, column) : "");

      add_target (self, column, suggest_target (self, column, header));
      g_ptr_array_add (self->headers, *header != '\0' ? g_steal_pointer (&header) : hbk_table_column_name (column));
    }

  settle_dates (self);
}
