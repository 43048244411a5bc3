/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <string.h>

/* Nasty strings in every place where text from people is shown, and in every field into which a person types. A warning of GTK, such as that of markup
 * that does not parse, ends the test; so does text that is shown otherwise than it was written. */

static const char *const pages[] = { "overview", "records", "evidence", "rules" };

/* What opens a dialog with fields. */
static const char *const dialogs[] = { "win.preferences", "win.profile", "win.history", "win.trash", "win.new-record" };

/* Each begins with this, so that what is shown can be told from everything else. */
#define MARK "⁂"

static GPtrArray *
read_strings (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "naughty.txt", NULL);
  g_autofree char *content = NULL;
  GPtrArray       *strings = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        g_ptr_array_add (strings, g_strdup (lines[i]));
    }
  g_assert_cmpuint (strings->len, >, 90);

  return strings;
}

static HbkRecord *
make_naughty_record (guint number, const char *text)
{
  HbkRecord       *record = make_record (number);
  g_autofree char *marked = g_strconcat (MARK, text, NULL);
  HbkDate          day = hbk_date_new (2024, 1, 1) + (HbkDate) (number % 300);
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_record_set_period (record, day, day);
  hbk_record_set_title (record, marked);
  hbk_record_set_note (record, marked);
  hbk_record_set_work (record, marked);
  /* An answer that no choice knows is shown as it is. */
  if (number % 3 == 0)
    {
      hbk_value_set_text (&value, marked);
      hbk_record_set_fact (record, "organiser_level", &value);
    }

  return record;
}

static Screen *
make_naughty_screen (GPtrArray *strings)
{
  Screen *screen = screen_prepare ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < strings->len; i++)
    g_ptr_array_add (records, make_naughty_record (i, g_ptr_array_index (strings, i)));
  screen_fill (screen, records);
  screen_show (screen);

  return screen;
}

/* A label of ours shows one of the strings as it was written: what markup would have made of it is none of them. */
static void
check_label (gpointer widget, gpointer data)
{
  GHashTable *known = data;
  const char *text, *start;

  if (!GTK_IS_LABEL (widget))
    return;

  text = gtk_label_get_text (widget);
  start = strstr (text, MARK);
  if (start == NULL)
    return;
  g_assert_cmpstr (gtk_label_get_label (widget), ==, text);
  if (start == text && !g_hash_table_contains (known, text + strlen (MARK)) && strstr (text + strlen (MARK), MARK) == NULL)
    g_test_message ("shown with something else: %s", text);
}

static GHashTable *
known_strings (GPtrArray *strings)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < strings->len; i++)
    g_hash_table_add (known, g_ptr_array_index (strings, i));

  return known;
}

static void
test_shown (void)
{
  g_autoptr (GPtrArray) strings = read_strings ();
  g_autoptr (GHashTable) known = known_strings (strings);
  g_autoptr (Screen) screen = make_naughty_screen (strings);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      act (screen, "win.page", "s", pages[i]);
      wait_for_frames (GTK_WIDGET (screen->window), 2);
      for_each_widget (GTK_WIDGET (screen->window), check_label, known);
    }
  /* Each in the pane with all of a record. */
  for (guint i = 0; i < strings->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%06u", i);

      act (screen, "win.show-record", "s", id);
      wait_for_frames (GTK_WIDGET (screen->window), 1);
      for_each_widget (GTK_WIDGET (screen->window), check_label, known);
    }
}

static void
test_toasts (void)
{
  g_autoptr (GPtrArray) strings = read_strings ();
  g_autoptr (GHashTable) known = known_strings (strings);
  g_autoptr (Screen) screen = make_naughty_screen (strings);

  for (guint i = 0; i < strings->len; i += 3)
    {
      g_autofree char *id = g_strdup_printf ("r%06u", i);
      const char      *ids[] = { id, NULL };
      guint64          before = screen_state (screen)->generation;

      screen_perform (screen, hbk_request_new_remove_records (ids));
      act (screen, "win.undo", NULL);
      wait_for (screen_state (screen)->generation == before + 2 && screen_state (screen)->is_complete);
      wait_for_frames (GTK_WIDGET (screen->window), 1);
      for_each_widget (GTK_WIDGET (screen->window), check_label, known);
    }
}

