/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-record-options.h"
#include "cli/hbk-result.h"
#include "workspace/hbk-workspace-evidence.h"

/* What a record cannot be without. */
static gboolean
check_emptied (HbkCommandLine *line, GError **error)
{
  static const struct
  {
    HbkOptionId option;
    const char *name;
  } needed[] = {
    { HBK_OPTION_ACTIVITY, "activity" },
    { HBK_OPTION_TITLE, "title" },
    { HBK_OPTION_START, "start" },
    { HBK_OPTION_STATUS, "status" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      const char *value = hbk_command_line_get (line, needed[i].option);

      if (value == NULL || *value != '\0')
        continue;
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A record cannot be without --%s. Give a value, or leave the option out."), needed[i].name);
      return FALSE;
    }

  return TRUE;
}

/* A file has a document type and nothing else that a person says of it. */
static HbkExit
edit_file (HbkCommandLine *line, HbkEvidenceFile *file, GError **error)
{
  gboolean    is_good;
  const char *document = hbk_record_options_get_document (line, &is_good, error);
  g_autoptr (HbkJournalStep) step = NULL;

  if (document == NULL)
    {
      if (is_good)
        g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("Of a file only the document type can be changed. Give it with --document=ID."));
      return HBK_EXIT_USAGE;
    }

  g_set_str (&file->document, document);
  step = hbk_workspace_save_file (line->workspace, file, error);

  return step != NULL ? hbk_result_print_step (line, step) : HBK_EXIT_INPUT;
}

/* A record may have an id that looks like the number of a file; it goes first. */
static HbkEvidenceFile *
find_file (HbkCommandLine *line, const char *typed)
{
  guint serial;

  return hbk_evidence_file_parse_serial (typed, &serial) ? hbk_workspace_find_file (line->workspace, typed, NULL) : NULL;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_auto (GStrv) ids = hbk_command_line_dup_arguments (line, 0, error);
  g_autofree char *id = NULL;
  g_autoptr (HbkEvidenceFile) file = NULL;
  g_autoptr (HbkRecord) record = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) own_error = NULL;

  if (ids == NULL || !check_emptied (line, error) || !hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  id = hbk_workspace_expand_record_id (line->workspace, ids[0], &own_error);
  file = id == NULL ? find_file (line, ids[0]) : NULL;
  if (file != NULL)
    return edit_file (line, file, error);
  if (id == NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  record = id != NULL ? hbk_workspace_get_record (line->workspace, id, error) : NULL;
  if (record == NULL || !hbk_record_options_apply (line, record, error))
    return HBK_EXIT_INPUT;

  step = hbk_record_options_save (line, record, error);

  return step != NULL ? hbk_result_print_step (line, step) : HBK_EXIT_INPUT;
}

const HbkCommand hbk_command_edit = {
  .name = "edit",
  .arguments = "RECORD",
  .summary = N_ ("Change a record or a file; an empty value takes an answer away"),
  .example = "k3f9 --end=2024-05-14 --fact=days=2 --note=",
  .group = HBK_GROUP_RECORDS,
  .options = (const HbkOptionId[]) { HBK_OPTION_ACTIVITY, HBK_OPTION_TITLE, HBK_OPTION_START, HBK_OPTION_END, HBK_OPTION_FACT, HBK_OPTION_SUBJECT, HBK_OPTION_WORK, HBK_OPTION_STATUS, HBK_OPTION_VERIFIED, HBK_OPTION_NOTE, HBK_OPTION_FILE, HBK_OPTION_DOCUMENT, HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
