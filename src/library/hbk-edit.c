/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-edit.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-library-private.h"
#include "library/hbk-store.h"
#include "records/hbk-logbook-writer.h"

#define ID_CHARS 40

struct _HbkEdit
{
  HbkLibrary     *library;
  HbkJournalStep *step;
  GHashTable     *positions; /* "kind id" → position of the change + 1 */
};

/**
 * hbk_edit_new:
 * @library: the library
 * @what: what the person does
 *
 * Begins a step.
 *
 * Returns: (transfer full): the edit
 */
HbkEdit *
hbk_edit_new (HbkLibrary *library, HbkJournalWhat what)
{
  HbkEdit *self;

  g_return_val_if_fail (HBK_IS_LIBRARY (library), NULL);

  self = g_new0 (HbkEdit, 1);
  self->library = g_object_ref (library);
  self->step = hbk_journal_step_new (what);
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * hbk_edit_free:
 * @self: (transfer full) (nullable): an edit
 *
 * Frees an edit. What was not committed is forgotten.
 */
void
hbk_edit_free (HbkEdit *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->library);
  hbk_journal_step_free (self->step);
  g_hash_table_unref (self->positions);
  g_free (self);
}

/**
 * hbk_edit_set_note:
 * @self: an edit
 * @note: (nullable): more about it, such as the name of a file
 *
 * Notes what a reader of the history may want to know.
 */
void
hbk_edit_set_note (HbkEdit *self, const char *note)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->step->note, note);
}

/**
 * hbk_edit_set_correction:
 * @self: an edit
 * @correction: (nullable): why a year that was handed in is corrected
 *
 * Gives the reason without which a year that was handed in cannot be changed.
 */
void
hbk_edit_set_correction (HbkEdit *self, const char *correction)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->step->correction, correction != NULL && *correction != '\0' ? correction : NULL);
}

/* A thing that is changed twice in one step has one change: from what it was to what it becomes. */
static gboolean
note_change (HbkEdit *self, HbkChangeKind kind, const char *id, const char *doc, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%d %s", (int) kind, id);
  guint            position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, key));
  g_autofree char *before = NULL;

  if (position > 0)
    {
      HbkChange *change = g_ptr_array_index (self->step->changes, position - 1);

      self->step->changes->pdata[position - 1] = hbk_change_new (kind, id, hbk_change_get_before (change), doc);
      hbk_change_unref (change);
      return TRUE;
    }

  if (!hbk_store_lookup (self->library->database, kind, id, &before, error))
    return FALSE;
  if (g_strcmp0 (before, doc) == 0)
    return TRUE;

  g_ptr_array_add (self->step->changes, hbk_change_new (kind, id, before, doc));
  g_hash_table_insert (self->positions, g_steal_pointer (&key), GUINT_TO_POINTER (self->step->changes->len));

  return TRUE;
}

