/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-preflight.h"

/* A page of A4 at 85 dots an inch; below that small print is lost. */
#define MIN_PIXELS 1000

typedef struct
{
  const HbkSubmission   *submission;
  const HbkPortalLimits *limits;
  HbkPreflightFunc       has_file;
  gpointer               user_data;
  GPtrArray             *findings;
  guint64                total;
} Check;

static void
finding_free (gpointer data)
{
  HbkFinding *finding = data;

  g_free (finding->name);
  g_free (finding);
}

static HbkFinding *
add (Check *check, HbkFindingKind kind, HbkSeverity severity, int year)
{
  HbkFinding *finding = g_new0 (HbkFinding, 1);

  finding->kind = kind;
  finding->severity = severity;
  finding->year = year;
  g_ptr_array_add (check->findings, finding);

  return finding;
}

/* ---- Files ---- */

static HbkFinding *
add_file (Check *check, HbkFindingKind kind, HbkSeverity severity, int year, const HbkSubmissionEntry *entry, const HbkSubmissionFile *file)
{
  HbkFinding *finding = add (check, kind, severity, year);

  finding->entry = entry;
  finding->file = file;

  return finding;
}

static gboolean
has_mark (const HbkEvidenceFile *file, const char *mark)
{
  return file->marks != NULL && g_strv_contains ((const char *const *) file->marks, mark);
}

static gboolean
is_taken (const HbkPortalLimits *limits, const HbkEvidenceFile *file)
{
  return limits->types == NULL || (file->media_type != NULL && g_strv_contains (limits->types, file->media_type));
}

static void
check_limits (Check *check, int year, const HbkSubmissionEntry *entry, const HbkSubmissionFile *file)
{
  check->total += file->file->size;
  if (check->limits == NULL)
    return;

  if (check->limits->max_file > 0 && file->file->size > check->limits->max_file)
    {
      HbkFinding *finding = add_file (check, HBK_FINDING_FILE_LARGE, HBK_SEVERITY_ERROR, year, entry, file);

      finding->size = file->file->size;
      finding->limit = check->limits->max_file;
    }
  if (!is_taken (check->limits, file->file))
    add_file (check, HBK_FINDING_FILE_TYPE, HBK_SEVERITY_ERROR, year, entry, file);
}

static void
check_file (Check *check, int year, const HbkSubmissionEntry *entry, const HbkSubmissionFile *part)
{
  const HbkEvidenceFile *file = part->file;

  if (!check->has_file (file->sha256, check->user_data))
    {
      add_file (check, HBK_FINDING_FILE_MISSING, HBK_SEVERITY_ERROR, year, entry, part);
      return;
    }

  if (has_mark (file, "encrypted"))
    add_file (check, HBK_FINDING_FILE_ENCRYPTED, HBK_SEVERITY_WARNING, year, entry, part);
  if (has_mark (file, "damaged"))
    add_file (check, HBK_FINDING_FILE_DAMAGED, HBK_SEVERITY_WARNING, year, entry, part);
  if (has_mark (file, "scripts") || has_mark (file, "attachments") || has_mark (file, "launch"))
    add_file (check, HBK_FINDING_FILE_ACTIVE, HBK_SEVERITY_WARNING, year, entry, part);
  if (has_mark (file, "unexamined"))
    add_file (check, HBK_FINDING_FILE_UNSEEN, HBK_SEVERITY_INFO, year, entry, part);
  /* It can be taken out of photographs only. */
  if (has_mark (file, "location") && !check->submission->options.without_location)
    add_file (check, HBK_FINDING_FILE_LOCATION, HBK_SEVERITY_INFO, year, entry, part);
  else if (has_mark (file, "location") && g_strcmp0 (file->media_type, "image/jpeg") != 0)
    add_file (check, HBK_FINDING_FILE_LOCATION_STAYS, HBK_SEVERITY_ERROR, year, entry, part);
  if (file->media_type != NULL && g_str_has_prefix (file->media_type, "image/") && file->width > 0 && MAX (file->width, file->height) < MIN_PIXELS)
    add_file (check, HBK_FINDING_FILE_SMALL, HBK_SEVERITY_WARNING, year, entry, part);
  check_limits (check, year, entry, part);
}

static gboolean
has_part (const HbkSubmissionEntry *entry, const char *sha256)
{
  for (guint i = 0; sha256 != NULL && i < entry->files->len; i++)
    if (g_str_equal (((const HbkSubmissionFile *) g_ptr_array_index (entry->files, i))->file->sha256, sha256))
      return TRUE;

  return FALSE;
}

static void
check_entry (Check *check, int year, const HbkSubmissionEntry *entry)
{
  HbkRecord *record = entry->result->record;

  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const HbkEvidence *evidence = hbk_record_get_evidence (record, i);

      /* What only the paper folder has is named without a file. */
      if (hbk_evidence_get_file (evidence) != NULL && !has_part (entry, hbk_evidence_get_sha256 (evidence)))
        {
          HbkFinding *finding = add (check, HBK_FINDING_FILE_ABSENT, HBK_SEVERITY_WARNING, year);

          finding->entry = entry;
          finding->name = g_strdup (hbk_evidence_get_file (evidence));
        }
    }
  for (guint i = 0; i < entry->files->len; i++)
    check_file (check, year, entry, g_ptr_array_index (entry->files, i));
}

/* ---- Years ---- */

