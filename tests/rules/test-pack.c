/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/pack-dump.h"
#include "rules/pack-fixture.h"

static const char rule[] = "{'id': 'r', 'clause': 'C-1', 'outcome': 'no_rate'}";

#define TEXT(zh, en) "{'zh': '" zh "', 'en': '" en "'}"

/* ---- The head and the source ---- */

static void
test_minimal (void)
{
  g_autoptr (GBytes) bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) pack = fixture_pack_from (bytes, NULL);
  const HbkNotice *notice = &g_array_index (pack->notices, HbkNotice, 0);
  g_autofree char *checked_on = hbk_date_format (pack->checked_on);

  g_assert_cmpstr (pack->id, ==, "minimal");
  g_assert_cmpstr (pack->revision, ==, "2024.1");
  g_assert_null (pack->extends);
  g_assert_null (pack->parent);
  g_assert_true (pack->vocabulary == fixture_get_vocabulary ());
  g_assert_cmpstr (hbk_bilingual_get (&pack->name, HBK_LANGUAGE_EN), ==, "Minimal");
  g_assert_cmpstr (hbk_bilingual_get (&pack->region, HBK_LANGUAGE_ZH), ==, "某地");
  g_assert_cmpint (pack->covers_from, ==, 2024);
  g_assert_cmpint (pack->covers_to, ==, 2024);
  g_assert_cmpstr (checked_on, ==, "2024-12-01");
  g_assert_cmpstr (notice->id, ==, "n1");
  g_assert_cmpstr (notice->number, ==, "某人社〔2024〕1号");
  g_assert_cmpint (hbk_date_year (notice->dated), ==, 2024);
  g_assert_cmpstr (g_array_index (pack->defects, HbkDefect, 0).clause, ==, "M-3");
  g_assert_cmpuint (pack->clauses->len, ==, 3);
}

static void
test_lookups (void)
{
  g_autoptr (GBytes) bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) pack = fixture_pack_from (bytes, NULL);
  const HbkReading *reading = &g_array_index (pack->readings, HbkReading, 0);

  g_assert_true (hbk_pack_lookup_clause (pack, "M-2") == &g_array_index (pack->clauses, HbkClause, 1));
  g_assert_null (hbk_pack_lookup_clause (pack, "M-4"));
  g_assert_true (hbk_pack_lookup_clause (pack, "M-3")->informs);
  g_assert_cmpint (hbk_pack_lookup_reading (pack, "R-1"), ==, 0);
  g_assert_cmpint (hbk_pack_lookup_reading (pack, "R-2"), ==, -1);
  g_assert_cmpint (hbk_reading_lookup_option (reading, "high"), ==, 1);
  g_assert_cmpuint (hbk_pack_count_choices (pack, &reading->initial), ==, 0);
  g_assert_cmpuint (hbk_pack_count_choices (pack, (guint[]) { reading->initial + 1 }), ==, 1);
  g_assert_cmpint (hbk_reading_lookup_option (reading, "middle"), ==, -1);

  /* Clauses are compared by their address everywhere. */
  g_assert_true (fixture_rule (pack, "high")->clause == hbk_pack_lookup_clause (pack, "M-1")->id);
  g_assert_true (g_ptr_array_index (reading->clauses, 0) == hbk_pack_lookup_clause (pack, "M-1")->id);
}

static void
test_reference (void)
{
  g_autoptr (GBytes) bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) pack = fixture_pack_from (bytes, NULL);
  g_autoptr (HbkPack) other = g_boxed_copy (HBK_TYPE_PACK, pack);

  g_assert_true (other == pack);
  g_clear_pointer (&pack, hbk_pack_unref);
  g_assert_cmpstr (other->id, ==, "minimal");
}

