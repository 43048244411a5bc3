/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/pack-dump.h"

/* ---- Values ---- */

static void
add_number (GString *out, gint64 hundredths)
{
  hbk_hours_append (hundredths, out);
}

static void
add_value (GString *out, const HbkValue *value)
{
  switch (value->kind)
    {
    case HBK_VALUE_BOOLEAN:
      g_string_append (out, value->boolean ? "true" : "false");
      break;
    case HBK_VALUE_NUMBER:
      add_number (out, value->number);
      break;
    default:
      g_string_append (out, value->text);
      break;
    }
}

static void
add_day (GString *out, const char *word, const HbkDay *day, const HbkFactSpec *fact)
{
  if (fact != NULL)
    g_string_append_printf (out, " %s %s", word, fact->id);
  else if (day->date != HBK_DATE_NONE)
    {
      g_string_append_printf (out, " %s ", word);
      hbk_date_append (day->date, out);
    }
  else if (day->month > 0)
    g_string_append_printf (out, " %s %02d-%02d", word, day->month, day->day);
}

static void
add_bounds (GString *out, const HbkBounds *bounds, gint64 unit)
{
  g_string_append (out, bounds->min_open ? " (" : " [");
  if (bounds->has_min)
    add_number (out, bounds->min * unit);
  g_string_append (out, "..");
  if (bounds->has_max)
    add_number (out, bounds->max * unit);
  g_string_append (out, bounds->max_open ? ")" : "]");
}

static void
add_measure (GString *out, const HbkMeasure *measure)
{
  static const char *const names[] = {
    [HBK_MEASURE_NET_DAYS] = "net_days",
    [HBK_MEASURE_SPAN_MONTHS] = "span_months",
    [HBK_MEASURE_MONTHS_IN_YEAR] = "months_in_year",
    [HBK_MEASURE_SPAN_YEARS] = "span_years",
    [HBK_MEASURE_SPAN_DAYS] = "span_days",
    [HBK_MEASURE_HOURS_PER_DAY] = "hours_per_day",
  };

  g_string_append (out, measure->kind == HBK_MEASURE_FACT ? measure->fact->id : names[measure->kind]);
  g_assert_cmpint (measure->divide, >=, 1);
  if (measure->divide != 1)
    g_string_append_printf (out, "/%d", measure->divide);
  if (measure->minutes_fact != NULL)
    g_string_append_printf (out, " else %s/%d", measure->minutes_fact->id, measure->minutes);
  if (measure->whole)
    g_string_append (out, " whole");
  if (measure->up)
    g_string_append (out, " up");
}

/* ---- Conditions ---- */

static void add_condition (GString *out, const HbkPack *pack, const HbkCondition *condition);

static void
add_children (GString *out, const HbkPack *pack, const char *word, const HbkCondition *condition)
{
  g_string_append_printf (out, "%s(", word);
  for (guint i = 0; i < condition->children->len; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      add_condition (out, pack, g_ptr_array_index (condition->children, i));
    }
  g_string_append (out, ")");
}

static void
add_dates (GString *out, const HbkCondition *condition)
{
  add_day (out, "from", &condition->from, condition->from_fact);
  add_day (out, "to", &condition->to, condition->to_fact);
}

static void
add_test (GString *out, const HbkCondition *condition)
{
  if (condition->spec != NULL)
    g_string_append_printf (out, "%s%s", condition->kind == HBK_CONDITION_PROFILE ? "@" : "", condition->spec->id);

  switch (condition->test)
    {
    case HBK_TEST_VALUES:
      g_string_append (out, " {");
      for (guint i = 0; i < condition->values->len; i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          add_value (out, &g_array_index (condition->values, HbkValue, i));
        }
      g_string_append (out, "}");
      break;
    case HBK_TEST_BOUNDS:
      add_bounds (out, &condition->bounds, 1);
      break;
    case HBK_TEST_DATES:
      add_dates (out, condition);
      break;
    case HBK_TEST_WHOLE:
      g_string_append (out, condition->known ? " whole" : " part");
      break;
    case HBK_TEST_KNOWN:
    default:
      g_string_append (out, condition->known ? " known" : " unknown");
      break;
    }
}

static void
add_reading (GString *out, const HbkPack *pack, guint reading, guint option)
{
  const HbkReading *entry = &g_array_index (pack->readings, HbkReading, reading);

  g_string_append_printf (out, "%s=%s", entry->id, g_array_index (entry->options, HbkReadingOption, option).id);
}

