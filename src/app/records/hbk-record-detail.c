/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-detail.h"

#include <glib/gi18n.h>

#include "app/records/hbk-record-figure.h"
#include "app/records/hbk-record-history.h"
#include "app/records/hbk-record-progress.h"
#include "app/records/hbk-record-proof.h"
#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-trace-view.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"

/**
 * HbkRecordDetail:
 *
 * All there is about a record: what it gives and why, what proves it, what the person said, and how far it has come.
 */
struct _HbkRecordDetail
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel          *title;
  GtkLabel          *subtitle;
  GtkBox            *figures;
  GtkListBox        *warnings;
  GtkBox            *traces;
  HbkRecordProof    *proof;
  GtkWidget         *facts_part;
  GtkListBox        *facts;
  GtkWidget         *readings_part;
  GtkListBox        *readings;
  HbkRecordProgress *progress;
  HbkRecordHistory  *history;

  HbkState  *state;
  HbkRecord *record;
  int        year;
  guint      proof_tick;
  guint      n_frames; /* since the evidence was asked for */
};

G_DEFINE_FINAL_TYPE (HbkRecordDetail, hbk_record_detail, ADW_TYPE_BIN)

/* ---- Rows ---- */

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static AdwActionRow *
append_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);

  return ADW_ACTION_ROW (row);
}

static void
add_button (AdwActionRow *row, const char *words, const char *action, const char *target)
{
  GtkWidget       *button = gtk_button_new_with_label (words);
  g_autofree char *name = g_strdup_printf ("%s: %s", words, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, button);
}

/* ---- What became of it ---- */

static void
show_heading (HbkRecordDetail *self)
{
  const char      *title = hbk_record_get_title (self->record);
  g_autofree char *date = hbk_words_period_full (hbk_record_get_start (self->record), hbk_record_get_end (self->record));
  g_autoptr (GString) text = g_string_new (date);

  g_string_append_printf (text, " · %s · %s",
                          hbk_value_words_activity (self->state->vocabulary, hbk_record_get_activity (self->record), hbk_locale_get_language ()),
                          hbk_record_get_id (self->record));
  gtk_label_set_text (self->title, title != NULL && *title != '\0' ? title : _("Untitled"));
  gtk_label_set_text (self->subtitle, text->str);
}

static guint
get_n_years (HbkRecordDetail *self)
{
  return hbk_state_get_n_record_years (self->state, hbk_record_get_id (self->record));
}

static const HbkRecordYear *
get_year (HbkRecordDetail *self, guint position)
{
  return hbk_state_get_record_year (self->state, hbk_record_get_id (self->record), position);
}

/* The year that the page is about; where the record does not count in it, its first one. */
static const HbkRecordYear *
get_main_year (HbkRecordDetail *self)
{
  guint n = get_n_years (self);

  for (guint i = 0; i < n; i++)
    {
      if (get_year (self, i)->year->year == self->year)
        return get_year (self, i);
    }

  return n > 0 ? get_year (self, 0) : NULL;
}

