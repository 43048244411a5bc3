/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-year-ways.h"

#include "rules/hbk-assessment-private.h"
#include "rules/hbk-scope.h"

/* What ways are looked for. */
typedef struct
{
  const HbkAssessment *assessment;
  const HbkYearResult *year;
  HbkSubject           subject;
  HbkHours             missing;
  HbkCoreFacts         core;
  HbkScope             scope;
  GHashTable          *used;
} Search;

/* ---- Rules ---- */

/* Nothing is known of a record that does not exist yet: what depends on its facts is unknown, what depends on the person or on readings is not. */
static gboolean
may_hold (const HbkCondition *condition, Search *search)
{
  return hbk_condition_test (condition, &search->scope) != HBK_FALSE;
}

static gboolean
may_be_of_subject (const HbkRule *rule, Search *search)
{
  if (search->subject == HBK_SUBJECT_NONE || rule->public_credit != NULL || rule->professional_credit != NULL)
    return TRUE;

  for (guint i = 0; i < rule->subjects->len; i++)
    {
      const HbkSubjectOption *option = &g_array_index (rule->subjects, HbkSubjectOption, i);
      HbkTernary              holds = hbk_condition_test (option->when, &search->scope);

      if (holds != HBK_FALSE && (option->of_record || option->subject == search->subject))
        return TRUE;
      if (holds == HBK_TRUE)
        return FALSE;
    }

  return FALSE;
}

static const HbkCredit *
credit_of (const HbkRule *rule, HbkSubject subject)
{
  if (rule->credit != NULL)
    return rule->credit;

  return subject == HBK_SUBJECT_PUBLIC ? rule->public_credit : rule->professional_credit;
}

/* Down to a credit whose hours can be told beforehand; NULL where there is none. */
static const HbkCredit *
find_plain (const HbkCredit *credit, Search *search)
{
  const HbkCredit *only = NULL;

  if (credit == NULL)
    return NULL;

  switch (credit->kind)
    {
    case HBK_CREDIT_FIXED:
    case HBK_CREDIT_STATED:
      return credit;
    case HBK_CREDIT_PER:
      return credit->measure.divide <= 1 ? credit : NULL;
    case HBK_CREDIT_FIRST:
      return find_plain (g_ptr_array_index (credit->children, 0), search);
    case HBK_CREDIT_SUM:
      for (guint i = 0; i < credit->children->len; i++)
        {
          const HbkCredit *child = g_ptr_array_index (credit->children, i);

          if (!may_hold (child->when, search))
            continue;
          if (only != NULL)
            return NULL;
          only = child;
        }
      return find_plain (only, search);
    case HBK_CREDIT_BY_DAY:
    case HBK_CREDIT_POOL:
    case HBK_CREDIT_DEEMED:
    default:
      return NULL;
    }
}

static gboolean
passes_gates (const HbkRule *rule, Search *search)
{
  for (guint i = 0; i < rule->gates->len; i++)
    {
      if (!may_hold (g_array_index (rule->gates, HbkGate, i).when, search))
        return FALSE;
    }

  return TRUE;
}

static gboolean
may_apply (const HbkRule *rule, Search *search)
{
  int year = search->year->year;

  return !rule->has_outcome && !rule->is_otherwise && (rule->since == 0 || year >= rule->since) && (rule->until == 0 || year <= rule->until) &&
         may_hold (rule->when, search) && passes_gates (rule, search) && may_be_of_subject (rule, search);
}

/* ---- Limits ---- */

static gboolean
uses_cap (const HbkRule *rule, guint cap)
{
  for (guint i = 0; rule != NULL && rule->caps != NULL && i < rule->caps->len; i++)
    {
      if (g_array_index (rule->caps, HbkCapUse, i).cap == cap)
        return TRUE;
    }

  return FALSE;
}

static HbkHours
get_counted (const HbkCap *cap, HbkTally tally)
{
  return cap->subject == HBK_SUBJECT_NONE ? hbk_tally_total (tally) : *hbk_tally_part (&tally, cap->subject);
}

