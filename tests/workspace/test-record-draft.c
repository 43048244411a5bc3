/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-record-draft.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/hbk-error.h"
#include "../library/folder.h"

static const char *const no_files[] = { NULL };

static HbkRecord *
make_record (const char *id, HbkDate day)
{
  HbkRecord *record = hbk_record_new (id, "training");
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_record_set_title (record, "班; “一”\n二");
  if (day != HBK_DATE_NONE)
    hbk_record_set_period (record, day, day);
  hbk_record_set_work (record, "w");
  hbk_value_set_number (&value, 350);
  hbk_record_set_fact (record, "days", &value);

  return record;
}

static void
test_round_trip (void)
{
  g_autoptr (HbkFolder) dir = hbk_folder_new ();
  const char *paths[] = { "/tmp/a;b.pdf", "/tmp/证书.pdf", NULL };
  const char *documents[] = { "notice", "", NULL };
  g_autoptr (HbkRecord) record = make_record ("../r/1", hbk_date_new (2024, 5, 6));
  g_autoptr (HbkRecordDraft) draft = hbk_record_draft_new (record, FALSE, paths, documents);
  g_autoptr (HbkRecordDraft) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hbk_record_draft_store (draft, dir, &error));
  g_assert_no_error (error);
  read = hbk_record_draft_load (dir, "../r/1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hbk_record_get_id (read->record), ==, "../r/1");
  g_assert_cmpstr (hbk_record_get_title (read->record), ==, hbk_record_get_title (record));
  g_assert_cmpint (hbk_record_get_start (read->record), ==, hbk_record_get_start (record));
  g_assert_true (hbk_facts_equal (hbk_record_get_facts (read->record), hbk_record_get_facts (record)));
  g_assert_false (read->is_new);
  g_assert_cmpstrv (read->paths, paths);
  g_assert_cmpstrv (read->documents, documents);
}

/* Without a date, as no record of a library is. */
static void
test_new (void)
{
  g_autoptr (HbkFolder) dir = hbk_folder_new ();
  g_autofree char *path = g_build_filename (dir, "drafts", "new.draft", NULL);
  g_autoptr (HbkRecord) record = make_record ("n", HBK_DATE_NONE);
  g_autoptr (HbkRecordDraft) draft = hbk_record_draft_new (record, TRUE, no_files, no_files);
  g_autoptr (HbkRecordDraft) read = NULL;
  g_autoptr (HbkRecordDraft) none = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (hbk_record_draft_store (draft, dir, &error));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  read = hbk_record_draft_load (dir, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (read->is_new);
  g_assert_cmpint (hbk_record_get_start (read->record), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_record_get_end (read->record), ==, HBK_DATE_NONE);
  g_assert_cmpuint (g_strv_length (read->paths), ==, 0);

  hbk_record_draft_discard (dir, NULL);
  hbk_record_draft_discard (dir, NULL);
  none = hbk_record_draft_load (dir, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no draft.");
}

/* What was entered after a draft was neither restored nor discarded takes nothing of it away. */
static void
test_set_aside (void)
{
  g_autoptr (HbkFolder) dir = hbk_folder_new ();
  g_autoptr (HbkRecord) first = make_record ("n", HBK_DATE_NONE);
  g_autoptr (HbkRecord) second = make_record ("n", HBK_DATE_NONE);
  g_autoptr (HbkRecordDraft) first_draft = NULL;
  g_autoptr (HbkRecordDraft) second_draft = NULL;
  g_autoptr (HbkRecordDraft) newest = NULL;
  g_autoptr (HbkRecordDraft) earlier = NULL;
  g_autoptr (GError) error = NULL;

  hbk_record_set_title (first, "first");
  hbk_record_set_title (second, "second");
  first_draft = hbk_record_draft_new (first, TRUE, no_files, no_files);
  second_draft = hbk_record_draft_new (second, TRUE, no_files, no_files);
  g_assert_true (hbk_record_draft_store (first_draft, dir, &error));
  hbk_record_draft_set_aside (dir, NULL);
  g_assert_true (hbk_record_draft_store (second_draft, dir, &error));
  newest = hbk_record_draft_load (dir, NULL, &error);
  g_assert_cmpstr (hbk_record_get_title (newest->record), ==, "second");

  hbk_record_draft_discard (dir, NULL);
  earlier = hbk_record_draft_load (dir, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hbk_record_get_title (earlier->record), ==, "first");
  hbk_record_draft_discard (dir, NULL);
  g_assert_null (hbk_record_draft_load (dir, NULL, NULL));
}

static void
test_damaged (void)
{
  static const char *const texts[] = { "", "nothing", "[draft]\n", "[draft]\nrecord={\n", "[draft]\nrecord={}\n" };
  g_autoptr (HbkFolder) dir = hbk_folder_new ();
  g_autofree char *folder = g_build_filename (dir, "drafts", NULL);
  g_autofree char *path = g_build_filename (folder, "new.draft", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HbkRecordDraft) read = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      read = hbk_record_draft_load (dir, NULL, &error);
      g_assert_null (read);
      g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
      g_assert_cmpstr (error->message, ==, "The draft cannot be read. Enter the record again.");
    }
}

static void
test_no_room (void)
{
  g_autoptr (HbkFolder) dir = hbk_folder_new ();
  g_autofree char *in_the_way = g_build_filename (dir, "drafts", NULL);
  g_autoptr (HbkRecord) record = make_record ("n", HBK_DATE_NONE);
  g_autoptr (HbkRecordDraft) draft = hbk_record_draft_new (record, TRUE, no_files, no_files);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (in_the_way, "", 0, NULL));
  g_assert_false (hbk_record_draft_store (draft, dir, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, "What you have entered could not be kept as a draft ("));
  g_assert_true (g_str_has_suffix (error->message, "). Save it before you close the window."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-draft/round-trip", test_round_trip);
  g_test_add_func ("/record-draft/new", test_new);
  g_test_add_func ("/record-draft/set-aside", test_set_aside);
  g_test_add_func ("/record-draft/damaged", test_damaged);
  g_test_add_func ("/record-draft/no-room", test_no_room);

  return g_test_run ();
}
