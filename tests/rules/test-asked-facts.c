/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-asked-facts.h"

#include "rules/support.h"
#include "rules/trial.h"

typedef struct
{
  const char *name;
  const char *pack;
  const char *record; /* members after id and title */
  const char *asked;
  const char *others;
  gboolean    chooses_subject;
} Row;

#define TRAINING "'activity': 'training', 'start': '2024-05-06', 'end': '2024-05-08'"
#define PACK(rules) "'blocks': [{'id': 'b', 'clause': 'C1', 'activities': ['training'], 'subject': 'professional', 'rules': [" rules "]}]"
#define BY_ORGANISER                                                                                                                  \
  PACK ("{'id': 'a', 'clause': 'C2', 'when': {'fact': 'organiser_kind', 'in': ['base']}, 'credit': {'per': 'net_days', 'hours': 8}}," \
        "{'id': 'z', 'clause': 'C3', 'when': {'fact': 'organiser_level', 'in': ['national']}, 'credit': {'stated': 'stated_hours'}}")

static const Row rows[] = {
  { "no condition", PACK ("{'id': 'a', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}"), TRAINING, "stated_hours", "", FALSE },
  { "nothing answered: the first rule", BY_ORGANISER, TRAINING, "organiser_kind days transit_days rest_days", "organiser_level stated_hours", FALSE },
  { "first rule holds", BY_ORGANISER, TRAINING ", 'facts': {'organiser_kind': 'base'}", "organiser_kind days transit_days rest_days", "organiser_level stated_hours", FALSE },
  { "first rule ruled out", BY_ORGANISER, TRAINING ", 'facts': {'organiser_kind': 'state'}", "organiser_kind organiser_level stated_hours", "days transit_days rest_days", FALSE },
  { "all ruled out", BY_ORGANISER, TRAINING ", 'facts': {'organiser_kind': 'state', 'organiser_level': 'city'}", "organiser_kind organiser_level",
    "days transit_days rest_days stated_hours", FALSE },
  { "an activity without rules", BY_ORGANISER, "'activity': 'paper', 'start': '2024-05-06'", "", "", FALSE },
  { "an activity nobody knows", BY_ORGANISER, "'activity': 'fishing', 'start': '2024-05-06'", "", "", FALSE },
  { "a part decides", PACK ("{'id': 'a', 'clause': 'C2', 'when': [{'fact': 'filed', 'is': true}, {'fact': 'organiser_kind', 'in': ['base']}], 'credit': {'stated': 'stated_hours'}}"),
    TRAINING ", 'facts': {'organiser_kind': 'state'}", "organiser_kind", "filed stated_hours", FALSE },
  { "the record chooses",
    "'blocks': [{'id': 'b', 'clause': 'C1', 'activities': ['training'], 'subject': {'record': 'professional'}, "
    "'rules': [{'id': 'a', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}]",
    TRAINING, "stated_hours", "", TRUE },
};

static char *
join (GPtrArray *specs)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < specs->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((const HbkFactSpec *) g_ptr_array_index (specs, i))->id);

  return g_string_free_and_steal (text);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (HbkPack) pack = trial_pack (row->pack);
  g_autofree char *members = g_strdup_printf ("'records': [{'id': 'r', 'title': 'r', %s}]", row->record);
  g_autoptr (HbkLogbook) logbook = trial_logbook (members);
  g_autoptr (HbkAskedFacts) facts = hbk_asked_facts_new (pack, hbk_logbook_get_profile (logbook), hbk_logbook_get_record (logbook, 0), hbk_date_parse (TRIAL_AS_OF), NULL);
  g_autofree char *asked = join (facts->asked);
  g_autofree char *others = join (facts->others);

  g_assert_cmpstr (asked, ==, row->asked);
  g_assert_cmpstr (others, ==, row->others);
  g_assert_cmpint (facts->chooses_subject, ==, row->chooses_subject);
}

static void
test_no_date (void)
{
  g_autoptr (HbkPack) pack = trial_pack (BY_ORGANISER);
  g_autoptr (HbkProfile) profile = hbk_profile_new ();
  g_autoptr (HbkRecord) record = hbk_record_new ("r", "training");
  g_autoptr (HbkAskedFacts) facts = hbk_asked_facts_new (pack, profile, record, hbk_date_parse (TRIAL_AS_OF), NULL);
  g_autofree char *asked = join (facts->asked);

  g_assert_cmpstr (asked, ==, "organiser_kind days transit_days rest_days");
}

/* Whatever an assessment finds missing in a record is among what is asked for in it. */
static void
test_missing_is_asked (gconstpointer data)
{
  HbkPack *pack = support_get_pack (data);
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (HbkAssessment) assessment = NULL;
  HbkDate as_of = hbk_date_parse ("2024-12-01");

  for (guint i = 0; i < hbk_vocabulary_get_n_activities (pack->vocabulary); i++)
    {
      const char *id = hbk_vocabulary_get_activity (pack->vocabulary, i)->id;
      g_autoptr (HbkRecord) record = hbk_record_new (id, id);

      hbk_record_set_period (record, hbk_date_parse ("2024-05-06"), hbk_date_parse ("2024-05-08"));
      hbk_logbook_append (logbook, record);
    }
  assessment = hbk_assess (logbook, pack, as_of, NULL);

  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    {
      HbkRecord *record = hbk_logbook_get_record (logbook, i);
      g_autoptr (HbkAskedFacts) facts = hbk_asked_facts_new (pack, hbk_logbook_get_profile (logbook), record, as_of, NULL);
      const HbkRecordResult *result = hbk_year_result_lookup (hbk_assessment_lookup_year (assessment, 2024), hbk_record_get_id (record));

      for (guint j = 0; result != NULL && result->missing_facts != NULL && j < result->missing_facts->len; j++)
        {
          const HbkFactSpec *spec = g_ptr_array_index (result->missing_facts, j);

          if (hbk_vocabulary_lookup_fact (pack->vocabulary, spec->id) == spec)
            g_assert_true (g_ptr_array_find (facts->asked, spec, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  static const char *const packs[] = { "changde", "changzhou", "jiangsu", "qinghai", "weihai", "yuxi" };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/asked-facts/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/asked-facts/missing/%s", packs[i]);

      g_test_add_data_func (path, packs[i], test_missing_is_asked);
    }

  g_test_add_func ("/rules/asked-facts/no date", test_no_date);

  return g_test_run ();
}
