/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-library.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-library-backups.h"
#include "workspace/hbk-workspace-private.h"

HbkLibrary *
hbk_workspace_get_library (HbkWorkspace *self, GError **error)
{
  g_return_val_if_fail (HBK_IS_WORKSPACE (self), NULL);

  if (self->library == NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("No library is open. Open one first."));

  return self->library;
}

/**
 * hbk_workspace_dup_default_library:
 *
 * Says where a person's library is unless they chose another place: HOURBOOK_LIBRARY, else in their data folder.
 *
 * Returns: (transfer full) (type filename): the folder
 */
char *
hbk_workspace_dup_default_library (void)
{
  const char *wanted = g_getenv ("HOURBOOK_LIBRARY");

  return wanted != NULL && *wanted != '\0' ? g_strdup (wanted) : g_build_filename (g_get_user_data_dir (), "hourbook", NULL);
}

/**
 * hbk_workspace_has_library:
 * @self: a workspace
 * @dir: (nullable) (type filename): a folder; %NULL for the usual one
 *
 * Says whether there is a library.
 *
 * Returns: %TRUE when there is
 */
gboolean
hbk_workspace_has_library (HbkWorkspace *self, const char *dir)
{
  g_autofree char *place = dir != NULL ? g_strdup (dir) : hbk_workspace_dup_default_library ();

  g_return_val_if_fail (HBK_IS_WORKSPACE (self), FALSE);

  return hbk_library_exists (place);
}

/**
 * hbk_workspace_open_library:
 * @self: a workspace
 * @dir: (nullable) (type filename): a folder; %NULL for the usual one
 * @mode: what for
 * @error: return location for an error
 *
 * Opens a library, in place of the one that may be open. Weekly, whoever opens one for writing leaves a backup behind; then damage to the
 * database is found that nothing else has met.
 *
 * Returns: %FALSE with HBK_ERROR_NOT_FOUND, HBK_ERROR_BUSY, HBK_ERROR_FORMAT, HBK_ERROR_DAMAGED or HBK_ERROR_IO
 */
gboolean
hbk_workspace_open_library (HbkWorkspace *self, const char *dir, HbkOpenMode mode, GError **error)
{
  static const HbkLibraryMode modes[] = { HBK_LIBRARY_READ, HBK_LIBRARY_WRITE, HBK_LIBRARY_CREATE };
  g_autofree char            *place = dir != NULL ? g_strdup (dir) : hbk_workspace_dup_default_library ();
  g_autoptr (GError) own_error = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self), FALSE);

  g_clear_object (&self->library);
  self->library = hbk_library_open (place, modes[mode], self->clock, error);
  if (self->library == NULL)
    return FALSE;

  if (mode == HBK_OPEN_READ || hbk_library_make_weekly_backup (self->library, &own_error))
    return TRUE;

  if (g_error_matches (own_error, HBK_ERROR, HBK_ERROR_DAMAGED))
    {
      g_clear_object (&self->library);
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  /* That there is no room for a backup must not keep the person from their records. */
  g_info ("The weekly backup was not made: %s", own_error->message);

  return TRUE;
}

/**
 * hbk_workspace_close_library:
 * @self: a workspace
 *
 * Closes the open library, if any. Nothing is lost by it, for everything is stored already.
 */
void
hbk_workspace_close_library (HbkWorkspace *self)
{
  g_return_if_fail (HBK_IS_WORKSPACE (self));

  g_clear_object (&self->library);
}

/**
 * hbk_workspace_get_library_dir:
 * @self: a workspace
 *
 * Says where the open library is.
 *
 * Returns: (transfer none) (nullable) (type filename): the folder, or %NULL when none is open
 */
const char *
hbk_workspace_get_library_dir (HbkWorkspace *self)
{
  g_return_val_if_fail (HBK_IS_WORKSPACE (self), NULL);

  return self->library != NULL ? hbk_library_get_dir (self->library) : NULL;
}
