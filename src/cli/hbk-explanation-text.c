/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-explanation-text.h"

#include <glib/gi18n.h>

#include "cli/hbk-readings-text.h"
#include "cli/hbk-record-text.h"
#include "cli/hbk-warnings-text.h"
#include "words/hbk-outcome-words.h"
#include "words/hbk-words.h"

/* ---- The record itself ---- */

static char *
value_text (const HbkFactSpec *spec, const HbkValue *value, HbkLanguage language)
{
  const HbkChoiceSpec *choice;
  g_autoptr (GPtrArray) items = NULL;

  switch (value->kind)
    {
    case HBK_VALUE_BOOLEAN:
      return g_strdup (value->boolean ? _("yes") : _("no"));
    case HBK_VALUE_NUMBER:
      return hbk_hours_format (value->number);
    case HBK_VALUE_TEXT:
      choice = spec != NULL && spec->choices != NULL ? hbk_fact_spec_lookup_choice (spec, value->text) : NULL;
      return g_strdup (choice != NULL ? hbk_bilingual_get (&choice->name, language) : value->text);
    case HBK_VALUE_LIST:
      items = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < value->list->len; i++)
        g_ptr_array_add (items, hbk_hours_format (g_array_index (value->list, gint64, i)));
      return hbk_words_list (items);
    case HBK_VALUE_NONE:
    default:
      return g_strdup (_("not stated"));
    }
}

static void
print_facts (HbkPrinter *printer, HbkRecord *record)
{
  HbkFacts *facts = hbk_record_get_facts (record);
  g_autoptr (GString) text = g_string_new ("");

  for (guint i = 0; facts != NULL && i < hbk_facts_get_n (facts); i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (facts, i, &id);
      const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (printer->pack->vocabulary, id);
      g_autofree char   *answer = value_text (spec, value, printer->language);

      if (text->len > 0)
        g_string_append (text, C_("between facts", "; "));
      /* Translators: name of a fact, and the answer */
      g_string_append_printf (text, _("%1$s: %2$s"), spec != NULL ? hbk_bilingual_get (&spec->name, printer->language) : id, answer);
    }
  if (text->len > 0)
    hbk_output_wrapped (printer->output, "  ", "  ", text->str);
}

static void
print_record (HbkPrinter *printer, HbkRecord *record)
{
  const HbkActivitySpec *spec = hbk_vocabulary_lookup_activity (printer->pack->vocabulary, hbk_record_get_activity (record));
  HbkDate                start = hbk_record_get_start (record);
  HbkDate                end = hbk_record_get_end (record);
  g_autofree char       *first = hbk_date_format (start);
  g_autofree char       *last = hbk_date_format (end);
  g_autofree char       *days = start != end ? g_strdup_printf (_("%1$s to %2$s"), first, last) : g_strdup (first);
  g_autofree char       *title = g_strdup_printf ("%s  %s", hbk_record_get_id (record), hbk_record_get_title (record));
  g_autofree char       *kind = NULL;

  /* Translators: the kind of a record, and its day or days */
  kind = g_strdup_printf (_("%1$s · %2$s"), spec != NULL ? hbk_bilingual_get (&spec->name, printer->language) : hbk_record_get_activity (record), days);
  hbk_output_line (printer->output, "");
  hbk_output_wrapped (printer->output, "", "  ", title);
  hbk_output_wrapped (printer->output, "  ", "  ", kind);
  print_facts (printer, record);
}

/* ---- Its years ---- */

/* What another reading of the clauses that the record rests on would give in the year. */
static GArray *
list_results (const HbkYearResult *year, const GArray *warnings)
{
  GArray *results = hbk_reading_results_new ();
  g_autoptr (GArray) kept = hbk_reading_results_new ();

  hbk_reading_results_add_year (results, year);
  for (guint i = 0; i < results->len; i++)
    {
      HbkReadingResult *result = &g_array_index (results, HbkReadingResult, i);
      gboolean          belongs = FALSE;

      for (guint j = 0; j < warnings->len; j++)
        belongs |= g_array_index (warnings, HbkWarning, j).reading == (int) result->reading;
      if (belongs)
        {
          HbkReadingResult copy = { result->reading, result->other, g_steal_pointer (&result->result) };

          g_array_append_val (kept, copy);
        }
    }
  g_array_unref (results);

  return g_steal_pointer (&kept);
}

static void
print_year (HbkPrinter *printer, const HbkAssessment *assessment, const HbkYearResult *year, const HbkRecordResult *result)
{
  g_autoptr (GArray) warnings = hbk_explanation_list_warnings (year, result->record);
  g_autoptr (GArray) results = list_results (year, warnings);
  g_autofree char *outcome = hbk_outcome_words (result);
  g_autoptr (GString) line = g_string_new ("");

  /* Translators: a year, and the hours of a record in it */
  g_string_printf (line, _("%1$d: %2$s"), year->year, outcome);
  hbk_words_end_sentence (line);
  hbk_output_line (printer->output, "");
  hbk_output_line (printer->output, line->str);
  hbk_record_text_print_steps (printer, "  ", assessment, result);
  hbk_warnings_text_print (printer, (const HbkWarning *) (gpointer) warnings->data, warnings->len, FALSE);
  hbk_readings_text_print (printer, assessment, (const HbkWarning *) (gpointer) warnings->data, warnings->len, results, FALSE);
}

/**
 * hbk_explanation_list_warnings:
 * @year: a year of an assessment
 * @record: a record
 *
 * Lists the warnings of a year that are about the record.
 *
 * Returns: (transfer full) (element-type HbkWarning): the warnings
 */
GArray *
hbk_explanation_list_warnings (const HbkYearResult *year, HbkRecord *record)
{
  GArray *warnings = g_array_new (FALSE, FALSE, sizeof (HbkWarning));

  for (guint i = 0; i < year->warnings->len; i++)
    {
      const HbkWarning *warning = &g_array_index (year->warnings, HbkWarning, i);

      if (warning->record == record)
        g_array_append_val (warnings, *warning);
    }

  return warnings;
}

/**
 * hbk_explanation_text_print:
 * @printer: a printer
 * @assessment: an assessment
 * @record: a record
 *
 * Prints a record, and for each of its years how its hours come about.
 */
void
hbk_explanation_text_print (HbkPrinter *printer, const HbkAssessment *assessment, HbkRecord *record)
{
  print_record (printer, record);
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult   *year = hbk_assessment_get_year (assessment, i);
      const HbkRecordResult *result = hbk_year_result_lookup (year, hbk_record_get_id (record));

      if (result != NULL)
        print_year (printer, assessment, year, result);
    }
}
