/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-year-sums.h"

#include "rules/hbk-reductions.h"

/**
 * hbk_year_index_init:
 * @self: an index on the stack
 * @draft: the assessment in the making
 *
 * Sorts the pieces by year.
 */
void
hbk_year_index_init (HbkYearIndex   *self,
                     const HbkDraft *draft)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < draft->pieces->len; i++)
    {
      int      year = g_array_index (draft->pieces, HbkPiece, i).year;
      GArray **list = &self->lists[CLAMP (year, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX) - HBK_DATE_YEAR_MIN];

      if (*list == NULL)
        *list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (*list, i);
    }
}

/**
 * hbk_year_index_clear:
 * @self: an index
 *
 * Frees what the index holds.
 */
void
hbk_year_index_clear (HbkYearIndex *self)
{
  for (guint i = 0; i < HBK_YEAR_INDEX_SIZE; i++)
    g_clear_pointer (&self->lists[i], g_array_unref);
}

/**
 * hbk_year_index_get:
 * @self: an index
 * @year: a year
 *
 * Gets the pieces of a year.
 *
 * Returns: (nullable) (transfer none) (element-type guint): positions in the draft's pieces
 */
const GArray *
hbk_year_index_get (const HbkYearIndex *self,
                    int                 year)
{
  if (year < HBK_DATE_YEAR_MIN || year > HBK_DATE_YEAR_MAX)
    return NULL;
  return self->lists[year - HBK_DATE_YEAR_MIN];
}

static gboolean
is_asked (HbkDraft   *draft,
          int         year,
          const char *id)
{
  for (guint i = 0; i < draft->warnings->len; i++)
    {
      const HbkWarning *warning = &g_array_index (draft->warnings, HbkWarning, i);

      if (warning->record == NULL && warning->year == year && warning->id == id)
        return TRUE;
    }
  return FALSE;
}

/* An attribute that is not known may hide another requirement: the next that holds is taken, and the attribute asked for. */
static void
ask_attributes (HbkDraft             *draft,
                int                   year,
                const HbkRequirement *requirement)
{
  for (guint i = 0; draft->warnings != NULL && i < draft->scope.missing->len; i++)
    {
      const HbkFactSpec *spec = g_ptr_array_index (draft->scope.missing, i);
      HbkWarning        *warning = is_asked (draft, year, spec->id) ? NULL : hbk_draft_warn_year (draft, "W-FACT-MISSING", year);

      if (warning == NULL)
        continue;
      warning->clause = requirement->clause;
      warning->id = spec->id;
    }
}

static void
find_requirement (HbkDraft    *draft,
                  HbkYearSums *sums)
{
  const GArray *requirements = draft->scope.pack->requirements;

  draft->scope.record = NULL;
  draft->scope.year = sums->year;
  sums->required = (HbkRequired) { -1, -1, -1 };
  for (guint i = 0; i < requirements->len && sums->requirement == NULL; i++)
    {
      const HbkRequirement *requirement = &g_array_index (requirements, HbkRequirement, i);
      HbkTernary            holds;

      g_ptr_array_set_size (draft->scope.missing, 0);
      holds = hbk_condition_test (requirement->when, &draft->scope);
      if (holds == HBK_UNKNOWN)
        ask_attributes (draft, sums->year, requirement);
      if (holds != HBK_TRUE)
        continue;
      sums->requirement = requirement;
      sums->required = (HbkRequired) { requirement->total, requirement->public_hours, requirement->professional_hours };
    }
  g_ptr_array_set_size (draft->scope.missing, 0);
}

static void
add_ordinary (HbkYearSums    *sums,
              const HbkPiece *piece)
{
  switch (piece->class)
    {
    case HBK_PIECE_COUNTED:
      sums->credited = hbk_tally_add (sums->credited, piece->left);
      sums->lost = hbk_tally_add (sums->lost, hbk_tally_subtract (piece->raw, piece->left));
      break;
    case HBK_PIECE_PENDING:
      sums->pending = hbk_tally_add (sums->pending, piece->left);
      break;
    case HBK_PIECE_PLANNED:
      sums->planned = hbk_tally_add (sums->planned, piece->left);
      break;
    case HBK_PIECE_NOTHING:
    default:
      break;
    }
}

