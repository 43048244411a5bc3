/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-assessment-private.h"
#include "rules/hbk-reading-comparison.h"
#include "rules/hbk-year-report.h"

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_years_with_records (GArray             *years,
                        const HbkYearIndex *index)
{
  for (int year = HBK_DATE_YEAR_MIN; year <= HBK_DATE_YEAR_MAX; year++)
    if (hbk_year_index_get (index, year) != NULL)
      g_array_append_val (years, year);
}

/* The years asked for, each once; or all that hold records; or, of an empty logbook, the running one. */
static GArray *
years_to_report (const HbkYearIndex         *index,
                 const HbkAssessmentOptions *options,
                 HbkDate                     as_of)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  if (options != NULL && options->years != NULL)
    g_array_append_vals (years, options->years->data, options->years->len);
  else
    add_years_with_records (years, index);
  if (years->len == 0)
    {
      int year = hbk_date_year (as_of);

      g_array_append_val (years, year);
    }
  g_array_sort (years, compare_ints);
  for (guint i = years->len - 1; i > 0; i--)
    if (g_array_index (years, int, i) == g_array_index (years, int, i - 1))
      g_array_remove_index (years, i);
  return years;
}

static guint *
options_in_force (const HbkPack              *pack,
                  const HbkAssessmentOptions *options)
{
  guint *in_force = g_new0 (guint, MAX (pack->readings->len, 1));

  for (guint i = 0; i < pack->readings->len; i++)
    {
      const HbkReading *reading = &g_array_index (pack->readings, HbkReading, i);
      guint             chosen = options != NULL && options->readings != NULL ? options->readings[i] : reading->initial;

      in_force[i] = chosen < reading->options->len ? chosen : reading->initial;
    }
  return in_force;
}

static void
add_effects (HbkAssessment              *self,
             const HbkReadingComparison *comparison)
{
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const HbkReadingDifference *difference = &g_array_index (comparison->differences, HbkReadingDifference, i);
      HbkReadingEffect            effect = {
                   .reading = difference->reading,
                   .used = self->options[difference->reading],
                   .other = difference->other,
                   .credited = difference->sums.credited,
                   .required = difference->sums.required,
                   .verdict = difference->sums.verdict,
      };

      for (guint j = 0; j < self->years->len; j++)
        {
          HbkYearResult *year = g_ptr_array_index (self->years, j);

          if (year->year == difference->sums.year)
            g_array_append_val (year->readings, effect);
        }
    }
}

static GHashTable *
ranks_of_records (const HbkRun *run)
{
  GHashTable *ranks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < run->spans->len; i++)
    g_hash_table_insert (ranks, g_array_index (run->spans, HbkRecordSpan, i).record, GUINT_TO_POINTER (i));
  return ranks;
}

static gboolean
is_moot (const HbkWarning           *warning,
         const HbkRun               *run,
         GHashTable                 *ranks,
         const HbkReadingComparison *comparison)
{
  const HbkReading *reading;

  if (warning->record == NULL || warning->reading < 0 || !g_str_equal (warning->spec->id, "W-AMBIG"))
    return FALSE;
  reading = &g_array_index (run->draft.scope.pack->readings, HbkReading, warning->reading);
  if (reading->options->len < 2)
    return FALSE;
  return !hbk_reading_comparison_has_record (comparison,
                                             GPOINTER_TO_UINT (g_hash_table_lookup (ranks, warning->record)),
                                             (guint) warning->reading);
}

static gboolean
is_said (const HbkDraft *draft,
         int             year,
         int             reading)
{
  for (guint i = 0; i < draft->warnings->len; i++)
    {
      const HbkWarning *warning = &g_array_index (draft->warnings, HbkWarning, i);

      if (warning->year == year && warning->reading == reading && g_str_equal (warning->spec->id, "W-AMBIG"))
        return TRUE;
    }
  return FALSE;
}

/* An unclear clause is worth a word only where the other meaning changes something: drop the moot warnings, add those that
 * no single record shows. */
