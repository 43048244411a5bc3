/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/application/hbk-shortcuts.h"

#include <glib/gi18n.h>

/* What a key does. Those without an action belong to a page or dialog, which listens to them itself. */
typedef struct
{
  const char *action;
  const char *keys[3];
  const char *words;
} Shortcut;

typedef struct
{
  const char     *heading;
  const Shortcut *shortcuts;
} Group;

static const Shortcut general[] = {
  { "win.new-record", { "<Control>n" }, N_ ("New record") },
  { "win.search", { "<Control>f" }, N_ ("Search") },
  { "win.undo", { "<Control>z" }, N_ ("Undo") },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, N_ ("Redo") },
  { "win.import", { "<Control>o" }, N_ ("Import") },
  { "win.preferences", { "<Control>comma" }, N_ ("Preferences") },
  { "win.shortcuts", { "<Control>question" }, N_ ("Keyboard shortcuts") },
  { "win.help", { "F1" }, N_ ("Help") },
  { "win.menu", { "F10" }, N_ ("Main menu") },
  { "window.close", { "<Control>w" }, N_ ("Close the window") },
  { "app.quit", { "<Control>q" }, N_ ("Quit") },
  { NULL },
};

static const Shortcut pages[] = {
  { "win.page::overview", { "<Alt>1" }, N_ ("Overview") },
  { "win.page::records", { "<Alt>2" }, N_ ("Records") },
  { "win.page::evidence", { "<Alt>3" }, N_ ("Evidence") },
  { "win.page::rules", { "<Alt>4" }, N_ ("Rules") },
  { "win.previous-year", { "<Alt>Left" }, N_ ("Previous year") },
  { "win.next-year", { "<Alt>Right" }, N_ ("Next year") },
  { NULL },
};

static const Shortcut in_place[] = {
  { NULL, { "<Control>s" }, N_ ("Save the record in the editor") },
  { NULL, { "<Control>v" }, N_ ("Paste files as evidence") },
  { NULL, { "space" }, N_ ("Look at a file") },
  { NULL, { "Delete" }, N_ ("Move to the trash") },
  { NULL, { "Escape" }, N_ ("Close, or clear the search") },
  { NULL },
};

static const Group groups[] = {
  { N_ ("General"), general },
  { N_ ("Pages and Years"), pages },
  { N_ ("In Lists and Dialogs"), in_place },
};

static void
install_group (GtkApplication *application, const Shortcut *shortcuts)
{
  for (const Shortcut *shortcut = shortcuts; shortcut->words != NULL; shortcut++)
    {
      if (shortcut->action != NULL)
        gtk_application_set_accels_for_action (application, shortcut->action, (const char *const *) shortcut->keys);
    }
}

static char *
name_keys (const Shortcut *shortcut)
{
  GString *text = g_string_new ("");

  for (gsize i = 0; shortcut->keys[i] != NULL; i++)
    {
      guint            key;
      GdkModifierType  modifiers;
      g_autofree char *name = NULL;

      gtk_accelerator_parse (shortcut->keys[i], &key, &modifiers);
      name = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (text, "%s%s", i > 0 ? _(" or ") : "", name);
    }

  return g_string_free_and_steal (text);
}

static GtkWidget *
make_group (const Group *group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), _(group->heading));
  for (const Shortcut *shortcut = group->shortcuts; shortcut->words != NULL; shortcut++)
    {
      g_autofree char *keys = name_keys (shortcut);
      GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(shortcut->words), NULL);
      GtkWidget       *label = gtk_label_new (keys);

      gtk_widget_add_css_class (label, "hbk-chip");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), row);
    }

  return widget;
}

/**
 * hbk_shortcuts_install:
 * @application: the application
 *
 * Gives the actions of the application their keys.
 */
void
hbk_shortcuts_install (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    install_group (application, groups[i].shortcuts);
}

/**
 * hbk_shortcuts_present:
 * @parent: a widget of the window
 *
 * Shows the keys and what they do.
 */
void
hbk_shortcuts_present (GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_group (&groups[i])));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}