static void
test_place (void)
{
  g_autoptr (HbkPack) plain = fixture_pack ("", "", rule);
  g_autofree char *text = fixture_pack_text ("", "", rule);
  g_auto (GStrv) parts = g_strsplit (text, "'place': '二'", 2);
  g_autofree char *translated = g_strjoinv ("'place': " TEXT ("引言", "preamble"), parts);
  g_autoptr (GBytes) bytes = fixture_quote (translated);
  g_autoptr (HbkPack) pack = fixture_pack_from (bytes, NULL);

  g_assert_cmpstr (hbk_bilingual_get (&hbk_pack_lookup_clause (plain, "C-2")->place, HBK_LANGUAGE_EN), ==, "二");
  g_assert_cmpstr (hbk_bilingual_get (&hbk_pack_lookup_clause (pack, "C-2")->place, HBK_LANGUAGE_EN), ==, "preamble");
  g_assert_cmpstr (hbk_bilingual_get (&hbk_pack_lookup_clause (pack, "C-2")->place, HBK_LANGUAGE_ZH), ==, "引言");
}

static void
test_reading (void)
{
  g_autoptr (GBytes) bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) pack = fixture_pack_from (bytes, NULL);
  const HbkReading *reading = &g_array_index (pack->readings, HbkReading, 0);

  g_assert_cmpuint (reading->initial, ==, 0);
  g_assert_cmpstr (reading->weight, ==, "high");
  g_assert_cmpstr (reading->ask, ==, "bureau");
  g_assert_false (reading->quiet);
  g_assert_cmpstr (hbk_bilingual_get (&reading->question, HBK_LANGUAGE_EN), ==, "How many?");
  g_assert_cmpstr (hbk_bilingual_get (&g_array_index (reading->options, HbkReadingOption, 1).text, HBK_LANGUAGE_EN), ==, "many");
}

/* ---- What bounds and proves ---- */

static void
test_caps (void)
{
  g_autoptr (HbkPack) pack = fixture_pack ("'caps': [{'id': 'item', 'stage': 'item', 'hours': 8, 'per': 'net_days', 'clause': 'C-1', 'code': 'W-CAP-YEAR', 'when': {'in_post': true}},"
                                          "{'id': 'day', 'stage': 'day', 'hours': 7.5, 'by': 'record', 'clause': 'C-1'},"
                                          "{'id': 'activity', 'stage': 'activity', 'hours': 40, 'period': 'year', 'subject': 'public', 'clause': 'C-1'},"
                                          "{'id': 'group', 'stage': 'group', 'hours': 100, 'period': 'ever', 'clause': 'C-1'}],",
                                          "", rule);
  const HbkCap    *caps = &g_array_index (pack->caps, HbkCap, 0);
  g_autofree char *when = dump_condition (pack, caps[0].when);

  g_assert_cmpint (caps[0].stage, ==, HBK_CAP_ITEM);
  g_assert_true (caps[0].has_per && caps[0].per.kind == HBK_MEASURE_NET_DAYS);
  g_assert_cmpstr (caps[0].code, ==, "W-CAP-YEAR");
  g_assert_cmpstr (when, ==, "in_post");
  g_assert_cmpint (caps[1].stage, ==, HBK_CAP_DAY);
  g_assert_cmpint (caps[1].hours, ==, 750);
  g_assert_true (caps[1].by_record && !caps[1].has_per && caps[1].code == NULL);
  g_assert_cmpint (caps[2].stage, ==, HBK_CAP_ACTIVITY);
  g_assert_cmpint (caps[2].subject, ==, HBK_SUBJECT_PUBLIC);
  g_assert_false (caps[2].ever);
  g_assert_cmpint (caps[3].stage, ==, HBK_CAP_GROUP);
  g_assert_true (caps[3].ever);
}

static void
test_evidence (void)
{
  g_autoptr (HbkPack) pack = fixture_pack ("'evidence': [{'id': 'e', 'clause': 'C-2', 'any': ["
                                          "{'all': [['notice'], ['certificate', 'article']], 'weak_below': 2}, {'all': [['*']], 'when': {'in_post': true}}]}],",
                                          "", rule);
  g_autofree char *read = dump_evidence (pack, &g_array_index (pack->evidence, HbkEvidenceSet, 0));

  g_assert_cmpstr (read, ==, "e §C-2 notice certificate|article weak below 2 or * if in_post");
}

