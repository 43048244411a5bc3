/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"
#include "rules/hbk-scope.h"

G_BEGIN_DECLS

/** HbkPieceClass: what a piece does to the year, in the order in which pieces fill caps. */
typedef enum {
  HBK_PIECE_COUNTED,
  HBK_PIECE_PENDING,
  HBK_PIECE_PLANNED,
  HBK_PIECE_NOTHING,
} HbkPieceClass;

#define HBK_PIECE_N_CLASSES 3

/** HBK_PIECE_N_BITS: how many caps, and once-only clauses, of a rule a piece keeps in mind. */
#define HBK_PIECE_N_BITS 64

/**
 * HbkPiece:
 * @rank: position of the record in the order of dates and ids
 * @part: the days of the record that count in the year
 * @clipped: @part leaves out days that lie outside a learning window
 * @date: the day on which the hours are earned
 * @raw: hours before caps
 * @left: hours after the caps so far
 * @floors: hours that a deemed piece fills up to; -1 where it does not
 * @at_application: counts at an application only
 * @pool: (nullable): the pool its left-over days go to
 * @caps: bit for each of the rule's caps whose conditions hold, as far as there are bits
 * @once: the same of its once-only clauses
 * @missing: (element-type HbkFactSpec) (nullable): what is not known
 * @first_step: index of its first trace step, -1 when none
 * @covered_by: (nullable): the record that counts instead
 *
 * One record in one year while it is computed. Copied freely: it owns nothing.
 */
typedef struct
{
  HbkRecord         *record;
  const HbkRule     *rule;
  const HbkYearMode *mode;
  guint              rank;
  int                year;
  HbkPeriod          part;
  gboolean           clipped;
  HbkDate            date;
  HbkPieceClass class;
  HbkOutcome       outcome;
  const char      *clause;
  const char      *code;
  HbkTally         raw;
  HbkTally         left;
  gboolean         deemed;
  gboolean         accepted;
  HbkTally         floors;
  gboolean         at_application;
  const HbkCredit *pool;
  int              pool_rest;
  HbkSubject       pool_subject;
  guint64          caps;
  guint64          once;
  GPtrArray       *missing;
  int              first_step;
  int              last_step;
  HbkRecord       *covered_by;
} HbkPiece;

/**
 * HbkDraft:
 * @scope: what rules look at; its record, year and part change
 * @pieces: (element-type HbkPiece): in order of dates and ids
 * @steps: (element-type HbkTraceStep) (nullable): all trace steps; %NULL in a trial run
 * @warnings: (element-type HbkWarning) (nullable): all warnings; %NULL in a trial run
 * @missing_lists: (element-type GPtrArray): owns the pieces' lists
 * @years: (element-type HbkCreditYear): scratch
 *
 * An assessment in the making.
 */
typedef struct
{
  HbkScope     scope;
  HbkCoreFacts core;
  GArray      *pieces;
  GArray      *steps;
  GArray      *warnings;
  GPtrArray   *missing_lists;
  GArray      *years;
} HbkDraft;

void hbk_draft_init (HbkDraft *self, const HbkPack *pack, HbkProfile *profile, HbkDate as_of, const guint *options, gboolean trial);
void hbk_draft_clear (HbkDraft *self);

void        hbk_draft_look_at (HbkDraft *self, const HbkPiece *piece);
void        hbk_draft_trace (HbkDraft *self, HbkPiece *piece, const HbkTraceStep *step);
HbkWarning *hbk_draft_warn (HbkDraft *self, const char *code, const HbkPiece *piece);
HbkWarning *hbk_draft_warn_year (HbkDraft *self, const char *code, int year);

G_END_DECLS
