/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-caps.h"

#include "rules/hbk-credit-worker.h"

/* The counters of one run: what records have used up so far, by cap and year, and by cap and day. */
typedef struct
{
  HbkDraft *draft;
  GHashTable *years;
  GHashTable *days;
} Ledger;

static void
look_at_piece (HbkDraft       *draft,
               const HbkPiece *piece)
{
  draft->scope.record = piece->record;
  draft->scope.year = piece->year;
  draft->scope.part = piece->part;
  draft->scope.clipped = FALSE;
  g_ptr_array_set_size (draft->scope.missing, 0);
}

static const HbkCap *
cap_in_use (HbkDraft        *draft,
            const HbkCapUse *use,
            HbkCapStage      stage)
{
  const HbkCap *cap = &g_array_index (draft->scope.pack->caps, HbkCap, use->cap);

  if (cap->stage != stage || !hbk_condition_holds (use->when, &draft->scope) || !hbk_condition_holds (cap->when, &draft->scope))
    return NULL;
  return cap;
}

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
  HbkHours before = capped_hours (cap, piece);
  HbkTally cut_off = cut_hours (cap, piece, allowed);
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

static void
cut_item (HbkDraft        *draft,
          guint            first_piece,
          const HbkCapUse *use,
          const HbkRule   *rule)
{
  HbkHours used = 0;

  for (guint i = first_piece; i < draft->pieces->len; i++)
    {
      HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, i);
      const HbkCap *cap;
      HbkHours limit;

      if (piece->rule != rule || piece->class == HBK_PIECE_NOTHING)
        continue;
      look_at_piece (draft, piece);
      cap = cap_in_use (draft, use, HBK_CAP_ITEM);
      if (cap == NULL)
        continue;
      if (!item_limit (draft, cap, &limit))
        {
          make_pending (draft, piece);
          continue;
        }
      cut (draft, piece, cap, limit, limit - used);
      used += capped_hours (cap, piece);
    }
}

/**
 * hbk_caps_cut_items:
 * @draft: the assessment in the making
 * @first_piece: position of the record's first piece; they reach to the end of the list
 *
 * Applies the item caps to the pieces of one record: earlier years fill a cap first.
 */
void
hbk_caps_cut_items (HbkDraft *draft,
                    guint     first_piece)
{
  const HbkRule *done = NULL;

  for (guint i = first_piece; i < draft->pieces->len; i++)
    {
      const HbkRule *rule = g_array_index (draft->pieces, HbkPiece, i).rule;

      if (rule == NULL || rule == done)
        continue;
      for (guint j = 0; j < rule->caps->len; j++)
        cut_item (draft, first_piece, &g_array_index (rule->caps, HbkCapUse, j), rule);
      done = rule;
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

static const GArray *
listed_days (const HbkPiece   *piece,
             HbkScope         *scope,
             const HbkCredit **by_day)
{
  const HbkCredit *credit = piece->rule->credit;
  const HbkValue *value;

  if (credit != NULL && credit->kind == HBK_CREDIT_FIRST && credit->children->len > 0)
    credit = g_ptr_array_index (credit->children, 0);
  if (credit == NULL || credit->kind != HBK_CREDIT_BY_DAY || !hbk_scope_get_value (scope, credit->measure.fact, FALSE, &value))
    return NULL;
  *by_day = credit;
  return value->list;
}

static GArray *
take_listed_days (const HbkPiece  *piece,
                  const GArray    *listed,
                  const HbkCredit *by_day)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (gint64));
  HbkPeriod whole = hbk_record_get_period (piece->record);
  gboolean dated = (int) listed->len == hbk_period_days (whole);

  for (guint i = 0; i < listed->len; i++)
    {
      HbkHours day = hbk_credit_scale_day (by_day, g_array_index (listed, gint64, i));

      if (!dated || (whole.start + (HbkDate) i >= piece->part.start && whole.start + (HbkDate) i <= piece->part.end))
        g_array_append_val (days, day);
    }
  return days;
}

static HbkHours
sum_of (const GArray *days)
{
  HbkHours sum = 0;

  for (guint i = 0; i < days->len; i++)
    sum += g_array_index (days, gint64, i);
  return sum;
}

/* @net days from the first on: whole days alike, the odd hundredths on the first of them, a part of a day at the end. Where a
 * whole day could not hold its share, the part of a day is taken for a day as well. */
