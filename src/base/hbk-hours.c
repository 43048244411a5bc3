/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/hbk-hours.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/hbk-error.h"

/* How far a sum of decimal fractions kept as binary ones may stray from the hundredth that was meant. */
#define TOLERANCE 1e-6

/* Holds the product of any two amounts. */
__extension__ typedef __int128 Wide;

/* Results that would overflow stay at the bound, so that adding up a hundred thousand of them is still safe. */
static HbkHours
saturate (Wide value)
{
  return (HbkHours) CLAMP (value, (Wide) -HBK_HOURS_MAX, (Wide) HBK_HOURS_MAX);
}

static Wide
divide_floor (Wide dividend, Wide divisor)
{
  Wide quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/**
 * hbk_hours_from_double:
 * @value: an amount in whole units, such as 7.5 hours
 * @hours: (out): where to put the amount in hundredths
 *
 * Turns a binary fraction into an exact amount.
 *
 * Refused, with @hours untouched, is what cannot be held exactly or makes no sense as an amount: a number that is
 * negative or not finite, beyond %HBK_HOURS_MAX, or with more than two decimals.
 *
 * Returns: %TRUE when @hours was set
 */
gboolean
hbk_hours_from_double (double value, HbkHours *hours)
{
  double hundredths;

  g_return_val_if_fail (hours != NULL, FALSE);

  if (!isfinite (value) || value < 0 || value > HBK_HOURS_MAX / 100)
    return FALSE;

  hundredths = round (value * 100);
  if (fabs (value * 100 - hundredths) > TOLERANCE)
    return FALSE;

  *hours = (HbkHours) hundredths;
  return TRUE;
}

/**
 * hbk_hours_to_double:
 * @hours: an amount in hundredths
 *
 * Gives an amount in whole units, for drawing; never compute with it.
 *
 * Returns: the nearest binary fraction
 */
double
hbk_hours_to_double (HbkHours hours)
{
  return hours / 100.0;
}

/* Reads digits into value, which stays at a value beyond every bound once it gets there. */
static const char *
read_digits (const char *p, gint64 *value)
{
  for (; g_ascii_isdigit (*p); p++)
    *value = MIN (*value * 10 + (*p - '0'), HBK_HOURS_MAX * 10);

  return p;
}

/**
 * hbk_hours_parse:
 * @text: a decimal number such as `89.5`: digits, and at most two decimals after a point
 * @hours: (out): where to put the amount in hundredths
 * @error: where to put a #GError, or %NULL
 *
 * Reads an amount exactly, without a detour over binary fractions.
 *
 * Signs, spaces, exponents and thousands separators are refused with %HBK_ERROR_VALUE, amounts beyond
 * %HBK_HOURS_MAX with %HBK_ERROR_LIMIT; @hours is then untouched.
 *
 * Returns: %TRUE when @hours was set
 */
gboolean
hbk_hours_parse (const char *text, HbkHours *hours, GError **error)
{
  gint64      value = 0;
  int         decimals = 0;
  const char *p;

  g_return_val_if_fail (text != NULL && hours != NULL, FALSE);

  p = read_digits (text, &value);
  if (p > text && *p == '.')
    {
      const char *fraction = p + 1;

      p = read_digits (fraction, &value);
      decimals = (int) MIN (p - fraction, 3);
      if (decimals == 0)
        p = text;
    }

  if (p == text || *p != '\0' || decimals > 2)
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_VALUE,
                           _ ("Not a number with at most two decimals, such as 30 or 7.5."));
      return FALSE;
    }

  for (; decimals < 2; decimals++)
    value *= 10;

  if (value > HBK_HOURS_MAX)
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("The number is larger than 100 million."));
      return FALSE;
    }

  *hours = value;
  return TRUE;
}

/**
 * hbk_hours_append:
 * @hours: an amount in hundredths, which may be negative
 * @string: the string to append to
 *
 * Appends the shortest exact decimal, as [func@hours_format] gives it.
 */
void
hbk_hours_append (HbkHours hours, GString *string)
{
  guint64 magnitude = hours < 0 ? -(guint64) hours : (guint64) hours;
  guint   hundredths = magnitude % 100;

  g_return_if_fail (string != NULL);

  g_string_append_printf (string, "%s%" G_GUINT64_FORMAT, hours < 0 ? "-" : "", magnitude / 100);

  if (hundredths % 10 != 0)
    g_string_append_printf (string, ".%02u", hundredths);
  else if (hundredths != 0)
    g_string_append_printf (string, ".%u", hundredths / 10);
}

/**
 * hbk_hours_format:
 * @hours: an amount in hundredths, which may be negative
 *
 * Writes an amount as the shortest exact decimal with a point: `89.5`, `30`, `0.25`.
 *
 * Returns: (transfer full): the text
 */
char *
hbk_hours_format (HbkHours hours)
{
  GString *string = g_string_sized_new (24);

  hbk_hours_append (hours, string);

  return g_string_free_and_steal (string);
}

/**
 * hbk_hours_times:
 * @rate: what one unit is worth, in hundredths
 * @amount: how many units, in hundredths
 *
 * Multiplies exactly and rounds down to a hundredth.
 *
 * A result beyond %HBK_HOURS_MAX in either direction stays there.
 *
 * Returns: the product in hundredths
 */
HbkHours
hbk_hours_times (HbkHours rate, HbkHours amount)
{
  return saturate (divide_floor ((Wide) rate * amount, 100));
}

/**
 * hbk_hours_ratio_floor:
 * @hours: an amount in hundredths
 * @numerator: the upper part of the ratio
 * @denominator: the lower part of the ratio, above 0
 *
 * Takes a share of an amount and rounds down to a hundredth: cautious where hours are credited.
 *
 * A result beyond %HBK_HOURS_MAX in either direction stays there.
 *
 * Returns: the share in hundredths
 */
HbkHours
hbk_hours_ratio_floor (HbkHours hours, gint64 numerator, gint64 denominator)
{
  g_return_val_if_fail (denominator > 0, 0);

  return saturate (divide_floor ((Wide) hours * numerator, denominator));
}

/**
 * hbk_hours_ratio_ceil:
 * @hours: an amount in hundredths
 * @numerator: the upper part of the ratio
 * @denominator: the lower part of the ratio, above 0
 *
 * Takes a share of an amount and rounds up to a hundredth: cautious where hours are required.
 *
 * A result beyond %HBK_HOURS_MAX in either direction stays there.
 *
 * Returns: the share in hundredths
 */
HbkHours
hbk_hours_ratio_ceil (HbkHours hours, gint64 numerator, gint64 denominator)
{
  g_return_val_if_fail (denominator > 0, 0);

  return saturate (-divide_floor (-((Wide) hours * numerator), denominator));
}
