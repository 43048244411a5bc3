/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "records/hbk-json-locate.h"
#include "records/hbk-json-scan.h"
#include "records/hbk-logbook-reader.h"
#include "rules/hbk-logbook-check.h"
#include "workspace/hbk-file-reader.h"

#define VOCABULARY "vocabulary"

/* The longest id of a pack; it is also the name of a file. */
#define PACK_ID_MAX 64

G_DEFINE_FINAL_TYPE (HbkWorkspace, hbk_workspace, G_TYPE_OBJECT)

static gboolean
is_pack_id (const char *text)
{
  if (!g_ascii_isalpha (*text) || strlen (text) > PACK_ID_MAX || g_str_equal (text, VOCABULARY))
    return FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
        return FALSE;
    }

  return TRUE;
}

static char *
path_in (const char *dir, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  return g_build_filename (dir, name, NULL);
}

/* The file of a pack in a folder, or NULL where there is none. */
static char *
find_pack (const char *dir, const char *id)
{
  g_autofree char *path = NULL;

  if (!is_pack_id (id))
    return NULL;

  path = path_in (dir, id);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

static void
set_installation_error (HbkWorkspace *self, GError **error)
{
  g_autofree char *name = hbk_file_get_display_name (self->packs_dir);

  g_set_error (error, HBK_ERROR, HBK_ERROR_INSTALLATION, _("%s: The rule packs are not there. Install Hourbook again, or correct HOURBOOK_DATA_DIR."), name);
}

static void
set_problems_error (const HbkProblems *problems, const char *path, GError **error)
{
  g_autofree char *name = hbk_file_get_display_name (path);

  hbk_problems_to_error (problems, name, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The pack that another extends. It may lie beside it, so that authors can work on both, or come with Hourbook. */
static GBytes *
read_parent (HbkWorkspace *self, const char *id, const char *child_path, char **path, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (child_path);

  *path = g_str_equal (child_path, "-") ? NULL : find_pack (dir, id);
  if (*path == NULL)
    *path = find_pack (self->packs_dir, id);

  return *path != NULL ? hbk_file_read (*path, hbk_json_limits_pack.max_bytes, error) : NULL;
}

/*
 * Gives no parent where the pack extends none, and where the one that it names cannot be used: the reader of packs then
 * says so. Fails when the parent is there but is not in order, for then it is the file to mend.
 */
static gboolean
load_parent (HbkWorkspace *self, GBytes *bytes, const char *path, HbkPack **parent, HbkProblems *problems, GError **error)
{
  g_autoptr (HbkProblems) parent_problems = hbk_problems_new ();
  g_autofree char *id = hbk_pack_peek_extends (bytes);
  g_autofree char *parent_path = NULL;
  g_autofree char *above = NULL;
  g_autoptr (GBytes) parent_bytes = NULL;
  g_autoptr (GError) own_error = NULL;

  *parent = NULL;
  if (id == NULL)
    return TRUE;

  parent_bytes = read_parent (self, id, path, &parent_path, &own_error);
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (parent_bytes == NULL)
    return TRUE;

  above = hbk_pack_peek_extends (parent_bytes);
  if (above != NULL && !g_str_equal (above, id))
    {
      int line = hbk_json_locate (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "$.extends");

      hbk_problems_add (problems, HBK_ERROR_REFERENCE, line, "$.extends", _("The pack that this one extends itself extends another."), _("Extend a pack that stands by itself."));
      set_problems_error (problems, path, error);
      return FALSE;
    }
  if (above != NULL)
    return TRUE;

  *parent = hbk_pack_read (parent_bytes, self->vocabulary, NULL, parent_problems);
  if (*parent == NULL)
    set_problems_error (parent_problems, parent_path, error);

  return *parent != NULL;
}

static HbkPack *
read_pack (HbkWorkspace *self, const char *path, gboolean thoroughly, HbkProblems *problems, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HbkPack) parent = NULL;
  g_autoptr (HbkPack) pack = NULL;

  if (hbk_workspace_get_vocabulary (self, error) == NULL)
    return NULL;

  bytes = hbk_file_read (path, hbk_json_limits_pack.max_bytes, error);
  if (bytes == NULL || !load_parent (self, bytes, path, &parent, problems, error))
    return NULL;

  pack = hbk_pack_read (bytes, self->vocabulary, parent, problems);
  if (pack != NULL && thoroughly)
    hbk_pack_check (pack, bytes, problems);

  if (!hbk_problems_is_empty (problems))
    {
      set_problems_error (problems, path, error);
      return NULL;
    }

  return g_steal_pointer (&pack);
}

static void
hbk_workspace_finalize (GObject *object)
{
  HbkWorkspace *self = HBK_WORKSPACE (object);

  g_free (self->data_dir);
  g_free (self->packs_dir);
  g_clear_pointer (&self->vocabulary, hbk_vocabulary_unref);
  g_clear_pointer (&self->vocabulary_bytes, g_bytes_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->clock);

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
  self->clock = hbk_clock_new_system ();
}

/**
 * hbk_workspace_new:
 * @data_dir: (nullable): the folder that holds packs/; %NULL for HOURBOOK_DATA_DIR or the installed one
 *
 * Opens a workspace. Nothing is read before it is asked for.
 *
 * Returns: (transfer full): the workspace
 */
HbkWorkspace *
hbk_workspace_new (const char *data_dir)
{
  HbkWorkspace *self = g_object_new (HBK_TYPE_WORKSPACE, NULL);
  const char   *wanted = data_dir != NULL ? data_dir : g_getenv ("HOURBOOK_DATA_DIR");

  self->data_dir = g_strdup (wanted != NULL && *wanted != '\0' ? wanted : HBK_DATADIR);
  self->packs_dir = g_build_filename (self->data_dir, "packs", NULL);

  return self;
}

/**
 * hbk_workspace_get_data_dir:
 * @self: a workspace
 *
 * Gets the folder that holds packs/.
 *
 * Returns: (transfer none): the folder
 */
const char *
hbk_workspace_get_data_dir (HbkWorkspace *self)
{
  g_return_val_if_fail (HBK_IS_WORKSPACE (self), NULL);

  return self->data_dir;
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
hbk_workspace_get_vocabulary (HbkWorkspace *self, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) own_error = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self), NULL);

  if (self->vocabulary != NULL)
    return self->vocabulary;

  path = path_in (self->packs_dir, VOCABULARY);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      set_installation_error (self, error);
      return NULL;
    }

  bytes = hbk_file_read (path, hbk_json_limits_pack.max_bytes, error);
  if (bytes == NULL)
    return NULL;

  self->vocabulary = hbk_vocabulary_read (bytes, problems);
  if (self->vocabulary == NULL)
    {
      set_problems_error (problems, path, &own_error);
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_INSTALLATION, own_error->message);
    }
  else
    self->vocabulary_bytes = g_steal_pointer (&bytes);

  return self->vocabulary;
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
hbk_workspace_list_packs (HbkWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self), NULL);

  dir = g_dir_open (self->packs_dir, 0, NULL);
  if (dir == NULL)
    {
      set_installation_error (self, error);
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_str_has_suffix (name, ".json") ? g_strndup (name, strlen (name) - strlen (".json")) : NULL;
      g_autofree char *path = id != NULL ? find_pack (self->packs_dir, id) : NULL;

      if (path != NULL)
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  g_ptr_array_sort (ids, compare_ids);

  return (char **) g_ptr_array_steal (ids, NULL);
}