static void
test_requirements (void)
{
  g_autoptr (HbkPack) pack = fixture_pack ("'requirements': [{'clause': 'C-1', 'when': {'profile': 'employed', 'is': false}, 'verdict': 'out_of_scope', 'code': 'W-SCOPE'},"
                                          "{'clause': 'C-1', 'verdict': 'other_rules'}, {'clause': 'C-1', 'public': 0, 'verdict': 'voluntary', 'undetermined': ['public', 'professional']},"
                                          "{'clause': 'C-1', 'total': 90, 'public': 30, 'professional': 60, 'verdict': 'required', 'clauses': {'total': 'C-1', 'public': 'C-2', 'professional': 'C-1', 'carry': 'C-2'}}],",
                                          "", rule);
  const HbkRequirement *requirements = &g_array_index (pack->requirements, HbkRequirement, 0);
  g_autofree char      *when = dump_condition (pack, requirements[0].when);

  g_assert_cmpint (requirements[0].verdict, ==, HBK_REQUIREMENT_OUT_OF_SCOPE);
  g_assert_cmpstr (when, ==, "@employed {false}");
  g_assert_cmpstr (requirements[0].code, ==, "W-SCOPE");
  g_assert_true (requirements[0].total == -1 && requirements[0].public_hours == -1 && requirements[0].professional_hours == -1);
  g_assert_cmpint (requirements[1].verdict, ==, HBK_REQUIREMENT_OTHER_RULES);
  g_assert_cmpint (requirements[2].verdict, ==, HBK_REQUIREMENT_VOLUNTARY);
  g_assert_true (requirements[2].public_hours == 0 && requirements[2].public_undetermined && requirements[2].professional_undetermined);
  g_assert_cmpint (requirements[3].verdict, ==, HBK_REQUIREMENT_REQUIRED);
  g_assert_true (requirements[3].total == 9000 && requirements[3].public_hours == 3000 && requirements[3].professional_hours == 6000);
  g_assert_cmpstr (requirements[3].total_clause, ==, "C-1");
  g_assert_cmpstr (requirements[3].public_clause, ==, "C-2");
  g_assert_cmpstr (requirements[3].professional_clause, ==, "C-1");
  g_assert_cmpstr (requirements[3].carry_clause, ==, "C-2");
}

static void
test_usual_total (void)
{
  g_autoptr (HbkPack) none = fixture_pack ("", "", rule);
  g_autoptr (HbkPack) pack = fixture_pack ("'requirements': [{'clause': 'C-1', 'when': {'profile': 'employed', 'is': false}, 'verdict': 'out_of_scope', 'code': 'W-SCOPE'},"
                                          "{'clause': 'C-2', 'total': 90, 'verdict': 'required'}],",
                                          "", rule);

  g_assert_cmpint (hbk_pack_get_usual_total (none), ==, -1);
  g_assert_cmpint (hbk_pack_get_usual_total (pack), ==, 9000);
}

/* Wherever a pack looks at the profile, it is said once. */
static void
test_attributes (void)
{
  g_autoptr (HbkPack) none = fixture_pack ("", "", rule);
  g_autoptr (HbkPack) pack = fixture_pack ("'requirements': [{'clause': 'C-1', 'when': {'not': {'profile': 'employed', 'is': true}}, 'verdict': 'out_of_scope', 'code': 'W-SCOPE'},"
                                          "{'clause': 'C-2', 'when': {'profile': 'employed', 'is': true}, 'total': 90, 'verdict': 'required'}],",
                                          "", rule);

  g_assert_cmpuint (none->attributes->len, ==, 0);
  g_assert_cmpuint (pack->attributes->len, ==, 1);
  g_assert_true (g_ptr_array_index (pack->attributes, 0) == hbk_vocabulary_lookup_attribute (fixture_get_vocabulary (), "employed"));
}