static void
add_simple (GString *out, const HbkPack *pack, const HbkCondition *condition)
{
  switch (condition->kind)
    {
    case HBK_CONDITION_YEAR:
      g_string_append (out, "year");
      add_bounds (out, &condition->bounds, 100);
      break;
    case HBK_CONDITION_IN_POST:
      g_string_append (out, condition->known ? "in_post" : "not in_post");
      break;
    case HBK_CONDITION_SUBJECT:
      g_string_append_printf (out, "subject %s", hbk_subject_to_nick (condition->subject));
      break;
    case HBK_CONDITION_ACTIVITY:
      g_string_append (out, "activity");
      for (guint i = 0; i < condition->activities->len; i++)
        g_string_append_printf (out, " %s", (char *) g_ptr_array_index (condition->activities, i));
      break;
    case HBK_CONDITION_READING:
    default:
      add_reading (out, pack, condition->reading, condition->option);
      break;
    }
}

static void
add_condition (GString *out, const HbkPack *pack, const HbkCondition *condition)
{
  switch (condition->kind)
    {
    case HBK_CONDITION_ALL:
      add_children (out, pack, "all", condition);
      break;
    case HBK_CONDITION_ANY:
      add_children (out, pack, "any", condition);
      break;
    case HBK_CONDITION_NOT:
      add_children (out, pack, "not", condition);
      break;
    case HBK_CONDITION_MEASURE:
      add_measure (out, &condition->measure);
      add_test (out, condition);
      break;
    case HBK_CONDITION_DATE:
      g_string_append (out, condition->on_end ? "end" : "start");
      add_dates (out, condition);
      break;
    case HBK_CONDITION_AS_OF:
      g_string_append (out, "as_of");
      add_dates (out, condition);
      break;
    case HBK_CONDITION_FACT:
    case HBK_CONDITION_PROFILE:
      add_test (out, condition);
      break;
    default:
      add_simple (out, pack, condition);
      break;
    }
}

char *
dump_condition (const HbkPack *pack, const HbkCondition *condition)
{
  GString *out = g_string_new (NULL);

  if (condition != NULL)
    add_condition (out, pack, condition);

  return g_string_free_and_steal (out);
}

static void
add_when (GString *out, const HbkPack *pack, const HbkCondition *when)
{
  if (when == NULL)
    return;

  g_string_append (out, " if ");
  add_condition (out, pack, when);
}

/* ---- Credits ---- */

static void add_credit (GString *out, const HbkPack *pack, const HbkCredit *credit);

static void
add_parts (GString *out, const HbkPack *pack, const char *word, const HbkCredit *credit)
{
  g_string_append_printf (out, "%s(", word);
  for (guint i = 0; i < credit->children->len; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      add_credit (out, pack, g_ptr_array_index (credit->children, i));
    }
  g_string_append (out, ")");
}

static void
add_floor (GString *out, const char *word, const HbkFloor *floor)
{
  if (!floor->set)
    return;

  g_string_append_printf (out, " %s ", word);
  if (floor->fact != NULL)
    g_string_append (out, floor->fact->id);
  else
    add_number (out, floor->hours);
}

static void
add_rate (GString *out, const HbkCredit *credit)
{
  add_number (out, credit->hours);
  g_string_append (out, " a ");
  add_measure (out, &credit->measure);
  if (credit->whole)
    g_string_append (out, " dropped");
  if (credit->step > 0)
    {
      g_string_append (out, " step ");
      add_number (out, credit->step);
    }
}

static void
add_shape (GString *out, const HbkPack *pack, const HbkCredit *credit)
{
  switch (credit->kind)
    {
    case HBK_CREDIT_PER:
      add_rate (out, credit);
      break;
    case HBK_CREDIT_STATED:
      g_string_append (out, "stated ");
      add_measure (out, &credit->measure);
      break;
    case HBK_CREDIT_BY_DAY:
      g_string_append_printf (out, "by_day %s*%d/%d", credit->measure.fact->id, credit->numerator, credit->denominator);
      break;
    case HBK_CREDIT_FIRST:
      add_parts (out, pack, "first", credit);
      break;
    case HBK_CREDIT_SUM:
      add_parts (out, pack, "sum", credit);
      break;
    case HBK_CREDIT_POOL:
      g_string_append_printf (out, "pool %s of %d: ", credit->pool, credit->days_per_month);
      add_rate (out, credit);
      break;
    case HBK_CREDIT_DEEMED:
      g_string_append (out, credit->accepted ? "accepted" : "deemed");
      add_floor (out, "public", &credit->public_floor);
      add_floor (out, "professional", &credit->professional_floor);
      break;
    case HBK_CREDIT_FIXED:
    default:
      add_number (out, credit->hours);
      if (credit->has_times)
        g_string_append_printf (out, " times %s", credit->measure.fact->id);
      break;
    }
}