static void
append_trace (HbkRecordDetail *self, const HbkRecordYear *year, gboolean name_year)
{
  GtkWidget       *heading = gtk_label_new (NULL);
  GtkWidget       *card = adw_bin_new ();
  GtkWidget       *trace = hbk_trace_view_new ();
  g_autofree char *of_year = g_strdup_printf (_("How the Hours of %d Come About"), year->year->year);

  gtk_label_set_text (GTK_LABEL (heading), name_year ? of_year : _("How the Hours Come About"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (self->traces, heading);
  hbk_trace_view_set (HBK_TRACE_VIEW (trace), year->year->assessment, year->result);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (trace, "hbk-padded");
  adw_bin_set_child (ADW_BIN (card), trace);
  gtk_box_append (self->traces, card);
}

static void
show_years (HbkRecordDetail *self)
{
  guint n = get_n_years (self);

  clear_box (self->figures);
  clear_box (self->traces);
  for (guint i = 0; i < n; i++)
    {
      const HbkRecordYear *year = get_year (self, i);

      gtk_box_append (self->figures, hbk_record_figure_new (year->result, n > 1 || year->year->year != self->year ? year->year->year : 0));
      append_trace (self, year, n > 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->figures), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->traces), n > 0);
}

/* ---- Warnings ---- */

/* What the figure, the evidence or the unclear clauses say already is not said again. */
static gboolean
is_said_elsewhere (const HbkWarning *warning)
{
  static const char *const codes[] = { "W-AMBIG", "W-EVIDENCE-MISSING", "W-WEAK-EVIDENCE", "W-CAP-ITEM", "W-CAP-YEAR", "W-DAYCAP", NULL };

  return g_strv_contains (codes, warning->spec->id);
}

static void
append_warning (HbkRecordDetail *self, const HbkWarning *warning, const HbkPack *pack)
{
  HbkLanguage      language = hbk_locale_get_language ();
  g_autofree char *text = hbk_warning_to_text (warning, pack, language);
  g_autofree char *action = hbk_warning_to_action (warning, pack, language);
  AdwActionRow    *row = append_row (self->warnings, text, action);
  gboolean         is_urgent = warning->spec->severity != HBK_SEVERITY_INFO;
  GtkWidget       *icon = hbk_icon_new (is_urgent ? "dialog-warning-symbolic" : "dialog-information-symbolic");

  gtk_widget_add_css_class (icon, is_urgent ? "hbk-caution" : "dimmed");
  adw_action_row_add_prefix (row, icon);
  if (warning->id != NULL && hbk_vocabulary_lookup_fact (self->state->vocabulary, warning->id) != NULL)
    add_button (row, _("Fill In…"), "win.edit-record", hbk_record_get_id (self->record));
  else if (warning->id != NULL && hbk_vocabulary_lookup_attribute (self->state->vocabulary, warning->id) != NULL)
    add_button (row, _("Complete Profile"), "win.profile", NULL);
  else if (warning->clause != NULL)
    add_button (row, _("Clause"), "win.show-clause", warning->clause);
}

static void
show_warnings (HbkRecordDetail *self)
{
  const char *id = hbk_record_get_id (self->record);
  gboolean    has_any = FALSE;

  gtk_list_box_remove_all (self->warnings);
  for (guint i = 0; i < get_n_years (self); i++)
    {
      const HbkRecordYear *year = get_year (self, i);

      for (guint j = 0; j < year->year->result->warnings->len; j++)
        {
          const HbkWarning *warning = &g_array_index (year->year->result->warnings, HbkWarning, j);

          if (warning->record == NULL || !g_str_equal (hbk_record_get_id (warning->record), id) || is_said_elsewhere (warning))
            continue;
          append_warning (self, warning, hbk_assessment_get_pack (year->year->assessment));
          has_any = TRUE;
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), has_any);
}

/* ---- Facts ---- */

static void
append_fact (HbkRecordDetail *self, const char *name, const char *value)
{
  gtk_widget_add_css_class (GTK_WIDGET (append_row (self->facts, name, value)), "property");
}

static void
show_facts (HbkRecordDetail *self)
{
  HbkFacts   *facts = hbk_record_get_facts (self->record);
  HbkLanguage language = hbk_locale_get_language ();
  const char *note = hbk_record_get_note (self->record);
  const char *work = hbk_record_get_work (self->record);
  guint       n = facts != NULL ? hbk_facts_get_n (facts) : 0;

  gtk_list_box_remove_all (self->facts);
  for (guint i = 0; i < n; i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (facts, i, &id);
      const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (self->state->vocabulary, id);
      g_autofree char   *words = hbk_value_words (value, spec, language);

      append_fact (self, hbk_value_words_attribute (id, spec, language), words);
    }
  if (work != NULL && *work != '\0')
    append_fact (self, C_("record", "Work"), work);
  if (note != NULL && *note != '\0')
    append_fact (self, _("Note"), note);
  gtk_widget_set_visible (self->facts_part, gtk_list_box_get_row_at_index (self->facts, 0) != NULL);
}

/* ---- Unclear clauses ---- */

static char *
describe_effect (const HbkYearResult *year, guint reading)
{
  for (guint i = 0; i < year->readings->len; i++)
    {
      const HbkReadingEffect *effect = &g_array_index (year->readings, HbkReadingEffect, i);
      g_autofree char        *now = NULL;
      g_autofree char        *other = NULL;

      if (effect->reading != reading)
        continue;
      now = hbk_words_hours (year->credited);
      other = hbk_words_hours (effect->credited);

      /* Translators: what a year comes to by one reading of a clause and by another; the %s are hours with their subjects */
      return g_strdup_printf (_("Read otherwise, the year %1$d comes to %2$s instead of %3$s"), year->year, other, now);
    }

  return NULL;
}

static void
append_reading (HbkRecordDetail *self, const HbkRecordYear *year, guint reading)
{
  const HbkPack    *pack = hbk_assessment_get_pack (year->year->assessment);
  const HbkReading *spec = &g_array_index (pack->readings, HbkReading, reading);
  g_autofree char  *effect = describe_effect (year->year->result, reading);
  AdwActionRow     *row = append_row (self->readings, hbk_bilingual_get (&spec->question, hbk_locale_get_language ()), effect);
  GtkWidget        *icon = hbk_icon_new ("hbk-scale-symbolic");

  gtk_widget_add_css_class (icon, "hbk-caution");
  adw_action_row_add_prefix (row, icon);
  add_button (row, _("Compare"), "win.show-reading", spec->id);
}

static void
show_readings (HbkRecordDetail *self)
{
  const char *id = hbk_record_get_id (self->record);
  gboolean    has_any = FALSE;

  gtk_list_box_remove_all (self->readings);
  for (guint i = 0; i < get_n_years (self); i++)
    {
      const HbkRecordYear *year = get_year (self, i);

      for (guint j = 0; j < year->year->result->warnings->len; j++)
        {
          const HbkWarning *warning = &g_array_index (year->year->result->warnings, HbkWarning, j);

          if (warning->reading < 0 || warning->record == NULL || !g_str_equal (hbk_record_get_id (warning->record), id))
            continue;
          append_reading (self, year, (guint) warning->reading);
          has_any = TRUE;
        }
    }
  gtk_widget_set_visible (self->readings_part, has_any);
}

/* ---- Where evidence is added ---- */

/* It is known where that is only after a frame. */
static gboolean
show_proof_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HbkRecordDetail *self = HBK_RECORD_DETAIL (widget);
  GtkWidget       *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->proof), GTK_TYPE_VIEWPORT);

  if (self->n_frames++ < 2)
    return G_SOURCE_CONTINUE;

  self->proof_tick = 0;
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (self->proof), NULL);
  hbk_record_proof_focus (self->proof);

  return G_SOURCE_REMOVE;
}

