/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-value.h"

/**
 * hbk_value_new:
 *
 * Makes a value on the heap that is not stated yet.
 *
 * Returns: (transfer full): the value
 */
HbkValue *
hbk_value_new (void)
{
  return g_new0 (HbkValue, 1);
}

/**
 * hbk_value_free:
 * @value: (transfer full) (nullable): a value from [ctor@Value.new]
 *
 * Frees a value on the heap.
 */
void
hbk_value_free (HbkValue *value)
{
  if (value == NULL)
    return;

  hbk_value_clear (value);
  g_free (value);
}

/**
 * hbk_value_clear:
 * @value: a value
 *
 * Drops what a value holds; it is then not stated.
 */
void
hbk_value_clear (HbkValue *value)
{
  g_return_if_fail (value != NULL);

  if (value->text != NULL)
    g_ref_string_release ((GRefString *) value->text);
  if (value->list != NULL)
    g_array_unref (value->list);

  *value = (HbkValue) HBK_VALUE_INIT;
}

/**
 * hbk_value_copy:
 * @source: a value
 * @target: (out caller-allocates): memory for the copy; what it holds is not dropped
 *
 * Copies a value.
 */
void
hbk_value_copy (const HbkValue *source, HbkValue *target)
{
  g_return_if_fail (source != NULL && target != NULL);

  *target = *source;
  if (source->text != NULL)
    target->text = g_ref_string_acquire ((GRefString *) source->text);
  if (source->list != NULL)
    target->list = g_array_ref (source->list);
}

static gboolean
lists_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_array_index (a, gint64, i) != g_array_index (b, gint64, i))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_value_equal:
 * @a: a value
 * @b: another value
 *
 * Says whether two values are of the same kind and the same.
 *
 * Returns: %TRUE when they are
 */
gboolean
hbk_value_equal (const HbkValue *a, const HbkValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case HBK_VALUE_BOOLEAN:
      return a->boolean == b->boolean;

    case HBK_VALUE_NUMBER:
      return a->number == b->number;

    case HBK_VALUE_TEXT:
      /* Interned: the same text is the same pointer. */
      return a->text == b->text;

    case HBK_VALUE_LIST:
      return lists_equal (a->list, b->list);

    case HBK_VALUE_NONE:
    default:
      return TRUE;
    }
}

/**
 * hbk_value_set_boolean:
 * @value: a value
 * @boolean: yes or no
 *
 * Makes a value hold a boolean.
 */
void
hbk_value_set_boolean (HbkValue *value, gboolean boolean)
{
  hbk_value_clear (value);
  value->kind = HBK_VALUE_BOOLEAN;
  value->boolean = !!boolean;
}

/**
 * hbk_value_set_number:
 * @value: a value
 * @hundredths: the amount in hundredths
 *
 * Makes a value hold an amount.
 */
void
hbk_value_set_number (HbkValue *value, gint64 hundredths)
{
  hbk_value_clear (value);
  value->kind = HBK_VALUE_NUMBER;
  value->number = hundredths;
}

/**
 * hbk_value_set_text:
 * @value: a value
 * @text: the text, which is copied
 *
 * Makes a value hold a text; one that is a valid date is also available as such.
 */
void
hbk_value_set_text (HbkValue *value, const char *text)
{
  GRefString *interned;

  g_return_if_fail (value != NULL && text != NULL);

  /* First, because the text may be the one that the value holds. */
  interned = g_ref_string_new_intern (text);

  hbk_value_clear (value);
  value->kind = HBK_VALUE_TEXT;
  value->text = interned;
  value->date = hbk_date_parse (interned);
}

/**
 * hbk_value_set_date:
 * @value: a value
 * @date: the date
 *
 * Makes a value hold a date, which is a text of the form YYYY-MM-DD.
 */
void
hbk_value_set_date (HbkValue *value, HbkDate date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (date > HBK_DATE_NONE);

  text = hbk_date_format (date);
  hbk_value_set_text (value, text);
}

/**
 * hbk_value_set_list:
 * @value: a value
 * @hundredths: (array length=n_hundredths) (nullable): the amounts in hundredths, which are copied
 * @n_hundredths: how many
 *
 * Makes a value hold a list of amounts.
 */
void
hbk_value_set_list (HbkValue *value, const gint64 *hundredths, guint n_hundredths)
{
  GArray *list;

  g_return_if_fail (value != NULL && (hundredths != NULL || n_hundredths == 0));

  list = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_hundredths);
  if (n_hundredths > 0)
    g_array_append_vals (list, hundredths, n_hundredths);

  hbk_value_clear (value);
  value->kind = HBK_VALUE_LIST;
  value->list = list;
}

static gboolean
is_number (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  return json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE;
}

static gboolean
set_json_list (HbkValue *value, JsonArray *array)
{
  guint              n = json_array_get_length (array);
  g_autofree gint64 *hundredths = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!is_number (node) || !hbk_hours_from_double (json_node_get_double (node), &hundredths[i]))
        return FALSE;
    }

  hbk_value_set_list (value, hundredths, n);
  return TRUE;
}

static gboolean
set_json_text (HbkValue *value, const char *text)
{
  if (g_utf8_strlen (text, -1) > HBK_VALUE_TEXT_MAX)
    return FALSE;

  hbk_value_set_text (value, text);
  return TRUE;
}

/**
 * hbk_value_from_json:
 * @value: a value
 * @node: a JSON value
 *
 * Takes a value from JSON; null is not stated.
 *
 * What a value cannot hold is refused: objects, lists of anything but amounts, numbers that are negative, have more
 * than two decimals or exceed %HBK_HOURS_MAX, and texts longer than %HBK_VALUE_TEXT_MAX.
 *
 * Returns: %TRUE when @value was set; otherwise it is untouched
 */
gboolean
hbk_value_from_json (HbkValue *value, JsonNode *node)
{
  HbkHours hundredths;

  g_return_val_if_fail (value != NULL && node != NULL, FALSE);

  if (JSON_NODE_HOLDS_NULL (node))
    hbk_value_clear (value);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    return set_json_list (value, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    hbk_value_set_boolean (value, json_node_get_boolean (node));
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    return set_json_text (value, json_node_get_string (node));
  else if (hbk_hours_from_double (json_node_get_double (node), &hundredths))
    hbk_value_set_number (value, hundredths);
  else
    return FALSE;

  return TRUE;
}

static JsonNode *
number_to_json (gint64 hundredths)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (hundredths % 100 == 0)
    json_node_set_int (node, hundredths / 100);
  else
    json_node_set_double (node, hbk_hours_to_double (hundredths));

  return node;
}

static JsonNode *
list_to_json (const GArray *list)
{
  JsonNode  *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    json_array_add_element (array, number_to_json (g_array_index (list, gint64, i)));

  json_node_take_array (node, array);
  return node;
}

/**
 * hbk_value_to_json:
 * @value: a value
 *
 * Turns a value into JSON, from which [method@Value.from_json] makes an equal one.
 *
 * Returns: (transfer full): the node
 */
JsonNode *
hbk_value_to_json (const HbkValue *value)
{
  JsonNode *node;

  g_return_val_if_fail (value != NULL, NULL);

  switch (value->kind)
    {
    case HBK_VALUE_BOOLEAN:
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_boolean (node, value->boolean);
      return node;

    case HBK_VALUE_NUMBER:
      return number_to_json (value->number);

    case HBK_VALUE_TEXT:
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_string (node, value->text);
      return node;

    case HBK_VALUE_LIST:
      return list_to_json (value->list);

    case HBK_VALUE_NONE:
    default:
      return json_node_new (JSON_NODE_NULL);
    }
}
