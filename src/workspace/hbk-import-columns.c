/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-import-columns.h"

#include "exchange/hbk-import-target.h"

static void
column_free (gpointer data)
{
  HbkImportColumn *column = data;

  g_free (column->letter);
  g_free (column->header);
  g_free (column->target);
  g_free (column->label);
  g_free (column);
}

static void
add_column (GPtrArray *columns, char *letter, const char *header, const HbkImportTarget *target, HbkLanguage language)
{
  HbkImportColumn *column = g_new0 (HbkImportColumn, 1);

  column->letter = letter;
  column->header = g_strdup (header);
  column->target = hbk_import_target_to_name (target);
  column->label = g_strdup (hbk_import_target_get_label (target, language));
  g_ptr_array_add (columns, column);
}

/**
 * hbk_import_columns_new:
 *
 * Makes an empty list of columns.
 *
 * Returns: (transfer full) (element-type HbkImportColumn): the list
 */
GPtrArray *
hbk_import_columns_new (void)
{
  return g_ptr_array_new_with_free_func (column_free);
}

/**
 * hbk_import_list_columns:
 * @columns: (element-type HbkImportColumn): gets the columns
 * @mapping: what the columns of a table say
 * @language: the language of labels
 *
 * Lists the columns of a table and what they are taken to say.
 */
void
hbk_import_list_columns (GPtrArray *columns, const HbkColumnMapping *mapping, HbkLanguage language)
{
  for (guint i = 0; i < hbk_column_mapping_get_n_columns (mapping); i++)
    add_column (columns, hbk_table_column_name (i), hbk_column_mapping_get_header (mapping, i), hbk_column_mapping_get_target (mapping, i), language);
}

/**
 * hbk_workspace_list_import_targets:
 * @self: a workspace
 * @language: the language of labels
 * @error: return location for an error
 *
 * Lists what a column of a table may say about a record.
 *
 * Returns: (transfer full) (element-type HbkImportColumn): target and label of each, those that all records have first; %NULL on error
 */
GPtrArray *
hbk_workspace_list_import_targets (HbkWorkspace *self, HbkLanguage language, GError **error)
{
  HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (self, error);
  GPtrArray     *targets;

  if (vocabulary == NULL)
    return NULL;

  targets = hbk_import_columns_new ();
  for (int kind = HBK_IMPORT_IGNORE; kind < HBK_IMPORT_FACT; kind++)
    {
      HbkImportTarget target = { (HbkImportTargetKind) kind, NULL };

      add_column (targets, NULL, NULL, &target, language);
    }
  for (guint i = 0; i < hbk_vocabulary_get_n_facts (vocabulary); i++)
    {
      HbkImportTarget target = { HBK_IMPORT_FACT, hbk_vocabulary_get_fact (vocabulary, i) };

      add_column (targets, NULL, NULL, &target, language);
    }

  return targets;
}
