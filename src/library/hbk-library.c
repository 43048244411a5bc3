/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-library-private.h"

#include <errno.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-disk.h"
#include "library/hbk-journal.h"
#include "library/hbk-library-backups.h"
#include "library/hbk-schema.h"
#include "library/hbk-seal.h"
#include "library/hbk-store.h"

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkLibrary, hbk_library, G_TYPE_OBJECT)

/* ---- Opening ---- */

/* A folder with evidence or backups but no database has lost it: making an empty one would hide that. */
gboolean
hbk_library_has_remains (const char *dir)
{
  static const char *const names[] = { HBK_LIBRARY_BACKUPS, HBK_LIBRARY_EVIDENCE };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (dir, names[i], NULL);
      g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);

      if (entries != NULL && g_dir_read_name (entries) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
set_lost_error (const char *name, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The database of this library is missing. Restore the last backup."), name);

  return FALSE;
}

static gboolean
set_no_library_error (const char *name, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%s: There is no library here. Make one first, or name another folder."), name);

  return FALSE;
}

/* What making a library that was broken off may have left. */
static gboolean
is_own_name (const char *name)
{
  static const char *const names[] = { HBK_LIBRARY_BACKUPS, HBK_LIBRARY_EVIDENCE, "hourbook.lock", NULL };

  return g_strv_contains (names, name) || g_str_has_prefix (name, ".restore-");
}

/* A library closes its folder to others; that would be an ill surprise in one that is used for something else. */
static gboolean
check_is_free (const char *dir, const char *shown, GError **error)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      if (is_own_name (name))
        continue;
      g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _ ("%s: There are other files in this folder. Make the library in a new folder, or in an empty one."), shown);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_place (const char *dir, HbkLibraryMode mode, GError **error)
{
  g_autofree char *name = hbk_disk_dup_name (dir);

  if (hbk_library_exists (dir))
    {
      if (mode == HBK_LIBRARY_READ || !hbk_disk_is_network (dir))
        return TRUE;
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: This folder lies on another machine, where a library is not safe. Keep it on this one, and copy backups there."), name);
      return FALSE;
    }
  if (hbk_library_has_remains (dir))
    return set_lost_error (name, error);
  if (mode != HBK_LIBRARY_CREATE)
    return set_no_library_error (name, error);
  if (!check_is_free (dir, name, error) || !hbk_disk_make_dir (dir, error))
    return FALSE;
  if (hbk_disk_is_network (dir))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: This folder lies on another machine, where a library is not safe. Keep it on this one, and copy backups there."), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
make_dirs (HbkLibrary *self, GError **error)
{
  g_autofree char *backups = hbk_library_dup_path (self, HBK_LIBRARY_BACKUPS);
  g_autofree char *evidence = hbk_library_dup_path (self, HBK_LIBRARY_EVIDENCE);

  return hbk_disk_make_dir (self->dir, error) && hbk_disk_make_dir (backups, error) && hbk_disk_make_dir (evidence, error);
}

static gboolean
make_meta (HbkLibrary *self, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  sqlite3_stmt    *statement = hbk_database_prepare (self->database, "INSERT INTO meta (key, value) VALUES ('library', ?1), ('created', ?2), ('serial', 0)", error);

  if (statement == NULL)
    return FALSE;
  hbk_database_bind_text (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, hbk_clock_now (self->clock));

  return hbk_database_finish (self->database, statement, error);
}

static gboolean
migrate (HbkLibrary *self, const char *const *migrations, int version, GError **error)
{
  if (!hbk_database_begin (self->database, error))
    return FALSE;
  if (!hbk_schema_migrate (self->database, migrations, version, error) || (version == 0 && !make_meta (self, error)))
    {
      hbk_database_roll_back (self->database);
      return FALSE;
    }

  return hbk_database_commit (self->database, error);
}

/* Where there are backups, a database that is not of Hourbook once was. */
static void
tell_damage (HbkLibrary *self, const char *name, GError **error)
{
  g_autofree char *backup = NULL;
  gint64           application;

  if (error == NULL || !hbk_database_get_int (self->database, "PRAGMA application_id", &application, NULL) || application == HBK_SCHEMA_APPLICATION_ID)
    return;
  backup = hbk_library_find_good_backup (self->dir);
  if (backup == NULL)
    return;

  g_clear_error (error);
  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The database is damaged. It is left as it is; restore the last backup."), name);
}

/* A file of no bytes: what is left where making a library was broken off, or of a library whose disk lost it. */
static gboolean
fill_empty (HbkLibrary *self, const char *const *migrations, const char *name, GError **error)
{
  if (hbk_library_has_remains (self->dir))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The database of this library is empty. Restore the last backup."), name);
      return FALSE;
    }
  if (self->mode != HBK_LIBRARY_CREATE)
    return set_no_library_error (name, error);

  return migrate (self, migrations, 0, error);
}

