/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "library/hbk-backup-writer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "folder.h"
#include "library/hbk-backup-archive.h"
#include "library/hbk-blob-listing.h"
#include "disk/hbk-file-io.h"

#define DATABASE_SIZE (HBK_FILE_IO_BLOCK + 100000)
#define CREATED 1772325000 /* 2026-03-01T00:30:00Z */

typedef struct
{
  char             *folder;
  char             *dir;
  char             *database;
  char             *target;
  char             *path;
  HbkBlobStore     *store;
  HbkBlob           blobs[3];
  const char       *evidence[5];
  HbkBackupContents contents;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const gsize sizes[] = { 0, 5, 700001 };
  g_autoptr (GError) error = NULL;

  fixture->folder = hbk_folder_new ();
  fixture->dir = g_build_filename (fixture->folder, "evidence", NULL);
  fixture->store = hbk_blob_store_open (fixture->dir, TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *source = hbk_folder_write_noise (fixture->folder, "source", sizes[i], i);

      hbk_blob_store_add_path (fixture->store, source, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &fixture->blobs[i], &error);
      g_assert_no_error (error);
      fixture->evidence[i] = fixture->blobs[i].sha256;
    }
  fixture->evidence[3] = fixture->blobs[0].sha256; /* named twice */

  fixture->database = hbk_folder_write_noise (fixture->folder, "library.db", DATABASE_SIZE, 9);
  fixture->target = g_build_filename (fixture->folder, "target", NULL);
  g_assert_cmpint (g_mkdir (fixture->target, 0700), ==, 0);
  fixture->path = g_build_filename (fixture->target, "a" HBK_BACKUP_EXTENSION, NULL);
  fixture->contents = (HbkBackupContents) { fixture->database, fixture->store, fixture->evidence, CREATED, "0.1.0", 12 };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  g_free (fixture->dir);
  g_free (fixture->database);
  g_free (fixture->target);
  g_free (fixture->path);
  hbk_folder_remove (fixture->folder);
}

