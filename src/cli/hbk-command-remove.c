/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"
#include "workspace/hbk-workspace-evidence.h"

/*
 * Tells records from files. All are found before anything is removed: a name that is wrong must not leave half of it done. The number of
 * a file and the id of a record may look alike; a record comes first.
 */
static gboolean
sort_out (HbkCommandLine *line, char **typed, GPtrArray *records, GPtrArray *files, GError **error)
{
  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autoptr (GError) own_error = NULL;
      g_autofree char *id = hbk_workspace_expand_record_id (line->workspace, typed[i], &own_error);
      HbkEvidenceFile *file;
      guint            serial;

      if (id != NULL)
        {
          g_ptr_array_add (records, g_steal_pointer (&id));
          continue;
        }
      if (!g_error_matches (own_error, HBK_ERROR, HBK_ERROR_NOT_FOUND) || !hbk_evidence_file_parse_serial (typed[i], &serial))
        {
          g_propagate_error (error, g_steal_pointer (&own_error));
          return FALSE;
        }
      file = hbk_workspace_find_file (line->workspace, typed[i], error);
      if (file == NULL)
        return FALSE;
      g_ptr_array_add (files, file);
    }

  return TRUE;
}

static gboolean
check_kinds (GPtrArray *records, GPtrArray *files, GError **error)
{
  if (files->len == 0 || (records->len == 0 && files->len == 1))
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A file is removed by itself, so that it can be undone by itself. Remove one at a time."));

  return FALSE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_auto (GStrv) typed = hbk_command_line_dup_arguments (line, 0, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_evidence_file_free);
  g_autoptr (HbkJournalStep) step = NULL;

  if (typed == NULL || !hbk_library_access_open (line, HBK_OPEN_WRITE, error) || !sort_out (line, typed, records, files, error) || !check_kinds (records, files, error))
    return HBK_EXIT_INPUT;

  if (files->len > 0)
    step = hbk_workspace_remove_file (line->workspace, ((HbkEvidenceFile *) g_ptr_array_index (files, 0))->sha256, error);
  else
    step = hbk_workspace_remove_records (line->workspace, (const char *const *) records->pdata, hbk_command_line_get (line, HBK_OPTION_CORRECTION), error);

  return step != NULL ? hbk_result_print_step (line, step) : HBK_EXIT_INPUT;
}

const HbkCommand hbk_command_remove = {
  .name = "remove",
  .arguments = "RECORD…",
  .summary = N_ ("Move records, or a file that proves none, to the trash"),
  .example = "k3f9 p2xw",
  .group = HBK_GROUP_RECORDS,
  .options = (const HbkOptionId[]) { HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .run = run,
};
