/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-facts.h"

static void
set_number (HbkFacts *facts, const char *id, gint64 hundredths)
{
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_value_set_number (&value, hundredths);
  hbk_facts_set (facts, id, &value);
}

static void
set_json (HbkFacts *facts, const char *id, const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  hbk_facts_set_json (facts, id, node);
}

static void
test_set (void)
{
  g_autoptr (HbkFacts) facts = hbk_facts_new ();
  const char *id = NULL;

  g_assert_cmpuint (hbk_facts_get_n (facts), ==, 0);
  g_assert_null (hbk_facts_lookup (facts, "days"));

  set_number (facts, "days", 500);
  set_number (facts, "hours", 3000);
  set_number (facts, "days", 700);

  g_assert_cmpuint (hbk_facts_get_n (facts), ==, 2);
  g_assert_cmpint (hbk_facts_lookup (facts, "days")->number, ==, 700);
  g_assert_cmpint (hbk_facts_nth (facts, 0, &id)->number, ==, 700);
  g_assert_cmpstr (id, ==, "days");
  g_assert_cmpint (hbk_facts_nth (facts, 1, NULL)->number, ==, 3000);

  /* A value that is there already. */
  hbk_facts_set (facts, "hours", hbk_facts_lookup (facts, "hours"));
  hbk_facts_set (facts, "days", hbk_facts_lookup (facts, "hours"));
  g_assert_cmpint (hbk_facts_lookup (facts, "days")->number, ==, 3000);

  g_assert_true (hbk_facts_remove (facts, "days"));
  g_assert_false (hbk_facts_remove (facts, "days"));
  g_assert_null (hbk_facts_lookup (facts, "days"));
  g_assert_cmpuint (hbk_facts_get_n (facts), ==, 1);
}

/* The fast way finds by address: the interned text, not just any that reads the same. */
static void
test_get (void)
{
  g_autoptr (HbkFacts) facts = hbk_facts_new ();
  g_autoptr (GRefString) days = g_ref_string_new_intern ("days");
  g_autoptr (GRefString) hours = g_ref_string_new_intern ("hours");
  g_autofree char *twin = g_strdup ("days");

  set_number (facts, "other", 1);
  set_number (facts, twin, 500);

  g_assert_cmpint (hbk_facts_get (facts, days)->number, ==, 500);
  g_assert_null (hbk_facts_get (facts, hours));
  g_assert_null (hbk_facts_get (facts, twin));
  g_assert_null (hbk_facts_get (facts, NULL));
  g_assert_cmpint (hbk_facts_lookup (facts, twin)->number, ==, 500);
}

static void
test_json (void)
{
  g_autoptr (HbkFacts) facts = hbk_facts_new ();

  set_json (facts, "days", "5");
  set_json (facts, "where", "{\"lat\": 36.6}");
  set_json (facts, "names", "[\"a\", 1]");
  set_json (facts, "unknown", "null");

  g_assert_cmpint (hbk_facts_nth (facts, 0, NULL)->number, ==, 500);
  g_assert_null (hbk_facts_nth_verbatim (facts, 0));

  /* What cannot be held is kept, and counts as not stated. */
  g_assert_cmpint (hbk_facts_lookup (facts, "where")->kind, ==, HBK_VALUE_NONE);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (hbk_facts_nth_verbatim (facts, 1)));
  g_assert_true (JSON_NODE_HOLDS_ARRAY (hbk_facts_nth_verbatim (facts, 2)));

  g_assert_cmpint (hbk_facts_lookup (facts, "unknown")->kind, ==, HBK_VALUE_NONE);
  g_assert_null (hbk_facts_nth_verbatim (facts, 3));

  /* A real answer takes its place. */
  set_number (facts, "where", 100);
  g_assert_cmpint (hbk_facts_nth (facts, 1, NULL)->number, ==, 100);
  g_assert_null (hbk_facts_nth_verbatim (facts, 1));
  set_json (facts, "where", "[[]]");
  g_assert_cmpint (hbk_facts_nth (facts, 1, NULL)->kind, ==, HBK_VALUE_NONE);
  g_assert_nonnull (hbk_facts_nth_verbatim (facts, 1));
}

static void
test_append_json (void)
{
  g_autoptr (HbkFacts) facts = hbk_facts_new ();
  g_autoptr (JsonNode) number = json_from_string ("5", NULL);
  g_autoptr (JsonNode) object = json_from_string ("{}", NULL);

  g_assert_true (hbk_facts_append_json (facts, "days", number));
  g_assert_false (hbk_facts_append_json (facts, "where", object));
  g_assert_cmpuint (hbk_facts_get_n (facts), ==, 2);
  g_assert_cmpint (hbk_facts_lookup (facts, "days")->number, ==, 500);
  g_assert_nonnull (hbk_facts_nth_verbatim (facts, 1));
}

static void
test_equal (void)
{
  static const char *const texts[] = { "1", "2", "null", "\"1\"", "{\"a\": 1}", "{\"a\": 2}", "[1, []]" };
  g_autoptr (HbkFacts) ab = hbk_facts_new ();
  g_autoptr (HbkFacts) ba = hbk_facts_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr (HbkFacts) a = hbk_facts_new ();
          g_autoptr (HbkFacts) b = hbk_facts_new ();

          set_json (a, "x", texts[i]);
          set_json (b, "x", texts[j]);
          g_assert_cmpint (hbk_facts_equal (a, b), ==, i == j);
        }
    }

  set_number (ab, "a", 1);
  g_assert_false (hbk_facts_equal (ab, ba));
  set_number (ba, "b", 2);
  g_assert_false (hbk_facts_equal (ab, ba));
  set_number (ab, "b", 2);
  set_number (ba, "a", 1);
  g_assert_true (hbk_facts_equal (ab, ba));
}

static void
test_copy (void)
{
  g_autoptr (HbkFacts) facts = hbk_facts_new ();
  g_autoptr (HbkFacts) copy = NULL;
  g_auto (GValue) boxed = G_VALUE_INIT;

  set_number (facts, "days", 500);
  set_json (facts, "where", "{\"lat\": 36.6}");
  set_json (facts, "text", "\"2024-01-01\"");
  set_json (facts, "list", "[1, 2]");

  copy = hbk_facts_copy (facts);
  g_assert_true (hbk_facts_equal (facts, copy));

  set_number (copy, "days", 600);
  g_assert_cmpint (hbk_facts_lookup (facts, "days")->number, ==, 500);
  g_assert_false (hbk_facts_equal (facts, copy));

  /* As a boxed value it is shared, not copied. */
  g_value_init (&boxed, HBK_TYPE_FACTS);
  g_value_set_boxed (&boxed, facts);
  g_assert_true (g_value_get_boxed (&boxed) == facts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/set", test_set);
  g_test_add_func ("/facts/get", test_get);
  g_test_add_func ("/facts/json", test_json);
  g_test_add_func ("/facts/append-json", test_append_json);
  g_test_add_func ("/facts/equal", test_equal);
  g_test_add_func ("/facts/copy", test_copy);

  return g_test_run ();
}
