/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-store.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "base/hbk-error.h"
#include "library/hbk-record-words.h"
#include "records/hbk-logbook-reader.h"
#include "records/hbk-year-entry.h"

static void
set_damaged_error (const HbkProblems *problems, GError **error)
{
  HbkProblem *problem = hbk_problems_get (problems, 0);

  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("What the library keeps cannot be read: %s It is left as it is; restore the last backup."), hbk_problem_get_what (problem));
}

/**
 * hbk_store_parse_record:
 * @doc: a record as the store keeps it
 * @error: return location for an error
 *
 * Reads a record.
 *
 * Returns: (transfer full): the record, or %NULL with HBK_ERROR_DAMAGED
 */
HbkRecord *
hbk_store_parse_record (const char *doc, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (doc, strlen (doc));
  HbkRecord *record = hbk_record_read (bytes, problems);

  if (record == NULL)
    set_damaged_error (problems, error);

  return record;
}

/**
 * hbk_store_parse_file:
 * @doc: a file as the store keeps it
 * @error: return location for an error
 *
 * Reads what is known of a file.
 *
 * Returns: (transfer full): the file, or %NULL with HBK_ERROR_DAMAGED
 */
HbkEvidenceFile *
hbk_store_parse_file (const char *doc, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (doc, strlen (doc));
  HbkEvidenceFile *file = hbk_evidence_file_read (bytes, problems);

  if (file == NULL)
    set_damaged_error (problems, error);

  return file;
}

/* What could not be read again must not be stored. */
static gboolean
accept (gboolean is_read, const HbkProblems *problems, GError **error)
{
  HbkProblem *problem;

  if (is_read)
    return TRUE;

  problem = hbk_problems_get (problems, 0);
  g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _ ("This cannot be stored: %1$s %2$s"), hbk_problem_get_what (problem), hbk_problem_get_action (problem));

  return FALSE;
}

static gboolean
accept_id (const char *id, const char *found, GError **error)
{
  if (g_str_equal (id, found))
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _ ("This cannot be stored: it is not what it is said to be. Take it from another backup."));

  return FALSE;
}

static const char *
lookup_sql (HbkChangeKind kind)
{
  switch (kind)
    {
    case HBK_CHANGE_RECORD:
      return "SELECT doc FROM record WHERE id = ?1";
    case HBK_CHANGE_FILE:
      return "SELECT doc FROM file WHERE sha256 = ?1";
    case HBK_CHANGE_PROFILE:
    case HBK_CHANGE_READING:
    case HBK_CHANGE_YEAR:
    case HBK_CHANGE_EXTRA:
    default:
      return "SELECT doc FROM item WHERE id = ?1 AND kind = ?2";
    }
}

static gboolean
look_up (HbkDatabase *database, const char *sql, HbkChangeKind kind, const char *id, char **doc, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, sql, error);
  gboolean      has_row;

  *doc = NULL;
  if (statement == NULL)
    return FALSE;
  hbk_database_bind_text (statement, 1, id);
  if (sqlite3_bind_parameter_count (statement) > 1)
    hbk_database_bind_text (statement, 2, hbk_change_kind_to_nick (kind));
  if (!hbk_database_next (database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *doc = g_strdup (hbk_database_column_text (statement, 0));
      sqlite3_reset (statement);
    }

  return TRUE;
}

/**
 * hbk_store_lookup:
 * @database: the database
 * @kind: what kind of thing
 * @id: which one
 * @doc: (out) (transfer full) (nullable): what is kept of it, %NULL when there is none
 * @error: return location for an error
 *
 * Looks up what is kept of a thing.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_store_lookup (HbkDatabase *database, HbkChangeKind kind, const char *id, char **doc, GError **error)
{
  g_return_val_if_fail (database != NULL && id != NULL && doc != NULL, FALSE);

  return look_up (database, lookup_sql (kind), kind, id, doc, error);
}

/**
 * hbk_store_lookup_trash:
 * @database: the database
 * @kind: what kind of thing
 * @id: which one
 * @doc: (out) (transfer full) (nullable): what the trash holds of it, %NULL when it is not there
 * @error: return location for an error
 *
 * Looks up what is in the trash.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_store_lookup_trash (HbkDatabase *database, HbkChangeKind kind, const char *id, char **doc, GError **error)
{
  g_return_val_if_fail (database != NULL && id != NULL && doc != NULL, FALSE);

  return look_up (database, "SELECT doc FROM trash WHERE id = ?1 AND kind = ?2", kind, id, doc, error);
}

/* Runs a statement whose first parameters are texts. */
static gboolean
run (HbkDatabase *database, const char *sql, const char *first, const char *second, const char *third, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  hbk_database_bind_text (statement, 1, first);
  if (second != NULL)
    hbk_database_bind_text (statement, 2, second);
  if (third != NULL)
    hbk_database_bind_text (statement, 3, third);

  return hbk_database_finish (database, statement, error);
}

