/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-readings-text.h"

#include <string.h>

#include <glib/gi18n.h>

#include "cli/hbk-warnings-text.h"
#include "words/hbk-warning-groups.h"
#include "words/hbk-words.h"

static void
result_clear (gpointer data)
{
  HbkReadingResult *result = data;

  g_free (result->result);
}

/* The records whose hours another reading would change. */
static GPtrArray *
find_records (const HbkWarning *warnings, guint n_warnings, guint reading)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < n_warnings; i++)
    {
      if (hbk_warning_is_about_reading (&warnings[i]) && warnings[i].reading == (int) reading &&
          warnings[i].record != NULL && !g_ptr_array_find (records, warnings[i].record, NULL))
        g_ptr_array_add (records, warnings[i].record);
    }

  return records;
}

static void
print_question (HbkPrinter *printer, const HbkReading *reading, GPtrArray *records)
{
  g_autoptr (GString) text = g_string_new (hbk_bilingual_get (&reading->question, printer->language));

  if (records->len > 0)
    {
      g_autofree char *list = hbk_warnings_text_list_records (records);

      /* Translators: the records that a sentence is about, after it */
      g_string_append_printf (text, _(" (%s)"), list);
    }
  g_string_append_printf (text, "  %s", reading->id);
  hbk_output_wrapped (printer->output, "    ? ", "      ", text->str);
}

static void
print_option (HbkPrinter *printer, const char *format, const char *text)
{
  g_autofree char *line = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
  hbk_output_wrapped (printer->output, "      ", "        ", line);
}

/* The text of an option, as part of a sentence. */
static char *
option_text (HbkPrinter *printer, const HbkReadingOption *option)
{
  const char *text = hbk_bilingual_get (&option->text, printer->language);
  gsize       length = strlen (text);

  if (g_str_has_suffix (text, "."))
    length -= strlen (".");
  else if (g_str_has_suffix (text, "。"))
    length -= strlen ("。");

  return g_strndup (text, length);
}

static void
print_result (HbkPrinter *printer, const HbkReading *reading, const HbkReadingResult *result)
{
  const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, result->other);
  g_autofree char        *pair = g_strdup_printf ("%s=%s", reading->id, option->id);
  g_autofree char        *text = option_text (printer, option);
  g_autofree char        *line = NULL;

  if (hbk_printer_say (printer, "option", pair))
    /* Translators: id of another reading, what it means, and the hours and verdict that it gives */
    line = g_strdup_printf (_("Read as %1$s (%2$s): %3$s"), option->id, text, result->result);
  else
    /* Translators: id of another reading, and the hours and verdict that it gives */
    line = g_strdup_printf (_("Read as %1$s: %2$s"), option->id, result->result);
  hbk_output_wrapped (printer->output, "      ", "        ", line);
}

static gboolean
is_said (HbkPrinter *printer, guint position)
{
  return hbk_printer_has_said (printer, "reading", g_array_index (printer->pack->readings, HbkReading, position).id);
}

static void
print_contact (HbkPrinter *printer, const char *id)
{
  const GArray *contacts = printer->pack->contacts;

  for (guint i = 0; i < contacts->len; i++)
    {
      const HbkStep   *contact = &g_array_index (contacts, HbkStep, i);
      g_autofree char *text = NULL;

      if (g_strcmp0 (contact->id, id) != 0 || !hbk_printer_say (printer, "contact", id))
        continue;
      text = contact->phone != NULL ? g_strdup_printf (_("%1$s, %2$s"), hbk_bilingual_get (&contact->name, printer->language), contact->phone)
                                    : g_strdup (hbk_bilingual_get (&contact->name, printer->language));
      print_option (printer, _("Whom to ask: %s"), text);
    }
}

static void
print_reading (HbkPrinter *printer, const HbkAssessment *assessment, guint position, GPtrArray *records, const GArray *results)
{
  const HbkReading *reading = &g_array_index (printer->pack->readings, HbkReading, position);
  guint             used = hbk_assessment_get_option (assessment, position);
  gboolean          is_new = hbk_printer_say (printer, "reading", reading->id);

  print_question (printer, reading, records);
  if (is_new)
    print_option (printer, _("Read here: %s"), hbk_bilingual_get (&g_array_index (reading->options, HbkReadingOption, used).text, printer->language));
  for (guint i = 0; i < results->len; i++)
    {
      const HbkReadingResult *result = &g_array_index (results, HbkReadingResult, i);

      if (result->reading == position)
        print_result (printer, reading, result);
    }
  print_contact (printer, reading->ask);
}

/**
 * hbk_reading_results_new:
 *
 * Makes an empty list of what other readings come to.
 *
 * Returns: (transfer full) (element-type HbkReadingResult): the list
 */
GArray *
hbk_reading_results_new (void)
{
  GArray *results = g_array_new (FALSE, FALSE, sizeof (HbkReadingResult));

  g_array_set_clear_func (results, result_clear);

  return results;
}

/**
 * hbk_reading_results_add_year:
 * @results: (element-type HbkReadingResult): a list
 * @year: a year of an assessment
 *
 * Appends what the year would come to under each other reading.
 */
void
hbk_reading_results_add_year (GArray *results, const HbkYearResult *year)
{
  for (guint i = 0; i < year->readings->len; i++)
    {
      const HbkReadingEffect *effect = &g_array_index (year->readings, HbkReadingEffect, i);
      HbkReadingResult        result = { effect->reading, effect->other, NULL };
      g_autofree char        *hours = hbk_words_hours (effect->credited);

      /* Translators: hours, and the verdict in a word */
      result.result = g_strdup_printf (_("%1$s, %2$s"), hours, hbk_words_verdict (effect->verdict));
      g_array_append_val (results, result);
    }
}

/**
 * hbk_readings_text_print:
 * @printer: a printer
 * @assessment: an assessment, which says how clauses were read
 * @warnings: (array length=n_warnings): warnings, some of which say that a clause is unclear
 * @n_warnings: how many
 * @results: (element-type HbkReadingResult): what other readings would give
 * @name_records: say whose hours another reading would change
 *
 * Prints which clauses are unclear, how they were read, and what comes of reading them otherwise, under a heading.
 */
void
hbk_readings_text_print (HbkPrinter *printer, const HbkAssessment *assessment, const HbkWarning *warnings, guint n_warnings, const GArray *results, gboolean name_records)
{
  guint                n_readings = printer->pack->readings->len;
  g_autofree gboolean *matters = g_new0 (gboolean, n_readings + 1);
  gboolean             is_first = TRUE;

  /* What has been said of a clause is worth saying again only where something comes of it. */
  for (guint i = 0; i < n_warnings; i++)
    {
      if (hbk_warning_is_about_reading (&warnings[i]) && !is_said (printer, (guint) warnings[i].reading))
        matters[warnings[i].reading] = TRUE;
    }
  for (guint i = 0; i < results->len; i++)
    matters[g_array_index (results, HbkReadingResult, i).reading] = TRUE;

  for (guint i = 0; i < n_readings; i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (!matters[i])
        continue;
      if (is_first)
        {
          hbk_printer_section (printer, _("Unclear clauses"));
          is_first = FALSE;
        }
      records = find_records (warnings, name_records ? n_warnings : 0, i);
      print_reading (printer, assessment, i, records, results);
    }
}
