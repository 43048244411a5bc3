/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-record-options.h"
#include "cli/hbk-result.h"
#include "cli/hbk-typed-facts.h"
#include "cli/hbk-typed.h"
#include "records/hbk-logbook-format.h"

static gboolean
check_needed (HbkCommandLine *line, GError **error)
{
  const char *title = hbk_command_line_get (line, HBK_OPTION_TITLE);

  if (!hbk_command_line_has (line, HBK_OPTION_ACTIVITY))
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("What kind of activity is it? Add --activity=ID, such as training or paper."));
  else if (title == NULL || *title == '\0')
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("What is it called? Add --title=TEXT."));
  else if (!hbk_command_line_has (line, HBK_OPTION_START))
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("When was it? Add --start=DATE, such as 2024-11-18."));
  else
    return TRUE;

  return FALSE;
}

/* An id is typed again later, so it is a word; one that was ever given stays with its record. */
static char *
take_id (HbkCommandLine *line, GError **error)
{
  const char      *typed = hbk_command_line_get (line, HBK_OPTION_ID);
  g_autofree char *shown = NULL;
  g_autofree char *found = NULL;

  if (typed == NULL)
    return hbk_workspace_make_record_id (line->workspace, error);

  if (!hbk_typed_check_length (typed, HBK_LOGBOOK_ID_MAX, "--id", error))
    return NULL;
  shown = hbk_text_escape (typed, -1, HBK_TYPED_CHARS);
  for (const char *c = typed; *c != '\0' || c == typed; c++)
    {
      if (g_ascii_isalnum (*c) || (c > typed && strchr ("._-", *c) != NULL))
        continue;
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” cannot be the id of a record. Give a letter or digit, then more of them, or “.”, “_” and “-”."), shown);
      return NULL;
    }

  found = hbk_workspace_expand_record_id (line->workspace, typed, NULL);
  if (g_strcmp0 (found, typed) != 0)
    return g_strdup (typed);

  g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _("There is a record “%s” already, maybe in the trash. Give another id, or none."), shown);

  return NULL;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("new", "other");
  g_autoptr (HbkRecord) named = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autofree char *id = NULL;
  HbkResult        result = { 0 };

  if (!check_needed (line, error) || !hbk_record_options_apply (line, record, error) || !hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  id = take_id (line, error);
  if (id == NULL)
    return HBK_EXIT_INPUT;
  named = hbk_record_copy (record, id);
  step = hbk_record_options_save (line, named, error);
  if (step == NULL)
    return HBK_EXIT_INPUT;
  result.step = step;
  result.text = id;

  return hbk_result_print (line, &result);
}

const HbkCommand hbk_command_add = {
  .name = "add",
  .arguments = "",
  .summary = N_ ("Add a record; prints its id"),
  .example = "--activity=training --title=\"Safety class\" --start=2024-05-13 --fact=days=2 --file=certificate.pdf",
  .group = HBK_GROUP_RECORDS,
  .options = (const HbkOptionId[]) { HBK_OPTION_ID, HBK_OPTION_ACTIVITY, HBK_OPTION_TITLE, HBK_OPTION_START, HBK_OPTION_END, HBK_OPTION_FACT, HBK_OPTION_SUBJECT, HBK_OPTION_WORK, HBK_OPTION_STATUS, HBK_OPTION_VERIFIED, HBK_OPTION_NOTE, HBK_OPTION_FILE, HBK_OPTION_DOCUMENT, HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
