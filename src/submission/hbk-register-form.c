/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-register-form.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "submission/hbk-form-layout.h"
#include "submission/hbk-form-person.h"
#include "submission/hbk-package-words.h"

#define OPINION_HEIGHT 116

static const HbkPageStyle title_style = { .size = 17, .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle remark_style = { .size = 8, .grey = TRUE, .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle year_style = { .size = 11, .bold = TRUE };
static const HbkPageStyle head_style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle middle_style = { .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle note_style = { .size = 8, .grey = TRUE };

typedef struct
{
  const HbkSubmission *submission;
  const HbkFormLayout *layout;
  HbkPageDocument     *document;
  guint                n_columns;
  double               shares[HBK_FORM_COLUMNS_MAX];
} Form;

/* ---- A line ---- */

static char *
say_dates (HbkRecord *record)
{
  HbkPeriod        period = hbk_record_get_period (record);
  g_autofree char *start = period.start != HBK_DATE_NONE ? hbk_date_format (period.start) : g_strdup ("");
  g_autofree char *end = period.end != HBK_DATE_NONE ? hbk_date_format (period.end) : NULL;

  return end != NULL && period.end != period.start ? g_strdup_printf ("%s\n至 %s", start, end) : g_steal_pointer (&start);
}

static gboolean
has_column (const Form *form, HbkFormColumn column)
{
  for (guint i = 0; i < form->n_columns; i++)
    if (form->layout->columns[i] == column)
      return TRUE;

  return FALSE;
}

/* What it is about; where it gives less than it might, also why. */
static char *
say_content (const Form *form, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry)
{
  HbkRecord       *record = entry->result->record;
  g_autofree char *title = hbk_page_text_dup_clean (hbk_record_get_title (record));
  g_autofree char *activity = hbk_package_words_activity (form->submission->vocabulary, record);
  g_autofree char *outcome = hbk_package_words_outcome (hbk_assessment_get_pack (year->assessment), entry->result);
  GString         *text = g_string_new (title);

  if (!has_column (form, HBK_FORM_COLUMN_KIND))
    g_string_append_printf (text, text->len > 0 ? "（%s）" : "%s", activity);
  if (entry->result->outcome != HBK_OUTCOME_CREDITED || hbk_tally_total (entry->result->lost) > 0)
    g_string_append_printf (text, "\n%s", outcome);

  return g_string_free_and_steal (text);
}

static char *
say_cell (const Form *form, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry, HbkFormColumn column)
{
  const HbkRecordResult *result = entry->result;
  const HbkVocabulary   *vocabulary = form->submission->vocabulary;

  switch (column)
    {
    case HBK_FORM_COLUMN_NUMBER:
      return g_strdup_printf ("%u", entry->number);
    case HBK_FORM_COLUMN_DATES:
      return say_dates (result->record);
    case HBK_FORM_COLUMN_KIND:
      return hbk_package_words_activity (vocabulary, result->record);
    case HBK_FORM_COLUMN_CONTENT:
      return say_content (form, year, entry);
    case HBK_FORM_COLUMN_ORGANISER:
      return hbk_package_words_organiser (vocabulary, result->record);
    case HBK_FORM_COLUMN_PUBLIC:
      return hbk_hours_format (result->credited.public_hours);
    case HBK_FORM_COLUMN_PROFESSIONAL:
      return hbk_hours_format (result->credited.professional_hours);
    case HBK_FORM_COLUMN_CLAUSE:
      return hbk_package_words_place (hbk_assessment_get_pack (year->assessment), result->clause);
    case HBK_FORM_COLUMN_EVIDENCE:
      return entry->files->len > 0 ? hbk_package_words_files (entry) : g_strdup ("—");
    case HBK_FORM_COLUMN_END:
    default:
      g_assert_not_reached ();
    }
}

/* What an error names, which is for the person who makes the package. */
static void
set_place (const Form *form, const HbkSubmissionEntry *entry)
{
  const char      *title = hbk_record_get_title (entry->result->record);
  g_autofree char *shown = hbk_text_escape (title != NULL ? title : "", -1, 40);
  /* Translators: the number of a line of the form, and the title of its record */
  g_autofree char *place = g_strdup_printf (_("line %1$u of the form, “%2$s”"), entry->number, shown);

  hbk_page_document_set_place (form->document, place);
}

static void
add_entry (const Form *form, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry)
{
  HbkPageCell cells[HBK_FORM_COLUMNS_MAX] = { 0 };
  char       *texts[HBK_FORM_COLUMNS_MAX];

  set_place (form, entry);
  for (guint i = 0; i < form->n_columns; i++)
    {
      HbkFormColumn column = form->layout->columns[i];

      texts[i] = say_cell (form, year, entry, column);
      cells[i] = (HbkPageCell) { .text = texts[i], .style = column == HBK_FORM_COLUMN_CONTENT ? (HbkPageStyle) { 0 } : middle_style };
    }
  hbk_page_document_add_row (form->document, &(HbkPageRow) { .cells = cells, .n_cells = form->n_columns, .height = 20, .keep = entry == g_ptr_array_index (year->entries, year->entries->len - 1) });
  for (guint i = 0; i < form->n_columns; i++)
    g_free (texts[i]);
}

/* ---- A year ---- */

static void
add_heads (const Form *form)
{
  HbkPageCell cells[HBK_FORM_COLUMNS_MAX];

  for (guint i = 0; i < form->n_columns; i++)
    cells[i] = (HbkPageCell) { .text = hbk_form_column_get_title (form->layout->columns[i]), .style = head_style };
  hbk_page_document_begin_table (form->document, form->shares, form->n_columns);
  hbk_page_document_add_row (form->document, &(HbkPageRow) { .cells = cells, .n_cells = form->n_columns, .head = TRUE });
}

/* The columns before those of hours are one cell, and so are those behind. */
static void
add_totals (const Form *form, const HbkYearResult *year)
{
  g_autofree char *public_hours = hbk_hours_format (year->credited.public_hours);
  g_autofree char *professional = hbk_hours_format (year->credited.professional_hours);
  g_autofree char *sum = hbk_hours_format (hbk_tally_total (year->credited));
  g_autofree char *total = g_strdup_printf ("共 %s 学时", sum);
  guint            before = 0;

  while (form->layout->columns[before] != HBK_FORM_COLUMN_PUBLIC)
    before++;

  const HbkPageCell cells[] = {
    { .text = "合　计", .style = head_style, .span = before },
    { .text = public_hours, .style = head_style },
    { .text = professional, .style = head_style },
    { .text = total, .style = head_style, .span = form->n_columns - before - 2 },
  };

  hbk_page_document_add_row (form->document, &(HbkPageRow) { .cells = cells, .n_cells = G_N_ELEMENTS (cells), .height = 20, .keep = TRUE });
}

static void
add_wide_row (const Form *form, const char *text, const HbkPageStyle *style, gboolean keep)
{
  HbkPageCell cell = { .text = text, .style = *style, .span = form->n_columns };

  hbk_page_document_add_row (form->document, &(HbkPageRow) { .cells = &cell, .n_cells = 1, .height = 20, .keep = keep });
}

/* What the year asks for, whether it has it, and what goes where from here. */
static void
add_conclusion (const Form *form, const HbkSubmissionYear *year)
{
  const HbkPack   *pack = hbk_assessment_get_pack (year->assessment);
  const HbkStep   *certificate = hbk_form_layout_find_certificate (form->layout, pack);
  g_autofree char *required = hbk_package_words_required (pack, year->result);
  g_autofree char *verdict = hbk_package_words_verdict (year->result);
  GString         *text = g_string_new (NULL);

  g_string_printf (text, "%d 年度要求：%s。测算结论：%s。", year->year, required, verdict);
  if (certificate != NULL)
    {
      g_string_append_printf (text, "\n填入《%s》：公需科目 ", certificate->name.zh);
      hbk_hours_append (year->result->credited.public_hours, text);
      g_string_append (text, " 学时，专业科目 ");
      hbk_hours_append (year->result->credited.professional_hours, text);
      g_string_append (text, " 学时。");
    }
  add_wide_row (form, text->str, &(HbkPageStyle) { 0 }, FALSE);
  g_string_free (text, TRUE);
}

static void
add_year (const Form *form, const HbkSubmissionYear *year)
{
  g_autofree char *heading = g_strdup_printf ("%d 年度", year->year);

  hbk_page_document_set_place (form->document, heading);
  hbk_page_document_add_gap (form->document, 8);
  hbk_page_document_add_heading (form->document, heading, &year_style);
  hbk_page_document_add_gap (form->document, 2);
  add_heads (form);
  for (guint i = 0; i < year->entries->len; i++)
    add_entry (form, year, g_ptr_array_index (year->entries, i));
  hbk_page_document_set_place (form->document, heading);
  if (year->entries->len == 0)
    add_wide_row (form, "本年度没有记录", &middle_style, TRUE);
  add_totals (form, year->result);
  add_conclusion (form, year);
}

/* ---- The form ---- */

static void
add_opinions (const Form *form)
{
  static const double equal[] = { 1, 1, 1, 1 };
  HbkPageCell         cells[G_N_ELEMENTS (equal)] = { 0 };
  guint               n = form->layout->n_opinions;

  for (guint i = 0; i < n; i++)
    cells[i] = (HbkPageCell) { .text = form->layout->opinions[i].title, .foot = form->layout->opinions[i].foot };
  hbk_page_document_add_gap (form->document, 8);
  hbk_page_document_begin_table (form->document, equal, n);
  hbk_page_document_add_row (form->document, &(HbkPageRow) { .cells = cells, .n_cells = n, .height = OPINION_HEIGHT, .keep = TRUE });
}

static void
add_notes (const Form *form)
{
  GString *text = g_string_new ("“认定依据”为通知中的条款位置；“证明材料”为材料包中的编号，同一编号见材料目录和文件名。学时为按通知测算的结果，以审核、验证为准。");

  if (form->layout->hint != NULL)
    g_string_prepend (text, form->layout->hint);
  hbk_page_document_add_gap (form->document, 3);
  hbk_page_document_add_text (form->document, text->str, &note_style);
  g_string_free (text, TRUE);
}

static void
count_columns (Form *form)
{
  while (form->layout->columns[form->n_columns] != HBK_FORM_COLUMN_END)
    {
      form->shares[form->n_columns] = hbk_form_column_get_share (form->layout->columns[form->n_columns]);
      form->n_columns++;
    }
}

static HbkPageDocument *
begin_document (const HbkSubmission *submission, const char *title)
{
  const HbkPack     *pack = hbk_submission_get_pack (submission);
  g_autofree char   *name = hbk_page_text_dup_clean (hbk_profile_get_name (submission->profile));
  g_autofree char   *date = hbk_date_format (submission->as_of);
  g_autofree char   *running = g_strdup_printf ("%s　%s", title, name);
  g_autofree char   *footer = g_strdup_printf ("由学时簿生成　测算日 %s　规则 %s %s", date, pack->name.zh, pack->revision);
  const HbkPageSetup setup = { .title = title, .running = running, .footer = footer, .date = submission->as_of, .landscape = TRUE };

  return hbk_page_document_new (&setup);
}

/**
 * hbk_register_form_new:
 * @submission: what is handed in
 * @error: where to put an error
 *
 * Makes the register form (登记表) of a region: the person, every line of every year, totals, and boxes for opinions. It can be drawn page by page, with
 * [method@PageDocument.draw], or written.
 *
 * Returns: (transfer full): the form, or %NULL when a text has a character that no font has
 */
HbkPageDocument *
hbk_register_form_new (const HbkSubmission *submission, GError **error)
{
  const HbkPack *pack;
  const char    *title;
  Form           form = { .submission = submission };

  g_return_val_if_fail (submission != NULL && submission->years->len > 0, NULL);

  pack = hbk_submission_get_pack (submission);
  form.layout = hbk_form_layout_find (pack);
  count_columns (&form);
  title = hbk_form_layout_get_title (form.layout, pack);

  g_autoptr (HbkPageDocument) document = begin_document (submission, title);

  form.document = document;
  hbk_page_document_add_heading (document, title, &title_style);
  hbk_page_document_add_heading (document, form.layout->remark, &remark_style);
  hbk_page_document_add_gap (document, 6);
  hbk_form_person_add (document, submission);
  for (guint i = 0; i < submission->years->len; i++)
    add_year (&form, g_ptr_array_index (submission->years, i));
  add_opinions (&form);
  add_notes (&form);
  if (!hbk_page_document_finish (document, error))
    return NULL;

  return g_steal_pointer (&document);
}

/**
 * hbk_register_form_write:
 * @submission: what is handed in
 * @error: where to put an error
 *
 * Writes the register form (登记表) as PDF; see [func@register_form_new].
 *
 * Returns: (transfer full): the bytes of the file, or %NULL
 */
GBytes *
hbk_register_form_write (const HbkSubmission *submission, GError **error)
{
  g_autoptr (HbkPageDocument) document = hbk_register_form_new (submission, error);

  return document != NULL ? hbk_page_document_write (document, error) : NULL;
}
