/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-file-menu.h"

#include <glib/gi18n.h>

static void
append (GMenu *menu, const char *label, const char *action, const char *sha256)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", sha256);
  g_menu_append_item (menu, item);
}

/**
 * hbk_file_menu_new:
 * @sha256: the checksum of a file
 * @is_loose: it proves no record
 *
 * Makes the menu of a file, with actions of the evidence page.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
hbk_file_menu_new (const char *sha256, gboolean is_loose)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) assign = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  append (open, _("_Show"), "evidence.open", sha256);
  append (open, _("_Open With Another Application"), "evidence.launch", sha256);
  append (open, _("_Save a Copy…"), "evidence.save", sha256);
  append (assign, _("_Assign to Record…"), "evidence.choose", sha256);
  append (assign, _("Document _Type…"), "evidence.document", sha256);
  append (assign, _("Se_lect"), "evidence.pick", sha256);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (assign));
  /* What proves something is taken off the record first. */
  if (is_loose)
    {
      append (remove, _("Move to _Trash"), "evidence.remove", sha256);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
    }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
