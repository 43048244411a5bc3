/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-record-editor.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-activity-chooser.h"
#include "app/editor/hbk-draft-keeper.h"
#include "app/editor/hbk-record-form.h"
#include "app/editor/hbk-record-preview.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/* After the last change, before what it would come to is worked out, and before the draft is kept. */
#define PREVIEW_MS 150
#define DRAFT_MS 1000

/* A new record has this id until it is saved. */
#define NEW_ID "new"

/**
 * HbkDraftOffer:
 * @NO_OFFER: nothing is offered
 * @CAN_RESTORE: there is a draft from before
 * @CAN_DISCARD: it was restored
 */
typedef enum {
  NO_OFFER,
  CAN_RESTORE,
  CAN_DISCARD,
} HbkDraftOffer;

/**
 * HbkRecordEditor:
 *
 * The dialog in which a record is entered or changed. Nothing is stored before the person saves; what they have entered is kept as a draft all the while.
 */
struct _HbkRecordEditor
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkWidget         *chooser;
  GtkWidget         *form_page;
  GtkWidget         *save_button;
  GtkWidget         *draft_banner;
  GtkWidget         *form;
  GtkWidget         *preview;

  HbkSession     *session;
  HbkRecord      *original;
  char          **files; /* checksums that a new record begins with */
  HbkRecordDraft *found; /* a draft from before, while it is offered */
  HbkDraftOffer   offer;
  gboolean        is_new;
  gboolean        is_changed;
  gboolean        is_saving;
  gboolean        is_previewing;
  gboolean        is_stale; /* it was changed while a preview was worked out */
  guint           preview_source;
  guint           draft_source;
};

G_DEFINE_FINAL_TYPE (HbkRecordEditor, hbk_record_editor, ADW_TYPE_DIALOG)

/* ---- What it would come to ---- */

static void previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static gboolean
preview_cb (gpointer user_data)
{
  HbkRecordEditor *self = user_data;
  g_autoptr (HbkRecord) record = NULL;

  self->preview_source = 0;
  if (self->original == NULL || hbk_session_get_state (self->session) == NULL)
    return G_SOURCE_REMOVE;
  if (self->is_previewing)
    {
      self->is_stale = TRUE;
      return G_SOURCE_REMOVE;
    }

  record = hbk_record_form_build (HBK_RECORD_FORM (self->form));
  hbk_proof_list_put_new (hbk_record_form_get_proofs (HBK_RECORD_FORM (self->form)), record);
  self->is_previewing = TRUE;
  hbk_preview_async (self->session, record, previewed_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* An answer that is out of date is not shown. */
static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkRecordEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPreview) preview = hbk_preview_finish (HBK_SESSION (source), result, &error);

  self->is_previewing = FALSE;
  if (self->session == NULL)
    return;
  if (self->is_stale)
    {
      self->is_stale = FALSE;
      preview_cb (self);
      return;
    }
  if (preview == NULL)
    {
      hbk_record_preview_set_error (HBK_RECORD_PREVIEW (self->preview), error);
      return;
    }
  hbk_record_form_show_preview (HBK_RECORD_FORM (self->form), preview);
  hbk_record_preview_set (HBK_RECORD_PREVIEW (self->preview), preview);
}

static void
preview_soon (HbkRecordEditor *self, guint ms)
{
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add (ms, preview_cb, self);
}

static void
state_cb (HbkRecordEditor *self)
{
  if (self->original != NULL && !self->is_saving && hbk_session_get_state (self->session) != NULL)
    preview_soon (self, PREVIEW_MS);
}

/* ---- Drafts ---- */

static const char *
draft_id (HbkRecordEditor *self)
{
  return self->is_new ? NULL : hbk_record_get_id (self->original);
}

static void
show_offer (HbkRecordEditor *self, HbkDraftOffer offer)
{
  AdwBanner *banner = ADW_BANNER (self->draft_banner);

  self->offer = offer;
  adw_banner_set_revealed (banner, offer != NO_OFFER);
  if (offer == CAN_RESTORE)
    {
      adw_banner_set_title (banner, _("There is a draft that was not saved."));
      adw_banner_set_button_label (banner, _("Restore"));
    }
  else if (offer == CAN_DISCARD)
    {
      adw_banner_set_title (banner, _("The draft was restored."));
      adw_banner_set_button_label (banner, _("Discard Draft"));
    }
}

