/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-year-report.h"

#include "rules/hbk-evidence-check.h"
#include "rules/hbk-year-deadlines.h"

static void
record_result_free (gpointer data)
{
  HbkRecordResult *self = data;

  g_clear_object (&self->record);
  g_clear_pointer (&self->missing_facts, g_ptr_array_unref);
  g_clear_pointer (&self->missing_documents, g_ptr_array_unref);
  g_clear_object (&self->covered_by);
  g_free (self);
}

/**
 * hbk_year_result_free:
 * @self: the result of a year
 *
 * Frees the result.
 */
void
hbk_year_result_free (HbkYearResult *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  for (guint i = 0; i < self->warnings->len; i++)
    g_clear_object (&g_array_index (self->warnings, HbkWarning, i).record);
  g_clear_pointer (&self->warnings, g_array_unref);
  g_clear_pointer (&self->readings, g_array_unref);
  g_free (self);
}

static HbkTally
least (HbkTally a,
       HbkTally b)
{
  return (HbkTally) { MIN (a.public_hours, b.public_hours), MIN (a.professional_hours, b.professional_hours) };
}

static void
warn_hours (HbkDraft       *draft,
            const char     *code,
            const HbkPiece *piece,
            HbkHours        hours)
{
  HbkWarning *warning = hbk_draft_warn (draft, code, piece);

  if (warning != NULL)
    warning->hours = hours;
}

/* What a piece stands for: deemed ones for their floors, whatever they still had to fill up. */
static HbkTally
worth_of (const HbkPiece *piece)
{
  HbkTally worth = piece->left;

  if (piece->deemed && piece->floors.public_hours >= 0)
    worth.public_hours = piece->floors.public_hours;
  if (piece->deemed && piece->floors.professional_hours >= 0)
    worth.professional_hours = piece->floors.professional_hours;
  return worth;
}

/* Whether a later year of the same record counts too. */
static gboolean
goes_on (const HbkDraft *draft,
         const HbkPiece *piece)
{
  const HbkPiece *last = &g_array_index (draft->pieces, HbkPiece, draft->pieces->len - 1);

  while (piece < last && piece[1].rank == piece->rank)
    if ((++piece)->class == HBK_PIECE_COUNTED)
      return TRUE;
  return FALSE;
}

/* What is left for a piece of the hours that a reviewer confirmed: a record over several years is confirmed from its first
 * year on. FALSE: no hours were named, so that all are confirmed. */
static gboolean
confirmed_for (const HbkDraft *draft,
               const HbkPiece *piece,
               HbkTally       *confirmed)
{
  const HbkPiece *first = &g_array_index (draft->pieces, HbkPiece, 0);
  guint           rank = piece->rank;

  if (!hbk_record_get_verified_hours (piece->record, &confirmed->public_hours, &confirmed->professional_hours))
    return FALSE;
  for (; piece > first && piece[-1].rank == rank; piece--)
    if (piece[-1].class == HBK_PIECE_COUNTED)
      *confirmed = hbk_tally_subtract (*confirmed, worth_of (piece - 1));
  *confirmed = (HbkTally) { MAX (confirmed->public_hours, 0), MAX (confirmed->professional_hours, 0) };
  return TRUE;
}

/* What a reviewer confirmed, as far as the computation bears it out. */
static HbkTally
verified_of (HbkDraft       *draft,
             const HbkPiece *piece)
{
  HbkTally worth = worth_of (piece);
  HbkTally confirmed;
  HbkHours less;
  HbkHours more;

  if (hbk_record_get_status (piece->record) != HBK_STATUS_VERIFIED)
    return (HbkTally) { 0, 0 };
  if (!confirmed_for (draft, piece, &confirmed))
    return piece->left;
  less = hbk_tally_total (worth) - hbk_tally_total (least (confirmed, worth));
  more = hbk_tally_total (confirmed) - hbk_tally_total (least (confirmed, worth));
  if (less > 0)
    warn_hours (draft, "W-VERIFIED-LESS", piece, less);
  else if (more > 0 && !piece->deemed && !goes_on (draft, piece))
    warn_hours (draft, "W-VERIFIED-MORE", piece, more);
  return least (confirmed, piece->left);
}