static void
test_reductions (void)
{
  g_autoptr (HbkPack) pack = fixture_pack ("'reductions': [{'clause': 'C-1', 'activity': 'absence', 'mode': 'credit'},"
                                          "{'clause': 'C-2', 'activity': 'absence', 'when': {'fact': 'completed', 'is': true}, 'above_months': 6, 'round_up': {'reading': 'R-1', 'is': 'high'},"
                                          "'mode': [{'when': {'reading': 'R-1', 'is': 'low'}, 'mode': 'credit'}, 'requirement'],"
                                          "'require': [{'if': {'in_post': true}, 'else': 'pending', 'code': 'W-SCOPE'}], 'warn': [{'code': 'W-AMBIG'}]}],",
                                          "", rule);
  const HbkReduction     *reductions = &g_array_index (pack->reductions, HbkReduction, 0);
  const HbkReductionMode *modes = &g_array_index (reductions[1].modes, HbkReductionMode, 0);
  g_autofree char        *round_up = dump_condition (pack, reductions[1].round_up);

  g_assert_cmpint (reductions[0].above_months, ==, -1);
  g_assert_true (reductions[0].modes->len == 1 && g_array_index (reductions[0].modes, HbkReductionMode, 0).as_credit);
  g_assert_true (reductions[0].when == NULL && reductions[0].round_up == NULL && reductions[0].gates->len == 0 && reductions[0].warns->len == 0);
  g_assert_cmpint (reductions[1].above_months, ==, 6);
  g_assert_cmpstr (round_up, ==, "R-1=high");
  g_assert_true (modes[0].when != NULL && modes[0].as_credit && modes[1].when == NULL && !modes[1].as_credit);
  g_assert_cmpint (g_array_index (reductions[1].gates, HbkGate, 0).otherwise, ==, HBK_OUTCOME_PENDING);
  g_assert_cmpstr (g_array_index (reductions[1].warns, HbkWarn, 0).code, ==, "W-AMBIG");
}

/* ---- What surrounds it ---- */

static void
test_round (void)
{
  g_autoptr (HbkPack) pack = fixture_pack (
    "'deadlines': [{'id': 'a', 'clause': 'C-1', 'kind': 'hand_in', 'from': '01-01', 'to': '03-31', 'year_offset': 1, 'years': {'from': 2024}, 'who': " TEXT ("人", "person") ", 'text': " TEXT ("交", "hand in") ","
                                                                                                                                                                                                                 "  'watch': 'unsubmitted', 'code': 'W-SCOPE', 'level': 'senior', 'when': {'reading': 'R-1', 'is': 'low'}},"
                                                                                                                                                                                                                 " {'id': 'b', 'clause': 'C-1', 'kind': 'registration', 'to': '12-31', 'monthly': [1, 2, 3], 'watch': 'unverified', 'who': " TEXT ("人", "person") ", 'text': " TEXT ("报名", "register") "}],"
                                                                                                                                                                                                                                                                                                                                                                                                          "'chain': [{'step': 1, 'clause': 'C-1', 'who': " TEXT ("人", "person") ", 'text': " TEXT ("交", "hand in") "},"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                     " {'step': '2a', 'clause': 'C-1', 'who': " TEXT ("人", "person") ", 'text': " TEXT ("交", "hand in") ", 'when': {'profile': 'employed', 'is': true}}],"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "'forms': [{'id': 'f', 'clause': 'C-1', 'name': " TEXT ("表", "form") ", 'copies': 2, 'who': " TEXT ("人", "person") ", 'text': " TEXT ("填", "fill in") "}],"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   "'contacts': [{'id': 'c', 'clause': 'C-2', 'name': " TEXT ("局", "bureau") ", 'phone': '000', 'address': " TEXT ("路", "road") "}],"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  "'penalties': [{'clause': 'C-2', 'text': " TEXT ("不认", "void") "}],",
    "", rule);
  const HbkDeadline *deadlines = &g_array_index (pack->deadlines, HbkDeadline, 0);
  const HbkStep     *chain = &g_array_index (pack->chain, HbkStep, 0);
  const HbkStep     *form = &g_array_index (pack->forms, HbkStep, 0);
  const HbkStep     *contact = &g_array_index (pack->contacts, HbkStep, 0);

  g_assert_cmpstr (deadlines[0].kind, ==, "hand_in");
  g_assert_true (deadlines[0].from.month == 1 && deadlines[0].from.day == 1 && deadlines[0].to.month == 3 && deadlines[0].to.day == 31);
  g_assert_true (deadlines[0].year_offset == 1 && deadlines[0].year_from == 2024 && deadlines[0].year_to == 0);
  g_assert_cmpint (deadlines[0].watch, ==, HBK_WATCH_UNSUBMITTED);
  g_assert_cmpstr (deadlines[0].level, ==, "senior");
  g_assert_nonnull (deadlines[0].when);
  g_assert_null (deadlines[0].monthly);
  g_assert_cmpuint (deadlines[1].monthly->len, ==, 3);
  g_assert_cmpint (g_array_index (deadlines[1].monthly, int, 2), ==, 3);
  g_assert_cmpint (deadlines[1].watch, ==, HBK_WATCH_UNVERIFIED);

  g_assert_cmpstr (chain[0].step, ==, "1");
  g_assert_cmpstr (chain[1].step, ==, "2a");
  g_assert_nonnull (chain[1].when);
  g_assert_cmpstr (hbk_bilingual_get (&chain[1].who, HBK_LANGUAGE_EN), ==, "person");
  g_assert_cmpint (form->copies, ==, 2);
  g_assert_cmpstr (hbk_bilingual_get (&form->text, HBK_LANGUAGE_ZH), ==, "填");
  g_assert_cmpstr (contact->phone, ==, "000");
  g_assert_cmpstr (hbk_bilingual_get (&contact->address, HBK_LANGUAGE_EN), ==, "road");
  g_assert_cmpstr (g_array_index (pack->penalties, HbkStep, 0).clause, ==, "C-2");
}

