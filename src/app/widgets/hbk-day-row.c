/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-day-row.h"

#include <glib/gi18n.h>

/**
 * HbkDayRow:
 *
 * A row for a day, which is typed as people write days or chosen from a calendar. It may be left empty.
 */
struct _HbkDayRow
{
  AdwEntryRow parent_instance;

  GtkPopover  *popover;
  GtkCalendar *calendar;

  HbkDate  date;
  gboolean is_showing; /* the calendar is set to the day, not by the person */
};

enum {
  PROP_DATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkDayRow, hbk_day_row, ADW_TYPE_ENTRY_ROW)

/* Year, month and day in this order, whatever stands between them: 2019-12-01, 2019.12.1, 2019年12月1日. */
static HbkDate
parse (const char *text)
{
  int   numbers[3] = { 0 };
  guint n = 0;

  for (const char *c = text; *c != '\0';)
    {
      if (!g_ascii_isdigit (*c))
        {
          c = g_utf8_next_char (c);
          continue;
        }
      if (n == G_N_ELEMENTS (numbers))
        return HBK_DATE_NONE;
      for (; g_ascii_isdigit (*c) && numbers[n] < 10000; c++)
        numbers[n] = numbers[n] * 10 + (*c - '0');
      n++;
    }

  return n == G_N_ELEMENTS (numbers) && numbers[0] >= HBK_DATE_YEAR_MIN && numbers[0] <= HBK_DATE_YEAR_MAX ? hbk_date_new (numbers[0], numbers[1], numbers[2]) : HBK_DATE_NONE;
}

static void
take_date (HbkDayRow *self, HbkDate date)
{
  if (hbk_day_row_is_valid (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (self->date == date)
    return;

  self->date = date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

/* ---- Callbacks ---- */

static void
text_changed_cb (HbkDayRow *self)
{
  take_date (self, parse (gtk_editable_get_text (GTK_EDITABLE (self))));
}

/* What is wrong is pointed out when the person goes on, not while they type. */
static void
leave_cb (HbkDayRow *self)
{
  if (hbk_day_row_is_valid (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
}

static void
popover_map_cb (HbkDayRow *self)
{
  g_autoptr (GDateTime) day = NULL;

  if (self->date == HBK_DATE_NONE)
    return;

  day = g_date_time_new_local (hbk_date_year (self->date), hbk_date_month (self->date), hbk_date_day (self->date), 0, 0, 0);
  self->is_showing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->is_showing = FALSE;
}

static void
day_selected_cb (HbkDayRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (self->is_showing)
    return;

  hbk_day_row_set_date (self, hbk_date_new (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day)));
  gtk_popover_popdown (self->popover);
}

/* ---- Object ---- */

static void
hbk_day_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DATE)
    g_value_set_int (value, HBK_DAY_ROW (object)->date);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_day_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DATE)
    hbk_day_row_set_date (HBK_DAY_ROW (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_day_row_class_init (HbkDayRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hbk_day_row_get_property;
  object_class->set_property = hbk_day_row_set_property;

  /* A day, or HBK_DATE_NONE while none is stated. */
  properties[PROP_DATE] = g_param_spec_int ("date", NULL, NULL, G_MININT, G_MAXINT, HBK_DATE_NONE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkDayRow, popover);
  gtk_widget_class_bind_template_child (widget_class, HbkDayRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
hbk_day_row_init (HbkDayRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * hbk_day_row_new:
 * @title: what day it is
 *
 * Makes a row without a day.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_day_row_new (const char *title)
{
  return g_object_new (HBK_TYPE_DAY_ROW, "title", title, NULL);
}

/**
 * hbk_day_row_get_date:
 * @self: a row
 *
 * Gets the day.
 *
 * Returns: the day; %HBK_DATE_NONE when none is stated, or what is typed is no day
 */
HbkDate
hbk_day_row_get_date (HbkDayRow *self)
{
  g_return_val_if_fail (HBK_IS_DAY_ROW (self), HBK_DATE_NONE);

  return self->date;
}

/**
 * hbk_day_row_set_date:
 * @self: a row
 * @date: a day, or %HBK_DATE_NONE
 *
 * Shows a day.
 */
void
hbk_day_row_set_date (HbkDayRow *self, HbkDate date)
{
  g_autofree char *text = date != HBK_DATE_NONE ? hbk_date_format (date) : g_strdup ("");

  g_return_if_fail (HBK_IS_DAY_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/**
 * hbk_day_row_is_valid:
 * @self: a row
 *
 * Says whether what is typed is a day, or nothing.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_day_row_is_valid (HbkDayRow *self)
{
  g_return_val_if_fail (HBK_IS_DAY_ROW (self), FALSE);

  return self->date != HBK_DATE_NONE || *gtk_editable_get_text (GTK_EDITABLE (self)) == '\0';
}
