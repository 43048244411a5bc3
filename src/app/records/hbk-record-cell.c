/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-cell.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-state-chip.h"
#include "app/widgets/hbk-tile.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-outcome-words.h"
#include "words/hbk-value-words.h"

/**
 * HbkRecordCell:
 *
 * A record in the list of records: what it was, how it stands, and the hours it gives.
 */
struct _HbkRecordCell
{
  AdwBin parent_instance;

  HbkTile      *tile;
  GtkLabel     *title;
  GtkLabel     *details;
  HbkStateChip *chip;
  GtkLabel     *raw;
  GtkLabel     *credited;
  GtkLabel     *subject;

  HbkRecordRow *row;
  GSignalGroup *row_signals;
  const char   *tone_class;
  gboolean      is_selecting;
  gboolean      is_selected;
  char         *summary;
};

enum {
  PROP_SELECTING = 1,
  PROP_SELECTED,
  PROP_NAME_IN_WORDS,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkRecordCell, hbk_record_cell, ADW_TYPE_BIN)

/* ---- Words ---- */

static char *
describe (HbkRecordRow *row)
{
  HbkRecord       *record = hbk_record_row_get_record (row);
  HbkDate          start = hbk_record_get_start (record), end = hbk_record_get_end (record);
  const char      *activity = hbk_value_words_activity (hbk_record_row_get_state (row)->vocabulary, hbk_record_get_activity (record), hbk_locale_get_language ());
  g_autofree char *date = NULL;

  if (start == HBK_DATE_NONE && end == HBK_DATE_NONE)
    return g_strdup (activity);
  date = hbk_record_row_names_year (row) ? hbk_words_period_full (start, end) : hbk_words_period (start, end);

  return g_strdup_printf ("%s · %s", date, activity);
}

/* The hours that the row is about: those that count, else those that may come. */
static HbkHours
get_figure (const HbkRecordSum *sum, const char **word, gboolean *counts)
{
  *counts = FALSE;
  switch (sum->main != NULL ? sum->main->result->outcome : HBK_OUTCOME_NO_RATE)
    {
    case HBK_OUTCOME_PENDING:
      /* Translators: under the hours that a record would give but for something missing */
      *word = C_("hours", "pending");
      return hbk_tally_total (sum->pending);

    case HBK_OUTCOME_PLANNED:
      /* Translators: under the hours that a record will give once it is done */
      *word = C_("hours", "planned");
      return hbk_tally_total (sum->planned);

    default:
      *counts = hbk_tally_total (sum->credited) != 0;
      *word = sum->subject != HBK_SUBJECT_NONE ? hbk_value_words_subject (sum->subject) : "";
      return hbk_tally_total (sum->credited);
    }
}

static const char *
get_tone_class (const HbkRecordSum *sum, gboolean counts)
{
  if (!counts || sum->subject == HBK_SUBJECT_NONE)
    return "dimmed";

  return sum->subject == HBK_SUBJECT_PUBLIC ? "hbk-public" : "hbk-professional";
}

/* ---- What is shown ---- */

static void
show_hours (HbkRecordCell *self)
{
  const HbkRecordSum *sum = hbk_record_row_get_sum (self->row);
  const char         *word;
  gboolean            counts;
  HbkHours            hours = get_figure (sum, &word, &counts);
  g_autofree char    *figure = hbk_hours_format (hours);
  g_autofree char    *raw = hbk_hours_format (hbk_tally_total (sum->raw));
  gboolean            is_cut = hbk_tally_total (sum->lost) > 0;

  gtk_label_set_text (self->raw, is_cut ? raw : "");
  gtk_widget_set_visible (GTK_WIDGET (self->raw), is_cut);
  gtk_label_set_text (self->credited, sum->main != NULL ? figure : "");
  gtk_label_set_text (self->subject, sum->main != NULL ? word : "");
  if (self->tone_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->subject), self->tone_class);
  self->tone_class = get_tone_class (sum, counts);
  gtk_widget_add_css_class (GTK_WIDGET (self->subject), self->tone_class);
  if (counts)
    gtk_widget_remove_css_class (GTK_WIDGET (self->credited), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->credited), "dimmed");
}

