/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-json-scan-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/hbk-text.h"
#include "records/hbk-json-text.h"

/* Beyond 2^53 not every integer has a double of its own, and readers of JSON disagree. */
#define INTEGER_MAX G_GUINT64_CONSTANT (9007199254740992)
#define DIGITS_MAX 30

#define SAMPLE_CHARS 24

/* ---- Strings ---- */

static gboolean
fail_control (HbkJsonScan *scan)
{
  guchar           c = *scan->p;
  g_autofree char *what = NULL;

  if (c == '\0')
    return hbk_json_scan_fail (scan, scan->p, _ ("There is a NUL byte within a text."), _ ("Remove it; the file may be damaged or not be text at all."));
  if (c == '\n' || c == '\r')
    return hbk_json_scan_fail (scan, scan->p, _ ("A text does not end in the line in which it begins."), _ ("Close it with a double quote, or write the line break as \\n."));

  what = g_strdup_printf (_ ("There is a control character (U+%04X) within a text."), c);
  return hbk_json_scan_fail (scan, scan->p, what, _ ("Remove it or write it as an escape such as \\t."));
}

static gboolean
scan_unicode_escape (HbkJsonScan *scan)
{
  const char *place = scan->p;
  guint       unit, low;

  if (!hbk_json_text_read_hex (place + 2, scan->end, &unit))
    return hbk_json_scan_fail (scan, place, _ ("After \\u there must be four hexadecimal digits."), _ ("Correct the escape."));

  scan->p += 6;

  if (unit == 0)
    hbk_json_scan_note (scan, HBK_ERROR_VALUE, place, _ ("A text contains \\u0000, the NUL character."), _ ("Remove it."));
  else if (unit >= 0xdc00 && unit <= 0xdfff)
    return hbk_json_scan_fail (scan, place, _ ("The second half of a surrogate pair stands alone."), _ ("Write the character itself."));
  else if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (scan->end - scan->p < 6 || scan->p[0] != '\\' || scan->p[1] != 'u' || !hbk_json_text_read_hex (scan->p + 2, scan->end, &low) || low < 0xdc00 || low > 0xdfff)
        return hbk_json_scan_fail (scan, place, _ ("The first half of a surrogate pair stands alone."), _ ("Write the character itself."));
      scan->p += 6;
    }

  return TRUE;
}

static gboolean
scan_escape (HbkJsonScan *scan)
{
  if (scan->p + 1 == scan->end)
    {
      scan->p++;
      return TRUE;
    }

  if (scan->p[1] == 'u')
    return scan_unicode_escape (scan);

  if (scan->p[1] == '\0' || strchr ("\"\\/bfnrt", scan->p[1]) == NULL)
    return hbk_json_scan_fail (scan, scan->p, _ ("There is an escape that JSON does not know."), _ ("Write a backslash itself as \\\\."));

  scan->p += 2;
  return TRUE;
}

/* Eight bytes at once: a bit in each byte that does not stand for itself within quotes. Only the lowest bit is reliable. */
static guint64
find_special (const char *p)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highs = ones << 7;
  guint64       bytes, quote, backslash;

  memcpy (&bytes, p, sizeof bytes);
  bytes = GUINT64_FROM_LE (bytes);
  quote = bytes ^ (ones * '"');
  backslash = bytes ^ (ones * '\\');

  /* A byte from which something is subtracted borrows from its high bit when it is smaller. */
  return highs & (bytes | ((bytes - ones * 0x20) & ~bytes) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash));
}

/* Over what most texts consist of: plain ASCII, and the characters of three bytes among which the Chinese ones are. */
static const char *
skip_plain (const char *p, const char *end)
{
  while (end - p >= 8)
    {
      guint64 special = find_special (p);

      if (special == 0)
        {
          p += 8;
          continue;
        }

      p += __builtin_ctzll (special) / 8;
      if (end - p < 3 || (guchar) p[0] < 0xe1 || (guchar) p[0] > 0xec || ((guchar) p[1] & 0xc0) != 0x80 || ((guchar) p[2] & 0xc0) != 0x80)
        return p;
      p += 3;
    }

  return p;
}

/* Scans from the opening quote; the slice is what stands between the quotes, not unescaped. */
gboolean
hbk_json_scan_string (HbkJsonScan *scan, HbkJsonSlice *slice, gboolean *escaped)
{
  const char *start = scan->p++;

  *escaped = FALSE;

  while ((scan->p = skip_plain (scan->p, scan->end)) < scan->end && *scan->p != '"')
    {
      guchar c = *scan->p;

      if (c >= 0x80)
        {
          gsize length = hbk_json_text_utf8_length (scan->p, scan->end);

          if (length == 0)
            return hbk_json_scan_fail (scan, scan->p, _ ("A text is not valid UTF-8."), _ ("Save the file as UTF-8."));
          scan->p += length;
        }
      else if (c == '\\')
        {
          *escaped = TRUE;
          if (!scan_escape (scan))
            return FALSE;
        }
      else if (c < 0x20)
        return fail_control (scan);
      else
        scan->p++;
    }

  if (scan->p == scan->end)
    return hbk_json_scan_fail (scan, start, _ ("A text has no closing double quote."), _ ("Close the text; the file may have been cut off."));

  *slice = (HbkJsonSlice) { start + 1, scan->p - start - 1, start };
  scan->p++;

  return TRUE;
}