static void
check_evidence (HbkDraft        *draft,
                const HbkPiece  *piece,
                HbkRecordResult *result)
{
  HbkEvidenceState state;

  result->evidence_set = piece->rule->evidence;
  hbk_draft_look_at (draft, piece);
  state = hbk_evidence_check (piece->rule->evidence < 0 ? NULL : &g_array_index (draft->scope.pack->evidence, HbkEvidenceSet, piece->rule->evidence),
                              &draft->scope);
  result->evidence_complete = state.complete;
  result->evidence_weak = state.weak;
  result->missing_documents = state.missing;
  if (piece->class != HBK_PIECE_COUNTED)
    return;
  if (!state.complete)
    {
      HbkWarning *warning = hbk_draft_warn (draft, "W-EVIDENCE-MISSING", piece);

      if (warning != NULL && state.missing != NULL && state.missing->len > 0)
        warning->id = g_ptr_array_index (state.missing, 0);
      if (warning != NULL)
        warning->hours = hbk_tally_total (piece->left);
    }
  else if (state.weak)
    {
      hbk_draft_warn (draft, "W-WEAK-EVIDENCE", piece);
    }
}

static void
fill_figures (HbkDraft        *draft,
              const HbkPiece  *piece,
              HbkRecordResult *result)
{
  switch (piece->class)
    {
    case HBK_PIECE_COUNTED:
      result->raw = piece->raw;
      result->credited = piece->left;
      result->lost = hbk_tally_subtract (piece->raw, piece->left);
      result->verified = verified_of (draft, piece);
      if (result->evidence_complete)
        result->evidenced = result->credited;
      if (hbk_record_get_status (piece->record) == HBK_STATUS_RETURNED)
        warn_hours (draft, "W-RETURNED", piece, hbk_tally_total (piece->left));
      break;
    case HBK_PIECE_PENDING:
      result->pending = piece->left;
      break;
    case HBK_PIECE_PLANNED:
      result->planned = piece->left;
      break;
    case HBK_PIECE_NOTHING:
    default:
      break;
    }
}

static HbkRecordResult *
report_piece (HbkDraft       *draft,
              const HbkPiece *piece)
{
  HbkRecordResult *result = g_new0 (HbkRecordResult, 1);

  result->record = g_object_ref (piece->record);
  result->part = piece->part;
  result->rule = piece->rule;
  result->outcome = piece->outcome;
  result->clause = piece->clause;
  result->code = piece->code;
  result->missing_facts = piece->missing != NULL ? g_ptr_array_ref (piece->missing) : NULL;
  result->evidence_set = -1;
  result->at_application = piece->at_application;
  result->first_step = piece->first_step;
  if (piece->covered_by != NULL)
    result->covered_by = g_object_ref (piece->covered_by);
  if (piece->rule != NULL && piece->class != HBK_PIECE_NOTHING)
    check_evidence (draft, piece, result);
  fill_figures (draft, piece, result);
  return result;
}

/* A deemed year that is proven stands by itself, whatever else is proven; what else the record gives is added up. */
static void
add_result (HbkYearResult   *year,
            const HbkPiece  *piece,
            HbkRecordResult *result)
{
  HbkTally evidenced = result->evidenced;
  HbkTally verified = result->verified;

  g_ptr_array_add (year->records, result);
  if (piece->class != HBK_PIECE_COUNTED || piece->at_application)
    return;
  if (piece->deemed && piece->floors.public_hours >= 0)
    evidenced.public_hours = verified.public_hours = 0;
  if (piece->deemed && piece->floors.professional_hours >= 0)
    evidenced.professional_hours = verified.professional_hours = 0;
  year->evidenced = hbk_tally_add (year->evidenced, evidenced);
  year->verified = hbk_tally_add (year->verified, verified);
}

static void
lift (HbkTally *tally,
      HbkTally  floors)
{
  tally->public_hours = MAX (tally->public_hours, floors.public_hours);
  tally->professional_hours = MAX (tally->professional_hours, floors.professional_hours);
}

static void
add_deemed_proofs (HbkYearResult  *year,
                   const HbkDraft *draft,
                   const GArray   *positions)
{
  for (guint i = 0; i < positions->len; i++)
    {
      const HbkPiece        *piece = &g_array_index (draft->pieces, HbkPiece, g_array_index (positions, guint, i));
      const HbkRecordResult *result = g_ptr_array_index (year->records, i);
      HbkTally               confirmed;

      if (!piece->deemed || piece->at_application || piece->class != HBK_PIECE_COUNTED)
        continue;
      if (result->evidence_complete)
        lift (&year->evidenced, piece->floors);
      if (hbk_record_get_status (piece->record) == HBK_STATUS_VERIFIED)
        lift (&year->verified, confirmed_for (draft, piece, &confirmed) ? least (confirmed, piece->floors) : piece->floors);
    }
}