/* What names a file comes from whoever sent it. */
static void
test_files (void)
{
  g_autoptr (GPtrArray) strings = read_strings ();
  g_autoptr (GHashTable) known = known_strings (strings);
  g_autoptr (Screen) screen = make_naughty_screen (strings);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_build_filename (screen->dir, "files", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < strings->len; i++)
    {
      const char      *text = g_ptr_array_index (strings, i);
      g_autofree char *name = g_strconcat (MARK, text, NULL);
      char            *path = g_build_filename (folder, name, NULL);

      if (strchr (text, '/') == NULL && strlen (name) < 240 && g_file_set_contents (path, text, -1, NULL))
        g_ptr_array_add (paths, path);
      else
        g_free (path);
    }
  g_ptr_array_add (paths, NULL);
  screen_perform (screen, hbk_request_new_take_in ((const char *const *) paths->pdata, NULL, NULL));
  g_assert_cmpuint (screen_state (screen)->files->len, >, 60);

  act (screen, "win.page", "s", "evidence");
  wait_for_frames (GTK_WIDGET (screen->window), 2);
  for (guint i = 0; i < screen_state (screen)->files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (screen_state (screen)->files, i);

      act (screen, "win.show-file", "s", file->sha256);
      wait_for_frames (GTK_WIDGET (screen->window), 1);
      for_each_widget (GTK_WIDGET (screen->window), check_label, known);
      adw_dialog_force_close (screen_dialog (screen));
      wait_for (screen_dialog (screen) == NULL);
    }
}

/* ---- Typing ---- */

static void
count_up (guint *n)
{
  ++*n;
}

static void
collect_editable (gpointer widget, gpointer data)
{
  if (GTK_IS_EDITABLE (widget) && gtk_widget_get_mapped (widget) && gtk_editable_get_editable (widget) && !GTK_IS_EDITABLE_LABEL (widget) &&
      gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_EDITABLE) == NULL)
    g_ptr_array_add (data, g_object_ref (widget));
  else if (GTK_IS_TEXT_VIEW (widget) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (data, g_object_ref (widget));
}

/* Widgets may go while one types into others, as a list does that is searched. */
static guint
feed_fields (Screen *screen, GPtrArray *strings)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);

  for_each_widget (GTK_WIDGET (screen->window), collect_editable, fields);
  for (guint i = 0; i < fields->len; i++)
    {
      GtkWidget *field = g_ptr_array_index (fields, i);

      for (guint j = 0; j < strings->len && gtk_widget_get_mapped (field); j++)
        {
          if (GTK_IS_TEXT_VIEW (field))
            gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), g_ptr_array_index (strings, j), -1);
          else
            gtk_editable_set_text (GTK_EDITABLE (field), g_ptr_array_index (strings, j));
          if (j % 8 == 0)
            wait_for_frames (GTK_WIDGET (screen->window), 1);
        }
      if (GTK_IS_EDITABLE (field))
        gtk_editable_set_text (GTK_EDITABLE (field), "");
    }

  return fields->len;
}

static GtkWidget *
find_search (Screen *screen)
{
  return find_type (screen_dialog (screen) != NULL ? GTK_WIDGET (screen_dialog (screen)) : GTK_WIDGET (screen->window), GTK_TYPE_SEARCH_ENTRY);
}

/* A search that waits for the person to stop is heard, too: what is found for each is shown. */
static guint
feed_search (Screen *screen, GPtrArray *strings)
{
  GtkWidget *entry = find_search (screen);
  guint      n_heard = 0;
  gulong     handler;

  g_assert_nonnull (entry);
  handler = g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (count_up), &n_heard);
  for (guint i = 0; i < strings->len; i += 4)
    {
      guint n_before = n_heard;

      gtk_editable_set_text (GTK_EDITABLE (entry), g_ptr_array_index (strings, i));
      wait_for (n_heard > n_before);
      wait_for_frames (GTK_WIDGET (screen->window), 1);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, g_ptr_array_index (strings, i));
    }
  g_signal_handler_disconnect (entry, handler);

  return n_heard;
}

static void
test_searched (void)
{
  static const char *const searched[] = { "records", "evidence", "rules" };
  g_autoptr (GPtrArray) strings = read_strings ();
  g_autoptr (Screen) screen = make_naughty_screen (strings);
  g_autofree char *path = g_build_filename (screen->dir, "notice.txt", NULL);
  const char      *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, MARK, -1, NULL));
  screen_perform (screen, hbk_request_new_take_in (paths, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      act (screen, "win.page", "s", searched[i]);
      act (screen, "win.search", NULL);
      wait_for (find_search (screen) != NULL);
      g_assert_cmpuint (feed_search (screen, strings), >, 20);
    }
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.new-record", NULL);
  wait_for (screen_dialog (screen) != NULL && find_search (screen) != NULL);
  g_assert_cmpuint (feed_search (screen, strings), >, 20);
  adw_dialog_force_close (screen_dialog (screen));
  wait_for (screen_dialog (screen) == NULL);
}

/* ---- The profile ---- */

static void
accept_string (GPtrArray *rows, GPtrArray *strings, guint from)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text = g_strconcat (MARK, g_ptr_array_index (strings, (from + i) % strings->len), NULL);

      gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (rows, i)), text);
    }
}