/* ---- Files that are dropped ---- */

static gboolean
dropped_cb (HbkRecordDetail *self, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *entry = dropped; entry != NULL; entry = entry->next)
    g_list_store_append (files, entry->data);
  hbk_record_proof_take_files (self->proof, G_LIST_MODEL (files));

  return TRUE;
}

static void
accept_files (HbkRecordDetail *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- Object ---- */

static void
hbk_record_detail_dispose (GObject *object)
{
  HbkRecordDetail *self = HBK_RECORD_DETAIL (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->state, hbk_state_unref);

  G_OBJECT_CLASS (hbk_record_detail_parent_class)->dispose (object);
}

static void
hbk_record_detail_class_init (HbkRecordDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_record_detail_dispose;

  g_type_ensure (HBK_TYPE_RECORD_HISTORY);
  g_type_ensure (HBK_TYPE_RECORD_PROGRESS);
  g_type_ensure (HBK_TYPE_RECORD_PROOF);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, title);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, subtitle);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, figures);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, warnings);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, traces);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, proof);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, facts_part);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, readings_part);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, readings);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, progress);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordDetail, history);
}

static void
hbk_record_detail_init (HbkRecordDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_files (self);
}

/**
 * hbk_record_detail_set:
 * @self: a detail
 * @session: a session
 * @state: a state of it
 * @record: one of its records
 * @year: the year that the page is about; 0 for all
 *
 * Shows a record.
 */
void
hbk_record_detail_set (HbkRecordDetail *self, HbkSession *session, HbkState *state, HbkRecord *record, int year)
{
  gboolean is_other;

  g_return_if_fail (HBK_IS_RECORD_DETAIL (self) && HBK_IS_SESSION (session) && state != NULL && HBK_IS_RECORD (record));

  if (self->state == state && self->record == record && self->year == year)
    return;

  is_other = self->record == NULL || !g_str_equal (hbk_record_get_id (self->record), hbk_record_get_id (record));
  if (self->state != state)
    {
      g_clear_pointer (&self->state, hbk_state_unref);
      self->state = hbk_state_ref (state);
    }
  g_set_object (&self->record, record);
  self->year = year;

  show_heading (self);
  show_years (self);
  show_warnings (self);
  hbk_record_proof_set (self->proof, session, state, record, get_main_year (self));
  show_facts (self);
  show_readings (self);
  hbk_record_progress_set (self->progress, state, record);
  hbk_record_history_set (self->history, session, hbk_record_get_id (record), state->generation);
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * hbk_record_detail_show_proof:
 * @self: a detail that shows a record
 *
 * Brings into sight where evidence is added, and puts the focus there.
 */
void
hbk_record_detail_show_proof (HbkRecordDetail *self)
{
  g_return_if_fail (HBK_IS_RECORD_DETAIL (self) && self->record != NULL);

  self->n_frames = 0;
  if (self->proof_tick == 0)
    self->proof_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_proof_cb, NULL, NULL);
}

/**
 * hbk_record_detail_get_id:
 * @self: a detail
 *
 * Says which record it shows.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
hbk_record_detail_get_id (HbkRecordDetail *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_DETAIL (self), NULL);

  return self->record != NULL ? hbk_record_get_id (self->record) : NULL;
}
