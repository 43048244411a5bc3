/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-application-private.h"
#include "rules/hbk-assessment-private.h"
#include "rules/hbk-scope.h"
#include "rules/hbk-year-sums.h"

/* What one check looks at. */
typedef struct
{
  HbkLogbook               *logbook;
  HbkPack                  *pack;
  HbkTitleLevel             level;
  int                       year;
  HbkDate                   as_of;
  guint                    *options;
  HbkCoreFacts              core;
  HbkScope                  scope;
  const HbkApplicationRule *rule;
  int                       earliest;
  int                       latest;
} Check;

static void
check_init (Check        *check,
            HbkLogbook   *logbook,
            HbkPack      *pack,
            HbkTitleLevel level,
            int           year,
            HbkDate       as_of,
            const guint  *readings)
{
  memset (check, 0, sizeof *check);
  check->logbook = logbook;
  check->pack = pack;
  check->level = level;
  check->year = year;
  check->as_of = as_of;
  check->options = g_new0 (guint, MAX (pack->readings->len, 1));
  for (guint i = 0; i < pack->readings->len; i++)
    check->options[i] = readings != NULL ? readings[i] : g_array_index (pack->readings, HbkReading, i).initial;
  hbk_core_facts_init (&check->core, pack->vocabulary);
  check->scope.pack = pack;
  check->scope.core = &check->core;
  check->scope.profile = hbk_logbook_get_profile (logbook);
  check->scope.as_of = as_of;
  check->scope.options = check->options;
  check->scope.year = year;
  check->scope.missing = g_ptr_array_new ();
}

static void
check_clear (Check *check)
{
  g_clear_pointer (&check->scope.missing, g_ptr_array_unref);
  g_free (check->options);
}

/* Takes over what the scope asks for, each once. */
static void
ask (HbkApplication *self,
     Check          *check)
{
  GPtrArray *asked = check->scope.missing;

  for (guint i = 0; i < asked->len; i++)
    if (!g_ptr_array_find (self->missing, g_ptr_array_index (asked, i), NULL))
      g_ptr_array_add (self->missing, g_ptr_array_index (asked, i));
  g_ptr_array_set_size (asked, 0);
}

/* The first rule for the level that holds. One that is not known to hold might be the one: what it needs is asked for. */
static const HbkApplicationRule *
find_rule (HbkApplication *self,
           Check          *check)
{
  const HbkApplicationRules *rules = &check->pack->applications;
  const char                *level = hbk_title_level_to_nick (check->level);

  for (guint i = 0; i < rules->rules->len; i++)
    {
      const HbkApplicationRule *rule = &g_array_index (rules->rules, HbkApplicationRule, i);
      HbkTernary                holds;

      if (g_strcmp0 (rule->level, level) != 0 || check->year < rule->since)
        continue;
      holds = hbk_condition_test (rule->when, &check->scope);
      if (holds == HBK_TRUE)
        return rule;
      if (holds == HBK_FALSE)
        continue;
      ask (self, check);
      return NULL;
    }
  return NULL;
}

static const HbkWaiver *
find_waiver (Check *check)
{
  const GArray *waivers = check->pack->applications.waivers;

  for (guint i = 0; i < waivers->len; i++)
    {
      const HbkWaiver *waiver = &g_array_index (waivers, HbkWaiver, i);

      if (hbk_condition_holds (waiver->when, &check->scope))
        return waiver;
    }
  return NULL;
}

/* What a waiver needs to know, when it might apply: the verdict hangs on the answer. */
static void
ask_for_waivers (HbkApplication *self,
                 Check          *check)
{
  const GArray *waivers = check->pack->applications.waivers;

  for (guint i = 0; i < waivers->len; i++)
    {
      if (hbk_condition_test (g_array_index (waivers, HbkWaiver, i).when, &check->scope) != HBK_UNKNOWN)
        continue;
      ask (self, check);
      self->verdict = HBK_APPLICATION_UNDETERMINED;
    }
}

