/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-cell.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-state-chip.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-outcome-words.h"
#include "words/hbk-value-words.h"

#define PADDING 10
#define GAP 12
#define TILE 38
#define TILE_CORNER 11
#define ICON 16
#define CHIP_ICON 13
#define CHECK 18
/* Sizes of text, in that of the font. */
#define SECOND 0.86f
#define FIGURE 1.18f
/* So much of the date can be read wherever there is a chip beside it. */
#define DETAILS_LEAST 4

/**
 * HbkRecordCell:
 *
 * A record in the list of records: what it was, how it stands, and the hours it gives.
 *
 * A list keeps some two hundred cells, of which a dozen can be seen, and gives all of them other records with every letter of a search. So a cell
 * has no widgets in it: it lays text out when it is drawn, and what is not seen costs next to nothing.
 */
struct _HbkRecordCell
{
  HbkDrawing parent_instance;

  HbkRecordRow *row;
  GSignalGroup *row_signals;
  gboolean      is_selecting;
  gboolean      is_selected;
  char         *summary;

  /* Made when it is drawn. */
  PangoLayout *title;
  PangoLayout *details;
  PangoLayout *state;
  PangoLayout *raw;
  PangoLayout *figure;
  PangoLayout *subject;
};

enum {
  PROP_SELECTING = 1,
  PROP_SELECTED,
  PROP_NAME_IN_WORDS,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkRecordCell, hbk_record_cell, HBK_TYPE_DRAWING)

/* ---- Words ---- */

static const char *
get_title (HbkRecordRow *row)
{
  const char *title = hbk_record_get_title (hbk_record_row_get_record (row));

  /* Translators: stands where a record has no title */
  return title != NULL && *title != '\0' ? title : _("Untitled");
}

static const HbkRecordResult *
get_result (HbkRecordRow *row)
{
  const HbkRecordSum *sum = hbk_record_row_get_sum (row);

  return sum->main != NULL ? sum->main->result : NULL;
}

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

/* For those who hear the row: a figure that is struck through is nothing to them. */
static void
summarise (HbkRecordCell *self)
{
  const HbkRecordSum *sum = hbk_record_row_get_sum (self->row);
  g_autofree char    *details = describe (self->row);
  g_autoptr (GString) text = g_string_new (details);

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

/* ---- Text ---- */

static void
drop_layouts (HbkRecordCell *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->details);
  g_clear_object (&self->state);
  g_clear_object (&self->raw);
  g_clear_object (&self->figure);
  g_clear_object (&self->subject);
}