static void
test_applications (void)
{
  g_autoptr (HbkPack) pack = fixture_pack (
    "'applications': {'clause': 'C-1', 'rules': ["
    "  {'level': 'senior', 'clause': 'C-1', 'since': 2024, 'exact': 2025, 'when': {'profile': 'employed', 'is': true}, 'judge': 'sum', 'years': {'offsets': [-5, -1]}},"
    "  {'level': 'junior', 'clause': 'C-2', 'judge': 'each', 'years': {'pick': 3, 'earliest': 2020, 'latest': -1}}],"
    " 'pick_from': [{'clause': 'C-1', 'when': {'profile': 'employed', 'is': true}, 'years_since': 'moved_in_on', 'count': 'calendar'},"
    "               {'clause': 'C-1', 'when': {'reading': 'R-1', 'is': 'low'}, 'years': 'years_in_post'}],"
    " 'waivers': [{'clause': 'C-2', 'when': {'year': {'max': 2020}}}],"
    " 'conditional': [{'clause': 'C-2', 'reading': 'R-1', 'activity': 'degree_award', 'covers': ['public', 'professional'], 'when': {'in_post': true}, 'result': 'met'},"
    "                 {'clause': 'C-2', 'activity': 'degree_award', 'covers': ['professional']}]},",
    "", rule);
  const HbkApplicationRules *applications = &pack->applications;
  const HbkApplicationRule  *rules = &g_array_index (applications->rules, HbkApplicationRule, 0);
  const HbkPickFrom         *from = &g_array_index (applications->pick_from, HbkPickFrom, 0);
  const HbkConditional      *conditionals = &g_array_index (applications->conditionals, HbkConditional, 0);

  g_assert_true (applications->present && !applications->silent);
  g_assert_cmpstr (rules[0].level, ==, "senior");
  g_assert_true (rules[0].since == 2024 && rules[0].exact == 2025 && rules[0].when != NULL && rules[0].sum);
  g_assert_true (rules[0].pick == 0 && rules[0].offset_from == -5 && rules[0].offset_to == -1);
  g_assert_true (rules[1].since == 0 && !rules[1].sum && rules[1].pick == 3 && rules[1].earliest == 2020 && rules[1].latest_offset == -1);
  g_assert_true (from[0].calendar && from[0].since->type == HBK_FACT_DATE);
  g_assert_true (!from[1].calendar && from[1].since->type == HBK_FACT_INTEGER);
  g_assert_cmpuint (applications->waivers->len, ==, 1);
  g_assert_true (conditionals[0].reading == 0 && conditionals[0].covers_public && conditionals[0].covers_professional && conditionals[0].met);
  g_assert_true (conditionals[1].reading == -1 && !conditionals[1].covers_public && conditionals[1].covers_professional && !conditionals[1].met);
}

