/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Warnings in words: what is the matter, what it names, the date, the hours at stake, and what to do. */

#include "rules/support.h"
#include "rules/trial.h"

/* A pack with a deadline and a reading. */
static HbkPack *
get_pack (void)
{
  return trial_pack ("'readings': [{'id': 'R', 'clauses': ['C5'], 'question': {'zh': '怎么算？', 'en': 'Which way?'}, 'default': 'a', 'weight': 'low', 'options': [{'id': 'a', 'text': {'zh': '甲', 'en': 'a'}}]}],"
                     "'deadlines': [{'id': 'hand-in', 'clause': 'C6', 'kind': 'hand_in', 'to': '12-10', 'who': {'zh': '个人', 'en': 'the person'}, 'text': {'zh': '提交学时', 'en': 'hand in the hours'}}]");
}

typedef struct
{
  const char *name;
  const char *code;
  const char *id;
  int         reading;
  HbkHours    hours;
  const char *date;
  const char *expect;
} Row;

static const Row rows[] = {
  { "code", "W-RETURNED", NULL, -1, 0, NULL, "%s" },
  { "fact", "W-FACT-MISSING", "stated_hours", -1, 0, NULL, "%s: Hours stated" },
  { "attribute", "W-FACT-MISSING", "post_from", -1, 0, NULL, "%s: In post since" },
  { "document", "W-EVIDENCE-MISSING", "diploma", -1, 2000, NULL, "%s: diploma – 20 hours" },
  { "any document", "W-EVIDENCE-MISSING", "*", -1, 0, NULL, "%s" },
  { "unknown document", "W-EVIDENCE-MISSING", "no_such", -1, 0, NULL, "%s: no_such" },
  { "deadline", "W-DEADLINE", "hand-in", -1, 150, "2024-12-10", "%s: hand in the hours (2024-12-10) – 1.5 hours" },
  { "one hour", "W-CAP-YEAR", NULL, -1, 100, NULL, "%s – 1 hour" },
  { "another record", "W-DUP-WORK", "r-17", -1, 0, NULL, "%s: r-17" },
  { "reading", "W-AMBIG", NULL, 0, 0, NULL, "%s: Which way?" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (HbkPack) pack = get_pack ();
  const HbkWarningSpec *spec = hbk_vocabulary_lookup_warning (support_get_vocabulary (), row->code);
  HbkWarning            warning = { .spec = spec, .id = row->id, .reading = row->reading, .hours = row->hours, .date = row->date != NULL ? hbk_date_parse (row->date) : HBK_DATE_NONE };
  g_autofree char      *text = hbk_warning_to_text (&warning, pack, HBK_LANGUAGE_EN);
  g_auto (GStrv) around = g_strsplit (row->expect, "%s", 2);
  g_autofree char *expected = g_strconcat (around[0], hbk_bilingual_get (&spec->name, HBK_LANGUAGE_EN), around[1], NULL);

  g_assert_cmpstr (text, ==, expected);
}

/* A missing fact is asked for in the words of the vocabulary; everything else says what to do. */
static void
test_actions (void)
{
  g_autoptr (HbkPack) pack = get_pack ();
  HbkVocabulary *vocabulary = support_get_vocabulary ();
  HbkWarning     warning = { .spec = hbk_vocabulary_lookup_warning (vocabulary, "W-FACT-MISSING"), .reading = -1 };
  const struct
  {
    const char         *id;
    const HbkBilingual *expected;
  } answers[] = {
    { "stated_hours", &hbk_vocabulary_lookup_fact (vocabulary, "stated_hours")->ask },
    { "post_from", &hbk_vocabulary_lookup_attribute (vocabulary, "post_from")->ask },
    { "no_such", &warning.spec->action },
    { NULL, &warning.spec->action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    for (int language = HBK_LANGUAGE_ZH; language <= HBK_LANGUAGE_EN; language++)
      {
        g_autofree char *action = NULL;

        warning.id = answers[i].id;
        action = hbk_warning_to_action (&warning, pack, (HbkLanguage) language);
        g_assert_cmpstr (action, ==, hbk_bilingual_get (answers[i].expected, (HbkLanguage) language));
      }
  warning = (HbkWarning) { .spec = hbk_vocabulary_lookup_warning (vocabulary, "W-EVIDENCE-MISSING"), .id = "stated_hours", .reading = -1 };
  {
    g_autofree char *action = hbk_warning_to_action (&warning, pack, HBK_LANGUAGE_EN);

    g_assert_cmpstr (action, ==, hbk_bilingual_get (&warning.spec->action, HBK_LANGUAGE_EN));
  }
}

/* Every code of the vocabulary has something to say and something to do, in both languages. */
static void
test_all_codes (void)
{
  g_autoptr (HbkPack) pack = get_pack ();
  HbkVocabulary *vocabulary = support_get_vocabulary ();

  for (guint i = 0; i < hbk_vocabulary_get_n_warnings (vocabulary); i++)
    for (int language = HBK_LANGUAGE_ZH; language <= HBK_LANGUAGE_EN; language++)
      {
        HbkWarning       warning = { .spec = hbk_vocabulary_get_warning (vocabulary, i), .reading = -1 };
        g_autofree char *text = hbk_warning_to_text (&warning, pack, (HbkLanguage) language);
        g_autofree char *action = hbk_warning_to_action (&warning, pack, (HbkLanguage) language);

        g_assert_cmpstr (text, !=, "");
        g_assert_cmpstr (action, !=, "");
      }
}

/* Every code the evaluator gives is in the vocabulary: one that is not would be silent. */
static void
test_codes_exist (void)
{
  static const char *const codes[] = {
    "I-DEEMED",
    "I-REDUCED-REQUIREMENT",
    "W-AMBIG",
    "W-BAD-FACT",
    "W-CAP-ITEM",
    "W-CAP-YEAR",
    "W-DAYCAP",
    "W-DEADLINE",
    "W-EVIDENCE-MISSING",
    "W-EXCLUDED",
    "W-EXTRAPOLATED",
    "W-FACT-MISSING",
    "W-FUTURE",
    "W-NO-CARRYOVER",
    "W-NO-PUBLIC",
    "W-NO-RATE",
    "W-NOT-IN-FORCE",
    "W-OTHER-RULES",
    "W-PART-MONTH",
    "W-PARTIAL-UNIT",
    "W-PROF-SHORT",
    "W-PUBLIC-SHORT",
    "W-RETURNED",
    "W-SUBJECT-ASSUMED",
    "W-TOTAL-SHORT",
    "W-TRANSIT",
    "W-UNDECIDED",
    "W-UNKNOWN-ACTIVITY",
    "W-VERIFIED-LESS",
    "W-VERIFIED-MORE",
    "W-WEAK-EVIDENCE",
    "W-YEAR-OUT",
    "W-YEAR-SPLIT",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_test_message ("%s", codes[i]);
      g_assert_nonnull (hbk_vocabulary_lookup_warning (support_get_vocabulary (), codes[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/rules/warning/", name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/warning/actions", test_actions);
  g_test_add_func ("/rules/warning/all-codes", test_all_codes);
  g_test_add_func ("/rules/warning/codes-exist", test_codes_exist);

  return g_test_run ();
}
