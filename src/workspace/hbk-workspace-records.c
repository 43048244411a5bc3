/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-library.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-edit.h"
#include "library/hbk-library-backups.h"
#include "library/hbk-library-files.h"
#include "records/hbk-logbook-writer.h"
#include "workspace/hbk-workspace-private.h"

/* ---- Records ---- */

static gboolean
load_extra (HbkLibrary *library, HbkLogbook *logbook, GError **error)
{
  g_autoptr (GPtrArray) items = hbk_library_list_items (library, HBK_CHANGE_EXTRA, error);
  g_autoptr (JsonObject) extra = NULL;

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const HbkChange *item = g_ptr_array_index (items, i);
      JsonNode        *node = json_from_string (hbk_change_get_after (item), NULL);

      if (node == NULL)
        continue;
      if (extra == NULL)
        extra = json_object_new ();
      json_object_set_member (extra, hbk_change_get_id (item), node);
    }
  hbk_logbook_set_extra (logbook, extra);

  return TRUE;
}

/**
 * hbk_workspace_load_logbook:
 * @self: a workspace with an open library
 * @as_of: the day whose profile the logbook gets
 * @error: return location for an error
 *
 * Reads all records of the library into a logbook.
 *
 * Returns: (transfer full): the logbook, or %NULL on error
 */
HbkLogbook *
hbk_workspace_load_logbook (HbkWorkspace *self, HbkDate as_of, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (HbkFacts) attributes = NULL;

  if (library == NULL || !hbk_library_load_records (library, logbook, error) || !load_extra (library, logbook, error))
    return NULL;

  attributes = hbk_library_dup_profile (library, as_of, error);
  if (attributes == NULL)
    return NULL;
  hbk_profile_set_attributes (hbk_logbook_get_profile (logbook), attributes);

  return g_steal_pointer (&logbook);
}

/**
 * hbk_workspace_list_records:
 * @self: a workspace with an open library
 * @query: (nullable): which records are wanted; %NULL for all
 * @offset: how many to leave out at the beginning
 * @limit: how many at most
 * @n_total: (out) (optional): how many there are, without offset and limit
 * @error: return location for an error
 *
 * Lists records, the newest first.
 *
 * Returns: (transfer full) (element-type HbkRecord): the records, or %NULL on error
 */
GPtrArray *
hbk_workspace_list_records (HbkWorkspace *self, const HbkRecordQuery *query, guint offset, guint limit, guint *n_total, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_list (library, query, offset, limit, n_total, error) : NULL;
}

/**
 * hbk_workspace_expand_record_id:
 * @self: a workspace with an open library
 * @typed: an id, or how one begins
 * @error: return location for an error
 *
 * Finds the record that a person means, also in the trash.
 *
 * Returns: (transfer full): the id; %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_DUPLICATE or another error
 */
char *
hbk_workspace_expand_record_id (HbkWorkspace *self, const char *typed, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_expand_id (library, typed, error) : NULL;
}

/**
 * hbk_workspace_make_record_id:
 * @self: a workspace with an open library
 * @error: return location for an error
 *
 * Makes an id for a new record.
 *
 * Returns: (transfer full): the id, or %NULL on error
 */
char *
hbk_workspace_make_record_id (HbkWorkspace *self, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_make_id (library, error) : NULL;
}

/**
 * hbk_workspace_get_record:
 * @self: a workspace with an open library
 * @id: the id of a record
 * @error: return location for an error
 *
 * Gets a record. Change it as you like; [method@Workspace.save_record] stores what it has become.
 *
 * Returns: (transfer full): the record; %NULL with HBK_ERROR_NOT_FOUND or another error
 */
HbkRecord *
hbk_workspace_get_record (HbkWorkspace *self, const char *id, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_get_record (library, id, error) : NULL;
}

/**
 * hbk_workspace_save_record:
 * @self: a workspace with an open library
 * @record: a record that has a date
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Adds a record, or stores what it has become.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had changed; %NULL with HBK_ERROR_SEALED or another error
 */
HbkJournalStep *
hbk_workspace_save_record (HbkWorkspace *self, HbkRecord *record, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkEdit) edit = NULL;
  g_autofree char *before = NULL;

  g_return_val_if_fail (HBK_IS_RECORD (record), NULL);

  if (library == NULL || !hbk_library_lookup (library, HBK_CHANGE_RECORD, hbk_record_get_id (record), &before, error))
    return NULL;

  edit = hbk_edit_new (library, before != NULL ? HBK_JOURNAL_EDIT : HBK_JOURNAL_ADD);
  hbk_edit_set_correction (edit, correction);

  return hbk_edit_put_record (edit, record, error) ? hbk_edit_commit (edit, error) : NULL;
}

