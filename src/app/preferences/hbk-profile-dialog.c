/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences/hbk-profile-dialog.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-date-row.h"
#include "app/preferences/hbk-attribute-row.h"
#include "app/preferences/hbk-profile-history.h"
#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"

/**
 * HbkProfileDialog:
 *
 * What holds of the person, what the rules ask for first; a correction, or a change from a day on.
 */
struct _HbkProfileDialog
{
  AdwDialog parent_instance;

  GtkWidget           *save_button;
  AdwPreferencesGroup *asked_group;
  AdwPreferencesGroup *person_group;
  AdwPreferencesGroup *post_group;
  AdwPreferencesGroup *more_group;
  AdwComboRow         *region_row;
  GtkCheckButton      *change_check;
  HbkDateRow          *from_row;
  AdwPreferencesGroup *history_group;

  HbkState          *state;
  HbkProfileHistory *history;
  GPtrArray         *rows;  /* of answers */
  GHashTable        *shown; /* ids of those that have a row */
  guint              region;
};

G_DEFINE_FINAL_TYPE (HbkProfileDialog, hbk_profile_dialog, ADW_TYPE_DIALOG)

/* ---- Questions ---- */

static const HbkValue *
get_answer (HbkProfileDialog *self, const char *id)
{
  return hbk_profile_lookup_attribute (hbk_state_get_profile (self->state), id);
}

static void
take_row (HbkProfileDialog *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  g_hash_table_add (self->shown, (gpointer) hbk_attribute_row_get_id (row));
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
add_text (HbkProfileDialog *self, AdwPreferencesGroup *group, const char *id, const char *title)
{
  take_row (self, group, hbk_attribute_row_new_text (id, title, get_answer (self, id)));
}

static void
add_attribute (HbkProfileDialog *self, AdwPreferencesGroup *group, const char *id)
{
  const HbkFactSpec *spec = hbk_vocabulary_lookup_attribute (self->state->vocabulary, id);

  if (spec != NULL && !g_hash_table_contains (self->shown, id))
    take_row (self, group, hbk_attribute_row_new (spec, get_answer (self, id)));
}

/* What a warning of any year misses comes first. */
static void
add_asked (HbkProfileDialog *self)
{
  for (guint i = self->state->years->len; i > 0; i--)
    {
      const HbkStateYear *year = g_ptr_array_index (self->state->years, i - 1);

      for (guint j = 0; j < year->result->warnings->len; j++)
        {
          const HbkWarning *warning = &g_array_index (year->result->warnings, HbkWarning, j);

          if (g_str_equal (warning->spec->id, "W-FACT-MISSING") && warning->id != NULL && get_answer (self, warning->id) == NULL)
            add_attribute (self, self->asked_group, warning->id);
        }
    }
}

static void
add_more (HbkProfileDialog *self)
{
  const HbkVocabulary *vocabulary = self->state->vocabulary;

  for (guint i = 0; self->state->pack != NULL && i < hbk_vocabulary_get_n_attributes (vocabulary); i++)
    {
      const HbkFactSpec *spec = hbk_vocabulary_get_attribute (vocabulary, i);

      for (guint j = 0; j < self->state->pack->attributes->len; j++)
        {
          const HbkFactSpec *read = g_ptr_array_index (self->state->pack->attributes, j);

          if (g_str_equal (read->id, spec->id))
            add_attribute (self, self->more_group, spec->id);
        }
    }
}

static void
add_questions (HbkProfileDialog *self)
{
  add_asked (self);
  add_text (self, self->person_group, "name", C_("person", "Name"));
  add_text (self, self->person_group, "title", C_("person", "Title"));
  add_attribute (self, self->person_group, "title_level");
  add_attribute (self, self->person_group, "post_from");
  add_text (self, self->post_group, "employer", _("Employer"));
  add_attribute (self, self->post_group, "employer_type");
  add_attribute (self, self->post_group, "sector");
  add_more (self);
}

/* ---- Region ---- */

static void
show_regions (HbkProfileDialog *self)
{
  const char *region = hbk_profile_get_region (hbk_state_get_profile (self->state));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Another Region"));
  for (guint i = 0; i < self->history->packs->len; i++)
    {
      const HbkPack *pack = g_ptr_array_index (self->history->packs, i);

      gtk_string_list_append (names, hbk_bilingual_get (&pack->region, hbk_locale_get_language ()));
      if (g_strcmp0 (pack->id, region) == 0)
        self->region = i + 1;
    }
  adw_combo_row_set_model (self->region_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->region_row, self->region);
}

/* Away from a region is said by a region without rules: nothing said would let the one before hold on. */
static void
read_region (HbkProfileDialog *self, HbkFacts *answers)
{
  guint selected = adw_combo_row_get_selected (self->region_row);
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  if (selected == self->region || selected == GTK_INVALID_LIST_POSITION)
    return;

  hbk_value_set_text (&value, selected > 0 ? ((const HbkPack *) g_ptr_array_index (self->history->packs, selected - 1))->id : "other");
  hbk_facts_set (answers, "region", &value);
}

/* ---- History ---- */

/* A change that never was: what held before holds on. */
static void
forget_clicked_cb (GtkButton *button, HbkProfileDialog *self)
{
  const HbkProfilePart *part = g_object_get_data (G_OBJECT (button), "part");
  g_autoptr (HbkFacts) nothing = hbk_facts_new ();
  g_auto (HbkValue) none = HBK_VALUE_INIT;

  for (guint i = 0; i < hbk_facts_get_n (part->answers); i++)
    {
      const char *id;

      hbk_facts_nth (part->answers, i, &id);
      hbk_facts_set (nothing, id, &none);
    }
  hbk_perform (GTK_WIDGET (self), hbk_request_new_change_profile (part->from, nothing));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static GtkWidget *
make_forget_button (HbkProfileDialog *self, const HbkProfilePart *part, const char *when)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: a change that is taken back, such as "From 1 July 2023 on" */
  g_autofree char *name = g_strdup_printf (_("Take Back: %s"), when);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "part", (gpointer) part);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_clicked_cb), self, G_CONNECT_DEFAULT);

  return button;
}

