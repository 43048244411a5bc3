/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-record-evaluator.h"

#include "rules/hbk-caps.h"
#include "rules/hbk-credit-worker.h"
#include "rules/hbk-credit-years.h"
#include "rules/hbk-piece-limits.h"
#include "rules/hbk-reductions.h"

/**
 * Attempt:
 * @mode: how the year is found
 * @sure: the rule's condition holds; else it is not known
 * @year_known: no fact that decides the year is missing
 * @has_year: the clause gives a year at all
 *
 * A rule that is tried on a record.
 */
typedef struct
{
  const HbkRule     *rule;
  const HbkYearMode *mode;
  guint              rank;
  gboolean           sure;
  gboolean           year_known;
  gboolean           has_year;
} Attempt;

/* Whether what a piece counts has not happened yet on the day of the assessment. What goes on over years counts from its
 * beginning, month by month or year by year; everything else counts when it is done. */
static gboolean
is_future (const HbkDraft      *draft,
           const HbkYearMode   *mode,
           const HbkCreditYear *entry)
{
  switch (mode->kind)
    {
    case HBK_YEAR_EACH_YEAR:
    case HBK_YEAR_EACH_MONTH:
    case HBK_YEAR_FULL_YEARS:
    case HBK_YEAR_MONTHS_SERVED:
    case HBK_YEAR_POSTING_YEARS:
      return entry->part.start > draft->scope.as_of;
    case HBK_YEAR_STUDY:
      return (mode->count == HBK_YEAR_COUNT_ENDED ? entry->date : entry->part.start) > draft->scope.as_of;
    case HBK_YEAR_NUMBER:
      return entry->year > hbk_date_year (draft->scope.as_of);
    case HBK_YEAR_START:
      return entry->date > draft->scope.as_of;
    case HBK_YEAR_END:
    case HBK_YEAR_EACH_DAY:
    case HBK_YEAR_LATEST:
    case HBK_YEAR_POST:
    default:
      return MAX (entry->date, hbk_record_get_end (draft->scope.record)) > draft->scope.as_of;
    }
}

/* Takes over what the scope asks for. */
static void
keep_missing (HbkDraft *draft,
              HbkPiece *piece)
{
  GPtrArray *asked = draft->scope.missing;

  if (asked->len == 0)
    return;
  piece->missing = g_ptr_array_copy (asked, NULL, NULL);
  g_ptr_array_add (draft->missing_lists, piece->missing);
  for (guint i = 0; i < asked->len; i++)
    {
      const HbkFactSpec *spec = g_ptr_array_index (asked, i);
      const HbkValue    *given = hbk_record_get_fact (piece->record, spec->id);
      gboolean           wrong = given != NULL && given->kind != HBK_VALUE_NONE;
      HbkWarning        *warning = hbk_draft_warn (draft, wrong ? "W-BAD-FACT" : "W-FACT-MISSING", piece);

      if (warning != NULL)
        warning->id = spec->id;
      hbk_draft_trace (draft, piece, &(HbkTraceStep) { .kind = HBK_TRACE_MISSING, .clause = piece->clause, .id = spec->id });
    }
}

static void
set_outcome (HbkPiece *piece,
             HbkPieceClass class,
             HbkOutcome outcome)
{
  piece->class = class;
  piece->outcome = outcome;
}

static const char *
code_of (const HbkRule *rule)
{
  if (rule->code != NULL)
    return rule->code;
  return rule->outcome == HBK_OUTCOME_EXCLUDED ? "W-EXCLUDED" : "W-NO-RATE";
}

static void
refuse (HbkDraft   *draft,
        HbkPiece   *piece,
        HbkOutcome  outcome,
        const char *code,
        const char *clause)
{
  if (clause != NULL)
    piece->clause = clause;
  piece->code = code;
  piece->raw = (HbkTally) { 0, 0 };
  piece->deemed = FALSE;
  piece->pool = NULL;
  set_outcome (piece, HBK_PIECE_NOTHING, outcome);
  hbk_draft_trace (draft, piece, &(HbkTraceStep) { .kind = HBK_TRACE_GATE, .clause = piece->clause, .id = code });
  if (code != NULL)
    hbk_draft_warn (draft, code, piece);
}

