/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which years an application for a title asks for, and whether they suffice; see data/packs/FORMAT.md, Applications. */

#include "rules/support.h"
#include "rules/trial.h"

typedef struct
{
  const char *name;
  /* Members of the pack. */
  const char *pack;
  const char *profile;
  /* Professional hours of years: "2022=90 2023=40.5"; a "v" before the year: verified. */
  const char *hours;
  /* Further records. */
  const char *records;
  /* Level, year and day of the check. */
  const char *level;
  int         year;
  const char *as_of;
  const char *expect;
} Row;

#define APPLICATIONS(rest) "'applications': {'clause': 'C9', " rest "}"
#define RULE(rest) "{'level': 'senior', 'clause': 'C1', " rest "}"
#define RULES(rules) APPLICATIONS ("'rules': [" rules "]")
#define PICK RULE ("'since': 2024, 'years': {'pick': 3, 'earliest': 2020}")
#define RUN RULE ("'since': 2024, 'years': {'offsets': [-3, -1]}")
#define ALL "2020=90 2021=90 2022=90 2023=90 2024=90"
#define CHECK "senior", 2024, "2024-12-31"

static const Row rows[] = {
  /* Any so many years. */
  { "pick/newest first", RULES (PICK), "", ALL, "", CHECK, "verdict=met clause=C1 reached=3/3 years=2020+,2021+,2022*+,2023*+,2024*+ consecutive=no warnings= missing= effects=" },
  { "pick/with gaps", RULES (PICK), "", "2020=90 2022=90 2024=90", "", CHECK, "verdict=met years=2020*+,2021-,2022*+,2023-,2024*+" },
  { "pick/one too few", RULES (PICK), "", "2020=90 2022=90 2023=89.99", "", CHECK, "verdict=short reached=2/3 years=2020*+,2021-,2022*+,2023-,2024-" },
  { "pick/not this year", RULES (RULE ("'since': 2024, 'years': {'pick': 3, 'earliest': 2020, 'latest': -1}")), "", ALL, "", CHECK, "verdict=met years=2020+,2021*+,2022*+,2023*+" },
  { "pick/none yet", RULES (PICK), "", "", "", CHECK, "verdict=short reached=0/3" },
  { "pick/verified ones", RULES (PICK), "", "v2022=90 2023=90 v2024=90", "", CHECK, "verdict=met years=2020-,2021-,2022*+v,2023*+,2024*+v" },
  { "pick/hours of tomorrow", RULES (PICK), "", "2022=90 2023=90 2024=90", "", "senior", 2024, "2024-05-31", "verdict=short reached=2/3" },

  /* A run of years. */
  { "run/complete", RULES (RUN), "", "2021=90 2022=90 2023=90", "", CHECK, "verdict=met reached=3/3 years=2021*+,2022*+,2023*+ consecutive=yes" },
  { "run/one short", RULES (RUN), "", "2021=90 2022=80 2023=90", "", CHECK, "verdict=short reached=2/3 years=2021*+,2022*-,2023*+" },
  { "run/moves with the year", RULES (RUN), "", "2022=90 2023=90 2024=90", "", "senior", 2025, "2025-12-31", "verdict=met years=2022*+,2023*+,2024*+" },
  { "run/this year alone", RULES (RULE ("'since': 2024, 'years': {'offsets': [0, 0]}")), "", "2024=90", "", CHECK, "verdict=met reached=1/1 years=2024*+" },
  { "sum/together enough", RULES (RULE ("'since': 2024, 'judge': 'sum', 'years': {'offsets': [-3, -1]}")), "", "2021=200 2022=70", "", CHECK, "verdict=met years=2021*+,2022*-,2023*-" },
  { "sum/together too little", RULES (RULE ("'since': 2024, 'judge': 'sum', 'years': {'offsets': [-3, -1]}")), "", "2021=200 2022=69.99", "", CHECK, "verdict=short" },

  /* Which rule. */
  { "rule/another level", RULES (PICK), "", ALL, "", "intermediate", 2024, "2024-12-31", "verdict=undetermined clause=C9 years=" },
  { "rule/level not known", RULES (PICK), "", ALL, "", "none", 2024, "2024-12-31", "verdict=undetermined" },
  { "rule/before its first year", RULES (PICK), "", ALL, "", "senior", 2023, "2024-12-31", "verdict=undetermined clause=C9" },
  { "rule/first that holds", RULES (RULE ("'since': 2024, 'when': {'profile': 'employer_type', 'is': 'private'}, 'years': {'pick': 1, 'earliest': 2020}") "," PICK), "'employer_type': 'private'", "2023=90", "", CHECK, "verdict=met reached=1/1" },
  { "rule/second", RULES (RULE ("'since': 2024, 'when': {'profile': 'employer_type', 'is': 'private'}, 'years': {'pick': 1, 'earliest': 2020}") "," PICK), "'employer_type': 'enterprise'", "2023=90", "", CHECK, "verdict=short reached=1/3" },
  { "rule/open which", RULES (RULE ("'since': 2024, 'when': {'profile': 'employer_type', 'is': 'private'}, 'years': {'pick': 1, 'earliest': 2020}") "," PICK), "", "2023=90", "", CHECK, "verdict=undetermined missing=employer_type" },
  { "rule/exact year", RULES (RULE ("'since': 2024, 'exact': 2024, 'years': {'offsets': [-3, -1]}")), "", "2021=90 2022=90 2023=90", "", CHECK, "verdict=met warnings=" },
  { "rule/another than the exact year", RULES (RULE ("'since': 2024, 'exact': 2024, 'years': {'offsets': [-3, -1]}")), "", "2022=90 2023=90 2024=90", "", "senior", 2025, "2025-12-31", "verdict=met warnings=W-EXTRAPOLATED" },
  { "silent", APPLICATIONS ("'silent': true"), "", ALL, "", CHECK, "verdict=undetermined clause=C9 years= reached=0/0" },
  { "nothing said", "'covers': {'from': 2000}", "", ALL, "", CHECK, "verdict=undetermined clause=none" },

  /* Fewer years for those who came late. */
  { "came late/full years", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'transferred_on', 'known': true}, 'years_since': 'transferred_on'}]"), "'transferred_on': '2022-06-01'", "2022=90 2024=90", "", CHECK,
    "verdict=met clause=C2 reached=2/2 years=2022*+,2023-,2024*+" },
  { "came late/full years to the day", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'transferred_on', 'known': true}, 'years_since': 'transferred_on'}]"), "'transferred_on': '2022-06-01'", "2022=90", "",
    "senior", 2024, "2024-05-30", "verdict=met reached=1/1" },
  { "came late/calendar years", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'transferred_on', 'known': true}, 'years_since': 'transferred_on', 'count': 'calendar'}]"), "'transferred_on': '2023-06-01'", "2023=90 2024=90", "", CHECK,
    "verdict=met reached=2/2" },
  { "came late/long ago", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'transferred_on', 'known': true}, 'years_since': 'transferred_on'}]"), "'transferred_on': '2012-06-01'", "2022=90 2023=90", "", CHECK, "verdict=short reached=2/3" },
  { "came late/no year yet", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'transferred_on', 'known': true}, 'years_since': 'transferred_on'}]"), "'transferred_on': '2024-06-01'", "2024=90", "", CHECK, "verdict=undetermined clause=C2" },
  { "came late/not yet", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'transferred_on', 'known': true}, 'years_since': 'transferred_on', 'count': 'calendar'}]"), "'transferred_on': '2025-06-01'", "2024=90", "", CHECK, "verdict=undetermined" },
  { "came late/a number", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'exceptional_application', 'is': true}, 'years': 'years_in_post_for_review'}]"), "'exceptional_application': true, 'years_in_post_for_review': 2", "2021=90 2023=90", "", CHECK,
    "verdict=met clause=C2 reached=2/2 years=2020-,2021*+,2022-,2023*+,2024-" },
  { "came late/a number not stated", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'exceptional_application', 'is': true}, 'years': 'years_in_post_for_review'}]"), "'exceptional_application': true", ALL, "", CHECK,
    "verdict=undetermined clause=C2 missing=years_in_post_for_review" },
  { "came late/number of none", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'exceptional_application', 'is': true}, 'years': 'years_in_post_for_review'}]"), "'exceptional_application': true, 'years_in_post_for_review': 0", ALL, "", CHECK, "verdict=undetermined" },
  { "came late/more than needed", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'exceptional_application', 'is': true}, 'years': 'years_in_post_for_review'}]"), "'exceptional_application': true, 'years_in_post_for_review': 100000000", ALL, "", CHECK, "verdict=met reached=3/3" },
  { "came late/not the person", APPLICATIONS ("'rules': [" PICK "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'exceptional_application', 'is': true}, 'years': 'years_in_post_for_review'}]"), "'exceptional_application': false", "2023=90", "", CHECK, "verdict=short clause=C1 reached=1/3" },
  { "came late/the end of a run", APPLICATIONS ("'rules': [" RUN "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'exceptional_application', 'is': true}, 'years': 'years_in_post_for_review'}]"), "'exceptional_application': true, 'years_in_post_for_review': 2", "2022=90 2023=90", "", CHECK,
    "verdict=met reached=2/2 years=2022*+,2023*+" },
  { "came late/the end of a run since a day", APPLICATIONS ("'rules': [" RUN "], 'pick_from': [{'clause': 'C2', 'when': {'profile': 'transferred_on', 'known': true}, 'years_since': 'transferred_on'}]"), "'transferred_on': '2021-06-01'", "2022=90 2023=90", "",
    "senior", 2024, "2023-12-31", "verdict=met reached=2/2 years=2022*+,2023*+" },

  /* Waivers. */
  { "waived", APPLICATIONS ("'rules': [" PICK "], 'waivers': [{'clause': 'C3', 'when': {'profile': 'postdoc', 'is': true}}]"), "'postdoc': true", "", "", CHECK, "verdict=waived clause=C3 years=" },
  { "not waived", APPLICATIONS ("'rules': [" PICK "], 'waivers': [{'clause': 'C3', 'when': {'profile': 'postdoc', 'is': true}}]"), "'postdoc': false", "", "", CHECK, "verdict=short clause=C1 missing=" },
  { "perhaps waived", APPLICATIONS ("'rules': [" PICK "], 'waivers': [{'clause': 'C3', 'when': {'profile': 'first_application', 'is': true}}, {'clause': 'C4', 'when': [{'profile': 'first_application', 'is': true}, {'profile': 'employed', 'is': true}]}]"),
    "", "", "", CHECK, "verdict=undetermined missing=first_application,employed" },
  { "perhaps waived, but met", APPLICATIONS ("'rules': [" PICK "], 'waivers': [{'clause': 'C3', 'when': {'profile': 'first_application', 'is': true}}]"), "", ALL, "", CHECK, "verdict=met missing=" },

