/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-reader.h"

#include <string.h>

typedef struct
{
  HbkProblems   *problems;
  HbkJsonReader *reader;
} Fixture;

static void
open_text (Fixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  fixture->problems = hbk_problems_new ();
  fixture->reader = hbk_json_reader_new (bytes, &hbk_json_limits_pack, fixture->problems);
}

static void
close_text (Fixture *fixture)
{
  g_clear_pointer (&fixture->reader, hbk_json_reader_free);
  g_clear_pointer (&fixture->problems, hbk_problems_free);
}

/* The problems must be these, in this order, and are forgotten. */
static void
assert_problems (Fixture *fixture, const char *const *expected)
{
  guint n = expected != NULL ? g_strv_length ((char **) expected) : 0;

  for (guint i = 0; i < hbk_problems_get_n (fixture->problems); i++)
    {
      g_autofree char *text = hbk_problem_to_string (hbk_problems_get (fixture->problems, i), NULL);

      g_assert_cmpstr (text, ==, i < n ? expected[i] : NULL);
    }
  g_assert_cmpuint (hbk_problems_get_n (fixture->problems), ==, n);
}

#define EXPECT(...) ((const char *const[]) { __VA_ARGS__, NULL })

static const char sample[] =
  "{\n"
  "  \"text\": \"课\",\n"
  "  \"empty\": \"\",\n"
  "  \"yes\": true,\n"
  "  \"no\": false,\n"
  "  \"null\": null,\n"
  "  \"int\": 12,\n"
  "  \"half\": 7.5,\n"
  "  \"third\": 0.333,\n"
  "  \"minus\": -3,\n"
  "  \"huge\": 9007199254740992,\n"
  "  \"date\": \"2024-02-29\",\n"
  "  \"bad date\": \"2023-02-29\",\n"
  "  \"status\": \"done\",\n"
  "  \"list\": [1, \"two\", {\"a\": 3}, [4]],\n"
  "  \"words\": [\"a\", \"b\"],\n"
  "  \"object\": {\"z\": 1, \"y\": 2, \"x\": {\"w\": 3}}\n"
  "}\n";

static void
test_new (void)
{
  static const struct
  {
    const char *text, *problem;
  } refused[] = {
    { "{", "line 1: $: The file ends where a key in double quotes should be. It may have been cut off; copy or download it again." },
    { "[]", "line 1: $: Expected an object in { }, found a list in [ ]. Choose another file; this one is of another kind." },
    { "\n7", "line 2: $: Expected an object in { }, found the number 7. Choose another file; this one is of another kind." },
    { "null", "line 1: $: Expected an object in { }, found null. Choose another file; this one is of another kind." },
    { "\"x\"", "line 1: $: Expected an object in { }, found the text “x”. Choose another file; this one is of another kind." },
    { "{\"a\": 1, \"a\": 2}", "line 1: $.a: The key “a” is there twice in one object. Remove one of the two." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      Fixture fixture;

      open_text (&fixture, refused[i].text);
      g_assert_null (fixture.reader);
      assert_problems (&fixture, EXPECT (refused[i].problem));
      close_text (&fixture);
    }
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *member;
    HbkJsonKind kind;
  } cases[] = {
    { "text", HBK_JSON_STRING },
    { "yes", HBK_JSON_BOOLEAN },
    { "null", HBK_JSON_NULL },
    { "int", HBK_JSON_NUMBER },
    { "half", HBK_JSON_NUMBER },
    { "list", HBK_JSON_ARRAY },
    { "object", HBK_JSON_OBJECT },
    { "absent", HBK_JSON_ABSENT },
    { NULL, HBK_JSON_OBJECT },
  };
  Fixture fixture;

  open_text (&fixture, sample);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (hbk_json_reader_get_kind (fixture.reader, cases[i].member), ==, cases[i].kind);
      g_assert_cmpint (hbk_json_reader_get_node (fixture.reader, cases[i].member) != NULL, ==, cases[i].kind != HBK_JSON_ABSENT);
      if (cases[i].member != NULL)
        g_assert_cmpint (hbk_json_reader_has_member (fixture.reader, cases[i].member), ==, cases[i].kind != HBK_JSON_ABSENT);
    }
  g_assert_true (hbk_json_reader_get_problems (fixture.reader) == fixture.problems);
  assert_problems (&fixture, NULL);
  close_text (&fixture);
}

