/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-credit-worker.h"

static gboolean work_out (const HbkCredit *credit, HbkDraft *draft, HbkPiece *piece, HbkSubject subject, HbkHours *hours);

static void
trace (HbkDraft        *draft,
       HbkPiece        *piece,
       const HbkCredit *credit,
       HbkTraceKind     kind,
       const char      *id,
       gint64           a,
       gint64           b,
       gint64           c)
{
  hbk_draft_trace (draft, piece, &(HbkTraceStep) { .kind = kind, .clause = credit->clause, .id = id, .a = a, .b = b, .c = c });
}

static gboolean
is_part (const HbkDraft *draft)
{
  HbkPeriod whole = hbk_record_get_period (draft->scope.record);

  return draft->scope.part.start != whole.start || draft->scope.part.end != whole.end;
}

static gboolean
take_days (HbkDraft        *draft,
           HbkPiece        *piece,
           const HbkCredit *credit,
           HbkHours        *days)
{
  HbkHours gross;
  HbkHours off;

  if (!hbk_measure_net_days (&draft->scope, &gross, &off, days))
    return FALSE;
  if (hbk_measure_days_exceed (&draft->scope, gross))
    {
      HbkWarning *warning = hbk_draft_warn (draft, "W-BAD-FACT", piece);

      if (warning != NULL)
        warning->id = draft->core.days->id;
    }
  if (off > 0)
    {
      trace (draft, piece, credit, HBK_TRACE_DAYS, NULL, gross, off, MAX (gross - off, 0));
      hbk_draft_warn (draft, "W-TRANSIT", piece);
    }
  if (is_part (draft))
    trace (draft, piece, credit, HBK_TRACE_YEAR_PART, "days", MAX (gross - off, 0), piece->year, *days);
  return TRUE;
}

static const char *
unit_of (const HbkMeasure *measure)
{
  switch (measure->kind)
    {
    case HBK_MEASURE_NET_DAYS:
    case HBK_MEASURE_SPAN_DAYS:
      return "days";
    case HBK_MEASURE_HOURS_PER_DAY:
      return "hours";
    case HBK_MEASURE_SPAN_MONTHS:
    case HBK_MEASURE_MONTHS_IN_YEAR:
      return "months";
    case HBK_MEASURE_SPAN_YEARS:
      return "years";
    case HBK_MEASURE_FACT:
    default:
      return measure->divide > 1 ? NULL : measure->fact->id;
    }
}

static gboolean
stated_by_minutes (const HbkMeasure *measure,
                   HbkDraft         *draft)
{
  HbkHours number;

  return measure->minutes_fact != NULL && !hbk_scope_get_number (&draft->scope, measure->fact, &number);
}

static void
trace_minutes (const HbkCredit *credit,
               HbkDraft        *draft,
               HbkPiece        *piece,
               HbkHours         units)
{
  HbkHours minutes = 0;

  hbk_scope_get_number (&draft->scope, credit->measure.minutes_fact, &minutes);
  trace (draft, piece, credit, HBK_TRACE_MINUTES, NULL, minutes, 100 * (gint64) credit->measure.minutes, units);
}

static void
trace_division (const HbkCredit *credit,
                HbkDraft        *draft,
                HbkPiece        *piece,
                HbkHours         units)
{
  HbkHours number = 0;

  hbk_scope_get_number (&draft->scope, credit->measure.fact, &number);
  trace (draft, piece, credit, HBK_TRACE_DIVIDE, credit->measure.fact->id, number, 100 * (gint64) credit->measure.divide, units);
}

static gboolean
counts_months (const HbkCredit *credit)
{
  return credit->measure.kind == HBK_MEASURE_SPAN_MONTHS || credit->measure.kind == HBK_MEASURE_MONTHS_IN_YEAR;
}

/* Months come with half a month for left-over days, which a unit of a month never counts. */
static HbkHours
smallest_step (const HbkCredit *credit)
{
  if (credit->step > 0)
    return credit->step;
  return credit->whole || counts_months (credit) ? 100 : 1;
}

/* The hours inside a learning window, where the person has said how many they are. */
static gboolean
take_window_hours (const HbkCredit *credit,
                   HbkDraft        *draft,
                   HbkPiece        *piece,
                   HbkHours        *hours)
{
  const HbkFactSpec *spec = draft->core.hours_in_window;

  if (!draft->scope.clipped || !hbk_scope_get_number (&draft->scope, spec, hours))
    return FALSE;
  trace (draft, piece, credit, HBK_TRACE_STATED, spec->id, 0, 0, *hours);
  return TRUE;
}

