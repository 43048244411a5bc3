/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-import-columns-group.h"

#include <glib/gi18n.h>

#include "words/hbk-locale.h"

/**
 * HbkImportColumnsGroup:
 *
 * What each column of a table says, as it was guessed and as the person corrects it, and what holds for all rows.
 */
struct _HbkImportColumnsGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *activity_row;
  GPtrArray           *rows;       /* AdwComboRow, one for each column */
  GPtrArray           *letters;    /* of the columns */
  GPtrArray           *initial;    /* what was guessed, by target name */
  GPtrArray           *targets;    /* HbkImportColumn */
  GPtrArray           *activities; /* ids */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkImportColumnsGroup, hbk_import_columns_group, ADW_TYPE_BIN)

static void
selected_cb (HbkImportColumnsGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_combo (HbkImportColumnsGroup *self, const char *title, const char *subtitle, GtkStringList *choices, guint selected)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "model", choices, "enable-search", TRUE, "expression", expression, "search-match-mode", GTK_STRING_FILTER_MATCH_MODE_SUBSTRING, NULL);

  /* Headers of columns are no markup, which is said before they are set. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);

  return row;
}

static guint
find_target (GPtrArray *targets, const char *name)
{
  for (guint i = 0; i < targets->len; i++)
    {
      if (g_strcmp0 (((const HbkImportColumn *) g_ptr_array_index (targets, i))->target, name) == 0)
        return i;
    }

  return 0;
}

static void
add_activities (HbkImportColumnsGroup *self, const HbkVocabulary *vocabulary)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("As the table says"));
  g_ptr_array_add (self->activities, NULL);
  for (guint i = 0; i < hbk_vocabulary_get_n_activities (vocabulary); i++)
    {
      const HbkActivitySpec *spec = hbk_vocabulary_get_activity (vocabulary, i);

      gtk_string_list_append (names, hbk_bilingual_get (&spec->name, hbk_locale_get_language ()));
      g_ptr_array_add (self->activities, (gpointer) spec->id);
    }
  self->activity_row = make_combo (self, _("Activity"), _("For rows that do not name one"), names, 0);
}

static void
hbk_import_columns_group_finalize (GObject *object)
{
  HbkImportColumnsGroup *self = HBK_IMPORT_COLUMNS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->letters);
  g_ptr_array_unref (self->initial);
  g_ptr_array_unref (self->activities);
  g_clear_pointer (&self->targets, g_ptr_array_unref);

  G_OBJECT_CLASS (hbk_import_columns_group_parent_class)->finalize (object);
}

static void
hbk_import_columns_group_class_init (HbkImportColumnsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_import_columns_group_finalize;

  /* The person has said what a column says. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HBK_TYPE_IMPORT_COLUMNS_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hbk_import_columns_group_init (HbkImportColumnsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->letters = g_ptr_array_new_with_free_func (g_free);
  self->initial = g_ptr_array_new_with_free_func (g_free);
  self->activities = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Columns"));
  adw_preferences_group_set_description (self->group, _("What each column says was guessed from its header; correct it where that is wrong."));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * hbk_import_columns_group_is_filled:
 * @self: a group
 *
 * Says whether the group has its columns.
 *
 * Returns: %TRUE when it has
 */
gboolean
hbk_import_columns_group_is_filled (HbkImportColumnsGroup *self)
{
  g_return_val_if_fail (HBK_IS_IMPORT_COLUMNS_GROUP (self), FALSE);

  return self->rows->len > 0;
}

/**
 * hbk_import_columns_group_fill:
 * @self: an empty group
 * @columns: (element-type HbkImportColumn): the columns of a table
 * @targets: (element-type HbkImportColumn): what a column may say
 * @vocabulary: the vocabulary
 *
 * Shows the columns of a table with what they were guessed to say.
 */
