/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-preview.h"

/* So many records are named as similar; more would not help anybody. */
#define SIMILAR_MAX 5

typedef struct
{
  HbkRecord *draft;
  HbkState  *state;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->draft);
  hbk_state_unref (job->state);
  g_free (job);
}

static void
preview_year_free (gpointer data)
{
  HbkPreviewYear *year = data;

  hbk_assessment_unref (year->assessment);
  g_array_unref (year->caps);
  g_free (year);
}

/* ---- What may be the same ---- */

static gboolean
shares_file (HbkRecord *a, HbkRecord *b)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (a); i++)
    {
      const char *sha256 = hbk_evidence_get_sha256 (hbk_record_get_evidence (a, i));

      for (guint j = 0; sha256 != NULL && j < hbk_record_get_n_evidence (b); j++)
        {
          if (g_strcmp0 (sha256, hbk_evidence_get_sha256 (hbk_record_get_evidence (b, j))) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  return a != NULL && *a != '\0' && g_strcmp0 (a, b) == 0;
}

/* The same course is entered twice more often than it is taken twice in a year. */
static gboolean
shares_title (HbkRecord *a, HbkRecord *b)
{
  return is_same_text (hbk_record_get_title (a), hbk_record_get_title (b)) && hbk_record_get_end (a) != HBK_DATE_NONE &&
         hbk_date_year (hbk_record_get_end (a)) == hbk_date_year (hbk_record_get_end (b));
}

static gboolean
is_similar (HbkRecord *a, HbkRecord *b)
{
  if (g_str_equal (hbk_record_get_id (a), hbk_record_get_id (b)))
    return FALSE;
  if (is_same_text (hbk_record_get_work (a), hbk_record_get_work (b)) || shares_file (a, b) || shares_title (a, b))
    return TRUE;
  if (!g_str_equal (hbk_record_get_activity (a), hbk_record_get_activity (b)) || hbk_record_get_end (a) == HBK_DATE_NONE)
    return FALSE;

  return hbk_record_get_start (a) == hbk_record_get_start (b) && hbk_record_get_end (a) == hbk_record_get_end (b);
}

static GPtrArray *
find_similar (HbkRecord *draft, const HbkState *state)
{
  GPtrArray *similar = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < state->records->len && similar->len < SIMILAR_MAX; i++)
    {
      HbkRecord *record = g_ptr_array_index (state->records, i);

      if (is_similar (draft, record))
        g_ptr_array_add (similar, g_object_ref (record));
    }

  return similar;
}

/* ---- What it comes to ---- */

static HbkLogbook *
add_draft (HbkLogbook *logbook, HbkRecord *draft)
{
  HbkLogbook *with = hbk_logbook_new ();

  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    {
      HbkRecord *record = hbk_logbook_get_record (logbook, i);

      if (!g_str_equal (hbk_record_get_id (record), hbk_record_get_id (draft)))
        hbk_logbook_append (with, record);
    }
  hbk_logbook_append (with, draft);
  hbk_profile_set_attributes (hbk_logbook_get_profile (with), hbk_profile_get_attributes (hbk_logbook_get_profile (logbook)));

  return with;
}

static void
add_year (HbkPreview *preview, HbkAssessment *assessment, const HbkYearResult *after)
{
  const HbkStateYear    *before = hbk_state_lookup_year (preview->state, after->year);
  const char            *id = hbk_record_get_id (preview->record);
  const HbkRecordResult *result = hbk_year_result_lookup (after, id);
  HbkPreviewYear        *year;

  if (result == NULL && (before == NULL || hbk_year_result_lookup (before->result, id) == NULL))
    return;

  year = g_new0 (HbkPreviewYear, 1);
  year->year = after->year;
  year->assessment = hbk_assessment_ref (assessment);
  year->after = after;
  year->before = before != NULL ? before->result : NULL;
  year->result = result;
  year->caps = result != NULL ? hbk_cap_use_list (assessment, after, result) : g_array_new (FALSE, TRUE, sizeof (HbkCapShare));
  g_ptr_array_add (preview->years, year);
}

static gboolean
has_year (const HbkPreview *preview, int year)
{
  for (guint i = 0; i < preview->years->len; i++)
    {
      if (((const HbkPreviewYear *) g_ptr_array_index (preview->years, i))->year == year)
        return TRUE;
    }

  return FALSE;
}

/* Every year by the rules that hold for it. */
static void
assess_bases (HbkPreview *preview)
{
  const HbkState *state = preview->state;
  const HbkBasis *last = NULL;

  for (guint i = 0; i < state->years->len; i++)
    {
      const HbkStateYear *year = g_ptr_array_index (state->years, i);
      g_autoptr (HbkLogbook) with = NULL;
      g_autoptr (HbkAssessment) assessment = NULL;
      HbkAssessmentOptions options = { .years = year->basis->years, .readings = year->basis->readings, .skip_comparison = TRUE };

      if (year->basis == last)
        continue;
      last = year->basis;
      with = add_draft (last->logbook, preview->record);
      assessment = hbk_assess (with, last->pack, state->today, &options);
      for (guint j = 0; j < hbk_assessment_get_n_years (assessment); j++)
        add_year (preview, assessment, hbk_assessment_get_year (assessment, j));
    }
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return (*(HbkPreviewYear *const *) a)->year - (*(HbkPreviewYear *const *) b)->year;
}

/* Years that the state does not have yet, by the rules of today. */
static void
assess_new_years (HbkPreview *preview)
{
  const HbkState     *state = preview->state;
  const HbkStateYear *last = state->years->len > 0 ? g_ptr_array_index (state->years, state->years->len - 1) : NULL;
  gboolean            is_of_today = last != NULL && last->basis->pack == state->pack;
  g_autoptr (HbkLogbook) with = add_draft (state->logbook, preview->record);
  g_autoptr (HbkAssessment) assessment = NULL;
  HbkAssessmentOptions options = { .readings = is_of_today ? last->basis->readings : NULL, .skip_comparison = TRUE };

  assessment = hbk_assess (with, state->pack, state->today, &options);
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);

      if (hbk_state_lookup_year (state, year->year) == NULL && !has_year (preview, year->year))
        add_year (preview, assessment, year);
    }
  g_ptr_array_sort (preview->years, compare_years);
}