static HbkHours
top_up (HbkDraft   *draft,
        HbkPiece   *piece,
        HbkHours    floor_hours,
        HbkHours    reached,
        const char *subject)
{
  HbkHours hours = floor_hours < 0 ? 0 : MAX (floor_hours - reached, 0);

  if (floor_hours >= 0)
    hbk_draft_trace (draft, piece,
                     &(HbkTraceStep) { .kind = HBK_TRACE_FLOOR,
                                       .clause = piece->clause,
                                       .id = subject,
                                       .a = floor_hours,
                                       .b = reached,
                                       .c = hours });
  return hours;
}

/* A deemed piece fills a subject up to its floor and never adds on top; where it gives hours of the other subject, it keeps them. */
static void
fill_up (HbkDraft *draft,
         HbkPiece *piece,
         HbkTally  reached,
         HbkTally *filled)
{
  HbkTally hours = {
    top_up (draft, piece, piece->floors.public_hours, reached.public_hours, "public"),
    top_up (draft, piece, piece->floors.professional_hours, reached.professional_hours, "professional"),
  };

  piece->raw = hbk_tally_add (piece->raw, hours);
  piece->left = hbk_tally_add (piece->left, hours);
  *filled = hbk_tally_add (*filled, hours);
}

static void
add_deemed (HbkDraft    *draft,
            HbkPiece    *piece,
            HbkYearSums *sums)
{
  switch (piece->class)
    {
    case HBK_PIECE_COUNTED:
      fill_up (draft, piece, sums->credited, &sums->credited);
      sums->accepted = sums->accepted || piece->accepted;
      break;
    case HBK_PIECE_PENDING:
      fill_up (draft, piece, hbk_tally_add (sums->credited, sums->pending), &sums->pending);
      break;
    case HBK_PIECE_PLANNED:
      fill_up (draft, piece, hbk_tally_add (sums->credited, hbk_tally_add (sums->pending, sums->planned)), &sums->planned);
      break;
    case HBK_PIECE_NOTHING:
    default:
      break;
    }
}

/* Deemed pieces in a fixed order: what counts, what is pending, what is planned. */
static void
add_all_deemed (HbkDraft     *draft,
                const GArray *positions,
                HbkYearSums  *sums)
{
  for (HbkPieceClass class = HBK_PIECE_COUNTED; class < HBK_PIECE_N_CLASSES; class ++)
    for (guint i = 0; i < positions->len; i++)
      {
        HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, g_array_index (positions, guint, i));

        if (piece->deemed && !piece->at_application && piece->class == class)
          add_deemed (draft, piece, sums);
      }
}

/* What counts at an application only: hours first, then what fills up to a floor. */
static void
add_at_application (HbkDraft     *draft,
                    const GArray *positions,
                    HbkYearSums  *sums)
{
  sums->at_application = sums->credited;
  for (int deemed = 0; deemed < 2; deemed++)
    for (guint i = 0; i < positions->len; i++)
      {
        HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, g_array_index (positions, guint, i));

        if (!piece->at_application || piece->class != HBK_PIECE_COUNTED)
          continue;
        if (!deemed)
          sums->at_application = hbk_tally_add (sums->at_application, piece->left);
        else if (piece->deemed)
          fill_up (draft, piece, sums->at_application, &sums->at_application);
      }
}

static void
apply_absence (HbkDraft     *draft,
               const GArray *positions,
               HbkYearSums  *sums)
{
  HbkDutyShare share = hbk_reductions_measure (draft, sums->year, positions);

  if (share.off == 0 || share.piece == NULL)
    return;
  sums->reduced = TRUE;
  if (!share.as_credit)
    {
      hbk_reductions_lower (&share, &sums->required);
      return;
    }
  share.piece->raw = share.piece->left = hbk_reductions_credit (&share, &sums->required);
  sums->credited = hbk_tally_add (sums->credited, share.piece->left);
}

