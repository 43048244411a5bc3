/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-assessment-text.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "cli/hbk-columns.h"
#include "cli/hbk-readings-text.h"
#include "cli/hbk-record-text.h"
#include "cli/hbk-table.h"
#include "cli/hbk-warnings-text.h"
#include "words/hbk-outcome-words.h"
#include "words/hbk-words.h"

/* ---- Verdict ---- */

static void
print_verdict (HbkPrinter *printer, const HbkYearResult *year)
{
  g_autofree char *verdict = hbk_outcome_words_year (year);

  /* Translators: a year, and its verdict */
  hbk_output_printf (printer->output, _("%1$d: %2$s."), year->year, verdict);
}

/* ---- Figures ---- */

static void
print_tally (HbkPrinter *printer, const char *label, HbkTally tally)
{
  hbk_table_print_row (printer->output, label, tally.public_hours, tally.professional_hours, hbk_tally_total (tally), NULL);
}

static void
print_tally_if_any (HbkPrinter *printer, const char *label, HbkTally tally)
{
  if (hbk_tally_total (tally) != 0)
    print_tally (printer, label, tally);
}

static void
print_figures (HbkPrinter *printer, const HbkYearResult *year)
{
  const HbkRequired *required = &year->required;

  hbk_table_print_head (printer->output, "");
  hbk_table_print_row (printer->output, _("required"), required->public_hours, required->professional_hours, required->total, year->requirement_clause);
  print_tally (printer, _("credited"), year->credited);
  if (hbk_tally_total (year->credited) != 0)
    {
      print_tally (printer, _("– evidence complete"), year->evidenced);
      print_tally (printer, _("– verified"), year->verified);
    }
  print_tally_if_any (printer, _("pending"), year->pending);
  print_tally_if_any (printer, _("planned"), year->planned);
  print_tally_if_any (printer, _("lost to caps"), year->lost);
  if (!hbk_tally_equal (year->at_application, year->credited))
    print_tally (printer, _("at an application"), year->at_application);
}

/* ---- Records ---- */

static void
print_records (HbkPrinter *printer, const HbkAssessment *assessment, const HbkYearResult *year)
{
  int id_width = 0;

  if (year->records->len == 0)
    return;

  for (guint i = 0; i < year->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (year->records, i);
      g_autofree char       *id = hbk_text_escape (hbk_record_get_id (result->record), -1, G_MAXUINT);

      id_width = MAX (id_width, hbk_columns_width (id));
    }

  hbk_printer_section (printer, _("Records"));
  for (guint i = 0; i < year->records->len; i++)
    hbk_record_text_print (printer, assessment, g_ptr_array_index (year->records, i), id_width);
}

/**
 * hbk_assessment_text_print_year:
 * @printer: a printer
 * @assessment: an assessment
 * @year: one of its years
 * @remarks: (element-type utf8) (nullable): what else is to be known of the year
 *
 * Prints one year of an assessment for a person to read.
 */
void
hbk_assessment_text_print_year (HbkPrinter *printer, const HbkAssessment *assessment, const HbkYearResult *year, GPtrArray *remarks)
{
  g_autoptr (GArray) results = hbk_reading_results_new ();
  const HbkWarning *warnings = (const HbkWarning *) (gpointer) year->warnings->data;

  hbk_output_line (printer->output, "");
  print_verdict (printer, year);
  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    hbk_output_wrapped (printer->output, "  ", "  ", g_ptr_array_index (remarks, i));
  print_figures (printer, year);
  print_records (printer, assessment, year);
  hbk_warnings_text_print (printer, warnings, year->warnings->len, TRUE);
  hbk_reading_results_add_year (results, year);
  hbk_readings_text_print (printer, assessment, warnings, year->warnings->len, results, TRUE);
}

/**
 * hbk_assessment_text_print:
 * @printer: a printer
 * @assessment: an assessment
 *
 * Prints the years of an assessment for a person to read.
 */
void
hbk_assessment_text_print (HbkPrinter *printer, const HbkAssessment *assessment)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    hbk_assessment_text_print_year (printer, assessment, hbk_assessment_get_year (assessment, i), NULL);
}
