/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"
#include "scenes.h"

#include "app/package/hbk-package-dialog.h"

static GtkWidget *
get_dialog (HbkMainWindow *window)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

/* The page on top. */
static GtkWidget *
get_page (HbkMainWindow *window)
{
  return GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (adw_dialog_get_child (ADW_DIALOG (get_dialog (window))))));
}

static void
act (HbkMainWindow *window, const char *action)
{
  gtk_widget_activate_action (get_page (window), action, NULL);
  shots_wait (400);
}

static void
show_target (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.package", "i", 2024);
}

static void
show_findings (HbkMainWindow *window)
{
  show_target (window);
  act (window, "package.check");
}

static void
show_contents (HbkMainWindow *window)
{
  show_findings (window);
  act (window, "package.contents");
}

static void
show_done (HbkMainWindow *window)
{
  g_autofree char *dir = g_path_get_dirname (hbk_session_get_dir (hbk_main_window_get_session (window)));
  g_autoptr (GFile) place = g_file_new_build_filename (dir, "继续教育_祁文静_2024.zip", NULL);

  show_contents (window);
  hbk_package_dialog_make (HBK_PACKAGE_DIALOG (get_dialog (window)), place);
  shots_wait (1500);
}

/* There is no such folder. */
static void
show_failed (HbkMainWindow *window)
{
  g_autofree char *dir = g_path_get_dirname (hbk_session_get_dir (hbk_main_window_get_session (window)));
  g_autoptr (GFile) place = g_file_new_build_filename (dir, "没有这个文件夹", "继续教育_祁文静_2024.zip", NULL);

  show_contents (window);
  hbk_package_dialog_make (HBK_PACKAGE_DIALOG (get_dialog (window)), place);
  shots_wait (500);
}

const Scene scenes_package[] = {
  { "package-target", "qinghai", "2024-11-18", show_target, papers_fill },
  { "package-findings", "qinghai", "2024-11-18", show_findings, papers_fill },
  { "package-errors", "qinghai", "2024-11-18", show_findings, papers_fill_damaged },
  { "package-contents", "qinghai", "2024-11-18", show_contents, papers_fill },
  { "package-failed", "qinghai", "2024-11-18", show_failed, papers_fill },
  { "package-done", "qinghai", "2024-11-18", show_done, papers_fill },
  { NULL },
};
