/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-heading.h"

#include <glib/gi18n.h>

#include "words/hbk-date-words.h"

/**
 * HbkRecordHeading:
 *
 * The heading of a month in the list of records: its name, and what it comes to.
 */
struct _HbkRecordHeading
{
  AdwBin parent_instance;

  GtkLabel *month;
  GtkLabel *hours;

  HbkRecordModel *model;
  GtkListHeader  *header; /* has this */
};

G_DEFINE_FINAL_TYPE (HbkRecordHeading, hbk_record_heading, ADW_TYPE_BIN)

static char *
name_section (const HbkRecordSection *section, int year)
{
  if (section->month != 0 && section->year == year)
    return hbk_words_month_short (section->month);
  if (section->month != 0)
    return hbk_words_month (section->year, section->month);

  return g_strdup_printf (ngettext ("%u Record", "%u Records", section->n_records), section->n_records);
}

/* What counts and what may still count; of what is planned only where there is nothing else. */
static char *
describe_hours (const HbkRecordSection *section)
{
  g_autofree char *credited = hbk_hours_format (hbk_tally_total (section->credited));
  g_autofree char *pending = hbk_hours_format (hbk_tally_total (section->pending));
  g_autofree char *planned = hbk_hours_format (hbk_tally_total (section->planned));
  gboolean         has_credited = hbk_tally_total (section->credited) != 0;
  gboolean         has_pending = hbk_tally_total (section->pending) != 0;

  if (has_credited && has_pending)
    /* Translators: hours of a month, such as "9 credited, 10 pending" */
    return g_strdup_printf (_("%1$s credited, %2$s pending"), credited, pending);
  if (has_credited)
    /* Translators: hours of a month, such as "21 credited" */
    return g_strdup_printf (_("%s credited"), credited);
  if (has_pending)
    /* Translators: hours of a month, such as "10 pending" */
    return g_strdup_printf (_("%s pending"), pending);
  if (hbk_tally_total (section->planned) != 0)
    /* Translators: hours of a month, such as "18 planned" */
    return g_strdup_printf (_("%s planned"), planned);

  return g_strdup ("");
}

/* Where the months before have grown the header does not hear of its new place, so that its first record says which month it is. */
static const HbkRecordSection *
find_section (HbkRecordHeading *self)
{
  HbkRecordRow *row = gtk_list_header_get_item (self->header);
  guint         position;

  if (row == NULL || !hbk_record_model_find (self->model, hbk_record_row_get_id (row), &position))
    return NULL;

  return hbk_record_order_get_section (hbk_record_model_get_order (self->model), position);
}

static void
update_cb (HbkRecordHeading *self)
{
  const HbkRecordSection *section = find_section (self);
  g_autofree char        *month = NULL;
  g_autofree char        *hours = NULL;

  if (section == NULL)
    return;

  month = name_section (section, hbk_record_model_get_order (self->model)->year);
  hours = describe_hours (section);
  gtk_label_set_text (self->month, month);
  gtk_label_set_text (self->hours, hours);
}

static void
hbk_record_heading_dispose (GObject *object)
{
  g_clear_object (&HBK_RECORD_HEADING (object)->model);

  G_OBJECT_CLASS (hbk_record_heading_parent_class)->dispose (object);
}

static void
hbk_record_heading_class_init (HbkRecordHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_record_heading_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordHeading, month);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordHeading, hours);
}

static void
hbk_record_heading_init (HbkRecordHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_record_heading_new:
 * @model: the list
 * @header: what will have the heading
 *
 * Makes the heading of whatever month @header stands for.
 *
 * Returns: (transfer floating): the heading
 */
GtkWidget *
hbk_record_heading_new (HbkRecordModel *model, GtkListHeader *header)
{
  HbkRecordHeading *self = g_object_new (HBK_TYPE_RECORD_HEADING, NULL);

  self->model = g_object_ref (model);
  self->header = header;
  g_signal_connect_object (model, "sums-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (header, "notify::item", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
