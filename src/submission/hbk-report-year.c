/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-report-year.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "submission/hbk-package-words.h"

#define REMARK_GAP 2.5

static const HbkPageStyle year_style = { .size = 10, .bold = TRUE };
static const HbkPageStyle middle_style = { .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle plain_style = { 0 };

/* ---- Records ---- */

static void
add_sentence (GString *text, const char *words)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, words);
}

/* The clause first, then what was calculated by it. */
static char *
say_course (const HbkSubmissionYear *year, const HbkRecordResult *result)
{
  const HbkPack *pack = hbk_assessment_get_pack (year->assessment);
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (year->assessment, result);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);
      g_autofree char    *words = hbk_package_words_step (step, pack);
      g_autofree char    *place = hbk_package_words_place (pack, step->clause);
      g_autofree char    *line = *place != '\0' ? g_strdup_printf ("［%s］%s", place, words) : g_strdup (words);

      add_sentence (text, line);
    }
  if (text->len == 0)
    {
      g_autofree char *place = hbk_package_words_place (pack, result->clause);

      g_string_append (text, place);
    }

  return g_string_free_and_steal (text);
}

static char *
say_documents (const HbkVocabulary *vocabulary, const HbkRecordResult *result)
{
  GString *text;

  if (result->missing_documents == NULL || result->missing_documents->len == 0)
    return g_strdup (result->evidence_weak ? "证明材料偏弱，最好再补一份" : "");

  text = g_string_new ("证明材料还缺：");
  for (guint i = 0; i < result->missing_documents->len; i++)
    {
      const HbkDocumentSpec *document = hbk_vocabulary_lookup_document (vocabulary, g_ptr_array_index (result->missing_documents, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", document != NULL ? document->name.zh : "任一证明材料");
    }

  return g_string_free_and_steal (text);
}

static char *
say_result (const HbkSubmission *submission, const HbkSubmissionYear *year, const HbkRecordResult *result)
{
  g_autofree char *outcome = hbk_package_words_outcome (hbk_assessment_get_pack (year->assessment), result);
  g_autofree char *documents = say_documents (submission->vocabulary, result);
  GString         *text = g_string_new (outcome);

  if (*documents != '\0')
    add_sentence (text, documents);

  return g_string_free_and_steal (text);
}

static void
add_record (HbkPageDocument *document, const HbkSubmission *submission, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry)
{
  HbkRecord       *record = entry->result->record;
  g_autofree char *title = hbk_page_text_dup_clean (hbk_record_get_title (record));
  g_autofree char *shown = hbk_text_escape (title, -1, 40);
  /* Translators: the number of a record in the report, and its title */
  g_autofree char  *place = g_strdup_printf (_("record %1$u in the report, “%2$s”"), entry->number, shown);
  g_autofree char  *number = g_strdup_printf ("%u", entry->number);
  g_autofree char  *activity = hbk_package_words_activity (submission->vocabulary, record);
  g_autofree char  *content = *title != '\0' ? g_strdup_printf ("%s（%s）", title, activity) : g_strdup (activity);
  g_autofree char  *result = say_result (submission, year, entry->result);
  g_autofree char  *course = say_course (year, entry->result);
  const HbkPageCell cells[] = {
    { .text = number, .style = middle_style },
    { .text = content },
    { .text = result },
    { .text = course },
  };

  hbk_page_document_set_place (document, place);
  hbk_page_document_add_row (document, &(HbkPageRow) { .cells = cells, .n_cells = G_N_ELEMENTS (cells) });
}

static char *
say_heading (const HbkSubmissionYear *year)
{
  return g_strdup_printf ("%d 年度", year->year);
}

/**
 * hbk_report_year_add_records:
 * @document: a report
 * @submission: what is handed in
 * @year: a year of it
 *
 * Adds every record of a year: what it gives and by which clause, or why it gives nothing.
 */
void
hbk_report_year_add_records (HbkPageDocument *document, const HbkSubmission *submission, const HbkSubmissionYear *year)
{
  static const double      shares[] = { 30, 130, 140, 210 };
  static const HbkPageCell heads[] = {
    { .text = "序号", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "记录", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "结果", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "条款和计算", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
  };
  g_autofree char *heading = say_heading (year);

  hbk_page_document_add_heading (document, heading, &year_style);
  if (year->entries->len == 0)
    {
      hbk_page_document_add_text (document, "本年度没有记录。", &plain_style);
      return;
    }
  hbk_page_document_begin_table (document, shares, G_N_ELEMENTS (shares));
  hbk_page_document_add_row (document, &(HbkPageRow) { .cells = heads, .n_cells = G_N_ELEMENTS (heads), .head = TRUE });
  for (guint i = 0; i < year->entries->len; i++)
    add_record (document, submission, year, g_ptr_array_index (year->entries, i));
  hbk_page_document_add_gap (document, 6);
}

/* ---- Readings ---- */

static const char *
say_judged (HbkVerdict verdict)
{
  switch (verdict)
    {
    case HBK_VERDICT_MET:
      return "达到要求";
    case HBK_VERDICT_SHORT:
      return "未达到要求";
    case HBK_VERDICT_NOT_REQUIRED:
      return "不作要求";
    case HBK_VERDICT_UNDETERMINED:
    default:
      return "由有关主管部门认定";
    }
}

/* The words of an option without their full stop, so that a sentence can go on. */
static char *
dup_option (const HbkReading *reading, guint option)
{
  char *words = g_strdup (g_array_index (reading->options, HbkReadingOption, option).text.zh);

  if (g_str_has_suffix (words, "。"))
    words[strlen (words) - strlen ("。")] = '\0';

  return words;
}

/* An unclear clause: how it was read, and what the other reading would give. */
static void
add_effect (HbkPageDocument *document, const HbkPack *pack, const HbkReadingEffect *effect)
{
  const HbkReading *reading = &g_array_index (pack->readings, HbkReading, effect->reading);
  g_autofree char  *used = dup_option (reading, effect->used);
  g_autofree char  *other = dup_option (reading, effect->other);
  g_autofree char  *hours = hbk_package_words_hours (effect->credited);
  g_autofree char  *text = g_strdup_printf ("• 条款不明确：%s\n　采用%s：%s。\n　另一种理解：%s；按它本年度计%s，%s。", reading->question.zh, effect->used == reading->initial ? "（默认）" : "（本人选择）", used, other, hours, say_judged (effect->verdict));

  hbk_page_document_add_text (document, text, &plain_style);
  hbk_page_document_add_gap (document, REMARK_GAP);
}

/* ---- Warnings ---- */

/* What is said alike of several records is said once, with their numbers. */
typedef struct
{
  char    *title;
  char    *action;
  GString *numbers;
} Remark;

static void
remark_free (gpointer data)
{
  Remark *remark = data;

  g_free (remark->title);
  g_free (remark->action);
  g_string_free (remark->numbers, TRUE);
  g_free (remark);
}

static const HbkSubmissionEntry *
find_entry (const HbkSubmissionYear *year, HbkRecord *record)
{
  for (guint i = 0; i < year->entries->len; i++)
    {
      const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, i);

      if (entry->result->record == record)
        return entry;
    }

  return NULL;
}

static Remark *
find_remark (GPtrArray *remarks, const char *title, const char *action)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      Remark *remark = g_ptr_array_index (remarks, i);

      if (g_str_equal (remark->title, title) && g_str_equal (remark->action, action))
        return remark;
    }

  return NULL;
}

