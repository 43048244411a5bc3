/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a year reports beside its sums: what is verified, evidence, deadlines; see data/packs/FORMAT.md, Evidence and Deadlines. */

#include "rules/support.h"
#include "rules/trial.h"

#define RECORDS(records) "'records': [" records "]"
#define TRAINING(id, date, rest) "{'id': '" id "', 'activity': 'training', 'start': '" date "', 'facts': {'stated_hours': 20}" rest "}"
#define VERIFIED(public_hours, hours) ", 'status': 'verified', 'verified_hours': {'public': " public_hours ", 'professional': " hours "}"

#define YEARLY "'blocks': [{'id': 'b', 'activities': ['project'], 'subject': 'professional', 'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 20}}]}]"
#define PROJECT(rest) RECORDS ("{'id': 'a', 'activity': 'project', 'start': '2022-03-10', 'end': '2024-03-10'" rest "}")

static const Trial verified[] = {
  { "all", "", RECORDS (TRAINING ("a", "2024-03-10", ", 'status': 'verified'")), "a.verified=0+20 2024.verified=0+20 -W-VERIFIED-LESS -W-VERIFIED-MORE", NULL },
  { "as computed", "", RECORDS (TRAINING ("a", "2024-03-10", VERIFIED ("0", "20"))), "a.verified=0+20 -W-VERIFIED-LESS -W-VERIFIED-MORE", NULL },
  { "less", "", RECORDS (TRAINING ("a", "2024-03-10", VERIFIED ("0", "15"))), "a.verified=0+15 a.credited=0+20 2024.verified=0+15 +W-VERIFIED-LESS@a -W-VERIFIED-MORE", NULL },
  { "none", "", RECORDS (TRAINING ("a", "2024-03-10", VERIFIED ("0", "0"))), "a.verified=0+0 +W-VERIFIED-LESS@a", NULL },
  { "more", "", RECORDS (TRAINING ("a", "2024-03-10", VERIFIED ("0", "24"))), "a.verified=0+20 a.credited=0+20 +W-VERIFIED-MORE@a -W-VERIFIED-LESS", NULL },
  { "as another subject", "", RECORDS (TRAINING ("a", "2024-03-10", VERIFIED ("20", "0"))), "a.verified=0+0 +W-VERIFIED-LESS@a", NULL },
  { "not of that status", "", RECORDS (TRAINING ("a", "2024-03-10", ", 'status': 'submitted', 'verified_hours': {'public': 0, 'professional': 20}")), "a.verified=0+0 -W-VERIFIED-LESS", NULL },
  { "returned", "", RECORDS (TRAINING ("a", "2024-03-10", ", 'status': 'returned'")), "a.verified=0+0 a.credited=0+20 +W-RETURNED@a", NULL },
  { "over several years", YEARLY, PROJECT (VERIFIED ("0", "60")), "a@2022.verified=0+20 a@2023.verified=0+20 a@2024.verified=0+20 -W-VERIFIED-MORE -W-VERIFIED-LESS", NULL },
  { "over several years, less", YEARLY, PROJECT (VERIFIED ("0", "30")), "a@2022.verified=0+20 a@2023.verified=0+10 a@2024.verified=0+0 +W-VERIFIED-LESS@a -W-VERIFIED-MORE", NULL },
  { "over several years, more", YEARLY, PROJECT (VERIFIED ("0", "70")), "a.verified=0+60 1*W-VERIFIED-MORE@a -W-VERIFIED-LESS", NULL },
  { "pending", "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'recorded_hours'}}]}]",
    RECORDS (TRAINING ("a", "2024-03-10", VERIFIED ("0", "20"))), "a.outcome=pending a.verified=0+0 -W-VERIFIED-MORE -W-VERIFIED-LESS", NULL },
};

#define SET(any) "'evidence': [{'id': 'e', 'clause': 'C5', 'any': [" any "]}], 'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'evidence': 'e'," \
                 " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]}]"
