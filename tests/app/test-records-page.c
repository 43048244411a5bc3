/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <time.h>

#include "app/records/hbk-record-detail.h"
#include "app/records/hbk-record-list.h"
#include "support.h"

/* Of the page that was opened last; the list is not there to be found while it is empty. */
static GtkSelectionModel *model;

/* The list is the person's: what one test has chosen is no choice of the next. */
static Screen *
open_page (Screen *screen)
{
  static const char *const keys[] = { "records-subject", "records-activity", "records-standing", "records-proof", "records-sort", "records-all-years" };
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  act (screen, "win.page", "s", "records");
  wait_for_frames (GTK_WIDGET (screen->window), 2);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (find_type (GTK_WIDGET (screen->window), GTK_TYPE_LIST_VIEW)));

  return screen;
}

static HbkRecordList *
get_list (Screen *screen)
{
  return HBK_RECORD_LIST (find_type (GTK_WIDGET (screen->window), HBK_TYPE_RECORD_LIST));
}

static guint
count (void)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static char *
dup_selected (Screen *screen)
{
  g_autoptr (HbkRecordRow) row = hbk_record_list_get_n_selected (get_list (screen)) == 1 ? hbk_record_list_dup_selected (get_list (screen), 0) : NULL;

  return row != NULL ? g_strdup (hbk_record_row_get_id (row)) : NULL;
}

static gboolean
shows (Screen *screen, const char *id)
{
  GtkWidget *detail = find_type (GTK_WIDGET (screen->window), HBK_TYPE_RECORD_DETAIL);

  return detail != NULL && g_strcmp0 (hbk_record_detail_get_id (HBK_RECORD_DETAIL (detail)), id) == 0;
}

/* Whatever hides a record is taken back for it: another year, a filter, words. */
static void
test_show_record (void)
{
  g_autoptr (Screen) screen = open_page (screen_new ("qinghai"));
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);
  g_autofree char *selected = NULL;

  g_settings_set_string (settings, "records-subject", "public");
  act (screen, "win.show-record", "s", "XS-0042");
  wait_for (shows (screen, "XS-0042"));
  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2024);
  act (screen, "win.show-record", "s", "XS-0010");
  wait_for (shows (screen, "XS-0010"));
  g_assert_cmpint (hbk_main_window_get_year (screen->window), ==, 2022);
  selected = dup_selected (screen);
  g_assert_cmpstr (selected, ==, "XS-0010");
}

static void
test_search (void)
{
  g_autoptr (Screen) screen = open_page (screen_new ("qinghai"));
  GtkWidget *entry = find_type (GTK_WIDGET (get_list (screen)), GTK_TYPE_SEARCH_ENTRY);
  guint      all = count ();

  g_assert_cmpuint (all, ==, 12);
  gtk_editable_set_text (GTK_EDITABLE (entry), "监测站");
  wait_for (count () == 3);
  gtk_editable_set_text (GTK_EDITABLE (entry), "没有这样的记录");
  wait_for (count () == 0);
  press (find_text (GTK_WIDGET (get_list (screen)), GTK_TYPE_BUTTON, "Clear Search and Filters"));
  wait_for (count () == all);
}

/* Where a record was removed its neighbour is selected; undo brings it back. */
static void
test_remove (void)
{
  g_autoptr (Screen) screen = open_page (screen_new ("qinghai"));
  guint            all = count ();
  g_autofree char *neighbour = NULL;
  g_autofree char *selected = NULL;
  g_autoptr (HbkRecordRow) next = NULL;

  gtk_selection_model_select_item (model, 3, TRUE);
  next = g_list_model_get_item (G_LIST_MODEL (model), 4);
  neighbour = g_strdup (hbk_record_row_get_id (next));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_list (screen)), "records.remove", NULL));
  wait_for (count () == all - 1);
  selected = dup_selected (screen);
  g_assert_cmpstr (selected, ==, neighbour);
  wait_for (shows (screen, neighbour));
  act (screen, "win.undo", NULL);
  wait_for (count () == all);
}

/* Several records change in one step. */
static void
test_mark (void)
{
  g_autoptr (Screen) screen = open_page (screen_new ("qinghai"));
  g_autoptr (HbkRecordRow) first = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_autoptr (HbkRecordRow) second = g_list_model_get_item (G_LIST_MODEL (model), 3);

  g_object_set (get_list (screen), "selecting", TRUE, NULL);
  gtk_selection_model_select_item (model, 1, TRUE);
  gtk_selection_model_select_item (model, 3, FALSE);
  g_assert_cmpuint (hbk_record_list_get_n_selected (get_list (screen)), ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_list (screen)), "records.mark", "s", "submitted"));
  wait_for (hbk_record_get_status (hbk_record_row_get_record (first)) == HBK_STATUS_SUBMITTED);
  g_assert_cmpint (hbk_record_get_status (hbk_record_row_get_record (second)), ==, HBK_STATUS_SUBMITTED);
  act (screen, "win.undo", NULL);
  wait_for (hbk_record_get_status (hbk_record_row_get_record (first)) != HBK_STATUS_SUBMITTED);
  g_assert_cmpint (hbk_record_get_status (hbk_record_row_get_record (second)), !=, HBK_STATUS_SUBMITTED);
}

/* A record that begins as a copy is as new as any: its draft is found again. */
static void
test_duplicate (void)
{
  g_autoptr (Screen) screen = open_page (screen_new ("qinghai"));
  g_autofree char *draft = g_build_filename (screen->library, "drafts", "new.draft", NULL);
  GtkWidget       *title;

  gtk_selection_model_select_item (model, 3, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_list (screen)), "records.duplicate", NULL));
  wait_for (screen_dialog (screen) != NULL && find_text (GTK_WIDGET (screen_dialog (screen)), ADW_TYPE_ENTRY_ROW, "Title") != NULL);
  title = find_text (GTK_WIDGET (screen_dialog (screen)), ADW_TYPE_ENTRY_ROW, "Title");
  type_text (title, "Another time");
  wait_for (g_file_test (draft, G_FILE_TEST_EXISTS));
}

/* What this thread has worked; a busy machine does not count. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000) + time.tv_nsec / 1000;
}

/* A library of ten thousand: every key of a search leaves the main loop alone but for a moment. */
static void
test_typing (void)
{
  g_autoptr (Screen) screen = open_page (screen_new_with (10000));
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);
  GtkWidget *entry = find_type (GTK_WIDGET (get_list (screen)), GTK_TYPE_SEARCH_ENTRY);
  gint64     longest = 0;

  g_settings_set_boolean (settings, "records-all-years", TRUE);
  wait_for (count () == 10000);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("第%u期", i);
      gint64           end = g_get_monotonic_time () + 400 * 1000;

      gtk_editable_set_text (GTK_EDITABLE (entry), text);
      while (g_get_monotonic_time () < end)
        {
          gint64 start = get_work ();

          if (!g_main_context_iteration (NULL, FALSE))
            g_usleep (200);
          longest = MAX (longest, get_work () - start);
        }
    }
  g_test_message ("The longest turn of the main loop took %.1f ms", (double) longest / 1000);
  wait_for (count () < 10000);
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/records-page/show-record", test_show_record);
  g_test_add_func ("/records-page/search", test_search);
  g_test_add_func ("/records-page/remove", test_remove);
  g_test_add_func ("/records-page/mark", test_mark);
  g_test_add_func ("/records-page/duplicate", test_duplicate);
  g_test_add_func ("/records-page/typing", test_typing);

  return screen_run ();
}
