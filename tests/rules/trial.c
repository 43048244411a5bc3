/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/trial.h"

#include "rules/support.h"

#define N_CLAUSES 21

/* ---- Packs and logbooks ---- */

static const char usual_blocks[] =
  "'blocks': [{'id': 'training', 'activities': ['training'], 'subject': 'professional',"
  " 'rules': [{'id': 'training', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]},"
  " {'id': 'public', 'activities': ['public_course'], 'subject': 'public',"
  " 'rules': [{'id': 'public', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}]";

static void
append_usual (GString *text, const char *members, const char *key, const char *usual)
{
  if (strstr (members, key) == NULL)
    g_string_append_printf (text, ", %s", usual);
}

char *
trial_pack_text (const char *members)
{
  GString *text = g_string_new ("{'format': 'hourbook-pack', 'version': 1, 'id': 'small', 'revision': '1',"
                                "'name': {'zh': '小', 'en': 'Small'}, 'region': {'zh': '某地', 'en': 'Somewhere'},"
                                "'notices': [{'id': 'n', 'title': {'zh': '通知', 'en': 'Notice'}, 'issuer': {'zh': '某局', 'en': 'A bureau'},"
                                "'dated': '2024-03-01'}], 'checked_on': '2024-12-01', 'clauses': [");

  for (int i = 0; i < N_CLAUSES; i++)
    g_string_append_printf (text, "%s{'id': 'C%d', 'place': '一', 'text': {'zh': '第%d条', 'en': 'Clause %d'}}", i > 0 ? "," : "", i, i, i);
  g_string_append_c (text, ']');
  append_usual (text, members, "'covers': {", "'covers': {'from': 2000}");
  append_usual (text, members, "'requirements': [", "'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 90}]");
  append_usual (text, members, "'blocks': [", usual_blocks);
  if (*members != '\0')
    g_string_append_printf (text, ", %s", members);
  g_string_append_c (text, '}');

  return g_strdelimit (g_string_free_and_steal (text), "'", '"');
}

HbkPack *
trial_pack (const char *members)
{
  g_autofree char *text = trial_pack_text (members);

  return support_read_pack (text);
}

HbkLogbook *
trial_logbook (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{'format': 'hourbook-logbook', 'version': 1, %s}", members);
  g_autoptr (GRegex) untitled = g_regex_new ("\\{'id': '([^']*)', 'activity'", 0, 0, NULL);
  g_autofree char *titled = g_regex_replace (untitled, text, -1, 0, "{'id': '\\1', 'title': '\\1', 'activity'", 0, NULL);

  g_strdelimit (titled, "'", '"');
  return support_read_logbook (titled);
}

/* ---- What came of them, in the words of the tables ---- */

static void
append_tally (GString *text, HbkTally tally)
{
  g_autofree char *public_hours = hbk_hours_format (tally.public_hours);
  g_autofree char *professional_hours = hbk_hours_format (tally.professional_hours);

  g_string_append_printf (text, "%s+%s", public_hours, professional_hours);
}

static void
append_minimum (GString *text, HbkHours hours)
{
  g_autofree char *figure = hours < 0 ? g_strdup ("-") : hbk_hours_format (hours);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "/" : "", figure);
}

static const char *
met_name (HbkMet met)
{
  static const char *const names[] = { "none", "no", "yes" };

  return names[met];
}

static void
append_readings (GString *text, const HbkAssessment *assessment, const HbkYearResult *year)
{
  for (guint i = 0; i < year->readings->len; i++)
    {
      const HbkReadingEffect *effect = &g_array_index (year->readings, HbkReadingEffect, i);
      const HbkReading       *reading = &g_array_index (hbk_assessment_get_pack (assessment)->readings, HbkReading, effect->reading);

      g_string_append_printf (text, "%s%s:%s:", i > 0 ? "," : "", reading->id,
                              g_array_index (reading->options, HbkReadingOption, effect->other).id);
      append_tally (text, effect->credited);
      g_string_append_printf (text, ":%s", hbk_verdict_to_nick (effect->verdict));
    }
}

static gboolean
year_tally (const HbkYearResult *year, const char *key, HbkTally *tally)
{
  const struct
  {
    const char *key;
    HbkTally    tally;
  } figures[] = {
    { "credited", year->credited },
    { "evidenced", year->evidenced },
    { "verified", year->verified },
    { "pending", year->pending },
    { "planned", year->planned },
    { "lost", year->lost },
    { "at_application", year->at_application },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].key, key))
      {
        *tally = figures[i].tally;
        return TRUE;
      }
  return FALSE;
}

