/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include <glib/gi18n.h>

#include "app/window/hbk-perform.h"
#include "workspace/hbk-workspace-sample.h"

/* A sample that is being made. */
typedef struct
{
  HbkMainWindow *window;
  char          *dir;
} Making;

/* What the thread needs to make it. */
typedef struct
{
  char *dir;
  char *region;
} Wanted;

static void
making_free (Making *making)
{
  g_object_unref (making->window);
  g_free (making->dir);
  g_free (making);
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->dir);
  g_free (wanted->region);
  g_free (wanted);
}

/* ---- In the thread ---- */

static gpointer
make_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  const Wanted *wanted = data;

  return hbk_workspace_make_sample (workspace, wanted->dir, wanted->region, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static gpointer
remove_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  return hbk_workspace_remove_sample (workspace, data, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

/* ---- Begin and end ---- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Making        *making = user_data;
  HbkMainWindow *self = making->window;
  HbkSession    *sample = HBK_SESSION (source);
  g_autoptr (GError) error = NULL;

  gboolean is_made = hbk_session_run_finish (sample, result, &error) != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->phases), TRUE);
  if (!is_made)
    {
      hbk_perform_report (GTK_WIDGET (self), _("The Sample Was Not Made"), error);
    }
  else if (self->own_session == NULL && self->session != NULL)
    {
      self->own_session = g_object_ref (self->session);
      self->own_page = g_strdup (adw_view_stack_get_visible_child_name (self->pages));
      self->own_year = self->year;
      hbk_session_open (sample, making->dir, HBK_OPEN_WRITE);
      g_object_set (self, "session", sample, NULL);
      hbk_main_window_show_page (self, "overview");
    }
  making_free (making);
}

/* The sample has a library, and a day, of its own. */
static void
begin_sample_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkMainWindow *self = HBK_MAIN_WINDOW (widget);
  g_autoptr (HbkClock) clock = hbk_clock_new_fixed (hbk_workspace_get_sample_day ());
  g_autoptr (HbkSession) sample = NULL;
  Making *making;
  Wanted *wanted;

  if (self->own_session != NULL)
    return;

  making = g_new0 (Making, 1);
  making->window = g_object_ref (self);
  making->dir = hbk_workspace_dup_sample_dir (hbk_session_get_dir (self->session));
  wanted = g_new0 (Wanted, 1);
  wanted->dir = g_strdup (making->dir);
  wanted->region = g_variant_dup_string (parameter, NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self->phases), FALSE);
  sample = hbk_session_new (NULL, clock);
  hbk_session_run_async (sample, "make the sample", make_job, wanted, wanted_free, NULL, NULL, made_cb, making);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (hbk_session_run_finish (HBK_SESSION (source), result, &error) == NULL && gtk_widget_get_mapped (window))
    hbk_perform_report (window, _("The Sample Was Not Removed"), error);
}

static void
end_sample (HbkMainWindow *self)
{
  g_autoptr (HbkSession) sample = g_object_ref (self->session);
  g_autoptr (HbkSession) own = g_steal_pointer (&self->own_session);
  g_autofree char *page = g_steal_pointer (&self->own_page);

  g_object_set (self, "session", own, NULL);
  if (self->own_year != 0)
    hbk_main_window_set_year (self, self->own_year);
  hbk_main_window_show_page (self, page);

  hbk_session_close (sample);
  hbk_session_run_async (sample, "remove the sample", remove_job, g_strdup (hbk_session_get_dir (sample)), g_free, NULL, NULL, removed_cb, g_object_ref (self));
}

/* ---- Banner ---- */

static void
banner_button_cb (HbkMainWindow *self)
{
  if (self->own_session != NULL)
    end_sample (self);
  else
    hbk_session_open (self->session, hbk_session_get_dir (self->session), HBK_OPEN_WRITE);
}

void
hbk_main_window_update_banner (HbkMainWindow *self)
{
  HbkState *state = hbk_session_get_state (self->session);
  gboolean  is_sample = self->own_session != NULL;

  if (state == NULL)
    return;

  adw_banner_set_title (self->banner, is_sample ? _("This is a sample; nothing of it goes into your logbook") : _("This logbook can only be looked at for now"));
  adw_banner_set_button_label (self->banner, is_sample ? _("End Sample") : _("Open to Change"));
  adw_banner_set_revealed (self->banner, is_sample || !state->is_writable);
}

/* Who quits has seen enough of it. */
void
hbk_main_window_drop_sample (HbkMainWindow *self)
{
  if (self->own_session == NULL)
    return;

  hbk_session_close (self->session);
  hbk_session_run_async (self->session, "remove the sample", remove_job, g_strdup (hbk_session_get_dir (self->session)), g_free, NULL, NULL, NULL, NULL);
  hbk_session_stop (self->session);
  g_clear_object (&self->own_session);
}

void
hbk_main_window_install_sample (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.begin-sample", "s", begin_sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_button_cb);
}