static void
write_backup (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  hbk_backup_write (fixture->path, &fixture->contents, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static HbkBackupArchive *
open_backup (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HbkBackupArchive *archive = hbk_backup_archive_open (fixture->path, &error);

  g_assert_no_error (error);
  return archive;
}

/* Nothing but what was there before lies in the target. */
static void
assert_not_written (Fixture *fixture, const char *names, const GError *error, HbkError code, const char *words)
{
  g_autofree char *left = hbk_folder_list (fixture->target);

  g_assert_error (error, HBK_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpstr (left, ==, names);
}

static void
assert_same_files (const char *a, const char *b)
{
  g_autofree char *a_text = NULL;
  g_autofree char *b_text = NULL;
  gsize            a_length, b_length;

  g_assert_true (g_file_get_contents (a, &a_text, &a_length, NULL));
  g_assert_true (g_file_get_contents (b, &b_text, &b_length, NULL));
  g_assert_cmpmem (a_text, a_length, b_text, b_length);
}

/* ---- There and back ---- */

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkBackupArchive) archive = NULL;
  g_autoptr (HbkBlobStore) store = NULL;
  g_autoptr (HbkBlobListing) listing = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char         *dir = g_build_filename (fixture->folder, "restored", NULL);
  g_autofree char         *database = g_build_filename (fixture->folder, "restored.db", NULL);
  const HbkBackupManifest *manifest;
  struct stat              status;

  write_backup (fixture);
  archive = open_backup (fixture);
  manifest = hbk_backup_archive_get_manifest (archive);
  g_assert_cmpint (manifest->created, ==, CREATED);
  g_assert_cmpstr (manifest->application, ==, "0.1.0");
  g_assert_cmpuint (manifest->n_records, ==, 12);
  g_assert_cmpuint (manifest->evidence->len, ==, 3);
  g_assert_cmpuint (hbk_backup_manifest_get_size (manifest), ==, DATABASE_SIZE + 5 + 700001);

  store = hbk_blob_store_open (dir, TRUE, &error);
  g_assert_no_error (error);
  hbk_backup_archive_extract (archive, database, store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  assert_same_files (fixture->database, database);
  g_assert_cmpint (g_stat (database, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);

  listing = hbk_blob_listing_new (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hbk_blob_listing_get_n (listing), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->blobs); i++)
    {
      HbkBlobState state;

      g_assert_true (hbk_blob_store_verify (store, fixture->blobs[i].sha256, NULL, &state, NULL));
      g_assert_cmpint (state, ==, HBK_BLOB_OK);
    }

  /* Once more: what is there already is no trouble, but a database is never written over. */
  g_assert_false (hbk_backup_archive_extract (archive, database, store, NULL, NULL, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_true (hbk_backup_archive_extract (archive, NULL, store, NULL, NULL, NULL, &error));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = hbk_folder_write (fixture->folder, "empty.db", "", 0);
  g_autoptr (HbkBackupArchive) archive = NULL;
  g_autoptr (GError) error = NULL;

  fixture->contents.database = empty;
  fixture->evidence[0] = NULL;
  write_backup (fixture);
  archive = open_backup (fixture);
  g_assert_true (hbk_backup_archive_verify (archive, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Whoever makes it, wherever, in whichever order the evidence is named. */
static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->target, "b" HBK_BACKUP_EXTENSION, NULL);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  const char      *reversed[] = { fixture->evidence[2], fixture->evidence[1], fixture->evidence[0], NULL };
  g_autoptr (GError) error = NULL;

  write_backup (fixture);

  g_setenv ("TZ", "America/New_York", TRUE);
  tzset ();
  fixture->contents.evidence = reversed;
  hbk_backup_write (other, &fixture->contents, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();

  assert_same_files (fixture->path, other);
}

/* The person's other programs can open it. */
static void
test_other_programs (Fixture *fixture, gconstpointer data)
{
  const char      *test[] = { "unzip", "-t", fixture->path, NULL };
  const char      *list[] = { "unzip", "-Z1", fixture->path, NULL };
  g_autofree char *names = NULL;
  g_autofree char *start = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  write_backup (fixture);
  g_spawn_sync (NULL, (char **) test, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  g_spawn_sync (NULL, (char **) list, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &names, NULL, &status, &error);
  g_assert_no_error (error);
  lines = g_strsplit (names, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  g_assert_cmpstr (lines[0], ==, "mimetype");
  g_assert_cmpstr (lines[1], ==, "manifest.json");
  g_assert_cmpstr (lines[2], ==, "hourbook.db");
  for (guint i = 3; i < 6; i++)
    g_assert_true (g_str_has_prefix (lines[i], "evidence/"));

  /* By this its kind is known from its first bytes. */
  g_assert_true (g_file_get_contents (fixture->path, &start, NULL, NULL));
  g_assert_cmpmem (start, 4, "PK\3\4", 4);
  g_assert_nonnull (memmem (start, 100, "mimetype", 8));
  g_assert_nonnull (memmem (start, 120, HBK_BACKUP_MIMETYPE, strlen (HBK_BACKUP_MIMETYPE)));
}

/* What was removed from a database is zeros, which pack to next to nothing; the reader must not take it for a bomb. */
static void
test_zeros (Fixture *fixture, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (8 * 1024 * 1024);
  g_autofree char *database = hbk_folder_write (fixture->folder, "zeros.db", zeros, 8 * 1024 * 1024);
  g_autoptr (HbkBackupArchive) archive = NULL;

  fixture->contents.database = database;
  fixture->evidence[0] = NULL;
  write_backup (fixture);
  archive = open_backup (fixture);
  g_assert_true (hbk_backup_archive_verify (archive, NULL, NULL, NULL, NULL));
}

/* ---- Names ---- */

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = hbk_folder_write (fixture->target, "a" HBK_BACKUP_EXTENSION, "old", 3);
  g_autofree char *text = NULL;
  g_autoptr (HbkBackupArchive) archive = NULL;
  g_autoptr (GError) taken = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hbk_backup_write (fixture->path, &fixture->contents, FALSE, NULL, NULL, NULL, &taken));
  assert_not_written (fixture, "a" HBK_BACKUP_EXTENSION, taken, HBK_ERROR_DUPLICATE, "There is something of this name already.");
  g_assert_true (g_file_get_contents (old, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");

  hbk_backup_write (fixture->path, &fixture->contents, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  archive = open_backup (fixture);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a" HBK_BACKUP_EXTENSION, NULL);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) closed = NULL;
  g_autoptr (GError) no_database = NULL;

  g_assert_false (hbk_backup_write (nowhere, &fixture->contents, FALSE, NULL, NULL, NULL, &missing));
  assert_not_written (fixture, "", missing, HBK_ERROR_NOT_FOUND, "There is no such folder.");

  g_assert_cmpint (g_chmod (fixture->target, 0500), ==, 0);
  g_assert_false (hbk_backup_write (fixture->path, &fixture->contents, FALSE, NULL, NULL, NULL, &closed));
  g_assert_cmpint (g_chmod (fixture->target, 0700), ==, 0);
  assert_not_written (fixture, "", closed, HBK_ERROR_IO, "It may not be changed.");

  g_assert_cmpint (g_unlink (fixture->database), ==, 0);
  g_assert_false (hbk_backup_write (fixture->path, &fixture->contents, FALSE, NULL, NULL, NULL, &no_database));
  assert_not_written (fixture, "", no_database, HBK_ERROR_NOT_FOUND, "library.db: There is no such file.");
}

static void
test_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *left = hbk_folder_write (fixture->target, ".hourbook-backup-0123456789abcdef0123456789abcdef", "x", 1);
  g_autofree char *names = NULL;

  write_backup (fixture);
  names = hbk_folder_list (fixture->target);
  g_assert_cmpstr (names, ==, "a" HBK_BACKUP_EXTENSION);
}

/* ---- What goes wrong ---- */

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("%.2s/%s", fixture->evidence[1], fixture->evidence[1]);
  g_autofree char *path = hbk_folder_write (fixture->dir, name, "other", 5);
  g_autoptr (GError) changed = NULL;
  g_autoptr (GError) missing = NULL;

  g_assert_false (hbk_backup_write (fixture->path, &fixture->contents, FALSE, NULL, NULL, NULL, &changed));
  assert_not_written (fixture, "", changed, HBK_ERROR_DAMAGED, "among the evidence is not as it was stored, so the backup was not made.");

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (hbk_backup_write (fixture->path, &fixture->contents, FALSE, NULL, NULL, NULL, &missing));
  assert_not_written (fixture, "", missing, HBK_ERROR_NOT_FOUND, "is missing among the evidence.");
}

typedef struct
{
  Fixture      *fixture;
  GCancellable *cancellable;
  guint64       last;
} Meanwhile;

static void
meanwhile_cb (guint64 done, guint64 total, gpointer user_data)
{
  Meanwhile *meanwhile = user_data;

  g_assert_cmpuint (done, >=, meanwhile->last);
  g_assert_cmpuint (done, <=, total);
  if (meanwhile->cancellable != NULL)
    g_cancellable_cancel (meanwhile->cancellable);
  else if (meanwhile->fixture != NULL && meanwhile->last == 0)
    g_assert_cmpint (truncate (meanwhile->fixture->database, DATABASE_SIZE - 1), ==, 0);
  meanwhile->last = done;
}

static void
test_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Meanwhile watch = { NULL };
  Meanwhile cancel = { NULL, cancellable };
  Meanwhile change = { fixture };
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hbk_backup_write (fixture->path, &fixture->contents, FALSE, cancellable, meanwhile_cb, &cancel, &cancelled));
  assert_not_written (fixture, "", cancelled, HBK_ERROR_CANCELLED, "This was stopped.");

  hbk_backup_write (fixture->path, &fixture->contents, FALSE, NULL, meanwhile_cb, &watch, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (watch.last, ==, DATABASE_SIZE + 5 + 700001);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  g_assert_false (hbk_backup_write (fixture->path, &fixture->contents, FALSE, NULL, meanwhile_cb, &change, &changed));
  assert_not_written (fixture, "", changed, HBK_ERROR_BUSY, "library.db: The database changed while it was being copied, so the backup was not made. Try again.");
}

static void
test_cancel_extract (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *database = g_build_filename (fixture->target, "restored.db", NULL);
  Meanwhile        cancel = { NULL, cancellable };
  g_autoptr (HbkBackupArchive) archive = NULL;
  g_autoptr (GError) error = NULL;

  write_backup (fixture);
  archive = open_backup (fixture);
  g_assert_false (hbk_backup_archive_extract (archive, database, NULL, cancellable, meanwhile_cb, &cancel, &error));
  assert_not_written (fixture, "a" HBK_BACKUP_EXTENSION, error, HBK_ERROR_CANCELLED, "This was stopped.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/backup/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("empty", test_empty);
  ADD ("same-bytes", test_same_bytes);
  ADD ("other-programs", test_other_programs);
  ADD ("zeros", test_zeros);
  ADD ("replace", test_replace);
  ADD ("places", test_places);
  ADD ("left", test_left);
  ADD ("evidence", test_evidence);
  ADD ("meanwhile", test_meanwhile);
  ADD ("cancel-extract", test_cancel_extract);
  return g_test_run ();
}