static char *
say_year (const HbkAssessment *assessment, const HbkYearResult *year, const char *key)
{
  GString *text = g_string_new (NULL);
  HbkTally tally;

  if (year_tally (year, key, &tally))
    {
      append_tally (text, tally);
    }
  else if (g_str_equal (key, "required"))
    {
      append_minimum (text, year->required.total);
      append_minimum (text, year->required.public_hours);
      append_minimum (text, year->required.professional_hours);
    }
  else if (g_str_equal (key, "met"))
    {
      g_string_append_printf (text, "%s/%s/%s", met_name (year->met_total), met_name (year->met_public), met_name (year->met_professional));
    }
  else if (g_str_equal (key, "verdict"))
    {
      g_string_append (text, hbk_verdict_to_nick (year->verdict));
    }
  else if (g_str_equal (key, "clause"))
    {
      g_string_append (text, year->requirement_clause != NULL ? year->requirement_clause : "none");
    }
  else if (g_str_equal (key, "readings"))
    {
      append_readings (text, assessment, year);
    }
  else
    {
      g_assert_cmpstr (key, ==, "a figure of a year");
    }
  return g_string_free_and_steal (text);
}

static HbkTally *
record_tally (HbkRecordResult *result, const char *key)
{
  if (g_str_equal (key, "raw"))
    return &result->raw;
  if (g_str_equal (key, "credited"))
    return &result->credited;
  if (g_str_equal (key, "lost"))
    return &result->lost;
  if (g_str_equal (key, "pending"))
    return &result->pending;
  if (g_str_equal (key, "planned"))
    return &result->planned;
  if (g_str_equal (key, "evidenced"))
    return &result->evidenced;
  if (g_str_equal (key, "verified"))
    return &result->verified;
  return NULL;
}

static void
append_facts (GString *text, GPtrArray *facts)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    g_ptr_array_add (ids, (gpointer) ((const HbkFactSpec *) g_ptr_array_index (facts, i))->id);
  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (ids, i));
  if (ids->len == 0)
    g_string_append (text, "none");
}

static void
append_documents (GString *text, GPtrArray *documents)
{
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (documents, i));
  if (text->len == 0)
    g_string_append (text, "none");
}

static void
append_trace (GString *text, const HbkAssessment *assessment, const HbkRecordResult *result)
{
  static const char *const names[] = {
    [HBK_TRACE_RULE] = "rule",
    [HBK_TRACE_FIXED] = "fixed",
    [HBK_TRACE_DAYS] = "days",
    [HBK_TRACE_PER] = "per",
    [HBK_TRACE_STATED] = "stated",
    [HBK_TRACE_DIVIDE] = "divide",
    [HBK_TRACE_MINUTES] = "minutes",
    [HBK_TRACE_BY_DAY] = "by_day",
    [HBK_TRACE_SUM] = "sum",
    [HBK_TRACE_POOL] = "pool",
    [HBK_TRACE_YEAR_PART] = "year_part",
    [HBK_TRACE_CAP] = "cap",
    [HBK_TRACE_FLOOR] = "floor",
    [HBK_TRACE_GATE] = "gate",
    [HBK_TRACE_MISSING] = "missing",
    [HBK_TRACE_DUPLICATE] = "duplicate",
    [HBK_TRACE_DUTY] = "duty",
    [HBK_TRACE_FUTURE] = "future",
  };
  g_autoptr (GArray) steps = hbk_assessment_dup_trace (assessment, result);

  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", names[g_array_index (steps, HbkTraceStep, i).kind]);
}

static char *
say_result (const HbkAssessment *assessment, HbkRecordResult *result, const char *key)
{
  GString *text = g_string_new (NULL);

  if (record_tally (result, key) != NULL)
    append_tally (text, *record_tally (result, key));
  else if (g_str_equal (key, "outcome"))
    g_string_append (text, hbk_outcome_to_nick (result->outcome));
  else if (g_str_equal (key, "clause"))
    g_string_append (text, result->clause != NULL ? result->clause : "none");
  else if (g_str_equal (key, "code"))
    g_string_append (text, result->code != NULL ? result->code : "none");
  else if (g_str_equal (key, "missing"))
    append_facts (text, result->missing_facts);
  else if (g_str_equal (key, "documents"))
    append_documents (text, result->missing_documents);
  else if (g_str_equal (key, "evidence"))
    g_string_append (text, !result->evidence_complete ? "incomplete" : result->evidence_weak ? "weak"
                                                                                             : "complete");
  else if (g_str_equal (key, "covered_by"))
    g_string_append (text, result->covered_by != NULL ? hbk_record_get_id (result->covered_by) : "none");
  else if (g_str_equal (key, "trace"))
    append_trace (text, assessment, result);
  else
    g_assert_cmpstr (key, ==, "a figure of a record");
  return g_string_free_and_steal (text);
}

