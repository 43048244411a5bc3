/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a year lacks, how it goes along, and what would help: the figures of the overview, from the notice of Qinghai and its sample. */

#include "rules/hbk-year-chain.h"
#include "rules/hbk-year-course.h"
#include "rules/hbk-year-deadlines.h"
#include "rules/hbk-year-pace.h"
#include "rules/hbk-year-ways.h"
#include "rules/support.h"
#include "rules/trial.h"

typedef struct
{
  HbkPack       *pack;
  HbkLogbook    *logbook;
  HbkAssessment *assessment;
  HbkDate        today;
} Sample;

static void
sample_init (Sample *sample, const char *id, const char *today)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = support_get_data_path ("samples", name, NULL);
  g_autofree char *text = NULL;
  int              year;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  HbkAssessmentOptions options = { .years = years };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  sample->today = hbk_date_parse (today);
  year = hbk_date_year (sample->today);
  g_array_append_val (years, year);
  sample->pack = hbk_pack_ref (support_get_pack (id));
  sample->logbook = support_read_logbook (text);
  sample->assessment = hbk_assess (sample->logbook, sample->pack, sample->today, &options);
}

static void
sample_clear (Sample *sample)
{
  hbk_assessment_unref (sample->assessment);
  g_object_unref (sample->logbook);
  hbk_pack_unref (sample->pack);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static const HbkYearResult *
year_of (const Sample *sample)
{
  return hbk_assessment_get_year (sample->assessment, 0);
}

static void
check_required (HbkRequired required, HbkHours total, HbkHours public_hours, HbkHours professional_hours)
{
  g_assert_cmpint (required.total, ==, total);
  g_assert_cmpint (required.public_hours, ==, public_hours);
  g_assert_cmpint (required.professional_hours, ==, professional_hours);
}

/* ---- What is missing ---- */

static void
test_missing (void)
{
  g_auto (Sample) sample;

  sample_init (&sample, "qinghai", "2024-11-18");
  check_required (hbk_year_result_get_missing (year_of (&sample)), 2400, 1800, 600);
}

static void
check_missing (const char *requirement, HbkHours public_hours, HbkHours professional_hours, HbkRequired expected)
{
  g_autofree char *members = g_strdup_printf ("'requirements': [{'clause': 'C0', 'verdict': 'required', %s}]", requirement);
  g_autofree char *records = g_strdup_printf ("'records': [{'id': 't', 'activity': 'training', 'start': '2024-03-10', 'facts': {'stated_hours': %d}}, "
                                              "{'id': 'p', 'activity': 'public_course', 'start': '2024-03-10', 'facts': {'stated_hours': %d}}]",
                                              (int) (professional_hours / 100), (int) (public_hours / 100));
  g_autoptr (HbkPack) pack = trial_pack (members);
  g_autoptr (HbkLogbook) logbook = trial_logbook (records);
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);
  HbkRequired missing = hbk_year_result_get_missing (hbk_assessment_get_year (assessment, 0));

  check_required (missing, expected.total, expected.public_hours, expected.professional_hours);
}

static void
test_missing_parts (void)
{
  /* One subject does not stand in for the other. */
  check_missing ("'total': 90, 'public': 30, 'professional': 60", 2000, 7000, (HbkRequired) { 1000, 1000, 0 });
  check_missing ("'total': 90, 'public': 30, 'professional': 60", 2000, 9000, (HbkRequired) { 1000, 1000, 0 });
  check_missing ("'total': 90, 'public': 30, 'professional': 60", 3000, 6000, (HbkRequired) { 0, 0, 0 });
  /* Both are reached, and the total is not. */
  check_missing ("'total': 100, 'public': 30, 'professional': 60", 3000, 6000, (HbkRequired) { 1000, 0, 0 });
  /* A minimum that is not set misses nothing; nor does one that others judge. */
  check_missing ("'total': 90", 1000, 1000, (HbkRequired) { 7000, 0, 0 });
  check_missing ("'total': 90, 'public': 30, 'professional': 60, 'undetermined': ['professional']", 1000, 1000, (HbkRequired) { 2000, 2000, 0 });
}

/* ---- Deadlines ---- */