/**
 * hbk_workspace_remove_records:
 * @self: a workspace with an open library
 * @ids: (array zero-terminated=1): the ids of records
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Moves records to the trash, all of them or none. Their files stay.
 *
 * Returns: (transfer full): the step; %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_SEALED or another error
 */
HbkJournalStep *
hbk_workspace_remove_records (HbkWorkspace *self, const char *const *ids, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkEdit) edit = NULL;

  g_return_val_if_fail (ids != NULL, NULL);

  if (library == NULL)
    return NULL;

  edit = hbk_edit_new (library, HBK_JOURNAL_REMOVE);
  hbk_edit_set_correction (edit, correction);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (HbkRecord) record = hbk_library_get_record (library, ids[i], error);

      if (record == NULL || !hbk_edit_remove (edit, HBK_CHANGE_RECORD, ids[i], error))
        return NULL;
    }

  return hbk_edit_commit (edit, error);
}

/* ---- Trash and history ---- */

/**
 * hbk_workspace_list_trash:
 * @self: a workspace with an open library
 * @error: return location for an error
 *
 * Lists what was removed and can be restored.
 *
 * Returns: (transfer full) (element-type HbkTrashEntry): what was removed last first; %NULL on error
 */
GPtrArray *
hbk_workspace_list_trash (HbkWorkspace *self, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_list_trash (library, error) : NULL;
}

/* The checksum of the file in the trash that has a serial number. */
static char *
find_trashed_file (HbkLibrary *library, guint serial, GError **error)
{
  g_autoptr (GPtrArray) entries = hbk_library_list_trash (library, error);

  if (entries == NULL)
    return NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const HbkTrashEntry *entry = g_ptr_array_index (entries, i);

      if (entry->file != NULL && entry->file->serial == serial)
        return g_strdup (entry->file->sha256);
    }

  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("There is no file XS-%04u in the trash. Look at what is there."), serial);

  return NULL;
}

static gboolean
restore_one (HbkLibrary *library, HbkEdit *edit, const char *id, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) own_error = NULL;
  guint serial;

  /* The id of a record may look like a number. */
  if (hbk_edit_restore (edit, HBK_CHANGE_RECORD, id, &own_error))
    return TRUE;
  if (!g_error_matches (own_error, HBK_ERROR, HBK_ERROR_NOT_FOUND) || !hbk_evidence_file_parse_serial (id, &serial))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  sha256 = find_trashed_file (library, serial, error);

  return sha256 != NULL && hbk_edit_restore (edit, HBK_CHANGE_FILE, sha256, error);
}

/**
 * hbk_workspace_restore:
 * @self: a workspace with an open library
 * @ids: (array zero-terminated=1): ids of records, or serial numbers of files
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Brings records and files back from the trash, all of them or none.
 *
 * Returns: (transfer full): the step; %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_SEALED or another error
 */
HbkJournalStep *
hbk_workspace_restore (HbkWorkspace *self, const char *const *ids, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkEdit) edit = NULL;

  g_return_val_if_fail (ids != NULL, NULL);

  if (library == NULL)
    return NULL;

  edit = hbk_edit_new (library, HBK_JOURNAL_RESTORE);
  hbk_edit_set_correction (edit, correction);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!restore_one (library, edit, ids[i], error))
        return NULL;
    }

  return hbk_edit_commit (edit, error);
}

/**
 * hbk_workspace_undo:
 * @self: a workspace with an open library
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Undoes the last step that was not undone yet, however long ago it was.
 *
 * Returns: (transfer full): the step that was stored for it; %NULL with HBK_ERROR_NOT_FOUND when there is nothing to undo
 */
HbkJournalStep *
hbk_workspace_undo (HbkWorkspace *self, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_undo (library, correction, error) : NULL;
}

/**
 * hbk_workspace_redo:
 * @self: a workspace with an open library
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full): the step that was stored for it; %NULL with HBK_ERROR_NOT_FOUND when there is nothing to do again
 */
HbkJournalStep *
hbk_workspace_redo (HbkWorkspace *self, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_redo (library, correction, error) : NULL;
}

/**
 * hbk_workspace_list_steps:
 * @self: a workspace with an open library
 * @record: (nullable): the id of a record, for the steps that changed it; %NULL for all
 * @limit: how many at most
 * @error: return location for an error
 *
 * Lists what was done, the newest first.
 *
 * Returns: (transfer full) (element-type HbkJournalStep): the steps, or %NULL on error
 */
GPtrArray *
hbk_workspace_list_steps (HbkWorkspace *self, const char *record, guint limit, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_list_steps (library, record, limit, error) : NULL;
}