#define HAS(documents) RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'stated_hours': 20, 'filed': true}, 'evidence': [" documents "]}")
#define DOC(id) "{'document': '" id "', 'file': 'a.pdf'}"
#define TABLE "{'all': [['notice'], ['course_table', 'schedule'], ['sign_in_sheet', 'other_sign_in']]}"
#define CERTIFICATE "{'all': [['notice', 'sign_in_sheet', 'course_table', 'schedule'], ['completion_certificate']]}"

static const Trial evidence[] = {
  { "no set and no file", "", RECORDS (TRAINING ("a", "2024-03-10", "")), "a.evidence=incomplete a.documents=none a.evidenced=0+0 2024.evidenced=0+0 +W-EVIDENCE-MISSING@a", NULL },
  { "no set and any file", "", RECORDS (TRAINING ("a", "2024-03-10", ", 'evidence': [{'document': 'juggling', 'file': 'a.pdf'}]")), "a.evidence=complete a.evidenced=0+20 2024.evidenced=0+20 -W-EVIDENCE-MISSING", NULL },
  { "no set and only paper", "", RECORDS (TRAINING ("a", "2024-03-10", ", 'evidence': [{'document': 'notice'}]")), "a.evidence=complete", NULL },
  { "complete", SET (TABLE), HAS (DOC ("notice") "," DOC ("schedule") "," DOC ("sign_in_sheet")), "a.evidence=complete a.documents=none a.evidenced=0+20 -W-EVIDENCE-MISSING", NULL },
  { "one group open", SET (TABLE), HAS (DOC ("notice") "," DOC ("schedule")), "a.evidence=incomplete a.documents=other_sign_in a.evidenced=0+0 a.credited=0+20 +W-EVIDENCE-MISSING@other_sign_in", NULL },
  { "the cheapest of each group, the cheapest first", SET (TABLE), HAS (""), "a.documents=notice,course_table,other_sign_in +W-EVIDENCE-MISSING@notice", NULL },
  { "a dear group first", SET ("{'all': [['stamped_dispatch'], ['notice']]}"), HAS (""), "a.documents=notice,stamped_dispatch", NULL },
  { "other documents do not help", SET (TABLE), HAS (DOC ("diploma")), "a.evidence=incomplete a.documents=notice,course_table,other_sign_in", NULL },
  { "the other way", SET (TABLE ", " CERTIFICATE), HAS (DOC ("course_table") "," DOC ("completion_certificate")), "a.evidence=complete", NULL },
  { "the cheaper way is named", SET (TABLE ", " CERTIFICATE), HAS (""), "a.documents=notice,completion_certificate", NULL },
  { "the way begun is the cheaper one", SET (TABLE ", " CERTIFICATE), HAS (DOC ("other_sign_in") "," DOC ("notice")), "a.documents=course_table", NULL },
  { "of two ways as dear the first", SET ("{'all': [['notice']]}, {'all': [['schedule']]}"), HAS (""), "a.documents=notice", NULL },
  { "any document", SET ("{'all': [['notice'], ['*']]}"), HAS (DOC ("notice")), "a.evidence=complete", NULL },
  { "any document is missing", SET ("{'all': [['*']]}"), HAS (""), "a.evidence=incomplete a.documents=*", NULL },
  { "weak", SET ("{'all': [['participant_list', 'mail_receipt', 'expense_claim']], 'weak_below': 2}"), HAS (DOC ("mail_receipt")), "a.evidence=weak a.evidenced=0+20 +W-WEAK-EVIDENCE@a -W-EVIDENCE-MISSING", NULL },
  { "no longer weak", SET ("{'all': [['participant_list', 'mail_receipt', 'expense_claim']], 'weak_below': 2}"), HAS (DOC ("mail_receipt") "," DOC ("expense_claim")), "a.evidence=complete -W-WEAK-EVIDENCE", NULL },
  { "twice the same is still weak", SET ("{'all': [['participant_list', 'mail_receipt', 'expense_claim']], 'weak_below': 2}"), HAS (DOC ("mail_receipt") "," DOC ("mail_receipt")), "a.evidence=weak", NULL },
  { "weak one way, strong the other", SET ("{'all': [['mail_receipt']], 'weak_below': 2}, {'all': [['notice']]}"), HAS (DOC ("mail_receipt") "," DOC ("notice")), "a.evidence=complete -W-WEAK-EVIDENCE", NULL },
  { "strong one way, weak the other", SET ("{'all': [['notice']]}, {'all': [['mail_receipt']], 'weak_below': 2}"), HAS (DOC ("mail_receipt") "," DOC ("notice")), "a.evidence=complete", NULL },
  { "weak though other ways are open", SET ("{'all': [['diploma']]}, {'all': [['mail_receipt']], 'weak_below': 2}"), HAS (DOC ("mail_receipt")), "a.evidence=weak a.documents=none", NULL },
  { "a way that holds", SET ("{'all': [['notice']], 'when': {'fact': 'filed', 'is': true}}, {'all': [['diploma']]}"), HAS (DOC ("notice")), "a.evidence=complete", NULL },
  { "a way that does not hold", SET ("{'all': [['notice']], 'when': {'fact': 'filed', 'is': false}}, {'all': [['diploma']]}"), HAS (DOC ("notice")), "a.evidence=incomplete a.documents=diploma", NULL },
  { "a way not known to hold", SET ("{'all': [['notice']], 'when': {'fact': 'archive', 'is': true}}, {'all': [['diploma']]}"), HAS (DOC ("notice")), "a.evidence=incomplete a.documents=diploma a.credited=0+20", NULL },
  { "planned records are not asked for it", SET (TABLE), RECORDS (TRAINING ("a", "2024-03-10", ", 'status': 'planned'")), "-W-EVIDENCE-MISSING a.evidence=incomplete a.documents=notice,course_table,other_sign_in", NULL },
  { "never changes what is credited", SET (TABLE), RECORDS (TRAINING ("a", "2024-03-10", "")), "a.credited=0+20 2024.credited=0+20 a.outcome=credited", NULL },
};

