/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-seal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "disk/hbk-sha256.h"
#include "library/hbk-store.h"

#define DIGEST_CHARS 32
#define TITLE_CHARS 40

static HbkYearEntry *
parse_year (const char *doc, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (doc, strlen (doc));
  HbkYearEntry *entry = hbk_year_entry_read (bytes, problems);

  if (entry == NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("What the library keeps cannot be read: %s It is left as it is; restore the last backup."), hbk_problem_get_what (hbk_problems_get (problems, 0)));

  return entry;
}

/**
 * hbk_seal_list_years:
 * @database: the database
 * @error: return location for an error
 *
 * Lists the years that were closed or handed in.
 *
 * Returns: (transfer full) (element-type HbkYearEntry): the years, the earliest first; %NULL on error
 */
GPtrArray *
hbk_seal_list_years (HbkDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_year_entry_free);
  sqlite3_stmt *statement = hbk_database_prepare (database, "SELECT doc FROM item WHERE kind = 'year' ORDER BY id", error);
  gboolean      has_row = statement != NULL;

  while (has_row)
    {
      HbkYearEntry *entry;

      if (!hbk_database_next (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&years);
      entry = parse_year (hbk_database_column_text (statement, 0), error);
      if (entry == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      g_ptr_array_add (years, entry);
    }

  return NULL;
}

/**
 * hbk_seal_digest:
 * @record: a record
 *
 * Makes a short checksum of what of a record may not change once it was handed in.
 *
 * Returns: (transfer full): hexadecimal digits
 */
char *
hbk_seal_digest (HbkRecord *record)
{
  g_autofree char *substance = hbk_record_dup_substance (record);
  g_autofree char *sha256 = hbk_sha256_bytes (substance, strlen (substance));

  return g_strndup (sha256, DIGEST_CHARS);
}

/* The years that were handed in, and the records that were among them, also those without a day in the year: a paper, say, that a fact
 * puts there. */
typedef struct
{
  GPtrArray  *years;   /* HbkYearEntry, closed ones too */
  GHashTable *records; /* id → HbkYearEntry */
} Seals;

static void
seals_clear (Seals *seals)
{
  g_clear_pointer (&seals->records, g_hash_table_unref);
  g_clear_pointer (&seals->years, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seals, seals_clear)

static gboolean
load_seals (HbkDatabase *database, Seals *seals, GError **error)
{
  seals->years = hbk_seal_list_years (database, error);
  if (seals->years == NULL)
    return FALSE;

  seals->records = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < seals->years->len; i++)
    {
      HbkYearEntry *entry = g_ptr_array_index (seals->years, i);

      for (guint j = 0; entry->handed_in && entry->records[j] != NULL; j++)
        {
          char *space = strchr (entry->records[j], ' ');

          if (space != NULL)
            g_hash_table_insert (seals->records, space + 1, entry);
        }
    }

  return TRUE;
}

/* The year that was handed in with a record, or that it would have to do with; NULL when there is none. */
static const HbkYearEntry *
find_seal (const Seals *seals, HbkRecord *record)
{
  int first = hbk_date_year (hbk_record_get_start (record));
  int last = hbk_date_year (hbk_record_get_end (record));

  for (guint i = 0; i < seals->years->len; i++)
    {
      const HbkYearEntry *entry = g_ptr_array_index (seals->years, i);

      if (entry->handed_in && first <= entry->year && last >= entry->year)
        return entry;
    }

  return g_hash_table_lookup (seals->records, hbk_record_get_id (record));
}

static void
set_sealed_error (HbkRecord *record, const HbkYearEntry *entry, GError **error)
{
  g_autofree char *title = hbk_text_escape (hbk_record_get_title (record), -1, TITLE_CHARS);

  /* Translators: the title of a record, and a year */
  g_set_error (error, HBK_ERROR, HBK_ERROR_SEALED, _ ("“%1$s” belongs to %2$d, which was handed in. Give the reason for the correction; it will be seen."), title, entry->year);
}

static gboolean
parse_side (const char *doc, HbkRecord **record, char **substance, GError **error)
{
  *record = doc != NULL ? hbk_store_parse_record (doc, error) : NULL;
  *substance = *record != NULL ? hbk_record_dup_substance (*record) : NULL;

  return doc == NULL || *record != NULL;
}

static gboolean
check_change (const HbkChange *change, const Seals *seals, GError **error)
{
  g_autoptr (HbkRecord) before = NULL;
  g_autoptr (HbkRecord) after = NULL;
  g_autofree char    *was = NULL;
  g_autofree char    *becomes = NULL;
  const HbkYearEntry *entry;

  if (!parse_side (hbk_change_get_before (change), &before, &was, error) || !parse_side (hbk_change_get_after (change), &after, &becomes, error))
    return FALSE;
  if (g_strcmp0 (was, becomes) == 0)
    return TRUE;

  entry = before != NULL ? find_seal (seals, before) : NULL;
  if (entry == NULL && after != NULL)
    entry = find_seal (seals, after);
  if (entry != NULL)
    set_sealed_error (after != NULL ? after : before, entry, error);

  return entry == NULL;
}

/**
 * hbk_seal_check:
 * @database: the database
 * @step: what is about to be done
 * @error: return location for an error
 *
 * Refuses a step that would change a year that was handed in, unless it says why it corrects it (Yuxi 2024 forbids alterations).
 * What the reviewer answers, and the person's own notes, may always be entered.
 *
 * Returns: %FALSE with HBK_ERROR_SEALED when the step may not be done
 */
gboolean
hbk_seal_check (HbkDatabase *database, const HbkJournalStep *step, GError **error)
{
  g_auto (Seals) seals = { NULL, NULL };

  g_return_val_if_fail (database != NULL && step != NULL, FALSE);

  if (step->correction != NULL)
    return TRUE;

  if (!load_seals (database, &seals, error))
    return FALSE;

  for (guint i = 0; i < step->changes->len && seals.years->len > 0; i++)
    {
      const HbkChange *change = g_ptr_array_index (step->changes, i);

      if (hbk_change_get_kind (change) == HBK_CHANGE_RECORD && !check_change (change, &seals, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
compare_digest (const char *doc, const char *expected, gboolean *is_same, GError **error)
{
  g_autoptr (HbkRecord) record = hbk_store_parse_record (doc, error);
  g_autofree char *digest = record != NULL ? hbk_seal_digest (record) : NULL;

  *is_same = g_strcmp0 (digest, expected) == 0;

  return record != NULL;
}

/* The records that have a day in the year. */
static gboolean
compare_dated (HbkDatabase *database, int year, GHashTable *expected, gboolean *are_same, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, "SELECT doc, id FROM record WHERE first <= ?2 AND last >= ?1", error);
  gboolean      has_row = statement != NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, hbk_date_new (year, 1, 1));
  sqlite3_bind_int (statement, 2, hbk_date_new (year, 12, 31));
  *are_same = TRUE;
  while (has_row && *are_same)
    {
      const char *id;

      if (!hbk_database_next (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = hbk_database_column_text (statement, 1);
      if (!compare_digest (hbk_database_column_text (statement, 0), g_hash_table_lookup (expected, id), are_same, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      g_hash_table_remove (expected, id);
    }
  sqlite3_reset (statement);

  return TRUE;
}

/* The others that counted in it, such as a paper that a fact puts into the year. */
static gboolean
compare_others (HbkDatabase *database, GHashTable *expected, gboolean *are_same, GError **error)
{
  GHashTableIter iter;
  gpointer       id, digest;

  g_hash_table_iter_init (&iter, expected);
  while (*are_same && g_hash_table_iter_next (&iter, &id, &digest))
    {
      g_autofree char *doc = NULL;

      if (!hbk_store_lookup (database, HBK_CHANGE_RECORD, id, &doc, error))
        return FALSE;
      *are_same = doc != NULL;
      if (doc != NULL && !compare_digest (doc, digest, are_same, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_seal_has_changed:
 * @database: the database
 * @entry: a year that was handed in
 * @has_changed: (out): whether a record of it was added, changed or removed since
 * @error: return location for an error
 *
 * Compares a year with what was handed in. A correction that was itself taken back leaves no change.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_seal_has_changed (HbkDatabase *database, const HbkYearEntry *entry, gboolean *has_changed, GError **error)
{
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean are_same;

  g_return_val_if_fail (database != NULL && entry != NULL && has_changed != NULL, FALSE);

  for (guint i = 0; entry->records[i] != NULL; i++)
    {
      const char *space = strchr (entry->records[i], ' ');

      if (space != NULL)
        g_hash_table_insert (expected, g_strdup (space + 1), g_strndup (entry->records[i], (gsize) (space - entry->records[i])));
    }

  if (!compare_dated (database, entry->year, expected, &are_same, error) || !compare_others (database, expected, &are_same, error))
    return FALSE;
  *has_changed = !are_same;

  return TRUE;
}
