/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-scan.h"

#include <string.h>

#include "base/hbk-text.h"

#define BYTES(literal) literal, sizeof (literal) - 1

static gboolean
scan (const char *text, HbkProblems *problems)
{
  /* A copy of exactly its size, so that the sanitizer sees a step too far. */
  gsize            length = strlen (text);
  g_autofree char *copy = g_memdup2 (text, MAX (length, 1));

  return hbk_json_scan (copy, length, &hbk_json_limits_pack, problems);
}

static void
say (const char *text)
{
  g_autofree char *shown = hbk_text_escape (text, -1, 80);

  g_test_message ("%s", shown);
}

static void
test_good (void)
{
  static const char *const good[] = {
    "{}",
    "[]",
    " \t\r\n{ } \n",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "\"\"",
    "\"text\"",
    "[1, -2, 0.5, -0.25, 1e2, 1E+2, 1.5e-3, 0e0, 0.0]",
    "[9007199254740992, -9007199254740992]",
    "[123456789012345678901234567.890]",
    "[1e308, 1e-300, 0e999, 0.000e-999, -0.0E5000]",
    "[[], {}, [[]], [{}], {\"a\": []}]",
    "{\"a\": {\"a\": {\"a\": 1}}}",
    "{\"a\": 1, \"A\": 2, \"a \": 3, \"\": 4}",
    "{\"课时\": \"数字技术\"}",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"]",
    "[\"\xc2\x80\xdf\xbf\xe0\xa0\x80\xec\x80\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"]",
    "[\"\x7f\"]",
    "[\"// no comment\", \"# none\"]",
    "[\"\xe2\x80\xae turned round\"]",
    "{\"a\": [true, false, null, \"x\", 1, {\"b\": [[]]}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (HbkProblems) problems = hbk_problems_new ();

      say (good[i]);
      g_assert_true (scan (good[i], problems));
      g_assert_true (hbk_problems_is_empty (problems));
    }
}

typedef struct
{
  const char *text;
  int         line;
  const char *path;
  const char *what;
} BadCase;

static void
check_bad (const BadCase *cases, gsize n, HbkError code)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      HbkProblem *problem;

      say (cases[i].text);
      g_assert_false (scan (cases[i].text, problems));
      g_assert_cmpuint (hbk_problems_get_n (problems), ==, 1);

      problem = hbk_problems_get (problems, 0);
      g_assert_cmpstr (hbk_problem_get_what (problem), ==, cases[i].what);
      g_assert_cmpint (hbk_problem_get_line (problem), ==, cases[i].line);
      g_assert_cmpstr (hbk_problem_get_path (problem), ==, cases[i].path);
      g_assert_cmpint (hbk_problem_get_code (problem), ==, code);
      g_assert_nonnull (hbk_problem_get_action (problem));
    }
}

static void
test_structure (void)
{
  static const BadCase cases[] = {
    { "", 1, "$", "The file is empty." },
    { " \n\n ", 3, "$", "The file is empty." },
    { "{", 1, "$", "The file ends where a key in double quotes should be." },
    { "{\n\"a\"", 2, "$.a", "The file ends where a colon after the key should be." },
    { "{\"a\":", 1, "$.a", "The file ends where a value should be." },
    { "{\"a\":1", 1, "$.a", "The file ends where a comma or “}” should be." },
    { "{\"a\":1,", 1, "$", "The file ends where a key in double quotes should be." },
    { "[", 1, "$[0]", "The file ends where a value should be." },
    { "[1,\n2", 2, "$[1]", "The file ends where a comma or “]” should be." },
    { "[1,", 1, "$[1]", "The file ends where a value should be." },
    { "[1 2]", 1, "$[0]", "Expected a comma or “]”, found “2”." },
    { "[1,,2]", 1, "$[1]", "Expected a value, found “,”." },
    { "[,1]", 1, "$[0]", "Expected a value, found “,”." },
    { "[1,\n]", 2, "$[0]", "There is a comma after the last item." },
    { "{\"a\":1,}", 1, "$.a", "There is a comma after the last item." },
    { "{\"a\" 1}", 1, "$.a", "Expected a colon after the key, found “1”." },
    { "{\"a\":}", 1, "$.a", "Expected a value, found “}”." },
    { "{a:1}", 1, "$", "Expected a key in double quotes, found “a”." },
    { "{'a':1}", 1, "$", "Expected a key in double quotes, found “'”." },
    { "{1:1}", 1, "$", "Expected a key in double quotes, found “1”." },
    { "{\"a\":1 \"b\":2}", 1, "$.a", "Expected a comma or “}”, found “\"”." },
    { "{\"a\":1]", 1, "$.a", "Expected a comma or “}”, found “]”." },
    { "[1}", 1, "$[0]", "Expected a comma or “]”, found “}”." },
    { "]", 1, "$", "Expected a value, found “]”." },
    { "{} {}", 1, "$", "Expected the end of the file, found “{”." },
    { "[]\nx", 2, "$", "Expected the end of the file, found “x”." },
    { "[\xe8\xaf\xbe]", 1, "$[0]", "Expected a value, found “课”." },
    { "[\xff]", 1, "$[0]", "Expected a value, found “\\xff”." },
    { "[\x1b]", 1, "$[0]", "Expected a value, found “\\u001b”." },
    { "[\xe2\x80\xae]", 1, "$[0]", "Expected a value, found “\\u202e”." },
    { "[\xc2\xa0]", 1, "$[0]", "Expected a value, found “\xc2\xa0”." },
    { "[&]", 1, "$[0]", "Expected a value, found “&”." },
  };

  check_bad (cases, G_N_ELEMENTS (cases), HBK_ERROR_SYNTAX);
}

