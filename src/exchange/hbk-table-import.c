/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-table-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "exchange/hbk-cell-text.h"
#include "exchange/hbk-import-row.h"
#include "exchange/hbk-import-words.h"

/* How much of an id or header a message shows. */
#define TEXT_CHARS 60

/* How many digits of the sum over the content an id has: enough that two of a million records hardly ever share it. */
#define ID_DIGITS 12

/* A row with one filled cell is a remark where the table has at least so many columns that say something. */
#define COLUMNS_OF_TABLE 3

struct _HbkTableImport
{
  GPtrArray   *records;
  GArray      *numbers; /* int, the row of each record */
  GHashTable  *ids;     /* id → the row that has it */
  GHashTable  *counts;  /* sum over the content → how many records have it */
  HbkProblems *problems;
  HbkProblems *warnings;
  guint        n_rows;
  guint        n_skipped;
  guint        n_refused;
};

/* ---- Rows that are no records ---- */

static guint
count_used_columns (const HbkColumnMapping *mapping)
{
  guint n_used = 0;

  for (guint i = 0; i < hbk_column_mapping_get_n_columns (mapping); i++)
    n_used += hbk_column_mapping_get_target (mapping, i)->kind != HBK_IMPORT_IGNORE;

  return n_used;
}

static gboolean
repeats_headers (const HbkColumnMapping *mapping, guint row)
{
  HbkTable *table = hbk_column_mapping_get_table (mapping);

  for (guint i = 0; i < hbk_table_get_row_n_filled (table, row); i++)
    {
      guint            column;
      g_autofree char *text = hbk_cell_text_trim (hbk_table_get_filled (table, row, i, &column));

      if (!g_str_equal (text, hbk_column_mapping_get_header (mapping, column)))
        return FALSE;
    }

  return hbk_column_mapping_get_header_row (mapping) > 0;
}

/* The name of a total stands first, or after the number of the row. */
static gboolean
is_total (const HbkTable *table, guint row)
{
  for (guint i = 0; i < MIN (hbk_table_get_row_n_filled (table, row), 2); i++)
    {
      if (hbk_import_words_are_total (hbk_table_get_filled (table, row, i, NULL)))
        return TRUE;
    }

  return FALSE;
}

/* Says why a row is no record; NULL when it is one. */
static const char *
find_reason_to_skip (const HbkColumnMapping *mapping, guint row)
{
  HbkTable *table = hbk_column_mapping_get_table (mapping);
  gboolean  has_value = FALSE;

  for (guint i = 0; i < hbk_table_get_row_n_filled (table, row) && !has_value; i++)
    has_value = !hbk_import_words_are_nothing (hbk_table_get_filled (table, row, i, NULL));

  if (!has_value)
    return _("The row is empty.");
  if (is_total (table, row))
    return _("The row is a total.");
  if (repeats_headers (mapping, row))
    return _("The row repeats the headers.");
  if (hbk_table_get_row_n_filled (table, row) == 1 && count_used_columns (mapping) >= COLUMNS_OF_TABLE)
    return _("The row has one cell only, as a remark has.");

  return NULL;
}

static void
skip_row (HbkTableImport *self, const HbkColumnMapping *mapping, guint row, const char *reason)
{
  g_autofree char *place = hbk_table_place (hbk_table_get_row_number (hbk_column_mapping_get_table (mapping), row), NULL);

  hbk_problems_add (self->warnings, HBK_ERROR_MISSING, 0, place, reason, _("It was left out."));
  self->n_skipped++;
}

/* ---- Ids ---- */

/* The same content gives the same sum, whenever it is imported. */
static char *
sum_content (HbkRecord *record)
{
  g_autofree char  *start = hbk_date_format (hbk_record_get_start (record));
  g_autofree char  *end = hbk_date_format (hbk_record_get_end (record));
  const char *const parts[] = { hbk_record_get_title (record), start, end, hbk_record_get_activity (record) };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  /* With its NUL, so that no two parts can be taken for one. */
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (checksum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);

  return g_strndup (g_checksum_get_string (checksum), ID_DIGITS);
}

