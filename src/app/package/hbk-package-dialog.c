/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-dialog.h"

#include <glib/gi18n.h>

#include "app/package/hbk-package-contents-page.h"
#include "app/package/hbk-package-done-page.h"
#include "app/package/hbk-package-findings-page.h"
#include "app/package/hbk-package-making-page.h"
#include "app/package/hbk-package-target-page.h"
#include "app/window/hbk-perform.h"
#include "base/hbk-error.h"
#include "workspace/hbk-package-job.h"

/* The page of the dialog, with dots enough for a screen of double density. */
#define FORM_WIDTH 1440

/* Under which the window keeps an assistant that was left to mend something. */
#define WAITING "hbk-package-dialog-waiting"

/**
 * HbkPackageDialog:
 *
 * The assistant that makes a submission package: what for, what would bring it back, what is in it, making, done. Whoever leaves it to mend something
 * finds it again as it was.
 */
struct _HbkPackageDialog
{
  AdwDialog parent_instance;

  AdwNavigationView      *navigation;
  HbkPackageTargetPage   *target_page;
  HbkPackageFindingsPage *findings_page;
  HbkPackageContentsPage *contents_page;
  HbkPackageMakingPage   *making_page;
  HbkPackageDonePage     *done_page;

  HbkSession        *session;
  HbkPackageChoices *choices;
  HbkPackageCheck   *check;   /* the newest; NULL while there is none that holds */
  guint              stamp;   /* of the check that was asked for last */
  GCancellable      *drawing; /* the form, while it is drawn */
  HbkOperation      *making;  /* the package, while it is made */
  HbkPackageMade    *made;
  gboolean           is_leaving; /* to mend something elsewhere */
  AdwToast          *toast;      /* that leads back */
};

/* These lead elsewhere in the window; all others open above the assistant, which sees what was changed by itself. */
static const char *const leaving_actions[] = { "win.add-evidence", "win.show-record", "win.show-clause", "win.show-reading", "win.show-file", "win.page", NULL };

G_DEFINE_FINAL_TYPE (HbkPackageDialog, hbk_package_dialog, ADW_TYPE_DIALOG)

static gboolean
shows (HbkPackageDialog *self, const char *tag)
{
  return g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->navigation), tag) == 0;
}

/* ---- Checking ---- */

/* An answer that may have been overtaken by another question. */
typedef struct
{
  HbkPackageDialog *dialog;
  guint             stamp;
} Question;

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (HbkPackageDialog) self = question->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPackageCheck) check = hbk_package_check_finish (HBK_SESSION (source), result, &error);

  if (question->stamp != self->stamp)
    return;

  if (check != NULL)
    hbk_package_findings_page_show (self->findings_page, check);
  else
    hbk_package_findings_page_fail (self->findings_page, error);
  g_clear_pointer (&self->check, hbk_package_check_unref);
  self->check = g_steal_pointer (&check);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "package.contents", self->check != NULL && self->check->n_errors == 0);
}

static void
begin_check (HbkPackageDialog *self)
{
  Question *question = g_new0 (Question, 1);

  question->dialog = g_object_ref (self);
  question->stamp = ++self->stamp;
  hbk_package_check_async (self->session, self->choices, checked_cb, question);
}

static void
check_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkPackageDialog *self = HBK_PACKAGE_DIALOG (widget);

  hbk_package_choices_free (self->choices);
  self->choices = hbk_package_target_page_dup_choices (self->target_page);
  gtk_widget_action_set_enabled (widget, "package.contents", FALSE);
  hbk_package_findings_page_wait (self->findings_page);
  begin_check (self);
  adw_navigation_view_push_by_tag (self->navigation, "findings");
}

/* What was found stays in sight until there is something newer. */
static void
state_changed_cb (HbkPackageDialog *self)
{
  HbkState *state = hbk_session_get_state (self->session);

  if (state != NULL && state->is_complete && shows (self, "findings"))
    begin_check (self);
}

/* ---- Mending ---- */

static void
mend_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkPackageDialog *self = HBK_PACKAGE_DIALOG (widget);
  const char       *name;
  g_autoptr (GVariant) target = NULL;

  g_variant_get (parameter, "(&smv)", &name, &target);
  self->is_leaving = g_strv_contains (leaving_actions, name);
  gtk_widget_activate_action_variant (widget, name, target);
}

static void
choices_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_navigation_view_pop_to_tag (HBK_PACKAGE_DIALOG (widget)->navigation, "target");
}

static void
leave_location_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkPackageDialog *self = HBK_PACKAGE_DIALOG (widget);

  hbk_package_target_page_leave_location_out (self->target_page);
  self->choices->without_location = TRUE;
  begin_check (self);
}

/* ---- Contents ---- */

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPackageDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkFormPicture) picture = hbk_form_picture_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->drawing);
  if (picture != NULL)
    hbk_package_contents_page_show (self->contents_page, picture);
  else
    hbk_package_contents_page_fail (self->contents_page, error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "package.make", picture != NULL);
}