/* Hand in by 10 December, verify by 20 December, closed at the end of the year; register by 31 March of the next. */
#define DEADLINE(id, to, rest) "{'id': '" id "', 'clause': 'C6', 'kind': 'hand_in', 'to': '" to "', 'who': {'zh': '个人', 'en': 'the person'}, 'text': {'zh': '提交', 'en': 'hand in'}" rest "}"
#define DEADLINES(list) "'deadlines': [" list "]"
#define HAND_IN DEADLINES (DEADLINE ("h", "12-10", ", 'watch': 'unsubmitted', 'code': 'W-LATE-SUBMIT'"))
#define VERIFY DEADLINES (DEADLINE ("v", "12-20", ", 'watch': 'unverified', 'code': 'W-LATE-VERIFY'"))
#define DATED(facts, rest) RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'stated_hours': 20" facts "}" rest "}")

static const Trial deadlines[] = {
  { "on the day", HAND_IN, DATED ("", ""), "-W-LATE-SUBMIT", "2024-12-10" },
  { "the day after", HAND_IN, DATED ("", ""), "+W-LATE-SUBMIT@2024 +W-LATE-SUBMIT@C6 +W-LATE-SUBMIT@h", "2024-12-11" },
  { "submitted", HAND_IN, DATED ("", ", 'status': 'submitted'"), "-W-LATE-SUBMIT", "2024-12-11" },
  { "verified is submitted", HAND_IN, DATED ("", ", 'status': 'verified'"), "-W-LATE-SUBMIT", "2024-12-11" },
  { "returned", HAND_IN, DATED ("", ", 'status': 'returned'"), "+W-LATE-SUBMIT@2024", "2024-12-11" },
  { "submitted in time", HAND_IN, DATED (", 'submitted_on': '2024-12-10'", ""), "-W-LATE-SUBMIT", "2024-12-11" },
  { "submitted too late", HAND_IN, DATED (", 'submitted_on': '2024-12-11'", ", 'status': 'submitted'"), "+W-LATE-SUBMIT@2024", "2024-12-12" },
  { "submitted on a day that is none", HAND_IN, DATED (", 'submitted_on': 'soon'", ", 'status': 'submitted'"), "-W-LATE-SUBMIT", "2024-12-12" },
  { "not verified", VERIFY, DATED ("", ", 'status': 'submitted'"), "+W-LATE-VERIFY@2024", "2024-12-21" },
  { "verified", VERIFY, DATED ("", ", 'status': 'verified'"), "-W-LATE-VERIFY", "2024-12-21" },
  { "verified in time", VERIFY, DATED (", 'verified_on': '2024-12-20'", ""), "-W-LATE-VERIFY", "2024-12-21" },
  { "verified too late", VERIFY, DATED (", 'verified_on': '2024-12-21'", ", 'status': 'verified'"), "+W-LATE-VERIFY@2024", "2024-12-21" },
  { "next year", DEADLINES (DEADLINE ("v", "03-31", ", 'year_offset': 1, 'watch': 'unverified'")), DATED ("", ""), "-W-DEADLINE", "2025-03-31" },
  { "over next year", DEADLINES (DEADLINE ("v", "03-31", ", 'year_offset': 1, 'watch': 'unverified'")), DATED ("", ""), "+W-DEADLINE@2024", "2025-04-01" },
  { "end of the year is its last moment", DEADLINES (DEADLINE ("c", "12-31", ", 'watch': 'unverified', 'code': 'W-CLOSED'")), DATED ("", ""), "-W-CLOSED", "2024-12-31" },
  { "closed", DEADLINES (DEADLINE ("c", "12-31", ", 'watch': 'unverified', 'code': 'W-CLOSED'")), DATED ("", ""), "+W-CLOSED@2024", "2025-01-01" },
  { "a leap day", DEADLINES (DEADLINE ("c", "02-29", ", 'year_offset': 1, 'watch': 'unverified'")), DATED ("", ""), "-W-DEADLINE", "2025-02-28" },
  { "after a leap day the year lacks", DEADLINES (DEADLINE ("c", "02-29", ", 'year_offset': 1, 'watch': 'unverified'")), DATED ("", ""), "+W-DEADLINE@2024", "2025-03-01" },
  { "before its years", DEADLINES (DEADLINE ("h", "12-10", ", 'watch': 'unsubmitted', 'years': {'from': 2025, 'to': 2025}")), DATED ("", ""), "-W-DEADLINE", NULL },
  { "after its years", DEADLINES (DEADLINE ("h", "12-10", ", 'watch': 'unsubmitted', 'years': {'from': 2022, 'to': 2023}")), DATED ("", ""), "-W-DEADLINE", NULL },
  { "in its years", DEADLINES (DEADLINE ("h", "12-10", ", 'watch': 'unsubmitted', 'years': {'from': 2024, 'to': 2024}")), DATED ("", ""), "+W-DEADLINE@2024", NULL },
  { "not watched", DEADLINES (DEADLINE ("h", "12-10", "")), DATED ("", ""), "-W-DEADLINE", NULL },
  { "nothing that counts", HAND_IN, RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10'}"), "-W-LATE-SUBMIT", NULL },
  { "planned", HAND_IN, RECORDS (TRAINING ("a", "2024-03-10", ", 'status': 'planned'")), "-W-LATE-SUBMIT", NULL },
};

#define TWO_READINGS                                                                                                       \
  "'readings': [{'id': 'R', 'clauses': ['C5'], 'question': {'zh': '？', 'en': '?'}, 'default': 'strict', 'weight': 'low'," \
  " 'options': [{'id': 'strict', 'text': {'zh': '严', 'en': 's'}}, {'id': 'loose', 'text': {'zh': '宽', 'en': 'l'}}]}], "

static const Trial readings[] = {
  { "deadline of the reading", TWO_READINGS DEADLINES (DEADLINE ("h", "12-10", ", 'watch': 'unsubmitted', 'when': {'reading': 'R', 'is': 'strict'}")), DATED ("", ""), "+W-DEADLINE@2024", NULL },
  { "deadline of another reading", TWO_READINGS DEADLINES (DEADLINE ("h", "12-10", ", 'watch': 'unsubmitted', 'when': {'reading': 'R', 'is': 'loose'}")), DATED ("", ""), "-W-DEADLINE", NULL },
};

static const HbkWarning *
find_warning (const HbkAssessment *assessment, const char *code)
{
  const HbkYearResult *year = hbk_assessment_get_year (assessment, 0);

  for (guint i = 0; i < year->warnings->len; i++)
    if (g_str_equal (g_array_index (year->warnings, HbkWarning, i).spec->id, code))
      return &g_array_index (year->warnings, HbkWarning, i);
  g_assert_not_reached ();
}

/* A late warning says how many hours are at stake, and until when there was time. */
static void
test_late_hours (void)
{
  g_autoptr (HbkPack) pack = trial_pack (HAND_IN);
  g_autoptr (HbkLogbook) logbook = trial_logbook (RECORDS (TRAINING ("a", "2024-03-10", "") "," TRAINING ("b", "2024-04-10", "") "," TRAINING ("c", "2024-05-10", ", 'status': 'submitted'")));
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse ("2024-12-31"), NULL);
  const HbkWarning *warning = find_warning (assessment, "W-LATE-SUBMIT");

  g_assert_cmpint (warning->hours, ==, 4000);
  g_assert_cmpint (warning->date, ==, hbk_date_parse ("2024-12-10"));
}

