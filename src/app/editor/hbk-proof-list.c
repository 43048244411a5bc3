/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-proof-list.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/editor/hbk-paste.h"
#include "app/editor/hbk-proof-checks.h"
#include "app/editor/hbk-proof-parts.h"
#include "app/editor/hbk-proof-row.h"
#include "app/window/hbk-perform.h"
#include "workspace/hbk-document-guess.h"
#include "workspace/hbk-file-hash.h"

/**
 * HbkProofList:
 *
 * The evidence of the record being edited: files dropped, pasted, chosen or taken from the inbox, each with its type, and what the notice asks for. New
 * files are only taken in when the record is saved.
 */
struct _HbkProofList
{
  AdwBin parent_instance;

  GtkWidget *state_label;
  GtkWidget *drop_zone;
  GtkWidget *inbox_button;
  GtkWidget *inbox_popover;
  GtkWidget *inbox_list;
  GtkWidget *files_list;
  GtkWidget *sets_label;
  GtkWidget *checks;

  HbkSession   *session;
  GCancellable *cancellable;
  GPtrArray    *proofs; /* HbkProof */
  GPtrArray    *asked;  /* ids of document types that the notice asks for */
  char         *wanted; /* the type of the files that are being chosen */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkProofList, hbk_proof_list, ADW_TYPE_BIN)

/* ---- Helpers ---- */

static void
tell (HbkProofList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static HbkProofRow *
find_row (HbkProofList *self, const HbkProof *proof)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->files_list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (HBK_IS_PROOF_ROW (row) && hbk_proof_row_get_proof (HBK_PROOF_ROW (row)) == proof)
        return HBK_PROOF_ROW (row);
    }

  return NULL;
}

static gboolean
has_file (HbkProofList *self, const char *path, const char *sha256)
{
  for (guint i = 0; i < self->proofs->len; i++)
    {
      const HbkProof *proof = g_ptr_array_index (self->proofs, i);

      if ((path != NULL && g_strcmp0 (proof->path, path) == 0) || (sha256 != NULL && g_strcmp0 (proof->sha256, sha256) == 0))
        return TRUE;
    }

  return FALSE;
}

/* What was made for this editor only goes with it. */
static void
forget (HbkProof *proof)
{
  if (proof->is_temporary)
    g_unlink (proof->path);
}

/* ---- Rows ---- */

static void
row_changed_cb (HbkProofRow *row, gpointer user_data)
{
  tell (user_data);
}

static void
row_remove_cb (HbkProofRow *row, gpointer user_data)
{
  HbkProofList *self = user_data;
  HbkProof     *proof = hbk_proof_row_get_proof (row);

  forget (proof);
  g_ptr_array_remove (self->proofs, proof);
  gtk_list_box_remove (GTK_LIST_BOX (self->files_list), GTK_WIDGET (row));
  gtk_widget_set_visible (self->files_list, self->proofs->len > 0);
  tell (self);
}

static void
add_proof (HbkProofList *self, HbkProof *proof)
{
  GtkWidget *row = hbk_proof_row_new (proof, self->session, self->asked);

  g_ptr_array_add (self->proofs, proof);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (self->files_list), row);
  gtk_widget_set_visible (self->files_list, TRUE);
}

/* ---- Files that the library has already ---- */

/* What came from the list through the thread and back. */
typedef struct
{
  HbkProofList *list;
  HbkProof     *proof;
} Hashing;

static void
hashing_free (Hashing *hashing)
{
  g_object_unref (hashing->list);
  hbk_proof_unref (hashing->proof);
  g_free (hashing);
}

static gpointer
hash_job (HbkWorkspace *workspace, gpointer path, HbkOperation *operation, GError **error)
{
  return hbk_file_hash (path, NULL, error);
}

static void
show_remark (HbkProofList *self, HbkProof *proof)
{
  HbkProofRow *row = find_row (self, proof);

  if (row != NULL)
    hbk_proof_row_update (row);
}

