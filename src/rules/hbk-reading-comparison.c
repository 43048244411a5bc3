/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-reading-comparison.h"

#include "rules/hbk-record-evaluator.h"

static gpointer
record_key (guint rank,
            guint reading)
{
  return GSIZE_TO_POINTER (((gsize) rank + 1) * HBK_READINGS_MAX + reading);
}

static gboolean
is_consulted (const HbkRun   *run,
              const HbkDraft *finished,
              guint           reading)
{
  if (hbk_reading_set_has (&finished->scope.looked_at, reading))
    return TRUE;
  for (guint i = 0; i < run->spans->len; i++)
    if (hbk_reading_set_has (&g_array_index (run->spans, HbkRecordSpan, i).looked_at, reading))
      return TRUE;
  return FALSE;
}

/* Evaluates again only the records that consulted the reading; the others are as they were. */
static void
evaluate_again (HbkRun   *run,
                HbkDraft *trial,
                guint     reading)
{
  for (guint i = 0; i < run->spans->len; i++)
    {
      const HbkRecordSpan *span = &g_array_index (run->spans, HbkRecordSpan, i);

      if (hbk_reading_set_has (&span->looked_at, reading))
        hbk_record_evaluate (trial, span->record, i);
      else if (span->n_pieces > 0)
        g_array_append_vals (trial->pieces, &g_array_index (run->draft.pieces, HbkPiece, span->first_piece), span->n_pieces);
    }
}

static gboolean
same_sums (const HbkYearSums *a,
           const HbkYearSums *b)
{
  HbkRequired missing_a = hbk_required_missing (&a->required, a->credited);
  HbkRequired missing_b = hbk_required_missing (&b->required, b->credited);

  return hbk_tally_equal (a->credited, b->credited) && hbk_tally_equal (a->at_application, b->at_application) &&
         a->verdict == b->verdict && missing_a.total == missing_b.total &&
         missing_a.public_hours == missing_b.public_hours && missing_a.professional_hours == missing_b.professional_hours;
}

static gboolean
same_piece (const HbkPiece *a,
            const HbkPiece *b)
{
  return a->rank == b->rank && a->year == b->year && a->class == b->class && hbk_tally_equal (a->left, b->left);
}

/* Both lists are in the order of ranks: walk them side by side, record by record. */
static void
note_records (HbkReadingComparison *self,
              const HbkDraft       *finished,
              const HbkDraft       *trial,
              guint                 reading)
{
  guint i = 0;
  guint j = 0;

  while (i < finished->pieces->len && j < trial->pieces->len)
    {
      const HbkPiece *a = &g_array_index (finished->pieces, HbkPiece, i);
      const HbkPiece *b = &g_array_index (trial->pieces, HbkPiece, j);

      if (a->rank == b->rank && !same_piece (a, b))
        g_hash_table_add (self->records, record_key (a->rank, reading));
      else if (a->rank != b->rank)
        g_hash_table_add (self->records, record_key (MIN (a->rank, b->rank), reading));
      i += a->rank <= b->rank;
      j += b->rank <= a->rank;
    }
}

static void
compare_option (HbkReadingComparison *self,
                HbkRun               *run,
                const HbkDraft       *finished,
                const GArray         *sums,
                guint                *options,
                guint                 reading)
{
  HbkDraft     trial;
  HbkYearIndex index;

  hbk_draft_init (&trial, run->draft.scope.pack, run->draft.scope.profile, run->draft.scope.as_of, options, TRUE);
  evaluate_again (run, &trial, reading);
  hbk_run_finish (&trial);
  hbk_year_index_init (&index, &trial);
  for (guint i = 0; i < sums->len; i++)
    {
      const HbkYearSums   *before = &g_array_index (sums, HbkYearSums, i);
      HbkReadingDifference difference = { reading, options[reading], hbk_year_sums_work_out (&trial, &index, before->year) };

      if (!same_sums (before, &difference.sums))
        g_array_append_val (self->differences, difference);
    }
  note_records (self, finished, &trial, reading);
  hbk_year_index_clear (&index);
  hbk_draft_clear (&trial);
}

/**
 * hbk_reading_comparison_init:
 * @self: a comparison on the stack
 * @run: the records evaluated with the readings in force
 * @finished: the same, caps applied and years added up
 * @sums: (element-type HbkYearSums): the years, with the readings in force
 *
 * Tries every other option of every reading that was consulted, one at a time.
 */
void
hbk_reading_comparison_init (HbkReadingComparison *self,
                             HbkRun               *run,
                             const HbkDraft       *finished,
                             const GArray         *sums)
{
  const GArray     *readings = run->draft.scope.pack->readings;
  g_autofree guint *options = g_memdup2 (run->draft.scope.options, sizeof (guint) * MAX (readings->len, 1));

  self->differences = g_array_new (FALSE, FALSE, sizeof (HbkReadingDifference));
  self->records = g_hash_table_new (NULL, NULL);
  for (guint reading = 0; reading < readings->len; reading++)
    {
      guint n_options = g_array_index (readings, HbkReading, reading).options->len;
      guint used = options[reading];

      if (n_options < 2 || !is_consulted (run, finished, reading))
        continue;
      for (guint other = 0; other < n_options; other++)
        {
          if (other == used)
            continue;
          options[reading] = other;
          compare_option (self, run, finished, sums, options, reading);
        }
      options[reading] = used;
    }
}

/**
 * hbk_reading_comparison_clear:
 * @self: a comparison
 *
 * Frees what the comparison holds.
 */
void
hbk_reading_comparison_clear (HbkReadingComparison *self)
{
  g_clear_pointer (&self->differences, g_array_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
}

/**
 * hbk_reading_comparison_has_record:
 * @self: a comparison
 * @rank: position of a record in the order of dates and ids
 * @reading: index of a reading
 *
 * Whether another option of the reading changes what the record gives.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_reading_comparison_has_record (const HbkReadingComparison *self,
                                   guint                       rank,
                                   guint                       reading)
{
  return g_hash_table_contains (self->records, record_key (rank, reading));
}
