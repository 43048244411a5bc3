/* SPDX-License-Identifier: GPL-3.0-or-later */

/* shots FOLDER SUFFIX WIDTH HEIGHT [SCENE…]: writes a picture of each scene to FOLDER/SCENE-SUFFIX.png. */

#include <stdlib.h>

#include "scenes.h"
#include "words/hbk-locale.h"
#include "workspace/hbk-workspace-exchange.h"

/* Longer than any scene takes to settle; a scene that does not get there is an error. */
#define PATIENCE_MS 20000
/* Transitions are off, so that a scene is still once its frames are drawn. */
#define SETTLE_MS 350

/* SHOTS_SETTLE_MS: what suffices where nobody looks at the pictures. */
static guint
get_settle_ms (void)
{
  const char *wanted = g_getenv ("SHOTS_SETTLE_MS");

  return wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : SETTLE_MS;
}

static HbkApp *app;

static gboolean
end_wait_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
shots_wait (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, end_wait_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

GtkWidget *
shots_find (GtkWidget *below, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (below), type))
    return below;

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = shots_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* ---- Libraries ---- */

static void
fill_library (HbkWorkspace *workspace, const char *dir, const char *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autofree char *name = g_strdup_printf ("%s.json", sample);
  g_autofree char *path = g_build_filename (hbk_workspace_get_data_dir (workspace), "samples", name, NULL);
  HbkImportOptions options = { 0 };
  g_autoptr (HbkImport) import = NULL;

  hbk_workspace_open_library (workspace, dir, HBK_OPEN_CREATE, &error);
  g_assert_no_error (error);
  if (*sample == '\0')
    {
      g_autoptr (HbkFacts) answers = hbk_facts_new ();
      g_auto (HbkValue) value = HBK_VALUE_INIT;

      hbk_value_set_text (&value, "qinghai");
      hbk_facts_set (answers, "region", &value);
      step = hbk_workspace_change_profile (workspace, HBK_DATE_NONE, answers, &error);
      g_assert_no_error (error);
      return;
    }

  import = hbk_workspace_prepare_import (workspace, path, &options, &error);
  g_assert_no_error (error);
  step = hbk_workspace_confirm_import (workspace, import, HBK_CONFLICT_ASK, NULL, &error);
  g_assert_no_error (error);
}

static void
make_library (const Scene *scene, const char *dir)
{
  g_autoptr (HbkWorkspace) workspace = hbk_workspace_new (NULL);

  if (scene->library != NULL)
    fill_library (workspace, dir, scene->library);
  if (scene->fill != NULL)
    scene->fill (workspace, dir);
}

static void
remove_folder (const char *dir)
{
  const char *command[] = { "rm", "-rf", "--", dir, NULL };

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* ---- Pictures ---- */

static gboolean
is_ready (HbkSession *session)
{
  HbkState *state = hbk_session_get_state (session);

  switch (hbk_session_get_phase (session))
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

static void
wait_until_ready (HbkSession *session, const char *scene)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_MS * 1000;

  while (!is_ready (session))
    {
      shots_wait (10);
      if (g_get_monotonic_time () > end)
        g_error ("%s: the library was not opened in time", scene);
    }
}

static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (window), gtk_widget_get_height (window));

  return gtk_snapshot_free_to_node (snapshot);
}

static void
write_picture (GtkWidget *window, const char *path)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_MS * 1000;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* Nothing is drawn before the window has its size. */
  while ((node = draw (window)) == NULL)
    {
      shots_wait (10);
      if (g_get_monotonic_time () > end)
        g_error ("%s: the window was not drawn in time", path);
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (window), (float) gtk_widget_get_height (window)));
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s could not be written", path);
}

static void
take_picture (const Scene *scene, const char *folder, const char *suffix, int width, int height)
{
  g_autofree char *dir = g_dir_make_tmp ("hourbook-shots-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (dir, "library", NULL);
  g_autofree char *name = g_strdup_printf ("%s-%s.png", scene->name, suffix);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (HbkClock) clock = hbk_clock_new_fixed (hbk_date_parse (scene->today));
  g_autoptr (HbkSession) session = hbk_session_new (NULL, clock);
  HbkMainWindow *window;

  make_library (scene, library);
  hbk_session_open (session, library, HBK_OPEN_WRITE);
  window = g_object_new (HBK_TYPE_MAIN_WINDOW, "application", app, "session", session, NULL);
  gtk_window_unmaximize (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  hbk_main_window_show_page (window, "overview");
  gtk_window_present (GTK_WINDOW (window));
  wait_until_ready (session, scene->name);
  shots_wait (get_settle_ms ());
  if (scene->prepare != NULL)
    scene->prepare (window);
  shots_wait (get_settle_ms ());
  write_picture (GTK_WIDGET (window), path);
  g_print ("%s\n", name);
  gtk_window_destroy (GTK_WINDOW (window));
  shots_wait (50);
  remove_folder (dir);
}

/* SHOTS_TEXT_SCALE makes all text so many times as large, as the setting of the desktop does. */
static void
scale_text (void)
{
  const char *scale = g_getenv ("SHOTS_TEXT_SCALE");

  if (scale != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * g_ascii_strtod (scale, NULL)), NULL);
}

static gboolean
is_wanted (const Scene *scene, char **wanted, int n_wanted)
{
  for (int i = 0; i < n_wanted; i++)
    {
      if (g_pattern_match_simple (wanted[i], scene->name))
        return TRUE;
    }

  return n_wanted == 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  g_assert (argc >= 5);
  hbk_locale_init ();
  app = hbk_app_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", "gtk-font-name", "Inter 11", "gtk-enable-animations", FALSE, NULL);
  scale_text ();

  for (guint i = 0; all_scenes[i] != NULL; i++)
    {
      for (const Scene *scene = all_scenes[i]; scene->name != NULL; scene++)
        {
          if (is_wanted (scene, argv + 5, argc - 5))
            take_picture (scene, argv[1], argv[2], atoi (argv[3]), atoi (argv[4]));
        }
    }
  g_object_unref (app);

  return EXIT_SUCCESS;
}
