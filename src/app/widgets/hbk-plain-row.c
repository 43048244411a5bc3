/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-plain-row.h"

/* Expander, combo and entry rows are no action rows in their ways of setting a subtitle. */
static void
set_texts (GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    g_object_set (row, "subtitle", subtitle, NULL);
}

/**
 * hbk_plain_row_new:
 * @title: the title
 * @subtitle: (nullable): the subtitle
 *
 * Makes an action row of texts from people, files and packs. That they are no markup is said before the texts: a row that is made with all of
 * it at once would read them as markup first.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_plain_row_new (const char *title, const char *subtitle)
{
  return hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, subtitle, "use-markup", FALSE, NULL);
}

/**
 * hbk_plain_row_new_with:
 * @type: the type of row, derived from #AdwPreferencesRow
 * @title: the title
 * @subtitle: (nullable): the subtitle, where the type has one
 * @first_property: (nullable): the name of a further property
 * @...: its value, then more names and values, then %NULL
 *
 * Makes a row of another type or with more properties, as hbk_plain_row_new() does.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_plain_row_new_with (GType type, const char *title, const char *subtitle, const char *first_property, ...)
{
  GtkWidget *row;
  va_list    rest;

  g_return_val_if_fail (g_type_is_a (type, ADW_TYPE_PREFERENCES_ROW), NULL);

  va_start (rest, first_property);
  row = GTK_WIDGET (g_object_new_valist (type, first_property, rest));
  va_end (rest);
  set_texts (row, title, subtitle);

  return row;
}
