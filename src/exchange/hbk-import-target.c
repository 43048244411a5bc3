/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-import-target.h"

#include <string.h>

#include "exchange/hbk-cell-text.h"

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

/* The headers of platforms and of people, in small letters and without blanks; all in one line each. */
static const struct
{
  HbkImportTargetKind kind;
  const char         *headers;
} synonyms[] = {
  { HBK_IMPORT_IGNORE, " 序号 no no. # 姓名 性别 身份证 身份证号 身份证号码 证件号码 手机号 联系电话 工作单位 所在单位 单位 职称 证明材料 evidence " },
  { HBK_IMPORT_ID, " 编号 记录号 记录编号 " },
  { HBK_IMPORT_TITLE, " 课程名称 课程名 课程 课程标题 培训名称 培训班名称 培训班次 班次名称 培训项目 培训项目名称 培训内容 项目名称 学习内容 学习课程 学习项目 活动名称 会议名称 讲座名称 标题 题目 论文题目 论文名称 成果名称 继续教育项目 name coursename coursetitle course activityname activitytitle " },
  { HBK_IMPORT_ACTIVITY, " 活动类型 活动 继续教育类型 继续教育形式 学习类型 activitytype " },
  { HBK_IMPORT_START, " 开始时间 起始时间 起始日期 开课时间 开课日期 培训开始时间 培训开始日期 学习开始时间 学习开始日期 startdate starttime startson begin from " },
  { HBK_IMPORT_END, " 结束时间 完成时间 完成日期 结业时间 结业日期 截止时间 截止日期 终止时间 终止日期 培训结束时间 培训结束日期 学习结束时间 学习完成时间 通过时间 通过日期 enddate endtime endson finish completed completedon completiondate datecompleted until " },
  { HBK_IMPORT_PERIOD, " 时间 日期 培训时间 培训日期 学习时间 学习日期 活动时间 活动日期 起止时间 培训起止时间 培训起止日期 学习起止时间 会议时间 时间段 date period when trainingdate trainingdates " },
  { HBK_IMPORT_SUBJECT, " 科目类型 科目类别 课程科目 学时类型 学时类别 公需/专业 公需或专业 subjecttype " },
  { HBK_IMPORT_STATUS, " 审核状态 记录状态 审验状态 学习状态 " },
  { HBK_IMPORT_WORK, " doi 专利号 专利号码 登记号 " },
  { HBK_IMPORT_NOTE, " 说明 备注说明 notes remark remarks comment comments " },
  { HBK_IMPORT_APPEND_NOTE, " 主办单位 举办单位 承办单位 主办方 培训机构 培训单位 培训主办单位 施教机构 发证单位 发证机构 证书编号 证书号 地点 培训地点 活动地点 授课老师 授课教师 讲师 主讲人 organiser organizer provider host location place venue instructor speaker certificatenumber certificateno certificateno. " },
  { HBK_IMPORT_HOURS, " 学时 学时数 学分 学分数 获得学时 获得学分 取得学时 所获学时 所得学时 授予学时 认定学时 培训学时 课程学时 总学时 课时 课时数 hours hour credit credits credithours learninghours " },
};

static gboolean
find_synonym (const char *key, HbkImportTarget *target)
{
  g_autofree char *word = g_strconcat (" ", key, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      if (strstr (synonyms[i].headers, word) != NULL)
        {
          *target = (HbkImportTarget) { synonyms[i].kind, NULL };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_label (const char *zh, const char *en, const char *key)
{
  const char *const texts[] = { zh, en };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *own = texts[i] != NULL ? hbk_cell_text_key (texts[i]) : NULL;

      if (own != NULL && g_str_equal (own, key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_label (const char *key, HbkImportTarget *target)
{
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      if (is_label (targets[i].zh, targets[i].en, key) || g_str_equal (targets[i].name, key))
        {
          *target = (HbkImportTarget) { (HbkImportTargetKind) i, NULL };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_fact (const char *key, const HbkVocabulary *vocabulary, HbkImportTarget *target)
{
  for (guint i = 0; i < hbk_vocabulary_get_n_facts (vocabulary); i++)
    {
      const HbkFactSpec *fact = hbk_vocabulary_get_fact (vocabulary, i);

      if (g_str_equal (fact->id, key) || is_label (fact->name.zh, fact->name.en, key))
        {
          *target = (HbkImportTarget) { HBK_IMPORT_FACT, fact };
          return TRUE;
        }
    }

  return FALSE;
}

/* “Published on” and the like, which the vocabulary knows for each activity. */
static gboolean
find_date_label (const char *key, const HbkVocabulary *vocabulary, HbkImportTarget *target)
{
  for (guint i = 0; i < hbk_vocabulary_get_n_activities (vocabulary); i++)
    {
      const HbkBilingual *label = &hbk_vocabulary_get_activity (vocabulary, i)->date;

      if (is_label (label->zh, label->en, key))
        {
          *target = (HbkImportTarget) { HBK_IMPORT_PERIOD, NULL };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_key (const char *key, const HbkVocabulary *vocabulary, HbkImportTarget *target)
{
  return *key != '\0' && (hbk_import_target_from_name (key, vocabulary, target) || find_label (key, target) || find_synonym (key, target) || find_fact (key, vocabulary, target) || find_date_label (key, vocabulary, target));
}

/* Without what stands in brackets, as in “hours (h)”, and the colon or star of a form. */
static char *
dup_plain_key (const char *key)
{
  GString *plain = g_string_new (NULL);
  guint    depth = 0;

  for (const char *p = key; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')' && depth > 0)
        depth--;
      else if (depth == 0 && *p != ':' && *p != '*')
        g_string_append_c (plain, *p);
    }

  return g_string_free_and_steal (plain);
}

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
 * hbk_import_target_from_header:
 * @header: the header of a column, in Chinese or English
 * @vocabulary: the words all packs share
 * @target: (out): the target
 *
 * Finds what a column says by its header: as Hourbook itself writes it, as platforms do, or as the vocabulary calls a fact.
 *
 * Returns: %FALSE when the header is not known
 */
gboolean
hbk_import_target_from_header (const char *header, const HbkVocabulary *vocabulary, HbkImportTarget *target)
{
  g_autofree char *key = NULL;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (header != NULL && vocabulary != NULL && target != NULL, FALSE);

  key = hbk_cell_text_key (header);
  plain = dup_plain_key (key);

  return find_key (key, vocabulary, target) || find_key (plain, vocabulary, target);
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
