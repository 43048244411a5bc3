/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-summary-grids.h"

#include "submission/hbk-package-words.h"
#include "submission/hbk-submission-words.h"

/* The form that an employer fills from those of its people; see data/packs/FORMAT.md, forms. */
#define SUMMARY_FORM "summary"

/* ---- Parts of all tables ---- */

/* Who it is about, and as of when: on every page, for pages get separated. */
static void
add_heads (HbkGrid *grid, const HbkSubmission *submission, const char *title)
{
  const char      *name = hbk_profile_get_name (submission->profile);
  const char      *employer = hbk_profile_get_employer (submission->profile);
  g_autofree char *day = hbk_date_format (submission->as_of);
  g_autofree char *line = g_strconcat ("姓名：", name != NULL ? name : "", "　单位：", employer != NULL ? employer : "", "　截至：", day, NULL);

  hbk_grid_add_head (grid, title);
  hbk_grid_add_head (grid, line);
}

static void
add_tally (HbkGrid *grid, HbkTally tally)
{
  hbk_grid_add_hours (grid, tally.public_hours);
  hbk_grid_add_hours (grid, tally.professional_hours);
  hbk_grid_add_hours (grid, hbk_tally_total (tally));
}

/* What the notice does not set is no zero. */
static void
add_required (HbkGrid *grid, HbkHours hours)
{
  if (hours < 0)
    hbk_grid_add_text (grid, "未规定");
  else
    hbk_grid_add_hours (grid, hours);
}

static void
add_date (HbkGrid *grid, HbkDate date)
{
  g_autofree char *text = date != HBK_DATE_NONE ? hbk_date_format (date) : NULL;

  hbk_grid_add_text (grid, text);
}

static const HbkSubmissionYear *
get_year (const HbkSubmission *submission, guint position)
{
  return g_ptr_array_index (submission->years, position);
}

/* ---- 年度汇总 ---- */

static void
add_year_line (HbkGrid *grid, int year, const char *what, HbkTally tally, const char *verdict)
{
  hbk_grid_add_count (grid, year);
  hbk_grid_add_text (grid, what);
  add_tally (grid, tally);
  hbk_grid_add_text (grid, verdict);
}

static void
add_year_lines (HbkGrid *grid, const HbkSubmissionYear *year)
{
  const HbkYearResult *result = year->result;
  g_autofree char     *verdict = hbk_submission_words_year (result);

  hbk_grid_add_count (grid, year->year);
  hbk_grid_add_text (grid, "要求学时");
  add_required (grid, result->required.public_hours);
  add_required (grid, result->required.professional_hours);
  add_required (grid, result->required.total);
  hbk_grid_end_row (grid);
  add_year_line (grid, year->year, "认定学时", result->credited, verdict);
  if (!hbk_tally_equal (result->at_application, result->credited))
    add_year_line (grid, year->year, "申报职称时计为", result->at_application, NULL);
  add_year_line (grid, year->year, "其中：材料齐全", result->evidenced, NULL);
  add_year_line (grid, year->year, "其中：已审验", result->verified, NULL);
  add_year_line (grid, year->year, "待补（未计入）", result->pending, NULL);
  add_year_line (grid, year->year, "超限（未计入）", result->lost, NULL);
}

/**
 * hbk_summary_grids_years:
 * @submission: what is handed in
 *
 * Makes the table of the years: what each asks for and comes to, by subject, and its verdict.
 *
 * Returns: (transfer full): the table
 */
HbkGrid *
hbk_summary_grids_years (const HbkSubmission *submission)
{
  static const HbkGridColumn columns[] = { { "年度", 8 }, { "项目", 20 }, { "公需科目", 11 }, { "专业科目", 11 }, { "合计", 11 }, { "结论", 38 } };
  HbkGrid                   *grid = hbk_grid_new ("年度汇总", columns, G_N_ELEMENTS (columns));

  add_heads (grid, submission, "继续教育学时年度汇总");
  for (guint i = 0; i < submission->years->len; i++)
    add_year_lines (grid, get_year (submission, i));

  return grid;
}

/* ---- 学时明细 ---- */

/* What would be counted names the subject where nothing is. */
static const char *
find_subject (const HbkRecordResult *result)
{
  const char *subject = hbk_submission_words_subject (result->raw);

  return *subject != '\0' ? subject : hbk_submission_words_subject (result->pending);
}

