/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-import-words.h"

#include <string.h>

#include "exchange/hbk-cell-text.h"

/* Not for gettext: a table may be in another language than the one its reader works in. The words are small and blank-free. */
typedef struct
{
  const char *zh;
  const char *en;
  const char *words;
} Word;

static const Word subjects[] = {
  [HBK_SUBJECT_NONE] = { "", "", "" },
  [HBK_SUBJECT_PUBLIC] = { "公需科目", "public", " 公需 公需科目 公需课 公需课程 公需科目学时 公共科目 public publicsubject " },
  [HBK_SUBJECT_PROFESSIONAL] = { "专业科目", "professional", " 专业 专业科目 专业课 专业课程 专业科目学时 professional professionalsubject " },
};

static const Word statuses[] = {
  [HBK_STATUS_PLANNED] = { "计划中", "planned", " 计划 计划中 未开始 planned " },
  [HBK_STATUS_DONE] = { "已完成", "done", " 完成 已完成 已结业 已学完 合格 已通过 done completed passed " },
  [HBK_STATUS_SUBMITTED] = { "已提交", "submitted", " 已提交 已申报 待审核 审核中 submitted pending " },
  [HBK_STATUS_VERIFIED] = { "已审验", "verified", " 已审验 已审核 审核通过 审验通过 已认定 已确认 verified approved " },
  [HBK_STATUS_RETURNED] = { "被退回", "returned", " 被退回 退回 已退回 审核不通过 审核未通过 returned rejected " },
};

static const Word booleans[] = {
  [FALSE] = { "否", "no", " 否 无 没有 未 错 × ✗ n no false 0 " },
  [TRUE] = { "是", "yes", " 是 有 已 对 √ ✓ ✔ y yes true 1 " },
};

static const char totals[] = " 合计 总计 小计 共计 累计 总学时 合计学时 total totals subtotal sum grandtotal ";

/* What people write where there is nothing to say. */
static const char nothing[] = " - -- — —— / \\ n/a na 不详 未知 暂无 ";

static const char *
get_label (const Word *word, HbkLanguage language)
{
  return language == HBK_LANGUAGE_ZH ? word->zh : word->en;
}

static gboolean
has_word (const char *words, const char *text)
{
  g_autofree char *key = hbk_cell_text_key (text);
  g_autofree char *word = g_strconcat (" ", key, " ", NULL);

  return *key != '\0' && strstr (words, word) != NULL;
}

static int
find_word (const Word *words, guint n_words, const char *text)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (has_word (words[i].words, text))
        return (int) i;
    }

  return -1;
}

/**
 * hbk_import_words_for_subject:
 * @subject: a subject
 * @language: the language wanted
 *
 * Names a subject in a table.
 *
 * Returns: the name; empty for none
 */
const char *
hbk_import_words_for_subject (HbkSubject subject, HbkLanguage language)
{
  g_return_val_if_fail (subject <= HBK_SUBJECT_PROFESSIONAL, NULL);

  return get_label (&subjects[subject], language);
}

/**
 * hbk_import_words_for_status:
 * @status: a status
 * @language: the language wanted
 *
 * Names a status in a table.
 *
 * Returns: the name
 */
const char *
hbk_import_words_for_status (HbkStatus status, HbkLanguage language)
{
  g_return_val_if_fail (status <= HBK_STATUS_RETURNED, NULL);

  return get_label (&statuses[status], language);
}

/**
 * hbk_import_words_for_boolean:
 * @value: yes or no
 * @language: the language wanted
 *
 * Names yes or no in a table.
 *
 * Returns: the name
 */
const char *
hbk_import_words_for_boolean (gboolean value, HbkLanguage language)
{
  return get_label (&booleans[value ? TRUE : FALSE], language);
}

/**
 * hbk_import_words_read_subject:
 * @text: the text of a cell
 * @subject: (out): the subject
 *
 * Reads a subject in Chinese or English.
 *
 * Returns: %FALSE when it is none
 */
gboolean
hbk_import_words_read_subject (const char *text, HbkSubject *subject)
{
  int found;

  g_return_val_if_fail (text != NULL && subject != NULL, FALSE);

  found = find_word (subjects, G_N_ELEMENTS (subjects), text);
  if (found >= 0)
    *subject = (HbkSubject) found;

  return found >= 0;
}

/**
 * hbk_import_words_read_status:
 * @text: the text of a cell
 * @status: (out): the status
 *
 * Reads a status in Chinese or English.
 *
 * Returns: %FALSE when it is none
 */
gboolean
hbk_import_words_read_status (const char *text, HbkStatus *status)
{
  int found;

  g_return_val_if_fail (text != NULL && status != NULL, FALSE);

  found = find_word (statuses, G_N_ELEMENTS (statuses), text);
  if (found >= 0)
    *status = (HbkStatus) found;

  return found >= 0;
}

/**
 * hbk_import_words_read_boolean:
 * @text: the text of a cell
 * @value: (out): yes or no
 *
 * Reads yes or no in Chinese or English, or as a tick.
 *
 * Returns: %FALSE when it is neither
 */
gboolean
hbk_import_words_read_boolean (const char *text, gboolean *value)
{
  int found;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  found = find_word (booleans, G_N_ELEMENTS (booleans), text);
  if (found >= 0)
    *value = found;

  return found >= 0;
}

/**
 * hbk_import_words_are_nothing:
 * @text: the text of a cell
 *
 * Says whether a cell is empty, or has what people write where there is nothing to say, such as a dash.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_import_words_are_nothing (const char *text)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (text != NULL, TRUE);

  key = hbk_cell_text_key (text);

  return *key == '\0' || has_word (nothing, key);
}

/**
 * hbk_import_words_are_total:
 * @text: the text of a cell
 *
 * Says whether a cell names the total of a table.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_import_words_are_total (const char *text)
{
  g_autofree char *key = NULL;
  gsize            length;

  g_return_val_if_fail (text != NULL, FALSE);

  key = hbk_cell_text_key (text);
  length = strlen (key);
  if (length > 0 && key[length - 1] == ':')
    key[length - 1] = '\0';

  return has_word (totals, key);
}

static gboolean
is_name (const char *id, const HbkBilingual *name, const char *key)
{
  g_autofree char *zh = hbk_cell_text_key (hbk_bilingual_get (name, HBK_LANGUAGE_ZH));
  g_autofree char *en = hbk_cell_text_key (hbk_bilingual_get (name, HBK_LANGUAGE_EN));
  g_autofree char *small_id = g_utf8_strdown (id, -1);

  return g_str_equal (small_id, key) || g_str_equal (zh, key) || g_str_equal (en, key);
}

/**
 * hbk_import_words_find_choice:
 * @text: the text of a cell
 * @fact: a fact whose answer is a choice
 *
 * Finds an answer by its id or its name in either language.
 *
 * Returns: (transfer none) (nullable): the answer, or %NULL when it is none
 */
const HbkChoiceSpec *
hbk_import_words_find_choice (const char *text, const HbkFactSpec *fact)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (text != NULL && fact != NULL, NULL);

  key = hbk_cell_text_key (text);
  for (guint i = 0; fact->choices != NULL && i < fact->choices->len; i++)
    {
      const HbkChoiceSpec *choice = &g_array_index (fact->choices, HbkChoiceSpec, i);

      if (is_name (choice->id, &choice->name, key))
        return choice;
    }

  return NULL;
}
