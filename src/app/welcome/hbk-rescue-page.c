/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/welcome/hbk-rescue-page.h"

#include <glib/gi18n.h>

#include "app/transfer/hbk-restore-dialog.h"
#include "app/widgets/hbk-plain-row.h"
#include "base/hbk-error.h"
#include "words/hbk-date-words.h"
#include "workspace/hbk-workspace-exchange.h"

/* So many backups are looked at: each is read as a whole. */
#define BACKUPS_MAX 5

/**
 * HbkRescuePage:
 *
 * A library that cannot be used: what happened, what is safe, and what can be done.
 */
struct _HbkRescuePage
{
  HbkPage parent_instance;

  GtkImage            *icon;
  GtkLabel            *title;
  GtkLabel            *what;
  GtkLabel            *safe;
  GtkWidget           *retry_button;
  GtkWidget           *read_button;
  AdwPreferencesGroup *backups_group;
  GtkWidget           *file_row;
  AdwActionRow        *folder_row;
  AdwActionRow        *details_row;

  GPtrArray *rows; /* of backups */
  guint      looks;
};

G_DEFINE_FINAL_TYPE (HbkRescuePage, hbk_rescue_page, HBK_TYPE_PAGE)

/* What to say and offer for a code. Texts are for N_(). */
typedef struct
{
  int         code;
  const char *icon;
  const char *title;
  const char *what;
  const char *safe;
  gboolean    can_read;
  gboolean    can_restore;
} Advice;

static const Advice advices[] = {
  { HBK_ERROR_BUSY, "changes-prevent-symbolic", N_ ("The Logbook Is in Use"),
    N_ ("Another program has it open just now, such as the command line or a second Hourbook. Close that, then try again."),
    N_ ("Nothing is lost. Meanwhile it can be looked at."), TRUE, FALSE },
  { HBK_ERROR_DAMAGED, "dialog-warning-symbolic", N_ ("The Logbook Is Damaged"),
    N_ ("What is on the disk is not what Hourbook wrote there: a failing disk, or another program, has changed or removed it. Restore the newest backup."),
    N_ ("What is there now is put aside, not removed, and the evidence files stay where they are."), TRUE, TRUE },
  { HBK_ERROR_FORMAT, "software-update-available-symbolic", N_ ("The Logbook Has an Unknown Form"),
    N_ ("A newer Hourbook has written it, or it is none of Hourbook at all; the details say which. Update Hourbook, then try again."),
    N_ ("Nothing is lost, and this version leaves it as it is."), FALSE, FALSE },
  { HBK_ERROR_IO, "drive-harddisk-symbolic", N_ ("The Logbook Cannot Be Opened"),
    N_ ("The disk could not be read or written. See the details: make room, or allow access to the folder, then try again."),
    N_ ("All that was stored before is safe."), TRUE, FALSE },
  { HBK_ERROR_INSTALLATION, "dialog-warning-symbolic", N_ ("Parts of Hourbook Are Missing"),
    N_ ("The files with the rules, which come with Hourbook, are missing or cannot be read; the details say which. Install Hourbook again, then try again."),
    N_ ("Your records and evidence are not touched by this."), FALSE, FALSE },
};

static const Advice other_advice = {
  HBK_ERROR_USAGE, "dialog-warning-symbolic", N_ ("The Logbook Cannot Be Opened"),
  N_ ("The details say why. Mend that, then try again; or restore a backup."),
  N_ ("All that was stored before is safe."), TRUE, TRUE
};

static const Advice *
find_advice (const GError *problem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (advices); i++)
    {
      if (g_error_matches (problem, HBK_ERROR, advices[i].code))
        return &advices[i];
    }

  return &other_advice;
}

static HbkSession *
get_session (HbkRescuePage *self)
{
  return hbk_page_get_session (HBK_PAGE (self));
}

/* ---- Backups ---- */

