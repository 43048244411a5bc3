/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-fact-field.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-date-row.h"
#include "app/widgets/hbk-plain-row.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/* Longer lists of answers can be searched. */
#define SEARCH_FROM 10
/* Hours of more days than a year has are a mistake. */
#define LIST_MAX 366

/**
 * HbkFactField:
 *
 * A row of the form that takes the answer to one fact. What is left empty is not stated: there is no default.
 */
struct _HbkFactField
{
  GObject parent_instance;

  const HbkFactSpec *spec;
  GtkWidget         *row;
  GtkWidget         *input; /* an entry, or the row itself */
  GtkWidget         *mark;
  HbkValue           value;
  gboolean           is_valid;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkFactField, hbk_fact_field, G_TYPE_OBJECT)

/* ---- Words ---- */

static const char *
get_name (HbkFactField *self)
{
  return hbk_bilingual_get (&self->spec->name, hbk_locale_get_language ());
}

static const char *
get_question (HbkFactField *self)
{
  return hbk_bilingual_get (&self->spec->ask, hbk_locale_get_language ());
}

static const char *
get_unit (HbkFactField *self)
{
  static const struct
  {
    const char *unit;
    const char *name;
  } units[] = {
    /* Translators: units that stand behind a figure */
    { "day", NC_ ("unit", "days") },
    { "hour", NC_ ("unit", "hours") },
    { "minute", NC_ ("unit", "minutes") },
    { "month", NC_ ("unit", "months") },
    { "year", NC_ ("unit", "years") },
    { "character", NC_ ("unit", "characters") },
    { "course", NC_ ("unit", "courses") },
    { "subject", NC_ ("unit", "subjects") },
    { "module", NC_ ("unit", "modules") },
  };

  for (gsize i = 0; self->spec->unit != NULL && i < G_N_ELEMENTS (units); i++)
    {
      if (g_str_equal (self->spec->unit, units[i].unit))
        return g_dpgettext2 (NULL, "unit", units[i].name);
    }

  return NULL;
}

/* ---- Reading ---- */

/* As typed with a Chinese input method: full-width digits and commas. */
static char *
narrow (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_strstrip (g_steal_pointer (&normal));
}

static const char *
read_number (HbkFactField *self, const char *text, gint64 *number)
{
  if (!hbk_hours_parse (text, number, NULL))
    return _("This is not a number. Write digits such as 12 or 3.5.");
  if (*number < 0)
    return _("This cannot be less than nothing.");
  if (self->spec->type == HBK_FACT_INTEGER && *number % 100 != 0)
    return _("This has to be a whole number.");

  return NULL;
}

static const char *
read_list (HbkFactField *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",; ", -1);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64      number;
      const char *complaint;

      if (*parts[i] == '\0')
        continue;
      complaint = read_number (self, parts[i], &number);
      if (complaint != NULL)
        return complaint;
      g_array_append_val (list, number);
    }
  if (list->len > LIST_MAX)
    return _("These are more days than a year has.");
  if (list->len > 0)
    hbk_value_set_list (&self->value, (const gint64 *) (gpointer) list->data, list->len);

  return NULL;
}

/* Reads what was typed into the value; returns what is wrong with it. */
static const char *
read_text (HbkFactField *self, const char *typed)
{
  g_autofree char *text = narrow (typed);
  const char      *complaint = NULL;
  gint64           number;

  hbk_value_clear (&self->value);
  if (*text == '\0')
    return NULL;
  if (self->spec->type == HBK_FACT_HOURS_LIST)
    {
      g_autoptr (GString) list = g_string_new (text);

      g_string_replace (list, "、", " ", 0);
      return read_list (self, list->str);
    }
  if (self->spec->type == HBK_FACT_TEXT)
    {
      hbk_value_set_text (&self->value, text);
      return NULL;
    }

  complaint = read_number (self, text, &number);
  if (complaint == NULL)
    hbk_value_set_number (&self->value, number);

  return complaint;
}

/* ---- Callbacks ---- */

static void
complain (HbkFactField *self, const char *complaint)
{
  self->is_valid = complaint == NULL;
  if (ADW_IS_ACTION_ROW (self->row))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), complaint != NULL ? complaint : get_question (self));
  if (complaint != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
}