static void
add_warning (HbkApplication *self,
             const char     *code,
             const char     *clause,
             int             reading)
{
  HbkWarning warning = {
    .spec = hbk_vocabulary_lookup_warning (self->pack->vocabulary, code),
    .year = self->year,
    .clause = clause,
    .reading = reading,
  };

  if (warning.spec != NULL)
    g_array_append_val (self->warnings, warning);
}

/* Years since a transfer: full years up to the application, or calendar years touched. */
static int
years_since (const Check       *check,
             const HbkPickFrom *from,
             HbkDate            date)
{
  HbkDate end = MIN (check->as_of, hbk_date_new (check->year, 12, 31));

  if (end < date)
    return 0;
  if (from->calendar)
    return check->year - hbk_date_year (date) + 1;
  return hbk_period_whole_years ((HbkPeriod) { date, end });
}

/* A person who came late, or applies by exception, needs no more years than there have been. FALSE: a fact is missing. */
static gboolean
lower_needed (HbkApplication *self,
              Check          *check)
{
  const GArray *pick_from = check->pack->applications.pick_from;

  for (guint i = 0; i < pick_from->len; i++)
    {
      const HbkPickFrom *from = &g_array_index (pick_from, HbkPickFrom, i);
      const HbkValue    *value;
      int                years;

      if (!hbk_condition_holds (from->when, &check->scope))
        continue;
      self->clause = from->clause;
      if (!hbk_scope_get_value (&check->scope, from->since, TRUE, &value))
        {
          g_ptr_array_add (self->missing, (gpointer) from->since);
          return FALSE;
        }
      if (value->kind == HBK_VALUE_NUMBER)
        {
          years = (int) (value->number / 100);
        }
      else
        {
          years = years_since (check, from, value->date);
          check->earliest = MAX (check->earliest, hbk_date_year (value->date));
        }
      self->needed = MIN (self->needed, years);
    }
  /* Of a run, the last years are left. */
  if (self->consecutive)
    check->earliest = check->latest - self->needed + 1;
  return TRUE;
}

static void
set_range (HbkApplication *self,
           Check          *check)
{
  const HbkApplicationRule *rule = check->rule;

  self->consecutive = rule->pick == 0;
  if (rule->pick > 0)
    {
      check->earliest = rule->earliest;
      check->latest = check->year + rule->latest_offset;
      self->needed = rule->pick;
    }
  else
    {
      check->earliest = check->year + rule->offset_from;
      check->latest = check->year + rule->offset_to;
      self->needed = rule->offset_to - rule->offset_from + 1;
    }
}

static void
assess_years (HbkApplication *self,
              Check          *check)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  HbkAssessmentOptions options = { .years = years, .readings = check->options, .skip_comparison = TRUE };

  for (int year = check->earliest; year <= check->latest; year++)
    g_array_append_val (years, year);
  self->assessment = hbk_assess (check->logbook, check->pack, check->as_of, &options);
}

static gboolean
nothing_missing (HbkRequired missing)
{
  return missing.total == 0 && missing.public_hours == 0 && missing.professional_hours == 0;
}

/* Finds the counted record that a conditional clause rests on. */
static gboolean
has_record (Check                *check,
            const HbkConditional *conditional)
{
  for (guint i = 0; i < hbk_logbook_get_n_records (check->logbook); i++)
    {
      HbkRecord *record = hbk_logbook_get_record (check->logbook, i);

      if (hbk_record_get_activity (record) != conditional->activity || hbk_record_get_status (record) == HBK_STATUS_PLANNED ||
          hbk_record_get_end (record) > check->as_of)
        continue;
      check->scope.record = record;
      check->scope.part = hbk_record_get_period (record);
      if (hbk_condition_holds (conditional->when, &check->scope))
        return TRUE;
    }
  return FALSE;
}

static const HbkConditional *
find_conditional (Check      *check,
                  HbkRequired missing)
{
  const GArray *conditionals = check->pack->applications.conditionals;

  for (guint i = 0; i < conditionals->len; i++)
    {
      const HbkConditional *conditional = &g_array_index (conditionals, HbkConditional, i);

      if ((missing.public_hours > 0 && !conditional->covers_public) ||
          (missing.professional_hours > 0 && !conditional->covers_professional) ||
          missing.total > missing.public_hours + missing.professional_hours)
        continue;
      if (has_record (check, conditional))
        return conditional;
    }
  return NULL;
}