/* Hours at stake of the other warnings. */
static void
test_hours (void)
{
  g_autoptr (HbkPack) pack = trial_pack ("'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 90, 'public': 30, 'professional': 10}],"
                                        "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 30}],"
                                        "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'caps': ['k'], 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]}]");
  g_autoptr (HbkLogbook) logbook = trial_logbook (RECORDS (TRAINING ("a", "2024-03-10", VERIFIED ("0", "5")) "," TRAINING ("b", "2024-04-10", ", 'status': 'returned'")));
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse ("2024-12-31"), NULL);

  g_assert_cmpint (find_warning (assessment, "W-CAP-YEAR")->hours, ==, 1000);
  g_assert_cmpint (find_warning (assessment, "W-VERIFIED-LESS")->hours, ==, 1500);
  g_assert_cmpint (find_warning (assessment, "W-RETURNED")->hours, ==, 1000);
  g_assert_cmpint (find_warning (assessment, "W-PUBLIC-SHORT")->hours, ==, 3000);
  g_assert_cmpint (find_warning (assessment, "W-TOTAL-SHORT")->hours, ==, 6000);
  g_assert_cmpint (find_warning (assessment, "W-EVIDENCE-MISSING")->hours, ==, 2000);
}

/* The weightiest warnings come first. */
static void
test_order (void)
{
  g_autoptr (HbkPack) pack = trial_pack (DEADLINES (DEADLINE ("c", "12-31", ", 'watch': 'unverified', 'code': 'W-CLOSED'")) ", 'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 10}]");
  g_autoptr (HbkLogbook) logbook = trial_logbook (RECORDS (TRAINING ("a", "2024-03-10", "")));
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse ("2025-12-31"), NULL);
  const HbkYearResult *year = hbk_assessment_get_year (assessment, 0);
  HbkSeverity          before = HBK_SEVERITY_ERROR;

  g_assert_cmpuint (year->warnings->len, >=, 3);
  g_assert_cmpstr (g_array_index (year->warnings, HbkWarning, 0).spec->id, ==, "W-CLOSED");
  for (guint i = 0; i < year->warnings->len; i++)
    {
      g_assert_cmpint (g_array_index (year->warnings, HbkWarning, i).spec->severity, <=, before);
      before = g_array_index (year->warnings, HbkWarning, i).spec->severity;
    }
  g_assert_cmpint (before, ==, HBK_SEVERITY_INFO);
}