static void
test_habits (void)
{
  static const BadCase cases[] = {
    { "\xef\xbb\xbf{}", 1, "$", "The file begins with a byte order mark." },
    { "\xff\xfe{", 1, "$", "The file is UTF-16." },
    { "\xfe\xff", 1, "$", "The file is UTF-16." },
    { "// a logbook\n{}", 1, "$", "JSON has no comments." },
    { "{\n  // mine\n}", 2, "$", "JSON has no comments." },
    { "{\"a\": 1 /* one */}", 1, "$.a", "JSON has no comments." },
    { "[1, # two\n2]", 1, "$[1]", "JSON has no comments." },
    { "{} // end", 1, "$", "JSON has no comments." },
    { "[1/2]", 1, "$[0]", "Expected a comma or “]”, found “/”." },
    { "[1/", 1, "$[0]", "Expected a comma or “]”, found “/”." },
    { "['a']", 1, "$[0]", "A text is in single quotes." },
    { "[True]", 1, "$[0]", "JSON has no word “True”." },
    { "[TRUE]", 1, "$[0]", "JSON has no word “TRUE”." },
    { "[nul]", 1, "$[0]", "JSON has no word “nul”." },
    { "[nullx]", 1, "$[0]", "JSON has no word “nullx”." },
    { "[undefined]", 1, "$[0]", "JSON has no word “undefined”." },
    { "[NaN]", 1, "$[0]", "JSON has no word “NaN”." },
    { "[Infinity]", 1, "$[0]", "JSON has no word “Infinity”." },
    { "hourbook", 1, "$", "JSON has no word “hourbook”." },
    { "[a_very_long_word_that_no_line_should_hold]", 1, "$[0]", "JSON has no word “a_very_long_word_that_no…”." },
  };

  check_bad (cases, G_N_ELEMENTS (cases), HBK_ERROR_SYNTAX);
}

