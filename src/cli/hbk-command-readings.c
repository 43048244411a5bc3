/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"
#include "cli/hbk-typed.h"

/* ---- Showing ---- */

static void
print_json (HbkCommandLine *line, const HbkChoices *choices)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-readings");
  hbk_json_writer_add_string (writer, "pack", choices->pack->id);
  hbk_json_writer_begin_array (writer, "readings");
  for (guint i = 0; i < choices->pack->readings->len; i++)
    {
      const HbkReading *reading = &g_array_index (choices->pack->readings, HbkReading, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "id", reading->id);
      hbk_json_writer_add_string (writer, "question", hbk_bilingual_get (&reading->question, line->language));
      hbk_json_writer_add_string (writer, "used", g_array_index (reading->options, HbkReadingOption, choices->readings[i]).id);
      hbk_json_writer_add_string (writer, "default", g_array_index (reading->options, HbkReadingOption, reading->initial).id);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_reading (HbkCommandLine *line, const HbkReading *reading, guint used)
{
  g_autofree char *question = g_strdup_printf ("%s  %s", reading->id, hbk_bilingual_get (&reading->question, line->language));

  hbk_output_wrapped (line->output, "", "  ", question);
  for (guint i = 0; i < reading->options->len; i++)
    {
      const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, i);
      g_autofree char        *text = NULL;

      if (i == used && i == reading->initial)
        /* Translators: an option of an unclear clause, and its id */
        text = g_strdup_printf (_("%1$s [%2$s] (used; the cautious one)"), hbk_bilingual_get (&option->text, line->language), option->id);
      else if (i == used)
        text = g_strdup_printf (_("%1$s [%2$s] (used; your choice)"), hbk_bilingual_get (&option->text, line->language), option->id);
      else
        text = g_strdup_printf ("%s [%s]", hbk_bilingual_get (&option->text, line->language), option->id);
      hbk_output_wrapped (line->output, i == used ? "  * " : "    ", "      ", text);
    }
}

static HbkExit
show (HbkCommandLine *line, const HbkChoices *choices)
{
  if (line->json)
    {
      print_json (line, choices);
      return HBK_EXIT_DONE;
    }

  hbk_output_line (line->output, hbk_bilingual_get (&choices->pack->name, line->language));
  for (guint i = 0; i < choices->pack->readings->len; i++)
    print_reading (line, &g_array_index (choices->pack->readings, HbkReading, i), choices->readings[i]);
  if (choices->pack->readings->len == 0)
    hbk_output_line (line->output, _("No clause of it is unclear."));

  return HBK_EXIT_DONE;
}

/* ---- Choosing ---- */

/* Nothing after the equals sign goes back to the cautious reading. */
static HbkJournalStep *
choose (HbkCommandLine *line, const HbkPack *pack, const char *typed, GError **error)
{
  g_autofree char  *id = NULL;
  g_autofree char  *option = NULL;
  const HbkReading *reading;
  int               position;

  if (!hbk_typed_split_pair (typed, "reading", &id, &option, error))
    return NULL;

  position = hbk_choices_find_reading (pack, id, error);
  if (position < 0)
    return NULL;
  reading = &g_array_index (pack->readings, HbkReading, position);
  if (*option != '\0' && hbk_choices_find_option (reading, option, error) < 0)
    return NULL;

  return hbk_workspace_choose_reading (line->workspace, pack->id, reading->id, *option != '\0' ? option : NULL, error);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const char *const *typed = hbk_command_line_get_all (line, HBK_OPTION_CHOOSE);
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (HbkJournalStep) last = NULL;

  if (!hbk_choices_init (&choices, line, NULL, error) || !hbk_choices_use_pack (&choices, line, hbk_command_line_get (line, HBK_OPTION_PACK), error))
    return HBK_EXIT_INPUT;
  if (typed[0] == NULL)
    return show (line, &choices);

  if (!hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;
  for (guint i = 0; typed[i] != NULL; i++)
    {
      HbkJournalStep *step = choose (line, choices.pack, typed[i], error);

      if (step == NULL)
        return HBK_EXIT_INPUT;
      g_clear_pointer (&last, hbk_journal_step_free);
      last = step;
    }

  return hbk_result_print_step (line, last);
}

const HbkCommand hbk_command_readings = {
  .name = "readings",
  .arguments = "",
  .summary = N_ ("Show how unclear clauses are read, or choose how"),
  .example = "--reading=QH-A03=strict",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_CHOOSE, HBK_OPTION_PACK, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
