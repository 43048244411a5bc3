/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-state-chip.h"

#include "app/widgets/hbk-palette.h"

enum {
  PROP_FLAT = 1,
  N_PROPS
};

/**
 * HbkStateChip:
 *
 * The state of a record as icon, word and colour: on a ground of its own, or flat within a line of text.
 */
struct _HbkStateChip
{
  GtkWidget parent_instance;

  GtkWidget *image;
  GtkWidget *label;
  HbkTone    tone;
  gboolean   is_flat;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkStateChip, hbk_state_chip, GTK_TYPE_WIDGET)

static void
hbk_state_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_FLAT)
    g_value_set_boolean (value, HBK_STATE_CHIP (object)->is_flat);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_state_chip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkStateChip *self = HBK_STATE_CHIP (object);

  if (prop_id != PROP_FLAT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->is_flat == g_value_get_boolean (value))
    return;

  self->is_flat = g_value_get_boolean (value);
  if (self->is_flat)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hbk-chip");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "hbk-chip");
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_state_chip_dispose (GObject *object)
{
  HbkStateChip *self = HBK_STATE_CHIP (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (hbk_state_chip_parent_class)->dispose (object);
}

static void
hbk_state_chip_class_init (HbkStateChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_state_chip_dispose;
  object_class->get_property = hbk_state_chip_get_property;
  object_class->set_property = hbk_state_chip_set_property;

  properties[PROP_FLAT] = g_param_spec_boolean ("flat", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hbk-state-chip");
}

static void
hbk_state_chip_init (HbkStateChip *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 5);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hbk-chip");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "pixel-size", 13, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * hbk_state_chip_lookup:
 * @state: the state of a record
 * @tone: (out): return location for its colour
 *
 * Looks up how a state is shown.
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
hbk_state_chip_lookup (HbkRecordState state, HbkTone *tone)
{
  switch (state)
    {
    case HBK_RECORD_STATE_PLANNED:
      *tone = HBK_TONE_NEUTRAL;
      return "x-office-calendar-symbolic";
    case HBK_RECORD_STATE_PENDING:
      *tone = HBK_TONE_CAUTION;
      return "document-edit-symbolic";
    case HBK_RECORD_STATE_EXCLUDED:
      *tone = HBK_TONE_NEUTRAL;
      return "hbk-excluded-symbolic";
    case HBK_RECORD_STATE_NO_RATE:
      *tone = HBK_TONE_NEUTRAL;
      return "hbk-empty-circle-symbolic";
    case HBK_RECORD_STATE_DUPLICATE:
      *tone = HBK_TONE_NEUTRAL;
      return "edit-copy-symbolic";
    case HBK_RECORD_STATE_RETURNED:
      *tone = HBK_TONE_CAUTION;
      return "document-revert-symbolic";
    case HBK_RECORD_STATE_UNPROVEN:
      *tone = HBK_TONE_CAUTION;
      return "hbk-half-symbolic";
    case HBK_RECORD_STATE_SUBMITTED:
      *tone = HBK_TONE_NEUTRAL;
      return "hbk-hourglass-symbolic";
    case HBK_RECORD_STATE_VERIFIED:
      *tone = HBK_TONE_GOOD;
      return "hbk-shield-symbolic";
    case HBK_RECORD_STATE_PROVEN:
    default:
      *tone = HBK_TONE_GOOD;
      return "hbk-check-circle-symbolic";
    }
}

/**
 * hbk_state_chip_new:
 *
 * Makes a chip that shows nothing yet.
 *
 * Returns: (transfer floating): the chip
 */
GtkWidget *
hbk_state_chip_new (void)
{
  return g_object_new (HBK_TYPE_STATE_CHIP, NULL);
}

/**
 * hbk_state_chip_set:
 * @self: a chip
 * @state: the state of a record
 *
 * Shows a state.
 */
void
hbk_state_chip_set (HbkStateChip *self, HbkRecordState state)
{
  g_return_if_fail (HBK_IS_STATE_CHIP (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self), hbk_tone_get_css_class (self->tone));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), hbk_state_chip_lookup (state, &self->tone));
  gtk_widget_add_css_class (GTK_WIDGET (self), hbk_tone_get_css_class (self->tone));
  gtk_label_set_text (GTK_LABEL (self->label), hbk_record_state_words (state));
}

/**
 * hbk_state_chip_set_record:
 * @self: a chip
 * @record: a record
 * @result: (nullable): what became of it
 *
 * Shows the state of a record.
 */
void
hbk_state_chip_set_record (HbkStateChip *self, HbkRecord *record, const HbkRecordResult *result)
{
  hbk_state_chip_set (self, hbk_record_state_find (record, result));
}
