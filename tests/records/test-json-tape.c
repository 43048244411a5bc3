/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-tape.h"

#include <string.h>

static HbkJsonTape *
read_text (const char *text)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkJsonTape *tape = hbk_json_tape_new (text, strlen (text), &hbk_json_limits_pack, problems);

  g_assert_true ((tape != NULL) == hbk_problems_is_empty (problems));

  return tape;
}

/* The tree is the one that json-glib makes of the same text. */
static void
test_nodes (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "{\"a\": []}",
    "[[], {}, [[]]]",
    "true",
    "[false, null, true]",
    "\"\"",
    "\"课\"",
    "[0, -0, 1, -1, 9007199254740992, -9007199254740992, 1234567890123456]",
    "[0.5, -0.25, 1e3, 1E-3, 12.50, 0.1, 100000000000000000.5, 123456789.123456789, 1.7976931348623157e308, 5e-324]",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\\u8bfe\\u65f6\", \"\\ud83d\\ude00x\", \"a\\u0062c\"]",
    "{\"k\\u0065y\": {\"z\": 1, \"a\": [1, {\"b\": \"c\"}]}, \"\": 2, \"d\": {}}",
    " \n\t{ \"a\" : [ 1 , 2 ] }\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HbkJsonTape) tape = read_text (texts[i]);
      g_autoptr (JsonNode) expected = json_from_string (texts[i], NULL);
      JsonNode *node = hbk_json_tape_get_node (tape, 0);

      g_test_message ("%s", texts[i]);
      g_assert_true (json_node_equal (node, expected));
      g_assert_true (hbk_json_tape_get_node (tape, 0) == node);
    }
}

static void
assert_number (const char *text)
{
  g_autofree char *list = g_strdup_printf ("[%s]", text);
  g_autoptr (HbkJsonTape) tape = read_text (list);
  double expected = g_ascii_strtod (text, NULL);
  double number;

  g_assert_nonnull (tape);
  number = hbk_json_tape_get_number (tape, 1);
  if (memcmp (&number, &expected, sizeof number) != 0)
    g_error ("%s: %.17g is not %.17g", text, number, expected);
}

/* The short way to a double gives the same bits as the long one. */
static void
test_numbers (void)
{
  static const char *const texts[] = { "0", "-0", "0.0", "-0.0", "7.5", "0.01", "-0.07", "999999999999999", "9999999999999999.0", "0.123456789012345", "0.1234567890123456", "123456789012345.6", "1.10", "4503599627370496.5", "1e0", "12E2", "0.000000000000001" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_number (texts[i]);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%d.%0*d", g_test_rand_bit () ? "-" : "", g_test_rand_int_range (0, g_test_rand_bit () ? 100 : G_MAXINT), g_test_rand_int_range (1, 12), g_test_rand_int_range (0, g_test_rand_bit () ? 100 : G_MAXINT));

      assert_number (text);
    }
}

static void
test_members (void)
{
  g_autoptr (HbkJsonTape) tape = read_text ("{\"a\": {\"b\": 1, \"c\": [1, 2, 3]}, \"b\": \"x\", \"\\u0063\": true, \"\": null, \"ab\": 5}");
  guint a = hbk_json_tape_find_member (tape, 0, "a");
  guint c = hbk_json_tape_find_member (tape, a, "c");

  g_assert_cmpint (hbk_json_tape_get (tape, 0)->size, ==, 5);
  g_assert_cmpint (hbk_json_tape_get (tape, a)->kind, ==, '{');
  g_assert_cmpint (hbk_json_tape_get (tape, c)->size, ==, 3);
  g_assert_cmpstr (hbk_json_tape_get_text (tape, hbk_json_tape_find_member (tape, 0, "b")), ==, "x");
  g_assert_cmpint (hbk_json_tape_get (tape, hbk_json_tape_find_member (tape, 0, "c"))->kind, ==, 't');
  g_assert_cmpint (hbk_json_tape_get (tape, hbk_json_tape_find_member (tape, 0, ""))->kind, ==, 'n');
  g_assert_cmpfloat (hbk_json_tape_get_number (tape, hbk_json_tape_find_member (tape, 0, "ab")), ==, 5);
  g_assert_cmpuint (hbk_json_tape_find_member (tape, 0, "abc"), ==, 0);
  g_assert_cmpuint (hbk_json_tape_find_member (tape, a, "a"), ==, 0);
}

/* More tokens than bytes usually have. */
static void
test_dense (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (HbkJsonTape) tape = NULL;
  guint n = 0;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i > 0 ? ",1" : "1");
  g_string_append_c (text, ']');
  tape = read_text (text->str);

  g_assert_cmpint (hbk_json_tape_get (tape, 0)->size, ==, 5000);
  for (guint i = 1; i < hbk_json_tape_get (tape, 0)->next; i = hbk_json_tape_get (tape, i)->next)
    n++;
  g_assert_cmpuint (n, ==, 5000);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "{", "[1,]", "{\"a\": 1, \"a\": 2}", "[\"\\u0000\"]", "nul" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (read_text (texts[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-tape/nodes", test_nodes);
  g_test_add_func ("/json-tape/numbers", test_numbers);
  g_test_add_func ("/json-tape/members", test_members);
  g_test_add_func ("/json-tape/dense", test_dense);
  g_test_add_func ("/json-tape/refused", test_refused);

  return g_test_run ();
}