/* An assessment is shared, and outlives the logbook it was made of. */
static void
test_value (void)
{
  g_autoptr (HbkPack) pack = trial_pack ("");
  HbkLogbook    *logbook = trial_logbook (RECORDS (TRAINING ("a", "2024-03-10", "") ", {'id': 'd', 'activity': 'paper', 'start': '2024-03-10'}"));
  HbkAssessment *assessment = hbk_assess (logbook, pack, hbk_date_parse ("2024-12-31"), NULL);
  g_autoptr (HbkAssessment) shared = g_boxed_copy (HBK_TYPE_ASSESSMENT, assessment);
  const HbkYearResult *year;

  g_object_unref (logbook);
  hbk_assessment_unref (assessment);
  year = hbk_assessment_lookup_year (shared, 2024);
  g_assert_nonnull (year);
  g_assert_null (hbk_assessment_lookup_year (shared, 2023));
  g_assert_cmpstr (hbk_record_get_id (hbk_year_result_lookup (year, "a")->record), ==, "a");
  g_assert_null (hbk_year_result_lookup (year, "b"));
  g_assert_true (hbk_assessment_get_pack (shared) == pack);
  g_assert_cmpint (hbk_assessment_get_as_of (shared), ==, hbk_date_parse ("2024-12-31"));
  g_assert_cmpstr (hbk_verdict_to_nick (HBK_VERDICT_MET), ==, "met");
}