/* Tries the gates in order. The first that is certainly shut decides; an unknown one leaves its facts in the scope. */
static const HbkGate *
find_shut_gate (HbkDraft      *draft,
                const HbkRule *rule,
                gboolean      *waits)
{
  const HbkGate *waiting = NULL;

  for (guint i = 0; i < rule->gates->len; i++)
    {
      const HbkGate *gate = &g_array_index (rule->gates, HbkGate, i);
      HbkTernary     open = hbk_condition_test (gate->when, &draft->scope);

      if (open == HBK_FALSE && gate->otherwise != HBK_OUTCOME_PENDING)
        return gate;
      if (open == HBK_FALSE && waiting == NULL)
        waiting = gate;
    }
  *waits = waiting != NULL;
  return waiting;
}

/* Cuts the part to the learning window. FALSE: nothing of it lies inside. A beginning that must be known is asked for. */
static gboolean
clip_to_window (HbkDraft      *draft,
                const HbkRule *rule)
{
  const HbkWindow *window = &rule->window;
  HbkScope        *scope = &draft->scope;
  HbkPeriod        inside = scope->part;
  HbkDate          from;
  HbkDate          to;

  if (!window->set || (window->year_from != 0 && scope->year < window->year_from) ||
      (window->year_to != 0 && scope->year > window->year_to))
    return TRUE;
  from = hbk_scope_get_date (scope, window->from_fact, FALSE);
  to = hbk_day_resolve (window->to, scope->year);
  if (from == HBK_DATE_NONE && window->from_fact != NULL && !window->if_known)
    hbk_scope_ask (scope, window->from_fact);
  inside.start = MAX (inside.start, from);
  if (to != HBK_DATE_NONE)
    inside.end = MIN (inside.end, to);
  if (hbk_period_is_empty (inside))
    return FALSE;
  scope->clipped = inside.start != scope->part.start || inside.end != scope->part.end;
  scope->part = inside;
  return TRUE;
}

/* The first subject whose condition holds. One that is not known is asked for, and the next stands in. */
static HbkSubject
subject_for (HbkDraft      *draft,
             const HbkRule *rule,
             HbkPiece      *piece)
{
  HbkSubject              chosen = hbk_record_get_subject (draft->scope.record);
  const HbkSubjectOption *option = NULL;

  for (guint i = 0; i < rule->subjects->len; i++)
    {
      option = &g_array_index (rule->subjects, HbkSubjectOption, i);
      if (hbk_condition_test (option->when, &draft->scope) == HBK_TRUE)
        break;
    }
  if (option == NULL)
    return HBK_SUBJECT_PROFESSIONAL;
  if (!option->of_record)
    return option->subject;
  if (chosen != HBK_SUBJECT_NONE)
    return chosen;
  hbk_draft_warn (draft, "W-SUBJECT-ASSUMED", piece);
  return option->subject;
}

static gboolean
work_out_credits (HbkDraft      *draft,
                  const HbkRule *rule,
                  HbkPiece      *piece)
{
  gboolean known = TRUE;

  if (rule->credit != NULL)
    return hbk_credit_work_out (rule->credit, draft, piece, subject_for (draft, rule, piece));
  if (rule->public_credit != NULL)
    known = hbk_credit_work_out (rule->public_credit, draft, piece, HBK_SUBJECT_PUBLIC);
  if (rule->professional_credit != NULL)
    known = hbk_credit_work_out (rule->professional_credit, draft, piece, HBK_SUBJECT_PROFESSIONAL) && known;
  return known;
}

static void
give_warnings (HbkDraft      *draft,
               const HbkRule *rule,
               HbkPiece      *piece)
{
  for (guint i = 0; i < rule->warns->len; i++)
    {
      const HbkWarn *warn = &g_array_index (rule->warns, HbkWarn, i);
      HbkWarning    *warning;

      if (!hbk_condition_holds (warn->when, &draft->scope))
        continue;
      warning = hbk_draft_warn (draft, warn->code, piece);
      if (warning == NULL)
        continue;
      warning->reading = warn->reading;
      if (warn->clause != NULL)
        warning->clause = warn->clause;
    }
  for (guint i = 0; i < rule->readings->len; i++)
    {
      HbkWarning *warning = hbk_draft_warn (draft, "W-AMBIG", piece);

      if (warning != NULL)
        warning->reading = g_array_index (rule->readings, int, i);
    }
}