static void
stop_drawing (HbkPackageDialog *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

static void
contents_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkPackageDialog *self = HBK_PACKAGE_DIALOG (widget);

  stop_drawing (self);
  self->drawing = g_cancellable_new ();
  gtk_widget_action_set_enabled (widget, "package.make", FALSE);
  hbk_package_contents_page_set_check (self->contents_page, self->check);
  hbk_form_picture_async (self->check, FORM_WIDTH, self->drawing, drawn_cb, g_object_ref (self));
  adw_navigation_view_push_by_tag (self->navigation, "contents");
}

/* ---- Handing in ---- */

static void
handed_in_cb (const HbkJournalStep *step, const GError *error, gpointer user_data)
{
  g_autoptr (HbkPackageDialog) self = user_data;

  hbk_package_done_page_set_handed_in (self->done_page, step != NULL ? HBK_HANDED_IN_DONE : HBK_HANDED_IN_POSSIBLE);
}

static void
hand_in (HbkPackageDialog *self)
{
  g_autoptr (HbkRequest) request = hbk_request_new_hand_in (self->check->choices->year, self->made->done.sha256, self->check->choices->note);

  hbk_package_done_page_set_handed_in (self->done_page, HBK_HANDED_IN_UNDER_WAY);
  hbk_perform_then (GTK_WIDGET (self), request, NULL, handed_in_cb, g_object_ref (self));
}

static void
hand_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hand_in (HBK_PACKAGE_DIALOG (widget));
}

/* ---- Making ---- */

static void
show_done (HbkPackageDialog *self)
{
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self->done_page);
  HbkState          *state = hbk_session_get_state (self->session);

  hbk_package_done_page_show (self->done_page, self->check, self->made);
  if (self->check->choices->level != HBK_TITLE_LEVEL_UNKNOWN && state != NULL && state->is_writable)
    {
      g_autoptr (HbkRequest) request = hbk_request_new_note_application (self->check->submission, self->made->done.sha256, self->check->choices->note);

      hbk_perform (GTK_WIDGET (self), request);
    }
  if (self->check->choices->hands_in)
    hand_in (self);
  else
    hbk_package_done_page_set_handed_in (self->done_page, self->check->choices->level == HBK_TITLE_LEVEL_UNKNOWN && state != NULL && state->is_writable ? HBK_HANDED_IN_POSSIBLE : HBK_HANDED_IN_NEVER);
  adw_navigation_view_replace (self->navigation, &page, 1);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPackageDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->made = hbk_package_made_finish (result, &error);
  g_clear_object (&self->making);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  hbk_package_making_page_end (self->making_page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "package.cancel", FALSE);
  /* The window was closed meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (self->made != NULL)
    show_done (self);
  else if (g_error_matches (error, HBK_ERROR, HBK_ERROR_CANCELLED))
    adw_navigation_view_pop_to_tag (self->navigation, "contents");
  else
    hbk_package_making_page_fail (self->making_page, error);
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkPackageDialog *self = HBK_PACKAGE_DIALOG (widget);

  if (self->making != NULL)
    hbk_operation_cancel (self->making);
}

static void
place_chosen (HbkPackageDialog *self, GFile *place, const GError *error)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  if (place != NULL)
    hbk_package_dialog_make (self, place);
  else
    hbk_perform_report (GTK_WIDGET (self), _("No Place Could Be Chosen"), error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPackageDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  place_chosen (self, file, error);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPackageDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  place_chosen (self, folder, error);
}

static void
make_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkPackageDialog *self = HBK_PACKAGE_DIALOG (widget);
  GtkWindow        *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = hbk_package_job_dup_name (self->check->submission, self->check->choices->form);

  if (self->check->choices->form == HBK_PACKAGE_FOLDER)
    {
      gtk_file_dialog_set_title (dialog, _("Where to Put the Folder"));
      gtk_file_dialog_set_accept_label (dialog, _("_Make Here"));
      gtk_file_dialog_select_folder (dialog, window, NULL, folder_chosen_cb, g_object_ref (self));
      return;
    }

  gtk_file_dialog_set_title (dialog, _("Save the Package"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window, NULL, file_chosen_cb, g_object_ref (self));
}

/* ---- Coming and going ---- */

/* What is on top of the first page may have been changed by what was done on it. */
static void
popped_cb (HbkPackageDialog *self)
{
  stop_drawing (self);
  if (shows (self, "findings"))
    begin_check (self);
}

static GObject *
get_keeper (GtkWidget *widget)
{
  return G_OBJECT (gtk_widget_get_ancestor (widget, ADW_TYPE_APPLICATION_WINDOW));
}

static void
tell_waiting (HbkPackageDialog *self, GtkWidget *window)
{
  AdwToast *toast = adw_toast_new (_("The package waits for you"));

  adw_toast_set_button_label (toast, C_("package", "Go On"));
  adw_toast_set_action_name (toast, "win.package");
  adw_toast_set_action_target (toast, "i", self->choices->year);
  adw_toast_set_timeout (toast, 0);
  g_set_object (&self->toast, toast);
  hbk_perform_show_toast (window, toast);
}

