/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "records/hbk-json-scan.h"
#include "records/hbk-logbook-reader.h"
#include "rules/hbk-logbook-check.h"
#include "workspace/hbk-file-reader.h"

struct _HbkWorkspace
{
  GObject parent_instance;

  char *data_dir;
  HbkVocabulary *vocabulary;
};

G_DEFINE_FINAL_TYPE (HbkWorkspace, hbk_workspace, G_TYPE_OBJECT)

static void
hbk_workspace_finalize (GObject *object)
{
  HbkWorkspace *self = HBK_WORKSPACE (object);

  g_free (self->data_dir);
  g_clear_pointer (&self->vocabulary, hbk_vocabulary_unref);

  G_OBJECT_CLASS (hbk_workspace_parent_class)->finalize (object);
}

static void
hbk_workspace_class_init (HbkWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_workspace_finalize;
}

static void
hbk_workspace_init (HbkWorkspace *self)
{
}

/**
 * hbk_workspace_new:
 * @data_dir: (nullable): the directory that holds packs/; %NULL for HOURBOOK_DATA_DIR or the installed one
 *
 * Opens a workspace: what the command line and the window hold.
 *
 * Returns: (transfer full): the workspace
 */
HbkWorkspace *
hbk_workspace_new (const char *data_dir)
{
  HbkWorkspace *self = g_object_new (HBK_TYPE_WORKSPACE, NULL);

  if (data_dir == NULL)
    data_dir = g_getenv ("HOURBOOK_DATA_DIR");
  self->data_dir = g_strdup (data_dir != NULL ? data_dir : HBK_DATADIR);
  return self;
}

/**
 * hbk_workspace_get_data_dir:
 * @self: a workspace
 *
 * Gets the directory that holds packs/.
 *
 * Returns: (transfer none): the directory
 */
const char *
hbk_workspace_get_data_dir (HbkWorkspace *self)
{
  g_return_val_if_fail (HBK_IS_WORKSPACE (self), NULL);

  return self->data_dir;
}

static char *
pack_path (HbkWorkspace *self,
           const char   *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  return g_build_filename (self->data_dir, "packs", name, NULL);
}

/**
 * hbk_workspace_get_vocabulary:
 * @self: a workspace
 * @error: return location for an error
 *
 * Gets the vocabulary, reading it on first use.
 *
 * Returns: (transfer none): the vocabulary, or %NULL on error
 */
HbkVocabulary *
hbk_workspace_get_vocabulary (HbkWorkspace *self,
                              GError      **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self), NULL);

  if (self->vocabulary != NULL)
    return self->vocabulary;
  path = pack_path (self, "vocabulary");
  bytes = hbk_file_read (path, hbk_json_limits_pack.max_bytes, error);
  if (bytes == NULL)
    return NULL;
  self->vocabulary = hbk_vocabulary_read (bytes, problems);
  if (self->vocabulary == NULL)
    hbk_problems_to_error (problems, path, error);
  return self->vocabulary;
}

static gboolean
is_pack_id (const char *text)
{
  if (!g_ascii_isalpha (*text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
      return FALSE;
  return strlen (text) <= 64;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * hbk_workspace_list_packs:
 * @self: a workspace
 * @error: return location for an error
 *
 * Lists the packs that come with Hourbook.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, sorted; %NULL on error
 */
char **
hbk_workspace_list_packs (HbkWorkspace *self,
                          GError      **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autofree char *path = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self), NULL);

  path = g_build_filename (self->data_dir, "packs", NULL);
  dir = g_dir_open (path, 0, NULL);
  if (dir == NULL)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO,
                   _("%s: the rule packs are not there. Install Hourbook again, or set HOURBOOK_DATA_DIR"), path);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_str_has_suffix (name, ".json") ? g_strndup (name, strlen (name) - strlen (".json")) : NULL;

      if (id != NULL && is_pack_id (id) && !g_str_equal (id, "vocabulary"))
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  g_ptr_array_sort (ids, compare_ids);
  return (char **) g_ptr_array_steal (ids, NULL);
}