/* One thing that has held always needs no history. */
static void
show_history (HbkProfileDialog *self)
{
  GPtrArray *parts = self->history->parts;

  gtk_widget_set_visible (GTK_WIDGET (self->history_group), parts->len > 1);
  for (guint i = 0; parts->len > 1 && i < parts->len; i++)
    {
      const HbkProfilePart *part = g_ptr_array_index (parts, i);
      g_autofree char      *words = hbk_profile_history_describe (self->history, part, self->state->vocabulary);
      g_autofree char      *day = part->from != HBK_DATE_NONE ? hbk_words_date (part->from) : NULL;
      /* Translators: a day from which something holds */
      g_autofree char *when = day != NULL ? g_strdup_printf (_("From %s on"), day) : g_strdup (_("Always"));
      GtkWidget       *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, when, words, "subtitle-lines", 0, NULL);

      if (part->from != HBK_DATE_NONE)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_forget_button (self, part, when));
      adw_preferences_group_add (self->history_group, row);
    }
}

/* ---- Saving ---- */

static gboolean
is_changed (HbkProfileDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (hbk_attribute_row_is_changed (g_ptr_array_index (self->rows, i)))
        return TRUE;
    }

  return adw_combo_row_get_selected (self->region_row) != self->region;
}

/* NULL when one of the answers is none; it is pointed at. */
static HbkFacts *
read_answers (HbkProfileDialog *self)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_auto (HbkValue) value = HBK_VALUE_INIT;

      if (!hbk_attribute_row_read (row, &value))
        {
          gtk_widget_add_css_class (row, "error");
          gtk_widget_grab_focus (row);
          return NULL;
        }
      gtk_widget_remove_css_class (row, "error");
      if (hbk_attribute_row_is_changed (row))
        hbk_facts_set (answers, hbk_attribute_row_get_id (row), &value);
    }
  read_region (self, answers);

  return g_steal_pointer (&answers);
}

