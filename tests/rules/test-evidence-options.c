/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways in which the evidence of a record can be complete. */

#include "rules/hbk-evidence-options.h"
#include "trial.h"

#define PACK(any)                                                                                                                              \
  "'evidence': [{'id': 'e', 'clause': 'C5', 'any': [" any "]}], 'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional'," \
  " 'evidence': 'e', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]}]"
#define TWO_WAYS "{'all': [['notice'], ['schedule', 'course_table'], ['sign_in_sheet']]}, {'all': [['completion_certificate'], ['*']]}"
#define SOMETIMES "{'all': [['notice']], 'when': {'fact': 'filed', 'is': true}}, {'all': [['completion_certificate']]}"
#define RECORD(documents) \
  "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'stated_hours': 20, 'filed': false}, 'evidence': [" documents "]}]"
#define DOC(id) "{'document': '" id "', 'file': '" id ".pdf'}"

typedef struct
{
  const char *name;
  const char *pack;
  const char *logbook;
  const char *expected;
} Case;

/* Each way as its groups, with + for what is there and - for what is not. */
static const Case cases[] = {
  { "none", "", RECORD (""), "" },
  { "nothing there", PACK (TWO_WAYS), RECORD (""), "completion_certificate- *- | notice- schedule- sign_in_sheet-" },
  { "the nearest first", PACK (TWO_WAYS), RECORD (DOC ("notice") "," DOC ("course_table") "," DOC ("sign_in_sheet")), "notice+ schedule+ sign_in_sheet+ | completion_certificate- *+" },
  { "any document", PACK (TWO_WAYS), RECORD (DOC ("diploma")), "completion_certificate- *+ | notice- schedule- sign_in_sheet-" },
  { "only those that hold", PACK (SOMETIMES), RECORD (""), "completion_certificate-" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (HbkPack) pack = trial_pack (test->pack);
  g_autoptr (HbkLogbook) logbook = trial_logbook (test->logbook);
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);
  const HbkRecordResult *result = hbk_year_result_lookup (hbk_assessment_lookup_year (assessment, 2024), "a");
  g_autoptr (GPtrArray) options = hbk_evidence_options (assessment, 2024, result, hbk_logbook_get_profile (logbook));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    {
      const HbkEvidenceOption *option = g_ptr_array_index (options, i);

      g_string_append (text, i > 0 ? " | " : "");
      for (guint j = 0; j < option->groups->len; j++)
        {
          GPtrArray *group = g_ptr_array_index (option->groups, j);

          g_string_append_printf (text, "%s%s%s", j > 0 ? " " : "", (const char *) g_ptr_array_index (group, 0), hbk_evidence_group_is_served (group, result->record) ? "+" : "-");
        }
    }
  g_assert_cmpstr (text->str, ==, test->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/evidence-options/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