static void
sort_into_class (HbkDraft            *draft,
                 const HbkCreditYear *entry,
                 HbkPiece            *piece,
                 gboolean             known)
{
  gboolean future = is_future (draft, piece->mode, entry);

  if (!known)
    {
      set_outcome (piece, HBK_PIECE_PENDING, HBK_OUTCOME_PENDING);
      keep_missing (draft, piece);
    }
  else if (hbk_record_get_status (piece->record) == HBK_STATUS_PLANNED || future)
    {
      set_outcome (piece, HBK_PIECE_PLANNED, HBK_OUTCOME_PLANNED);
    }
  else
    {
      set_outcome (piece, HBK_PIECE_COUNTED, piece->deemed ? HBK_OUTCOME_DEEMED : HBK_OUTCOME_CREDITED);
      if (piece->deemed)
        hbk_draft_warn (draft, "I-DEEMED", piece);
    }
  if (future && hbk_record_get_status (piece->record) != HBK_STATUS_PLANNED)
    {
      hbk_draft_warn (draft, "W-FUTURE", piece);
      hbk_draft_trace (draft, piece, &(HbkTraceStep) { .kind = HBK_TRACE_FUTURE });
    }
}

/* Gates, window, hours. Where it is open whether the rule is the right one, only what decides that is asked for. */
static void
apply_credit (HbkDraft            *draft,
              const Attempt       *attempt,
              const HbkCreditYear *entry,
              HbkPiece            *piece)
{
  const HbkRule *rule = attempt->rule;
  guint          n_asked = draft->scope.missing->len;
  gboolean       waits = FALSE;
  const HbkGate *gate = find_shut_gate (draft, rule, &waits);
  gboolean       known;

  if (gate != NULL && !waits && n_asked > 0)
    {
      hbk_piece_find_limits (piece, draft, rule);
      g_ptr_array_set_size (draft->scope.missing, (int) n_asked);
      sort_into_class (draft, entry, piece, FALSE);
      return;
    }
  if (gate != NULL && !waits)
    {
      refuse (draft, piece, gate->otherwise, gate->code, gate->clause);
      return;
    }
  if (!clip_to_window (draft, rule))
    {
      refuse (draft, piece, HBK_OUTCOME_EXCLUDED, rule->window.code, rule->window.clause);
      return;
    }
  piece->part = draft->scope.part;
  piece->clipped = draft->scope.clipped;
  if (piece->clipped && rule->window.code != NULL)
    hbk_draft_warn (draft, rule->window.code, piece);
  known = work_out_credits (draft, rule, piece);
  hbk_piece_find_limits (piece, draft, rule);
  known = known && draft->scope.missing->len == 0 && !waits;
  if (!attempt->sure)
    g_ptr_array_set_size (draft->scope.missing, (int) n_asked);
  if (gate != NULL)
    {
      piece->code = gate->code;
      if (gate->code != NULL)
        hbk_draft_warn (draft, gate->code, piece);
    }
  sort_into_class (draft, entry, piece, known);
  give_warnings (draft, rule, piece);
}

static void
begin_piece (HbkDraft            *draft,
             const HbkRule       *rule,
             const HbkCreditYear *entry,
             guint                rank,
             HbkPiece            *piece)
{
  *piece = (HbkPiece) {
    .record = draft->scope.record,
    .rule = rule,
    .rank = rank,
    .year = entry->year,
    .part = entry->part,
    .date = entry->date,
    .class = HBK_PIECE_NOTHING,
    .clause = rule != NULL ? rule->clause : NULL,
    .floors = { -1, -1 },
    .at_application = entry->at_application,
    .first_step = -1,
    .last_step = -1,
  };
}

/* Whether the year, where it is known, lies outside those in which the rule is in force. */
static gboolean
is_out_of_force (const Attempt       *attempt,
                 const HbkCreditYear *entry)
{
  const HbkRule *rule = attempt->rule;

  return attempt->year_known &&
         ((rule->since != 0 && entry->year < rule->since) || (rule->until != 0 && entry->year > rule->until));
}