/**
 * hbk_workspace_load_pack:
 * @self: a workspace
 * @id: id of a pack that comes with Hourbook
 * @error: return location for an error; HBK_ERROR_NOT_FOUND when there is no such pack
 *
 * Loads a pack by its id, and the pack it extends.
 *
 * Returns: (transfer full): the pack, or %NULL on error
 */
HbkPack *
hbk_workspace_load_pack (HbkWorkspace *self, const char *id, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *path = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && id != NULL, NULL);

  if (!g_file_test (self->packs_dir, G_FILE_TEST_IS_DIR))
    {
      set_installation_error (self, error);
      return NULL;
    }

  path = find_pack (self->packs_dir, id);
  if (path == NULL)
    {
      g_autofree char *shown = hbk_text_escape (id, -1, PACK_ID_MAX);

      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _("There is no rule pack “%s”."), shown);
      return NULL;
    }

  return read_pack (self, path, FALSE, problems, error);
}

/**
 * hbk_workspace_check_pack_file:
 * @self: a workspace
 * @path: name of a file, or "-" for standard input
 * @problems: gets what is wrong with the pack
 * @error: return location for an error; set when the file cannot be read or the pack has problems
 *
 * Reads a pack that anybody may have written, and looks for all that its author would want to know.
 *
 * The pack it extends is looked for beside it, then among those that come with Hourbook.
 *
 * Returns: (transfer full): the pack, or %NULL on error
 */