static const HbkSubmissionEntry *
find_entry (const HbkSubmissionYear *year, HbkRecord *record)
{
  for (guint i = 0; record != NULL && i < year->entries->len; i++)
    {
      const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, i);

      if (entry->result->record == record)
        return entry;
    }

  return NULL;
}

/* Each year is assessed with the profile that held then. */
static void
check_name (Check *check, const HbkSubmissionYear *year)
{
  const char *now = hbk_profile_get_name (check->submission->profile);
  const char *then = year->logbook != NULL ? hbk_profile_get_name (hbk_logbook_get_profile (year->logbook)) : NULL;

  if (now != NULL && then != NULL && *now != '\0' && *then != '\0' && !g_str_equal (now, then))
    add (check, HBK_FINDING_NAME_DIFFERS, HBK_SEVERITY_WARNING, year->year)->name = g_strdup (then);
}

static void
check_year (Check *check, const HbkSubmissionYear *year)
{
  const HbkPack *pack = hbk_assessment_get_pack (year->assessment);

  check_name (check, year);
  for (guint i = 0; i < year->result->warnings->len; i++)
    {
      const HbkWarning         *warning = &g_array_index (year->result->warnings, HbkWarning, i);
      const HbkSubmissionEntry *entry = find_entry (year, warning->record);
      HbkFinding               *finding;

      /* What is only planned is not handed in, so that it does not matter. */
      if (warning->record != NULL && entry == NULL)
        continue;
      /* Also a system that has closed stops nobody from keeping a package. */
      finding = add (check, HBK_FINDING_WARNING, MIN (warning->spec->severity, HBK_SEVERITY_WARNING), year->year);
      finding->entry = entry;
      finding->warning = warning;
      finding->pack = pack;
    }
  for (guint i = 0; i < pack->readings->len; i++)
    {
      guint       option = hbk_assessment_get_option (year->assessment, i);
      HbkFinding *finding;

      if (option == g_array_index (pack->readings, HbkReading, i).initial)
        continue;
      finding = add (check, HBK_FINDING_READING, HBK_SEVERITY_WARNING, year->year);
      finding->pack = pack;
      finding->reading = i;
      finding->option = option;
    }
  for (guint i = 0; i < year->entries->len; i++)
    check_entry (check, year->year, g_ptr_array_index (year->entries, i));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const HbkFinding *one = *(const HbkFinding *const *) a;
  const HbkFinding *other = *(const HbkFinding *const *) b;

  return (int) other->severity - (int) one->severity;
}

/**
 * hbk_preflight:
 * @submission: what is to be handed in
 * @limits: (nullable): what the portal takes
 * @has_file: (scope call): says whether a copy is there
 * @user_data: what to pass on
 *
 * Looks for everything for which a package would come back: what the assessment warns of, files that are missing, locked, damaged or too small, and
 * what is not known of the person.
 *
 * Returns: (transfer full) (element-type HbkFinding): what was found, errors first; it must not live longer than @submission
 */
GPtrArray *
hbk_preflight (const HbkSubmission *submission, const HbkPortalLimits *limits, HbkPreflightFunc has_file, gpointer user_data)
{
  Check       check = { .submission = submission, .limits = limits, .has_file = has_file, .user_data = user_data };
  const char *name, *employer;

  g_return_val_if_fail (submission != NULL && has_file != NULL, NULL);

  name = hbk_profile_get_name (submission->profile);
  employer = hbk_profile_get_employer (submission->profile);
  check.findings = g_ptr_array_new_with_free_func (finding_free);
  if (hbk_submission_get_n_entries (submission) == 0)
    add (&check, HBK_FINDING_NO_ENTRIES, HBK_SEVERITY_ERROR, 0);
  if (name == NULL || *name == '\0')
    add (&check, HBK_FINDING_NO_NAME, HBK_SEVERITY_WARNING, 0);
  if (employer == NULL || *employer == '\0')
    add (&check, HBK_FINDING_NO_EMPLOYER, HBK_SEVERITY_WARNING, 0);
  for (guint i = 0; i < submission->years->len; i++)
    check_year (&check, g_ptr_array_index (submission->years, i));
  if (limits != NULL && limits->max_total > 0 && check.total > limits->max_total)
    {
      HbkFinding *finding = add (&check, HBK_FINDING_TOTAL_LARGE, HBK_SEVERITY_ERROR, 0);

      finding->size = check.total;
      finding->limit = limits->max_total;
    }
  g_ptr_array_sort (check.findings, compare);

  return check.findings;
}

/**
 * hbk_preflight_add:
 * @findings: (element-type HbkFinding): what was found
 * @kind: something that only the library knows: whether the year was handed in, and what has changed since
 * @year: a year of the submission
 *
 * Adds a finding that tells, at the end.
 *
 * Returns: (transfer none): the finding, to be completed
 */
HbkFinding *
hbk_preflight_add (GPtrArray *findings, HbkFindingKind kind, int year)
{
  Check check = { .findings = findings };

  g_return_val_if_fail (findings != NULL, NULL);

  return add (&check, kind, HBK_SEVERITY_INFO, year);
}

/**
 * hbk_preflight_stops:
 * @findings: (element-type HbkFinding): what was found
 *
 * Says whether something has to be mended first.
 *
 * Returns: %TRUE when there is an error
 */
gboolean
hbk_preflight_stops (GPtrArray *findings)
{
  g_return_val_if_fail (findings != NULL, FALSE);

  return findings->len > 0 && ((const HbkFinding *) g_ptr_array_index (findings, 0))->severity == HBK_SEVERITY_ERROR;
}
