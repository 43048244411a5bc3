/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "app/editor/hbk-date-row.h"
#include "app/editor/hbk-preview-year-view.h"
#include "app/editor/hbk-proof-checks.h"
#include "app/editor/hbk-record-editor.h"

static GtkWidget *
get_dialog (Screen *screen)
{
  return GTK_WIDGET (screen_dialog (screen));
}

/* With what the record would come to worked out. */
static Screen *
edit (const char *sample, const char *id)
{
  Screen *screen = screen_new (sample);

  act (screen, "win.edit-record", "s", id);
  wait_for (screen_dialog (screen) != NULL && find_type (get_dialog (screen), HBK_TYPE_PREVIEW_YEAR_VIEW) != NULL);

  return screen;
}

/* By the reading that is chosen any side evidence will do beside the usual set; the set of the other reading is no way. */
static void
test_ways (void)
{
  g_autoptr (Screen) screen = edit ("changde", "cd-2021-03");

  wait_for (find_type (get_dialog (screen), HBK_TYPE_PROOF_CHECKS) != NULL);
  g_assert_nonnull (find_text (get_dialog (screen), 0, "Group 2"));
  g_assert_null (find_text (get_dialog (screen), 0, "Group 3"));
}

/* Who types part of a name and presses Enter gets an activity of that name, not the first of a group that is called so. */
static void
test_search (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  GtkWidget *entry;

  act (screen, "win.new-record", NULL);
  wait_for (screen_dialog (screen) != NULL && find_type (get_dialog (screen), GTK_TYPE_SEARCH_ENTRY) != NULL);
  entry = find_type (get_dialog (screen), GTK_TYPE_SEARCH_ENTRY);
  type_text (entry, "培训");
  g_signal_emit_by_name (entry, "activate");
  wait_for (find_text (get_dialog (screen), ADW_TYPE_ENTRY_ROW, "Title") != NULL);
  g_assert_nonnull (find_text (get_dialog (screen), 0, "Training class"));
}

static void
type_day (Screen *screen, const char *row, const char *day)
{
  type_text (find_type (find_text (get_dialog (screen), HBK_TYPE_DATE_ROW, row), GTK_TYPE_ENTRY), day);
}

/* A last day without a first one is no mistake: the first is still to come. */
static void
test_last_day_first (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");

  act (screen, "win.new-record-of", "s", "training");
  wait_for (screen_dialog (screen) != NULL && find_text (get_dialog (screen), HBK_TYPE_DATE_ROW, "Last Day") != NULL);
  type_day (screen, "Last Day", "2024-03-12");
  g_assert_null (find_text (get_dialog (screen), 0, "It ends before it begins. Correct one of the two days."));
  type_day (screen, "First Day", "2024-03-15");
  wait_for (find_text (get_dialog (screen), 0, "It ends before it begins. Correct one of the two days.") != NULL);
}

static const char *
shown_day (Screen *screen, const char *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_type (find_text (get_dialog (screen), HBK_TYPE_DATE_ROW, row), GTK_TYPE_ENTRY)));
}

static gboolean
is_offered (Screen *screen)
{
  return screen_dialog (screen) != NULL && find_text (get_dialog (screen), GTK_TYPE_BUTTON, "Restore") != NULL;
}

/* Days that make no period, for one is missing or they are the wrong way round, are part of what was entered. */
static void
test_days_of_draft (gconstpointer first)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");

  act (screen, "win.new-record-of", "s", "training");
  wait_for (screen_dialog (screen) != NULL && find_text (get_dialog (screen), HBK_TYPE_DATE_ROW, "Last Day") != NULL);
  type_day (screen, "Last Day", "2024-03-12");
  if (first != NULL)
    type_day (screen, "First Day", first);
  adw_dialog_close (screen_dialog (screen));
  wait_for (screen_dialog (screen) == NULL);

  act (screen, "win.new-record-of", "s", "training");
  wait_for (is_offered (screen));
  press (find_text (get_dialog (screen), GTK_TYPE_BUTTON, "Restore"));
  wait_for (find_text (get_dialog (screen), 0, "The draft was restored.") != NULL);
  g_assert_cmpstr (shown_day (screen, "Last Day"), ==, "2024-03-12");
  g_assert_cmpstr (shown_day (screen, "First Day"), ==, first != NULL ? first : "");
  g_assert_cmpint (find_text (get_dialog (screen), 0, "It ends before it begins. Correct one of the two days.") != NULL, ==, first != NULL);
}

static gboolean
asks (Screen *screen)
{
  return screen_dialog (screen) != NULL && find_text (get_dialog (screen), 0, "The Draft Was Not Kept") != NULL;
}

/* On a disk that takes nothing more nobody is told that the draft was kept, and nothing goes without a question. */
static void
test_draft_not_kept (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  g_autofree char *drafts = g_build_filename (screen->library, "drafts", NULL);
  AdwDialog       *editor;

  g_assert_true (g_file_set_contents (drafts, "in the way", -1, NULL));
  act (screen, "win.new-record-of", "s", "training");
  wait_for (screen_dialog (screen) != NULL && find_text (get_dialog (screen), HBK_TYPE_DATE_ROW, "Last Day") != NULL);
  editor = screen_dialog (screen);
  type_day (screen, "First Day", "2024-03-12");

  hbk_main_window_leave (screen->window);
  wait_for (asks (screen));
  press (find_text (get_dialog (screen), GTK_TYPE_BUTTON, "Keep Editing"));
  wait_for (screen_dialog (screen) == editor);
  g_assert_cmpstr (shown_day (screen, "First Day"), ==, "2024-03-12");

  adw_dialog_close (editor);
  wait_for (asks (screen));
  press (find_text (get_dialog (screen), GTK_TYPE_BUTTON, "Discard"));
  wait_for (screen_dialog (screen) == NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (screen->window)));
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/editor/ways", test_ways);
  g_test_add_func ("/editor/search", test_search);
  g_test_add_func ("/editor/last-day-first", test_last_day_first);
  g_test_add_data_func ("/editor/draft-with-last-day", NULL, test_days_of_draft);
  g_test_add_func ("/editor/draft-not-kept", test_draft_not_kept);
  g_test_add_data_func ("/editor/draft-with-days-turned", "2024-03-15", test_days_of_draft);

  return screen_run ();
}