static HbkPack *
read_pack (HbkWorkspace *self,
           const char   *path,
           gboolean      thoroughly,
           HbkProblems  *problems,
           GError      **error)
{
  HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (self, error);
  g_autoptr (GBytes) bytes = vocabulary != NULL ? hbk_file_read (path, hbk_json_limits_pack.max_bytes, error) : NULL;
  g_autofree char *extends = NULL;
  g_autoptr (HbkPack) parent = NULL;
  g_autoptr (HbkPack) pack = NULL;

  if (bytes == NULL)
    return NULL;
  extends = hbk_pack_peek_extends (bytes);
  if (extends != NULL)
    {
      parent = hbk_workspace_load_pack (self, extends, error);
      if (parent == NULL)
        return NULL;
    }
  pack = hbk_pack_read (bytes, vocabulary, parent, problems);
  if (pack != NULL && thoroughly)
    hbk_pack_check (pack, bytes, problems);
  if (pack == NULL || !hbk_problems_is_empty (problems))
    {
      hbk_problems_to_error (problems, path, error);
      return NULL;
    }
  return g_steal_pointer (&pack);
}

/**
 * hbk_workspace_load_pack:
 * @self: a workspace
 * @id: id of a pack that comes with Hourbook
 * @error: return location for an error
 *
 * Loads a pack by its id, and the pack it extends.
 *
 * Returns: (transfer full): the pack, or %NULL on error
 */
HbkPack *
hbk_workspace_load_pack (HbkWorkspace *self,
                         const char   *id,
                         GError      **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *path = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && id != NULL, NULL);

  if (is_pack_id (id) && !g_str_equal (id, "vocabulary"))
    path = pack_path (self, id);
  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *shown = hbk_text_escape (id, -1, 60);

      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND,
                   _("There is no rule pack “%s”. “hourbook-cli packs” lists those there are"), shown);
      return NULL;
    }
  return read_pack (self, path, FALSE, problems, error);
}

/**
 * hbk_workspace_read_pack_file:
 * @self: a workspace
 * @path: name of a file
 * @thoroughly: also check what only matters to the author of a pack
 * @problems: gets what is wrong with the pack
 * @error: return location for an error; set when the file cannot be read or the pack has problems
 *
 * Reads a pack from a file that anybody may have written.
 *
 * Returns: (transfer full): the pack, or %NULL on error
 */
HbkPack *
hbk_workspace_read_pack_file (HbkWorkspace *self,
                              const char   *path,
                              gboolean      thoroughly,
                              HbkProblems  *problems,
                              GError      **error)
{
  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL, NULL);

  return read_pack (self, path, thoroughly, problems, error);
}

/**
 * hbk_workspace_read_logbook_file:
 * @self: a workspace
 * @path: name of a file, or "-" for standard input
 * @problems: gets what is wrong with the logbook
 * @error: return location for an error; set when the file cannot be read or the logbook has problems
 *
 * Reads a logbook in its interchange form.
 *
 * Returns: (transfer full): the logbook, or %NULL on error
 */
HbkLogbook *
hbk_workspace_read_logbook_file (HbkWorkspace *self,
                                 const char   *path,
                                 HbkProblems  *problems,
                                 GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  HbkLogbook *logbook;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL, NULL);

  bytes = hbk_file_read (path, hbk_json_limits_logbook.max_bytes, error);
  if (bytes == NULL)
    return NULL;
  logbook = hbk_logbook_read (bytes, problems);
  if (logbook == NULL)
    hbk_problems_to_error (problems, path, error);
  return logbook;
}

/**
 * hbk_workspace_check_logbook_file:
 * @self: a workspace
 * @path: name of a file, or "-" for standard input
 * @problems: gets what is wrong with the logbook, and what the vocabulary does not know
 * @error: return location for an error; set when the file cannot be read or the logbook has problems
 *
 * Reads a logbook and compares it with the vocabulary. What the vocabulary does not know is reported, and the logbook is
 * returned all the same.
 *
 * Returns: (transfer full): the logbook, or %NULL on error
 */
HbkLogbook *
hbk_workspace_check_logbook_file (HbkWorkspace *self,
                                  const char   *path,
                                  HbkProblems  *problems,
                                  GError      **error)
{
  HbkVocabulary *vocabulary;
  g_autoptr (GBytes) bytes = NULL;
  HbkLogbook *logbook;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL, NULL);

  vocabulary = hbk_workspace_get_vocabulary (self, error);
  bytes = vocabulary != NULL ? hbk_file_read (path, hbk_json_limits_logbook.max_bytes, error) : NULL;
  if (bytes == NULL)
    return NULL;
  logbook = hbk_logbook_read (bytes, problems);
  if (logbook != NULL)
    hbk_logbook_check (logbook, vocabulary, bytes, problems);
  else
    hbk_problems_to_error (problems, path, error);
  return logbook;
}