HbkPack *
hbk_workspace_check_pack_file (HbkWorkspace *self, const char *path, HbkProblems *problems, GError **error)
{
  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL && problems != NULL, NULL);

  return read_pack (self, path, TRUE, problems, error);
}

HbkPack *
hbk_workspace_read_kept_pack (HbkWorkspace *self, GBytes *pack, GBytes *parent, GBytes *vocabulary, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) words = hbk_vocabulary_read (vocabulary, problems);
  g_autoptr (HbkPack) above = words != NULL && parent != NULL ? hbk_pack_read (parent, words, NULL, problems) : NULL;
  HbkPack *kept = words != NULL && (parent == NULL || above != NULL) ? hbk_pack_read (pack, words, above, problems) : NULL;

  if (kept == NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _("This Hourbook cannot read the rules by which a closed year was computed. Take the rules of today for it."));

  return kept;
}

static HbkLogbook *
read_logbook (const char *path, GBytes *bytes, HbkProblems *problems, GError **error)
{
  HbkLogbook *logbook = hbk_logbook_read (bytes, problems);

  if (logbook == NULL)
    set_problems_error (problems, path, error);

  return logbook;
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
hbk_workspace_read_logbook_file (HbkWorkspace *self, const char *path, HbkProblems *problems, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL && problems != NULL, NULL);

  bytes = hbk_file_read (path, hbk_json_limits_logbook.max_bytes, error);

  return bytes != NULL ? read_logbook (path, bytes, problems, error) : NULL;
}

/**
 * hbk_workspace_check_logbook_file:
 * @self: a workspace
 * @path: name of a file, or "-" for standard input
 * @problems: gets what is wrong with the logbook, and what the vocabulary does not know
 * @error: return location for an error; set when the file cannot be read or is no logbook
 *
 * Reads a logbook and compares it with the vocabulary. What the vocabulary does not know is reported, and the logbook is
 * given all the same.
 *
 * Returns: (transfer full): the logbook, or %NULL on error
 */
HbkLogbook *
hbk_workspace_check_logbook_file (HbkWorkspace *self, const char *path, HbkProblems *problems, GError **error)
{
  HbkVocabulary *vocabulary;
  HbkLogbook    *logbook;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL && problems != NULL, NULL);

  vocabulary = hbk_workspace_get_vocabulary (self, error);
  bytes = vocabulary != NULL ? hbk_file_read (path, hbk_json_limits_logbook.max_bytes, error) : NULL;
  if (bytes == NULL)
    return NULL;

  logbook = read_logbook (path, bytes, problems, error);
  if (logbook != NULL)
    hbk_logbook_check (logbook, vocabulary, bytes, problems);

  return logbook;
}
