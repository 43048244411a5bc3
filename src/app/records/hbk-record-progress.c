/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-progress.h"

#include "app/window/hbk-perform.h"

/**
 * HbkRecordProgress:
 *
 * How far a record has come with those who review it, and the hours that they confirmed. What is chosen here is stored at once.
 */
struct _HbkRecordProgress
{
  AdwBin parent_instance;

  AdwComboRow *status_row;
  AdwEntryRow *public_row;
  AdwEntryRow *professional_row;

  HbkRecord *record;
  gboolean   is_updating;
};

G_DEFINE_FINAL_TYPE (HbkRecordProgress, hbk_record_progress, ADW_TYPE_BIN)

static void
save (HbkRecordProgress *self, HbkRecord *record)
{
  hbk_perform (GTK_WIDGET (self), hbk_request_new_save_record (record, NULL, NULL));
}

static void
status_chosen_cb (HbkRecordProgress *self)
{
  HbkStatus status = (HbkStatus) adw_combo_row_get_selected (self->status_row);
  g_autoptr (HbkRecord) changed = NULL;

  if (self->is_updating || self->record == NULL || hbk_record_get_status (self->record) == status)
    return;

  changed = hbk_record_copy (self->record, hbk_record_get_id (self->record));
  hbk_record_set_status (changed, status);
  save (self, changed);
}

/* An empty field says nothing of its subject; that is no hours where the other one says something. */
static gboolean
read_hours (AdwEntryRow *row, HbkHours *hours, gboolean *is_empty)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  gboolean         is_good;

  *hours = 0;
  *is_empty = *text == '\0';
  is_good = *is_empty || hbk_hours_parse (text, hours, NULL);
  if (is_good)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");

  return is_good;
}

static void
hours_applied_cb (HbkRecordProgress *self)
{
  HbkHours public_hours, professional_hours;
  gboolean no_public, no_professional;
  gboolean is_good = read_hours (self->public_row, &public_hours, &no_public);
  g_autoptr (HbkRecord) changed = NULL;

  is_good = read_hours (self->professional_row, &professional_hours, &no_professional) && is_good;
  if (!is_good || self->record == NULL)
    return;

  changed = hbk_record_copy (self->record, hbk_record_get_id (self->record));
  if (no_public && no_professional)
    hbk_record_clear_verified_hours (changed);
  else
    hbk_record_set_verified_hours (changed, public_hours, professional_hours);
  save (self, changed);
}

/* What a person is typing is left alone. */
static void
show_hours (AdwEntryRow *row, gboolean has_hours, HbkHours hours, gboolean is_other)
{
  g_autofree char *text = has_hours && hours != 0 ? hbk_hours_format (hours) : g_strdup ("");
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget       *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!is_other && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row)))
    return;
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    return;

  /* The button that applies would appear. */
  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (row, TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
hbk_record_progress_dispose (GObject *object)
{
  g_clear_object (&HBK_RECORD_PROGRESS (object)->record);

  G_OBJECT_CLASS (hbk_record_progress_parent_class)->dispose (object);
}

static void
hbk_record_progress_class_init (HbkRecordProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_record_progress_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordProgress, status_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordProgress, public_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordProgress, professional_row);
  gtk_widget_class_bind_template_callback (widget_class, status_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, hours_applied_cb);
}

static void
hbk_record_progress_init (HbkRecordProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_record_progress_set:
 * @self: the progress of a record
 * @state: a state
 * @record: one of its records
 *
 * Shows how far a record has come.
 */
void
hbk_record_progress_set (HbkRecordProgress *self, HbkState *state, HbkRecord *record)
{
  HbkHours public_hours = 0, professional_hours = 0;
  gboolean has_hours, is_other;

  g_return_if_fail (HBK_IS_RECORD_PROGRESS (self) && state != NULL && HBK_IS_RECORD (record));

  is_other = self->record == NULL || !g_str_equal (hbk_record_get_id (self->record), hbk_record_get_id (record));
  g_set_object (&self->record, record);
  self->is_updating = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), state->is_writable);
  adw_combo_row_set_selected (self->status_row, hbk_record_get_status (record));
  has_hours = hbk_record_get_verified_hours (record, &public_hours, &professional_hours);
  show_hours (self->public_row, has_hours, public_hours, is_other);
  show_hours (self->professional_row, has_hours, professional_hours, is_other);
  gtk_widget_set_visible (GTK_WIDGET (self->public_row), has_hours || hbk_record_get_status (record) == HBK_STATUS_VERIFIED);
  gtk_widget_set_visible (GTK_WIDGET (self->professional_row), has_hours || hbk_record_get_status (record) == HBK_STATUS_VERIFIED);
  self->is_updating = FALSE;
}