static HbkRecordDraft *
make_draft (HbkRecordEditor *self)
{
  g_autoptr (HbkRecord) record = hbk_record_form_build (HBK_RECORD_FORM (self->form));
  g_auto (GStrv) paths = NULL;
  g_auto (GStrv) documents = NULL;
  HbkRecordDraft *draft;
  HbkDate         first, last;

  /* An older draft that was not wanted now is not written over; it is offered again when this one is gone. */
  if (self->offer == CAN_RESTORE)
    {
      hbk_draft_keeper_set_aside (self->session, draft_id (self));
      show_offer (self, NO_OFFER);
    }
  hbk_proof_list_list_new (hbk_record_form_get_proofs (HBK_RECORD_FORM (self->form)), &paths, &documents);
  draft = hbk_record_draft_new (record, self->is_new, (const char *const *) paths, (const char *const *) documents);
  if (hbk_record_get_start (record) == HBK_DATE_NONE)
    {
      hbk_record_form_get_days (HBK_RECORD_FORM (self->form), &first, &last);
      hbk_record_draft_set_days (draft, first, last);
    }

  return draft;
}

static gboolean
keep_draft_cb (gpointer user_data)
{
  HbkRecordEditor *self = user_data;

  self->draft_source = 0;
  hbk_draft_keeper_store (self->session, make_draft (self));

  return G_SOURCE_REMOVE;
}

static void
show_record (HbkRecordEditor *self, HbkRecord *record)
{
  hbk_record_form_set_record (HBK_RECORD_FORM (self->form), self->session, record);
  preview_soon (self, 0);
}

static void
set_changed (HbkRecordEditor *self, gboolean is_changed)
{
  self->is_changed = is_changed;
  adw_dialog_set_can_close (ADW_DIALOG (self), !is_changed);
}

static void
update_save (HbkRecordEditor *self)
{
  const char *lack = self->original != NULL ? hbk_record_form_get_lack (HBK_RECORD_FORM (self->form)) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", self->original != NULL && lack == NULL && !self->is_saving);
  gtk_widget_set_tooltip_text (self->save_button, lack);
}

static void
restore_draft (HbkRecordEditor *self)
{
  HbkRecordDraft *draft = self->found;
  HbkProofList   *proofs = hbk_record_form_get_proofs (HBK_RECORD_FORM (self->form));

  /* What there is again when the draft is discarded. */
  if (self->original == NULL)
    {
      self->original = hbk_record_new (NEW_ID, hbk_record_get_activity (draft->record));
      hbk_record_set_status (self->original, HBK_STATUS_DONE);
    }
  show_record (self, draft->record);
  if (hbk_record_get_start (draft->record) == HBK_DATE_NONE)
    hbk_record_form_set_days (HBK_RECORD_FORM (self->form), draft->first_day, draft->last_day);
  for (guint i = 0; draft->paths[i] != NULL; i++)
    hbk_proof_list_add_path (proofs, draft->paths[i], draft->documents[i]);
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "form" }, 1);
  set_changed (self, TRUE);
  show_offer (self, CAN_DISCARD);
  update_save (self);
}

static void
draft_cb (HbkRecordEditor *self)
{
  if (self->offer == CAN_RESTORE)
    {
      restore_draft (self);
      return;
    }

  g_clear_handle_id (&self->draft_source, g_source_remove);
  hbk_draft_keeper_discard (self->session, draft_id (self));
  show_offer (self, NO_OFFER);
  show_record (self, self->original);
  set_changed (self, FALSE);
  update_save (self);
}

static void
draft_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkRecordEditor) self = user_data;
  HbkRecordDraft *draft = hbk_draft_keeper_load_finish (HBK_SESSION (source), result);

  if (draft == NULL)
    return;
  if (self->session == NULL)
    {
      hbk_record_draft_free (draft);
      return;
    }
  self->found = draft;
  show_offer (self, CAN_RESTORE);
  hbk_activity_chooser_offer_draft (HBK_ACTIVITY_CHOOSER (self->chooser), draft->record, hbk_session_get_state (self->session));
}

/* ---- Callbacks ---- */

static void
form_changed_cb (HbkRecordEditor *self)
{
  if (self->session == NULL) /* taken apart, fields still tell of changes */
    return;
  set_changed (self, TRUE);
  update_save (self);
  preview_soon (self, PREVIEW_MS);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->draft_source = g_timeout_add (DRAFT_MS, keep_draft_cb, self);
}

