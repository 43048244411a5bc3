/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../library/folder.h"
#include "support.h"
#include "workspace/hbk-workspace-evidence.h"
#include "workspace/hbk-workspace-years.h"

#define RECORD(id) "{\"id\":\"" id "\",\"activity\":\"training\",\"title\":\"" id "\",\"start\":\"2023-05-01\"}"

static void
set_up (World *world, gconstpointer data)
{
  world_set_up (world, data);
  world_set_profile (world, NULL, "region", "harbour");
  world_save (world, RECORD ("r"));
}

static GPtrArray *
take (World *world, const char *record, const char *document, const char *first, const char *second)
{
  const char *const paths[] = { first, second, NULL };
  g_autoptr (GError) error = NULL;
  GPtrArray *taken = hbk_workspace_take_in (world->workspace, paths, record, document, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_set_free_func (taken, (GDestroyNotify) hbk_taken_file_free);

  return taken;
}

static void
take_fails (World *world, const char *path, const char *record, HbkError code, const char *text)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hbk_folder_fingerprint (world->library);
  g_autofree char *after = NULL;

  g_assert_null (hbk_workspace_take_in (world->workspace, paths, record, NULL, NULL, NULL, NULL, NULL, &error));
  assert_says (error, code, text);
  after = hbk_folder_fingerprint (world->library);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_world (World *world, const char *expected)
{
  g_autofree char *found = world_describe (world);

  g_assert_cmpstr (found, ==, expected);
}

static const HbkTakenFile *
nth (GPtrArray *taken, guint position)
{
  g_assert_cmpuint (position, <, taken->len);

  return g_ptr_array_index (taken, position);
}

/* ---- The inbox ---- */

static void
test_inbox (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "2023结业证书.pdf", "one");
  g_autofree char *other = world_put_file (world, "IMG_0001.jpg", "two");
  g_autofree char *content = NULL;
  g_autoptr (GPtrArray) taken = take (world, NULL, NULL, path, other);

  assert_world (world, "r “r”; XS-1 2023结业证书.pdf completion_certificate; XS-2 IMG_0001.jpg other_document; inbox 2, trash 0");
  g_assert_cmpuint (taken->len, ==, 2);
  g_assert_false (nth (taken, 0)->was_there);
  g_assert_null (nth (taken, 0)->message);
  /* What it was copied from stays. */
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "one");

  world_undo (world, HBK_JOURNAL_TAKE_IN);
  assert_world (world, "r “r”; inbox 0, trash 2");
}

/* The same content is kept once: within one call, in the inbox, with a record, in the trash. */
static void
test_same (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "a.pdf", "one");
  g_autofree char *same = world_put_file (world, "b.pdf", "one");
  g_autoptr (GPtrArray) both = take (world, NULL, NULL, path, same);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) attached = NULL;
  g_autoptr (GPtrArray) third = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (HbkJournalStep) detached = NULL;
  g_autoptr (HbkJournalStep) removed = NULL;
  const char *sha256 = nth (both, 0)->file->sha256;

  g_assert_false (nth (both, 0)->was_there);
  g_assert_true (nth (both, 1)->was_there);
  g_assert_cmpuint (nth (both, 1)->file->serial, ==, 1);
  again = take (world, NULL, NULL, same, NULL);
  g_assert_true (nth (again, 0)->was_there);
  g_assert_cmpstr (nth (again, 0)->file->name, ==, "a.pdf");
  assert_world (world, "r “r”; XS-1 a.pdf other_document; inbox 1, trash 0");

  attached = take (world, "r", "notice", same, NULL);
  assert_world (world, "r “r” [notice a.pdf 7692c3]; XS-1 a.pdf other_document; inbox 0, trash 0");
  third = take (world, NULL, NULL, path, NULL);
  g_assert_cmpstr (nth (third, 0)->records[0], ==, "r");

  detached = hbk_workspace_detach (world->workspace, "r", sha256, NULL, NULL);
  removed = hbk_workspace_remove_file (world->workspace, sha256, NULL);
  assert_world (world, "r “r”; inbox 0, trash 1");
  back = take (world, NULL, NULL, same, NULL);
  g_assert_true (nth (back, 0)->was_in_trash);
  assert_world (world, "r “r”; XS-1 a.pdf other_document; inbox 1, trash 0");
}