static PangoLayout *
make_layout (HbkRecordCell *self, const char *text, float size, gboolean bold)
{
  PangoLayout *layout = hbk_drawing_create_layout (HBK_DRAWING (self), text, size * hbk_drawing_get_em (HBK_DRAWING (self)), bold);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static void
strike (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
}

static void
make_layouts (HbkRecordCell *self)
{
  const HbkRecordSum    *sum = hbk_record_row_get_sum (self->row);
  const HbkRecordResult *result = get_result (self->row);
  const char            *word;
  gboolean               counts;
  g_autofree char       *details = describe (self->row);
  g_autofree char       *figure = hbk_hours_format (get_figure (sum, &word, &counts));

  self->title = make_layout (self, get_title (self->row), 1, FALSE);
  self->details = make_layout (self, details, SECOND, FALSE);
  if (result == NULL)
    return;

  self->state = make_layout (self, hbk_record_state_words (hbk_record_state_find (hbk_record_row_get_record (self->row), result)), SECOND, FALSE);
  self->figure = make_layout (self, figure, FIGURE, TRUE);
  self->subject = make_layout (self, word, SECOND, FALSE);
  if (hbk_tally_total (sum->lost) > 0)
    {
      g_autofree char *raw = hbk_hours_format (hbk_tally_total (sum->raw));

      self->raw = make_layout (self, raw, SECOND, FALSE);
      strike (self->raw);
    }
}

static int
get_width (PangoLayout *layout)
{
  int width = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static int
get_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* ---- Drawing ---- */

static GdkRGBA
get_colour (HbkRecordCell *self, HbkTone tone, gboolean is_dimmed)
{
  gboolean is_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  return hbk_drawing_get_colour (HBK_DRAWING (self), tone, HBK_PALETTE_TEXT, is_dimmed ? (is_contrast ? 0.9f : 0.6f) : 1);
}

/* From the side on which a line begins. */
static float
place (HbkRecordCell *self, float x, float width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return (float) gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  return x;
}

static void
draw_text (HbkRecordCell *self, GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, GdkRGBA colour)
{
  if (layout == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf (place (self, x, (float) get_width (layout))), floorf (y)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_icon (HbkRecordCell *self, GtkSnapshot *snapshot, const char *name, float x, float y, float size, GdkRGBA colour)
{
  GtkWidget    *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA       colours[4] = { colour, colour, colour, colour };
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, name, NULL, (int) size, gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf (place (self, x, size)), floorf (y)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, (double) size, (double) size, colours, G_N_ELEMENTS (colours));
  gtk_snapshot_restore (snapshot);
}

static void
draw_tile (HbkRecordCell *self, GtkSnapshot *snapshot, float x, float middle)
{
  const char     *activity = hbk_record_get_activity (hbk_record_row_get_record (self->row));
  HbkTone         tone = hbk_activity_tone (activity, get_result (self->row));
  GdkRGBA         ground = hbk_drawing_get_colour (HBK_DRAWING (self), tone, HBK_PALETTE_AREA, tone == HBK_TONE_NEUTRAL ? 0.08f : 0.14f);
  graphene_rect_t square = GRAPHENE_RECT_INIT (place (self, x, TILE), floorf (middle - TILE / 2.0f), TILE, TILE);
  GskRoundedRect  outline;

  gsk_rounded_rect_init_from_rect (&outline, &square, TILE_CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &square);
  gtk_snapshot_pop (snapshot);
  draw_icon (self, snapshot, hbk_activity_icon (activity, hbk_record_row_get_state (self->row)->vocabulary), x + (TILE - ICON) / 2.0f, middle - ICON / 2.0f, ICON,
             get_colour (self, tone, FALSE));
}

static void
draw_check (HbkRecordCell *self, GtkSnapshot *snapshot, float x, float middle)
{
  g_autofree GdkRGBA *accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());

  draw_icon (self, snapshot, self->is_selected ? "checkbox-checked-symbolic" : "checkbox-symbolic", x, middle - CHECK / 2.0f, CHECK,
             self->is_selected ? *accent : get_colour (self, HBK_TONE_NEUTRAL, TRUE));
}

/* The hours, at the end of the row; says how wide they are. */
static float
draw_hours (HbkRecordCell *self, GtkSnapshot *snapshot, float end, float middle)
{
  const HbkRecordSum *sum = hbk_record_row_get_sum (self->row);
  const char         *word;
  gboolean            counts;
  HbkTone             tone = HBK_TONE_NEUTRAL;
  float               figure = (float) get_width (self->figure), raw = (float) get_width (self->raw), subject = (float) get_width (self->subject);
  float               top = middle - (float) (get_height (self->figure) + get_height (self->subject)) / 2;

  if (self->figure == NULL)
    return 0;

  get_figure (sum, &word, &counts);
  if (counts && sum->subject != HBK_SUBJECT_NONE)
    tone = sum->subject == HBK_SUBJECT_PUBLIC ? HBK_TONE_PUBLIC : HBK_TONE_PROFESSIONAL;
  draw_text (self, snapshot, self->figure, end - figure, top, get_colour (self, HBK_TONE_NEUTRAL, !counts));
  draw_text (self, snapshot, self->raw, end - figure - 7 - raw, top + (float) (get_height (self->figure) - get_height (self->raw)) / 2, get_colour (self, HBK_TONE_NEUTRAL, TRUE));
  draw_text (self, snapshot, self->subject, end - subject, top + (float) get_height (self->figure), get_colour (self, tone, !counts));

  return MAX (figure + (self->raw != NULL ? raw + 7 : 0), subject);
}

static void
fit (PangoLayout *layout, float width)
{
  if (layout != NULL)
    pango_layout_set_width (layout, (int) MAX (width, 0) * PANGO_SCALE);
}

/* The date and the activity, and how the record stands: what is too long of the former gives way first. */
static void
draw_second_line (HbkRecordCell *self, GtkSnapshot *snapshot, float x, float y, float width)
{
  const HbkRecordResult *result = get_result (self->row);
  float                  least = DETAILS_LEAST * hbk_drawing_get_em (HBK_DRAWING (self)), chip;
  const char            *icon;
  HbkTone                tone;
  float                  state_width;

  if (result == NULL)
    {
      fit (self->details, width);
      draw_text (self, snapshot, self->details, x, y, get_colour (self, HBK_TONE_NEUTRAL, TRUE));
      return;
    }

  icon = hbk_state_chip_lookup (hbk_record_state_find (hbk_record_row_get_record (self->row), result), &tone);
  pango_layout_set_width (self->state, -1);
  state_width = MIN ((float) get_width (self->state), width - least - 9 - CHIP_ICON - 5);
  fit (self->details, width - state_width - 9 - CHIP_ICON - 5);
  draw_text (self, snapshot, self->details, x, y, get_colour (self, HBK_TONE_NEUTRAL, TRUE));
  chip = x + (float) get_width (self->details) + 9;
  draw_icon (self, snapshot, icon, chip, y + (float) (get_height (self->details) - CHIP_ICON) / 2, CHIP_ICON, get_colour (self, tone, FALSE));
  fit (self->state, ceilf (state_width));
  draw_text (self, snapshot, self->state, chip + CHIP_ICON + 5, y, get_colour (self, tone, FALSE));
}

static void
hbk_record_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HbkRecordCell *self = HBK_RECORD_CELL (widget);
  float          width = (float) gtk_widget_get_width (widget), middle = (float) gtk_widget_get_height (widget) / 2;
  float          x = PADDING, end = width - PADDING, y;

  if (self->row == NULL)
    return;

  if (self->title == NULL)
    make_layouts (self);
  if (self->is_selecting)
    {
      draw_check (self, snapshot, x, middle);
      x += CHECK + GAP;
    }
  draw_tile (self, snapshot, x, middle);
  x += TILE + GAP;
  end -= draw_hours (self, snapshot, end, middle) + GAP;
  fit (self->title, end - x);
  y = middle - (float) (get_height (self->title) + 3 + get_height (self->details)) / 2;
  draw_text (self, snapshot, self->title, x, y, get_colour (self, HBK_TONE_NEUTRAL, FALSE));
  draw_second_line (self, snapshot, x, y + (float) get_height (self->title) + 3, end - x);
}

/* All cells are as high as the font makes them, so that a list knows without laying anything out. */
static int
get_text_height (HbkRecordCell *self)
{
  static float known_em;
  static int   known_height;
  float        em = hbk_drawing_get_em (HBK_DRAWING (self));

  if (fabsf (em - known_em) > 0.01f)
    {
      g_autoptr (PangoLayout) first = make_layout (self, "学 É", 1, FALSE);
      g_autoptr (PangoLayout) second = make_layout (self, "学 É", SECOND, FALSE);

      known_height = get_height (first) + 3 + get_height (second);
      known_em = em;
    }

  return known_height;
}

static void
hbk_record_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  HbkRecordCell *self = HBK_RECORD_CELL (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = MAX (TILE, get_text_height (self)) + 2 * PADDING;
      return;
    }

  *minimum = 2 * PADDING + TILE + 2 * GAP + (int) (6 * hbk_drawing_get_em (HBK_DRAWING (self)));
  *natural = *minimum + (int) (16 * hbk_drawing_get_em (HBK_DRAWING (self)));
}

