/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Unclear clauses: what the other reading would give, and when it is worth a word; see data/packs/FORMAT.md, Readings. */

#include "rules/support.h"
#include "rules/trial.h"

#define OPTION(id) "{'id': '" id "', 'text': {'zh': '" id "', 'en': '" id "'}}"
#define READING(id, rest, options) "{'id': '" id "', 'clauses': ['C5'], 'question': {'zh': '怎么算？', 'en': 'Which way?'}, 'default': 'strict', 'weight': 'low'" rest ", 'options': [" options "]}"
#define R READING ("R", "", OPTION ("strict") "," OPTION ("loose"))
#define Q READING ("Q", "", OPTION ("strict") "," OPTION ("loose") "," OPTION ("lax"))
#define LOOSE(id) "{'reading': '" id "', 'is': 'loose'}"
#define STRICT(id) "{'reading': '" id "', 'is': 'strict'}"
#define PACK(readings, rest) "'readings': [" readings "], " rest
#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', " rest "}]"
#define RECORDS(records) "'records': [" records "]"
#define ONE RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'days': 3, 'filed': true}}")

/* 10 hours, or 20 when read loosely. */
#define TEN_OR_TWENTY(rest) BLOCK ("'rules': [{'id': 's', 'clause': 'C1', 'when': " LOOSE ("R") ", 'credit': {'fixed': 20}" rest "}, {'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}" rest "}]")