static void
hbk_package_dialog_closed (AdwDialog *dialog)
{
  HbkPackageDialog *self = HBK_PACKAGE_DIALOG (dialog);
  GtkWidget        *window = GTK_WIDGET (get_keeper (GTK_WIDGET (dialog)));

  if (self->is_leaving && window != NULL)
    {
      g_object_set_data_full (G_OBJECT (window), WAITING, g_object_ref (self), g_object_unref);
      tell_waiting (self, window);
    }
}

static void
hbk_package_dialog_dispose (GObject *object)
{
  stop_drawing (HBK_PACKAGE_DIALOG (object));

  G_OBJECT_CLASS (hbk_package_dialog_parent_class)->dispose (object);
}

static void
hbk_package_dialog_finalize (GObject *object)
{
  HbkPackageDialog *self = HBK_PACKAGE_DIALOG (object);

  hbk_package_choices_free (self->choices);
  g_clear_pointer (&self->check, hbk_package_check_unref);
  hbk_package_made_free (self->made);
  g_clear_object (&self->making);
  g_clear_object (&self->toast);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hbk_package_dialog_parent_class)->finalize (object);
}

static void
hbk_package_dialog_class_init (HbkPackageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_package_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hbk_package_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = hbk_package_dialog_closed;

  g_type_ensure (HBK_TYPE_PACKAGE_TARGET_PAGE);
  g_type_ensure (HBK_TYPE_PACKAGE_FINDINGS_PAGE);
  g_type_ensure (HBK_TYPE_PACKAGE_CONTENTS_PAGE);
  g_type_ensure (HBK_TYPE_PACKAGE_MAKING_PAGE);
  g_type_ensure (HBK_TYPE_PACKAGE_DONE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-package-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDialog, target_page);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDialog, findings_page);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDialog, contents_page);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDialog, making_page);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDialog, done_page);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_install_action (widget_class, "package.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "package.mend", "(smv)", mend_cb);
  gtk_widget_class_install_action (widget_class, "package.choices", NULL, choices_cb);
  gtk_widget_class_install_action (widget_class, "package.leave-location-out", NULL, leave_location_out_cb);
  gtk_widget_class_install_action (widget_class, "package.contents", NULL, contents_cb);
  gtk_widget_class_install_action (widget_class, "package.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "package.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "package.hand-in", NULL, hand_in_cb);
}

static void
hbk_package_dialog_init (HbkPackageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "package.contents", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "package.make", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "package.cancel", FALSE);
}

/* ---- Public ---- */

/* One that waits is gone on with, where it is still for this library. */
static gboolean
go_on (GtkWidget *from, HbkSession *session, int year)
{
  g_autoptr (HbkPackageDialog) waiting = g_object_steal_data (get_keeper (from), WAITING);

  if (waiting == NULL || waiting->session != session || waiting->choices->year != year)
    return FALSE;

  waiting->is_leaving = FALSE;
  adw_toast_dismiss (waiting->toast);
  begin_check (waiting);
  adw_dialog_present (ADW_DIALOG (waiting), from);

  return TRUE;
}

/**
 * hbk_package_dialog_present:
 * @from: a widget of the window
 * @session: the session
 * @year: the year to begin with
 *
 * Makes a submission package, or goes on where it was left to mend something.
 */
void
hbk_package_dialog_present (GtkWidget *from, HbkSession *session, int year)
{
  HbkPackageDialog *self;
  HbkState         *state;

  g_return_if_fail (GTK_IS_WIDGET (from) && HBK_IS_SESSION (session));

  state = hbk_session_get_state (session);
  if (state == NULL || go_on (from, session, year))
    return;

  self = g_object_new (HBK_TYPE_PACKAGE_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  if (hbk_package_target_page_fill (self->target_page, state, year))
    {
      adw_dialog_present (ADW_DIALOG (self), from);
      return;
    }

  hbk_perform_toast (from, _("There is no year to make a package of yet."));
  g_object_ref_sink (self);
  g_object_unref (self);
}

/**
 * hbk_package_dialog_make:
 * @self: a dialog that shows the contents
 * @place: the file, or the folder in which the package gets one of its own
 *
 * Makes the package in another thread. Until it is over the dialog stays; it can be cancelled.
 */
void
hbk_package_dialog_make (HbkPackageDialog *self, GFile *place)
{
  g_autofree char *path = NULL;

  g_return_if_fail (HBK_IS_PACKAGE_DIALOG (self) && self->check != NULL && G_IS_FILE (place));

  if (self->making != NULL)
    return;

  path = g_file_get_path (place);
  if (path == NULL)
    {
      hbk_perform_toast (GTK_WIDGET (self), _("Only a place on this computer can be chosen."));
      return;
    }

  self->making = hbk_operation_new (_("Making the Package…"));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "package.cancel", TRUE);
  hbk_package_making_page_begin (self->making_page, self->making);
  if (!shows (self, "making"))
    adw_navigation_view_push_by_tag (self->navigation, "making");
  hbk_package_made_async (hbk_session_get_dir (self->session), self->check, path, self->making, made_cb, g_object_ref (self));
}
