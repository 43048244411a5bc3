/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-once-works.h"
#include "rules/hbk-piece-limits.h"

/* A claim of one record on one work (or on its days) under one once-only clause. */
typedef struct
{
  const HbkOnce *once;
  const char    *work;
  HbkPeriod      days;
  HbkHours       net_days;
  gboolean       names_days;
  int            year;
  HbkPieceClass class;
  HbkHours   hours;
  guint      rank;
  guint      first_piece;
  HbkRecord *record;
} Claim;

/* Claims that stand, to be found by their days; those of more than a season are too long to be noted on each. */
#define LONG_DAYS 92

/* Claims on one work stand together, the one that counts first: what counts before what is pending, then the higher hours
 * where the clause keeps the highest, then the earlier. */
static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const Claim *x = a;
  const Claim *y = b;
  int          difference = x->once->group == y->once->group ? 0 : strcmp (x->once->group, y->once->group);

  if (difference == 0 && !x->once->by_dates)
    difference = g_strcmp0 (x->work, y->work);
  if (difference == 0)
    difference = x->year - y->year;
  if (difference == 0)
    difference = (int) x->class - (int) y->class;
  if (difference == 0 && x->once->keep_highest && x->hours != y->hours)
    difference = x->hours > y->hours ? -1 : 1;
  if (difference == 0)
    difference = x->rank < y->rank ? -1 : x->rank > y->rank;
  return difference;
}

/* What a piece is worth: deemed pieces get their hours later, but would fill up to their floors. */
static HbkHours
worth_of (const HbkPiece *piece)
{
  if (!piece->deemed)
    return hbk_tally_total (piece->left);
  return MAX (piece->floors.public_hours, 0) + MAX (piece->floors.professional_hours, 0);
}

/* Adds a claim, or the hours of another year of the record to the claim it has made just before. */
static void
add_claim (HbkDraft       *draft,
           GArray         *claims,
           const HbkOnce  *once,
           const HbkPiece *piece,
           guint           position)
{
  Claim claim = {
    .once = once,
    .work = hbk_record_get_work (piece->record),
    .days = hbk_record_get_period (piece->record),
    .year = once->per_year ? piece->year : 0,
    .class = piece->class,
    .hours = worth_of (piece),
    .rank = piece->rank,
    .first_piece = position,
    .record = piece->record,
  };
  HbkHours stated;

  if (!once->by_dates && claim.work == NULL)
    return;
  for (guint i = claims->len; i > 0 && g_array_index (claims, Claim, i - 1).rank == claim.rank; i--)
    {
      Claim *before = &g_array_index (claims, Claim, i - 1);

      if (before->once == once && before->year == claim.year && before->class == claim.class)
        {
          before->hours += claim.hours;
          return;
        }
    }
  claim.net_days = 100 * (HbkHours) hbk_period_days (claim.days);
  claim.names_days = hbk_scope_get_number (&draft->scope, draft->core.days, &stated);
  if (claim.names_days)
    claim.net_days = MIN (claim.net_days, stated);
  g_array_append_val (claims, claim);
}

static void
collect (HbkDraft *draft,
         GArray   *by_work,
         GArray   *by_dates)
{
  for (guint i = 0; i < draft->pieces->len; i++)
    {
      const HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, i);

      if (piece->class == HBK_PIECE_NOTHING || piece->rule == NULL || (piece->once == 0 && piece->rule->once->len <= HBK_PIECE_N_BITS))
        continue;
      hbk_draft_look_at (draft, piece);
      for (guint j = 0; j < piece->rule->once->len; j++)
        {
          const HbkOnce *once = &g_array_index (piece->rule->once, HbkOnce, j);

          if (hbk_piece_counts_once (piece, draft, j))
            add_claim (draft, once->by_dates ? by_dates : by_work, once, piece, i);
        }
    }
}

static void
give_code (HbkDraft       *draft,
           const HbkPiece *piece,
           const Claim    *claim,
           const Claim    *winner)
{
  HbkWarning *warning = claim->once->code != NULL ? hbk_draft_warn (draft, claim->once->code, piece) : NULL;

  if (warning == NULL)
    return;
  if (claim->once->clause != NULL)
    warning->clause = claim->once->clause;
  warning->id = hbk_record_get_id (winner->record);
  warning->hours = claim->hours;
}

static void
drop (HbkDraft    *draft,
      const Claim *claim,
      const Claim *winner)
{
  for (guint i = claim->first_piece; i < draft->pieces->len; i++)
    {
      HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, i);

      if (piece->rank != claim->rank)
        break;
      if (piece->class == HBK_PIECE_NOTHING || (claim->year != 0 && piece->year != claim->year))
        continue;
      give_code (draft, piece, claim, winner);
      if (claim->once->keep_all)
        break;
      hbk_draft_trace (draft, piece,
                       &(HbkTraceStep) { .kind = HBK_TRACE_DUPLICATE,
                                         .clause = claim->once->clause != NULL ? claim->once->clause : piece->clause,
                                         .id = hbk_record_get_id (winner->record) });
      piece->class = HBK_PIECE_NOTHING;
      piece->outcome = HBK_OUTCOME_DUPLICATE;
      piece->covered_by = winner->record;
      if (claim->once->clause != NULL)
        piece->clause = claim->once->clause;
      piece->code = claim->once->code;
      piece->raw = piece->left = (HbkTally) { 0, 0 };
      piece->deemed = FALSE;
    }
}

static gboolean
same_work (const Claim *a,
           const Claim *b)
{
  return a->once->group == b->once->group && g_strcmp0 (a->work, b->work) == 0 && a->year == b->year;
}

