/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences/hbk-preferences-dialog.h"

#include <glib/gi18n.h>

#include "app/application/hbk-app.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-person-words.h"
#include "workspace/hbk-workspace-exchange.h"

/**
 * HbkPreferencesDialog:
 *
 * How Hourbook looks, the rules in use, and where the logbook is.
 */
struct _HbkPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow  *appearance_row;
  AdwComboRow  *first_page_row;
  AdwActionRow *pack_row;
  GtkWidget    *reset_row;
  AdwActionRow *folder_row;
  GtkLabel     *size_label;
  AdwActionRow *backup_row;

  HbkSession *session;
  GSettings  *settings;
};

G_DEFINE_FINAL_TYPE (HbkPreferencesDialog, hbk_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* In the order of the rows' lists. */
static const char *const appearances[] = { "system", "light", "dark", NULL };
static const char *const first_pages[] = { "last", "overview", "records", "evidence", "rules", NULL };

/* ---- Settings ---- */

static void
show_setting (HbkPreferencesDialog *self, AdwComboRow *row, const char *key, const char *const *values)
{
  g_autofree char *value = g_settings_get_string (self->settings, key);

  for (guint i = 0; values[i] != NULL; i++)
    {
      if (g_str_equal (values[i], value))
        adw_combo_row_set_selected (row, i);
    }
}

static void
store_setting (HbkPreferencesDialog *self, AdwComboRow *row, const char *key, const char *const *values)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->settings != NULL && selected != GTK_INVALID_LIST_POSITION)
    g_settings_set_string (self->settings, key, values[selected]);
}

static void
appearance_selected_cb (HbkPreferencesDialog *self)
{
  store_setting (self, self->appearance_row, "appearance", appearances);
}

static void
first_page_selected_cb (HbkPreferencesDialog *self)
{
  store_setting (self, self->first_page_row, "first-page", first_pages);
}

/* ---- Rules ---- */

static const guint *
get_readings (const HbkState *state)
{
  const HbkStateYear *year = hbk_state_lookup_year (state, hbk_date_year (state->today));

  return year != NULL && year->basis->pack == state->pack ? year->basis->readings : NULL;
}

static void
show_rules (HbkPreferencesDialog *self)
{
  HbkState        *state = hbk_session_get_state (self->session);
  const guint     *readings;
  g_autofree char *words = NULL;

  if (state == NULL)
    return;
  if (state->pack == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pack_row), state->trouble != NULL ? _("The Rules Cannot Be Read") : _("No Rules Chosen"));
      adw_action_row_set_subtitle (self->pack_row, _("Hours are not counted"));
      return;
    }

  readings = get_readings (state);
  words = hbk_person_words_rules (state->pack, readings, hbk_locale_get_language ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pack_row), hbk_bilingual_get (&state->pack->region, hbk_locale_get_language ()));
  adw_action_row_set_subtitle (self->pack_row, words);
  gtk_widget_set_visible (self->reset_row, readings != NULL && hbk_pack_count_choices (state->pack, readings) > 0 && state->is_writable);
}

static void
pack_activated_cb (HbkPreferencesDialog *self)
{
  HbkState *state = hbk_session_get_state (self->session);

  if (state != NULL && state->pack != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "rules");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.profile", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
reset_activated_cb (HbkPreferencesDialog *self)
{
  g_autoptr (HbkState) state = hbk_state_ref (hbk_session_get_state (self->session));
  const guint *readings = get_readings (state);

  for (guint i = 0; readings != NULL && i < state->pack->readings->len; i++)
    {
      const HbkReading *reading = &g_array_index (state->pack->readings, HbkReading, i);

      if (readings[i] != reading->initial)
        hbk_perform (GTK_WIDGET (self), hbk_request_new_choose_reading (state->pack->id, reading->id, NULL));
    }
}

/* ---- Library ---- */

typedef struct
{
  guint64 size;
  gint64  last_backup;
} Holdings;

static guint64
measure_folder (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  guint64 size = 0;

  g_file_measure_disk_usage (folder, G_FILE_MEASURE_NONE, NULL, NULL, NULL, &size, NULL, NULL, NULL);

  return size;
}

static gint64
find_last_backup (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (GPtrArray) paths = hbk_workspace_list_backups (workspace, dir);
  g_autoptr (GFile) newest = paths->len > 0 ? g_file_new_for_path (g_ptr_array_index (paths, 0)) : NULL;
  g_autoptr (GFileInfo) info = newest != NULL ? g_file_query_info (newest, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL) : NULL;

  return info != NULL ? (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) : 0;
}

static gpointer
look_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Holdings *holdings = g_new0 (Holdings, 1);

  holdings->size = measure_folder (data);
  holdings->last_backup = find_last_backup (workspace, data);

  return holdings;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPreferencesDialog) self = user_data;
  g_autofree Holdings *holdings = hbk_session_run_finish (HBK_SESSION (source), result, NULL);
  g_autofree char     *size = holdings != NULL ? g_format_size (holdings->size) : g_strdup ("");
  g_autofree char     *moment = NULL;

  gtk_label_set_text (self->size_label, size);
  if (holdings != NULL && holdings->last_backup != 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (holdings->last_backup);

      moment = hbk_words_date (hbk_date_new (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)));
    }
  adw_action_row_set_subtitle (self->backup_row, moment != NULL ? moment : C_("backup", "None yet"));
}

static void
show_library (HbkPreferencesDialog *self)
{
  const char      *dir = hbk_session_get_dir (self->session);
  g_autofree char *name = g_filename_display_name (dir);

  adw_action_row_set_subtitle (self->folder_row, name);
  hbk_session_run_async (self->session, "measure the library", look_job, g_strdup (dir), g_free, g_free, NULL, looked_cb, g_object_ref (self));
}

static void
folder_clicked_cb (HbkPreferencesDialog *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (hbk_session_get_dir (self->session));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
back_up_activated_cb (HbkPreferencesDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back-up", NULL);
}

/* ---- Object ---- */

static void
hbk_preferences_dialog_dispose (GObject *object)
{
  HbkPreferencesDialog *self = HBK_PREFERENCES_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hbk_preferences_dialog_parent_class)->dispose (object);
}

static void
hbk_preferences_dialog_class_init (HbkPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPreferencesDialog, appearance_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPreferencesDialog, first_page_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPreferencesDialog, pack_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPreferencesDialog, reset_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPreferencesDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPreferencesDialog, size_label);
  gtk_widget_class_bind_template_child (widget_class, HbkPreferencesDialog, backup_row);
  gtk_widget_class_bind_template_callback (widget_class, appearance_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, pack_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_up_activated_cb);
}

static void
hbk_preferences_dialog_init (HbkPreferencesDialog *self)
{
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_set_object (&self->settings, settings);
  show_setting (self, self->appearance_row, "appearance", appearances);
  show_setting (self, self->first_page_row, "first-page", first_pages);
}

/**
 * hbk_preferences_dialog_present:
 * @from: a widget of the window
 * @session: the session
 *
 * Shows the preferences.
 */
void
hbk_preferences_dialog_present (GtkWidget *from, HbkSession *session)
{
  HbkPreferencesDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (from) && HBK_IS_SESSION (session));

  self = g_object_new (HBK_TYPE_PREFERENCES_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (show_rules), self, G_CONNECT_SWAPPED);
  show_rules (self);
  show_library (self);
  adw_dialog_present (ADW_DIALOG (self), from);
}
