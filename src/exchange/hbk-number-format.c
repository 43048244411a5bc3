/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-number-format.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/hbk-date.h"

/* The last day that a spreadsheet counts, in the year 9999. */
#define SERIAL_MAX 2958466.0

/* How many days the count from 1904 begins later. */
#define DAYS_TO_1904 1462

/* Beyond this a double no longer holds every whole number that has 15 digits. */
#define PLAIN_MAX 1e15

/**
 * hbk_number_format_from_id:
 * @id: the number of a format that spreadsheets have built in
 *
 * Says what a built-in format makes of a number, as a Chinese spreadsheet has them.
 *
 * Returns: the kind of format
 */
HbkNumberFormat
hbk_number_format_from_id (int id)
{
  switch (id)
    {
    /* Year and month: mmm-yy, 2024年3月. */
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57:
      return HBK_NUMBER_FORMAT_MONTH;

    default:
      if ((id >= 14 && id <= 22) || (id >= 28 && id <= 35) || (id >= 51 && id <= 58))
        return HBK_NUMBER_FORMAT_DAY;
      return HBK_NUMBER_FORMAT_PLAIN;
    }
}

/* Steps over what stands for itself, and over brackets; NULL when @p is a letter of the format. */
static const char *
pass_literal (const char *p)
{
  const char *end;

  switch (*p)
    {
    case '"':
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);

    case '[':
      end = strchr (p, ']');
      return end != NULL ? end + 1 : p + strlen (p);

    case '\\':
    case '_':
    case '*':
      return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;

    default:
      return NULL;
    }
}

/* A count of hours, minutes or seconds beyond a day is an amount, not a time. */
static gboolean
is_elapsed (const char *bracket)
{
  char  unit = g_ascii_tolower (bracket[1]);
  gsize length = 1;

  if (unit != 'h' && unit != 'm' && unit != 's')
    return FALSE;
  while (g_ascii_tolower (bracket[length]) == unit)
    length++;

  return bracket[length] == ']';
}

/**
 * hbk_number_format_from_code:
 * @code: a format such as `yyyy"年"m"月"d"日"`
 *
 * Says what a format of the author's own makes of a number: the part of it for positive numbers decides.
 *
 * Returns: the kind of format
 */
HbkNumberFormat
hbk_number_format_from_code (const char *code)
{
  gboolean has_year = FALSE, has_month = FALSE, has_day = FALSE, has_time = FALSE;
  char     before = '\0';

  g_return_val_if_fail (code != NULL, HBK_NUMBER_FORMAT_PLAIN);

  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = pass_literal (p);
      char        letter = g_ascii_tolower (*p);

      if (*p == '[' && is_elapsed (p))
        return HBK_NUMBER_FORMAT_PLAIN;

      /* An e after a digit is that of 1E+03; else it is a year, as in g/e formats of East Asia. */
      if (next == NULL)
        {
          has_year |= letter == 'y' || (letter == 'e' && strchr ("0#?.", before) == NULL);
          has_month |= letter == 'm';
          has_day |= letter == 'd';
          has_time |= letter == 'h' || letter == 's';
          before = *p;
        }
      /* Outside quotes "General" has letters that mean nothing. */
      if (g_ascii_strncasecmp (p, "general", 7) == 0)
        return HBK_NUMBER_FORMAT_PLAIN;

      p = next != NULL ? next : g_utf8_next_char (p);
    }

  if (has_day || has_time)
    return HBK_NUMBER_FORMAT_DAY;
  if (has_month)
    return HBK_NUMBER_FORMAT_MONTH;

  return has_year ? HBK_NUMBER_FORMAT_YEAR : HBK_NUMBER_FORMAT_PLAIN;
}

/* Fifteen digits, which hides that 0.1 + 0.2 is not quite 0.3. */
static char *
format_plain (double value)
{
  char     buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean in_full = fabs (value) < PLAIN_MAX;

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_str_equal (buffer, "-0"))
    return g_strdup ("0");

  /* Small fractions would come with an exponent. */
  if (in_full && strchr (buffer, 'e') != NULL)
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.15f", value);
      for (gsize end = strlen (buffer); end > 0 && (buffer[end - 1] == '0' || buffer[end - 1] == '.'); end--)
        {
          gboolean at_point = buffer[end - 1] == '.';

          buffer[end - 1] = '\0';
          if (at_point)
            break;
        }
    }

  return g_strdup (buffer);
}

static char *
format_time (double fraction)
{
  int minutes = (int) floor (fraction * 24 * 60 + 0.5);

  return g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

static char *
format_date (double value, HbkNumberFormat format, gboolean from_1904)
{
  int     serial = (int) floor (value);
  HbkDate date;
  int     year, month, day;

  /* Spreadsheets that count from 1900 have a 29 February 1900, which never was: the days before it are one off. */
  if (from_1904)
    date = hbk_date_new (1904, 1, 1) + serial;
  else
    date = hbk_date_new (1899, 12, 30) + serial + (serial < 60 ? 1 : 0);

  if (!from_1904 && serial == 60)
    return g_strdup ("1900-02-29");

  hbk_date_split (date, &year, &month, &day);
  if (format == HBK_NUMBER_FORMAT_YEAR)
    return g_strdup_printf ("%04d", year);
  if (format == HBK_NUMBER_FORMAT_MONTH)
    return g_strdup_printf ("%04d-%02d", year, month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * hbk_number_format_apply:
 * @format: what the format of a cell makes of its number
 * @from_1904: whether days are counted from 1904-01-01, not from 1900
 * @number: the number as it is stored
 *
 * Writes a number of a spreadsheet as a person would: `45`, `0.3`, `2024-03-15`, or only as much of a date as was shown.
 *
 * The time of day is left out of a date; a time by itself is written `09:30`. A number that is no date is written as a number.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when @number is no number
 */
char *
hbk_number_format_apply (HbkNumberFormat format, gboolean from_1904, const char *number)
{
  char  *end;
  double value;

  g_return_val_if_fail (number != NULL, NULL);

  /* Neither hexadecimal nor "inf", which strtod would take. */
  if (number[strspn (number, "0123456789+-.eE")] != '\0')
    return NULL;

  errno = 0;
  value = g_ascii_strtod (number, &end);
  if (end == number || *end != '\0' || !isfinite (value))
    return NULL;

  if (format == HBK_NUMBER_FORMAT_PLAIN || value < 0 || value >= SERIAL_MAX - (from_1904 ? DAYS_TO_1904 : 0))
    return format_plain (value);
  if (value < 1 && !(from_1904 && floor (value) == value))
    return format_time (value);

  return format_date (value, format, from_1904);
}
