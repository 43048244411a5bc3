/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-summary-grids.h"

#include "submission/hbk-submission-words.h"

static void
add_line (HbkGrid *grid, const char *what, const char *text)
{
  hbk_grid_add_text (grid, what);
  hbk_grid_add_text (grid, text);
  hbk_grid_end_row (grid);
}

static void
add_checksum (HbkGrid *grid, const char *what, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  add_line (grid, what, sha256);
}

static void
add_pack (HbkGrid *grid, const HbkPack *pack)
{
  g_autofree char *name = g_strdup_printf ("%s（%s）", pack->name.zh, pack->id);

  add_line (grid, "规则包", name);
  add_line (grid, "规则包版本", pack->revision);
  add_checksum (grid, "规则包 SHA-256", hbk_pack_get_bytes (pack));
  if (pack->parent != NULL)
    {
      g_autofree char *parent = g_strdup_printf ("%s（%s）%s", pack->parent->name.zh, pack->parent->id, pack->parent->revision);

      add_line (grid, "上级规则包", parent);
      add_checksum (grid, "上级规则包 SHA-256", hbk_pack_get_bytes (pack->parent));
    }
  add_checksum (grid, "词汇表 SHA-256", hbk_vocabulary_get_bytes (pack->vocabulary));
  for (guint i = 0; i < pack->notices->len; i++)
    {
      const HbkNotice *notice = &g_array_index (pack->notices, HbkNotice, i);
      g_autofree char *text = g_strjoin ("　", notice->title.zh, notice->number != NULL ? notice->number : "", NULL);

      add_line (grid, "依据文件", g_strchomp (text));
    }
}

static void
add_readings (HbkGrid *grid, const HbkAssessment *assessment)
{
  const HbkPack *pack = hbk_assessment_get_pack (assessment);

  for (guint i = 0; i < pack->readings->len; i++)
    {
      const HbkReading       *reading = &g_array_index (pack->readings, HbkReading, i);
      guint                   used = hbk_assessment_get_option (assessment, i);
      const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, used);
      g_autofree char        *what = g_strdup_printf ("口径 %s", reading->id);

      hbk_grid_add_text (grid, what);
      hbk_grid_add_text (grid, option->text.zh);
      hbk_grid_add_text (grid, used == reading->initial ? "默认口径" : "本人选用");
      hbk_grid_add_text (grid, reading->question.zh);
    }
}

/* Years that are assessed together have their rules named once. */
static void
add_rules (HbkGrid *grid, const HbkSubmission *submission)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (submission->years, i);
      g_autoptr (GString) years = g_string_new (NULL);

      if (!g_hash_table_add (seen, year->assessment))
        continue;
      for (guint j = i; j < submission->years->len; j++)
        {
          const HbkSubmissionYear *other = g_ptr_array_index (submission->years, j);

          if (other->assessment == year->assessment)
            g_string_append_printf (years, "%s%d", years->len > 0 ? "、" : "", other->year);
        }
      add_line (grid, "适用年度", years->str);
      add_pack (grid, hbk_assessment_get_pack (year->assessment));
      add_readings (grid, year->assessment);
    }
}

static void
add_target (HbkGrid *grid, const HbkSubmission *submission)
{
  const HbkSubmissionYear *last = g_ptr_array_index (submission->years, submission->years->len - 1);
  g_autofree char         *target = NULL;

  if (submission->options.apply_year != 0)
    target = g_strdup_printf ("%d 年申报%s职称", submission->options.apply_year, hbk_submission_words_level (submission->options.level));
  else
    target = g_strdup_printf ("%d 年度学时登记", last->year);
  add_line (grid, "用途", target);
}

/**
 * hbk_summary_grids_about:
 * @submission: what is handed in
 *
 * Makes the table that says what the figures rest on: the day, the rules with their checksums, the notices, and the meaning that was taken of each
 * unclear clause.
 *
 * Returns: (transfer full): the table
 */
HbkGrid *
hbk_summary_grids_about (const HbkSubmission *submission)
{
  static const HbkGridColumn columns[] = { { "项目", 24 }, { "内容", 68 }, { "备注", 12 }, { "问题", 44 } };
  HbkGrid                   *grid = hbk_grid_new ("说明", columns, G_N_ELEMENTS (columns));
  g_autofree char           *day = hbk_date_format (submission->as_of);

  hbk_grid_add_head (grid, "本材料的计算依据");
  add_target (grid, submission);
  add_line (grid, "计算日期", day);
  add_rules (grid, submission);
  hbk_grid_add_foot (grid, "学时由学时簿按上列规则和口径计算，以审核部门的认定为准。");

  return grid;
}