static void
test_strings (void)
{
  static const BadCase cases[] = {
    { "[\"a", 1, "$[0]", "A text has no closing double quote." },
    { "[\"", 1, "$[0]", "A text has no closing double quote." },
    { "[\"a\\", 1, "$[0]", "A text has no closing double quote." },
    { "[\"a\\\"]", 1, "$[0]", "A text has no closing double quote." },
    { "{\"a", 1, "$", "A text has no closing double quote." },
    { "[\"a\nb\"]", 1, "$[0]", "A text does not end in the line in which it begins." },
    { "[\n\"a\r\nb\"]", 2, "$[0]", "A text does not end in the line in which it begins." },
    { "[\"a\tb\"]", 1, "$[0]", "There is a control character (U+0009) within a text." },
    { "[\"a\x1f\"]", 1, "$[0]", "There is a control character (U+001F) within a text." },
    { "[\"\\x41\"]", 1, "$[0]", "There is an escape that JSON does not know." },
    { "[\"\\'\"]", 1, "$[0]", "There is an escape that JSON does not know." },
    { "[\"C:\\Users\"]", 1, "$[0]", "There is an escape that JSON does not know." },
    { "[\"\\", 1, "$[0]", "A text has no closing double quote." },
    { "[\"\\u12\"]", 1, "$[0]", "After \\u there must be four hexadecimal digits." },
    { "[\"\\u12g4\"]", 1, "$[0]", "After \\u there must be four hexadecimal digits." },
    { "[\"\\u", 1, "$[0]", "After \\u there must be four hexadecimal digits." },
    { "[\"\\ud800\"]", 1, "$[0]", "The first half of a surrogate pair stands alone." },
    { "[\"\\ud800x\"]", 1, "$[0]", "The first half of a surrogate pair stands alone." },
    { "[\"\\ud800\\n00000\"]", 1, "$[0]", "The first half of a surrogate pair stands alone." },
    { "[\"\\ud800\\u0041\"]", 1, "$[0]", "The first half of a surrogate pair stands alone." },
    { "[\"\\ud800\\ud800\"]", 1, "$[0]", "The first half of a surrogate pair stands alone." },
    { "[\"\\ud800\\uzzzz\"]", 1, "$[0]", "The first half of a surrogate pair stands alone." },
    { "[\"\\ud800\\u", 1, "$[0]", "The first half of a surrogate pair stands alone." },
    { "[\"\\udc00\"]", 1, "$[0]", "The second half of a surrogate pair stands alone." },
    { "[\"\xff\"]", 1, "$[0]", "A text is not valid UTF-8." },
    { "[\"\x80\"]", 1, "$[0]", "A text is not valid UTF-8." },
    { "[\"\xc3\"]", 1, "$[0]", "A text is not valid UTF-8." },
    { "[\"\xc3", 1, "$[0]", "A text is not valid UTF-8." },
    { "[\"\xc0\xaf\"]", 1, "$[0]", "A text is not valid UTF-8." },         /* overlong */
    { "[\"\xc1\xbf\"]", 1, "$[0]", "A text is not valid UTF-8." },         /* overlong */
    { "[\"\xe0\x9f\xbf\"]", 1, "$[0]", "A text is not valid UTF-8." },     /* overlong */
    { "[\"\xf0\x8f\xbf\xbf\"]", 1, "$[0]", "A text is not valid UTF-8." }, /* overlong */
    { "[\"\xed\xa0\x80\"]", 1, "$[0]", "A text is not valid UTF-8." },     /* surrogate */
    { "[\"\xf4\x90\x80\x80\"]", 1, "$[0]", "A text is not valid UTF-8." }, /* beyond U+10FFFF */
    { "[\"\xf5\x80\x80\x80\"]", 1, "$[0]", "A text is not valid UTF-8." },
    { "[\"\xe8\xaf\"]", 1, "$[0]", "A text is not valid UTF-8." },
    { "[\"\xe8\x41\xbe\"]", 1, "$[0]", "A text is not valid UTF-8." },
    { "[\"\xbf\xce\xca\xb1\"]", 1, "$[0]", "A text is not valid UTF-8." }, /* 课时 as GBK */
  };

  check_bad (cases, G_N_ELEMENTS (cases), HBK_ERROR_SYNTAX);
}

static void
test_numbers (void)
{
  static const char *const bad[] = {
    "+1",
    ".5",
    "-",
    "-.5",
    "1.",
    "1.e5",
    "01",
    "-01",
    "00",
    "0.",
    "1e",
    "1e+",
    "1E-",
    "1.5e",
    "-a",
    "+",
    ".",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strdup_printf ("[%s]", bad[i]);
      BadCase          inside = { text, 1, "$[0]", "This is not a number as JSON writes it." };
      BadCase          alone = { bad[i], 1, "$", "This is not a number as JSON writes it." };

      check_bad (&inside, 1, HBK_ERROR_SYNTAX);
      check_bad (&alone, 1, HBK_ERROR_SYNTAX);
    }

  static const BadCase others[] = {
    { "[1x]", 1, "$[0]", "Expected a comma or “]”, found “x”." },
    { "[0x10]", 1, "$[0]", "Expected a comma or “]”, found “x”." },
    { "[1.5.2]", 1, "$[0]", "Expected a comma or “]”, found “.”." },
    { "[1_000]", 1, "$[0]", "Expected a comma or “]”, found “_”." },
    { "[--1]", 1, "$[0]", "This is not a number as JSON writes it." },
    { "[１]", 1, "$[0]", "Expected a value, found “１”." },
  };

  check_bad (others, G_N_ELEMENTS (others), HBK_ERROR_SYNTAX);
}

