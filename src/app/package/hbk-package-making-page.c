/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-making-page.h"

#include <glib/gi18n.h>

/* How often the bar moves while nobody knows how far it is. */
#define PULSE_MS 120

/**
 * HbkPackageMakingPage:
 *
 * The fourth page of the assistant: how far the package has come, or why it was not made.
 */
struct _HbkPackageMakingPage
{
  AdwNavigationPage parent_instance;

  GtkStack       *stack;
  GtkProgressBar *bar;
  GtkLabel       *failure_label;

  HbkOperation *operation;
  guint         pulse_source;
};

G_DEFINE_FINAL_TYPE (HbkPackageMakingPage, hbk_package_making_page, ADW_TYPE_NAVIGATION_PAGE)

static void
fraction_changed_cb (HbkPackageMakingPage *self)
{
  double fraction = self->operation != NULL ? hbk_operation_get_fraction (self->operation) : -1;

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
}

static gboolean
pulse_cb (gpointer data)
{
  HbkPackageMakingPage *self = data;

  if (hbk_operation_get_fraction (self->operation) < 0)
    gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

static void
hbk_package_making_page_dispose (GObject *object)
{
  hbk_package_making_page_end (HBK_PACKAGE_MAKING_PAGE (object));

  G_OBJECT_CLASS (hbk_package_making_page_parent_class)->dispose (object);
}

static void
hbk_package_making_page_class_init (HbkPackageMakingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_package_making_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-package-making-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPackageMakingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageMakingPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageMakingPage, failure_label);
}

static void
hbk_package_making_page_init (HbkPackageMakingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_package_making_page_begin:
 * @self: a page
 * @operation: what has begun
 *
 * Shows how far it has come. Until it is over there is no way back but to cancel it.
 */
void
hbk_package_making_page_begin (HbkPackageMakingPage *self, HbkOperation *operation)
{
  g_return_if_fail (HBK_IS_PACKAGE_MAKING_PAGE (self) && HBK_IS_OPERATION (operation));

  hbk_package_making_page_end (self);
  self->operation = g_object_ref (operation);
  g_signal_connect_object (operation, "notify::fraction", G_CALLBACK (fraction_changed_cb), self, G_CONNECT_SWAPPED);
  self->pulse_source = g_timeout_add (PULSE_MS, pulse_cb, self);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "making");
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
}

/**
 * hbk_package_making_page_end:
 * @self: a page
 *
 * Lets go of what is over.
 */
void
hbk_package_making_page_end (HbkPackageMakingPage *self)
{
  g_return_if_fail (HBK_IS_PACKAGE_MAKING_PAGE (self));

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  if (self->operation != NULL)
    g_signal_handlers_disconnect_by_func (self->operation, fraction_changed_cb, self);
  g_clear_object (&self->operation);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
}

/**
 * hbk_package_making_page_fail:
 * @self: a page
 * @error: why it was not made
 *
 * Says what happened, and that nothing is half done.
 */
void
hbk_package_making_page_fail (HbkPackageMakingPage *self, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HBK_IS_PACKAGE_MAKING_PAGE (self) && error != NULL);

  hbk_package_making_page_end (self);
  text = g_strdup_printf ("%s\n\n%s", error->message, _("Nothing of it was left behind, and your logbook is as it was."));
  gtk_label_set_text (self->failure_label, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}
