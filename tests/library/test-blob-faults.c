/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kills and faults at every single call that changes the disk, one after the other, until the work gets through. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "folder.h"
#include "library/hbk-backup-archive.h"
#include "library/hbk-blob-listing.h"
#include "disk/hbk-file-io.h"

/* Two blocks that go past the system's memory, and one that is not full. */
#define SIZE (2 * HBK_FILE_IO_BLOCK + 7)
#define FAULTS_MAX 500

static guint n_faults;

typedef struct
{
  const char *kind;
  const char *calls;
  gboolean    is_sticky;
  const char *says;
} Fault;

static const Fault faults[] = {
  { "kill", "all", FALSE, NULL },
  { "EIO", "all", FALSE, "The disk reported an error" },
  { "ENOSPC", "all", FALSE, "The disk is full" },
  { "EROFS", "all", FALSE, "It may not be changed" },
  { "EACCES", "all", FALSE, "It may not be changed" },
  { "EINVAL", "all", FALSE, "The disk reported an error" }, /* what a disk says that cannot do it this way, but another */
  { "ENOSPC", "write", TRUE, "The disk is full" },
  { "EIO", "fsync", TRUE, "The disk reported an error" },
};

typedef struct
{
  int   status; /* an exit status, or -1 when it was killed */
  char *words;
  char *hit; /* which call the fault hit, or NULL */
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->words);
  g_free (outcome->hit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static char **
fault_environment (const Fault *fault, guint at, const char *count_file)
{
  g_autofree char *number = g_strdup_printf ("%u", at);
  char           **environment = g_environ_setenv (g_get_environ (), "LD_PRELOAD", g_getenv ("HBK_FAULT_SHIM"), TRUE);

  /* The shim stands before the sanitizer on purpose. */
  environment = g_environ_setenv (environment, "ASAN_OPTIONS", "verify_asan_link_order=0", TRUE);
  environment = g_environ_setenv (environment, "HBK_FAULT_AT", number, TRUE);
  environment = g_environ_setenv (environment, "HBK_FAULT_KIND", fault->kind, TRUE);
  environment = g_environ_setenv (environment, "HBK_FAULT_CALLS", fault->calls, TRUE);
  environment = g_environ_setenv (environment, "HBK_FAULT_STICKY", fault->is_sticky ? "1" : "0", TRUE);
  environment = g_environ_setenv (environment, "HBK_FAULT_COUNT_FILE", count_file, TRUE);
  return environment;
}

static void
run (const char *const *arguments, char **environment, Outcome *outcome)
{
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) built = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_strv_builder_add (argv, g_getenv ("HBK_FAULT_ADD"));
  g_strv_builder_addv (argv, (const char **) arguments);
  built = g_strv_builder_end (argv);

  g_spawn_sync (NULL, built, environment, G_SPAWN_DEFAULT, NULL, NULL, &outcome->words, NULL, &status, &error);
  g_assert_no_error (error);
  outcome->status = WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static void
run_faulty (const char *const *arguments, const Fault *fault, guint at, const char *folder, Outcome *outcome)
{
  g_autofree char *count_file = g_build_filename (folder, "count", NULL);
  g_auto (GStrv) environment = fault_environment (fault, at, count_file);
  g_autofree char *count = NULL;
  char            *hit;

  run (arguments, environment, outcome);
  g_assert_true (g_file_get_contents (count_file, &count, NULL, NULL));
  hit = strchr (g_strchomp (count), ' ');
  outcome->hit = hit != NULL ? g_strdup (hit + 1) : NULL;
  n_faults += hit != NULL;
}

static void
check_outcome (const Outcome *outcome, const Fault *fault)
{
  if (fault->says == NULL)
    g_assert_cmpint (outcome->status, ==, -1);
  else if (outcome->status != 0)
    {
      g_assert_cmpint (outcome->status, ==, 3);
      g_assert_nonnull (strstr (outcome->words, fault->says));
    }
}

/* ---- Adding ---- */

/* What lies under a checksum is whole, always; and after a returned error nothing lies about. */
static void
check_store (const char *dir, const Outcome *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkBlobStore) store = NULL;
  g_autoptr (HbkBlobListing) listing = NULL;
  g_autoptr (GPtrArray) leftovers = NULL;
  HbkBlobState state;
  guint        n_removed;

  if (!g_file_test (dir, G_FILE_TEST_IS_DIR))
    return;

  store = hbk_blob_store_open (dir, FALSE, &error);
  g_assert_no_error (error);
  listing = hbk_blob_listing_new (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hbk_blob_listing_get_n (listing); i++)
    {
      hbk_blob_store_verify (store, hbk_blob_listing_get (listing, i)->sha256, NULL, &state, &error);
      g_assert_no_error (error);
      g_assert_cmpint (state, ==, HBK_BLOB_OK);
    }

  leftovers = hbk_blob_store_list_leftovers (store, &error);
  g_assert_no_error (error);
  if (outcome->status == 3)
    g_assert_cmpuint (leftovers->len, ==, 0);

  hbk_blob_store_remove_leftovers (store, &n_removed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_removed, ==, leftovers->len);
}

