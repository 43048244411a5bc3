/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-pack-text.h"

#include <glib/gi18n.h>

#include "words/hbk-words.h"

typedef struct
{
  HbkOutput     *output;
  const HbkPack *pack;
  HbkLanguage    language;
} Page;

static const char *
text_of (const Page *page, const HbkBilingual *text)
{
  return hbk_bilingual_get (text, page->language);
}

static void
print_section (const Page *page, const char *heading)
{
  hbk_output_line (page->output, "");
  hbk_output_line (page->output, heading);
}

/* Texts after one another, without those that are missing. */
static char *
join_texts (const char *const *texts, gsize n_texts)
{
  GString *line = g_string_new ("");

  for (gsize i = 0; i < n_texts; i++)
    {
      if (texts[i] != NULL && *texts[i] != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", texts[i]);
    }

  return g_string_free_and_steal (line);
}

/* ---- Head ---- */

/**
 * hbk_pack_text_years:
 * @pack: a pack
 *
 * Says for which years the notice speaks.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_pack_text_years (const HbkPack *pack)
{
  if (pack->covers_to == 0)
    return g_strdup_printf (_("from %d on"), pack->covers_from);
  if (pack->covers_to == pack->covers_from)
    return g_strdup_printf ("%d", pack->covers_from);

  return g_strdup_printf (_("%1$d to %2$d"), pack->covers_from, pack->covers_to);
}

static void
print_fact (const Page *page, char *text)
{
  hbk_output_wrapped (page->output, "  ", "    ", text);
  g_free (text);
}

static void
print_head (const Page *page)
{
  const HbkPack   *pack = page->pack;
  g_autofree char *years = hbk_pack_text_years (pack);
  g_autofree char *checked = hbk_date_format (pack->checked_on);

  hbk_output_printf (page->output, "%s  %s", text_of (page, &pack->name), pack->id);
  for (guint i = 0; i < pack->notices->len; i++)
    {
      const HbkNotice  *notice = &g_array_index (pack->notices, HbkNotice, i);
      g_autofree char  *date = notice->dated != HBK_DATE_NONE ? hbk_date_format (notice->dated) : NULL;
      const char *const texts[] = { text_of (page, &notice->title), notice->number, text_of (page, &notice->issuer), date };

      print_fact (page, join_texts (texts, G_N_ELEMENTS (texts)));
    }
  print_fact (page, g_strdup_printf (_("Years: %s"), years));
  if (pack->extends != NULL)
    print_fact (page, g_strdup_printf (_("Builds on: %s"), pack->extends));
  /* Translators: number of a revision, and a date */
  print_fact (page, g_strdup_printf (_("Revision: %1$s, compared with the notice on %2$s"), pack->revision, checked));
}

/* ---- Clauses and readings ---- */

static void
print_clauses (const Page *page)
{
  const GArray *clauses = page->pack->clauses;

  print_section (page, _("Clauses"));
  for (guint i = 0; i < clauses->len; i++)
    {
      const HbkClause *clause = &g_array_index (clauses, HbkClause, i);

      hbk_output_printf (page->output, "  %s  %s", clause->id, text_of (page, &clause->place));
      hbk_output_wrapped (page->output, "    ", "    ", text_of (page, &clause->text));
    }
}

static void
print_reading (const Page *page, const HbkReading *reading)
{
  g_autofree char *question = g_strdup_printf ("%s  %s", reading->id, text_of (page, &reading->question));

  hbk_output_wrapped (page->output, "  ", "    ", question);
  for (guint i = 0; i < reading->options->len; i++)
    {
      const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, i);
      g_autofree char        *text = g_strdup_printf ("%s  %s", option->id, text_of (page, &option->text));

      hbk_output_wrapped (page->output, i == reading->initial ? "    ● " : "    ○ ", "      ", text);
    }
}

static void
print_readings (const Page *page)
{
  const GArray *readings = page->pack->readings;

  if (readings->len == 0)
    return;

  print_section (page, _("Unclear clauses; ● is how they are read unless you choose another"));
  for (guint i = 0; i < readings->len; i++)
    print_reading (page, &g_array_index (readings, HbkReading, i));
}

