/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenes.h"

#include "app/overview/hbk-attention-group.h"
#include "app/overview/hbk-chart-card.h"
#include "app/overview/hbk-overview-page.h"
#include "app/overview/hbk-ways-group.h"
#include "app/window/hbk-perform.h"

static GtkWidget *
find_page (HbkMainWindow *window)
{
  return shots_find (GTK_WIDGET (window), HBK_TYPE_OVERVIEW_PAGE);
}

static HbkState *
get_state (HbkMainWindow *window)
{
  return hbk_session_get_state (hbk_main_window_get_session (window));
}

/* As a person would; the toast is not what the picture is about. */
static void
perform (HbkMainWindow *window, HbkRequest *request)
{
  guint64 before = get_state (window)->generation;

  hbk_session_perform_async (hbk_main_window_get_session (window), request, NULL, NULL, NULL);
  hbk_request_unref (request);
  for (guint i = 0; i < 200 && (get_state (window)->generation == before || !get_state (window)->is_complete); i++)
    shots_wait (20);
}

static void
answer (HbkMainWindow *window, const char *id, const char *text)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_value_set_text (&value, text);
  hbk_facts_set (answers, id, &value);
  perform (window, hbk_request_new_change_profile (HBK_DATE_NONE, answers));
}

static void
scroll_to (HbkMainWindow *window, GtkWidget *widget)
{
  GtkWidget       *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment   *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_point_t point;

  shots_wait (100);
  g_assert_true (gtk_widget_compute_point (widget, scroller, &GRAPHENE_POINT_INIT (0, 0), &point));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (double) point.y - 20);
}

static void
show_attention (HbkMainWindow *window)
{
  scroll_to (window, shots_find (find_page (window), HBK_TYPE_ATTENTION_GROUP));
}

static void
show_all (HbkMainWindow *window)
{
  GtkWidget *row = shots_find (shots_find (find_page (window), HBK_TYPE_ATTENTION_GROUP), ADW_TYPE_BUTTON_ROW);

  g_signal_emit_by_name (row, "activated");
  show_attention (window);
}

static void
show_chart (HbkMainWindow *window)
{
  GtkWidget *card = shots_find (find_page (window), HBK_TYPE_CHART_CARD);

  scroll_to (window, card);
}

static void
show_figures (HbkMainWindow *window)
{
  GtkWidget *card = shots_find (find_page (window), HBK_TYPE_CHART_CARD);
  GtkWidget *expander = shots_find (card, GTK_TYPE_EXPANDER);

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  scroll_to (window, expander);
}

static void
show_ways (HbkMainWindow *window)
{
  scroll_to (window, shots_find (find_page (window), HBK_TYPE_WAYS_GROUP));
}

static void
show_2022 (HbkMainWindow *window)
{
  hbk_main_window_set_year (window, 2022);
}

static void
show_2023 (HbkMainWindow *window)
{
  hbk_main_window_set_year (window, 2023);
}

static void
hand_in (HbkMainWindow *window)
{
  perform (window, hbk_request_new_hand_in (2024, NULL, NULL));
}

static void
hand_in_and_change (HbkMainWindow *window)
{
  HbkState   *state;
  HbkRequest *request;

  hand_in (window);
  state = get_state (window);
  request = hbk_request_new_remove_records ((const char *const[]) { hbk_record_get_id (g_ptr_array_index (state->records, 0)), NULL });
  perform (window, hbk_request_with_correction (request, "多记了一条"));
  hbk_request_unref (request);
}

static void
be_a_nurse (HbkMainWindow *window)
{
  answer (window, "sector", "health");
}

static void
be_elsewhere (HbkMainWindow *window)
{
  answer (window, "region", "other");
}

static void
name_at_length (HbkMainWindow *window)
{
  HbkState *state = get_state (window);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < state->records->len; i++)
    {
      HbkRecord       *record = hbk_record_copy (g_ptr_array_index (state->records, i), hbk_record_get_id (g_ptr_array_index (state->records, i)));
      g_autofree char *title = g_strdup_printf ("%s（含 <b>特殊</b> & 字符）：关于高寒草甸水源涵养功能监测与评估方法若干问题的研究报告及其在祁连山北坡的应用", hbk_record_get_title (record));

      hbk_record_set_title (record, title);
      g_ptr_array_add (records, record);
    }
  perform (window, hbk_request_new_save_records (records));
}

static void
name_at_length_and_scroll (HbkMainWindow *window)
{
  name_at_length (window);
  show_attention (window);
}

const Scene scenes_overview[] = {
  { "overview", "qinghai", "2024-11-18", NULL },
  { "overview-attention", "qinghai", "2024-11-18", show_attention },
  { "overview-attention-all", "qinghai", "2024-11-18", show_all },
  { "overview-chart", "qinghai", "2024-11-18", show_chart },
  { "overview-figures", "qinghai", "2024-11-18", show_figures },
  { "overview-ways", "qinghai", "2024-11-18", show_ways },
  { "overview-empty", "", "2024-11-18", NULL },
  { "overview-half", "qinghai", "2024-06-30", NULL },
  { "overview-early", "qinghai", "2024-02-10", NULL },
  { "overview-past", "qinghai", "2024-11-18", show_2022 },
  { "overview-done", "qinghai", "2024-11-18", show_2023 },
  { "overview-late", "qinghai", "2025-01-08", NULL },
  { "overview-handed-in", "qinghai", "2024-11-18", hand_in },
  { "overview-changed", "qinghai", "2024-11-18", hand_in_and_change },
  { "overview-no-verdict", "qinghai", "2024-11-18", be_a_nurse },
  { "overview-no-rules", "qinghai", "2024-11-18", be_elsewhere },
  { "overview-long", "qinghai", "2024-11-18", name_at_length },
  { "overview-long-attention", "qinghai", "2024-11-18", name_at_length_and_scroll },
  { "overview-yuxi", "yuxi", "2024-11-18", NULL },
  { "overview-changde", "changde", "2024-11-18", NULL },
  { NULL },
};