static void
add_credit (GString *out, const HbkPack *pack, const HbkCredit *credit)
{
  add_shape (out, pack, credit);
  if (credit->clause != NULL)
    g_string_append_printf (out, " §%s", credit->clause);
  if (credit->code != NULL)
    g_string_append_printf (out, " !%s", credit->code);
  add_when (out, pack, credit->when);
}

char *
dump_credit (const HbkPack *pack, const HbkCredit *credit)
{
  GString *out = g_string_new (NULL);

  if (credit != NULL)
    add_credit (out, pack, credit);

  return g_string_free_and_steal (out);
}

/* ---- Rules ---- */

static void
add_cited (GString *out, const HbkPack *pack, const char *code, const char *clause, int reading)
{
  if (code != NULL)
    g_string_append_printf (out, " !%s", code);
  if (clause != NULL)
    g_string_append_printf (out, " §%s", clause);
  if (reading >= 0)
    g_string_append_printf (out, " ?%s", g_array_index (pack->readings, HbkReading, reading).id);
}

static void
add_year (GString *out, const HbkYearMode *mode)
{
  static const char *const kinds[] = { "end", "start", "each_day", "each_year", "each_month", "latest", "number", "study", "full_years", "months_served", "post", "posting_years" };
  static const char *const counts[] = { "from_enrolment", "touched", "ended", "most_days", "calendar" };

  g_string_append (out, kinds[mode->kind]);
  if (mode->kind == HBK_YEAR_STUDY || mode->kind == HBK_YEAR_FULL_YEARS)
    g_string_append_printf (out, " %s", counts[mode->count]);
  if (mode->kind == HBK_YEAR_MONTHS_SERVED)
    g_string_append_printf (out, " %d all above %d", mode->months_served, mode->all_above);
  g_string_append (out, mode->with_end ? " end" : "");
  for (guint i = 0; i < mode->facts->len; i++)
    g_string_append_printf (out, " %s", ((const HbkFactSpec *) g_ptr_array_index (mode->facts, i))->id);
}

static void
add_options (GString *out, const HbkPack *pack, const HbkRule *rule)
{
  g_string_append (out, "subject");
  for (guint i = 0; i < rule->subjects->len; i++)
    {
      const HbkSubjectOption *option = &g_array_index (rule->subjects, HbkSubjectOption, i);

      g_string_append_printf (out, " %s%s", option->of_record ? "record or " : "", option->subject != HBK_SUBJECT_NONE ? hbk_subject_to_nick (option->subject) : "none");
      add_when (out, pack, option->when);
    }

  g_string_append (out, "\nyear ");
  for (guint i = 0; i < rule->years->len; i++)
    {
      const HbkYearOption *option = &g_array_index (rule->years, HbkYearOption, i);

      g_string_append (out, i > 0 ? "; " : "");
      add_year (out, &option->mode);
      add_when (out, pack, option->when);
    }
  g_string_append (out, "\n");
}

static void
add_gates (GString *out, const HbkPack *pack, const HbkRule *rule)
{
  for (guint i = 0; i < rule->gates->len; i++)
    {
      const HbkGate *gate = &g_array_index (rule->gates, HbkGate, i);

      g_string_append_printf (out, "else %s", hbk_outcome_to_nick (gate->otherwise));
      add_cited (out, pack, gate->code, gate->clause, gate->reading);
      add_when (out, pack, gate->when);
      g_string_append (out, "\n");
    }

  for (guint i = 0; i < rule->warns->len; i++)
    {
      const HbkWarn *warn = &g_array_index (rule->warns, HbkWarn, i);

      g_string_append (out, "warn");
      add_cited (out, pack, warn->code, warn->clause, warn->reading);
      add_when (out, pack, warn->when);
      g_string_append (out, "\n");
    }
}

