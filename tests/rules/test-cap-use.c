/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-cap-use.h"

#include "rules/support.h"
#include "rules/trial.h"

#define PACK(use)                                                                                                                             \
  "'caps': [{'id': 'year', 'stage': 'activity', 'hours': 30, 'clause': 'C2'}, {'id': 'item', 'stage': 'item', 'hours': 25, 'clause': 'C2'}]," \
  "'blocks': [{'id': 'b', 'clause': 'C1', 'activities': ['training'], 'subject': 'professional', 'caps': [" use ", 'item'],"                  \
  "'rules': [{'id': 'a', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}]"
#define RECORD(id, day, hours) "{'id': '" id "', 'activity': 'training', 'start': '2024-05-" day "', 'facts': {'stated_hours': " hours "}}"

typedef struct
{
  const char *name;
  const char *use;
  const char *record; /* of whose share it is */
  const char *records;
  const char *expect;
} Row;

static const Row rows[] = {
  { "alone", "'year'", "a", RECORD ("a", "06", "8"), "year 30: 0 + 8, lost 0" },
  { "with others", "'year'", "b", RECORD ("a", "06", "8") "," RECORD ("b", "07", "9"), "year 30: 8 + 9, lost 0" },
  { "cut", "'year'", "b", RECORD ("a", "06", "24") "," RECORD ("b", "07", "9"), "year 30: 24 + 6, lost 3" },
  { "nothing left", "'year'", "c", RECORD ("a", "06", "24") "," RECORD ("b", "07", "9") "," RECORD ("c", "08", "5"), "year 30: 30 + 0, lost 5" },
  { "a condition, not cut", "{'cap': 'year', 'when': {'year': {'min': 2020}}}", "a", RECORD ("a", "06", "8"), "" },
  { "a condition, cut", "{'cap': 'year', 'when': {'year': {'min': 2020}}}", "b", RECORD ("a", "06", "24") "," RECORD ("b", "07", "9"), "year 30: 24 + 6, lost 3" },
};

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *members = g_strdup_printf (PACK ("%s"), row->use);
  g_autofree char *records = g_strdup_printf ("'records': [%s]", row->records);
  g_autoptr (HbkPack) pack = trial_pack (members);
  g_autoptr (HbkLogbook) logbook = trial_logbook (records);
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);
  const HbkYearResult *year = hbk_assessment_lookup_year (assessment, 2024);
  g_autoptr (GArray) shares = hbk_cap_use_list (assessment, year, hbk_year_result_lookup (year, row->record));
  g_autoptr (GString) text = g_string_new ("");

  for (guint i = 0; i < shares->len; i++)
    {
      const HbkCapShare *share = &g_array_index (shares, HbkCapShare, i);
      g_autofree char   *limit = hbk_hours_format (share->limit);
      g_autofree char   *before = hbk_hours_format (share->before);
      g_autofree char   *own = hbk_hours_format (share->own);
      g_autofree char   *lost = hbk_hours_format (share->lost);

      g_string_append_printf (text, "%s %s: %s + %s, lost %s", share->cap->id, limit, before, own, lost);
    }
  g_assert_cmpstr (text->str, ==, row->expect);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/cap-use/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
