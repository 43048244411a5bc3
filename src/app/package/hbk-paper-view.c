/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-paper-view.h"

/**
 * HbkPaperView:
 *
 * A page of paper, as wide as there is room, and as high as it has to be.
 */
struct _HbkPaperView
{
  GtkWidget parent_instance;

  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (HbkPaperView, hbk_paper_view, GTK_TYPE_WIDGET)

static void
hbk_paper_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  HbkPaperView *self = HBK_PAPER_VIEW (widget);

  *minimum = *natural = 0;
  if (self->texture == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = gdk_texture_get_width (self->texture);
  else if (for_size > 0)
    *minimum = *natural = for_size * gdk_texture_get_height (self->texture) / gdk_texture_get_width (self->texture);
}

static GtkSizeRequestMode
hbk_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hbk_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HbkPaperView   *self = HBK_PAPER_VIEW (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));

  /* Small print on a small screen stays as clear as it can be. */
  if (self->texture != NULL)
    gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR, &bounds);
}

static void
hbk_paper_view_finalize (GObject *object)
{
  g_clear_object (&HBK_PAPER_VIEW (object)->texture);

  G_OBJECT_CLASS (hbk_paper_view_parent_class)->finalize (object);
}

static void
hbk_paper_view_class_init (HbkPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_paper_view_finalize;
  widget_class->measure = hbk_paper_view_measure;
  widget_class->get_request_mode = hbk_paper_view_get_request_mode;
  widget_class->snapshot = hbk_paper_view_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hbk_paper_view_init (HbkPaperView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hbk_paper_view_set:
 * @self: a view
 * @texture: the page
 * @words: what is on it, for who does not see it
 *
 * Shows a page.
 */
void
hbk_paper_view_set (HbkPaperView *self, GdkTexture *texture, const char *words)
{
  g_return_if_fail (HBK_IS_PAPER_VIEW (self) && GDK_IS_TEXTURE (texture));

  g_set_object (&self->texture, texture);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