static char *
say_moment (const HbkRestore *restore)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (restore->made / G_TIME_SPAN_SECOND);
  g_autofree char *day = hbk_words_date (hbk_date_new (g_date_time_get_year (made), g_date_time_get_month (made), g_date_time_get_day_of_month (made)));
  g_autofree char *time = g_date_time_format (made, "%H:%M");

  /* Translators: a day and a time of day */
  return g_strdup_printf (C_("moment", "%1$s, %2$s"), day, time);
}

static char *
say_contents (const HbkRestore *restore)
{
  g_autofree char *records = g_strdup_printf (ngettext ("%u record", "%u records", restore->n_records), restore->n_records);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file of evidence", "%u files of evidence", restore->n_files), restore->n_files);

  if (restore->n_files == 0)
    return g_steal_pointer (&records);
  if (restore->is_whole)
    /* Translators: "3 records", "1 file of evidence" */
    return g_strdup_printf (_("%1$s, with %2$s"), records, files);

  /* Translators: "3 records", "1 file of evidence" */
  return g_strdup_printf (_("%1$s; %2$s lie beside it"), records, files);
}

/* A backup, and what it holds; or why it cannot be restored. */
typedef struct
{
  char       *path;
  HbkRestore *restore;
  char       *problem;
} Backup;

static void
backup_free (gpointer data)
{
  Backup *backup = data;

  g_free (backup->path);
  hbk_restore_free (backup->restore);
  g_free (backup->problem);
  g_free (backup);
}

static gpointer
list_backups_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (backup_free);
  g_autoptr (GPtrArray) paths = hbk_workspace_list_backups (workspace, data);

  for (guint i = 0; i < MIN (paths->len, BACKUPS_MAX); i++)
    {
      Backup *backup = g_new0 (Backup, 1);
      g_autoptr (GError) own_error = NULL;

      backup->path = g_strdup (g_ptr_array_index (paths, i));
      backup->restore = hbk_workspace_prepare_restore (workspace, data, backup->path, &own_error);
      backup->problem = own_error != NULL ? g_strdup (own_error->message) : NULL;
      g_ptr_array_add (backups, backup);
    }

  return backups;
}

static void
restore_clicked_cb (GtkButton *button, HbkRescuePage *self)
{
  hbk_restore_dialog_present (GTK_WIDGET (self), get_session (self), g_object_get_data (G_OBJECT (button), "path"));
}

