/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-proof.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-doc-thumb.h"
#include "app/widgets/hbk-icon.h"
#include "app/window/hbk-perform.h"
#include "rules/hbk-evidence-options.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

#define SIDE 96

/**
 * HbkRecordProof:
 *
 * What proves a record: its files, and what is missing to make the evidence complete.
 */
struct _HbkRecordProof
{
  AdwBin parent_instance;

  GtkWidget  *chip;
  GtkImage   *chip_icon;
  GtkLabel   *chip_label;
  GtkFlowBox *files;
  GtkBox     *ways;
  GtkWidget  *add_button; /* of the files; NULL where nothing can be added */

  HbkSession *session;
  char       *id;
};

G_DEFINE_FINAL_TYPE (HbkRecordProof, hbk_record_proof, ADW_TYPE_BIN)

/* ---- Taking files in ---- */

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HbkRecordProof) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    hbk_record_proof_take_files (self, files);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkRecordProof *self = HBK_RECORD_PROOF (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Add Evidence"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (self));
}

static void
detach_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkRecordProof *self = HBK_RECORD_PROOF (widget);

  hbk_perform (widget, hbk_request_new_detach (self->id, g_variant_get_string (parameter, NULL)));
}

/* ---- Files ---- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_tooltip_text (label, text);

  return label;
}

static char *
describe_file (const HbkEvidenceFile *file)
{
  g_autofree char *serial = hbk_evidence_file_dup_serial (file);

  if (file->pages > 0)
    return g_strdup_printf (ngettext ("%1$s · %2$u page", "%1$s · %2$u pages", file->pages), serial, file->pages);

  return g_steal_pointer (&serial);
}

static GtkWidget *
make_detach_button (const char *sha256, const char *name)
{
  GtkWidget       *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *words = g_strdup_printf (_("Take “%s” Off the Record"), name);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 4);
  gtk_widget_set_margin_end (button, 4);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "hbk-detach");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "proof.detach");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sha256);

  return button;
}

static GtkWidget *
make_add_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), hbk_icon_new ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_("files", "Add")));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, -1, SIDE + 24);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "hbk-proof-add");
  gtk_widget_set_tooltip_text (button, _("Choose Files, or Drop Them Here"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "proof.add");

  return button;
}

/* The whole card takes the focus, so that all that it says is read; what its button does is then done by the card. */
static void
append_card (HbkRecordProof *self, GtkWidget *card, GtkWidget *button)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_add_css_class (button, "hbk-proof-card");
  gtk_widget_set_focusable (button, FALSE);
  g_object_set_data (G_OBJECT (child), "button", button);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_flow_box_append (self->files, child);
}

static void
append_file (HbkRecordProof *self, HbkState *state, const HbkEvidence *evidence)
{
  const char            *sha256 = hbk_evidence_get_sha256 (evidence);
  const HbkEvidenceFile *file = sha256 != NULL ? hbk_state_lookup_file (state, sha256) : NULL;
  const char            *name = hbk_value_words_document (state->vocabulary, hbk_evidence_get_document (evidence), hbk_locale_get_language ());
  g_autofree char       *details = file != NULL ? describe_file (file) : g_strdup (hbk_evidence_get_file (evidence));
  GtkWidget             *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget             *overlay = gtk_overlay_new ();
  GtkWidget             *button = gtk_button_new ();
  GtkWidget             *thumb = hbk_doc_thumb_new (self->session, sha256, SIDE);

  gtk_widget_set_halign (thumb, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), thumb);
  gtk_widget_set_tooltip_text (button, file != NULL ? file->name : _("The file is not in the library"));
  if (file != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-file");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sha256);
    }
  else
    {
      gtk_widget_set_sensitive (button, FALSE);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), button);
  if (sha256 != NULL && state->is_writable)
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_detach_button (sha256, name));
  gtk_box_append (GTK_BOX (card), overlay);
  gtk_box_append (GTK_BOX (card), make_label (name, "hbk-strong"));
  if (details != NULL)
    {
      GtkWidget *label = make_label (details, "hbk-second");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (card), label);
    }
  append_card (self, card, button);
}

static void
card_activated_cb (HbkRecordProof *self, GtkFlowBoxChild *child)
{
  gtk_widget_activate (g_object_get_data (G_OBJECT (child), "button"));
}

static void
show_files (HbkRecordProof *self, HbkState *state, HbkRecord *record)
{
  gtk_flow_box_remove_all (self->files);
  self->add_button = NULL;
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    append_file (self, state, hbk_record_get_evidence (record, i));
  if (state->is_writable)
    {
      self->add_button = make_add_button ();
      append_card (self, self->add_button, self->add_button);
    }
}

/* ---- What would complete it ---- */

static char *
name_group (const HbkVocabulary *vocabulary, GPtrArray *group)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < group->len; i++)
    {
      const char *id = g_ptr_array_index (group, i);

      /* Translators: between documents any of which will do */
      if (i > 0)
        g_string_append (names, C_("any of these", " or "));
      g_string_append (names, g_str_equal (id, "*") ? _("any document") : hbk_value_words_document (vocabulary, id, hbk_locale_get_language ()));
    }

  return g_string_free_and_steal (names);
}

static GtkWidget *
make_check (const char *text, gboolean is_there)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *image = hbk_icon_new (is_there ? "hbk-check-circle-symbolic" : "hbk-empty-circle-symbolic");
  GtkWidget       *label = gtk_label_new (text);
  g_autofree char *state = g_strdup_printf (is_there ? _("%s: there") : _("%s: missing"), text);

  gtk_widget_add_css_class (image, is_there ? "hbk-good" : "dimmed");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 3);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, state, -1);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
