/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

/**
 * HbkRecordSpan:
 * @record: a record
 * @first_piece: position of its first piece
 * @n_pieces: number of its pieces
 * @looked_at: readings its evaluation consulted
 */
typedef struct
{
  HbkRecord    *record;
  guint         first_piece;
  guint         n_pieces;
  HbkReadingSet looked_at;
} HbkRecordSpan;

/**
 * HbkRun:
 * @draft: the pieces before caps
 * @spans: (element-type HbkRecordSpan): the records by date, then id
 *
 * All records evaluated one by one: the part of an assessment in which no record knows of another.
 */
typedef struct
{
  HbkDraft draft;
  GArray  *spans;
} HbkRun;

void hbk_run_init (HbkRun *self, HbkLogbook *logbook, const HbkPack *pack, HbkDate as_of, const guint *options);
void hbk_run_clear (HbkRun *self);
void hbk_run_finish (HbkDraft *draft);

G_END_DECLS
