/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "words/hbk-year-words.h"

#include "words/hbk-warning-groups.h"

/* A year that asks for 135 hours, 45 of them public; learning ends on 20 December. */
typedef struct
{
  HbkYearResult year;
  HbkYearPace   pace;
  HbkYearView   view;
} Case;

static HbkMet
met (HbkHours hours, HbkHours least)
{
  return hours >= least ? HBK_MET_YES : HBK_MET_NO;
}

static void
case_init (Case *self, const char *today, HbkHours public_hours, HbkHours professional_hours)
{
  *self = (Case) {
    .year = {
      .year = 2024,
      .required = { 13500, 4500, 9000 },
      .credited = { public_hours, professional_hours },
      .met_total = met (public_hours + professional_hours, 13500),
      .met_public = met (public_hours, 4500),
      .met_professional = met (professional_hours, 9000),
    },
  };
  self->year.verdict = self->year.met_public == HBK_MET_YES && self->year.met_professional == HBK_MET_YES ? HBK_VERDICT_MET : HBK_VERDICT_SHORT;
  self->year.records = g_ptr_array_new_with_free_func (g_free);
  if (public_hours + professional_hours > 0)
    g_ptr_array_add (self->year.records, g_new0 (HbkRecordResult, 1));
  self->pace = hbk_year_pace_work_out (&self->year, hbk_date_parse ("2024-12-20"), hbk_date_parse (today));
  self->view = (HbkYearView) { .year = &self->year, .pace = &self->pace, .today = hbk_date_parse (today) };
}