make_way (const HbkVocabulary *vocabulary, const HbkEvidenceOption *option, HbkRecord *record, guint number)
{
  GtkWidget *way = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (number > 0)
    {
      /* Translators: a heading over documents that together prove a record; there are several such sets */
      g_autofree char *title = g_strdup_printf (_("Set %u"), number);
      GtkWidget       *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "hbk-second");
      gtk_widget_add_css_class (label, "hbk-strong");
      gtk_box_append (GTK_BOX (way), label);
    }
  for (guint i = 0; i < option->groups->len; i++)
    {
      GPtrArray       *group = g_ptr_array_index (option->groups, i);
      g_autofree char *name = name_group (vocabulary, group);

      gtk_box_append (GTK_BOX (way), make_check (name, hbk_evidence_group_is_served (group, record)));
    }

  return way;
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

static void
append_intro (HbkRecordProof *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (self->ways, label);
}

static void
show_ways (HbkRecordProof *self, HbkState *state, HbkRecord *record, const HbkRecordYear *year)
{
  g_autoptr (GPtrArray) options = NULL;
  GtkWidget *child;
  gboolean   are_lines;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->ways))) != NULL)
    gtk_box_remove (self->ways, child);
  gtk_widget_set_visible (GTK_WIDGET (self->ways), year != NULL && !year->result->evidence_complete);
  if (year == NULL || year->result->evidence_complete)
    return;

  options = hbk_evidence_options (year->year->assessment, year->year->year, year->result, hbk_logbook_get_profile (year->year->basis->logbook));
  if (options->len == 0)
    {
      append_intro (self, _("The notice names no documents; any that shows what you did will do."));
      return;
    }

  are_lines = are_single (options);
  if (options->len > 1)
    append_intro (self, are_lines ? _("Any one of these will do:") : _("Any one of these sets will do:"));
  else
    append_intro (self, _("Needed as evidence:"));
  for (guint i = 0; i < options->len; i++)
    gtk_box_append (self->ways, make_way (state->vocabulary, g_ptr_array_index (options, i), record, are_lines || options->len == 1 ? 0 : i + 1));
}

static void
show_chip (HbkRecordProof *self, const HbkRecordYear *year)
{
  gboolean is_complete = year != NULL && year->result->evidence_complete;
  gboolean is_weak = is_complete && year->result->evidence_weak;

  gtk_widget_set_visible (self->chip, year != NULL);
  gtk_widget_remove_css_class (self->chip, "hbk-good");
  gtk_widget_remove_css_class (self->chip, "hbk-caution");
  gtk_widget_add_css_class (self->chip, is_complete && !is_weak ? "hbk-good" : "hbk-caution");
  gtk_image_set_from_icon_name (self->chip_icon, is_complete && !is_weak ? "hbk-check-circle-symbolic" : "hbk-half-symbolic");
  if (is_weak)
    gtk_label_set_text (self->chip_label, C_("evidence", "One More Would Be Safer"));
  else
    gtk_label_set_text (self->chip_label, is_complete ? C_("evidence", "Complete") : C_("evidence", "Not Complete"));
}

/* ---- Object ---- */

static void
hbk_record_proof_dispose (GObject *object)
{
  HbkRecordProof *self = HBK_RECORD_PROOF (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (hbk_record_proof_parent_class)->dispose (object);
}

static void
hbk_record_proof_class_init (HbkRecordProofClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_record_proof_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-proof.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordProof, chip);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordProof, chip_icon);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordProof, chip_label);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordProof, files);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordProof, ways);
  gtk_widget_class_install_action (widget_class, "proof.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "proof.detach", "s", detach_cb);
}

static void
hbk_record_proof_init (HbkRecordProof *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_record_proof_set:
 * @self: the evidence of a record
 * @session: a session
 * @state: a state of it
 * @record: a record
 * @year: (nullable): what became of it; %NULL while there are no rules
 *
 * Shows what proves a record.
 */
void
hbk_record_proof_set (HbkRecordProof *self, HbkSession *session, HbkState *state, HbkRecord *record, const HbkRecordYear *year)
{
  g_return_if_fail (HBK_IS_RECORD_PROOF (self) && state != NULL && record != NULL);

  g_set_object (&self->session, session);
  g_set_str (&self->id, hbk_record_get_id (record));
  show_chip (self, year);
  show_files (self, state, record);
  show_ways (self, state, record, year);
}

/**
 * hbk_record_proof_focus:
 * @self: the evidence of a record
 *
 * Puts the focus where evidence is added.
 */
void
hbk_record_proof_focus (HbkRecordProof *self)
{
  g_return_if_fail (HBK_IS_RECORD_PROOF (self));

  if (self->add_button == NULL)
    return;

  /* It is the card that takes the focus. */
  gtk_widget_grab_focus (gtk_widget_get_parent (self->add_button));
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (self->add_button)), TRUE);
}

/**
 * hbk_record_proof_take_files:
 * @self: the evidence of a record
 * @files: files that a person has chosen
 *
 * Copies files into the library, as evidence of the record.
 */
void
hbk_record_proof_take_files (HbkRecordProof *self, GListModel *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  g_autoptr (HbkRequest) request = NULL;

  g_return_if_fail (HBK_IS_RECORD_PROOF (self) && G_IS_LIST_MODEL (files));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (builder, g_file_peek_path (file));
    }
  paths = g_strv_builder_end (builder);
  if (self->id == NULL)
    return;
  if (*paths == NULL)
    {
      hbk_perform_toast (GTK_WIDGET (self), _("These files are not on this computer. Copy them to it first."));
      return;
    }

  request = hbk_request_new_take_in ((const char *const *) paths, self->id, NULL);
  hbk_perform_then (GTK_WIDGET (self), request, _("Copying Files"), NULL, NULL);
}