/* By the rules and readings of the record's year, or of today. */
static HbkAskedFacts *
ask_facts (const HbkPreview *preview)
{
  const HbkState     *state = preview->state;
  HbkDate             end = hbk_record_get_end (preview->record);
  const HbkStateYear *year = hbk_state_lookup_year (state, hbk_date_year (end != HBK_DATE_NONE ? end : state->today));

  if (year != NULL)
    return hbk_asked_facts_new (year->basis->pack, hbk_logbook_get_profile (year->basis->logbook), preview->record, state->today, year->basis->readings);

  return state->pack != NULL ? hbk_asked_facts_new (state->pack, hbk_state_get_profile (state), preview->record, state->today, NULL) : NULL;
}

static gpointer
preview_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Job        *job = data;
  HbkPreview *preview = g_new0 (HbkPreview, 1);

  preview->record = g_object_ref (job->draft);
  preview->state = hbk_state_ref (job->state);
  preview->years = g_ptr_array_new_with_free_func (preview_year_free);
  preview->similar = find_similar (job->draft, job->state);
  preview->facts = ask_facts (preview);
  if (job->state->pack != NULL && hbk_record_get_end (job->draft) != HBK_DATE_NONE)
    {
      assess_bases (preview);
      assess_new_years (preview);
    }

  return preview;
}

static void
preview_free (gpointer data)
{
  HbkPreview *preview = data;

  g_ptr_array_unref (preview->years);
  g_ptr_array_unref (preview->similar);
  g_clear_pointer (&preview->facts, hbk_asked_facts_free);
  g_object_unref (preview->record);
  hbk_state_unref (preview->state);
  g_free (preview);
}

/**
 * hbk_preview_year_get_hours:
 * @year: a year of a preview
 *
 * Gets what the record gives in a year: the hours that count, or that would count once what is open is answered or done.
 *
 * Returns: the hours
 */
HbkTally
hbk_preview_year_get_hours (const HbkPreviewYear *year)
{
  g_return_val_if_fail (year != NULL, ((HbkTally) { 0, 0 }));

  if (year->result == NULL)
    return (HbkTally) { 0, 0 };

  switch (year->result->outcome)
    {
    case HBK_OUTCOME_PENDING:
      return year->result->pending;
    case HBK_OUTCOME_PLANNED:
      return year->result->planned;
    case HBK_OUTCOME_CREDITED:
    case HBK_OUTCOME_DEEMED:
    case HBK_OUTCOME_EXCLUDED:
    case HBK_OUTCOME_NO_RATE:
    case HBK_OUTCOME_DUPLICATE:
    default:
      return year->result->credited;
    }
}

/**
 * hbk_preview_get_hours:
 * @preview: a preview
 *
 * Gets what the record gives in all years together.
 *
 * Returns: the hours
 */
HbkTally
hbk_preview_get_hours (const HbkPreview *preview)
{
  HbkTally sum = { 0, 0 };

  g_return_val_if_fail (preview != NULL, sum);

  for (guint i = 0; i < preview->years->len; i++)
    sum = hbk_tally_add (sum, hbk_preview_year_get_hours (g_ptr_array_index (preview->years, i)));

  return sum;
}

/**
 * hbk_preview_free:
 * @preview: (transfer full): a preview
 *
 * Frees a preview.
 */
void
hbk_preview_free (HbkPreview *preview)
{
  g_autoptr (HbkSession) session = g_steal_pointer (&preview->session);

  if (session != NULL)
    hbk_session_release (session, preview, preview_free);
  else
    preview_free (preview);
}

/**
 * hbk_preview_async:
 * @session: a session with a state
 * @draft: a record, perhaps with the id of one that the library has; copied
 * @callback: is called when it is worked out
 * @user_data: data for @callback
 *
 * Works out what a drafted record would come to. Nothing is stored.
 */
void
hbk_preview_async (HbkSession *session, HbkRecord *draft, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;

  g_return_if_fail (HBK_IS_SESSION (session) && hbk_session_get_state (session) != NULL && HBK_IS_RECORD (draft));

  job = g_new0 (Job, 1);
  job->draft = hbk_record_copy (draft, hbk_record_get_id (draft));
  job->state = hbk_state_ref (hbk_session_get_state (session));
  hbk_session_run_async (session, "preview a record", preview_job, job, job_free, (GDestroyNotify) hbk_preview_free, NULL, callback, user_data);
}

/**
 * hbk_preview_finish:
 * @session: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives what the record would come to.
 *
 * Returns: (transfer full): the preview, or %NULL on error
 */
HbkPreview *
hbk_preview_finish (HbkSession *session, GAsyncResult *result, GError **error)
{
  HbkPreview *preview = hbk_session_run_finish (session, result, error);

  if (preview != NULL)
    preview->session = g_object_ref (session);

  return preview;
}
