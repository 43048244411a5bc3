/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-snapshot-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-backup-archive.h"
#include "library/hbk-disk.h"
#include "library/hbk-edit.h"
#include "library/hbk-library-backups.h"
#include "library/hbk-library-private.h"
#include "library/hbk-library-files.h"
#include "library/hbk-schema.h"
#include "library/hbk-store.h"

#define MAGIC "SQLite format 3"
#define TEMPORARY ".restore-XXXXXX"
#define DAMAGED_MAX 1000

/* Files that came after the backup have numbers that it does not know of, and these stand on paper. */
#define SERIALS_SKIPPED 1000

/* ---- Opening ---- */

static gboolean
is_database (const char *path)
{
  char  head[sizeof MAGIC] = "";
  FILE *file = fopen (path, "re");

  if (file == NULL)
    return FALSE;
  if (fread (head, 1, sizeof head, file) != sizeof head)
    head[0] = '\0';
  fclose (file);

  return memcmp (head, MAGIC, sizeof head) == 0;
}

/* A backup may come from anywhere. What is not built as Hourbook builds it is not looked at any further. */
static gboolean
check_copy (const char *database_path, const char *name, GError **error)
{
  g_autoptr (HbkDatabase) database = hbk_database_open (database_path, HBK_DATABASE_READ, error);
  g_autofree char *finding = NULL;
  int              version;

  if (database == NULL || !hbk_database_check (database, TRUE, &finding, error) ||
      !hbk_schema_get_version (database, name, hbk_schema_count (hbk_schema_migrations), &version, error))
    return FALSE;
  if (version == 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _ ("%s: This is not a library of Hourbook. Choose another folder."), name);
      return FALSE;
    }

  return hbk_schema_compare (database, hbk_schema_migrations, version, error);
}

static gboolean
copy_database (HbkSnapshot *self, const char *target, GError **error)
{
  g_autoptr (HbkDatabase) source = hbk_database_open (self->path, HBK_DATABASE_READ, error);

  return source != NULL && hbk_database_copy_to (source, target, error);
}

static gboolean
make_copy (HbkSnapshot *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = g_build_filename (self->copy, HBK_LIBRARY_DATABASE, NULL);
  g_autofree char *name = hbk_disk_dup_name (self->path);
  struct stat      status;

  if (stat (self->path, &status) != 0)
    {
      hbk_disk_set_error (error, self->path, errno);
      return FALSE;
    }
  if (is_database (self->path))
    {
      self->made = hbk_library_get_backup_moment (self->path);
      if (self->made == 0)
        self->made = status.st_mtime * G_TIME_SPAN_SECOND;
      return copy_database (self, target, error) && check_copy (target, name, error);
    }

  self->archive = hbk_backup_archive_open (self->path, error);
  if (self->archive == NULL)
    return FALSE;
  self->made = hbk_backup_archive_get_manifest (self->archive)->created * G_TIME_SPAN_SECOND;

  return hbk_backup_archive_extract (self->archive, target, NULL, cancellable, NULL, NULL, error) && check_copy (target, name, error);
}

static gboolean
read_answers (HbkLibrary *library, HbkChangeKind kind, GError **error)
{
  g_autoptr (GPtrArray) items = hbk_library_list_items (library, kind, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autoptr (HbkFacts) facts = hbk_library_parse_facts (hbk_change_get_after (g_ptr_array_index (items, i)), error);

      if (facts == NULL)
        return FALSE;
    }

  return items != NULL;
}

/* All that a backup holds is read once. What cannot be read is better known before it is restored than when it is missed. */
static gboolean
read_all (HbkLibrary *library, GError **error)
{
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) trash = NULL;
  g_autoptr (GPtrArray) years = NULL;

  if (!hbk_library_load_records (library, logbook, error))
    return FALSE;
  files = hbk_library_list_files (library, FALSE, error);
  trash = files != NULL ? hbk_library_list_trash (library, error) : NULL;
  years = trash != NULL ? hbk_library_list_years (library, error) : NULL;

  return years != NULL && read_answers (library, HBK_CHANGE_PROFILE, error) && read_answers (library, HBK_CHANGE_READING, error);
}

/**
 * hbk_snapshot_open:
 * @dir: (type filename): the folder of the library that the backup may be restored into; made when it is not there
 * @path: (type filename): a backup
 * @clock: what the journal takes its times from
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Looks at a backup that anybody may have made: whether it is whole, and what it holds.
 *
 * Returns: (transfer full): the snapshot, or %NULL with HBK_ERROR_FORMAT, HBK_ERROR_DAMAGED or another error
 */
