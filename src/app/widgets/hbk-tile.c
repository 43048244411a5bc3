/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-tile.h"

enum {
  PROP_ICON_NAME = 1,
  PROP_KIND,
  N_PROPS
};

/**
 * HbkTile:
 *
 * An icon on a small square in the colour of its subject. It only repeats what words beside it say.
 */
struct _HbkTile
{
  AdwBin parent_instance;

  GtkImage *image;
  HbkTone   kind;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkTile, hbk_tile, ADW_TYPE_BIN)

static void
hbk_tile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkTile *self = HBK_TILE (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->image));
      break;

    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_tile_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkTile *self = HBK_TILE (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      if (g_strcmp0 (gtk_image_get_icon_name (self->image), g_value_get_string (value)) == 0)
        return;
      gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
      break;

    case PROP_KIND:
      if ((int) self->kind == g_value_get_enum (value))
        return;
      gtk_widget_remove_css_class (GTK_WIDGET (self), hbk_tone_get_css_class (self->kind));
      self->kind = (HbkTone) g_value_get_enum (value);
      gtk_widget_add_css_class (GTK_WIDGET (self), hbk_tone_get_css_class (self->kind));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_tile_class_init (HbkTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hbk_tile_get_property;
  object_class->set_property = hbk_tile_set_property;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, HBK_TYPE_TONE, HBK_TONE_NEUTRAL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hbk_tile_init (HbkTile *self)
{
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->image));
  gtk_widget_add_css_class (GTK_WIDGET (self), "hbk-tile");
  gtk_widget_add_css_class (GTK_WIDGET (self), hbk_tone_get_css_class (HBK_TONE_NEUTRAL));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * hbk_tile_new:
 * @icon_name: the icon
 * @kind: its colour
 *
 * Makes a tile.
 *
 * Returns: (transfer floating): the tile
 */
GtkWidget *
hbk_tile_new (const char *icon_name, HbkTone kind)
{
  return g_object_new (HBK_TYPE_TILE, "icon-name", icon_name, "kind", kind, NULL);
}
