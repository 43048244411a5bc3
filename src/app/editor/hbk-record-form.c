/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-record-form.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-date-row.h"
#include "app/editor/hbk-fact-field.h"
#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-tile.h"
#include "words/hbk-credit-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/**
 * HbkRecordForm:
 *
 * The form of a record: what it was, when, what the rules ask of it, and what proves it. Rows come and go only when what is asked changes, and the one
 * that has the focus never does.
 */
struct _HbkRecordForm
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *activity_row;
  GtkWidget *activity_tile;
  GtkWidget *title_row;
  GtkWidget *start_row;
  GtkWidget *end_row;
  GtkWidget *facts_box;
  GtkWidget *facts_list;
  GtkWidget *proofs;
  GtkWidget *more_row;
  GtkWidget *status_row;
  GtkWidget *subject_row;
  GtkWidget *work_row;
  GtkWidget *note_row;

  HbkState   *state;
  HbkRecord  *base; /* what was there before; what the form does not show is kept from it */
  char       *activity;
  GHashTable *fields; /* id → HbkFactField */
  gboolean    is_filling;
};

enum {
  CHANGED,
  CHOOSE_ACTIVITY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkRecordForm, hbk_record_form, ADW_TYPE_BIN)

/* ---- Helpers ---- */

static void
tell (HbkRecordForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_activity (HbkRecordForm *self)
{
  HbkLanguage            language = hbk_locale_get_language ();
  const HbkActivitySpec *spec = hbk_vocabulary_lookup_activity (self->state->vocabulary, self->activity);
  g_autofree char       *gives = spec != NULL && self->state->pack != NULL ? hbk_credit_words_activity (self->state->pack, spec->id, language) : NULL;
  g_autofree char       *meaning = NULL;
  HbkTone                tone = hbk_activity_tone (self->activity, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->activity_row), hbk_value_words_activity (self->state->vocabulary, self->activity, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->activity_row), gives != NULL ? gives : _("Not in the notice of this region"));
  g_object_set (self->activity_tile, "icon-name", hbk_activity_icon (self->activity, self->state->vocabulary), "kind", tone, NULL);
  /* Translators: what the date of an activity means, such as "completed on" */
  meaning = spec != NULL ? g_strdup_printf (_("The day that counts: %s"), hbk_bilingual_get (&spec->date, language)) : NULL;
  hbk_date_row_set_help (HBK_DATE_ROW (self->end_row), meaning);
}

static gboolean
are_dates_in_order (HbkRecordForm *self)
{
  HbkDate start = hbk_date_row_get_date (HBK_DATE_ROW (self->start_row)), end = hbk_date_row_get_date (HBK_DATE_ROW (self->end_row));

  /* A first day that is not there yet is asked for elsewhere. */
  return end == HBK_DATE_NONE || start == HBK_DATE_NONE || start <= end;
}

static void
complain_of_order (HbkRecordForm *self)
{
  hbk_date_row_set_complaint (HBK_DATE_ROW (self->end_row), are_dates_in_order (self) ? NULL : _("It ends before it begins. Correct one of the two days."));
}

static const char *
get_text (GtkWidget *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return *text != '\0' ? text : NULL;
}

/* ---- Fields ---- */

static HbkFactField *
ensure_field (HbkRecordForm *self, const HbkFactSpec *spec)
{
  HbkFactField *field = g_hash_table_lookup (self->fields, spec->id);

  if (field != NULL)
    return field;

  field = hbk_fact_field_new (spec, hbk_record_get_fact (self->base, spec->id));
  g_signal_connect_object (field, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->fields, g_strdup (spec->id), field);

  return field;
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot   *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

static gboolean
is_in (GtkWidget *row, GtkWidget *list)
{
  return gtk_widget_get_parent (row) != NULL && gtk_widget_is_ancestor (row, list);
}

static void
take_row_out (HbkRecordForm *self, GtkWidget *row)
{
  if (is_in (row, self->facts_list))
    gtk_list_box_remove (GTK_LIST_BOX (self->facts_list), row);
  else if (is_in (row, self->more_row))
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->more_row), row);
}