static void
test_folder (World *world, gconstpointer data)
{
  g_autofree char *first = world_put_file (world, "in/b/second.pdf", "second");
  g_autofree char *second = world_put_file (world, "in/a.pdf", "first");
  g_autofree char *litter = world_put_file (world, "in/Thumbs.db", "litter");
  g_autofree char *hidden = world_put_file (world, "in/.hidden", "hidden");
  g_autofree char *secret = world_put_file (world, "secret", "secret");
  g_autofree char *closed = world_put_file (world, "in/closed.pdf", "closed");
  g_autofree char *folder = g_path_get_dirname (second);
  g_autofree char *way = g_build_filename (folder, "way", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop", NULL);
  g_autoptr (GPtrArray) taken = NULL;
  guint n_messages = 0;

  g_assert_cmpint (symlink (secret, way), ==, 0);
  g_assert_cmpint (symlink (".", loop), ==, 0);
  g_assert_cmpint (chmod (closed, 0), ==, 0);
  taken = take (world, NULL, NULL, folder, NULL);
  assert_world (world, "r “r”; XS-1 a.pdf other_document; XS-2 second.pdf other_document; inbox 2, trash 0");
  for (guint i = 0; i < taken->len; i++)
    {
      const HbkTakenFile *one = nth (taken, i);

      g_assert_true ((one->file == NULL) == (one->message != NULL));
      n_messages += one->message != NULL;
    }
  g_assert_cmpuint (n_messages, ==, 5);
}

static void
test_refused (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "a.pdf", "one");
  g_autofree char *closed = world_put_file (world, "closed.pdf", "closed");
  g_autofree char *nowhere = g_build_filename (world->dir, "nowhere.pdf", NULL);
  g_autofree char *pipe_path = g_build_filename (world->dir, "pipe", NULL);
  g_autoptr (GPtrArray) nothing = NULL;

  /* Once, so that the folders of the store are there. */
  nothing = take (world, NULL, NULL, path, NULL);
  take_fails (world, nowhere, NULL, HBK_ERROR_NOT_FOUND, "nowhere.pdf");
  take_fails (world, path, "x\ny", HBK_ERROR_NOT_FOUND, "There is no record “x");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  take_fails (world, pipe_path, NULL, HBK_ERROR_VALUE, "pipe");
  g_assert_cmpint (chmod (closed, 0), ==, 0);
  take_fails (world, closed, NULL, HBK_ERROR_IO, "closed.pdf");

  hbk_workspace_close_library (world->workspace);
  {
    const char *const paths[] = { path, NULL };
    g_autoptr (GError) error = NULL;

    g_assert_null (hbk_workspace_take_in (world->workspace, paths, NULL, NULL, NULL, NULL, NULL, NULL, &error));
    assert_says (error, HBK_ERROR_USAGE, "No library is open. Open one first.");
    g_clear_error (&error);
    g_assert_true (hbk_workspace_open_library (world->workspace, world->library, HBK_OPEN_READ, NULL));
    g_assert_null (hbk_workspace_take_in (world->workspace, paths, NULL, NULL, NULL, NULL, NULL, NULL, &error));
    assert_says (error, HBK_ERROR_USAGE, "The library was opened to look at only. Open it for writing.");
  }
}

