/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-import-names.h"

#include <string.h>

#include "exchange/hbk-cell-text.h"

/* A longer text is no name, and is not looked at. In bytes. */
#define NAME_BYTES 400

struct _HbkImportNames
{
  GHashTable *targets;    /* key → HbkImportTarget */
  GHashTable *activities; /* key → HbkActivitySpec; NULL of a part that several names share */
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
  { HBK_IMPORT_END, " 结束时间 完成时间 完成日期 结业时间 结业日期 截止时间 截止日期 终止时间 终止日期 培训结束时间 培训结束日期 学习结束时间 学习完成时间 通过时间 通过日期 enddate endtime endson finish completedon completiondate datecompleted until " },
  { HBK_IMPORT_PERIOD, " 时间 日期 培训时间 培训日期 学习时间 学习日期 活动时间 活动日期 起止时间 培训起止时间 培训起止日期 学习起止时间 会议时间 时间段 date period when trainingdate trainingdates " },
  { HBK_IMPORT_SUBJECT, " 科目类型 科目类别 课程科目 学时类型 学时类别 公需/专业 公需或专业 subjecttype " },
  { HBK_IMPORT_STATUS, " 审核状态 记录状态 审验状态 学习状态 " },
  { HBK_IMPORT_WORK, " doi 专利号 专利号码 登记号 " },
  { HBK_IMPORT_NOTE, " 说明 备注说明 notes remark remarks comment comments " },
  { HBK_IMPORT_APPEND_NOTE, " 主办单位 举办单位 承办单位 主办方 培训机构 培训单位 培训主办单位 施教机构 发证单位 发证机构 证书编号 证书号 地点 培训地点 活动地点 授课老师 授课教师 讲师 主讲人 organiser organizer provider host location place venue instructor speaker certificatenumber certificateno certificateno. " },
  { HBK_IMPORT_HOURS, " 学时 学时数 学分 学分数 获得学时 获得学分 取得学时 所获学时 所得学时 授予学时 认定学时 培训学时 课程学时 总学时 课时 课时数 hours hour credit credits credithours learninghours " },
};

/* What people and platforms call activities beside the names of the vocabulary. */
static const struct
{
  const char *word;
  const char *activity;
} activity_words[] = {
  { "培训", "training" },
  { "面授", "training" },
  { "面授培训", "training" },
  { "集中培训", "training" },
  { "公需课", "public_course" },
  { "公需科目", "public_course" },
  { "公需课程", "public_course" },
  { "网络课程", "online_course" },
  { "网络培训", "online_course" },
  { "网络学习", "online_course" },
  { "在线课程", "online_course" },
  { "在线学习", "online_course" },
  { "远程教育", "online_course" },
  { "讲座", "lecture_attended" },
  { "学术讲座", "lecture_attended" },
  { "会议", "conference" },
  { "著作", "book" },
  { "授课", "teaching" },
};

/* ---- Columns ---- */

/* The first to have a name keeps it. */
static void
add_target (HbkImportNames *self, const char *name, HbkImportTargetKind kind, const HbkFactSpec *fact)
{
  g_autofree char      *key = NULL;
  const HbkImportTarget target = { kind, fact };

  if (name == NULL)
    return;

  key = hbk_cell_text_key (name);
  if (*key != '\0' && !g_hash_table_contains (self->targets, key))
    g_hash_table_insert (self->targets, g_steal_pointer (&key), g_memdup2 (&target, sizeof target));
}

static void
add_synonyms (HbkImportNames *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      g_auto (GStrv) headers = g_strsplit (synonyms[i].headers, " ", -1);

      for (gsize j = 0; headers[j] != NULL; j++)
        add_target (self, headers[j], synonyms[i].kind, NULL);
    }
}

static void
add_facts (HbkImportNames *self, const HbkVocabulary *vocabulary)
{
  for (guint i = 0; i < hbk_vocabulary_get_n_facts (vocabulary); i++)
    {
      const HbkFactSpec    *fact = hbk_vocabulary_get_fact (vocabulary, i);
      const HbkImportTarget target = { HBK_IMPORT_FACT, fact };
      g_autofree char      *name = hbk_import_target_to_name (&target);

      add_target (self, name, HBK_IMPORT_FACT, fact);
      add_target (self, fact->id, HBK_IMPORT_FACT, fact);
      add_target (self, fact->name.zh, HBK_IMPORT_FACT, fact);
      add_target (self, fact->name.en, HBK_IMPORT_FACT, fact);
    }
}

