/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/rules/hbk-pack-changes.h"

#include "app/widgets/hbk-plain-row.h"

#include <glib/gi18n.h>

#include "words/hbk-clause-words.h"
#include "words/hbk-locale.h"

/* All that a clause says and comes to, as one text. */
static char *
describe (HbkPack *pack, const HbkClause *clause, int year)
{
  HbkLanguage language = hbk_locale_get_language ();
  g_autoptr (GPtrArray) details = hbk_clause_words_list_details (pack, clause->id, year, language);
  GString *text = g_string_new (hbk_bilingual_get (&clause->text, language));

  for (guint i = 0; i < details->len; i++)
    {
      const HbkClauseDetail *detail = g_ptr_array_index (details, i);

      g_string_append_printf (text, "\n%s: %s", detail->head, detail->text);
    }

  return g_string_free_and_steal (text);
}

static void
add_row (AdwPreferencesGroup *group, const HbkClause *clause, const char *before, const char *after)
{
  HbkLanguage      language = hbk_locale_get_language ();
  g_autofree char *text = NULL;
  GtkWidget       *row;

  if (before == NULL)
    /* Translators: what a new clause says */
    text = g_strdup_printf (_("New: %s"), after);
  else if (after == NULL)
    /* Translators: what a clause said that is no longer there */
    text = g_strdup_printf (_("No longer there: %s"), before);
  else
    /* Translators: what a clause said, and what it says now */
    text = g_strdup_printf (_("Before: %1$s\nNow: %2$s"), before, after);
  row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, hbk_bilingual_get (&clause->place, language), text, "subtitle-lines", 0, "subtitle-selectable", TRUE, NULL);
  adw_preferences_group_add (group, row);
}

static guint
list_changes (AdwPreferencesGroup *group, HbkPack *before, HbkPack *after, int year)
{
  guint n = 0;

  for (guint i = 0; i < after->clauses->len; i++)
    {
      const HbkClause *clause = &g_array_index (after->clauses, HbkClause, i);
      const HbkClause *old = hbk_pack_lookup_clause (before, clause->id);
      g_autofree char *now = describe (after, clause, year);
      g_autofree char *then = old != NULL ? describe (before, old, year) : NULL;

      if (g_strcmp0 (now, then) == 0)
        continue;
      add_row (group, clause, then, now);
      n++;
    }
  for (guint i = 0; i < before->clauses->len; i++)
    {
      const HbkClause *clause = &g_array_index (before->clauses, HbkClause, i);
      g_autofree char *then = hbk_pack_lookup_clause (after, clause->id) == NULL ? describe (before, clause, year) : NULL;

      if (then == NULL)
        continue;
      add_row (group, clause, then, NULL);
      n++;
    }

  return n;
}

static void
adopt_cb (AdwDialog *dialog)
{
  int        year = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "year"));
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (dialog));

  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.adopt-rules", "i", year);
  adw_dialog_close (dialog);
}

/**
 * hbk_pack_changes_present:
 * @parent: a widget of the window
 * @before: the pack that a year is bound to
 * @after: the pack as it is now
 * @year: the year
 *
 * Shows what has changed from one version of a pack to the next, clause by clause, and offers to compute the year by the new one.
 */
void
hbk_pack_changes_present (GtkWidget *parent, HbkPack *before, HbkPack *after, int year)
{
  AdwDialog       *dialog = adw_dialog_new ();
  GtkWidget       *view = adw_toolbar_view_new ();
  GtkWidget       *header = adw_header_bar_new ();
  GtkWidget       *page = adw_preferences_page_new ();
  GtkWidget       *group = adw_preferences_group_new ();
  GtkWidget       *adopt = gtk_button_new_with_mnemonic (_("_Use the New Version…"));
  g_autofree char *versions = g_strdup_printf (_("Version %1$s, now %2$s"), before->revision, after->revision);
  guint            n = list_changes (ADW_PREFERENCES_GROUP (group), before, after, year);
  g_autofree char *count = g_strdup_printf (ngettext ("%u clause differs.", "%u clauses differ.", n), n);

  adw_dialog_set_title (dialog, _("What Changed in the Rules"));
  adw_dialog_set_content_width (dialog, 620);
  adw_dialog_set_content_height (dialog, 640);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), versions);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), n > 0 ? count : _("Nothing differs in what the clauses say or give."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_add_css_class (adopt, "suggested-action");
  g_object_set_data (G_OBJECT (dialog), "year", GINT_TO_POINTER (year));
  g_signal_connect_object (adopt, "clicked", G_CALLBACK (adopt_cb), dialog, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), adopt);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}
