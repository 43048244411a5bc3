/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-library-access.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-option.h"
#include "words/hbk-words.h"
#include "workspace/hbk-file-reader.h"

/**
 * hbk_library_access_dup_dir:
 * @line: the command line
 *
 * Finds the library that is meant: --library, else that of the environment.
 *
 * Returns: (transfer full): its folder
 */
char *
hbk_library_access_dup_dir (const HbkCommandLine *line)
{
  const char *dir = hbk_command_line_get (line, HBK_OPTION_LIBRARY);

  return dir != NULL && *dir != '\0' ? g_strdup (dir) : hbk_workspace_dup_default_library ();
}

/**
 * hbk_library_access_open:
 * @line: the command line
 * @mode: what for
 * @error: return location for an error
 *
 * Opens the library that is meant.
 *
 * Returns: %FALSE on error; where there is none, the error says how to make one
 */
gboolean
hbk_library_access_open (HbkCommandLine *line, HbkOpenMode mode, GError **error)
{
  g_autofree char *dir = hbk_library_access_dup_dir (line);
  g_autofree char *name = NULL;

  if (mode == HBK_OPEN_CREATE || hbk_workspace_has_library (line->workspace, dir))
    return hbk_workspace_open_library (line->workspace, dir, mode, error);

  name = hbk_file_get_display_name (dir);
  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _("%s: There is no library here yet. Make one with “hourbook-cli init”, or name another folder with --library=DIR."), name);

  return FALSE;
}

/**
 * hbk_library_access_advise:
 * @line: the command line
 * @error: (inout): an error that a command has met
 *
 * Adds to what the library says by which option or command it is done here.
 */
void
hbk_library_access_advise (const HbkCommandLine *line, GError **error)
{
  const char      *advice = NULL;
  g_autofree char *message = NULL;

  if (g_error_matches (*error, HBK_ERROR, HBK_ERROR_SEALED) && hbk_option_is_taken (HBK_OPTION_CORRECTION, line->command) && line->command != &hbk_command_adopt)
    advice = _("Add --correction=REASON.");
  else if (g_error_matches (*error, HBK_ERROR, HBK_ERROR_DAMAGED) && hbk_option_is_taken (HBK_OPTION_LIBRARY, line->command) && line->command != &hbk_command_restore_backup)
    advice = _("“hourbook-cli restore-backup” does it, “hourbook-cli backup --list” lists the backups.");
  if (advice == NULL)
    return;

  message = hbk_words_sentences ((*error)->message, advice);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}
