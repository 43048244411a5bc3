/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/evidence/hbk-file-cell.h"

#include "app/widgets/hbk-doc-thumb.h"

/**
 * HbkFileCell:
 *
 * A file in the grid: its first page, its name, and where it belongs or what is wrong with it.
 */
struct _HbkFileCell
{
  AdwBin parent_instance;

  GtkWidget   *check;
  HbkSession  *session;
  HbkFileItem *item;
  gboolean     is_selecting;
};

enum {
  PROP_SESSION = 1,
  PROP_ITEM,
  PROP_SELECTING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkFileCell, hbk_file_cell, ADW_TYPE_BIN)

static void
set_item (HbkFileCell *self, HbkFileItem *item)
{
  g_autofree char *name = NULL;

  if (!g_set_object (&self->item, item) || item == NULL)
    return;

  g_object_get (item, "name", &name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
open_menu (HbkFileCell *self, double x, double y)
{
  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "evidence.menu", "(sdd)", hbk_file_item_get_sha256 (self->item), x, y);
}

static void
pressed_cb (HbkFileCell *self, int n_press, double x, double y)
{
  graphene_point_t point;
  GtkWidget       *page = gtk_widget_get_ancestor (GTK_WIDGET (self), g_type_from_name ("HbkEvidencePage"));

  if (page != NULL && gtk_widget_compute_point (GTK_WIDGET (self), page, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    open_menu (self, (double) point.x, (double) point.y);
}

static void
long_pressed_cb (HbkFileCell *self, double x, double y)
{
  pressed_cb (self, 1, x, y);
}

static void
hbk_file_cell_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkFileCell *self = HBK_FILE_CELL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    case PROP_SELECTING:
      g_value_set_boolean (value, self->is_selecting);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_file_cell_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkFileCell *self = HBK_FILE_CELL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_set_object (&self->session, g_value_get_object (value));
      break;

    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;

    case PROP_SELECTING:
      self->is_selecting = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_file_cell_dispose (GObject *object)
{
  HbkFileCell *self = HBK_FILE_CELL (object);

  g_clear_object (&self->session);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (hbk_file_cell_parent_class)->dispose (object);
}

static void
hbk_file_cell_class_init (HbkFileCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_file_cell_dispose;
  object_class->get_property = hbk_file_cell_get_property;
  object_class->set_property = hbk_file_cell_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HBK_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HBK_TYPE_FILE_ITEM, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* Whether the person is about to select several. */
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HBK_TYPE_DOC_THUMB);
  g_type_ensure (HBK_TYPE_FILE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-file-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkFileCell, check);
}

static void
hbk_file_cell_init (HbkFileCell *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *hold = gtk_gesture_long_press_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
}
