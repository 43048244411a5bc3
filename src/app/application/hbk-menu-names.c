/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/application/hbk-menu-names.h"

#include <string.h>

/* The items of a popover menu are named by a label that has no name itself (seen with GTK 4.18): a screen reader reads a menu of nothing. Here each
 * gets its text as its name when the menu is shown. The class of the items is none that GTK makes known, hence its name. */

static char *
without_mnemonic (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "__", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      char *mark = strchr (parts[i], '_');

      if (mark != NULL)
        memmove (mark, mark + 1, strlen (mark));
    }

  return g_strjoinv ("_", parts);
}

static void
name_items (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      g_autofree char *text = NULL;
      g_autofree char *name = NULL;

      g_object_get (widget, "text", &text, NULL);
      if (text == NULL)
        return;

      name = without_mnemonic (text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static gboolean
shown_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_POPOVER_MENU (widget))
    name_items (widget);

  return TRUE;
}

/**
 * hbk_menu_names_install:
 *
 * Gives the items of every menu their names.
 */
void
hbk_menu_names_install (void)
{
  static gsize is_done = 0;

  if (!g_once_init_enter (&is_done))
    return;

  /* The class has to be there before its signal. */
  g_type_ensure (GTK_TYPE_POPOVER_MENU);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_POPOVER_MENU));
  g_signal_add_emission_hook (g_signal_lookup ("show", GTK_TYPE_WIDGET), 0, shown_cb, NULL, NULL);
  g_once_init_leave (&is_done, 1);
}
