/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "app/overview/hbk-attention-group.h"
#include "app/overview/hbk-chart-card.h"
#include "app/overview/hbk-overview-meter.h"
#include "app/overview/hbk-overview-page.h"
#include "app/overview/hbk-ways-group.h"
#include "app/widgets/hbk-sure-bar.h"

static GtkWidget *
get_page (Screen *screen)
{
  return find_type (GTK_WIDGET (screen->window), HBK_TYPE_OVERVIEW_PAGE);
}

/* The window opens with the page that was seen last, which another test may have left. */
static Screen *
screen_new_on_page (const char *sample)
{
  Screen *screen = screen_new (sample);

  act (screen, "win.page", "s", "overview");

  return screen;
}

static gboolean
shows (Screen *screen, const char *text)
{
  return find_text (get_page (screen), 0, text) != NULL;
}

/* The figures of the sample, as the command line has them. */
static void
test_figures (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("qinghai");
  GtkWidget *bar = find_type (get_page (screen), HBK_TYPE_SURE_BAR);
  gint64     credited, evidenced, verified, pending, target, pace;

  g_object_get (bar, "credited", &credited, "evidenced", &evidenced, "verified", &verified, "pending", &pending, "target", &target, "pace", &pace, NULL);
  g_assert_cmpint (credited, ==, 11100);
  g_assert_cmpint (evidenced, ==, 8300);
  g_assert_cmpint (verified, ==, 5100);
  g_assert_cmpint (pending, ==, 1000);
  g_assert_cmpint (target, ==, 13500);
  g_assert_cmpint (pace, ==, 12300);
  g_assert_true (shows (screen, "Public subjects are 14 hours behind"));
  g_assert_true (shows (screen, "12 behind"));
  g_assert_true (shows (screen, "14 behind"));
  g_assert_true (shows (screen, "On track"));
  g_assert_true (shows (screen, "18 public hours are missing"));
  g_assert_true (shows (screen, "6 professional hours are missing"));
}

static void
count_rows_cb (gpointer widget, gpointer n)
{
  if (ADW_IS_ACTION_ROW (widget))
    ++*(guint *) n;
}

static guint
count_rows (GtkWidget *below)
{
  guint n = 0;

  for_each_widget (below, count_rows_cb, &n);

  return n;
}

/* Five, and the rest when asked for; who goes by keyboard goes on at the sixth. */
static void
test_attention (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("qinghai");
  GtkWidget *group = find_type (get_page (screen), HBK_TYPE_ATTENTION_GROUP);
  GtkWidget *focus;

  g_assert_cmpuint (count_rows (group), ==, 5);
  g_signal_emit_by_name (find_type (group, ADW_TYPE_BUTTON_ROW), "activated");
  g_assert_cmpuint (count_rows (group), ==, 7);
  focus = gtk_root_get_focus (GTK_ROOT (screen->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, group));
}

/* The card that the button lies on takes the focus. */
static gboolean
is_add_card (GtkWidget *card)
{
  GtkWidget *widget = GTK_IS_FLOW_BOX_CHILD (card) ? gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (card)) : NULL;

  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "proof.add") == 0;
}

/* What is missing is added there, not somewhere on the page of the record. */
static void
test_add_evidence (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("qinghai");

  press (find_text (find_type (get_page (screen), HBK_TYPE_ATTENTION_GROUP), GTK_TYPE_BUTTON, "Add Evidence"));
  wait_for (is_add_card (gtk_root_get_focus (GTK_ROOT (screen->window))));
}

/* What is said again is not made again: the focus stays where it was. */
static void
test_attention_is_still (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("qinghai");
  g_autoptr (HbkRecord) record = make_record (1);
  GtkWidget *row = find_type (find_type (get_page (screen), HBK_TYPE_ATTENTION_GROUP), ADW_TYPE_ACTION_ROW);

  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  hbk_record_set_period (record, hbk_date_parse ("2019-03-01"), hbk_date_parse ("2019-03-02"));
  screen_perform (screen, hbk_request_new_save_record (record, NULL, NULL));
  g_assert_nonnull (row);
  g_object_remove_weak_pointer (G_OBJECT (row), (gpointer *) &row);
}

/* Each figure leads to the clause that asks for it. */
static void
test_clause (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("qinghai");
  GtkWidget *stack = find_type (GTK_WIDGET (screen->window), ADW_TYPE_VIEW_STACK);

  press (find_type (get_page (screen), HBK_TYPE_OVERVIEW_METER));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "rules");
}

static void
answer_region (Screen *screen, const char *region)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_value_set_text (&value, region);
  hbk_facts_set (answers, "region", &value);
  screen_perform (screen, hbk_request_new_change_profile (HBK_DATE_NONE, answers));
}

/* What the year asks for and ways to it; nothing to look at yet. */
static void
test_empty (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("");

  answer_region (screen, "qinghai");
  wait_for (shows (screen, "Begin with the first record"));
  g_assert_true (shows (screen, "45 public hours are missing"));
  g_assert_null (find_type (get_page (screen), HBK_TYPE_CHART_CARD));
  g_assert_null (find_type (get_page (screen), HBK_TYPE_SURE_BAR));
}

static void
test_no_rules (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("qinghai");

  answer_region (screen, "other");
  wait_for (shows (screen, "No Rules for Your Region"));
  g_assert_null (find_type (get_page (screen), HBK_TYPE_CHART_CARD));
}

static void
test_other_year (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("qinghai");

  act (screen, "win.year", "i", 2023);
  wait_for (shows (screen, "2023 is complete"));
  g_assert_null (find_type (get_page (screen), HBK_TYPE_WAYS_GROUP));
  act (screen, "win.year", "i", 2022);
  wait_for (shows (screen, "8 hours were missing"));
}

static void
test_handed_in (void)
{
  g_autoptr (Screen) screen = screen_new_on_page ("qinghai");

  screen_perform (screen, hbk_request_new_hand_in (2024, NULL, NULL));
  wait_for (shows (screen, "2024 was handed in"));
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (find_type (get_page (screen), ADW_TYPE_BANNER))));
  g_assert_null (find_type (get_page (screen), HBK_TYPE_WAYS_GROUP));
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/overview/figures", test_figures);
  g_test_add_func ("/overview/attention", test_attention);
  g_test_add_func ("/overview/attention/add-evidence", test_add_evidence);
  g_test_add_func ("/overview/attention/still", test_attention_is_still);
  g_test_add_func ("/overview/clause", test_clause);
  g_test_add_func ("/overview/empty", test_empty);
  g_test_add_func ("/overview/no-rules", test_no_rules);
  g_test_add_func ("/overview/other-year", test_other_year);
  g_test_add_func ("/overview/handed-in", test_handed_in);

  return screen_run ();
}
