/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-date-words.h"

#include <glib/gi18n.h>

static char *
format_date (HbkDate date, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int   year, month, day;
  char *text;

  if (date == HBK_DATE_NONE)
    return g_strdup ("–");

  hbk_date_split (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  text = g_date_time_format (time, format);

  return text != NULL ? text : hbk_date_format (date);
}

/**
 * hbk_words_date:
 * @date: a date
 *
 * Says a date as people write it.
 *
 * Returns: (transfer full): the words; a dash for no date
 */
char *
hbk_words_date (HbkDate date)
{
  /* Translators: a date in full, as for g_date_time_format(), such as "18 Nov 2024" */
  return format_date (date, C_("date", "%-d %b %Y"));
}

/**
 * hbk_words_date_short:
 * @date: a date
 *
 * Says a date whose year is plain.
 *
 * Returns: (transfer full): the words; a dash for no date
 */
char *
hbk_words_date_short (HbkDate date)
{
  /* Translators: a date without its year, as for g_date_time_format(), such as "18 Nov" */
  return format_date (date, C_("date", "%-d %b"));
}

static char *
join_dates (HbkDate start, const char *start_format, HbkDate end, const char *end_format)
{
  g_autofree char *first = format_date (start, start_format);
  g_autofree char *last = format_date (end, end_format);

  return g_strconcat (first, last, NULL);
}

/**
 * hbk_words_period:
 * @start: the first day
 * @end: the last day; may be no date
 *
 * Says on which days something was, without what goes without saying: the month is given once where both days lie in it, and the year only
 * where it changes.
 *
 * Returns: (transfer full): the words; a dash when there is no date
 */
char *
hbk_words_period (HbkDate start, HbkDate end)
{
  if (end == HBK_DATE_NONE || start == end)
    return hbk_words_date_short (start);
  if (start == HBK_DATE_NONE)
    return hbk_words_date_short (end);

  if (hbk_date_year (start) != hbk_date_year (end))
    {
      /* Translators: the first day of a period of more than one year, with the dash that joins it to the last */
      return join_dates (start, C_("first day", "%-d %b %Y – "), end, C_("date", "%-d %b %Y"));
    }
  if (hbk_date_month (start) != hbk_date_month (end))
    {
      /* Translators: the first day of a period of more than one month, with the dash that joins it to the last */
      return join_dates (start, C_("first day", "%-d %b – "), end, C_("last day", "%-d %b"));
    }

  /* Translators: the first day of a period within a month, with the dash, such as "29–" of "29–30 Jul" */
  return join_dates (start, C_("first day", "%-d–"), end, C_("last day of the same month", "%-d %b"));
}

/**
 * hbk_words_period_full:
 * @start: the first day
 * @end: the last day; may be no date
 *
 * Says on which days something was, with the year.
 *
 * Returns: (transfer full): the words; a dash when there is no date
 */
char *
hbk_words_period_full (HbkDate start, HbkDate end)
{
  g_autofree char *period = NULL;

  if (end == HBK_DATE_NONE || start == end)
    return hbk_words_date (start);
  if (start == HBK_DATE_NONE)
    return hbk_words_date (end);

  period = hbk_words_period (start, end);
  if (hbk_date_year (start) != hbk_date_year (end))
    return g_steal_pointer (&period);

  /* Translators: a period within a year, and the year, such as "29–30 Jul 2024" */
  return g_strdup_printf (C_("period of a year", "%1$s %2$d"), period, hbk_date_year (end));
}

/**
 * hbk_words_month:
 * @year: a year
 * @month: a month, 1 to 12
 *
 * Names a month of a year.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_words_month (int year, int month)
{
  /* Translators: a month, as for g_date_time_format(), such as "November 2024" */
  return format_date (hbk_date_new (year, month, 1), C_("month", "%OB %Y"));
}

/**
 * hbk_words_month_short:
 * @month: a month, 1 to 12
 *
 * Names a month as briefly as can be, as on an axis.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_words_month_short (int month)
{
  /* Translators: a month, as for g_date_time_format(), such as "Nov" */
  return format_date (hbk_date_new (2000, month, 1), C_("month", "%Ob"));
}

/**
 * hbk_words_days_left:
 * @today: a day
 * @day: another
 *
 * Says how far away a day is.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_words_days_left (HbkDate today, HbkDate day)
{
  int days = day - today;

  if (days == 0)
    return g_strdup (_("today"));
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", -days), -days);
}