static void
excuse_year (Check              *check,
             HbkApplicationYear *entry,
             HbkRequired         missing,
             int                *reading)
{
  const HbkConditional *conditional = find_conditional (check, missing);

  if (conditional == NULL)
    return;
  entry->clause = conditional->clause;
  entry->met = conditional->met;
  entry->conditional = !conditional->met;
  *reading = conditional->reading;
}

static void
add_year (HbkApplication      *self,
          Check               *check,
          const HbkYearResult *result,
          int                 *reading)
{
  HbkRequired        missing = hbk_required_missing (&result->required, result->at_application);
  HbkApplicationYear entry = { .year = result->year, .credited = result->at_application };

  entry.missing = (HbkTally) { missing.public_hours, missing.professional_hours };
  entry.verified = nothing_missing (hbk_required_missing (&result->required, result->verified));
  entry.met = hbk_assessment_accepts_year (self->assessment, result->year) ||
              (result->verdict != HBK_VERDICT_UNDETERMINED && nothing_missing (missing));
  if (!entry.met && result->verdict != HBK_VERDICT_UNDETERMINED)
    excuse_year (check, &entry, missing, reading);
  g_array_append_val (self->years, entry);
}

static void
count_years (HbkApplication *self,
             gboolean        conditional,
             int            *left)
{
  for (guint i = self->years->len; i > 0 && *left > 0; i--)
    {
      HbkApplicationYear *entry = &g_array_index (self->years, HbkApplicationYear, i - 1);

      if (entry->counted || !(conditional ? entry->conditional : entry->met))
        continue;
      entry->counted = TRUE;
      (*left)--;
    }
}

/* Any complete years, the newest first; conditional ones only where complete ones do not suffice. */
static void
judge_choice (HbkApplication *self)
{
  int left = self->needed;

  count_years (self, FALSE, &left);
  self->reached = self->needed - left;
  if (left == 0)
    {
      self->verdict = HBK_APPLICATION_MET;
      return;
    }
  count_years (self, TRUE, &left);
  self->verdict = left == 0 ? HBK_APPLICATION_CONDITIONAL : HBK_APPLICATION_SHORT;
}

static void
judge_run (HbkApplication *self)
{
  int conditional = 0;

  for (guint i = 0; i < self->years->len; i++)
    {
      HbkApplicationYear *entry = &g_array_index (self->years, HbkApplicationYear, i);

      entry->counted = TRUE;
      self->reached += entry->met;
      conditional += entry->conditional;
    }
  if (self->reached == self->needed)
    self->verdict = HBK_APPLICATION_MET;
  else
    self->verdict = self->reached + conditional == self->needed ? HBK_APPLICATION_CONDITIONAL : HBK_APPLICATION_SHORT;
}

static HbkHours
plus (HbkHours sum,
      HbkHours hours)
{
  return hours < 0 ? sum : MAX (sum, 0) + hours;
}

/* The years together: their hours against what they ask for together; where there is a total, it is the sum that counts. */
static void
judge_sum (HbkApplication *self)
{
  HbkRequired required = { -1, -1, -1 };
  HbkTally    credited = { 0, 0 };

  judge_run (self);
  for (guint i = 0; i < hbk_assessment_get_n_years (self->assessment); i++)
    {
      const HbkYearResult *result = hbk_assessment_get_year (self->assessment, i);

      credited = hbk_tally_add (credited, result->at_application);
      required.total = plus (required.total, result->required.total);
      required.public_hours = plus (required.public_hours, result->required.public_hours);
      required.professional_hours = plus (required.professional_hours, result->required.professional_hours);
    }
  if (required.total >= 0)
    required.public_hours = required.professional_hours = -1;
  self->verdict = nothing_missing (hbk_required_missing (&required, credited)) ? HBK_APPLICATION_MET : HBK_APPLICATION_SHORT;
}