static void
warn_short (HbkDraft            *draft,
            const HbkYearResult *year,
            const char          *code,
            const char          *clause,
            HbkMet               met,
            HbkHours             hours)
{
  HbkWarning *warning;

  if (met != HBK_MET_NO)
    return;
  warning = hbk_draft_warn_year (draft, code, year->year);
  if (warning == NULL)
    return;
  warning->clause = clause != NULL ? clause : year->requirement_clause;
  warning->hours = hours;
}

static void
warn_clause (HbkDraft   *draft,
             const char *code,
             int         year,
             const char *clause)
{
  HbkWarning *warning = hbk_draft_warn_year (draft, code, year);

  if (warning != NULL)
    warning->clause = clause;
}

static void
warn_about_requirement (HbkDraft            *draft,
                        const HbkYearResult *year,
                        const HbkYearSums   *sums)
{
  const HbkRequirement *requirement = sums->requirement;
  HbkRequired           missing = hbk_required_missing (&year->required, year->credited);

  if (requirement == NULL)
    return;
  if (requirement->verdict == HBK_REQUIREMENT_OTHER_RULES || requirement->code != NULL)
    warn_clause (draft, requirement->code != NULL ? requirement->code : "W-OTHER-RULES", year->year, requirement->clause);
  if (requirement->verdict == HBK_REQUIREMENT_VOLUNTARY || requirement->verdict == HBK_REQUIREMENT_OUT_OF_SCOPE)
    return;
  warn_short (draft, year, "W-PUBLIC-SHORT", requirement->public_clause, year->met_public, missing.public_hours);
  warn_short (draft, year, "W-PROF-SHORT", requirement->professional_clause, year->met_professional, missing.professional_hours);
  if (missing.total > missing.public_hours + missing.professional_hours)
    warn_short (draft, year, "W-TOTAL-SHORT", requirement->total_clause, year->met_total, missing.total);
  if (year->required.public_hours < 0 && year->credited.public_hours == 0 && requirement->verdict == HBK_REQUIREMENT_REQUIRED)
    warn_clause (draft, "W-NO-PUBLIC", year->year, requirement->clause);
  if (sums->reduced)
    warn_clause (draft, "I-REDUCED-REQUIREMENT", year->year, requirement->clause);
}

/* What a cap cuts, and what goes beyond the requirement, lapses with the year. */
static void
warn_about_surplus (HbkDraft            *draft,
                    const HbkYearResult *year,
                    const HbkYearSums   *sums)
{
  HbkHours    surplus = year->required.total > 0 ? MAX (hbk_tally_total (year->credited) - year->required.total, 0) : 0;
  HbkHours    lost = hbk_tally_total (year->lost);
  HbkWarning *warning;

  if (surplus + lost == 0 || sums->requirement == NULL || sums->requirement->verdict != HBK_REQUIREMENT_REQUIRED)
    return;
  warning = hbk_draft_warn_year (draft, "W-NO-CARRYOVER", year->year);
  if (warning == NULL)
    return;
  warning->clause = sums->requirement->carry_clause != NULL ? sums->requirement->carry_clause : year->requirement_clause;
  warning->hours = surplus + lost;
}

static gboolean
date_says_done (HbkRecord  *record,
                const char *fact,
                HbkDate     deadline,
                gboolean    otherwise)
{
  const HbkValue *value = hbk_facts_lookup (hbk_record_get_facts (record), fact);

  if (value == NULL || value->kind != HBK_VALUE_TEXT || value->date == HBK_DATE_NONE)
    return otherwise;
  return value->date <= deadline;
}

static gboolean
is_late (const HbkDeadline *deadline,
         HbkRecord         *record,
         HbkDate            date)
{
  HbkStatus status = hbk_record_get_status (record);

  if (deadline->watch == HBK_WATCH_UNSUBMITTED)
    return !date_says_done (record, "submitted_on", date, status == HBK_STATUS_SUBMITTED || status == HBK_STATUS_VERIFIED);
  return !date_says_done (record, "verified_on", date, status == HBK_STATUS_VERIFIED);
}

static HbkHours
late_hours (const HbkYearResult *year,
            const HbkDeadline   *deadline,
            HbkDate              date)
{
  HbkHours hours = 0;

  for (guint i = 0; i < year->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (year->records, i);

      if (is_late (deadline, result->record, date))
        hours += hbk_tally_total (result->credited);
    }
  return hours;
}