static void
add_uses (GString *out, const HbkPack *pack, const HbkRule *rule)
{
  for (guint i = 0; i < rule->caps->len; i++)
    {
      const HbkCapUse *use = &g_array_index (rule->caps, HbkCapUse, i);

      g_string_append_printf (out, "cap %s", g_array_index (pack->caps, HbkCap, use->cap).id);
      add_when (out, pack, use->when);
      g_string_append (out, "\n");
    }

  for (guint i = 0; i < rule->once->len; i++)
    {
      const HbkOnce *once = &g_array_index (rule->once, HbkOnce, i);

      g_string_append_printf (out, "once %s by %s keep %s %s", once->group, once->by_dates ? "dates" : "work", once->keep_all ? "all" : once->keep_highest ? "highest"
                                                                                                                                                           : "first",
                              once->per_year ? "a year" : "ever");
      add_cited (out, pack, once->code, once->clause, -1);
      add_when (out, pack, once->when);
      g_string_append (out, "\n");
    }

  for (guint i = 0; i < rule->readings->len; i++)
    g_string_append_printf (out, "reading %s\n", g_array_index (pack->readings, HbkReading, g_array_index (rule->readings, guint, i)).id);
  if (rule->evidence >= 0)
    g_string_append_printf (out, "evidence %s\n", g_array_index (pack->evidence, HbkEvidenceSet, rule->evidence).id);
}

static void
add_window (GString *out, const HbkPack *pack, const HbkWindow *window)
{
  if (!window->set)
    return;

  g_string_append (out, "window");
  if (window->from_fact != NULL)
    g_string_append_printf (out, " from %s%s", window->from_fact->id, window->if_known ? " if known" : "");
  add_day (out, "to", &window->to, NULL);
  g_string_append_printf (out, " in %d..%d", window->year_from, window->year_to);
  add_cited (out, pack, window->code, window->clause, -1);
  g_string_append (out, "\n");
}

static void
add_result (GString *out, const HbkPack *pack, const HbkRule *rule)
{
  const HbkCredit         *credits[] = { rule->credit, rule->public_credit, rule->professional_credit };
  static const char *const words[] = { "credit", "public", "professional" };

  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    {
      if (credits[i] == NULL)
        continue;

      g_string_append_printf (out, "%s ", words[i]);
      add_credit (out, pack, credits[i]);
      g_string_append (out, "\n");
    }

  if (rule->has_outcome)
    {
      g_string_append (out, hbk_outcome_to_nick (rule->outcome));
      add_cited (out, pack, rule->code, NULL, -1);
      g_string_append (out, "\n");
    }
}

char *
dump_rule (const HbkPack *pack, const HbkRule *rule)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s of %s §%s", rule->id, rule->block, rule->clause);
  for (guint i = 0; i < rule->activities->len; i++)
    g_string_append_printf (out, " %s", (char *) g_ptr_array_index (rule->activities, i));
  if (rule->since > 0 || rule->until > 0)
    g_string_append_printf (out, " %d..%d", rule->since, rule->until);
  add_when (out, pack, rule->when);
  g_string_append (out, "\n");
  add_options (out, pack, rule);
  add_result (out, pack, rule);
  add_gates (out, pack, rule);
  add_window (out, pack, &rule->window);
  add_uses (out, pack, rule);

  return g_string_free_and_steal (out);
}

/* ---- Evidence ---- */

char *
dump_evidence (const HbkPack *pack, const HbkEvidenceSet *set)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s §%s", set->id, set->clause);
  for (guint i = 0; i < set->options->len; i++)
    {
      const HbkEvidenceOption *option = &g_array_index (set->options, HbkEvidenceOption, i);

      g_string_append (out, i > 0 ? " or" : "");
      for (guint j = 0; j < option->groups->len; j++)
        {
          GPtrArray *documents = g_ptr_array_index (option->groups, j);

          for (guint k = 0; k < documents->len; k++)
            g_string_append_printf (out, "%s%s", k > 0 ? "|" : " ", (char *) g_ptr_array_index (documents, k));
        }
      if (option->weak_below > 0)
        g_string_append_printf (out, " weak below %d", option->weak_below);
      add_when (out, pack, option->when);
    }

  return g_string_free_and_steal (out);
}