static void
hashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Hashing         *hashing = user_data;
  HbkProofList    *self = hashing->list;
  g_autofree char *sha256 = hbk_session_run_finish (HBK_SESSION (source), result, NULL);
  HbkState        *state = hbk_session_get_state (HBK_SESSION (source));

  if (sha256 != NULL && state != NULL && self->session != NULL)
    {
      const HbkEvidenceFile *file = hbk_state_lookup_file (state, sha256);

      g_set_str (&hashing->proof->sha256, sha256);
      if (file != NULL)
        {
          hbk_proof_set_remark (hashing->proof, state, file);
          show_remark (self, hashing->proof);
          tell (self);
        }
    }
  hashing_free (hashing);
}

static void
hash_proof (HbkProofList *self, HbkProof *proof)
{
  Hashing *hashing = g_new0 (Hashing, 1);

  hashing->list = g_object_ref (self);
  hashing->proof = hbk_proof_ref (proof);
  hbk_session_run_async (self->session, "look for a file", hash_job, g_strdup (proof->path), g_free, g_free, NULL, hashed_cb, hashing);
}

/* ---- Dropping, pasting, choosing ---- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    {
      g_autofree char *path = g_file_get_path (link->data);

      if (path != NULL)
        hbk_proof_list_add_path (user_data, path, NULL);
    }

  return TRUE;
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  gtk_widget_add_css_class (HBK_PROOF_LIST (user_data)->drop_zone, "hbk-drop-hover");

  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, gpointer user_data)
{
  gtk_widget_remove_css_class (HBK_PROOF_LIST (user_data)->drop_zone, "hbk-drop-hover");
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkProofList) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_temporary = FALSE;
  g_auto (GStrv) paths = hbk_paste_finish (result, &is_temporary, &error);

  if (self->session == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (paths == NULL)
    {
      hbk_perform_toast (GTK_WIDGET (self), error->message);
      return;
    }
  for (guint i = 0; paths[i] != NULL; i++)
    {
      hbk_proof_list_add_path (self, paths[i], NULL);
      if (is_temporary)
        ((HbkProof *) g_ptr_array_index (self->proofs, self->proofs->len - 1))->is_temporary = TRUE;
    }
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkProofList) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  for (guint i = 0; files != NULL && self->session != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        hbk_proof_list_add_path (self, path, self->wanted);
    }
}

static void
choose (HbkProofList *self, const char *document)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_str (&self->wanted, document != NULL && *document != '\0' ? document : NULL);
  gtk_file_dialog_set_title (dialog, _("Choose Evidence"));
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->cancellable, chosen_cb, g_object_ref (self));
}

static void
choose_cb (HbkProofList *self)
{
  choose (self, NULL);
}

static void
add_wanted_cb (HbkProofChecks *checks, const char *document, gpointer user_data)
{
  choose (user_data, document);
}

/* ---- The inbox ---- */

static void
fill_inbox (HbkProofList *self)
{
  guint n = hbk_proof_inbox_fill (GTK_LIST_BOX (self->inbox_list), hbk_session_get_state (self->session), self->proofs);

  gtk_widget_set_visible (self->inbox_button, n > 0);
}

static void
inbox_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  HbkProofList    *self = user_data;
  g_autofree char *sha256 = g_strdup (g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "sha256"));

  gtk_popover_popdown (GTK_POPOVER (self->inbox_popover));
  hbk_proof_list_add_file (self, sha256, NULL);
  tell (self);
}

/* ---- Overrides ---- */

static void
hbk_proof_list_dispose (GObject *object)
{
  HbkProofList *self = HBK_PROOF_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hbk_proof_list_parent_class)->dispose (object);
}

static void
hbk_proof_list_finalize (GObject *object)
{
  HbkProofList *self = HBK_PROOF_LIST (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->proofs);
  g_ptr_array_unref (self->asked);
  g_free (self->wanted);

  G_OBJECT_CLASS (hbk_proof_list_parent_class)->finalize (object);
}