static HbkMet
reaches (HbkHours hours,
         HbkHours least,
         gboolean undetermined)
{
  if (least < 0 || undetermined)
    return HBK_MET_NONE;
  return hours >= least ? HBK_MET_YES : HBK_MET_NO;
}

static HbkVerdict
judge (const HbkYearSums *sums)
{
  const HbkRequirement *requirement = sums->requirement;
  gboolean              reached = sums->met_public != HBK_MET_NO && sums->met_professional != HBK_MET_NO && sums->met_total != HBK_MET_NO;

  if (requirement == NULL)
    return HBK_VERDICT_UNDETERMINED;
  switch (requirement->verdict)
    {
    case HBK_REQUIREMENT_VOLUNTARY:
      return reached ? HBK_VERDICT_MET : HBK_VERDICT_NOT_REQUIRED;
    case HBK_REQUIREMENT_OUT_OF_SCOPE:
      return HBK_VERDICT_NOT_REQUIRED;
    case HBK_REQUIREMENT_OTHER_RULES:
      return HBK_VERDICT_UNDETERMINED;
    case HBK_REQUIREMENT_REQUIRED:
    default:
      if (!reached)
        return HBK_VERDICT_SHORT;
      return requirement->public_undetermined || requirement->professional_undetermined ? HBK_VERDICT_UNDETERMINED : HBK_VERDICT_MET;
    }
}

/* Where another authority decides on one subject, the total cannot be judged either. */
static void
compare (HbkYearSums *sums)
{
  const HbkRequirement *requirement = sums->requirement;
  gboolean              no_public = requirement != NULL && requirement->public_undetermined;
  gboolean              no_professional = requirement != NULL && requirement->professional_undetermined;
  gboolean              none = requirement != NULL && requirement->verdict == HBK_REQUIREMENT_OTHER_RULES;

  sums->met_public = reaches (sums->credited.public_hours, sums->required.public_hours, no_public || none);
  sums->met_professional = reaches (sums->credited.professional_hours, sums->required.professional_hours, no_professional || none);
  sums->met_total = reaches (hbk_tally_total (sums->credited), sums->required.total, no_public || no_professional || none);
  sums->verdict = judge (sums);
}

/**
 * hbk_year_sums_work_out:
 * @draft: the assessment in the making, caps applied
 * @index: its pieces by year
 * @year: the credit year
 *
 * Adds a year up and judges it. Deemed pieces get their hours here, for they depend on what the others reach.
 *
 * Returns: the figures of the year
 */
HbkYearSums
hbk_year_sums_work_out (HbkDraft           *draft,
                        const HbkYearIndex *index,
                        int                 year)
{
  const GArray *positions = hbk_year_index_get (index, year);
  HbkYearSums   sums = { .year = year };

  find_requirement (draft, &sums);
  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      const HbkPiece *piece = &g_array_index (draft->pieces, HbkPiece, g_array_index (positions, guint, i));

      if (!piece->at_application)
        add_ordinary (&sums, piece);
    }
  if (positions != NULL)
    {
      if (draft->scope.pack->reductions->len > 0)
        apply_absence (draft, positions, &sums);
      add_all_deemed (draft, positions, &sums);
      add_at_application (draft, positions, &sums);
    }
  compare (&sums);
  return sums;
}

/**
 * hbk_required_missing:
 * @required: what a year asks for
 * @credited: what it has
 *
 * Says what is missing to each minimum. A minimum that is not set misses nothing.
 *
 * Returns: the missing hours, never negative
 */
HbkRequired
hbk_required_missing (const HbkRequired *required,
                      HbkTally           credited)
{
  return (HbkRequired) {
    MAX (required->total - hbk_tally_total (credited), 0),
    MAX (required->public_hours - credited.public_hours, 0),
    MAX (required->professional_hours - credited.professional_hours, 0),
  };
}
