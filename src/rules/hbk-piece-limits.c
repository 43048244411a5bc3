/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-piece-limits.h"

/* Notes that an entry holds, as far as there are bits. */
static void
note (guint64   *bits,
      guint      entry,
      HbkTernary holds)
{
  if (holds == HBK_TRUE && entry < HBK_PIECE_N_BITS)
    *bits |= G_GUINT64_CONSTANT (1) << entry;
}

/**
 * hbk_piece_find_limits:
 * @piece: a piece
 * @draft: the draft that holds it, looking at its record and year
 * @rule: its rule
 *
 * Notes which caps and which groups of works the piece stands under, so that this is found once and not for every reading that is tried.
 * Where a condition is not known the hours are open: what it needs is asked for.
 */
void
hbk_piece_find_limits (HbkPiece      *piece,
                       HbkDraft      *draft,
                       const HbkRule *rule)
{
  for (guint i = 0; i < rule->once->len; i++)
    {
      const HbkOnce *once = &g_array_index (rule->once, HbkOnce, i);

      if (once->by_dates || hbk_record_get_work (draft->scope.record) != NULL)
        note (&piece->once, i, hbk_condition_test (once->when, &draft->scope));
    }
  for (guint i = 0; i < rule->caps->len; i++)
    {
      const HbkCapUse *use = &g_array_index (rule->caps, HbkCapUse, i);
      HbkTernary       used = hbk_condition_test (use->when, &draft->scope);

      if (used == HBK_FALSE)
        continue;
      note (&piece->caps, i, MIN (used, hbk_condition_test (g_array_index (draft->scope.pack->caps, HbkCap, use->cap).when, &draft->scope)));
    }
}

/**
 * hbk_piece_uses_cap:
 * @piece: a piece
 * @draft: the draft that holds it
 * @use: position among the caps of the piece's rule
 *
 * Whether the piece stands under a cap. Beyond the bits a piece has, the conditions are tested again.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_piece_uses_cap (const HbkPiece *piece,
                    HbkDraft       *draft,
                    guint           use)
{
  const HbkCapUse *entry = &g_array_index (piece->rule->caps, HbkCapUse, use);

  if (use < HBK_PIECE_N_BITS)
    return (piece->caps >> use) & 1;
  hbk_draft_look_at (draft, piece);
  return hbk_condition_holds (entry->when, &draft->scope) &&
         hbk_condition_holds (g_array_index (draft->scope.pack->caps, HbkCap, entry->cap).when, &draft->scope);
}

/**
 * hbk_piece_counts_once:
 * @piece: a piece
 * @draft: the draft that holds it
 * @once: position among the once-only clauses of the piece's rule
 *
 * Whether a once-only clause holds for the piece. Beyond the bits a piece has, the condition is tested again.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_piece_counts_once (const HbkPiece *piece,
                       HbkDraft       *draft,
                       guint           once)
{
  if (once < HBK_PIECE_N_BITS)
    return (piece->once >> once) & 1;
  hbk_draft_look_at (draft, piece);
  return hbk_condition_holds (g_array_index (piece->rule->once, HbkOnce, once).when, &draft->scope);
}
