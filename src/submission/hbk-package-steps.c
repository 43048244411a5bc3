/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps and warnings in Chinese, whatever the locale; for the window the layer of the rules says them in the language of the person. */

#include "config.h"

#include "submission/hbk-package-words.h"

static const char *
fact_name (const HbkPack *pack, const char *id)
{
  const HbkFactSpec *fact = hbk_vocabulary_lookup_fact (pack->vocabulary, id);

  if (fact == NULL)
    fact = hbk_vocabulary_lookup_attribute (pack->vocabulary, id);

  return fact != NULL ? fact->name.zh : id;
}

/* The word for so many of a unit. */
static const char *
unit_name (const HbkPack *pack, const char *id)
{
  static const struct
  {
    const char *prefix, *name;
  } units[] = {
    { "day", "天" },
    { "month", "个月" },
    { "year", "年" },
    { "hour", "学时" },
    { "course", "门课程" },
    { "subject", "科考试" },
    { "module", "个模块" },
    { "character", "字" },
  };
  const HbkFactSpec *fact = id != NULL ? hbk_vocabulary_lookup_fact (pack->vocabulary, id) : NULL;
  const char        *unit = fact != NULL && fact->unit != NULL ? fact->unit : id;

  for (gsize i = 0; unit != NULL && i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (unit, units[i].prefix))
      return units[i].name;

  return "";
}

static char *
say_gate (const HbkTraceStep *step, const HbkPack *pack)
{
  const HbkWarningSpec *code = step->id != NULL ? hbk_vocabulary_lookup_warning (pack->vocabulary, step->id) : NULL;

  return g_strdup_printf ("不符合条件：%s", code != NULL ? code->name.zh : "条款的条件没有满足");
}

static char *
say_rule (const HbkTraceStep *step, const HbkPack *pack)
{
  const HbkClause *clause = step->clause != NULL ? hbk_pack_lookup_clause (pack, step->clause) : NULL;

  return g_strdup (clause != NULL ? clause->text.zh : "通知没有提到这类学习");
}

/* Steps that are a calculation. */
static char *
say_figures (const HbkTraceStep *step, const HbkPack *pack)
{
  g_autofree char *a = hbk_hours_format (step->a);
  g_autofree char *b = hbk_hours_format (step->b);
  g_autofree char *c = hbk_hours_format (step->c);
  const char      *unit = unit_name (pack, step->id);

  switch (step->kind)
    {
    case HBK_TRACE_DAYS:
      return g_strdup_printf ("%s 天 − 在途和休息 %s 天 = %s 天", a, b, c);
    case HBK_TRACE_PER:
      return g_strdup_printf ("%s %s × %s = %s 学时", b, unit, a, c);
    case HBK_TRACE_STATED:
      return g_strdup_printf ("%s：%s", fact_name (pack, step->id), c);
    case HBK_TRACE_DIVIDE:
      return g_strdup_printf ("%s %s ÷ %s = %s", a, unit, b, c);
    case HBK_TRACE_MINUTES:
      return g_strdup_printf ("%s 分钟 ÷ %s = %s", a, b, c);
    case HBK_TRACE_BY_DAY:
      return g_strdup_printf ("%s 天逐日相加，得 %s", b, c);
    case HBK_TRACE_SUM:
      return g_strdup_printf ("合计 %s", c);
    case HBK_TRACE_POOL:
      return g_strdup_printf ("几段余下的天数合并，多得 %s 个月：%s 学时", b, c);
    case HBK_TRACE_YEAR_PART:
      return g_strdup_printf ("%s %s中有 %s 在 %d 年", a, unit, c, (int) step->b);
    case HBK_TRACE_CAP:
      return g_strdup_printf ("上限 %s：%s → %s", a, b, c);
    case HBK_TRACE_FLOOR:
      return g_strdup_printf ("%s按 %s 学时认定，其他记录已有 %s，由此补足 %s", g_strcmp0 (step->id, "public") == 0 ? "公需科目" : "专业科目", a, b, c);
    case HBK_TRACE_DUTY:
      return g_strdup_printf ("全年 %s %s，在岗 %s", a, unit, c);
    case HBK_TRACE_FIXED:
    default:
      return step->b == 100 ? g_strdup_printf ("每项 %s 学时", c) : g_strdup_printf ("%s × %s = %s 学时", b, a, c);
    }
}

/**
 * hbk_package_words_step:
 * @step: a step of a trace
 * @pack: the rules it comes from
 *
 * Says a step with the figures that a person needs to check it by hand.
 *
 * Returns: (transfer full): the words, without a full stop and without the clause
 */
char *
hbk_package_words_step (const HbkTraceStep *step, const HbkPack *pack)
{
  switch (step->kind)
    {
    case HBK_TRACE_RULE:
      return say_rule (step, pack);
    case HBK_TRACE_GATE:
      return say_gate (step, pack);
    case HBK_TRACE_MISSING:
      return g_strdup_printf ("未填：%s", fact_name (pack, step->id));
    case HBK_TRACE_DUPLICATE:
      return g_strdup ("同一成果或活动已经计入");
    case HBK_TRACE_FUTURE:
      return g_strdup ("尚未发生");
    default:
      return say_figures (step, pack);
    }
}

/* What the id of a warning names, or NULL when it is of no use to a reader. */
static const char *
find_name (const HbkWarning *warning, const HbkPack *pack)
{
  const HbkDocumentSpec *document = hbk_vocabulary_lookup_document (pack->vocabulary, warning->id);

  if (g_str_equal (warning->spec->id, "W-EVIDENCE-MISSING"))
    return document != NULL ? document->name.zh : NULL;
  for (guint i = 0; i < pack->deadlines->len; i++)
    if (g_str_equal (g_array_index (pack->deadlines, HbkDeadline, i).id, warning->id))
      return g_array_index (pack->deadlines, HbkDeadline, i).text.zh;

  return hbk_vocabulary_lookup_fact (pack->vocabulary, warning->id) != NULL || hbk_vocabulary_lookup_attribute (pack->vocabulary, warning->id) != NULL ? fact_name (pack, warning->id) : NULL;
}

/**
 * hbk_package_words_warning:
 * @warning: a warning
 * @pack: the rules it comes from
 *
 * Says what is the matter: the meaning of the code, what it names, and the date.
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *
hbk_package_words_warning (const HbkWarning *warning, const HbkPack *pack)
{
  const char      *name = warning->id != NULL ? find_name (warning, pack) : NULL;
  GString         *text = g_string_new (warning->spec->name.zh);
  g_autofree char *date = warning->date != HBK_DATE_NONE ? hbk_date_format (warning->date) : NULL;

  if (name != NULL)
    g_string_append_printf (text, "：%s", name);
  if (warning->reading >= 0)
    g_string_append_printf (text, "：%s", g_array_index (pack->readings, HbkReading, warning->reading).question.zh);
  if (date != NULL)
    g_string_append_printf (text, "（%s）", date);

  return g_string_free_and_steal (text);
}
