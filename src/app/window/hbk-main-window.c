/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include "app/widgets/hbk-kept-icons.h"
#include "app/window/hbk-year-switcher.h"

/* How often it is looked whether another day has begun. */
#define DAY_INTERVAL_S 60

/* What a library that is only looked at cannot do; undo and redo besides. */
static const char *const changing_actions[] = {
  "win.new-record",
  "win.new-record-of",
  "win.edit-record",
  "win.import",
  "win.trash",
  "win.profile",
  "win.hand-in",
  "win.reopen",
  "win.adopt-rules",
};

enum {
  PROP_SESSION = 1,
  PROP_YEAR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkMainWindow, hbk_main_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- What is shown ---- */

static const char *
get_phase_name (HbkSessionPhase phase)
{
  switch (phase)
    {
    case HBK_SESSION_OPEN:
      return "open";
    case HBK_SESSION_ABSENT:
      return "welcome";
    case HBK_SESSION_BROKEN:
      return "rescue";
    case HBK_SESSION_CLOSED:
    case HBK_SESSION_OPENING:
    default:
      return "opening";
    }
}

/* Nothing of the pages is needed before there is something to show. */
static void
show_visible_page (HbkMainWindow *self)
{
  if (self->session == NULL || hbk_session_get_phase (self->session) != HBK_SESSION_OPEN)
    return;

  hbk_main_window_ensure_page (self, adw_view_stack_get_visible_child_name (self->pages));
  hbk_main_window_make_pages_later (self);
}

static void
phase_changed_cb (HbkMainWindow *self)
{
  const char *name = get_phase_name (hbk_session_get_phase (self->session));

  show_visible_page (self);
  hbk_main_window_ensure_phase (self, name);
  gtk_stack_set_visible_child_name (self->phases, name);
  if (self->file_to_open != NULL && hbk_session_get_phase (self->session) != HBK_SESSION_OPENING)
    {
      g_autoptr (GFile) file = g_steal_pointer (&self->file_to_open);

      hbk_main_window_open_file (self, file);
    }
}

/* The year that was chosen stays; where there is no such year the running one is shown. */
static void
state_changed_cb (HbkMainWindow *self)
{
  HbkState *state = hbk_session_get_state (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", state != NULL && state->undo != 0 && state->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", state != NULL && state->redo != 0 && state->is_writable);
  for (gsize i = 0; i < G_N_ELEMENTS (changing_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing_actions[i], state != NULL && state->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.package", state != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-package", state != NULL);
  hbk_main_window_update_banner (self);
  if (state == NULL)
    return;

  if (self->year == 0 || (hbk_state_lookup_year (state, self->year) == NULL && state->years->len > 0))
    hbk_main_window_set_year (self, hbk_date_year (state->today));
  if (self->wants_new_record)
    hbk_main_window_new_record (self);
  if (self->record_to_show != NULL)
    hbk_main_window_show_record (self, self->record_to_show);
  if (self->text_to_find != NULL)
    hbk_main_window_search_for (self, self->text_to_find);
}

static gboolean
look_at_day_cb (gpointer data)
{
  HbkMainWindow *self = data;
  HbkState      *state = hbk_session_get_state (self->session);

  if (state != NULL && state->today != hbk_session_get_today (self->session))
    hbk_session_refresh (self->session);

  return G_SOURCE_CONTINUE;
}

static void
page_changed_cb (HbkMainWindow *self)
{
  show_visible_page (self);
  hbk_main_window_update_bar (self);
}

static void
narrowed_cb (HbkMainWindow *self)
{
  hbk_main_window_update_bar (self);
}

/* ---- Object ---- */

static void
set_session (HbkMainWindow *self, HbkSession *session)
{
  if (!g_set_object (&self->session, session))
    return;

  self->year = 0;
  g_signal_group_set_target (self->session_signals, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  if (session != NULL)
    {
      phase_changed_cb (self);
      state_changed_cb (self);
    }
}

static void
hbk_main_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_YEAR:
      g_value_set_int (value, self->year);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_main_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;

    case PROP_YEAR:
      hbk_main_window_set_year (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_main_window_dispose (GObject *object)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (object);

  hbk_main_window_drop_sample (self);
  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_handle_id (&self->pages_source, g_source_remove);
  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->file_to_open);
  g_clear_pointer (&self->record_to_show, g_free);
  g_clear_pointer (&self->text_to_find, g_free);

  G_OBJECT_CLASS (hbk_main_window_parent_class)->dispose (object);
}

static void
hbk_main_window_finalize (GObject *object)
{
  g_free (HBK_MAIN_WINDOW (object)->own_page);

  G_OBJECT_CLASS (hbk_main_window_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (HBK_TYPE_SIDEBAR);
  g_type_ensure (HBK_TYPE_YEAR_SWITCHER);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HbkMainWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HbkMainWindow, phases);
  gtk_widget_class_bind_template_child (widget_class, HbkMainWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, HbkMainWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HbkMainWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HbkMainWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, HbkMainWindow, banner);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
hbk_main_window_class_init (HbkMainWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_main_window_dispose;
  object_class->finalize = hbk_main_window_finalize;
  object_class->get_property = hbk_main_window_get_property;
  object_class->set_property = hbk_main_window_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HBK_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, HBK_DATE_YEAR_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-main-window.ui");
  bind_children (widget_class);
  hbk_main_window_install_navigation (widget_class);
  hbk_main_window_install_requests (widget_class);
  hbk_main_window_install_dialogs (widget_class);
  hbk_main_window_install_person (widget_class);
  hbk_main_window_install_sample (widget_class);
}

static void
bind_settings (HbkMainWindow *self)
{
  g_autofree char *first = NULL;

  self->settings = g_settings_new (HBK_APP_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "page", self->pages, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
  first = g_settings_get_string (self->settings, "first-page");
  if (adw_view_stack_get_child_by_name (self->pages, first) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, first);
}

static void
hbk_main_window_init (HbkMainWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (HBK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::phase", G_CALLBACK (phase_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (hbk_kept_icons_hold), NULL);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (hbk_main_window_update_dialogs), NULL);
  self->day_source = g_timeout_add_seconds (DAY_INTERVAL_S, look_at_day_cb, self);
  bind_settings (self);
}

/**
 * hbk_main_window_new:
 * @application: the application
 *
 * Makes a window that shows the session of the application.
 *
 * Returns: (transfer floating): the window
 */
HbkMainWindow *
hbk_main_window_new (HbkApp *application)
{
  return g_object_new (HBK_TYPE_MAIN_WINDOW, "application", application, "session", hbk_app_get_session (application), NULL);
}

/**
 * hbk_main_window_get_session:
 * @self: a window
 *
 * Gets the session that it shows.
 *
 * Returns: (transfer none): the session
 */
HbkSession *
hbk_main_window_get_session (HbkMainWindow *self)
{
  g_return_val_if_fail (HBK_IS_MAIN_WINDOW (self), NULL);

  return self->session;
}

/**
 * hbk_main_window_get_year:
 * @self: a window
 *
 * Gets the year that it shows.
 *
 * Returns: the year; 0 before there is one
 */
int
hbk_main_window_get_year (HbkMainWindow *self)
{
  g_return_val_if_fail (HBK_IS_MAIN_WINDOW (self), 0);

  return self->year;
}

/**
 * hbk_main_window_set_year:
 * @self: a window
 * @year: a year
 *
 * Shows a year on all pages that show one.
 */
void
hbk_main_window_set_year (HbkMainWindow *self, int year)
{
  g_return_if_fail (HBK_IS_MAIN_WINDOW (self));

  if (self->year == year)
    return;

  self->year = year;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
}

/**
 * hbk_main_window_show_page:
 * @self: a window
 * @page: overview, records, evidence or rules
 *
 * Shows a page.
 */
void
hbk_main_window_show_page (HbkMainWindow *self, const char *page)
{
  g_return_if_fail (HBK_IS_MAIN_WINDOW (self) && page != NULL);

  if (adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}