static HbkHours
get_room (guint position, Search *search)
{
  const HbkCap *cap = &g_array_index (search->assessment->pack->caps, HbkCap, position);
  HbkHours      room = cap->hours;

  for (guint i = 0; i < search->year->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (search->year->records, i);

      /* What waits for a fact takes its place before anything new does. */
      if (uses_cap (result->rule, position))
        room -= get_counted (cap, hbk_tally_add (result->credited, hbk_tally_add (result->pending, result->planned)));
    }

  return MAX (room, 0);
}

/* The least that the yearly limits of a rule leave; -1 where it has none. FALSE: it cannot be told. */
static gboolean
find_room (const HbkRule *rule, Search *search, HbkHours *room)
{
  *room = -1;
  for (guint i = 0; rule->caps != NULL && i < rule->caps->len; i++)
    {
      const HbkCapUse *use = &g_array_index (rule->caps, HbkCapUse, i);
      const HbkCap    *cap = &g_array_index (search->assessment->pack->caps, HbkCap, use->cap);
      HbkHours         left;

      if (cap->ever)
        return FALSE;
      if (cap->stage == HBK_CAP_ITEM || cap->stage == HBK_CAP_DAY || !may_hold (use->when, search) || !may_hold (cap->when, search))
        continue;
      if (cap->has_per)
        return FALSE;
      left = get_room (use->cap, search);
      *room = *room < 0 ? left : MIN (*room, left);
    }

  return TRUE;
}

/* ---- Activities ---- */

static HbkSubject
find_subject (const HbkRule *rule, Search *search)
{
  if (search->subject != HBK_SUBJECT_NONE)
    return search->subject;

  return g_array_index (rule->subjects, HbkSubjectOption, rule->subjects->len - 1).subject;
}

static void
fill_way (HbkYearWay *way, const HbkCredit *credit, HbkHours missing)
{
  HbkHours wanted = way->room >= 0 ? MIN (missing, way->room) : missing;

  way->hours = wanted;
  if (credit->kind == HBK_CREDIT_STATED || credit->hours <= 0)
    return;
  way->rate = credit->hours;
  way->measure = credit->kind == HBK_CREDIT_PER ? &credit->measure : NULL;
  way->units = (wanted + way->rate - 1) / way->rate * 100;
}

static gboolean
is_deemed (const HbkCredit *credit)
{
  if (credit == NULL)
    return FALSE;
  if (credit->kind == HBK_CREDIT_DEEMED)
    return TRUE;

  for (guint i = 0; credit->children != NULL && i < credit->children->len; i++)
    {
      if (is_deemed (g_ptr_array_index (credit->children, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
any_is_deemed (GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (rules, i);

      if (is_deemed (rule->credit) || is_deemed (rule->public_credit) || is_deemed (rule->professional_credit))
        return TRUE;
    }

  return FALSE;
}

/* Of the rules for an activity the one that asks for most; stated hours are what they are. What may stand for a whole year is nothing to be
 * done for the sake of a few hours. */
static gboolean
find_way (const char *activity, Search *search, HbkYearWay *way)
{
  GPtrArray *rules = hbk_pack_get_rules_for (search->assessment->pack, activity);
  gboolean   is_found = FALSE;

  if (rules == NULL || any_is_deemed (rules))
    return FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      const HbkRule   *rule = g_ptr_array_index (rules, i);
      const HbkCredit *credit;
      HbkYearWay       found = { .activity = activity, .rule = rule };

      if (!may_apply (rule, search))
        continue;
      credit = find_plain (credit_of (rule, search->subject), search);
      if (credit == NULL || !find_room (rule, search, &found.room) || found.room == 0)
        continue;
      found.subject = find_subject (rule, search);
      fill_way (&found, credit, search->missing);
      if (!is_found || (way->rate != 0 && (found.rate == 0 || found.rate < way->rate)))
        *way = found;
      is_found = TRUE;
    }

  return is_found;
}

static void
add_activities (GArray *ways, Search *search)
{
  const HbkVocabulary *vocabulary = search->assessment->pack->vocabulary;
  HbkDate              date = CLAMP (search->assessment->as_of, hbk_date_new (search->year->year, 1, 1), hbk_date_new (search->year->year, 12, 31));

  search->scope.part = (HbkPeriod) { date, date };
  for (guint i = 0; i < hbk_vocabulary_get_n_activities (vocabulary); i++)
    {
      const char *activity = hbk_vocabulary_get_activity (vocabulary, i)->id;
      g_autoptr (HbkRecord) record = hbk_record_new ("way", activity);
      HbkYearWay way;

      hbk_record_set_period (record, date, date);
      hbk_record_set_subject (record, search->subject);
      search->scope.record = record;
      if (find_way (activity, search, &way))
        g_array_append_val (ways, way);
    }
  search->scope.record = NULL;
}

/* ---- Records ---- */

static void
add_pending (GArray *ways, Search *search)
{
  for (guint i = 0; i < search->year->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (search->year->records, i);
      HbkTally               pending = result->pending;
      HbkHours               hours = search->subject == HBK_SUBJECT_NONE ? hbk_tally_total (pending) : *hbk_tally_part (&pending, search->subject);
      HbkYearWay             way = { .record = result->record, .activity = hbk_record_get_activity (result->record), .rule = result->rule, .subject = search->subject, .hours = hours, .room = -1 };

      if (hours > 0)
        g_array_append_val (ways, way);
    }
}

/* ---- Order ---- */

static GHashTable *
count_activities (HbkLogbook *logbook)
{
  GHashTable *used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (logbook)); i++)
    {
      g_autoptr (HbkRecord) record = g_list_model_get_item (G_LIST_MODEL (logbook), i);
      gpointer activity = (gpointer) hbk_record_get_activity (record);

      g_hash_table_insert (used, activity, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (used, activity)) + 1));
    }

  return used;
}

