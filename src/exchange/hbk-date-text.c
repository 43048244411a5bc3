/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-date-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "exchange/hbk-cell-text.h"
#include "exchange/hbk-date-scan.h"

/* How much of a text a message shows. */
#define TEXT_CHARS 60

/* The days of the years 1954 to 2173 have five digits; of no others do people have spreadsheets. */
#define SERIAL_DIGITS 5

static const char *
describe_fault (HbkDateFault fault)
{
  switch (fault)
    {
    case HBK_DATE_FAULT_UNCLEAR:
      return _("“%s” can be read as more than one date. Write it with the whole year first, such as 2024-03-15.");

    case HBK_DATE_FAULT_NO_YEAR:
      return _("“%s” does not say the year. Write it as 2024-03-15.");

    case HBK_DATE_FAULT_NO_DAY:
      return _("“%s” does not say the day. Write it as 2024-03-15, or a whole month as 2024-03-01 to 2024-03-31.");

    case HBK_DATE_FAULT_NO_SUCH_DAY:
      return _("“%s” is a day that the calendar does not have. Correct it.");

    case HBK_DATE_FAULT_YEAR:
      return _("“%s” is before 1900 or after 2200. Correct the year.");

    case HBK_DATE_FAULT_BACKWARDS:
      return _("“%s” ends before it begins. Correct it, and write both years where they differ.");

    case HBK_DATE_FAULT_RANGE:
      return _("“%s” is a range of days where one day is asked for. Write one day such as 2024-03-15.");

    case HBK_DATE_FAULT_NONE:
    case HBK_DATE_FAULT_UNREADABLE:
    default:
      return _("“%s” is not a date. Write it as 2024-03-15, or a range as 2024-03-15 to 2024-03-17.");
    }
}

static gboolean
set_fault (GError **error, HbkDateFault fault, const char *text)
{
  g_autofree char *shown = hbk_text_escape (text, -1, TEXT_CHARS);
  g_autofree char *message = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (describe_fault (fault), shown);
#pragma GCC diagnostic pop
  g_set_error_literal (error, HBK_ERROR, HBK_ERROR_VALUE, message);

  return FALSE;
}

static HbkDateFault
check_day (HbkDate day)
{
  if (day == HBK_DATE_NONE)
    return HBK_DATE_FAULT_NO_SUCH_DAY;

  return hbk_date_year (day) < HBK_DATE_YEAR_MIN || hbk_date_year (day) > HBK_DATE_YEAR_MAX ? HBK_DATE_FAULT_YEAR : HBK_DATE_FAULT_NONE;
}

/* A month without a day is its first day, or its last, where that is allowed. */
static HbkDateFault
resolve (const HbkDateParts *parts, HbkDateTextFlags flags, gboolean is_last, HbkDate *day)
{
  int of_month = parts->day;

  if (parts->month == 0 || (of_month == 0 && (flags & HBK_DATE_TEXT_MONTHS) == 0))
    return HBK_DATE_FAULT_NO_DAY;
  if (of_month == 0)
    of_month = is_last ? hbk_date_days_in_month (parts->year, parts->month) : 1;

  *day = hbk_date_new (parts->year, parts->month, of_month);

  return check_day (*day);
}

static HbkDateFault
read_period (const char *text, HbkDateTextFlags flags, HbkPeriod *period)
{
  HbkDateParts first, last;
  HbkDateFault fault = hbk_date_scan (text, &first, &last);

  if (fault == HBK_DATE_FAULT_NONE)
    fault = resolve (&first, flags, FALSE, &period->start);
  if (fault == HBK_DATE_FAULT_NONE)
    fault = resolve (last.year != 0 ? &last : &first, flags, TRUE, &period->end);
  if (fault == HBK_DATE_FAULT_NONE && period->end < period->start)
    fault = HBK_DATE_FAULT_BACKWARDS;

  return fault;
}

/* The number a spreadsheet stores for a day, with or without a time as a fraction. */
static HbkDate
read_serial (const char *text)
{
  g_autofree char *narrowed = hbk_cell_text_narrow (text);
  gsize            n_digits = strspn (narrowed, "0123456789");
  const char      *rest = narrowed + n_digits;

  if (n_digits != SERIAL_DIGITS || *narrowed == '0')
    return HBK_DATE_NONE;
  if (*rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");

  return *rest == '\0' ? hbk_date_new (1899, 12, 30) + (HbkDate) g_ascii_strtoll (narrowed, NULL, 10) : HBK_DATE_NONE;
}

/**
 * hbk_date_text_read_period:
 * @text: the text of a cell
 * @flags: what is taken for a date beside dates
 * @period: (out): the days
 * @error: where to put a #GError, or %NULL
 *
 * Reads a day or a range of days as people write them: 2024-03-15, 2024/3/15, 20240315, 2024年3月15日, 二〇二四年三月十五日,
 * 2024年3月15日至17日, 2024.3.15-2024.3.17 and their like, with or without a time of day, which is left out.
 *
 * Nothing is guessed: two-digit years, a day or month before the year, and months without a day are refused with
 * %HBK_ERROR_VALUE; the message says what to write.
 *
 * Returns: %FALSE when @error was set
 */
gboolean
hbk_date_text_read_period (const char *text, HbkDateTextFlags flags, HbkPeriod *period, GError **error)
{
  HbkPeriod    found = { HBK_DATE_NONE, HBK_DATE_NONE };
  HbkDateFault fault;

  g_return_val_if_fail (text != NULL && period != NULL, FALSE);

  if ((flags & HBK_DATE_TEXT_SERIAL) != 0)
    found.start = found.end = read_serial (text);

  fault = found.start != HBK_DATE_NONE ? check_day (found.start) : read_period (text, flags, &found);
  if (fault != HBK_DATE_FAULT_NONE)
    return set_fault (error, fault, text);

  *period = found;

  return TRUE;
}

/**
 * hbk_date_text_read_day:
 * @text: the text of a cell
 * @flags: what is taken for a date beside dates; a month is never one
 * @day: (out): the day
 * @error: where to put a #GError, or %NULL
 *
 * Reads a single day, as [func@date_text_read_period] does.
 *
 * Returns: %FALSE when @error was set
 */
gboolean
hbk_date_text_read_day (const char *text, HbkDateTextFlags flags, HbkDate *day, GError **error)
{
  HbkPeriod period;

  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  if (!hbk_date_text_read_period (text, flags & ~HBK_DATE_TEXT_MONTHS, &period, error))
    return FALSE;
  if (period.start != period.end)
    return set_fault (error, HBK_DATE_FAULT_RANGE, text);

  *day = period.start;

  return TRUE;
}
