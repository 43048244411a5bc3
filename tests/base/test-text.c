/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-text.h"

#include <string.h>

static void
test_escape (void)
{
  static const struct
  {
    const char *text;
    guint       max_chars;
    const char *escaped;
  } cases[] = {
    { "", 10, "" },
    { "days", 10, "days" },
    { "数字技术培训", 10, "数字技术培训" },
    { "数字技术培训", 4, "数字技术…" },
    { "abcd", 4, "abcd" },
    { "abcde", 4, "abcd…" },
    { "abc", 0, "…" },
    { "a\nb\tc", 10, "a\\u000ab\\u0009c" },
    { "\x1b[31mred", 20, "\\u001b[31mred" },
    { "\x7f", 10, "\\u007f" },
    { "\xc2\x9b", 10, "\\u009b" }, /* C1: the other escape */
    { "a\xe2\x80\xae"
      "b",
      10, "a\\u202eb" },                                            /* right-to-left override */
    { "\xe2\x81\xa6x\xe2\x81\xa9", 10, "\\u2066x\\u2069" },         /* isolate */
    { "\xe2\x80\xa8\xe2\x80\xa9", 10, "\\u2028\\u2029" },           /* line, paragraph */
    { "\xef\xbb\xbf", 10, "\\ufeff" },                              /* byte order mark */
    { "\xf3\xa0\x81\xa1", 10, "\\ue0061" },                         /* a tag */
    { "\xe2\x80\x8d\xe2\x80\x8c", 10, "\xe2\x80\x8d\xe2\x80\x8c" }, /* joiners stay */
    { "\xff\xfe", 10, "\\xff\\xfe" },
    { "ok\xe6\x95", 10, "ok\\xe6\\x95" }, /* cut off */
    { "\xed\xa0\x80", 10, "\\xed\\xa0\\x80" },
    { "😀", 10, "😀" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escaped = hbk_text_escape (cases[i].text, -1, cases[i].max_chars);
      g_autofree char *by_length = hbk_text_escape (cases[i].text, (gssize) strlen (cases[i].text), cases[i].max_chars);

      g_assert_cmpstr (escaped, ==, cases[i].escaped);
      g_assert_cmpstr (by_length, ==, cases[i].escaped);
      g_assert_true (g_utf8_validate (escaped, -1, NULL));
    }
}

static void
test_escape_length (void)
{
  g_autofree char *part = hbk_text_escape ("数字技术", 6, 10);
  g_autofree char *within = hbk_text_escape ("数字技术", 4, 10);
  g_autofree char *nul = hbk_text_escape ("a\0b", 3, 10);

  g_assert_cmpstr (part, ==, "数字");
  g_assert_cmpstr (within, ==, "数\\xe5");
  g_assert_cmpstr (nul, ==, "a\\x00b");
}

/* Whatever the bytes: one line of valid UTF-8. */
static void
test_escape_any (void)
{
  for (int i = 0; i < 2000; i++)
    {
      char             bytes[12];
      g_autofree char *escaped = NULL;

      for (gsize j = 0; j < sizeof bytes; j++)
        bytes[j] = (char) g_test_rand_int_range (0, 256);

      escaped = hbk_text_escape (bytes, sizeof bytes, 8);
      g_assert_true (g_utf8_validate (escaped, -1, NULL));
      for (const char *p = escaped; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
    }
}

static void
test_distance (void)
{
  static const struct
  {
    const char *a, *b;
    guint       distance;
  } cases[] = {
    { "", "", 0 },
    { "days", "days", 0 },
    { "", "days", 4 },
    { "days", "day", 1 },
    { "dyas", "days", 1 },
    { "title", "tilte", 1 },
    { "ab", "ba", 1 },
    { "abcd", "badc", 2 },
    { "title", "tlite", 2 },
    { "evidence", "evidance", 1 },
    { "kitten", "sitting", 3 },
  };
  g_autofree char *longest = g_strnfill (64, 'x');
  g_autofree char *too_long = g_strnfill (65, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (hbk_text_distance (cases[i].a, cases[i].b), ==, cases[i].distance);
      g_assert_cmpuint (hbk_text_distance (cases[i].b, cases[i].a), ==, cases[i].distance);
    }

  g_assert_cmpuint (hbk_text_distance (longest, ""), ==, 64);
  g_assert_cmpuint (hbk_text_distance (longest, too_long), ==, G_MAXUINT);
  g_assert_cmpuint (hbk_text_distance (too_long, longest), ==, G_MAXUINT);
}

static void
test_nearest (void)
{
  static const char *const known[] = { "id", "title", "start", "end", "evidence", "verified_hours", NULL };
  static const char *const none[] = { NULL };
  g_autofree char         *too_long = g_strnfill (500, 'e');

  g_assert_cmpstr (hbk_text_nearest ("titel", known), ==, "title");
  g_assert_cmpstr (hbk_text_nearest ("tlite", known), ==, NULL); /* two of five */
  g_assert_cmpstr (hbk_text_nearest ("titl", known), ==, "title");
  g_assert_cmpstr (hbk_text_nearest ("Start", known), ==, "start");
  g_assert_cmpstr (hbk_text_nearest ("evidances", known), ==, "evidence");
  g_assert_cmpstr (hbk_text_nearest ("verified_hour", known), ==, "verified_hours");
  g_assert_cmpstr (hbk_text_nearest ("ed", known), ==, "id");
  g_assert_cmpstr (hbk_text_nearest ("colour", known), ==, NULL);
  g_assert_cmpstr (hbk_text_nearest ("", known), ==, NULL);
  g_assert_cmpstr (hbk_text_nearest (too_long, known), ==, NULL);
  g_assert_cmpstr (hbk_text_nearest ("title", none), ==, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/escape", test_escape);
  g_test_add_func ("/text/escape-length", test_escape_length);
  g_test_add_func ("/text/escape-any", test_escape_any);
  g_test_add_func ("/text/distance", test_distance);
  g_test_add_func ("/text/nearest", test_nearest);

  return g_test_run ();
}
