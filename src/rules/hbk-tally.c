/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-tally.h"

/**
 * hbk_tally_total:
 * @tally: hours of both subjects
 *
 * Adds the two subjects up.
 *
 * Returns: the total, in hundredths of an hour
 */
HbkHours
hbk_tally_total (HbkTally tally)
{
  return tally.public_hours + tally.professional_hours;
}

/**
 * hbk_tally_part:
 * @tally: hours of both subjects
 * @subject: public or professional
 *
 * Points at the hours of one subject. Hours without a subject are professional.
 *
 * Returns: (transfer none): the hours inside @tally
 */
HbkHours *
hbk_tally_part (HbkTally *tally, HbkSubject subject)
{
  return subject == HBK_SUBJECT_PUBLIC ? &tally->public_hours : &tally->professional_hours;
}

/**
 * hbk_tally_add:
 * @a: hours
 * @b: more hours
 *
 * Adds subject by subject.
 *
 * Returns: the sum
 */
HbkTally
hbk_tally_add (HbkTally a, HbkTally b)
{
  return (HbkTally) { a.public_hours + b.public_hours, a.professional_hours + b.professional_hours };
}

/**
 * hbk_tally_subtract:
 * @a: hours
 * @b: hours to take away
 *
 * Subtracts subject by subject; the result may be negative.
 *
 * Returns: the difference
 */
HbkTally
hbk_tally_subtract (HbkTally a, HbkTally b)
{
  return (HbkTally) { a.public_hours - b.public_hours, a.professional_hours - b.professional_hours };
}

/**
 * hbk_tally_cut:
 * @tally: hours of both subjects; reduced so that their total is at most @limit
 * @limit: the most that may remain, in hundredths of an hour
 *
 * Cuts to a limit that both subjects share. Professional hours give way first: public hours are the scarcer kind.
 *
 * Returns: what was cut off
 */
HbkTally
hbk_tally_cut (HbkTally *tally, HbkHours limit)
{
  HbkTally cut = { 0, 0 };
  HbkHours excess = hbk_tally_total (*tally) - MAX (limit, 0);

  if (excess <= 0)
    return cut;
  cut.professional_hours = MIN (excess, tally->professional_hours);
  cut.public_hours = excess - cut.professional_hours;
  *tally = hbk_tally_subtract (*tally, cut);
  return cut;
}

/**
 * hbk_tally_equal:
 * @a: hours
 * @b: other hours
 *
 * Compares both subjects.
 *
 * Returns: %TRUE when they are the same
 */
gboolean
hbk_tally_equal (HbkTally a, HbkTally b)
{
  return a.public_hours == b.public_hours && a.professional_hours == b.professional_hours;
}