static void
add_entry (HbkGrid *grid, const HbkSubmission *submission, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry)
{
  const HbkRecordResult *result = entry->result;
  const HbkPack         *pack = hbk_assessment_get_pack (year->assessment);
  g_autofree char       *organiser = hbk_package_words_organiser (submission->vocabulary, result->record);
  g_autofree char       *reason = hbk_submission_words_reason (submission, year, entry);
  g_autofree char       *files = hbk_submission_words_files (entry);
  g_autofree char       *place = hbk_package_words_place (pack, result->clause);

  hbk_grid_add_count (grid, entry->number);
  hbk_grid_add_count (grid, year->year);
  add_date (grid, result->part.start);
  add_date (grid, result->part.end);
  hbk_grid_add_text (grid, hbk_submission_words_activity (submission->vocabulary, result->record));
  hbk_grid_add_text (grid, hbk_record_get_title (result->record));
  hbk_grid_add_text (grid, organiser);
  hbk_grid_add_text (grid, find_subject (result));
  add_tally (grid, result->credited);
  hbk_grid_add_hours (grid, hbk_tally_total (result->raw));
  hbk_grid_add_hours (grid, hbk_tally_total (result->lost));
  hbk_grid_add_text (grid, hbk_submission_words_outcome (result->outcome));
  hbk_grid_add_text (grid, place);
  hbk_grid_add_text (grid, reason);
  hbk_grid_add_text (grid, files);
}

/**
 * hbk_summary_grids_entries:
 * @submission: what is handed in
 *
 * Makes the table of all records, one line each as on the form.
 *
 * Returns: (transfer full): the table
 */
HbkGrid *
hbk_summary_grids_entries (const HbkSubmission *submission)
{
  static const HbkGridColumn columns[] = {
    { "编号", 6 },
    { "年度", 7 },
    { "开始日期", 12 },
    { "结束日期", 12 },
    { "类别", 16 },
    { "名称", 36 },
    { "组织单位", 20 },
    { "科目", 10 },
    { "公需学时", 9 },
    { "专业学时", 9 },
    { "学时合计", 9 },
    { "折算学时", 9 },
    { "超限学时", 9 },
    { "结果", 12 },
    { "依据条款", 14 },
    { "说明", 30 },
    { "证明材料编号", 30 },
  };
  HbkGrid *grid = hbk_grid_new ("学时明细", columns, G_N_ELEMENTS (columns));

  add_heads (grid, submission, "继续教育学时明细");
  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = get_year (submission, i);

      for (guint j = 0; j < year->entries->len; j++)
        add_entry (grid, submission, year, g_ptr_array_index (year->entries, j));
    }

  return grid;
}

/* ---- 超限与未计 ---- */

static void
add_loss (HbkGrid *grid, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry, const char *what, HbkTally tally, const char *place, const char *reason)
{
  const HbkClause *clause = entry->result->clause != NULL ? hbk_pack_lookup_clause (hbk_assessment_get_pack (year->assessment), entry->result->clause) : NULL;

  hbk_grid_add_count (grid, entry->number);
  hbk_grid_add_count (grid, year->year);
  hbk_grid_add_text (grid, hbk_record_get_title (entry->result->record));
  hbk_grid_add_text (grid, what);
  add_tally (grid, tally);
  hbk_grid_add_text (grid, place);
  hbk_grid_add_text (grid, clause != NULL ? clause->text.zh : NULL);
  hbk_grid_add_text (grid, reason);
}

static void
add_losses (HbkGrid *grid, const HbkSubmission *submission, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry)
{
  const HbkRecordResult *result = entry->result;
  const HbkTally         nothing = { 0, 0 };

  if (!hbk_tally_equal (result->lost, nothing))
    {
      g_autofree char *places = NULL;
      g_autofree char *caps = hbk_submission_words_caps (year, entry, &places);

      add_loss (grid, year, entry, "超限", result->lost, places, caps);
    }
  if (result->outcome != HBK_OUTCOME_CREDITED && result->outcome != HBK_OUTCOME_DEEMED)
    {
      g_autofree char *reason = hbk_submission_words_reason (submission, year, entry);
      g_autofree char *place = hbk_package_words_place (hbk_assessment_get_pack (year->assessment), result->clause);

      add_loss (grid, year, entry, hbk_submission_words_outcome (result->outcome), result->pending, place, reason);
    }
}

