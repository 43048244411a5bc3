/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "../library/folder.h"
#include "library/hbk-blob-store.h"
#include "support.h"
#include "workspace/hbk-thumbnailer.h"

/* The head of a PNG of 3 by 2 pixels, which is all that is looked at. */
#define PNG "\\211PNG\\r\\n\\032\\n\\0\\0\\0\\rIHDR\\0\\0\\0\\3\\0\\0\\0\\2"
#define REPLY                                                                                     \
  "hourbook-inspection 1\\ntype=application/pdf\\nproblem=none\\npages=2\\nwidth=3\\nheight=4\\n" \
  "orientation=1\\nflags=text\\ntitle=0\\n\\ntext=2\\nhi\\nthumbnail=24\\n" PNG "\\nend\\n"

/* Of all tests; the helper lies there. */
static char *place;

/* A library with a few files, and a helper that notes what it is asked for and answers when it may. */
typedef struct
{
  char           *dir;
  char           *library;
  char           *cache;
  char           *log;
  char           *gate;
  HbkThumbnailer *thumbnailer;
  char            sha256s[8][65];
  guint           n_waiting;
  guint           n_cancelled;
  HbkInspection  *last;
  GError         *error;
} Fixture;

static void
restart (Fixture *fixture)
{
  g_clear_object (&fixture->thumbnailer);
  fixture->thumbnailer = hbk_thumbnailer_new (fixture->cache);
  hbk_thumbnailer_set_library (fixture->thumbnailer, fixture->library);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkBlobStore) store = NULL;
  g_autofree char *evidence = NULL;

  fixture->dir = g_build_filename (place, "test", NULL);
  g_assert_cmpint (g_mkdir (fixture->dir, 0700), ==, 0);
  fixture->library = g_build_filename (fixture->dir, "library", NULL);
  fixture->cache = g_build_filename (fixture->dir, "cache", "thumbnails", NULL);
  fixture->log = g_build_filename (fixture->dir, "log", NULL);
  fixture->gate = g_build_filename (fixture->dir, "gate", NULL);
  evidence = g_build_filename (fixture->library, "evidence", NULL);

  g_assert_cmpint (g_mkdir (fixture->library, 0700), ==, 0);
  store = hbk_blob_store_open (evidence, TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sha256s); i++)
    {
      g_autofree char *content = g_strdup_printf ("file%u", i);
      g_autofree char *path = hbk_folder_write (fixture->dir, "new", content, strlen (content));
      HbkBlob          blob;

      g_assert_true (hbk_blob_store_add_path (store, path, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, NULL));
      memcpy (fixture->sha256s[i], blob.sha256, sizeof blob.sha256);
    }
  restart (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->thumbnailer);
  g_clear_pointer (&fixture->last, hbk_inspection_unref);
  g_clear_error (&fixture->error);
  hbk_folder_remove (fixture->dir);
  g_free (fixture->library);
  g_free (fixture->cache);
  g_free (fixture->log);
  g_free (fixture->gate);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->last, hbk_inspection_unref);
  g_clear_error (&fixture->error);
  fixture->last = hbk_thumbnailer_load_finish (HBK_THUMBNAILER (source), result, &fixture->error);
  fixture->n_waiting--;
  if (g_error_matches (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fixture->n_cancelled++;
}

static void
load (Fixture *fixture, const char *sha256, guint page, guint side, GCancellable *cancellable)
{
  fixture->n_waiting++;
  hbk_thumbnailer_load_async (fixture->thumbnailer, sha256, page, side, cancellable, loaded_cb, fixture);
}

static void
wait_for_all (Fixture *fixture)
{
  while (fixture->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static char *
read_log (Fixture *fixture)
{
  char *log = NULL;

  g_file_get_contents (fixture->log, &log, NULL, NULL);

  return log != NULL ? log : g_strdup ("");
}

static guint
count_runs (Fixture *fixture)
{
  g_autofree char *log = read_log (fixture);
  guint            n = 0;

  for (const char *at = strchr (log, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    n++;

  return n;
}

static void
wait_for_runs (Fixture *fixture, guint n)
{
  while (count_runs (fixture) < n)
    g_usleep (2000);
}

/* ---- Tests ---- */

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = NULL;

  g_assert_null (hbk_thumbnailer_peek (fixture->thumbnailer, fixture->sha256s[0], 2, 100));
  load (fixture, fixture->sha256s[0], 2, 100, NULL);
  g_assert_cmpuint (fixture->n_waiting, ==, 1);
  wait_for_all (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (hbk_inspection_get_n_pages (fixture->last), ==, 2);
  g_assert_nonnull (hbk_inspection_get_thumbnail (fixture->last));
  g_assert_true (hbk_thumbnailer_peek (fixture->thumbnailer, fixture->sha256s[0], 2, 100) == fixture->last);
  log = read_log (fixture);
  g_assert_cmpstr (log, ==, "file0 --thumbnail=128 --page=2 --text\n");
}

/* What is in memory or on the disk is not made again; several who want the same get the same. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    load (fixture, fixture->sha256s[0], 1, 250, NULL);
  wait_for_all (fixture);
  load (fixture, fixture->sha256s[0], 1, 256, NULL);
  wait_for_all (fixture);
  g_assert_cmpuint (count_runs (fixture), ==, 1);

  restart (fixture);
  load (fixture, fixture->sha256s[0], 1, 256, NULL);
  wait_for_all (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (hbk_inspection_get_text (fixture->last), ==, "hi");
  g_assert_cmpuint (count_runs (fixture), ==, 1);

  /* Large ones are not kept on the disk. */
  load (fixture, fixture->sha256s[0], 1, 2000, NULL);
  wait_for_all (fixture);
  restart (fixture);
  load (fixture, fixture->sha256s[0], 1, 2000, NULL);
  wait_for_all (fixture);
  g_assert_cmpuint (count_runs (fixture), ==, 3);
}

/* What is kept is private, and what was changed on the disk is made anew. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("%s-1-256", fixture->sha256s[0]);
  g_autofree char *path = g_build_filename (fixture->cache, name, NULL);
  g_autofree char *content = NULL;
  gsize            length;
  GStatBuf         status;

  load (fixture, fixture->sha256s[0], 1, 256, NULL);
  wait_for_all (fixture);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->cache, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[length - 8] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  restart (fixture);
  load (fixture, fixture->sha256s[0], 1, 256, NULL);
  wait_for_all (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count_runs (fixture), ==, 2);
}

/* What was asked for last comes first; what nobody waits for any more does not come. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  GCancellable    *cancellables[8];
  g_autofree char *log = NULL;

  g_assert_true (g_file_set_contents (fixture->gate, "", 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cancellables); i++)
    {
      cancellables[i] = g_cancellable_new ();
      load (fixture, fixture->sha256s[i], 1, 128, cancellables[i]);
      /* The first two keep both threads busy. */
      if (i < 2)
        wait_for_runs (fixture, i + 1);
    }
  load (fixture, fixture->sha256s[6], 1, 128, NULL);
  for (guint i = 5; i <= 6; i++)
    g_cancellable_cancel (cancellables[i]);
  /* One that is being made stops at once. */
  g_cancellable_cancel (cancellables[1]);
  while (fixture->n_cancelled < 3)
    g_main_context_iteration (NULL, TRUE);

  wait_for_runs (fixture, 3);
  g_assert_cmpint (g_unlink (fixture->gate), ==, 0);
  wait_for_all (fixture);
  log = read_log (fixture);
  g_test_message ("%s", log);
  g_assert_true (g_str_has_prefix (log, "file0 --thumbnail=128 --page=1 --text\nfile1 --thumbnail=128 --page=1 --text\nfile7 "));
  g_assert_nonnull (strstr (log, "file6"));
  g_assert_null (strstr (log, "file5"));
  g_assert_cmpuint (count_runs (fixture), ==, 7);
  g_assert_nonnull (hbk_thumbnailer_peek (fixture->thumbnailer, fixture->sha256s[6], 1, 128));
  for (guint i = 0; i < G_N_ELEMENTS (cancellables); i++)
    g_object_unref (cancellables[i]);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = g_strnfill (64, 'a');

  load (fixture, sha256, 1, 128, NULL);
  wait_for_all (fixture);
  g_assert_error (fixture->error, HBK_ERROR, HBK_ERROR_NOT_FOUND);

  hbk_thumbnailer_set_library (fixture->thumbnailer, NULL);
  load (fixture, fixture->sha256s[0], 1, 128, NULL);
  wait_for_all (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* It may go at any time; who waits is told first. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (g_file_set_contents (fixture->gate, "", 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sha256s); i++)
    load (fixture, fixture->sha256s[i], 1, 128, cancellable);
  wait_for_runs (fixture, 2);
  g_cancellable_cancel (cancellable);
  wait_for_all (fixture);
  g_clear_object (&fixture->thumbnailer);
  g_assert_cmpuint (count_runs (fixture), ==, 2);
}

static void
write_helper (void)
{
  g_autofree char *helper = g_build_filename (place, "helper", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\ncd '%s/test' || exit 1\necho \"$(cat) $*\" >> log\nwhile [ -e gate ]; do sleep 0.01; done\nprintf '%s'\n", place, REPLY);

  g_assert_true (g_file_set_contents_full (helper, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_setenv ("HOURBOOK_INSPECT", helper, TRUE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  place = g_dir_make_tmp ("hourbook-thumbnails-XXXXXX", NULL);
  write_helper ();

#define ADD(name, function) g_test_add ("/thumbnailer/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("load", test_load);
  ADD ("once", test_once);
  ADD ("kept", test_kept);
  ADD ("order", test_order);
  ADD ("missing", test_missing);
  ADD ("gone", test_gone);

  status = g_test_run ();
  hbk_folder_remove (place);

  return status;
}