static void
test_silent (void)
{
  g_autoptr (HbkPack) none = fixture_pack ("", "", rule);
  g_autoptr (HbkPack) silent = fixture_pack ("'applications': {'clause': 'C-1', 'rules': [], 'silent': true},", "", rule);
  g_autoptr (HbkPack) without = fixture_pack ("'applications': {'clause': 'C-1', 'silent': true, 'waivers': [], 'pick_from': [], 'conditional': []},", "", rule);

  g_assert_false (none->applications.present);
  g_assert_true (silent->applications.present && silent->applications.silent);
  g_assert_true (without->applications.present && without->applications.silent);
}

/* Lists of the pack may be empty; all of them exist. */
static void
test_empty_lists (void)
{
  g_autoptr (HbkPack) pack = fixture_pack ("'defects': [], 'requirements': [], 'reductions': [], 'caps': [], 'evidence': [], 'deadlines': [], 'chain': [], 'forms': [], 'contacts': [], 'penalties': [],", "", rule);
  GArray *lists[] = { pack->defects, pack->requirements, pack->reductions, pack->caps, pack->evidence, pack->deadlines, pack->chain, pack->forms, pack->contacts, pack->penalties, pack->applications.rules };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_assert_cmpuint (lists[i]->len, ==, 0);
}

/* ---- Limits ---- */

static char *
repeat (const char *format, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_string_append (text, i > 0 ? ", " : "");
      g_string_append (text, format);
      g_string_replace (text, "#", number, 0);
    }

  return g_string_free_and_steal (text);
}

static char *
read_problems (const char *list, const char *block, const char *rules)
{
  g_autofree char *text = fixture_pack_text (list, block, rules);
  g_autoptr (GBytes) bytes = fixture_quote (text);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkPack) pack = hbk_pack_read (bytes, fixture_get_vocabulary (), NULL, problems);

  g_assert_true ((pack == NULL) == !hbk_problems_is_empty (problems));

  return fixture_describe (problems, NULL);
}

static void
test_rules_max (void)
{
  g_autofree char *most = repeat ("{'id': 'r#'}", 2000);
  g_autofree char *many = repeat ("{'id': 'r#'}", 2001);
  g_autofree char *half = repeat ("{'id': 'r#'}", 1000);
  g_autofree char *other = repeat ("{'id': 's#'}", 1001);
  g_autofree char *two = g_strdup_printf ("%s]}, {'id': 'c', 'activities': ['paper'], 'clause': 'C-1', 'outcome': 'no_rate', 'rules': [%s", half, other);
  g_autofree char *good = read_problems ("", "'clause': 'C-1', 'outcome': 'no_rate',", most);
  g_autofree char *bad = read_problems ("", "'clause': 'C-1', 'outcome': 'no_rate',", many);
  g_autofree char *sum = read_problems ("", "'clause': 'C-1', 'outcome': 'no_rate',", two);

  g_assert_cmpstr (good, ==, "");
  g_assert_cmpstr (bad, ==, "line 11: $.blocks[0].rules: The list has more than 2000 entries. Shorten the list.\n");
  g_assert_cmpstr (sum, ==, "line 11: $.blocks[1].rules[1000]: The pack has more than 2000 rules. Join rules that differ only in a fact.\n");
}

static void
test_lists_max (void)
{
  g_autofree char *caps = repeat ("{'id': 'c#', 'stage': 'activity', 'hours': 8, 'clause': 'C-1'}", 501);
  g_autofree char *conditions = repeat ("{'in_post': true}", 101);
  g_autofree char *caps_list = g_strdup_printf ("'caps': [%s],", caps);
  g_autofree char *long_rule = g_strdup_printf ("{'id': 'r', 'clause': 'C-1', 'outcome': 'no_rate', 'when': [%s]}", conditions);
  g_autofree char *many_caps = read_problems (caps_list, "", rule);
  g_autofree char *many_conditions = read_problems ("", "", long_rule);

  g_assert_cmpstr (many_caps, ==, "line 9: $.caps: The list has more than 500 entries. Shorten the list.\n");
  g_assert_cmpstr (many_conditions, ==, "line 11: $.blocks[0].rules[0].when: The list has more than 100 entries. Shorten the list.\n");
}

/* All problems are found, however many, and none leaks what it interrupts. */
static void
test_many_problems (void)
{
  g_autofree char *rules = repeat ("{'id': 'r#', 'clause': 'C-#', 'credit': {'sum': [{'credit': {'fixed': -1}}]}, 'when': {'any': [{'fact': 'no#', 'is': 1}]}}", 60);
  g_autofree char *found = read_problems ("", "'subject': 'public',", rules);

  g_assert_true (g_str_has_suffix (found, "… and 78 more\n"));
}