static GArray *
spread_evenly (HbkHours total,
               HbkHours net,
               HbkHours day_limit)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (gint64));
  gint64 n_whole;
  HbkHours last;
  HbkHours rest;

  if (hbk_hours_ratio_floor (total, 100, net) > day_limit)
    net = (net + 99) / 100 * 100;
  n_whole = net / 100;
  last = net % 100 != 0 ? hbk_hours_ratio_floor (total, net % 100, net) : 0;
  rest = total - last;
  for (gint64 i = 0; i < n_whole; i++)
    {
      gint64 day = rest / n_whole + (i < rest % n_whole ? 1 : 0);

      g_array_append_val (days, day);
    }
  if (n_whole == 0)
    last = total;
  if (last > 0)
    g_array_append_val (days, last);
  return days;
}

/* How the hours of a piece lie on its days, from its first on; NULL when nobody can say on which days they lie, for it does not
 * name as many days as it has dates. */
static GArray *
spread_over_days (const HbkPiece *piece,
                  HbkScope       *scope,
                  HbkHours        day_limit)
{
  const HbkCredit *by_day = NULL;
  const GArray *listed = listed_days (piece, scope, &by_day);
  HbkPeriod whole = hbk_record_get_period (piece->record);
  HbkHours total = hbk_tally_total (piece->left);
  HbkHours dates = 100 * (HbkHours) hbk_period_days (piece->part);
  HbkHours net = dates;
  HbkHours off = 0;
  HbkHours number;

  if (listed != NULL)
    {
      g_autoptr (GArray) days = take_listed_days (piece, listed, by_day);

      if (days->len > 0 && sum_of (days) == total)
        return g_steal_pointer (&days);
    }
  if (piece->part.start == whole.start && piece->part.end == whole.end && hbk_scope_get_number (scope, scope->core->days, &number))
    {
      hbk_scope_get_number (scope, scope->core->transit_days, &off);
      net = number - off;
      off = 0;
      hbk_scope_get_number (scope, scope->core->rest_days, &off);
      net = CLAMP (net - off, 1, 36600);
    }
  if ((net + 99) / 100 * 100 != dates)
    return NULL;
  return spread_evenly (total, net, day_limit);
}

static void
cut_days (Ledger       *ledger,
          HbkPiece     *piece,
          const HbkCap *cap,
          guint         index)
{
  g_autoptr (GArray) days = spread_over_days (piece, &ledger->draft->scope, cap->hours);
  HbkHours allowed = 0;

  if (days == NULL)
    return;
  for (guint i = 0; i < days->len; i++)
    {
      gsize owner = cap->by_record ? piece->rank + 1 : 0;
      gsize key = (owner << 34) | ((gsize) index << 20) | (gsize) (piece->part.start + (HbkDate) i);
      HbkHours free_hours = MAX (cap->hours - used_so_far (ledger->days, key), 0);
      HbkHours taken = MIN (free_hours, g_array_index (days, gint64, i));

      use_up (ledger->days, key, taken);
      allowed += taken;
    }
  cut (ledger->draft, piece, cap, cap->hours, allowed);
}

static void
cut_stage (Ledger       *ledger,
           HbkPieceClass class,
           HbkCapStage   stage)
{
  HbkDraft *draft = ledger->draft;

  for (guint i = 0; i < draft->pieces->len; i++)
    {
      HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, i);

      if (piece->class != class || piece->deemed || piece->rule == NULL || piece->rule->caps->len == 0)
        continue;
      look_at_piece (draft, piece);
      for (guint j = 0; j < piece->rule->caps->len; j++)
        {
          const HbkCapUse *use = &g_array_index (piece->rule->caps, HbkCapUse, j);
          const HbkCap *cap = cap_in_use (draft, use, stage);
          gsize key;

          if (cap == NULL)
            continue;
          if (stage == HBK_CAP_DAY)
            {
              cut_days (ledger, piece, cap, use->cap);
              continue;
            }
          key = ((gsize) use->cap << 16) | (gsize) (cap->ever ? 0 : piece->year);
          cut (draft, piece, cap, cap->hours, cap->hours - used_so_far (ledger->years, key));
          use_up (ledger->years, key, capped_hours (cap, piece));
        }
    }
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
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  Ledger ledger = { draft, years, days };

  for (HbkPieceClass class = HBK_PIECE_COUNTED; class < HBK_PIECE_N_CLASSES; class ++)
    {
      cut_stage (&ledger, class, HBK_CAP_DAY);
      cut_stage (&ledger, class, HBK_CAP_ACTIVITY);
      cut_stage (&ledger, class, HBK_CAP_GROUP);
    }
}