/* What a document states is of the whole record, and so is every figure where the rule divides the record by its days. Over New
 * Year it must be said how much lies in which year. */
static gboolean
take_share (const HbkCredit *credit,
            HbkDraft        *draft,
            HbkPiece        *piece,
            HbkHours        *hours)
{
  HbkHours whole = *hours;
  gboolean divided = credit->kind == HBK_CREDIT_STATED || draft->scope.clipped || piece->mode->kind == HBK_YEAR_EACH_DAY;

  if (!divided || !is_part (draft) || take_window_hours (credit, draft, piece, hours))
    return TRUE;
  if (!hbk_scope_share (&draft->scope, whole, draft->core.hours_next_year, FALSE, hours))
    {
      hbk_draft_warn (draft, "W-UNDECIDED", piece);
      return FALSE;
    }
  trace (draft, piece, credit, HBK_TRACE_YEAR_PART, "hours", whole, piece->year, *hours);
  return TRUE;
}

static gboolean
work_fixed (const HbkCredit *credit,
            HbkDraft        *draft,
            HbkPiece        *piece,
            HbkHours        *hours)
{
  HbkHours items = 100;

  if (credit->has_times && !hbk_measure_take (&credit->measure, &draft->scope, &items))
    return FALSE;
  *hours = hbk_hours_times (credit->hours, items);
  trace (draft, piece, credit, HBK_TRACE_FIXED, NULL, credit->hours, items, *hours);
  return take_share (credit, draft, piece, hours);
}

static gboolean
work_per (const HbkCredit *credit,
          HbkDraft        *draft,
          HbkPiece        *piece,
          HbkHours        *hours)
{
  HbkHours units;

  if (credit->measure.kind == HBK_MEASURE_NET_DAYS)
    {
      guint n_asked = draft->scope.missing->len;

      if (!take_days (draft, piece, credit, &units))
        {
          if (!take_window_hours (credit, draft, piece, hours))
            return FALSE;
          g_ptr_array_set_size (draft->scope.missing, (int) n_asked);
          return TRUE;
        }
      units = hbk_measure_round (&credit->measure, units);
    }
  else if (!hbk_measure_take (&credit->measure, &draft->scope, &units))
    return FALSE;
  if (stated_by_minutes (&credit->measure, draft))
    trace_minutes (credit, draft, piece, units);
  else if (credit->measure.kind == HBK_MEASURE_FACT && credit->measure.divide > 1)
    trace_division (credit, draft, piece, units);
  if (units % smallest_step (credit) != 0)
    {
      units -= units % smallest_step (credit);
      hbk_draft_warn (draft, counts_months (credit) ? "W-PART-MONTH" : "W-PARTIAL-UNIT", piece);
    }
  *hours = hbk_hours_times (credit->hours, units);
  trace (draft, piece, credit, HBK_TRACE_PER, unit_of (&credit->measure), credit->hours, units, *hours);
  return credit->measure.kind != HBK_MEASURE_FACT || take_share (credit, draft, piece, hours);
}

/* What a document states is of the whole record. */
static gboolean
work_stated (const HbkCredit *credit,
             HbkDraft        *draft,
             HbkPiece        *piece,
             HbkHours        *hours)
{
  if (take_window_hours (credit, draft, piece, hours))
    return TRUE;
  if (!hbk_measure_take (&credit->measure, &draft->scope, hours))
    return FALSE;
  if (stated_by_minutes (&credit->measure, draft))
    trace_minutes (credit, draft, piece, *hours);
  else
    trace (draft, piece, credit, HBK_TRACE_STATED, credit->measure.fact->id, 0, 0, *hours);
  return take_share (credit, draft, piece, hours);
}

/**
 * hbk_credit_scale_day:
 * @credit: a credit by day
 * @hours: the hours of one day, as the record lists them
 *
 * Scales the hours of a day where the clause counts in other units; rounded down.
 *
 * Returns: the hours of the day, never negative
 */
HbkHours
hbk_credit_scale_day (const HbkCredit *credit,
                      HbkHours         hours)
{
  hours = CLAMP (hours, 0, HBK_HOURS_MAX / 1000);
  return credit->denominator > 0 ? hbk_hours_ratio_floor (hours, credit->numerator, credit->denominator) : hours;
}