/* Applies the rule to the record in one year. Facts asked for before say that it may not be the right rule or year. */
static void
apply_rule (HbkDraft            *draft,
            const Attempt       *attempt,
            const HbkCreditYear *entry)
{
  const HbkRule *rule = attempt->rule;
  HbkPiece       piece;

  begin_piece (draft, rule, entry, attempt->rank, &piece);
  piece.mode = attempt->mode;
  hbk_draft_trace (draft, &piece, &(HbkTraceStep) { .kind = HBK_TRACE_RULE, .clause = rule->clause });
  if (is_out_of_force (attempt, entry))
    {
      refuse (draft, &piece, HBK_OUTCOME_EXCLUDED, "W-NOT-IN-FORCE", NULL);
    }
  else if (rule->has_outcome)
    {
      gboolean unsure = draft->scope.missing->len > 0;

      if (unsure)
        sort_into_class (draft, entry, &piece, FALSE);
      else
        refuse (draft, &piece, rule->outcome, code_of (rule), NULL);
      give_warnings (draft, rule, &piece);
    }
  else if (!attempt->has_year)
    {
      refuse (draft, &piece, HBK_OUTCOME_EXCLUDED, "W-EXCLUDED", NULL);
    }
  else
    {
      apply_credit (draft, attempt, entry, &piece);
      if (attempt->mode->kind == HBK_YEAR_EACH_DAY && draft->years->len > 1 && piece.class != HBK_PIECE_NOTHING)
        hbk_draft_warn (draft, "W-YEAR-SPLIT", &piece);
    }
  piece.left = piece.raw;
  g_array_append_val (draft->pieces, piece);
}

static void
look_at (HbkDraft            *draft,
         const HbkCreditYear *entry)
{
  draft->scope.year = entry->year;
  draft->scope.part = entry->part;
  draft->scope.clipped = FALSE;
  g_ptr_array_set_size (draft->scope.missing, 0);
}

static gboolean
year_taken (const HbkDraft *draft,
            guint           first_piece,
            int             year)
{
  for (guint i = first_piece; i < draft->pieces->len; i++)
    if (g_array_index (draft->pieces, HbkPiece, i).year == year)
      return TRUE;
  return FALSE;
}

static HbkCreditYear
year_of_end (HbkRecord *record)
{
  HbkDate end = hbk_record_get_end (record);

  return (HbkCreditYear) { hbk_date_year (end), hbk_record_get_period (record), end, FALSE };
}

/* The first way to find the year whose condition holds. One that is not known is asked for, and the next stands in. */
static const HbkYearMode *
mode_for (HbkDraft      *draft,
          const HbkRule *rule)
{
  guint i = 0;

  while (i + 1 < rule->years->len &&
         hbk_condition_test (g_array_index (rule->years, HbkYearOption, i).when, &draft->scope) != HBK_TRUE)
    i++;
  return &g_array_index (rule->years, HbkYearOption, i).mode;
}

/* Finds the years the rule would give; returns the facts that are missing to know them, %NULL when there are none. */
static GPtrArray *
find_years (HbkDraft *draft,
            Attempt  *attempt)
{
  HbkCreditYear fallback = year_of_end (draft->scope.record);
  GPtrArray    *missing = draft->scope.missing;

  look_at (draft, &fallback);
  attempt->mode = mode_for (draft, attempt->rule);
  attempt->year_known = hbk_credit_years_find (attempt->mode, &draft->scope, draft->years) && missing->len == 0;
  attempt->has_year = draft->years->len > 0;
  if (!attempt->has_year)
    g_array_append_val (draft->years, fallback);
  return missing->len > 0 ? g_ptr_array_copy (missing, NULL, NULL) : NULL;
}

/* Tries one rule on all years it would give. The years of the first rule that takes any are the record's years. */
static void
try_rule (HbkDraft      *draft,
          const HbkRule *rule,
          guint          rank,
          guint          first_piece)
{
  Attempt attempt = { .rule = rule, .rank = rank };
  g_autoptr (GPtrArray) open = find_years (draft, &attempt);

  for (guint i = 0; i < draft->years->len; i++)
    {
      const HbkCreditYear entry = g_array_index (draft->years, HbkCreditYear, i);
      HbkTernary          holds;

      if (year_taken (draft, first_piece, entry.year))
        continue;
      look_at (draft, &entry);
      holds = hbk_condition_test (rule->when, &draft->scope);
      if (holds == HBK_FALSE)
        continue;
      attempt.sure = holds == HBK_TRUE;
      for (guint j = 0; open != NULL && j < open->len; j++)
        hbk_scope_ask (&draft->scope, g_ptr_array_index (open, j));
      apply_rule (draft, &attempt, &entry);
    }
}

