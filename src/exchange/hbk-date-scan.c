/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-date-scan.h"

#include <string.h>

#include "exchange/hbk-cell-text.h"

/* No date of any form is longer, in bytes. */
#define TEXT_MAX 200

/* A number beyond this is none of a date, and is not read on. */
#define NUMBER_MAX 100000000

/* ---- Making texts alike ---- */

static int
chinese_digit (gunichar c)
{
  static const gunichar digits[] = { 0x96f6, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };

  for (int i = 0; i < (int) G_N_ELEMENTS (digits); i++)
    {
      if (c == digits[i])
        return i;
    }

  /* 〇, and the circles that are typed for it. */
  return c == 0x3007 || c == 0x25cb || c == 0x25ef ? 0 : -1;
}

/* How many tens 十, 廿 and 卅 mean; 0 for other characters. */
static int
chinese_tens (gunichar c)
{
  return c == 0x5341 ? 1 : c == 0x5eff ? 2
                         : c == 0x5345 ? 3
                                       : 0;
}

/* Writes a Chinese number in digits: 二〇二四 figure by figure, 二十一 by its value. Gives what follows it. */
static const char *
append_number (GString *result, const char *p)
{
  gsize begin = result->len;
  int   value = 0, last = 0;
  int   n_tens = 0;

  for (;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int      digit = chinese_digit (c), tens = chinese_tens (c);

      if (digit < 0 && tens == 0)
        break;
      if (digit >= 0)
        {
          g_string_append_c (result, (char) ('0' + digit));
          last = digit;
        }
      else
        {
          /* 二十 is two tens, 十 one. */
          value = (tens == 1 && last > 0 ? last : tens) * 10;
          last = 0;
          n_tens++;
        }
    }

  /* More than one ten is no number, which the digits left as they are will show. */
  if (n_tens == 1)
    {
      g_string_truncate (result, begin);
      g_string_append_printf (result, "%d", value + last);
    }
  else if (n_tens > 1)
    g_string_append_c (result, '?');

  return p;
}

/* The day of the week says nothing that the date does not. */
static const char *
pass_weekday (const char *p)
{
  static const char *const names[] = { "星期", "礼拜", "周" };
  gboolean                 in_brackets = *p == '(';
  const char              *q = in_brackets ? p + 1 : p;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gunichar c;

      if (!g_str_has_prefix (q, names[i]))
        continue;

      q += strlen (names[i]);
      c = g_utf8_get_char (q);
      if (*q == '\0' || (chinese_digit (c) < 1 && c != 0x65e5 && c != 0x5929))
        return p;
      q = g_utf8_next_char (q);
      if (in_brackets && *q != ')')
        return p;

      return in_brackets ? q + 1 : q;
    }

  return p;
}

/* Digits for Chinese numbers, one kind of full stop and dash, no weekdays. */
static char *
make_alike (const char *text)
{
  g_autofree char *narrowed = hbk_cell_text_narrow (text);
  GString         *result = g_string_new (NULL);

  for (const char *p = narrowed; *p != '\0';)
    {
      const char *after = pass_weekday (p);
      gunichar    c = g_utf8_get_char (p);

      if (after != p)
        {
          g_string_append_c (result, ' ');
          p = after;
        }
      else if (chinese_digit (c) >= 0 || chinese_tens (c) > 0)
        p = append_number (result, p);
      else
        {
          g_string_append_unichar (result, c == 0x3002 ? '.' : c);
          p = g_utf8_next_char (p);
        }
    }

  return g_string_free_and_steal (result);
}

/* ---- Pieces ---- */

static void
pass_spaces (const char **p)
{
  while (**p == ' ')
    (*p)++;
}

static gboolean
pass (const char **p, const char *word)
{
  if (!g_str_has_prefix (*p, word))
    return FALSE;

  *p += strlen (word);

  return TRUE;
}

/* Reads digits; gives how many there are. */
static int
read_number (const char **p, int *number)
{
  int n_digits = 0;

  *number = 0;
  for (; g_ascii_isdigit (**p); (*p)++, n_digits++)
    *number = MIN (*number * 10 + (**p - '0'), NUMBER_MAX);

  return n_digits;
}

static gboolean
pass_day_word (const char **p)
{
  return pass (p, "日") || pass (p, "号");
}