/* A list with one figure for each calendar day is divided by date; any other list as a whole. */
static gboolean
work_by_day (const HbkCredit *credit,
             HbkDraft        *draft,
             HbkPiece        *piece,
             HbkHours        *hours)
{
  HbkPeriod       whole = hbk_record_get_period (draft->scope.record);
  gboolean        dated;
  const HbkValue *value;
  HbkHours        sum = 0;
  guint           first = 0;
  guint           end;

  if (!hbk_scope_get_value (&draft->scope, credit->measure.fact, FALSE, &value))
    {
      hbk_scope_ask (&draft->scope, credit->measure.fact);
      return FALSE;
    }
  end = value->list->len;
  dated = (int) end == hbk_period_days (whole);
  if (dated)
    {
      first = (guint) (draft->scope.part.start - whole.start);
      end = first + (guint) hbk_period_days (draft->scope.part);
    }
  else if (take_window_hours (credit, draft, piece, hours))
    {
      return TRUE;
    }
  for (guint i = first; i < end; i++)
    sum += hbk_credit_scale_day (credit, g_array_index (value->list, gint64, i));
  if (!dated && is_part (draft) && !hbk_scope_share (&draft->scope, sum, draft->core.hours_next_year, FALSE, &sum))
    return FALSE;
  *hours = sum;
  trace (draft, piece, credit, HBK_TRACE_BY_DAY, NULL, 0, 100 * (gint64) (end - first), sum);
  return TRUE;
}

/* A document that states hours decides, even where it is open to which year they belong. */
static gboolean
is_stated (const HbkCredit *credit,
           HbkDraft        *draft)
{
  HbkHours number;

  return credit->kind == HBK_CREDIT_STATED &&
         (hbk_scope_get_number (&draft->scope, credit->measure.fact, &number) ||
          hbk_scope_get_number (&draft->scope, credit->measure.minutes_fact, &number));
}

/* Undoes what a child of "first" did to the piece, the trace and the warnings before a fact turned out to be missing. */
static void
take_back (HbkDraft       *draft,
           HbkPiece       *piece,
           const HbkPiece *before,
           guint           n_steps,
           guint           n_warnings)
{
  *piece = *before;
  if (draft->steps == NULL)
    return;
  g_array_set_size (draft->warnings, n_warnings);
  g_array_set_size (draft->steps, n_steps);
  if (piece->last_step >= 0)
    g_array_index (draft->steps, HbkTraceStep, piece->last_step).next = -1;
}

/* The first child whose facts are stated. When none is, the facts of all are asked for. */
static gboolean
work_first (const HbkCredit *credit,
            HbkDraft        *draft,
            HbkPiece        *piece,
            HbkSubject       subject,
            HbkHours        *hours)
{
  guint n_before = draft->scope.missing->len;

  for (guint i = 0; i < credit->children->len; i++)
    {
      const HbkCredit *child = g_ptr_array_index (credit->children, i);
      guint            n_warnings = draft->warnings != NULL ? draft->warnings->len : 0;
      guint            n_steps = draft->steps != NULL ? draft->steps->len : 0;
      HbkPiece         before = *piece;
      gboolean         stated = is_stated (child, draft);

      if (stated)
        g_ptr_array_set_size (draft->scope.missing, (int) n_before);
      if (work_out (child, draft, piece, subject, hours))
        {
          g_ptr_array_set_size (draft->scope.missing, (int) n_before);
          return TRUE;
        }
      if (stated)
        return FALSE;
      take_back (draft, piece, &before, n_steps, n_warnings);
    }
  return FALSE;
}

static gboolean
work_sum (const HbkCredit *credit,
          HbkDraft        *draft,
          HbkPiece        *piece,
          HbkSubject       subject,
          HbkHours        *hours)
{
  gboolean known = TRUE;
  guint    n_added = 0;

  *hours = 0;
  for (guint i = 0; i < credit->children->len; i++)
    {
      const HbkCredit *child = g_ptr_array_index (credit->children, i);
      HbkTernary       wanted = hbk_condition_test (child->when, &draft->scope);
      HbkHours         part;

      if (wanted == HBK_FALSE)
        continue;
      if (wanted == HBK_UNKNOWN || !work_out (child, draft, piece, subject, &part))
        {
          known = FALSE;
          continue;
        }
      *hours += part;
      n_added++;
    }
  if (n_added > 1)
    trace (draft, piece, credit, HBK_TRACE_SUM, NULL, 0, 0, *hours);
  return known;
}