/**
 * hbk_edit_put:
 * @self: an edit
 * @kind: what kind of thing
 * @id: which one
 * @doc: what is to be kept of it, as JSON in the form of its kind
 * @error: return location for an error
 *
 * Adds or changes a thing. Where nothing would change, nothing is noted.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_edit_put (HbkEdit *self, HbkChangeKind kind, const char *id, const char *doc, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL && doc != NULL, FALSE);

  return note_change (self, kind, id, doc, error);
}

/* A file in the trash is seen nowhere, so it would prove nothing. */
static gboolean
bring_files_back (HbkEdit *self, HbkRecord *record, GError **error)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const char      *sha256 = hbk_evidence_get_sha256 (hbk_record_get_evidence (record, i));
      g_autofree char *doc = NULL;

      if (sha256 == NULL)
        continue;
      if (!hbk_store_lookup_trash (self->library->database, HBK_CHANGE_FILE, sha256, &doc, error))
        return FALSE;
      if (doc != NULL && !note_change (self, HBK_CHANGE_FILE, sha256, doc, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_edit_put_record:
 * @self: an edit
 * @record: a record that has a date
 * @error: return location for an error
 *
 * Adds or changes a record. Files that prove it and are in the trash come back with it.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_edit_put_record (HbkEdit *self, HbkRecord *record, GError **error)
{
  g_autofree char *doc = NULL;

  g_return_val_if_fail (self != NULL && HBK_IS_RECORD (record) && hbk_record_get_start (record) != HBK_DATE_NONE, FALSE);

  doc = hbk_record_write (record);

  return hbk_edit_put (self, HBK_CHANGE_RECORD, hbk_record_get_id (record), doc, error) && bring_files_back (self, record, error);
}

/**
 * hbk_edit_put_file:
 * @self: an edit
 * @file: what is known of a file
 * @error: return location for an error
 *
 * Adds or changes a file.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_edit_put_file (HbkEdit *self, HbkEvidenceFile *file, GError **error)
{
  g_autofree char *doc = hbk_evidence_file_write (file);

  return hbk_edit_put (self, HBK_CHANGE_FILE, file->sha256, doc, error);
}

/**
 * hbk_edit_remove:
 * @self: an edit
 * @kind: what kind of thing
 * @id: which one
 * @error: return location for an error
 *
 * Takes a thing away. Records and files go to the trash.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_edit_remove (HbkEdit *self, HbkChangeKind kind, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return note_change (self, kind, id, NULL, error);
}

static gboolean
restore_doc (HbkEdit *self, HbkChangeKind kind, const char *id, const char *doc, GError **error)
{
  g_autoptr (HbkRecord) record = NULL;

  if (kind != HBK_CHANGE_RECORD)
    return note_change (self, kind, id, doc, error);

  record = hbk_store_parse_record (doc, error);

  return record != NULL && note_change (self, kind, id, doc, error) && bring_files_back (self, record, error);
}

/**
 * hbk_edit_restore:
 * @self: an edit
 * @kind: what kind of thing
 * @id: which one
 * @error: return location for an error
 *
 * Brings a thing back from the trash, a record with the files that prove it.
 *
 * Returns: %FALSE on error; HBK_ERROR_NOT_FOUND when it is not there
 */
gboolean
hbk_edit_restore (HbkEdit *self, HbkChangeKind kind, const char *id, GError **error)
{
  g_autofree char *doc = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  if (!hbk_store_lookup_trash (self->library->database, kind, id, &doc, error))
    return FALSE;
  if (doc != NULL)
    return restore_doc (self, kind, id, doc, error);

  shown = hbk_text_escape (id, -1, ID_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("“%s” is not in the trash. Look at what is there."), shown);

  return FALSE;
}

/* What was changed to and fro within the step is as it was. */
static void
drop_idle_changes (HbkEdit *self)
{
  for (guint i = self->step->changes->len; i > 0; i--)
    {
      const HbkChange *change = g_ptr_array_index (self->step->changes, i - 1);

      if (g_strcmp0 (hbk_change_get_before (change), hbk_change_get_after (change)) == 0)
        g_ptr_array_remove_index (self->step->changes, i - 1);
    }
  g_hash_table_remove_all (self->positions);
}

/**
 * hbk_edit_get_n_changes:
 * @self: an edit
 *
 * Counts what would change.
 *
 * Returns: how many changes there are so far
 */
guint
hbk_edit_get_n_changes (const HbkEdit *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->step->changes->len;
}

/**
 * hbk_edit_commit:
 * @self: an edit
 * @error: return location for an error
 *
 * Stores all of it or nothing; when it returns, the step is on the disk. An edit without changes stores nothing. An edit is committed
 * once.
 *
 * Returns: (transfer full): the step, whose number is 0 when nothing was stored; %NULL on error, such as HBK_ERROR_SEALED
 */
HbkJournalStep *
hbk_edit_commit (HbkEdit *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->step->number == 0, NULL);

  drop_idle_changes (self);
  if (self->step->changes->len > 0 && !hbk_library_store (self->library, self->step, error))
    return NULL;

  return hbk_journal_step_copy (self->step);
}