/* Brings the database to the form of today. A backup of the old one is made first: what was stored for years is not risked. */
static gboolean
bring_up_to_date (HbkLibrary *self, const char *const *migrations, GError **error)
{
  g_autofree char *name = hbk_disk_dup_name (self->dir);
  int              newest = hbk_schema_count (migrations);
  int              version;

  if (!hbk_schema_get_version (self->database, name, newest, &version, error))
    {
      tell_damage (self, name, error);
      return FALSE;
    }
  if (version == 0)
    return fill_empty (self, migrations, name, error);
  if (!hbk_schema_compare (self->database, migrations, version, error))
    return FALSE;
  if (version == newest)
    return TRUE;
  if (self->mode == HBK_LIBRARY_READ)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _ ("%s: This library was made by an older Hourbook. Open it once for writing, and it is brought up to date."), name);
      return FALSE;
    }

  return hbk_library_make_backup (self, HBK_BACKUP_BEFORE_MIGRATION, NULL, error) && migrate (self, migrations, version, error);
}

static gboolean
open_database (HbkLibrary *self, const char *const *migrations, gboolean was_left_open, GError **error)
{
  g_autofree char *path = hbk_library_dup_path (self, HBK_LIBRARY_DATABASE);
  g_autofree char *finding = NULL;
  HbkDatabaseMode  mode = self->mode == HBK_LIBRARY_READ ? HBK_DATABASE_READ : HBK_DATABASE_CREATE;

  self->database = hbk_database_open (path, mode, error);
  if (self->database == NULL || !bring_up_to_date (self, migrations, error))
    return FALSE;

  /* After a crash one look at the whole file is worth its time. */
  return !was_left_open || hbk_database_check (self->database, FALSE, &finding, error);
}

/* Says where the way out is. */
void
hbk_library_add_way_out (const char *dir, GError **error)
{
  g_autofree char *backup = NULL;
  g_autofree char *name = NULL;
  char            *message;

  if (error == NULL || !g_error_matches (*error, HBK_ERROR, HBK_ERROR_DAMAGED))
    return;

  backup = hbk_library_find_good_backup (dir);
  if (backup == NULL)
    return;

  name = hbk_disk_dup_name (backup);
  /* Translators: a sentence that says what is wrong, and the file name of a backup */
  message = g_strdup_printf (_ ("%1$s The last good backup is %2$s."), (*error)->message, name);
  g_free ((*error)->message);
  (*error)->message = message;
}

static void
hbk_library_finalize (GObject *object)
{
  HbkLibrary *self = HBK_LIBRARY (object);

  g_clear_pointer (&self->search, hbk_record_search_free);
  g_clear_pointer (&self->database, hbk_database_close);
  /* Whoever comes next looks at the whole file when this one could not. */
  g_clear_pointer (&self->lock, self->is_open ? hbk_library_lock_release : hbk_library_lock_abandon);
  g_clear_object (&self->clock);
  g_free (self->dir);

  G_OBJECT_CLASS (hbk_library_parent_class)->finalize (object);
}

static void
hbk_library_class_init (HbkLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_library_finalize;

  /**
   * HbkLibrary::changed:
   * @self: the library
   * @step: the step
   *
   * A step was stored.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HBK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, HBK_TYPE_JOURNAL_STEP);
}

static void
hbk_library_init (HbkLibrary *self)
{
}

/**
 * hbk_library_exists:
 * @dir: a folder
 *
 * Says whether a library is there, in order or not.
 *
 * Returns: %TRUE when it has a database
 */
gboolean
hbk_library_exists (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, HBK_LIBRARY_DATABASE, NULL);
  struct stat      status;

  return lstat (path, &status) == 0;
}

/* Opens a library with migrations of a test's choice. */
HbkLibrary *
hbk_library_open_with (const char *dir, HbkLibraryMode mode, HbkClock *clock, const char *const *migrations, GError **error)
{
  g_autoptr (HbkLibrary) self = NULL;
  gboolean was_left_open = FALSE;

  if (!check_place (dir, mode, error))
    {
      hbk_library_add_way_out (dir, error);
      return NULL;
    }

  self = g_object_new (HBK_TYPE_LIBRARY, NULL);
  self->dir = g_canonicalize_filename (dir, NULL);
  self->mode = mode;
  self->clock = g_object_ref (clock);
  if (mode != HBK_LIBRARY_READ)
    {
      self->lock = hbk_library_lock_take (self->dir, &was_left_open, error);
      if (self->lock == NULL || !make_dirs (self, error))
        return NULL;
    }

  self->is_open = open_database (self, migrations, was_left_open, error);
  if (self->is_open)
    return g_steal_pointer (&self);

  hbk_library_add_way_out (self->dir, error);

  return NULL;
}

