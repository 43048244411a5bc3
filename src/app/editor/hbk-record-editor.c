/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-record-editor.h"

struct _HbkRecordEditor
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (HbkRecordEditor, hbk_record_editor, ADW_TYPE_DIALOG)

static void
hbk_record_editor_class_init (HbkRecordEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-editor.ui");
}

static void
hbk_record_editor_init (HbkRecordEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_record_editor_present:
 * @parent: a widget of the window
 * @session: the session
 * @record: a record that the library has
 *
 * Opens the editor for a record.
 */
void
hbk_record_editor_present (GtkWidget *parent, HbkSession *session, HbkRecord *record)
{
  adw_dialog_present (g_object_new (HBK_TYPE_RECORD_EDITOR, NULL), parent);
}

/**
 * hbk_record_editor_present_new:
 * @parent: a widget of the window
 * @session: the session
 * @activity: (nullable): the id of the activity; asked for when not given
 * @files: (array zero-terminated=1) (nullable): checksums of files of the library that prove it
 *
 * Opens the editor for a new record.
 */
void
hbk_record_editor_present_new (GtkWidget *parent, HbkSession *session, const char *activity, const char *const *files)
{
  adw_dialog_present (g_object_new (HBK_TYPE_RECORD_EDITOR, NULL), parent);
}