static void
test_number_limits (void)
{
  static const BadCase cases[] = {
    { "[9007199254740993]", 1, "$[0]", "This whole number is beyond ±9007199254740992." },
    { "[-9007199254740993]", 1, "$[0]", "This whole number is beyond ±9007199254740992." },
    { "[99999999999999999]", 1, "$[0]", "This whole number is beyond ±9007199254740992." },
    { "[18446744073709551617]", 1, "$[0]", "This whole number is beyond ±9007199254740992." },
    { "[1234567890123456789012345678901]", 1, "$[0]", "This number has more than 30 digits." },
    { "[0.1234567890123456789012345678901]", 1, "$[0]", "This number has more than 30 digits." },
    { "[1e0000000000000000000000000000001]", 1, "$[0]", "This number has more than 30 digits." },
    { "{\"a\":\n1e400}", 2, "$.a", "The exponent of this number is too large." },
    { "[-1e400]", 1, "$[0]", "The exponent of this number is too large." },
    { "[1e99999999999999999999999999]", 1, "$[0]", "The exponent of this number is too large." },
    { "[1e-400]", 1, "$[0]", "The exponent of this number is too large." },
    { "[-0.01e-99999]", 1, "$[0]", "The exponent of this number is too large." },
  };

  check_bad (cases, G_N_ELEMENTS (cases), HBK_ERROR_LIMIT);
}

static void
test_nul (void)
{
  static const BadCase escaped[] = {
    { "[\"a\\u0000b\"]", 1, "$[0]", "A text contains \\u0000, the NUL character." },
    { "{\n\"\\u0000\": 1}", 2, "$", "A text contains \\u0000, the NUL character." },
  };
  static const struct
  {
    const char *data;
    gsize       length;
    const char *what;
  } raw[] = {
    { BYTES ("[\"a\0b\"]"), "There is a NUL byte within a text." },
    { BYTES ("{\"\0\":1}"), "There is a NUL byte within a text." },
    { BYTES ("[\"\\\0\"]"), "There is an escape that JSON does not know." },
    { BYTES ("[1,\0]"), "Expected a value, found “\\x00”." },
    { BYTES ("{}\0"), "Expected the end of the file, found “\\x00”." },
    { BYTES ("\0"), "Expected a value, found “\\x00”." },
  };

  check_bad (escaped, G_N_ELEMENTS (escaped), HBK_ERROR_VALUE);

  for (gsize i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      g_autoptr (HbkProblems) problems = hbk_problems_new ();

      g_assert_false (hbk_json_scan (raw[i].data, raw[i].length, &hbk_json_limits_pack, problems));
      g_assert_cmpstr (hbk_problem_get_what (hbk_problems_get (problems, 0)), ==, raw[i].what);
    }
}

static void
test_duplicates (void)
{
  static const BadCase cases[] = {
    { "{\"a\":1,\n\"a\":2}", 2, "$.a", "The key “a” is there twice in one object." },
    { "{\"a\":1,\"b\":2,\"a\":1}", 1, "$.a", "The key “a” is there twice in one object." },
    { "{\"\":1,\"\":2}", 1, "$[\"\"]", "The key “” is there twice in one object." },
    { "{\"a\":1,\"\\u0061\":2}", 1, "$.a", "The key “a” is there twice in one object." },
    { "{\"\\u8bfe\":1,\"课\":2}", 1, "$[\"课\"]", "The key “课” is there twice in one object." },
    { "{\"\\ud83d\\ude00\":1,\"😀\":2}", 1, "$[\"😀\"]", "The key “😀” is there twice in one object." },
    { "{\"x\":[{},\n{\"a\":{\"b\":1},\n\"a\":[]}]}", 3, "$.x[1].a", "The key “a” is there twice in one object." },
    { "{\"a\\nb\":1,\"a\\nb\":2}", 1, "$[\"a\\u000ab\"]", "The key “a\\u000ab” is there twice in one object." },
    { "{\"a\":{\"b\":1},\"c\":{\"b\":1,\"b\":2}}", 1, "$.c.b", "The key “b” is there twice in one object." },
  };

  check_bad (cases, G_N_ELEMENTS (cases), HBK_ERROR_DUPLICATE);
}

