/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-application-json.h"
#include "cli/hbk-application-text.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-command-line.h"

static void
print_text (HbkCommandLine *line, const HbkChoices *choices, const HbkApplication *application)
{
  g_auto (HbkPrinter) printer = { 0 };

  hbk_printer_init (&printer, line->output, choices->pack, line->language);
  hbk_printer_heading (&printer, hbk_logbook_get_profile (choices->logbook), line->as_of);
  hbk_application_text_print (&printer, application);
}

static gboolean
check_wish (HbkCommandLine *line, GError **error)
{
  if (line->level == HBK_TITLE_LEVEL_UNKNOWN)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("Which title is applied for? Add --level=junior, intermediate or senior."));
  else if (line->years->len == 0)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("In which year is the application? Add --year=YEAR."));
  else
    return TRUE;

  return FALSE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (HbkApplication) application = NULL;
  HbkApplicationVerdict verdict;

  if (!check_wish (line, error) || !hbk_choices_init (&choices, line, line->arguments[0], error) || !hbk_choices_use_pack (&choices, line, hbk_command_line_get (line, HBK_OPTION_PACK), error))
    return HBK_EXIT_INPUT;

  application = hbk_apply (choices.logbook, choices.pack, line->level, g_array_index (line->years, int, 0), line->as_of, choices.readings);
  if (line->json)
    {
      g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

      hbk_application_json_write (application, line->as_of, writer, line->language);
      hbk_output_json (line->output, writer);
    }
  else
    {
      print_text (line, &choices, application);
    }

  verdict = hbk_application_get_verdict (application);

  return line->strict && verdict != HBK_APPLICATION_MET && verdict != HBK_APPLICATION_WAIVED ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

const HbkCommand hbk_command_apply = {
  .name = "apply",
  .arguments = "[LOGBOOK]",
  .summary = N_ ("Check the years that an application for a title asks for"),
  .example = "logbook.json --level=senior --year=2025",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_PACK, HBK_OPTION_YEAR, HBK_OPTION_LEVEL, HBK_OPTION_AS_OF, HBK_OPTION_READING, HBK_OPTION_PROFILE, HBK_OPTION_LIBRARY, HBK_OPTION_STRICT, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 1,
  .reads_input = TRUE,
  .run = run,
};
