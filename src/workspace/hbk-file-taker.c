/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-blob-store.h"
#include "library/hbk-edit.h"
#include "library/hbk-file-walk.h"
#include "library/hbk-library-files.h"
#include "workspace/hbk-document-guess.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-file-taker.h"
#include "workspace/hbk-inspector.h"
#include "workspace/hbk-workspace-private.h"

/* No disk holds longer names. */
#define NAME_CHARS 255

struct _HbkFileTaker
{
  HbkWorkspace        *workspace;
  HbkLibrary          *library;
  HbkBlobStore        *store;
  HbkInspector        *inspector;
  HbkVocabulary       *vocabulary;
  char                *document;
  HbkWorkspaceProgress progress;
  gpointer             user_data;
  GCancellable        *cancellable;
  GPtrArray           *taken; /* HbkTakenFile */
  GPtrArray           *fresh; /* checksums of copies that nothing knows of yet */
};

/**
 * hbk_taken_file_free:
 * @taken: (transfer full) (nullable): what became of a file
 *
 * Frees what became of a file.
 */
void
hbk_taken_file_free (HbkTakenFile *taken)
{
  if (taken == NULL)
    return;

  g_free (taken->path);
  hbk_evidence_file_free (taken->file);
  g_strfreev (taken->records);
  g_free (taken->message);
  g_free (taken);
}

static HbkTakenFile *
add_taken (HbkFileTaker *self, const char *path, const char *message)
{
  HbkTakenFile *taken = g_new0 (HbkTakenFile, 1);

  taken->path = g_strdup (path);
  taken->message = g_strdup (message);
  taken->records = g_new0 (char *, 1);
  g_ptr_array_add (self->taken, taken);

  return taken;
}

/* ---- What the file is ---- */

static void
add_marks (HbkEvidenceFile *file, HbkInspection *inspection)
{
  static const struct
  {
    HbkInspectionFlags flag;
    const char        *mark;
  } marks[] = {
    { HBK_INSPECTION_SCRIPTS, "scripts" },
    { HBK_INSPECTION_ATTACHMENTS, "attachments" },
    { HBK_INSPECTION_FORMS, "forms" },
    { HBK_INSPECTION_LAUNCH, "launch" },
    { HBK_INSPECTION_LOCATION, "location" },
  };
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  HbkInspectionProblem problem = hbk_inspection_get_problem (inspection);

  if (problem == HBK_INSPECTION_PROBLEM_ENCRYPTED)
    g_strv_builder_add (list, "encrypted");
  else if (problem == HBK_INSPECTION_PROBLEM_DAMAGED || problem == HBK_INSPECTION_PROBLEM_EMPTY)
    g_strv_builder_add (list, "damaged");
  else if (problem == HBK_INSPECTION_PROBLEM_CRASHED || problem == HBK_INSPECTION_PROBLEM_TIMED_OUT)
    g_strv_builder_add (list, "unexamined");
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if ((hbk_inspection_get_flags (inspection) & marks[i].flag) != 0)
        g_strv_builder_add (list, marks[i].mark);
    }

  g_strfreev (file->marks);
  file->marks = g_strv_builder_end (list);
}

/* A file that cannot be looked into is kept all the same: what it is can be found out another day. */
static gboolean
inspect (HbkFileTaker *self, HbkEvidenceFile *file, GError **error)
{
  int fd = hbk_blob_store_open_blob (self->store, file->sha256, error);
  g_autoptr (HbkInspection) inspection = NULL;
  g_autoptr (GError) own_error = NULL;

  if (fd < 0)
    return FALSE;

  inspection = hbk_inspector_inspect (self->inspector, fd, NULL, self->cancellable, &own_error);
  close (fd);
  if (inspection == NULL)
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        {
          g_set_error (error, HBK_ERROR, HBK_ERROR_CANCELLED, _ ("This was stopped. Nothing was changed."));
          return FALSE;
        }
      g_debug ("The file was not examined: %s", own_error->message);
      return TRUE;
    }

  g_set_str (&file->media_type, hbk_inspection_get_media_type (inspection));
  file->pages = hbk_inspection_get_n_pages (inspection);
  file->width = hbk_inspection_get_width (inspection);
  file->height = hbk_inspection_get_height (inspection);
  add_marks (file, inspection);

  return TRUE;
}

