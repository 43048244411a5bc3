/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-text.h"

#include <string.h>

/* Against GLib, for every first byte and many that follow. */
static void
test_utf8_length (void)
{
  for (int first = 0x80; first <= 0xff; first++)
    {
      for (int second = 0; second <= 0xff; second += second < 0x7e ? 0x3f : 1)
        {
          char  bytes[] = { (char) first, (char) second, '\x81', '\xbf' };
          gsize expected = 0;

          for (int n = 2; n <= 4; n++)
            {
              if (g_utf8_validate_len (bytes, n, NULL) && g_utf8_strlen (bytes, n) == 1)
                expected = n;
            }
          g_assert_cmpuint (hbk_json_text_utf8_length (bytes, bytes + 4), ==, expected);
        }
    }
}

static void
test_utf8_cut (void)
{
  static const char *const characters[] = { "é", "课", "😀" };

  for (gsize i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      gsize length = strlen (characters[i]);

      g_assert_cmpuint (hbk_json_text_utf8_length (characters[i], characters[i] + length), ==, length);
      for (gsize n = 0; n < length; n++)
        {
          g_autofree char *cut = g_memdup2 (characters[i], MAX (n, 1));

          g_assert_cmpuint (hbk_json_text_utf8_length (cut, cut + n), ==, 0);
        }
    }
}

static void
test_read_hex (void)
{
  static const char good[] = "0aF9";
  guint             unit = 7;

  g_assert_true (hbk_json_text_read_hex (good, good + 4, &unit));
  g_assert_cmphex (unit, ==, 0x0af9);

  unit = 7;
  g_assert_false (hbk_json_text_read_hex (good, good + 3, &unit));
  g_assert_false (hbk_json_text_read_hex ("00g0", good + 4, &unit));
  g_assert_cmpuint (unit, ==, 7);
}

static void
test_unescape (void)
{
  static const struct
  {
    const char *escaped, *plain;
  } cases[] = {
    { "", "" },
    { "课时", "课时" },
    { "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t" },
    { "\\u0041\\u8bfe\\u00E9", "A课é" },
    { "\\ud83d\\ude00!", "😀!" },
    { "a\\u0041a", "aAa" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) plain = g_string_new ("> ");
      g_autofree char *expected = g_strconcat ("> ", cases[i].plain, NULL);

      hbk_json_text_unescape (cases[i].escaped, strlen (cases[i].escaped), plain);
      g_assert_cmpstr (plain->str, ==, expected);
    }
}

/* Text that no scan has seen does no harm either. */
static void
test_unescape_unchecked (void)
{
  static const char *const cases[] = { "\\", "\\u", "\\u00", "\\ud83d", "\\ud83d\\u", "\\ud83d\\n0000", "\\x" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize            length = strlen (cases[i]);
      g_autofree char *copy = g_memdup2 (cases[i], length);
      g_autoptr (GString) plain = g_string_new (NULL);

      hbk_json_text_unescape (copy, length, plain);
      g_assert_cmpuint (plain->len, <=, length);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-text/utf8-length", test_utf8_length);
  g_test_add_func ("/json-text/utf8-cut", test_utf8_cut);
  g_test_add_func ("/json-text/read-hex", test_read_hex);
  g_test_add_func ("/json-text/unescape", test_unescape);
  g_test_add_func ("/json-text/unescape-unchecked", test_unescape_unchecked);

  return g_test_run ();
}