/* Small objects are compared, large ones sorted: the same is found. */
static void
test_duplicates_many (void)
{
  for (int n = 2; n <= 60; n++)
    {
      for (int twin = 0; twin < n; twin += 7)
        {
          g_autoptr (HbkProblems) problems = hbk_problems_new ();
          g_autoptr (GString) text = g_string_new ("{");
          g_autofree char *path = g_strdup_printf ("$.k%d", twin);

          for (int i = 0; i < n; i++)
            g_string_append_printf (text, "\"k%d\": {\"k%d\": 1},\n", i, i);
          g_assert_false (scan (text->str, problems));
          g_assert_cmpstr (hbk_problem_get_what (hbk_problems_get (problems, 0)), ==, "The file ends where a key in double quotes should be.");

          hbk_problems_free (g_steal_pointer (&problems));
          problems = hbk_problems_new ();
          g_string_append_printf (text, "\"k%d\": 2}", twin);
          g_assert_false (scan (text->str, problems));
          g_assert_cmpuint (hbk_problems_get_n (problems), ==, 1);
          g_assert_cmpstr (hbk_problem_get_path (hbk_problems_get (problems, 0)), ==, path);
          g_assert_cmpint (hbk_problem_get_line (hbk_problems_get (problems, 0)), ==, n + 1);
        }
    }
}

/* Two twins in a large object, found in another order than they stand in: each with its own line. */
static void
test_duplicates_lines (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GString) text = g_string_new ("{\n\"long\": 1,\n\"long\": 2,\n\"x\": 3,\n");

  for (int i = 0; i < 20; i++)
    g_string_append_printf (text, "\"k%d\": 4,\n", i);
  g_string_append (text, "\"x\": 5}");

  g_assert_false (scan (text->str, problems));
  g_assert_cmpuint (hbk_problems_get_n (problems), ==, 2);
  g_assert_cmpstr (hbk_problem_get_path (hbk_problems_get (problems, 0)), ==, "$.x");
  g_assert_cmpint (hbk_problem_get_line (hbk_problems_get (problems, 0)), ==, 25);
  g_assert_cmpstr (hbk_problem_get_path (hbk_problems_get (problems, 1)), ==, "$.long");
  g_assert_cmpint (hbk_problem_get_line (hbk_problems_get (problems, 1)), ==, 3);
}

/* All that can be told apart is reported, in one run. */
static void
test_several (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  g_assert_false (scan ("{\"a\": 1e999,\n \"b\": \"\\u0000\",\n \"b\": [9007199254740993, {\"c\": 1, \"c\": 1, \"c\": 1}],\n \"d\": +1, \"e\": +1}", problems));

  static const struct
  {
    HbkError    code;
    int         line;
    const char *path;
  } expected[] = {
    { HBK_ERROR_LIMIT, 1, "$.a" },
    { HBK_ERROR_VALUE, 2, "$.b" },
    { HBK_ERROR_LIMIT, 3, "$.b[0]" },
    { HBK_ERROR_DUPLICATE, 3, "$.b[1].c" },
    { HBK_ERROR_DUPLICATE, 3, "$.b[1].c" },
    { HBK_ERROR_SYNTAX, 4, "$.d" }, /* and no further */
  };

  g_assert_cmpuint (hbk_problems_get_n_total (problems), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      HbkProblem *problem = hbk_problems_get (problems, i);

      g_assert_cmpint (hbk_problem_get_code (problem), ==, expected[i].code);
      g_assert_cmpint (hbk_problem_get_line (problem), ==, expected[i].line);
      g_assert_cmpstr (hbk_problem_get_path (problem), ==, expected[i].path);
    }
}

static char *
nested (int depth, char open, char close)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < depth; i++)
    g_string_append_printf (text, "%c%s", open, open == '{' && i + 1 < depth ? "\"a\":" : "");
  for (int i = 0; i < depth; i++)
    g_string_append_c (text, close);

  return g_string_free_and_steal (text);
}

static void
test_depth (void)
{
  static const struct
  {
    int      limit, depth;
    gboolean ok;
  } cases[] = {
    { 32, 32, TRUE },
    { 32, 33, FALSE },
    { 1, 1, TRUE },
    { 1, 2, FALSE },
    { 0, 1, TRUE },
    { 64, 64, TRUE },
    { 64, 65, FALSE },
    { 1000, 64, TRUE },
    { 1000, 65, FALSE },
    { 1000, 100000, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HbkJsonLimits limits = { 1 << 20, cases[i].limit, 100 };

      for (int kind = 0; kind < 2; kind++)
        {
          g_autoptr (HbkProblems) problems = hbk_problems_new ();
          g_autofree char *text = nested (cases[i].depth, "[{"[kind], "]}"[kind]);

          g_assert_cmpint (hbk_json_scan (text, strlen (text), &limits, problems), ==, cases[i].ok);
          if (!cases[i].ok)
            {
              g_assert_cmpuint (hbk_problems_get_n_total (problems), ==, 1);
              g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (problems, 0)), ==, HBK_ERROR_LIMIT);
            }
        }
    }
}

