/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-caps.h"

#include "rules/hbk-day-spread.h"
#include "rules/hbk-piece-limits.h"

/* The counters of one run: what records have used up so far, by cap and year, and by cap and day. @capped are the positions of
 * the pieces that stand under any cap. */
typedef struct
{
  HbkDraft   *draft;
  GArray     *capped;
  GHashTable *years;
  GHashTable *days;
} Ledger;

static const char *
code_of (const HbkCap *cap)
{
  if (cap->code != NULL)
    return cap->code;
  switch (cap->stage)
    {
    case HBK_CAP_ITEM:
      return "W-CAP-ITEM";
    case HBK_CAP_DAY:
      return "W-DAYCAP";
    case HBK_CAP_ACTIVITY:
    case HBK_CAP_GROUP:
    default:
      return "W-CAP-YEAR";
    }
}

/* The hours that a cap looks at: those of its subject, or all. */
static HbkHours
capped_hours (const HbkCap   *cap,
              const HbkPiece *piece)
{
  switch (cap->subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return piece->left.public_hours;
    case HBK_SUBJECT_PROFESSIONAL:
      return piece->left.professional_hours;
    case HBK_SUBJECT_NONE:
    default:
      return hbk_tally_total (piece->left);
    }
}

static HbkTally
cut_hours (const HbkCap *cap,
           HbkPiece     *piece,
           HbkHours      allowed)
{
  HbkTally cut_off = { 0, 0 };
  HbkHours excess;

  if (cap->subject == HBK_SUBJECT_NONE)
    return hbk_tally_cut (&piece->left, allowed);
  excess = MAX (capped_hours (cap, piece) - MAX (allowed, 0), 0);
  *hbk_tally_part (&cut_off, cap->subject) = excess;
  *hbk_tally_part (&piece->left, cap->subject) -= excess;
  return cut_off;
}

/* Cuts the piece to what is left of the cap, and says so. */
static void
cut (HbkDraft     *draft,
     HbkPiece     *piece,
     const HbkCap *cap,
     HbkHours      limit,
     HbkHours      allowed)
{
  HbkHours    before = capped_hours (cap, piece);
  HbkTally    cut_off = cut_hours (cap, piece, allowed);
  HbkWarning *warning;

  if (hbk_tally_total (cut_off) == 0)
    return;
  hbk_draft_trace (draft, piece,
                   &(HbkTraceStep) { .kind = HBK_TRACE_CAP,
                                     .clause = cap->clause,
                                     .id = cap->id,
                                     .a = limit,
                                     .b = before,
                                     .c = capped_hours (cap, piece) });
  if (piece->class != HBK_PIECE_COUNTED)
    return;
  warning = hbk_draft_warn (draft, code_of (cap), piece);
  if (warning == NULL)
    return;
  warning->clause = cap->clause;
  warning->hours = hbk_tally_total (cut_off);
}

/* The limit of an item cap is that of the whole record, whichever years it touches. */
static gboolean
item_limit (HbkDraft     *draft,
            const HbkCap *cap,
            HbkHours     *limit)
{
  HbkHours units;

  *limit = cap->hours;
  if (!cap->has_per)
    return TRUE;
  draft->scope.part = hbk_record_get_period (draft->scope.record);
  if (!hbk_measure_take (&cap->per, &draft->scope, &units))
    return FALSE;
  *limit = hbk_hours_times (cap->hours, units);
  return TRUE;
}

/* A cap whose measure is not known leaves the hours open: the record waits for the fact. */
static void
make_pending (HbkDraft *draft,
              HbkPiece *piece)
{
  HbkWarning *warning;

  if (piece->class == HBK_PIECE_COUNTED)
    {
      piece->class = HBK_PIECE_PENDING;
      piece->outcome = HBK_OUTCOME_PENDING;
    }
  if (piece->missing == NULL)
    {
      piece->missing = g_ptr_array_new ();
      g_ptr_array_add (draft->missing_lists, piece->missing);
    }
  for (guint i = 0; i < draft->scope.missing->len; i++)
    {
      const HbkFactSpec *spec = g_ptr_array_index (draft->scope.missing, i);

      if (g_ptr_array_find (piece->missing, spec, NULL))
        continue;
      g_ptr_array_add (piece->missing, (gpointer) spec);
      hbk_draft_trace (draft, piece, &(HbkTraceStep) { .kind = HBK_TRACE_MISSING, .clause = piece->clause, .id = spec->id });
      warning = hbk_draft_warn (draft, "W-FACT-MISSING", piece);
      if (warning != NULL)
        warning->id = spec->id;
    }
}

/* Position of a cap among those of the piece's rule, -1 when it has no use for it. */
static int
find_use (const HbkPiece *piece,
          guint           cap)
{
  for (guint i = 0; piece->rule != NULL && i < piece->rule->caps->len; i++)
    if (g_array_index (piece->rule->caps, HbkCapUse, i).cap == cap)
      return (int) i;
  return -1;
}

/* Lets one cap cut the pieces from @first on, which reach to the end of the list. */
static void
cut_item (HbkDraft *draft,
          guint     first,
          guint     index)
{
  const HbkCap *cap = &g_array_index (draft->scope.pack->caps, HbkCap, index);
  HbkHours      used = 0;

  for (guint i = first; i < draft->pieces->len; i++)
    {
      HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, i);
      int       use = find_use (piece, index);
      HbkHours  limit;

      if (use < 0 || piece->class == HBK_PIECE_NOTHING || !hbk_piece_uses_cap (piece, draft, (guint) use))
        continue;
      hbk_draft_look_at (draft, piece);
      if (!item_limit (draft, cap, &limit))
        {
          make_pending (draft, piece);
          continue;
        }
      cut (draft, piece, cap, limit, limit - used);
      used += capped_hours (cap, piece);
    }
}