static const HbkYearResult *
nth_year (const HbkAssessment *assessment, guint i)
{
  return hbk_assessment_get_year (assessment, i);
}

/* The years a record stands in: "2023,2024". */
static char *
say_years_of (const HbkAssessment *assessment, const char *id)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    if (hbk_year_result_lookup (nth_year (assessment, i), id) != NULL)
      g_string_append_printf (text, "%s%d", text->len > 0 ? "," : "", nth_year (assessment, i)->year);
  return g_string_free_and_steal (text);
}

static char *
say_years (const HbkAssessment *assessment)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", nth_year (assessment, i)->year);
  return g_string_free_and_steal (text);
}

/* A record's figure in one year, or over all it stands in: hours are added up, anything else is that of the first. */
static char *
say_record (const HbkAssessment *assessment, const char *id, int year, const char *key)
{
  HbkTally sum = { 0, 0 };
  GString *text;

  if (g_str_equal (key, "years"))
    return say_years_of (assessment, id);
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      HbkRecordResult *result = (HbkRecordResult *) hbk_year_result_lookup (nth_year (assessment, i), id);

      if (result == NULL || (year != 0 && nth_year (assessment, i)->year != year))
        continue;
      if (year != 0 || record_tally (result, key) == NULL)
        return say_result (assessment, result, key);
      sum = hbk_tally_add (sum, *record_tally (result, key));
    }
  text = g_string_new (NULL);
  append_tally (text, sum);
  return g_string_free_and_steal (text);
}

static gboolean
warning_fits (const HbkWarning *warning, const char *code, const char *about)
{
  if (!g_str_equal (warning->spec->id, code))
    return FALSE;
  if (about == NULL)
    return TRUE;
  if (g_ascii_isdigit (*about))
    return warning->year == atoi (about) && warning->record == NULL;
  if (warning->record != NULL && g_str_equal (hbk_record_get_id (warning->record), about))
    return TRUE;
  return g_strcmp0 (warning->id, about) == 0 || g_strcmp0 (warning->clause, about) == 0;
}

static guint
count_warnings (const HbkAssessment *assessment, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "@", 2);
  guint n = 0;

  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    for (guint j = 0; j < nth_year (assessment, i)->warnings->len; j++)
      n += warning_fits (&g_array_index (nth_year (assessment, i)->warnings, HbkWarning, j), parts[0], parts[1]);
  return n;
}

static void
check_figure (const HbkAssessment *assessment, const char *word)
{
  const char      *dot = strchr (word, '.');
  const char      *equals = strchr (word, '=');
  g_autofree char *whose = NULL;
  g_autofree char *key = NULL;
  g_autofree char *found = NULL;
  char            *at;

  g_assert_nonnull (equals);
  if (dot == NULL || dot > equals)
    {
      found = say_years (assessment);
      g_assert_true (g_str_has_prefix (word, "years="));
    }
  else
    {
      whose = g_strndup (word, (gsize) (dot - word));
      key = g_strndup (dot + 1, (gsize) (equals - dot - 1));
      at = strchr (whose, '@');
      if (g_ascii_isdigit (*whose))
        {
          const HbkYearResult *year = hbk_assessment_lookup_year (assessment, atoi (whose));

          found = year != NULL ? say_year (assessment, year, key) : g_strdup ("no such year");
        }
      else
        {
          int year = at != NULL ? atoi (at + 1) : 0;

          if (at != NULL)
            *at = '\0';
          found = say_record (assessment, whose, year, key);
        }
    }
  if (g_str_equal (found, equals + 1))
    return;
  g_test_message ("%s, but found %s", word, found);
  g_test_fail ();
}

/* The words of @expect, divided by spaces, each of which must hold:
 *
 * 2024.credited=30+60    a figure of a year: hours are public+professional; required and met are total/public/professional
 * a.raw=0+20             a figure of the record a over all years it stands in
 * a@2024.credited=0+8    the same in one year
 * years=2023,2024        the years reported
 * +W-CODE +W-CODE@a      there is a warning (about a record, a year, a fact or document, or of a clause)
 * -W-CODE -W-CODE@a      there is none
 * 2*W-CODE@a             there are so many
 */
