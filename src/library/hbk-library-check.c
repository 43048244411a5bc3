/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-library-check.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-blob-listing.h"
#include "library/hbk-disk.h"
#include "library/hbk-journal.h"
#include "library/hbk-library-private.h"
#include "library/hbk-record-words.h"
#include "library/hbk-schema.h"
#include "library/hbk-store.h"

#define NAME_CHARS 80

/* Looks at everything and changes nothing. Each thing found goes to @problems; only what keeps it from looking at all is an error. */
typedef struct
{
  HbkDatabase    *database;
  HbkBlobStore   *store; /* NULL when the folder is not there */
  HbkProblems    *problems;
  HbkProgressFunc progress;
  gpointer        user_data;
  GCancellable   *cancellable;
  GHashTable     *known; /* checksums of files that the database knows of, also in the trash */
  guint64         done;
  guint64         total;
} Check;

static void
report (Check *check, HbkError code, const char *where, const char *what, const char *action)
{
  hbk_problems_add (check->problems, code, 0, where, what, action);
}

static gboolean
is_stopped (Check *check, GError **error)
{
  if (!g_cancellable_is_cancelled (check->cancellable))
    return FALSE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_CANCELLED, _ ("This was stopped. Nothing was changed."));

  return TRUE;
}

/* ---- The database ---- */

static void
report_database (Check *check, const char *what)
{
  report (check, HBK_ERROR_DAMAGED, HBK_LIBRARY_DATABASE, what, _ ("Restore the last backup."));
}

/* Says whether the rest of the database is worth looking at. A newer form is no damage, but cannot be looked at. */
static gboolean
check_form (Check *check, gboolean *is_sound, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autofree char *finding = NULL;
  int              version;

  *is_sound = FALSE;
  if (!hbk_database_check (check->database, TRUE, &finding, &own_error))
    {
      g_autofree char *shown = finding != NULL ? hbk_text_escape (finding, -1, NAME_CHARS) : g_strdup (_ ("The database is damaged."));

      report_database (check, shown);
      return TRUE;
    }
  if (!hbk_schema_get_version (check->database, HBK_LIBRARY_DATABASE, hbk_schema_count (hbk_schema_migrations), &version, error))
    return FALSE;

  *is_sound = version > 0 && hbk_schema_compare (check->database, hbk_schema_migrations, version, &own_error);
  if (version == 0)
    report_database (check, _ ("The database is empty."));
  else if (!*is_sound)
    report_database (check, _ ("The database is not built as Hourbook builds it; something else has changed it."));

  return TRUE;
}

static void
check_journal (Check *check)
{
  gint64 broken;

  if (!hbk_journal_verify (check->database, &broken, NULL))
    {
      report_database (check, _ ("The journal cannot be read."));
    }
  else if (broken != 0)
    {
      g_autofree char *what = g_strdup_printf (_ ("Step %u of the journal is not as it was written."), (guint) broken);

      report_database (check, what);
    }
}