/* A degree excuses professional hours: "conditional" where a reading decides, or met. */
#define DEGREE "{'id': 'd', 'activity': 'degree_award', 'start': '2023-06-30', 'facts': {'filed': true}}"
#define EXCUSE(rest) "'conditional': [{'clause': 'C6', 'reading': 'R', 'activity': 'degree_award', 'covers': ['professional']" rest "}]"
#define READING "'readings': [{'id': 'R', 'clauses': ['C6'], 'question': {'zh': '？', 'en': '?'}, 'default': 'a', 'weight': 'low', 'options': [{'id': 'a', 'text': {'zh': 'a', 'en': 'a'}}]}], "
#define PROFESSIONAL "'requirements': [{'clause': 'C0', 'verdict': 'required', 'professional': 60}], "
  { "conditional", READING PROFESSIONAL APPLICATIONS ("'rules': [" PICK "], " EXCUSE ("")), "", "2023=60 2024=60", DEGREE, CHECK,
    "verdict=conditional reached=2/3 years=2020?,2021?,2022*?,2023*+,2024*+ warnings=W-AMBIG" },
  { "conditional/complete years come first", READING PROFESSIONAL APPLICATIONS ("'rules': [" PICK "], " EXCUSE ("")), "", "2020=60 2021=60 2022=60", DEGREE, CHECK,
    "verdict=met years=2020*+,2021*+,2022*+,2023?,2024?" },
  { "conditional/met", READING PROFESSIONAL APPLICATIONS ("'rules': [" PICK "], " EXCUSE (", 'result': 'met'")), "", "", DEGREE, CHECK, "verdict=met reached=3/3 years=2020+,2021+,2022*+,2023*+,2024*+" },
  { "conditional/no degree", READING PROFESSIONAL APPLICATIONS ("'rules': [" PICK "], " EXCUSE ("")), "", "2023=60 2024=60", "", CHECK, "verdict=short warnings=" },
  { "conditional/degree planned", READING PROFESSIONAL APPLICATIONS ("'rules': [" PICK "], " EXCUSE ("")), "", "2023=60 2024=60", "{'id': 'd', 'activity': 'degree_award', 'start': '2023-06-30', 'status': 'planned'}", CHECK, "verdict=short" },
  { "conditional/degree to come", READING PROFESSIONAL APPLICATIONS ("'rules': [" PICK "], " EXCUSE ("")), "", "2023=60 2024=60", "{'id': 'd', 'activity': 'degree_award', 'start': '2025-06-30'}", CHECK, "verdict=short" },
  { "conditional/of a kind", READING PROFESSIONAL APPLICATIONS ("'rules': [" PICK "], " EXCUSE (", 'when': {'fact': 'filed', 'is': true}")), "", "2023=60 2024=60", DEGREE, CHECK, "verdict=conditional" },
  { "conditional/not of the kind", READING PROFESSIONAL APPLICATIONS ("'rules': [" PICK "], " EXCUSE (", 'when': {'fact': 'filed', 'is': false}")), "", "2023=60 2024=60", DEGREE, CHECK, "verdict=short" },
  { "conditional/public hours stay", READING "'requirements': [{'clause': 'C0', 'verdict': 'required', 'public': 30, 'professional': 60}], " APPLICATIONS ("'rules': [" PICK "], " EXCUSE ("")), "", "2023=60", DEGREE, CHECK, "verdict=short years=2020-,2021-,2022-,2023-,2024-" },
  { "conditional/a total stays", READING APPLICATIONS ("'rules': [" PICK "], " EXCUSE ("")), "", "2023=60", DEGREE, CHECK, "verdict=short" },
  { "conditional/in a run", READING PROFESSIONAL APPLICATIONS ("'rules': [" RUN "], " EXCUSE ("")), "", "2021=60 2022=60", DEGREE, CHECK, "verdict=conditional reached=2/3 years=2021*+,2022*+,2023*?" },