static void
check_deadline (GArray *deadlines, guint position, const char *id, const char *date, int days_left, gboolean is_own)
{
  const HbkYearDeadline *deadline = &g_array_index (deadlines, HbkYearDeadline, position);

  g_assert_cmpuint (position, <, deadlines->len);
  g_assert_cmpstr (deadline->deadline->id, ==, id);
  g_assert_cmpint (deadline->date, ==, hbk_date_parse (date));
  g_assert_cmpint (deadline->days_left, ==, days_left);
  g_assert_cmpint (deadline->is_passed, ==, days_left < 0);
  g_assert_cmpint (deadline->is_own, ==, is_own);
}

static void
test_deadlines (void)
{
  g_auto (Sample) sample;
  g_autoptr (GArray) deadlines = NULL;
  g_autoptr (GArray) next = NULL;

  sample_init (&sample, "qinghai", "2024-11-18");
  deadlines = hbk_year_deadlines_new (sample.assessment, hbk_logbook_get_profile (sample.logbook), 2024);
  g_assert_cmpuint (deadlines->len, ==, 7);
  check_deadline (deadlines, 0, "filing", "2024-06-28", -143, FALSE);
  check_deadline (deadlines, 1, "monthly", "2024-11-30", 12, FALSE);
  check_deadline (deadlines, 2, "hand-in", "2024-12-10", 22, TRUE);
  check_deadline (deadlines, 3, "study", "2024-12-20", 32, TRUE);
  check_deadline (deadlines, 6, "close", "2024-12-31", 43, TRUE);
  g_assert_cmpint (hbk_year_deadlines_get_study_end (deadlines, 2024), ==, hbk_date_parse ("2024-12-20"));

  /* The notice of 2024 gives no dates for the next year. */
  next = hbk_year_deadlines_new (sample.assessment, hbk_logbook_get_profile (sample.logbook), 2025);
  g_assert_cmpuint (next->len, ==, 2);
  g_assert_cmpint (hbk_year_deadlines_get_study_end (next, 2025), ==, hbk_date_parse ("2025-12-31"));
}

/* Three days every month from June on; after the last of them the last stays. */
static void
test_monthly (void)
{
  static const struct
  {
    const char *today, *date;
  } cases[] = {
    { "2024-01-15", "2024-06-01" },
    { "2024-06-02", "2024-06-02" },
    { "2024-06-04", "2024-07-01" },
    { "2024-12-30", "2024-12-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Sample) sample;
      g_autoptr (GArray) deadlines = NULL;

      sample_init (&sample, "changde", cases[i].today);
      deadlines = hbk_year_deadlines_new (sample.assessment, hbk_logbook_get_profile (sample.logbook), 2024);
      g_assert_cmpuint (deadlines->len, ==, 1);
      check_deadline (deadlines, 0, "public-class", cases[i].date, hbk_date_parse (cases[i].date) - sample.today, TRUE);
    }
}

/* Which of two dates holds is a matter of reading; the other is no deadline. */
static void
test_deadline_of_reading (void)
{
  g_auto (Sample) sample;
  g_autoptr (GArray) deadlines = NULL;

  sample_init (&sample, "yuxi", "2024-11-18");
  deadlines = hbk_year_deadlines_new (sample.assessment, hbk_logbook_get_profile (sample.logbook), 2024);
  g_assert_cmpuint (deadlines->len, ==, 2);
}

/* ---- The review ---- */

static gboolean
has_step (GPtrArray *steps, const char *who)
{
  for (guint i = 0; i < steps->len; i++)
    {
      if (g_str_equal (((const HbkStep *) g_ptr_array_index (steps, i))->who.en, who))
        return TRUE;
    }

  return FALSE;
}

/* Who works for themselves has no employer who would review it. */
static void
test_chain (void)
{
  g_auto (Sample) sample;
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (HbkProfile) profile = hbk_profile_new ();
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GPtrArray) alone = NULL;

  sample_init (&sample, "weihai", "2024-11-18");
  unknown = hbk_year_chain_new (sample.assessment, profile, 2024);
  g_assert_cmpuint (unknown->len, ==, 4);
  g_assert_true (has_step (unknown, "the employer"));

  hbk_value_set_text (&value, "self_employed");
  hbk_profile_set_attribute (profile, "employer_type", &value);
  alone = hbk_year_chain_new (sample.assessment, profile, 2024);
  g_assert_cmpuint (alone->len, ==, 4);
  g_assert_false (has_step (alone, "the employer"));
  g_assert_true (has_step (alone, "HR agency, or the HR service of community or township"));
}