/* For those who hear the row: a figure that is struck through is nothing to them. */
static void
summarise (HbkRecordCell *self)
{
  const HbkRecordSum *sum = hbk_record_row_get_sum (self->row);
  g_autoptr (GString) text = g_string_new (gtk_label_get_text (self->details));

  if (sum->main != NULL)
    {
      g_autofree char *outcome = hbk_outcome_words (sum->main->result);
      const char      *state = hbk_record_state_words (hbk_record_state_find (hbk_record_row_get_record (self->row), sum->main->result));

      g_string_append_printf (text, " · %s · %s", state, outcome);
    }
  if (hbk_tally_total (sum->lost) > 0)
    {
      g_autofree char *raw = hbk_hours_format (hbk_tally_total (sum->raw));
      g_autofree char *credited = hbk_hours_format (hbk_tally_total (sum->credited));
      g_autofree char *lost = hbk_hours_format (hbk_tally_total (sum->lost));

      /* Translators: hours before a cap, those that count, and those that the cap took */
      g_string_append (text, " · ");
      g_string_append_printf (text, _("%1$s before the cap, %2$s credited, %3$s over it"), raw, credited, lost);
    }
  g_set_str (&self->summary, text->str);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME_IN_WORDS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
show_row_cb (HbkRecordCell *self)
{
  HbkRecord             *record = hbk_record_row_get_record (self->row);
  const HbkRecordSum    *sum = hbk_record_row_get_sum (self->row);
  const HbkRecordResult *result = sum->main != NULL ? sum->main->result : NULL;
  const char            *title = hbk_record_get_title (record);
  g_autofree char       *details = describe (self->row);

  /* Translators: stands where a record has no title */
  title = title != NULL && *title != '\0' ? title : _("Untitled");
  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_text (self->details, details);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->details), details);
  g_object_set (self->tile,
                "icon-name", hbk_activity_icon (hbk_record_get_activity (record), hbk_record_row_get_state (self->row)->vocabulary),
                "kind", hbk_activity_tone (hbk_record_get_activity (record), result),
                NULL);
  hbk_state_chip_set_record (self->chip, record, result);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), result != NULL);
  show_hours (self);
  summarise (self);
}

/* ---- Object ---- */

static void
hbk_record_cell_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkRecordCell *self = HBK_RECORD_CELL (object);

  switch (prop_id)
    {
    case PROP_SELECTING:
      g_value_set_boolean (value, self->is_selecting);
      break;

    case PROP_SELECTED:
      g_value_set_boolean (value, self->is_selected);
      break;

    case PROP_NAME_IN_WORDS:
      g_value_set_string (value, gtk_label_get_text (self->title));
      break;

    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_record_cell_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkRecordCell *self = HBK_RECORD_CELL (object);
  gboolean      *target = prop_id == PROP_SELECTING ? &self->is_selecting : &self->is_selected;

  if (prop_id != PROP_SELECTING && prop_id != PROP_SELECTED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (*target == g_value_get_boolean (value))
    return;

  *target = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_record_cell_dispose (GObject *object)
{
  HbkRecordCell *self = HBK_RECORD_CELL (object);

  g_clear_object (&self->row_signals);
  g_clear_object (&self->row);
  g_clear_pointer (&self->summary, g_free);

  G_OBJECT_CLASS (hbk_record_cell_parent_class)->dispose (object);
}

static void
hbk_record_cell_class_init (HbkRecordCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_record_cell_dispose;
  object_class->get_property = hbk_record_cell_get_property;
  object_class->set_property = hbk_record_cell_set_property;

  /* Several records are being chosen; there is something to tick. */
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* What an assistive technology reads of the row. */
  properties[PROP_NAME_IN_WORDS] = g_param_spec_string ("name-in-words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HBK_TYPE_STATE_CHIP);
  g_type_ensure (HBK_TYPE_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordCell, tile);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordCell, title);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordCell, details);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordCell, chip);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordCell, raw);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordCell, credited);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordCell, subject);
}

static void
hbk_record_cell_init (HbkRecordCell *self)
{
  g_autoptr (PangoAttrList) struck = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->raw, struck);
  self->row_signals = g_signal_group_new (HBK_TYPE_RECORD_ROW);
  g_signal_group_connect_swapped (self->row_signals, "changed", G_CALLBACK (show_row_cb), self);
}

/**
 * hbk_record_cell_new:
 *
 * Makes a cell that shows nothing yet.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
hbk_record_cell_new (void)
{
  return g_object_new (HBK_TYPE_RECORD_CELL, NULL);
}

/**
 * hbk_record_cell_set_row:
 * @self: a cell
 * @row: (nullable): a record
 *
 * Shows a record, and what becomes of it.
 */
void
hbk_record_cell_set_row (HbkRecordCell *self, HbkRecordRow *row)
{
  g_return_if_fail (HBK_IS_RECORD_CELL (self));

  if (!g_set_object (&self->row, row))
    return;

  g_signal_group_set_target (self->row_signals, row);
  if (row != NULL)
    show_row_cb (self);
}
