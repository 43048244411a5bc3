/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-application-text.h"

#include <glib/gi18n.h>

#include "cli/hbk-readings-text.h"
#include "cli/hbk-shortage.h"
#include "cli/hbk-table.h"
#include "cli/hbk-warnings-text.h"
#include "words/hbk-words.h"

static char *
verdict_sentence (const HbkApplication *application)
{
  int needed = hbk_application_get_needed (application);
  int reached = hbk_application_get_reached (application);

  switch (hbk_application_get_verdict (application))
    {
    case HBK_APPLICATION_MET:
      return g_strdup (_("The years it asks for are complete."));
    case HBK_APPLICATION_SHORT:
      /* Translators: years complete, and years that the application asks for */
      return g_strdup_printf (ngettext ("It asks for %2$d year, and %1$d is complete.", "It asks for %2$d years, and %1$d are complete.", (gulong) needed), reached, needed);
    case HBK_APPLICATION_CONDITIONAL:
      return g_strdup (_("The reviewer decides."));
    case HBK_APPLICATION_WAIVED:
      return g_strdup (_("It asks this person for no hours."));
    case HBK_APPLICATION_UNDETERMINED:
    default:
      if (hbk_application_get_n_missing (application) > 0)
        return g_strdup (_("It cannot be decided before the profile says more."));
      return g_strdup (_("The rules do not decide it. Ask the body that reviews titles."));
    }
}

static char *
year_remark (const HbkApplication *application, const HbkApplicationYear *year)
{
  g_autoptr (GString) text = g_string_new ("");
  g_autofree char *missing = hbk_words_missing (year->missing.public_hours, year->missing.professional_hours,
                                                hbk_shortage_of_year (application, year));

  if (year->met)
    g_string_append (text, year->verified ? _("complete, verified") : _("complete, not yet verified"));
  else if (year->conditional)
    g_string_append (text, _("the reviewer decides"));
  if (missing != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? C_("between facts", "; ") : "", missing);
  if (year->clause != NULL)
    g_string_append_printf (text, " [%s]", year->clause);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
print_years (HbkPrinter *printer, const HbkApplication *application)
{
  guint n_years = hbk_application_get_n_years (application);

  if (n_years == 0)
    return;

  hbk_output_line (printer->output, "");
  hbk_table_print_head (printer->output, "");
  for (guint i = 0; i < n_years; i++)
    {
      const HbkApplicationYear *year = hbk_application_get_nth_year (application, i);
      g_autofree char          *label = g_strdup_printf ("%s %d", year->counted ? "●" : "○", year->year);
      g_autofree char          *remark = year_remark (application, year);

      hbk_table_print_row (printer->output, label, year->credited.public_hours, year->credited.professional_hours, hbk_tally_total (year->credited), remark);
    }
  hbk_output_wrapped (printer->output, "  ", "  ", _("● handed in, ○ not needed or not complete"));
  for (guint i = 0; i < n_years; i++)
    hbk_printer_clause (printer, hbk_application_get_nth_year (application, i)->clause);
}

static void
print_missing (HbkPrinter *printer, const HbkApplication *application)
{
  guint n_missing = hbk_application_get_n_missing (application);

  if (n_missing == 0)
    return;

  hbk_printer_section (printer, _("Answers that are missing in the profile"));
  for (guint i = 0; i < n_missing; i++)
    {
      const HbkFactSpec *spec = hbk_application_get_missing (application, i);
      g_autofree char   *text = g_strdup_printf ("%s  %s", hbk_bilingual_get (&spec->ask, printer->language), spec->id);

      hbk_output_wrapped (printer->output, "    ! ", "      ", text);
    }
}

static GArray *
list_results (const HbkApplication *application)
{
  GArray *results = hbk_reading_results_new ();

  for (guint i = 0; i < hbk_application_get_n_effects (application); i++)
    {
      const HbkApplicationEffect *effect = hbk_application_get_effect (application, i);
      HbkReadingResult            result = { effect->reading, effect->other, g_strdup (hbk_words_application_verdict (effect->verdict)) };

      g_array_append_val (results, result);
    }

  return results;
}

/**
 * hbk_application_text_print:
 * @printer: a printer
 * @application: an application
 *
 * Prints the check of several years for a title: the verdict, the years, and what to know and to do.
 */
void
hbk_application_text_print (HbkPrinter *printer, const HbkApplication *application)
{
  guint             n_warnings = hbk_application_get_n_warnings (application);
  const HbkWarning *warnings = n_warnings > 0 ? hbk_application_get_warning (application, 0) : NULL;
  g_autoptr (GArray) results = list_results (application);
  g_autofree char *verdict = verdict_sentence (application);
  g_autofree char *text = NULL;

  /* Translators: a year, a level of title, and a sentence */
  text = g_strdup_printf (_("Application in %1$d, %2$s title. %3$s"), hbk_application_get_year (application),
                            hbk_words_title_level (hbk_application_get_level (application)), verdict);
  hbk_output_line (printer->output, "");
  hbk_output_wrapped (printer->output, "", "", text);
  hbk_printer_clause (printer, hbk_application_get_clause (application));
  print_years (printer, application);
  print_missing (printer, application);
  hbk_warnings_text_print (printer, warnings, n_warnings, TRUE);
  hbk_readings_text_print (printer, hbk_application_get_assessment (application), warnings, n_warnings, results, TRUE);
}
