/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-file-actions.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-chooser.h"
#include "app/window/hbk-perform.h"
#include "base/hbk-error.h"
#include "workspace/hbk-file-copies.h"

/* What is to be done once the person has chosen. */
typedef struct
{
  GtkWidget  *from;
  HbkSession *session;
  char      **sha256s;
} Wish;

static Wish *
wish_new (GtkWidget *from, HbkSession *session, const char *const *sha256s)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->from = g_object_ref (from);
  wish->session = g_object_ref (session);
  wish->sha256s = g_strdupv ((char **) sha256s);

  return wish;
}

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->from);
  g_object_unref (wish->session);
  g_strfreev (wish->sha256s);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

/* The window may have been closed while a dialog of the system was open. */
static gboolean
is_there (Wish *wish)
{
  return gtk_widget_get_root (wish->from) != NULL;
}

static GtkWindow *
get_window (GtkWidget *from)
{
  return GTK_WINDOW (gtk_widget_get_root (from));
}

/* ---- Records and types ---- */

static void
record_chosen_cb (const char *id, gpointer user_data)
{
  Wish *wish = user_data;

  if (is_there (wish))
    hbk_perform (wish->from, hbk_request_new_attach (id, (const char *const *) wish->sha256s, NULL));
}

static void
document_chosen_cb (const char *id, gpointer user_data)
{
  Wish *wish = user_data;

  if (is_there (wish))
    hbk_perform (wish->from, hbk_request_new_set_document ((const char *const *) wish->sha256s, id));
}

/**
 * hbk_file_actions_assign:
 * @from: a widget of the window
 * @session: the session that has the files
 * @sha256s: (array zero-terminated=1): the checksums of files
 *
 * Lets the person choose a record, and assigns the files to it.
 */
void
hbk_file_actions_assign (GtkWidget *from, HbkSession *session, const char *const *sha256s)
{
  guint            n = g_strv_length ((char **) sha256s);
  g_autofree char *title = g_strdup_printf (ngettext ("Assign %u File to Record", "Assign %u Files to Record", n), n);

  hbk_chooser_present_records (from, hbk_session_get_state (session), title, record_chosen_cb, wish_new (from, session, sha256s), wish_free);
}

/**
 * hbk_file_actions_set_document:
 * @from: a widget of the window
 * @session: the session that has the files
 * @sha256s: (array zero-terminated=1): the checksums of files
 *
 * Lets the person choose a type of document, and takes the files for that.
 */
void
hbk_file_actions_set_document (GtkWidget *from, HbkSession *session, const char *const *sha256s)
{
  hbk_chooser_present_documents (from, hbk_session_get_state (session), document_chosen_cb, wish_new (from, session, sha256s), wish_free);
}

/**
 * hbk_file_actions_detach:
 * @from: a widget of the window
 * @session: the session that has the file
 * @sha256: the checksum of a file
 * @record: the id of a record that it proves
 *
 * Takes a file off a record.
 */
void
hbk_file_actions_detach (GtkWidget *from, HbkSession *session, const char *sha256, const char *record)
{
  hbk_perform (from, hbk_request_new_detach (record, sha256));
}

/* What proves something stays; that is said, not done half. */
static char **
list_loose (HbkSession *session, const char *const *sha256s)
{
  HbkState *state = hbk_session_get_state (session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; sha256s[i] != NULL; i++)
    {
      GPtrArray *records = hbk_state_get_records_of_file (state, sha256s[i]);

      if (records == NULL || records->len == 0)
        g_strv_builder_add (builder, sha256s[i]);
    }

  return g_strv_builder_end (builder);
}

/**
 * hbk_file_actions_remove:
 * @from: a widget of the window
 * @session: the session that has the files
 * @sha256s: (array zero-terminated=1): the checksums of files
 *
 * Moves files to the trash, but for those that prove a record.
 */
void
hbk_file_actions_remove (GtkWidget *from, HbkSession *session, const char *const *sha256s)
{
  g_auto (GStrv) loose = list_loose (session, sha256s);
  guint n_kept = g_strv_length ((char **) sha256s) - g_strv_length (loose);

  if (loose[0] != NULL)
    hbk_perform (from, hbk_request_new_remove_files ((const char *const *) loose));
  if (n_kept > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u file proves a record and stays. Take it off there first.", "%u files prove records and stay. Take them off there first.", n_kept), n_kept);

      hbk_perform_toast (from, text);
    }
}