static void
cancel (guint64 done, guint64 total, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* What was stopped, or refused at the end, leaves nothing. */
static void
test_nothing_is_left (World *world, gconstpointer data)
{
  g_autofree char  *kept = world_put_file (world, "kept.pdf", "kept");
  g_autofree char  *path = world_put_file (world, "in/a.pdf", "one");
  g_autofree char  *other = world_put_file (world, "in/b.pdf", "two");
  g_autofree char  *folder = g_path_get_dirname (path);
  const char *const paths[] = { folder, NULL };
  g_autoptr (GPtrArray) taken = take (world, NULL, NULL, kept, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  g_assert_null (hbk_workspace_take_in (world->workspace, paths, NULL, NULL, NULL, cancel, cancellable, cancellable, &error));
  assert_says (error, HBK_ERROR_CANCELLED, "This was stopped. Nothing was changed.");
  g_clear_error (&error);
  world_hand_in (world, 2023);
  g_assert_null (hbk_workspace_take_in (world->workspace, paths, "r", NULL, NULL, NULL, NULL, NULL, &error));
  assert_says (error, HBK_ERROR_SEALED, "“r” belongs to 2023");
  assert_world (world, "r “r”; XS-1 kept.pdf other_document; inbox 1, trash 0");

  g_assert_true (hbk_workspace_check_library (world->workspace, world->library, problems, NULL, NULL, NULL, NULL));
  g_assert_true (hbk_problems_is_empty (problems));
}

static char *
blob_path (World *world, const char *sha256)
{
  g_autofree char *drawer = g_strndup (sha256, 2);

  return g_build_filename (world->library, "evidence", drawer, sha256, NULL);
}

/* A file that was lost comes back by being taken in again, even when the step is refused. */
static void
test_mends (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "a.pdf", "one");
  g_autoptr (GPtrArray) taken = take (world, "r", NULL, path, NULL);
  g_autofree char  *blob = blob_path (world, nth (taken, 0)->file->sha256);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  world_hand_in (world, 2023);
  g_assert_cmpint (g_unlink (blob), ==, 0);
  g_assert_null (hbk_workspace_take_in (world->workspace, paths, "r", "notice", NULL, NULL, NULL, NULL, &error));
  assert_says (error, HBK_ERROR_SEALED, "“r” belongs to 2023");
  g_assert_true (g_file_test (blob, G_FILE_TEST_EXISTS));
}

/* ---- Attaching ---- */

static void
test_attach (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "通知.pdf", "one");
  g_autoptr (GPtrArray) taken = take (world, NULL, NULL, path, NULL);
  const char *sha256 = nth (taken, 0)->file->sha256;
  g_autoptr (HbkJournalStep) first = NULL;
  g_autoptr (HbkJournalStep) again = NULL;
  g_autoptr (HbkJournalStep) second = NULL;
  g_autoptr (HbkJournalStep) gone = NULL;
  g_auto (GStrv) records = NULL;
  g_autoptr (GError) error = NULL;

  world_save (world, RECORD ("s"));
  first = hbk_workspace_attach (world->workspace, "r", sha256, NULL, NULL, &error);
  g_assert_no_error (error);
  again = hbk_workspace_attach (world->workspace, "r", sha256, NULL, NULL, &error);
  g_assert_cmpint (again->number, ==, 0);
  second = hbk_workspace_attach (world->workspace, "s", sha256, "article", NULL, &error);
  assert_world (world, "s “s” [article 通知.pdf 7692c3]; r “r” [notice 通知.pdf 7692c3]; XS-1 通知.pdf notice; inbox 0, trash 0");
  records = hbk_workspace_list_records_of_file (world->workspace, sha256, NULL);
  g_assert_cmpuint (g_strv_length (records), ==, 2);

  g_assert_null (hbk_workspace_remove_file (world->workspace, sha256, &error));
  assert_says (error, HBK_ERROR_USAGE, "XS-0001 proves a record. Take it off there first.");
  g_clear_error (&error);
  gone = hbk_workspace_detach (world->workspace, "s", sha256, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (hbk_workspace_detach (world->workspace, "s", sha256, NULL, &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "This file is not attached to the record. Look at the record for what is.");
  g_clear_error (&error);
  g_assert_null (hbk_workspace_attach (world->workspace, "r", "0000", NULL, NULL, &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "The library has no such file. Look at the list of files.");
  world_undo (world, HBK_JOURNAL_DETACH);
  assert_world (world, "s “s” [article 通知.pdf 7692c3]; r “r” [notice 通知.pdf 7692c3]; XS-1 通知.pdf notice; inbox 0, trash 0");
}

static void
test_save_and_copy_out (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "a.pdf", "one");
  g_autofree char *target = g_build_filename (world->dir, "copy.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (world->dir, "no", "copy.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GPtrArray) taken = take (world, NULL, NULL, path, NULL);
  g_autoptr (HbkEvidenceFile) file = hbk_workspace_find_file (world->workspace, "xs1", NULL);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&file->document, "notice");
  step = hbk_workspace_save_file (world->workspace, file, &error);
  g_assert_no_error (error);
  assert_world (world, "r “r”; XS-1 a.pdf notice; inbox 1, trash 0");

  g_assert_true (hbk_workspace_copy_file_out (world->workspace, file->sha256, target, &error));
  g_assert_true (g_file_get_contents (target, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "one");
  g_assert_false (hbk_workspace_copy_file_out (world->workspace, file->sha256, target, &error));
  assert_says (error, HBK_ERROR_DUPLICATE, "copy.pdf: There is such a file already, and it is left as it is. Give another name.");
  g_clear_error (&error);
  g_assert_false (hbk_workspace_copy_file_out (world->workspace, file->sha256, nowhere, &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "There is no such folder. Check the name.");
  g_clear_error (&error);
  g_assert_cmpint (chmod (world->dir, 0500), ==, 0);
  g_assert_cmpint (g_unlink (target), ==, -1);
  g_free (target);
  target = g_build_filename (world->dir, "other.pdf", NULL);
  g_assert_false (hbk_workspace_copy_file_out (world->workspace, file->sha256, target, &error));
  assert_says (error, HBK_ERROR_IO, "other.pdf: It cannot be written (Permission denied). Make room, or choose another place.");
  g_assert_cmpint (chmod (world->dir, 0700), ==, 0);
}

static HbkRecord *
make_record (const char *id)
{
  HbkRecord *record = hbk_record_new (id, "training");

  hbk_record_set_title (record, id);
  hbk_record_set_period (record, TODAY, TODAY);

  return record;
}

/* Each file of its own type; where none is given the name says it. */
static void
test_save_with_types (World *world, gconstpointer data)
{
  g_autofree char *a = world_put_file (world, "a.pdf", "one");
  g_autofree char *b = world_put_file (world, "notice.pdf", "two");
  g_autofree char *c = world_put_file (world, "c.pdf", "three");
  const char      *paths[] = { a, b, c, NULL };
  const char      *documents[] = { "notice", "", "completion_certificate", NULL };
  g_autoptr (HbkRecord) record = make_record ("s");
  g_autoptr (HbkRecord) stored = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const expected[] = { "notice", "notice", "completion_certificate" };

  step = hbk_workspace_save_record_with_files (world->workspace, record, paths, documents, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  stored = hbk_workspace_get_record (world->workspace, "s", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hbk_record_get_n_evidence (stored), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (hbk_evidence_get_document (hbk_record_get_evidence (stored, i)), ==, expected[i]);

  world_undo (world, HBK_JOURNAL_ADD);
  g_clear_object (&stored);
  stored = hbk_workspace_get_record (world->workspace, "s", NULL);
  g_assert_null (stored);
}

/* One file that cannot be taken in keeps all from being stored. */
static void
test_save_fails_whole (World *world, gconstpointer data)
{
  g_autofree char *a = world_put_file (world, "a.pdf", "one");
  g_autofree char *b = g_build_filename (world->dir, "gone.pdf", NULL);
  const char      *paths[] = { a, b, NULL };
  const char      *documents[] = { "notice", "notice", NULL };
  g_autoptr (HbkRecord) record = make_record ("s");
  g_autoptr (HbkRecord) stored = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  step = hbk_workspace_save_record_with_files (world->workspace, record, paths, documents, NULL, NULL, NULL, NULL, &error);
  g_assert_null (step);
  g_assert_nonnull (error);
  stored = hbk_workspace_get_record (world->workspace, "s", NULL);
  g_assert_null (stored);
  files = hbk_workspace_list_files (world->workspace, HBK_FILES_ALL, NULL);
  g_assert_cmpuint (files->len, ==, 0);
}

/* ---- Trash ---- */

static void
test_restore (World *world, gconstpointer data)
{
  g_autofree char *path = world_put_file (world, "a.pdf", "one");
  g_autoptr (GPtrArray) taken = take (world, NULL, NULL, path, NULL);
  const char *const record[] = { "XS-1", NULL };
  const char *const file[] = { "xs-0001", NULL };
  const char *const nothing[] = { "XS-0077", NULL };
  g_autoptr (HbkJournalStep) removed = NULL;
  g_autoptr (HbkJournalStep) file_removed = NULL;
  g_autoptr (HbkJournalStep) restored = NULL;
  g_autoptr (HbkJournalStep) file_restored = NULL;
  g_autoptr (GError) error = NULL;
  guint n_records, n_files;

  /* A record whose id looks like the number of a file. */
  world_save (world, RECORD ("XS-1"));
  removed = hbk_workspace_remove_records (world->workspace, record, NULL, &error);
  g_assert_no_error (error);
  file_removed = hbk_workspace_remove_file (world->workspace, nth (taken, 0)->file->sha256, &error);
  g_assert_no_error (error);
  restored = hbk_workspace_restore (world->workspace, record, NULL, &error);
  g_assert_no_error (error);
  assert_world (world, "XS-1 “XS-1”; r “r”; inbox 0, trash 1");
  file_restored = hbk_workspace_restore (world->workspace, file, NULL, &error);
  g_assert_no_error (error);
  assert_world (world, "XS-1 “XS-1”; r “r”; XS-1 a.pdf other_document; inbox 1, trash 0");
  g_assert_null (hbk_workspace_restore (world->workspace, nothing, NULL, &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "There is no file XS-0077 in the trash. Look at what is there.");
  g_clear_error (&error);
  g_assert_null (hbk_workspace_remove_records (world->workspace, nothing, NULL, &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "There is no record “XS-0077”.");
  g_clear_error (&error);

  /* What was just removed is not emptied. */
  g_assert_true (hbk_workspace_empty_trash (world->workspace, &n_records, &n_files, &error));
  g_assert_cmpuint (n_records + n_files, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/take-in/" name, World, NULL, set_up, function, world_tear_down)
  ADD ("inbox", test_inbox);
  ADD ("same", test_same);
  ADD ("folder", test_folder);
  ADD ("refused", test_refused);
  ADD ("nothing-is-left", test_nothing_is_left);
  ADD ("mends", test_mends);
  ADD ("attach", test_attach);
  ADD ("save-and-copy-out", test_save_and_copy_out);
  ADD ("save-with-types", test_save_with_types);
  ADD ("save-fails-whole", test_save_fails_whole);
  ADD ("restore", test_restore);
#undef ADD

  return g_test_run ();
}