void
hbk_import_columns_group_fill (HbkImportColumnsGroup *self, GPtrArray *columns, GPtrArray *targets, const HbkVocabulary *vocabulary)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_return_if_fail (HBK_IS_IMPORT_COLUMNS_GROUP (self));

  add_activities (self, vocabulary);
  self->targets = g_ptr_array_ref (targets);
  for (guint i = 0; i < targets->len; i++)
    gtk_string_list_append (labels, ((const HbkImportColumn *) g_ptr_array_index (targets, i))->label);
  for (guint i = 0; i < columns->len; i++)
    {
      const HbkImportColumn *column = g_ptr_array_index (columns, i);
      /* Translators: the letter of a column */
      g_autofree char *letter = g_strdup_printf (_("Column %s"), column->letter);
      gboolean         has_header = column->header != NULL && *column->header != '\0';

      g_ptr_array_add (self->rows, make_combo (self, has_header ? column->header : letter, has_header ? letter : "", labels, find_target (targets, column->target)));
      g_ptr_array_add (self->letters, g_strdup (column->letter));
      g_ptr_array_add (self->initial, g_strdup (column->target));
    }
}

/**
 * hbk_import_columns_group_lacks_activity:
 * @self: a group
 *
 * Says whether neither a column nor the person says of which activity the rows are.
 *
 * Returns: %TRUE when this must be said before anything can be read
 */
gboolean
hbk_import_columns_group_lacks_activity (HbkImportColumnsGroup *self)
{
  g_return_val_if_fail (HBK_IS_IMPORT_COLUMNS_GROUP (self), FALSE);

  if (self->rows->len == 0 || adw_combo_row_get_selected (ADW_COMBO_ROW (self->activity_row)) > 0)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint selected = adw_combo_row_get_selected (g_ptr_array_index (self->rows, i));

      if (selected < self->targets->len && g_str_equal (((const HbkImportColumn *) g_ptr_array_index (self->targets, selected))->target, "activity"))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_import_columns_group_clear:
 * @self: a group
 *
 * Takes the columns out, because another table is read.
 */
void
hbk_import_columns_group_clear (HbkImportColumnsGroup *self)
{
  g_return_if_fail (HBK_IS_IMPORT_COLUMNS_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  if (self->activity_row != NULL)
    adw_preferences_group_remove (self->group, g_steal_pointer (&self->activity_row));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->letters, 0);
  g_ptr_array_set_size (self->initial, 0);
  g_ptr_array_set_size (self->activities, 0);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
}

/**
 * hbk_import_columns_group_dup_columns:
 * @self: a group
 *
 * Lists what the person has corrected.
 *
 * Returns: (transfer full) (array zero-terminated=1): "COLUMN=TARGET" for each
 */
char **
hbk_import_columns_group_dup_columns (HbkImportColumnsGroup *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (HBK_IS_IMPORT_COLUMNS_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint                  selected = adw_combo_row_get_selected (g_ptr_array_index (self->rows, i));
      const HbkImportColumn *target = selected < self->targets->len ? g_ptr_array_index (self->targets, selected) : NULL;

      if (target != NULL && g_strcmp0 (target->target, g_ptr_array_index (self->initial, i)) != 0)
        g_strv_builder_take (builder, g_strdup_printf ("%s=%s", (const char *) g_ptr_array_index (self->letters, i), target->target));
    }

  return g_strv_builder_end (builder);
}

/**
 * hbk_import_columns_group_dup_defaults:
 * @self: a group
 *
 * Lists what holds for rows that do not say it themselves.
 *
 * Returns: (transfer full) (array zero-terminated=1): "TARGET=VALUE" for each
 */
char **
hbk_import_columns_group_dup_defaults (HbkImportColumnsGroup *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint selected;

  g_return_val_if_fail (HBK_IS_IMPORT_COLUMNS_GROUP (self), NULL);

  selected = self->activity_row != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->activity_row)) : 0;
  if (selected > 0 && selected < self->activities->len)
    g_strv_builder_take (builder, g_strdup_printf ("activity=%s", (const char *) g_ptr_array_index (self->activities, selected)));

  return g_strv_builder_end (builder);
}
