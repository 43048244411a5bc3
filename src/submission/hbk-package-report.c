/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-report.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "disk/hbk-sha256.h"
#include "submission/hbk-package-words.h"
#include "submission/hbk-report-year.h"

static const HbkPageStyle title_style = { .size = 17, .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle under_style = { .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle section_style = { .size = 11.5, .bold = TRUE };
static const HbkPageStyle head_style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle middle_style = { .align = HBK_PAGE_ALIGN_CENTRE };
static const HbkPageStyle plain_style = { 0 };

static void
add_section (HbkPageDocument *document, const char *text)
{
  hbk_page_document_add_gap (document, 10);
  hbk_page_document_add_heading (document, text, &section_style);
  hbk_page_document_add_gap (document, 3);
}

/* ---- The years ---- */

/* Hours that are there but are not in the total. */
static char *
say_without (const HbkYearResult *result)
{
  g_autofree char *lost = hbk_package_words_hours (result->lost);
  g_autofree char *pending = hbk_package_words_hours (result->pending);
  GString         *text = g_string_new (NULL);

  if (hbk_tally_total (result->lost) > 0)
    g_string_append_printf (text, "\n超过上限不计：%s。", lost);
  if (hbk_tally_total (result->pending) > 0)
    g_string_append_printf (text, "\n待补充后可计：%s。", pending);

  return g_string_free_and_steal (text);
}

static void
add_year_row (HbkPageDocument *document, const HbkSubmissionYear *year)
{
  const HbkYearResult *result = year->result;
  const HbkPack       *pack = hbk_assessment_get_pack (year->assessment);
  g_autofree char     *name = g_strdup_printf ("%d", year->year);
  g_autofree char     *public_hours = hbk_hours_format (result->credited.public_hours);
  g_autofree char     *professional = hbk_hours_format (result->credited.professional_hours);
  g_autofree char     *total = hbk_hours_format (hbk_tally_total (result->credited));
  g_autofree char     *evidenced = hbk_hours_format (hbk_tally_total (result->evidenced));
  g_autofree char     *verified = hbk_hours_format (hbk_tally_total (result->verified));
  g_autofree char     *required = hbk_package_words_required (pack, result);
  g_autofree char     *verdict = hbk_package_words_verdict (result);
  g_autofree char     *without = say_without (result);
  g_autofree char     *words = g_strdup_printf ("%s。\n要求：%s。%s", verdict, required, without);
  const HbkPageCell    cells[] = {
    { .text = name, .style = head_style },
    { .text = public_hours, .style = middle_style },
    { .text = professional, .style = middle_style },
    { .text = total, .style = head_style },
    { .text = evidenced, .style = middle_style },
    { .text = verified, .style = middle_style },
    { .text = words },
  };

  hbk_page_document_add_row (document, &(HbkPageRow) { .cells = cells, .n_cells = G_N_ELEMENTS (cells) });
}

static void
add_years (HbkPageDocument *document, const HbkSubmission *submission)
{
  static const double      shares[] = { 40, 44, 44, 44, 52, 52, 234 };
  static const HbkPageCell heads[] = {
    { .text = "年度", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "公需", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "专业", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "合计", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "材料齐全", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "已审验", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { .text = "结论", .style = { .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
  };

  add_section (document, "一、各年度结论（学时）");
  hbk_page_document_begin_table (document, shares, G_N_ELEMENTS (shares));
  hbk_page_document_add_row (document, &(HbkPageRow) { .cells = heads, .n_cells = G_N_ELEMENTS (heads), .head = TRUE });
  for (guint i = 0; i < submission->years->len; i++)
    add_year_row (document, g_ptr_array_index (submission->years, i));
}

/* ---- Rules ---- */

static char *
say_rules (const HbkPack *pack)
{
  gsize            length;
  const char      *data = g_bytes_get_data (hbk_pack_get_bytes (pack), &length);
  g_autofree char *checksum = hbk_sha256_bytes (data, length);
  GString         *text = g_string_new (NULL);

  g_string_printf (text, "%s（%s，版本 %s）\nSHA-256：%s", pack->name.zh, pack->id, pack->revision, checksum);
  for (guint i = 0; i < pack->notices->len; i++)
    {
      const HbkNotice *notice = &g_array_index (pack->notices, HbkNotice, i);

      g_string_append_printf (text, "\n依据：%s《%s》", notice->issuer.zh, notice->title.zh);
      if (notice->number != NULL)
        g_string_append_printf (text, "（%s）", notice->number);
    }

  return g_string_free_and_steal (text);
}

/* Each pack once, and what it builds on after it. */
static void
add_rules (HbkPageDocument *document, const HbkSubmission *submission)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  add_section (document, "五、规则");
  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (submission->years, i);

      for (const HbkPack *pack = hbk_assessment_get_pack (year->assessment); pack != NULL; pack = pack->parent)
        {
          g_autofree char *text = NULL;

          if (!g_hash_table_add (seen, (gpointer) pack))
            continue;
          text = say_rules (pack);
          hbk_page_document_add_text (document, text, &plain_style);
          hbk_page_document_add_gap (document, 3);
        }
    }
}

/* ---- The rest ---- */

static void
add_findings (HbkPageDocument *document, GPtrArray *findings)
{
  add_section (document, "四、提交前检查");
  if (findings == NULL || findings->len == 0)
    hbk_page_document_add_text (document, "没有发现问题。", &plain_style);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      g_autofree char *clean = hbk_page_text_dup_clean (g_ptr_array_index (findings, i));
      g_autofree char *line = g_strdup_printf ("• %s", clean);

      hbk_page_document_add_text (document, line, &plain_style);
    }
}

static void
add_truth (HbkPageDocument *document, const HbkSubmission *submission)
{
  g_autofree char *date = hbk_date_format (submission->as_of);
  g_autofree char *text = g_strdup_printf ("测算日为 %s。学时是按上述规则由填报内容测算的结果，不是审核结论，以有关部门的审核、验证为准。\n"
                                           "材料包附有校验和。校验和一致只说明文件在打包后没有损坏或改动，不能证明内容真实；内容真伪须由单位和主管部门对照原件核实。",
                                           date);

  add_section (document, "六、说明");
  hbk_page_document_add_text (document, text, &plain_style);
}

static HbkPageDocument *
begin_document (const HbkSubmission *submission)
{
  g_autofree char   *name = hbk_page_text_dup_clean (hbk_profile_get_name (submission->profile));
  g_autofree char   *employer = hbk_page_text_dup_clean (hbk_profile_get_employer (submission->profile));
  g_autofree char   *date = hbk_date_format (submission->as_of);
  g_autofree char   *running = g_strdup_printf ("继续教育学时测算说明　%s", name);
  g_autofree char   *under = g_strdup_printf ("%s%s%s　测算日 %s", name, *employer != '\0' ? "　" : "", employer, date);
  g_autofree char   *footer = g_strdup_printf ("由学时簿生成　测算日 %s", date);
  const HbkPageSetup setup = { .title = "继续教育学时测算说明", .running = running, .footer = footer, .date = submission->as_of };
  HbkPageDocument   *document = hbk_page_document_new (&setup);

  hbk_page_document_set_place (document, _("the head of the report"));
  hbk_page_document_add_heading (document, setup.title, &title_style);
  hbk_page_document_add_gap (document, 2);
  hbk_page_document_add_heading (document, under, &under_style);

  return document;
}

/**
 * hbk_package_report_new:
 * @submission: what is handed in
 * @findings: (nullable) (element-type utf8): what the check before handing in found, a line each, in Chinese
 * @error: where to put an error
 *
 * Makes the report of a package: what was counted and by which clause, what was not and why, where other readings of the notice would matter, what to look
 * at, and by which rules.
 *
 * Returns: (transfer full): the report, or %NULL when a text has a character that no font has
 */
HbkPageDocument *
hbk_package_report_new (const HbkSubmission *submission, GPtrArray *findings, GError **error)
{
  g_autoptr (HbkPageDocument) document = NULL;

  g_return_val_if_fail (submission != NULL && submission->years->len > 0, NULL);

  document = begin_document (submission);
  add_years (document, submission);
  add_section (document, "二、逐条说明");
  for (guint i = 0; i < submission->years->len; i++)
    hbk_report_year_add_records (document, submission, g_ptr_array_index (submission->years, i));
  add_section (document, "三、需要留意的事项");
  for (guint i = 0; i < submission->years->len; i++)
    hbk_report_year_add_remarks (document, g_ptr_array_index (submission->years, i));
  hbk_page_document_set_place (document, _("the report"));
  add_findings (document, findings);
  add_rules (document, submission);
  add_truth (document, submission);
  if (!hbk_page_document_finish (document, error))
    return NULL;

  return g_steal_pointer (&document);
}

/**
 * hbk_package_report_write:
 * @submission: what is handed in
 * @findings: (nullable) (element-type utf8): what the check before handing in found, a line each, in Chinese
 * @error: where to put an error
 *
 * Writes the report of a package as PDF; see [func@package_report_new].
 *
 * Returns: (transfer full): the bytes of the file, or %NULL
 */
GBytes *
hbk_package_report_write (const HbkSubmission *submission, GPtrArray *findings, GError **error)
{
  g_autoptr (HbkPageDocument) document = hbk_package_report_new (submission, findings, error);

  return document != NULL ? hbk_page_document_write (document, error) : NULL;
}
