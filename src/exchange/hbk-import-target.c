/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-import-target.h"

#include <string.h>

#define FACT_PREFIX "fact:"

/* Not for gettext: a table may be in another language than the one its reader works in. */
static const struct
{
  const char *name;
  const char *zh;
  const char *en;
} targets[] = {
  [HBK_IMPORT_IGNORE] = { "ignore", "不导入", "not imported" },
  [HBK_IMPORT_ID] = { "id", "记录编号", "Record id" },
  [HBK_IMPORT_TITLE] = { "title", "名称", "Title" },
  [HBK_IMPORT_ACTIVITY] = { "activity", "活动类别", "Activity" },
  [HBK_IMPORT_START] = { "start", "开始日期", "Start" },
  [HBK_IMPORT_END] = { "end", "结束日期", "End" },
  [HBK_IMPORT_PERIOD] = { "period", "起止日期", "Dates" },
  [HBK_IMPORT_SUBJECT] = { "subject", "科目", "Subject" },
  [HBK_IMPORT_STATUS] = { "status", "状态", "Status" },
  [HBK_IMPORT_WORK] = { "work", "成果标识", "Work" },
  [HBK_IMPORT_NOTE] = { "note", "备注", "Note" },
  [HBK_IMPORT_APPEND_NOTE] = { "append_note", "并入备注", "added to the note" },
  [HBK_IMPORT_VERIFIED_PUBLIC] = { "verified_public", "审验公需学时", "Verified public hours" },
  [HBK_IMPORT_VERIFIED_PROFESSIONAL] = { "verified_professional", "审验专业学时", "Verified professional hours" },
  [HBK_IMPORT_HOURS] = { "hours", "学时（按活动类别）", "hours, as the activity has them" },
};

/**
 * hbk_import_target_from_name:
 * @name: a name such as `title` or `fact:days`
 * @vocabulary: the words all packs share
 * @target: (out): the target
 *
 * Finds what a column may say by the name a person gives it.
 *
 * Returns: %FALSE when there is nothing of this name
 */
gboolean
hbk_import_target_from_name (const char *name, const HbkVocabulary *vocabulary, HbkImportTarget *target)
{
  g_return_val_if_fail (name != NULL && vocabulary != NULL && target != NULL, FALSE);

  if (g_str_has_prefix (name, FACT_PREFIX))
    {
      *target = (HbkImportTarget) { HBK_IMPORT_FACT, hbk_vocabulary_lookup_fact (vocabulary, name + strlen (FACT_PREFIX)) };
      return target->fact != NULL;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      if (g_str_equal (targets[i].name, name))
        {
          *target = (HbkImportTarget) { (HbkImportTargetKind) i, NULL };
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * hbk_import_target_equal:
 * @a: a target
 * @b: another target
 *
 * Says whether two targets are the same.
 *
 * Returns: %TRUE when they are
 */
gboolean
hbk_import_target_equal (const HbkImportTarget *a, const HbkImportTarget *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && a->fact == b->fact;
}

/**
 * hbk_import_target_to_name:
 * @target: a target
 *
 * Names a target as [func@import_target_from_name] takes it.
 *
 * Returns: (transfer full): the name
 */
char *
hbk_import_target_to_name (const HbkImportTarget *target)
{
  g_return_val_if_fail (target != NULL && target->kind <= HBK_IMPORT_FACT, NULL);

  return target->kind == HBK_IMPORT_FACT ? g_strconcat (FACT_PREFIX, target->fact->id, NULL) : g_strdup (targets[target->kind].name);
}

/**
 * hbk_import_target_get_label:
 * @target: a target
 * @language: the language wanted
 *
 * Names a target for people.
 *
 * Returns: the label
 */
const char *
hbk_import_target_get_label (const HbkImportTarget *target, HbkLanguage language)
{
  g_return_val_if_fail (target != NULL && target->kind <= HBK_IMPORT_FACT, NULL);

  if (target->kind == HBK_IMPORT_FACT)
    return hbk_bilingual_get (&target->fact->name, language);

  return language == HBK_LANGUAGE_ZH ? targets[target->kind].zh : targets[target->kind].en;
}