static void
test_size (void)
{
  HbkJsonLimits limits = { 10, 32, 100 };
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkProblem *problem;

  g_assert_true (hbk_json_scan (BYTES ("[12345678]"), &limits, problems));
  g_assert_false (hbk_json_scan (BYTES ("[123456789]"), &limits, problems));

  problem = hbk_problems_get (problems, 0);
  g_assert_cmpint (hbk_problem_get_code (problem), ==, HBK_ERROR_LIMIT);
  g_assert_cmpint (hbk_problem_get_line (problem), ==, 0);
  g_assert_true (g_str_has_prefix (hbk_problem_get_what (problem), "The file is larger than 10"));

  g_assert_cmpuint (hbk_json_limits_logbook.max_bytes, ==, 128u << 20);
  g_assert_cmpuint (hbk_json_limits_pack.max_bytes, ==, 1u << 20);
  g_assert_cmpint (hbk_json_limits_pack.max_depth, ==, 32);
}

static void
test_members (void)
{
  HbkJsonLimits limits = { 1 << 20, 32, 3 };
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkProblem *problem;

  g_assert_true (hbk_json_scan (BYTES ("{\"a\":{\"a\":1,\"b\":2,\"c\":3},\"b\":2,\"c\":{\"x\":1}}"), &limits, problems));
  g_assert_false (hbk_json_scan (BYTES ("{\"a\":1,\n\"b\":2,\"c\":3,\n\"d\":4}"), &limits, problems));

  problem = hbk_problems_get (problems, 0);
  g_assert_cmpint (hbk_problem_get_code (problem), ==, HBK_ERROR_LIMIT);
  g_assert_cmpint (hbk_problem_get_line (problem), ==, 3);
  g_assert_cmpstr (hbk_problem_get_what (problem), ==, "An object has more than 3 members.");
}

/* A list that is full costs nothing more, and what was found before does not count against this file. */
static void
test_full_list (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GString) text = g_string_new ("[");

  for (int i = 0; i < 5000; i++)
    g_string_append (text, "1e999,\n");
  g_string_append (text, "0]");

  g_assert_false (scan (text->str, problems));
  g_assert_cmpuint (hbk_problems_get_n (problems), ==, HBK_PROBLEMS_MAX);
  g_assert_cmpuint (hbk_problems_get_n_total (problems), ==, 5000);
  g_assert_cmpint (hbk_problem_get_line (hbk_problems_get (problems, 99)), ==, 100);
  g_assert_cmpstr (hbk_problem_get_path (hbk_problems_get (problems, 99)), ==, "$[99]");

  g_assert_true (scan ("[]", problems));
}

/* A megabyte of anything is scanned at once. */
static void
test_large (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GString) text = g_string_new ("{\"a\":[");

  while (text->len < (1 << 20) - 100)
    g_string_append (text, "{\"\\u0061\":\"\\n\"},");
  g_string_append (text, "0]}");

  g_assert_true (scan (text->str, problems));

  g_string_truncate (text, text->len / 2);
  g_assert_false (scan (text->str, problems));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scan/good", test_good);
  g_test_add_func ("/json-scan/structure", test_structure);
  g_test_add_func ("/json-scan/habits", test_habits);
  g_test_add_func ("/json-scan/strings", test_strings);
  g_test_add_func ("/json-scan/numbers", test_numbers);
  g_test_add_func ("/json-scan/number-limits", test_number_limits);
  g_test_add_func ("/json-scan/nul", test_nul);
  g_test_add_func ("/json-scan/duplicates", test_duplicates);
  g_test_add_func ("/json-scan/duplicates-many", test_duplicates_many);
  g_test_add_func ("/json-scan/duplicates-lines", test_duplicates_lines);
  g_test_add_func ("/json-scan/several", test_several);
  g_test_add_func ("/json-scan/depth", test_depth);
  g_test_add_func ("/json-scan/size", test_size);
  g_test_add_func ("/json-scan/members", test_members);
  g_test_add_func ("/json-scan/full-list", test_full_list);
  g_test_add_func ("/json-scan/large", test_large);

  return g_test_run ();
}