static void
add_targets (HbkImportNames *self, const HbkVocabulary *vocabulary)
{
  for (HbkImportTargetKind kind = HBK_IMPORT_IGNORE; kind < HBK_IMPORT_FACT; kind++)
    {
      const HbkImportTarget target = { kind, NULL };
      g_autofree char      *name = hbk_import_target_to_name (&target);

      add_target (self, name, kind, NULL);
      add_target (self, hbk_import_target_get_label (&target, HBK_LANGUAGE_ZH), kind, NULL);
      add_target (self, hbk_import_target_get_label (&target, HBK_LANGUAGE_EN), kind, NULL);
    }

  add_synonyms (self);
  add_facts (self, vocabulary);

  /* “Published on” and the like. */
  for (guint i = 0; i < hbk_vocabulary_get_n_activities (vocabulary); i++)
    {
      const HbkActivitySpec *activity = hbk_vocabulary_get_activity (vocabulary, i);

      add_target (self, activity->date.zh, HBK_IMPORT_PERIOD, NULL);
      add_target (self, activity->date.en, HBK_IMPORT_PERIOD, NULL);
    }
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

/* ---- Activities ---- */

static void
add_activity (HbkImportNames *self, const char *name, const HbkActivitySpec *activity)
{
  g_autofree char *key = name != NULL ? hbk_cell_text_key (name) : NULL;

  if (key != NULL && *key != '\0' && activity != NULL && !g_hash_table_contains (self->activities, key))
    g_hash_table_insert (self->activities, g_steal_pointer (&key), (gpointer) activity);
}

/* A name such as “A、B、C” stands for any of the three, unless another name has the same part. */
static void
add_pieces (HbkImportNames *self, const HbkActivitySpec *activity, GHashTable *pieces_seen)
{
  g_auto (GStrv) pieces = g_strsplit (activity->name.zh != NULL ? activity->name.zh : "", "、", -1);

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *key = hbk_cell_text_key (pieces[i]);

      if (g_hash_table_contains (pieces_seen, key))
        g_hash_table_replace (self->activities, g_strdup (key), NULL);
      else
        add_activity (self, key, activity);
      g_hash_table_add (pieces_seen, g_steal_pointer (&key));
    }
}

static void
add_activities (HbkImportNames *self, const HbkVocabulary *vocabulary)
{
  g_autoptr (GHashTable) pieces_seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* Parts first, so that a part that two names share can be struck out; whole names stand above them. */
  for (guint i = 0; i < hbk_vocabulary_get_n_activities (vocabulary); i++)
    add_pieces (self, hbk_vocabulary_get_activity (vocabulary, i), pieces_seen);

  for (gsize i = 0; i < G_N_ELEMENTS (activity_words); i++)
    add_activity (self, activity_words[i].word, hbk_vocabulary_lookup_activity (vocabulary, activity_words[i].activity));

  for (guint i = 0; i < hbk_vocabulary_get_n_activities (vocabulary); i++)
    {
      const HbkActivitySpec *activity = hbk_vocabulary_get_activity (vocabulary, i);
      const char *const      names[] = { activity->name.zh, activity->name.en, activity->id };

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          if (names[j] != NULL)
            g_hash_table_replace (self->activities, hbk_cell_text_key (names[j]), (gpointer) activity);
        }
    }
}

/**
 * hbk_import_names_new:
 * @vocabulary: the words all packs share, which outlives the names
 *
 * Gathers the names.
 *
 * Returns: (transfer full): the names
 */
HbkImportNames *
hbk_import_names_new (const HbkVocabulary *vocabulary)
{
  HbkImportNames *self;

  g_return_val_if_fail (vocabulary != NULL, NULL);

  self = g_new0 (HbkImportNames, 1);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->activities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_targets (self, vocabulary);
  add_activities (self, vocabulary);

  return self;
}

/**
 * hbk_import_names_free:
 * @self: (transfer full) (nullable): names
 *
 * Frees the names.
 */
void
hbk_import_names_free (HbkImportNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->activities);
  g_free (self);
}

/**
 * hbk_import_names_find_target:
 * @self: names
 * @header: the header of a column, in Chinese or English
 * @target: (out): the target
 *
 * Finds what a column says by its header: as Hourbook itself writes it, as platforms do, or as the vocabulary calls a fact.
 *
 * Returns: %FALSE when the header is not known
 */
gboolean
hbk_import_names_find_target (const HbkImportNames *self, const char *header, HbkImportTarget *target)
{
  g_autofree char       *key = NULL;
  g_autofree char       *plain = NULL;
  const HbkImportTarget *found;

  g_return_val_if_fail (self != NULL && header != NULL && target != NULL, FALSE);

  if (strlen (header) > NAME_BYTES)
    return FALSE;

  key = hbk_cell_text_key (header);
  found = g_hash_table_lookup (self->targets, key);
  if (found == NULL)
    {
      plain = dup_plain_key (key);
      found = g_hash_table_lookup (self->targets, plain);
    }
  if (found != NULL)
    *target = *found;

  return found != NULL;
}

/**
 * hbk_import_names_find_activity:
 * @self: names
 * @text: the text of a cell
 *
 * Finds an activity by its id, its name in either language or a part of it, or what platforms call it.
 *
 * Returns: (transfer none) (nullable): the activity, or %NULL when there is none, or more than one
 */
const HbkActivitySpec *
hbk_import_names_find_activity (const HbkImportNames *self, const char *text)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (strlen (text) > NAME_BYTES)
    return NULL;

  key = hbk_cell_text_key (text);

  return g_hash_table_lookup (self->activities, key);
}