HbkSnapshot *
hbk_snapshot_open (const char *dir, const char *path, HbkClock *clock, GCancellable *cancellable, GError **error)
{
  g_autoptr (HbkSnapshot) self = g_new0 (HbkSnapshot, 1);
  g_autofree char *copy = NULL;

  g_return_val_if_fail (dir != NULL && path != NULL, NULL);

  self->dir = g_canonicalize_filename (dir, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  if (!hbk_disk_make_dir (self->dir, error))
    return NULL;
  copy = g_build_filename (self->dir, TEMPORARY, NULL);
  if (g_mkdtemp_full (copy, 0700) == NULL)
    {
      hbk_disk_set_error (error, self->dir, errno);
      return NULL;
    }
  self->copy = g_steal_pointer (&copy);

  if (!make_copy (self, cancellable, error))
    return NULL;
  self->library = hbk_library_open (self->copy, HBK_LIBRARY_WRITE, clock, error);

  return self->library != NULL && read_all (self->library, error) ? g_steal_pointer (&self) : NULL;
}

static void
remove_copy (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_copy (path);
      else
        unlink (path);
    }
  rmdir (folder);
}

/**
 * hbk_snapshot_free:
 * @self: (transfer full) (nullable): a snapshot
 *
 * Frees a snapshot, and removes its copy.
 */
void
hbk_snapshot_free (HbkSnapshot *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->library);
  g_clear_pointer (&self->archive, hbk_backup_archive_free);
  if (self->copy != NULL)
    remove_copy (self->copy);
  g_free (self->copy);
  g_free (self->path);
  g_free (self->dir);
  g_free (self);
}

/**
 * hbk_snapshot_is_whole:
 * @self: a snapshot
 *
 * Says whether it holds the evidence files, too.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_snapshot_is_whole (const HbkSnapshot *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->archive != NULL;
}

/**
 * hbk_snapshot_get_made:
 * @self: a snapshot
 *
 * Says when it was made.
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
hbk_snapshot_get_made (const HbkSnapshot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->made;
}

/**
 * hbk_snapshot_count:
 * @self: a snapshot
 * @n_records: (out): how many records it has
 * @n_files: (out): how many files its records and its inbox have
 * @error: return location for an error
 *
 * Counts what it holds.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_snapshot_count (HbkSnapshot *self, guint *n_records, guint *n_files, GError **error)
{
  gint64 records, files;

  if (!hbk_database_get_int (self->library->database, "SELECT count(*) FROM record", &records, error) ||
      !hbk_database_get_int (self->library->database, "SELECT count(*) FROM file", &files, error))
    return FALSE;

  *n_records = (guint) records;
  *n_files = (guint) files;

  return TRUE;
}

/* ---- Restoring ---- */

