/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-hours.h"
#include "records/hbk-subject.h"

G_BEGIN_DECLS

/**
 * HbkTally:
 * @public_hours: hours of public subjects (公需科目)
 * @professional_hours: hours of professional subjects (专业科目)
 *
 * Hours of the two subjects, in hundredths. The total is always their sum.
 */
typedef struct
{
  HbkHours public_hours;
  HbkHours professional_hours;
} HbkTally;

HbkHours  hbk_tally_total (HbkTally tally);
HbkHours *hbk_tally_part (HbkTally *tally, HbkSubject subject);
HbkTally  hbk_tally_add (HbkTally a, HbkTally b);
HbkTally  hbk_tally_subtract (HbkTally a, HbkTally b);
HbkTally  hbk_tally_cut (HbkTally *tally, HbkHours limit);
gboolean  hbk_tally_equal (HbkTally a, HbkTally b);

G_END_DECLS