static const Trial trials[] = {
  { "matters to the year", PACK (R, TEN_OR_TWENTY ("")), ONE, "a.credited=0+10 2024.readings=R:loose:0+20:short +W-AMBIG@2024 1*W-AMBIG", NULL },
  { "matters to the record that rests on it", PACK (R, TEN_OR_TWENTY (", 'readings': ['R']")), ONE, "2024.readings=R:loose:0+20:short +W-AMBIG@a 1*W-AMBIG", NULL },
  { "matters to the verdict", PACK (R, "'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 20}], " TEN_OR_TWENTY ("")), ONE, "2024.verdict=short 2024.readings=R:loose:0+20:met", NULL },
  { "does not matter", PACK (R, BLOCK ("'rules': [{'id': 's', 'clause': 'C1', 'when': " LOOSE ("R") ", 'credit': {'fixed': 10}}, {'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")), ONE,
    "a.credited=0+10 2024.readings= -W-AMBIG", NULL },
  { "rests on it, but does not matter", PACK (R, BLOCK ("'readings': ['R'], 'rules': [{'id': 's', 'clause': 'C1', 'when': " LOOSE ("R") ", 'credit': {'fixed': 10}}, {'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")),
    ONE, "2024.readings= -W-AMBIG", NULL },
  { "not looked at", PACK (R, BLOCK ("'rules': [{'id': 'r', 'clause': 'C2', 'when': {'any': [{'fact': 'filed', 'is': true}, " LOOSE ("R") "]}, 'credit': {'fixed': 10}}]")), ONE, "2024.readings= -W-AMBIG", NULL },
  { "quiet", PACK (READING ("R", ", 'quiet': true", OPTION ("strict") "," OPTION ("loose")), TEN_OR_TWENTY ("")), ONE, "2024.readings=R:loose:0+20:short -W-AMBIG", NULL },
  { "three options", PACK (READING ("R", "", OPTION ("strict") "," OPTION ("loose") "," OPTION ("lax")), BLOCK ("'rules': [{'id': 's', 'clause': 'C1', 'when': " LOOSE ("R") ", 'credit': {'fixed': 20}}, {'id': 't', 'clause': 'C1', 'when': {'reading': 'R', 'is': 'lax'}, 'credit': {'fixed': 30}},"
                                                                                                                                                                             "{'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")),
    ONE, "2024.readings=R:loose:0+20:short,R:lax:0+30:short 1*W-AMBIG@2024", NULL },
  { "two readings, one at a time", PACK (R "," Q, BLOCK ("'rules': [{'id': 's', 'clause': 'C1', 'credit': {'sum': [{'credit': {'fixed': 1}}, {'when': " LOOSE ("R") ", 'credit': {'fixed': 10}},"
                                                                                                                                                                    " {'when': " LOOSE ("Q") ", 'credit': {'fixed': 20}}]}}]")),
    ONE, "a.credited=0+1 2024.readings=R:loose:0+11:short,Q:loose:0+21:short 2*W-AMBIG@2024", NULL },
  { "one option is an unclear point", PACK (READING ("R", "", OPTION ("strict")), BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'readings': ['R'], 'credit': {'fixed': 10}}]")), ONE,
    "+W-AMBIG@a 2024.readings=", NULL },
  { "two unclear points", PACK (READING ("R", "", OPTION ("strict")) "," READING ("P", "", OPTION ("strict")), BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'readings': ['R', 'P'], 'credit': {'fixed': 10}}]")), ONE,
    "2*W-AMBIG@a", NULL },
  { "only the records it touches", PACK (R, BLOCK ("'readings': ['R'], 'rules': [{'id': 's', 'clause': 'C1', 'when': [{'fact': 'filed', 'is': true}, " LOOSE ("R") "], 'credit': {'fixed': 20}}, {'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'filed': true}}, {'id': 'b', 'activity': 'training', 'start': '2024-03-11', 'facts': {'filed': false}}"),
    "+W-AMBIG@a -W-AMBIG@b 2024.readings=R:loose:0+30:short", NULL },
  { "only the years it touches", PACK (R, BLOCK ("'rules': [{'id': 's', 'clause': 'C1', 'when': [{'year': {'min': 2024}}, " LOOSE ("R") "], 'credit': {'fixed': 20}}, {'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2023-03-10'}, {'id': 'b', 'activity': 'training', 'start': '2024-03-11'}"),
    "2023.readings= 2024.readings=R:loose:0+20:short -W-AMBIG@2023 +W-AMBIG@2024", NULL },
  { "moves a record to another year", PACK (R, BLOCK ("'year': [{'when': " LOOSE ("R") ", 'year': 'start'}, 'end'], 'rules': [{'id': 'r', 'clause': 'C2', 'readings': ['R'], 'credit': {'fixed': 10}}]")),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2023-12-30', 'end': '2024-01-02'}, {'id': 'b', 'activity': 'training', 'start': '2023-03-10'}"),
    "a.years=2024 2023.readings=R:loose:0+20:short 2024.readings=R:loose:0+0:short +W-AMBIG@a", NULL },
  { "makes a record wait", PACK (R, BLOCK ("'rules': [{'id': 'r', 'clause': 'C2', 'readings': ['R'], 'credit': {'fixed': 10}, 'require': [{'if': {'any': [" STRICT ("R") ", {'fact': 'archive', 'is': true}]}, 'else': 'excluded', 'code': 'W-NO-ARCHIVE'}]}]")),
    ONE, "a.credited=0+10 2024.readings=R:loose:0+0:short +W-AMBIG@a", NULL },

  /* Where other parts of the pack look at it. */
  { "a requirement", PACK (R, "'requirements': [{'clause': 'C3', 'when': " LOOSE ("R") ", 'verdict': 'required', 'total': 5}, {'clause': 'C0', 'verdict': 'required', 'total': 90}], " BLOCK ("'rules': [{'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")),
    ONE, "2024.readings=R:loose:0+10:met +W-AMBIG@2024", NULL },
  { "a requirement of other minima, as far away", PACK (R, "'requirements': [{'clause': 'C3', 'when': " LOOSE ("R") ", 'verdict': 'required', 'total': 5}, {'clause': 'C0', 'verdict': 'required', 'total': 10}], " BLOCK ("'rules': [{'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")),
    ONE, "2024.verdict=met 2024.readings= -W-AMBIG", NULL },
  { "a cap", PACK (R, "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 15, 'when': " STRICT ("R") "}], " BLOCK ("'caps': ['k'], 'rules': [{'id': 'r', 'clause': 'C2', 'credit': {'per': 'days', 'hours': 10}}]")),
    ONE, "a.credited=0+15 2024.readings=R:loose:0+30:short", NULL },
  { "works that count once", PACK (R, BLOCK ("'once': [{'group': 'g', 'by': 'work', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-WORK', 'clause': 'C6', 'when': " STRICT ("R") "}], 'rules': [{'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'work': 'w'}, {'id': 'b', 'activity': 'training', 'start': '2024-03-11', 'work': 'w'}"),
    "b.outcome=duplicate 2024.readings=R:loose:0+20:short", NULL },
  { "a reduction", PACK (R, "'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 90}], 'reductions': [{'clause': 'C8', 'activity': 'absence', 'mode': 'requirement', 'when': " LOOSE ("R") "}]"),
    RECORDS ("{'id': 'a', 'activity': 'absence', 'start': '2024-01-01', 'end': '2024-12-31'}"), "2024.verdict=short 2024.readings=R:loose:0+0:met", NULL },
  { "an item cap of a record that did not look at it", PACK (R, "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'item', 'hours': 15, 'when': " STRICT ("R") "}], " BLOCK ("'caps': ['k'], 'rules': [{'id': 'r', 'clause': 'C2', 'credit': {'per': 'days', 'hours': 10}}]")),
    ONE, "a.credited=0+15 a.lost=0+15 2024.readings=R:loose:0+30:short", NULL },

  /* A record by itself may differ though the year does not. */
  { "the year is as it was", PACK (R, "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 10}], " BLOCK ("'caps': ['k'], 'readings': ['R'], 'rules': ["
                                                                                                                         "{'id': 's', 'clause': 'C1', 'when': [{'fact': 'filed', 'is': true}, " LOOSE ("R") "], 'credit': {'fixed': 5}}, {'id': 'r', 'clause': 'C2', 'credit': {'fixed': 10}}]")),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'filed': true}}, {'id': 'b', 'activity': 'training', 'start': '2024-03-11', 'facts': {'filed': false}}"),
    "a.credited=0+10 b.credited=0+0 2024.readings= +W-AMBIG@a +W-AMBIG@b", NULL },
};

