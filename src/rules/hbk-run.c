/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-run.h"

#include "rules/hbk-caps.h"
#include "rules/hbk-once-works.h"
#include "rules/hbk-pools.h"
#include "rules/hbk-record-evaluator.h"

/* By date, then id: the order of the file never matters. */
static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  HbkRecord *x = ((const HbkRecordSpan *) a)->record;
  HbkRecord *y = ((const HbkRecordSpan *) b)->record;
  HbkDate x_end = hbk_record_get_end (x);
  HbkDate y_end = hbk_record_get_end (y);

  if (x_end != y_end)
    return x_end < y_end ? -1 : 1;
  return strcmp (hbk_record_get_id (x), hbk_record_get_id (y));
}

/**
 * hbk_run_init:
 * @self: a run on the stack
 * @logbook: the records and the person
 * @pack: the rules
 * @as_of: the day of the assessment
 * @options: (array): option index for each reading; must outlive the run
 *
 * Evaluates every record by itself.
 */
void
hbk_run_init (HbkRun        *self,
              HbkLogbook    *logbook,
              const HbkPack *pack,
              HbkDate        as_of,
              const guint   *options)
{
  guint n_records = hbk_logbook_get_n_records (logbook);

  hbk_draft_init (&self->draft, pack, hbk_logbook_get_profile (logbook), as_of, options, FALSE);
  self->spans = g_array_sized_new (FALSE, TRUE, sizeof (HbkRecordSpan), n_records);
  g_array_set_size (self->spans, n_records);
  for (guint i = 0; i < n_records; i++)
    g_array_index (self->spans, HbkRecordSpan, i).record = hbk_logbook_get_record (logbook, i);
  g_array_sort (self->spans, compare_records);
  for (guint i = 0; i < n_records; i++)
    {
      HbkRecordSpan *span = &g_array_index (self->spans, HbkRecordSpan, i);

      memset (&self->draft.scope.looked_at, 0, sizeof self->draft.scope.looked_at);
      span->first_piece = self->draft.pieces->len;
      hbk_record_evaluate (&self->draft, span->record, i);
      span->n_pieces = self->draft.pieces->len - span->first_piece;
      span->looked_at = self->draft.scope.looked_at;
    }
  memset (&self->draft.scope.looked_at, 0, sizeof self->draft.scope.looked_at);
}

/**
 * hbk_run_clear:
 * @self: a run
 *
 * Frees what the run holds.
 */
void
hbk_run_clear (HbkRun *self)
{
  hbk_draft_clear (&self->draft);
  g_clear_pointer (&self->spans, g_array_unref);
}

/**
 * hbk_run_finish:
 * @draft: the pieces of all records, item caps applied
 *
 * Lets the records know of one another: pools, works that count once, and the caps of days and years, in this order.
 */
void
hbk_run_finish (HbkDraft *draft)
{
  hbk_pools_share_out (draft);
  hbk_once_works_drop (draft);
  hbk_caps_cut_years (draft);
}
