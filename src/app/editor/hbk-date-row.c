/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-date-row.h"

#include <glib/gi18n.h>

#include "workspace/hbk-typed-date.h"

/**
 * HbkDateRow:
 *
 * A row for a day, typed as people write it or chosen from a calendar. A text that is no day is complained about once the person has left it, and never
 * replaced. A range of days is given to whoever listens to "period".
 */
struct _HbkDateRow
{
  AdwActionRow parent_instance;

  GtkWidget *marks;
  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *calendar;

  char     *help;
  HbkDate   date;
  gboolean  is_valid;
  gboolean  is_setting;
  HbkPeriod typed; /* a range that was typed, until it is given away */
};

enum {
  CHANGED,
  PERIOD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkDateRow, hbk_date_row, ADW_TYPE_ACTION_ROW)

/* ---- Helpers ---- */

static void
complain (HbkDateRow *self, const char *complaint)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), complaint != NULL ? complaint : self->help);
  if (complaint != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
write_date (HbkDateRow *self)
{
  g_autofree char *text = self->date != HBK_DATE_NONE ? hbk_date_format (self->date) : g_strdup ("");

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    return;

  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_setting = FALSE;
}

static void
take_date (HbkDateRow *self, HbkDate date)
{
  if (self->date == date)
    return;

  self->date = date;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Takes what is in the entry as far as it is understood; @error says why it is not. */
static gboolean
read_entry (HbkDateRow *self, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  HbkPeriod        period = { HBK_DATE_NONE, HBK_DATE_NONE };
  gboolean         is_read = *text == '\0' || hbk_typed_date_read_period (text, &period, error);

  self->is_valid = is_read;
  self->typed = period;

  return is_read;
}

/* ---- Callbacks ---- */

static void
changed_cb (GtkEditable *editable, gpointer user_data)
{
  HbkDateRow *self = user_data;

  if (self->is_setting)
    return;
  complain (self, NULL);
  if (read_entry (self, NULL) && self->typed.start == self->typed.end)
    take_date (self, self->typed.start);
  else if (!self->is_valid)
    take_date (self, HBK_DATE_NONE);
}

static void
settle_cb (HbkDateRow *self)
{
  g_autoptr (GError) error = NULL;

  if (!read_entry (self, &error))
    {
      complain (self, error->message);
      return;
    }
  if (self->typed.start != self->typed.end)
    {
      HbkPeriod period = self->typed;

      self->date = period.start;
      write_date (self);
      g_signal_emit (self, signals[PERIOD], 0, period.start, period.end);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  write_date (self);
}

static void
opened_cb (HbkDateRow *self)
{
  int year, month, day;
  g_autoptr (GDateTime) shown = NULL;

  if (self->date == HBK_DATE_NONE)
    return;

  hbk_date_split (self->date, &year, &month, &day);
  shown = g_date_time_new_local (year, month, day, 0, 0, 0);
  self->is_setting = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), shown);
  self->is_setting = FALSE;
}

static void
chosen_cb (HbkDateRow *self)
{
  g_autoptr (GDateTime) chosen = NULL;

  if (self->is_setting || !gtk_widget_get_visible (self->popover))
    return;

  chosen = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  complain (self, NULL);
  self->is_valid = TRUE;
  take_date (self, hbk_date_new (g_date_time_get_year (chosen), g_date_time_get_month (chosen), g_date_time_get_day_of_month (chosen)));
  write_date (self);
}

/* ---- Overrides ---- */

/* The entry has the focus in place of the row. The parent would give it to the row on the way back, and so to the entry again. */
static gboolean
hbk_date_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
hbk_date_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (HBK_DATE_ROW (widget)->entry);
}

static void
hbk_date_row_finalize (GObject *object)
{
  g_free (HBK_DATE_ROW (object)->help);

  G_OBJECT_CLASS (hbk_date_row_parent_class)->finalize (object);
}

static void
hbk_date_row_class_init (HbkDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_date_row_finalize;
  widget_class->focus = hbk_date_row_focus;
  widget_class->grab_focus = hbk_date_row_grab_focus;

  /**
   * HbkDateRow::changed:
   *
   * Another day holds, or none.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HbkDateRow::period:
   * @start: the first day, which the row holds now
   * @end: the last day
   *
   * A range of days was typed.
   */
  signals[PERIOD] = g_signal_new ("period", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkDateRow, marks);
  gtk_widget_class_bind_template_child (widget_class, HbkDateRow, entry);
  gtk_widget_class_bind_template_child (widget_class, HbkDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, HbkDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, settle_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
hbk_date_row_init (HbkDateRow *self)
{
  self->is_valid = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_date_row_new:
 * @title: what the day is of
 * @help: (nullable): a sentence below; never markup
 *
 * Makes a row for a day.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_date_row_new (const char *title, const char *help)
{
  HbkDateRow *self = g_object_new (HBK_TYPE_DATE_ROW, "title", title, NULL);

  hbk_date_row_set_help (self, help);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * hbk_date_row_get_date:
 * @self: a row
 *
 * Gets the day.
 *
 * Returns: the day, %HBK_DATE_NONE while there is none or what was typed is none
 */
HbkDate
hbk_date_row_get_date (HbkDateRow *self)
{
  g_return_val_if_fail (HBK_IS_DATE_ROW (self), HBK_DATE_NONE);

  return self->date;
}

/**
 * hbk_date_row_set_date:
 * @self: a row
 * @date: a day, or %HBK_DATE_NONE
 *
 * Puts a day into the row; "changed" is not emitted.
 */
void
hbk_date_row_set_date (HbkDateRow *self, HbkDate date)
{
  g_return_if_fail (HBK_IS_DATE_ROW (self));

  self->date = date;
  self->is_valid = TRUE;
  complain (self, NULL);
  write_date (self);
}

/**
 * hbk_date_row_is_valid:
 * @self: a row
 *
 * Whether what is in the row is a day, or nothing.
 *
 * Returns: %FALSE for a text that is no day
 */
gboolean
hbk_date_row_is_valid (HbkDateRow *self)
{
  g_return_val_if_fail (HBK_IS_DATE_ROW (self), FALSE);

  return self->is_valid;
}

/**
 * hbk_date_row_add_mark:
 * @self: a row
 * @mark: a widget to stand before the entry
 *
 * Puts a mark into the row.
 */
void
hbk_date_row_add_mark (HbkDateRow *self, GtkWidget *mark)
{
  g_return_if_fail (HBK_IS_DATE_ROW (self));

  gtk_box_append (GTK_BOX (self->marks), mark);
}

/**
 * hbk_date_row_set_complaint:
 * @self: a row
 * @complaint: (nullable): what is wrong with the day; %NULL when nothing is
 *
 * Says below the day what is wrong with it.
 */
void
hbk_date_row_set_complaint (HbkDateRow *self, const char *complaint)
{
  g_return_if_fail (HBK_IS_DATE_ROW (self));

  if (self->is_valid)
    complain (self, complaint);
}

/**
 * hbk_date_row_set_help:
 * @self: a row
 * @help: (nullable): a sentence below; never markup
 *
 * Says below the day what it means.
 */
void
hbk_date_row_set_help (HbkDateRow *self, const char *help)
{
  g_return_if_fail (HBK_IS_DATE_ROW (self));

  g_set_str (&self->help, help != NULL ? help : "");
  complain (self, NULL);
}
