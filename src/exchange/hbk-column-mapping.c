/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-column-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "exchange/hbk-cell-text.h"
#include "exchange/hbk-column-mapping-private.h"

/* How much of what a person gave, or of a header, a message shows. */
#define TEXT_CHARS 60

typedef struct
{
  HbkImportTarget target;
  char           *value;
} Default;

static void
default_clear (gpointer data)
{
  g_free (((Default *) data)->value);
}

/**
 * hbk_column_mapping_suggest:
 * @table: a table
 * @vocabulary: the words all packs share
 *
 * Suggests what each column says, by its header and, where that may mean several things, by its values.
 *
 * Headers are looked for in the first twenty rows. A column whose header is not known is ignored; one that says the same as a
 * column before it is added to the note.
 *
 * Returns: (transfer full): the mapping
 */
HbkColumnMapping *
hbk_column_mapping_suggest (HbkTable *table, HbkVocabulary *vocabulary)
{
  HbkColumnMapping *self;

  g_return_val_if_fail (table != NULL && vocabulary != NULL, NULL);

  self = g_new0 (HbkColumnMapping, 1);
  self->table = hbk_table_ref (table);
  self->vocabulary = hbk_vocabulary_ref (vocabulary);
  self->names = hbk_import_names_new (vocabulary);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->targets = g_array_new (FALSE, FALSE, sizeof (HbkImportTarget));
  self->defaults = g_array_new (FALSE, FALSE, sizeof (Default));
  g_array_set_clear_func (self->defaults, default_clear);
  self->header_row = hbk_column_mapping_find_header_row (table, self->names);
  hbk_column_mapping_fill (self);

  return self;
}

/**
 * hbk_column_mapping_free:
 * @self: (transfer full) (nullable): a mapping
 *
 * Frees a mapping.
 */
void
hbk_column_mapping_free (HbkColumnMapping *self)
{
  if (self == NULL)
    return;

  hbk_import_names_free (self->names);
  hbk_table_unref (self->table);
  hbk_vocabulary_unref (self->vocabulary);
  g_ptr_array_unref (self->headers);
  g_array_unref (self->targets);
  g_array_unref (self->defaults);
  g_free (self);
}

/**
 * hbk_column_mapping_set_header_row:
 * @self: a mapping
 * @number: the number of the row with the headers, as a person sees it; 0 when there are none
 * @error: where to put a #GError, or %NULL
 *
 * Says where the headers are, and suggests anew what each column says.
 *
 * Returns: %FALSE when @error was set, with %HBK_ERROR_NOT_FOUND: there is no such row
 */
gboolean
hbk_column_mapping_set_header_row (HbkColumnMapping *self, int number, GError **error)
{
  int row = -1;

  g_return_val_if_fail (self != NULL && number >= 0, FALSE);

  for (guint i = 0; number > 0 && row < 0 && i < hbk_table_get_n_rows (self->table); i++)
    {
      if (hbk_table_get_row_number (self->table, i) == number)
        row = (int) i;
    }

  if (number > 0 && row < 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _("Row %d is empty or not in the table. Name the row with the headers, or 0 when there are none."), number);
      return FALSE;
    }

  self->header_row = row;
  hbk_column_mapping_fill (self);

  return TRUE;
}

/* By header, else by letter, else by number from 1. */
static gboolean
find_column (const HbkColumnMapping *self, const char *name, guint *column)
{
  g_autofree char *key = hbk_cell_text_key (name);
  guint64          number;

  for (guint i = 0; i < self->headers->len; i++)
    {
      g_autofree char *own = hbk_cell_text_key (g_ptr_array_index (self->headers, i));

      if (g_str_equal (own, key))
        {
          *column = i;
          return TRUE;
        }
    }

  if (hbk_table_column_from_name (key, column))
    return *column < self->headers->len;
  if (self->headers->len == 0 || !g_ascii_string_to_unsigned (key, 10, 1, self->headers->len, &number, NULL))
    return FALSE;

  *column = (guint) number - 1;

  return TRUE;
}

static gboolean
find_target (const HbkColumnMapping *self, const char *name, HbkImportTarget *target, GError **error)
{
  g_autofree char *trimmed = hbk_cell_text_trim (name);
  g_autofree char *shown = NULL;

  if (hbk_import_target_from_name (trimmed, self->vocabulary, target))
    return TRUE;

  shown = hbk_text_escape (name, -1, TEXT_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_UNKNOWN, _("A record has no “%s”. Name one of: id, title, activity, start, end, period, subject, status, work, note, append_note, verified_public, verified_professional, hours, ignore, or fact: and the id of a fact."), shown);

  return FALSE;
}

