/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-value.h"

static const gint64 two[] = { 700, 25 };
static const gint64 other[] = { 700, 26 };

static void
test_set (void)
{
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  g_assert_cmpint (value.kind, ==, HBK_VALUE_NONE);

  hbk_value_set_boolean (&value, 7);
  g_assert_cmpint (value.kind, ==, HBK_VALUE_BOOLEAN);
  g_assert_cmpint (value.boolean, ==, TRUE);

  hbk_value_set_number (&value, 8950);
  g_assert_cmpint (value.kind, ==, HBK_VALUE_NUMBER);
  g_assert_cmpint (value.number, ==, 8950);
  g_assert_false (value.boolean);

  hbk_value_set_text (&value, "province");
  g_assert_cmpint (value.kind, ==, HBK_VALUE_TEXT);
  g_assert_cmpstr (value.text, ==, "province");
  g_assert_cmpint (value.date, ==, HBK_DATE_NONE);
  g_assert_cmpint (value.number, ==, 0);

  hbk_value_set_text (&value, "2024-02-29");
  g_assert_cmpint (value.kind, ==, HBK_VALUE_TEXT);
  g_assert_cmpint (value.date, ==, hbk_date_new (2024, 2, 29));

  hbk_value_set_date (&value, hbk_date_new (2023, 12, 31));
  g_assert_cmpstr (value.text, ==, "2023-12-31");
  g_assert_cmpint (value.date, ==, hbk_date_new (2023, 12, 31));

  hbk_value_set_list (&value, two, 2);
  g_assert_cmpint (value.kind, ==, HBK_VALUE_LIST);
  g_assert_cmpuint (value.list->len, ==, 2);
  g_assert_cmpint (g_array_index (value.list, gint64, 1), ==, 25);
  g_assert_null (value.text);
  g_assert_cmpint (value.date, ==, HBK_DATE_NONE);

  hbk_value_set_list (&value, NULL, 0);
  g_assert_cmpuint (value.list->len, ==, 0);

  hbk_value_clear (&value);
  g_assert_cmpint (value.kind, ==, HBK_VALUE_NONE);
  g_assert_null (value.list);
  hbk_value_clear (&value);
}

/* Interned: the same text is the same pointer, and setting a value to its own text is safe. */
static void
test_interned (void)
{
  g_autoptr (HbkValue) value = hbk_value_new ();
  g_autofree char *built = g_strconcat ("pro", "vince", NULL);
  g_autoptr (GRefString) interned = g_ref_string_new_intern ("province");

  hbk_value_set_text (value, built);
  g_assert_true (value->text == interned);

  hbk_value_set_text (value, value->text);
  g_assert_cmpstr (value->text, ==, "province");

  hbk_value_free (NULL);
}

static void
fill (HbkValue *values)
{
  hbk_value_set_boolean (&values[1], FALSE);
  hbk_value_set_boolean (&values[2], TRUE);
  hbk_value_set_number (&values[3], 0);
  hbk_value_set_number (&values[4], 1);
  hbk_value_set_text (&values[5], "");
  hbk_value_set_text (&values[6], "2024-02-29");
  hbk_value_set_list (&values[7], NULL, 0);
  hbk_value_set_list (&values[8], two, 1);
  hbk_value_set_list (&values[9], two, 2);
  hbk_value_set_list (&values[10], other, 2);
}

static void
test_equal (void)
{
  HbkValue a[11] = { HBK_VALUE_INIT };
  HbkValue b[11] = { HBK_VALUE_INIT };

  fill (a);
  fill (b);

  for (gsize i = 0; i < G_N_ELEMENTS (a); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (b); j++)
        g_assert_cmpint (hbk_value_equal (&a[i], &b[j]), ==, i == j);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (a); i++)
    {
      HbkValue copy;

      hbk_value_copy (&a[i], &copy);
      hbk_value_clear (&a[i]);
      g_assert_true (hbk_value_equal (&copy, &b[i]));
      hbk_value_clear (&copy);
      hbk_value_clear (&b[i]);
    }
}

static void
test_json (void)
{
  static const struct
  {
    const char  *in;
    HbkValueKind kind;
    const char  *out;
  } cases[] = {
    { "null", HBK_VALUE_NONE, "null" },
    { "true", HBK_VALUE_BOOLEAN, "true" },
    { "false", HBK_VALUE_BOOLEAN, "false" },
    { "5", HBK_VALUE_NUMBER, "5" },
    { "5.0", HBK_VALUE_NUMBER, "5" },
    { "7.5", HBK_VALUE_NUMBER, "7.5" },
    { "0.25", HBK_VALUE_NUMBER, "0.25" },
    { "100000000", HBK_VALUE_NUMBER, "100000000" },
    { "\"\"", HBK_VALUE_TEXT, "\"\"" },
    { "\"省级\"", HBK_VALUE_TEXT, "\"省级\"" },
    { "[]", HBK_VALUE_LIST, "[]" },
    { "[7, 3.5, 0]", HBK_VALUE_LIST, "[7,3.5,0]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (cases[i].in, NULL);
      g_autoptr (JsonNode) out = NULL;
      g_autofree char *text = NULL;
      g_auto (HbkValue) value = HBK_VALUE_INIT;
      g_auto (HbkValue) again = HBK_VALUE_INIT;

      hbk_value_set_number (&value, 4711);
      g_assert_true (hbk_value_from_json (&value, node));
      g_assert_cmpint (value.kind, ==, cases[i].kind);

      out = hbk_value_to_json (&value);
      text = json_to_string (out, FALSE);
      g_assert_cmpstr (text, ==, cases[i].out);
      g_assert_true (hbk_value_from_json (&again, out));
      g_assert_true (hbk_value_equal (&value, &again));
    }
}

static void
test_json_refused (void)
{
  static const char *const cases[] = {
    "{}",
    "{\"a\": 1}",
    "-1",
    "-0.5",
    "0.333",
    "100000000.01",
    "1e300",
    "[1, \"a\"]",
    "[1, null]",
    "[true]",
    "[[1]]",
    "[{}]",
    "[0.333]",
    "[-1]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (cases[i], NULL);
      g_auto (HbkValue) value = HBK_VALUE_INIT;

      hbk_value_set_number (&value, 4711);
      g_assert_false (hbk_value_from_json (&value, node));
      g_assert_cmpint (value.number, ==, 4711);
    }
}

static void
test_text_limit (void)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  for (int i = 0; i < HBK_VALUE_TEXT_MAX; i++)
    g_string_append (text, "课");
  json_node_set_string (node, text->str);
  g_assert_true (hbk_value_from_json (&value, node));

  g_string_append (text, "时");
  json_node_set_string (node, text->str);
  g_assert_false (hbk_value_from_json (&value, node));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/set", test_set);
  g_test_add_func ("/value/interned", test_interned);
  g_test_add_func ("/value/equal", test_equal);
  g_test_add_func ("/value/json", test_json);
  g_test_add_func ("/value/json-refused", test_json_refused);
  g_test_add_func ("/value/text-limit", test_text_limit);

  return g_test_run ();
}