static void
test_walk (void)
{
  Fixture                 fixture;
  g_autofree char        *root = NULL;
  g_autofree char        *deep = NULL;
  g_autofree char        *element = NULL;
  g_autofree const char **members = NULL;
  g_autofree const char **none = NULL;
  int                     value = 0;

  open_text (&fixture, sample);

  g_assert_true (hbk_json_reader_enter_member (fixture.reader, "object"));
  members = hbk_json_reader_list_members (fixture.reader);
  g_assert_cmpstrv ((char **) members, ((const char *const[]) { "z", "y", "x", NULL }));
  g_assert_cmpstr (hbk_json_reader_get_key (fixture.reader, 0), ==, "z");
  g_assert_cmpstr (hbk_json_reader_get_key (fixture.reader, 2), ==, "x");
  g_assert_null (hbk_json_reader_get_key (fixture.reader, 3));
  g_assert_true (hbk_json_reader_enter_object (fixture.reader, "x", HBK_JSON_REQUIRED));
  deep = hbk_json_reader_dup_path (fixture.reader, "w");
  g_assert_cmpstr (deep, ==, "$.object.x.w");
  g_assert_true (hbk_json_reader_get_int (fixture.reader, "w", HBK_JSON_REQUIRED, 0, 9, &value));
  g_assert_cmpint (value, ==, 3);
  g_assert_false (hbk_json_reader_enter_member (fixture.reader, "v"));
  g_assert_false (hbk_json_reader_enter_element (fixture.reader, 0));
  hbk_json_reader_leave (fixture.reader);
  hbk_json_reader_leave (fixture.reader);

  root = hbk_json_reader_dup_path (fixture.reader, NULL);
  g_assert_cmpstr (root, ==, "$");

  g_assert_true (hbk_json_reader_enter_member (fixture.reader, "list"));
  none = hbk_json_reader_list_members (fixture.reader);
  g_assert_null (none[0]);
  g_assert_null (hbk_json_reader_get_key (fixture.reader, 0));
  g_assert_null (hbk_json_reader_get_node (fixture.reader, "a"));
  g_assert_false (hbk_json_reader_enter_element (fixture.reader, 4));
  g_assert_true (hbk_json_reader_enter_element (fixture.reader, 2));
  element = hbk_json_reader_dup_path (fixture.reader, NULL);
  g_assert_cmpstr (element, ==, "$.list[2]");
  hbk_json_reader_leave (fixture.reader);
  hbk_json_reader_leave (fixture.reader);

  assert_problems (&fixture, NULL);
  close_text (&fixture);
}

static void
test_strings (void)
{
  Fixture fixture;

  open_text (&fixture, sample);
  g_assert_cmpstr (hbk_json_reader_get_string (fixture.reader, "text", HBK_JSON_REQUIRED, 1), ==, "课");
  g_assert_cmpstr (hbk_json_reader_get_string (fixture.reader, "empty", HBK_JSON_REQUIRED, 0), ==, "");
  g_assert_null (hbk_json_reader_get_string (fixture.reader, "absent", HBK_JSON_OPTIONAL, 10));
  assert_problems (&fixture, NULL);

  g_assert_null (hbk_json_reader_get_string (fixture.reader, "absent", HBK_JSON_REQUIRED, 10));
  g_assert_null (hbk_json_reader_get_string (fixture.reader, "text", HBK_JSON_REQUIRED, 0));
  g_assert_null (hbk_json_reader_get_string (fixture.reader, "null", HBK_JSON_OPTIONAL, 10));
  g_assert_null (hbk_json_reader_get_string (fixture.reader, "half", HBK_JSON_OPTIONAL, 10));
  assert_problems (&fixture, EXPECT ("line 1: $.absent: The key “absent” is missing; it should hold a text. Add it.",
                                     "line 2: $.text: The text has 1 characters, more than the 0 allowed here. Shorten it.",
                                     "line 6: $.null: Expected a text, found null. Give it a value, or remove the key.",
                                     "line 8: $.half: Expected a text, found the number 7.5. Write the text in double quotes."));
  g_assert_cmpuint (hbk_json_reader_get_n_problems (fixture.reader), ==, 4);
  close_text (&fixture);
}

