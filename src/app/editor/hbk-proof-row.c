/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-proof-row.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-doc-thumb.h"
#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-plain-row.h"
#include "words/hbk-locale.h"

#define THUMB_SIDE 40

/**
 * HbkProofRow:
 *
 * A file that proves the record, with the document type that it is taken for.
 */
struct _HbkProofRow
{
  AdwComboRow parent_instance;

  HbkProof  *proof;
  GPtrArray *documents; /* ids, as in the model */
};

enum {
  CHANGED,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkProofRow, hbk_proof_row, ADW_TYPE_COMBO_ROW)

/* ---- Callbacks ---- */

static void
selected_cb (HbkProofRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (selected >= self->documents->len || g_str_equal (self->proof->document, g_ptr_array_index (self->documents, selected)))
    return;

  g_set_str (&self->proof->document, g_ptr_array_index (self->documents, selected));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (HbkProofRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* ---- Overrides ---- */

static void
hbk_proof_row_finalize (GObject *object)
{
  HbkProofRow *self = HBK_PROOF_ROW (object);

  g_clear_pointer (&self->proof, hbk_proof_unref);
  g_ptr_array_unref (self->documents);

  G_OBJECT_CLASS (hbk_proof_row_parent_class)->finalize (object);
}

static void
hbk_proof_row_class_init (HbkProofRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_proof_row_finalize;

  /**
   * HbkProofRow::changed:
   *
   * Another document type was chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HbkProofRow::remove:
   *
   * The file is not to prove the record.
   */
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hbk_proof_row_init (HbkProofRow *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_free);
}

static void
add_document (HbkProofRow *self, GtkStringList *names, const HbkVocabulary *vocabulary, const char *id)
{
  const HbkDocumentSpec *spec = hbk_vocabulary_lookup_document (vocabulary, id);

  if (spec == NULL || g_ptr_array_find_with_equal_func (self->documents, id, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->documents, g_strdup (id));
  gtk_string_list_append (names, hbk_bilingual_get (&spec->name, hbk_locale_get_language ()));
}

static void
fill_documents (HbkProofRow *self, const HbkVocabulary *vocabulary, GPtrArray *asked)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < asked->len; i++)
    add_document (self, names, vocabulary, g_ptr_array_index (asked, i));
  for (guint i = 0; i < hbk_vocabulary_get_n_documents (vocabulary); i++)
    add_document (self, names, vocabulary, hbk_vocabulary_get_document (vocabulary, i)->id);

  g_ptr_array_find_with_equal_func (self->documents, self->proof->document, g_str_equal, &selected);
  g_object_set (self, "expression", expression, "search-match-mode", GTK_STRING_FILTER_MATCH_MODE_SUBSTRING, "enable-search", TRUE, "model", names, "selected", selected, NULL);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * hbk_proof_row_new:
 * @proof: the file
 * @session: the session
 * @asked: (element-type utf8): the ids of the document types that the notice asks for, which stand first
 *
 * Makes a row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_proof_row_new (HbkProof *proof, HbkSession *session, GPtrArray *asked)
{
  HbkProofRow     *self = HBK_PROOF_ROW (hbk_plain_row_new_with (HBK_TYPE_PROOF_ROW, proof->name, NULL, "title-lines", 1, NULL));
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), proof->name);
  GtkWidget       *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic", "valign", GTK_ALIGN_CENTER, "tooltip-text", name, NULL);

  self->proof = hbk_proof_ref (proof);
  fill_documents (self, hbk_session_get_state (session)->vocabulary, asked);
  if (proof->sha256 != NULL && proof->path == NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (self), hbk_doc_thumb_new (session, proof->sha256, THUMB_SIDE));
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (self), hbk_icon_new ("text-x-generic-symbolic"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  hbk_proof_row_update (self);

  return GTK_WIDGET (self);
}

/**
 * hbk_proof_row_get_proof:
 * @self: a row
 *
 * Gets the file.
 *
 * Returns: (transfer none): the proof
 */
HbkProof *
hbk_proof_row_get_proof (HbkProofRow *self)
{
  g_return_val_if_fail (HBK_IS_PROOF_ROW (self), NULL);

  return self->proof;
}

/**
 * hbk_proof_row_update:
 * @self: a row
 *
 * Shows what is known of the file by now.
 */
void
hbk_proof_row_update (HbkProofRow *self)
{
  g_return_if_fail (HBK_IS_PROOF_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->proof->remark != NULL ? self->proof->remark : "");
}
