/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-library-backups.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "library/hbk-disk.h"
#include "library/hbk-library-private.h"

#define PREFIX "hourbook-"
#define SUFFIX ".db"
#define TEMPORARY ".new-"
#define STAMP "########T######Z" /* such as 20261126T160000Z; then a number of two digits, for there may be several in a second */
#define STAMP_CHARS 16
#define NUMBER_MAX 99

/* Kept are the newest ones, and beside them the newest of each month. */
#define N_NEWEST 10
#define N_MONTHS 12
#define MONTH_CHARS 6

static const char *const reasons[] = { "weekly", "before-migration", "before-import", "before-restore", "before-emptying" };

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

static const char *
skip (const char *text, const char *pattern)
{
  for (; text != NULL && *pattern != '\0'; text++, pattern++)
    {
      if (*pattern == '#' ? !g_ascii_isdigit (*text) : *text != *pattern)
        return NULL;
    }

  return text;
}

/* Says why a backup was made, by its name; NULL of a file that we did not make, and may not remove. */
static const char *
get_reason (const char *name)
{
  const char *rest = skip (name, PREFIX STAMP "-##-");

  for (gsize i = 0; rest != NULL && i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_str_has_prefix (rest, reasons[i]) && g_str_equal (rest + strlen (reasons[i]), SUFFIX))
        return reasons[i];
    }

  return NULL;
}

static gboolean
is_backup (const char *name)
{
  return get_reason (name) != NULL;
}

/* The moment in the name of a backup, in microseconds since 1970, or 0. */
static gint64
get_moment (const char *name)
{
  g_autofree char *stamp = g_strndup (name + strlen (PREFIX), STAMP_CHARS);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (stamp, NULL);

  return moment != NULL ? g_date_time_to_unix_usec (moment) : 0;
}

/* Names of the files in the folder of backups that pass a test, the newest first. */
static GPtrArray *
list_names (const char *dir, gboolean (*is_wanted) (const char *name))
{
  GPtrArray       *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_build_filename (dir, HBK_LIBRARY_BACKUPS, NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      if (is_wanted (name))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

/* The order of names is that of time, also within a second. */
static char *
make_name (HbkLibrary *self, HbkBackupReason reason)
{
  g_autoptr (GPtrArray) names = list_names (self->dir, is_backup);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc_usec (hbk_clock_now (self->clock));
  g_autofree char *stamp = g_date_time_format (now, PREFIX "%Y%m%dT%H%M%SZ-");
  guint            number = 1;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_str_has_prefix (name, stamp))
        number = MAX (number, (guint) g_ascii_strtoull (name + strlen (stamp), NULL, 10) + 1);
    }

  return g_strdup_printf ("%s%02u-%s" SUFFIX, stamp, MIN (number, NUMBER_MAX), reasons[reason]);
}

static gboolean
is_temporary (const char *name)
{
  return g_str_has_prefix (name, TEMPORARY);
}

static void
remove_backup (HbkLibrary *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->dir, HBK_LIBRARY_BACKUPS, name, NULL);

  if (unlink (path) != 0)
    g_debug ("An old backup stays: %s", g_strerror (errno));
}

/* What a crash left half-written. */
static void
remove_leftovers (HbkLibrary *self)
{
  g_autoptr (GPtrArray) names = list_names (self->dir, is_temporary);

  for (guint i = 0; i < names->len; i++)
    remove_backup (self, g_ptr_array_index (names, i));
}

static void
rotate (HbkLibrary *self)
{
  g_autoptr (GPtrArray) names = list_names (self->dir, is_backup);
  g_autofree char *month = g_strdup ("");
  guint            n_months = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *stamp = name + strlen (PREFIX);
      gboolean    is_first = strncmp (stamp, month, MONTH_CHARS) != 0 || *month == '\0';

      if (is_first)
        {
          g_free (month);
          month = g_strndup (stamp, MONTH_CHARS);
          n_months++;
        }
      if (i >= N_NEWEST && (!is_first || n_months > N_MONTHS))
        remove_backup (self, name);
    }
}

/* Copies the database to a temporary name in the folder of backups. */
static char *
copy_aside (HbkLibrary *self, GError **error)
{
  g_autofree char *folder = hbk_library_dup_path (self, HBK_LIBRARY_BACKUPS);
  g_autofree char *unique = g_strdup_printf (TEMPORARY "%d", (int) getpid ());
  g_autofree char *path = g_build_filename (folder, unique, NULL);

  if (!hbk_disk_make_dir (folder, error))
    return NULL;
  remove_leftovers (self);

  return hbk_database_copy_to (self->database, path, error) ? g_steal_pointer (&path) : NULL;
}