static void
test_string_lists (void)
{
  Fixture fixture;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) mixed = NULL;

  open_text (&fixture, sample);
  words = hbk_json_reader_get_strings (fixture.reader, "words", HBK_JSON_REQUIRED, 5);
  g_assert_cmpstrv (words, ((const char *const[]) { "a", "b", NULL }));
  g_assert_null (hbk_json_reader_get_strings (fixture.reader, "absent", HBK_JSON_OPTIONAL, 5));
  assert_problems (&fixture, NULL);

  mixed = hbk_json_reader_get_strings (fixture.reader, "list", HBK_JSON_REQUIRED, 5);
  g_assert_cmpstrv (mixed, ((const char *const[]) { "two", NULL }));
  g_assert_null (hbk_json_reader_get_strings (fixture.reader, "text", HBK_JSON_OPTIONAL, 5));
  assert_problems (&fixture, EXPECT ("line 15: $.list[0]: Expected a text, found the number 1. Write the text in double quotes.",
                                     "line 15: $.list[2]: Expected a text, found an object in { }. Write the text in double quotes.",
                                     "line 15: $.list[3]: Expected a text, found a list in [ ]. Write the text in double quotes.",
                                     "line 2: $.text: Expected a list in [ ], found the text “课”. Put the values in [ ], even a single one."));
  close_text (&fixture);
}

static void
test_booleans (void)
{
  Fixture  fixture;
  gboolean value = FALSE;

  open_text (&fixture, sample);
  g_assert_true (hbk_json_reader_get_boolean (fixture.reader, "yes", HBK_JSON_REQUIRED, &value));
  g_assert_true (value);
  g_assert_true (hbk_json_reader_get_boolean (fixture.reader, "no", HBK_JSON_REQUIRED, &value));
  g_assert_false (value);
  value = TRUE;
  g_assert_false (hbk_json_reader_get_boolean (fixture.reader, "absent", HBK_JSON_OPTIONAL, &value));
  g_assert_true (value);
  assert_problems (&fixture, NULL);

  g_assert_false (hbk_json_reader_get_boolean (fixture.reader, "text", HBK_JSON_OPTIONAL, &value));
  assert_problems (&fixture, EXPECT ("line 2: $.text: Expected true or false, found the text “课”. Write true or false without quotes."));
  close_text (&fixture);
}

static void
test_ints (void)
{
  Fixture fixture;
  int     value = -7;

  open_text (&fixture, sample);
  g_assert_true (hbk_json_reader_get_int (fixture.reader, "int", HBK_JSON_REQUIRED, 12, 12, &value));
  g_assert_cmpint (value, ==, 12);
  g_assert_true (hbk_json_reader_get_int (fixture.reader, "minus", HBK_JSON_REQUIRED, G_MININT, G_MAXINT, &value));
  g_assert_cmpint (value, ==, -3);
  g_assert_false (hbk_json_reader_get_int (fixture.reader, "absent", HBK_JSON_OPTIONAL, 0, 1, &value));
  assert_problems (&fixture, NULL);

  g_assert_false (hbk_json_reader_get_int (fixture.reader, "int", HBK_JSON_REQUIRED, 13, 20, &value));
  g_assert_false (hbk_json_reader_get_int (fixture.reader, "int", HBK_JSON_REQUIRED, 0, 11, &value));
  g_assert_false (hbk_json_reader_get_int (fixture.reader, "half", HBK_JSON_REQUIRED, 0, 11, &value));
  g_assert_false (hbk_json_reader_get_int (fixture.reader, "huge", HBK_JSON_REQUIRED, 0, G_MAXINT, &value));
  g_assert_false (hbk_json_reader_get_int (fixture.reader, "yes", HBK_JSON_REQUIRED, 0, 1, &value));
  g_assert_cmpint (value, ==, -3);
  assert_problems (&fixture, EXPECT ("line 7: $.int: Expected a whole number from 13 to 20, found the number 12. Correct the number.",
                                     "line 7: $.int: Expected a whole number from 0 to 11, found the number 12. Correct the number.",
                                     "line 8: $.half: Expected a whole number from 0 to 11, found the number 7.5. Correct the number.",
                                     "line 11: $.huge: Expected a whole number from 0 to 2147483647, found a number with many digits. Correct the number.",
                                     "line 4: $.yes: Expected a whole number, found true. Write the number without quotes."));
  close_text (&fixture);
}