/* A field stays where it is while the person is in it. */
static void
place_asked (HbkRecordForm *self, const HbkAskedFacts *facts, GHashTable *wanted)
{
  for (guint i = 0; i < facts->asked->len; i++)
    {
      const char        *id = ((const HbkFactSpec *) g_ptr_array_index (facts->asked, i))->id;
      const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (self->state->vocabulary, id);
      GtkWidget         *row;

      if (spec == NULL)
        continue;
      row = hbk_fact_field_get_row (ensure_field (self, spec));
      g_hash_table_add (wanted, row);
      if ((is_in (row, self->facts_list) && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == (int) i) || has_focus (row))
        continue;
      take_row_out (self, row);
      gtk_list_box_insert (GTK_LIST_BOX (self->facts_list), row, (int) i);
    }
}

/* Of the facts that do not matter now; those with an answer too, so that nothing entered is out of sight. */
static void
place_others (HbkRecordForm *self, const HbkAskedFacts *facts, GHashTable *wanted)
{
  for (guint i = 0; i < facts->others->len; i++)
    {
      const char        *id = ((const HbkFactSpec *) g_ptr_array_index (facts->others, i))->id;
      const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (self->state->vocabulary, id);
      GtkWidget         *row;

      if (spec == NULL)
        continue;
      row = hbk_fact_field_get_row (ensure_field (self, spec));
      g_hash_table_add (wanted, row);
      if (is_in (row, self->more_row) || has_focus (row))
        continue;
      take_row_out (self, row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->more_row), row);
    }
}

static void
place_fields (HbkRecordForm *self, const HbkAskedFacts *facts)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       field;

  place_asked (self, facts, wanted);
  place_others (self, facts, wanted);
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    {
      GtkWidget *row = hbk_fact_field_get_row (field);

      if (!g_hash_table_contains (wanted, row) && !has_focus (row))
        take_row_out (self, row);
    }
  gtk_widget_set_visible (self->facts_box, gtk_widget_get_first_child (self->facts_list) != NULL);
}

static gboolean
is_missing (const HbkPreview *preview, const char *id)
{
  for (guint i = 0; i < preview->years->len; i++)
    {
      const HbkPreviewYear *year = g_ptr_array_index (preview->years, i);
      GPtrArray            *missing = year->result != NULL ? year->result->missing_facts : NULL;

      for (guint j = 0; missing != NULL && j < missing->len; j++)
        {
          if (g_str_equal (((const HbkFactSpec *) g_ptr_array_index (missing, j))->id, id))
            return TRUE;
        }
    }

  return FALSE;
}

static void
mark_fields (HbkRecordForm *self, const HbkPreview *preview)
{
  GHashTableIter iter;
  gpointer       id, field;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &id, &field))
    hbk_fact_field_set_missing (field, is_missing (preview, id));
}

/* ---- Callbacks ---- */

static void
changed_cb (HbkRecordForm *self)
{
  tell (self);
}

static void
dates_changed_cb (HbkRecordForm *self)
{
  complain_of_order (self);
  tell (self);
}

static void
period_cb (HbkDateRow *row, int start, int end, gpointer user_data)
{
  hbk_record_form_set_days (user_data, start, end);
}

static void
activity_activated_cb (HbkRecordForm *self)
{
  g_signal_emit (self, signals[CHOOSE_ACTIVITY], 0);
}

/* ---- Overrides ---- */

static void
hbk_record_form_dispose (GObject *object)
{
  HbkRecordForm *self = HBK_RECORD_FORM (object);

  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_object (&self->base);
  g_clear_pointer (&self->state, hbk_state_unref);

  G_OBJECT_CLASS (hbk_record_form_parent_class)->dispose (object);
}

static void
hbk_record_form_finalize (GObject *object)
{
  g_free (HBK_RECORD_FORM (object)->activity);

  G_OBJECT_CLASS (hbk_record_form_parent_class)->finalize (object);
}

static void
hbk_record_form_class_init (HbkRecordFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_record_form_dispose;
  object_class->finalize = hbk_record_form_finalize;

  g_type_ensure (HBK_TYPE_DATE_ROW);
  g_type_ensure (HBK_TYPE_PROOF_LIST);
  g_type_ensure (HBK_TYPE_TILE);

  /**
   * HbkRecordForm::changed:
   *
   * The person has changed something.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HbkRecordForm::choose-activity:
   *
   * The person wants another activity.
   */
  signals[CHOOSE_ACTIVITY] = g_signal_new ("choose-activity", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, activity_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, activity_tile);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, start_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, end_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, facts_box);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, facts_list);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, proofs);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, more_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, status_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, subject_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, work_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordForm, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activity_activated_cb);
}