static GtkWidget *
make_restore_button (HbkRescuePage *self, const Backup *backup, const char *title, gboolean is_newest)
{
  GtkWidget       *button = gtk_button_new_with_label (_("Restore…"));
  g_autofree char *name = g_strdup_printf ("%s %s", _("Restore…"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (is_newest)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, G_CONNECT_DEFAULT);

  return button;
}

static void
add_backup (HbkRescuePage *self, const Backup *backup, gboolean is_newest)
{
  g_autofree char *title = backup->restore != NULL ? say_moment (backup->restore) : g_path_get_basename (backup->path);
  g_autofree char *subtitle = backup->restore != NULL ? say_contents (backup->restore) : g_strdup (backup->problem);
  GtkWidget       *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, subtitle, "subtitle-lines", 0, NULL);

  if (backup->restore != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_restore_button (self, backup, title, is_newest));
  adw_preferences_group_add (self->backups_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (HbkRescuePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->backups_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

typedef struct
{
  HbkRescuePage *self;
  guint          look;
} Look;

static void
backups_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Look *look = user_data;
  g_autoptr (HbkRescuePage) self = look->self;
  g_autoptr (GPtrArray) backups = hbk_session_run_finish (HBK_SESSION (source), result, NULL);
  gboolean has_newest = FALSE;

  /* Meanwhile something else was tried. */
  if (backups == NULL || look->look != self->looks)
    return;

  remove_rows (self);
  for (guint i = 0; i < backups->len; i++)
    {
      const Backup *backup = g_ptr_array_index (backups, i);

      add_backup (self, backup, backup->restore != NULL && !has_newest);
      has_newest = has_newest || backup->restore != NULL;
    }
  /* From a file comes last. */
  g_object_ref (self->file_row);
  adw_preferences_group_remove (self->backups_group, self->file_row);
  adw_preferences_group_add (self->backups_group, self->file_row);
  g_object_unref (self->file_row);
}

static void
list_backups (HbkRescuePage *self)
{
  Look *look = g_new0 (Look, 1);

  look->self = g_object_ref (self);
  look->look = self->looks;
  hbk_session_run_async (get_session (self), "look at the backups", list_backups_job, g_strdup (hbk_session_get_dir (get_session (self))), g_free, (GDestroyNotify) g_ptr_array_unref, NULL, backups_listed_cb, look);
}

/* ---- What is shown ---- */

static void
phase_changed_cb (HbkRescuePage *self)
{
  HbkSession      *session = get_session (self);
  const GError    *problem = session != NULL ? hbk_session_get_problem (session) : NULL;
  const Advice    *advice;
  g_autofree char *folder = NULL;

  if (session == NULL || problem == NULL || hbk_session_get_phase (session) != HBK_SESSION_BROKEN)
    return;

  advice = find_advice (problem);
  folder = g_filename_display_name (hbk_session_get_dir (session));
  gtk_image_set_from_icon_name (self->icon, advice->icon);
  gtk_label_set_text (self->title, _(advice->title));
  gtk_label_set_text (self->what, _(advice->what));
  gtk_label_set_text (self->safe, _(advice->safe));
  gtk_widget_set_visible (self->read_button, advice->can_read);
  if (advice->can_restore)
    gtk_widget_remove_css_class (self->retry_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->retry_button, "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->backups_group), advice->can_restore);
  adw_action_row_set_subtitle (self->folder_row, folder);
  adw_action_row_set_subtitle (self->details_row, problem->message);
  remove_rows (self);
  self->looks++;
  if (advice->can_restore)
    list_backups (self);
}

static void
session_changed_cb (HbkRescuePage *self)
{
  HbkSession *session = get_session (self);

  if (session != NULL)
    g_signal_connect_object (session, "notify::phase", G_CALLBACK (phase_changed_cb), self, G_CONNECT_SWAPPED);
  phase_changed_cb (self);
}

/* ---- Callbacks ---- */

static void
retry_clicked_cb (HbkRescuePage *self)
{
  hbk_session_open (get_session (self), hbk_session_get_dir (get_session (self)), HBK_OPEN_WRITE);
}

static void
read_clicked_cb (HbkRescuePage *self)
{
  hbk_session_open (get_session (self), hbk_session_get_dir (get_session (self)), HBK_OPEN_READ);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkRescuePage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    hbk_restore_dialog_present (GTK_WIDGET (self), get_session (self), g_file_peek_path (file));
}

static void
file_clicked_cb (HbkRescuePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Choose a Backup"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, g_object_ref (self));
}

static void
folder_clicked_cb (HbkRescuePage *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (hbk_session_get_dir (get_session (self)));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
copy_clicked_cb (HbkRescuePage *self)
{
  g_autofree char *text = g_strdup_printf ("Hourbook %s\n%s\n%s", PACKAGE_VERSION, gtk_label_get_text (self->title), adw_action_row_get_subtitle (self->details_row));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* ---- Object ---- */

static void
hbk_rescue_page_finalize (GObject *object)
{
  g_ptr_array_unref (HBK_RESCUE_PAGE (object)->rows);

  G_OBJECT_CLASS (hbk_rescue_page_parent_class)->finalize (object);
}

static void
hbk_rescue_page_class_init (HbkRescuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_rescue_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-rescue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, icon);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, title);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, what);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, safe);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, read_button);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, backups_group);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRescuePage, details_row);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
hbk_rescue_page_init (HbkRescuePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
}
