/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-reductions.h"

/* Left-over days that make a month where several absences are added up. */
#define DAYS_PER_MONTH 30

/* No absence of a year is longer, whatever a record says. */
#define MONTHS_MAX 1200

/**
 * Absence:
 * @months: as stated, in hundredths
 * @whole_months: of those by date
 * @rest_days: of those by date, beside the whole months
 * @days: of those by date, all together
 * @periods: what has been counted, by this clause or another
 *
 * The absences of a year that one clause recognises.
 */
typedef struct
{
  HbkHours   months;
  int        whole_months;
  gint64     rest_days;
  gint64     days;
  HbkPiece  *first;
  GPtrArray *pieces;
  GArray    *periods;
} Absence;

/**
 * hbk_reductions_know:
 * @pack: the rules
 * @interned_activity: an activity
 *
 * Whether records of an activity lower the requirement instead of earning hours.
 *
 * Returns: %TRUE when they do
 */
gboolean
hbk_reductions_know (const HbkPack *pack,
                     const char    *interned_activity)
{
  for (guint i = 0; i < pack->reductions->len; i++)
    if (g_array_index (pack->reductions, HbkReduction, i).activity == interned_activity)
      return TRUE;
  return FALSE;
}

/* An absence that waits for a fact lowers nothing yet. */
static void
make_pending (HbkDraft *draft,
              HbkPiece *piece)
{
  if (draft->scope.missing->len == 0)
    return;
  piece->class = HBK_PIECE_PENDING;
  piece->outcome = HBK_OUTCOME_PENDING;
  piece->missing = g_ptr_array_copy (draft->scope.missing, NULL, NULL);
  g_ptr_array_add (draft->missing_lists, piece->missing);
  for (guint i = 0; i < draft->scope.missing->len; i++)
    {
      const HbkFactSpec *spec = g_ptr_array_index (draft->scope.missing, i);
      HbkWarning        *warning = hbk_draft_warn (draft, "W-FACT-MISSING", piece);

      if (warning != NULL)
        warning->id = spec->id;
      hbk_draft_trace (draft, piece, &(HbkTraceStep) { .kind = HBK_TRACE_MISSING, .clause = piece->clause, .id = spec->id });
    }
}

static void
refuse (HbkDraft      *draft,
        HbkPiece      *piece,
        const HbkGate *gate)
{
  piece->class = gate->otherwise == HBK_OUTCOME_PENDING ? HBK_PIECE_PENDING : HBK_PIECE_NOTHING;
  piece->outcome = gate->otherwise;
  piece->code = gate->code;
  if (gate->clause != NULL)
    piece->clause = gate->clause;
  if (gate->code != NULL)
    hbk_draft_warn (draft, gate->code, piece);
  hbk_draft_trace (draft, piece, &(HbkTraceStep) { .kind = HBK_TRACE_GATE, .clause = piece->clause, .id = gate->code });
}

/* An absence that is not approved, or not known to be, lowers nothing. */
static gboolean
passes_gates (HbkDraft           *draft,
              const HbkReduction *reduction,
              HbkPiece           *piece)
{
  for (guint i = 0; reduction->gates != NULL && i < reduction->gates->len; i++)
    {
      const HbkGate *gate = &g_array_index (reduction->gates, HbkGate, i);

      if (hbk_condition_test (gate->when, &draft->scope) == HBK_FALSE)
        {
          refuse (draft, piece, gate);
          return FALSE;
        }
    }
  make_pending (draft, piece);
  return draft->scope.missing->len == 0;
}

static void
give_warnings (HbkDraft           *draft,
               const HbkReduction *reduction,
               HbkPiece           *piece)
{
  for (guint i = 0; reduction->warns != NULL && i < reduction->warns->len; i++)
    {
      const HbkWarn *warn = &g_array_index (reduction->warns, HbkWarn, i);
      HbkWarning    *warning;

      if (!hbk_condition_holds (warn->when, &draft->scope))
        continue;
      warning = hbk_draft_warn (draft, warn->code, piece);
      if (warning != NULL)
        warning->reading = warn->reading;
    }
}

