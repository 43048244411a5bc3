/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-credit-words.h"

#include <string.h>

#include <glib/gi18n.h>

#include "words/hbk-words.h"

/* More ways to the same hours than this are not said in one line. */
#define WAYS_MAX 2

/* ---- Measures ---- */

static const char *
get_unit (const HbkMeasure *measure)
{
  switch (measure->kind)
    {
    case HBK_MEASURE_NET_DAYS:
    case HBK_MEASURE_SPAN_DAYS:
      return "day";
    case HBK_MEASURE_SPAN_MONTHS:
    case HBK_MEASURE_MONTHS_IN_YEAR:
      return "month";
    case HBK_MEASURE_SPAN_YEARS:
      return "year";
    case HBK_MEASURE_HOURS_PER_DAY:
      return "hour";
    case HBK_MEASURE_FACT:
    default:
      return measure->fact->unit != NULL ? measure->fact->unit : "";
    }
}

/* "7 hours a day". */
static char *
say_rate (HbkHours hours, const HbkMeasure *measure, HbkLanguage language)
{
  g_autofree char *figure = hbk_hours_format (hours);
  const char      *unit = get_unit (measure);

  if (measure->divide > 1)
    /* Translators: hours for so many of what a fact counts: hours, number, name of the fact, such as "2 hours for every 10000: characters" */
    return g_strdup_printf (_("%1$s hours for every %2$d: %3$s"), figure, measure->divide, hbk_bilingual_get (&measure->fact->name, language));
  if (g_str_has_prefix (unit, "day"))
    return g_strdup_printf (_("%s hours a day"), figure);
  if (g_str_has_prefix (unit, "month"))
    return g_strdup_printf (_("%s hours a month"), figure);
  if (g_str_has_prefix (unit, "year"))
    return g_strdup_printf (_("%s hours a year"), figure);
  if (g_str_has_prefix (unit, "hour"))
    return g_strdup_printf (_("%s hours for each hour"), figure);
  if (g_str_equal (unit, "course"))
    return g_strdup_printf (_("%s hours a course"), figure);
  if (g_str_equal (unit, "subject"))
    return g_strdup_printf (_("%s hours for each subject passed"), figure);
  if (g_str_equal (unit, "module"))
    return g_strdup_printf (_("%s hours a module"), figure);
  if (measure->fact == NULL)
    return g_strdup_printf (_("%s hours"), figure);

  /* Translators: hours for each of what a fact counts: hours, name of the fact */
  return g_strdup_printf (_("%1$s hours for each: %2$s"), figure, hbk_bilingual_get (&measure->fact->name, language));
}

/* ---- Credits ---- */

static char *
say_deemed (const HbkCredit *credit)
{
  if (credit->public_floor.set && credit->professional_floor.set)
    return g_strdup (_("both subjects count as complete"));
  if (credit->public_floor.set)
    return g_strdup (_("public subjects count as complete"));
  if (credit->professional_floor.set)
    return g_strdup (_("professional subjects count as complete"));

  return g_strdup (_("the year counts as complete"));
}

static gboolean
has_text (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* The same ways in another order are the same. */
static char *
sort_ways (const char *text)
{
  const char *between = C_("between two ways to count", ", or ");
  g_auto (GStrv) ways = g_strsplit (text, between, -1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; ways[i] != NULL; i++)
    g_ptr_array_add (sorted, ways[i]);
  g_ptr_array_sort_values (sorted, (GCompareFunc) strcmp);
  g_ptr_array_add (sorted, NULL);

  return g_strjoinv (between, (char **) sorted->pdata);
}

/* Ways that differ only in how an unclear clause is read say the same; they are said once. */
static char *
say_children (const HbkCredit *credit, HbkLanguage language)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  GString *line = g_string_new ("");

  for (guint i = 0; i < credit->children->len; i++)
    {
      g_autofree char *text = hbk_credit_words (g_ptr_array_index (credit->children, i), language);

      g_autofree char *sorted = sort_ways (text);

      if (has_text (said, sorted))
        continue;
      g_ptr_array_add (said, g_steal_pointer (&sorted));
      g_ptr_array_add (texts, g_steal_pointer (&text));
    }
  for (guint i = 0; i < MIN (texts->len, WAYS_MAX); i++)
    {
      if (i > 0)
        g_string_append (line, credit->kind == HBK_CREDIT_FIRST ? C_("between two ways to count", ", or ") : C_("between parts of a sum", "; "));
      g_string_append (line, g_ptr_array_index (texts, i));
    }
  if (texts->len > WAYS_MAX)
    g_string_append (line, "…");

  return g_string_free_and_steal (line);
}

