/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-done-page.h"

#include <glib/gi18n.h>

#include "app/package/hbk-package-next-group.h"
#include "app/widgets/hbk-tile.h"
#include "app/window/hbk-perform.h"

/**
 * HbkPackageDonePage:
 *
 * The last page of the assistant: where the package is, how to know it again, and what comes next.
 */
struct _HbkPackageDonePage
{
  AdwNavigationPage parent_instance;

  GtkLabel            *about_label;
  GtkWidget           *print_button;
  AdwActionRow        *hand_in_row;
  HbkTile             *hand_in_tile;
  GtkWidget           *hand_in_button;
  AdwActionRow        *checksum_row;
  GtkButton           *copy_button;
  AdwPreferencesGroup *next_group;

  HbkPackageCheck *check;
  GFile           *file;
  char            *sha256;
};

G_DEFINE_FINAL_TYPE (HbkPackageDonePage, hbk_package_done_page, ADW_TYPE_NAVIGATION_PAGE)

/* Whoever has closed the dialog meanwhile is not told any more. */
static void
report (HbkPackageDonePage *self, const char *heading, const GError *error)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hbk_perform_report (GTK_WIDGET (self), heading, error);
}

/* ---- Folder ---- */

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPackageDonePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    report (self, _("The Folder Cannot Be Shown"), error);
}

static void
folder_cb (HbkPackageDonePage *self)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (self->file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, folder_shown_cb, g_object_ref (self));
}

/* ---- Printing: straight to the printer, so that no second file with personal data lies about ---- */

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPackageDonePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error))
    report (self, _("The Form Was Not Printed"), error);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPackageDonePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    report (self, _("The Form Was Not Printed"), error);
  else
    g_output_stream_close_async (G_OUTPUT_STREAM (source), G_PRIORITY_DEFAULT, NULL, closed_cb, g_object_ref (self));
}

/* A form on its way to the printer. */
typedef struct
{
  HbkPackageDonePage *page;
  GBytes             *bytes;
} Printing;

static void
printer_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Printing *printing = user_data;
  g_autoptr (HbkPackageDonePage) self = printing->page;
  g_autoptr (GBytes) bytes = printing->bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (source), result, &error);

  if (stream == NULL)
    {
      report (self, _("The Form Was Not Printed"), error);
      return;
    }

  /* The bytes live as long as the stream, which is held until they are written. */
  g_object_set_data_full (G_OBJECT (stream), "form", g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), G_PRIORITY_DEFAULT, NULL, printed_cb, g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkPackageDonePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hbk_form_bytes_finish (result, &error);
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();
  Printing *printing;

  gtk_widget_set_sensitive (self->print_button, TRUE);
  if (bytes == NULL)
    report (self, _("The Form Was Not Printed"), error);
  if (bytes == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  printing = g_new0 (Printing, 1);
  printing->page = g_object_ref (self);
  printing->bytes = g_steal_pointer (&bytes);
  gtk_print_dialog_set_title (dialog, _("Print the Form"));
  gtk_print_dialog_print (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, printer_chosen_cb, printing);
}

static void
print_cb (HbkPackageDonePage *self)
{
  gtk_widget_set_sensitive (self->print_button, FALSE);
  hbk_form_bytes_async (self->check, written_cb, g_object_ref (self));
}

/* ---- Checksum ---- */

static void
copy_cb (HbkPackageDonePage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->sha256);
  gtk_button_set_icon_name (self->copy_button, "object-select-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button), _("Copied"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* ---- Handing in ---- */

static void
hand_in_cb (HbkPackageDonePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "package.hand-in", NULL);
}

/* ---- Object ---- */

static void
hbk_package_done_page_finalize (GObject *object)
{
  HbkPackageDonePage *self = HBK_PACKAGE_DONE_PAGE (object);

  g_clear_pointer (&self->check, hbk_package_check_unref);
  g_clear_object (&self->file);
  g_free (self->sha256);

  G_OBJECT_CLASS (hbk_package_done_page_parent_class)->finalize (object);
}

static void
hbk_package_done_page_class_init (HbkPackageDonePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_package_done_page_finalize;

  g_type_ensure (HBK_TYPE_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-package-done-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDonePage, about_label);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDonePage, print_button);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDonePage, hand_in_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDonePage, hand_in_tile);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDonePage, hand_in_button);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDonePage, checksum_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDonePage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageDonePage, next_group);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
hbk_package_done_page_init (HbkPackageDonePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_package_done_page_show:
 * @self: a new page
 * @check: what is in the package
 * @made: the package
 *
 * Shows a package that was made.
 */
void
hbk_package_done_page_show (HbkPackageDonePage *self, HbkPackageCheck *check, const HbkPackageMade *made)
{
  g_autofree char *name = NULL;
  g_autofree char *size = NULL;
  g_autofree char *about = NULL;

  g_return_if_fail (HBK_IS_PACKAGE_DONE_PAGE (self) && self->check == NULL && check != NULL && made != NULL);

  self->check = hbk_package_check_ref (check);
  self->file = g_file_new_for_path (made->path);
  self->sha256 = g_strdup (made->done.sha256);
  name = g_filename_display_basename (made->path);
  size = g_format_size (made->done.size);
  about = g_strdup_printf ("%s · %s", name, size);
  gtk_label_set_text (self->about_label, about);
  if (check->choices->form == HBK_PACKAGE_FOLDER)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->checksum_row), _("Checksum (SHA-256) of tagmanifest-sha256.txt"));
  adw_action_row_set_subtitle (self->checksum_row, made->done.sha256);
  hbk_package_next_group_fill (self->next_group, check->submission);
}

/**
 * hbk_package_done_page_set_handed_in:
 * @self: a page that shows a package
 * @handed_in: whether its year is marked as handed in
 *
 * Says whether the year is marked as handed in.
 */
void
hbk_package_done_page_set_handed_in (HbkPackageDonePage *self, HbkHandedIn handed_in)
{
  g_autofree char *done = NULL;
  g_autofree char *open = NULL;
  gboolean         is_done = handed_in == HBK_HANDED_IN_DONE;

  g_return_if_fail (HBK_IS_PACKAGE_DONE_PAGE (self) && self->check != NULL);

  done = g_strdup_printf (_("%d is marked as handed in"), self->check->choices->year);
  open = g_strdup_printf (_("%d is not marked as handed in"), self->check->choices->year);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hand_in_row), is_done ? done : open);
  adw_action_row_set_subtitle (self->hand_in_row, is_done ? _("with this checksum; a later change needs a reason, and the overview can open it again") : _("It stays open, and nothing says which package was handed in."));
  g_object_set (self->hand_in_tile, "kind", is_done ? HBK_TONE_GOOD : HBK_TONE_NEUTRAL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hand_in_row), handed_in != HBK_HANDED_IN_NEVER);
  gtk_widget_set_visible (self->hand_in_button, !is_done);
  gtk_widget_set_sensitive (self->hand_in_button, handed_in == HBK_HANDED_IN_POSSIBLE);
}