/* Steps over a time of day: 9:00, 09:30:15.5+08:00, 下午3时, 9点30分. Without one it stays where it is. */
static gboolean
pass_time (const char **p)
{
  static const char *const halves[] = { "上午", "下午", "晚上", "中午", "早上", "am", "pm", "AM", "PM" };
  const char              *q = *p;
  int                      number;

  pass_spaces (&q);
  if (*q == 'T' || *q == 't')
    q++;
  for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
    pass (&q, halves[i]);
  pass_spaces (&q);
  if (read_number (&q, &number) == 0)
    return FALSE;

  if (pass (&q, "时") || pass (&q, "点"))
    {
      if (read_number (&q, &number) > 0 && !pass (&q, "分"))
        return FALSE;
      pass (&q, "半");
    }
  else if (*q != ':')
    return FALSE;

  while (*q == ':' || *q == '.')
    {
      q++;
      if (read_number (&q, &number) == 0)
        return FALSE;
    }

  *p = q;
  pass_spaces (&q);
  for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
    pass (&q, halves[i]);
  pass (&q, "Z");
  if (*q == '+' && g_ascii_isdigit (q[1]))
    q += strspn (q, "+0123456789:");
  *p = q;

  return TRUE;
}

static gboolean
is_dash (gunichar c)
{
  static const gunichar dashes[] = { '-', '~', 0x2014, 0x2013, 0x2015, 0x2010, 0x2011, 0x301c, 0x223c, 0x2500 };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      if (c == dashes[i])
        return TRUE;
    }

  return FALSE;
}

/* What stands between the ends of a range; a hyphen by itself may also stand between numbers. */
typedef enum {
  RANGE_NONE,
  RANGE_HYPHEN,
  RANGE_SIGN,
} RangeSign;

static RangeSign
pass_range_sign (const char **p, char sign)
{
  RangeSign found = RANGE_NONE;

  pass_spaces (p);
  if (pass (p, "至") || pass (p, "到") || pass (p, "to ") || pass (p, "→") || (sign == '-' && pass (p, "/")))
    found = RANGE_SIGN;

  while (is_dash (g_utf8_get_char (*p)))
    {
      found = found == RANGE_NONE && **p == '-' ? RANGE_HYPHEN : RANGE_SIGN;
      *p = g_utf8_next_char (*p);
    }
  pass_spaces (p);

  return found;
}

/* ---- A date ---- */

/* In the parts 0 is what was not said; a month or day 0 that was is none of the calendar. */
static int
said (int number)
{
  return number != 0 ? number : NUMBER_MAX;
}

/* After “2024年”. */
static HbkDateFault
read_after_year_word (const char **p, HbkDateParts *parts)
{
  int number;

  pass_spaces (p);
  if (read_number (p, &number) == 0)
    return HBK_DATE_FAULT_NONE;

  parts->month = said (number);
  pass_spaces (p);
  /* In 2024年3-5月 the word comes once. */
  if (!pass (p, "月"))
    return **p == '\0' || g_ascii_isdigit (**p) ? HBK_DATE_FAULT_UNREADABLE : HBK_DATE_FAULT_NONE;

  pass_spaces (p);
  if (read_number (p, &number) > 0)
    {
      parts->day = said (number);
      pass_spaces (p);
      pass_day_word (p);
    }

  return HBK_DATE_FAULT_NONE;
}

/* After “2024-”; the sign is passed. */
static HbkDateFault
read_after_year_sign (const char **p, HbkDateParts *parts)
{
  const char *q;
  int         number;
  int         n_digits = read_number (p, &number);

  if (n_digits < 1 || n_digits > 2)
    return HBK_DATE_FAULT_UNREADABLE;

  parts->month = said (number);
  q = *p;
  if (*q != parts->sign)
    return HBK_DATE_FAULT_NONE;

  q++;
  n_digits = read_number (&q, &number);
  /* Longer, it is the year of the other end: 2024-03-2024-05. */
  if (n_digits < 1 || n_digits > 2)
    return HBK_DATE_FAULT_NONE;

  parts->day = said (number);
  *p = q;
  pass_day_word (p);

  return HBK_DATE_FAULT_NONE;
}

/* After “3/”, a short number first: only clear where the year went before. */
static HbkDateFault
read_after_short_sign (const char **p, const HbkDateParts *base, int number, HbkDateParts *parts)
{
  int second;
  int n_digits = read_number (p, &second);

  if (n_digits == 0)
    return HBK_DATE_FAULT_UNREADABLE;
  if (**p == parts->sign || n_digits > 2)
    return HBK_DATE_FAULT_UNCLEAR;
  if (base == NULL)
    return HBK_DATE_FAULT_NO_YEAR;

  parts->month = said (number);
  parts->day = said (second);
  pass_day_word (p);

  return HBK_DATE_FAULT_NONE;
}

