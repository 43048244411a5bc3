/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-clock.h"

/**
 * HbkClock:
 *
 * Knows which day it is.
 *
 * The only door to the system's clock, so that everything that depends on today can be tested with a fixed day.
 */
struct _HbkClock
{
  GObject parent_instance;
  HbkDate fixed;
};

G_DEFINE_FINAL_TYPE (HbkClock, hbk_clock, G_TYPE_OBJECT)

static void
hbk_clock_class_init (HbkClockClass *klass)
{
}

static void
hbk_clock_init (HbkClock *self)
{
}

/**
 * hbk_clock_new_system:
 *
 * Makes a clock that follows the system, in the local time zone.
 *
 * Returns: (transfer full): the clock
 */
HbkClock *
hbk_clock_new_system (void)
{
  return g_object_new (HBK_TYPE_CLOCK, NULL);
}

/**
 * hbk_clock_new_fixed:
 * @today: the day at which the clock stands
 *
 * Makes a clock that stands still.
 *
 * Returns: (transfer full): the clock
 */
HbkClock *
hbk_clock_new_fixed (HbkDate today)
{
  HbkClock *self;

  g_return_val_if_fail (today > HBK_DATE_NONE, NULL);

  self = g_object_new (HBK_TYPE_CLOCK, NULL);
  self->fixed = today;

  return self;
}

/**
 * hbk_clock_today:
 * @self: a clock
 *
 * Gives the current day.
 *
 * Returns: the day
 */
HbkDate
hbk_clock_today (HbkClock *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (HBK_IS_CLOCK (self), HBK_DATE_NONE);

  if (self->fixed != HBK_DATE_NONE)
    return self->fixed;

  now = g_date_time_new_now_local ();

  return hbk_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/**
 * hbk_clock_now:
 * @self: a clock
 *
 * Gives the current moment.
 *
 * Returns: microseconds since 1970-01-01 00:00 UTC; of a clock that stands still, noon UTC of its day
 */
gint64
hbk_clock_now (HbkClock *self)
{
  const gint64 day = 24 * G_TIME_SPAN_HOUR;

  g_return_val_if_fail (HBK_IS_CLOCK (self), 0);

  if (self->fixed == HBK_DATE_NONE)
    return g_get_real_time ();

  return (self->fixed - hbk_date_new (1970, 1, 1)) * day + day / 2;
}
