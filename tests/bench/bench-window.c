/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window beside an empty one of libadwaita, with 10,000 records: how soon it is there, what it needs, and how long it is ever busy. */

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "app/window/hbk-main-window.h"
#include "words/hbk-locale.h"

#define N_RECORDS 10000
#define TODAY "2024-11-18"
#define STARTS 9
#define EDITS 15
#define SCROLL_S 5

#define START_BOUND 1.3
#define MEMORY_BOUND 1.5
#define FRAME_BOUND_MS 16.0
#define LATE_BOUND_PERCENT 1.0
#define EDIT_BOUND_MS 50.0

static gboolean all_hold = TRUE;

static void
judge (gboolean holds, const char *format, ...)
{
  va_list          args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_print ("%s %s\n", holds ? "ok" : "MISSED", text);
  all_hold = all_hold && holds;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);

  return values[n / 2];
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* ---- The library ---- */

static HbkRecord *
make_record (guint number)
{
  static const char *const subjects[] = { "水质监测", "港口机械", "护理管理", "课程思政", "结构抗震", "人工智能" };
  g_autofree char         *id = g_strdup_printf ("r%06u", number);
  g_autofree char         *title = g_strdup_printf ("第%u期%s专业技术人员知识更新培训班", number % 97, subjects[number % G_N_ELEMENTS (subjects)]);
  HbkRecord               *record = hbk_record_new (id, "training");
  HbkDate                  day = hbk_date_new (2015, 1, 1) + (HbkDate) (number * 7919 % 3600);
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, day, day);
  hbk_value_set_number (&value, 100);
  hbk_record_set_fact (record, "days", &value);
  hbk_value_set_text (&value, "provincial");
  hbk_record_set_fact (record, "organiser_level", &value);

  return record;
}

static void
perform_at_once (HbkWorkspace *workspace, HbkRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_request_perform (request, workspace, hbk_date_parse (TODAY), NULL, &error);

  g_assert_no_error (error);
  hbk_request_unref (request);
}

static void
fill (const char *dir)
{
  g_autoptr (HbkWorkspace) workspace = hbk_workspace_new (NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_RECORDS; i++)
    g_ptr_array_add (records, make_record (i));
  hbk_value_set_text (&value, "qinghai");
  hbk_facts_set (answers, "region", &value);
  hbk_workspace_open_library (workspace, dir, HBK_OPEN_CREATE, &error);
  g_assert_no_error (error);
  perform_at_once (workspace, hbk_request_new_change_profile (HBK_DATE_NONE, answers));
  perform_at_once (workspace, hbk_request_new_save_records (records));
}

/* ---- One start, in a program of its own ---- */

/* What the child says on its only line. */
typedef struct
{
  double frame_ms;
  double state_ms; /* with the first state on the screen; of the empty window the same */
  double pss_mib;
  double rss_mib;
} Start;

static Start this_start;

static double
read_memory (const char *name)
{
  g_autofree char *content = NULL;
  g_autofree char *key = g_strdup_printf ("\n%s:", name);
  const char      *found;

  g_assert_true (g_file_get_contents ("/proc/self/smaps_rollup", &content, NULL, NULL));
  found = strstr (content, key);
  g_assert_nonnull (found);

  return g_ascii_strtod (found + strlen (key), NULL) / 1024;
}

static void
say_start (void)
{
  this_start.pss_mib = read_memory ("Pss");
  this_start.rss_mib = read_memory ("Rss");
  g_print ("%.3f %.3f %.3f %.3f\n", this_start.frame_ms, this_start.state_ms, this_start.pss_mib, this_start.rss_mib);
  exit (EXIT_SUCCESS);
}

static gint64
time_of_spawn (void)
{
  return g_ascii_strtoll (g_getenv ("BENCH_SPAWNED"), NULL, 10);
}

static gboolean
is_state_complete (GtkWindow *window)
{
  HbkSession *session = HBK_IS_MAIN_WINDOW (window) ? hbk_main_window_get_session (HBK_MAIN_WINDOW (window)) : NULL;

  return session == NULL || hbk_session_get_phase (session) == HBK_SESSION_ABSENT || (hbk_session_get_state (session) != NULL && hbk_session_get_state (session)->is_complete);
}

static gboolean
is_state_there (GtkWindow *window)
{
  return !HBK_IS_MAIN_WINDOW (window) || hbk_session_get_phase (hbk_main_window_get_session (HBK_MAIN_WINDOW (window))) > HBK_SESSION_OPENING;
}

static gboolean
look_cb (gpointer data)
{
  if (is_state_complete (data) && this_start.state_ms != 0)
    say_start ();
  gtk_widget_queue_draw (data);

  return G_SOURCE_CONTINUE;
}