static gboolean
put_proofs (HbkDatabase *database, HbkRecord *record, gboolean had_proofs, GError **error)
{
  const char *id = hbk_record_get_id (record);

  if (had_proofs && !run (database, "DELETE FROM proof WHERE record = ?1", id, NULL, NULL, error))
    return FALSE;

  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const char *sha256 = hbk_evidence_get_sha256 (hbk_record_get_evidence (record, i));

      if (sha256 != NULL && !run (database, "INSERT OR IGNORE INTO proof (record, sha256) VALUES (?1, ?2)", id, sha256, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_record (HbkDatabase *database, HbkChange *change, GError **error)
{
  const char *doc = hbk_change_get_after (change);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (doc, strlen (doc));
  g_autoptr (HbkRecord) record = hbk_record_read (bytes, problems);
  g_autofree char *words = NULL;
  sqlite3_stmt    *statement;

  if (!accept (record != NULL, problems, error) || !accept_id (hbk_change_get_id (change), hbk_record_get_id (record), error))
    return FALSE;

  words = hbk_record_words_collect (record);
  statement = hbk_database_prepare (database,
                                    "INSERT INTO record (id, first, last, activity, status, subject, words, doc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                                    " ON CONFLICT (id) DO UPDATE SET first = ?2, last = ?3, activity = ?4, status = ?5, subject = ?6, words = ?7, doc = ?8",
                                    error);
  if (statement == NULL)
    return FALSE;
  hbk_database_bind_text (statement, 1, hbk_record_get_id (record));
  sqlite3_bind_int (statement, 2, hbk_record_get_start (record));
  sqlite3_bind_int (statement, 3, hbk_record_get_end (record));
  hbk_database_bind_text (statement, 4, hbk_record_get_activity (record));
  sqlite3_bind_int (statement, 5, (int) hbk_record_get_status (record));
  sqlite3_bind_int (statement, 6, (int) hbk_record_get_subject (record));
  hbk_database_bind_text (statement, 7, words);
  hbk_database_bind_text (statement, 8, doc);
  if (!hbk_database_finish (database, statement, error))
    return FALSE;

  return put_proofs (database, record, hbk_change_get_before (change) != NULL, error);
}

static gboolean
put_file (HbkDatabase *database, HbkChange *change, GError **error)
{
  const char *doc = hbk_change_get_after (change);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (doc, strlen (doc));
  g_autoptr (HbkEvidenceFile) file = hbk_evidence_file_read (bytes, problems);
  sqlite3_stmt *statement;

  if (!accept (file != NULL, problems, error) || !accept_id (hbk_change_get_id (change), file->sha256, error))
    return FALSE;

  statement = hbk_database_prepare (database,
                                    "INSERT INTO file (sha256, serial, doc) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO UPDATE SET serial = ?2, doc = ?3",
                                    error);
  if (statement == NULL)
    return FALSE;
  hbk_database_bind_text (statement, 1, file->sha256);
  sqlite3_bind_int64 (statement, 2, file->serial);
  hbk_database_bind_text (statement, 3, doc);

  return hbk_database_finish (database, statement, error);
}

/* What Hourbook does not know may be any JSON. */
static void
check_json (const char *doc, HbkProblems *problems)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (parser, doc, -1, &error))
    hbk_problems_add (problems, HBK_ERROR_SYNTAX, 0, "", error->message, "");
}

static gboolean
put_item (HbkDatabase *database, HbkChange *change, GError **error)
{
  const char *doc = hbk_change_get_after (change);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (doc, strlen (doc));
  g_autoptr (HbkYearEntry) entry = NULL;
  g_autoptr (HbkFacts) facts = NULL;

  if (hbk_change_get_kind (change) == HBK_CHANGE_YEAR)
    entry = hbk_year_entry_read (bytes, problems);
  else if (hbk_change_get_kind (change) == HBK_CHANGE_EXTRA)
    check_json (doc, problems);
  else
    facts = hbk_attributes_read (bytes, problems);
  if (!accept (hbk_problems_is_empty (problems), problems, error))
    return FALSE;

  return run (database,
              "INSERT INTO item (kind, id, doc) VALUES (?1, ?2, ?3) ON CONFLICT (kind, id) DO UPDATE SET doc = ?3",
              hbk_change_kind_to_nick (hbk_change_get_kind (change)), hbk_change_get_id (change), doc, error);
}

static gboolean
put (HbkDatabase *database, HbkChange *change, GError **error)
{
  switch (hbk_change_get_kind (change))
    {
    case HBK_CHANGE_RECORD:
      return put_record (database, change, error);
    case HBK_CHANGE_FILE:
      return put_file (database, change, error);
    case HBK_CHANGE_PROFILE:
    case HBK_CHANGE_READING:
    case HBK_CHANGE_YEAR:
    case HBK_CHANGE_EXTRA:
    default:
      return put_item (database, change, error);
    }
}

static gboolean
take_away (HbkDatabase *database, HbkChange *change, GError **error)
{
  const char *id = hbk_change_get_id (change);

  switch (hbk_change_get_kind (change))
    {
    case HBK_CHANGE_RECORD:
      return run (database, "DELETE FROM record WHERE id = ?1", id, NULL, NULL, error);
    case HBK_CHANGE_FILE:
      return run (database, "DELETE FROM file WHERE sha256 = ?1", id, NULL, NULL, error);
    case HBK_CHANGE_PROFILE:
    case HBK_CHANGE_READING:
    case HBK_CHANGE_YEAR:
    case HBK_CHANGE_EXTRA:
    default:
      return run (database, "DELETE FROM item WHERE kind = ?1 AND id = ?2", hbk_change_kind_to_nick (hbk_change_get_kind (change)), id, NULL, error);
    }
}

/* What people may miss one day goes to the trash; what is set and unset, such as a reading, does not. */
static gboolean
has_trash (const HbkChange *change)
{
  HbkChangeKind kind = hbk_change_get_kind (change);

  return kind == HBK_CHANGE_RECORD || kind == HBK_CHANGE_FILE;
}

static gboolean
put_into_trash (HbkDatabase *database, HbkChange *change, gint64 at, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, "INSERT OR REPLACE INTO trash (kind, id, doc, removed) VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;
  hbk_database_bind_text (statement, 1, hbk_change_kind_to_nick (hbk_change_get_kind (change)));
  hbk_database_bind_text (statement, 2, hbk_change_get_id (change));
  hbk_database_bind_text (statement, 3, hbk_change_get_before (change));
  sqlite3_bind_int64 (statement, 4, at);

  return hbk_database_finish (database, statement, error);
}

/**
 * hbk_store_apply:
 * @database: the database, in a transaction
 * @change: what is to change
 * @at: from when the days in the trash count, in microseconds since 1970 UTC
 * @error: return location for an error
 *
 * Makes the tables say what a change says. A record or file that is taken away goes to the trash, and leaves it when it comes back.
 *
 * Returns: %FALSE on error, such as HBK_ERROR_VALUE when it could not be read again; the transaction is then to be rolled back
 */
gboolean
hbk_store_apply (HbkDatabase *database, HbkChange *change, gint64 at, GError **error)
{
  const char *nick;

  g_return_val_if_fail (database != NULL && change != NULL, FALSE);

  nick = hbk_change_kind_to_nick (hbk_change_get_kind (change));
  if (hbk_change_get_after (change) == NULL)
    {
      if (!take_away (database, change, error))
        return FALSE;
      return !has_trash (change) || hbk_change_get_before (change) == NULL || put_into_trash (database, change, at, error);
    }

  if (!put (database, change, error))
    return FALSE;

  return !has_trash (change) || hbk_change_get_before (change) != NULL || run (database, "DELETE FROM trash WHERE kind = ?1 AND id = ?2", nick, hbk_change_get_id (change), NULL, error);
}
