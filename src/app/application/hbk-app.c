/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/application/hbk-app.h"

#include <glib/gi18n.h>

#include "app/application/hbk-menu-names.h"
#include "app/application/hbk-search-provider.h"
#include "app/application/hbk-shortcuts.h"
#include "app/window/hbk-main-window.h"
#include "workspace/hbk-workspace-sample.h"

/**
 * HbkApp:
 *
 * The one instance of the application: it holds the session that all of its windows show.
 */
struct _HbkApp
{
  AdwApplication parent_instance;

  HbkSession        *session;
  GSettings         *settings;
  HbkSearchProvider *provider;
};

G_DEFINE_FINAL_TYPE (HbkApp, hbk_app, ADW_TYPE_APPLICATION)

/* ---- Helpers ---- */

/* Between two questions of the desktop's search it stays, in milliseconds. */
#define SERVICE_PATIENCE_MS 30000

/* HOURBOOK_TODAY lets tests and pictures choose the day. */
static HbkClock *
make_clock (void)
{
  const char *wanted = g_getenv ("HOURBOOK_TODAY");
  HbkDate     day = wanted != NULL ? hbk_date_parse (wanted) : HBK_DATE_NONE;

  return day != HBK_DATE_NONE ? hbk_clock_new_fixed (day) : hbk_clock_new_system ();
}

static HbkMainWindow *
ensure_window (HbkApp *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* With its last window it ends. */
  g_application_set_inactivity_timeout (G_APPLICATION (self), 0);
  if (window == NULL)
    window = GTK_WINDOW (hbk_main_window_new (self));

  return HBK_MAIN_WINDOW (window);
}

static void
appearance_changed_cb (HbkApp *self)
{
  g_autofree char *wanted = g_settings_get_string (self->settings, "appearance");
  AdwColorScheme   scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (wanted, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (wanted, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)), scheme);
}

/* What is left of a sample whose window did not come to its end. */
static gpointer
tidy_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  return hbk_workspace_remove_sample (workspace, data, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

/* ---- Actions ---- */

static void
new_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HbkMainWindow *window = ensure_window (HBK_APP (user_data));

  gtk_window_present (GTK_WINDOW (window));
  hbk_main_window_new_record (window);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hbk_main_window_leave (ensure_window (HBK_APP (user_data)));
}

static void
add_actions (HbkApp *self)
{
  static const GActionEntry actions[] = {
    { .name = "new-record", .activate = new_record_cb },
    { .name = "quit", .activate = quit_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  hbk_shortcuts_install (GTK_APPLICATION (self));
}

/* ---- The search of the desktop ---- */

static void
show_record_cb (HbkApp *self, const char *id)
{
  HbkMainWindow *window = ensure_window (self);

  gtk_window_present (GTK_WINDOW (window));
  hbk_main_window_show_record (window, id);
}

static void
search_cb (HbkApp *self, const char *text)
{
  HbkMainWindow *window = ensure_window (self);

  gtk_window_present (GTK_WINDOW (window));
  hbk_main_window_search_for (window, text);
}

/* ---- Overrides ---- */

static gboolean
hbk_app_dbus_register (GApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  HbkApp *self = HBK_APP (application);

  return G_APPLICATION_CLASS (hbk_app_parent_class)->dbus_register (application, connection, path, error) &&
         hbk_search_provider_export (self->provider, connection, error);
}

static void
hbk_app_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  HbkApp *self = HBK_APP (application);

  if (self->provider != NULL)
    hbk_search_provider_unexport (self->provider, connection);

  G_APPLICATION_CLASS (hbk_app_parent_class)->dbus_unregister (application, connection, path);
}

static void
hbk_app_startup (GApplication *application)
{
  HbkApp *self = HBK_APP (application);
  g_autoptr (HbkClock) clock = make_clock ();

  G_APPLICATION_CLASS (hbk_app_parent_class)->startup (application);

  gtk_window_set_default_icon_name (HBK_APP_ID);
  hbk_menu_names_install ();
  add_actions (self);
  self->session = hbk_session_new (NULL, clock);
  hbk_search_provider_set_session (self->provider, self->session);
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, SERVICE_PATIENCE_MS);
  hbk_session_open (self->session, NULL, HBK_OPEN_WRITE);
  hbk_session_run_async (self->session, "remove the sample", tidy_job, hbk_workspace_dup_sample_dir (hbk_session_get_dir (self->session)), g_free, NULL, NULL, NULL, NULL);

  self->settings = g_settings_new (HBK_APP_ID);
  g_signal_connect_object (self->settings, "changed::appearance", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  appearance_changed_cb (self);
}

static void
hbk_app_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (HBK_APP (application))));
}

static void
hbk_app_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  HbkMainWindow *window = ensure_window (HBK_APP (application));

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    hbk_main_window_open_file (window, files[i]);
}

static int
hbk_app_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("hourbook %s\n", PACKAGE_VERSION);
      return EXIT_SUCCESS;
    }
  if (!g_variant_dict_contains (options, "new-record"))
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("hourbook: %s\n", error->message);
      return EXIT_FAILURE;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-record", NULL);

  /* The first instance goes on and shows its window; another has passed the wish on. */
  return g_application_get_is_remote (application) ? EXIT_SUCCESS : -1;
}

static void
hbk_app_shutdown (GApplication *application)
{
  HbkApp *self = HBK_APP (application);

  /* What was asked for last is still done. */
  if (self->session != NULL)
    hbk_session_stop (self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_APPLICATION_CLASS (hbk_app_parent_class)->shutdown (application);
}

static void
hbk_app_dispose (GObject *object)
{
  HbkApp *self = HBK_APP (object);

  g_clear_object (&self->provider);

  G_OBJECT_CLASS (hbk_app_parent_class)->dispose (object);
}

static void
hbk_app_class_init (HbkAppClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_app_dispose;
  application_class->dbus_register = hbk_app_dbus_register;
  application_class->dbus_unregister = hbk_app_dbus_unregister;
  application_class->startup = hbk_app_startup;
  application_class->activate = hbk_app_activate;
  application_class->open = hbk_app_open;
  application_class->handle_local_options = hbk_app_handle_local_options;
  application_class->shutdown = hbk_app_shutdown;
}

static void
hbk_app_init (HbkApp *self)
{
  const GOptionEntry options[] = {
    { "new-record", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Begin with a new record"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Say the version and end"), NULL },
    { NULL },
  };

  self->provider = hbk_search_provider_new (G_APPLICATION (self));
  g_signal_connect_object (self->provider, "show-record", G_CALLBACK (show_record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->provider, "search", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _("Keeps the hours of continuing education. A FILE is a logbook, a table or a backup, which is shown before anything of it is taken over."));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * hbk_app_new:
 *
 * Makes the application.
 *
 * Returns: (transfer full): the application
 */
HbkApp *
hbk_app_new (void)
{
  return g_object_new (HBK_TYPE_APP,
                       "application-id", HBK_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/hourbook/Hourbook",
                       NULL);
}

/**
 * hbk_app_get_session:
 * @self: the application
 *
 * Gets the session that its windows show.
 *
 * Returns: (transfer none) (nullable): the session; %NULL before the application has started
 */
HbkSession *
hbk_app_get_session (HbkApp *self)
{
  g_return_val_if_fail (HBK_IS_APP (self), NULL);

  return self->session;
}
