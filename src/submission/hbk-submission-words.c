/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-submission-words.h"

#include "submission/hbk-package-words.h"

/**
 * hbk_submission_words_verdict:
 * @verdict: what a year comes to
 *
 * Names a verdict.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_submission_words_verdict (HbkVerdict verdict)
{
  switch (verdict)
    {
    case HBK_VERDICT_MET:
      return "达标";
    case HBK_VERDICT_SHORT:
      return "未达标";
    case HBK_VERDICT_NOT_REQUIRED:
      return "不作要求";
    case HBK_VERDICT_UNDETERMINED:
    default:
      return "待认定";
    }
}

/**
 * hbk_submission_words_outcome:
 * @outcome: what became of a record
 *
 * Names an outcome.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_submission_words_outcome (HbkOutcome outcome)
{
  switch (outcome)
    {
    case HBK_OUTCOME_CREDITED:
      return "计入";
    case HBK_OUTCOME_DEEMED:
      return "视同完成";
    case HBK_OUTCOME_PENDING:
      return "待补";
    case HBK_OUTCOME_PLANNED:
      return "计划";
    case HBK_OUTCOME_NO_RATE:
      return "无折算标准";
    case HBK_OUTCOME_DUPLICATE:
      return "重复不计";
    case HBK_OUTCOME_EXCLUDED:
    default:
      return "不计";
    }
}

/**
 * hbk_submission_words_level:
 * @level: the level of a title
 *
 * Names a level.
 *
 * Returns: (transfer none): the word; "" where it is not known
 */
const char *
hbk_submission_words_level (HbkTitleLevel level)
{
  switch (level)
    {
    case HBK_TITLE_LEVEL_NONE:
      return "无";
    case HBK_TITLE_LEVEL_JUNIOR:
      return "初级";
    case HBK_TITLE_LEVEL_INTERMEDIATE:
      return "中级";
    case HBK_TITLE_LEVEL_SENIOR:
      return "高级";
    case HBK_TITLE_LEVEL_UNKNOWN:
    default:
      return "";
    }
}

/**
 * hbk_submission_words_subject:
 * @tally: hours
 *
 * Names the subjects that hours belong to.
 *
 * Returns: (transfer none): the word; "" where there are no hours
 */
const char *
hbk_submission_words_subject (HbkTally tally)
{
  if (tally.public_hours > 0 && tally.professional_hours > 0)
    return "公需科目、专业科目";
  if (tally.public_hours > 0)
    return "公需科目";

  return tally.professional_hours > 0 ? "专业科目" : "";
}

/**
 * hbk_submission_words_activity:
 * @vocabulary: the words of all packs
 * @record: a record
 *
 * Names the activity of a record.
 *
 * Returns: (transfer none): its name, or its id where it is not known
 */
const char *
hbk_submission_words_activity (const HbkVocabulary *vocabulary, HbkRecord *record)
{
  const HbkActivitySpec *activity = hbk_vocabulary_lookup_activity (vocabulary, hbk_record_get_activity (record));

  return activity != NULL ? activity->name.zh : hbk_record_get_activity (record);
}

/* ---- A year ---- */

static void
append_missing (GString *text, const char *subject, HbkHours hours)
{
  if (hours <= 0)
    return;

  g_string_append (text, text->len == 0 ? "缺" : "、");
  g_string_append (text, subject);
  hbk_hours_append (hours, text);
}

/**
 * hbk_submission_words_year:
 * @result: a year
 *
 * Says what a year comes to, and what it lacks.
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *
hbk_submission_words_year (const HbkYearResult *result)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  HbkRequired lacks = hbk_year_result_get_missing (result);

  if (result->verdict == HBK_VERDICT_SHORT)
    {
      append_missing (missing, "公需科目", lacks.public_hours);
      append_missing (missing, "专业科目", lacks.professional_hours);
      /* What the subjects lack makes part of the total up; it is worth a word only where that is not all. */
      if (lacks.total > lacks.public_hours + lacks.professional_hours)
        append_missing (missing, "合计", lacks.total);
    }

  if (missing->len == 0)
    return g_strdup (hbk_submission_words_verdict (result->verdict));

  return g_strconcat (hbk_submission_words_verdict (result->verdict), "，", missing->str, "学时", NULL);
}

/* ---- A record ---- */

static void
append_part (GString *text, const char *lead, const char *part)
{
  if (text->len > 0)
    g_string_append (text, "；");
  g_string_append (text, lead);
  g_string_append (text, part);
}