static void
hbk_record_form_init (HbkRecordForm *self)
{
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->start_row, "period", G_CALLBACK (period_cb), self, 0);
  g_signal_connect_object (self->end_row, "period", G_CALLBACK (period_cb), self, 0);
}

static void
set_text (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
clear_fields (HbkRecordForm *self)
{
  GHashTableIter iter;
  gpointer       field;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    take_row_out (self, hbk_fact_field_get_row (field));
  g_hash_table_remove_all (self->fields);
}

/**
 * hbk_record_form_set_record:
 * @self: a form
 * @session: a session with a state
 * @record: a record, perhaps without a date; copied
 *
 * Fills the form.
 */
void
hbk_record_form_set_record (HbkRecordForm *self, HbkSession *session, HbkRecord *record)
{
  HbkDate start, end;

  g_return_if_fail (HBK_IS_RECORD_FORM (self) && HBK_IS_SESSION (session) && HBK_IS_RECORD (record));

  self->is_filling = TRUE;
  clear_fields (self);
  g_clear_pointer (&self->state, hbk_state_unref);
  self->state = hbk_state_ref (hbk_session_get_state (session));
  g_clear_object (&self->base);
  self->base = hbk_record_copy (record, hbk_record_get_id (record));
  g_set_str (&self->activity, hbk_record_get_activity (record));
  start = hbk_record_get_start (record);
  end = hbk_record_get_end (record);
  show_activity (self);
  set_text (self->title_row, hbk_record_get_title (record));
  hbk_record_form_set_days (self, start, end != start ? end : HBK_DATE_NONE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->status_row), hbk_record_get_status (record));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->subject_row), hbk_record_get_subject (record));
  set_text (self->work_row, hbk_record_get_work (record));
  set_text (self->note_row, hbk_record_get_note (record));
  hbk_proof_list_set_record (HBK_PROOF_LIST (self->proofs), session, record);
  self->is_filling = FALSE;
}

/**
 * hbk_record_form_set_days:
 * @self: a form with a record
 * @first: the first day, or %HBK_DATE_NONE
 * @last: the last day, or %HBK_DATE_NONE
 *
 * Puts days into the form that may make no period.
 */
void
hbk_record_form_set_days (HbkRecordForm *self, HbkDate first, HbkDate last)
{
  g_return_if_fail (HBK_IS_RECORD_FORM (self));

  hbk_date_row_set_date (HBK_DATE_ROW (self->start_row), first);
  hbk_date_row_set_date (HBK_DATE_ROW (self->end_row), last);
  complain_of_order (self);
}

/**
 * hbk_record_form_get_days:
 * @self: a form
 * @first: (out): the first day, or %HBK_DATE_NONE
 * @last: (out): the last day, or %HBK_DATE_NONE
 *
 * Gets the days as they were entered, also where they make no period.
 */
void
hbk_record_form_get_days (HbkRecordForm *self, HbkDate *first, HbkDate *last)
{
  g_return_if_fail (HBK_IS_RECORD_FORM (self) && first != NULL && last != NULL);

  *first = hbk_date_row_get_date (HBK_DATE_ROW (self->start_row));
  *last = hbk_date_row_get_date (HBK_DATE_ROW (self->end_row));
}

/**
 * hbk_record_form_set_activity:
 * @self: a form with a record
 * @activity: the id of an activity
 *
 * Makes the record one of another activity. Answers are kept, for some may be asked for again.
 */
void
hbk_record_form_set_activity (HbkRecordForm *self, const char *activity)
{
  g_return_if_fail (HBK_IS_RECORD_FORM (self) && self->base != NULL && activity != NULL);

  if (g_strcmp0 (self->activity, activity) == 0)
    return;

  g_set_str (&self->activity, activity);
  show_activity (self);
  tell (self);
}

static void
put_facts (HbkRecordForm *self, HbkRecord *record)
{
  GHashTableIter iter;
  gpointer       id, field;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &id, &field))
    {
      const HbkValue *value = hbk_fact_field_get_value (field);

      hbk_record_set_fact (record, id, value->kind != HBK_VALUE_NONE ? value : NULL);
    }
}