static void
text_changed_cb (GtkEditable *editable, gpointer user_data)
{
  HbkFactField *self = user_data;

  complain (self, read_text (self, gtk_editable_get_text (editable)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
date_changed_cb (HbkDateRow *row, gpointer user_data)
{
  HbkFactField *self = user_data;
  HbkDate       date = hbk_date_row_get_date (row);

  hbk_value_clear (&self->value);
  if (date != HBK_DATE_NONE)
    hbk_value_set_date (&self->value, date);
  self->is_valid = hbk_date_row_is_valid (row);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The first answer is that there is none. */
static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  HbkFactField *self = user_data;
  guint         selected = adw_combo_row_get_selected (row);

  hbk_value_clear (&self->value);
  if (selected != GTK_INVALID_LIST_POSITION && selected > 0)
    {
      if (self->spec->type == HBK_FACT_BOOLEAN)
        hbk_value_set_boolean (&self->value, selected == 1);
      else if (selected - 1 < self->spec->choices->len)
        hbk_value_set_text (&self->value, g_array_index (self->spec->choices, HbkChoiceSpec, selected - 1).id);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- Making rows ---- */

static void
name_input (HbkFactField *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, get_name (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_question (self), -1);
}

static GtkWidget *
action_row_new (HbkFactField *self)
{
  return hbk_plain_row_new (get_name (self), get_question (self));
}

static void
make_entry (HbkFactField *self)
{
  g_autofree char *text = self->value.kind != HBK_VALUE_NONE ? hbk_value_words (&self->value, self->spec, hbk_locale_get_language ()) : NULL;
  gboolean         is_number = hbk_fact_type_is_number (self->spec->type);
  const char      *unit = get_unit (self);

  self->row = action_row_new (self);
  self->input = g_object_new (GTK_TYPE_ENTRY, "valign", GTK_ALIGN_CENTER, "width-chars", is_number ? 7 : 14, "max-width-chars", is_number ? 9 : 22, "xalign", is_number ? 1.0 : 0.0,
                              "input-purpose", is_number ? GTK_INPUT_PURPOSE_NUMBER : GTK_INPUT_PURPOSE_FREE_FORM, "placeholder-text", C_ ("a fact", "not stated"), NULL);
  gtk_widget_add_css_class (self->input, "hbk-tabular");
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  if (self->spec->type == HBK_FACT_HOURS_LIST)
    g_object_set (self->input, "placeholder-text", "4, 4, 3.5", NULL);
  g_signal_connect_object (self->input, "changed", G_CALLBACK (text_changed_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->mark);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->input);
  if (unit != NULL && self->spec->type != HBK_FACT_HOURS_LIST)
    {
      GtkWidget *label = gtk_label_new (unit);

      gtk_widget_add_css_class (label, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), label);
    }
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->input);
}

static guint
position_of (HbkFactField *self)
{
  if (self->value.kind == HBK_VALUE_BOOLEAN)
    return self->value.boolean ? 1 : 2;
  for (guint i = 0; self->value.kind == HBK_VALUE_TEXT && self->spec->choices != NULL && i < self->spec->choices->len; i++)
    {
      if (g_strcmp0 (g_array_index (self->spec->choices, HbkChoiceSpec, i).id, self->value.text) == 0)
        return i + 1;
    }

  return 0;
}

static void
make_combo (HbkFactField *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_choices = self->spec->choices != NULL ? self->spec->choices->len : 0;

  /* Translators: the answer to a question while there is none */
  gtk_string_list_append (names, C_ ("a fact", "not stated"));
  if (self->spec->type == HBK_FACT_BOOLEAN)
    {
      gtk_string_list_append (names, C_ ("answer", "yes"));
      gtk_string_list_append (names, C_ ("answer", "no"));
    }
  for (guint i = 0; self->spec->type == HBK_FACT_CHOICE && i < n_choices; i++)
    gtk_string_list_append (names, hbk_bilingual_get (&g_array_index (self->spec->choices, HbkChoiceSpec, i).name, hbk_locale_get_language ()));

  self->row = self->input = hbk_plain_row_new_with (ADW_TYPE_COMBO_ROW, get_name (self), get_question (self), "model", names, "selected", position_of (self), NULL);
  if (n_choices > SEARCH_FROM)
    {
      g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      g_object_set (self->row, "expression", expression, "search-match-mode", GTK_STRING_FILTER_MATCH_MODE_SUBSTRING, "enable-search", TRUE, NULL);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->mark);
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (selected_cb), self, 0);
}

static void
make_date (HbkFactField *self)
{
  self->row = self->input = hbk_date_row_new (get_name (self), get_question (self));
  hbk_date_row_set_date (HBK_DATE_ROW (self->row), self->value.date);
  hbk_date_row_add_mark (HBK_DATE_ROW (self->row), self->mark);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (date_changed_cb), self, 0);
}

static void
make_row (HbkFactField *self)
{
  /* Translators: a mark at a question that has to be answered before hours can be credited */
  self->mark = g_object_ref_sink (gtk_label_new (C_ ("a fact", "to fill in")));
  gtk_widget_add_css_class (self->mark, "hbk-chip");
  gtk_widget_add_css_class (self->mark, "hbk-caution");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->mark, FALSE);

  switch (self->spec->type)
    {
    case HBK_FACT_BOOLEAN:
    case HBK_FACT_CHOICE:
      make_combo (self);
      break;
    case HBK_FACT_DATE:
      make_date (self);
      break;
    case HBK_FACT_INTEGER:
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
    case HBK_FACT_HOURS_LIST:
    case HBK_FACT_TEXT:
    default:
      make_entry (self);
      break;
    }
  g_object_ref_sink (self->row);
  name_input (self);
}

