/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in a store: reading, verifying, listing, removing, and what was left. */

#define _GNU_SOURCE

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "folder.h"
#include "library/hbk-blob-listing.h"

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define NONE "00000000000000000000000000000000000000000000000000000000000000ab"
#define LEFT ".new/0123456789abcdef0123456789abcdef"

typedef struct
{
  char         *folder;
  char         *dir;
  char         *path; /* of the stored file */
  HbkBlobStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;
  HbkBlob          blob;

  fixture->folder = hbk_folder_new ();
  fixture->dir = g_build_filename (fixture->folder, "evidence", NULL);
  fixture->path = g_build_filename (fixture->dir, "ba", ABC, NULL);
  fixture->store = hbk_blob_store_open (fixture->dir, TRUE, &error);
  g_assert_no_error (error);
  source = hbk_folder_write (fixture->folder, "source", "abc", 3);
  hbk_blob_store_add_path (fixture->store, source, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  g_free (fixture->path);
  g_free (fixture->dir);
  hbk_folder_remove (fixture->folder);
}

static HbkBlobState
verify (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HbkBlobState state;

  hbk_blob_store_verify (fixture->store, ABC, NULL, &state, &error);
  g_assert_no_error (error);
  return state;
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char text[8];
  int  fd = hbk_blob_store_open_blob (fixture->store, ABC, &error);

  g_assert_no_error (error);
  g_assert_cmpint (read (fd, text, sizeof text), ==, 3);
  g_assert_cmpmem (text, 3, "abc", 3);
  g_assert_cmpint (write (fd, "x", 1), ==, -1);
  close (fd);
}

static void
test_read_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) closed = NULL;
  guint64 size;

  g_assert_cmpint (hbk_blob_store_open_blob (fixture->store, NONE, &missing), ==, -1);
  g_assert_error (missing, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  g_assert_cmpstr (missing->message, ==, "The file 000000000000… is missing among the evidence. Put it back from a backup, or attach it again.");

  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_false (hbk_blob_store_get_size (fixture->store, ABC, &size, &closed));
  g_assert_error (closed, HBK_ERROR, HBK_ERROR_DAMAGED);
  g_assert_cmpstr (closed->message, ==, "The file ba7816bf8f01… among the evidence cannot be read (Permission denied). Check the disk, then put it back from a backup, or attach it again.");
}

static void
test_verify (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longer = NULL;

  g_assert_cmpint (verify (fixture), ==, HBK_BLOB_OK);

  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_cmpint (verify (fixture), ==, HBK_BLOB_UNREADABLE);

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  longer = hbk_folder_write (fixture->dir, "ba/" ABC, "abcd", 4);
  g_assert_cmpint (verify (fixture), ==, HBK_BLOB_CHANGED);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (verify (fixture), ==, HBK_BLOB_MISSING);

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_cmpint (verify (fixture), ==, HBK_BLOB_CHANGED);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", fixture->path), ==, 0);
  g_assert_cmpint (verify (fixture), ==, HBK_BLOB_CHANGED);
}

static void
test_verify_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  HbkBlobState state;

  g_cancellable_cancel (cancellable);
  g_assert_false (hbk_blob_store_verify (fixture->store, ABC, cancellable, &state, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) closed = NULL;
  g_autofree char *drawer = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_chmod (drawer, 0500), ==, 0);
  g_assert_false (hbk_blob_store_remove (fixture->store, ABC, &closed));
  g_assert_error (closed, HBK_ERROR, HBK_ERROR_IO);
  g_assert_cmpint (g_chmod (drawer, 0700), ==, 0);

  g_assert_true (hbk_blob_store_remove (fixture->store, ABC, NULL));
  g_assert_false (hbk_blob_store_has (fixture->store, ABC));
  g_assert_false (hbk_blob_store_remove (fixture->store, ABC, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const char *const strange[] = { "aa/" ABC, "ba/" ABC ".damaged-1", "ba/notes.txt", "zz/x", "README", "bb" };
  g_autoptr (HbkBlobListing) listing = NULL;
  g_autoptr (GString) names = g_string_new ("");
  g_autoptr (GError) error = NULL;
  g_autofree char *other = hbk_folder_write (fixture->dir, "00/" NONE, "xy", 2);
  g_autofree char *left = hbk_folder_write (fixture->dir, LEFT, "a", 1);

  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autofree char *path = hbk_folder_write (fixture->dir, strange[i], "x", 1);
    }

  listing = hbk_blob_listing_new (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hbk_blob_listing_get_n (listing), ==, 2);
  g_assert_cmpstr (hbk_blob_listing_get (listing, 0)->sha256, ==, NONE);
  g_assert_cmpuint (hbk_blob_listing_get (listing, 0)->size, ==, 2);
  g_assert_cmpstr (hbk_blob_listing_get (listing, 1)->sha256, ==, ABC);
  g_assert_true (hbk_blob_listing_lookup (listing, ABC) == hbk_blob_listing_get (listing, 1));
  g_assert_null (hbk_blob_listing_lookup (listing, "1000000000000000000000000000000000000000000000000000000000000000"));

  g_assert_cmpuint (hbk_blob_listing_get_n_strange (listing), ==, hbk_blob_listing_get_n_strange_total (listing));
  for (guint i = 0; i < hbk_blob_listing_get_n_strange (listing); i++)
    g_string_append_printf (names, "%s ", hbk_blob_listing_get_strange (listing, i));
  g_assert_cmpstr (names->str, ==, "README aa/" ABC " ba/" ABC ".damaged-1 ba/notes.txt bb zz ");
}