static void
test_hours (void)
{
  Fixture  fixture;
  HbkHours value = 5;

  open_text (&fixture, sample);
  g_assert_true (hbk_json_reader_get_hours (fixture.reader, "int", HBK_JSON_REQUIRED, &value));
  g_assert_cmpint (value, ==, 1200);
  g_assert_true (hbk_json_reader_get_hours (fixture.reader, "half", HBK_JSON_REQUIRED, &value));
  g_assert_cmpint (value, ==, 750);
  g_assert_false (hbk_json_reader_get_hours (fixture.reader, "absent", HBK_JSON_OPTIONAL, &value));
  assert_problems (&fixture, NULL);

  g_assert_false (hbk_json_reader_get_hours (fixture.reader, "third", HBK_JSON_OPTIONAL, &value));
  g_assert_false (hbk_json_reader_get_hours (fixture.reader, "minus", HBK_JSON_OPTIONAL, &value));
  g_assert_false (hbk_json_reader_get_hours (fixture.reader, "no", HBK_JSON_OPTIONAL, &value));
  g_assert_cmpint (value, ==, 750);
  assert_problems (&fixture, EXPECT ("line 9: $.third: Expected a number from 0 to 100 million with at most two decimals, found the number 0.333. Round or correct the number.",
                                     "line 10: $.minus: Expected a number from 0 to 100 million with at most two decimals, found the number -3. Round or correct the number.",
                                     "line 5: $.no: Expected a number from 0 to 100 million with at most two decimals, found false. Write the number without quotes."));
  close_text (&fixture);
}

static void
test_dates (void)
{
  Fixture fixture;
  HbkDate value = HBK_DATE_NONE;

  open_text (&fixture, sample);
  g_assert_true (hbk_json_reader_get_date (fixture.reader, "date", HBK_JSON_REQUIRED, &value));
  g_assert_cmpint (value, ==, hbk_date_new (2024, 2, 29));
  g_assert_false (hbk_json_reader_get_date (fixture.reader, "absent", HBK_JSON_OPTIONAL, &value));
  assert_problems (&fixture, NULL);

  g_assert_false (hbk_json_reader_get_date (fixture.reader, "bad date", HBK_JSON_OPTIONAL, &value));
  g_assert_false (hbk_json_reader_get_date (fixture.reader, "int", HBK_JSON_OPTIONAL, &value));
  g_assert_cmpint (value, ==, hbk_date_new (2024, 2, 29));
  assert_problems (&fixture, EXPECT ("line 13: $[\"bad date\"]: Expected a date such as 2024-03-01, found the text “2023-02-29”. Write year, month and day of a day that exists as YYYY-MM-DD, in double quotes.",
                                     "line 7: $.int: Expected a date such as 2024-03-01, found the number 12. Write year, month and day of a day that exists as YYYY-MM-DD, in double quotes."));
  close_text (&fixture);
}

static void
test_choices (void)
{
  static const HbkJsonChoice choices[] = { { "planned", 3 }, { "done", 4 }, { NULL, 0 } };
  Fixture                    fixture;
  int                        value = -1;

  open_text (&fixture, sample);
  g_assert_true (hbk_json_reader_get_choice (fixture.reader, "status", HBK_JSON_REQUIRED, choices, &value));
  g_assert_cmpint (value, ==, 4);
  g_assert_false (hbk_json_reader_get_choice (fixture.reader, "absent", HBK_JSON_OPTIONAL, choices, &value));
  assert_problems (&fixture, NULL);

  g_assert_false (hbk_json_reader_get_choice (fixture.reader, "absent", HBK_JSON_REQUIRED, choices, &value));
  g_assert_false (hbk_json_reader_get_choice (fixture.reader, "text", HBK_JSON_OPTIONAL, choices, &value));
  g_assert_false (hbk_json_reader_get_choice (fixture.reader, "list", HBK_JSON_OPTIONAL, choices, &value));
  g_assert_cmpint (value, ==, 4);
  assert_problems (&fixture, EXPECT ("line 1: $.absent: The key “absent” is missing; it should hold one of: planned, done. Add it.",
                                     "line 2: $.text: The word “课” is not known here. Use one of: planned, done.",
                                     "line 15: $.list: Expected one of: planned, done, found a list in [ ]. Use one of: planned, done."));
  g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (fixture.problems, 1)), ==, HBK_ERROR_UNKNOWN);
  close_text (&fixture);
}