static void
choose_activity_cb (HbkRecordEditor *self)
{
  hbk_activity_chooser_search (HBK_ACTIVITY_CHOOSER (self->chooser), "");
  adw_navigation_view_push_by_tag (self->navigation, "activity");
}

static void
begin (HbkRecordEditor *self, const char *activity)
{
  self->original = hbk_record_new (NEW_ID, activity);
  hbk_record_set_status (self->original, HBK_STATUS_DONE);
  show_record (self, self->original);
  for (guint i = 0; self->files != NULL && self->files[i] != NULL; i++)
    hbk_proof_list_add_file (hbk_record_form_get_proofs (HBK_RECORD_FORM (self->form)), self->files[i], NULL);
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "form" }, 1);
  hbk_record_form_focus_first (HBK_RECORD_FORM (self->form));
  update_save (self);
}

static void
chosen_cb (HbkActivityChooser *chooser, const char *activity, gpointer user_data)
{
  HbkRecordEditor *self = user_data;

  if (self->original == NULL)
    {
      begin (self, activity);
      return;
    }
  hbk_record_form_set_activity (HBK_RECORD_FORM (self->form), activity);
  adw_navigation_view_pop_to_tag (self->navigation, "form");
}

static void
restore_cb (HbkRecordEditor *self)
{
  if (self->offer == CAN_RESTORE)
    restore_draft (self);
}

static void
focus_fact_cb (HbkRecordPreview *preview, const char *id, gpointer user_data)
{
  hbk_record_form_focus_fact (HBK_RECORD_FORM (HBK_RECORD_EDITOR (user_data)->form), id);
}

/* The window closes the editor; what is being entered is kept, so that the person can look and come back. */
static void
show_record_cb (HbkRecordPreview *preview, const char *id, gpointer user_data)
{
  gtk_widget_activate_action (user_data, "win.show-record", "s", id);
}

static void
cancel_cb (HbkRecordEditor *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- Closing ---- */

static void
close_attempt_cb (HbkRecordEditor *self)
{
  if (self->is_saving)
    return;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  hbk_draft_keeper_close (ADW_DIALOG (self), self->session, make_draft (self));
}

/* ---- Saving ---- */

/* On an error everything stays as it is; the person has been told. */
static void
performed_cb (const HbkJournalStep *step, const GError *error, gpointer user_data)
{
  g_autoptr (HbkRecordEditor) self = user_data;

  self->is_saving = FALSE;
  if (self->session == NULL)
    return;
  if (step == NULL)
    {
      update_save (self);
      return;
    }

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->offer != CAN_RESTORE)
    hbk_draft_keeper_discard (self->session, draft_id (self));
  hbk_proof_list_forget_temporary (hbk_record_form_get_proofs (HBK_RECORD_FORM (self->form)));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_as (HbkRecordEditor *self, const char *id)
{
  g_autoptr (HbkRecord) built = hbk_record_form_build (HBK_RECORD_FORM (self->form));
  g_autoptr (HbkRecord) record = hbk_record_copy (built, id);
  g_auto (GStrv) paths = NULL;
  g_auto (GStrv) documents = NULL;
  g_autoptr (HbkRequest) request = NULL;
  const char *title = hbk_record_get_title (record);

  /* A list of records without titles cannot be read; the activity says at least what it was. */
  if (title == NULL || *title == '\0')
    hbk_record_set_title (record, hbk_value_words_activity (hbk_session_get_state (self->session)->vocabulary, hbk_record_get_activity (record), hbk_locale_get_language ()));
  hbk_proof_list_list_new (hbk_record_form_get_proofs (HBK_RECORD_FORM (self->form)), &paths, &documents);
  request = hbk_request_new_save_record (record, (const char *const *) paths, (const char *const *) documents);
  hbk_perform_then (GTK_WIDGET (self), request, paths[0] != NULL ? _("Copying Files") : NULL, performed_cb, g_object_ref (self));
}

static gpointer
make_id_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  return hbk_workspace_make_record_id (workspace, error);
}