static gboolean
all_years_taken (const HbkDraft *draft,
                 guint           first_piece,
                 const GArray   *years)
{
  for (guint i = 0; i < years->len; i++)
    if (!year_taken (draft, first_piece, g_array_index (years, HbkCreditYear, i).year))
      return FALSE;
  return TRUE;
}

/* The years of a record in order, whichever of its rules was tried first. */
static void
sort_years (HbkDraft *draft,
            guint     first_piece)
{
  for (guint i = first_piece + 1; i < draft->pieces->len; i++)
    for (guint j = i; j > first_piece; j--)
      {
        HbkPiece *later = &g_array_index (draft->pieces, HbkPiece, j);
        HbkPiece *earlier = later - 1;
        HbkPiece  kept = *earlier;

        if (earlier->year <= later->year)
          break;
        *earlier = *later;
        *later = kept;
      }
}

/* No rule speaks of the record: the notice has no rate, and says so. */
static void
add_silent_piece (HbkDraft *draft,
                  guint     rank)
{
  HbkRecord    *record = draft->scope.record;
  HbkCreditYear entry = year_of_end (record);
  gboolean      known = hbk_vocabulary_lookup_activity (draft->scope.pack->vocabulary, hbk_record_get_activity (record)) != NULL;
  HbkPiece      piece;

  begin_piece (draft, NULL, &entry, rank, &piece);
  refuse (draft, &piece, HBK_OUTCOME_NO_RATE, known ? "W-NO-RATE" : "W-UNKNOWN-ACTIVITY", NULL);
  g_array_append_val (draft->pieces, piece);
}

/* Absences earn nothing themselves; they stand in every year they touch, where the requirement looks for them. */
static void
add_absence (HbkDraft *draft,
             guint     rank)
{
  HbkYearMode mode = { .kind = HBK_YEAR_EACH_YEAR };
  HbkRecord  *record = draft->scope.record;
  gboolean    planned = hbk_record_get_status (record) == HBK_STATUS_PLANNED;

  hbk_credit_years_find (&mode, &draft->scope, draft->years);
  for (guint i = 0; i < draft->years->len; i++)
    {
      const HbkCreditYear *entry = &g_array_index (draft->years, HbkCreditYear, i);
      gboolean             later = planned || entry->part.start > draft->scope.as_of;
      HbkPiece             piece;

      begin_piece (draft, NULL, entry, rank, &piece);
      set_outcome (&piece, later ? HBK_PIECE_PLANNED : HBK_PIECE_COUNTED, later ? HBK_OUTCOME_PLANNED : HBK_OUTCOME_CREDITED);
      g_array_append_val (draft->pieces, piece);
    }
}

/**
 * hbk_record_evaluate:
 * @draft: the assessment in the making; gets one piece for each credit year
 * @record: the record
 * @rank: its position in the order of dates and ids
 *
 * Works out what one record gives before caps, looking at nothing but the record, the profile and the rules.
 */
void
hbk_record_evaluate (HbkDraft  *draft,
                     HbkRecord *record,
                     guint      rank)
{
  GPtrArray *rules = hbk_pack_get_rules_for (draft->scope.pack, hbk_record_get_activity (record));
  guint      first_piece = draft->pieces->len;

  draft->scope.record = record;
  if (hbk_reductions_know (draft->scope.pack, hbk_record_get_activity (record)))
    {
      add_absence (draft, rank);
      return;
    }
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (rules, i);

      try_rule (draft, rule, rank, first_piece);
      if (draft->pieces->len > first_piece && all_years_taken (draft, first_piece, draft->years))
        break;
    }
  if (draft->pieces->len == first_piece)
    add_silent_piece (draft, rank);
  sort_years (draft, first_piece);
  hbk_caps_cut_items (draft, first_piece);
}