static void
case_clear (Case *self)
{
  g_ptr_array_unref (self->year.records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
check (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
check_standing (const Case *self, HbkSubject subject, const char *expected, HbkStanding expected_standing)
{
  HbkStanding standing;

  check (hbk_year_words_standing (&self->view, subject, &standing), expected);
  g_assert_cmpint (standing, ==, expected_standing);
}

static void
test_behind (void)
{
  g_auto (Case) year;

  case_init (&year, "2024-11-18", 2700, 8400);
  check (hbk_year_words_verdict (&year.view), "Public subjects are 14 hours behind");
  check (hbk_year_words_summary (&year.view), "Professional subjects are on track. 24 hours are still missing; learning ends on 20 Dec, 32 days left.");
  check_standing (&year, HBK_SUBJECT_NONE, "12 behind", HBK_STANDING_BEHIND);
  check_standing (&year, HBK_SUBJECT_PUBLIC, "14 behind", HBK_STANDING_BEHIND);
  check_standing (&year, HBK_SUBJECT_PROFESSIONAL, "On track", HBK_STANDING_GOOD);
}

static void
test_behind_in_professional (void)
{
  g_auto (Case) year;

  case_init (&year, "2024-11-18", 4500, 7000);
  check (hbk_year_words_verdict (&year.view), "Professional subjects are 12 hours behind");
  check (hbk_year_words_summary (&year.view), "Public subjects are complete. 20 hours are still missing; learning ends on 20 Dec, 32 days left.");
  check_standing (&year, HBK_SUBJECT_PUBLIC, "Reached", HBK_STANDING_GOOD);
}

static void
test_on_track (void)
{
  g_auto (Case) year;
  g_auto (Case) early;

  case_init (&year, "2024-11-18", 4100, 8300);
  check (hbk_year_words_verdict (&year.view), "On track");
  check (hbk_year_words_summary (&year.view), "11 hours are still missing; learning ends on 20 Dec, 32 days left.");

  /* In February nobody is behind. */
  case_init (&early, "2024-02-10", 100, 0);
  check (hbk_year_words_verdict (&early.view), "134 hours to go");
  check_standing (&early, HBK_SUBJECT_PROFESSIONAL, "90 to go", HBK_STANDING_OPEN);
}

static void
test_empty (void)
{
  g_auto (Case) year;

  case_init (&year, "2024-11-18", 0, 0);
  check (hbk_year_words_verdict (&year.view), "Begin with the first record");
  check (hbk_year_words_summary (&year.view), "This year asks for 135 hours: 45 public and 90 professional. Files may be dropped first and sorted into records later.");
  check_standing (&year, HBK_SUBJECT_PUBLIC, "45 to go", HBK_STANDING_OPEN);
}

static void
test_over (void)
{
  g_auto (Case) year;

  case_init (&year, "2025-01-08", 4500, 8200);
  check (hbk_year_words_verdict (&year.view), "8 hours were missing");
  check (hbk_year_words_summary (&year.view), "Learning ended on 20 Dec; the year is short of 8 professional hours.");
  check_standing (&year, HBK_SUBJECT_PROFESSIONAL, "8 missing", HBK_STANDING_BEHIND);
}

static void
test_met (void)
{
  g_auto (Case) year;

  case_init (&year, "2024-12-05", 4500, 9400);
  year.year.evidenced = (HbkTally) { 4500, 9300 };
  check (hbk_year_words_verdict (&year.view), "2024 is complete");
  check (hbk_year_words_summary (&year.view), "Evidence is incomplete for 1 hour.");

  year.year.evidenced = year.year.credited;
  year.year.verified = (HbkTally) { 0, 5100 };
  check (hbk_year_words_summary (&year.view), "The evidence is complete; 88 hours wait for review.");

  year.year.verified = year.year.credited;
  check (hbk_year_words_summary (&year.view), "All hours are verified.");

  year.view.handed_in = TRUE;
  check (hbk_year_words_verdict (&year.view), "2024 was handed in");
  year.view.changed = TRUE;
  check (hbk_year_words_summary (&year.view), "Records have changed since; the hours are those of today.");
}

/* A year that was handed in is not measured by a pace. */
static void
test_handed_in (void)
{
  g_auto (Case) year;

  case_init (&year, "2024-11-18", 2700, 8400);
  year.view.handed_in = TRUE;
  g_assert_false (hbk_year_view_has_pace (&year.view));
  check_standing (&year, HBK_SUBJECT_PUBLIC, "18 missing", HBK_STANDING_BEHIND);
}

static void
test_not_judged (void)
{
  g_auto (Case) year;

  case_init (&year, "2024-11-18", 2700, 8400);
  year.year.met_total = year.year.met_public = year.year.met_professional = HBK_MET_NONE;
  year.year.verdict = HBK_VERDICT_UNDETERMINED;
  check (hbk_year_words_verdict (&year.view), "111 hours are recorded");
  check_standing (&year, HBK_SUBJECT_NONE, NULL, HBK_STANDING_OPEN);

  year.year.verdict = HBK_VERDICT_NOT_REQUIRED;
  check (hbk_year_words_verdict (&year.view), "Nothing is required for 2024");
}

static void
test_missing (void)
{
  check (hbk_year_words_missing (HBK_SUBJECT_PUBLIC, 1800), "18 public hours are missing");
  check (hbk_year_words_missing (HBK_SUBJECT_PROFESSIONAL, 100), "1 professional hour is missing");
  check (hbk_year_words_missing (HBK_SUBJECT_NONE, 50), "0.5 hours are missing in all");
}

/* ---- Warnings of several records ---- */

static void
test_groups (void)
{
  static const HbkWarningSpec evidence = { .id = "W-EVIDENCE-MISSING" }, fact = { .id = "W-FACT-MISSING" }, unclear = { .id = "W-AMBIG" };
  g_autoptr (HbkRecord) first = hbk_record_new ("a", "training");
  g_autoptr (HbkRecord) second = hbk_record_new ("b", "training");
  const HbkWarning warnings[] = {
    { .spec = &evidence, .record = first, .reading = -1, .id = "letter", .hours = 700 },
    { .spec = &fact, .record = first, .reading = -1, .id = "days" },
    { .spec = &unclear, .record = first, .reading = 3 },
    { .spec = &evidence, .record = second, .reading = -1, .id = "notice", .hours = 1400 },
    { .spec = &fact, .record = second, .reading = -1, .id = "organiser_kind" },
  };
  g_autoptr (GPtrArray) without = hbk_warning_groups_new (warnings, G_N_ELEMENTS (warnings), FALSE);
  g_autoptr (GPtrArray) all = hbk_warning_groups_new (warnings, G_N_ELEMENTS (warnings), TRUE);
  const HbkWarningGroup *group = g_ptr_array_index (all, 0);

  /* Which document is missing is not the same, that one is missing is; of facts each is asked for by itself. */
  g_assert_cmpuint (without->len, ==, 3);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpuint (group->records->len, ==, 2);
  g_assert_cmpint (group->warning.hours, ==, 2100);
  g_assert_null (group->warning.id);
  g_assert_true (hbk_warning_is_about_reading (&warnings[2]));
  g_assert_false (hbk_warning_is_about_reading (&warnings[0]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/year-words/behind", test_behind);
  g_test_add_func ("/year-words/behind/professional", test_behind_in_professional);
  g_test_add_func ("/year-words/on-track", test_on_track);
  g_test_add_func ("/year-words/empty", test_empty);
  g_test_add_func ("/year-words/over", test_over);
  g_test_add_func ("/year-words/met", test_met);
  g_test_add_func ("/year-words/handed-in", test_handed_in);
  g_test_add_func ("/year-words/not-judged", test_not_judged);
  g_test_add_func ("/year-words/missing", test_missing);
  g_test_add_func ("/warning-groups", test_groups);

  return g_test_run ();
}
