/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-plain-row.h"

/**
 * hbk_plain_row_new:
 * @title: the title
 * @subtitle: (nullable): the subtitle
 *
 * Makes a row of texts from people, files and packs. That they are no markup is said before the texts: a row that is made with all of it at
 * once would read them as markup first.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}
