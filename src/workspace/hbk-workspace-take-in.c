/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-blob-store.h"
#include "library/hbk-edit.h"
#include "library/hbk-file-walk.h"
#include "library/hbk-library-files.h"
#include "records/hbk-logbook-format.h"
#include "workspace/hbk-document-guess.h"
#include "workspace/hbk-inspector.h"
#include "workspace/hbk-workspace-evidence.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

#define NAME_CHARS 200

/* Taking files in: first all of them are copied, then one step says so. Until then nothing knows of the copies. */
typedef struct
{
  HbkWorkspace        *workspace;
  HbkLibrary          *library;
  HbkBlobStore        *store;
  HbkInspector        *inspector;
  HbkVocabulary       *vocabulary;
  const char          *document;
  HbkWorkspaceProgress progress;
  gpointer             user_data;
  GCancellable        *cancellable;
  GPtrArray           *taken; /* HbkTakenFile */
  GPtrArray           *fresh; /* checksums of copies that nothing knows of yet */
} Taking;

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
add_taken (Taking *taking, const char *path, const char *message)
{
  HbkTakenFile *taken = g_new0 (HbkTakenFile, 1);

  taken->path = g_strdup (path);
  taken->message = g_strdup (message);
  taken->records = g_new0 (char *, 1);
  g_ptr_array_add (taking->taken, taken);

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
inspect (Taking *taking, HbkEvidenceFile *file, GError **error)
{
  int fd = hbk_blob_store_open_blob (taking->store, file->sha256, error);
  g_autoptr (HbkInspection) inspection = NULL;
  g_autoptr (GError) own_error = NULL;

  if (fd < 0)
    return FALSE;

  inspection = hbk_inspector_inspect (taking->inspector, fd, NULL, taking->cancellable, &own_error);
  close (fd);
  if (inspection == NULL)
    {
      if (g_cancellable_is_cancelled (taking->cancellable))
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
fill_taken (Taking *taking, HbkTakenFile *taken, const HbkBlob *blob, GError **error)
{
  g_autofree char *doc = NULL;
  g_autofree char *name = make_name (taken->path);
  g_autoptr (HbkEvidenceFile) trashed = NULL;

  if (!hbk_library_lookup (taking->library, HBK_CHANGE_FILE, blob->sha256, &doc, error))
    return FALSE;
  g_strfreev (taken->records);
  taken->records = hbk_library_list_proven (taking->library, blob->sha256, error);
  if (taken->records == NULL)
    return FALSE;

  if (doc != NULL)
    {
      taken->was_there = TRUE;
      taken->file = hbk_library_get_file (taking->library, blob->sha256, error);
      return taken->file != NULL;
    }

  trashed = hbk_library_get_trashed_file (taking->library, blob->sha256, NULL);
  if (trashed != NULL)
    {
      taken->was_there = taken->was_in_trash = TRUE;
      taken->file = g_steal_pointer (&trashed);
      return TRUE;
    }

  taken->file = hbk_evidence_file_new (blob->sha256, 0, name, blob->size);
  taken->file->document = g_strdup (taking->document != NULL ? taking->document : hbk_document_guess (taking->vocabulary, name));
  taken->file->added = hbk_clock_today (taking->workspace->clock);

  return inspect (taking, taken->file, error);
}

/* ---- Copying ---- */

static void
forward_progress (guint64 done, guint64 total, gpointer user_data)
{
  Taking *taking = user_data;

  if (taking->progress != NULL)
    taking->progress (done, total, taking->user_data);
}

/* Takes in one file that is open. What is wrong with the file is said beside it; what is wrong with the disk ends all. */
static gboolean
take_fd (Taking *taking, int fd, const char *path, GError **error)
{
  g_autofree char *shown = hbk_text_escape (path, -1, NAME_CHARS);
  g_autoptr (GError) own_error = NULL;
  HbkBlob blob;

  if (!hbk_blob_store_add_fd (taking->store, fd, shown, HBK_BLOB_MAX_BYTES, taking->cancellable, forward_progress, taking, &blob, &own_error))
    {
      if (g_error_matches (own_error, HBK_ERROR, HBK_ERROR_VALUE) || g_error_matches (own_error, HBK_ERROR, HBK_ERROR_LIMIT))
        {
          add_taken (taking, path, own_error->message);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  if (!blob.was_there)
    g_ptr_array_add (taking->fresh, g_strdup (blob.sha256));

  return fill_taken (taking, add_taken (taking, path, NULL), &blob, error);
}

static gboolean
take_file (Taking *taking, const char *path, GError **error)
{
  HbkBlob blob;

  if (!hbk_blob_store_add_path (taking->store, path, HBK_BLOB_MAX_BYTES, taking->cancellable, forward_progress, taking, &blob, error))
    return FALSE;
  if (!blob.was_there)
    g_ptr_array_add (taking->fresh, g_strdup (blob.sha256));

  return fill_taken (taking, add_taken (taking, path, NULL), &blob, error);
}

static gboolean
take_folder (Taking *taking, const char *folder, GError **error)
{
  g_autoptr (HbkFileWalk) walk = hbk_file_walk_new (folder, taking->cancellable, error);

  if (walk == NULL)
    return FALSE;

  for (guint i = 0; i < hbk_file_walk_get_n_files (walk); i++)
    {
      g_autofree char *path = g_build_filename (folder, hbk_file_walk_get_name (walk, i), NULL);
      g_autoptr (GError) own_error = NULL;
      int      fd = hbk_file_walk_open (walk, i, &own_error);
      gboolean is_done;

      if (fd < 0)
        {
          add_taken (taking, path, own_error->message);
          continue;
        }
      is_done = take_fd (taking, fd, path, error);
      close (fd);
      if (!is_done)
        return FALSE;
    }

  for (guint i = 0; i < hbk_file_walk_get_n_left_out (walk); i++)
    {
      const HbkLeftOut *left_out = hbk_file_walk_get_left_out (walk, i);
      g_autofree char  *path = g_build_filename (folder, left_out->name, NULL);

      add_taken (taking, path, hbk_left_out_reason_to_text (left_out->reason));
    }

  return TRUE;
}

/* ---- The step ---- */

static gboolean
give_serials (Taking *taking, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0, next = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      if (pass == 1 && n > 0 && !hbk_library_reserve_serials (taking->library, n, &next, error))
        return FALSE;
      for (guint i = 0; i < taking->taken->len; i++)
        {
          HbkTakenFile    *taken = g_ptr_array_index (taking->taken, i);
          HbkEvidenceFile *first;

          if (taken->file == NULL || taken->was_there)
            continue;
          /* The same new file twice is one file. */
          first = g_hash_table_lookup (numbers, taken->file->sha256);
          if (first == NULL)
            {
              g_hash_table_insert (numbers, taken->file->sha256, taken->file);
              n++;
            }
          else if (pass == 1)
            {
              taken->file->serial = first->serial;
              taken->was_there = first != taken->file;
            }
          if (pass == 1 && taken->file->serial == 0)
            taken->file->serial = next++;
        }
    }

  return TRUE;
}

static gboolean
has_proof (HbkRecord *record, const char *sha256, const char *document)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      HbkEvidence *evidence = hbk_record_get_evidence (record, i);

      if (g_strcmp0 (hbk_evidence_get_sha256 (evidence), sha256) == 0 && g_str_equal (hbk_evidence_get_document (evidence), document))
        return TRUE;
    }

  return FALSE;
}

/* Attaches a file to a record in memory. */
static void
prove (HbkRecord *record, const HbkEvidenceFile *file, const char *document)
{
  const char *type = document != NULL ? document : file->document != NULL ? file->document
                                                                          : "other_document";
  g_autoptr (HbkEvidence) evidence = NULL;

  if (has_proof (record, file->sha256, type))
    return;

  evidence = hbk_evidence_new (type, file->name, file->sha256);
  hbk_record_add_evidence (record, evidence);
}

static gboolean
store_step (Taking *taking, const char *record_id, const char *correction, GError **error)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (taking->library, record_id != NULL ? HBK_JOURNAL_ATTACH : HBK_JOURNAL_TAKE_IN);
  g_autoptr (HbkRecord) record = record_id != NULL ? hbk_library_get_record (taking->library, record_id, error) : NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  if ((record_id != NULL && record == NULL) || !give_serials (taking, error))
    return FALSE;

  hbk_edit_set_correction (edit, correction);
  for (guint i = 0; i < taking->taken->len; i++)
    {
      HbkTakenFile *taken = g_ptr_array_index (taking->taken, i);

      if (taken->file == NULL)
        continue;
      if (!hbk_edit_put_file (edit, taken->file, error))
        return FALSE;
      if (record != NULL)
        prove (record, taken->file, taking->document);
    }
  if (record != NULL && !hbk_edit_put_record (edit, record, error))
    return FALSE;

  step = hbk_edit_commit (edit, error);

  return step != NULL;
}

/* What was copied and is not wanted after all. */
static void
remove_fresh (Taking *taking)
{
  for (guint i = 0; i < taking->fresh->len; i++)
    hbk_blob_store_remove (taking->store, g_ptr_array_index (taking->fresh, i), NULL);
}

static gboolean
take_all (Taking *taking, const char *const *paths, GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      gboolean is_done = g_file_test (paths[i], G_FILE_TEST_IS_DIR) ? take_folder (taking, paths[i], error) : take_file (taking, paths[i], error);

      if (!is_done)
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_workspace_take_in:
 * @self: a workspace with an open library
 * @paths: (array zero-terminated=1) (element-type filename): files, and folders with all that is in them
 * @record: (nullable): the record that they prove; %NULL for the inbox
 * @document: (nullable): the document type; %NULL for what their names say
 * @correction: (nullable): why a year that was handed in is corrected
 * @progress: (nullable) (scope call): is told how far the current file has come, in bytes
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Copies files into the library; those they came from stay as they are. The same content is kept once, and it is said where it is used
 * already. All of it is one step, and nothing is changed when it is stopped or fails.
 *
 * Returns: (transfer full) (element-type HbkTakenFile): what became of each; %NULL on error
 */
GPtrArray *
hbk_workspace_take_in (HbkWorkspace *self, const char *const *paths, const char *record, const char *document, const char *correction, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_taken_file_free);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HbkBlobStore) store = NULL;
  g_autoptr (HbkInspector) inspector = hbk_inspector_new (NULL);
  g_autoptr (HbkRecord) proven = NULL;
  Taking taking = { self, NULL, NULL, inspector, NULL, document, progress, user_data, cancellable, list, fresh };

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && paths != NULL, NULL);

  taking.library = hbk_workspace_get_library (self, error);
  taking.vocabulary = taking.library != NULL ? hbk_workspace_get_vocabulary (self, error) : NULL;
  taking.store = store = taking.vocabulary != NULL ? hbk_workspace_open_store (self, error) : NULL;
  if (store == NULL)
    return NULL;

  /* Before anything is copied. */
  proven = record != NULL ? hbk_library_get_record (taking.library, record, error) : NULL;
  if (record != NULL && proven == NULL)
    return NULL;

  if (!take_all (&taking, paths, error) || !store_step (&taking, record, correction, error))
    {
      remove_fresh (&taking);
      return NULL;
    }

  return g_steal_pointer (&list);
}

/**
 * hbk_workspace_attach:
 * @self: a workspace with an open library
 * @record: the id of a record
 * @sha256: the checksum of a file of the library
 * @document: (nullable): the document type; %NULL for the one the file is taken for
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Attaches a file that the library has to a record. One file may prove several records.
 *
 * Returns: (transfer full): the step, with number 0 when it was attached already; %NULL on error
 */
HbkJournalStep *
hbk_workspace_attach (HbkWorkspace *self, const char *record, const char *sha256, const char *document, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkEvidenceFile) file = library != NULL ? hbk_library_get_file (library, sha256, error) : NULL;
  g_autoptr (HbkRecord) proven = file != NULL ? hbk_library_get_record (library, record, error) : NULL;
  g_autoptr (HbkEdit) edit = NULL;

  if (proven == NULL)
    return NULL;

  prove (proven, file, document);
  edit = hbk_edit_new (library, HBK_JOURNAL_ATTACH);
  hbk_edit_set_correction (edit, correction);

  return hbk_edit_put_record (edit, proven, error) ? hbk_edit_commit (edit, error) : NULL;
}