static gboolean
work_pool (const HbkCredit *credit,
           HbkDraft        *draft,
           HbkPiece        *piece,
           HbkSubject       subject,
           HbkHours        *hours)
{
  HbkPeriod whole = hbk_record_get_period (draft->scope.record);
  HbkHours  stated;
  int       months = 0;
  int       rest = 0;

  if (credit->measure.kind == HBK_MEASURE_NET_DAYS)
    {
      if (!take_days (draft, piece, credit, &stated))
        return FALSE;
      rest = (int) (stated / 100);
    }
  else if (credit->measure.kind == HBK_MEASURE_SPAN_DAYS)
    {
      rest = hbk_period_days (draft->scope.part);
    }
  else if (draft->scope.part.start == whole.start && draft->scope.part.end == whole.end &&
           hbk_scope_get_number (&draft->scope, draft->core.months, &stated))
    {
      months = (int) (stated / 100);
      rest = (int) (stated % 100 * credit->days_per_month / 100);
    }
  else
    {
      months = hbk_period_whole_months (draft->scope.part, &rest);
    }
  piece->pool = credit;
  piece->pool_rest = rest;
  piece->pool_subject = subject;
  *hours = hbk_hours_times (credit->hours, 100 * (HbkHours) months);
  trace (draft, piece, credit, HBK_TRACE_PER, "months", credit->hours, 100 * (HbkHours) months, *hours);
  return TRUE;
}

static gboolean
take_floor (const HbkFloor *floor_hours,
            HbkDraft       *draft,
            HbkHours       *hours)
{
  *hours = -1;
  if (!floor_hours->set)
    return TRUE;
  *hours = floor_hours->hours;
  if (floor_hours->fact == NULL || hbk_scope_get_number (&draft->scope, floor_hours->fact, hours))
    return TRUE;
  *hours = -1;
  hbk_scope_ask (&draft->scope, floor_hours->fact);
  return FALSE;
}

static gboolean
work_deemed (const HbkCredit *credit,
             HbkDraft        *draft,
             HbkPiece        *piece,
             HbkHours        *hours)
{
  gboolean known = take_floor (&credit->public_floor, draft, &piece->floors.public_hours);

  known = take_floor (&credit->professional_floor, draft, &piece->floors.professional_hours) && known;
  piece->deemed = TRUE;
  piece->accepted = credit->accepted;
  *hours = 0;
  return known;
}

static gboolean
work_out (const HbkCredit *credit,
          HbkDraft        *draft,
          HbkPiece        *piece,
          HbkSubject       subject,
          HbkHours        *hours)
{
  gboolean known;

  switch (credit->kind)
    {
    case HBK_CREDIT_PER:
      known = work_per (credit, draft, piece, hours);
      break;
    case HBK_CREDIT_STATED:
      known = work_stated (credit, draft, piece, hours);
      break;
    case HBK_CREDIT_BY_DAY:
      known = work_by_day (credit, draft, piece, hours);
      break;
    case HBK_CREDIT_FIRST:
      known = work_first (credit, draft, piece, subject, hours);
      break;
    case HBK_CREDIT_SUM:
      known = work_sum (credit, draft, piece, subject, hours);
      break;
    case HBK_CREDIT_POOL:
      known = work_pool (credit, draft, piece, subject, hours);
      break;
    case HBK_CREDIT_DEEMED:
      known = work_deemed (credit, draft, piece, hours);
      break;
    case HBK_CREDIT_FIXED:
    default:
      known = work_fixed (credit, draft, piece, hours);
      break;
    }
  if (known && credit->code != NULL)
    hbk_draft_warn (draft, credit->code, piece);
  return known;
}

/**
 * hbk_credit_work_out:
 * @credit: how facts become hours
 * @draft: the assessment in the making; its scope names record, year and part
 * @piece: gets the hours, floors or pool, and the trace
 * @subject: the subject the hours count for
 *
 * Turns the facts of a record into hours before caps.
 *
 * Returns: %FALSE when a fact is missing; it is then asked for in the scope
 */
gboolean
hbk_credit_work_out (const HbkCredit *credit,
                     HbkDraft        *draft,
                     HbkPiece        *piece,
                     HbkSubject       subject)
{
  HbkHours hours = 0;
  gboolean known = work_out (credit, draft, piece, subject, &hours);

  if (known)
    *hbk_tally_part (&piece->raw, subject) += hours;
  return known;
}
