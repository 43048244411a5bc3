/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences/hbk-attribute-row.h"

#include <glib/gi18n.h>

#include "app/editor/hbk-date-row.h"
#include "app/widgets/hbk-plain-row.h"
#include "words/hbk-locale.h"

/* What a row is about. */
typedef struct
{
  char              *id;
  const HbkFactSpec *spec; /* NULL of a text */
  HbkValue           before;
} Attribute;

static GQuark attribute_quark (void);

G_DEFINE_QUARK (hbk-attribute-row, attribute)

static void
attribute_free (gpointer data)
{
  Attribute *attribute = data;

  g_free (attribute->id);
  hbk_value_clear (&attribute->before);
  g_free (attribute);
}

static Attribute *
get_attribute (GtkWidget *row)
{
  return g_object_get_qdata (G_OBJECT (row), attribute_quark ());
}

static GtkWidget *
take_attribute (GtkWidget *row, const char *id, const HbkFactSpec *spec, const HbkValue *value)
{
  Attribute *attribute = g_new0 (Attribute, 1);

  attribute->id = g_strdup (id);
  attribute->spec = spec;
  if (value != NULL)
    hbk_value_copy (value, &attribute->before);
  g_object_set_qdata_full (G_OBJECT (row), attribute_quark (), attribute, attribute_free);

  return row;
}

/* ---- Rows ---- */

