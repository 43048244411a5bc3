/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-record-text.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "cli/hbk-columns.h"
#include "words/hbk-outcome-words.h"
#include "words/hbk-words.h"

/* Less of a title would not be worth showing. */
#define TITLE_WIDTH_MIN 12

static void
print_line (HbkPrinter *printer, const HbkRecordResult *result, int id_width)
{
  HbkDate          end = result->part.end != HBK_DATE_NONE ? result->part.end : hbk_record_get_end (result->record);
  g_autofree char *date = hbk_date_format (end);
  g_autofree char *id = hbk_text_escape (hbk_record_get_id (result->record), -1, G_MAXUINT);
  g_autofree char *title = hbk_text_escape (hbk_record_get_title (result->record), -1, G_MAXUINT);
  g_autofree char *outcome = hbk_outcome_words (result);
  g_autofree char *shown = NULL;
  g_autoptr (GString) line = g_string_new ("    ");
  int end_of_title = hbk_output_get_width (printer->output) - hbk_columns_width (outcome) - 2;

  hbk_columns_pad (line, date, 12, FALSE);
  hbk_columns_pad (line, id, id_width + 2, FALSE);
  shown = hbk_columns_cut (title, MAX (end_of_title - hbk_columns_width (line->str), TITLE_WIDTH_MIN));
  g_string_append (line, shown);
  hbk_columns_fill (line, end_of_title);
  g_string_append_printf (line, "  %s", outcome);
  hbk_output_line (printer->output, line->str);
}

static void
print_step (HbkPrinter *printer, const char *indent, const char *text, const char *clause)
{
  g_autofree char *cited = clause != NULL ? g_strdup_printf ("%s [%s]", text, clause) : NULL;
  g_autofree char *deeper = g_strconcat (indent, "  ", NULL);

  hbk_output_wrapped (printer->output, indent, deeper, cited != NULL ? cited : text);
}

/* Where the notice asks for no documents in particular, none is listed, and one of any kind will do. */
static void
print_missing_documents (HbkPrinter *printer, const char *indent, const HbkRecordResult *result)
{
  guint n_missing = result->missing_documents != NULL ? result->missing_documents->len : 0;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (result->evidence_complete || (n_missing == 0 && hbk_tally_total (result->credited) == 0))
    return;

  if (n_missing == 0)
    g_ptr_array_add (names, (gpointer) _("any document"));
  for (guint i = 0; i < n_missing; i++)
    {
      const HbkDocumentSpec *spec = hbk_vocabulary_lookup_document (printer->pack->vocabulary, g_ptr_array_index (result->missing_documents, i));

      g_ptr_array_add (names, (gpointer) (spec != NULL ? hbk_bilingual_get (&spec->name, printer->language) : _("any document")));
    }
  list = hbk_words_list (names);
  text = g_strdup_printf (_("Evidence missing: %s"), list);
  print_step (printer, indent, text, NULL);
}

/**
 * hbk_record_text_print_steps:
 * @printer: a printer
 * @indent: what stands before each line
 * @assessment: an assessment
 * @result: a record in one of its years
 *
 * Prints the steps from facts to hours, so that a person can check them by hand, and the evidence that is missing.
 *
 * A step cites its clause where that is not the one of the step before.
 */
void
hbk_record_text_print_steps (HbkPrinter *printer, const char *indent, const HbkAssessment *assessment, const HbkRecordResult *result)
{
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (assessment, result);
  const char *cited = NULL;
  const char *to_cite = NULL;

  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);
      g_autofree char    *text = hbk_trace_step_to_text (step, printer->pack, printer->language);

      if (step->clause != NULL && g_strcmp0 (step->clause, cited) != 0)
        to_cite = step->clause;
      /* The text of a clause that has been printed is not printed again: the next step cites it. */
      if (step->kind == HBK_TRACE_RULE && step->clause != NULL && !hbk_printer_say (printer, "clause", step->clause))
        continue;

      print_step (printer, indent, text, to_cite);
      cited = to_cite != NULL ? to_cite : cited;
      to_cite = NULL;
    }

  if (to_cite != NULL)
    hbk_output_printf (printer->output, "%s[%s]", indent, to_cite);
  print_missing_documents (printer, indent, result);
}

/**
 * hbk_record_text_print:
 * @printer: a printer
 * @assessment: an assessment
 * @result: a record in one of its years
 * @id_width: columns for the ids of records
 *
 * Prints what became of a record: date, title and hours in one line, and below it how they come about.
 */
void
hbk_record_text_print (HbkPrinter *printer, const HbkAssessment *assessment, const HbkRecordResult *result, int id_width)
{
  print_line (printer, result, id_width);
  hbk_record_text_print_steps (printer, "        ", assessment, result);
}