static void
painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  double now = ms_since (time_of_spawn ());

  if (this_start.frame_ms == 0)
    {
      this_start.frame_ms = now;
      g_timeout_add (20, look_cb, window);
    }
  if (this_start.state_ms == 0 && is_state_there (window))
    this_start.state_ms = now;
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application, "default-width", 1200, "default-height", 820, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), gtk_label_new ("An empty window"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_start (gboolean is_empty)
{
  GtkApplication *application;

  hbk_locale_init ();
  if (is_empty)
    {
      application = GTK_APPLICATION (adw_application_new ("io.github.hourbook.Empty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  else
    {
      application = GTK_APPLICATION (hbk_app_new ());
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static Start
start_once (const char *self, const char *what)
{
  const char      *command[] = { self, what, NULL };
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_auto (GStrv) env = g_environ_setenv (g_get_environ (), "BENCH_SPAWNED", now, TRUE);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  Start start;

  g_spawn_sync (NULL, (char **) command, env, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  if (sscanf (output, "%lf %lf %lf %lf", &start.frame_ms, &start.state_ms, &start.pss_mib, &start.rss_mib) != 4)
    g_error ("the %s window said “%s”", what, output);

  return start;
}

/* By turns, so that both meet the same machine. */
static void
compare_starts (const char *self)
{
  double empty[4][STARTS], full[4][STARTS];
  double frames, memory;

  start_once (self, "empty");
  start_once (self, "hourbook");
  for (guint i = 0; i < STARTS; i++)
    {
      Start e = start_once (self, "empty");
      Start f = start_once (self, "hourbook");

      empty[0][i] = e.frame_ms, full[0][i] = f.frame_ms;
      empty[1][i] = e.state_ms, full[1][i] = f.state_ms;
      empty[2][i] = e.pss_mib, full[2][i] = f.pss_mib;
      empty[3][i] = e.rss_mib, full[3][i] = f.rss_mib;
    }

  frames = median (full[0], STARTS) / median (empty[0], STARTS);
  judge (frames <= START_BOUND, "start to first frame: %.0f ms beside %.0f ms of an empty window, %.2f times (%.1f)", median (full[0], STARTS), median (empty[0], STARTS), frames, START_BOUND);
  g_print ("   with all records on the screen: %.0f ms\n", median (full[1], STARTS));
  memory = median (full[2], STARTS) / median (empty[2], STARTS);
  judge (memory <= MEMORY_BOUND, "memory: %.0f MiB beside %.0f MiB (PSS), %.2f times (%.1f); resident %.0f MiB beside %.0f MiB", median (full[2], STARTS), median (empty[2], STARTS), memory, MEMORY_BOUND, median (full[3], STARTS), median (empty[3], STARTS));
}

/* ---- In one window: how long the main loop is ever busy ---- */

static gint64 busy_since;
static double longest_ms;
static gint64 n_late, n_frames;

/* From the end of one wait to the beginning of the next: events, frames, news of the library, all of it. */
static int
watched_poll (GPollFD *fds, guint n, int timeout)
{
  int found;

  if (busy_since != 0)
    longest_ms = MAX (longest_ms, ms_since (busy_since));
  found = g_poll (fds, n, timeout);
  busy_since = g_get_monotonic_time ();

  return found;
}

static void
watch_anew (void)
{
  longest_ms = 0;
  busy_since = g_get_monotonic_time ();
}

static gboolean
go_on_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
run_ms (guint ms)
{
  gint64   end = g_get_monotonic_time () + ms * 1000;
  GSource *source = g_timeout_source_new (4);

  g_source_set_callback (source, go_on_cb, NULL, NULL);
  g_source_attach (source, NULL);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_destroy (source);
  g_source_unref (source);
}

static GtkWidget *
find (GtkWidget *below, GType type)
{
  if (gtk_widget_get_mapped (below) && g_type_is_a (G_OBJECT_TYPE (below), type))
    return below;

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As fast as one types, each letter drawn before the next. */
static void
type_slowly (GtkEditable *entry, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int position = -1;

      gtk_editable_insert_text (entry, c, (int) (g_utf8_next_char (c) - c), &position);
      gtk_editable_set_position (entry, -1);
      run_ms (90);
    }
  run_ms (600);
}

static void
measure_typing (GtkWidget *below, const char *where, const char *text)
{
  GtkWidget *entry = find (below, GTK_TYPE_TEXT);

  if (entry == NULL)
    {
      g_print ("-- %s has no field yet\n", where);
      return;
    }
  watch_anew ();
  type_slowly (GTK_EDITABLE (entry), text);
  judge (longest_ms < FRAME_BOUND_MS, "typing in %s: at most %.1f ms at once (%.0f)", where, longest_ms, FRAME_BOUND_MS);
  watch_anew ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  run_ms (600);
  judge (longest_ms < FRAME_BOUND_MS, "clearing it: at most %.1f ms at once (%.0f)", longest_ms, FRAME_BOUND_MS);
}

static gint64 frame_start;

static void
before_paint_cb (GdkFrameClock *clock)
{
  frame_start = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  double ms = ms_since (frame_start);

  n_frames++;
  n_late += ms > FRAME_BOUND_MS;
  longest_ms = MAX (longest_ms, ms);
}

/* A screenful in a second, and now and then with a fling. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkAdjustment *adjustment = data;
  double         step = (n_frames / 60) % 3 == 2 ? 240 : 40;
  double         end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, MIN (gtk_adjustment_get_value (adjustment) + step, end));

  return G_SOURCE_CONTINUE;
}

static void
measure_scrolling (GtkWindow *window)
{
  GtkWidget     *list = find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong         handlers[2];
  guint          tick;
  double         late;

  if (list == NULL)
    {
      g_print ("-- there is no list to scroll yet\n");
      return;
    }
  handlers[0] = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  handlers[1] = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  tick = gtk_widget_add_tick_callback (list, scroll_cb, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), NULL);
  longest_ms = 0;
  n_frames = n_late = 0;
  run_ms (SCROLL_S * 1000);
  gtk_widget_remove_tick_callback (list, tick);
  g_signal_handler_disconnect (clock, handlers[0]);
  g_signal_handler_disconnect (clock, handlers[1]);

  late = 100.0 * (double) n_late / (double) MAX (n_frames, 1);
  judge (n_frames > SCROLL_S * 20 && late <= LATE_BOUND_PERCENT, "scrolling for %d s: %.1f %% of %d frames over %.0f ms (%.0f %%), the longest %.1f ms", SCROLL_S, late, (int) n_frames, FRAME_BOUND_MS, LATE_BOUND_PERCENT, longest_ms);
}

static void
count_frame_cb (GdkFrameClock *clock)
{
  n_frames++;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_session_perform_finish (HBK_SESSION (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* Stored, assessed, and drawn. */
static void
measure_edits (GtkWindow *window, const char *page)
{
  HbkSession    *session = hbk_main_window_get_session (HBK_MAIN_WINDOW (window));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong         handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame_cb), NULL);
  double         times[EDITS];
  double         longest = 0, middle;

  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (HbkRecord) record = make_record (i * 331 % N_RECORDS);
      g_autofree char *title = g_strdup_printf ("%s %u", page, i);
      g_autoptr (HbkRequest) request = NULL;
      gboolean is_done = FALSE;
      gint64   start, frame;

      hbk_record_set_title (record, title);
      request = hbk_request_new_save_record (record, NULL, NULL);
      watch_anew ();
      start = g_get_monotonic_time ();
      hbk_session_perform_async (session, request, NULL, saved_cb, &is_done);
      while (!is_done)
        g_main_context_iteration (NULL, TRUE);
      frame = n_frames;
      gtk_widget_queue_draw (GTK_WIDGET (window));
      while (n_frames == frame)
        g_main_context_iteration (NULL, TRUE);
      times[i] = ms_since (start);
      while (!hbk_session_get_state (session)->is_complete)
        g_main_context_iteration (NULL, TRUE);
      run_ms (100);
      longest = MAX (longest, longest_ms);
    }
  g_signal_handler_disconnect (clock, handler);
  middle = median (times, EDITS);
  judge (middle <= EDIT_BOUND_MS, "an edit on the screen of %s: %.1f ms (%.1f to %.1f), at most %.0f", page, middle, times[0], times[EDITS - 1], EDIT_BOUND_MS);
  judge (longest < FRAME_BOUND_MS, "the window meanwhile: at most %.1f ms at once (%.0f)", longest, FRAME_BOUND_MS);
}

static void
show_page (GtkWindow *window, const char *page)
{
  hbk_main_window_show_page (HBK_MAIN_WINDOW (window), page);
  run_ms (800);
}

static gboolean
is_ready (GtkWindow *window)
{
  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) && is_state_complete (window);
}

static int
run_use (void)
{
  g_autoptr (HbkApp) app = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  hbk_locale_init ();
  app = hbk_app_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (app));
  window = gtk_application_get_active_window (GTK_APPLICATION (app));
  gtk_window_set_default_size (window, 1200, 820);
  while (!is_ready (window))
    g_main_context_iteration (NULL, TRUE);
  run_ms (1000);
  g_main_context_set_poll_func (NULL, watched_poll);

  show_page (window, "records");
  measure_scrolling (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  run_ms (500);
  measure_typing (gtk_widget_get_first_child (GTK_WIDGET (window)), "the search", "护理管理培训");
  measure_edits (window, "records");
  show_page (window, "overview");
  measure_edits (window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-record", NULL);
  run_ms (800);
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    measure_typing (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))), "the editor", "水质监测新技术");
  g_main_context_set_poll_func (NULL, NULL);
  exit (all_hold ? EXIT_SUCCESS : EXIT_FAILURE);
}

int
main (int argc, char **argv)
{
  const char *dir = g_getenv ("HOURBOOK_BENCH_DIR");
  g_autofree char *template = g_build_filename (dir != NULL ? dir : g_get_tmp_dir (), "bench-window-XXXXXX", NULL);
  g_autofree char *library = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);

  if (argc > 1)
    return run_start (g_str_equal (argv[1], "empty"));

  library = g_build_filename (g_mkdtemp (template), "library", NULL);
  fill (library);
  g_setenv ("HOURBOOK_LIBRARY", library, TRUE);
  g_setenv ("HOURBOOK_TODAY", TODAY, TRUE);
  compare_starts (self);

  return run_use ();
}
