/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawn widgets by themselves, in a window without the rest. */

#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-mini-bar.h"
#include "app/widgets/hbk-ring.h"
#include "app/widgets/hbk-state-chip.h"
#include "app/widgets/hbk-sure-bar.h"
#include "app/widgets/hbk-tile.h"
#include "app/widgets/hbk-trace-view.h"
#include "app/widgets/hbk-year-chart.h"
#include "rules/hbk-year-deadlines.h"
#include "scenes.h"

static GtkWidget *
show_column (HbkMainWindow *window)
{
  GtkWidget *column = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 24, "margin-top", 24, "margin-bottom", 24, "margin-start", 14, "margin-end", 14, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 560, "child", column, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scroller);

  return column;
}

static GtkWidget *
make_ring (HbkTone kind, gint64 value, gint64 target, gint64 pace, gint64 pending)
{
  return g_object_new (HBK_TYPE_RING, "kind", kind, "value", value * 100, "target", target < 0 ? -1 : target * 100, "pace", pace < 0 ? -1 : pace * 100, "pending", pending * 100, NULL);
}

static GtkWidget *
add_wrap (GtkWidget *column)
{
  GtkWidget *wrap = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 16, "line-spacing", 16, NULL);

  gtk_box_append (GTK_BOX (column), wrap);

  return wrap;
}

static void
show_rings (HbkMainWindow *window)
{
  GtkWidget  *column = show_column (window);
  AdwWrapBox *wrap = ADW_WRAP_BOX (add_wrap (column));
  GtkWidget  *bar = g_object_new (HBK_TYPE_SURE_BAR, "credited", G_GINT64_CONSTANT (11100), "evidenced", G_GINT64_CONSTANT (8300), "verified", G_GINT64_CONSTANT (5100),
                                  "pending", G_GINT64_CONSTANT (1000), "target", G_GINT64_CONSTANT (13500), "pace", G_GINT64_CONSTANT (12300), NULL);
  GtkWidget  *cap = hbk_mini_bar_new (), *change = hbk_mini_bar_new (), *empty = g_object_new (HBK_TYPE_SURE_BAR, NULL);

  adw_wrap_box_append (wrap, make_ring (HBK_TONE_TOTAL, 111, 135, 123, 10));
  adw_wrap_box_append (wrap, make_ring (HBK_TONE_PUBLIC, 27, 45, 41, 0));
  adw_wrap_box_append (wrap, make_ring (HBK_TONE_PROFESSIONAL, 84, 90, 82, 10));
  adw_wrap_box_append (wrap, make_ring (HBK_TONE_TOTAL, 140, 135, 135, 0));
  adw_wrap_box_append (wrap, make_ring (HBK_TONE_PUBLIC, 12, -1, -1, 0));
  adw_wrap_box_append (wrap, make_ring (HBK_TONE_PROFESSIONAL, 1, 90, 0, 3));
  adw_wrap_box_append (wrap, make_ring (HBK_TONE_PROFESSIONAL, 0, 90, -1, 0));
  gtk_box_append (GTK_BOX (column), bar);
  gtk_box_append (GTK_BOX (column), empty);
  hbk_mini_bar_set_cap (HBK_MINI_BAR (cap), "带教帮扶全年上限", HBK_TONE_PROFESSIONAL, 3000, 2800, 200, 500);
  hbk_mini_bar_set_change (HBK_MINI_BAR (change), "专业科目", HBK_TONE_PROFESSIONAL, 8200, 8400, 9000);
  gtk_box_append (GTK_BOX (column), cap);
  gtk_box_append (GTK_BOX (column), change);
}

