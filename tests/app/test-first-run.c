/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <glib/gstdio.h>

#include "app/editor/hbk-date-row.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-sample.h"

static GtkWidget *
get_window (Screen *screen)
{
  return GTK_WIDGET (screen->window);
}

static HbkProfile *
get_profile (Screen *screen)
{
  return hbk_state_get_profile (screen_state (screen));
}

static gboolean
is_open (Screen *screen)
{
  HbkState *state = screen_state (screen);

  return state != NULL && state->is_complete;
}

/* ---- First run ---- */

static void
go_to_regions (Screen *screen)
{
  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "Begin"));
  wait_for (find_text (get_window (screen), ADW_TYPE_ACTION_ROW, "Qinghai province") != NULL);
}

static void
choose (Screen *screen, const char *region)
{
  press (find_type (find_text (get_window (screen), ADW_TYPE_ACTION_ROW, region), GTK_TYPE_CHECK_BUTTON));
}

static void
test_first_run (void)
{
  g_autoptr (Screen) screen = screen_new (NULL);
  GtkWidget *done, *day;

  go_to_regions (screen);
  done = find_text (get_window (screen), GTK_TYPE_BUTTON, "Done");
  g_assert_false (gtk_widget_is_sensitive (done));
  choose (screen, "Qinghai province");
  g_assert_true (gtk_widget_is_sensitive (done));

  type_text (find_text (get_window (screen), ADW_TYPE_ENTRY_ROW, "Name"), "  <b>祁文静</b> ");
  day = find_type (find_text (get_window (screen), HBK_TYPE_DATE_ROW, "In Post Since"), GTK_TYPE_ENTRY);
  type_text (day, "in winter");
  press (done);
  g_assert_null (screen_state (screen));
  type_text (day, "2019年12月1日");
  press (done);
  wait_for (is_open (screen));

  g_assert_cmpstr (hbk_profile_get_name (get_profile (screen)), ==, "<b>祁文静</b>");
  g_assert_cmpstr (hbk_profile_get_region (get_profile (screen)), ==, "qinghai");
  g_assert_null (hbk_profile_get_employer (get_profile (screen)));
  g_assert_cmpint (hbk_profile_get_post_from (get_profile (screen)), ==, hbk_date_new (2019, 12, 1));
  g_assert_nonnull (screen_state (screen)->pack);
}

static void
test_other_region (void)
{
  g_autoptr (Screen) screen = screen_new (NULL);

  go_to_regions (screen);
  choose (screen, "Another Region");
  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "Done"));
  wait_for (is_open (screen));
  g_assert_null (hbk_profile_get_region (get_profile (screen)));
  g_assert_null (screen_state (screen)->pack);
}

/* What was typed is still there when the library could not be made, and works once the way is free. */
static void
test_no_room (void)
{
  g_autoptr (Screen) screen = screen_new (NULL);
  g_autofree char *aside = g_strconcat (screen->library, ".aside", NULL);

  g_assert_true (g_file_set_contents (screen->library, "in the way", -1, NULL));
  go_to_regions (screen);
  choose (screen, "Qinghai province");
  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "Done"));
  wait_for (screen_dialog (screen) != NULL);
  adw_dialog_force_close (screen_dialog (screen));
  g_assert_null (screen_state (screen));

  g_assert_cmpint (g_rename (screen->library, aside), ==, 0);
  wait_for (gtk_widget_is_sensitive (find_text (get_window (screen), GTK_TYPE_BUTTON, "Done")));
  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "Done"));
  wait_for (is_open (screen));
  g_assert_cmpstr (hbk_profile_get_region (get_profile (screen)), ==, "qinghai");
}

/* ---- Sample ---- */

static gboolean
shows_sample (Screen *screen)
{
  HbkSession *session = hbk_main_window_get_session (screen->window);
  HbkState   *state = session != screen->session ? hbk_session_get_state (session) : NULL;

  return state != NULL && state->is_complete && state->records->len > 10;
}

static void
begin_sample (Screen *screen)
{
  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "Look at a Sample"));
  wait_for (shows_sample (screen));
}

static void
test_sample (void)
{
  g_autoptr (Screen) screen = screen_new (NULL);
  g_autofree char *dir = hbk_workspace_dup_sample_dir (screen->library);

  begin_sample (screen);
  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2024);
  g_assert_true (g_file_test (dir, G_FILE_TEST_IS_DIR));
  g_assert_false (g_file_test (screen->library, G_FILE_TEST_EXISTS));

  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "End Sample"));
  g_assert_true (hbk_main_window_get_session (screen->window) == screen->session);
  wait_for (!g_file_test (dir, G_FILE_TEST_EXISTS));
  g_assert_nonnull (find_text (get_window (screen), GTK_TYPE_BUTTON, "Look at a Sample"));
}

