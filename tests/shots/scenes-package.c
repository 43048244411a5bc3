/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"
#include "scenes.h"

#include <unistd.h>

#include "app/package/hbk-package-dialog.h"
#include "app/package/hbk-verification-dialog.h"
#include "workspace/hbk-package-job.h"
#include "workspace/hbk-workspace-library.h"

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

/* A package beside the library, which is removed with it. */
static char *
name_package (const char *library, HbkPackageForm form)
{
  g_autofree char *dir = g_path_get_dirname (library);

  return g_build_filename (dir, form == HBK_PACKAGE_ZIP ? "继续教育_祁文静_2024.zip" : "继续教育_祁文静_2024", NULL);
}

static void
make_package (HbkWorkspace *workspace, const char *dir, HbkPackageForm form)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = name_package (dir, form);
  HbkPackageTarget target = { .year = 2024, .options = { .without_binder = TRUE } };
  g_autoptr (HbkSubmission) submission = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  HbkPackageDone done;

  papers_fill (workspace, dir);
  submission = hbk_workspace_prepare_package (workspace, &target, hbk_date_parse ("2024-11-18"), &error);
  g_assert_no_error (error);
  findings = hbk_workspace_check_package (workspace, submission, NULL, &error);
  g_assert_no_error (error);
  hbk_package_job_run (dir, submission, findings, &(HbkPackageWish) { .path = path, .form = form }, NULL, NULL, NULL, &done, &error);
  g_assert_no_error (error);
}

static void
fill_package (HbkWorkspace *workspace, const char *dir)
{
  make_package (workspace, dir, HBK_PACKAGE_ZIP);
}

/* Somebody has meddled with the report. */
static void
fill_damaged_package (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = name_package (dir, HBK_PACKAGE_FOLDER);
  g_autofree char *logbook = g_build_filename (path, "data", "logbook.json", NULL);

  make_package (workspace, dir, HBK_PACKAGE_FOLDER);
  g_assert_true (g_file_test (logbook, G_FILE_TEST_EXISTS));
  g_file_set_contents (logbook, "{}", -1, &error);
  g_assert_no_error (error);
}

static void
verify (HbkMainWindow *window, HbkPackageForm form)
{
  HbkSession      *session = hbk_main_window_get_session (window);
  g_autofree char *path = name_package (hbk_session_get_dir (session), form);

  hbk_verification_dialog_present (GTK_WIDGET (window), session, path);
  shots_wait (600);
}

static void
show_verified (HbkMainWindow *window)
{
  verify (window, HBK_PACKAGE_ZIP);
}

static void
show_damaged (HbkMainWindow *window)
{
  verify (window, HBK_PACKAGE_FOLDER);
}

/* A link that leads out of the package could read what is not in it. */
static void
fill_refused_package (HbkWorkspace *workspace, const char *dir)
{
  g_autofree char *path = name_package (dir, HBK_PACKAGE_FOLDER);
  g_autofree char *link = g_build_filename (path, "data", "link", NULL);

  make_package (workspace, dir, HBK_PACKAGE_FOLDER);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
}

const Scene scenes_package[] = {
  { "package-target", "qinghai", "2024-11-18", show_target, papers_fill },
  { "package-findings", "qinghai", "2024-11-18", show_findings, papers_fill },
  { "package-errors", "qinghai", "2024-11-18", show_findings, papers_fill_damaged },
  { "package-contents", "qinghai", "2024-11-18", show_contents, papers_fill },
  { "package-failed", "qinghai", "2024-11-18", show_failed, papers_fill },
  { "package-done", "qinghai", "2024-11-18", show_done, papers_fill },
  { "package-verified", "qinghai", "2024-11-18", show_verified, fill_package },
  { "package-damaged", "qinghai", "2024-11-18", show_damaged, fill_damaged_package },
  { "package-refused", "qinghai", "2024-11-18", show_damaged, fill_refused_package },
  { NULL },
};
