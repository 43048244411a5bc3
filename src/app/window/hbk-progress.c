/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-progress.h"

#include <glib/gi18n.h>

/* What is done sooner than this needs no progress. */
#define PATIENCE_MS 400
/* How often the bar moves while nobody knows how far it is. */
#define PULSE_MS 120

struct _HbkProgress
{
  AdwToastOverlay *toasts;
  HbkOperation    *operation;
  AdwToast        *toast;
  GtkProgressBar  *bar;
  guint            source;
};

static gboolean
pulse_cb (gpointer data)
{
  HbkProgress *self = data;

  if (hbk_operation_get_fraction (self->operation) < 0)
    gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

static void
fraction_changed_cb (GtkProgressBar *bar, GParamSpec *pspec, HbkOperation *operation)
{
  double fraction = hbk_operation_get_fraction (operation);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (bar, fraction);
}

static void
stop_cb (HbkOperation *operation)
{
  hbk_operation_cancel (operation);
}

static gboolean
show_cb (gpointer data)
{
  HbkProgress *self = data;
  GtkWidget   *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget   *label = gtk_label_new (hbk_operation_get_title (self->operation));
  GtkWidget   *bar = gtk_progress_bar_new ();

  self->bar = GTK_PROGRESS_BAR (bar);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, hbk_operation_get_title (self->operation), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  g_signal_connect_object (self->operation, "notify::fraction", G_CALLBACK (fraction_changed_cb), bar, G_CONNECT_SWAPPED);
  fraction_changed_cb (self->bar, NULL, self->operation);
  self->source = g_timeout_add (PULSE_MS, pulse_cb, self);

  self->toast = g_object_ref_sink (adw_toast_new (""));
  adw_toast_set_custom_title (self->toast, box);
  adw_toast_set_timeout (self->toast, 0);
  adw_toast_set_priority (self->toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (self->toast, _("Cancel"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (stop_cb), self->operation, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));

  return G_SOURCE_REMOVE;
}

/**
 * hbk_progress_new:
 * @toasts: where it is shown
 * @operation: what has begun
 *
 * Begins to show how far an operation has come, unless it is over first.
 *
 * Returns: (transfer full): the progress
 */
HbkProgress *
hbk_progress_new (AdwToastOverlay *toasts, HbkOperation *operation)
{
  HbkProgress *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (toasts) && HBK_IS_OPERATION (operation), NULL);

  self = g_new0 (HbkProgress, 1);
  self->toasts = g_object_ref (toasts);
  self->operation = g_object_ref (operation);
  self->source = g_timeout_add (PATIENCE_MS, show_cb, self);

  return self;
}

/**
 * hbk_progress_free:
 * @self: (transfer full) (nullable): a progress
 *
 * Shows it no longer, because the operation is over.
 */
void
hbk_progress_free (HbkProgress *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  g_object_unref (self->operation);
  g_object_unref (self->toasts);
  g_free (self);
}