/* Years that another authority judges. */
#define HEALTH "'requirements': [{'clause': 'C3', 'when': {'year': {'max': 2021}}, 'verdict': 'other_rules'}, {'clause': 'C0', 'verdict': 'required', 'total': 90}], "
  { "open years", HEALTH RULES (PICK), "", "2022=90 2023=90", "", CHECK, "verdict=undetermined reached=2/3" },
  { "open years are not needed", HEALTH RULES (PICK), "", "2022=90 2023=90 2024=90", "", CHECK, "verdict=met" },
  { "open years in a run", HEALTH RULES (RUN), "", "2021=90 2022=90 2023=90", "", CHECK, "verdict=undetermined" },
  { "years that need nothing", "'requirements': [{'clause': 'C3', 'verdict': 'out_of_scope'}], " RULES (PICK), "", "", "", CHECK, "verdict=met" },

/* Years that a clause fills for an application. */
#define POST(rest) "'blocks': [{'id': 'd', 'activities': ['award'], 'rules': [{'id': 'd', 'clause': 'C1', 'year': 'post', 'credit': {'deemed': {'professional': 90}}}]}], "
  { "closed years of the post", POST ("") RULES (PICK), "'post_from': '2021-01-01'", "", "{'id': 'w', 'activity': 'award', 'start': '2023-05-01'}", CHECK, "verdict=met years=2020-,2021+,2022*+,2023*+,2024*+" },
