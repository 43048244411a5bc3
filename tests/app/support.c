/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "words/hbk-locale.h"
#include "workspace/hbk-workspace-exchange.h"

#define PATIENCE_S 20

static HbkApp *app;

/* ---- Waiting ---- */

static gboolean
give_up_cb (gpointer data)
{
  Patience *patience = data;

  g_error ("%s: waited in vain for %s", patience->where, patience->what);

  return G_SOURCE_REMOVE;
}

Patience
patience_start (const char *what, const char *where)
{
  return (Patience) { .end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC, .what = what, .where = where };
}

/* The alarm wakes up a loop in which nothing happens; the clock ends one in which too much does. */
void
patience_step (Patience *patience)
{
  if (patience->alarm == 0)
    patience->alarm = g_timeout_add_seconds (PATIENCE_S, give_up_cb, patience);
  if (g_get_monotonic_time () > patience->end)
    give_up_cb (patience);
  g_main_context_iteration (NULL, TRUE);
}

void
patience_end (Patience *patience)
{
  g_clear_handle_id (&patience->alarm, g_source_remove);
}

static void
count_frame_cb (GdkFrameClock *clock, guint *n)
{
  ++*n;
}

void
wait_for_frames (GtkWidget *widget, guint n)
{
  GdkFrameClock *clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  guint          n_seen = 0;
  gulong         handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame_cb), &n_seen);

  while (n_seen < n)
    {
      guint n_before = n_seen;

      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      wait_for (n_seen > n_before);
    }
  g_signal_handler_disconnect (clock, handler);
  g_object_unref (clock);
}

void
wait_for_quiet (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* ---- Looking ---- */

GtkWidget *
find_widget (GtkWidget *below, WidgetTest test, gpointer data)
{
  if (gtk_widget_get_mapped (below) && test (below, data))
    return below;

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, test, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
for_each_widget (GtkWidget *below, GFunc func, gpointer data)
{
  func (below, data);
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    for_each_widget (child, func, data);
}

typedef struct
{
  GType       type;
  const char *text;
} Wanted;

static gboolean
is_of_type (GtkWidget *widget, gpointer data)
{
  const Wanted *wanted = data;

  return wanted->type == 0 || g_type_is_a (G_OBJECT_TYPE (widget), wanted->type);
}

GtkWidget *
find_type (GtkWidget *below, GType type)
{
  Wanted wanted = { .type = type };

  return find_widget (below, is_of_type, &wanted);
}

const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));

  return gtk_widget_get_tooltip_text (widget);
}

static gboolean
says (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (text_of (widget), data) == 0;
}

static gboolean
is_of_type_and_says (GtkWidget *widget, gpointer data)
{
  const Wanted *wanted = data;

  return is_of_type (widget, data) && (says (widget, (gpointer) wanted->text) || find_widget (widget, says, (gpointer) wanted->text) != NULL);
}

GtkWidget *
find_text (GtkWidget *below, GType type, const char *text)
{
  Wanted wanted = { type, text };

  return type == 0 ? find_widget (below, says, (gpointer) text) : find_widget (below, is_of_type_and_says, &wanted);
}

static gboolean
is_named (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_widget_get_name (widget), data) == 0;
}

GtkWidget *
find_name (GtkWidget *below, const char *name)
{
  return find_widget (below, is_named, (gpointer) name);
}

AdwDialog *
screen_dialog (Screen *screen)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (screen->window));
}

/* ---- Doing ---- */

/* As by a click or the Enter key: something that cannot be used is no success. */
void
press (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_is_sensitive (widget) && gtk_widget_get_mapped (widget));
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
}

void
act (Screen *screen, const char *action, const char *format, ...)
{
  va_list  args;
  gboolean exists;

  va_start (args, format);
  exists = gtk_widget_activate_action_variant (GTK_WIDGET (screen->window), action, format != NULL ? g_variant_new_va (format, NULL, &args) : NULL);
  va_end (args);
  if (!exists)
    g_error ("there is no action %s, or it is disabled", action);
}