static char *
make_id (HbkTableImport *self, HbkRecord *record)
{
  g_autofree char *sum = sum_content (record);
  guint            count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, sum));
  g_autofree char *id = NULL;

  do
    {
      count++;
      g_free (id);
      id = count == 1 ? g_strdup_printf ("import-%s", sum) : g_strdup_printf ("import-%s-%u", sum, count);
    }
  while (g_hash_table_contains (self->ids, id));

  g_hash_table_replace (self->counts, g_steal_pointer (&sum), GUINT_TO_POINTER (count));

  return g_steal_pointer (&id);
}

static gboolean
claim_id (HbkTableImport *self, const char *id, int number, HbkProblems *problems)
{
  int              other = GPOINTER_TO_INT (g_hash_table_lookup (self->ids, id));
  g_autofree char *place = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *what = NULL;

  if (other == 0)
    {
      g_hash_table_insert (self->ids, g_strdup (id), GINT_TO_POINTER (number));
      return TRUE;
    }

  place = hbk_table_place (number, NULL);
  shown = hbk_text_escape (id, -1, TEXT_CHARS);
  /* Translators: the first is the id of a record, the second the number of a row. */
  what = g_strdup_printf (_("Row %2$d has the id “%1$s” too."), shown, other);
  hbk_problems_add (problems, HBK_ERROR_DUPLICATE, 0, place, what, _("Give each record an id of its own."));

  return FALSE;
}

/* ---- The whole ---- */

static void
import_row (HbkTableImport *self, const HbkColumnMapping *mapping, guint row, HbkDateTextFlags dates)
{
  int         number = hbk_table_get_row_number (hbk_column_mapping_get_table (mapping), row);
  const char *reason = find_reason_to_skip (mapping, row);
  g_auto (HbkImportRow) read = { NULL, NULL };
  g_autofree char *id = NULL;

  self->n_rows++;
  if (reason != NULL)
    {
      skip_row (self, mapping, row, reason);
      return;
    }

  if (!hbk_import_row_read (&read, mapping, row, dates, self->problems))
    {
      self->n_refused++;
      return;
    }

  id = read.id != NULL && *read.id != '\0' ? g_steal_pointer (&read.id) : make_id (self, read.record);
  if (!claim_id (self, id, number, self->problems))
    {
      self->n_refused++;
      return;
    }

  g_ptr_array_add (self->records, hbk_record_copy (read.record, id));
  g_array_append_val (self->numbers, number);
}

/* What no row can make up for is said once, not for each row. */
static gboolean
check_columns (HbkTableImport *self, const HbkColumnMapping *mapping)
{
  static const HbkImportTargetKind dates[] = { HBK_IMPORT_START, HBK_IMPORT_PERIOD };
  guint                            column;
  gboolean                         has_date = FALSE;
  gboolean                         has_title = hbk_column_mapping_find (mapping, HBK_IMPORT_TITLE, &column) || hbk_column_mapping_find_default (mapping, HBK_IMPORT_TITLE) != NULL;
  gboolean                         has_activity = hbk_column_mapping_find (mapping, HBK_IMPORT_ACTIVITY, &column) || hbk_column_mapping_find_default (mapping, HBK_IMPORT_ACTIVITY) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    has_date |= hbk_column_mapping_find (mapping, dates[i], &column) || hbk_column_mapping_find_default (mapping, dates[i]) != NULL;

  if (!has_title)
    hbk_problems_add (self->problems, HBK_ERROR_MISSING, 0, NULL, _("No column of the table is known to be the title."), _("Say which one is, such as B=title."));
  if (!has_date)
    hbk_problems_add (self->problems, HBK_ERROR_MISSING, 0, NULL, _("No column of the table is known to be the date."), _("Say which one is, such as C=start or C=period."));
  if (!has_activity)
    hbk_problems_add (self->problems, HBK_ERROR_MISSING, 0, NULL, _("No column of the table is known to be the activity."), _("Say which one is, such as D=activity, or name one for all rows, such as activity=training."));

  return has_title && has_date && has_activity;
}

