/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "submission/hbk-summary-xlsx.h"
#include "submission/hbk-workbook.h"

#include <signal.h>
#include <sys/resource.h>

#include "base/hbk-error.h"
#include "form-fixture.h"

/* More than the largest part takes. */
#define ROOM_MAX 60000

static HbkSubmission *
submit (void)
{
  g_autoptr (HbkLogbook) logbook = fixture_read_sample ("qinghai");

  return fixture_submit_on ("qinghai", logbook, 2020, 2024, hbk_date_new (2024, 11, 18), NULL);
}

static void
limit (int resource, rlim_t value)
{
  struct rlimit limits;

  g_assert_cmpint (getrlimit (resource, &limits), ==, 0);
  limits.rlim_cur = value == RLIM_INFINITY ? limits.rlim_max : value;
  g_assert_cmpint (setrlimit (resource, &limits), ==, 0);
}

/* The parts of the workbook have so much room: it is whole, or there is an error. */
static gboolean
try_with (int resource, rlim_t value, const HbkSubmission *submission, GBytes *whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  limit (resource, value);
  bytes = hbk_summary_xlsx_write (submission, &error);
  limit (resource, RLIM_INFINITY);

  if (bytes != NULL)
    g_assert_true (g_bytes_equal (bytes, whole));
  else
    g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);

  return bytes != NULL;
}

static void
test_disk_full (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkSubmission) submission = submit ();
  g_autoptr (GBytes) whole = hbk_summary_xlsx_write (submission, &error);
  guint n_whole = 0, n_failed = 0;

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  for (rlim_t room = 0; room < ROOM_MAX; room += 487)
    *(try_with (RLIMIT_FSIZE, room, submission, whole) ? &n_whole : &n_failed) += 1;
  signal (SIGXFSZ, SIG_DFL);

  g_assert_cmpuint (n_failed, >, 10);
  g_assert_cmpuint (n_whole, >, 10);
}

static void
test_no_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkSubmission) submission = submit ();
  g_autoptr (GBytes) whole = hbk_summary_xlsx_write (submission, &error);
  guint n_whole = 0, n_failed = 0;

  g_assert_no_error (error);
  for (rlim_t files = 0; files < 64; files++)
    *(try_with (RLIMIT_NOFILE, files, submission, whole) ? &n_whole : &n_failed) += 1;

  g_assert_cmpuint (n_failed, >, 0);
  g_assert_cmpuint (n_whole, >, 10);
}

/* More rows than a sheet has are an error, not a workbook without them. */
static void
test_too_many_rows (void)
{
  static const HbkGridColumn columns[] = { { "编号", 6 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_grid_free);
  g_autoptr (GBytes) bytes = NULL;
  HbkGrid *grid = hbk_grid_new ("表", columns, 1);

  g_ptr_array_add (grids, grid);
  for (guint i = 0; i < 1048576; i++)
    hbk_grid_add_count (grid, i);
  bytes = hbk_workbook_write (grids, "x", hbk_date_new (2024, 1, 1), &error);

  g_assert_null (bytes);
  g_assert_error (error, HBK_ERROR, HBK_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workbook/disk-full", test_disk_full);
  g_test_add_func ("/workbook/no-files", test_no_files);
  g_test_add_func ("/workbook/too-many-rows", test_too_many_rows);

  return g_test_run ();
}