#define STATEMENT(requirement)                                                                                                             \
  requirement "'blocks': [{'id': 'd', 'activities': ['year_statement'], 'rules': [{'id': 'd', 'clause': 'C1', 'year': {'number': 'year'}," \
              " 'credit': {'deemed': {'professional': 'professional_hours'}, 'accepted': true}}]}], "
#define STATED(id, year) "{'id': '" id "', 'activity': 'year_statement', 'start': '2024-05-01', 'facts': {'year': " year ", 'professional_hours': 10}}"
  { "years accepted elsewhere", STATEMENT ("") RULES (PICK), "", "", STATED ("a", "2021") "," STATED ("b", "2022") "," STATED ("c", "2023"), CHECK, "verdict=met reached=3/3 years=2020-,2021*+,2022*+,2023*+,2024-" },
  { "years accepted elsewhere, judged elsewhere", STATEMENT ("'requirements': [{'clause': 'C3', 'verdict': 'other_rules'}], ") RULES (PICK), "", "", STATED ("a", "2021") "," STATED ("b", "2022") "," STATED ("c", "2023"), CHECK, "verdict=met reached=3/3" },

/* Readings. */
#define TWO "'readings': [{'id': 'R', 'clauses': ['C6'], 'question': {'zh': '？', 'en': '?'}, 'default': 'a', 'weight': 'low', 'options': [{'id': 'a', 'text': {'zh': 'a', 'en': 'a'}}, {'id': 'b', 'text': {'zh': 'b', 'en': 'b'}}]}], "
  { "effects/of a requirement", TWO "'requirements': [{'clause': 'C0', 'when': {'reading': 'R', 'is': 'b'}, 'verdict': 'required', 'total': 40}, {'clause': 'C0', 'verdict': 'required', 'total': 90}], " RULES (PICK), "", "2022=40 2023=40 2024=40", "", CHECK,
    "verdict=short effects=R:b:met" },
  { "effects/of a rule", TWO RULES (RULE ("'since': 2024, 'when': {'reading': 'R', 'is': 'b'}, 'years': {'pick': 1, 'earliest': 2020}") "," PICK), "", "2023=90", "", CHECK, "verdict=short effects=R:b:met" },
  { "effects/none", TWO "'requirements': [{'clause': 'C0', 'when': {'reading': 'R', 'is': 'b'}, 'verdict': 'required', 'total': 80}, {'clause': 'C0', 'verdict': 'required', 'total': 90}], " RULES (PICK), "", "2023=40", "", CHECK, "verdict=short effects=" },
};