static void
test_objects_and_arrays (void)
{
  Fixture fixture;
  guint   n = 9;

  open_text (&fixture, sample);
  g_assert_false (hbk_json_reader_enter_object (fixture.reader, "absent", HBK_JSON_OPTIONAL));
  g_assert_false (hbk_json_reader_enter_array (fixture.reader, "absent", HBK_JSON_OPTIONAL, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (hbk_json_reader_enter_array (fixture.reader, "list", HBK_JSON_REQUIRED, &n));
  g_assert_cmpuint (n, ==, 4);
  g_assert_true (hbk_json_reader_enter_object_element (fixture.reader, 2));
  hbk_json_reader_leave (fixture.reader);
  g_assert_false (hbk_json_reader_enter_object_element (fixture.reader, 4));
  assert_problems (&fixture, NULL);

  g_assert_false (hbk_json_reader_enter_object_element (fixture.reader, 1));
  hbk_json_reader_leave (fixture.reader);
  g_assert_false (hbk_json_reader_enter_object (fixture.reader, "list", HBK_JSON_OPTIONAL));
  g_assert_false (hbk_json_reader_enter_object (fixture.reader, "absent", HBK_JSON_REQUIRED));
  g_assert_false (hbk_json_reader_enter_array (fixture.reader, "object", HBK_JSON_OPTIONAL, &n));
  g_assert_false (hbk_json_reader_enter_array (fixture.reader, "absent", HBK_JSON_REQUIRED, &n));
  assert_problems (&fixture, EXPECT ("line 15: $.list[1]: Expected an object in { }, found the text “two”. Put its members in { }.",
                                     "line 15: $.list: Expected an object in { }, found a list in [ ]. Put its members in { }.",
                                     "line 1: $.absent: The key “absent” is missing; it should hold an object in { }. Add it.",
                                     "line 17: $.object: Expected a list in [ ], found an object in { }. Put the values in [ ], even a single one.",
                                     "line 1: $.absent: The key “absent” is missing; it should hold a list in [ ]. Add it."));
  close_text (&fixture);
}

static void
collect (HbkJsonReader *reader, gpointer user_data)
{
  g_autofree char *path = hbk_json_reader_dup_path (reader, NULL);

  g_string_append_printf (user_data, "%s ", path);
}

static void
collect_inner (HbkJsonReader *reader, gpointer user_data)
{
  if (hbk_json_reader_get_kind (reader, NULL) == HBK_JSON_ARRAY)
    hbk_json_reader_each_element (reader, NULL, HBK_JSON_REQUIRED, collect, user_data);
}

static void
test_each (void)
{
  g_autoptr (GString) paths = g_string_new (NULL);
  Fixture fixture;

  open_text (&fixture, sample);
  g_assert_true (hbk_json_reader_each_element (fixture.reader, "list", HBK_JSON_REQUIRED, collect, paths));
  g_assert_cmpstr (paths->str, ==, "$.list[0] $.list[1] $.list[2] $.list[3] ");

  /* An array in an array, entered as the current value. */
  g_string_truncate (paths, 0);
  g_assert_true (hbk_json_reader_each_element (fixture.reader, "list", HBK_JSON_REQUIRED, collect_inner, paths));
  g_assert_cmpstr (paths->str, ==, "$.list[3][0] ");
  g_assert_false (hbk_json_reader_each_object (fixture.reader, "absent", HBK_JSON_OPTIONAL, collect, paths));
  assert_problems (&fixture, NULL);

  g_string_truncate (paths, 0);
  g_assert_true (hbk_json_reader_each_object (fixture.reader, "list", HBK_JSON_REQUIRED, collect, paths));
  g_assert_cmpstr (paths->str, ==, "$.list[2] ");
  g_assert_false (hbk_json_reader_each_object (fixture.reader, "int", HBK_JSON_OPTIONAL, collect, paths));
  assert_problems (&fixture, EXPECT ("line 15: $.list[0]: Expected an object in { }, found the number 1. Put its members in { }.",
                                     "line 15: $.list[1]: Expected an object in { }, found the text “two”. Put its members in { }.",
                                     "line 15: $.list[3]: Expected an object in { }, found a list in [ ]. Put its members in { }.",
                                     "line 7: $.int: Expected a list in [ ], found the number 12. Put the values in [ ], even a single one."));
  close_text (&fixture);
}

/* As deep as a file may be, with every value entered twice. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":");
  Fixture fixture;
  guint   n, depth = 0;

  for (int i = 1; i < 32; i++)
    g_string_append_c (text, '[');
  for (int i = 1; i < 32; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');

  open_text (&fixture, text->str);
  g_assert_true (hbk_json_reader_enter_member (fixture.reader, "a"));
  for (depth = 1; hbk_json_reader_enter_array (fixture.reader, NULL, HBK_JSON_REQUIRED, &n); depth += 2)
    {
      if (!hbk_json_reader_enter_element (fixture.reader, 0))
        break;
    }
  g_assert_cmpuint (depth, ==, 61);
  for (; depth > 0; depth--)
    hbk_json_reader_leave (fixture.reader);
  assert_problems (&fixture, NULL);
  close_text (&fixture);
}

static void
test_only_keys (void)
{
  static const char *const known[] = { "id", "title", "facts", "evidence", NULL };
  Fixture                  fixture;

  open_text (&fixture, "{\"id\": 1,\n\"titel\": 2,\n\"facts\": {\"x\": 1},\n\"colour\": 3,\n\"a\\u202eb\": 4}");
  g_assert_false (hbk_json_reader_only_keys (fixture.reader, known));
  assert_problems (&fixture, EXPECT ("line 2: $.titel: The key “titel” is not known here. Did you mean “title”?",
                                     "line 4: $.colour: The key “colour” is not known here. Remove it or correct its spelling.",
                                     "line 5: $[\"a\\u202eb\"]: The key “a\\u202eb” is not known here. Remove it or correct its spelling."));
  g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (fixture.problems, 0)), ==, HBK_ERROR_UNKNOWN);
  close_text (&fixture);

  open_text (&fixture, "{\"id\": 1, \"title\": 2}");
  g_assert_true (hbk_json_reader_only_keys (fixture.reader, known));
  assert_problems (&fixture, NULL);
  close_text (&fixture);
}

static void
test_report (void)
{
  Fixture fixture;

  open_text (&fixture, sample);
  hbk_json_reader_enter_member (fixture.reader, "object");
  hbk_json_reader_report (fixture.reader, HBK_ERROR_REFERENCE, "No such clause.", "Add it.");
  hbk_json_reader_report_member (fixture.reader, "y", HBK_ERROR_REFERENCE, "No such clause.", NULL);
  hbk_json_reader_report_printf (fixture.reader, "x", HBK_ERROR_REFERENCE, "Add it.", "No clause %d.", 7);
  hbk_json_reader_report_expected (fixture.reader, "nothing", "a clause", NULL);
  assert_problems (&fixture, EXPECT ("line 17: $.object: No such clause. Add it.",
                                     "line 17: $.object.y: No such clause.",
                                     "line 17: $.object.x: No clause 7. Add it.",
                                     "line 17: $.object.nothing: Expected a clause, found nothing."));
  g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (fixture.problems, 0)), ==, HBK_ERROR_REFERENCE);
  close_text (&fixture);
}

/* What was found before, and what no longer fits, is told apart. */
static void
test_counts (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkJsonReader) reader = NULL;

  hbk_problems_add (problems, HBK_ERROR_IO, 0, NULL, "Earlier.", NULL);
  reader = hbk_json_reader_new (bytes, &hbk_json_limits_pack, problems);
  g_assert_nonnull (reader);
  g_assert_cmpuint (hbk_json_reader_get_n_problems (reader), ==, 0);

  for (int i = 0; i < 300; i++)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, "Wrong.", NULL);
  g_assert_cmpuint (hbk_json_reader_get_n_problems (reader), ==, 300);
  g_assert_cmpuint (hbk_problems_get_n (problems), ==, HBK_PROBLEMS_MAX);
}