static void
collect_entry_row (gpointer widget, gpointer data)
{
  if (ADW_IS_ENTRY_ROW (widget) && gtk_widget_get_mapped (widget) && adw_entry_row_get_input_purpose (widget) != GTK_INPUT_PURPOSE_NUMBER)
    g_ptr_array_add (data, widget);
}

/* What is saved in it is shown in the sidebar, in the history of the profile, and in what was done. */
static void
test_profile (void)
{
  g_autoptr (GPtrArray) strings = read_strings ();
  g_autoptr (GHashTable) known = known_strings (strings);
  g_autoptr (Screen) screen = make_naughty_screen (strings);

  for (guint i = 0; i < strings->len; i += 8)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      guint64 before = screen_state (screen)->generation;

      gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.profile", NULL);
      wait_for (screen_dialog (screen) != NULL);
      wait_for_frames (GTK_WIDGET (screen->window), 2);
      for_each_widget (GTK_WIDGET (screen_dialog (screen)), collect_entry_row, rows);
      g_assert_cmpuint (rows->len, >, 1);
      accept_string (rows, strings, i);
      press (find_text (GTK_WIDGET (screen_dialog (screen)), GTK_TYPE_BUTTON, "_Save"));
      wait_for (screen_dialog (screen) == NULL);
      wait_for (screen_state (screen)->generation > before && screen_state (screen)->is_complete);
      wait_for_frames (GTK_WIDGET (screen->window), 2);
      for_each_widget (GTK_WIDGET (screen->window), check_label, known);
    }
}

/* ---- Imports ---- */

static gboolean
shows_preview (Screen *screen)
{
  GtkWidget *stack = screen_dialog (screen) != NULL ? find_type (GTK_WIDGET (screen_dialog (screen)), GTK_TYPE_STACK) : NULL;

  return stack != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "reading") != 0;
}

static void
append_cell (GString *table, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  g_string_append_printf (table, "\"" MARK "%s\"", quoted);
}

/* Titles, headings of columns, kinds of activity and the name of the file are all of someone else. */
static void
test_imported (void)
{
  g_autoptr (GPtrArray) strings = read_strings ();
  g_autoptr (GHashTable) known = known_strings (strings);
  g_autoptr (Screen) screen = make_naughty_screen (strings);
  g_autoptr (GString) table = g_string_new ("日期,培训内容,活动类别");
  g_autofree char *path = g_build_filename (screen->dir, MARK "<b>&amp; %s.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_string_append_c (table, ',');
      append_cell (table, g_ptr_array_index (strings, i * 7));
    }
  g_string_append_c (table, '\n');
  for (guint i = 0; i < strings->len; i++)
    {
      g_string_append (table, i % 9 == 0 ? "no day," : "2024-03-11,");
      append_cell (table, g_ptr_array_index (strings, i));
      g_string_append (table, i % 5 == 0 ? ",\"<i>&%s\"\n" : ",培训班\n");
    }
  g_assert_true (g_file_set_contents (path, table->str, (gssize) table->len, &error));
  g_assert_no_error (error);

  hbk_main_window_open_file (screen->window, file);
  wait_for (shows_preview (screen));
  wait_for_frames (GTK_WIDGET (screen->window), 2);
  g_assert_nonnull (find_text (GTK_WIDGET (screen_dialog (screen)), ADW_TYPE_ACTION_ROW, MARK "<b>&amp; %s.csv"));
  for_each_widget (GTK_WIDGET (screen->window), check_label, known);
  g_test_message ("import: %u fields", feed_fields (screen, strings));
  adw_dialog_force_close (screen_dialog (screen));
  wait_for (screen_dialog (screen) == NULL);
}

static void
test_typed (void)
{
  g_autoptr (GPtrArray) strings = read_strings ();
  g_autoptr (Screen) screen = make_naughty_screen (strings);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      act (screen, "win.page", "s", pages[i]);
      act (screen, "win.search", NULL);
      wait_for_frames (GTK_WIDGET (screen->window), 2);
      g_test_message ("%s: %u fields", pages[i], feed_fields (screen, strings));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      if (!can_act (dialogs[i]))
        continue;
      gtk_widget_activate_action (GTK_WIDGET (screen->window), dialogs[i], NULL);
      wait_for (screen_dialog (screen) != NULL);
      wait_for_frames (GTK_WIDGET (screen->window), 2);
      g_test_message ("%s: %u fields", dialogs[i], feed_fields (screen, strings));
      adw_dialog_force_close (screen_dialog (screen));
      wait_for (screen_dialog (screen) == NULL);
    }
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/naughty/shown", test_shown);
  g_test_add_func ("/naughty/toasts", test_toasts);
  g_test_add_func ("/naughty/files", test_files);
  g_test_add_func ("/naughty/typed", test_typed);
  g_test_add_func ("/naughty/searched", test_searched);
  g_test_add_func ("/naughty/profile", test_profile);
  g_test_add_func ("/naughty/imported", test_imported);

  return screen_run ();
}
