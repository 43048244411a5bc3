/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

#include "app/application/hbk-app.h"
#include "app/records/hbk-record-detail.h"
#include "app/records/hbk-record-list.h"

/* Other scenes find the settings as they are without a choice. */
static void
reset (void)
{
  static const char *const keys[] = { "records-subject", "records-activity", "records-standing", "records-proof", "records-sort", "records-all-years" };
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static HbkRecordList *
show_list (HbkMainWindow *window)
{
  reset ();
  hbk_main_window_show_page (window, "records");
  shots_wait (100);

  return HBK_RECORD_LIST (shots_find (GTK_WIDGET (window), HBK_TYPE_RECORD_LIST));
}

static void
show_record (HbkMainWindow *window, const char *title)
{
  HbkState *state = hbk_session_get_state (hbk_main_window_get_session (window));

  show_list (window);
  for (guint i = 0; i < state->records->len; i++)
    {
      HbkRecord *record = g_ptr_array_index (state->records, i);

      if (strstr (hbk_record_get_title (record), title) != NULL)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "win.show-record", "s", hbk_record_get_id (record));
          return;
        }
    }
  g_error ("There is no record “%s”", title);
}

static void
set (const char *key, const char *value)
{
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);

  g_settings_set_string (settings, key, value);
}

static void
search (HbkMainWindow *window, const char *text)
{
  GtkWidget *list = GTK_WIDGET (show_list (window));

  gtk_editable_set_text (GTK_EDITABLE (shots_find (list, GTK_TYPE_SEARCH_ENTRY)), text);
  shots_wait (400);
}

static void
show_full (HbkMainWindow *window)
{
  show_list (window);
}

static void
show_cut (HbkMainWindow *window)
{
  show_record (window, "指导");
}

static void
show_pending (HbkMainWindow *window)
{
  show_record (window, "方法");
}

static void
scroll_down (HbkMainWindow *window)
{
  GtkWidget     *detail = shots_find (GTK_WIDGET (window), HBK_TYPE_RECORD_DETAIL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (shots_find (detail, GTK_TYPE_SCROLLED_WINDOW)));

  shots_wait (200);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
show_bottom (HbkMainWindow *window)
{
  show_cut (window);
  scroll_down (window);
}

static void
show_pending_bottom (HbkMainWindow *window)
{
  show_pending (window);
  scroll_down (window);
}

static void
show_unproven (HbkMainWindow *window)
{
  show_record (window, "祁连县");
}

static void
show_unproven_bottom (HbkMainWindow *window)
{
  show_unproven (window);
  scroll_down (window);
}

/* A page of a notice, as somebody would photograph it. */
static char *
write_page (const char *dir, const char *name, const char *heading)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 620, 877);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autofree char *path = g_build_filename (dir, name, NULL);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.15, 0.15, 0.2);
  pango_layout_set_text (layout, heading, -1);
  pango_layout_set_width (layout, 620 * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_cairo_update_layout (cr, layout);
  cairo_move_to (cr, 0, 80);
  cairo_scale (cr, 1, 1);
  pango_cairo_show_layout (cr, layout);
  for (int i = 0; i < 12; i++)
    {
      cairo_rectangle (cr, 80, 200 + i * 40, i % 4 == 3 ? 260 : 460, 8);
      cairo_fill (cr);
    }
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_steal_pointer (&path);
}

static void
show_files (HbkMainWindow *window)
{
  HbkSession      *session = hbk_main_window_get_session (window);
  g_autofree char *dir = g_dir_make_tmp ("hourbook-pages-XXXXXX", NULL);
  g_autofree char *first = write_page (dir, "关于选派技术人员开展带教帮扶的函.png", "邀请函");
  g_autofree char *second = write_page (dir, "带教现场.png", "现场照片");
  const char      *invitation[] = { first, NULL };
  const char      *photo[] = { second, NULL };
  g_autoptr (HbkRequest) request = hbk_request_new_take_in (invitation, "XS-0037", "invitation");
  g_autoptr (HbkRequest) other = hbk_request_new_take_in (photo, "XS-0037", NULL);

  hbk_session_perform_async (session, request, NULL, NULL, NULL);
  hbk_session_perform_async (session, other, NULL, NULL, NULL);
  shots_wait (2500);
  show_unproven (window);
  shots_wait (300);
  scroll_down (window);
  shots_wait (1200);
}

static void
show_no_hits (HbkMainWindow *window)
{
  search (window, "没有这样的记录");
}

static void
show_hits (HbkMainWindow *window)
{
  search (window, "监测");
}

static void
show_selecting (HbkMainWindow *window)
{
  HbkRecordList *list = show_list (window);
  GtkWidget     *view = shots_find (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW);

  g_object_set (list, "selecting", TRUE, NULL);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (view)), 0, FALSE);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (view)), 2, FALSE);
}

static void
show_filters (HbkMainWindow *window)
{
  show_list (window);
  set ("records-subject", "professional");
  set ("records-standing", "credited");
  set ("records-proof", "complete");
}

static void
show_all_years (HbkMainWindow *window)
{
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);

  show_list (window);
  g_settings_set_boolean (settings, "records-all-years", TRUE);
}

/* Nothing of this may be taken for markup, or push anything out of the window. */
static void
show_naughty (HbkMainWindow *window)
{
  HbkSession *session = hbk_main_window_get_session (window);
  g_autoptr (HbkRecord) record = hbk_record_new ("naughty", "conference");
  g_autoptr (HbkRequest) request = NULL;

  hbk_record_set_title (record, "<b>关于</b> & “很长的标题”：青藏高原高寒草甸生态系统水源涵养功能监测评估与适应性管理关键技术及其在三江源国家公园生态保护修复工程中的应用研讨会暨第三届学术年会 "
                                "AVeryLongWordThatNobodyWouldWriteButSomebodyPastesWithoutAnySpaceInIt_____");
  hbk_record_set_period (record, hbk_date_new (2024, 11, 10), hbk_date_new (2024, 11, 12));
  hbk_record_set_note (record, "<span foreground='red'>不是标记</span> & 第二行\n第三行");
  request = hbk_request_new_save_record (record, NULL, NULL);
  hbk_session_perform_async (session, request, NULL, NULL, NULL);
  shots_wait (600);
  show_record (window, "很长的标题");
}

const Scene scenes_records[] = {
  { "records-full", "qinghai", "2024-11-18", show_full },
  { "records-cut", "qinghai", "2024-11-18", show_cut },
  { "records-bottom", "qinghai", "2024-11-18", show_bottom },
  { "records-pending", "qinghai", "2024-11-18", show_pending },
  { "records-pending-bottom", "qinghai", "2024-11-18", show_pending_bottom },
  { "records-unproven", "qinghai", "2024-11-18", show_unproven },
  { "records-unproven-bottom", "qinghai", "2024-11-18", show_unproven_bottom },
  { "records-files", "qinghai", "2024-11-18", show_files },
  { "records-hits", "qinghai", "2024-11-18", show_hits },
  { "records-no-hits", "qinghai", "2024-11-18", show_no_hits },
  { "records-empty", "", "2024-11-18", show_full },
  { "records-selecting", "qinghai", "2024-11-18", show_selecting },
  { "records-filters", "qinghai", "2024-11-18", show_filters },
  { "records-all-years", "qinghai", "2024-11-18", show_all_years },
  { "records-naughty", "qinghai", "2024-11-18", show_naughty },
  { NULL },
};
