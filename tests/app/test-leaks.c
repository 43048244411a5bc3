/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "app/editor/hbk-preview-year-view.h"

#include <stdio.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
/* Every step costs many times more, and memory that was freed is kept for a while. */
#define ROUNDS 8
#define WINDOWS 4
#else
#define ROUNDS 50
#define WINDOWS 20
#endif

/* What a round may cost for good: caches that fill up, and fragments. */
#define MOST_BYTES_A_ROUND (12 * 1024)

static const char *const pages[] = { "overview", "records", "evidence", "rules" };

/* What opens a dialog and works in any library. */
static const char *const dialogs[] = { "win.about", "win.preferences", "win.shortcuts", "win.profile", "win.history", "win.trash", "win.new-record" };

static gsize
resident_bytes (void)
{
  unsigned long size = 0, resident = 0;
  FILE         *file = fopen ("/proc/self/statm", "r");

  g_assert_nonnull (file);
  g_assert_cmpint (fscanf (file, "%lu %lu", &size, &resident), ==, 2);
  fclose (file);

  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

static void
assert_bounded (const char *what, gsize before, guint rounds)
{
  gsize now = resident_bytes ();
  gsize growth = now > before ? (now - before) / rounds : 0;

  g_test_message ("%s: %" G_GSIZE_FORMAT " bytes a round", what, growth);
#ifndef __SANITIZE_ADDRESS__
  if (growth > MOST_BYTES_A_ROUND)
    g_error ("%s costs %" G_GSIZE_FORMAT " bytes each time, at most %d", what, growth, MOST_BYTES_A_ROUND);
#endif
}

/* Windows with all their pages: screen_free() sees that each is gone. */
static void
test_windows (void)
{
  gsize before = 0;

  for (guint i = 0; i < WINDOWS; i++)
    {
      g_autoptr (Screen) screen = screen_new ("qinghai");

      for (gsize j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          act (screen, "win.page", "s", pages[j]);
          wait_for_frames (GTK_WIDGET (screen->window), 1);
        }
      /* The first ones fill what is kept for the whole program. */
      if (i == WINDOWS / 2)
        before = resident_bytes ();
    }
  g_test_message ("a window: %" G_GSIZE_FORMAT " bytes", resident_bytes () > before ? (resident_bytes () - before) / (WINDOWS / 2) : 0);
}

static void
test_pages (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  gsize before = 0;

  for (guint i = 0; i < 2 * ROUNDS; i++)
    {
      if (i == ROUNDS)
        before = resident_bytes ();
      for (gsize j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          act (screen, "win.page", "s", pages[j]);
          wait_for_frames (GTK_WIDGET (screen->window), 1);
        }
      act (screen, "win.year", "i", 2020 + (int) (i % 5));
    }
  assert_bounded ("showing all pages", before, ROUNDS);
}

static gboolean
is_closed (Screen *screen)
{
  return screen_dialog (screen) == NULL;
}

static void
open_and_close (Screen *screen, const char *action)
{
  gpointer dialog;

  gtk_widget_activate_action (GTK_WIDGET (screen->window), action, NULL);
  wait_for (screen_dialog (screen) != NULL);
  dialog = screen_dialog (screen);
  g_object_add_weak_pointer (dialog, &dialog);
  wait_for_frames (GTK_WIDGET (screen->window), 1);
  adw_dialog_force_close (dialog);
  wait_for (is_closed (screen));
  wait_for (dialog == NULL);
}

static void
test_dialogs (gconstpointer action)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  gsize before = 0;

  for (guint i = 0; i < 2 * ROUNDS; i++)
    {
      if (i == ROUNDS)
        before = resident_bytes ();
      open_and_close (screen, action);
    }
  assert_bounded (action, before, ROUNDS);
}

static void
note_gone_cb (gpointer data, GObject *gone)
{
  --*(guint *) data;
}

static void
watch (gpointer widget, gpointer n_left)
{
  ++*(guint *) n_left;
  g_object_weak_ref (widget, note_gone_cb, n_left);
}

/* With a record in it, fields and files have rows. None of it outlives the dialog, also where nothing had the focus before. */
static void
test_filled_editor (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  HbkRecord *record = g_ptr_array_index (screen_state (screen)->records, 0);

  for (guint i = 0; i < 3; i++)
    {
      guint n_left = 0;

      gtk_window_set_focus (GTK_WINDOW (screen->window), NULL);
      act (screen, "win.edit-record", "s", hbk_record_get_id (record));
      wait_for (screen_dialog (screen) != NULL && find_type (GTK_WIDGET (screen_dialog (screen)), HBK_TYPE_PREVIEW_YEAR_VIEW) != NULL);
      for_each_widget (GTK_WIDGET (screen_dialog (screen)), watch, &n_left);
      adw_dialog_force_close (screen_dialog (screen));
      wait_for (n_left == 0);
      g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (screen->window)));
    }
}

/* Changes that come and go leave nothing but the state they led to. */
static void
test_states (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  gsize before = 0;

  for (guint i = 0; i < 2 * ROUNDS; i++)
    {
      g_autoptr (HbkRecord) record = make_record (i % 7);

      if (i == ROUNDS)
        before = resident_bytes ();
      screen_perform (screen, hbk_request_new_save_record (record, NULL, NULL));
      screen_perform (screen, hbk_request_new_undo ());
    }
  assert_bounded ("a change and its undoing", before, ROUNDS);
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/leaks/windows", test_windows);
  g_test_add_func ("/leaks/pages", test_pages);
  g_test_add_func ("/leaks/states", test_states);
  g_test_add_func ("/leaks/filled-editor", test_filled_editor);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/leaks/dialogs/%s", dialogs[i]);

      if (can_act (dialogs[i]))
        g_test_add_data_func (path, dialogs[i], test_dialogs);
    }

  return screen_run ();
}