/**
 * hbk_record_form_build:
 * @self: a form with a record
 *
 * Makes a record of what is in the form. Files that the library does not have yet are not in it.
 *
 * Returns: (transfer full): the record, perhaps without a date
 */
HbkRecord *
hbk_record_form_build (HbkRecordForm *self)
{
  HbkRecord *record;
  HbkDate    start, end;

  g_return_val_if_fail (HBK_IS_RECORD_FORM (self) && self->base != NULL, NULL);

  record = hbk_record_copy (self->base, hbk_record_get_id (self->base));
  hbk_record_form_get_days (self, &start, &end);
  hbk_record_set_activity (record, self->activity);
  hbk_record_set_title (record, gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  if (start != HBK_DATE_NONE && are_dates_in_order (self))
    hbk_record_set_period (record, start, end);
  else
    hbk_record_clear_period (record);
  put_facts (self, record);
  hbk_record_set_status (record, (HbkStatus) adw_combo_row_get_selected (ADW_COMBO_ROW (self->status_row)));
  hbk_record_set_subject (record, (HbkSubject) adw_combo_row_get_selected (ADW_COMBO_ROW (self->subject_row)));
  hbk_record_set_work (record, get_text (self->work_row));
  hbk_record_set_note (record, get_text (self->note_row));
  hbk_proof_list_put (HBK_PROOF_LIST (self->proofs), record);

  return record;
}

/**
 * hbk_record_form_get_lack:
 * @self: a form with a record
 *
 * Says why the record cannot be saved yet.
 *
 * Returns: (transfer none) (nullable): a sentence; %NULL when it can
 */
const char *
hbk_record_form_get_lack (HbkRecordForm *self)
{
  GHashTableIter iter;
  gpointer       field;

  g_return_val_if_fail (HBK_IS_RECORD_FORM (self), NULL);

  if (!hbk_date_row_is_valid (HBK_DATE_ROW (self->start_row)) || !hbk_date_row_is_valid (HBK_DATE_ROW (self->end_row)) || !are_dates_in_order (self))
    return _("A day is not understood. Correct it first.");
  if (hbk_date_row_get_date (HBK_DATE_ROW (self->start_row)) == HBK_DATE_NONE)
    return _("Say on which day it was.");
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    {
      if (!hbk_fact_field_is_valid (field))
        return _("An answer is not understood. Correct it first.");
    }

  return NULL;
}

/**
 * hbk_record_form_get_proofs:
 * @self: a form
 *
 * Gets the part of the form that has the evidence.
 *
 * Returns: (transfer none): the list
 */
HbkProofList *
hbk_record_form_get_proofs (HbkRecordForm *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_FORM (self), NULL);

  return HBK_PROOF_LIST (self->proofs);
}

/**
 * hbk_record_form_show_preview:
 * @self: a form with a record
 * @preview: what the record would come to
 *
 * Asks for what the rules ask for now.
 */
void
hbk_record_form_show_preview (HbkRecordForm *self, const HbkPreview *preview)
{
  g_return_if_fail (HBK_IS_RECORD_FORM (self) && preview != NULL);

  if (preview->facts != NULL)
    place_fields (self, preview->facts);
  mark_fields (self, preview);
  gtk_widget_set_visible (self->subject_row, preview->facts == NULL || preview->facts->chooses_subject || hbk_record_get_subject (preview->record) != HBK_SUBJECT_NONE);
  hbk_proof_list_show_preview (HBK_PROOF_LIST (self->proofs), preview);
}

/**
 * hbk_record_form_focus_fact:
 * @self: a form
 * @id: the id of a fact
 *
 * Leads the person to where a fact is asked.
 */
void
hbk_record_form_focus_fact (HbkRecordForm *self, const char *id)
{
  HbkFactField *field;

  g_return_if_fail (HBK_IS_RECORD_FORM (self) && id != NULL);

  field = g_hash_table_lookup (self->fields, id);
  if (field == NULL)
    return;
  if (is_in (hbk_fact_field_get_row (field), self->more_row))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->more_row), TRUE);
  hbk_fact_field_focus (field);
}

/**
 * hbk_record_form_focus_first:
 * @self: a form
 *
 * Puts the focus where a person begins.
 */
void
hbk_record_form_focus_first (HbkRecordForm *self)
{
  g_return_if_fail (HBK_IS_RECORD_FORM (self));

  gtk_widget_grab_focus (self->title_row);
}