/**
 * hbk_summary_grids_losses:
 * @submission: what is handed in
 *
 * Makes the table of what does not count: hours over caps, and records that are excluded, duplicates, without a rate or pending, with clause and
 * reason.
 *
 * Returns: (transfer full): the table
 */
HbkGrid *
hbk_summary_grids_losses (const HbkSubmission *submission)
{
  static const HbkGridColumn columns[] = {
    { "编号", 6 },
    { "年度", 7 },
    { "名称", 34 },
    { "情形", 12 },
    { "公需学时", 9 },
    { "专业学时", 9 },
    { "学时合计", 9 },
    { "依据条款", 16 },
    { "条款内容", 44 },
    { "原因", 36 },
  };
  HbkGrid *grid = hbk_grid_new ("超限与未计", columns, G_N_ELEMENTS (columns));

  add_heads (grid, submission, "超过上限和未计入的学时");
  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = get_year (submission, i);

      for (guint j = 0; j < year->entries->len; j++)
        add_losses (grid, submission, year, g_ptr_array_index (year->entries, j));
    }
  if (hbk_grid_get_n_rows (grid) == 0)
    hbk_grid_add_text (grid, "无");
  hbk_grid_end_row (grid);

  return grid;
}

/* ---- 汇总表行 ---- */

static const HbkStep *
find_summary_form (const HbkPack *pack)
{
  for (guint i = 0; i < pack->forms->len; i++)
    {
      const HbkStep *form = &g_array_index (pack->forms, HbkStep, i);

      if (g_strcmp0 (form->id, SUMMARY_FORM) == 0)
        return form;
    }

  return NULL;
}

static void
add_unit_line (HbkGrid *grid, const HbkSubmission *submission, guint position)
{
  const HbkSubmissionYear *year = get_year (submission, position);
  g_autofree char         *verdict = hbk_submission_words_year (year->result);

  hbk_grid_add_count (grid, position + 1);
  hbk_grid_add_text (grid, hbk_profile_get_name (submission->profile));
  hbk_grid_add_text (grid, hbk_profile_get_employer (submission->profile));
  hbk_grid_add_text (grid, hbk_profile_get_title (submission->profile));
  hbk_grid_add_text (grid, hbk_submission_words_level (hbk_profile_get_title_level (submission->profile)));
  hbk_grid_add_count (grid, year->year);
  add_tally (grid, year->result->credited);
  add_required (grid, year->result->required.total);
  hbk_grid_add_text (grid, verdict);
  hbk_grid_end_row (grid);
}

/**
 * hbk_summary_grids_unit_lines:
 * @submission: what is handed in
 *
 * Makes the line of the person in the summary (汇总表) that the employer hands in for all its people, one for each year.
 *
 * Its title is that of the notice where it names one; no notice at hand shows its layout, and a line below says so.
 *
 * Returns: (transfer full): the table
 */
HbkGrid *
hbk_summary_grids_unit_lines (const HbkSubmission *submission)
{
  static const HbkGridColumn columns[] = {
    { "序号", 6 },
    { "姓名", 12 },
    { "单位", 28 },
    { "职称", 16 },
    { "职称层级", 9 },
    { "年度", 7 },
    { "公需科目学时", 9 },
    { "专业科目学时", 9 },
    { "合计学时", 9 },
    { "要求学时", 9 },
    { "结论", 22 },
    { "备注", 14 },
  };
  HbkGrid       *grid = hbk_grid_new ("汇总表行", columns, G_N_ELEMENTS (columns));
  const HbkStep *form = find_summary_form (hbk_submission_get_pack (submission));

  add_heads (grid, submission, form != NULL ? form->name.zh : "继续教育学时登记备案汇总表");
  for (guint i = 0; i < submission->years->len; i++)
    add_unit_line (grid, submission, i);
  if (form != NULL && form->copies > 0)
    {
      g_autofree char *copies = g_strdup_printf ("通知要求一式 %d 份。", form->copies);

      hbk_grid_add_foot (grid, copies);
    }
  hbk_grid_add_foot (grid, "现有通知文本没有附表样，本页为学时簿的版式；单位可将各行转抄到正式表格。");
  hbk_grid_add_foot (grid, "填报单位（盖章）：　　　　　　　　　　经办人（签字）：　　　　　　　　　　年　　月　　日");

  return grid;
}
