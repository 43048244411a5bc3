/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-file-info.h"

#include <glib/gi18n.h>

#include "app/evidence/hbk-file-item.h"
#include "app/widgets/hbk-icon.h"
#include "app/widgets/hbk-plain-row.h"
#include "words/hbk-date-words.h"
#include "words/hbk-file-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/**
 * HbkFileInfo:
 *
 * What is known of a file, and what can be done with it; its actions are those of the viewer.
 */
struct _HbkFileInfo
{
  AdwBin parent_instance;

  AdwPreferencesGroup *marks_group;
  AdwPreferencesGroup *records_group;
  AdwButtonRow        *assign_row;
  AdwActionRow        *document_row;
  AdwActionRow        *name_row;
  AdwActionRow        *serial_row;
  AdwActionRow        *kind_row;
  AdwActionRow        *added_row;
  GtkWidget           *remove_row;

  GPtrArray *rows; /* of marks and records: AdwActionRow, owned by their groups */
};

G_DEFINE_FINAL_TYPE (HbkFileInfo, hbk_file_info, ADW_TYPE_BIN)

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  return hbk_plain_row_new (title, subtitle);
}

static void
add_row (HbkFileInfo *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_strup (words, (gssize) (g_utf8_next_char (words) - words));

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

static void
add_note (HbkFileInfo *self, const char *words, const char *advice, const char *css_class)
{
  g_autofree char *title = capitalise (words);
  GtkWidget       *row = make_row (title, advice);
  GtkWidget       *icon = hbk_icon_new (css_class != NULL ? "dialog-warning-symbolic" : "dialog-information-symbolic");

  if (css_class != NULL)
    gtk_widget_add_css_class (icon, css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  add_row (self, self->marks_group, row);
}

static const char *
get_fault_advice (HbkFileFault fault)
{
  switch (fault)
    {
    case HBK_FILE_MISSING:
      return _("Take it in again from where it came from, or restore a backup.");
    case HBK_FILE_CHANGED:
      return _("Something changed it on the disk. It is kept as it is; take the right one in again.");
    case HBK_FILE_UNREADABLE:
    case HBK_FILE_SOUND:
    default:
      return _("Check the disk, then restore a backup.");
    }
}

static void
add_notes (HbkFileInfo *self, const HbkEvidenceFile *file, HbkFileFault fault)
{
  guint n_before = self->rows->len;

  if (fault != HBK_FILE_SOUND)
    add_note (self, hbk_file_fault_words (fault), get_fault_advice (fault), "hbk-caution");
  for (guint i = 0; file->marks != NULL && file->marks[i] != NULL; i++)
    {
      gboolean is_grave = !g_str_equal (file->marks[i], "location") && !g_str_equal (file->marks[i], "forms") && !g_str_equal (file->marks[i], "attachments");

      add_note (self, hbk_words_mark (file->marks[i]), hbk_words_mark_advice (file->marks[i]), is_grave ? "hbk-caution" : NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->marks_group), self->rows->len > n_before);
}

static void
add_record (HbkFileInfo *self, HbkRecord *record)
{
  const char      *title = hbk_record_get_title (record) != NULL ? hbk_record_get_title (record) : "";
  g_autofree char *period = hbk_words_period_full (hbk_record_get_start (record), hbk_record_get_end (record));
  /* Translators: tooltip of a button; %s is the title of a record */
  g_autofree char *tooltip = g_strdup_printf (_("Take Off “%s”"), title);
  GtkWidget       *row = make_row (title, period);
  GtkWidget       *detach = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (detach, "flat");
  gtk_widget_set_valign (detach, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (detach, tooltip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (detach), "s", hbk_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (detach), "viewer.detach");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), detach);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hbk_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "viewer.show-record");
  add_row (self, self->records_group, row);
}

static void
add_records (HbkFileInfo *self, GPtrArray *records)
{
  guint n = records != NULL ? records->len : 0;

  for (guint i = 0; i < n; i++)
    add_record (self, g_ptr_array_index (records, i));
  adw_preferences_group_set_description (self->records_group, n == 0 ? _("No record yet. It counts once it is assigned to one.") : NULL);
  gtk_widget_set_visible (self->remove_row, n == 0);

  /* The button comes last. */
  g_object_ref (self->assign_row);
  adw_preferences_group_remove (self->records_group, GTK_WIDGET (self->assign_row));
  adw_preferences_group_add (self->records_group, GTK_WIDGET (self->assign_row));
  g_object_unref (self->assign_row);
}

static void
clear_rows (HbkFileInfo *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
hbk_file_info_finalize (GObject *object)
{
  g_ptr_array_unref (HBK_FILE_INFO (object)->rows);

  G_OBJECT_CLASS (hbk_file_info_parent_class)->finalize (object);
}

static void
hbk_file_info_class_init (HbkFileInfoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_file_info_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-file-info.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, marks_group);
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, records_group);
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, assign_row);
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, document_row);
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, name_row);
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, serial_row);
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, kind_row);
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, added_row);
  gtk_widget_class_bind_template_child (widget_class, HbkFileInfo, remove_row);
}

static void
hbk_file_info_init (HbkFileInfo *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_file_info_show:
 * @self: the info
 * @state: a state
 * @sha256: the checksum of a file of the state
 * @fault: what is wrong with it on the disk
 *
 * Shows what is known of a file.
 */
void
hbk_file_info_show (HbkFileInfo *self, HbkState *state, const char *sha256, HbkFileFault fault)
{
  const HbkEvidenceFile *file;
  const char            *document;
  g_autofree char       *serial = NULL;
  g_autofree char       *kind = NULL;
  g_autofree char       *added = NULL;

  g_return_if_fail (HBK_IS_FILE_INFO (self) && state != NULL);

  file = hbk_state_lookup_file (state, sha256);
  if (file == NULL)
    return;

  serial = hbk_evidence_file_dup_serial (file);
  kind = hbk_words_file (file);
  added = hbk_words_date (file->added);
  document = file->document != NULL ? hbk_value_words_document (state->vocabulary, file->document, hbk_locale_get_language ()) : _("Not chosen yet");
  clear_rows (self);
  add_notes (self, file, fault);
  add_records (self, hbk_state_get_records_of_file (state, sha256));
  adw_action_row_set_subtitle (self->document_row, document);
  adw_action_row_set_subtitle (self->name_row, file->name);
  adw_action_row_set_subtitle (self->serial_row, serial);
  adw_action_row_set_subtitle (self->kind_row, kind);
  adw_action_row_set_subtitle (self->added_row, added);
}
