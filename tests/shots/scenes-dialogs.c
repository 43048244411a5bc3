/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

#include "app/transfer/hbk-import-columns-group.h"
#include "app/transfer/hbk-import-dialog.h"
#include "app/transfer/hbk-restore-dialog.h"
#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-library.h"

/* ---- Dialogs of the menu ---- */

/* Opens the first row of the dialog that has more to show. */
static void
open_row (HbkMainWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (shots_find (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW)), TRUE);
}

static void
show_about (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.about", NULL);
}

static void
show_help (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  shots_wait (100);
  open_row (window);
}

static void
show_shortcuts (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL);
}

static void
show_export (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
}

/* ---- What was done ---- */

/* The first records of the library go to the trash. */
static void
remove_some (HbkWorkspace *workspace, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = hbk_workspace_list_records (workspace, NULL, 0, n, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const char *ids[] = { hbk_record_get_id (g_ptr_array_index (records, i)), NULL };
      g_autoptr (HbkJournalStep) step = hbk_workspace_remove_records (workspace, ids, "重复登记", &error);

      g_assert_no_error (error);
    }
}

static void
fill_trash (HbkWorkspace *workspace, const char *dir)
{
  remove_some (workspace, 3);
}

static void
show_trash (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.trash", NULL);
}

static void
show_history (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.history", NULL);
  shots_wait (300);
  open_row (window);
}

/* ---- What comes from outside ---- */

/* A file beside the library of the scene, which is removed with it. */
static char *
name_file (const char *library, const char *name)
{
  g_autofree char *dir = g_path_get_dirname (library);

  return g_build_filename (dir, name, NULL);
}

static void
show_file (HbkMainWindow *window, const char *name)
{
  HbkSession      *session = hbk_main_window_get_session (window);
  g_autofree char *path = name_file (hbk_session_get_dir (session), name);

  hbk_import_dialog_present (GTK_WIDGET (window), session, path);
  shots_wait (300);
}

static void
show_logbook (HbkMainWindow *window)
{
  HbkSession      *session = hbk_main_window_get_session (window);
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "samples", "weihai.json", NULL);

  hbk_import_dialog_present (GTK_WIDGET (window), session, path);
  shots_wait (300);
}

/* The library as a logbook, of which some records have been removed since. */
static void
fill_known (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = name_file (dir, "logbook.json");

  hbk_workspace_export (workspace, HBK_EXPORT_LOGBOOK, path, hbk_date_parse ("2024-11-18"), HBK_LANGUAGE_ZH, &error);
  g_assert_no_error (error);
  remove_some (workspace, 2);
}

static void
show_known (HbkMainWindow *window)
{
  show_file (window, "logbook.json");
}

/* A logbook of all, of which the person has changed one record since, and somebody else another. */
static void
fill_conflict (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = name_file (dir, "logbook.json");
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (HbkRecord) record = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  hbk_workspace_export (workspace, HBK_EXPORT_LOGBOOK, path, hbk_date_parse ("2024-11-18"), HBK_LANGUAGE_ZH, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_string_replace (changed, "高原生态水文学术研讨会", "高原生态水文学术研讨会（西宁）", 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));

  record = hbk_workspace_get_record (workspace, "XS-0001", &error);
  g_assert_no_error (error);
  hbk_record_set_note (record, "证书在单位档案室");
  step = hbk_workspace_save_record (workspace, record, NULL, &error);
  g_assert_no_error (error);
}

static void
fill_table (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = name_file (dir, "2024 年培训登记表.csv");

  g_file_set_contents (path,
                       "日期,培训内容,主办单位,学时,备注\n"
                       "2024-03-11,水质在线监测系统运行维护,青海省生态环境厅,16,\n"
                       "2024年5月7日,<b>突发环境事件</b> & 应急监测,西宁市人力资源和社会保障局,8,两天\n"
                       "去年秋天,碳排放核算,省环境科学学会,6,日期待查\n",
                       -1, &error);
  g_assert_no_error (error);
}

static void
show_table (HbkMainWindow *window)
{
  show_file (window, "2024 年培训登记表.csv");
}

/* What the rows are is chosen; one of them cannot be read. */
static void
show_table_rows (HbkMainWindow *window)
{
  GtkWidget *group;

  show_table (window);
  group = shots_find (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))), HBK_TYPE_IMPORT_COLUMNS_GROUP);
  adw_combo_row_set_selected (ADW_COMBO_ROW (shots_find (group, ADW_TYPE_COMBO_ROW)), 1);
  shots_wait (300);
}

static void
fill_unreadable (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = name_file (dir, "logbook.json");

  g_file_set_contents (path, "{ \"records\": [", -1, &error);
  g_assert_no_error (error);
}

static void
fill_backup (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = name_file (dir, "backup.zip");

  hbk_workspace_back_up (workspace, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  remove_some (workspace, 2);
}

static void
show_backup (HbkMainWindow *window)
{
  HbkSession      *session = hbk_main_window_get_session (window);
  g_autofree char *path = name_file (hbk_session_get_dir (session), "backup.zip");

  hbk_restore_dialog_present (GTK_WIDGET (window), session, path);
  shots_wait (300);
}

const Scene scenes_dialogs[] = {
  { "about", "qinghai", "2024-11-18", show_about },
  { "export", "qinghai", "2024-11-18", show_export },
  { "help", "qinghai", "2024-11-18", show_help },
  { "history", "qinghai", "2024-11-18", show_history, fill_trash },
  { "import-conflict", "qinghai", "2024-11-18", show_known, fill_conflict },
  { "import-known", "qinghai", "2024-11-18", show_known, fill_known },
  { "import-logbook", "qinghai", "2024-11-18", show_logbook },
  { "import-table", "qinghai", "2024-11-18", show_table, fill_table },
  { "import-table-rows", "qinghai", "2024-11-18", show_table_rows, fill_table },
  { "import-unreadable", "qinghai", "2024-11-18", show_known, fill_unreadable },
  { "restore", "qinghai", "2024-11-18", show_backup, fill_backup },
  { "shortcuts", "qinghai", "2024-11-18", show_shortcuts },
  { "trash", "qinghai", "2024-11-18", show_trash, fill_trash },
  { "trash-empty", "qinghai", "2024-11-18", show_trash },
  { NULL },
};