/* The name without folders, as text, and no longer than a name may be. */
static char *
make_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  const char      *name = normal != NULL ? normal : valid;

  return g_utf8_strlen (name, -1) <= NAME_CHARS ? g_strdup (name) : g_utf8_substring (name, 0, NAME_CHARS);
}

static gboolean
find_trashed (HbkFileTaker *self, const char *sha256, HbkEvidenceFile **trashed, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  *trashed = hbk_library_get_trashed_file (self->library, sha256, &own_error);
  if (own_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

static gboolean
fill_taken (HbkFileTaker *self, HbkTakenFile *taken, const HbkBlob *blob, GError **error)
{
  g_autofree char *doc = NULL;
  g_autofree char *name = make_name (taken->path);
  g_autoptr (HbkEvidenceFile) trashed = NULL;

  if (!hbk_library_lookup (self->library, HBK_CHANGE_FILE, blob->sha256, &doc, error) || !find_trashed (self, blob->sha256, &trashed, error))
    return FALSE;
  /* A copy that mends what the library knows of stays, whatever becomes of the step. */
  if (!blob->was_there && doc == NULL && trashed == NULL)
    g_ptr_array_add (self->fresh, g_strdup (blob->sha256));
  g_strfreev (taken->records);
  taken->records = hbk_library_list_proven (self->library, blob->sha256, error);
  if (taken->records == NULL)
    return FALSE;

  if (doc != NULL)
    {
      taken->was_there = TRUE;
      taken->file = hbk_library_get_file (self->library, blob->sha256, error);
      return taken->file != NULL;
    }

  if (trashed != NULL)
    {
      taken->was_there = taken->was_in_trash = TRUE;
      taken->file = g_steal_pointer (&trashed);
      return TRUE;
    }

  taken->file = hbk_evidence_file_new (blob->sha256, 0, name, blob->size);
  taken->file->document = g_strdup (self->document != NULL ? self->document : hbk_document_guess (self->vocabulary, name));
  taken->file->added = hbk_clock_today (self->workspace->clock);

  return inspect (self, taken->file, error);
}

/* ---- Copying ---- */

static void
forward_progress (guint64 done, guint64 total, gpointer user_data)
{
  HbkFileTaker *self = user_data;

  if (self->progress != NULL)
    self->progress (done, total, self->user_data);
}

static HbkTakenFile *
take_blob (HbkFileTaker *self, const char *path, const HbkBlob *blob, GError **error)
{
  HbkTakenFile *taken = add_taken (self, path, NULL);

  return fill_taken (self, taken, blob, error) ? taken : NULL;
}

/**
 * hbk_file_taker_new:
 * @workspace: a workspace with an open library
 * @document: (nullable): the document type; %NULL for what the names of the files say
 * @progress: (nullable): is told how far the current file has come, in bytes
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Makes a taker of files.
 *
 * Returns: (transfer full): the taker, or %NULL on error
 */
HbkFileTaker *
hbk_file_taker_new (HbkWorkspace *workspace, const char *document, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (HbkBlobStore) store = hbk_workspace_open_store (workspace, error);
  HbkVocabulary *vocabulary = store != NULL ? hbk_workspace_get_vocabulary (workspace, error) : NULL;
  HbkFileTaker  *self;

  if (vocabulary == NULL)
    return NULL;

  self = g_new0 (HbkFileTaker, 1);
  self->workspace = g_object_ref (workspace);
  self->library = g_object_ref (workspace->library);
  self->store = g_steal_pointer (&store);
  self->inspector = hbk_inspector_new (NULL);
  self->vocabulary = hbk_vocabulary_ref (vocabulary);
  self->document = g_strdup (document);
  self->progress = progress;
  self->user_data = user_data;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_taken_file_free);
  self->fresh = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/* Copies that nobody wants after all. When a disk fails at the very end of a commit, the step may be stored although it was reported as
 * failed: what the library knows of stays. */
static void
remove_fresh (HbkFileTaker *self)
{
  for (guint i = 0; i < self->fresh->len; i++)
    {
      const char      *sha256 = g_ptr_array_index (self->fresh, i);
      g_autofree char *doc = NULL;

      if (hbk_library_lookup (self->library, HBK_CHANGE_FILE, sha256, &doc, NULL) && doc == NULL)
        hbk_blob_store_remove (self->store, sha256, NULL);
    }
}

/**
 * hbk_file_taker_free:
 * @self: (transfer full) (nullable): the taker
 *
 * Frees a taker. Copies of which no step tells are removed.
 */
void
hbk_file_taker_free (HbkFileTaker *self)
{
  if (self == NULL)
    return;

  remove_fresh (self);
  g_object_unref (self->workspace);
  g_object_unref (self->library);
  g_object_unref (self->store);
  g_object_unref (self->inspector);
  hbk_vocabulary_unref (self->vocabulary);
  g_free (self->document);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->taken, g_ptr_array_unref);
  g_ptr_array_unref (self->fresh);
  g_free (self);
}

/**
 * hbk_file_taker_set_document:
 * @self: the taker
 * @document: (nullable): a document type; %NULL for what the names of the files say
 *
 * Says which type the files are of that are taken from now on.
 */
void
hbk_file_taker_set_document (HbkFileTaker *self, const char *document)
{
  g_set_str (&self->document, document);
}

/**
 * hbk_file_taker_take_fd:
 * @self: the taker
 * @fd: a file, open for reading
 * @path: (type filename): where it comes from
 * @error: return location for an error: what is wrong with the disk
 *
 * Copies a file that is open. What is wrong with the file itself is said in what became of it.
 *
 * Returns: (transfer none): what became of it, or %NULL on error
 */
HbkTakenFile *
hbk_file_taker_take_fd (HbkFileTaker *self, int fd, const char *path, GError **error)
{
  g_autofree char *shown = hbk_text_escape (path, -1, NAME_CHARS);
  g_autoptr (GError) own_error = NULL;
  HbkBlob blob;

  if (hbk_blob_store_add_fd (self->store, fd, shown, HBK_BLOB_MAX_BYTES, self->cancellable, forward_progress, self, &blob, &own_error))
    return take_blob (self, path, &blob, error);

  if (g_error_matches (own_error, HBK_ERROR, HBK_ERROR_VALUE) || g_error_matches (own_error, HBK_ERROR, HBK_ERROR_LIMIT))
    return add_taken (self, path, own_error->message);

  g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}

/* The database in itself would only double it. Beside it the person may keep files of their own, and a copy under evidence that nothing knows of
 * is taken in again by its name there. */
static gboolean
is_of_library (HbkFileTaker *self, const char *path)
{
  static const char *const own[] = { "/hourbook.db", "/hourbook.lock", "/backups/" };
  g_autofree char         *library = realpath (hbk_library_get_dir (self->library), NULL);
  g_autofree char         *real = realpath (path, NULL);

  if (library == NULL || real == NULL || !g_str_has_prefix (real, library))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      if (g_str_has_prefix (real + strlen (library), own[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_folder (HbkFileTaker *self, const char *folder, GError **error)
{
  g_autoptr (HbkFileWalk) walk = hbk_file_walk_new (folder, self->cancellable, error);

  if (walk == NULL)
    return FALSE;

  for (guint i = 0; i < hbk_file_walk_get_n_files (walk); i++)
    {
      g_autofree char *path = g_build_filename (folder, hbk_file_walk_get_name (walk, i), NULL);
      g_autoptr (GError) own_error = NULL;
      int           fd;
      HbkTakenFile *taken;

      if (is_of_library (self, path))
        {
          add_taken (self, path, _ ("it belongs to the library itself"));
          continue;
        }
      fd = hbk_file_walk_open (walk, i, &own_error);
      if (fd < 0)
        {
          add_taken (self, path, own_error->message);
          continue;
        }
      taken = hbk_file_taker_take_fd (self, fd, path, error);
      close (fd);
      if (taken == NULL)
        return FALSE;
    }

  for (guint i = 0; i < hbk_file_walk_get_n_left_out (walk); i++)
    {
      const HbkLeftOut *left_out = hbk_file_walk_get_left_out (walk, i);
      g_autofree char  *path = g_build_filename (folder, left_out->name, NULL);

      add_taken (self, path, hbk_left_out_reason_to_text (left_out->reason));
    }

  return TRUE;
}

/**
 * hbk_file_taker_take:
 * @self: the taker
 * @path: (type filename): a file, or a folder with all that is in it
 * @error: return location for an error
 *
 * Copies a file, or the files of a folder. The database of the library and its backups are not taken.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_file_taker_take (HbkFileTaker *self, const char *path, GError **error)
{
  HbkBlob blob;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return take_folder (self, path, error);
  if (is_of_library (self, path))
    {
      g_autofree char *name = hbk_file_get_display_name (path);

      g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _ ("%s: This belongs to the library itself. Choose another file."), name);
      return FALSE;
    }

  return hbk_blob_store_add_path (self->store, path, HBK_BLOB_MAX_BYTES, self->cancellable, forward_progress, self, &blob, error) &&
         take_blob (self, path, &blob, error) != NULL;
}

/* ---- The step ---- */

/* The files that are new to the library, each once; the same new file a second time is said to have been there. */
static GPtrArray *
list_new (HbkFileTaker *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *files = g_ptr_array_new ();

  for (guint i = 0; i < self->taken->len; i++)
    {
      HbkTakenFile *taken = g_ptr_array_index (self->taken, i);

      if (taken->file == NULL || taken->was_there)
        continue;
      taken->was_there = !g_hash_table_add (first, taken->file->sha256);
      if (!taken->was_there)
        g_ptr_array_add (files, taken->file);
    }

  return files;
}

static void
share_serials (HbkFileTaker *self, GPtrArray *files)
{
  for (guint i = 0; i < self->taken->len; i++)
    {
      HbkTakenFile *taken = g_ptr_array_index (self->taken, i);

      for (guint j = 0; taken->file != NULL && taken->file->serial == 0 && j < files->len; j++)
        {
          const HbkEvidenceFile *file = g_ptr_array_index (files, j);

          if (g_str_equal (file->sha256, taken->file->sha256))
            taken->file->serial = file->serial;
        }
    }
}

/**
 * hbk_file_taker_put:
 * @self: the taker
 * @edit: the step that is to tell of the files
 * @error: return location for an error
 *
 * Gives the new files their serial numbers, and adds all files to a step.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_file_taker_put (HbkFileTaker *self, HbkEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) files = list_new (self);
  guint next = 0;

  if (files->len > 0 && !hbk_library_reserve_serials (self->library, files->len, &next, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    ((HbkEvidenceFile *) g_ptr_array_index (files, i))->serial = next + i;
  share_serials (self, files);

  for (guint i = 0; i < self->taken->len; i++)
    {
      const HbkTakenFile *taken = g_ptr_array_index (self->taken, i);

      if (taken->file != NULL && (!taken->was_there || taken->was_in_trash) && !hbk_edit_put_file (edit, taken->file, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_file_taker_get_taken:
 * @self: the taker
 *
 * Gets what became of the files so far.
 *
 * Returns: (transfer none) (element-type HbkTakenFile): what became of each
 */
GPtrArray *
hbk_file_taker_get_taken (HbkFileTaker *self)
{
  return self->taken;
}

/**
 * hbk_file_taker_finish:
 * @self: the taker, whose step was stored
 *
 * Takes note that a step tells of the files now, so that the copies stay.
 *
 * Returns: (transfer full) (element-type HbkTakenFile): what became of each
 */
GPtrArray *
hbk_file_taker_finish (HbkFileTaker *self)
{
  g_ptr_array_set_size (self->fresh, 0);

  return g_steal_pointer (&self->taken);
}
