/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-pack-text.h"

#include <glib/gi18n.h>

#include "cli/hbk-output.h"

static void
print_line (const char *head,
            const char *text)
{
  g_autofree char *line = g_strdup_printf ("%s  %s", head, text);

  hbk_output_wrapped ("  ", "      ", line);
}

static void
print_notices (const HbkPack *pack,
               HbkLanguage    language)
{
  for (guint i = 0; i < pack->notices->len; i++)
    {
      const HbkNotice *notice = &g_array_index (pack->notices, HbkNotice, i);
      g_autofree char *date = notice->dated != HBK_DATE_NONE ? hbk_date_format (notice->dated) : g_strdup ("");
      g_autofree char *text = g_strdup_printf ("%s · %s · %s · %s", hbk_bilingual_get (&notice->title, language),
                                               notice->number != NULL ? notice->number : "–", hbk_bilingual_get (&notice->issuer, language), date);

      hbk_output_wrapped ("", "  ", text);
    }
}

static void
print_clauses (const HbkPack *pack,
               HbkLanguage    language)
{
  g_print ("\n%s\n", _("Clauses"));
  for (guint i = 0; i < pack->clauses->len; i++)
    {
      const HbkClause *clause = &g_array_index (pack->clauses, HbkClause, i);
      g_autofree char *head = g_strdup_printf ("%s (%s)", clause->id, hbk_bilingual_get (&clause->place, language));

      print_line (head, hbk_bilingual_get (&clause->text, language));
    }
}

static void
print_readings (const HbkPack *pack,
                HbkLanguage    language)
{
  if (pack->readings->len > 0)
    g_print ("\n%s\n", _("Unclear clauses and their readings (the one in use is marked)"));
  for (guint i = 0; i < pack->readings->len; i++)
    {
      const HbkReading *reading = &g_array_index (pack->readings, HbkReading, i);

      print_line (reading->id, hbk_bilingual_get (&reading->question, language));
      for (guint j = 0; j < reading->options->len; j++)
        {
          const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, j);
          g_autofree char *text = g_strdup_printf ("%s  %s", option->id, hbk_bilingual_get (&option->text, language));

          hbk_output_wrapped (j == reading->initial ? "      ● " : "      ○ ", "          ", text);
        }
    }
}

static void
print_deadlines (const HbkPack *pack,
                 HbkLanguage    language)
{
  if (pack->deadlines->len > 0)
    g_print ("\n%s\n", _("Deadlines"));
  for (guint i = 0; i < pack->deadlines->len; i++)
    {
      const HbkDeadline *deadline = &g_array_index (pack->deadlines, HbkDeadline, i);
      g_autofree char *day = deadline->to.date != HBK_DATE_NONE ? hbk_date_format (deadline->to.date)
                                                                : g_strdup_printf ("%02d-%02d", deadline->to.month, deadline->to.day);
      g_autofree char *head = deadline->year_offset == 0 ? g_strdup (day)
                                                         /* Translators: month and day of the year after the credit year */
                                                         : g_strdup_printf (_("%s of the next year"), day);
      g_autofree char *text = g_strdup_printf ("%s – %s [%s]", hbk_bilingual_get (&deadline->who, language),
                                               hbk_bilingual_get (&deadline->text, language), deadline->clause);

      print_line (head, text);
    }
}

static void
print_steps (const char   *heading,
             const GArray *steps,
             HbkLanguage   language)
{
  if (steps->len > 0)
    g_print ("\n%s\n", heading);
  for (guint i = 0; i < steps->len; i++)
    {
      const HbkStep *step = &g_array_index (steps, HbkStep, i);
      const char *texts[] = {
        hbk_bilingual_get (&step->name, language), hbk_bilingual_get (&step->who, language), hbk_bilingual_get (&step->text, language),
        step->phone, hbk_bilingual_get (&step->address, language),
      };
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        if (texts[j] != NULL && *texts[j] != '\0')
          g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", texts[j]);
      print_line (step->step != NULL ? step->step : "·", line->str);
    }
}

static void
print_defects (const HbkPack *pack,
               HbkLanguage    language)
{
  if (pack->defects->len > 0)
    g_print ("\n%s\n", _("Slips of the notice itself"));
  for (guint i = 0; i < pack->defects->len; i++)
    {
      const HbkDefect *defect = &g_array_index (pack->defects, HbkDefect, i);

      print_line ("·", hbk_bilingual_get (&defect->text, language));
    }
}

/**
 * hbk_pack_print:
 * @pack: a pack
 * @language: the language of the texts
 *
 * Prints a description of a pack for a person to read.
 */
void
hbk_pack_print (const HbkPack *pack,
                HbkLanguage    language)
{
  g_print ("%s (%s, %s)\n", hbk_bilingual_get (&pack->name, language), pack->id, pack->revision);
  print_notices (pack, language);
  print_clauses (pack, language);
  print_readings (pack, language);
  print_deadlines (pack, language);
  print_steps (_("Review"), pack->chain, language);
  print_steps (_("Forms"), pack->forms, language);
  print_steps (_("Contacts"), pack->contacts, language);
  print_steps (_("Penalties"), pack->penalties, language);
  print_defects (pack, language);
}