/* Takes days out of periods, which may fall apart. */
static void
take_off (GArray   *periods,
          HbkPeriod days)
{
  for (guint i = periods->len; i > 0; i--)
    {
      HbkPeriod period = g_array_index (periods, HbkPeriod, i - 1);
      HbkPeriod before = { period.start, days.start - 1 };
      HbkPeriod after = { days.end + 1, period.end };

      if (!hbk_period_overlap (period, days, NULL))
        continue;
      g_array_remove_index_fast (periods, i - 1);
      if (!hbk_period_is_empty (before))
        g_array_append_val (periods, before);
      if (!hbk_period_is_empty (after))
        g_array_append_val (periods, after);
    }
}

/* An absence counts in months where it states them, else in days: by its dates, or, of a record with one date, as stated. */
static void
add_time (HbkDraft *draft,
          HbkPeriod part,
          Absence  *absence)
{
  HbkPeriod whole = hbk_record_get_period (draft->scope.record);
  gboolean  is_whole = part.start == whole.start && part.end == whole.end;
  int       rest = 0;
  HbkHours  stated;

  if (is_whole && hbk_scope_get_number (&draft->scope, draft->core.months, &stated))
    {
      absence->months += MIN (stated, MONTHS_MAX);
    }
  else if (is_whole && whole.start == whole.end && hbk_scope_get_number (&draft->scope, draft->core.days, &stated))
    {
      absence->rest_days += stated / 100;
      absence->days += stated / 100;
    }
  else
    {
      absence->whole_months += hbk_period_whole_months (part, &rest);
      absence->rest_days += rest;
      absence->days += hbk_period_days (part);
    }
}

/* Days that an earlier absence has taken already do not count again. */
static void
add_piece (HbkDraft *draft,
           HbkPiece *piece,
           Absence  *absence)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (HbkPeriod));

  g_array_append_val (left, piece->part);
  for (guint i = 0; i < absence->periods->len; i++)
    take_off (left, g_array_index (absence->periods, HbkPeriod, i));
  if (left->len == 0)
    return;
  for (guint i = 0; i < left->len; i++)
    add_time (draft, g_array_index (left, HbkPeriod, i), absence);
  g_array_append_vals (absence->periods, left->data, left->len);
  if (absence->first == NULL)
    absence->first = piece;
  g_ptr_array_add (absence->pieces, piece);
}

/* All absences together, to compare with the bound: left-over days are added up before they make a part of a month. */
static HbkHours
months_of (const Absence *absence)
{
  gint64 months = absence->whole_months + absence->rest_days / DAYS_PER_MONTH;

  return absence->months + 100 * months + (absence->rest_days % DAYS_PER_MONTH > 0 ? 50 : 0);
}

static void
add_up (HbkDraft           *draft,
        const HbkReduction *reduction,
        const GArray       *positions,
        Absence            *absence)
{
  for (guint i = 0; i < positions->len; i++)
    {
      HbkPiece  *piece = &g_array_index (draft->pieces, HbkPiece, g_array_index (positions, guint, i));
      HbkTernary concerns;

      if (hbk_record_get_activity (piece->record) != reduction->activity || piece->class != HBK_PIECE_COUNTED)
        continue;
      hbk_draft_look_at (draft, piece);
      concerns = hbk_condition_test (reduction->when, &draft->scope);
      if (concerns == HBK_FALSE)
        continue;
      if (piece->clause == NULL)
        piece->clause = reduction->clause;
      if (concerns == HBK_UNKNOWN)
        make_pending (draft, piece);
      if (concerns == HBK_UNKNOWN || !passes_gates (draft, reduction, piece))
        continue;
      give_warnings (draft, reduction, piece);
      add_piece (draft, piece, absence);
    }
}

/* An absence that is too short lowers nothing, and says so. */
static void
refuse_short (HbkDraft      *draft,
              const Absence *absence)
{
  for (guint i = 0; i < absence->pieces->len; i++)
    {
      HbkPiece *piece = g_ptr_array_index (absence->pieces, i);

      piece->class = HBK_PIECE_NOTHING;
      piece->outcome = HBK_OUTCOME_EXCLUDED;
      piece->code = "W-EXCLUDED";
      hbk_draft_warn (draft, piece->code, piece);
      hbk_draft_trace (draft, piece, &(HbkTraceStep) { .kind = HBK_TRACE_GATE, .clause = piece->clause, .id = piece->code });
    }
}

static gboolean
credits (HbkDraft           *draft,
         const HbkReduction *reduction)
{
  for (guint i = 0; i < reduction->modes->len; i++)
    {
      const HbkReductionMode *mode = &g_array_index (reduction->modes, HbkReductionMode, i);

      if (mode->when == NULL || hbk_condition_holds (mode->when, &draft->scope))
        return mode->as_credit;
    }
  return FALSE;
}