/**
 * hbk_library_make_backup:
 * @self: a library that was opened for writing
 * @reason: why
 * @name: (out) (optional) (transfer full): the name of the backup, in the folder of backups
 * @error: return location for an error
 *
 * Copies the database as it stands into the folder of backups, and removes backups that newer ones make needless. A damaged database is
 * not copied, for its backups would take the place of good ones.
 *
 * Returns: %FALSE with HBK_ERROR_DAMAGED or another error; no half backup is left then
 */
gboolean
hbk_library_make_backup (HbkLibrary *self, HbkBackupReason reason, char **name, GError **error)
{
  g_autofree char *temporary = NULL;
  g_autofree char *made = NULL;
  g_autofree char *path = NULL;
  g_autofree char *finding = NULL;

  g_return_val_if_fail (HBK_IS_LIBRARY (self), FALSE);

  if (!hbk_library_check_writable (self, error))
    return FALSE;
  if (!hbk_database_check (self->database, FALSE, &finding, error))
    {
      hbk_library_add_way_out (self->dir, error);
      return FALSE;
    }
  temporary = copy_aside (self, error);
  if (temporary == NULL)
    return FALSE;

  made = make_name (self, reason);
  path = g_build_filename (self->dir, HBK_LIBRARY_BACKUPS, made, NULL);
  if (!hbk_disk_rename (temporary, path, error))
    {
      unlink (temporary);
      return FALSE;
    }

  rotate (self);
  if (name != NULL)
    *name = g_steal_pointer (&made);

  return TRUE;
}

/**
 * hbk_library_copy_database:
 * @self: a library that was opened for writing
 * @path: (out) (transfer full) (type filename): where the copy is; [func@library_remove_copy] removes it
 * @n_records: (out): how many records it has
 * @error: return location for an error
 *
 * Copies the database as it stands, to be put into a full backup.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_copy_database (HbkLibrary *self, char **path, guint *n_records, GError **error)
{
  gint64 count;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && path != NULL && n_records != NULL, FALSE);

  if (!hbk_library_check_writable (self, error) || !hbk_database_get_int (self->database, "SELECT count(*) FROM record", &count, error))
    return FALSE;

  *n_records = (guint) count;
  *path = copy_aside (self, error);

  return *path != NULL;
}

/**
 * hbk_library_remove_copy:
 * @path: (type filename): what [method@Library.copy_database] gave
 *
 * Removes a copy of the database.
 */
void
hbk_library_remove_copy (const char *path)
{
  if (unlink (path) != 0)
    g_debug ("A copy of the database stays: %s", g_strerror (errno));
}

/**
 * hbk_library_make_weekly_backup:
 * @self: a library that was opened for writing
 * @error: return location for an error
 *
 * Makes a backup when the last weekly one is not of this week; also when it seems to be of the future, because a clock was wrong. A library
 * in which nothing was done yet needs none.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_make_weekly_backup (HbkLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (self->dir, is_backup);
  gint64 now = hbk_clock_now (self->clock);
  gint64 n_steps;

  if (!hbk_database_get_int (self->database, "SELECT max(number) FROM step", &n_steps, error))
    return FALSE;
  if (n_steps == 0)
    return TRUE;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gint64      moment = get_moment (name);

      if (get_reason (name) == reasons[HBK_BACKUP_WEEKLY] && ABS (now - moment) < 7 * 24 * G_TIME_SPAN_HOUR)
        return TRUE;
    }

  return hbk_library_make_backup (self, HBK_BACKUP_WEEKLY, NULL, error);
}

/**
 * hbk_library_list_backups:
 * @dir: the folder of a library, which need not be in order
 *
 * Lists the backups of the database that Hourbook made by itself.
 *
 * Returns: (transfer full) (element-type filename): their paths, the newest first
 */
GPtrArray *
hbk_library_list_backups (const char *dir)
{
  g_autoptr (GPtrArray) names = NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (dir != NULL, NULL);

  names = list_names (dir, is_backup);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (paths, g_build_filename (dir, HBK_LIBRARY_BACKUPS, g_ptr_array_index (names, i), NULL));

  return paths;
}

/**
 * hbk_library_find_good_backup:
 * @dir: the folder of a library, which need not be in order
 *
 * Finds the newest backup that is in order itself.
 *
 * Returns: (transfer full) (nullable) (type filename): its path, or %NULL when there is none
 */
char *
hbk_library_find_good_backup (const char *dir)
{
  g_autoptr (GPtrArray) paths = hbk_library_list_backups (dir);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (HbkDatabase) database = hbk_database_open (path, HBK_DATABASE_READ, NULL);
      g_autofree char *finding = NULL;

      if (database != NULL && hbk_database_check (database, FALSE, &finding, NULL))
        return g_strdup (path);
    }

  return NULL;
}

/**
 * hbk_library_get_backup_moment:
 * @path: (type filename): a backup that Hourbook made by itself
 *
 * Says when it was made, by its name.
 *
 * Returns: microseconds since 1970 UTC; 0 when the name does not say
 */
gint64
hbk_library_get_backup_moment (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return is_backup (name) ? get_moment (name) : 0;
}