/* ---- Pace ---- */

static HbkYearPace
pace_on (const Sample *sample)
{
  g_autoptr (GArray) deadlines = hbk_year_deadlines_new (sample->assessment, hbk_logbook_get_profile (sample->logbook), hbk_date_year (sample->today));

  return hbk_year_pace_work_out (year_of (sample), hbk_year_deadlines_get_study_end (deadlines, hbk_date_year (sample->today)), sample->today);
}

/* 323 of 355 days; 45, 90 and 135 hours. */
static void
test_pace (void)
{
  g_auto (Sample) sample;
  HbkYearPace pace;

  sample_init (&sample, "qinghai", "2024-11-18");
  pace = pace_on (&sample);
  g_assert_true (pace.is_judged);
  g_assert_cmpint (pace.days_left, ==, 32);
  check_required (pace.expected, 12300, 4100, 8200);
  check_required (pace.behind, 1200, 1400, 0);
  /* 24, 18 and 6 hours in 32 days, rounded up to half hours. */
  check_required (pace.a_week, 550, 400, 150);
}

static void
test_pace_not_judged (void)
{
  static const char *const days[] = { "2024-02-29", "2024-12-21" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (Sample) sample;
      HbkYearPace pace;

      sample_init (&sample, "qinghai", days[i]);
      pace = pace_on (&sample);
      g_assert_false (pace.is_judged);
      check_required (pace.behind, 0, 0, 0);
    }
}

/* Two hours, or three in a hundred where that is more. */
static void
test_pace_tolerance (void)
{
  static const struct
  {
    HbkHours required, credited, behind;
  } cases[] = {
    { 4000, 1800, 0 },
    { 4000, 1799, 201 },
    { 20000, 9400, 0 },
    { 20000, 9399, 601 },
  };
  HbkDate end = hbk_date_parse ("2023-12-31"), today = hbk_date_parse ("2023-07-02");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HbkYearResult year = {
        .year = 2023,
        .required = { cases[i].required, -1, -1 },
        .credited = { 0, cases[i].credited },
        .met_total = HBK_MET_NO,
        .verdict = HBK_VERDICT_SHORT,
      };
      HbkYearPace pace = hbk_year_pace_work_out (&year, end, today);

      g_assert_cmpint (pace.behind.total, ==, cases[i].behind);
      g_assert_cmpint (pace.expected.public_hours, ==, -1);
      g_assert_cmpint (pace.behind.public_hours, ==, 0);
    }
}

/* ---- Course ---- */

static void
test_course (void)
{
  g_auto (Sample) sample;
  g_autoptr (HbkYearCourse) course = NULL;
  HbkTally before;

  sample_init (&sample, "qinghai", "2024-11-18");
  course = hbk_year_course_new (year_of (&sample), sample.today);
  g_assert_true (hbk_tally_equal (course->credited, year_of (&sample)->credited));
  g_assert_true (hbk_tally_equal (hbk_year_course_at (course, sample.today), course->credited));
  g_assert_cmpint (hbk_tally_total (hbk_year_course_at (course, hbk_date_parse ("2024-01-01"))), ==, 0);
  g_assert_cmpuint (course->steps->len, >, 5);
  for (guint i = 1; i < course->steps->len; i++)
    {
      const HbkCourseStep *step = &g_array_index (course->steps, HbkCourseStep, i);

      before = g_array_index (course->steps, HbkCourseStep, i - 1).credited;
      g_assert_cmpint (step->date, >, g_array_index (course->steps, HbkCourseStep, i - 1).date);
      g_assert_true (hbk_tally_equal (step->credited, hbk_tally_add (before, step->gained)));
      g_assert_cmpuint (step->records->len, >, 0);
    }
}

/* ---- Ways ---- */

static gboolean
has_way (GArray *ways, const char *activity)
{
  for (guint i = 0; i < ways->len; i++)
    {
      const HbkYearWay *way = &g_array_index (ways, HbkYearWay, i);

      if (g_str_equal (way->activity, activity) && way->record == NULL)
        return TRUE;
    }

  return FALSE;
}