/* A record of another year of the package, or of none, has no number that could be named. */
static void
append_duplicate (GString *text, const HbkSubmission *submission, HbkRecord *covered_by)
{
  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (submission->years, i);

      for (guint j = 0; j < year->entries->len; j++)
        {
          const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, j);
          g_autofree char          *number = NULL;

          if (!g_str_equal (hbk_record_get_id (entry->result->record), hbk_record_get_id (covered_by)))
            continue;
          number = g_strdup_printf ("%u", entry->number);
          append_part (text, "已由下列编号计入：", number);
          return;
        }
    }

  append_part (text, "已计入：", hbk_record_get_title (covered_by));
}

static void
append_missing_facts (GString *text, GPtrArray *facts)
{
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    append_part (text, "待补：", ((const HbkFactSpec *) g_ptr_array_index (facts, i))->name.zh);
}

static void
append_missing_documents (GString *text, const HbkVocabulary *vocabulary, GPtrArray *documents)
{
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const char            *id = g_ptr_array_index (documents, i);
      const HbkDocumentSpec *document = hbk_vocabulary_lookup_document (vocabulary, id);

      append_part (text, "缺材料：", document != NULL ? document->name.zh : id);
    }
}

/**
 * hbk_submission_words_reason:
 * @submission: what is handed in
 * @year: a year of it
 * @entry: a record in the year
 *
 * Says why a record counts no hours or not all, and what it lacks: the code, facts, documents, the record that counts instead.
 *
 * Returns: (transfer full): the words; "" where there is nothing to say
 */
char *
hbk_submission_words_reason (const HbkSubmission *submission, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry)
{
  const HbkRecordResult *result = entry->result;
  const HbkVocabulary   *vocabulary = hbk_assessment_get_pack (year->assessment)->vocabulary;
  const HbkWarningSpec  *spec = result->code != NULL ? hbk_vocabulary_lookup_warning (vocabulary, result->code) : NULL;
  GString               *text = g_string_new (spec != NULL ? spec->name.zh : NULL);

  if (result->covered_by != NULL)
    append_duplicate (text, submission, result->covered_by);
  append_missing_facts (text, result->missing_facts);
  append_missing_documents (text, vocabulary, result->missing_documents);
  if (result->at_application)
    append_part (text, "", "仅在申报职称时计入");

  return g_string_free_and_steal (text);
}

/**
 * hbk_submission_words_caps:
 * @year: a year
 * @entry: a record in the year
 * @clauses: (out) (transfer full): where the clauses of the caps stand
 *
 * Says which caps cut the hours of a record.
 *
 * Returns: (transfer full): the words; "" where none did
 */
char *
hbk_submission_words_caps (const HbkSubmissionYear *year, const HbkSubmissionEntry *entry, char **clauses)
{
  const HbkPack *pack = hbk_assessment_get_pack (year->assessment);
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (year->assessment, entry->result);
  GString *text = g_string_new (NULL);
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);
      g_autofree char    *limit = NULL;
      g_autofree char    *before = NULL;
      g_autofree char    *after = NULL;
      g_autofree char    *words = NULL;
      g_autofree char    *place = NULL;

      if (step->kind != HBK_TRACE_CAP || step->c >= step->b)
        continue;
      limit = hbk_hours_format (step->a);
      before = hbk_hours_format (step->b);
      after = hbk_hours_format (step->c);
      words = g_strdup_printf ("上限 %s 学时，由 %s 减为 %s", limit, before, after);
      append_part (text, "", words);
      place = hbk_package_words_place (pack, step->clause);
      append_part (places, "", place);
    }

  *clauses = g_string_free_and_steal (places);

  return g_string_free_and_steal (text);
}

/**
 * hbk_submission_words_files:
 * @entry: a record in a year
 *
 * Lists the evidence of a record by its numbers and titles.
 *
 * Returns: (transfer full): the list; "" where there is none
 */
char *
hbk_submission_words_files (const HbkSubmissionEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->files->len; i++)
    {
      const HbkSubmissionFile *file = g_ptr_array_index (entry->files, i);
      /* The title keeps a spreadsheet from taking 03-1 for the first of March. */
      g_autofree char *words = g_strconcat (file->number, " ", file->title, NULL);

      append_part (text, "", words);
    }

  return g_string_free_and_steal (text);
}
