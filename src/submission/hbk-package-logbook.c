/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-logbook.h"

static void
add_record (HbkLogbook *logbook, HbkRecord *record)
{
  if (record != NULL && hbk_logbook_lookup (logbook, hbk_record_get_id (record)) == NULL)
    hbk_logbook_append (logbook, record);
}

static HbkLogbook *
make_empty (HbkLogbook *whole)
{
  HbkLogbook *logbook = hbk_logbook_new ();

  hbk_profile_set_attributes (hbk_logbook_get_profile (logbook), hbk_profile_get_attributes (hbk_logbook_get_profile (whole)));

  return logbook;
}

/* The records of the years that were assessed from the same logbook, and those they count with. */
static HbkLogbook *
make_least (const HbkSubmission *submission, const HbkSubmissionYear *year)
{
  HbkLogbook *logbook = make_empty (year->logbook);

  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *other = g_ptr_array_index (submission->years, i);

      for (guint j = 0; other->logbook == year->logbook && j < other->entries->len; j++)
        {
          const HbkSubmissionEntry *entry = g_ptr_array_index (other->entries, j);

          add_record (logbook, entry->result->record);
          add_record (logbook, entry->result->covered_by);
        }
    }

  return logbook;
}

static HbkLogbook *
make_whole (HbkLogbook *whole)
{
  HbkLogbook *logbook = make_empty (whole);

  for (guint i = 0; i < hbk_logbook_get_n_records (whole); i++)
    {
      HbkRecord *record = hbk_logbook_get_record (whole, i);

      if (hbk_record_get_status (record) != HBK_STATUS_PLANNED)
        add_record (logbook, record);
    }

  return logbook;
}

static gboolean
gives_the_same (const HbkSubmission *submission, const HbkSubmissionYear *year, HbkLogbook *logbook)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (HbkAssessment) assessment = NULL;

  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *other = g_ptr_array_index (submission->years, i);

      if (other->logbook == year->logbook)
        g_array_append_val (years, other->year);
    }
  assessment = hbk_package_logbook_assess (logbook, hbk_assessment_get_pack (year->assessment), year->assessment, years);
  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *other = g_ptr_array_index (submission->years, i);
      const HbkYearResult     *result = other->logbook == year->logbook ? hbk_assessment_lookup_year (assessment, other->year) : other->result;

      if (result == NULL || !hbk_package_logbook_agrees (other->result, result))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_package_logbook_new:
 * @submission: what is handed in
 * @year: one of its years, with its logbook
 *
 * Makes the logbook of a package: what it takes to assess the years of @year's logbook again, and no more. Where a record of another year has a
 * part in the figures, such as in a cap over several years, all records go in.
 *
 * Returns: (transfer full): the logbook
 */
HbkLogbook *
hbk_package_logbook_new (const HbkSubmission *submission, const HbkSubmissionYear *year)
{
  g_autoptr (HbkLogbook) logbook = NULL;

  g_return_val_if_fail (submission != NULL && year != NULL && year->logbook != NULL, NULL);

  logbook = make_least (submission, year);

  return gives_the_same (submission, year, logbook) ? g_steal_pointer (&logbook) : make_whole (year->logbook);
}

/**
 * hbk_package_logbook_assess:
 * @logbook: a logbook
 * @pack: the rules
 * @model: (nullable): an assessment whose day and readings are taken
 * @years: (element-type int): the years
 *
 * Assesses years once more.
 *
 * Returns: (transfer full): the assessment
 */
HbkAssessment *
hbk_package_logbook_assess (HbkLogbook *logbook, HbkPack *pack, const HbkAssessment *model, GArray *years)
{
  g_autofree guint    *readings = g_new0 (guint, pack->readings->len + 1);
  HbkAssessmentOptions options = { .years = years, .readings = readings, .skip_comparison = TRUE };

  for (guint i = 0; i < pack->readings->len; i++)
    readings[i] = hbk_assessment_get_option (model, i);

  return hbk_assess (logbook, pack, hbk_assessment_get_as_of (model), &options);
}

/**
 * hbk_package_logbook_agrees:
 * @one: a year
 * @other: the same year, assessed again
 *
 * Compares what a year comes to.
 *
 * Returns: %TRUE when hours, requirement and verdict are the same
 */
gboolean
hbk_package_logbook_agrees (const HbkYearResult *one, const HbkYearResult *other)
{
  return hbk_tally_equal (one->credited, other->credited) && hbk_tally_equal (one->lost, other->lost) && hbk_tally_equal (one->pending, other->pending) &&
         one->verdict == other->verdict && one->required.total == other->required.total && one->required.public_hours == other->required.public_hours &&
         one->required.professional_hours == other->required.professional_hours;
}
