/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-doc-thumb.h"

#include <math.h>
#include <string.h>

#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-texture.h"

/* What the paper casts, and how its corners are cut. */
#define SHADOW 3
#define CORNER 3
/* A sheet of paper where there is nothing to show. */
#define SHEET_RATIO 0.74f

#define DEFAULT_SIDE 64

/* A wide picture may have more room than the square. */
#define SPARE 1.5

/**
 * HbkDocThumb:
 *
 * A file of evidence as a small sheet of paper, or, while it has not been made and where it cannot be shown, as the icon of its kind.
 *
 * It loads while it can be seen only, and its name is that of the file.
 */
struct _HbkDocThumb
{
  GtkWidget parent_instance;

  GtkWidget    *icon;
  HbkSession   *session;
  char         *sha256;
  guint         page;
  int           side;
  GdkTexture   *texture;
  GCancellable *cancellable;
};

enum {
  PROP_SESSION = 1,
  PROP_SHA256,
  PROP_PAGE,
  PROP_SIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkDocThumb, hbk_doc_thumb, GTK_TYPE_WIDGET)

static const HbkEvidenceFile *
find_file (HbkDocThumb *self)
{
  HbkState *state = self->session != NULL ? hbk_session_get_state (self->session) : NULL;

  return state != NULL && self->sha256 != NULL ? hbk_state_lookup_file (state, self->sha256) : NULL;
}

static const char *
get_icon_name (const HbkEvidenceFile *file)
{
  const char *type = file != NULL ? file->media_type : NULL;

  if (type == NULL)
    return "text-x-generic-symbolic";
  if (g_str_has_prefix (type, "image/"))
    return "image-x-generic-symbolic";
  if (strstr (type, "sheet") != NULL || strstr (type, "excel") != NULL)
    return "x-office-spreadsheet-symbolic";
  if (strstr (type, "presentation") != NULL || strstr (type, "powerpoint") != NULL)
    return "x-office-presentation-symbolic";
  if (g_str_equal (type, "application/zip"))
    return "package-x-generic-symbolic";
  if (g_str_equal (type, "text/plain") || g_str_equal (type, "application/octet-stream"))
    return "text-x-generic-symbolic";

  return "x-office-document-symbolic";
}

static void
set_texture (HbkDocThumb *self, GdkTexture *texture)
{
  g_set_object (&self->texture, texture);
  gtk_widget_set_child_visible (self->icon, texture == NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Loading ---- */

static void
stop (HbkDocThumb *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkDocThumb) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = hbk_texture_decode_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (texture != NULL)
    set_texture (self, texture);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkDocThumb) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkInspection) inspection = hbk_thumbnailer_load_finish (HBK_THUMBNAILER (source), result, &error);
  GBytes *thumbnail = inspection != NULL ? hbk_inspection_get_thumbnail (inspection) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* The icon stays, where there is nothing to show. */
  if (thumbnail == NULL)
    g_clear_object (&self->cancellable);
  else
    hbk_texture_decode_async (thumbnail, self->cancellable, decoded_cb, g_object_ref (self));
}

static void
start (HbkDocThumb *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->session == NULL || self->sha256 == NULL || self->cancellable != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->cancellable = g_cancellable_new ();
  hbk_thumbnailer_load_async (hbk_session_get_thumbnailer (self->session), self->sha256, self->page, (guint) (self->side * scale * SPARE), self->cancellable, loaded_cb, g_object_ref (self));
}

/* Another file, or another page of it. */
static void
restart (HbkDocThumb *self)
{
  const HbkEvidenceFile *file = find_file (self);

  stop (self);
  set_texture (self, NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon_name (file));
  if (file != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, file->name, -1);
  start (self);
}

static void
scale_changed_cb (HbkDocThumb *self)
{
  stop (self);
  start (self);
}

/* ---- Drawing ---- */

static graphene_rect_t
place_sheet (HbkDocThumb *self, float width, float height)
{
  float ratio = self->texture != NULL ? (float) gdk_texture_get_width (self->texture) / (float) gdk_texture_get_height (self->texture) : SHEET_RATIO;
  float room_width = MAX (width - 2 * SHADOW, 1), room_height = MAX (height - 2 * SHADOW, 1);
  float w = MIN (room_width, room_height * ratio);
  float h = w / ratio;

  w = MAX (roundf (w), 1);
  h = MAX (roundf (h), 1);

  return GRAPHENE_RECT_INIT (roundf ((width - w) / 2), roundf ((height - h) / 2), w, h);
}