/* Who assigns a target means this column and no other. */
static void
release_target (HbkColumnMapping *self, const HbkImportTarget *target)
{
  if (target->kind == HBK_IMPORT_APPEND_NOTE)
    return;

  for (guint i = 0; i < self->targets->len; i++)
    {
      if (hbk_import_target_equal (&g_array_index (self->targets, HbkImportTarget, i), target))
        g_array_index (self->targets, HbkImportTarget, i) = (HbkImportTarget) { HBK_IMPORT_IGNORE, NULL };
    }
}

/**
 * hbk_column_mapping_assign:
 * @self: a mapping
 * @column_and_target: such as `B=title` or `Hours=fact:stated_hours`: a header, letter or number, and what the column says
 * @error: where to put a #GError, or %NULL
 *
 * Says what a column says; another that was thought to say it is then ignored.
 *
 * A column that is not there is refused with %HBK_ERROR_NOT_FOUND, a target with %HBK_ERROR_UNKNOWN.
 *
 * Returns: %FALSE when @error was set
 */
gboolean
hbk_column_mapping_assign (HbkColumnMapping *self, const char *column_and_target, GError **error)
{
  const char      *equals;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  HbkImportTarget  target;
  guint            column;

  g_return_val_if_fail (self != NULL && column_and_target != NULL, FALSE);

  /* A header may have the sign in it, a target never has. */
  equals = strrchr (column_and_target, '=');
  if (equals == NULL)
    {
      shown = hbk_text_escape (column_and_target, -1, TEXT_CHARS);
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” does not say what a column is. Write the column and what it says, such as B=title."), shown);
      return FALSE;
    }

  name = g_strndup (column_and_target, (gsize) (equals - column_and_target));
  if (!find_target (self, equals + 1, &target, error))
    return FALSE;

  if (!find_column (self, name, &column))
    {
      shown = hbk_text_escape (name, -1, TEXT_CHARS);
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _("The table has no column “%s”. Name one by its header, its letter or its number."), shown);
      return FALSE;
    }

  release_target (self, &target);
  g_array_index (self->targets, HbkImportTarget, column) = target;

  return TRUE;
}

/**
 * hbk_column_mapping_set_default:
 * @self: a mapping
 * @target_and_value: such as `activity=training`
 * @error: where to put a #GError, or %NULL
 *
 * Says what holds for each row that does not say it itself.
 *
 * What a record does not have is refused with %HBK_ERROR_UNKNOWN, and what no two records may share with %HBK_ERROR_USAGE.
 *
 * Returns: %FALSE when @error was set
 */
gboolean
hbk_column_mapping_set_default (HbkColumnMapping *self, const char *target_and_value, GError **error)
{
  const char      *equals;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  Default          added;

  g_return_val_if_fail (self != NULL && target_and_value != NULL, FALSE);

  equals = strchr (target_and_value, '=');
  name = equals != NULL ? g_strndup (target_and_value, (gsize) (equals - target_and_value)) : NULL;
  if (name != NULL && !find_target (self, name, &added.target, error))
    return FALSE;

  if (name == NULL || added.target.kind == HBK_IMPORT_ID || added.target.kind == HBK_IMPORT_IGNORE || added.target.kind == HBK_IMPORT_APPEND_NOTE)
    {
      shown = hbk_text_escape (target_and_value, -1, TEXT_CHARS);
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” cannot hold for all rows. Write what they have in common, such as activity=training."), shown);
      return FALSE;
    }

  for (guint i = 0; i < self->defaults->len; i++)
    {
      if (hbk_import_target_equal (&g_array_index (self->defaults, Default, i).target, &added.target))
        g_array_remove_index (self->defaults, i--);
    }
  added.value = g_strdup (equals + 1);
  g_array_append_val (self->defaults, added);

  return TRUE;
}

/**
 * hbk_column_mapping_get_table:
 * @self: a mapping
 *
 * Gives the table it is about.
 *
 * Returns: (transfer none): the table
 */
HbkTable *
hbk_column_mapping_get_table (const HbkColumnMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table;
}

/**
 * hbk_column_mapping_get_vocabulary:
 * @self: a mapping
 *
 * Gives the vocabulary whose words it knows.
 *
 * Returns: (transfer none): the vocabulary
 */
HbkVocabulary *
hbk_column_mapping_get_vocabulary (const HbkColumnMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->vocabulary;
}

/**
 * hbk_column_mapping_get_names:
 * @self: a mapping
 *
 * Gives what tables call columns and activities.
 *
 * Returns: (transfer none): the names
 */
const HbkImportNames *
hbk_column_mapping_get_names (const HbkColumnMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->names;
}

