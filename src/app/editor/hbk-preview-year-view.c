/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-preview-year-view.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-clause-button.h"
#include "app/widgets/hbk-mini-bar.h"
#include "app/widgets/hbk-trace-view.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"

/**
 * HbkPreviewYearView:
 *
 * What the record being edited would come to in one year.
 */
struct _HbkPreviewYearView
{
  AdwBin parent_instance;

  GtkWidget *box;
};

enum {
  FOCUS_FACT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkPreviewYearView, hbk_preview_year_view, ADW_TYPE_BIN)

/* ---- Words ---- */

static const char *
subject_words (HbkTally tally)
{
  if (tally.public_hours > 0 && tally.professional_hours > 0)
    return _("Public and professional subjects");
  if (tally.public_hours > 0)
    return _("Public subjects");

  return tally.professional_hours > 0 ? _("Professional subjects") : NULL;
}

static GPtrArray *
list_missing (const HbkPreviewYear *year)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *missing = year->result->missing_facts;

  for (guint i = 0; missing != NULL && i < missing->len; i++)
    g_ptr_array_add (names, (gpointer) hbk_bilingual_get (&((const HbkFactSpec *) g_ptr_array_index (missing, i))->name, hbk_locale_get_language ()));

  return g_steal_pointer (&names);
}

static const char *
reason_words (const HbkPreviewYear *year, const HbkVocabulary *vocabulary)
{
  const HbkWarningSpec *spec = year->result->code != NULL ? hbk_vocabulary_lookup_warning (vocabulary, year->result->code) : NULL;

  return spec != NULL ? hbk_bilingual_get (&spec->name, hbk_locale_get_language ()) : NULL;
}

/**
 * hbk_preview_year_caption:
 * @year: a year in which the record would be
 *
 * Says what the hours of the record are.
 *
 * Returns: (transfer none): a word or two, to stand beside the figure
 */
const char *
hbk_preview_year_caption (const HbkPreviewYear *year)
{
  g_return_val_if_fail (year != NULL && year->result != NULL, NULL);

  switch (year->result->outcome)
    {
    case HBK_OUTCOME_PENDING:
      return _("Hours waiting");
    case HBK_OUTCOME_PLANNED:
      return _("Hours once done");
    case HBK_OUTCOME_EXCLUDED:
      return C_ ("preview", "Does not count");
    case HBK_OUTCOME_NO_RATE:
      return C_ ("preview", "No rate in the notice");
    case HBK_OUTCOME_DUPLICATE:
      return C_ ("preview", "Counted already");
    case HBK_OUTCOME_CREDITED:
    case HBK_OUTCOME_DEEMED:
    default:
      return _("Hours credited");
    }
}

/**
 * hbk_preview_year_words:
 * @year: a year in which the record would be
 * @vocabulary: the words
 *
 * Says in a line what matters most about the record in the year: what is missing, why it does not count, what a cap takes, or the subject.
 *
 * Returns: (transfer full): the line
 */
char *
hbk_preview_year_words (const HbkPreviewYear *year, const HbkVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) missing = NULL;
  const char *words;

  g_return_val_if_fail (year != NULL && year->result != NULL, NULL);

  missing = list_missing (year);
  if (missing->len > 0)
    {
      g_autofree char *list = hbk_words_list (missing);

      return g_strdup_printf (_("To fill in: %s"), list);
    }
  if (hbk_tally_total (year->result->lost) > 0)
    {
      g_autofree char *raw = hbk_hours_format (hbk_tally_total (year->result->raw));
      g_autofree char *lost = hbk_hours_format (hbk_tally_total (year->result->lost));

      /* Translators: hours before a cap, and what it takes of them */
      return g_strdup_printf (_("Comes to %1$s, over the cap by %2$s"), raw, lost);
    }

  words = reason_words (year, vocabulary);
  if (words == NULL)
    words = subject_words (hbk_preview_year_get_hours (year));

  return g_strdup (words != NULL ? words : "");
}

/**
 * hbk_preview_year_figure:
 * @year: a year in which the record would be
 *
 * Says how many hours the record gives.
 *
 * Returns: (transfer full): the figure; a dash while that is not known
 */
char *
hbk_preview_year_figure (const HbkPreviewYear *year)
{
  HbkHours hours;

  g_return_val_if_fail (year != NULL && year->result != NULL, NULL);

  hours = hbk_tally_total (hbk_preview_year_get_hours (year));

  return hours == 0 && year->result->outcome == HBK_OUTCOME_PENDING ? g_strdup ("–") : hbk_hours_format (hours);
}

/* ---- Parts ---- */

static GtkWidget *
label_new (const char *text, const char *first_class, const char *second_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (first_class != NULL)
    gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);

  return label;
}

static gboolean
gives_hours (const HbkRecordResult *result)
{
  return result->outcome != HBK_OUTCOME_EXCLUDED && result->outcome != HBK_OUTCOME_NO_RATE && result->outcome != HBK_OUTCOME_DUPLICATE;
}