static void
hbk_proof_list_class_init (HbkProofListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_proof_list_dispose;
  object_class->finalize = hbk_proof_list_finalize;

  g_type_ensure (HBK_TYPE_PROOF_CHECKS);

  /**
   * HbkProofList::changed:
   *
   * The person has changed the evidence.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-proof-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkProofList, state_label);
  gtk_widget_class_bind_template_child (widget_class, HbkProofList, drop_zone);
  gtk_widget_class_bind_template_child (widget_class, HbkProofList, inbox_button);
  gtk_widget_class_bind_template_child (widget_class, HbkProofList, inbox_popover);
  gtk_widget_class_bind_template_child (widget_class, HbkProofList, inbox_list);
  gtk_widget_class_bind_template_child (widget_class, HbkProofList, files_list);
  gtk_widget_class_bind_template_child (widget_class, HbkProofList, sets_label);
  gtk_widget_class_bind_template_child (widget_class, HbkProofList, checks);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, inbox_activated_cb);
}

static void
hbk_proof_list_init (HbkProofList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  self->proofs = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_proof_unref);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * hbk_proof_list_set_record:
 * @self: the list
 * @session: a session with a state
 * @record: a record
 *
 * Shows the evidence that a record has.
 */
void
hbk_proof_list_set_record (HbkProofList *self, HbkSession *session, HbkRecord *record)
{
  g_return_if_fail (HBK_IS_PROOF_LIST (self) && HBK_IS_SESSION (session) && HBK_IS_RECORD (record));

  g_set_object (&self->session, session);
  gtk_list_box_remove_all (GTK_LIST_BOX (self->files_list));
  g_ptr_array_set_size (self->proofs, 0);
  gtk_widget_set_visible (self->files_list, FALSE);
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    add_proof (self, hbk_proof_new_of_evidence (hbk_record_get_evidence (record, i)));
  fill_inbox (self);
}

static void
put_those (HbkProofList *self, HbkRecord *record, gboolean are_new)
{
  for (guint i = 0; i < self->proofs->len; i++)
    {
      const HbkProof *proof = g_ptr_array_index (self->proofs, i);
      g_autoptr (HbkEvidence) evidence = NULL;

      if ((proof->path != NULL) != are_new)
        continue;
      evidence = hbk_proof_make_evidence (proof);
      hbk_record_add_evidence (record, evidence);
    }
}

/**
 * hbk_proof_list_put:
 * @self: the list
 * @record: a record
 *
 * Gives a record the evidence of which the library has the file, in place of what it has.
 */
void
hbk_proof_list_put (HbkProofList *self, HbkRecord *record)
{
  g_return_if_fail (HBK_IS_PROOF_LIST (self) && HBK_IS_RECORD (record));

  while (hbk_record_get_n_evidence (record) > 0)
    hbk_record_remove_evidence (record, 0);
  put_those (self, record, FALSE);
}

/**
 * hbk_proof_list_put_new:
 * @self: the list
 * @record: a record, which is for a preview only
 *
 * Gives a record the evidence that it will have once the new files are taken in.
 */
void
hbk_proof_list_put_new (HbkProofList *self, HbkRecord *record)
{
  g_return_if_fail (HBK_IS_PROOF_LIST (self) && HBK_IS_RECORD (record));

  put_those (self, record, TRUE);
}

/**
 * hbk_proof_list_list_new:
 * @self: the list
 * @paths: (out) (array zero-terminated=1) (element-type filename): the new files
 * @documents: (out) (array zero-terminated=1): the document type of each
 *
 * Lists the files that are to be taken in with the record.
 */
void
hbk_proof_list_list_new (HbkProofList *self, char ***paths, char ***documents)
{
  g_autoptr (GStrvBuilder) path_list = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) document_list = g_strv_builder_new ();

  g_return_if_fail (HBK_IS_PROOF_LIST (self) && paths != NULL && documents != NULL);

  for (guint i = 0; i < self->proofs->len; i++)
    {
      const HbkProof *proof = g_ptr_array_index (self->proofs, i);

      if (proof->path == NULL)
        continue;
      g_strv_builder_add (path_list, proof->path);
      g_strv_builder_add (document_list, proof->document);
    }
  *paths = g_strv_builder_end (path_list);
  *documents = g_strv_builder_end (document_list);
}