/* ---- The check for authors ---- */

static void
test_check_minimal (void)
{
  g_autoptr (GBytes) bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) pack = fixture_pack_from (bytes, NULL);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *found = NULL;

  hbk_pack_check (pack, bytes, problems);
  found = fixture_describe (problems, "minimal.json");
  g_assert_cmpstr (found, ==, "");
}

/* A clause may be cited, a reading used and a cap named anywhere. */
static void
test_check_everywhere (void)
{
  static const char *const places[] = {
    "'requirements': [{'clause': 'C-1', 'total': 1, 'verdict': 'required', 'clauses': {'carry': 'C-2'}, 'when': {'reading': 'R-1', 'is': 'low'}}],",
    "'reductions': [{'clause': 'C-2', 'activity': 'absence', 'mode': [{'when': {'not': {'reading': 'R-1', 'is': 'low'}}, 'mode': 'credit'}, 'requirement']}],",
    "'reductions': [{'clause': 'C-1', 'activity': 'absence', 'mode': 'credit', 'warn': [{'code': 'W-SCOPE', 'clause': 'C-2', 'when': {'reading': 'R-1', 'is': 'low'}}]}],",
    "'applications': {'clause': 'C-2', 'silent': true, 'conditional': [{'clause': 'C-1', 'reading': 'R-1', 'activity': 'degree_award', 'covers': ['public']}]},",
    "'applications': {'clause': 'C-1', 'rules': [{'level': 'senior', 'clause': 'C-2', 'years': {'pick': 1}, 'when': {'reading': 'R-1', 'is': 'low'}}]},",
    "'applications': {'clause': 'C-1', 'silent': true, 'waivers': [{'clause': 'C-2', 'when': {'reading': 'R-1', 'is': 'low'}}]},",
    "'applications': {'clause': 'C-1', 'silent': true, 'pick_from': [{'clause': 'C-2', 'when': {'reading': 'R-1', 'is': 'low'}, 'years': 'years_in_post'}]},",
    "'deadlines': [{'id': 'd', 'clause': 'C-2', 'kind': 'study', 'to': '12-20', 'who': " TEXT ("人", "person") ", 'text': " TEXT ("学", "learn") ", 'when': {'reading': 'R-1', 'is': 'low'}}],",
    "'chain': [{'step': 1, 'clause': 'C-2', 'who': " TEXT ("人", "person") ", 'text': " TEXT ("交", "hand in") ", 'when': {'reading': 'R-1', 'is': 'low'}}],",
  };
  static const char *const rules[] = {
    "{'id': 'r', 'clause': 'C-1', 'credit': {'sum': [{'clause': 'C-2', 'when': {'reading': 'R-1', 'is': 'low'}, 'credit': {'fixed': 1}}]}}",
    "{'id': 'r', 'clause': 'C-1', 'credit': {'fixed': 1}, 'year': [{'when': {'reading': 'R-1', 'is': 'low'}, 'year': 'start'}, 'end'], 'window': {'to': '12-20', 'code': 'W-SCOPE', 'clause': 'C-2'}}",
    "{'id': 'r', 'clause': 'C-1', 'credit': {'fixed': 1}, 'subject': [{'when': {'reading': 'R-1', 'is': 'low'}, 'subject': 'public'}, 'public'], 'warn': [{'code': 'W-SCOPE', 'clause': 'C-2'}]}",
    "{'id': 'r', 'clause': 'C-1', 'credit': {'fixed': 1}, 'require': [{'if': {'any': [{'reading': 'R-1', 'is': 'low'}]}, 'else': 'excluded', 'code': 'W-SCOPE', 'clause': 'C-2'}]}",
    "{'id': 'r', 'clause': 'C-1', 'credit': {'fixed': 1}, 'once': [{'group': 'g', 'by': 'work', 'keep': 'all', 'period': 'ever', 'code': 'W-SCOPE', 'clause': 'C-2', 'when': {'reading': 'R-1', 'is': 'low'}}]}",
    "{'id': 'r', 'clause': 'C-1', 'credit': {'fixed': 1}, 'caps': [{'cap': 'cap', 'when': {'reading': 'R-1', 'is': 'low'}}], 'evidence': 'proof'}",
  };
  static const char used[] = "'caps': [{'id': 'cap', 'stage': 'activity', 'hours': 1, 'clause': 'C-2'}], 'evidence': [{'id': 'proof', 'clause': 'C-2', 'any': [{'all': [['*']]}]}],";

  for (guint i = 0; i < G_N_ELEMENTS (places) + G_N_ELEMENTS (rules); i++)
    {
      const char      *place = i < G_N_ELEMENTS (places) ? places[i] : "";
      const char      *own = i < G_N_ELEMENTS (places) ? rule : rules[i - G_N_ELEMENTS (places)];
      g_autofree char *text = fixture_pack_text (strstr (own, "'cap'") != NULL ? used : place, "'subject': 'public',", own);
      g_autoptr (GBytes) bytes = fixture_quote (text);
      g_autoptr (HbkPack) pack = fixture_pack_from (bytes, NULL);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autofree char *found = NULL;

      hbk_pack_check (pack, bytes, problems);
      found = fixture_describe (problems, NULL);
      g_assert_cmpstr (found, ==, "");
    }
}