static gboolean
is_used_before (HbkDraft *draft,
                guint     first,
                guint     piece,
                guint     cap)
{
  for (guint i = first; i < piece; i++)
    if (find_use (&g_array_index (draft->pieces, HbkPiece, i), cap) >= 0)
      return TRUE;
  return FALSE;
}

/**
 * hbk_caps_cut_items:
 * @draft: the assessment in the making
 * @first_piece: position of the record's first piece; they reach to the end of the list, in the order of years
 *
 * Applies the item caps to the pieces of one record: earlier years fill a cap first.
 */
void
hbk_caps_cut_items (HbkDraft *draft,
                    guint     first_piece)
{
  const GArray *caps = draft->scope.pack->caps;

  for (guint i = first_piece; i < draft->pieces->len; i++)
    {
      const HbkRule *rule = g_array_index (draft->pieces, HbkPiece, i).rule;

      for (guint j = 0; rule != NULL && j < rule->caps->len; j++)
        {
          guint cap = g_array_index (rule->caps, HbkCapUse, j).cap;

          if (g_array_index (caps, HbkCap, cap).stage == HBK_CAP_ITEM && !is_used_before (draft, first_piece, i, cap))
            cut_item (draft, i, cap);
        }
    }
}

static HbkHours
used_so_far (GHashTable *table,
             gsize       key)
{
  return (HbkHours) GPOINTER_TO_SIZE (g_hash_table_lookup (table, GSIZE_TO_POINTER (key)));
}

static void
use_up (GHashTable *table,
        gsize       key,
        HbkHours    hours)
{
  g_hash_table_insert (table, GSIZE_TO_POINTER (key), GSIZE_TO_POINTER ((gsize) (used_so_far (table, key) + hours)));
}

static void
cut_days (Ledger       *ledger,
          HbkPiece     *piece,
          const HbkCap *cap,
          guint         index)
{
  gboolean dated;
  g_autoptr (GArray) days = hbk_day_spread_new (piece, &ledger->draft->scope, capped_hours (cap, piece), cap->hours, &dated);
  gsize    owner = cap->by_record || !dated ? piece->rank + 1 : 0;
  HbkHours allowed = 0;

  if (days == NULL)
    return;
  for (guint i = 0; i < days->len; i++)
    {
      gsize    key = (owner << 34) | ((gsize) index << 20) | (gsize) (piece->part.start + (HbkDate) i);
      HbkHours free_hours = MAX (cap->hours - used_so_far (ledger->days, key), 0);
      HbkHours taken = MIN (free_hours, g_array_index (days, gint64, i));

      use_up (ledger->days, key, taken);
      allowed += taken;
    }
  cut (ledger->draft, piece, cap, cap->hours, allowed);
}

static void
cut_piece (Ledger     *ledger,
           HbkPiece   *piece,
           HbkCapStage stage)
{
  HbkDraft *draft = ledger->draft;

  for (guint i = 0; i < piece->rule->caps->len; i++)
    {
      guint         index = g_array_index (piece->rule->caps, HbkCapUse, i).cap;
      const HbkCap *cap = &g_array_index (draft->scope.pack->caps, HbkCap, index);
      gsize         key = ((gsize) index << 16) | (gsize) (cap->ever ? 0 : piece->year);

      if (cap->stage != stage || !hbk_piece_uses_cap (piece, draft, i))
        continue;
      if (stage == HBK_CAP_DAY)
        {
          hbk_draft_look_at (draft, piece);
          cut_days (ledger, piece, cap, index);
          continue;
        }
      cut (draft, piece, cap, cap->hours, cap->hours - used_so_far (ledger->years, key));
      use_up (ledger->years, key, capped_hours (cap, piece));
    }
}

static void
cut_stage (Ledger *ledger,
           HbkPieceClass class,
           HbkCapStage stage)
{
  for (guint i = 0; i < ledger->capped->len; i++)
    {
      HbkPiece *piece = &g_array_index (ledger->draft->pieces, HbkPiece, g_array_index (ledger->capped, guint, i));

      if (piece->class == class)
        cut_piece (ledger, piece, stage);
    }
}

static GArray *
find_capped (const HbkDraft *draft)
{
  GArray *capped = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < draft->pieces->len; i++)
    {
      const HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, i);

      if (piece->class != HBK_PIECE_NOTHING && piece->rule != NULL && (piece->caps != 0 || piece->rule->caps->len > HBK_PIECE_N_BITS))
        g_array_append_val (capped, i);
    }
  return capped;
}

/**
 * hbk_caps_cut_years:
 * @draft: the assessment in the making
 *
 * Applies the caps that look at several records, in the fixed order day, activity, group. What counts fills a cap before
 * what is pending, and that before what is planned; within each, by date, then id.
 */
void
hbk_caps_cut_years (HbkDraft *draft)
{
  g_autoptr (GArray) capped = find_capped (draft);
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  Ledger ledger = { draft, capped, years, days };

  for (HbkPieceClass class = HBK_PIECE_COUNTED; class < HBK_PIECE_N_CLASSES; class ++)
    {
      cut_stage (&ledger, class, HBK_CAP_DAY);
      cut_stage (&ledger, class, HBK_CAP_ACTIVITY);
      cut_stage (&ledger, class, HBK_CAP_GROUP);
    }
}