static void
append_hours (GString *records, const char *hours)
{
  g_auto (GStrv) years = g_strsplit (hours, " ", -1);

  for (guint i = 0; years[i] != NULL && *years[i] != '\0'; i++)
    {
      gboolean verified = *years[i] == 'v';
      g_auto (GStrv) sides = g_strsplit (years[i] + verified, "=", 2);

      g_string_append_printf (records, "%s{'id': 't%s', 'activity': 'training', 'start': '%s-06-01', 'status': '%s', 'facts': {'stated_hours': %s}}",
                              records->len > 0 ? "," : "", sides[0], sides[0], verified ? "verified" : "done", sides[1]);
    }
}

/* The usual training where the row has blocks of its own. */
static char *
pack_of (const Row *row)
{
  GString *members = g_string_new (row->pack);

  g_string_replace (members, "'blocks': [", "'blocks': [{'id': 'training', 'activities': ['training'], 'subject': 'professional', 'rules': [{'id': 'training', 'clause': 'C8', 'credit': {'stated': 'stated_hours'}}]},", 1);
  return g_string_free_and_steal (members);
}

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *members = pack_of (row);
  g_autoptr (GString) records = g_string_new (row->records);
  g_autofree char *text = NULL;
  g_autoptr (HbkPack) pack = NULL;
  g_autoptr (HbkLogbook) logbook = NULL;
  g_autoptr (HbkApplication) application = NULL;
  HbkTitleLevel level;

  append_hours (records, row->hours);
  text = g_strdup_printf ("'profile': {%s}, 'records': [%s]", row->profile, records->str);
  pack = trial_pack (members);
  logbook = trial_logbook (text);
  g_assert_true (hbk_title_level_from_nick (row->level, &level));
  application = hbk_apply (logbook, pack, level, row->year, hbk_date_parse (row->as_of), NULL);
  trial_check_application (application, row->expect);
}