static void
collect (GPtrArray *remarks, const HbkSubmissionYear *year, const HbkWarning *warning)
{
  const HbkPack            *pack = hbk_assessment_get_pack (year->assessment);
  g_autofree char          *title = hbk_package_words_warning (warning, pack);
  g_autofree char          *action = hbk_warning_to_action (warning, pack, HBK_LANGUAGE_ZH);
  const HbkSubmissionEntry *entry = warning->record != NULL ? find_entry (year, warning->record) : NULL;
  Remark                   *remark;

  /* What is only planned is not handed in. */
  if (warning->record != NULL && entry == NULL)
    return;

  remark = find_remark (remarks, title, action);
  if (remark == NULL)
    {
      remark = g_new0 (Remark, 1);
      remark->title = g_steal_pointer (&title);
      remark->action = g_steal_pointer (&action);
      remark->numbers = g_string_new (NULL);
      g_ptr_array_add (remarks, remark);
    }
  if (entry != NULL)
    g_string_append_printf (remark->numbers, "%s%u", remark->numbers->len > 0 ? "、" : "", entry->number);
}

static void
add_remark (HbkPageDocument *document, const Remark *remark)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "• %s", remark->title);
  if (remark->numbers->len > 0)
    g_string_append_printf (text, "（第 %s 条）", remark->numbers->str);
  if (*remark->action != '\0')
    g_string_append_printf (text, "\n　%s", remark->action);
  hbk_page_document_add_text (document, text->str, &plain_style);
  hbk_page_document_add_gap (document, REMARK_GAP);
  g_string_free (text, TRUE);
}

/* That a clause is unclear is said with its readings, where these matter. */
static gboolean
is_about_reading (const HbkWarning *warning)
{
  return warning->reading >= 0 && g_str_equal (warning->spec->id, "W-AMBIG");
}

/**
 * hbk_report_year_add_remarks:
 * @document: a report
 * @year: a year of what is handed in
 *
 * Adds the readings that matter to a year, and its warnings with what to do.
 */
void
hbk_report_year_add_remarks (HbkPageDocument *document, const HbkSubmissionYear *year)
{
  const HbkPack *pack = hbk_assessment_get_pack (year->assessment);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (remark_free);
  g_autofree char *heading = say_heading (year);

  for (guint i = 0; i < year->result->warnings->len; i++)
    {
      const HbkWarning *warning = &g_array_index (year->result->warnings, HbkWarning, i);

      if (!is_about_reading (warning))
        collect (remarks, year, warning);
    }
  hbk_page_document_set_place (document, _("the report"));
  hbk_page_document_add_heading (document, heading, &year_style);
  for (guint i = 0; i < year->result->readings->len; i++)
    add_effect (document, pack, &g_array_index (year->result->readings, HbkReadingEffect, i));
  for (guint i = 0; i < remarks->len; i++)
    add_remark (document, g_ptr_array_index (remarks, i));
  if (year->result->readings->len == 0 && remarks->len == 0)
    hbk_page_document_add_text (document, "没有。", &plain_style);
  hbk_page_document_add_gap (document, 4);
}
