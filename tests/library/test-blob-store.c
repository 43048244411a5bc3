/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "library/hbk-blob-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "folder.h"
#include "disk/hbk-file-io.h"

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define NONE "00000000000000000000000000000000000000000000000000000000000000ab"

#define SIZE (3 * HBK_FILE_IO_BLOCK + 7)

typedef struct
{
  char         *folder;
  char         *dir;
  HbkBlobStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = hbk_folder_new ();
  fixture->dir = g_build_filename (fixture->folder, "evidence", NULL);
  fixture->store = hbk_blob_store_open (fixture->dir, TRUE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  g_free (fixture->dir);
  hbk_folder_remove (fixture->folder);
}

static HbkBlob
add (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  HbkBlob blob;

  hbk_blob_store_add_path (fixture->store, path, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, &error);
  g_assert_no_error (error);
  return blob;
}

static HbkBlob
add_text (Fixture *fixture, const char *text)
{
  g_autofree char *path = hbk_folder_write (fixture->folder, "source", text, strlen (text));

  return add (fixture, path);
}

static void
assert_refused (Fixture *fixture, const char *path, HbkError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;
  HbkBlob          blob;

  g_assert_false (hbk_blob_store_add_path (fixture->store, path, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, &error));
  g_assert_error (error, HBK_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  left = hbk_folder_list (fixture->dir);
  g_assert_cmpstr (left, ==, "");
}

static HbkBlobState
verify (Fixture *fixture, const char *sha256)
{
  g_autoptr (GError) error = NULL;
  HbkBlobState state;

  hbk_blob_store_verify (fixture->store, sha256, NULL, &state, &error);
  g_assert_no_error (error);
  return state;
}

/* ---- Adding ---- */

static void
test_add (Fixture *fixture, gconstpointer data)
{
  HbkBlob          blob = add_text (fixture, "abc");
  g_autofree char *files = hbk_folder_list (fixture->dir);
  g_autofree char *path = g_build_filename (fixture->dir, "ba", ABC, NULL);
  g_autofree char *drawer = g_path_get_dirname (path);
  struct stat      status;
  guint64          size;

  g_assert_cmpstr (blob.sha256, ==, ABC);
  g_assert_cmpuint (blob.size, ==, 3);
  g_assert_false (blob.was_there);
  g_assert_false (blob.replaced_damaged);
  g_assert_cmpstr (files, ==, "ba/" ABC);

  /* For nobody else. */
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (drawer, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0700);
  g_assert_cmpint (g_stat (fixture->dir, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0700);

  g_assert_true (hbk_blob_store_has (fixture->store, ABC));
  g_assert_true (hbk_blob_store_get_size (fixture->store, ABC, &size, NULL));
  g_assert_cmpuint (size, ==, 3);
  g_assert_false (hbk_blob_store_has (fixture->store, NONE));
}

static void
test_add_again (Fixture *fixture, gconstpointer data)
{
  HbkBlob first = add_text (fixture, "abc");
  HbkBlob again = add_text (fixture, "abc");

  g_assert_false (first.was_there);
  g_assert_true (again.was_there);
  g_assert_false (again.replaced_damaged);
  g_assert_cmpstr (again.sha256, ==, ABC);
  g_assert_cmpuint (again.size, ==, 3);
}

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  /* Around the size of a block, where the end of a file may be missed. */
  static const gsize sizes[] = { 0, 1, HBK_FILE_IO_BLOCK - 1, HBK_FILE_IO_BLOCK, HBK_FILE_IO_BLOCK + 1, 3 * HBK_FILE_IO_BLOCK, 20 * HBK_FILE_IO_BLOCK + 4096, 80 * HBK_FILE_IO_BLOCK + 3 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = hbk_folder_write_noise (fixture->folder, "source", sizes[i], i);
      g_autofree char *text = NULL;
      g_autofree char *sha256 = NULL;
      HbkBlob          blob = add (fixture, path);
      gsize            length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) text, length);
      g_assert_cmpstr (blob.sha256, ==, sha256);
      g_assert_cmpuint (blob.size, ==, sizes[i]);
      g_assert_cmpint (verify (fixture, sha256), ==, HBK_BLOB_OK);
    }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *files = NULL;
  HbkBlob          blob;

  add_text (fixture, "abc");
  for (int i = 0; i < 2; i++)
    {
      /* The same size, so that only reading it tells. */
      g_autofree char *path = hbk_folder_write (fixture->dir, "ba/" ABC, "abd", 3);

      g_assert_cmpint (verify (fixture, ABC), ==, HBK_BLOB_CHANGED);
      blob = add_text (fixture, "abc");
      g_assert_true (blob.replaced_damaged);
      g_assert_false (blob.was_there);
      g_assert_cmpint (verify (fixture, ABC), ==, HBK_BLOB_OK);
    }

  files = hbk_folder_list (fixture->dir);
  g_assert_cmpstr (files, ==, "ba/" ABC " ba/" ABC ".damaged-1 ba/" ABC ".damaged-2");
}