/* Numbers of identity cards and telephones do not reach a message; a date written wrongly does. */
static void
test_privacy (void)
{
  Fixture fixture;
  HbkDate date;

  open_text (&fixture, "{\"a\": \"63010219800101123X\", \"b\": \"tel. 13800138000\", \"c\": \"20240301\", \"d\": 630102198001011, \"e\": \"\\u001b[0m and a text that is much longer than that\"}");
  for (const char *member = "abcde"; *member != '\0'; member++)
    {
      char key[] = { *member, '\0' };

      g_assert_false (hbk_json_reader_get_date (fixture.reader, key, HBK_JSON_REQUIRED, &date));
    }
#define A_DATE "Write year, month and day of a day that exists as YYYY-MM-DD, in double quotes."
  assert_problems (&fixture, EXPECT ("line 1: $.a: Expected a date such as 2024-03-01, found a text with many digits. " A_DATE,
                                     "line 1: $.b: Expected a date such as 2024-03-01, found a text with many digits. " A_DATE,
                                     "line 1: $.c: Expected a date such as 2024-03-01, found the text “20240301”. " A_DATE,
                                     "line 1: $.d: Expected a date such as 2024-03-01, found a number with many digits. " A_DATE,
                                     "line 1: $.e: Expected a date such as 2024-03-01, found the text “\\u001b[0m and a text that is …”. " A_DATE));
  close_text (&fixture);
}