/* ---- Numbers ---- */

static const char *
skip_digits (const HbkJsonScan *scan, const char *p)
{
  while (p < scan->end && g_ascii_isdigit (*p))
    p++;

  return p;
}

static gboolean
fail_number (HbkJsonScan *scan, const char *start)
{
  return hbk_json_scan_fail (scan, start, _ ("This is not a number as JSON writes it."), _ ("Write it like 30, 7.5 or -2: no plus sign, no leading zero, digits on both sides of the point."));
}

static void
check_integer (HbkJsonScan *scan, const char *start, const char *end)
{
  guint64 value = 0;

  if (*start == '-')
    start++;

  if (end - start <= 16)
    {
      for (const char *p = start; p < end; p++)
        value = value * 10 + (guint64) (*p - '0');
    }

  if (end - start > 16 || value > INTEGER_MAX)
    hbk_json_scan_note (scan, HBK_ERROR_LIMIT, start, _ ("This whole number is beyond ±9007199254740992."), _ ("Write it as a text in double quotes, or correct it."));
}

/* A number that becomes infinite, or 0 without being 0, is not the one that was written. */
static void
check_exponent (HbkJsonScan *scan, const char *start, const char *end, gboolean is_zero)
{
  char   buffer[64];
  double value;

  if (end - start < (gssize) sizeof buffer)
    {
      memcpy (buffer, start, end - start);
      buffer[end - start] = '\0';
      value = g_ascii_strtod (buffer, NULL);
      if (isfinite (value) && (is_zero || value != 0))
        return;
    }

  hbk_json_scan_note (scan, HBK_ERROR_LIMIT, start, _ ("The exponent of this number is too large."), _ ("Write the number without an exponent, or correct it."));
}

static gboolean
has_only_zeros (const char *p, const char *end)
{
  while (p < end && (*p == '0' || *p == '.' || *p == '-'))
    p++;

  return p == end;
}

gboolean
hbk_json_scan_number (HbkJsonScan *scan)
{
  const char *start = scan->p;
  const char *digits = *start == '-' ? start + 1 : start;
  const char *p = skip_digits (scan, digits);
  const char *mantissa_end;
  gsize       n_digits = p - digits;
  gboolean    is_integer = TRUE;

  if (n_digits == 0 || (n_digits > 1 && *digits == '0'))
    return fail_number (scan, start);

  if (p < scan->end && *p == '.')
    {
      const char *fraction = p + 1;

      p = skip_digits (scan, fraction);
      if (p == fraction)
        return fail_number (scan, start);
      n_digits += p - fraction;
      is_integer = FALSE;
    }

  mantissa_end = p;
  if (p < scan->end && (*p == 'e' || *p == 'E'))
    {
      const char *exponent = ++p;

      if (p < scan->end && (*p == '+' || *p == '-'))
        exponent = ++p;
      p = skip_digits (scan, exponent);
      if (p == exponent)
        return fail_number (scan, start);
      n_digits += p - exponent;
      is_integer = FALSE;
    }

  scan->p = p;
  if (n_digits > DIGITS_MAX)
    hbk_json_scan_note (scan, HBK_ERROR_LIMIT, start, _ ("This number has more than 30 digits."), _ ("Round it, or write it as a text in double quotes."));
  else if (is_integer)
    check_integer (scan, start, p);
  else if (p != mantissa_end)
    check_exponent (scan, start, p, has_only_zeros (start, mantissa_end));

  return TRUE;
}

/* ---- Words ---- */

gboolean
hbk_json_scan_word (HbkJsonScan *scan)
{
  static const char *const words[] = { "true", "false", "null" };
  const char              *start = scan->p;
  g_autofree char         *shown = NULL;
  g_autofree char         *what = NULL;

  while (scan->p < scan->end && (g_ascii_isalnum (*scan->p) || *scan->p == '_'))
    scan->p++;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if ((gsize) (scan->p - start) == strlen (words[i]) && memcmp (start, words[i], scan->p - start) == 0)
        return TRUE;
    }

  shown = hbk_text_escape (start, scan->p - start, SAMPLE_CHARS);
  what = g_strdup_printf (_ ("JSON has no word “%s”."), shown);
  return hbk_json_scan_fail (scan, start, what, _ ("Put a text in double quotes, or write true, false or null in small letters."));
}