/* Years that another authority judges leave the whole open, unless the others suffice. */
static void
judge_open (HbkApplication *self)
{
  if (self->verdict == HBK_APPLICATION_MET)
    return;
  for (guint i = 0; i < self->years->len; i++)
    if (!g_array_index (self->years, HbkApplicationYear, i).met &&
        hbk_assessment_get_year (self->assessment, i)->verdict == HBK_VERDICT_UNDETERMINED)
      self->verdict = HBK_APPLICATION_UNDETERMINED;
}

static void
judge (HbkApplication *self,
       Check          *check)
{
  int reading = -1;

  for (guint i = 0; i < hbk_assessment_get_n_years (self->assessment); i++)
    add_year (self, check, hbk_assessment_get_year (self->assessment, i), &reading);
  if (check->rule->pick > 0)
    judge_choice (self);
  else if (check->rule->sum)
    judge_sum (self);
  else
    judge_run (self);
  judge_open (self);
  if (reading >= 0)
    add_warning (self, "W-AMBIG", NULL, reading);
}

static HbkApplication *
check_application (Check *check)
{
  HbkApplication            *self = hbk_application_new (check->pack, check->level, check->year);
  const HbkApplicationRules *rules = &check->pack->applications;
  const HbkWaiver           *waiver;

  self->clause = rules->clause;
  if (!rules->present || rules->silent)
    return self;
  waiver = find_waiver (check);
  if (waiver != NULL)
    {
      self->verdict = HBK_APPLICATION_WAIVED;
      self->clause = waiver->clause;
      return self;
    }
  check->rule = find_rule (self, check);
  if (check->rule == NULL)
    return self;
  self->clause = check->rule->clause;
  set_range (self, check);
  if (!lower_needed (self, check) || self->needed < 1 || check->latest < check->earliest)
    return self;
  if (check->rule->exact != 0 && check->rule->exact != check->year)
    add_warning (self, "W-EXTRAPOLATED", check->rule->clause, -1);
  assess_years (self, check);
  judge (self, check);
  if (self->verdict == HBK_APPLICATION_SHORT || self->verdict == HBK_APPLICATION_CONDITIONAL)
    ask_for_waivers (self, check);
  return self;
}

static HbkApplicationVerdict
verdict_with (const Check *check,
              const guint *options)
{
  g_autoptr (HbkApplication) other = NULL;
  Check trial;

  check_init (&trial, check->logbook, check->pack, check->level, check->year, check->as_of, options);
  other = check_application (&trial);
  check_clear (&trial);
  return other->verdict;
}

static void
compare_readings (HbkApplication *self,
                  const Check    *check)
{
  g_autofree guint *options = g_memdup2 (check->options, sizeof (guint) * MAX (check->pack->readings->len, 1));

  for (guint reading = 0; reading < check->pack->readings->len; reading++)
    {
      guint n_options = g_array_index (check->pack->readings, HbkReading, reading).options->len;
      guint used = options[reading];

      for (guint other = 0; other < n_options; other++)
        {
          HbkApplicationEffect effect = { reading, used, other, HBK_APPLICATION_UNDETERMINED };

          if (other == used)
            continue;
          options[reading] = other;
          effect.verdict = verdict_with (check, options);
          if (effect.verdict != self->verdict)
            g_array_append_val (self->effects, effect);
        }
      options[reading] = used;
    }
}

/**
 * hbk_apply:
 * @logbook: the records and the person
 * @pack: the rules
 * @level: the title applied for
 * @year: the year of the application
 * @as_of: the day of the check
 * @readings: (nullable) (array): option index for each reading; %NULL for the cautious defaults
 *
 * Checks the years that an application for a title asks for: which they are, which of them are complete, and whether a clause
 * excuses the person. Where the notice names no years, the check is undetermined.
 *
 * Returns: (transfer full): the application
 */
HbkApplication *
hbk_apply (HbkLogbook   *logbook,
           HbkPack      *pack,
           HbkTitleLevel level,
           int           year,
           HbkDate       as_of,
           const guint  *readings)
{
  HbkApplication *self;
  Check           check;

  g_return_val_if_fail (HBK_IS_LOGBOOK (logbook) && pack != NULL, NULL);

  check_init (&check, logbook, pack, level, year, as_of, readings);
  self = check_application (&check);
  if (self->assessment != NULL)
    compare_readings (self, &check);
  check_clear (&check);
  return self;
}