static void
test_list_closed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *drawer = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (drawer, 0), ==, 0);
  g_assert_null (hbk_blob_listing_new (fixture->store, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "evidence: The folder cannot be read (Permission denied). Change its permissions, or ask its owner."));
  g_assert_cmpint (g_chmod (drawer, 0700), ==, 0);
}

static void
test_many_strange (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkBlobListing) listing = NULL;

  for (guint i = 0; i < HBK_BLOB_LISTING_MAX_STRANGE + 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *path = hbk_folder_write (fixture->dir, name, "", 0);
    }

  listing = hbk_blob_listing_new (fixture->store, NULL);
  g_assert_cmpuint (hbk_blob_listing_get_n (listing), ==, 1);
  g_assert_cmpuint (hbk_blob_listing_get_n_strange (listing), ==, HBK_BLOB_LISTING_MAX_STRANGE);
  g_assert_cmpuint (hbk_blob_listing_get_n_strange_total (listing), ==, HBK_BLOB_LISTING_MAX_STRANGE + 5);
}

static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *left = hbk_folder_write (fixture->dir, LEFT, "abcde", 5);
  g_autofree char *foreign = hbk_folder_write (fixture->dir, ".new/foreign", "x", 1);
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (GPtrArray) in_use = NULL;
  g_autoptr (GError) error = NULL;
  const HbkBlobLeftover *leftover;
  guint                  n_removed;
  int                    fd;

  leftovers = hbk_blob_store_list_leftovers (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leftovers->len, ==, 1);
  leftover = g_ptr_array_index (leftovers, 0);
  g_assert_cmpstr (leftover->name, ==, LEFT);
  g_assert_cmpuint (leftover->size, ==, 5);
  g_assert_false (leftover->in_use);

  /* As a program holds it that is writing it. */
  fd = open (left, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  in_use = hbk_blob_store_list_leftovers (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_true (((const HbkBlobLeftover *) g_ptr_array_index (in_use, 0))->in_use);
  hbk_blob_store_remove_leftovers (fixture->store, &n_removed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_removed, ==, 0);
  g_assert_true (g_file_test (left, G_FILE_TEST_EXISTS));

  close (fd);
  hbk_blob_store_remove_leftovers (fixture->store, &n_removed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
test_leftovers_closed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *left = hbk_folder_write (fixture->dir, LEFT, "abcde", 5);
  g_autofree char *new_dir = g_path_get_dirname (left);
  g_autoptr (GError) listing = NULL;
  g_autoptr (GError) removing = NULL;

  g_assert_cmpint (g_chmod (new_dir, 0500), ==, 0);
  g_assert_false (hbk_blob_store_remove_leftovers (fixture->store, NULL, &removing));
  g_assert_error (removing, HBK_ERROR, HBK_ERROR_IO);
  g_assert_cmpint (g_chmod (new_dir, 0), ==, 0);
  g_assert_null (hbk_blob_store_list_leftovers (fixture->store, &listing));
  g_assert_error (listing, HBK_ERROR, HBK_ERROR_IO);
  g_assert_cmpint (g_chmod (new_dir, 0700), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/blob-care/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("read", test_read);
  ADD ("read-missing", test_read_missing);
  ADD ("verify", test_verify);
  ADD ("verify-cancelled", test_verify_cancelled);
  ADD ("remove", test_remove);
  ADD ("list", test_list);
  ADD ("list-closed", test_list_closed);
  ADD ("many-strange", test_many_strange);
  ADD ("leftovers", test_leftovers);
  ADD ("leftovers-closed", test_leftovers_closed);
  return g_test_run ();
}
