/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which record a file may belong to, and how the files are. */

#include <string.h>

#include <glib/gstdio.h>

#include "support.h"
#include "workspace/hbk-file-check.h"
#include "workspace/hbk-file-copies.h"
#include "workspace/hbk-file-suggestion.h"
#include "workspace/hbk-name-dates.h"
#include "workspace/hbk-workspace-evidence.h"

#define SHA256 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

typedef struct
{
  World       world;
  HbkSession *session;
  gboolean    is_done;
  GError     *error;
  gpointer    result;
} Fixture;

static void
wait_for_state (HbkSession *session)
{
  while (hbk_session_get_state (session) == NULL || !hbk_session_get_state (session)->is_complete)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const records[] = {
    "{\"id\":\"river\",\"activity\":\"training\",\"title\":\"祁连县监测站技术培训\",\"start\":\"2023-07-29\",\"end\":\"2023-07-30\"}",
    "{\"id\":\"meadow\",\"activity\":\"training\",\"title\":\"高寒草甸水源涵养监测方法探讨\",\"start\":\"2023-09-20\"}",
    "{\"id\":\"course-1\",\"activity\":\"training\",\"title\":\"公需科目：生态文明与绿色发展\",\"start\":\"2022-03-01\",\"end\":\"2022-11-30\"}",
    "{\"id\":\"course-2\",\"activity\":\"training\",\"title\":\"公需科目：生态文明与绿色发展\",\"start\":\"2023-03-01\",\"end\":\"2023-11-30\"}",
    "{\"id\":\"safety\",\"activity\":\"training\",\"title\":\"Laboratory safety workshop\",\"start\":\"2023-02-10\"}",
  };
  g_autoptr (HbkClock) clock = hbk_clock_new_fixed (TODAY);

  world_set_up (&fixture->world, data);
  world_set_profile (&fixture->world, NULL, "region", "harbour");
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    world_save (&fixture->world, records[i]);
  fixture->session = hbk_session_new (fixture->world.dir, clock);
}

static void
open_session (Fixture *fixture)
{
  hbk_workspace_close_library (fixture->world.workspace);
  hbk_session_open (fixture->session, fixture->world.library, HBK_OPEN_WRITE);
  wait_for_state (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->session);
  g_clear_error (&fixture->error);
  world_tear_down (&fixture->world, data);
}

/* ---- Dates in names ---- */