/* Elements need not be asked for in their order. */
static void
test_any_order (void)
{
  static const guint positions[] = { 3, 1, 2, 2, 0, 4, 3 };
  Fixture            fixture;

  open_text (&fixture, "{\"list\": [[0], {\"a\": 1}, 2, [[3, 3], 3], 4]}");
  g_assert_true (hbk_json_reader_enter_member (fixture.reader, "list"));
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autofree char *path = NULL;
      g_autofree char *expected = g_strdup_printf ("$.list[%u]", positions[i]);

      g_assert_true (hbk_json_reader_enter_element (fixture.reader, positions[i]));
      path = hbk_json_reader_dup_path (fixture.reader, NULL);
      g_assert_cmpstr (path, ==, expected);
      if (positions[i] == 3)
        {
          g_assert_true (hbk_json_reader_enter_element (fixture.reader, 1));
          g_assert_cmpint (hbk_json_reader_get_kind (fixture.reader, NULL), ==, HBK_JSON_NUMBER);
          hbk_json_reader_leave (fixture.reader);
        }
      if (positions[i] == 1)
        g_assert_true (hbk_json_reader_has_member (fixture.reader, "a"));
      hbk_json_reader_leave (fixture.reader);
    }
  g_assert_false (hbk_json_reader_enter_element (fixture.reader, 5));
  hbk_json_reader_leave (fixture.reader);
  close_text (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-reader/any-order", test_any_order);
  g_test_add_func ("/json-reader/new", test_new);
  g_test_add_func ("/json-reader/kinds", test_kinds);
  g_test_add_func ("/json-reader/walk", test_walk);
  g_test_add_func ("/json-reader/strings", test_strings);
  g_test_add_func ("/json-reader/string-lists", test_string_lists);
  g_test_add_func ("/json-reader/booleans", test_booleans);
  g_test_add_func ("/json-reader/ints", test_ints);
  g_test_add_func ("/json-reader/hours", test_hours);
  g_test_add_func ("/json-reader/dates", test_dates);
  g_test_add_func ("/json-reader/choices", test_choices);
  g_test_add_func ("/json-reader/objects-and-arrays", test_objects_and_arrays);
  g_test_add_func ("/json-reader/each", test_each);
  g_test_add_func ("/json-reader/deep", test_deep);
  g_test_add_func ("/json-reader/only-keys", test_only_keys);
  g_test_add_func ("/json-reader/report", test_report);
  g_test_add_func ("/json-reader/counts", test_counts);
  g_test_add_func ("/json-reader/privacy", test_privacy);

  return g_test_run ();
}