static void
performed_cb (const HbkJournalStep *step, const GError *error, gpointer user_data)
{
  g_autoptr (HbkProfileDialog) self = user_data;

  if (step != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save (HbkProfileDialog *self)
{
  gboolean is_change = gtk_check_button_get_active (self->change_check);
  HbkDate  from = hbk_date_row_get_date (self->from_row);
  g_autoptr (HbkFacts) answers = read_answers (self);
  g_autoptr (HbkRequest) request = NULL;

  if (answers == NULL)
    return;
  if (is_change && from == HBK_DATE_NONE)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->from_row), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
      return;
    }
  if (hbk_facts_get_n (answers) == 0)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  request = is_change ? hbk_request_new_change_profile (from, answers) : hbk_request_new_correct_profile (answers);
  hbk_perform_then (GTK_WIDGET (self), request, NULL, performed_cb, g_object_ref (self));
}

static void
save_clicked_cb (HbkProfileDialog *self)
{
  save (self);
}

static void
save_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (HBK_PROFILE_DIALOG (widget));
}

static void
leave_answered_cb (HbkProfileDialog *self, const char *response)
{
  if (g_strcmp0 (response, "save") == 0)
    save (self);
  else if (g_strcmp0 (response, "discard") == 0)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (HbkProfileDialog *self)
{
  AdwAlertDialog *dialog;

  if (!is_changed (self))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Save What You Changed?"), NULL));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* ---- Object ---- */

static void
hbk_profile_dialog_finalize (GObject *object)
{
  HbkProfileDialog *self = HBK_PROFILE_DIALOG (object);

  g_clear_pointer (&self->state, hbk_state_unref);
  hbk_profile_history_free (self->history);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->shown);

  G_OBJECT_CLASS (hbk_profile_dialog_parent_class)->finalize (object);
}

static void
hbk_profile_dialog_class_init (HbkProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_profile_dialog_finalize;

  g_type_ensure (HBK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, asked_group);
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, post_group);
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, more_group);
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, region_row);
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, change_check);
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, HbkProfileDialog, history_group);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_install_action (widget_class, "profile.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "profile.save", NULL);
}

static void
hbk_profile_dialog_init (HbkProfileDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->shown = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

/* What is to be shown when it is there. */
typedef struct
{
  GtkWidget *from;
  HbkState  *state;
} Opening;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  HbkProfileHistory *history = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  if (history != NULL)
    {
      HbkProfileDialog *self = g_object_new (HBK_TYPE_PROFILE_DIALOG, NULL);

      self->state = hbk_state_ref (opening->state);
      self->history = history;
      add_questions (self);
      show_regions (self);
      show_history (self);
      adw_dialog_present (ADW_DIALOG (self), opening->from);
    }
  else
    {
      hbk_perform_report (opening->from, _("What Is Known of You Could Not Be Read"), error);
    }
  hbk_state_unref (opening->state);
  g_object_unref (opening->from);
  g_free (opening);
}

/**
 * hbk_profile_dialog_present:
 * @from: a widget of the window
 * @session: a session with an open library
 *
 * Shows what holds of the person, to be changed.
 */
void
hbk_profile_dialog_present (GtkWidget *from, HbkSession *session)
{
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (from) && HBK_IS_SESSION (session));

  if (hbk_session_get_state (session) == NULL)
    return;

  opening = g_new0 (Opening, 1);
  opening->from = g_object_ref (from);
  opening->state = hbk_state_ref (hbk_session_get_state (session));
  hbk_session_run_async (session, "read the profile", hbk_profile_history_load, NULL, NULL, hbk_profile_history_free, NULL, loaded_cb, opening);
}