static void
add_figure (HbkPreviewYearView *self, const HbkPreviewYear *year)
{
  HbkTally         hours = hbk_preview_year_get_hours (year);
  g_autofree char *figure = hbk_preview_year_figure (year);
  const char      *subject = subject_words (hours);
  g_autofree char *place = subject != NULL ? g_strdup_printf (_("%d · %s"), year->year, subject) : g_strdup_printf (C_ ("preview", "%d"), year->year);
  gboolean         is_open = year->result->outcome == HBK_OUTCOME_PENDING || year->result->outcome == HBK_OUTCOME_PLANNED;
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget       *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER, "hexpand", TRUE, NULL);
  GtkWidget       *number = label_new (figure, "hbk-figure", is_open ? "dimmed" : hbk_tone_get_css_class (hbk_activity_tone (hbk_record_get_activity (year->result->record), year->result)));

  gtk_label_set_wrap (GTK_LABEL (number), FALSE);
  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (GTK_BOX (words), label_new (hbk_preview_year_caption (year), "heading", is_open || !gives_hours (year->result) ? "hbk-caution" : NULL));
  gtk_box_append (GTK_BOX (words), label_new (place, "dimmed", "hbk-second"));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
missing_clicked_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[FOCUS_FACT], 0, g_object_get_data (G_OBJECT (button), "fact"));
}

/* Each of them leads to its row; what is missing of the person is answered in the profile. */
static void
add_missing (HbkPreviewYearView *self, const HbkPreviewYear *year, const HbkVocabulary *vocabulary)
{
  GPtrArray *missing = year->result->missing_facts;
  GtkWidget *wrap;

  if (missing == NULL || missing->len == 0)
    return;

  wrap = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), label_new (_("To fill in:"), "hbk-caution", NULL));
  for (guint i = 0; i < missing->len; i++)
    {
      const HbkFactSpec *spec = g_ptr_array_index (missing, i);
      GtkWidget         *button = gtk_button_new_with_label (hbk_bilingual_get (&spec->name, hbk_locale_get_language ()));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "hbk-chip-button");
      if (hbk_vocabulary_lookup_fact (vocabulary, spec->id) == NULL)
        {
          gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.profile");
        }
      else
        {
          g_object_set_data_full (G_OBJECT (button), "fact", g_strdup (spec->id), g_free);
          g_signal_connect (button, "clicked", G_CALLBACK (missing_clicked_cb), self);
        }
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), button);
    }
  gtk_box_append (GTK_BOX (self->box), wrap);
}

/* Why there are no hours, and what to do about it. */
static void
add_reason (HbkPreviewYearView *self, const HbkPreviewYear *year, const HbkVocabulary *vocabulary)
{
  const HbkWarningSpec *spec = year->result->code != NULL ? hbk_vocabulary_lookup_warning (vocabulary, year->result->code) : NULL;
  HbkLanguage           language = hbk_locale_get_language ();

  if (spec == NULL)
    return;

  gtk_box_append (GTK_BOX (self->box), label_new (hbk_bilingual_get (&spec->name, language), NULL, NULL));
  gtk_box_append (GTK_BOX (self->box), label_new (hbk_bilingual_get (&spec->action, language), "dimmed", "hbk-second"));
}

static void
add_trace (HbkPreviewYearView *self, const HbkPreviewYear *year)
{
  GtkWidget *trace = g_object_new (HBK_TYPE_TRACE_VIEW, "compact", TRUE, NULL);

  hbk_trace_view_set (HBK_TRACE_VIEW (trace), year->assessment, year->result);
  gtk_box_append (GTK_BOX (self->box), trace);
}

static void
add_caps (HbkPreviewYearView *self, const HbkPreviewYear *year)
{
  HbkTone tone = hbk_activity_tone (hbk_record_get_activity (year->result->record), year->result);

  for (guint i = 0; i < year->caps->len; i++)
    {
      const HbkCapShare *share = &g_array_index (year->caps, HbkCapShare, i);
      GtkWidget         *bar = hbk_mini_bar_new ();

      hbk_mini_bar_set_cap (HBK_MINI_BAR (bar), share->cap->stage == HBK_CAP_GROUP ? _("Cap of the year for several activities") : _("Cap of the year for this activity"), tone, share->limit, share->before, share->own, share->lost);
      gtk_box_append (GTK_BOX (self->box), bar);
    }
}

static void
add_clause (HbkPreviewYearView *self, const HbkPreviewYear *year)
{
  if (year->result->clause != NULL)
    gtk_box_append (GTK_BOX (self->box), hbk_clause_button_new (hbk_assessment_get_pack (year->assessment), year->result->clause));
}

/* ---- Overrides ---- */

static void
hbk_preview_year_view_class_init (HbkPreviewYearViewClass *klass)
{
  /**
   * HbkPreviewYearView::focus-fact:
   * @id: the id of a fact
   *
   * The person wants to answer what is missing.
   */
  signals[FOCUS_FACT] = g_signal_new ("focus-fact", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hbk_preview_year_view_init (HbkPreviewYearView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * hbk_preview_year_view_new:
 * @year: a year in which the record would be
 * @vocabulary: the words
 *
 * Makes a view.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
hbk_preview_year_view_new (const HbkPreviewYear *year, const HbkVocabulary *vocabulary)
{
  HbkPreviewYearView *self;

  g_return_val_if_fail (year != NULL && year->result != NULL && vocabulary != NULL, NULL);

  self = g_object_new (HBK_TYPE_PREVIEW_YEAR_VIEW, NULL);
  add_figure (self, year);
  add_missing (self, year, vocabulary);
  if (!gives_hours (year->result))
    add_reason (self, year, vocabulary);
  else if (year->result->outcome != HBK_OUTCOME_PENDING || hbk_tally_total (hbk_preview_year_get_hours (year)) > 0)
    add_trace (self, year);
  add_caps (self, year);
  add_clause (self, year);

  return GTK_WIDGET (self);
}