/* The steps say it in months where all are stated in months, else in days. */
static void
trace_share (HbkDraft           *draft,
             const HbkDutyShare *share,
             gint64              months,
             gint64              days,
             gint64              days_of_year)
{
  HbkTraceStep step = { .kind = HBK_TRACE_DUTY, .clause = share->clause, .id = days == 0 ? "months" : "days" };

  step.a = days == 0 ? 1200 : 100 * days_of_year;
  step.b = MIN (days == 0 ? months : 100 * days + months * days_of_year / 12, step.a);
  step.c = step.a - step.b;
  hbk_draft_trace (draft, share->piece, &step);
}

/**
 * hbk_reductions_measure:
 * @draft: the assessment in the making
 * @year: the credit year
 * @positions: (element-type guint): positions of the year's pieces
 *
 * Adds up the absences that a clause recognises. Absences of one clause are added before its bound is tested, for the notice
 * speaks of the time within the year, not of one leave.
 *
 * Returns: the share of the year off duty; @off is 0 when there is none
 */
HbkDutyShare
hbk_reductions_measure (HbkDraft     *draft,
                        int           year,
                        const GArray *positions)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (HbkPeriod));
  gint64       days_of_year = 337 + hbk_date_days_in_month (year, 2);
  HbkDutyShare share = { 0, 1200 * days_of_year, FALSE, FALSE, NULL, NULL };
  gint64       months = 0;
  gint64       days = 0;

  for (guint i = 0; i < draft->scope.pack->reductions->len; i++)
    {
      const HbkReduction *reduction = &g_array_index (draft->scope.pack->reductions, HbkReduction, i);
      g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
      guint   n_counted = periods->len;
      Absence absence = { .pieces = pieces, .periods = periods };

      add_up (draft, reduction, positions, &absence);
      if (absence.first == NULL)
        continue;
      if (reduction->above_months >= 0 && months_of (&absence) <= 100 * (HbkHours) reduction->above_months)
        {
          refuse_short (draft, &absence);
          g_array_set_size (periods, n_counted);
          continue;
        }
      months += absence.months;
      days += absence.days;
      if (share.piece != NULL)
        continue;
      share.piece = absence.first;
      share.clause = reduction->clause;
      hbk_draft_look_at (draft, absence.first);
      share.as_credit = credits (draft, reduction);
      share.round_up = reduction->round_up != NULL && hbk_condition_holds (reduction->round_up, &draft->scope);
    }
  /* A month is a twelfth of the year, a day its own share; both exactly. */
  months = MIN (months, MONTHS_MAX);
  days = MIN (days, days_of_year);
  share.off = MIN (months * days_of_year + 1200 * days, share.whole);
  if (share.piece != NULL)
    trace_share (draft, &share, months, days, days_of_year);
  return share;
}

static HbkHours
lowered (const HbkDutyShare *share,
         HbkHours            hours)
{
  if (hours <= 0)
    return hours;
  hours = hbk_hours_ratio_ceil (hours, share->whole - share->off, share->whole);
  return share->round_up ? (hours + 99) / 100 * 100 : hours;
}

/**
 * hbk_reductions_lower:
 * @share: the share of the year off duty
 * @required: what the year asks for; lowered
 *
 * Lowers the requirement to the share on duty. Rounded up to 1/100 hour: credited hours are whole hundredths, so that they
 * reach the rounded figure exactly when they reach the exact one.
 */
void
hbk_reductions_lower (const HbkDutyShare *share,
                      HbkRequired        *required)
{
  required->total = lowered (share, required->total);
  required->public_hours = lowered (share, required->public_hours);
  required->professional_hours = lowered (share, required->professional_hours);
}

/**
 * hbk_reductions_credit:
 * @share: the share of the year off duty
 * @required: what the year asks for
 *
 * Takes the share of the requirement that is credited for the time on duty, rounded down to 1/100 hour.
 *
 * Returns: the hours
 */
HbkTally
hbk_reductions_credit (const HbkDutyShare *share,
                       const HbkRequired  *required)
{
  return (HbkTally) {
    hbk_hours_ratio_floor (MAX (required->public_hours, 0), share->whole - share->off, share->whole),
    hbk_hours_ratio_floor (MAX (required->professional_hours, 0), share->whole - share->off, share->whole),
  };
}