/* What is kept must be what the last step that changed it says. */
static gboolean
check_against_journal (Check *check, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (check->database, "SELECT kind, id, after, max (step) FROM change GROUP BY kind, id", error);
  gboolean      has_row = statement != NULL;

  while (has_row)
    {
      HbkChangeKind    kind;
      g_autofree char *doc = NULL;

      if (!hbk_database_next (check->database, statement, &has_row, error))
        return FALSE;
      /* What is of no kind was found in the journal itself. */
      if (!has_row || !hbk_change_kind_from_nick (hbk_database_column_text (statement, 0), &kind))
        continue;
      if (!hbk_store_lookup (check->database, kind, hbk_database_column_text (statement, 1), &doc, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      if (g_strcmp0 (doc, hbk_database_column_optional_text (statement, 2)) != 0)
        {
          g_autofree char *id = hbk_text_escape (hbk_database_column_text (statement, 1), -1, NAME_CHARS);

          report (check, HBK_ERROR_DAMAGED, id, _ ("What is kept is not what the journal says."), _ ("Restore the last backup."));
        }
    }

  return statement != NULL;
}

/* Nothing is kept that no step tells of. */
static gboolean
check_origins (Check *check, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (check->database,
                                                  "SELECT id FROM (SELECT 'record' AS kind, id FROM record UNION ALL SELECT 'file', sha256 FROM file UNION ALL SELECT kind, id FROM item) AS kept"
                                                  " WHERE NOT EXISTS (SELECT 1 FROM change WHERE change.kind = kept.kind AND change.id = kept.id)",
                                                  error);
  gboolean      has_row = statement != NULL;

  while (has_row)
    {
      g_autofree char *id = NULL;

      if (!hbk_database_next (check->database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = hbk_text_escape (hbk_database_column_text (statement, 0), -1, NAME_CHARS);
      report (check, HBK_ERROR_DAMAGED, id, _ ("What is kept is not what the journal says."), _ ("Restore the last backup."));
    }

  return statement != NULL;
}

/* The columns that records are found by are taken from what is kept of them; they must agree. */
static gboolean
is_record_consistent (sqlite3_stmt *row)
{
  g_autoptr (HbkRecord) record = hbk_store_parse_record (hbk_database_column_text (row, 1), NULL);
  g_autofree char *words = record != NULL ? hbk_record_words_collect (record) : NULL;

  return record != NULL && g_strcmp0 (hbk_record_get_id (record), hbk_database_column_text (row, 0)) == 0 &&
         hbk_record_get_start (record) == sqlite3_column_int (row, 2) && hbk_record_get_end (record) == sqlite3_column_int (row, 3) &&
         g_strcmp0 (words, hbk_database_column_text (row, 4)) == 0 &&
         g_strcmp0 (hbk_record_get_activity (record), hbk_database_column_text (row, 5)) == 0 &&
         (int) hbk_record_get_status (record) == sqlite3_column_int (row, 6) && (int) hbk_record_get_subject (record) == sqlite3_column_int (row, 7);
}

static gboolean
check_records (Check *check, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (check->database, "SELECT id, doc, first, last, words, activity, status, subject FROM record ORDER BY rowid", error);
  gboolean      has_row = statement != NULL;

  while (has_row)
    {
      if (!hbk_database_next (check->database, statement, &has_row, error))
        return FALSE;
      if (has_row && !is_record_consistent (statement))
        {
          g_autofree char *id = hbk_text_escape (hbk_database_column_text (statement, 0), -1, NAME_CHARS);

          report (check, HBK_ERROR_DAMAGED, id, _ ("The record is not as it was stored."), _ ("Restore the last backup."));
        }
    }

  return statement != NULL;
}

/* ---- Files ---- */

static void
check_file (Check *check, const HbkEvidenceFile *file, GError **error)
{
  HbkBlobState     state;
  g_autofree char *serial = hbk_evidence_file_dup_serial (file);
  g_autofree char *name = hbk_text_escape (file->name, -1, NAME_CHARS);
  g_autofree char *where = g_strdup_printf ("%s %s", serial, name);
  g_autoptr (GError) own_error = NULL;

  if (check->store == NULL)
    {
      state = HBK_BLOB_MISSING;
    }
  else if (!hbk_blob_store_verify (check->store, file->sha256, check->cancellable, &state, &own_error))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return;
    }

  check->done += file->size;
  if (check->progress != NULL)
    check->progress (MIN (check->done, check->total), check->total, check->user_data);
  switch (state)
    {
    case HBK_BLOB_MISSING:
      report (check, HBK_ERROR_MISSING, where, _ ("The file is missing."), _ ("Attach it again from where it came from, or restore a full backup."));
      return;
    case HBK_BLOB_CHANGED:
      report (check, HBK_ERROR_VALUE, where, _ ("The file was changed on the disk since it was taken in. It is kept as it is."), _ ("Attach the right one again; both are kept."));
      return;
    case HBK_BLOB_UNREADABLE:
      report (check, HBK_ERROR_IO, where, _ ("The disk does not give the file."), _ ("Check the disk and the permissions."));
      return;
    case HBK_BLOB_OK:
    default:
      return;
    }
}

static gboolean
check_files (Check *check, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_evidence_file_free);
  sqlite3_stmt *statement = hbk_database_prepare (check->database, "SELECT doc, sha256 FROM file UNION ALL SELECT doc, id FROM trash WHERE kind = 'file'", error);
  gboolean      has_row = statement != NULL;
  g_autoptr (GError) own_error = NULL;

  while (has_row)
    {
      HbkEvidenceFile *file;

      if (!hbk_database_next (check->database, statement, &has_row, error))
        return FALSE;
      file = has_row ? hbk_store_parse_file (hbk_database_column_text (statement, 0), NULL) : NULL;
      if (has_row)
        g_hash_table_add (check->known, g_strdup (hbk_database_column_text (statement, 1)));
      if (file != NULL)
        {
          g_ptr_array_add (files, file);
          check->total += file->size;
        }
      else if (has_row)
        {
          report (check, HBK_ERROR_DAMAGED, hbk_database_column_text (statement, 1), _ ("What is known of this file is not as it was stored."), _ ("Restore the last backup."));
        }
    }

  for (guint i = 0; i < files->len && own_error == NULL; i++)
    {
      if (is_stopped (check, error))
        return FALSE;
      check_file (check, g_ptr_array_index (files, i), &own_error);
    }
  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return own_error == NULL && statement != NULL;
}

static gboolean
check_leftovers (Check *check, GError **error)
{
  g_autoptr (GPtrArray) leftovers = hbk_blob_store_list_leftovers (check->store, error);

  if (leftovers == NULL)
    return FALSE;

  for (guint i = 0; i < leftovers->len; i++)
    {
      const HbkBlobLeftover *leftover = g_ptr_array_index (leftovers, i);

      if (!leftover->in_use)
        report (check, HBK_ERROR_UNKNOWN, leftover->name, _ ("This copy was not finished."), _ ("It does no harm; the next time a file is taken in it is removed."));
    }

  return TRUE;
}

static gboolean
check_strays (Check *check, GError **error)
{
  g_autoptr (HbkBlobListing) listing = hbk_blob_listing_new (check->store, error);

  if (listing == NULL)
    return FALSE;

  for (guint i = 0; i < hbk_blob_listing_get_n (listing); i++)
    {
      const char      *sha256 = hbk_blob_listing_get (listing, i)->sha256;
      g_autofree char *where = g_strdup_printf (HBK_LIBRARY_EVIDENCE "/%.2s/%s", sha256, sha256);

      if (!g_hash_table_contains (check->known, sha256))
        report (check, HBK_ERROR_UNKNOWN, where, _ ("No record and no list knows of this file. It is kept."), _ ("Take it into the inbox if it is yours, else remove it."));
    }
  for (guint i = 0; i < hbk_blob_listing_get_n_strange (listing); i++)
    {
      g_autofree char *shown = hbk_text_escape (hbk_blob_listing_get_strange (listing, i), -1, NAME_CHARS);
      g_autofree char *where = g_strdup_printf (HBK_LIBRARY_EVIDENCE "/%s", shown);

      report (check, HBK_ERROR_UNKNOWN, where, _ ("This is not a file that Hourbook put here. It is kept."), _ ("Look at it, and move it to where it belongs."));
    }

  return TRUE;
}

static gboolean
look (Check *check, GError **error)
{
  gboolean is_sound;

  if (!check_form (check, &is_sound, error))
    return FALSE;
  /* Without the list of files nothing can be said of them. */
  if (!is_sound)
    return TRUE;

  check_journal (check);
  if (!check_against_journal (check, error) || !check_origins (check, error) || !check_records (check, error) || !check_files (check, error))
    return FALSE;

  return check->store == NULL || (check_strays (check, error) && check_leftovers (check, error));
}

/**
 * hbk_library_check:
 * @dir: the folder of a library
 * @problems: gets what is not as it should be: what, where and what to do. Its code says which kind: HBK_ERROR_DAMAGED the database,
 *   HBK_ERROR_MISSING a file that is not there, HBK_ERROR_VALUE one that was changed, HBK_ERROR_IO one that cannot be read,
 *   HBK_ERROR_UNKNOWN one that nothing knows of
 * @progress: (nullable) (scope call): is told how many bytes of files were looked at
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Compares everything with its checksums: the database with its form and its journal, every file with what it was when it was taken in.
 * Nothing is repaired, and nothing is changed.
 *
 * Returns: %FALSE when it could not look
 */
gboolean
hbk_library_check (const char *dir, HbkProblems *problems, HbkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (dir, HBK_LIBRARY_DATABASE, NULL);
  g_autofree char *evidence = g_build_filename (dir, HBK_LIBRARY_EVIDENCE, NULL);
  g_autofree char *name = hbk_disk_dup_name (dir);
  g_autoptr (HbkDatabase) database = NULL;
  g_autoptr (HbkBlobStore) store = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) own_error = NULL;
  Check check = { NULL, NULL, problems, progress, user_data, cancellable, known, 0, 0 };

  g_return_val_if_fail (dir != NULL && problems != NULL, FALSE);

  if (!hbk_library_exists (dir) && hbk_library_has_remains (dir))
    {
      report_database (&check, _ ("The database is missing."));
      return TRUE;
    }
  if (!hbk_library_exists (dir))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%s: There is no library here. Make one first, or name another folder."), name);
      return FALSE;
    }

  check.database = database = hbk_database_open (path, HBK_DATABASE_READ, &own_error);
  if (database == NULL && !g_error_matches (own_error, HBK_ERROR, HBK_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (database == NULL)
    {
      report_database (&check, _ ("The database is damaged."));
      return TRUE;
    }

  if (g_file_test (evidence, G_FILE_TEST_IS_DIR))
    {
      check.store = store = hbk_blob_store_open (evidence, FALSE, error);
      if (store == NULL)
        return FALSE;
    }

  return look (&check, error);
}
