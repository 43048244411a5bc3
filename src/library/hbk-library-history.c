/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-library-private.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-journal.h"
#include "library/hbk-seal.h"
#include "disk/hbk-sha256.h"
#include "library/hbk-store.h"

/* A file that was removed from the trash does not come back: what is kept of it would speak of nothing. The rest of the step does. */
static gboolean
is_gone_for_good (HbkLibrary *self, const HbkChange *change, gboolean *is_gone, GError **error)
{
  const char      *id = hbk_change_get_id (change);
  g_autofree char *present = NULL;
  g_autofree char *trashed = NULL;

  *is_gone = FALSE;
  if (hbk_change_get_kind (change) != HBK_CHANGE_FILE)
    return TRUE;
  if (!hbk_store_lookup (self->database, HBK_CHANGE_FILE, id, &present, error) || !hbk_store_lookup_trash (self->database, HBK_CHANGE_FILE, id, &trashed, error))
    return FALSE;
  *is_gone = present == NULL && trashed == NULL;

  return TRUE;
}

/* The step that leads back over @of, or over it again. */
static HbkJournalStep *
make_opposite (HbkLibrary *self, HbkJournalWhat what, const HbkJournalStep *of, const char *correction, GError **error)
{
  g_autoptr (HbkJournalStep) step = hbk_journal_step_new (what);

  step->of = of->number;
  step->of_what = of->what;
  step->note = g_strdup (of->note);
  step->correction = g_strdup (correction);
  for (guint i = 0; i < of->changes->len; i++)
    {
      HbkChange *change = g_ptr_array_index (of->changes, what == HBK_JOURNAL_UNDO ? of->changes->len - 1 - i : i);
      g_autoptr (HbkChange) opposite = what == HBK_JOURNAL_UNDO ? hbk_change_new_inverse (change) : hbk_change_ref (change);
      gboolean is_gone;

      if (!is_gone_for_good (self, opposite, &is_gone, error))
        return NULL;
      if (!is_gone)
        g_ptr_array_add (step->changes, g_steal_pointer (&opposite));
    }

  return g_steal_pointer (&step);
}

/* What is undone or done again next. */
static HbkJournalStep *
find_next (HbkLibrary *self, HbkJournalWhat what, GError **error)
{
  gint64 number;

  if (!(what == HBK_JOURNAL_UNDO ? hbk_journal_get_undo (self->database, &number, error) : hbk_journal_get_redo (self->database, &number, error)))
    return NULL;
  if (number != 0)
    return hbk_journal_read (self->database, number, error);

  if (what == HBK_JOURNAL_UNDO)
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("There is nothing to do again."));

  return NULL;
}

/* All in one transaction: the database is locked once, and nothing comes in between. */
static HbkJournalStep *
go (HbkLibrary *self, HbkJournalWhat what, const char *correction, GError **error)
{
  g_autoptr (HbkJournalStep) of = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  if (!hbk_library_check_writable (self, error) || !hbk_database_begin (self->database, error))
    return NULL;

  of = find_next (self, what, error);
  step = of != NULL ? make_opposite (self, what, of, correction, error) : NULL;
  if (step == NULL)
    {
      hbk_database_roll_back (self->database);
      return NULL;
    }

  return hbk_library_store_begun (self, step, error) ? g_steal_pointer (&step) : NULL;
}

/**
 * hbk_library_undo:
 * @self: a library
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Undoes the last step that was not undone yet. There is no limit, and a restart makes no difference. Years that were closed or handed
 * in stay so.
 *
 * Returns: (transfer full): the step that was stored for it; %NULL with HBK_ERROR_NOT_FOUND when there is nothing to undo, or another error
 */
HbkJournalStep *
hbk_library_undo (HbkLibrary *self, const char *correction, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  return go (self, HBK_JOURNAL_UNDO, correction, error);
}

/**
 * hbk_library_redo:
 * @self: a library
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full): the step that was stored for it; %NULL with HBK_ERROR_NOT_FOUND when there is nothing to do again, or another error
 */
HbkJournalStep *
hbk_library_redo (HbkLibrary *self, const char *correction, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  return go (self, HBK_JOURNAL_REDO, correction, error);
}

