/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-progress.h"
#include "cli/hbk-record-options.h"
#include "cli/hbk-result.h"
#include "cli/hbk-typed.h"

/* Tells files of the library, by their numbers, from paths; where there is a file of such a name, that one is meant. */
static gboolean
sort_out (HbkCommandLine *line, GPtrArray *paths, GPtrArray *files, GError **error)
{
  for (guint i = 1; line->arguments[i] != NULL; i++)
    {
      guint            serial;
      HbkEvidenceFile *file;

      if (!hbk_evidence_file_parse_serial (line->arguments[i], &serial) || g_file_test (line->arguments[i], G_FILE_TEST_EXISTS))
        {
          g_ptr_array_add (paths, line->arguments[i]);
          continue;
        }
      file = hbk_workspace_find_file (line->workspace, line->arguments[i], error);
      if (file == NULL)
        return FALSE;
      g_ptr_array_add (files, file);
    }

  return TRUE;
}

static HbkJournalStep *
attach_files (HbkCommandLine *line, const char *record, GPtrArray *files, const char *document, GError **error)
{
  g_autoptr (HbkJournalStep) last = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);
      HbkJournalStep        *step = hbk_workspace_attach (line->workspace, record, file->sha256, document, hbk_command_line_get (line, HBK_OPTION_CORRECTION), error);

      if (step == NULL)
        return NULL;
      g_clear_pointer (&last, hbk_journal_step_free);
      last = step;
    }

  return g_steal_pointer (&last);
}

static HbkExit
attach (HbkCommandLine *line, const char *record, const char *document, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_evidence_file_free);
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_auto (HbkProgress) progress = { 0 };
  HbkResult result = { 0 };

  if (!sort_out (line, paths, files, error))
    return HBK_EXIT_INPUT;

  if (paths->len > 0)
    {
      hbk_progress_init (&progress, _("Copying files"));
      taken = hbk_workspace_take_in (line->workspace, (const char *const *) paths->pdata, record, document, hbk_command_line_get (line, HBK_OPTION_CORRECTION),
                                     hbk_progress_report, &progress, progress.cancellable, error);
      if (taken == NULL)
        return HBK_EXIT_INPUT;
      result.text = taken->len == 0 ? _("There was no file to take in.") : NULL;
    }
  if (files->len > 0)
    {
      step = attach_files (line, record, files, document, error);
      if (step == NULL)
        return HBK_EXIT_INPUT;
    }
  result.taken = taken;
  result.step = step;

  return hbk_result_print (line, &result);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autofree char *typed = hbk_typed_dup_text (line->arguments[0], error);
  g_autofree char *id = NULL;
  const char      *document;
  gboolean         is_good;
  g_autoptr (HbkRecord) record = NULL;

  if (typed == NULL)
    return HBK_EXIT_INPUT;
  document = hbk_record_options_get_document (line, &is_good, error);
  if (!is_good || !hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  id = hbk_workspace_expand_record_id (line->workspace, typed, error);
  record = id != NULL ? hbk_workspace_get_record (line->workspace, id, error) : NULL;

  return record != NULL ? attach (line, id, document, error) : HBK_EXIT_INPUT;
}

const HbkCommand hbk_command_attach = {
  .name = "attach",
  .arguments = "RECORD FILE…",
  .summary = N_ ("Attach files, folders or files of the inbox to a record"),
  .example = "k3f9 certificate.pdf XS-0042 --document=completion_certificate",
  .group = HBK_GROUP_EVIDENCE,
  .options = (const HbkOptionId[]) { HBK_OPTION_DOCUMENT, HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 2,
  .max_arguments = G_MAXUINT,
  .run = run,
};
