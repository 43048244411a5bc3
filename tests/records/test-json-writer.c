/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-writer.h"

#include <string.h>

static void
assert_finished (HbkJsonWriter *writer, const char *expected)
{
  g_autoptr (GBytes) bytes = hbk_json_writer_finish (writer);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_layout (void)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "text", "课");
  hbk_json_writer_add_null (writer, "nothing");
  hbk_json_writer_add_boolean (writer, "yes", TRUE);
  hbk_json_writer_add_boolean (writer, "no", FALSE);
  hbk_json_writer_add_int (writer, "int", -7);
  hbk_json_writer_add_hours (writer, "hours", 8950);
  hbk_json_writer_add_date (writer, "date", hbk_date_new (2024, 2, 29));
  hbk_json_writer_begin_object (writer, "none");
  hbk_json_writer_end_object (writer);
  hbk_json_writer_begin_array (writer, "empty");
  hbk_json_writer_end_array (writer);
  hbk_json_writer_begin_array (writer, "list");
  hbk_json_writer_add_int (writer, NULL, 1);
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "a", 2);
  hbk_json_writer_end_object (writer);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);

  assert_finished (writer, "{\n"
                           "  \"text\": \"课\",\n"
                           "  \"nothing\": null,\n"
                           "  \"yes\": true,\n"
                           "  \"no\": false,\n"
                           "  \"int\": -7,\n"
                           "  \"hours\": 89.5,\n"
                           "  \"date\": \"2024-02-29\",\n"
                           "  \"none\": {},\n"
                           "  \"empty\": [],\n"
                           "  \"list\": [\n"
                           "    1,\n"
                           "    {\n"
                           "      \"a\": 2\n"
                           "    }\n"
                           "  ]\n"
                           "}\n");

  /* A writer that was emptied may be used again. */
  hbk_json_writer_add_int (writer, NULL, G_MININT64);
  assert_finished (writer, "-9223372036854775808\n");

  hbk_json_writer_free (NULL);
}

static void
test_strings (void)
{
  static const struct
  {
    const char *text, *quoted;
  } cases[] = {
    { "", "\"\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "\n\t\r\b\f\x01\x1f", "\"\\n\\t\\u000d\\u0008\\u000c\\u0001\\u001f\"" },
    { "\x7f课😀\xe2\x80\xae", "\"\x7f课😀\xe2\x80\xae\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
      g_autofree char *expected = g_strconcat (cases[i].quoted, "\n", NULL);

      hbk_json_writer_add_string (writer, NULL, cases[i].text);
      assert_finished (writer, expected);
    }
}

static void
test_deep (void)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  g_autoptr (GString) expected = g_string_new (NULL);

  for (int i = 0; i < 40; i++)
    hbk_json_writer_begin_array (writer, NULL);
  for (int i = 0; i < 40; i++)
    hbk_json_writer_end_array (writer);

  for (int i = 0; i < 39; i++)
    g_string_append_printf (expected, "[\n%*s", 2 * (i + 1), "");
  g_string_append (expected, "[]");
  for (int i = 38; i >= 0; i--)
    g_string_append_printf (expected, "\n%*s]", 2 * i, "");
  g_string_append_c (expected, '\n');

  assert_finished (writer, expected->str);
}

static void
test_values (void)
{
  static const gint64 hundredths[] = { 700, 25 };
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_writer_begin_array (writer, NULL);
  hbk_json_writer_add_value (writer, NULL, &value);
  hbk_value_set_boolean (&value, TRUE);
  hbk_json_writer_add_value (writer, NULL, &value);
  hbk_value_set_number (&value, 750);
  hbk_json_writer_add_value (writer, NULL, &value);
  hbk_value_set_text (&value, "x");
  hbk_json_writer_add_value (writer, NULL, &value);
  hbk_value_set_list (&value, hundredths, 2);
  hbk_json_writer_add_value (writer, NULL, &value);
  hbk_json_writer_end_array (writer);

  assert_finished (writer, "[\n  null,\n  true,\n  7.5,\n  \"x\",\n  [\n    7,\n    0.25\n  ]\n]\n");
}

/* JSON goes through unchanged: doubles as the shortest text that reads the same, and stay doubles. */
static void
test_nodes (void)
{
  static const struct
  {
    const char *in, *out;
  } cases[] = {
    { "0.1", "0.1" },
    { "5.0", "5.0" },
    { "-0.0", "-0.0" },
    { "100000000000000000000.0", "1e+20" },
    { "1e300", "1e+300" },
    { "0.3333333333333333", "0.3333333333333333" },
    { "0.30000000000000004", "0.30000000000000004" },
    { "3.14159265358979312", "3.141592653589793" },
    { "5e-324", "4.94065645841247e-324" },
    { "1.7976931348623157e308", "1.7976931348623157e+308" },
    { "9007199254740992", "9007199254740992" },
    { "-1", "-1" },
    { "true", "true" },
    { "null", "null" },
    { "\"\\u8bfe\"", "\"课\"" },
    { "[]", "[]" },
    { "{}", "{}" },
    { "{\"b\":[1,{}],\"a\":null}", "{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": null\n}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (cases[i].in, NULL);
      g_autoptr (JsonNode) again = NULL;
      g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
      g_autofree char *expected = g_strconcat (cases[i].out, "\n", NULL);

      hbk_json_writer_add_node (writer, NULL, node);
      assert_finished (writer, expected);

      again = json_from_string (cases[i].out, NULL);
      g_assert_true (json_node_equal (node, again));
    }
}

static void
test_members (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"z\": 1, \"a\": {\"b\": 2}}", NULL);
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_members (writer, NULL);
  hbk_json_writer_add_int (writer, "first", 0);
  hbk_json_writer_add_members (writer, json_node_get_object (node));
  hbk_json_writer_end_object (writer);

  assert_finished (writer, "{\n  \"first\": 0,\n  \"z\": 1,\n  \"a\": {\n    \"b\": 2\n  }\n}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/layout", test_layout);
  g_test_add_func ("/json-writer/strings", test_strings);
  g_test_add_func ("/json-writer/deep", test_deep);
  g_test_add_func ("/json-writer/values", test_values);
  g_test_add_func ("/json-writer/nodes", test_nodes);
  g_test_add_func ("/json-writer/members", test_members);

  return g_test_run ();
}