gboolean
can_act (const char *action)
{
  GtkWidgetClass     *klass = g_type_class_ref (HBK_TYPE_MAIN_WINDOW);
  GType               owner;
  const char         *name, *property;
  const GVariantType *type;
  gboolean            found = FALSE;

  for (guint i = 0; !found && gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    found = g_str_equal (name, action);
  g_type_class_unref (klass);

  return found;
}

void
type_text (GtkWidget *editable, const char *text)
{
  g_assert_true (GTK_IS_EDITABLE (editable));
  gtk_editable_set_text (GTK_EDITABLE (editable), text);
}

/* ---- Libraries ---- */

Screen *
screen_prepare (void)
{
  Screen *screen = g_new0 (Screen, 1);
  g_autoptr (GError) error = NULL;

  screen->dir = g_dir_make_tmp ("hourbook-app-XXXXXX", &error);
  g_assert_no_error (error);
  screen->library = g_build_filename (screen->dir, "library", NULL);

  return screen;
}

static HbkWorkspace *
make_library (Screen *screen)
{
  HbkWorkspace *workspace = hbk_workspace_new (NULL);
  g_autoptr (GError) error = NULL;

  hbk_workspace_open_library (workspace, screen->library, HBK_OPEN_CREATE, &error);
  g_assert_no_error (error);

  return workspace;
}

static void
perform_at_once (HbkWorkspace *workspace, HbkRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_request_perform (request, workspace, hbk_date_parse (TODAY), NULL, &error);

  g_assert_no_error (error);
  hbk_request_unref (request);
}

void
screen_fill (Screen *screen, GPtrArray *records)
{
  g_autoptr (HbkWorkspace) workspace = make_library (screen);
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_value_set_text (&value, "qinghai");
  hbk_facts_set (answers, "region", &value);
  perform_at_once (workspace, hbk_request_new_change_profile (HBK_DATE_NONE, answers));
  if (records->len > 0)
    perform_at_once (workspace, hbk_request_new_save_records (records));
}

void
screen_fill_sample (Screen *screen, const char *sample)
{
  g_autoptr (HbkWorkspace) workspace = make_library (screen);
  g_autofree char *name = g_strdup_printf ("%s.json", sample);
  g_autofree char *path = g_build_filename (hbk_workspace_get_data_dir (workspace), "samples", name, NULL);
  HbkImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkImport) import = hbk_workspace_prepare_import (workspace, path, &options, &error);
  g_autoptr (HbkJournalStep) step = NULL;

  g_assert_no_error (error);
  step = hbk_workspace_confirm_import (workspace, import, HBK_CONFLICT_ASK, NULL, &error);
  g_assert_no_error (error);
}

HbkRecord *
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

/* ---- Windows ---- */

HbkState *
screen_state (Screen *screen)
{
  return hbk_session_get_state (screen->session);
}

static gboolean
is_settled (Screen *screen)
{
  HbkState *state = screen_state (screen);

  switch (hbk_session_get_phase (screen->session))
    {
    case HBK_SESSION_OPEN:
      return state != NULL && state->is_complete;
    case HBK_SESSION_ABSENT:
    case HBK_SESSION_BROKEN:
      return TRUE;
    default:
      return FALSE;
    }
}

void
screen_show (Screen *screen)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_fixed (hbk_date_parse (TODAY));

  screen->session = hbk_session_new (NULL, clock);
  hbk_session_open (screen->session, screen->library, HBK_OPEN_WRITE);
  screen->window = g_object_new (HBK_TYPE_MAIN_WINDOW, "application", app, "session", screen->session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (screen->window), 1200, 820);
  gtk_window_present (GTK_WINDOW (screen->window));
  wait_for (is_settled (screen));
  wait_for (gtk_widget_get_mapped (GTK_WIDGET (screen->window)));
  wait_for_frames (GTK_WIDGET (screen->window), 2);
}

Screen *
screen_new (const char *sample)
{
  Screen *screen = screen_prepare ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (sample != NULL && *sample != '\0')
    screen_fill_sample (screen, sample);
  else if (sample != NULL)
    screen_fill (screen, none);
  screen_show (screen);

  return screen;
}

Screen *
screen_new_with (guint n_records)
{
  Screen *screen = screen_prepare ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (records, make_record (i));
  screen_fill (screen, records);
  screen_show (screen);

  return screen;
}

static void
remove_folder (const char *dir)
{
  const char *command[] = { "rm", "-rf", "--", dir, NULL };

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

void
screen_free (Screen *screen)
{
  gpointer window = screen->window, session = screen->session;

  if (window != NULL)
    {
      g_object_add_weak_pointer (window, &window);
      gtk_window_destroy (GTK_WINDOW (screen->window));
      wait_for (window == NULL);
    }
  if (session != NULL)
    {
      g_object_add_weak_pointer (session, &session);
      g_object_unref (screen->session);
      wait_for (session == NULL);
    }
  remove_folder (screen->dir);
  g_free (screen->dir);
  g_free (screen->library);
  g_free (screen);
}

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_session_perform_finish (HBK_SESSION (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

void
screen_perform (Screen *screen, HbkRequest *request)
{
  gboolean is_done = FALSE;

  hbk_session_perform_async (screen->session, request, NULL, performed_cb, &is_done);
  wait_for (is_done && is_settled (screen));
  hbk_request_unref (request);
}

/* ---- Program ---- */

void
screen_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  hbk_locale_init ();
  /* Warnings are fatal with it, too: those of GTK and Adwaita tell of defects. */
  g_test_init (argc, argv, NULL);
  g_assert_cmpstr (g_getenv ("GTK_A11Y"), !=, "none");
  app = hbk_app_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

int
screen_run (void)
{
  int status = g_test_run ();

  /* As at the end of g_application_run(), which is not for tests. */
  g_signal_emit_by_name (app, "shutdown");

  return status;
}
