/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-form-person.h"

#include <glib/gi18n.h>

/* Labels and answers, side by side three times. */
#define N_COLUMNS 6

typedef struct
{
  HbkPageDocument *document;
  GPtrArray       *texts;
  HbkPageCell      cells[N_COLUMNS];
  guint            n_cells;
} Rows;

static void
end_row (Rows *rows)
{
  if (rows->n_cells == 0)
    return;

  hbk_page_document_add_row (rows->document, &(HbkPageRow) { .cells = rows->cells, .n_cells = rows->n_cells, .height = 20, .keep = TRUE });
  rows->n_cells = 0;
}

static guint
count_columns (const Rows *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->n_cells; i++)
    n += MAX (rows->cells[i].span, 1);

  return n;
}

/* What nobody has entered stays free, to be filled in by hand. */
static void
add (Rows *rows, const char *label, char *answer, guint span)
{
  g_ptr_array_add (rows->texts, answer);
  rows->cells[rows->n_cells++] = (HbkPageCell) { .text = label, .style = { .align = HBK_PAGE_ALIGN_CENTRE, .bold = TRUE } };
  rows->cells[rows->n_cells++] = (HbkPageCell) { .text = answer, .span = span };
  if (count_columns (rows) == N_COLUMNS)
    end_row (rows);
}

/* The answer to an attribute as it is read. */
static char *
dup_attribute (const HbkSubmission *submission, const char *id)
{
  const HbkFactSpec   *spec = hbk_vocabulary_lookup_attribute (submission->vocabulary, id);
  const HbkValue      *value = hbk_profile_lookup_attribute (submission->profile, id);
  const HbkChoiceSpec *choice;

  if (value == NULL || value->kind != HBK_VALUE_TEXT)
    return g_strdup ("");

  choice = spec != NULL && spec->type == HBK_FACT_CHOICE ? hbk_fact_spec_lookup_choice (spec, value->text) : NULL;

  return choice != NULL ? g_strdup (choice->name.zh) : hbk_page_text_dup_clean (value->text);
}

/* "2020–2024 年度" where no year is left out, else all of them. */
static char *
say_years (const HbkSubmission *submission)
{
  const HbkSubmissionYear *first = g_ptr_array_index (submission->years, 0);
  const HbkSubmissionYear *last = g_ptr_array_index (submission->years, submission->years->len - 1);
  GString                 *text;

  if (submission->years->len == 1)
    return g_strdup_printf ("%d 年度", first->year);
  if (last->year - first->year + 1 == (int) submission->years->len)
    return g_strdup_printf ("%d–%d 年度", first->year, last->year);

  text = g_string_new (NULL);
  for (guint i = 0; i < submission->years->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "、" : "", ((const HbkSubmissionYear *) g_ptr_array_index (submission->years, i))->year);
  g_string_append (text, " 年度");

  return g_string_free_and_steal (text);
}

static const char *
say_level (HbkTitleLevel level)
{
  switch (level)
    {
    case HBK_TITLE_LEVEL_JUNIOR:
      return "初级";
    case HBK_TITLE_LEVEL_INTERMEDIATE:
      return "中级";
    case HBK_TITLE_LEVEL_SENIOR:
      return "高级";
    case HBK_TITLE_LEVEL_UNKNOWN:
    case HBK_TITLE_LEVEL_NONE:
    default:
      return "";
    }
}

static void
add_rows (Rows *rows, const HbkSubmission *submission)
{
  const HbkSubmissionOptions *options = &submission->options;
  HbkDate                     post = hbk_profile_get_post_from (submission->profile);

  add (rows, "姓名", hbk_page_text_dup_clean (hbk_profile_get_name (submission->profile)), 1);
  add (rows, "工作单位", hbk_page_text_dup_clean (hbk_profile_get_employer (submission->profile)), 3);
  add (rows, "单位性质", dup_attribute (submission, "employer_type"), 1);
  add (rows, "从事行业", dup_attribute (submission, "sector"), 1);
  add (rows, "现职称", hbk_page_text_dup_clean (hbk_profile_get_title (submission->profile)), 1);
  add (rows, "职称层级", dup_attribute (submission, "title_level"), 1);
  add (rows, "任现职起始", post != HBK_DATE_NONE ? hbk_date_format (post) : g_strdup (""), 1);
  add (rows, "登记年度", say_years (submission), 1);
  if (options->apply_year != 0)
    add (rows, "申报职称", g_strdup_printf ("%d 年%s", options->apply_year, say_level (options->level)), 1);
  if (options->with_id_number && hbk_profile_lookup_attribute (submission->profile, HBK_FORM_ID_NUMBER) != NULL)
    add (rows, "身份证号", dup_attribute (submission, HBK_FORM_ID_NUMBER), 1);
  /* The rest of the last row is one answer. */
  if (rows->n_cells > 0)
    {
      rows->cells[rows->n_cells - 1].span += N_COLUMNS - count_columns (rows);
      end_row (rows);
    }
}

/*
 * hbk_form_person_add:
 * @document: a form
 * @submission: what is handed in
 *
 * Adds who hands it in, and for which years. The number of the identity card is there only when it was asked for.
 */
void
hbk_form_person_add (HbkPageDocument *document, const HbkSubmission *submission)
{
  static const double shares[N_COLUMNS] = { 62, 190, 62, 190, 62, 190 };
  Rows                rows = { .document = document, .texts = g_ptr_array_new_with_free_func (g_free) };

  hbk_page_document_set_place (document, _("the person's details on the form"));
  hbk_page_document_begin_table (document, shares, N_COLUMNS);
  add_rows (&rows, submission);
  g_ptr_array_unref (rows.texts);
}