static void
test_folder_in_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hbk_folder_write (fixture->dir, "ba/" ABC "/inside", "x", 1);
  g_autofree char *files = NULL;
  HbkBlob          blob = add_text (fixture, "abc");

  g_assert_true (blob.replaced_damaged);
  files = hbk_folder_list (fixture->dir);
  g_assert_cmpstr (files, ==, "ba/" ABC " ba/" ABC ".damaged-1/inside");
}

static void
test_other_kinds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = hbk_folder_write (fixture->folder, "file", "abc", 3);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *none = g_build_filename (fixture->folder, "none", NULL);

  g_assert_cmpint (symlink (file, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  assert_refused (fixture, link, HBK_ERROR_VALUE, "This is a link.");
  assert_refused (fixture, pipe, HBK_ERROR_VALUE, "This is a pipe or a device.");
  assert_refused (fixture, "/dev/zero", HBK_ERROR_VALUE, "This is a pipe or a device.");
  assert_refused (fixture, fixture->folder, HBK_ERROR_VALUE, "This is a folder.");
  assert_refused (fixture, none, HBK_ERROR_NOT_FOUND, "There is no such file.");

  g_assert_cmpint (g_chmod (file, 0), ==, 0);
  assert_refused (fixture, file, HBK_ERROR_IO, "You may not read this file.");
}

static void
test_fd_of_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HbkBlob blob;
  int     fd = open (fixture->folder, O_RDONLY | O_CLOEXEC);

  g_assert_false (hbk_blob_store_add_fd (fixture->store, fd, "x", HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
  close (fd);
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hbk_folder_write_noise (fixture->folder, "source", 2 * 1024 * 1024 + 1, 1);
  g_autoptr (GError) error = NULL;
  HbkBlob blob;

  g_assert_false (hbk_blob_store_add_path (fixture->store, path, 2 * 1024 * 1024, NULL, NULL, NULL, &blob, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "source: The file is larger than 2 MiB, more than a piece of evidence may be."));

  /* A hole costs nothing, and is not read. */
  g_assert_cmpint (truncate (path, (off_t) HBK_BLOB_MAX_BYTES + 1), ==, 0);
  assert_refused (fixture, path, HBK_ERROR_LIMIT, "larger than 4096 MiB");
}

/* ---- While it is being copied ---- */

typedef struct
{
  const char   *path;
  off_t         length;
  GCancellable *cancellable;
  guint64       last;
} Meanwhile;

static void
meanwhile_cb (guint64 done, guint64 total, gpointer user_data)
{
  Meanwhile *meanwhile = user_data;

  g_assert_cmpuint (done, >=, meanwhile->last);
  g_assert_cmpuint (done, <=, total);
  if (meanwhile->last == 0 && meanwhile->path != NULL)
    g_assert_cmpint (truncate (meanwhile->path, meanwhile->length), ==, 0);
  if (meanwhile->cancellable != NULL)
    g_cancellable_cancel (meanwhile->cancellable);
  meanwhile->last = done;
}

static void
try_meanwhile (Fixture *fixture, Meanwhile *meanwhile, HbkError code, const char *words)
{
  g_autofree char *path = hbk_folder_write_noise (fixture->folder, "source", SIZE, 1);
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  HbkBlob blob = { .size = 77 };

  if (meanwhile->length != 0)
    meanwhile->path = path;
  g_assert_false (hbk_blob_store_add_path (fixture->store, path, HBK_BLOB_MAX_BYTES, meanwhile->cancellable, meanwhile_cb, meanwhile, &blob, &error));
  g_assert_error (error, HBK_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpuint (blob.size, ==, 77);
  left = hbk_folder_list (fixture->dir);
  g_assert_cmpstr (left, ==, "");
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  Meanwhile grows = { .length = SIZE + 1 };
  Meanwhile grows_much = { .length = 3 * SIZE };
  Meanwhile shrinks = { .length = SIZE / 2 };
  Meanwhile touched = { .length = SIZE }; /* the same size at another time */

  try_meanwhile (fixture, &grows, HBK_ERROR_IO, "The file changed while it was being copied.");
  try_meanwhile (fixture, &grows_much, HBK_ERROR_IO, "The file changed while it was being copied.");
  try_meanwhile (fixture, &shrinks, HBK_ERROR_IO, "The file changed while it was being copied.");
  g_usleep (20000);
  try_meanwhile (fixture, &touched, HBK_ERROR_IO, "The file changed while it was being copied.");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Meanwhile meanwhile = { .cancellable = cancellable };

  try_meanwhile (fixture, &meanwhile, HBK_ERROR_CANCELLED, "This was stopped. Nothing was changed.");
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hbk_folder_write_noise (fixture->folder, "source", SIZE, 1);
  Meanwhile        meanwhile = { NULL };
  g_autoptr (GError) error = NULL;
  HbkBlob blob;

  hbk_blob_store_add_path (fixture->store, path, HBK_BLOB_MAX_BYTES, NULL, meanwhile_cb, &meanwhile, &blob, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (meanwhile.last, ==, SIZE);
}

static gpointer
add_thread (gpointer data)
{
  Fixture         *fixture = data;
  g_autofree char *path = g_build_filename (fixture->folder, "source", NULL);
  HbkBlob          blob = add (fixture, path);

  g_assert_false (blob.replaced_damaged);
  return GINT_TO_POINTER (blob.was_there);
}

static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hbk_folder_write_noise (fixture->folder, "source", 700000, 1);
  GThread         *threads[8];
  g_autofree char *files = NULL;
  guint            n_new = 0;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, add_thread, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    n_new += !GPOINTER_TO_INT (g_thread_join (threads[i]));

  g_assert_cmpuint (n_new, ==, 1);
  files = hbk_folder_list (fixture->dir);
  g_assert_null (strchr (files, ' '));
}

/* ---- Places that cannot be written ---- */

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *new_dir = g_build_filename (fixture->dir, ".new", NULL);
  g_autofree char *path = hbk_folder_write (fixture->folder, "source", "abc", 3);

  g_assert_cmpint (g_chmod (new_dir, 0500), ==, 0);
  assert_refused (fixture, path, HBK_ERROR_IO, "evidence: It may not be changed.");
  g_assert_cmpint (g_chmod (new_dir, 0700), ==, 0);

  g_assert_cmpint (g_chmod (fixture->dir, 0500), ==, 0);
  assert_refused (fixture, path, HBK_ERROR_IO, "evidence: It may not be changed.");
  g_assert_cmpint (g_chmod (fixture->dir, 0700), ==, 0);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = g_build_filename (fixture->folder, "none", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) link_error = NULL;

  g_assert_null (hbk_blob_store_open (none, FALSE, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "none: There is no such folder. Check the name."));
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));

  g_assert_cmpint (symlink (fixture->dir, link), ==, 0);
  g_assert_null (hbk_blob_store_open (link, TRUE, &link_error));
  g_assert_error (link_error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
}

/* A store from which `.new` was left out, as by a copy without hidden folders, can be read. */
static void
test_open_to_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *new_dir = g_build_filename (fixture->dir, ".new", NULL);
  g_autofree char *path = hbk_folder_write (fixture->folder, "source", "abc", 3);
  g_autoptr (HbkBlobStore) store = NULL;
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (GError) error = NULL;
  HbkBlob blob;

  add_text (fixture, "abc");
  g_assert_cmpint (g_rmdir (new_dir), ==, 0);
  store = hbk_blob_store_open (fixture->dir, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (hbk_blob_store_has (store, ABC));
  leftovers = hbk_blob_store_list_leftovers (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leftovers->len, ==, 0);
  hbk_blob_store_remove_leftovers (store, NULL, &error);
  g_assert_no_error (error);

  g_assert_false (hbk_blob_store_add_path (store, path, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/blob-store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("add-again", test_add_again);
  ADD ("sizes", test_sizes);
  ADD ("damaged", test_damaged);
  ADD ("folder-in-place", test_folder_in_place);
  ADD ("other-kinds", test_other_kinds);
  ADD ("fd-of-folder", test_fd_of_folder);
  ADD ("limit", test_limit);
  ADD ("changes", test_changes);
  ADD ("cancel", test_cancel);
  ADD ("progress", test_progress);
  ADD ("at-once", test_at_once);
  ADD ("closed", test_closed);
  ADD ("open", test_open);
  ADD ("open-to-read", test_open_to_read);
  return g_test_run ();
}