/**
 * hbk_library_open:
 * @dir: the folder of the library
 * @mode: what for
 * @clock: what the journal takes its times from
 * @error: return location for an error
 *
 * Opens a library.
 *
 * Returns: (transfer full): the library; %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_BUSY, HBK_ERROR_FORMAT when it is of a newer
 *   Hourbook, HBK_ERROR_DAMAGED or HBK_ERROR_IO
 */
HbkLibrary *
hbk_library_open (const char *dir, HbkLibraryMode mode, HbkClock *clock, GError **error)
{
  g_return_val_if_fail (dir != NULL && HBK_IS_CLOCK (clock), NULL);

  return hbk_library_open_with (dir, mode, clock, hbk_schema_migrations, error);
}

/**
 * hbk_library_get_dir:
 * @self: a library
 *
 * Says where it is.
 *
 * Returns: (transfer none): the folder
 */
const char *
hbk_library_get_dir (HbkLibrary *self)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  return self->dir;
}

/* ---- Storing ---- */

/* The path of a file or folder of the library. */
char *
hbk_library_dup_path (HbkLibrary *self, const char *name)
{
  return g_build_filename (self->dir, name, NULL);
}

/**
 * hbk_library_check_writable:
 * @self: a library
 * @error: return location for an error
 *
 * Refuses a change of a library that was opened to look at.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it may not be changed
 */
gboolean
hbk_library_check_writable (HbkLibrary *self, GError **error)
{
  if (self->mode != HBK_LIBRARY_READ)
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("The library was opened to look at only. Open it for writing."));

  return FALSE;
}

/* What a change leads away from must be what is kept, or it would overwrite what came in between, and lose it. */
static gboolean
check_before (HbkLibrary *self, const HbkJournalStep *step, const HbkChange *change, GError **error)
{
  g_autofree char *doc = NULL;

  if (!hbk_store_lookup (self->database, hbk_change_get_kind (change), hbk_change_get_id (change), &doc, error))
    return FALSE;
  if (g_strcmp0 (doc, hbk_change_get_before (change)) == 0)
    return TRUE;

  if (step->of != 0)
    g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("Step %u of the journal does not fit what the library keeps. Nothing was changed; check the library."), (guint) step->of);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_BUSY, _ ("This was changed in the meantime. Nothing was stored; look at it again, then repeat the change."));

  return FALSE;
}

static gboolean
removes_anything (const HbkJournalStep *step)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      if (hbk_change_get_after (g_ptr_array_index (step->changes, i)) == NULL)
        return TRUE;
    }

  return FALSE;
}

/* From when the days in the trash count: never from before the last step, or a clock that was set back would end them at once. */
static gboolean
find_moment_of_removal (HbkLibrary *self, const HbkJournalStep *step, gint64 *moment, GError **error)
{
  *moment = step->at;
  if (!removes_anything (step))
    return TRUE;
  if (!hbk_database_get_int (self->database, "SELECT max(at) FROM step", moment, error))
    return FALSE;
  *moment = MAX (*moment, step->at);

  return TRUE;
}

static gboolean
store_in_transaction (HbkLibrary *self, HbkJournalStep *step, GError **error)
{
  gint64 removed;

  if (!find_moment_of_removal (self, step, &removed, error))
    return FALSE;
  for (guint i = 0; i < step->changes->len; i++)
    {
      HbkChange *change = g_ptr_array_index (step->changes, i);

      if (!check_before (self, step, change, error) || !hbk_store_apply (self->database, change, removed, error))
        return FALSE;
    }

  return hbk_journal_append (self->database, step, error);
}

static void
update_search (HbkLibrary *self, const HbkJournalStep *step)
{
  for (guint i = 0; self->search != NULL && i < step->changes->len; i++)
    {
      const HbkChange *change = g_ptr_array_index (step->changes, i);

      if (hbk_change_get_kind (change) != HBK_CHANGE_RECORD)
        continue;
      /* Reading all of it anew is cheaper than many single updates. */
      if (step->changes->len > 100 || !hbk_record_search_update (self->search, self->database, hbk_change_get_id (change), NULL))
        g_clear_pointer (&self->search, hbk_record_search_free);
    }
}

/* Stores a step, all of it or nothing, and ends the transaction that the caller has begun. */
gboolean
hbk_library_store_begun (HbkLibrary *self, HbkJournalStep *step, GError **error)
{
  step->at = hbk_clock_now (self->clock);
  if (!hbk_seal_check (self->database, step, error) || !store_in_transaction (self, step, error) || !hbk_database_commit (self->database, error))
    {
      hbk_database_roll_back (self->database);
      step->number = 0;
      return FALSE;
    }

  update_search (self, step);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, step);

  return TRUE;
}

/* Stores a step, all of it or nothing. */
gboolean
hbk_library_store (HbkLibrary *self, HbkJournalStep *step, GError **error)
{
  return hbk_library_check_writable (self, error) && hbk_database_begin (self->database, error) && hbk_library_store_begun (self, step, error);
}