static gboolean
still_counts (HbkDraft    *draft,
              const Claim *claim)
{
  return g_array_index (draft->pieces, HbkPiece, claim->first_piece).class != HBK_PIECE_NOTHING;
}

static void
drop_same_works (HbkDraft *draft,
                 GArray   *claims)
{
  const Claim *winner = NULL;

  g_array_sort (claims, compare_claims);
  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = &g_array_index (claims, Claim, i);

      if (!still_counts (draft, claim))
        continue;
      if (winner != NULL && same_work (winner, claim) && claim->record != winner->record)
        drop (draft, claim, winner);
      else
        winner = claim;
    }
}

/* Whether two claims can stand in each other's way. Two works that name no days at all, such as two exams passed on one date,
 * do not. */
static gboolean
can_clash (const Claim *a,
           const Claim *b)
{
  if (a->once->group != b->once->group || a->year != b->year || a->record == b->record)
    return FALSE;
  return a->names_days || b->names_days || a->work == NULL || b->work == NULL || g_str_equal (a->work, b->work);
}

/* Two records claim the same days when one lies within the other and together they claim more days than there are. Two half
 * days of one date do not. */
static gboolean
same_days (const Claim *a,
           const Claim *b)
{
  HbkPeriod outer = hbk_period_contains (a->days, b->days) ? a->days : b->days;

  if (!can_clash (a, b) || (!hbk_period_contains (a->days, b->days) && !hbk_period_contains (b->days, a->days)))
    return FALSE;
  return a->net_days + b->net_days > 100 * (HbkHours) hbk_period_days (outer);
}

static gboolean
is_long (const Claim *claim)
{
  return hbk_period_days (claim->days) > LONG_DAYS;
}

/* The claims that count so far: by the days they cover and by the day they start on; those over years, which would fill
 * either table, by themselves; and all of them. */
typedef struct
{
  GHashTable *covering;
  GHashTable *starting;
  GPtrArray  *long_ones;
  GPtrArray  *all;
} Kept;

static const Claim *
find_in (GPtrArray   *claims,
         const Claim *claim)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (same_days (g_ptr_array_index (claims, i), claim))
      return g_ptr_array_index (claims, i);
  return NULL;
}

static GPtrArray *
claims_of (GHashTable *days,
           HbkDate     day)
{
  return g_hash_table_lookup (days, GINT_TO_POINTER (day));
}

/* Three half days of one date are one too many: claims on exactly the same days count together. */
static const Claim *
find_crowd (GPtrArray   *claims,
            const Claim *claim)
{
  HbkHours     sum = claim->net_days;
  const Claim *last = NULL;

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const Claim *other = g_ptr_array_index (claims, i);

      if (!can_clash (other, claim) || other->days.end != claim->days.end)
        continue;
      sum += other->net_days;
      last = other;
    }
  return sum > 100 * (HbkHours) hbk_period_days (claim->days) ? last : NULL;
}

/* A claim that contains this one covers its first day; one that lies within it starts on one of its days. */
static const Claim *
find_rival (const Kept  *kept,
            const Claim *claim)
{
  const Claim *rival;

  if (is_long (claim))
    return find_in (kept->all, claim);
  rival = find_in (claims_of (kept->covering, claim->days.start), claim);
  if (rival == NULL)
    rival = find_in (kept->long_ones, claim);
  for (HbkDate day = claim->days.start; rival == NULL && day <= claim->days.end; day++)
    rival = find_in (claims_of (kept->starting, day), claim);
  return rival != NULL ? rival : find_crowd (claims_of (kept->starting, claim->days.start), claim);
}

static void
put (GHashTable *days,
     HbkDate     day,
     Claim      *claim)
{
  GPtrArray *claims = claims_of (days, day);

  if (claims == NULL)
    {
      claims = g_ptr_array_new ();
      g_hash_table_insert (days, GINT_TO_POINTER (day), claims);
    }
  g_ptr_array_add (claims, claim);
}

static void
keep (const Kept *kept,
      Claim      *claim)
{
  g_ptr_array_add (kept->all, claim);
  if (is_long (claim))
    {
      g_ptr_array_add (kept->long_ones, claim);
      return;
    }
  put (kept->starting, claim->days.start, claim);
  for (HbkDate day = claim->days.start; day <= claim->days.end; day++)
    put (kept->covering, day, claim);
}

static void
drop_same_days (HbkDraft *draft,
                GArray   *claims)
{
  g_autoptr (GHashTable) covering = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) starting = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) long_ones = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  Kept kept = { covering, starting, long_ones, all };

  g_array_sort (claims, compare_claims);
  for (guint i = 0; i < claims->len; i++)
    {
      Claim       *claim = &g_array_index (claims, Claim, i);
      const Claim *rival;

      if (!still_counts (draft, claim))
        continue;
      rival = find_rival (&kept, claim);
      if (rival != NULL)
        drop (draft, claim, rival);
      else
        keep (&kept, claim);
    }
}

/**
 * hbk_once_works_drop:
 * @draft: the assessment in the making, item caps applied
 *
 * Lets every work, and every day that a clause counts once, count once: the others become duplicates of the one that counts.
 */
void
hbk_once_works_drop (HbkDraft *draft)
{
  g_autoptr (GArray) by_work = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autoptr (GArray) by_dates = g_array_new (FALSE, FALSE, sizeof (Claim));

  collect (draft, by_work, by_dates);
  drop_same_works (draft, by_work);
  drop_same_days (draft, by_dates);
}
