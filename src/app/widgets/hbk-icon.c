/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-icon.h"

/**
 * hbk_icon_new:
 * @icon_name: a symbolic icon
 *
 * Makes an image that only shows what words beside it say: a screen reader passes over it.
 *
 * Returns: (transfer floating): the image
 */
GtkWidget *
hbk_icon_new (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}