/* ---- The packs that come with Hourbook ---- */

static HbkVocabulary *
read_own_vocabulary (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "vocabulary.json", NULL);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);

  return hbk_vocabulary_read (bytes, problems);
}

static HbkPack *
read_own (const char *folder, const char *name, HbkVocabulary *vocabulary)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkPack) parent = NULL;
  g_autoptr (HbkPack) pack = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *extends = NULL;
  g_autofree char *found = NULL;
  char            *contents = NULL;
  gsize            length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  extends = hbk_pack_peek_extends (bytes);
  if (extends != NULL)
    {
      g_autofree char *parent_name = g_strconcat (extends, ".json", NULL);

      parent = read_own (folder, parent_name, vocabulary);
    }

  pack = hbk_pack_read (bytes, vocabulary, parent, problems);
  if (pack != NULL)
    hbk_pack_check (pack, bytes, problems);
  found = fixture_describe (problems, name);
  g_assert_cmpstr (found, ==, "");
  g_assert_nonnull (pack);

  return g_steal_pointer (&pack);
}

static void
test_own (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", NULL);
  g_autoptr (HbkVocabulary) vocabulary = read_own_vocabulary (folder);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (HbkPack) pack = NULL;
      g_autofree char *own_name = NULL;

      if (!g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".schema.json") || g_str_equal (name, "vocabulary.json"))
        continue;

      pack = read_own (folder, name, vocabulary);
      own_name = g_strconcat (pack->id, ".json", NULL);
      g_assert_cmpstr (own_name, ==, name);
      n++;
    }

  g_assert_cmpuint (n, >=, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/minimal", test_minimal);
  g_test_add_func ("/pack/lookups", test_lookups);
  g_test_add_func ("/pack/reference", test_reference);
  g_test_add_func ("/pack/place", test_place);
  g_test_add_func ("/pack/reading", test_reading);
  g_test_add_func ("/pack/caps", test_caps);
  g_test_add_func ("/pack/evidence", test_evidence);
  g_test_add_func ("/pack/requirements", test_requirements);
  g_test_add_func ("/pack/usual-total", test_usual_total);
  g_test_add_func ("/pack/attributes", test_attributes);
  g_test_add_func ("/pack/reductions", test_reductions);
  g_test_add_func ("/pack/round", test_round);
  g_test_add_func ("/pack/applications", test_applications);
  g_test_add_func ("/pack/silent", test_silent);
  g_test_add_func ("/pack/empty-lists", test_empty_lists);
  g_test_add_func ("/pack/rules-max", test_rules_max);
  g_test_add_func ("/pack/lists-max", test_lists_max);
  g_test_add_func ("/pack/many-problems", test_many_problems);
  g_test_add_func ("/pack/check/minimal", test_check_minimal);
  g_test_add_func ("/pack/check/everywhere", test_check_everywhere);
  g_test_add_func ("/pack/own", test_own);

  return g_test_run ();
}
