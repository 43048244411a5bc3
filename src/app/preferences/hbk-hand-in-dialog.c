/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences/hbk-hand-in-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-locale.h"
#include "words/hbk-person-words.h"
#include "words/hbk-words.h"

/* So many warnings are named; the rest is counted. */
#define WARNINGS_MAX 5

/**
 * HbkHandInDialog:
 *
 * What handing a year in would seal, what is still open in it, and to whom it goes.
 */
struct _HbkHandInDialog
{
  AdwDialog parent_instance;

  AdwActionRow        *records_row;
  AdwActionRow        *hours_row;
  AdwActionRow        *rules_row;
  AdwPreferencesGroup *open_group;
  GtkEditable         *note_row;

  int year;
};

G_DEFINE_FINAL_TYPE (HbkHandInDialog, hbk_hand_in_dialog, ADW_TYPE_DIALOG)

/* ---- What is shown ---- */

static void
add_warning (HbkHandInDialog *self, const HbkWarning *warning, const HbkPack *pack)
{
  g_autofree char *text = hbk_warning_to_text (warning, pack, hbk_locale_get_language ());
  const char      *title = warning->record != NULL ? hbk_record_get_title (warning->record) : hbk_bilingual_get (&warning->spec->name, hbk_locale_get_language ());

  adw_preferences_group_add (self->open_group, hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, text, "title-lines", 2, "subtitle-lines", 0, NULL));
}

static void
show_warnings (HbkHandInDialog *self, const HbkStateYear *year)
{
  guint n = 0;

  for (guint i = 0; i < year->result->warnings->len; i++)
    {
      const HbkWarning *warning = &g_array_index (year->result->warnings, HbkWarning, i);

      if (warning->spec->severity == HBK_SEVERITY_INFO)
        continue;
      if (n++ < WARNINGS_MAX)
        add_warning (self, warning, year->basis->pack);
    }
  if (n > WARNINGS_MAX)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - WARNINGS_MAX), n - WARNINGS_MAX);

      adw_preferences_group_add (self->open_group, g_object_new (ADW_TYPE_ACTION_ROW, "title", more, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), n > 0);
}

static void
show_year (HbkHandInDialog *self, const HbkStateYear *year)
{
  guint            n = year->result->records->len;
  g_autofree char *title = g_strdup_printf (_("Hand In %d"), year->year);
  g_autofree char *records = g_strdup_printf (ngettext ("%u record", "%u records", n), n);
  g_autofree char *figures = hbk_words_hours (year->result->credited);
  /* Translators: hours of a year, and what the year comes to in a word */
  g_autofree char *hours = g_strdup_printf (C_("hand in", "%1$s · %2$s"), figures, hbk_words_verdict (year->result->verdict));
  g_autofree char *rules = hbk_person_words_rules (year->basis->pack, year->basis->readings, hbk_locale_get_language ());

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_action_row_set_subtitle (self->records_row, records);
  adw_action_row_set_subtitle (self->hours_row, hours);
  adw_action_row_set_subtitle (self->rules_row, rules);
  show_warnings (self, year);
}

/* ---- Callbacks ---- */

static void
performed_cb (const HbkJournalStep *step, const GError *error, gpointer user_data)
{
  g_autoptr (AdwDialog) self = user_data;

  if (step != NULL)
    adw_dialog_close (self);
}

static void
hand_in_clicked_cb (HbkHandInDialog *self)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->note_row)));
  g_autoptr (HbkRequest) request = hbk_request_new_hand_in (self->year, NULL, *note != '\0' ? note : NULL);

  hbk_perform_then (GTK_WIDGET (self), request, NULL, performed_cb, g_object_ref (self));
}

/* It marks the year as handed in by itself, and knows the checksum of what was. */
static void
package_activated_cb (HbkHandInDialog *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_APPLICATION_WINDOW);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.package", "i", self->year);
}

/* ---- Object ---- */

static void
hbk_hand_in_dialog_class_init (HbkHandInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-hand-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkHandInDialog, records_row);
  gtk_widget_class_bind_template_child (widget_class, HbkHandInDialog, hours_row);
  gtk_widget_class_bind_template_child (widget_class, HbkHandInDialog, rules_row);
  gtk_widget_class_bind_template_child (widget_class, HbkHandInDialog, open_group);
  gtk_widget_class_bind_template_child (widget_class, HbkHandInDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, hand_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, package_activated_cb);
}

static void
hbk_hand_in_dialog_init (HbkHandInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_hand_in_dialog_present:
 * @from: a widget of the window
 * @state: the state that is shown
 * @year: a year of it
 *
 * Asks before a year is handed in.
 */
void
hbk_hand_in_dialog_present (GtkWidget *from, HbkState *state, int year)
{
  const HbkStateYear *found;
  HbkHandInDialog    *self;

  g_return_if_fail (GTK_IS_WIDGET (from) && state != NULL);

  found = hbk_state_lookup_year (state, year);
  if (found == NULL)
    return;

  self = g_object_new (HBK_TYPE_HAND_IN_DIALOG, NULL);
  self->year = year;
  show_year (self, found);
  adw_dialog_present (ADW_DIALOG (self), from);
}
