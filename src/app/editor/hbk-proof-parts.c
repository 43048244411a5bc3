/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-proof-parts.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-proof.h"

static gboolean
is_among (GPtrArray *proofs, const char *sha256)
{
  for (guint i = 0; i < proofs->len; i++)
    {
      if (g_strcmp0 (((const HbkProof *) g_ptr_array_index (proofs, i))->sha256, sha256) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * hbk_proof_inbox_fill:
 * @list: a list, whose rows will have the checksum of their file as "sha256" of their child
 * @state: the state
 * @proofs: (element-type HbkProof): files that are not listed
 *
 * Lists the files that prove no record yet.
 *
 * Returns: how many there are
 */
guint
hbk_proof_inbox_fill (GtkListBox *list, HbkState *state, GPtrArray *proofs)
{
  guint n = 0;

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < state->files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (state->files, i);
      GPtrArray             *records = hbk_state_get_records_of_file (state, file->sha256);
      GtkWidget             *label;

      if ((records != NULL && records->len > 0) || is_among (proofs, file->sha256))
        continue;
      label = g_object_new (GTK_TYPE_LABEL, "label", file->name, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "tooltip-text", file->name, NULL);
      g_object_set_data_full (G_OBJECT (label), "sha256", g_strdup (file->sha256), g_free);
      gtk_list_box_append (list, label);
      n++;
    }

  return n;
}

/**
 * hbk_proof_state_show:
 * @label: a label
 * @result: (nullable): the record in a year in which the notice asks for documents
 *
 * Says in a word how the evidence stands.
 */
void
hbk_proof_state_show (GtkWidget *label, const HbkRecordResult *result)
{
  const char *tone = result != NULL && result->evidence_complete && !result->evidence_weak ? "hbk-good" : "hbk-caution";

  gtk_widget_set_visible (label, result != NULL);
  if (result == NULL)
    return;

  gtk_widget_remove_css_class (label, "hbk-good");
  gtk_widget_remove_css_class (label, "hbk-caution");
  gtk_widget_add_css_class (label, tone);
  gtk_label_set_text (GTK_LABEL (label), !result->evidence_complete ? C_ ("evidence", "incomplete") : result->evidence_weak ? C_ ("evidence", "one more would help") : C_ ("evidence", "complete"));
}