static void
show_states (HbkMainWindow *window)
{
  GtkWidget  *column = show_column (window);
  AdwWrapBox *chips = ADW_WRAP_BOX (add_wrap (column)), *flat = ADW_WRAP_BOX (add_wrap (column)), *tiles = ADW_WRAP_BOX (add_wrap (column));
  HbkState   *state = hbk_session_get_state (hbk_main_window_get_session (window));

  for (HbkRecordState i = HBK_RECORD_STATE_PLANNED; i <= HBK_RECORD_STATE_VERIFIED; i++)
    {
      GtkWidget *chip = hbk_state_chip_new (), *flat_chip = g_object_new (HBK_TYPE_STATE_CHIP, "flat", TRUE, NULL);

      hbk_state_chip_set (HBK_STATE_CHIP (chip), i);
      hbk_state_chip_set (HBK_STATE_CHIP (flat_chip), i);
      adw_wrap_box_append (chips, chip);
      adw_wrap_box_append (flat, flat_chip);
    }
  for (guint i = 0; i < hbk_vocabulary_get_n_activities (state->vocabulary); i++)
    {
      const char *id = hbk_vocabulary_get_activity (state->vocabulary, i)->id;

      adw_wrap_box_append (tiles, hbk_tile_new (hbk_activity_icon (id, state->vocabulary), hbk_activity_tone (id, NULL)));
    }
  adw_wrap_box_append (tiles, hbk_tile_new ("hbk-hourglass-symbolic", HBK_TONE_CAUTION));
  adw_wrap_box_append (tiles, hbk_tile_new ("hbk-shield-symbolic", HBK_TONE_GOOD));
  adw_wrap_box_append (tiles, hbk_tile_new ("hbk-rules-symbolic", HBK_TONE_TOTAL));
  adw_wrap_box_append (tiles, hbk_tile_new ("hbk-rules-symbolic", HBK_TONE_NEUTRAL));
}

static void
show_traces (HbkMainWindow *window)
{
  GtkWidget          *column = show_column (window);
  HbkState           *state = hbk_session_get_state (hbk_main_window_get_session (window));
  const HbkStateYear *year = hbk_state_lookup_year (state, 2024);

  for (guint i = 0; i < year->result->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (year->result->records, i);
      GtkWidget             *view = hbk_trace_view_new (), *card = g_object_new (ADW_TYPE_BIN, "child", view, "css-classes", (const char *[]) { "card", "hbk-padded", NULL }, NULL);

      hbk_trace_view_set (HBK_TRACE_VIEW (view), year->assessment, result);
      gtk_box_prepend (GTK_BOX (column), card);
    }
}

static GtkWidget *
add_chart (GtkWidget *column, HbkState *state, int year)
{
  const HbkStateYear *shown = hbk_state_lookup_year (state, year);
  GtkWidget          *chart = g_object_new (HBK_TYPE_YEAR_CHART, NULL);
  g_autoptr (HbkYearCourse) course = hbk_year_course_new (shown->result, state->today);
  g_autoptr (GArray) deadlines = hbk_year_deadlines_new (shown->assessment, hbk_state_get_profile (state), year);

  hbk_year_chart_set_course (HBK_YEAR_CHART (chart), course, shown->result->required.total, state->today, deadlines);
  gtk_box_append (GTK_BOX (column), g_object_new (ADW_TYPE_BIN, "child", chart, "css-classes", (const char *[]) { "card", "hbk-padded", NULL }, NULL));

  return chart;
}

static void
show_charts (HbkMainWindow *window)
{
  GtkWidget *column = show_column (window);
  HbkState  *state = hbk_session_get_state (hbk_main_window_get_session (window));
  GtkWidget *chart = add_chart (column, state, 2024);

  add_chart (column, state, 2023);
  gtk_widget_grab_focus (chart);
  hbk_year_chart_look_at (HBK_YEAR_CHART (chart), 4);
}

const Scene scenes_widgets[] = {
  { "widgets-charts", "qinghai", "2024-11-18", show_charts },
  { "widgets-rings", "qinghai", "2024-11-18", show_rings },
  { "widgets-states", "qinghai", "2024-11-18", show_states },
  { "widgets-traces", "qinghai", "2024-11-18", show_traces },
  { NULL },
};