/* ---- Copies ---- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = hbk_file_copies_save_finish (HBK_SESSION (source), result, &error);

  if (!is_there (wish))
    return;
  if (is_done)
    hbk_perform_toast (wish->from, _("A copy was saved"));
  else
    hbk_perform_report (wish->from, _("The Copy Was Not Saved"), error);
}

/* Hourbook writes files of this computer only; what a portal gives has a path, too. */
static char *
dup_path (Wish *wish, GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    hbk_perform_toast (wish->from, _("Choose a folder of this computer"));

  return path;
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL && is_there (wish) ? dup_path (wish, file) : NULL;

  if (path == NULL || hbk_session_get_state (wish->session) == NULL)
    wish_free (wish);
  else
    hbk_file_copies_save_async (wish->session, wish->sha256s[0], path, saved_cb, wish);
}

/**
 * hbk_file_actions_save:
 * @from: a widget of the window
 * @session: the session that has the file
 * @sha256: the checksum of a file
 *
 * Lets the person choose a place, and saves a copy there.
 */
void
hbk_file_actions_save (GtkWidget *from, HbkSession *session, const char *sha256)
{
  const char *const      sha256s[] = { sha256, NULL };
  const HbkEvidenceFile *file = hbk_state_lookup_file (hbk_session_get_state (session), sha256);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Save a Copy"));
  if (file != NULL)
    gtk_file_dialog_set_initial_name (dialog, file->name);
  gtk_file_dialog_save (dialog, get_window (from), NULL, place_chosen_cb, wish_new (from, session, sha256s));
}

static void
taken_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = hbk_file_copies_take_out_finish (HBK_SESSION (source), result, &error);
  g_autofree char *text = NULL;

  if (!is_there (wish))
    return;
  if (paths == NULL)
    {
      hbk_perform_report (wish->from, _("The Copies Were Not Saved"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u copy was saved", "%u copies were saved", paths->len), paths->len);
  hbk_perform_toast (wish->from, text);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = folder != NULL && is_there (wish) ? dup_path (wish, folder) : NULL;

  if (path == NULL || hbk_session_get_state (wish->session) == NULL)
    wish_free (wish);
  else
    hbk_file_copies_take_out_async (wish->session, (const char *const *) wish->sha256s, path, NULL, taken_out_cb, wish);
}

/**
 * hbk_file_actions_take_out:
 * @from: a widget of the window
 * @session: the session that has the files
 * @sha256s: (array zero-terminated=1): the checksums of files
 *
 * Lets the person choose a folder, and copies the files into it. Nothing there is replaced.
 */
void
hbk_file_actions_take_out (GtkWidget *from, HbkSession *session, const char *const *sha256s)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Save Copies to Folder"));
  gtk_file_dialog_select_folder (dialog, get_window (from), NULL, folder_chosen_cb, wish_new (from, session, sha256s));
}

/* ---- Other applications ---- */

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) && is_there (wish) && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hbk_perform_report (wish->from, _("No Application Opened the File"), error);
}

static void
lent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hbk_file_copies_lend_finish (HBK_SESSION (source), result, &error);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;
  GtkWindow *window;

  if (!is_there (wish))
    return;
  if (file == NULL)
    {
      hbk_perform_report (wish->from, _("The File Was Not Opened"), error);
      return;
    }
  launcher = gtk_file_launcher_new (file);
  window = get_window (wish->from);
  gtk_file_launcher_launch (launcher, window, NULL, launched_cb, g_steal_pointer (&wish));
}

/**
 * hbk_file_actions_launch:
 * @from: a widget of the window
 * @session: the session that has the file
 * @sha256: the checksum of a file
 *
 * Has another application open a copy of a file; the file itself stays where nobody changes it.
 */
void
hbk_file_actions_launch (GtkWidget *from, HbkSession *session, const char *sha256)
{
  const char *const sha256s[] = { sha256, NULL };

  hbk_file_copies_lend_async (session, sha256, lent_cb, wish_new (from, session, sha256s));
}
