/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

static const char *const pages[] = { "overview", "records", "evidence", "rules" };

static AdwViewStack *
get_stack (Screen *screen)
{
  return ADW_VIEW_STACK (find_type (GTK_WIDGET (screen->window), ADW_TYPE_VIEW_STACK));
}

/* Each page comes up, and the sidebar goes with it. */
static void
test_pages (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  GtkWidget *sidebar = find_name (GTK_WIDGET (screen->window), "overview");

  g_assert_nonnull (sidebar);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      act (screen, "win.page", "s", pages[i]);
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (get_stack (screen)), ==, pages[i]);
      g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (find_name (GTK_WIDGET (screen->window), pages[i]))));
      wait_for_frames (GTK_WIDGET (screen->window), 2);
    }
}

static void
test_sidebar (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      press (find_name (GTK_WIDGET (screen->window), pages[i]));
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (get_stack (screen)), ==, pages[i]);
    }
}

/* Without a compositor the frame around a window takes 10 of its pixels. */
#define NARROW (360 + 10)

/* As narrow as a phone: no page asks for more. */
static void
test_narrow (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");

  gtk_window_set_default_size (GTK_WINDOW (screen->window), NARROW, 640);
  wait_for (gtk_widget_get_width (GTK_WIDGET (screen->window)) == 360);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int minimum;

      act (screen, "win.page", "s", pages[i]);
      wait_for_frames (GTK_WIDGET (screen->window), 2);
      gtk_widget_measure (GTK_WIDGET (get_stack (screen)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
}

static gboolean
has_bar (Screen *screen)
{
  GtkWidget *bar = find_type (GTK_WIDGET (screen->window), ADW_TYPE_VIEW_SWITCHER_BAR);

  return bar != NULL && adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar));
}

/* One thing that covers its page has a way back, and no bar of pages. */
static void
test_narrow_bar (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");

  g_assert_false (has_bar (screen));
  gtk_window_set_default_size (GTK_WINDOW (screen->window), NARROW, 640);
  wait_for (has_bar (screen));
  act (screen, "win.show-record", "s", "XS-0042");
  wait_for (!has_bar (screen));
  act (screen, "win.page", "s", "overview");
  g_assert_true (has_bar (screen));
  act (screen, "win.show-clause", "s", "QH-M2-two-subjects");
  wait_for (!has_bar (screen));
  act (screen, "win.search", NULL);
  wait_for (has_bar (screen));
}

static void
test_years (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");

  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2024);
  act (screen, "win.previous-year", NULL);
  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2023);
  act (screen, "win.next-year", NULL);
  act (screen, "win.year", "i", 2021);
  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2021);
}

/* Of somebody who has moved: the clause of a record of old is in the rules of its year. */
static void
test_clause_of_other_rules (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) region = HBK_VALUE_INIT;

  hbk_value_set_text (&region, "changde");
  hbk_facts_set (answers, "region", &region);
  screen_perform (screen, hbk_request_new_change_profile (hbk_date_parse ("2024-01-01"), answers));
  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2024);
  act (screen, "win.show-clause", "s", "CD-3-1-cert");
  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2024);
  act (screen, "win.show-clause", "s", "QH-M2-two-subjects");
  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2023);
}

static const char *
get_phase (Screen *screen)
{
  GtkStack *phases = GTK_STACK (find_type (GTK_WIDGET (screen->window), GTK_TYPE_STACK));

  return gtk_stack_get_visible_child_name (phases);
}

static void
test_no_library (void)
{
  g_autoptr (Screen) screen = screen_new (NULL);

  g_assert_cmpint (hbk_session_get_phase (screen->session), ==, HBK_SESSION_ABSENT);
  g_assert_cmpstr (get_phase (screen), ==, "welcome");
}

static void
test_broken_library (void)
{
  g_autoptr (Screen) screen = screen_prepare ();
  g_autofree char *path = g_build_filename (screen->library, "hourbook.db", NULL);

  screen_fill_sample (screen, "qinghai");
  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  screen_show (screen);

  g_assert_cmpint (hbk_session_get_phase (screen->session), ==, HBK_SESSION_BROKEN);
  g_assert_cmpstr (get_phase (screen), ==, "rescue");
}

/* Where another window has it. */
static void
test_busy_library (void)
{
  g_autoptr (Screen) first = screen_new ("qinghai");
  g_autoptr (Screen) second = screen_prepare ();

  g_free (second->library);
  second->library = g_strdup (first->library);
  screen_show (second);

  g_assert_cmpstr (get_phase (first), ==, "open");
  g_assert_cmpstr (get_phase (second), ==, "rescue");
}

static void
test_undo (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  g_autoptr (HbkRecord) record = make_record (1);
  guint n_before = screen_state (screen)->records->len;

  screen_perform (screen, hbk_request_new_save_record (record, NULL, NULL));
  g_assert_cmpuint (screen_state (screen)->records->len, ==, n_before + 1);

  act (screen, "win.undo", NULL);
  wait_for (screen_state (screen)->records->len == n_before);
  wait_for (find_type (GTK_WIDGET (screen->window), ADW_TYPE_TOAST_OVERLAY) != NULL);
  act (screen, "win.redo", NULL);
  wait_for (screen_state (screen)->records->len == n_before + 1);
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/sidebar", test_sidebar);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/narrow/bar", test_narrow_bar);
  g_test_add_func ("/window/years", test_years);
  g_test_add_func ("/window/clause-of-other-rules", test_clause_of_other_rules);
  g_test_add_func ("/window/no-library", test_no_library);
  g_test_add_func ("/window/broken-library", test_broken_library);
  g_test_add_func ("/window/busy-library", test_busy_library);
  g_test_add_func ("/window/undo", test_undo);

  return screen_run ();
}