/**
 * hbk_library_peek:
 * @self: a library
 * @undo: (out): the number of the step that would be undone; 0 when there is none
 * @redo: (out): the number of the step that would be done again; 0 when there is none
 * @error: return location for an error
 *
 * Says what undo and redo would act on.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_peek (HbkLibrary *self, gint64 *undo, gint64 *redo, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self), FALSE);

  return hbk_journal_get_undo (self->database, undo, error) && hbk_journal_get_redo (self->database, redo, error);
}

/**
 * hbk_library_list_steps:
 * @self: a library
 * @record: (nullable): the id of a record, for the steps that changed it; %NULL for all
 * @limit: how many at most
 * @error: return location for an error
 *
 * Lists what was done, the newest first.
 *
 * Returns: (transfer full) (element-type HbkJournalStep): the steps, or %NULL on error
 */
GPtrArray *
hbk_library_list_steps (HbkLibrary *self, const char *record, guint limit, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  if (record == NULL)
    return hbk_journal_list (self->database, limit, error);

  return hbk_journal_list_of (self->database, HBK_CHANGE_RECORD, record, limit, error);
}

/**
 * hbk_library_was_imported:
 * @self: a library
 * @record: the id of a record
 * @was_imported: (out): whether it is as an import left it
 * @error: return location for an error
 *
 * Says whether the person has touched a record since it was imported.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_was_imported (HbkLibrary *self, const char *record, gboolean *was_imported, GError **error)
{
  g_autoptr (GPtrArray) steps = hbk_library_list_steps (self, record, 1, error);
  const HbkJournalStep *last;

  if (steps == NULL)
    return FALSE;

  last = steps->len > 0 ? g_ptr_array_index (steps, 0) : NULL;
  *was_imported = last != NULL && (last->what == HBK_JOURNAL_IMPORT || (last->what == HBK_JOURNAL_REDO && last->of_what == HBK_JOURNAL_IMPORT));

  return TRUE;
}

/* ---- Years ---- */

/**
 * hbk_library_list_years:
 * @self: a library
 * @error: return location for an error
 *
 * Lists the years that were closed or handed in.
 *
 * Returns: (transfer full) (element-type HbkYearEntry): the years, the earliest first; %NULL on error
 */
GPtrArray *
hbk_library_list_years (HbkLibrary *self, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  return hbk_seal_list_years (self->database, error);
}

/**
 * hbk_library_has_year_changed:
 * @self: a library
 * @entry: a year that was handed in
 * @has_changed: (out): whether one of its records is not as it was handed in
 * @error: return location for an error
 *
 * Compares a year with what was handed in.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_has_year_changed (HbkLibrary *self, const HbkYearEntry *entry, gboolean *has_changed, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self), FALSE);

  return hbk_seal_has_changed (self->database, entry, has_changed, error);
}

/**
 * hbk_library_keep_rules:
 * @self: a library
 * @rules: the bytes of a rule pack or vocabulary
 * @sha256: (out) (transfer full): their checksum, to get them again by
 * @error: return location for an error
 *
 * Keeps rules, so that a year that was closed by them can be computed by them for ever.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_keep_rules (HbkLibrary *self, GBytes *rules, char **sha256, GError **error)
{
  sqlite3_stmt *statement;
  gsize         length;
  const void   *data;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && rules != NULL && sha256 != NULL, FALSE);

  if (!hbk_library_check_writable (self, error))
    return FALSE;

  data = g_bytes_get_data (rules, &length);
  *sha256 = hbk_sha256_bytes (data, length);
  statement = hbk_database_prepare (self->database, "INSERT OR IGNORE INTO rules (sha256, content) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  hbk_database_bind_text (statement, 1, *sha256);
  sqlite3_bind_blob64 (statement, 2, data, length, SQLITE_STATIC);

  return hbk_database_finish (self->database, statement, error);
}

/**
 * hbk_library_get_rules:
 * @self: a library
 * @sha256: the checksum of rules that were kept
 * @error: return location for an error
 *
 * Gets rules again.
 *
 * Returns: (transfer full): their bytes; %NULL with HBK_ERROR_DAMAGED when they are not as they were, or another error
 */
GBytes *
hbk_library_get_rules (HbkLibrary *self, const char *sha256, GError **error)
{
  sqlite3_stmt    *statement;
  gboolean         has_row;
  GBytes          *rules = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && sha256 != NULL, NULL);

  statement = hbk_database_prepare (self->database, "SELECT content FROM rules WHERE sha256 = ?1", error);
  if (statement == NULL)
    return NULL;
  hbk_database_bind_text (statement, 1, sha256);
  if (!hbk_database_next (self->database, statement, &has_row, error))
    return NULL;
  if (has_row)
    {
      found = hbk_sha256_bytes (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
      if (g_str_equal (found, sha256))
        rules = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
      sqlite3_reset (statement);
    }
  if (rules == NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("The rules by which a closed year was computed are damaged. Restore the last backup."));

  return rules;
}