static void
test_dates (void)
{
  static const struct
  {
    const char *name;
    const char *found;
  } cases[] = {
    { "IMG_20230729_101200.jpg", "2023-7-29 " },
    { "7月29日通知.pdf", "0-7-29 " },
    { "2023-07-29至2023-7-30.pdf", "2023-7-29 2023-7-30 " },
    { "2023年7月.pdf", "2023-7-0 " },
    { "2023年7月9日签到表.pdf", "2023-7-9 " },
    { "2023年结业证书.pdf", "2023-0-0 " },
    { "2023.7.29.pdf", "2023-7-29 " },
    { "202307.pdf", "2023-7-0 " },
    { "第3期.pdf", "" },
    { "13800138000.jpg", "" },
    { "20231340.pdf", "" },
    { "99月.pdf", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HbkNameDate dates[HBK_NAME_DATES_MAX];
      guint       n = hbk_name_dates_find (cases[i].name, dates);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (found, "%d-%d-%d ", dates[j].year, dates[j].month, dates[j].day);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* ---- Suggestions ---- */

static void
assert_suggests (HbkFileSuggester *suggester, const char *name, const char *document, const char *text, const char *record, HbkSuggestionReasons reasons)
{
  g_autoptr (HbkEvidenceFile) file = hbk_evidence_file_new (SHA256, 1, name, 1);
  HbkFileSuggestion suggestion = { NULL, 0 };
  gboolean          found;

  file->document = g_strdup (document);
  found = hbk_file_suggester_suggest (suggester, file, text, &suggestion);
  g_test_message ("%s", name);
  g_assert_cmpstr (found ? hbk_record_get_id (suggestion.record) : NULL, ==, record);
  if (found)
    g_assert_cmpuint (suggestion.reasons & ~(guint) HBK_SUGGESTED_BY_DOCUMENT, ==, reasons);
}

static void
test_suggestions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkFileSuggester) suggester = NULL;

  open_session (fixture);
  suggester = hbk_file_suggester_new (hbk_session_get_state (fixture->session));

  assert_suggests (suggester, "祁连县监测站培训通知.pdf", "notice", NULL, "river", HBK_SUGGESTED_BY_TITLE);
  assert_suggests (suggester, "培训通知-祁连 7月29日.pdf", "notice", NULL, "river", HBK_SUGGESTED_BY_TITLE | HBK_SUGGESTED_BY_DATE);
  assert_suggests (suggester, "IMG_20230730_0900.jpg", NULL, NULL, "river", HBK_SUGGESTED_BY_DATE);
  assert_suggests (suggester, "scan0001.pdf", NULL, "兹证明 高寒草甸水源涵养\n监测方法探讨 已刊发", "meadow", HBK_SUGGESTED_BY_TEXT);
  assert_suggests (suggester, "laboratory-SAFETY.pdf", NULL, NULL, "safety", HBK_SUGGESTED_BY_TITLE);
  /* Two of the same title are told apart by the year only. */
  assert_suggests (suggester, "公需科目 生态文明与绿色发展.pdf", NULL, NULL, NULL, 0);
  assert_suggests (suggester, "2022年公需科目 生态文明与绿色发展.pdf", NULL, NULL, "course-1", HBK_SUGGESTED_BY_TITLE);
  assert_suggests (suggester, "微信图片_20241108.png", NULL, NULL, NULL, 0);
  assert_suggests (suggester, "证书.pdf", NULL, NULL, NULL, 0);
  assert_suggests (suggester, "培训.pdf", "notice", NULL, NULL, 0);
  assert_suggests (suggester, "\360\237\230\200.pdf", NULL, "", NULL, 0);
}

/* ---- The files themselves ---- */

static void
take_two (Fixture *fixture, char **first, char **second)
{
  g_autofree char  *a = world_put_file (&fixture->world, "a.txt", "one");
  g_autofree char  *b = world_put_file (&fixture->world, "b.txt", "two");
  const char *const paths[] = { a, b, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) taken = hbk_workspace_take_in (fixture->world.workspace, paths, "river", "notice", NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_set_free_func (taken, (GDestroyNotify) hbk_taken_file_free);
  *first = g_strdup (((HbkTakenFile *) g_ptr_array_index (taken, 0))->file->sha256);
  *second = g_strdup (((HbkTakenFile *) g_ptr_array_index (taken, 1))->file->sha256);
}

static char *
find_blob (Fixture *fixture, const char *sha256)
{
  g_autofree char *drawer = g_strndup (sha256, 2);

  return g_build_filename (fixture->world.library, "evidence", drawer, sha256, NULL);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = hbk_file_check_finish (HBK_SESSION (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static HbkFileFault
check (Fixture *fixture, HbkFileCheckDepth depth, const char *sha256)
{
  g_autoptr (GHashTable) faults = NULL;

  fixture->is_done = FALSE;
  hbk_file_check_async (fixture->session, depth, NULL, checked_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (fixture->error);
  faults = fixture->result;

  return (HbkFileFault) GPOINTER_TO_INT (g_hash_table_lookup (faults, sha256));
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *first_path = NULL;
  g_autofree char *second_path = NULL;
  g_autoptr (HbkOperation) operation = hbk_operation_new ("check");
  g_autoptr (GError) error = NULL;

  take_two (fixture, &first, &second);
  first_path = find_blob (fixture, first);
  second_path = find_blob (fixture, second);
  open_session (fixture);
  g_assert_cmpint (check (fixture, HBK_FILE_CHECK_QUICK, first), ==, HBK_FILE_SOUND);
  g_assert_cmpint (check (fixture, HBK_FILE_CHECK_WHOLE, first), ==, HBK_FILE_SOUND);

  /* One of the same size is found by looking at all of it only. */
  g_chmod (first_path, 0600);
  g_assert_true (g_file_set_contents (first_path, "eno", -1, NULL));
  g_assert_cmpint (check (fixture, HBK_FILE_CHECK_QUICK, first), ==, HBK_FILE_SOUND);
  g_assert_cmpint (check (fixture, HBK_FILE_CHECK_WHOLE, first), ==, HBK_FILE_CHANGED);
  g_assert_true (g_file_set_contents (first_path, "longer", -1, NULL));
  g_assert_cmpint (check (fixture, HBK_FILE_CHECK_QUICK, first), ==, HBK_FILE_CHANGED);
  g_assert_cmpint (g_unlink (second_path), ==, 0);
  g_assert_cmpint (check (fixture, HBK_FILE_CHECK_QUICK, second), ==, HBK_FILE_MISSING);
  g_assert_cmpint (check (fixture, HBK_FILE_CHECK_WHOLE, second), ==, HBK_FILE_MISSING);

  hbk_operation_cancel (operation);
  g_assert_null (hbk_file_check (fixture->world.library, hbk_session_get_state (fixture->session)->files, HBK_FILE_CHECK_WHOLE, operation, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  hbk_file_copies_save_finish (HBK_SESSION (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
taken_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = hbk_file_copies_take_out_finish (HBK_SESSION (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
wait_until_done (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  fixture->is_done = FALSE;
}

static void
assert_content (const char *folder, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* Taking out replaces nothing; saving does, for the person was asked. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *folder = g_build_filename (fixture->world.dir, "outside", NULL);
  g_autofree char *path = g_build_filename (folder, "b.txt", NULL);
  const char      *sha256s[] = { NULL, NULL, NULL };
  g_autoptr (GPtrArray) paths = NULL;

  take_two (fixture, &first, &second);
  open_session (fixture);
  sha256s[0] = first;
  sha256s[1] = second;
  hbk_file_copies_take_out_async (fixture->session, sha256s, folder, NULL, taken_out_cb, fixture);
  wait_until_done (fixture);
  g_assert_no_error (fixture->error);
  paths = fixture->result;
  g_assert_cmpuint (paths->len, ==, 2);
  assert_content (folder, "a (2).txt", "one");
  assert_content (folder, "b (2).txt", "two");

  hbk_file_copies_save_async (fixture->session, first, path, saved_cb, fixture);
  wait_until_done (fixture);
  g_assert_no_error (fixture->error);
  assert_content (folder, "b.txt", "one");
}

/* ---- Many at once ---- */

static void
perform (Fixture *fixture, HbkRequest *request, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_request_perform (request, fixture->world.workspace, TODAY, NULL, &error);

  if (code == 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, HBK_ERROR, code);
  hbk_request_unref (request);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char      *sha256s[] = { NULL, NULL, NULL };
  g_autofree char *described = NULL;
  g_autofree char *after = NULL;

  take_two (fixture, &first, &second);
  sha256s[0] = first;
  sha256s[1] = second;
  perform (fixture, hbk_request_new_set_document (sha256s, "completion_certificate"), 0);
  described = world_describe (&fixture->world);
  g_assert_nonnull (strstr (described, "“祁连县监测站技术培训” [completion_certificate a.txt 7692c3] [completion_certificate b.txt 3fc4cc];"));
  g_assert_nonnull (strstr (described, "XS-2 b.txt completion_certificate"));

  perform (fixture, hbk_request_new_remove_files (sha256s), HBK_ERROR_USAGE);
  perform (fixture, hbk_request_new_detach ("river", first), 0);
  perform (fixture, hbk_request_new_remove_files (sha256s), HBK_ERROR_USAGE);
  perform (fixture, hbk_request_new_detach ("river", second), 0);
  perform (fixture, hbk_request_new_remove_files (sha256s), 0);
  after = world_describe (&fixture->world);
  g_assert_true (g_str_has_suffix (after, "inbox 0, trash 2"));
  /* One step, so that one undo brings all back. */
  world_undo (&fixture->world, HBK_JOURNAL_REMOVE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/files/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/files/dates", test_dates);
  ADD ("suggestions", test_suggestions);
  ADD ("check", test_check);
  ADD ("copies", test_copies);
  ADD ("many", test_many);

  return g_test_run ();
}
