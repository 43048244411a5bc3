/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-main-window.h"
#include "app/window/hbk-page.h"
#include "app/window/hbk-sidebar.h"

G_BEGIN_DECLS

/* For the files that make up the class, hbk-main-window*.c, and no others. */

/**
 * HbkMainWindow:
 *
 * The window: sidebar and pages, or the welcome, or the rescue. Pages ask for what they want through its actions.
 */
struct _HbkMainWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay        *toasts;
  GtkStack               *phases;
  AdwNavigationSplitView *split_view;
  AdwViewStack           *pages;
  HbkSidebar             *sidebar;
  AdwViewSwitcherBar     *switcher_bar;
  AdwBanner              *banner;

  HbkSession   *session;
  GSignalGroup *session_signals;
  GSettings    *settings;
  AdwToast     *toast; /* the one that is shown */
  int           year;
  guint         day_source;
  guint         pages_source;
  guint         leave_source;
  gboolean      is_leaving;       /* as soon as the last dialog is closed */
  gboolean      wants_new_record; /* as soon as there is a state */
  char         *record_to_show;   /* the same */
  char         *text_to_find;     /* the same */
  GFile        *file_to_open;     /* as soon as the library is open, or cannot be */

  /* While a sample is shown: what is come back to. */
  HbkSession *own_session;
  char       *own_page;
  int         own_year;
};

/* hbk-main-window-pages.c */
HbkPage *hbk_main_window_ensure_page (HbkMainWindow *self, const char *name);
void     hbk_main_window_ensure_phase (HbkMainWindow *self, const char *name);
void     hbk_main_window_update_bar (HbkMainWindow *self);
void     hbk_main_window_make_pages_later (HbkMainWindow *self);

/* hbk-main-window-navigation.c */
void hbk_main_window_install_navigation (GtkWidgetClass *widget_class);

/* hbk-main-window-dialogs.c */
void hbk_main_window_install_dialogs (GtkWidgetClass *widget_class);

/* hbk-main-window-modal.c */
void hbk_main_window_leave_dialogs (HbkMainWindow *self);
void hbk_main_window_update_dialogs (HbkMainWindow *self);

/* hbk-main-window-requests.c */
void hbk_main_window_install_requests (GtkWidgetClass *widget_class);
void hbk_main_window_show_toast (HbkMainWindow *self, AdwToast *toast);

/* hbk-main-window-person.c */
void hbk_main_window_install_person (GtkWidgetClass *widget_class);

/* hbk-main-window-sample.c */
void hbk_main_window_install_sample (GtkWidgetClass *widget_class);
void hbk_main_window_update_banner (HbkMainWindow *self);
void hbk_main_window_drop_sample (HbkMainWindow *self);

G_END_DECLS
