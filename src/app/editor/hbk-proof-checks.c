/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-proof-checks.h"

#include "app/widgets/hbk-plain-row.h"

#include <glib/gi18n.h>

#include "rules/hbk-evidence-options.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"

/**
 * HbkProofChecks:
 *
 * The documents that would prove a record: groups of which any one is enough, each with what is there already.
 */
struct _HbkProofChecks
{
  AdwBin parent_instance;

  GtkWidget *list;
  char      *shown; /* what is shown, so that it is made anew only when it has changed */
};

enum {
  ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkProofChecks, hbk_proof_checks, ADW_TYPE_BIN)

/* ---- What is there ---- */

static gboolean
is_there (GPtrArray *group, GPtrArray *documents)
{
  for (guint i = 0; i < group->len; i++)
    {
      const char *wanted = g_ptr_array_index (group, i);

      if (g_str_equal (wanted, "*") && documents->len > 0)
        return TRUE;
      if (g_ptr_array_find_with_equal_func (documents, wanted, g_str_equal, NULL))
        return TRUE;
    }

  return FALSE;
}

static guint
count_there (const HbkEvidenceOption *option, GPtrArray *documents)
{
  guint n = 0;

  for (guint i = 0; i < option->groups->len; i++)
    n += is_there (g_ptr_array_index (option->groups, i), documents);

  return n;
}

/* The one of which the least is missing. */
static guint
find_best (GPtrArray *options, GPtrArray *documents)
{
  guint best = 0, best_missing = G_MAXUINT;

  for (guint i = 0; i < options->len; i++)
    {
      const HbkEvidenceOption *option = g_ptr_array_index (options, i);
      guint                    missing = option->groups->len - count_there (option, documents);

      if (missing >= best_missing)
        continue;
      best = i;
      best_missing = missing;
    }

  return best;
}

/**
 * hbk_proof_checks_is_choice:
 * @options: (element-type HbkEvidenceOption): the ways in which the evidence can be complete, one at least
 *
 * Whether any one of what is listed is enough.
 *
 * Returns: %FALSE when all of it is needed
 */
gboolean
hbk_proof_checks_is_choice (GPtrArray *options)
{
  GPtrArray *groups;

  g_return_val_if_fail (options != NULL && options->len > 0, FALSE);

  groups = ((const HbkEvidenceOption *) g_ptr_array_index (options, 0))->groups;

  return options->len > 1 || (groups->len == 1 && ((GPtrArray *) g_ptr_array_index (groups, 0))->len > 1);
}

/**
 * hbk_proof_checks_list_documents:
 * @options: (element-type HbkEvidenceOption): the ways in which the evidence can be complete
 * @documents: (element-type utf8): a list that owns its texts, to be filled with their types
 *
 * Lists the types of documents that the notice asks for.
 */
void
hbk_proof_checks_list_documents (GPtrArray *options, GPtrArray *documents)
{
  g_ptr_array_set_size (documents, 0);
  for (guint i = 0; i < options->len; i++)
    {
      GPtrArray *groups = ((const HbkEvidenceOption *) g_ptr_array_index (options, i))->groups;

      for (guint j = 0; j < groups->len; j++)
        {
          GPtrArray *group = g_ptr_array_index (groups, j);

          for (guint k = 0; k < group->len; k++)
            g_ptr_array_add (documents, g_strdup (g_ptr_array_index (group, k)));
        }
    }
}

/**
 * hbk_proof_checks_find_year:
 * @preview: what the record would come to
 *
 * Finds the first year in which the notice asks for documents.
 *
 * Returns: (transfer none) (nullable): the year
 */
const HbkPreviewYear *
hbk_proof_checks_find_year (const HbkPreview *preview)
{
  for (guint i = 0; i < preview->years->len; i++)
    {
      const HbkPreviewYear *year = g_ptr_array_index (preview->years, i);

      if (year->result != NULL && year->result->evidence_set >= 0)
        return year;
    }

  return NULL;
}

/**
 * hbk_proof_checks_list_options:
 * @preview: what the record would come to
 *
 * Lists the ways in which the evidence of the record can be complete, in the first year in which the notice asks for documents.
 *
 * Returns: (transfer full) (element-type HbkEvidenceOption): the ways; none when no notice names documents
 */
GPtrArray *
hbk_proof_checks_list_options (const HbkPreview *preview)
{
  const HbkPreviewYear *year = hbk_proof_checks_find_year (preview);
  const HbkStateYear   *known = year != NULL ? hbk_state_lookup_year (preview->state, year->year) : NULL;
  HbkProfile           *profile = known != NULL ? hbk_logbook_get_profile (known->basis->logbook) : hbk_state_get_profile (preview->state);

  return year != NULL ? hbk_evidence_options_in_order (year->assessment, year->year, year->result, profile) : g_ptr_array_new ();
}

/* ---- Rows ---- */

static char *
group_words (GPtrArray *group, const HbkVocabulary *vocabulary)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < group->len; i++)
    {
      const char *id = g_ptr_array_index (group, i);

      if (i > 0)
        g_string_append (text, C_ ("between documents", " or "));
      g_string_append (text, g_str_equal (id, "*") ? _ ("any document") : hbk_value_words_document (vocabulary, id, hbk_locale_get_language ()));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_clicked_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[ADD], 0, g_object_get_data (G_OBJECT (button), "document"));
}

