/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A logbook against the vocabulary: what is unknown or of the wrong kind is said, with its place. */

#include "records/hbk-logbook-reader.h"
#include "rules/hbk-logbook-check.h"
#include "rules/support.h"

typedef struct
{
  const char *name;
  /* Members of the logbook, on lines of their own. */
  const char *members;
  /* The problems as "line path: what", each on a line. */
  const char *expect;
} Row;

#define RECORD(rest) "'records': [\n{'id': 'a', 'activity': 'training', 'title': 'a', 'start': '2024-03-10'" rest "}]"
#define FACTS(facts) RECORD (",\n'facts': {" facts "}")

static const Row rows[] = {
  { "good", "'profile': {'sector': 'health', 'name': '某人', 'post_from': '2020-01-01', 'employed': true},\n" FACTS ("'days': 3, 'filed': true, 'level': 'city', 'filed_on': '2024-01-01', 'hours_by_day': [1, 2]"), "" },
  { "nothing", "'records': []", "" },
  { "unknown activity", "'records': [\n{'id': 'a', 'activity': 'juggling', 'title': 'a', 'start': '2024-03-10'}]", "3 $.records[0].activity: There is no activity “juggling”\n" },
  { "unknown fact", FACTS ("'colour': 'red'"), "4 $.records[0].facts.colour: There is no fact “colour”\n" },
  { "unknown attribute is the person's own", "'profile': {'colour': 'red'}", "" },
  { "wrong boolean", FACTS ("'filed': 'yes'"), "4 $.records[0].facts.filed: “filed” has a value of the wrong kind\n" },
  { "wrong number", FACTS ("'days': 'three'"), "4 $.records[0].facts.days: “days” has a value of the wrong kind\n" },
  { "no whole number", FACTS ("'rank': 1.5"), "4 $.records[0].facts.rank: “rank” has a value of the wrong kind\n" },
  { "wrong hours", FACTS ("'stated_hours': true"), "4 $.records[0].facts.stated_hours: “stated_hours” has a value of the wrong kind\n" },
  { "wrong date", FACTS ("'filed_on': 'soon'"), "4 $.records[0].facts.filed_on: “filed_on” has a value of the wrong kind\n" },
  { "wrong choice", FACTS ("'level': 'town'"), "4 $.records[0].facts.level: “level” has a value of the wrong kind\n" },
  { "wrong list", FACTS ("'hours_by_day': 3"), "4 $.records[0].facts.hours_by_day: “hours_by_day” has a value of the wrong kind\n" },
  { "wrong text", FACTS ("'annual_notice': 3"), "4 $.records[0].facts.annual_notice: “annual_notice” has a value of the wrong kind\n" },
  { "not stated", FACTS ("'days': null"), "" },
  { "wrong attribute", "'profile': {\n'employed': 'ja', 'sector': 'juggling'}",
    "3 $.profile.employed: “employed” has a value of the wrong kind\n3 $.profile.sector: “sector” has a value of the wrong kind\n" },
  { "unknown document", RECORD (",\n'evidence': [{'document': 'notice'},\n{'document': 'doodle'}]"), "5 $.records[0].evidence[1].document: There is no document type “doodle”\n" },
  { "several", "'records': [\n{'id': 'a', 'activity': 'juggling', 'title': 'a', 'start': '2024-03-10'},\n{'id': 'b', 'activity': 'walking', 'title': 'b', 'start': '2024-03-10', 'facts': {'x': 1}}]",
    "3 $.records[0].activity: There is no activity “juggling”\n4 $.records[1].activity: There is no activity “walking”\n4 $.records[1].facts.x: There is no fact “x”\n" },
};

static char *
describe (HbkProblems *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem *problem = hbk_problems_get (problems, i);

      g_assert_nonnull (hbk_problem_get_action (problem));
      g_string_append_printf (text, "%d %s: %s\n", hbk_problem_get_line (problem), hbk_problem_get_path (problem), hbk_problem_get_what (problem));
    }
  return g_string_free_and_steal (text);
}

static char *
text_of (const Row *row)
{
  return g_strdelimit (g_strdup_printf ("{'format': 'hourbook-logbook', 'version': 1,\n%s}", row->members), "'", '"');
}

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *text = text_of (row);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkLogbook) logbook = hbk_logbook_read (bytes, problems);
  g_autofree char *found = NULL;

  g_assert_true (hbk_problems_is_empty (problems));
  hbk_logbook_check (logbook, support_get_vocabulary (), bytes, problems);
  found = describe (problems);
  g_assert_cmpstr (found, ==, row->expect);
}

/* Without the bytes there are no lines, but still places. */
static void
test_without_source (void)
{
  g_autofree char *text = text_of (&rows[2]);
  g_autoptr (HbkLogbook) logbook = support_read_logbook (text);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *found = NULL;

  hbk_logbook_check (logbook, support_get_vocabulary (), NULL, problems);
  found = describe (problems);
  g_assert_cmpstr (found, ==, "0 $.records[0].activity: There is no activity “juggling”\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/rules/logbook-check/", name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/logbook-check/without-source", test_without_source);

  return g_test_run ();
}