static void
warn_about_deadline (HbkDraft            *draft,
                     const HbkYearResult *year,
                     const HbkDeadline   *deadline)
{
  HbkDate     date = deadline->watch != HBK_WATCH_NONE ? hbk_deadline_resolve (deadline, &draft->scope, year->year) : HBK_DATE_NONE;
  HbkWarning *warning;
  HbkHours    hours;

  if (date == HBK_DATE_NONE || draft->scope.as_of <= date)
    return;
  hours = late_hours (year, deadline, date);
  if (hours == 0)
    return;
  warning = hbk_draft_warn_year (draft, deadline->code != NULL ? deadline->code : "W-DEADLINE", year->year);
  if (warning == NULL)
    return;
  warning->clause = deadline->clause;
  warning->id = deadline->id;
  warning->hours = hours;
  warning->date = date;
}

static void
warn_about_year (HbkDraft            *draft,
                 const HbkYearResult *year,
                 const HbkYearSums   *sums)
{
  const HbkPack *pack = draft->scope.pack;

  if (year->year < pack->covers_from || (pack->covers_to != 0 && year->year > pack->covers_to))
    warn_clause (draft, "W-YEAR-OUT", year->year, NULL);
  warn_about_requirement (draft, year, sums);
  warn_about_surplus (draft, year, sums);
  for (guint i = 0; i < pack->deadlines->len; i++)
    warn_about_deadline (draft, year, &g_array_index (pack->deadlines, HbkDeadline, i));
}

/**
 * hbk_year_report_share_warnings:
 * @years: (element-type HbkYearResult): the results of the years
 * @draft: the finished assessment
 *
 * Gives every year the warnings of the draft that are about it, the weightiest first.
 */
void
hbk_year_report_share_warnings (GPtrArray      *years,
                                const HbkDraft *draft)
{
  HbkYearResult *by_year[HBK_YEAR_INDEX_SIZE] = { NULL };

  for (guint i = 0; i < years->len; i++)
    {
      HbkYearResult *year = g_ptr_array_index (years, i);

      if (year->year >= HBK_DATE_YEAR_MIN && year->year <= HBK_DATE_YEAR_MAX)
        by_year[year->year - HBK_DATE_YEAR_MIN] = year;
    }
  for (int severity = HBK_SEVERITY_ERROR; severity >= HBK_SEVERITY_INFO; severity--)
    for (guint i = 0; i < draft->warnings->len; i++)
      {
        HbkWarning     warning = g_array_index (draft->warnings, HbkWarning, i);
        HbkYearResult *year = by_year[CLAMP (warning.year, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX) - HBK_DATE_YEAR_MIN];

        if (year == NULL || year->year != warning.year || (int) warning.spec->severity != severity)
          continue;
        if (warning.record != NULL)
          g_object_ref (warning.record);
        g_array_append_val (year->warnings, warning);
      }
}

/**
 * hbk_year_report_new:
 * @draft: the assessment in the making
 * @index: its pieces by year
 * @sums: the figures of the year
 *
 * Writes the result of a year: every record with its evidence, and the warnings of the year, which go to the draft.
 *
 * Returns: (transfer full): the result, without warnings and readings
 */
HbkYearResult *
hbk_year_report_new (HbkDraft           *draft,
                     const HbkYearIndex *index,
                     const HbkYearSums  *sums)
{
  const GArray  *positions = hbk_year_index_get (index, sums->year);
  HbkYearResult *year = g_new0 (HbkYearResult, 1);

  year->year = sums->year;
  year->required = sums->required;
  year->requirement_clause = sums->requirement != NULL ? sums->requirement->clause : NULL;
  year->credited = sums->credited;
  year->pending = sums->pending;
  year->planned = sums->planned;
  year->lost = sums->lost;
  year->at_application = sums->at_application;
  year->met_public = sums->met_public;
  year->met_professional = sums->met_professional;
  year->met_total = sums->met_total;
  year->verdict = sums->verdict;
  year->records = g_ptr_array_new_with_free_func (record_result_free);
  year->warnings = g_array_new (FALSE, FALSE, sizeof (HbkWarning));
  year->readings = g_array_new (FALSE, FALSE, sizeof (HbkReadingEffect));
  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      const HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, g_array_index (positions, guint, i));

      add_result (year, piece, report_piece (draft, piece));
    }
  if (positions != NULL)
    add_deemed_proofs (year, draft, positions);
  warn_about_year (draft, year, sums);
  return year;
}
