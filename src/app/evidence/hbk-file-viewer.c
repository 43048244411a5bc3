/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-file-viewer.h"

#include <glib/gi18n.h>

#include "app/evidence/hbk-file-actions.h"
#include "app/evidence/hbk-file-info.h"
#include "app/evidence/hbk-page-view.h"

/**
 * HbkFileViewer:
 *
 * A file of evidence, large: its pages, what is known of it, and what can be done with it.
 */
struct _HbkFileViewer
{
  AdwDialog parent_instance;

  AdwOverlaySplitView *split_view;
  AdwWindowTitle      *window_title;
  HbkPageView         *page_view;
  HbkFileInfo         *info;
  GtkWidget           *pages_box;
  GtkLabel            *page_label;
  GtkWidget           *info_button;
  GtkWidget           *content_header;

  HbkSession  *session;
  char        *sha256;
  HbkFileFault fault;
  guint        page;
};

G_DEFINE_FINAL_TYPE (HbkFileViewer, hbk_file_viewer, ADW_TYPE_DIALOG)

static const HbkEvidenceFile *
find_file (HbkFileViewer *self)
{
  HbkState *state = hbk_session_get_state (self->session);

  return state != NULL ? hbk_state_lookup_file (state, self->sha256) : NULL;
}

static void
show_page (HbkFileViewer *self, guint page)
{
  const HbkEvidenceFile *file = find_file (self);
  guint                  n = file != NULL ? MAX (file->pages, 1) : 1;
  g_autofree char       *text = NULL;

  self->page = CLAMP (page, 1, n);
  /* Translators: a page, and how many there are */
  text = g_strdup_printf (_("Page %1$u of %2$u"), self->page, n);
  gtk_label_set_text (self->page_label, text);
  gtk_widget_set_visible (self->pages_box, n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "viewer.previous-page", self->page > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "viewer.next-page", self->page < n);
  hbk_page_view_show (self->page_view, self->session, self->sha256, self->page);
}

static void
state_changed_cb (HbkFileViewer *self)
{
  HbkState              *state = hbk_session_get_state (self->session);
  const HbkEvidenceFile *file = find_file (self);
  g_autofree char       *serial = NULL;

  /* It was moved to the trash. */
  if (file == NULL)
    {
      /* Of the next state it need not hear. */
      g_signal_handlers_disconnect_by_func (self->session, state_changed_cb, self);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  serial = hbk_evidence_file_dup_serial (file);
  adw_dialog_set_title (ADW_DIALOG (self), file->name);
  adw_window_title_set_title (self->window_title, file->name);
  adw_window_title_set_subtitle (self->window_title, serial);
  hbk_file_info_show (self->info, state, self->sha256, self->fault);
}

/* ---- Actions ---- */

static void
page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkFileViewer *self = HBK_FILE_VIEWER (widget);

  show_page (self, g_str_equal (action, "viewer.next-page") ? self->page + 1 : self->page - 1);
}

static void
assign_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkFileViewer    *self = HBK_FILE_VIEWER (widget);
  const char *const sha256s[] = { self->sha256, NULL };

  hbk_file_actions_assign (widget, self->session, sha256s);
}

static void
document_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkFileViewer    *self = HBK_FILE_VIEWER (widget);
  const char *const sha256s[] = { self->sha256, NULL };

  hbk_file_actions_set_document (widget, self->session, sha256s);
}

static void
detach_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkFileViewer *self = HBK_FILE_VIEWER (widget);

  hbk_file_actions_detach (widget, self->session, self->sha256, g_variant_get_string (parameter, NULL));
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkFileViewer    *self = HBK_FILE_VIEWER (widget);
  const char *const sha256s[] = { self->sha256, NULL };

  hbk_file_actions_remove (widget, self->session, sha256s);
}

static void
launch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkFileViewer *self = HBK_FILE_VIEWER (widget);

  hbk_file_actions_launch (widget, self->session, self->sha256);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkFileViewer *self = HBK_FILE_VIEWER (widget);

  hbk_file_actions_save (widget, self->session, self->sha256);
}

static void
show_record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (GVariant) id = g_variant_ref (parameter);

  adw_dialog_close (ADW_DIALOG (widget));
  gtk_widget_activate_action_variant (window, "win.show-record", id);
}

static void
hbk_file_viewer_dispose (GObject *object)
{
  HbkFileViewer *self = HBK_FILE_VIEWER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HBK_TYPE_FILE_VIEWER);

  G_OBJECT_CLASS (hbk_file_viewer_parent_class)->dispose (object);
}

static void
hbk_file_viewer_finalize (GObject *object)
{
  g_free (HBK_FILE_VIEWER (object)->sha256);

  G_OBJECT_CLASS (hbk_file_viewer_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "viewer.previous-page", NULL, page_cb);
  gtk_widget_class_install_action (widget_class, "viewer.next-page", NULL, page_cb);
  gtk_widget_class_install_action (widget_class, "viewer.assign", NULL, assign_cb);
  gtk_widget_class_install_action (widget_class, "viewer.document", NULL, document_cb);
  gtk_widget_class_install_action (widget_class, "viewer.detach", "s", detach_cb);
  gtk_widget_class_install_action (widget_class, "viewer.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "viewer.launch", NULL, launch_cb);
  gtk_widget_class_install_action (widget_class, "viewer.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "viewer.show-record", "s", show_record_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "viewer.previous-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "viewer.next-page", NULL);
}

static void
hbk_file_viewer_class_init (HbkFileViewerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_file_viewer_dispose;
  object_class->finalize = hbk_file_viewer_finalize;

  g_type_ensure (HBK_TYPE_FILE_INFO);
  g_type_ensure (HBK_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-file-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkFileViewer, split_view);
  gtk_widget_class_bind_template_child (widget_class, HbkFileViewer, window_title);
  gtk_widget_class_bind_template_child (widget_class, HbkFileViewer, page_view);
  gtk_widget_class_bind_template_child (widget_class, HbkFileViewer, info);
  gtk_widget_class_bind_template_child (widget_class, HbkFileViewer, pages_box);
  gtk_widget_class_bind_template_child (widget_class, HbkFileViewer, page_label);
  gtk_widget_class_bind_template_child (widget_class, HbkFileViewer, info_button);
  gtk_widget_class_bind_template_child (widget_class, HbkFileViewer, content_header);
  install_actions (widget_class);
}

static void
hbk_file_viewer_init (HbkFileViewer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_file_viewer_new:
 * @session: the session that has the file
 * @sha256: the checksum of a file
 * @fault: what is wrong with it on the disk
 *
 * Makes a viewer. It closes by itself when the file goes.
 *
 * Returns: (transfer floating): the viewer
 */
HbkFileViewer *
hbk_file_viewer_new (HbkSession *session, const char *sha256, HbkFileFault fault)
{
  HbkFileViewer *self = g_object_new (HBK_TYPE_FILE_VIEWER, NULL);

  self->session = g_object_ref (session);
  self->sha256 = g_strdup (sha256);
  self->fault = fault;
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  state_changed_cb (self);
  show_page (self, 1);

  return self;
}
