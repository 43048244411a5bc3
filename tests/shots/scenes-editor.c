/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

#include "app/editor/hbk-activity-chooser.h"
#include "app/editor/hbk-date-row.h"
#include "app/editor/hbk-record-editor.h"
#include "app/editor/hbk-record-form.h"

/* Longer than the preview waits for the next change. */
#define PREVIEW_MS 400

#define LONG_TITLE "关于举办全省生态环境监测机构负责人及技术骨干高寒湿地碳通量观测数据质量管理、插补方法与不确定度评定高级研修班（第三期）暨专业技术人员知识更新工程培训的通知"

static void
edit (HbkMainWindow *window, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-record", "s", id);
  shots_wait (PREVIEW_MS);
}

static void
begin (HbkMainWindow *window, const char *activity)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-record-of", "s", activity);
  shots_wait (PREVIEW_MS);
}

/* The dates of the form, in their order. */
static void
type_date (GtkWidget *below, guint *position, const char *const *texts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (HBK_IS_DATE_ROW (child) && *position < 2)
        {
          GtkWidget *entry = shots_find (child, GTK_TYPE_ENTRY);

          if (texts[*position] != NULL)
            {
              gtk_editable_set_text (GTK_EDITABLE (entry), texts[*position]);
              g_signal_emit_by_name (entry, "activate");
            }
          (*position)++;
        }
      else
        {
          type_date (child, position, texts);
        }
    }
}

static void
type (HbkMainWindow *window, const char *title, const char *start, const char *end)
{
  GtkWidget  *form = shots_find (GTK_WIDGET (window), HBK_TYPE_RECORD_FORM);
  const char *texts[] = { start, end };
  guint       position = 0;

  gtk_editable_set_text (GTK_EDITABLE (shots_find (form, ADW_TYPE_ENTRY_ROW)), title);
  type_date (form, &position, texts);
  shots_wait (PREVIEW_MS);
}

static void
show_new (HbkMainWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-record", NULL);
}

static void
show_search (HbkMainWindow *window)
{
  show_new (window);
  hbk_activity_chooser_search (HBK_ACTIVITY_CHOOSER (shots_find (GTK_WIDGET (window), HBK_TYPE_ACTIVITY_CHOOSER)), "论文");
}

static void
show_nothing (HbkMainWindow *window)
{
  show_new (window);
  hbk_activity_chooser_search (HBK_ACTIVITY_CHOOSER (shots_find (GTK_WIDGET (window), HBK_TYPE_ACTIVITY_CHOOSER)), "钓鱼");
}

static void
show_empty (HbkMainWindow *window)
{
  begin (window, "training");
}

static void
show_cap (HbkMainWindow *window)
{
  edit (window, "XS-0042");
}

static void
open_sheet (HbkMainWindow *window)
{
  GtkWidget *sheet;

  show_cap (window);
  sheet = gtk_widget_get_ancestor (shots_find (GTK_WIDGET (window), HBK_TYPE_RECORD_FORM), ADW_TYPE_BOTTOM_SHEET);
  if (sheet != NULL && adw_bottom_sheet_get_bottom_bar (ADW_BOTTOM_SHEET (sheet)) != NULL)
    adw_bottom_sheet_set_open (ADW_BOTTOM_SHEET (sheet), TRUE);
}

static void
show_pending (HbkMainWindow *window)
{
  begin (window, "mentoring");
  type (window, "海晏县监测站采样技术带教", "2024-11-04", "2024-11-08");
}

static void
show_excluded (HbkMainWindow *window)
{
  edit (window, "XS-0032");
}

static void
show_duplicate (HbkMainWindow *window)
{
  begin (window, "training");
  type (window, "高寒区水土保持新技术研修班", "2024年7月8日至11日", NULL);
}

static void
show_bad_date (HbkMainWindow *window)
{
  begin (window, "training");
  type (window, "研修班", "7/8", NULL);
}

static void
show_files (HbkMainWindow *window)
{
  HbkProofList *proofs;
  GtkWidget    *scroller;

  edit (window, "XS-0031");
  proofs = HBK_PROOF_LIST (shots_find (GTK_WIDGET (window), HBK_TYPE_PROOF_LIST));
  hbk_proof_list_add_path (proofs, "/tmp/2024邀请函-海晏站.pdf", NULL);
  hbk_proof_list_add_path (proofs, "/tmp/IMG_20240314_101500 海晏县监测站现场采样技术带教签到表与合影（第一天上午）.jpg", NULL);
  shots_wait (PREVIEW_MS);
  scroller = shots_find (shots_find (GTK_WIDGET (window), HBK_TYPE_RECORD_FORM), GTK_TYPE_SCROLLED_WINDOW);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 330);
}

static void
show_planned (HbkMainWindow *window)
{
  edit (window, "XS-0043");
}

static void
show_entered (HbkMainWindow *window)
{
  begin (window, "conference");
  type (window, "高原生态水文学术研讨会", "2024-12-10", "2024-12-12");
}

static void
show_long (HbkMainWindow *window)
{
  begin (window, "training");
  type (window, LONG_TITLE, "2023-12-20", "2024-01-12");
}

/* The dialog is closed, as with Esc, and opened again. */
static void
show_draft (HbkMainWindow *window)
{
  show_entered (window);
  adw_dialog_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  shots_wait (PREVIEW_MS);
  show_new (window);
  shots_wait (PREVIEW_MS);
}

static void
show_restored (HbkMainWindow *window)
{
  show_draft (window);
  g_signal_emit_by_name (shots_find (shots_find (GTK_WIDGET (window), HBK_TYPE_ACTIVITY_CHOOSER), ADW_TYPE_BANNER), "button-clicked");
  shots_wait (PREVIEW_MS);
}

static void
show_saved (HbkMainWindow *window)
{
  show_entered (window);
  gtk_widget_activate_action (shots_find (GTK_WIDGET (window), HBK_TYPE_RECORD_FORM), "editor.save", NULL);
  shots_wait (PREVIEW_MS);
}

const Scene scenes_editor[] = {
  { "editor-new", "qinghai", "2024-11-18", show_new },
  { "editor-search", "qinghai", "2024-11-18", show_search },
  { "editor-search-nothing", "qinghai", "2024-11-18", show_nothing },
  { "editor-empty", "qinghai", "2024-11-18", show_empty },
  { "editor-cap", "qinghai", "2024-11-18", show_cap },
  { "editor-cap-sheet", "qinghai", "2024-11-18", open_sheet },
  { "editor-pending", "qinghai", "2024-11-18", show_pending },
  { "editor-excluded", "qinghai", "2024-11-18", show_excluded },
  { "editor-duplicate", "qinghai", "2024-11-18", show_duplicate },
  { "editor-bad-date", "qinghai", "2024-11-18", show_bad_date },
  { "editor-files", "qinghai", "2024-11-18", show_files },
  { "editor-planned", "qinghai", "2024-11-18", show_planned },
  { "editor-draft", "qinghai", "2024-11-18", show_draft },
  { "editor-restored", "qinghai", "2024-11-18", show_restored },
  { "editor-saved", "qinghai", "2024-11-18", show_saved },
  { "editor-long", "qinghai", "2024-11-18", show_long },
  { NULL },
};