/* ---- Overrides ---- */

static void
hbk_fact_field_dispose (GObject *object)
{
  HbkFactField *self = HBK_FACT_FIELD (object);

  g_clear_object (&self->mark);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (hbk_fact_field_parent_class)->dispose (object);
}

static void
hbk_fact_field_finalize (GObject *object)
{
  hbk_value_clear (&HBK_FACT_FIELD (object)->value);

  G_OBJECT_CLASS (hbk_fact_field_parent_class)->finalize (object);
}

static void
hbk_fact_field_class_init (HbkFactFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hbk_fact_field_dispose;
  object_class->finalize = hbk_fact_field_finalize;

  /**
   * HbkFactField::changed:
   *
   * Another answer was given.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hbk_fact_field_init (HbkFactField *self)
{
  self->is_valid = TRUE;
}

/**
 * hbk_fact_field_new:
 * @spec: what is asked; kept by its vocabulary, which has to outlive the field
 * @value: (nullable): the answer so far
 *
 * Makes a field with its row.
 *
 * Returns: (transfer full): the field
 */
HbkFactField *
hbk_fact_field_new (const HbkFactSpec *spec, const HbkValue *value)
{
  HbkFactField *self;

  g_return_val_if_fail (spec != NULL, NULL);

  self = g_object_new (HBK_TYPE_FACT_FIELD, NULL);
  self->spec = spec;
  if (value != NULL)
    hbk_value_copy (value, &self->value);
  make_row (self);

  return self;
}

/**
 * hbk_fact_field_get_spec:
 * @self: a field
 *
 * Gets what is asked.
 *
 * Returns: (transfer none): the fact
 */
const HbkFactSpec *
hbk_fact_field_get_spec (HbkFactField *self)
{
  g_return_val_if_fail (HBK_IS_FACT_FIELD (self), NULL);

  return self->spec;
}

/**
 * hbk_fact_field_get_row:
 * @self: a field
 *
 * Gets the row to show.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
hbk_fact_field_get_row (HbkFactField *self)
{
  g_return_val_if_fail (HBK_IS_FACT_FIELD (self), NULL);

  return self->row;
}

/**
 * hbk_fact_field_get_value:
 * @self: a field
 *
 * Gets the answer.
 *
 * Returns: (transfer none): the answer, of kind NONE while there is none
 */
const HbkValue *
hbk_fact_field_get_value (HbkFactField *self)
{
  g_return_val_if_fail (HBK_IS_FACT_FIELD (self), NULL);

  return &self->value;
}

/**
 * hbk_fact_field_is_valid:
 * @self: a field
 *
 * Whether what was typed is understood.
 *
 * Returns: %FALSE when it is not
 */
gboolean
hbk_fact_field_is_valid (HbkFactField *self)
{
  g_return_val_if_fail (HBK_IS_FACT_FIELD (self), FALSE);

  return self->is_valid;
}

/**
 * hbk_fact_field_set_missing:
 * @self: a field
 * @is_missing: hours wait for this answer
 *
 * Marks the field as one to fill in.
 */
void
hbk_fact_field_set_missing (HbkFactField *self, gboolean is_missing)
{
  g_return_if_fail (HBK_IS_FACT_FIELD (self));

  gtk_widget_set_visible (self->mark, is_missing && self->value.kind == HBK_VALUE_NONE);
}

/**
 * hbk_fact_field_focus:
 * @self: a field
 *
 * Puts the focus where the answer is given.
 */
void
hbk_fact_field_focus (HbkFactField *self)
{
  g_return_if_fail (HBK_IS_FACT_FIELD (self));

  gtk_widget_grab_focus (self->input);
}