/**
 * hbk_column_mapping_get_header_row:
 * @self: a mapping
 *
 * Says in which row the headers are.
 *
 * Returns: the number of the row as a person sees it, or 0 when there are none
 */
int
hbk_column_mapping_get_header_row (const HbkColumnMapping *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->header_row >= 0 ? hbk_table_get_row_number (self->table, (guint) self->header_row) : 0;
}

/**
 * hbk_column_mapping_get_first_row:
 * @self: a mapping
 *
 * Says where the rows with records begin.
 *
 * Returns: the row of the table, from 0
 */
guint
hbk_column_mapping_get_first_row (const HbkColumnMapping *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) (self->header_row + 1);
}

/**
 * hbk_column_mapping_get_n_columns:
 * @self: a mapping
 *
 * Counts the columns.
 *
 * Returns: the number
 */
guint
hbk_column_mapping_get_n_columns (const HbkColumnMapping *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->headers->len;
}

/**
 * hbk_column_mapping_get_header:
 * @self: a mapping
 * @column: a column, from 0
 *
 * Gives the header of a column.
 *
 * Returns: the header, or the letter of a column without one
 */
const char *
hbk_column_mapping_get_header (const HbkColumnMapping *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->headers->len, NULL);

  return g_ptr_array_index (self->headers, column);
}

/**
 * hbk_column_mapping_get_target:
 * @self: a mapping
 * @column: a column, from 0
 *
 * Gives what a column says.
 *
 * Returns: (transfer none): the target
 */
const HbkImportTarget *
hbk_column_mapping_get_target (const HbkColumnMapping *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->targets->len, NULL);

  return &g_array_index (self->targets, HbkImportTarget, column);
}

/**
 * hbk_column_mapping_find:
 * @self: a mapping
 * @kind: the kind of a target
 * @column: (out): the column, from 0
 *
 * Finds the first column that says a thing.
 *
 * Returns: %FALSE when none does
 */
gboolean
hbk_column_mapping_find (const HbkColumnMapping *self, HbkImportTargetKind kind, guint *column)
{
  g_return_val_if_fail (self != NULL && column != NULL, FALSE);

  for (guint i = 0; i < self->targets->len; i++)
    {
      if (g_array_index (self->targets, HbkImportTarget, i).kind == kind)
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * hbk_column_mapping_get_n_defaults:
 * @self: a mapping
 *
 * Counts what holds for all rows.
 *
 * Returns: the number
 */
guint
hbk_column_mapping_get_n_defaults (const HbkColumnMapping *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->defaults->len;
}

/**
 * hbk_column_mapping_get_default:
 * @self: a mapping
 * @position: which, from 0
 * @target: (out): what it says
 *
 * Gives something that holds for all rows.
 *
 * Returns: the value, as a cell would have it
 */
const char *
hbk_column_mapping_get_default (const HbkColumnMapping *self, guint position, HbkImportTarget *target)
{
  const Default *found;

  g_return_val_if_fail (self != NULL && position < self->defaults->len && target != NULL, NULL);

  found = &g_array_index (self->defaults, Default, position);
  *target = found->target;

  return found->value;
}

/**
 * hbk_column_mapping_find_default:
 * @self: a mapping
 * @kind: the kind of a target
 *
 * Finds what holds for all rows of a thing.
 *
 * Returns: (nullable): the value, as a cell would have it, or %NULL when there is none
 */
const char *
hbk_column_mapping_find_default (const HbkColumnMapping *self, HbkImportTargetKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->defaults->len; i++)
    {
      const Default *found = &g_array_index (self->defaults, Default, i);

      if (found->target.kind == kind)
        return found->value;
    }

  return NULL;
}

/**
 * hbk_column_mapping_describe:
 * @self: a mapping
 * @column: a column, from 0
 * @language: the language of the label
 *
 * Says in words what a column says.
 *
 * Returns: (transfer full): a text such as `B “Course” → title (Title)`
 */
char *
hbk_column_mapping_describe (const HbkColumnMapping *self, guint column, HbkLanguage language)
{
  const HbkImportTarget *target;
  g_autofree char       *letter = NULL;
  g_autofree char       *shown = NULL;
  g_autofree char       *name = NULL;

  g_return_val_if_fail (self != NULL && column < self->headers->len, NULL);

  target = &g_array_index (self->targets, HbkImportTarget, column);
  letter = hbk_table_column_name (column);
  shown = hbk_text_escape (g_ptr_array_index (self->headers, column), -1, TEXT_CHARS);
  name = hbk_import_target_to_name (target);

  /* Translators: the letter of a column, its header, the name of what it says, and the label of that. */
  return g_strdup_printf (_("%1$s “%2$s” → %3$s (%4$s)"), letter, shown, name, hbk_import_target_get_label (target, language));
}
