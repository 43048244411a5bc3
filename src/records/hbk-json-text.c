/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-text.h"

/**
 * hbk_json_text_utf8_length:
 * @text: the first byte of a character beyond ASCII
 * @end: the end of the text
 *
 * Measures one UTF-8 character: no overlong form, no surrogate, nothing beyond U+10FFFF, nothing cut off.
 *
 * Returns: 2 to 4 bytes, or 0 when the bytes are not such a character
 */
gsize
hbk_json_text_utf8_length (const char *text, const char *end)
{
  const guchar *p = (const guchar *) text;
  gsize         available = end - text;
  guchar        lowest = 0x80, highest = 0xbf;
  gsize         length;

  if (available == 0)
    return 0;

  if (p[0] >= 0xc2 && p[0] <= 0xdf)
    length = 2;
  else if (p[0] >= 0xe0 && p[0] <= 0xef)
    length = 3;
  else if (p[0] >= 0xf0 && p[0] <= 0xf4)
    length = 4;
  else
    return 0;

  /* Only the second byte has narrower bounds, after these first bytes. */
  if (p[0] == 0xe0)
    lowest = 0xa0;
  else if (p[0] == 0xed)
    highest = 0x9f;
  else if (p[0] == 0xf0)
    lowest = 0x90;
  else if (p[0] == 0xf4)
    highest = 0x8f;

  if (available < length || p[1] < lowest || p[1] > highest)
    return 0;

  for (gsize i = 2; i < length; i++)
    {
      if ((p[i] & 0xc0) != 0x80)
        return 0;
    }

  return length;
}

/**
 * hbk_json_text_read_hex:
 * @text: what follows `\u`
 * @end: the end of the text
 * @unit: (out): where to put the UTF-16 unit
 *
 * Reads four hexadecimal digits.
 *
 * Returns: %TRUE when there were four; otherwise @unit is untouched
 */
gboolean
hbk_json_text_read_hex (const char *text, const char *end, guint *unit)
{
  guint value = 0;

  if (end - text < 4)
    return FALSE;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      value = value << 4 | (guint) digit;
    }

  *unit = value;
  return TRUE;
}

/* Appends the character of an escape after its backslash, and gives what follows. */
static const char *
unescape_one (const char *p, const char *end, GString *unescaped)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  guint             high, low;

  if (*p == 'u' && hbk_json_text_read_hex (p + 1, end, &high))
    {
      p += 5;
      if (high >= 0xd800 && high <= 0xdbff && end - p >= 6 && hbk_json_text_read_hex (p + 2, end, &low))
        {
          high = 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
          p += 6;
        }
      g_string_append_unichar (unescaped, high);
      return p;
    }

  for (int i = 0; letters[i] != '\0'; i++)
    {
      if (*p == letters[i])
        {
          g_string_append_c (unescaped, meanings[i]);
          return p + 1;
        }
    }

  g_string_append_c (unescaped, *p);
  return p + 1;
}

/**
 * hbk_json_text_unescape:
 * @text: what stands between the quotes of a JSON string that has been checked
 * @length: its length in bytes
 * @unescaped: the string to append to
 *
 * Resolves the escapes of a string.
 */
void
hbk_json_text_unescape (const char *text, gsize length, GString *unescaped)
{
  const char *end = text + length;

  g_return_if_fail (unescaped != NULL);

  while (text < end)
    {
      if (*text == '\\' && text + 1 < end)
        text = unescape_one (text + 1, end, unescaped);
      else
        g_string_append_c (unescaped, *text++);
    }
}