static void
assert_added (const char *const *arguments, const char *dir)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkBlobStore) store = NULL;
  g_autoptr (HbkBlobListing) listing = NULL;

  run (arguments, NULL, &outcome);
  g_assert_cmpint (outcome.status, ==, 0);

  store = hbk_blob_store_open (dir, FALSE, &error);
  g_assert_no_error (error);
  listing = hbk_blob_listing_new (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hbk_blob_listing_get_n (listing), ==, 1);
  g_assert_cmpuint (hbk_blob_listing_get (listing, 0)->size, ==, SIZE);
}

typedef void (*PrepareFunc) (const char *dir, const char *source);

static void
try_adding (const Fault *fault, PrepareFunc prepare)
{
  for (guint at = 1; at < FAULTS_MAX; at++)
    {
      g_autoptr (HbkFolder) folder = hbk_folder_new ();
      g_autofree char *source = hbk_folder_write_noise (folder, "source", SIZE, 1);
      g_autofree char *dir = g_build_filename (folder, "evidence", NULL);
      const char      *arguments[] = { "add", dir, source, NULL };
      g_auto (Outcome) outcome = { 0 };

      if (prepare != NULL)
        prepare (dir, source);
      run_faulty (arguments, fault, at, folder, &outcome);
      if (outcome.hit == NULL)
        {
          g_assert_cmpint (outcome.status, ==, 0);
          return;
        }

      check_outcome (&outcome, fault);
      check_store (dir, &outcome);
      assert_added (arguments, dir);
    }
  g_assert_not_reached ();
}

static void
test_add (gconstpointer fault)
{
  try_adding (fault, NULL);
}

static void
add_first (const char *dir, const char *source)
{
  const char *arguments[] = { "add", dir, source, NULL };

  assert_added (arguments, dir);
}

static void
test_add_again (gconstpointer fault)
{
  try_adding (fault, add_first);
}

/* ---- Taking the place of a damaged one ---- */

static char *
find_blob (const char *dir)
{
  g_autoptr (HbkBlobStore) store = hbk_blob_store_open (dir, FALSE, NULL);
  g_autoptr (HbkBlobListing) listing = hbk_blob_listing_new (store, NULL);

  g_assert_cmpuint (hbk_blob_listing_get_n (listing), ==, 1);
  return g_strdup (hbk_blob_listing_get (listing, 0)->sha256);
}