static gboolean
put_all (HbkEdit *edit, HbkChangeKind kind, GHashTable *docs, GError **error)
{
  GHashTableIter iter;
  gpointer       id, doc;

  g_hash_table_iter_init (&iter, docs);
  while (g_hash_table_iter_next (&iter, &id, &doc))
    {
      if (!hbk_edit_put (edit, kind, id, doc, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_records (HbkSnapshot *self, HbkEdit *edit, HbkLibrary *library, GError **error)
{
  g_autoptr (GHashTable) then = hbk_snapshot_load_docs (self->library, HBK_SNAPSHOT_RECORDS, error);
  g_autoptr (GHashTable) now = then != NULL ? hbk_snapshot_load_docs (library, HBK_SNAPSHOT_RECORDS, error) : NULL;
  GHashTableIter iter;
  gpointer       id;

  if (now == NULL || !put_all (edit, HBK_CHANGE_RECORD, then, error))
    return FALSE;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!g_hash_table_contains (then, id) && !hbk_edit_remove (edit, HBK_CHANGE_RECORD, id, error))
        return FALSE;
    }

  return TRUE;
}

/* Files that came later stay: nothing is gained by missing them. A file that has another number by now keeps that, for it stands on paper. */
static gboolean
put_files (HbkSnapshot *self, HbkEdit *edit, HbkLibrary *library, GError **error)
{
  g_autoptr (GHashTable) then = hbk_snapshot_load_docs (self->library, HBK_SNAPSHOT_FILES, error);
  g_autoptr (GHashTable) now = then != NULL ? hbk_snapshot_load_docs (library, HBK_SNAPSHOT_FILES, error) : NULL;
  GHashTableIter iter;
  gpointer       sha256, doc;

  if (now == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, then);
  while (g_hash_table_iter_next (&iter, &sha256, &doc))
    {
      if (!g_hash_table_contains (now, sha256) && !hbk_library_adopt_file (library, edit, doc, error))
        return FALSE;
    }

  return TRUE;
}

/* What holds of the person, and how clauses are read: what was said since is taken back, or the hours would not be what they were. That a
 * year was handed in stays true whatever backup is restored. */
static gboolean
put_items (HbkSnapshot *self, HbkEdit *edit, HbkLibrary *library, GError **error)
{
  g_autoptr (GHashTable) then = hbk_snapshot_load_docs (self->library, HBK_SNAPSHOT_ITEMS, error);
  g_autoptr (GHashTable) now = then != NULL ? hbk_snapshot_load_docs (library, HBK_SNAPSHOT_ITEMS, error) : NULL;
  GHashTableIter iter;
  gpointer       key, doc;
  HbkChangeKind  kind;
  const char    *id;

  if (now == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, then);
  while (g_hash_table_iter_next (&iter, &key, &doc))
    {
      if (!hbk_snapshot_split_item (key, &kind, &id) || (kind == HBK_CHANGE_YEAR && g_hash_table_contains (now, key)))
        continue;
      if (!hbk_edit_put (edit, kind, id, doc, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (g_hash_table_contains (then, key) || !hbk_snapshot_split_item (key, &kind, &id) || kind == HBK_CHANGE_YEAR)
        continue;
      if (!hbk_edit_remove (edit, kind, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_rules (HbkSnapshot *self, HbkLibrary *library, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (self->library->database, "SELECT content FROM rules", error);
  gboolean      has_row = statement != NULL;

  while (has_row)
    {
      g_autofree char *sha256 = NULL;
      g_autoptr (GBytes) rules = NULL;

      if (!hbk_database_next (self->library->database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      rules = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
      if (!hbk_library_keep_rules (library, rules, &sha256, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return FALSE;
}

static gboolean
extract_files (HbkSnapshot *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *evidence = g_build_filename (self->dir, HBK_LIBRARY_EVIDENCE, NULL);
  g_autoptr (HbkBlobStore) store = NULL;

  if (self->archive == NULL)
    return TRUE;
  store = hbk_blob_store_open (evidence, TRUE, error);

  return store != NULL && hbk_backup_archive_extract (self->archive, NULL, store, cancellable, NULL, NULL, error);
}

/**
 * hbk_snapshot_restore:
 * @self: a snapshot
 * @library: the library, open for writing
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Puts the records, the profile and the readings of a library back to what a backup holds, as one step that one undo takes back. What has
 * come since goes to the trash; its files, and what was handed in, stay. A backup of the library as it is is made first.
 *
 * Returns: (transfer full): the step, with number 0 when nothing differed; %NULL on error
 */
HbkJournalStep *
hbk_snapshot_restore (HbkSnapshot *self, HbkLibrary *library, GCancellable *cancellable, GError **error)
{
  g_autoptr (HbkEdit) edit = NULL;
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *name = hbk_disk_dup_name (base);

  g_return_val_if_fail (HBK_IS_LIBRARY (library), NULL);

  if (!hbk_library_make_backup (library, HBK_BACKUP_BEFORE_RESTORE, NULL, error) || !extract_files (self, cancellable, error) || !copy_rules (self, library, error))
    return NULL;

  edit = hbk_edit_new (library, HBK_JOURNAL_RESTORE_BACKUP);
  hbk_edit_set_note (edit, name);
  hbk_edit_set_correction (edit, name);
  if (!put_files (self, edit, library, error) || !put_records (self, edit, library, error) || !put_items (self, edit, library, error))
    return NULL;

  return hbk_edit_commit (edit, error);
}

/* Keeps the damaged database and its journal, under names that belong together. */
static gboolean
put_aside (const char *database, GError **error)
{
  g_autofree char *journal = g_strconcat (database, "-journal", NULL);

  if (access (database, F_OK) != 0)
    return TRUE;

  for (int i = 1; i <= DAMAGED_MAX; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%d", database, i);
      g_autofree char *aside_journal = g_strconcat (aside, "-journal", NULL);

      if (link (database, aside) != 0)
        {
          if (errno == EEXIST)
            continue;
          break;
        }
      /* Before the good database comes: a journal beside it would be rolled back into it. */
      if (rename (journal, aside_journal) == 0 || errno == ENOENT)
        return TRUE;
      break;
    }

  hbk_disk_set_error (error, database, errno);

  return FALSE;
}

/**
 * hbk_snapshot_replace:
 * @self: a snapshot
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Puts the database of a backup in the place of one that is damaged or missing. The damaged one is kept beside it. The snapshot is used up.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_snapshot_replace (HbkSnapshot *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *database = g_build_filename (self->dir, HBK_LIBRARY_DATABASE, NULL);
  g_autofree char *copy = g_build_filename (self->copy, HBK_LIBRARY_DATABASE, NULL);
  g_autoptr (HbkLibraryLock) lock = NULL;
  gboolean was_left_open;
  guint    first;

  lock = hbk_library_lock_take (self->dir, &was_left_open, error);
  if (lock == NULL || (hbk_library_has_remains (self->dir) && !hbk_library_reserve_serials (self->library, SERIALS_SKIPPED, &first, error)) ||
      !extract_files (self, cancellable, error))
    return FALSE;

  g_clear_object (&self->library);

  return put_aside (database, error) && hbk_disk_rename (copy, database, error);
}