static gboolean
hbk_record_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  HbkRecordCell   *self = HBK_RECORD_CELL (widget);
  g_autofree char *text = NULL;

  if (self->title == NULL || !(pango_layout_is_ellipsized (self->title) || pango_layout_is_ellipsized (self->details)))
    return FALSE;

  text = g_strdup_printf ("%s\n%s", pango_layout_get_text (self->title), pango_layout_get_text (self->details));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
hbk_record_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  drop_layouts (HBK_RECORD_CELL (widget));
  GTK_WIDGET_CLASS (hbk_record_cell_parent_class)->css_changed (widget, change);
}

/* ---- Row ---- */

static void
show_row_cb (HbkRecordCell *self)
{
  drop_layouts (self);
  summarise (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
      g_value_set_string (value, self->row != NULL ? get_title (self->row) : NULL);
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
  gtk_widget_queue_draw (GTK_WIDGET (object));
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_record_cell_dispose (GObject *object)
{
  HbkRecordCell *self = HBK_RECORD_CELL (object);

  drop_layouts (self);
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

  widget_class->snapshot = hbk_record_cell_snapshot;
  widget_class->measure = hbk_record_cell_measure;
  widget_class->query_tooltip = hbk_record_cell_query_tooltip;
  widget_class->css_changed = hbk_record_cell_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "hbk-record-cell");
}

static void
hbk_record_cell_init (HbkRecordCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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
