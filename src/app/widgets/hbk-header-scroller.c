/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-header-scroller.h"

/**
 * HbkHeaderScroller:
 *
 * Scrolls a widget away before a long list below it scrolls, as if both were one. The list keeps to what can be seen of it, so that it may have any
 * number of items.
 *
 * The value of its own adjustment is what was scrolled of the header and then of the list; the list is as high as all that can be seen, moved down
 * by what is left of the header.
 */
struct _HbkHeaderScroller
{
  GtkWidget parent_instance;

  GtkWidget          *header;
  GtkWidget          *content;
  GtkAdjustment      *hadjustment;
  GtkAdjustment      *vadjustment;
  GtkAdjustment      *content_adjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
  int                 header_height;
  gboolean            is_busy; /* the adjustments are being made to agree */
};

enum {
  PROP_HEADER = 1,
  PROP_CONTENT,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (HbkHeaderScroller, hbk_header_scroller, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
scrolled_cb (HbkHeaderScroller *self)
{
  if (!self->is_busy)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The list scrolled by itself, to the item that has the focus. */
static void
content_scrolled_cb (HbkHeaderScroller *self)
{
  double value = gtk_adjustment_get_value (self->content_adjustment);
  double own;

  if (self->is_busy || self->vadjustment == NULL)
    return;

  own = gtk_adjustment_get_value (self->vadjustment);
  if (value > 0)
    gtk_adjustment_set_value (self->vadjustment, self->header_height + value);
  else if (own > self->header_height)
    gtk_adjustment_set_value (self->vadjustment, self->header_height);
}

static void
content_changed_cb (HbkHeaderScroller *self)
{
  if (!self->is_busy)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (HbkHeaderScroller *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_child (HbkHeaderScroller *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child == NULL)
    return;

  if (place == &self->content)
    {
      gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (child), self->content_adjustment);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
  else
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
}

/* ---- Layout ---- */

static int
measure_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static GtkSizeRequestMode
hbk_header_scroller_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hbk_header_scroller_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  HbkHeaderScroller *self = HBK_HEADER_SCROLLER (widget);
  int                minimums[2] = { 0, 0 }, naturals[2] = { 0, 0 };

  gtk_widget_measure (self->header, orientation, for_size, &minimums[0], &naturals[0], NULL, NULL);
  gtk_widget_measure (self->content, orientation, for_size, &minimums[1], &naturals[1], NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (minimums[0], minimums[1]);
      *natural = MAX (naturals[0], naturals[1]);
    }
  else
    {
      *minimum = 0;
      *natural = naturals[0] + naturals[1];
    }
}

static void
allocate_child (GtkWidget *child, int y, int width, int height)
{
  gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) y)));
}

static void
hbk_header_scroller_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HbkHeaderScroller *self = HBK_HEADER_SCROLLER (widget);
  int                content_height, wanted, visible;
  double             value = gtk_adjustment_get_value (self->vadjustment), upper;

  self->is_busy = TRUE;
  self->header_height = measure_height (self->header, width);
  wanted = measure_height (self->content, width);
  content_height = CLAMP (wanted, 1, height);
  value = MIN (value, MAX (self->header_height + MAX (wanted, content_height) - height, 0));
  visible = MAX (self->header_height - (int) value, 0);
  gtk_adjustment_set_value (self->content_adjustment, MAX (value - self->header_height, 0));
  allocate_child (self->header, visible - self->header_height, width, self->header_height);
  allocate_child (self->content, visible, width, content_height);
  upper = self->header_height + MAX (gtk_adjustment_get_upper (self->content_adjustment), content_height);
  gtk_adjustment_configure (self->vadjustment, value, 0, MAX (upper, height), height * 0.1, height * 0.9, height);
  gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
  self->is_busy = FALSE;
}

/* What has the focus in the header is seen. */
static void
hbk_header_scroller_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  HbkHeaderScroller *self = HBK_HEADER_SCROLLER (widget);
  GtkWidget         *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t    bounds;
  double             value = gtk_adjustment_get_value (self->vadjustment), page = gtk_adjustment_get_page_size (self->vadjustment);

  GTK_WIDGET_CLASS (hbk_header_scroller_parent_class)->set_focus_child (widget, child);
  if (child == NULL || child != self->header || focus == NULL || !gtk_widget_compute_bounds (focus, self->header, &bounds))
    return;

  if (bounds.origin.y < value)
    gtk_adjustment_set_value (self->vadjustment, bounds.origin.y);
  else if (bounds.origin.y + bounds.size.height > value + page)
    gtk_adjustment_set_value (self->vadjustment, bounds.origin.y + bounds.size.height - page);
}

/* ---- Object ---- */

static void
hbk_header_scroller_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkHeaderScroller *self = HBK_HEADER_SCROLLER (object);

  switch (prop_id)
    {
    case PROP_HEADER:
      g_value_set_object (value, self->header);
      break;

    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_header_scroller_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkHeaderScroller *self = HBK_HEADER_SCROLLER (object);

  switch (prop_id)
    {
    case PROP_HEADER:
      set_child (self, &self->header, g_value_get_object (value));
      break;

    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;

    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_header_scroller_dispose (GObject *object)
{
  HbkHeaderScroller *self = HBK_HEADER_SCROLLER (object);

  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->content_adjustment);

  G_OBJECT_CLASS (hbk_header_scroller_parent_class)->dispose (object);
}

static void
hbk_header_scroller_class_init (HbkHeaderScrollerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_header_scroller_dispose;
  object_class->get_property = hbk_header_scroller_get_property;
  object_class->set_property = hbk_header_scroller_set_property;
  widget_class->get_request_mode = hbk_header_scroller_get_request_mode;
  widget_class->measure = hbk_header_scroller_measure;
  widget_class->size_allocate = hbk_header_scroller_size_allocate;
  widget_class->set_focus_child = hbk_header_scroller_set_focus_child;

  properties[PROP_HEADER] = g_param_spec_object ("header", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* A GtkScrollable. */
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
hbk_header_scroller_init (HbkHeaderScroller *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->content_adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->content_adjustment, "value-changed", G_CALLBACK (content_scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content_adjustment, "changed", G_CALLBACK (content_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hbk_header_scroller_scroll_to_content:
 * @self: a scroller
 *
 * Scrolls the header away.
 */
void
hbk_header_scroller_scroll_to_content (HbkHeaderScroller *self)
{
  g_return_if_fail (HBK_IS_HEADER_SCROLLER (self));

  gtk_adjustment_set_value (self->vadjustment, self->header_height);
}
