/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include "app/evidence/hbk-evidence-page.h"
#include "app/overview/hbk-overview-page.h"
#include "app/records/hbk-records-page.h"
#include "app/rules/hbk-rules-page.h"
#include "app/welcome/hbk-rescue-page.h"
#include "app/welcome/hbk-welcome-page.h"
#include "app/widgets/hbk-kept-icons.h"

/* Pages are made when they are first shown, for making all of them would double the time until the window is there; then, while nothing else is to
 * be done, the others follow, so that nobody waits for them either. */

static GType
get_page_type (const char *name)
{
  if (g_str_equal (name, "overview"))
    return HBK_TYPE_OVERVIEW_PAGE;
  if (g_str_equal (name, "records"))
    return HBK_TYPE_RECORDS_PAGE;
  if (g_str_equal (name, "evidence"))
    return HBK_TYPE_EVIDENCE_PAGE;

  return HBK_TYPE_RULES_PAGE;
}

HbkPage *
hbk_main_window_ensure_page (HbkMainWindow *self, const char *name)
{
  AdwBin    *bin = ADW_BIN (adw_view_stack_get_child_by_name (self->pages, name));
  GtkWidget *page = adw_bin_get_child (bin);

  if (page != NULL)
    return HBK_PAGE (page);

  page = g_object_new (get_page_type (name), NULL);
  g_object_bind_property (self->split_view, "collapsed", page, "collapsed", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "year", page, "year", G_BINDING_SYNC_CREATE);
  /* Last, for with it the page shows something. */
  g_object_bind_property (self, "session", page, "session", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (page, "notify::covered", G_CALLBACK (hbk_main_window_update_bar), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (bin, page);

  return HBK_PAGE (page);
}

/* The bar of pages in a narrow window is not there while one thing covers its page: the way back is the way to other pages. */
void
hbk_main_window_update_bar (HbkMainWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->pages);
  GtkWidget *page = bin != NULL ? adw_bin_get_child (ADW_BIN (bin)) : NULL;
  gboolean   is_covered = FALSE;

  if (page != NULL)
    g_object_get (page, "covered", &is_covered, NULL);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, adw_navigation_split_view_get_collapsed (self->split_view) && !is_covered);
}

/* One at a time, so that what the person does comes between. */
static gboolean
make_page_cb (gpointer data)
{
  HbkMainWindow *self = data;
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->pages);

  hbk_kept_icons_hold (GTK_WIDGET (self));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      if (adw_bin_get_child (ADW_BIN (adw_view_stack_page_get_child (page))) == NULL)
        {
          hbk_main_window_ensure_page (self, adw_view_stack_page_get_name (page));
          return G_SOURCE_CONTINUE;
        }
    }
  self->pages_source = 0;

  return G_SOURCE_REMOVE;
}

void
hbk_main_window_make_pages_later (HbkMainWindow *self)
{
  if (self->pages_source == 0)
    self->pages_source = g_idle_add_full (G_PRIORITY_LOW, make_page_cb, self, NULL);
}

void
hbk_main_window_ensure_phase (HbkMainWindow *self, const char *name)
{
  AdwBin    *bin;
  GtkWidget *page;

  if (!g_str_equal (name, "welcome") && !g_str_equal (name, "rescue"))
    return;

  bin = ADW_BIN (gtk_stack_get_child_by_name (self->phases, name));
  if (adw_bin_get_child (bin) != NULL)
    return;

  page = g_object_new (g_str_equal (name, "welcome") ? HBK_TYPE_WELCOME_PAGE : HBK_TYPE_RESCUE_PAGE, NULL);
  g_object_bind_property (self, "session", page, "session", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (bin, page);
}