static const HbkYearWay *
find_way (GArray *ways, const char *activity)
{
  for (guint i = 0; i < ways->len; i++)
    {
      const HbkYearWay *way = &g_array_index (ways, HbkYearWay, i);

      if (g_str_equal (way->activity, activity) && way->record == NULL)
        return way;
    }

  g_error ("%s is no way", activity);
}

static void
test_ways (void)
{
  g_auto (Sample) sample;
  g_autoptr (GArray) professional = NULL;
  g_autoptr (GArray) public_ways = NULL;
  const HbkYearWay *way;

  sample_init (&sample, "qinghai", "2024-11-18");
  professional = hbk_year_ways_new (sample.assessment, sample.logbook, year_of (&sample), HBK_SUBJECT_PROFESSIONAL, 600);
  way = &g_array_index (professional, HbkYearWay, 0);
  g_assert_nonnull (way->record);
  g_assert_cmpint (way->hours, ==, 1000);
  way = find_way (professional, "online_course");
  g_assert_cmpint (way->hours, ==, 600);
  g_assert_cmpint (way->room, ==, -1);
  /* Its limit of 30 hours a year is used up. */
  g_assert_false (has_way (professional, "mentoring"));
  /* Excluded. */
  g_assert_false (has_way (professional, "exam_preparation"));
  g_assert_false (has_way (professional, "public_course"));

  public_ways = hbk_year_ways_new (sample.assessment, sample.logbook, year_of (&sample), HBK_SUBJECT_PUBLIC, 1800);
  way = &g_array_index (public_ways, HbkYearWay, 0);
  g_assert_cmpstr (way->activity, ==, "public_course");
  g_assert_cmpint (way->hours, ==, 1800);
  g_assert_cmpint (way->rate, ==, 0);
}

#define CAPPED "'caps': [{'id': 'year', 'stage': 'activity', 'hours': 30, 'clause': 'C1'}], " \
               "'blocks': [{'id': 't', 'activities': ['training'], 'subject': 'professional', 'rules': [{'id': 't', 'clause': 'C2', 'credit': {'per': 'net_days', 'hours': 7}, 'caps': ['year']}]}]"

/* So many days as are needed; no more than the limit leaves. */
static void
test_way_with_limit (void)
{
  g_autoptr (HbkPack) pack = trial_pack (CAPPED);
  g_autoptr (HbkLogbook) logbook = trial_logbook ("'records': [{'id': 't', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-03-11', 'facts': {'days': 2}}]");
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse ("2024-11-18"), NULL);
  g_autoptr (GArray) few = hbk_year_ways_new (assessment, logbook, hbk_assessment_get_year (assessment, 0), HBK_SUBJECT_PROFESSIONAL, 1000);
  g_autoptr (GArray) many = hbk_year_ways_new (assessment, logbook, hbk_assessment_get_year (assessment, 0), HBK_SUBJECT_NONE, 5000);
  g_autoptr (GArray) none = hbk_year_ways_new (assessment, logbook, hbk_assessment_get_year (assessment, 0), HBK_SUBJECT_PUBLIC, 1000);
  const HbkYearWay *way = find_way (few, "training");

  g_assert_cmpint (way->rate, ==, 700);
  g_assert_cmpint (way->units, ==, 200);
  g_assert_cmpint (way->hours, ==, 1000);
  g_assert_cmpint (way->room, ==, 1600);

  way = find_way (many, "training");
  g_assert_cmpint (way->hours, ==, 1600);
  g_assert_cmpint (way->units, ==, 300);
  g_assert_cmpint (way->subject, ==, HBK_SUBJECT_PROFESSIONAL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outlook/missing", test_missing);
  g_test_add_func ("/outlook/missing/parts", test_missing_parts);
  g_test_add_func ("/outlook/deadlines", test_deadlines);
  g_test_add_func ("/outlook/deadlines/monthly", test_monthly);
  g_test_add_func ("/outlook/deadlines/reading", test_deadline_of_reading);
  g_test_add_func ("/outlook/chain", test_chain);
  g_test_add_func ("/outlook/pace", test_pace);
  g_test_add_func ("/outlook/pace/not-judged", test_pace_not_judged);
  g_test_add_func ("/outlook/pace/tolerance", test_pace_tolerance);
  g_test_add_func ("/outlook/course", test_course);
  g_test_add_func ("/outlook/ways", test_ways);
  g_test_add_func ("/outlook/ways/limit", test_way_with_limit);

  return g_test_run ();
}
