/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-title-list.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-plain-row.h"

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
  /* The first list is what the person has come to see. */
  if (rows->len == 0 && ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_ptr_array_add (rows, row);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
make_figure (guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget       *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "hbk-tabular");

  return label;
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = hbk_plain_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

/**
 * hbk_title_list_add:
 * @group: a group
 * @heading: what the titles are
 * @titles: (element-type utf8): titles, which are never markup
 * @subtitles: (element-type utf8) (nullable): what stands below each
 *
 * Adds a row that opens to a list of titles; nothing when there are none. The first of a group is open.
 */
void
hbk_title_list_add (AdwPreferencesGroup *group, const char *heading, GPtrArray *titles, GPtrArray *subtitles)
{
  GtkWidget *row;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  if (titles->len == 0)
    return;

  row = hbk_plain_row_new_with (ADW_TYPE_EXPANDER_ROW, heading, NULL, "title-lines", 0, NULL);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), make_figure (titles->len));
  for (guint i = 0; i < MIN (titles->len, TITLES_MAX); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_row (g_ptr_array_index (titles, i), subtitles != NULL ? g_ptr_array_index (subtitles, i) : NULL));
  if (titles->len > TITLES_MAX)
    {
      guint            n_more = titles->len - TITLES_MAX;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_row (more, NULL));
    }
  take_row (group, row);
}

/**
 * hbk_title_list_add_count:
 * @group: a group
 * @heading: what is counted
 * @n: how many there are
 *
 * Adds a row with a figure; nothing when there are none.
 */
void
hbk_title_list_add_count (AdwPreferencesGroup *group, const char *heading, guint n)
{
  GtkWidget *row;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  if (n == 0)
    return;

  row = make_row (heading, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_figure (n));
  take_row (group, row);
}

/**
 * hbk_title_list_add_remark:
 * @group: a group
 * @text: a sentence
 *
 * Adds a row that says something.
 */
void
hbk_title_list_add_remark (AdwPreferencesGroup *group, const char *text)
{
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  take_row (group, make_row (text, NULL));
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