/* What an application holds: an immutable value of its own. */
static void
test_value (void)
{
  g_autoptr (HbkPack) pack = trial_pack (RULES (PICK));
  g_autoptr (HbkLogbook) logbook = trial_logbook ("'records': [{'id': 'a', 'activity': 'training', 'start': '2023-06-01', 'facts': {'stated_hours': 40}}]");
  HbkApplication *application = hbk_apply (logbook, pack, HBK_TITLE_LEVEL_SENIOR, 2024, hbk_date_parse ("2024-12-31"), NULL);
  g_autoptr (HbkApplication) shared = g_boxed_copy (HBK_TYPE_APPLICATION, application);
  const HbkApplicationYear *year;

  hbk_application_unref (application);
  g_assert_true (hbk_application_get_pack (shared) == pack);
  g_assert_cmpint (hbk_application_get_level (shared), ==, HBK_TITLE_LEVEL_SENIOR);
  g_assert_cmpint (hbk_application_get_year (shared), ==, 2024);
  g_assert_cmpuint (hbk_application_get_n_years (shared), ==, 5);
  year = hbk_application_get_nth_year (shared, 3);
  g_assert_cmpint (year->year, ==, 2023);
  g_assert_cmpint (year->credited.professional_hours, ==, 4000);
  g_assert_nonnull (hbk_application_get_assessment (shared));
  g_assert_cmpuint (hbk_assessment_get_n_years (hbk_application_get_assessment (shared)), ==, 5);
}

/* The cautious readings may be overruled. */
static void
test_chosen_reading (void)
{
  g_autoptr (HbkPack) pack = trial_pack (TWO RULES (RULE ("'since': 2024, 'when': {'reading': 'R', 'is': 'b'}, 'years': {'pick': 1, 'earliest': 2020}") "," PICK));
  g_autoptr (HbkLogbook) logbook = trial_logbook ("'records': [{'id': 'a', 'activity': 'training', 'start': '2023-06-01', 'facts': {'stated_hours': 90}}]");
  guint readings[] = { 1 };
  g_autoptr (HbkApplication) application = hbk_apply (logbook, pack, HBK_TITLE_LEVEL_SENIOR, 2024, hbk_date_parse ("2024-12-31"), readings);

  trial_check_application (application, "verdict=met effects=R:a:short");
  g_assert_cmpuint (hbk_application_get_effect (application, 0)->used, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/rules/application/", name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/application/value", test_value);
  g_test_add_func ("/rules/application/chosen-reading", test_chosen_reading);

  return g_test_run ();
}