/* Years that were changed since they were handed in are warned about, and no others. */
static void
test_altered (void)
{
  g_autoptr (HbkPack) pack = trial_pack ("");
  g_autoptr (HbkLogbook) logbook = trial_logbook (RECORDS (TRAINING ("a", "2023-03-10", "") "," TRAINING ("b", "2024-03-10", "")));
  g_autoptr (GArray) altered = g_array_new (FALSE, FALSE, sizeof (int));
  const int            years[] = { 2023, 1999 };
  HbkAssessmentOptions options = { .altered = altered };
  g_autoptr (HbkAssessment) assessment = NULL;
  g_autoptr (HbkAssessment) untouched = NULL;

  g_array_append_vals (altered, years, G_N_ELEMENTS (years));
  assessment = hbk_assess (logbook, pack, hbk_date_parse ("2025-01-10"), &options);
  trial_check (assessment, "1*W-CHANGED-SINCE +W-CHANGED-SINCE@2023 2023.credited=0+20");
  untouched = hbk_assess (logbook, pack, hbk_date_parse ("2025-01-10"), NULL);
  trial_check (untouched, "-W-CHANGED-SINCE 2023.credited=0+20");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/verified", verified, G_N_ELEMENTS (verified));
  trial_add ("/rules/evidence", evidence, G_N_ELEMENTS (evidence));
  trial_add ("/rules/deadlines", deadlines, G_N_ELEMENTS (deadlines));
  trial_add ("/rules/deadlines/readings", readings, G_N_ELEMENTS (readings));
  g_test_add_func ("/rules/deadlines/hours", test_late_hours);
  g_test_add_func ("/rules/warnings/hours", test_hours);
  g_test_add_func ("/rules/warnings/order", test_order);
  g_test_add_func ("/rules/warnings/altered", test_altered);
  g_test_add_func ("/rules/assessment/value", test_value);

  return g_test_run ();
}
