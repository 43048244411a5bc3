/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-kept-icons.h"

/* GTK_ICON_SIZE_NORMAL; the few that are drawn larger do not turn the cache over. */
#define ICON_SIZE 16

static GQuark
get_quark (int scale)
{
  g_autofree char *name = g_strdup_printf ("hbk-kept-icons-%d", scale);

  return g_quark_from_string (name);
}

/**
 * hbk_kept_icons_hold:
 * @widget: a widget that is on a display
 *
 * Holds every icon of the application as long as the display lasts. GTK 4.18 keeps only the hundred looked up last, and lets go of the
 * others in whichever thread looks one up or loads one, while the main thread may be taking the same icon out of the cache: it gets one that
 * is just being finalised. A list with an icon in each row turns those hundred over all the time.
 */
void
hbk_kept_icons_hold (GtkWidget *widget)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  int           scale = gtk_widget_get_scale_factor (widget);
  g_autoptr (GBytes) list = NULL;
  g_auto (GStrv) names = NULL;
  GPtrArray *icons;

  if (g_object_get_qdata (G_OBJECT (theme), get_quark (scale)) != NULL)
    return;

  list = g_resources_lookup_data ("/io/github/hourbook/Hourbook/icon-names", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_if_fail (list != NULL);

  names = g_strsplit (g_bytes_get_data (list, NULL), "\n", -1);
  icons = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      {
        g_autoptr (GIcon) icon = g_themed_icon_new (names[i]);

        /* The fallbacks of the name and the flag are part of what the cache goes by; so asks an image. */
        g_ptr_array_add (icons, gtk_icon_theme_lookup_by_gicon (theme, icon, ICON_SIZE, scale, gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_PRELOAD));
      }

  g_object_set_qdata_full (G_OBJECT (theme), get_quark (scale), icons, (GDestroyNotify) g_ptr_array_unref);
}