/**
 * hbk_credit_words:
 * @credit: how facts become hours
 * @language: the language of texts from packs
 *
 * Says in a few words what a credit gives.
 *
 * Returns: (transfer full): the words, such as "7 hours a day"
 */
char *
hbk_credit_words (const HbkCredit *credit, HbkLanguage language)
{
  g_autofree char *figure = hbk_hours_format (credit->hours);

  switch (credit->kind)
    {
    case HBK_CREDIT_FIXED:
      return credit->has_times ? g_strdup_printf (_("%s hours each"), figure) : g_strdup_printf (_("%s hours"), figure);
    case HBK_CREDIT_PER:
      return say_rate (credit->hours, &credit->measure, language);
    case HBK_CREDIT_POOL:
      return g_strdup_printf (_("%s hours a month"), figure);
    case HBK_CREDIT_STATED:
      /* Translators: name of a fact, such as "hours stated on the certificate" */
      return g_strdup_printf (_("as stated: %s"), hbk_bilingual_get (&credit->measure.fact->name, language));
    case HBK_CREDIT_BY_DAY:
      return g_strdup (_("the hours of each day"));
    case HBK_CREDIT_DEEMED:
      return say_deemed (credit);
    case HBK_CREDIT_FIRST:
    case HBK_CREDIT_SUM:
    default:
      return say_children (credit, language);
    }
}

/* ---- Conditions ---- */

static char *
say_values (const HbkCondition *condition, HbkLanguage language)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < condition->values->len; i++)
    {
      const HbkValue      *value = &g_array_index (condition->values, HbkValue, i);
      const HbkChoiceSpec *choice = value->kind == HBK_VALUE_TEXT ? hbk_fact_spec_lookup_choice (condition->spec, value->text) : NULL;

      if (choice != NULL)
        g_ptr_array_add (words, (gpointer) hbk_bilingual_get (&choice->name, language));
      else if (value->kind == HBK_VALUE_BOOLEAN)
        g_ptr_array_add (words, (gpointer) (value->boolean ? C_("answer", "yes") : C_("answer", "no")));
    }

  return words->len > 0 ? hbk_words_list (words) : NULL;
}

static char *
say_bounds (const HbkBounds *bounds)
{
  g_autofree char *min = hbk_hours_format (bounds->min);
  g_autofree char *max = hbk_hours_format (bounds->max);

  if (bounds->has_min && bounds->has_max)
    return bounds->min == bounds->max ? g_steal_pointer (&min) : g_strdup_printf ("%s–%s", min, max);
  if (bounds->has_min)
    /* Translators: a number and more */
    return bounds->min_open ? g_strdup_printf (_("more than %s"), min) : g_strdup_printf (_("%s or more"), min);

  /* Translators: a number and less */
  return bounds->max_open ? g_strdup_printf (_("less than %s"), max) : g_strdup_printf (_("%s or less"), max);
}

/* Only what tells one row of a table from the next: which answer is asked for. That an answer must be known goes without saying. */
static void
collect (const HbkCondition *condition, GPtrArray *texts, HbkLanguage language)
{
  g_autofree char *value = NULL;

  if (condition == NULL)
    return;
  if (condition->kind == HBK_CONDITION_ALL)
    {
      for (guint i = 0; i < condition->children->len; i++)
        collect (g_ptr_array_index (condition->children, i), texts, language);
      return;
    }
  if (condition->kind != HBK_CONDITION_FACT || (condition->test != HBK_TEST_VALUES && condition->test != HBK_TEST_BOUNDS))
    return;

  value = condition->test == HBK_TEST_VALUES ? say_values (condition, language) : say_bounds (&condition->bounds);
  if (value != NULL)
    /* Translators: name of a fact, and the answer that a rule asks for */
    g_ptr_array_add (texts, g_strdup_printf (C_("condition", "%1$s: %2$s"), hbk_bilingual_get (&condition->spec->name, language), value));
}

/**
 * hbk_credit_words_condition:
 * @condition: (nullable): when a rule applies
 * @language: the language of texts from packs
 *
 * Says which answers a rule asks for, as the head of a row in a table of rates. It is not the whole condition.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when no answer in particular is asked for
 */
char *
hbk_credit_words_condition (const HbkCondition *condition, HbkLanguage language)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  collect (condition, texts, language);

  return texts->len > 0 ? g_strjoinv (" · ", (char **) texts->pdata) : NULL;
}