void
trial_check (const HbkAssessment *assessment, const char *expect)
{
  g_auto (GStrv) words = g_strsplit_set (expect, " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      gboolean    counted = g_ascii_isdigit (word[0]) && word[1] == '*';
      guint       n;

      if (*word == '\0')
        continue;
      if (*word != '+' && *word != '-' && !counted)
        {
          check_figure (assessment, word);
          continue;
        }
      n = count_warnings (assessment, counted ? word + 2 : word + 1);
      if (counted ? n == (guint) (*word - '0') : (n > 0) == (*word == '+'))
        continue;
      g_test_message ("%s, but found %u of these", word, n);
      g_test_fail ();
    }
}

/* ---- Applications ---- */

static char *
say_application_years (const HbkApplication *application)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_application_get_n_years (application); i++)
    {
      const HbkApplicationYear *year = hbk_application_get_nth_year (application, i);

      g_string_append_printf (text, "%s%d%s%s%s", i > 0 ? "," : "", year->year, year->counted ? "*" : "",
                              year->met ? "+" : year->conditional ? "?"
                                                                  : "-",
                              year->verified ? "v" : "");
    }
  return g_string_free_and_steal (text);
}

static char *
say_effects (const HbkApplication *application)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_application_get_n_effects (application); i++)
    {
      const HbkApplicationEffect *effect = hbk_application_get_effect (application, i);
      const HbkReading           *reading = &g_array_index (hbk_application_get_pack (application)->readings, HbkReading, effect->reading);

      g_string_append_printf (text, "%s%s:%s:%s", i > 0 ? "," : "", reading->id,
                              g_array_index (reading->options, HbkReadingOption, effect->other).id,
                              hbk_application_verdict_to_nick (effect->verdict));
    }
  return g_string_free_and_steal (text);
}

static char *
say_application (const HbkApplication *application, const char *key)
{
  GString *text = g_string_new (NULL);

  if (g_str_equal (key, "years"))
    {
      g_string_free (text, TRUE);
      return say_application_years (application);
    }
  if (g_str_equal (key, "effects"))
    {
      g_string_free (text, TRUE);
      return say_effects (application);
    }
  if (g_str_equal (key, "verdict"))
    g_string_append (text, hbk_application_verdict_to_nick (hbk_application_get_verdict (application)));
  else if (g_str_equal (key, "clause"))
    g_string_append (text, hbk_application_get_clause (application) != NULL ? hbk_application_get_clause (application) : "none");
  else if (g_str_equal (key, "reached"))
    g_string_append_printf (text, "%d/%d", hbk_application_get_reached (application), hbk_application_get_needed (application));
  else if (g_str_equal (key, "consecutive"))
    g_string_append (text, hbk_application_is_consecutive (application) ? "yes" : "no");
  else if (g_str_equal (key, "missing"))
    for (guint i = 0; i < hbk_application_get_n_missing (application); i++)
      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", hbk_application_get_missing (application, i)->id);
  else if (g_str_equal (key, "warnings"))
    for (guint i = 0; i < hbk_application_get_n_warnings (application); i++)
      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", hbk_application_get_warning (application, i)->spec->id);
  else
    g_assert_cmpstr (key, ==, "a figure of an application");
  return g_string_free_and_steal (text);
}

/* Words divided by spaces: verdict=met, clause=C9, reached=3/4, years=2021-,2022*+ (* counted, + met, ? conditional, - short,
 * v verified), consecutive=yes, missing=, warnings=, effects=. */
void
trial_check_application (const HbkApplication *application, const char *expect)
{
  g_auto (GStrv) words = g_strsplit_set (expect, " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);
      g_autofree char *found = NULL;

      if (*words[i] == '\0')
        continue;
      found = say_application (application, sides[0]);
      if (g_strcmp0 (found, sides[1]) == 0)
        continue;
      g_test_message ("%s, but found %s", words[i], found);
      g_test_fail ();
    }
}

/* ---- Tables ---- */

static void
run_trial (gconstpointer data)
{
  const Trial *trial = data;
  g_autoptr (HbkPack) pack = trial_pack (trial->pack);
  g_autoptr (HbkLogbook) logbook = trial_logbook (trial->logbook);
  HbkDate as_of = hbk_date_parse (trial->as_of != NULL ? trial->as_of : TRIAL_AS_OF);
  g_autoptr (HbkAssessment) assessment = NULL;

  g_assert_cmpint (as_of, !=, HBK_DATE_NONE);
  assessment = hbk_assess (logbook, pack, as_of, NULL);
  trial_check (assessment, trial->expect);
}

void
trial_add (const char *path, const Trial *trials, guint n_trials)
{
  for (guint i = 0; i < n_trials; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (trials[i].name), " ", '-');
      g_autofree char *full = g_strconcat (path, "/", name, NULL);

      g_test_add_data_func (full, &trials[i], run_trial);
    }
}
