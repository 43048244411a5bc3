/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-pools.h"

typedef struct
{
  const char *pool;
  int         year;
  gint64      days;
  int         stints;
  gint64      months;
} Pool;

static Pool *
find_pool (GArray         *pools,
           const HbkPiece *piece)
{
  Pool fresh = { piece->pool->pool, piece->year, 0, 0, 0 };

  for (guint i = 0; i < pools->len; i++)
    {
      Pool *pool = &g_array_index (pools, Pool, i);

      if (pool->pool == fresh.pool && pool->year == fresh.year)
        return pool;
    }
  g_array_append_val (pools, fresh);
  return &g_array_index (pools, Pool, pools->len - 1);
}

static void
add_months (HbkDraft *draft,
            HbkPiece *piece,
            gint64    months)
{
  HbkHours hours = hbk_hours_times (piece->pool->hours, 100 * (HbkHours) months);

  *hbk_tally_part (&piece->raw, piece->pool_subject) += hours;
  *hbk_tally_part (&piece->left, piece->pool_subject) += hours;
  hbk_draft_trace (draft, piece,
                   &(HbkTraceStep) { .kind = HBK_TRACE_POOL,
                                     .clause = piece->clause,
                                     .a = piece->pool->hours,
                                     .b = 100 * (gint64) months,
                                     .c = hours });
}

static void
warn_about_rest (HbkDraft *draft,
                 GArray   *pools)
{
  for (guint i = 0; draft->warnings != NULL && i < draft->pieces->len; i++)
    {
      const HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, i);

      const Pool *pool;

      if (piece->pool == NULL || piece->pool_rest == 0 || piece->class != HBK_PIECE_COUNTED)
        continue;
      pool = find_pool (pools, piece);
      if (pool->days > pool->months * piece->pool->days_per_month)
        hbk_draft_warn (draft, "W-PARTIAL-UNIT", piece);
    }
}

/**
 * hbk_pools_share_out:
 * @draft: the assessment in the making
 *
 * Adds up the days that several stints of one year leave over beside their whole months. Every full month among them goes
 * to the stint that completes it. The days of a single stint never make a month: by date they did not.
 */
void
hbk_pools_share_out (HbkDraft *draft)
{
  g_autoptr (GArray) pools = g_array_new (FALSE, FALSE, sizeof (Pool));

  for (HbkPieceClass class = HBK_PIECE_COUNTED; class < HBK_PIECE_N_CLASSES; class ++)
    for (guint i = 0; i < draft->pieces->len; i++)
      {
        HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, i);
        Pool     *pool;
        gint64    months;

        if (piece->class != class || piece->pool == NULL || piece->pool_rest == 0)
          continue;
        pool = find_pool (pools, piece);
        pool->days += piece->pool_rest;
        pool->stints++;
        months = pool->days / piece->pool->days_per_month;
        if ((pool->stints < 2 && piece->pool->measure.kind != HBK_MEASURE_NET_DAYS && piece->pool->measure.kind != HBK_MEASURE_SPAN_DAYS) || months <= pool->months)
          continue;
        add_months (draft, piece, months - pool->months);
        pool->months = months;
      }
  warn_about_rest (draft, pools);
}