static void
test_repair (gconstpointer data)
{
  const Fault *fault = data;

  for (guint at = 1; at < FAULTS_MAX; at++)
    {
      g_autoptr (HbkFolder) folder = hbk_folder_new ();
      g_autofree char *source = hbk_folder_write_noise (folder, "source", SIZE, 1);
      g_autofree char *dir = g_build_filename (folder, "evidence", NULL);
      const char      *arguments[] = { "add", dir, source, NULL };
      g_autofree char *sha256 = NULL;
      g_autofree char *place = NULL;
      g_autofree char *damaged = NULL;
      g_autofree char *files = NULL;
      g_autofree char *kept = NULL;
      g_auto (Outcome) outcome = { 0 };

      add_first (dir, source);
      sha256 = find_blob (dir);
      place = g_strdup_printf ("%.2s/%s", sha256, sha256);
      damaged = hbk_folder_write (dir, place, "damaged", strlen ("damaged"));

      run_faulty (arguments, fault, at, folder, &outcome);
      if (outcome.hit == NULL)
        {
          g_assert_cmpint (outcome.status, ==, 0);
          return;
        }
      check_outcome (&outcome, fault);

      /* Nothing is lost: the damaged one is there, in its place or beside it. */
      files = hbk_folder_list (dir);
      kept = g_strconcat (damaged, ".damaged-1", NULL);
      if (g_file_test (kept, G_FILE_TEST_EXISTS))
        g_assert_nonnull (strstr (files, place));
      else
        {
          g_autofree char *text = NULL;

          g_assert_true (g_file_get_contents (damaged, &text, NULL, NULL));
          g_assert_cmpstr (text, ==, "damaged");
        }
      assert_added (arguments, dir);
    }
  g_assert_not_reached ();
}

/* ---- Backing up ---- */

static void
check_backup (const char *path, const char *target_dir, const Outcome *outcome)
{
  g_autofree char *names = hbk_folder_list (target_dir);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkBackupArchive) archive = NULL;

  if (outcome->status == 3)
    g_assert_cmpstr (names, ==, "a.hourbook-backup");

  /* The old one, or all of the new one. */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (g_str_equal (text, "old"))
    return;

  archive = hbk_backup_archive_open (path, &error);
  g_assert_no_error (error);
  hbk_backup_archive_verify (archive, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_back_up (gconstpointer data)
{
  const Fault *fault = data;

  for (guint at = 1; at < FAULTS_MAX; at++)
    {
      g_autoptr (HbkFolder) folder = hbk_folder_new ();
      g_autofree char *source = hbk_folder_write_noise (folder, "source", SIZE, 1);
      g_autofree char *database = hbk_folder_write_noise (folder, "hourbook.db", 100000, 2);
      g_autofree char *path = hbk_folder_write (folder, "target/a.hourbook-backup", "old", 3);
      g_autofree char *target = g_path_get_dirname (path);
      g_autofree char *dir = g_build_filename (folder, "evidence", NULL);
      g_autofree char *names = NULL;
      g_autofree char *sha256 = NULL;
      g_auto (Outcome) outcome = { 0 };
      g_auto (Outcome) again = { 0 };

      add_first (dir, source);
      sha256 = find_blob (dir);

      {
        const char *arguments[] = { "back-up", dir, database, sha256, path, NULL };

        run_faulty (arguments, fault, at, folder, &outcome);
        if (outcome.hit == NULL)
          {
            g_assert_cmpint (outcome.status, ==, 0);
            return;
          }
        check_outcome (&outcome, fault);
        check_backup (path, target, &outcome);

        run (arguments, NULL, &again);
        g_assert_cmpint (again.status, ==, 0);
      }

      /* The next one removes what a killed one left. */
      names = hbk_folder_list (target);
      g_assert_cmpstr (names, ==, "a.hourbook-backup");
    }
  g_assert_not_reached ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char   *name;
    GTestDataFunc func;
  } cases[] = {
    { "add", test_add },
    { "add-again", test_add_again },
    { "repair", test_repair },
    { "back-up", test_back_up },
  };
  int result;

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (faults); j++)
        {
          const Fault     *fault = &faults[j];
          g_autofree char *path = g_strdup_printf ("/blob-faults/%s/%s-%s%s", cases[i].name, fault->kind, fault->calls, fault->is_sticky ? "-sticky" : "");

          g_test_add_data_func (path, fault, cases[i].func);
        }
    }

  result = g_test_run ();
  g_print ("# faults tried: %u\n", n_faults);
  return result;
}