/* A number by itself. */
static HbkDateFault
read_bare_number (int number, int n_digits, const HbkDateParts *base, HbkDateParts *parts)
{
  if (n_digits == 8)
    {
      parts->year = number / 10000;
      parts->month = said (number / 100 % 100);
      parts->day = said (number % 100);
      return HBK_DATE_FAULT_NONE;
    }

  if (n_digits == 4)
    {
      parts->year = number;
      return HBK_DATE_FAULT_NONE;
    }

  if (n_digits > 2 || base == NULL)
    return n_digits == 6 ? HBK_DATE_FAULT_UNCLEAR : HBK_DATE_FAULT_UNREADABLE;

  /* The end of 2024.3.15-17, or of 2024.3-5. */
  if (base->day != 0)
    parts->day = said (number);
  else if (base->month != 0)
    parts->month = said (number);
  else
    return HBK_DATE_FAULT_UNREADABLE;

  return HBK_DATE_FAULT_NONE;
}

static HbkDateFault
read_date (const char **p, const HbkDateParts *base, HbkDateParts *parts)
{
  const char *begin;
  int         number, n_digits;

  *parts = (HbkDateParts) { 0 };
  pass_spaces (p);
  begin = *p;
  n_digits = read_number (p, &number);
  if (n_digits == 0)
    return HBK_DATE_FAULT_UNREADABLE;

  pass_spaces (p);
  if (pass (p, "年"))
    {
      parts->year = number;
      return n_digits == 4 ? read_after_year_word (p, parts) : n_digits == 2 ? HBK_DATE_FAULT_UNCLEAR
                                                                             : HBK_DATE_FAULT_UNREADABLE;
    }

  if (pass (p, "月"))
    {
      *p = begin;
      return base != NULL ? read_after_year_word (p, parts) : HBK_DATE_FAULT_NO_YEAR;
    }

  if (base != NULL && base->day != 0 && pass_day_word (p))
    {
      parts->day = said (number);
      return HBK_DATE_FAULT_NONE;
    }

  *p = begin + n_digits;
  if (strchr ("-/.", **p) != NULL && **p != '\0' && g_ascii_isdigit ((*p)[1]) && (n_digits == 4 || n_digits <= 2))
    {
      parts->sign = *(*p)++;
      if (n_digits != 4)
        return read_after_short_sign (p, base, number, parts);

      parts->year = number;
      return read_after_year_sign (p, parts);
    }

  return read_bare_number (number, n_digits, base, parts);
}

/* The other end of a range, which takes over what it does not say. */
static HbkDateFault
read_last (const char **p, RangeSign range_sign, const HbkDateParts *first, HbkDateParts *last)
{
  HbkDateFault fault;

  /* 9:00-11:30 is one day. */
  if (pass_time (p))
    {
      *last = *first;
      return HBK_DATE_FAULT_NONE;
    }

  fault = read_date (p, first, last);
  if (fault != HBK_DATE_FAULT_NONE)
    return fault;

  /* In 2024-03-15-17 the last may as well be an hour. */
  if (range_sign == RANGE_HYPHEN && first->sign == '-' && last->year == 0 && last->month == 0)
    return HBK_DATE_FAULT_UNCLEAR;

  if (last->year == 0)
    {
      last->year = first->year;
      if (last->month == 0)
        last->month = first->month;
    }
  pass_time (p);

  return HBK_DATE_FAULT_NONE;
}

/**
 * hbk_date_scan:
 * @text: the text of a cell
 * @first: (out): the day, or the first of a range
 * @last: (out): the last of a range; of a single day the same, with year 0
 *
 * Takes a text apart that is a date or a range of dates in any of the forms usual in China.
 *
 * Whether there is such a day is not looked at. Times of day and days of the week are passed over.
 *
 * Returns: %HBK_DATE_FAULT_NONE, or why it is no date
 */
HbkDateFault
hbk_date_scan (const char *text, HbkDateParts *first, HbkDateParts *last)
{
  g_autofree char *alike = NULL;
  const char      *p;
  HbkDateFault     fault;
  RangeSign        range_sign;

  g_return_val_if_fail (text != NULL && first != NULL && last != NULL, HBK_DATE_FAULT_UNREADABLE);

  if (strlen (text) > TEXT_MAX)
    return HBK_DATE_FAULT_UNREADABLE;

  alike = make_alike (text);
  p = alike;
  if (!pass (&p, "自"))
    pass (&p, "从");

  fault = read_date (&p, NULL, first);
  if (fault != HBK_DATE_FAULT_NONE)
    return fault;

  *last = (HbkDateParts) { 0 };
  pass_time (&p);
  pass_spaces (&p);
  pass (&p, "起");
  /* A slash is one after a whole date with hyphens, as in ISO 8601. */
  range_sign = pass_range_sign (&p, first->day != 0 ? first->sign : '\0');
  if (range_sign != RANGE_NONE)
    fault = read_last (&p, range_sign, first, last);
  if (fault != HBK_DATE_FAULT_NONE)
    return fault;

  pass_spaces (&p);
  pass (&p, "止");
  pass_spaces (&p);

  return *p == '\0' ? HBK_DATE_FAULT_NONE : HBK_DATE_FAULT_UNREADABLE;
}
