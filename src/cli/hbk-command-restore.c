/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"

/* A record may be named by how its id begins; the number of a file is taken as it is. */
static char **
expand (HbkCommandLine *line, char **typed, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      guint serial;
      char *id = hbk_evidence_file_parse_serial (typed[i], &serial) ? g_strdup (typed[i]) : hbk_workspace_expand_record_id (line->workspace, typed[i], error);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, id);
    }

  return (char **) g_ptr_array_steal (ids, NULL);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_auto (GStrv) typed = hbk_command_line_dup_arguments (line, 0, error);
  g_auto (GStrv) ids = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  if (typed == NULL || !hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  ids = expand (line, typed, error);
  step = ids != NULL ? hbk_workspace_restore (line->workspace, (const char *const *) ids, hbk_command_line_get (line, HBK_OPTION_CORRECTION), error) : NULL;

  return step != NULL ? hbk_result_print_step (line, step) : HBK_EXIT_INPUT;
}

const HbkCommand hbk_command_restore = {
  .name = "restore",
  .arguments = "RECORD…",
  .summary = N_ ("Bring records and files back from the trash"),
  .example = "k3f9",
  .group = HBK_GROUP_RECORDS,
  .options = (const HbkOptionId[]) { HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .run = run,
};