/* The first position stands for no answer. */
static GtkWidget *
make_combo (const char *title, const char *subtitle, GtkStringList *answers, guint selected)
{
  GtkWidget *row = hbk_plain_row_new_with (ADW_TYPE_COMBO_ROW, title, NULL, "title-lines", 0, "subtitle-lines", 0, "model", answers, "selected", selected, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkWidget *
make_choice (const HbkFactSpec *spec, const HbkValue *value)
{
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (answers, C_("answer", "Not stated"));
  for (guint i = 0; i < spec->choices->len; i++)
    {
      const HbkChoiceSpec *choice = &g_array_index (spec->choices, HbkChoiceSpec, i);

      gtk_string_list_append (answers, hbk_bilingual_get (&choice->name, hbk_locale_get_language ()));
      if (value != NULL && g_strcmp0 (value->text, choice->id) == 0)
        selected = i + 1;
    }

  return make_combo (hbk_bilingual_get (&spec->name, hbk_locale_get_language ()), NULL, answers, selected);
}

static GtkWidget *
make_boolean (const HbkFactSpec *spec, const HbkValue *value)
{
  const char *answers[] = { C_("answer", "Not stated"), C_("answer", "Yes"), C_("answer", "No"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (answers);
  guint selected = value == NULL || value->kind != HBK_VALUE_BOOLEAN ? 0 : value->boolean ? 1
                                                                                          : 2;

  return make_combo (hbk_bilingual_get (&spec->ask, hbk_locale_get_language ()), NULL, list, selected);
}

static GtkWidget *
make_day (const HbkFactSpec *spec, const HbkValue *value)
{
  GtkWidget *row = hbk_date_row_new (hbk_bilingual_get (&spec->name, hbk_locale_get_language ()), NULL);

  if (value != NULL)
    hbk_date_row_set_date (HBK_DATE_ROW (row), value->date);

  return row;
}

static GtkWidget *
make_number (const HbkFactSpec *spec, const HbkValue *value)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hbk_bilingual_get (&spec->name, hbk_locale_get_language ()));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  if (value != NULL && value->kind == HBK_VALUE_NUMBER)
    {
      g_autofree char *text = hbk_hours_format (value->number);

      gtk_editable_set_text (GTK_EDITABLE (row), text);
    }

  return row;
}

/* ---- Answers ---- */

static void
read_combo (const Attribute *attribute, guint selected, HbkValue *value)
{
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (attribute->spec->type == HBK_FACT_BOOLEAN)
    hbk_value_set_boolean (value, selected == 1);
  else
    hbk_value_set_text (value, g_array_index (attribute->spec->choices, HbkChoiceSpec, selected - 1).id);
}

static gboolean
read_number (const Attribute *attribute, const char *text, HbkValue *value)
{
  HbkHours number;

  if (*text == '\0')
    return TRUE;
  if (!hbk_hours_parse (text, &number, NULL) || (attribute->spec->type == HBK_FACT_INTEGER && number % 100 != 0))
    return FALSE;

  hbk_value_set_number (value, number);

  return TRUE;
}

static gboolean
read_entry (const Attribute *attribute, GtkWidget *row, HbkValue *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (attribute->spec != NULL && hbk_fact_type_is_number (attribute->spec->type))
    return read_number (attribute, text, value);
  if (*text != '\0')
    hbk_value_set_text (value, text);

  return TRUE;
}

static gboolean
read_day (HbkDateRow *row, HbkValue *value)
{
  if (hbk_date_row_get_date (row) != HBK_DATE_NONE)
    hbk_value_set_date (value, hbk_date_row_get_date (row));

  return hbk_date_row_is_valid (row);
}

/**
 * hbk_attribute_row_new:
 * @spec: the question
 * @value: (nullable): the answer so far
 *
 * Makes a row for a question of the vocabulary.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_attribute_row_new (const HbkFactSpec *spec, const HbkValue *value)
{
  GtkWidget *row;

  g_return_val_if_fail (spec != NULL, NULL);

  switch (spec->type)
    {
    case HBK_FACT_CHOICE:
      row = make_choice (spec, value);
      break;
    case HBK_FACT_BOOLEAN:
      row = make_boolean (spec, value);
      break;
    case HBK_FACT_DATE:
      row = make_day (spec, value);
      break;
    case HBK_FACT_INTEGER:
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
      row = make_number (spec, value);
      break;
    case HBK_FACT_HOURS_LIST:
    case HBK_FACT_TEXT:
    default:
      return hbk_attribute_row_new_text (spec->id, hbk_bilingual_get (&spec->name, hbk_locale_get_language ()), value);
    }
  gtk_widget_set_tooltip_text (row, hbk_bilingual_get (&spec->ask, hbk_locale_get_language ()));

  return take_attribute (row, spec->id, spec, value);
}

/**
 * hbk_attribute_row_new_text:
 * @id: the id of the answer
 * @title: what is asked for
 * @value: (nullable): the answer so far
 *
 * Makes a row for a text.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hbk_attribute_row_new_text (const char *id, const char *title, const HbkValue *value)
{
  GtkWidget *row = hbk_plain_row_new_with (ADW_TYPE_ENTRY_ROW, title, NULL, "max-length", 200, NULL);

  g_return_val_if_fail (id != NULL, NULL);

  if (value != NULL && value->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), value->text);

  return take_attribute (row, id, NULL, value);
}

/**
 * hbk_attribute_row_get_id:
 * @row: a row
 *
 * Gets the id of the question.
 *
 * Returns: (transfer none): the id
 */
const char *
hbk_attribute_row_get_id (GtkWidget *row)
{
  return get_attribute (row)->id;
}

/**
 * hbk_attribute_row_read:
 * @row: a row
 * @value: (out): an initialised value, which gets the answer
 *
 * Reads the answer; of kind %HBK_VALUE_NONE when there is none.
 *
 * Returns: %FALSE when what is typed is no answer
 */
gboolean
hbk_attribute_row_read (GtkWidget *row, HbkValue *value)
{
  const Attribute *attribute = get_attribute (row);

  hbk_value_clear (value);
  if (HBK_IS_DATE_ROW (row))
    return read_day (HBK_DATE_ROW (row), value);
  if (ADW_IS_COMBO_ROW (row))
    {
      read_combo (attribute, adw_combo_row_get_selected (ADW_COMBO_ROW (row)), value);
      return TRUE;
    }

  return read_entry (attribute, row, value);
}

/**
 * hbk_attribute_row_is_changed:
 * @row: a row
 *
 * Says whether the answer is another than before.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_attribute_row_is_changed (GtkWidget *row)
{
  const Attribute *attribute = get_attribute (row);
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  if (!hbk_attribute_row_read (row, &value))
    return TRUE;
  if (value.kind == HBK_VALUE_NONE || attribute->before.kind == HBK_VALUE_NONE)
    return value.kind != attribute->before.kind;

  return !hbk_value_equal (&value, &attribute->before);
}
