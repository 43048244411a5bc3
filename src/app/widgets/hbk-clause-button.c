/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-clause-button.h"

#include <glib/gi18n.h>

#include "words/hbk-locale.h"

/**
 * hbk_clause_button_new:
 * @pack: rules
 * @id: the id of one of their clauses
 *
 * Makes a button that has the place of a clause in the notice and leads to it.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
hbk_clause_button_new (const HbkPack *pack, const char *id)
{
  const HbkClause *clause;
  const char      *place;
  GtkWidget       *button;
  g_autofree char *name = NULL;

  g_return_val_if_fail (pack != NULL && id != NULL, NULL);

  clause = hbk_pack_lookup_clause (pack, id);
  place = clause != NULL ? hbk_bilingual_get (&clause->place, hbk_locale_get_language ()) : id;
  name = g_strdup_printf (_("Show the clause %s"), place);
  button = gtk_button_new_with_label (place);
  if (clause != NULL)
    gtk_widget_set_tooltip_text (button, hbk_bilingual_get (&clause->text, hbk_locale_get_language ()));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-clause");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 3);
  gtk_widget_add_css_class (button, "hbk-clause");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}
