/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

#include <glib/gstdio.h>

#include "app/editor/hbk-date-row.h"
#include "app/welcome/hbk-welcome-page.h"
#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-years.h"

/* ---- First run ---- */

static AdwNavigationView *
show_library_page (HbkMainWindow *window)
{
  GtkWidget *page = shots_find (GTK_WIDGET (window), HBK_TYPE_WELCOME_PAGE);
  GtkWidget *view = shots_find (page, ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push_by_tag (ADW_NAVIGATION_VIEW (view), "library");
  shots_wait (400);

  return ADW_NAVIGATION_VIEW (view);
}

static void
show_empty (HbkMainWindow *window)
{
  show_library_page (window);
}

static void
fill_in (HbkMainWindow *window, const char *name, const char *employer)
{
  GtkWidget *page = GTK_WIDGET (adw_navigation_view_get_visible_page (show_library_page (window)));
  GtkWidget *group = gtk_widget_get_ancestor (shots_find (page, HBK_TYPE_DATE_ROW), ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *row = shots_find (group, ADW_TYPE_ENTRY_ROW);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (shots_find (page, GTK_TYPE_CHECK_BUTTON)), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (row)), employer);
  hbk_date_row_set_date (HBK_DATE_ROW (shots_find (page, HBK_TYPE_DATE_ROW)), hbk_date_new (2019, 12, 1));
}

static void
show_filled (HbkMainWindow *window)
{
  fill_in (window, "祁文静", "青海云岭生态环境技术服务中心");
}

static void
show_long (HbkMainWindow *window)
{
  fill_in (window, "阿卜杜热合曼·买买提依明江·那则尔夏提", "中国科学院西北生态环境资源研究院青海湖流域生态环境监测与修复联合实验室（筹）<b>第三工作站</b>");
}

static void
begin_sample (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.begin-sample", "s", "qinghai");
  shots_wait (2500);
}

/* ---- Rescue ---- */

static char *
get_database (const char *dir)
{
  return g_build_filename (dir, "hourbook.db", NULL);
}

static void
make_busy (HbkWorkspace *workspace, const char *dir)
{
  static HbkWorkspace *other;

  g_clear_object (&other);
  other = g_object_ref (workspace);
}

static void
damage (HbkWorkspace *workspace, const char *dir)
{
  g_autofree char *path = get_database (dir);
  g_autofree char *sample = g_build_filename (hbk_workspace_get_data_dir (workspace), "samples", "yuxi.json", NULL);
  HbkImportOptions options = { 0 };
  g_autoptr (HbkImport) import = hbk_workspace_prepare_import (workspace, sample, &options, NULL);
  g_autoptr (HbkJournalStep) step = hbk_workspace_confirm_import (workspace, import, HBK_CONFLICT_REPLACE, NULL, NULL);

  /* A backup was made before the import. */
  g_assert_nonnull (step);
  hbk_workspace_close_library (workspace);
  g_assert_true (g_file_set_contents (path, "This was a logbook.", -1, NULL));
}

static void
make_newer (HbkWorkspace *workspace, const char *dir)
{
  g_autofree char *path = get_database (dir);
  g_autofree char *content = NULL;
  gsize            length;

  hbk_workspace_close_library (workspace);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[63]++; /* the version, in the head of the database */
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static void
lock_away (HbkWorkspace *workspace, const char *dir)
{
  g_autofree char *path = get_database (dir);

  hbk_workspace_close_library (workspace);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
}

static void
only_look (HbkMainWindow *window)
{
  HbkSession *session = hbk_main_window_get_session (window);

  hbk_session_open (session, hbk_session_get_dir (session), HBK_OPEN_READ);
  shots_wait (1200);
}

static void
wait_longer (HbkMainWindow *window)
{
  shots_wait (800);
}

/* ---- Dialogs ---- */

static void
change_profile (HbkWorkspace *workspace, HbkDate from, const char *id, const char *text)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (HbkJournalStep) step = NULL;

  if (text != NULL)
    hbk_value_set_text (&value, text);
  hbk_facts_set (answers, id, &value);
  step = hbk_workspace_change_profile (workspace, from, answers, NULL);
  g_assert_nonnull (step);
}

static void
move (HbkWorkspace *workspace, const char *dir)
{
  change_profile (workspace, hbk_date_new (2023, 7, 1), "region", "qinghai");
  change_profile (workspace, HBK_DATE_NONE, "region", "weihai");
}

/* Not all is said that the rules ask for. */
static void
forget (HbkWorkspace *workspace, const char *dir)
{
  change_profile (workspace, HBK_DATE_NONE, "employed", NULL);
  change_profile (workspace, HBK_DATE_NONE, "vocational_qualification", NULL);
}

static void
hand_in (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (HbkJournalStep) step = hbk_workspace_hand_in (workspace, 2023, NULL, "单位人事处", hbk_date_new (2024, 11, 18), NULL);

  g_assert_nonnull (step);
}

static void
activate (HbkMainWindow *window, const char *action, int year)
{
  if (year != 0)
    gtk_widget_activate_action (GTK_WIDGET (window), action, "i", year);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  shots_wait (900);
}

static void
show_profile (HbkMainWindow *window)
{
  activate (window, "win.profile", 0);
}

static void
show_profile_end (HbkMainWindow *window)
{
  GtkAdjustment *adjustment;
  GtkWidget     *dialog;

  activate (window, "win.profile", 0);
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (shots_find (dialog, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  shots_wait (300);
}

static void
show_preferences (HbkMainWindow *window)
{
  activate (window, "win.preferences", 0);
}

static void
show_hand_in (HbkMainWindow *window)
{
  activate (window, "win.hand-in", 2024);
}

static void
show_reopen (HbkMainWindow *window)
{
  activate (window, "win.reopen", 2023);
}

static void
show_adopt (HbkMainWindow *window)
{
  activate (window, "win.adopt-rules", 2023);
}

const Scene scenes_welcome[] = {
  { "welcome-library", NULL, "2024-11-18", show_empty },
  { "welcome-filled", NULL, "2024-11-18", show_filled },
  { "welcome-long", NULL, "2024-11-18", show_long },
  { "sample", NULL, "2024-11-18", begin_sample },
  { "rescue-busy", "qinghai", "2024-11-18", NULL, make_busy },
  { "rescue-damaged", "qinghai", "2024-11-18", wait_longer, damage },
  { "rescue-newer", "qinghai", "2024-11-18", NULL, make_newer },
  { "rescue-disk", "qinghai", "2024-11-18", NULL, lock_away },
  { "only-look", "qinghai", "2024-11-18", only_look },
  { "profile", "qinghai", "2024-11-18", show_profile },
  { "profile-asked", "yuxi", "2024-11-18", show_profile, forget },
  { "profile-moved", "qinghai", "2024-11-18", show_profile_end, move },
  { "profile-empty", "", "2024-11-18", show_profile },
  { "preferences", "qinghai", "2024-11-18", show_preferences },
  { "hand-in", "qinghai", "2024-11-18", show_hand_in },
  { "reopen", "qinghai", "2024-11-18", show_reopen, hand_in },
  { "adopt-none", "qinghai", "2024-11-18", show_adopt },
  { NULL },
};