/* ---- Rules ---- */

/**
 * hbk_credit_words_cap:
 * @cap: a limit
 * @language: the language of texts from packs
 *
 * Says a limit in a few words.
 *
 * Returns: (transfer full): the words, such as "at most 30 a year"
 */
char *
hbk_credit_words_cap (const HbkCap *cap, HbkLanguage language)
{
  g_autofree char *figure = hbk_hours_format (cap->hours);

  if (cap->ever)
    return g_strdup_printf (_("at most %s ever"), figure);
  if (cap->has_per)
    {
      g_autofree char *rate = say_rate (cap->hours, &cap->per, language);

      /* Translators: a rate, such as "7 hours a day" */
      return g_strdup_printf (_("at most %s"), rate);
    }

  switch (cap->stage)
    {
    case HBK_CAP_ITEM:
      return g_strdup_printf (_("at most %s each time"), figure);
    case HBK_CAP_DAY:
      return g_strdup_printf (_("at most %s a day"), figure);
    case HBK_CAP_ACTIVITY:
    case HBK_CAP_GROUP:
    default:
      return g_strdup_printf (_("at most %s a year"), figure);
    }
}

/**
 * hbk_credit_words_rule:
 * @pack: the pack of the rule
 * @rule: a rule
 * @language: the language of texts from packs
 *
 * Says in a line what a rule gives.
 *
 * Returns: (transfer full): the words, such as "7 hours a day, at most 30 a year"
 */
char *
hbk_credit_words_rule (const HbkPack *pack, const HbkRule *rule, HbkLanguage language)
{
  const HbkCredit *credit = rule->credit != NULL ? rule->credit : rule->professional_credit != NULL ? rule->professional_credit
                                                                                                    : rule->public_credit;
  g_autoptr (GString) line = NULL;
  g_autofree char *gives = NULL;

  if (rule->has_outcome && rule->outcome == HBK_OUTCOME_NO_RATE)
    return g_strdup (_("no rate; the reviewer decides"));
  if (rule->has_outcome || credit == NULL)
    return g_strdup (_("does not count"));

  gives = hbk_credit_words (credit, language);
  line = g_string_new (gives);
  for (guint i = 0; rule->caps != NULL && i < rule->caps->len; i++)
    {
      const HbkCapUse *use = &g_array_index (rule->caps, HbkCapUse, i);
      g_autofree char *cap = hbk_credit_words_cap (&g_array_index (pack->caps, HbkCap, use->cap), language);

      if (strstr (line->str, cap) == NULL)
        /* Translators: hours, and a limit of them */
        g_string_append_printf (line, C_("before a limit", ", %s"), cap);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

/* The range of fixed hours, when an activity is a table of them. */
static gboolean
find_range (GPtrArray *rules, HbkHours *least, HbkHours *most)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (rules, i);

      if (rule->has_outcome)
        continue;
      if (rule->credit == NULL || (rule->credit->kind != HBK_CREDIT_FIXED && rule->credit->kind != HBK_CREDIT_DEEMED))
        return FALSE;
      if (rule->credit->kind == HBK_CREDIT_DEEMED)
        continue;
      *least = is_first ? rule->credit->hours : MIN (*least, rule->credit->hours);
      *most = is_first ? rule->credit->hours : MAX (*most, rule->credit->hours);
      is_first = FALSE;
    }

  return !is_first;
}

/**
 * hbk_credit_words_activity:
 * @pack: a pack
 * @activity: the id of an activity
 * @language: the language of texts from packs
 *
 * Says in a line what an activity gives.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when the pack has no rule for it
 */
char *
hbk_credit_words_activity (const HbkPack *pack, const char *activity, HbkLanguage language)
{
  g_autoptr (GRefString) interned = g_ref_string_new_intern (activity);
  GPtrArray *rules = hbk_pack_get_rules_for (pack, interned);
  HbkHours   least, most;

  if (rules == NULL || rules->len == 0)
    return NULL;
  if (find_range (rules, &least, &most) && least != most)
    {
      g_autofree char *from = hbk_hours_format (least);
      g_autofree char *to = hbk_hours_format (most);

      return g_strdup_printf (_("%1$s to %2$s hours"), from, to);
    }

  for (guint i = 0; i < rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (rules, i);

      if (!rule->has_outcome)
        return hbk_credit_words_rule (pack, rule, language);
    }

  return hbk_credit_words_rule (pack, g_ptr_array_index (rules, 0), language);
}