/**
 * hbk_proof_list_show_preview:
 * @self: the list
 * @preview: what the record would come to
 *
 * Shows which documents the notice asks for, and which are there.
 */
void
hbk_proof_list_show_preview (HbkProofList *self, const HbkPreview *preview)
{
  const HbkPreviewYear *year;
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  g_return_if_fail (HBK_IS_PROOF_LIST (self) && preview != NULL);

  year = hbk_proof_checks_find_year (preview);
  options = hbk_proof_checks_list_options (preview);
  for (guint i = 0; i < self->proofs->len; i++)
    g_ptr_array_add (documents, ((HbkProof *) g_ptr_array_index (self->proofs, i))->document);
  hbk_proof_checks_list_documents (options, self->asked);
  hbk_proof_state_show (self->state_label, year != NULL ? year->result : NULL);
  gtk_widget_set_visible (self->sets_label, options->len > 0);
  gtk_label_set_text (GTK_LABEL (self->sets_label), options->len > 0 && hbk_proof_checks_is_choice (options) ? _("Any one of these is enough") : _("All of these are needed"));
  hbk_proof_checks_set (HBK_PROOF_CHECKS (self->checks), options, preview->state->vocabulary, documents);
}

/**
 * hbk_proof_list_forget_temporary:
 * @self: the list
 *
 * Removes the files that were made for the editor only, once the library has them or nobody wants them.
 */
void
hbk_proof_list_forget_temporary (HbkProofList *self)
{
  g_return_if_fail (HBK_IS_PROOF_LIST (self));

  for (guint i = 0; i < self->proofs->len; i++)
    forget (g_ptr_array_index (self->proofs, i));
}

/**
 * hbk_proof_list_add_path:
 * @self: the list
 * @path: (type filename): a file
 * @document: (nullable): its document type; %NULL for what its name says
 *
 * Adds a file that is to be taken in with the record. One that is there already is not added again.
 */
void
hbk_proof_list_add_path (HbkProofList *self, const char *path, const char *document)
{
  g_autofree char *name = NULL;
  HbkProof        *proof;

  g_return_if_fail (HBK_IS_PROOF_LIST (self) && self->session != NULL && path != NULL);

  if (has_file (self, path, NULL))
    return;

  name = g_filename_display_basename (path);
  proof = hbk_proof_new_of_path (path, document != NULL && *document != '\0' ? document : hbk_document_guess (hbk_session_get_state (self->session)->vocabulary, name));
  add_proof (self, proof);
  hash_proof (self, proof);
  tell (self);
}

/**
 * hbk_proof_list_add_file:
 * @self: the list
 * @sha256: the checksum of a file of the library
 * @document: (nullable): its document type; %NULL for the one it is taken for
 *
 * Adds a file that the library has.
 */
void
hbk_proof_list_add_file (HbkProofList *self, const char *sha256, const char *document)
{
  HbkState              *state;
  const HbkEvidenceFile *file;
  const char            *kind;

  g_return_if_fail (HBK_IS_PROOF_LIST (self) && self->session != NULL && sha256 != NULL);

  state = hbk_session_get_state (self->session);
  file = hbk_state_lookup_file (state, sha256);
  if (file == NULL || has_file (self, NULL, sha256))
    return;

  kind = document != NULL ? document : file->document != NULL ? file->document
                                                              : hbk_document_guess (state->vocabulary, file->name);
  add_proof (self, hbk_proof_new_of_file (sha256, file->name, kind));
  fill_inbox (self);
}

/**
 * hbk_proof_list_paste:
 * @self: the list
 *
 * Adds the files or the picture that lie in the clipboard.
 *
 * Returns: %FALSE when there are none
 */
gboolean
hbk_proof_list_paste (HbkProofList *self)
{
  GdkClipboard *clipboard;

  g_return_val_if_fail (HBK_IS_PROOF_LIST (self), FALSE);

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (!hbk_paste_is_possible (clipboard))
    return FALSE;

  hbk_paste_async (clipboard, self->cancellable, pasted_cb, g_object_ref (self));

  return TRUE;
}
