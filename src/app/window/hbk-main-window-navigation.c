/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include "app/editor/hbk-record-editor.h"
#include "app/evidence/hbk-evidence-page.h"
#include "app/records/hbk-records-page.h"
#include "app/rules/hbk-rules-page.h"

/* ---- Years ---- */

/* The years that can be chosen: those of the state; at least the running one. */
static int
step_year (HbkMainWindow *self, int direction)
{
  HbkState *state = hbk_session_get_state (self->session);
  int       next = self->year;

  for (guint i = 0; state != NULL && i < state->years->len; i++)
    {
      int year = ((const HbkStateYear *) g_ptr_array_index (state->years, i))->year;

      if (direction > 0 && year > self->year)
        return year;
      if (direction < 0 && year < self->year)
        next = year;
    }

  return next;
}

static void
previous_year_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  hbk_main_window_set_year (self, step_year (self, -1));
}

static void
next_year_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  hbk_main_window_set_year (self, step_year (self, 1));
}

static void
year_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_main_window_set_year (HBK_MAIN_WINDOW (widget), g_variant_get_int32 (parameter));
}

/* ---- Pages ---- */

static void
page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_main_window_show_page (HBK_MAIN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  hbk_main_window_leave_dialogs (self);
  hbk_main_window_show_page (self, "records");
  hbk_records_page_show_record (HBK_RECORDS_PAGE (hbk_main_window_ensure_page (self, "records")), g_variant_get_string (parameter, NULL));
}

/* Where its evidence is added. */
static void
add_evidence_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  hbk_main_window_leave_dialogs (self);
  hbk_main_window_show_page (self, "records");
  hbk_records_page_show_proof (HBK_RECORDS_PAGE (hbk_main_window_ensure_page (self, "records")), g_variant_get_string (parameter, NULL));
}

static gboolean
has_clause (const HbkStateYear *year, const char *id)
{
  return year != NULL && hbk_pack_lookup_clause (year->basis->pack, id) != NULL;
}

/* Who has moved has years by other rules; a clause is shown in the newest year that it holds in. */
static void
go_to_year_of_clause (HbkMainWindow *self, const char *id)
{
  HbkState *state = hbk_session_get_state (self->session);

  if (state == NULL || has_clause (hbk_state_lookup_year (state, self->year), id))
    return;

  for (guint i = state->years->len; i > 0; i--)
    {
      const HbkStateYear *year = g_ptr_array_index (state->years, i - 1);

      if (!has_clause (year, id))
        continue;
      hbk_main_window_set_year (self, year->year);
      return;
    }
}

static void
show_clause_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  hbk_main_window_leave_dialogs (self);
  go_to_year_of_clause (self, g_variant_get_string (parameter, NULL));
  hbk_main_window_show_page (self, "rules");
  hbk_rules_page_show_clause (HBK_RULES_PAGE (hbk_main_window_ensure_page (self, "rules")), g_variant_get_string (parameter, NULL));
}

static void
show_reading_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  hbk_main_window_leave_dialogs (self);
  hbk_main_window_show_page (self, "rules");
  hbk_rules_page_show_reading (HBK_RULES_PAGE (hbk_main_window_ensure_page (self, "rules")), g_variant_get_string (parameter, NULL));
}

static void
show_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  hbk_main_window_leave_dialogs (self);
  hbk_main_window_show_page (self, "evidence");
  hbk_evidence_page_show_file (HBK_EVIDENCE_PAGE (hbk_main_window_ensure_page (self, "evidence")), g_variant_get_string (parameter, NULL));
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);
  const char    *name = adw_view_stack_get_visible_child_name (self->pages);

  if (!hbk_page_search (hbk_main_window_ensure_page (self, name)))
    {
      hbk_main_window_show_page (self, "records");
      hbk_page_search (hbk_main_window_ensure_page (self, "records"));
    }
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  if (!adw_navigation_split_view_get_collapsed (self->split_view))
    hbk_sidebar_open_menu (self->sidebar);
  else
    hbk_page_open_menu (hbk_main_window_ensure_page (self, adw_view_stack_get_visible_child_name (self->pages)));
}

/* ---- The editor ---- */

static void
new_record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_main_window_new_record (HBK_MAIN_WINDOW (widget));
}

static void
new_record_of_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);

  if (hbk_session_get_state (self->session) != NULL)
    hbk_record_editor_present_new (widget, self->session, g_variant_get_string (parameter, NULL), NULL);
}

static void
edit_record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);
  HbkState      *state = hbk_session_get_state (self->session);
  HbkRecord     *record = state != NULL ? hbk_state_lookup_record (state, g_variant_get_string (parameter, NULL)) : NULL;

  if (record != NULL)
    hbk_record_editor_present (widget, self->session, record);
}

/**
 * hbk_main_window_new_record:
 * @self: a window
 *
 * Opens the editor for a new record, as soon as there is a library to put it in.
 */
void
hbk_main_window_new_record (HbkMainWindow *self)
{
  HbkState *state;

  g_return_if_fail (HBK_IS_MAIN_WINDOW (self));

  state = hbk_session_get_state (self->session);
  self->wants_new_record = state == NULL;
  if (state != NULL)
    hbk_record_editor_present_new (GTK_WIDGET (self), self->session, NULL, NULL);
}

/**
 * hbk_main_window_show_record:
 * @self: a window
 * @id: the id of a record
 *
 * Shows a record, as soon as the library is open.
 */
void
hbk_main_window_show_record (HbkMainWindow *self, const char *id)
{
  g_autofree char *wanted = g_strdup (id);

  g_return_if_fail (HBK_IS_MAIN_WINDOW (self) && id != NULL);

  g_clear_pointer (&self->record_to_show, g_free);
  if (hbk_session_get_state (self->session) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", wanted);
  else
    self->record_to_show = g_steal_pointer (&wanted);
}

/**
 * hbk_main_window_search_for:
 * @self: a window
 * @text: what to search for
 *
 * Searches the records, as soon as the library is open.
 */
void
hbk_main_window_search_for (HbkMainWindow *self, const char *text)
{
  g_autofree char *wanted = g_strdup (text);

  g_return_if_fail (HBK_IS_MAIN_WINDOW (self) && text != NULL);

  g_clear_pointer (&self->text_to_find, g_free);
  if (hbk_session_get_state (self->session) == NULL)
    {
      self->text_to_find = g_steal_pointer (&wanted);
      return;
    }

  hbk_main_window_show_page (self, "records");
  hbk_records_page_search_for (HBK_RECORDS_PAGE (hbk_main_window_ensure_page (self, "records")), wanted);
}

void
hbk_main_window_install_navigation (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "win.year", "i", year_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-year", NULL, previous_year_cb);
  gtk_widget_class_install_action (widget_class, "win.next-year", NULL, next_year_cb);
  gtk_widget_class_install_action (widget_class, "win.show-record", "s", show_record_cb);
  gtk_widget_class_install_action (widget_class, "win.add-evidence", "s", add_evidence_cb);
  gtk_widget_class_install_action (widget_class, "win.show-clause", "s", show_clause_cb);
  gtk_widget_class_install_action (widget_class, "win.show-reading", "s", show_reading_cb);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", show_file_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "win.new-record", NULL, new_record_cb);
  gtk_widget_class_install_action (widget_class, "win.new-record-of", "s", new_record_of_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-record", "s", edit_record_cb);
}