static GtkWidget *
row_new (HbkProofChecks *self, GPtrArray *group, const HbkVocabulary *vocabulary, GPtrArray *documents)
{
  g_autofree char *words = group_words (group, vocabulary);
  g_autofree char *name = g_strdup_printf (_ ("Add: %s"), words);
  gboolean         there = is_there (group, documents);
  GtkWidget       *row = hbk_plain_row_new (words, NULL);
  GtkWidget       *image = gtk_image_new_from_icon_name (there ? "hbk-check-circle-symbolic" : "hbk-empty-circle-symbolic");
  GtkWidget       *button;

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, there ? C_ ("document", "there") : C_ ("document", "missing"), -1);
  gtk_widget_add_css_class (image, there ? "hbk-good" : "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  if (there)
    return row;

  button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "list-add-symbolic", "valign", GTK_ALIGN_CENTER, "tooltip-text", name, NULL);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "document", g_strdup (g_str_equal (g_ptr_array_index (group, 0), "*") ? "" : g_ptr_array_index (group, 0)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
add_option (HbkProofChecks *self, const HbkEvidenceOption *option, guint position, gboolean is_best, const HbkVocabulary *vocabulary, GPtrArray *documents)
{
  g_autofree char *title = g_strdup_printf (_ ("Group %u"), position + 1);
  g_autofree char *progress = g_strdup_printf ("%u / %u", count_there (option, documents), option->groups->len);
  GtkWidget       *expander = hbk_plain_row_new_with (ADW_TYPE_EXPANDER_ROW, title, NULL, "expanded", is_best, NULL);
  GtkWidget       *label = gtk_label_new (progress);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "hbk-tabular");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), label);
  for (guint i = 0; i < option->groups->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row_new (self, g_ptr_array_index (option->groups, i), vocabulary, documents));
  gtk_list_box_append (GTK_LIST_BOX (self->list), expander);
}

static gboolean
are_single (GPtrArray *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      if (((const HbkEvidenceOption *) g_ptr_array_index (options, i))->groups->len != 1)
        return FALSE;
    }

  return TRUE;
}

/* Where any document of one list is enough, each has a row of its own. */
static void
fill_choice (HbkProofChecks *self, GPtrArray *group, const HbkVocabulary *vocabulary, GPtrArray *documents)
{
  for (guint i = 0; i < group->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, g_ptr_array_index (group, i));
      gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (self, one, vocabulary, documents));
    }
}

/* One list where a group is one document, or where there is one group; else a list of groups with the nearest open. */
static void
fill (HbkProofChecks *self, GPtrArray *options, const HbkVocabulary *vocabulary, GPtrArray *documents)
{
  guint    best = find_best (options, documents);
  gboolean is_flat = are_single (options) || options->len == 1;

  if (hbk_proof_checks_is_choice (options) && options->len == 1)
    {
      fill_choice (self, g_ptr_array_index (((const HbkEvidenceOption *) g_ptr_array_index (options, 0))->groups, 0), vocabulary, documents);
      return;
    }
  for (guint i = 0; i < options->len; i++)
    {
      const HbkEvidenceOption *option = g_ptr_array_index (options, i);

      if (!is_flat)
        add_option (self, option, i, i == best, vocabulary, documents);
      for (guint j = 0; is_flat && j < option->groups->len; j++)
        gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (self, g_ptr_array_index (option->groups, j), vocabulary, documents));
    }
}

static char *
make_key (GPtrArray *options, GPtrArray *documents)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    {
      GPtrArray *groups = ((const HbkEvidenceOption *) g_ptr_array_index (options, i))->groups;

      for (guint j = 0; j < groups->len; j++)
        {
          GPtrArray *group = g_ptr_array_index (groups, j);

          for (guint k = 0; k < group->len; k++)
            g_string_append_printf (key, "%s|", (const char *) g_ptr_array_index (group, k));
          g_string_append_c (key, '+');
        }
      g_string_append_c (key, ';');
    }
  for (guint i = 0; i < documents->len; i++)
    g_string_append_printf (key, " %s", (const char *) g_ptr_array_index (documents, i));

  return g_string_free_and_steal (g_steal_pointer (&key));
}

/* ---- Overrides ---- */

static void
hbk_proof_checks_finalize (GObject *object)
{
  g_free (HBK_PROOF_CHECKS (object)->shown);

  G_OBJECT_CLASS (hbk_proof_checks_parent_class)->finalize (object);
}

static void
hbk_proof_checks_class_init (HbkProofChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_proof_checks_finalize;

  /**
   * HbkProofChecks::add:
   * @document: the id of a document type, "" for any
   *
   * The person wants to add a document of a type.
   */
  signals[ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hbk_proof_checks_init (HbkProofChecks *self)
{
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/**
 * hbk_proof_checks_set:
 * @self: the list
 * @options: (element-type HbkEvidenceOption): the ways in which the evidence can be complete
 * @vocabulary: the words
 * @documents: (element-type utf8): the types of the documents that are there
 *
 * Shows what is there and what is missing.
 */
void
hbk_proof_checks_set (HbkProofChecks *self, GPtrArray *options, const HbkVocabulary *vocabulary, GPtrArray *documents)
{
  g_autofree char *key = NULL;

  g_return_if_fail (HBK_IS_PROOF_CHECKS (self) && options != NULL && vocabulary != NULL && documents != NULL);

  key = make_key (options, documents);
  gtk_widget_set_visible (GTK_WIDGET (self), options->len > 0);
  if (g_strcmp0 (key, self->shown) == 0)
    return;

  g_set_str (&self->shown, key);
  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  if (options->len > 0)
    fill (self, options, vocabulary, documents);
}
