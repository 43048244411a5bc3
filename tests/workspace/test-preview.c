/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-preview.h"

#include "../library/folder.h"
#include "workspace/hbk-file-hash.h"
#include "workspace/hbk-typed-date.h"
#include "workspace/hbk-workspace-exchange.h"

/* A library with the records of the sample person, and a session that shows it. */
typedef struct
{
  char       *dir;
  HbkSession *session;
  HbkPreview *preview;
} Fixture;

static void
fill_library (const char *dir)
{
  g_autoptr (HbkWorkspace) workspace = hbk_workspace_new (NULL);
  g_autofree char *path = g_build_filename (hbk_workspace_get_data_dir (workspace), "samples", "qinghai.json", NULL);
  HbkImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkImport) import = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  hbk_workspace_open_library (workspace, dir, HBK_OPEN_CREATE, &error);
  g_assert_no_error (error);
  import = hbk_workspace_prepare_import (workspace, path, &options, &error);
  g_assert_no_error (error);
  step = hbk_workspace_confirm_import (workspace, import, HBK_CONFLICT_ASK, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_fixed (hbk_date_new (2024, 11, 18));

  fixture->dir = hbk_folder_new ();
  fill_library (fixture->dir);
  fixture->session = hbk_session_new (NULL, clock);
  hbk_session_open (fixture->session, fixture->dir, HBK_OPEN_WRITE);
  while (hbk_session_get_state (fixture->session) == NULL || !hbk_session_get_state (fixture->session)->is_complete)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->preview, hbk_preview_free);
  hbk_session_close (fixture->session);
  while (hbk_session_get_phase (fixture->session) != HBK_SESSION_CLOSED)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->session);
  hbk_folder_remove (g_steal_pointer (&fixture->dir));
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->preview = hbk_preview_finish (HBK_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static void
preview (Fixture *fixture, HbkRecord *draft)
{
  g_clear_pointer (&fixture->preview, hbk_preview_free);
  hbk_preview_async (fixture->session, draft, previewed_cb, fixture);
  while (fixture->preview == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static HbkRecord *
make_mentoring (const char *id, const char *title, int days)
{
  HbkRecord *record = hbk_record_new (id, "mentoring");
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, hbk_date_new (2024, 11, 4), hbk_date_new (2024, 11, 8));
  hbk_value_set_text (&value, "mentor");
  hbk_record_set_fact (record, "role", &value);
  if (days > 0)
    {
      hbk_value_set_number (&value, days * 100);
      hbk_record_set_fact (record, "days", &value);
    }

  return record;
}

static gboolean
asks (const HbkPreview *preview, const char *id)
{
  for (guint i = 0; i < preview->facts->asked->len; i++)
    {
      if (g_str_equal (((const HbkFactSpec *) g_ptr_array_index (preview->facts->asked, i))->id, id))
        return TRUE;
    }

  return FALSE;
}

static void
test_cap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkRecord) draft = make_mentoring ("new", "带教", 5);
  const HbkPreviewYear *year;
  const HbkCapShare    *share;

  preview (fixture, draft);
  g_assert_cmpuint (fixture->preview->years->len, ==, 1);
  year = g_ptr_array_index (fixture->preview->years, 0);
  g_assert_cmpint (year->year, ==, 2024);
  g_assert_cmpuint (year->caps->len, ==, 1);
  share = &g_array_index (year->caps, HbkCapShare, 0);
  g_assert_cmpint (share->limit, ==, 3000);
  g_assert_cmpint (share->before + share->own, ==, 3000);
  g_assert_cmpint (share->own + share->lost, ==, 3500);
  g_assert_cmpint (hbk_tally_total (hbk_preview_get_hours (fixture->preview)), ==, share->own);
  g_assert_cmpint (hbk_tally_total (hbk_tally_subtract (year->after->credited, year->before->credited)), ==, share->own);
}

/* What is missing is asked, with or without a date. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkRecord) draft = make_mentoring ("new", "带教", 0);
  const HbkPreviewYear *year;

  preview (fixture, draft);
  year = g_ptr_array_index (fixture->preview->years, 0);
  g_assert_cmpint (year->result->outcome, ==, HBK_OUTCOME_PENDING);
  g_assert_true (hbk_tally_equal (hbk_preview_year_get_hours (year), year->result->pending));
  g_assert_true (asks (fixture->preview, "days"));

  hbk_record_clear_period (draft);
  preview (fixture, draft);
  g_assert_cmpuint (fixture->preview->years->len, ==, 0);
  g_assert_true (asks (fixture->preview, "days"));
}

static void
assert_similar (Fixture *fixture, HbkRecord *draft, const char *id)
{
  preview (fixture, draft);
  if (id == NULL)
    {
      g_assert_cmpuint (fixture->preview->similar->len, ==, 0);
      return;
    }
  g_assert_cmpuint (fixture->preview->similar->len, ==, 1);
  g_assert_cmpstr (hbk_record_get_id (g_ptr_array_index (fixture->preview->similar, 0)), ==, id);
}

static void
test_similar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkRecord) draft = make_mentoring ("new", "带教", 1);
  g_autoptr (HbkRecord) same = make_mentoring ("XS-0032", "职称计算机考前辅导班", 1);

  assert_similar (fixture, draft, NULL);
  /* The same title in the same year, but for the record itself. */
  hbk_record_set_title (draft, "职称计算机考前辅导班");
  assert_similar (fixture, draft, "XS-0032");
  assert_similar (fixture, same, NULL);
  hbk_record_set_period (draft, hbk_date_new (2023, 11, 4), hbk_date_new (2023, 11, 8));
  assert_similar (fixture, draft, NULL);
  /* The same work, whenever it was. */
  hbk_record_set_title (draft, "论文");
  hbk_record_set_work (draft, "paper-wetland-flux");
  assert_similar (fixture, draft, "XS-0011");
}

static void
test_typed_date (void)
{
  g_autoptr (GError) error = NULL;
  HbkDate   day = HBK_DATE_NONE;
  HbkPeriod period;

  g_assert_true (hbk_typed_date_read ("2024年3月15日", &day, &error));
  g_assert_cmpint (day, ==, hbk_date_new (2024, 3, 15));
  g_assert_false (hbk_typed_date_read ("3/4", &day, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (hbk_typed_date_read_period ("2024-03-15 至 2024-03-17", &period, &error));
  g_assert_cmpint (hbk_period_days (period), ==, 3);
}

static void
test_hash (void)
{
  g_autoptr (HbkFolder) dir = hbk_folder_new ();
  g_autofree char *path = hbk_folder_write (dir, "a", "abc", 3);
  g_autofree char *none = g_build_filename (dir, "b", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *sum = hbk_file_hash (path, NULL, &error);
  g_autofree char *nothing = NULL;

  g_assert_cmpstr (sum, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  nothing = hbk_file_hash (none, NULL, &error);
  g_assert_null (nothing);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/preview/cap", Fixture, NULL, set_up, test_cap, tear_down);
  g_test_add ("/preview/facts", Fixture, NULL, set_up, test_facts, tear_down);
  g_test_add ("/preview/similar", Fixture, NULL, set_up, test_similar, tear_down);
  g_test_add_func ("/preview/typed-date", test_typed_date);
  g_test_add_func ("/preview/hash", test_hash);

  return g_test_run ();
}
