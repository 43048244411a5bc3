/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "rules/hbk-assessment-json.h"
#include "cli/hbk-assessment-text.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-assess.h"
#include "cli/hbk-shortage.h"

static void
print_text (HbkCommandLine *line, const HbkChoices *choices, const HbkAssessment *assessment)
{
  g_auto (HbkPrinter) printer = { 0 };

  hbk_printer_init (&printer, line->output, choices->pack, line->language);
  hbk_printer_heading (&printer, hbk_logbook_get_profile (choices->logbook), line->as_of);
  hbk_assessment_text_print (&printer, assessment);
}

static HbkExit
assess_file (HbkCommandLine *line, GError **error)
{
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (HbkAssessment) assessment = NULL;

  if (!hbk_choices_init (&choices, line, line->arguments[0], error) || !hbk_choices_use_pack (&choices, line, hbk_command_line_get (line, HBK_OPTION_PACK), error))
    return HBK_EXIT_INPUT;

  assessment = hbk_assess (choices.logbook, choices.pack, line->as_of, &choices.options);
  if (line->json)
    {
      g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

      hbk_assessment_json_write (assessment, NULL, writer, line->language);
      hbk_output_json (line->output, writer);
    }
  else
    {
      print_text (line, &choices, assessment);
    }

  return line->strict && hbk_shortage_in_assessment (assessment) ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  return line->arguments[0] != NULL ? assess_file (line, error) : hbk_library_assess (line, error);
}

const HbkCommand hbk_command_assess = {
  .name = "assess",
  .arguments = "[LOGBOOK]",
  .summary = N_ ("Work out the hours of each year, with the reason for every hour"),
  .example = "logbook.json --year=2024",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_PACK, HBK_OPTION_YEARS, HBK_OPTION_AS_OF, HBK_OPTION_READING, HBK_OPTION_PROFILE, HBK_OPTION_LIBRARY, HBK_OPTION_STRICT, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 1,
  .reads_input = TRUE,
  .run = run,
};
