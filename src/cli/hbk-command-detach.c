/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"
#include "workspace/hbk-workspace-evidence.h"

/* All files are found before any is taken off. */
static GPtrArray *
find_files (HbkCommandLine *line, char **typed, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_evidence_file_free);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      HbkEvidenceFile *file = hbk_workspace_find_file (line->workspace, typed[i], error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
    }

  return g_steal_pointer (&files);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_auto (GStrv) typed = hbk_command_line_dup_arguments (line, 0, error);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (HbkJournalStep) last = NULL;

  if (typed == NULL || !hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  id = hbk_workspace_expand_record_id (line->workspace, typed[0], error);
  files = id != NULL ? find_files (line, typed + 1, error) : NULL;
  if (files == NULL)
    return HBK_EXIT_INPUT;

  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);
      HbkJournalStep        *step = hbk_workspace_detach (line->workspace, id, file->sha256, hbk_command_line_get (line, HBK_OPTION_CORRECTION), error);

      if (step == NULL)
        return HBK_EXIT_INPUT;
      g_clear_pointer (&last, hbk_journal_step_free);
      last = step;
    }

  return hbk_result_print_step (line, last);
}

const HbkCommand hbk_command_detach = {
  .name = "detach",
  .arguments = "RECORD SERIAL…",
  .summary = N_ ("Take files off a record; they stay in the library"),
  .example = "k3f9 XS-0042",
  .group = HBK_GROUP_EVIDENCE,
  .options = (const HbkOptionId[]) { HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 2,
  .max_arguments = G_MAXUINT,
  .run = run,
};