/* What is begun comes first, then what closes the gap, then learning by the hour before learning by the piece, then what the person did most
 * often; the vocabulary's own order otherwise, for which the sort is stable. */
static int
compare_ways (gconstpointer a, gconstpointer b, gpointer data)
{
  const HbkYearWay *first = a, *second = b;
  const Search     *search = data;
  guint             first_used = GPOINTER_TO_UINT (g_hash_table_lookup (search->used, first->activity));
  guint             second_used = GPOINTER_TO_UINT (g_hash_table_lookup (search->used, second->activity));

  if ((first->record != NULL) != (second->record != NULL))
    return first->record != NULL ? -1 : 1;
  if ((first->hours >= search->missing) != (second->hours >= search->missing))
    return first->hours >= search->missing ? -1 : 1;
  if ((first->rate == 0) != (second->rate == 0))
    return first->rate == 0 ? -1 : 1;
  if (first_used != second_used)
    return first_used > second_used ? -1 : 1;

  return 0;
}

/**
 * hbk_year_ways_new:
 * @assessment: an assessment
 * @logbook: the records it was made of
 * @year: a year of it
 * @subject: the subject that lacks hours; NONE for any
 * @missing: how many are missing
 *
 * Finds ways to the hours that a year lacks: records that wait for something, and activities for which the notice gives a plain rate and
 * whose limits leave room in this year. Each would do by itself as far as its hours go.
 *
 * The ways hold on to nothing: they live as long as the assessment.
 *
 * Returns: (transfer full) (element-type HbkYearWay): the ways, the nearest first
 */
GArray *
hbk_year_ways_new (const HbkAssessment *assessment, HbkLogbook *logbook, const HbkYearResult *year, HbkSubject subject, HbkHours missing)
{
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (HbkYearWay));
  Search  search = { .assessment = assessment, .year = year, .subject = subject, .missing = missing };
  g_autoptr (GHashTable) used = NULL;

  g_return_val_if_fail (assessment != NULL && HBK_IS_LOGBOOK (logbook) && year != NULL, ways);

  if (missing <= 0)
    return ways;

  used = count_activities (logbook);
  search.used = used;
  hbk_core_facts_init (&search.core, assessment->pack->vocabulary);
  search.scope = (HbkScope) {
    .pack = assessment->pack,
    .core = &search.core,
    .profile = hbk_logbook_get_profile (logbook),
    .as_of = assessment->as_of,
    .options = assessment->options,
    .year = year->year,
  };
  add_pending (ways, &search);
  add_activities (ways, &search);
  g_array_sort_with_data (ways, compare_ways, &search);

  return ways;
}
