/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-sample.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

/* What the folder of a sample ends in. A folder whose name does not is never removed. */
#define SUFFIX "-sample"

/* There is a sample for it whatever happens. */
#define FALLBACK "qinghai"

/**
 * hbk_workspace_get_sample_day:
 *
 * Says on which day the samples are to be looked at: late in the year, when there is something to do.
 *
 * Returns: the day
 */
HbkDate
hbk_workspace_get_sample_day (void)
{
  return hbk_date_new (2024, 11, 18);
}

/**
 * hbk_workspace_dup_sample_dir:
 * @dir: (type filename): the folder of the person's library
 *
 * Says where the sample lies.
 *
 * Returns: (transfer full) (type filename): the folder
 */
char *
hbk_workspace_dup_sample_dir (const char *dir)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (dir != NULL, NULL);

  place = g_canonicalize_filename (dir, NULL);

  return g_strconcat (place, SUFFIX, NULL);
}

/* Links are removed, never followed. */
static gboolean
remove_folder (const char *dir, GError **error)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, error);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      gboolean         is_folder = !g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR);

      if (is_folder ? !remove_folder (path, error) : g_unlink (path) != 0)
        break;
    }
  if (entries != NULL && g_rmdir (dir) == 0)
    return TRUE;

  if (error != NULL && *error == NULL)
    {
      int              code = errno;
      g_autofree char *shown = hbk_file_get_display_name (dir);

      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%s: This folder could not be removed: %s"), shown, g_strerror (code));
    }

  return FALSE;
}

static char *
find_sample (HbkWorkspace *self, const char *region)
{
  g_autofree char *name = g_strconcat (region, ".json", NULL);
  char            *path = g_build_filename (self->data_dir, "samples", name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return path;

  g_free (path);

  return g_build_filename (self->data_dir, "samples", FALLBACK ".json", NULL);
}

/**
 * hbk_workspace_make_sample:
 * @self: a workspace
 * @dir: (type filename): where to, from hbk_workspace_dup_sample_dir(); what was there is removed
 * @region: the id of a pack, whose sample is taken if there is one
 * @error: return location for an error
 *
 * Makes a library with a sample. It is closed again.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_workspace_make_sample (HbkWorkspace *self, const char *dir, const char *region, GError **error)
{
  HbkImportOptions options = { .language = HBK_LANGUAGE_ZH };
  g_autofree char *path = NULL;
  g_autoptr (HbkImport) import = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && dir != NULL && region != NULL, FALSE);

  hbk_workspace_close_library (self);
  if (!hbk_workspace_remove_sample (self, dir, error) || !hbk_workspace_open_library (self, dir, HBK_OPEN_CREATE, error))
    return FALSE;

  path = find_sample (self, region);
  import = hbk_workspace_prepare_import (self, path, &options, error);
  step = import != NULL ? hbk_workspace_confirm_import (self, import, HBK_CONFLICT_REPLACE, NULL, error) : NULL;
  hbk_workspace_close_library (self);

  return step != NULL;
}

/**
 * hbk_workspace_remove_sample:
 * @self: a workspace
 * @dir: (type filename): the folder, from hbk_workspace_dup_sample_dir()
 * @error: return location for an error
 *
 * Removes a sample with all that was tried out in it, if it is there. It must not be open.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_workspace_remove_sample (HbkWorkspace *self, const char *dir, GError **error)
{
  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && dir != NULL && g_str_has_suffix (dir, SUFFIX), FALSE);

  return !g_file_test (dir, G_FILE_TEST_IS_DIR) || remove_folder (dir, error);
}
