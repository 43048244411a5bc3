/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <glib/gstdio.h>

#include "app/evidence/hbk-evidence-page.h"
#include "app/evidence/hbk-file-viewer.h"
#include "app/evidence/hbk-inbox-row.h"

/* Two that prove nothing yet: one that tells what it is by its name, and one that does not. */
static Screen *
show_two (void)
{
  Screen           *screen = screen_new ("qinghai");
  g_autofree char  *outside = g_build_filename (screen->dir, "outside", NULL);
  g_autofree char  *notice = g_build_filename (outside, "祁连县监测站培训通知.txt", NULL);
  g_autofree char  *other = g_build_filename (outside, "IMG_1.txt", NULL);
  const char *const paths[] = { notice, other, NULL };

  g_assert_cmpint (g_mkdir_with_parents (outside, 0700), ==, 0);
  g_assert_true (g_file_set_contents (notice, "notice", -1, NULL));
  g_assert_true (g_file_set_contents (other, "other", -1, NULL));
  screen_perform (screen, hbk_request_new_take_in (paths, NULL, NULL));
  act (screen, "win.page", "s", "evidence");
  wait_for (find_type (GTK_WIDGET (screen->window), HBK_TYPE_INBOX_ROW) != NULL);

  return screen;
}

static GtkWidget *
get_page (Screen *screen)
{
  return find_type (GTK_WIDGET (screen->window), HBK_TYPE_EVIDENCE_PAGE);
}

static const HbkEvidenceFile *
get_file (Screen *screen, const char *name)
{
  GPtrArray *files = screen_state (screen)->files;

  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);

      if (g_str_equal (file->name, name))
        return file;
    }

  return NULL;
}

static guint
count_records (Screen *screen, const char *name)
{
  GPtrArray *records = hbk_state_get_records_of_file (screen_state (screen), get_file (screen, name)->sha256);

  return records != NULL ? records->len : 0;
}

static guint
count_shown (Screen *screen)
{
  GtkGridView *grid = GTK_GRID_VIEW (find_type (get_page (screen), GTK_TYPE_GRID_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_grid_view_get_model (grid)));
}

/* A file is assigned by one press, and not before. */
static void
test_suggestion (void)
{
  g_autoptr (Screen) screen = show_two ();
  GtkWidget *button;

  wait_for (find_text (get_page (screen), GTK_TYPE_BUTTON, "Assign") != NULL);
  g_assert_cmpuint (count_records (screen, "祁连县监测站培训通知.txt"), ==, 0);
  button = find_text (get_page (screen), GTK_TYPE_BUTTON, "Assign");
  press (button);
  wait_for (count_records (screen, "祁连县监测站培训通知.txt") == 1);
  act (screen, "win.undo", NULL);
  wait_for (count_records (screen, "祁连县监测站培训通知.txt") == 0);
}

static void
test_filter (void)
{
  g_autoptr (Screen) screen = show_two ();
  GtkWidget *page = get_page (screen);

  g_assert_cmpuint (count_shown (screen), ==, 2);
  gtk_widget_activate_action (page, "evidence.document-type", "s", "notice");
  wait_for (count_shown (screen) <= 1);
  gtk_widget_activate_action (page, "evidence.clear-filters", NULL);
  g_assert_cmpuint (count_shown (screen), ==, 2);
  act (screen, "win.search", NULL);
  type_text (find_type (page, GTK_TYPE_SEARCH_ENTRY), "xs-0002");
  wait_for (count_shown (screen) == 1);
}

/* What was shown is shown again by the next window. */
static void
test_filter_is_kept (void)
{
  g_autoptr (GSettings) settings = g_settings_new (HBK_APP_ID);
  g_autoptr (Screen) screen = show_two ();
  GtkWidget *page = get_page (screen);

  gtk_widget_activate_action (page, "evidence.document-type", "s", "notice");
  gtk_widget_activate_action (page, "evidence.scope", "s", "all");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find_type (page, ADW_TYPE_TOGGLE_GROUP)), "unassigned");
  g_clear_pointer (&screen, screen_free);

  screen = show_two ();
  wait_for (find_text (get_page (screen), 0, "Files of All Years · notice") != NULL);
  g_assert_cmpstr (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (find_type (get_page (screen), ADW_TYPE_TOGGLE_GROUP))), ==, "unassigned");
  gtk_widget_activate_action (get_page (screen), "evidence.clear-filters", NULL);
  g_settings_reset (settings, "evidence-scope");
  g_assert_cmpuint (count_shown (screen), ==, 2);
}

/* Several go to one record, in one step. */
static void
test_several (void)
{
  g_autoptr (Screen) screen = show_two ();
  GtkWidget *page = get_page (screen), *entry, *list;

  gtk_widget_activate_action (page, "evidence.start-selecting", NULL);
  gtk_widget_activate_action (page, "evidence.select-all", NULL);
  wait_for (find_text (page, 0, "2 Files Selected") != NULL);
  gtk_widget_activate_action (page, "evidence.assign-selected", NULL);
  wait_for (screen_dialog (screen) != NULL && find_type (GTK_WIDGET (screen_dialog (screen)), GTK_TYPE_SEARCH_ENTRY) != NULL);
  entry = find_type (GTK_WIDGET (screen_dialog (screen)), GTK_TYPE_SEARCH_ENTRY);
  list = find_type (GTK_WIDGET (screen_dialog (screen)), GTK_TYPE_LIST_VIEW);
  type_text (entry, "乐都区");
  wait_for (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) == 1);
  g_signal_emit_by_name (entry, "activate");
  wait_for (count_records (screen, "IMG_1.txt") == 1 && count_records (screen, "祁连县监测站培训通知.txt") == 1);
  act (screen, "win.undo", NULL);
  wait_for (count_records (screen, "IMG_1.txt") == 0 && count_records (screen, "祁连县监测站培训通知.txt") == 0);
}

/* The viewer says why there is nothing to see, and goes with its file. */
static void
test_viewer (void)
{
  g_autoptr (Screen) screen = show_two ();
  g_autofree char *sha256 = g_strdup (get_file (screen, "IMG_1.txt")->sha256);

  act (screen, "win.show-file", "s", sha256);
  wait_for (screen_dialog (screen) != NULL && HBK_IS_FILE_VIEWER (screen_dialog (screen)));
  wait_for (find_text (GTK_WIDGET (screen_dialog (screen)), 0, "No Preview") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (screen_dialog (screen)), "viewer.remove", NULL);
  wait_for (get_file (screen, "IMG_1.txt") == NULL);
  wait_for (screen_dialog (screen) == NULL);
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/evidence-page/suggestion", test_suggestion);
  g_test_add_func ("/evidence-page/filter", test_filter);
  g_test_add_func ("/evidence-page/filter/kept", test_filter_is_kept);
  g_test_add_func ("/evidence-page/several", test_several);
  g_test_add_func ("/evidence-page/viewer", test_viewer);

  return screen_run ();
}