static void
print_defects (const Page *page)
{
  const GArray *defects = page->pack->defects;

  if (defects->len == 0)
    return;

  print_section (page, _("Slips of the notice itself"));
  for (guint i = 0; i < defects->len; i++)
    hbk_output_wrapped (page->output, "  · ", "    ", text_of (page, &g_array_index (defects, HbkDefect, i).text));
}

/* ---- What surrounds the rules ---- */

static char *
format_day (HbkDay day)
{
  return day.date != HBK_DATE_NONE ? hbk_date_format (day.date) : g_strdup_printf ("%02d-%02d", day.month, day.day);
}

static char *
list_days (const GArray *days)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < days->len; i++)
    g_ptr_array_add (texts, g_strdup_printf ("%d", g_array_index (days, int, i)));

  return hbk_words_list (texts);
}

/* "06-01 to 07-31", "03-31 of the next year", "days 1, 2 and 3 of a month": when. */
static char *
deadline_time (const HbkDeadline *deadline)
{
  g_autofree char *to = format_day (deadline->to);
  g_autofree char *time = NULL;

  if (deadline->monthly != NULL && deadline->monthly->len > 0)
    {
      g_autofree char *days = list_days (deadline->monthly);

      /* Translators: day or days of every month */
      return g_strdup_printf (ngettext ("day %s of each month", "days %s of each month", deadline->monthly->len), days);
    }

  if (deadline->from.date != HBK_DATE_NONE || deadline->from.month != 0)
    {
      g_autofree char *from = format_day (deadline->from);

      /* Translators: first and last day of a period, as month and day */
      time = g_strdup_printf (_("%1$s to %2$s"), from, to);
    }
  else
    {
      time = g_steal_pointer (&to);
    }

  /* Translators: a day of the year after the one in which the hours are earned */
  return deadline->year_offset == 1 ? g_strdup_printf (_("%s of the next year"), time) : g_steal_pointer (&time);
}

static void
print_deadlines (const Page *page)
{
  const GArray *deadlines = page->pack->deadlines;

  if (deadlines->len == 0)
    return;

  print_section (page, _("Deadlines"));
  for (guint i = 0; i < deadlines->len; i++)
    {
      const HbkDeadline *deadline = &g_array_index (deadlines, HbkDeadline, i);
      g_autofree char   *time = deadline_time (deadline);
      const char *const  texts[] = { time, text_of (page, &deadline->who), text_of (page, &deadline->text) };
      g_autofree char   *text = join_texts (texts, G_N_ELEMENTS (texts));
      g_autofree char   *cited = g_strdup_printf ("%s [%s]", text, deadline->clause);

      hbk_output_wrapped (page->output, "  · ", "    ", cited);
    }
}

static void
print_steps (const Page *page, const char *heading, const GArray *steps)
{
  if (steps->len == 0)
    return;

  print_section (page, heading);
  for (guint i = 0; i < steps->len; i++)
    {
      const HbkStep    *step = &g_array_index (steps, HbkStep, i);
      g_autofree char  *copies = step->copies > 0 ? g_strdup_printf (ngettext ("%d copy", "%d copies", (gulong) step->copies), step->copies) : NULL;
      const char *const texts[] = {
        text_of (page, &step->name),
        text_of (page, &step->who),
        text_of (page, &step->text),
        copies,
        step->phone,
        text_of (page, &step->address),
      };
      g_autofree char *text = join_texts (texts, G_N_ELEMENTS (texts));
      g_autofree char *mark = g_strdup_printf ("  %s ", step->step != NULL ? step->step : "·");

      hbk_output_wrapped (page->output, mark, "    ", text);
    }
}

/**
 * hbk_pack_text_print:
 * @pack: a pack
 * @output: where to print
 * @language: the language of the texts
 *
 * Prints a description of a pack for a person to read.
 */
void
hbk_pack_text_print (const HbkPack *pack, HbkOutput *output, HbkLanguage language)
{
  const Page page = { output, pack, language };

  print_head (&page);
  print_clauses (&page);
  print_readings (&page);
  print_deadlines (&page);
  print_steps (&page, _("Review"), pack->chain);
  print_steps (&page, _("Forms"), pack->forms);
  print_steps (&page, _("Contacts"), pack->contacts);
  print_steps (&page, _("Penalties"), pack->penalties);
  print_defects (&page);
}
