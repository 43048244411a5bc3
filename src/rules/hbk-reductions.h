/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

/**
 * HbkDutyShare:
 * @off: time off duty that a clause recognises, in parts of @whole
 * @whole: the whole year
 * @as_credit: the share on duty is credited instead of lowering the requirement
 * @round_up: lowered minima become whole hours
 * @piece: (nullable): the first absence
 * @clause: (nullable): the clause
 *
 * Which share of a year a person was off duty.
 */
typedef struct
{
  gint64      off;
  gint64      whole;
  gboolean    as_credit;
  gboolean    round_up;
  HbkPiece   *piece;
  const char *clause;
} HbkDutyShare;

gboolean     hbk_reductions_know (const HbkPack *pack, const char *interned_activity);
HbkDutyShare hbk_reductions_measure (HbkDraft *draft, int year, const GArray *positions);
void         hbk_reductions_lower (const HbkDutyShare *share, HbkRequired *required);
HbkTally     hbk_reductions_credit (const HbkDutyShare *share, const HbkRequired *required);

G_END_DECLS