static void
id_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkRecordEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (id != NULL)
    {
      save_as (self, id);
      return;
    }
  self->is_saving = FALSE;
  update_save (self);
  hbk_perform_report (GTK_WIDGET (self), _("The Record Was Not Saved"), error);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkRecordEditor *self = HBK_RECORD_EDITOR (widget);

  if (self->original == NULL || self->is_saving || hbk_record_form_get_lack (HBK_RECORD_FORM (self->form)) != NULL)
    return;

  self->is_saving = TRUE;
  update_save (self);
  if (self->is_new)
    hbk_session_run_async (self->session, "make an id", make_id_job, NULL, NULL, g_free, NULL, id_made_cb, g_object_ref (self));
  else
    save_as (self, hbk_record_get_id (self->original));
}

/* Comes here only when what has the focus takes no text. */
static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkRecordEditor *self = HBK_RECORD_EDITOR (widget);

  if (self->original != NULL)
    hbk_proof_list_paste (hbk_record_form_get_proofs (HBK_RECORD_FORM (self->form)));
}

/* ---- Overrides ---- */

static void
hbk_record_editor_dispose (GObject *object)
{
  HbkRecordEditor *self = HBK_RECORD_EDITOR (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_pointer (&self->found, hbk_record_draft_free);
  g_clear_pointer (&self->files, g_strfreev);
  g_clear_object (&self->original);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hbk_record_editor_parent_class)->dispose (object);
}

static void
hbk_record_editor_class_init (HbkRecordEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_record_editor_dispose;

  g_type_ensure (HBK_TYPE_ACTIVITY_CHOOSER);
  g_type_ensure (HBK_TYPE_RECORD_FORM);
  g_type_ensure (HBK_TYPE_RECORD_PREVIEW);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "editor.paste", NULL, paste_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordEditor, navigation);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordEditor, chooser);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordEditor, form_page);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordEditor, draft_banner);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordEditor, form);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordEditor, preview);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_activity_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_fact_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
}

static void
hbk_record_editor_init (HbkRecordEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_save (self);
}

static HbkRecordEditor *
record_editor_new (HbkSession *session, HbkRecord *record)
{
  HbkRecordEditor *self = g_object_new (HBK_TYPE_RECORD_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->is_new = record == NULL;
  hbk_activity_chooser_set_state (HBK_ACTIVITY_CHOOSER (self->chooser), hbk_session_get_state (session));
  if (record != NULL)
    self->original = hbk_record_copy (record, hbk_record_get_id (record));
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  hbk_draft_keeper_load_async (session, draft_id (self), draft_found_cb, g_object_ref (self));

  return self;
}

/**
 * hbk_record_editor_present:
 * @parent: a widget of the window
 * @session: a session with a state
 * @record: a record that the library has
 *
 * Opens the editor for a record.
 */
void
hbk_record_editor_present (GtkWidget *parent, HbkSession *session, HbkRecord *record)
{
  HbkRecordEditor *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && HBK_IS_SESSION (session) && hbk_session_get_state (session) != NULL && HBK_IS_RECORD (record));

  self = record_editor_new (session, record);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self->form_page), _("Edit Record"));
  show_record (self, self->original);
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "form" }, 1);
  update_save (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/**
 * hbk_record_editor_present_new:
 * @parent: a widget of the window
 * @session: a session with a state
 * @activity: (nullable): the id of the activity; asked for when not given
 * @files: (array zero-terminated=1) (nullable): checksums of files of the library that prove it
 *
 * Opens the editor for a new record.
 */
void
hbk_record_editor_present_new (GtkWidget *parent, HbkSession *session, const char *activity, const char *const *files)
{
  HbkRecordEditor *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && HBK_IS_SESSION (session) && hbk_session_get_state (session) != NULL);

  self = record_editor_new (session, NULL);
  self->files = g_strdupv ((char **) files);
  adw_dialog_present (ADW_DIALOG (self), parent);
  if (activity != NULL)
    begin (self, activity);
}

/**
 * hbk_record_editor_present_copy:
 * @parent: a widget of the window
 * @session: a session with a state
 * @record: a record
 *
 * Opens the editor for a new record that begins as a copy of another.
 */
void
hbk_record_editor_present_copy (GtkWidget *parent, HbkSession *session, HbkRecord *record)
{
  HbkRecordEditor *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && HBK_IS_SESSION (session) && hbk_session_get_state (session) != NULL && HBK_IS_RECORD (record));

  self = record_editor_new (session, NULL);
  self->original = hbk_record_copy (record, NEW_ID);
  show_record (self, self->original);
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "form" }, 1);
  update_save (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
