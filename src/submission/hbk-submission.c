/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-submission.h"

#include "submission/hbk-package-names.h"

G_DEFINE_BOXED_TYPE (HbkSubmission, hbk_submission, hbk_submission_ref, hbk_submission_unref)

/* ---- Parts ---- */

static void
file_free (gpointer data)
{
  HbkSubmissionFile *file = data;

  hbk_evidence_file_free (file->file);
  g_free (file->number);
  g_free (file->path);
  g_free (file->title);
  g_free (file->packed);
  g_free (file);
}

static void
entry_free (gpointer data)
{
  HbkSubmissionEntry *entry = data;

  g_free (entry->folder);
  g_ptr_array_unref (entry->files);
  g_free (entry);
}

static void
year_free (gpointer data)
{
  HbkSubmissionYear *year = data;

  /* The entries point into the assessment. */
  g_ptr_array_unref (year->entries);
  hbk_assessment_unref (year->assessment);
  g_clear_object (&year->logbook);
  g_free (year);
}

/* ---- Making ---- */

static void
add_file (HbkSubmission *self, HbkSubmissionEntry *entry, const HbkEvidence *evidence, GHashTable *files)
{
  const char            *sha256 = hbk_evidence_get_sha256 (evidence);
  const HbkEvidenceFile *file = sha256 != NULL ? g_hash_table_lookup (files, sha256) : NULL;
  HbkSubmissionFile     *part;

  if (file == NULL)
    return;

  part = g_new0 (HbkSubmissionFile, 1);
  part->file = hbk_evidence_file_copy (file);
  part->document = hbk_evidence_get_document (evidence);
  part->title = hbk_package_names_dup_title (self->vocabulary, evidence, file);
  part->number = hbk_package_names_dup_number (entry->number, entry->files->len + 1);
  part->path = hbk_package_names_dup_path (entry->folder, part->number, part->title, file, self->options.ascii_names);
  g_ptr_array_add (entry->files, part);
}

static void
add_entry (HbkSubmission *self, HbkSubmissionYear *year, const HbkRecordResult *result, GHashTable *files)
{
  HbkSubmissionEntry *entry = g_new0 (HbkSubmissionEntry, 1);

  entry->number = hbk_submission_get_n_entries (self) + 1;
  entry->result = result;
  entry->folder = hbk_package_names_dup_folder (self->vocabulary, result->record, entry->number, self->options.ascii_names);
  entry->files = g_ptr_array_new_with_free_func (file_free);
  g_ptr_array_add (year->entries, entry);
  for (guint i = 0; i < hbk_record_get_n_evidence (result->record); i++)
    add_file (self, entry, hbk_record_get_evidence (result->record, i), files);
}

/**
 * hbk_submission_new:
 * @vocabulary: the words of all packs
 * @profile: the person
 * @as_of: the day
 * @options: (nullable): what was chosen
 *
 * Makes a submission without years.
 *
 * Returns: (transfer full): the submission
 */
HbkSubmission *
hbk_submission_new (HbkVocabulary *vocabulary, HbkProfile *profile, HbkDate as_of, const HbkSubmissionOptions *options)
{
  HbkSubmission *self;

  g_return_val_if_fail (vocabulary != NULL, NULL);
  g_return_val_if_fail (HBK_IS_PROFILE (profile), NULL);

  self = g_new0 (HbkSubmission, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->vocabulary = hbk_vocabulary_ref (vocabulary);
  self->profile = g_object_ref (profile);
  self->as_of = as_of;
  self->years = g_ptr_array_new_with_free_func (year_free);
  if (options != NULL)
    self->options = *options;

  return self;
}

/**
 * hbk_submission_add_year:
 * @self: a submission that nobody else has yet
 * @assessment: an assessment
 * @year: a year in it
 * @files: (element-type utf8 HbkEvidenceFile): the files that there are, by their checksums
 *
 * Adds a year, after those before it.
 */
void
hbk_submission_add_year (HbkSubmission *self, HbkAssessment *assessment, int year, GHashTable *files)
{
  HbkSubmissionYear *part;

  g_return_if_fail (self != NULL);
  g_return_if_fail (hbk_assessment_lookup_year (assessment, year) != NULL);

  part = g_new0 (HbkSubmissionYear, 1);
  part->year = year;
  part->assessment = hbk_assessment_ref (assessment);
  part->result = hbk_assessment_lookup_year (assessment, year);
  part->entries = g_ptr_array_new_with_free_func (entry_free);
  g_ptr_array_add (self->years, part);
  for (guint i = 0; i < part->result->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (part->result->records, i);

      if (result->outcome != HBK_OUTCOME_PLANNED)
        add_entry (self, part, result, files);
    }
}

/**
 * hbk_submission_set_logbook:
 * @self: a submission that nobody else has yet
 * @year: one of its years
 * @logbook: what the year was assessed from
 *
 * Says what the year was assessed from, so that the package can hold what it takes to assess it again.
 */
void
hbk_submission_set_logbook (HbkSubmission *self, int year, HbkLogbook *logbook)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (HBK_IS_LOGBOOK (logbook));

  for (guint i = 0; i < self->years->len; i++)
    {
      HbkSubmissionYear *part = g_ptr_array_index (self->years, i);

      if (part->year == year)
        g_set_object (&part->logbook, logbook);
    }
}

/**
 * hbk_submission_ref:
 * @self: a submission
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
HbkSubmission *
hbk_submission_ref (HbkSubmission *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hbk_submission_unref:
 * @self: a submission
 *
 * Gives a reference back.
 */
void
hbk_submission_unref (HbkSubmission *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->years);
  g_object_unref (self->profile);
  hbk_vocabulary_unref (self->vocabulary);
  g_free (self);
}

/* ---- Asking ---- */

/**
 * hbk_submission_get_pack:
 * @self: a submission with a year
 *
 * Gets the rules of its last year, whose forms it follows.
 *
 * Returns: (transfer none): the pack
 */
HbkPack *
hbk_submission_get_pack (const HbkSubmission *self)
{
  const HbkSubmissionYear *year;

  g_return_val_if_fail (self != NULL && self->years->len > 0, NULL);

  year = g_ptr_array_index (self->years, self->years->len - 1);
  return hbk_assessment_get_pack (year->assessment);
}

/**
 * hbk_submission_get_n_entries:
 * @self: a submission
 *
 * Counts the lines of the form over all years.
 *
 * Returns: how many there are
 */
guint
hbk_submission_get_n_entries (const HbkSubmission *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->years->len; i++)
    n += ((const HbkSubmissionYear *) g_ptr_array_index (self->years, i))->entries->len;

  return n;
}
