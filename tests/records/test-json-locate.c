/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-locate.h"
#include "records/hbk-json-path.h"

#include <string.h>

static const char document[] =
  "\n"
  "{\n"
  "  \"format\": \"x\",\n"
  "  \"a-b_c1\":\n"
  "    true,\n"
  "  \"records\": [\n"
  "    {\"id\": \"[,{\\\"\", \"facts\": {\n"
  "      \"days\": 1,\n"
  "      \"odd key\": [1,\n"
  "        [2, 3,\n"
  "         4]]}},\n"
  "    {}\n"
  "    ,\n"
  "    {\"id\": 3, \"\\u8bfe\": {\"a\\\"b\": 1,\n"
  "     \"\": null,\n"
  "     \"daysx\": 1, \"days\":\n"
  "     2}}\n"
  "  ],\n"
  "  \"empty\": [],\n"
  "  \"last\": [[[{\n"
  "\"x\": -1.5e3 }]]] }\n";

static const struct
{
  const char *path;
  int         line;
} places[] = {
  { "$", 2 },
  { "$.format", 3 },
  { "$.a-b_c1", 5 },
  { "$.records", 6 },
  { "$.records[0]", 7 },
  { "$.records[0].id", 7 },
  { "$.records[0].facts", 7 },
  { "$.records[0].facts.days", 8 },
  { "$.records[0].facts[\"odd key\"]", 9 },
  { "$.records[0].facts[\"odd key\"][0]", 9 },
  { "$.records[0].facts[\"odd key\"][1]", 10 },
  { "$.records[0].facts[\"odd key\"][1][2]", 11 },
  { "$.records[1]", 12 },
  { "$.records[2]", 14 },
  { "$.records[2][\"课\"]", 14 },
  { "$.records[2][\"课\"][\"a\\\"b\"]", 14 },
  { "$.records[2][\"课\"][\"\"]", 15 },
  { "$.records[2][\"课\"].daysx", 16 },
  { "$.records[2][\"课\"].days", 17 },
  { "$.empty", 19 },
  { "$.last[0][0][0].x", 21 },
  /* There are no such places. */
  { "$.records[3]", 0 },
  { "$.records[99999999999999999999999]", 0 },
  { "$.records[-1]", 0 },
  { "$.records[x]", 0 },
  { "$.records[0", 0 },
  { "$.records[1].id", 0 },
  { "$.records.id", 0 },
  { "$.format.x", 0 },
  { "$.format[0]", 0 },
  { "$.empty[0]", 0 },
  { "$.form", 0 },
  { "$.formats", 0 },
  { "$[0]", 0 },
  { "$x", 0 },
};

static void
test_once (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].path);
      g_assert_cmpint (hbk_json_locate (document, strlen (document), places[i].path), ==, places[i].line);
    }
}

/* One locator, forwards, backwards and at random. */
static void
test_many (void)
{
  g_autoptr (HbkJsonLocator) locator = hbk_json_locator_new (document, strlen (document));
  gsize n = G_N_ELEMENTS (places);

  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (hbk_json_locator_find (locator, places[i].path), ==, places[i].line);
  for (gsize i = n; i > 0; i--)
    g_assert_cmpint (hbk_json_locator_find (locator, places[i - 1].path), ==, places[i - 1].line);
  for (gsize i = 0; i < 2000; i++)
    {
      gsize k = (gsize) g_test_rand_int_range (0, (gint32) n);

      g_assert_cmpint (hbk_json_locator_find (locator, places[k].path), ==, places[k].line);
    }

  hbk_json_locator_free (NULL);
}

/* Bytes that no scan has seen: some answer, and no step beyond the end. */
static void
test_unchecked (void)
{
  static const char alphabet[] = "{}[]\",:\\ax1 \n";

  for (int i = 0; i < 20000; i++)
    {
      gsize            length = (gsize) g_test_rand_int_range (0, 40);
      g_autofree char *bytes = g_malloc (MAX (length, 1));
      int              line;

      for (gsize j = 0; j < length; j++)
        bytes[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

      line = hbk_json_locate (bytes, length, i % 2 ? "$.a[1].x" : "$[1][0].a");
      g_assert_cmpint (line, >=, 0);
      g_assert_cmpint (line, <=, 41);
    }
}

/* Cut off anywhere. */
static void
test_cut (void)
{
  for (gsize length = 0; length < strlen (document); length++)
    {
      g_autofree char *copy = g_memdup2 (document, MAX (length, 1));

      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        {
          int line = hbk_json_locate (copy, length, places[i].path);

          g_assert_true (line == 0 || line == places[i].line);
        }
    }
}

/* Looking up a hundred places of a long list in order is not a hundred times as slow as one. */
static void
test_order (void)
{
  g_autoptr (GString) text = g_string_new ("{\"records\":[");
  g_autoptr (HbkJsonLocator) locator = NULL;
  const int n = 50000;

  for (int i = 0; i < n; i++)
    g_string_append (text, "{\"id\": \"x\"},\n");
  g_string_append (text, "0]}");

  locator = hbk_json_locator_new (text->str, text->len);
  for (int i = 0; i < n; i++)
    {
      char path[64];

      g_snprintf (path, sizeof path, "$.records[%d].id", i);
      g_assert_cmpint (hbk_json_locator_find (locator, path), ==, i + 1);
    }
}

static void
test_path (void)
{
  static const struct
  {
    const char *key, *step;
  } cases[] = {
    { "days", ".days" },
    { "a-b_c1", ".a-b_c1" },
    { "", "[\"\"]" },
    { "a b", "[\"a b\"]" },
    { "a.b", "[\"a.b\"]" },
    { "a[0]", "[\"a[0]\"]" },
    { "课时", "[\"课时\"]" },
    { "a\"b", "[\"a\\\"b\"]" },
    { "a\nb\x1b", "[\"a\\u000ab\\u001b\"]" },
    { "\xe2\x80\xae", "[\"\\u202e\"]" },
    { "a_name_of_forty_characters_is_just_short", ".a_name_of_forty_characters_is_just_short" },
    { "a_name_of_forty_one_characters_is_not_so_x", "[\"a_name_of_forty_one_characters_is_not_so…\"]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) path = g_string_new ("$");
      g_autofree char *expected = g_strconcat ("$", cases[i].step, "[7]", NULL);

      hbk_json_path_append_key (path, cases[i].key, i % 2 ? -1 : (gssize) strlen (cases[i].key));
      hbk_json_path_append_index (path, 7);
      g_assert_cmpstr (path->str, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-locate/once", test_once);
  g_test_add_func ("/json-locate/many", test_many);
  g_test_add_func ("/json-locate/unchecked", test_unchecked);
  g_test_add_func ("/json-locate/cut", test_cut);
  g_test_add_func ("/json-locate/order", test_order);
  g_test_add_func ("/json-locate/path", test_path);

  return g_test_run ();
}
