/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-page-view.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-texture.h"

/* As large as a page is made: enough to read it at its real size. */
#define SIDE 2048

/* A page that comes at once is not announced. */
#define PATIENCE_MS 200

/**
 * HbkPageView:
 *
 * One page of a file, to be read: fitted into the room there is, or as large as it was made.
 */
struct _HbkPageView
{
  AdwBin parent_instance;

  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkPicture        *picture;
  AdwStatusPage     *none_page;

  char         *sha256;
  guint         page;
  gboolean      is_zoomed;
  GCancellable *cancellable;
  guint         source;
};

enum {
  PROP_ZOOMED = 1,
  PROP_HAS_PICTURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkPageView, hbk_page_view, ADW_TYPE_BIN)

static void
set_zoomed (HbkPageView *self, gboolean is_zoomed)
{
  if (self->is_zoomed == is_zoomed)
    return;

  self->is_zoomed = is_zoomed;
  gtk_picture_set_can_shrink (self->picture, !is_zoomed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOMED]);
}

static void
show_child (HbkPageView *self, const char *name)
{
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_PICTURE]);
}

static void
show_reason (HbkPageView *self, const char *reason)
{
  g_autofree char *markup = g_markup_escape_text (reason, -1);

  adw_status_page_set_description (self->none_page, markup);
  show_child (self, "none");
}

static void
stop (HbkPageView *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPageView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = hbk_texture_decode_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    {
      show_reason (self, error->message);
      return;
    }
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  show_child (self, "picture");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPageView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkInspection) inspection = hbk_thumbnailer_load_finish (HBK_THUMBNAILER (source), result, &error);
  GBytes *thumbnail = inspection != NULL ? hbk_inspection_get_thumbnail (inspection) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (thumbnail != NULL)
    hbk_texture_decode_async (thumbnail, self->cancellable, decoded_cb, g_object_ref (self));
  else if (error != NULL)
    show_reason (self, error->message);
  else if (hbk_inspection_get_problem (inspection) != HBK_INSPECTION_PROBLEM_NONE)
    show_reason (self, hbk_inspection_problem_get_text (hbk_inspection_get_problem (inspection)));
  else
    show_reason (self, _("Files of this kind are not shown here. Another application can open them."));
}

static gboolean
announce_cb (gpointer data)
{
  HbkPageView *self = data;

  self->source = 0;
  show_child (self, "loading");

  return G_SOURCE_REMOVE;
}

static void
pressed_cb (HbkPageView *self, int n_press)
{
  if (n_press == 2)
    set_zoomed (self, !self->is_zoomed);
}

static void
hbk_page_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkPageView *self = HBK_PAGE_VIEW (object);

  switch (prop_id)
    {
    case PROP_ZOOMED:
      g_value_set_boolean (value, self->is_zoomed);
      break;

    case PROP_HAS_PICTURE:
      g_value_set_boolean (value, g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "picture") == 0);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_page_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ZOOMED:
      set_zoomed (HBK_PAGE_VIEW (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_page_view_dispose (GObject *object)
{
  stop (HBK_PAGE_VIEW (object));

  G_OBJECT_CLASS (hbk_page_view_parent_class)->dispose (object);
}

static void
hbk_page_view_finalize (GObject *object)
{
  g_free (HBK_PAGE_VIEW (object)->sha256);

  G_OBJECT_CLASS (hbk_page_view_parent_class)->finalize (object);
}

static void
hbk_page_view_class_init (HbkPageViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_page_view_dispose;
  object_class->finalize = hbk_page_view_finalize;
  object_class->get_property = hbk_page_view_get_property;
  object_class->set_property = hbk_page_view_set_property;

  /* As large as it was made, instead of fitted. */
  properties[PROP_ZOOMED] = g_param_spec_boolean ("zoomed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_PICTURE] = g_param_spec_boolean ("has-picture", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPageView, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkPageView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HbkPageView, picture);
  gtk_widget_class_bind_template_child (widget_class, HbkPageView, none_page);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
hbk_page_view_init (HbkPageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_page_view_show:
 * @self: a view
 * @session: the session that has the file
 * @sha256: the checksum of a file
 * @page: the page, from 1
 *
 * Shows a page. The one before stays until it is there.
 */
void
hbk_page_view_show (HbkPageView *self, HbkSession *session, const char *sha256, guint page)
{
  g_return_if_fail (HBK_IS_PAGE_VIEW (self) && HBK_IS_SESSION (session) && sha256 != NULL);

  if (g_strcmp0 (self->sha256, sha256) == 0 && self->page == page)
    return;

  stop (self);
  g_set_str (&self->sha256, sha256);
  self->page = page;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->source = g_timeout_add (PATIENCE_MS, announce_cb, self);
  self->cancellable = g_cancellable_new ();
  hbk_thumbnailer_load_async (hbk_session_get_thumbnailer (session), sha256, page, SIDE, self->cancellable, loaded_cb, g_object_ref (self));
}