/* Who quits has seen enough. */
static void
test_sample_and_quit (void)
{
  Screen          *screen = screen_new (NULL);
  g_autofree char *dir = hbk_workspace_dup_sample_dir (screen->library);

  begin_sample (screen);
  screen_free (screen);
  g_assert_false (g_file_test (dir, G_FILE_TEST_EXISTS));
}

/* ---- Rescue ---- */

static HbkWorkspace *
occupy (Screen *screen)
{
  HbkWorkspace *other = hbk_workspace_new (NULL);
  g_autoptr (GError) error = NULL;

  hbk_workspace_open_library (other, screen->library, HBK_OPEN_WRITE, &error);
  g_assert_no_error (error);

  return other;
}

static gboolean
is_enabled (Screen *screen, const char *label)
{
  return gtk_widget_is_sensitive (find_text (get_window (screen), GTK_TYPE_BUTTON, label));
}

/* In use elsewhere: it can be looked at, then changed once the other program has closed. */
static void
test_busy (void)
{
  g_autoptr (Screen) screen = screen_prepare ();
  g_autoptr (HbkWorkspace) other = NULL;

  screen_fill_sample (screen, "qinghai");
  other = occupy (screen);
  screen_show (screen);
  g_assert_nonnull (find_text (get_window (screen), 0, "The Logbook Is in Use"));
  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "Only Look at It"));
  wait_for (is_open (screen));
  g_assert_false (screen_state (screen)->is_writable);
  g_assert_false (is_enabled (screen, "学时簿示例·祁文静"));

  hbk_workspace_close_library (other);
  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "Open to Change"));
  wait_for (is_open (screen) && screen_state (screen)->is_writable);
  g_assert_true (is_enabled (screen, "学时簿示例·祁文静"));
}

static void
test_damaged (void)
{
  g_autoptr (Screen) screen = screen_prepare ();
  g_autofree char *database = g_build_filename (screen->library, "hourbook.db", NULL);

  screen_fill_sample (screen, "qinghai");
  g_assert_true (g_file_set_contents (database, "This was a logbook.", -1, NULL));
  screen_show (screen);
  g_assert_nonnull (find_text (get_window (screen), 0, "The Logbook Is Damaged"));
  wait_for (find_text (get_window (screen), GTK_TYPE_BUTTON, "Restore…") != NULL);
  press (find_text (get_window (screen), GTK_TYPE_BUTTON, "Restore…"));
  wait_for (screen_dialog (screen) != NULL);
}

/* Nothing is wrong with the library: no backup is to be restored for it. */
static void
test_no_rules (void)
{
  g_autoptr (Screen) screen = screen_prepare ();
  g_autofree char *data_dir = g_strdup (g_getenv ("HOURBOOK_DATA_DIR"));

  screen_fill_sample (screen, "qinghai");
  g_setenv ("HOURBOOK_DATA_DIR", screen->dir, TRUE);
  screen_show (screen);
  g_setenv ("HOURBOOK_DATA_DIR", data_dir, TRUE);
  g_assert_nonnull (find_text (get_window (screen), 0, "Parts of Hourbook Are Missing"));
  g_assert_nonnull (find_text (get_window (screen), GTK_TYPE_BUTTON, "Try Again"));
  g_assert_null (find_text (get_window (screen), GTK_TYPE_BUTTON, "Only Look at It"));
  g_assert_null (find_text (get_window (screen), 0, "Backups"));
}

/* The rules of the region that was chosen are not there; that is not said to be the choice of nobody. */
static void
test_no_pack (void)
{
  g_autoptr (Screen) screen = screen_prepare ();
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  screen_fill_sample (screen, "qinghai");
  screen_show (screen);
  hbk_value_set_text (&value, "atlantis");
  hbk_facts_set (answers, "region", &value);
  screen_perform (screen, hbk_request_new_change_profile (HBK_DATE_NONE, answers));
  wait_for (find_text (get_window (screen), 0, "The Hours Cannot Be Computed") != NULL);
  g_assert_nonnull (find_text (get_window (screen), GTK_TYPE_BUTTON, "Choose Region"));
  g_assert_nonnull (find_text (get_window (screen), 0, "The Rules Cannot Be Read"));
  act (screen, "win.page", "s", "rules");
  wait_for_frames (get_window (screen), 2);
  g_assert_null (find_text (get_window (screen), 0, "No Rules Chosen"));
  g_assert_nonnull (find_text (get_window (screen), 0, "There is no rule pack “atlantis”."));
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);

  g_test_add_func ("/first-run/region", test_first_run);
  g_test_add_func ("/first-run/other-region", test_other_region);
  g_test_add_func ("/first-run/no-room", test_no_room);
  g_test_add_func ("/first-run/sample", test_sample);
  g_test_add_func ("/first-run/sample-and-quit", test_sample_and_quit);
  g_test_add_func ("/rescue/busy", test_busy);
  g_test_add_func ("/rescue/damaged", test_damaged);
  g_test_add_func ("/rescue/no-rules", test_no_rules);
  g_test_add_func ("/rescue/no-pack", test_no_pack);

  return screen_run ();
}