static void
hbk_doc_thumb_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HbkDocThumb    *self = HBK_DOC_THUMB (widget);
  graphene_rect_t sheet = place_sheet (self, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  GskRoundedRect  outline;
  GdkRGBA         line, ink;
  const GdkRGBA   shade = { 0, 0, 0, 0.25f };

  gsk_rounded_rect_init_from_rect (&outline, &sheet, CORNER);
  gtk_widget_get_color (widget, &ink);
  line = ink;
  line.alpha = 0.18f;
  if (self->texture != NULL)
    {
      gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, SHADOW);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      /* A picture may let through what is behind it; paper does not. */
      gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &sheet);
      gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR, &sheet);
      gtk_snapshot_pop (snapshot);
    }
  else
    {
      ink.alpha = 0.05f;
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &ink, &sheet);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { line, line, line, line });

  gtk_widget_snapshot_child (widget, self->icon, snapshot);
}

static void
hbk_doc_thumb_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  HbkDocThumb *self = HBK_DOC_THUMB (widget);

  *minimum = *natural = self->side;
}

static void
hbk_doc_thumb_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (HBK_DOC_THUMB (widget)->icon, width, height, -1, NULL);
}

static void
hbk_doc_thumb_map (GtkWidget *widget)
{
  HbkDocThumb *self = HBK_DOC_THUMB (widget);

  GTK_WIDGET_CLASS (hbk_doc_thumb_parent_class)->map (widget);
  if (self->texture == NULL)
    start (self);
}

static void
hbk_doc_thumb_unmap (GtkWidget *widget)
{
  stop (HBK_DOC_THUMB (widget));
  GTK_WIDGET_CLASS (hbk_doc_thumb_parent_class)->unmap (widget);
}

/* ---- Object ---- */

static void
hbk_doc_thumb_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkDocThumb *self = HBK_DOC_THUMB (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_SHA256:
      g_value_set_string (value, self->sha256);
      break;

    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;

    case PROP_SIDE:
      g_value_set_int (value, self->side);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_doc_thumb_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkDocThumb *self = HBK_DOC_THUMB (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)))
        restart (self);
      break;

    case PROP_SHA256:
      hbk_doc_thumb_set_file (self, g_value_get_string (value));
      break;

    case PROP_PAGE:
      self->page = g_value_get_uint (value);
      restart (self);
      break;

    case PROP_SIDE:
      self->side = g_value_get_int (value);
      gtk_image_set_pixel_size (GTK_IMAGE (self->icon), self->side >= 2 * DEFAULT_SIDE ? 32 : 16);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_doc_thumb_dispose (GObject *object)
{
  HbkDocThumb *self = HBK_DOC_THUMB (object);

  stop (self);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_object (&self->texture);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hbk_doc_thumb_parent_class)->dispose (object);
}

static void
hbk_doc_thumb_finalize (GObject *object)
{
  g_free (HBK_DOC_THUMB (object)->sha256);

  G_OBJECT_CLASS (hbk_doc_thumb_parent_class)->finalize (object);
}

static void
hbk_doc_thumb_class_init (HbkDocThumbClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_doc_thumb_dispose;
  object_class->finalize = hbk_doc_thumb_finalize;
  object_class->get_property = hbk_doc_thumb_get_property;
  object_class->set_property = hbk_doc_thumb_set_property;
  widget_class->snapshot = hbk_doc_thumb_snapshot;
  widget_class->measure = hbk_doc_thumb_measure;
  widget_class->size_allocate = hbk_doc_thumb_size_allocate;
  widget_class->map = hbk_doc_thumb_map;
  widget_class->unmap = hbk_doc_thumb_unmap;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HBK_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHA256] = g_param_spec_string ("sha256", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 1, G_MAXUINT, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* The square that the sheet lies in. */
  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, 16, 2048, DEFAULT_SIDE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "docthumb");
  /* What it is a picture of is said beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hbk_doc_thumb_init (HbkDocThumb *self)
{
  self->page = 1;
  self->side = DEFAULT_SIDE;
  self->icon = hbk_icon_new ("text-x-generic-symbolic");
  gtk_widget_add_css_class (self->icon, "dimmed");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
}

/**
 * hbk_doc_thumb_new:
 * @session: (nullable): the session that has the file
 * @sha256: (nullable): the checksum of a file
 * @side: the square that the sheet lies in
 *
 * Makes a thumbnail.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
hbk_doc_thumb_new (HbkSession *session, const char *sha256, int side)
{
  return g_object_new (HBK_TYPE_DOC_THUMB, "session", session, "side", side, "sha256", sha256, NULL);
}

/**
 * hbk_doc_thumb_set_file:
 * @self: a thumbnail
 * @sha256: (nullable): the checksum of a file
 *
 * Shows another file.
 */
void
hbk_doc_thumb_set_file (HbkDocThumb *self, const char *sha256)
{
  g_return_if_fail (HBK_IS_DOC_THUMB (self));

  if (!g_set_str (&self->sha256, sha256))
    return;
  restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHA256]);
}
