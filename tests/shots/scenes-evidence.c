/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/evidence/hbk-evidence-page.h"
#include "papers.h"
#include "scenes.h"

/* Thumbnails come one after the other, each from a process of its own. */
#define THUMBNAILS_MS 2500

static void
show (HbkMainWindow *window)
{
  hbk_main_window_show_page (window, "evidence");
  shots_wait (THUMBNAILS_MS);
}

static GtkWidget *
get_page (HbkMainWindow *window)
{
  return shots_find (GTK_WIDGET (window), HBK_TYPE_EVIDENCE_PAGE);
}

static void
show_end (HbkMainWindow *window)
{
  GtkWidget     *scroller = gtk_widget_get_ancestor (shots_find (get_page (window), GTK_TYPE_GRID_VIEW), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  show (window);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  shots_wait (THUMBNAILS_MS);
}

static const char *
find_file (HbkMainWindow *window, const char *name)
{
  GPtrArray *files = hbk_session_get_state (hbk_main_window_get_session (window))->files;

  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);

      if (g_str_equal (file->name, name))
        return file->sha256;
    }

  g_assert_not_reached ();
}

static void
show_viewer (HbkMainWindow *window, const char *name)
{
  show (window);
  hbk_evidence_page_show_file (HBK_EVIDENCE_PAGE (get_page (window)), find_file (window, name));
  shots_wait (THUMBNAILS_MS);
}

static void
show_pdf (HbkMainWindow *window)
{
  show_viewer (window, "论文正文.pdf");
}

static void
show_photo (HbkMainWindow *window)
{
  show_viewer (window, "现场照片.png");
}

static void
show_changed (HbkMainWindow *window)
{
  show_viewer (window, "研讨会邀请函.pdf");
}

static void
show_scripted (HbkMainWindow *window)
{
  show_viewer (window, "学时记录-国家安全.pdf");
}

static void
show_info (HbkMainWindow *window)
{
  GtkWidget *split_view;

  show_viewer (window, "论文正文.pdf");
  split_view = shots_find (GTK_WIDGET (window), ADW_TYPE_OVERLAY_SPLIT_VIEW);
  adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (split_view), TRUE);
}

static void
show_selection (HbkMainWindow *window)
{
  show (window);
  gtk_widget_activate_action (get_page (window), "evidence.pick", "s", find_file (window, "微信图片_20241108.png"));
  gtk_widget_activate_action (get_page (window), "evidence.pick", "s", find_file (window, "邀请函-乐都站.pdf"));
}

static void
show_record_chooser (HbkMainWindow *window)
{
  show (window);
  gtk_widget_activate_action (get_page (window), "evidence.choose", "s", find_file (window, "微信图片_20241108.png"));
}

static void
show_document_chooser (HbkMainWindow *window)
{
  show (window);
  gtk_widget_activate_action (get_page (window), "evidence.document", "s", find_file (window, "微信图片_20241108.png"));
}

static void
show_problems (HbkMainWindow *window)
{
  show (window);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (shots_find (get_page (window), ADW_TYPE_TOGGLE_GROUP)), 2);
}

static void
show_nothing_found (HbkMainWindow *window)
{
  show (window);
  hbk_page_search (HBK_PAGE (get_page (window)));
  gtk_editable_set_text (GTK_EDITABLE (shots_find (get_page (window), GTK_TYPE_SEARCH_ENTRY)), "没有这样的文件");
  shots_wait (500);
}

const Scene scenes_evidence[] = {
  { "evidence-empty", "qinghai", "2024-11-18", show },
  { "evidence-full", "qinghai", "2024-11-18", show, papers_fill },
  { "evidence-end", "qinghai", "2024-11-18", show_end, papers_fill },
  { "evidence-viewer-pdf", "qinghai", "2024-11-18", show_pdf, papers_fill },
  { "evidence-viewer-photo", "qinghai", "2024-11-18", show_photo, papers_fill },
  { "evidence-viewer-changed", "qinghai", "2024-11-18", show_changed, papers_fill_damaged },
  { "evidence-viewer-scripts", "qinghai", "2024-11-18", show_scripted, papers_fill },
  { "evidence-viewer-info", "qinghai", "2024-11-18", show_info, papers_fill },
  { "evidence-selection", "qinghai", "2024-11-18", show_selection, papers_fill },
  { "evidence-chooser", "qinghai", "2024-11-18", show_record_chooser, papers_fill },
  { "evidence-document-chooser", "qinghai", "2024-11-18", show_document_chooser, papers_fill },
  { "evidence-problems", "qinghai", "2024-11-18", show_problems, papers_fill_damaged },
  { "evidence-none", "qinghai", "2024-11-18", show_nothing_found, papers_fill },
  { NULL },
};