static void
settle_readings (HbkDraft                   *draft,
                 const HbkRun               *run,
                 const HbkReadingComparison *comparison)
{
  g_autoptr (GHashTable) ranks = ranks_of_records (run);
  guint kept = 0;

  for (guint i = 0; i < draft->warnings->len; i++)
    if (!is_moot (&g_array_index (draft->warnings, HbkWarning, i), run, ranks, comparison))
      g_array_index (draft->warnings, HbkWarning, kept++) = g_array_index (draft->warnings, HbkWarning, i);
  g_array_set_size (draft->warnings, kept);
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const HbkReadingDifference *difference = &g_array_index (comparison->differences, HbkReadingDifference, i);
      HbkWarning                 *warning;

      if (g_array_index (draft->scope.pack->readings, HbkReading, difference->reading).quiet)
        continue;
      if (is_said (draft, difference->sums.year, (int) difference->reading))
        continue;
      warning = hbk_draft_warn_year (draft, "W-AMBIG", difference->sums.year);
      if (warning != NULL)
        warning->reading = (int) difference->reading;
    }
}

static void
report_years (HbkAssessment *self,
              HbkDraft      *draft,
              HbkYearIndex  *index,
              const GArray  *sums)
{
  for (guint i = 0; i < sums->len; i++)
    {
      const HbkYearSums *year = &g_array_index (sums, HbkYearSums, i);

      g_ptr_array_add (self->years, hbk_year_report_new (draft, index, year));
      if (year->accepted)
        g_ptr_array_add (self->accepted_years, GINT_TO_POINTER (year->year));
    }
}

/* Yuxi forbids alterations of what was handed in; everywhere they need a word. */
static void
warn_of_alterations (HbkDraft                   *draft,
                     const GArray               *years,
                     const HbkAssessmentOptions *options)
{
  for (guint i = 0; options != NULL && options->altered != NULL && i < options->altered->len; i++)
    for (guint j = 0; j < years->len; j++)
      if (g_array_index (years, int, j) == g_array_index (options->altered, int, i))
        hbk_draft_warn_year (draft, "W-CHANGED-SINCE", g_array_index (years, int, j));
}

static GArray *
add_years_up (HbkDraft           *draft,
              const HbkYearIndex *index,
              const GArray       *years)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (HbkYearSums));

  for (guint i = 0; i < years->len; i++)
    {
      HbkYearSums year = hbk_year_sums_work_out (draft, index, g_array_index (years, int, i));

      g_array_append_val (sums, year);
    }
  return sums;
}

static void
compare_readings (HbkAssessment *self,
                  HbkRun        *run,
                  HbkDraft      *draft,
                  const GArray  *sums)
{
  HbkReadingComparison comparison;

  hbk_reading_comparison_init (&comparison, run, draft, sums);
  add_effects (self, &comparison);
  settle_readings (draft, run, &comparison);
  hbk_reading_comparison_clear (&comparison);
}

/**
 * hbk_assess:
 * @logbook: the records and the person
 * @pack: the rules
 * @as_of: the day of the assessment; what lies after it has not happened
 * @options: (nullable): years to report and readings to use
 *
 * Computes what a logbook comes to under a region's rules: for every year the hours required, credited, evidenced, verified,
 * pending, planned and lost, and for every record the clause and the steps that give its hours.
 *
 * The result depends on nothing but the arguments. The order of the records in the logbook does not matter.
 *
 * Returns: (transfer full): the assessment
 */
HbkAssessment *
hbk_assess (HbkLogbook                 *logbook,
            HbkPack                    *pack,
            HbkDate                     as_of,
            const HbkAssessmentOptions *options)
{
  g_autofree guint *in_force = options_in_force (pack, options);
  HbkAssessment    *self = hbk_assessment_new (pack, as_of, in_force);
  g_autoptr (GArray) years = NULL;
  g_autoptr (GArray) sums = NULL;
  HbkYearIndex index;
  HbkDraft     draft;
  HbkRun       run;

  g_return_val_if_fail (HBK_IS_LOGBOOK (logbook), self);

  hbk_run_init (&run, logbook, pack, as_of, in_force);
  draft = run.draft;
  draft.scope.core = &draft.core;
  draft.pieces = g_array_copy (run.draft.pieces);
  hbk_run_finish (&draft);
  hbk_year_index_init (&index, &draft);
  years = years_to_report (&index, options, as_of);
  sums = add_years_up (&draft, &index, years);
  report_years (self, &draft, &index, sums);
  warn_of_alterations (&draft, years, options);
  if (options == NULL || !options->skip_comparison)
    compare_readings (self, &run, &draft, sums);
  hbk_year_report_share_warnings (self->years, &draft);
  self->steps = g_array_ref (draft.steps);
  hbk_year_index_clear (&index);
  g_array_unref (draft.pieces);
  hbk_run_clear (&run);
  return self;
}
