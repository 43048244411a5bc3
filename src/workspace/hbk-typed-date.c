/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-typed-date.h"

#include "exchange/hbk-date-text.h"

/**
 * hbk_typed_date_read:
 * @text: what a person typed
 * @day: (out): the day
 * @error: return location for an error, which says what to write
 *
 * Reads a day as people write it, such as 2024-03-15 or 2024年3月15日. Nothing is guessed.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_typed_date_read (const char *text, HbkDate *day, GError **error)
{
  return hbk_date_text_read_day (text, HBK_DATE_TEXT_STRICT, day, error);
}

/**
 * hbk_typed_date_read_period:
 * @text: what a person typed
 * @period: (out): the days
 * @error: return location for an error, which says what to write
 *
 * Reads a day or a range of days as people write them, such as 2024年3月15日至17日.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_typed_date_read_period (const char *text, HbkPeriod *period, GError **error)
{
  return hbk_date_text_read_period (text, HBK_DATE_TEXT_STRICT, period, error);
}