/**
 * hbk_table_import:
 * @mapping: a table, and what its columns say
 * @dates: %HBK_DATE_TEXT_MONTHS to take a month without a day for the whole month
 *
 * Makes a record of each row of a table.
 *
 * A row either becomes a record that is whole, or is refused with problems that name it, or is left out with a warning because
 * it is no record: empty, a total, the headers again, a remark. A record without an id gets one that is made from its title,
 * days and activity, and from how many such came before it: the same table gives the same ids again.
 *
 * Returns: (transfer full): the records, with what is wrong
 */
HbkTableImport *
hbk_table_import (const HbkColumnMapping *mapping, HbkDateTextFlags dates)
{
  HbkTableImport *self;

  g_return_val_if_fail (mapping != NULL, NULL);

  self = g_new0 (HbkTableImport, 1);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (int));
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->problems = hbk_problems_new ();
  self->warnings = hbk_problems_new ();

  if (check_columns (self, mapping))
    {
      for (guint row = hbk_column_mapping_get_first_row (mapping); row < hbk_table_get_n_rows (hbk_column_mapping_get_table (mapping)); row++)
        import_row (self, mapping, row, dates);
    }

  return self;
}

/**
 * hbk_table_import_free:
 * @self: (transfer full) (nullable): the records of a table
 *
 * Frees the records of a table.
 */
void
hbk_table_import_free (HbkTableImport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->records);
  g_array_unref (self->numbers);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->counts);
  hbk_problems_free (self->problems);
  hbk_problems_free (self->warnings);
  g_free (self);
}

/**
 * hbk_table_import_get_n_records:
 * @self: the records of a table
 *
 * Counts the records.
 *
 * Returns: the number
 */
guint
hbk_table_import_get_n_records (const HbkTableImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->records->len;
}

/**
 * hbk_table_import_get_record:
 * @self: the records of a table
 * @position: which, from 0, in the order of the rows
 *
 * Gives a record.
 *
 * Returns: (transfer none): the record
 */
HbkRecord *
hbk_table_import_get_record (const HbkTableImport *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->records->len, NULL);

  return g_ptr_array_index (self->records, position);
}

/**
 * hbk_table_import_get_row_number:
 * @self: the records of a table
 * @position: which record, from 0
 *
 * Says from which row a record comes.
 *
 * Returns: the number of the row, as a person sees it
 */
int
hbk_table_import_get_row_number (const HbkTableImport *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->numbers->len, 0);

  return g_array_index (self->numbers, int, position);
}

/**
 * hbk_table_import_get_n_rows:
 * @self: the records of a table
 *
 * Counts the rows below the headers.
 *
 * Returns: the number
 */
guint
hbk_table_import_get_n_rows (const HbkTableImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * hbk_table_import_get_n_skipped:
 * @self: the records of a table
 *
 * Counts the rows that were left out because they are no records.
 *
 * Returns: the number
 */
guint
hbk_table_import_get_n_skipped (const HbkTableImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_skipped;
}

/**
 * hbk_table_import_get_n_refused:
 * @self: the records of a table
 *
 * Counts the rows that have a problem.
 *
 * Returns: the number
 */
guint
hbk_table_import_get_n_refused (const HbkTableImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_refused;
}

/**
 * hbk_table_import_get_problems:
 * @self: the records of a table
 *
 * Gives what keeps rows from becoming records.
 *
 * Returns: (transfer none): the problems
 */
const HbkProblems *
hbk_table_import_get_problems (const HbkTableImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

/**
 * hbk_table_import_get_warnings:
 * @self: the records of a table
 *
 * Gives what was left out, and why.
 *
 * Returns: (transfer none): the warnings
 */
const HbkProblems *
hbk_table_import_get_warnings (const HbkTableImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->warnings;
}