static HbkAssessment *
assess_with (HbkPack *pack, HbkLogbook *logbook, guint option, gboolean skip)
{
  guint readings[] = { option };

  return hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), &(HbkAssessmentOptions) { .readings = readings, .skip_comparison = skip });
}

/* The person's own choice is in force, and compared with the cautious one. */
static void
test_chosen (void)
{
  g_autoptr (HbkPack) pack = trial_pack (PACK (R, TEN_OR_TWENTY ("")));
  g_autoptr (HbkLogbook) logbook = trial_logbook (ONE);
  g_autoptr (HbkAssessment) assessment = assess_with (pack, logbook, 1, FALSE);
  g_autoptr (HbkAssessment) too_many = assess_with (pack, logbook, 7, FALSE);

  trial_check (assessment, "a.credited=0+20 2024.readings=R:strict:0+10:short +W-AMBIG@2024");
  g_assert_cmpuint (hbk_assessment_get_option (assessment, 0), ==, 1);

  /* An option there is not is as good as none chosen. */
  trial_check (too_many, "a.credited=0+10");
  g_assert_cmpuint (hbk_assessment_get_option (too_many, 0), ==, 0);
}

static void
test_skipped (void)
{
  g_autoptr (HbkPack) pack = trial_pack (PACK (R, TEN_OR_TWENTY ("")));
  g_autoptr (HbkLogbook) logbook = trial_logbook (ONE);
  g_autoptr (HbkAssessment) assessment = assess_with (pack, logbook, 0, TRUE);

  trial_check (assessment, "a.credited=0+10 2024.readings=");
}

/* Whatever the packs' readings: the comparison says what choosing the other option gives. */
static void
test_says_what_comes (gconstpointer id)
{
  HbkPack          *pack = support_get_pack (id);
  g_autofree char  *name = g_strconcat (id, ".json", NULL);
  g_autofree char  *path = support_get_data_path ("samples", name, NULL);
  g_autofree char  *text = NULL;
  g_autofree guint *readings = g_new0 (guint, pack->readings->len + 1);
  g_autoptr (HbkLogbook) logbook = NULL;
  g_autoptr (HbkAssessment) assessment = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  logbook = support_read_logbook (text);
  assessment = hbk_assess (logbook, pack, hbk_date_parse ("2024-12-31"), NULL);
  for (guint i = 0; i < pack->readings->len; i++)
    readings[i] = g_array_index (pack->readings, HbkReading, i).initial;
  for (guint reading = 0; reading < pack->readings->len; reading++)
    for (guint option = 0; option < g_array_index (pack->readings, HbkReading, reading).options->len; option++)
      {
        guint used = readings[reading];
        g_autoptr (HbkAssessment) other = NULL;

        if (option == used)
          continue;
        readings[reading] = option;
        other = hbk_assess (logbook, pack, hbk_date_parse ("2024-12-31"), &(HbkAssessmentOptions) { .readings = readings, .skip_comparison = TRUE });
        readings[reading] = used;
        for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
          {
            const HbkYearResult *year = hbk_assessment_get_year (assessment, i);
            const HbkYearResult *with = hbk_assessment_lookup_year (other, year->year);
            HbkTally             credited = year->credited;
            HbkVerdict           verdict = year->verdict;

            for (guint j = 0; j < year->readings->len; j++)
              {
                const HbkReadingEffect *effect = &g_array_index (year->readings, HbkReadingEffect, j);

                if (effect->reading != reading || effect->other != option)
                  continue;
                credited = effect->credited;
                verdict = effect->verdict;
              }
            if (with == NULL)
              continue;
            g_assert_cmpint (with->credited.public_hours, ==, credited.public_hours);
            g_assert_cmpint (with->credited.professional_hours, ==, credited.professional_hours);
            g_assert_cmpint (with->verdict, ==, verdict);
          }
      }
}

int
main (int argc, char *argv[])
{
  static const char *const packs[] = { "changde", "changzhou", "jiangsu", "qinghai", "weihai", "yuxi" };

  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/readings", trials, G_N_ELEMENTS (trials));
  g_test_add_func ("/rules/readings/chosen", test_chosen);
  g_test_add_func ("/rules/readings/skipped", test_skipped);
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/readings/says-what-comes/", packs[i], NULL);

      g_test_add_data_func (path, packs[i], test_says_what_comes);
    }

  return g_test_run ();
}
