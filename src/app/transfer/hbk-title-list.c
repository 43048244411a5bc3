/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-title-list.h"

#include <glib/gi18n.h>

/* So many are named; the rest is counted. */
#define TITLES_MAX 50
/* What a group has of ours, so that it can be cleared. */
#define ROWS "hbk-rows"

static void
take_row (AdwPreferencesGroup *group, GtkWidget *row)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (group), ROWS, rows, (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (rows, row);
  adw_preferences_group_add (group, row);
}

/**
 * hbk_title_list_add:
 * @group: a group
 * @heading: what the titles are
 * @titles: (element-type utf8): titles, which are never markup
 * @n_total: how many there are in all
 *
 * Adds a row that opens to a list of titles; nothing when there are none.
 */
void
hbk_title_list_add (AdwPreferencesGroup *group, const char *heading, GPtrArray *titles, guint n_total)
{
  g_autofree char *count = g_strdup_printf ("%u", n_total);
  GtkWidget       *row;
  GtkWidget       *figure;

  if (n_total == 0)
    return;

  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", heading, "title-lines", 0, NULL);
  figure = gtk_label_new (count);
  gtk_widget_add_css_class (figure, "hbk-tabular");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), figure);
  for (guint i = 0; i < MIN (titles->len, TITLES_MAX); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", g_ptr_array_index (titles, i), "title-lines", 0, NULL));
  if (n_total > TITLES_MAX)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_total - TITLES_MAX), n_total - TITLES_MAX);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), g_object_new (ADW_TYPE_ACTION_ROW, "title", more, NULL));
    }
  take_row (group, row);
}

/**
 * hbk_title_list_clear:
 * @group: a group
 *
 * Takes out of a group what was added to it here.
 */
void
hbk_title_list_clear (AdwPreferencesGroup *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  if (rows != NULL)
    g_ptr_array_set_size (rows, 0);
}
