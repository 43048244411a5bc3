/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-contents-page.h"

#include <glib/gi18n.h>

#include "app/package/hbk-paper-view.h"
#include "app/widgets/hbk-plain-row.h"
#include "submission/hbk-form-layout.h"
#include "words/hbk-locale.h"

/**
 * HbkPackageContentsPage:
 *
 * The third page of the assistant: what would be in the package, and what its form looks like.
 */
struct _HbkPackageContentsPage
{
  AdwNavigationPage parent_instance;

  GtkStack       *stack;
  HbkPaperView   *paper_view;
  GtkLabel       *pages_label;
  AdwActionRow   *failure_row;
  AdwActionRow   *form_row;
  GtkWidget      *binder_row;
  AdwExpanderRow *files_row;
  GtkLabel       *size_label;

  HbkPackageCheck *check;
  GPtrArray       *rows; /* of files; made when they are looked at */
};

G_DEFINE_FINAL_TYPE (HbkPackageContentsPage, hbk_package_contents_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Files ---- */

static void
add_files (HbkPackageContentsPage *self, const HbkSubmissionEntry *entry)
{
  for (guint i = 0; i < entry->files->len; i++)
    {
      const HbkSubmissionFile *file = g_ptr_array_index (entry->files, i);
      g_autofree char         *title = g_strdup_printf ("%s %s", file->number, file->title);
      g_autofree char         *size = g_format_size (file->file->size);
      const char              *record = hbk_record_get_title (entry->result->record);
      g_autofree char         *about = record != NULL ? g_strdup_printf ("%s · %s", record, size) : g_strdup (size);
      GtkWidget               *row = hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, about, "title-lines", 2, "subtitle-lines", 0, NULL);

      adw_expander_row_add_row (self->files_row, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
clear_files (HbkPackageContentsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->files_row, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
files_expanded_cb (HbkPackageContentsPage *self)
{
  if (!adw_expander_row_get_expanded (self->files_row) || self->check == NULL || self->rows->len > 0)
    return;

  for (guint i = 0; i < self->check->submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (self->check->submission->years, i);

      for (guint j = 0; j < year->entries->len; j++)
        add_files (self, g_ptr_array_index (year->entries, j));
    }
}

/* ---- In words ---- */

static void
show_files (HbkPackageContentsPage *self)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u Evidence File", "%u Evidence Files", self->check->n_files), self->check->n_files);

  clear_files (self);
  adw_expander_row_set_expanded (self->files_row, FALSE);
  adw_expander_row_set_enable_expansion (self->files_row, self->check->n_files > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->files_row), self->check->n_files > 0 ? title : _("No Evidence Files"));
  adw_expander_row_set_subtitle (self->files_row, self->check->n_files > 0 ? _("unchanged, in folders that are numbered as on the form") : _("Evidence on paper is handed in beside it."));
}

static void
show_size (HbkPackageContentsPage *self)
{
  /* The binder has all of it once more. */
  g_autofree char *size = g_format_size (self->check->choices->with_binder ? 2 * self->check->size : self->check->size);
  /* Translators: "2.3 MB" */
  g_autofree char *text = g_strdup_printf (_("about %s of evidence"), size);

  gtk_label_set_text (self->size_label, self->check->n_files > 0 ? text : "");
}

static const char *
get_form_title (HbkPackageContentsPage *self)
{
  const HbkPack *pack = hbk_submission_get_pack (self->check->submission);

  return hbk_form_layout_get_title (hbk_form_layout_find (pack), pack);
}

/* ---- Object ---- */

static void
hbk_package_contents_page_finalize (GObject *object)
{
  HbkPackageContentsPage *self = HBK_PACKAGE_CONTENTS_PAGE (object);

  g_clear_pointer (&self->check, hbk_package_check_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (hbk_package_contents_page_parent_class)->finalize (object);
}

static void
hbk_package_contents_page_class_init (HbkPackageContentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_package_contents_page_finalize;

  g_type_ensure (HBK_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-package-contents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPackageContentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageContentsPage, paper_view);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageContentsPage, pages_label);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageContentsPage, failure_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageContentsPage, form_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageContentsPage, binder_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageContentsPage, files_row);
  gtk_widget_class_bind_template_child (widget_class, HbkPackageContentsPage, size_label);
  gtk_widget_class_bind_template_callback (widget_class, files_expanded_cb);
}

static void
hbk_package_contents_page_init (HbkPackageContentsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_package_contents_page_set_check:
 * @self: a page
 * @check: the check
 *
 * Shows what would be handed in, while the form is being drawn.
 */
void
hbk_package_contents_page_set_check (HbkPackageContentsPage *self, HbkPackageCheck *check)
{
  g_return_if_fail (HBK_IS_PACKAGE_CONTENTS_PAGE (self) && check != NULL);

  hbk_package_check_ref (check);
  g_clear_pointer (&self->check, hbk_package_check_unref);
  self->check = check;

  adw_action_row_set_subtitle (self->form_row, get_form_title (self));
  gtk_widget_set_visible (self->binder_row, check->choices->with_binder && check->n_files > 0);
  show_files (self);
  show_size (self);
  gtk_stack_set_visible_child_name (self->stack, "drawing");
}

/**
 * hbk_package_contents_page_show:
 * @self: a page
 * @picture: what the form looks like
 *
 * Shows the first page of the form.
 */
void
hbk_package_contents_page_show (HbkPackageContentsPage *self, const HbkFormPicture *picture)
{
  g_autofree char *pages = NULL;
  g_autofree char *words = NULL;
  guint            n_entries;

  g_return_if_fail (HBK_IS_PACKAGE_CONTENTS_PAGE (self) && self->check != NULL && picture != NULL);

  n_entries = hbk_submission_get_n_entries (self->check->submission);
  pages = g_strdup_printf (ngettext ("%u page", "%u pages", picture->n_pages), picture->n_pages);
  /* Translators: for who does not see the picture: the title of the form, and "3 records" */
  words = g_strdup_printf (ngettext ("First page of “%1$s”, with %2$u record in all", "First page of “%1$s”, with %2$u records in all", n_entries), get_form_title (self), n_entries);
  hbk_paper_view_set (self->paper_view, picture->texture, words);
  gtk_label_set_text (self->pages_label, pages);
  gtk_stack_set_visible_child_name (self->stack, "drawn");
}

/**
 * hbk_package_contents_page_fail:
 * @self: a page
 * @error: why there is no form
 *
 * Says why the form cannot be written, such as that no font has a character.
 */
void
hbk_package_contents_page_fail (HbkPackageContentsPage *self, const GError *error)
{
  g_return_if_fail (HBK_IS_PACKAGE_CONTENTS_PAGE (self) && error != NULL);

  adw_action_row_set_subtitle (self->failure_row, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}
