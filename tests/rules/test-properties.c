/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for every logbook under every pack, tried on generated ones. */

#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"
#include "rules/hbk-application.h"
#include "rules/hbk-assessment.h"
#include "rules/support.h"

#define N_LOGBOOKS 40
#define N_RECORDS 40

static const char *const packs[] = { "changde", "changzhou", "jiangsu", "qinghai", "weihai", "yuxi" };

static HbkDate
random_date (void)
{
  return hbk_date_new (g_test_rand_int_range (2019, 2026), g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
}

/* An answer of the right kind, now and then of the wrong one or none. */
static void
set_random_value (const HbkFactSpec *spec,
                  HbkValue          *value)
{
  switch (spec->type)
    {
    case HBK_FACT_BOOLEAN:
      hbk_value_set_boolean (value, g_test_rand_int_range (0, 4) != 0);
      break;
    case HBK_FACT_CHOICE:
      hbk_value_set_text (value, g_array_index (spec->choices, HbkChoiceSpec, g_test_rand_int_range (0, (int) spec->choices->len)).id);
      break;
    case HBK_FACT_DATE:
      hbk_value_set_date (value, random_date ());
      break;
    case HBK_FACT_HOURS_LIST:
      {
        gint64 hours[3] = { g_test_rand_int_range (0, 1200), g_test_rand_int_range (0, 1200), g_test_rand_int_range (0, 1200) };

        hbk_value_set_list (value, hours, (guint) g_test_rand_int_range (1, 4));
        break;
      }
    case HBK_FACT_INTEGER:
      hbk_value_set_number (value, g_str_has_prefix (spec->id, "year") ? 100 * g_test_rand_int_range (2018, 2026) : 100 * g_test_rand_int_range (0, 9));
      break;
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
      hbk_value_set_number (value, 50 * g_test_rand_int_range (0, 80));
      break;
    case HBK_FACT_TEXT:
    default:
      hbk_value_set_text (value, "x");
      break;
    }
}

static void
add_random_facts (HbkRecord     *record,
                  HbkVocabulary *vocabulary)
{
  for (guint i = 0; i < hbk_vocabulary_get_n_facts (vocabulary); i++)
    {
      const HbkFactSpec *spec = hbk_vocabulary_get_fact (vocabulary, i);
      g_auto (HbkValue) value = HBK_VALUE_INIT;

      if (g_test_rand_int_range (0, 10) < 3)
        continue;
      set_random_value (spec, &value);
      hbk_record_set_fact (record, spec->id, &value);
    }
}

static void
add_random_evidence (HbkRecord     *record,
                     HbkVocabulary *vocabulary,
                     guint          n)
{
  for (guint i = 0; i < n; i++)
    {
      guint position = (guint) g_test_rand_int_range (0, (int) hbk_vocabulary_get_n_documents (vocabulary));
      g_autoptr (HbkEvidence) evidence = hbk_evidence_new (hbk_vocabulary_get_document (vocabulary, position)->id, "a.pdf", NULL);

      hbk_record_add_evidence (record, evidence);
    }
}

static HbkRecord *
random_record (HbkVocabulary *vocabulary,
               guint          number)
{
  g_autofree char *id = g_strdup_printf ("r%02u", number);
  guint            activity = (guint) g_test_rand_int_range (0, (int) hbk_vocabulary_get_n_activities (vocabulary));
  HbkRecord       *record = hbk_record_new (id, hbk_vocabulary_get_activity (vocabulary, activity)->id);
  HbkDate          start = random_date ();

  hbk_record_set_title (record, "t");
  hbk_record_set_period (record, start, start + g_test_rand_int_range (0, g_test_rand_int_range (1, 700)));
  hbk_record_set_status (record, (HbkStatus) g_test_rand_int_range (HBK_STATUS_PLANNED, HBK_STATUS_RETURNED + 1));
  hbk_record_set_subject (record, (HbkSubject) g_test_rand_int_range (HBK_SUBJECT_NONE, HBK_SUBJECT_PROFESSIONAL + 1));
  if (g_test_rand_int_range (0, 2) == 0)
    {
      g_autofree char *work = g_strdup_printf ("w%d", g_test_rand_int_range (0, 12));

      hbk_record_set_work (record, work);
    }
  if (g_test_rand_int_range (0, 3) == 0)
    hbk_record_set_verified_hours (record, 100 * g_test_rand_int_range (0, 40), 100 * g_test_rand_int_range (0, 80));
  add_random_facts (record, vocabulary);
  add_random_evidence (record, vocabulary, (guint) g_test_rand_int_range (0, 4));
  return record;
}

static HbkLogbook *
random_logbook (HbkVocabulary *vocabulary)
{
  HbkLogbook *logbook = hbk_logbook_new ();
  HbkProfile *profile = hbk_logbook_get_profile (logbook);

  for (guint i = 0; i < hbk_vocabulary_get_n_attributes (vocabulary); i++)
    {
      const HbkFactSpec *spec = hbk_vocabulary_get_attribute (vocabulary, i);
      g_auto (HbkValue) value = HBK_VALUE_INIT;

      if (g_test_rand_int_range (0, 4) == 0)
        continue;
      set_random_value (spec, &value);
      hbk_profile_set_attribute (profile, spec->id, &value);
    }
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autoptr (HbkRecord) record = random_record (vocabulary, i);

      g_assert_true (hbk_logbook_append (logbook, record));
    }
  return logbook;
}

static HbkAssessment *
assess (HbkLogbook *logbook,
        const char *pack)
{
  return hbk_assess (logbook, support_get_pack (pack), hbk_date_new (2025, 6, 30), NULL);
}

static void
assert_same_tally (HbkTally a,
                   HbkTally b)
{
  g_assert_cmpint (a.public_hours, ==, b.public_hours);
  g_assert_cmpint (a.professional_hours, ==, b.professional_hours);
}

static void
assert_same_record (const HbkRecordResult *a,
                    const HbkRecordResult *b)
{
  g_assert_cmpstr (hbk_record_get_id (a->record), ==, hbk_record_get_id (b->record));
  g_assert_cmpint (a->outcome, ==, b->outcome);
  g_assert_cmpstr (a->clause, ==, b->clause);
  assert_same_tally (a->raw, b->raw);
  assert_same_tally (a->credited, b->credited);
  assert_same_tally (a->pending, b->pending);
  assert_same_tally (a->planned, b->planned);
  assert_same_tally (a->evidenced, b->evidenced);
  assert_same_tally (a->verified, b->verified);
}

static void
assert_same (const HbkAssessment *a,
             const HbkAssessment *b)
{
  g_assert_cmpuint (hbk_assessment_get_n_years (a), ==, hbk_assessment_get_n_years (b));
  for (guint i = 0; i < hbk_assessment_get_n_years (a); i++)
    {
      const HbkYearResult *x = hbk_assessment_get_year (a, i);
      const HbkYearResult *y = hbk_assessment_get_year (b, i);

      g_assert_cmpint (x->year, ==, y->year);
      g_assert_cmpint (x->verdict, ==, y->verdict);
      assert_same_tally (x->credited, y->credited);
      assert_same_tally (x->at_application, y->at_application);
      g_assert_cmpuint (x->warnings->len, ==, y->warnings->len);
      g_assert_cmpuint (x->readings->len, ==, y->readings->len);
      g_assert_cmpuint (x->records->len, ==, y->records->len);
      for (guint j = 0; j < x->records->len; j++)
        assert_same_record (g_ptr_array_index (x->records, j), g_ptr_array_index (y->records, j));
    }
}

static HbkLogbook *
shuffled (HbkLogbook *logbook)
{
  HbkLogbook *other = hbk_logbook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  hbk_profile_set_attributes (hbk_logbook_get_profile (other), hbk_profile_get_attributes (hbk_logbook_get_profile (logbook)));
  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    g_ptr_array_insert (records, g_test_rand_int_range (0, (int) records->len + 1), hbk_logbook_get_record (logbook, i));
  for (guint i = 0; i < records->len; i++)
    hbk_logbook_append (other, g_ptr_array_index (records, i));
  return other;
}

static void
test_order (HbkLogbook *logbook,
            const char *pack)
{
  g_autoptr (HbkLogbook) other = shuffled (logbook);
  g_autoptr (HbkAssessment) a = assess (logbook, pack);
  g_autoptr (HbkAssessment) b = assess (other, pack);

  assert_same (a, b);
}

static void
test_twice (HbkLogbook *logbook,
            const char *pack)
{
  g_autoptr (HbkAssessment) a = assess (logbook, pack);
  g_autoptr (HbkAssessment) b = assess (logbook, pack);

  assert_same (a, b);
}

static void
test_read_write (HbkLogbook *logbook,
                 const char *pack)
{
  g_autoptr (GBytes) bytes = hbk_logbook_write (logbook);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkLogbook) other = hbk_logbook_read (bytes, problems);
  g_autoptr (HbkAssessment) a = assess (logbook, pack);
  g_autoptr (HbkAssessment) b = NULL;

  g_assert_nonnull (other);
  b = assess (other, pack);
  assert_same (a, b);
}

static void
check_record_sums (const HbkRecordResult *result)
{
  assert_same_tally (hbk_tally_add (result->credited, result->lost), result->raw);
  g_assert_cmpint (result->lost.public_hours, >=, 0);
  g_assert_cmpint (result->lost.professional_hours, >=, 0);
  g_assert_cmpint (result->credited.public_hours, >=, 0);
  g_assert_cmpint (result->credited.professional_hours, >=, 0);
  g_assert_cmpint (result->evidenced.public_hours, <=, result->credited.public_hours);
  g_assert_cmpint (result->evidenced.professional_hours, <=, result->credited.professional_hours);
  g_assert_cmpint (hbk_tally_total (result->verified), <=, hbk_tally_total (result->credited));
  if (result->outcome == HBK_OUTCOME_PENDING)
    g_assert_true (result->missing_facts != NULL || result->code != NULL);
  if (hbk_record_get_status (result->record) == HBK_STATUS_PLANNED)
    g_assert_cmpint (hbk_tally_total (result->credited), ==, 0);
}

static void
test_sums (HbkLogbook *logbook,
           const char *pack)
{
  g_autoptr (HbkAssessment) assessment = assess (logbook, pack);

  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);
      HbkTally             credited = { 0, 0 };
      HbkTally             lost = { 0, 0 };
      HbkTally             pending = { 0, 0 };

      for (guint j = 0; j < year->records->len; j++)
        {
          const HbkRecordResult *result = g_ptr_array_index (year->records, j);

          check_record_sums (result);
          pending = hbk_tally_add (pending, result->pending);
          if (result->at_application)
            continue;
          credited = hbk_tally_add (credited, result->credited);
          lost = hbk_tally_add (lost, result->lost);
        }
      assert_same_tally (credited, year->credited);
      assert_same_tally (lost, year->lost);
      assert_same_tally (pending, year->pending);
      g_assert_cmpint (hbk_tally_total (year->evidenced), <=, hbk_tally_total (year->credited));
      g_assert_cmpint (hbk_tally_total (year->verified), <=, hbk_tally_total (year->credited));
      g_assert_cmpint (hbk_tally_total (year->at_application), >=, hbk_tally_total (year->credited));
    }
}

static gboolean
uses_cap (const HbkRule *rule,
          guint          cap)
{
  for (guint i = 0; rule != NULL && i < rule->caps->len; i++)
    {
      const HbkCapUse *use = &g_array_index (rule->caps, HbkCapUse, i);

      if (use->cap == cap && use->when == NULL)
        return TRUE;
    }
  return FALSE;
}

/* No yearly cap without a condition is ever exceeded. */
static void
test_caps (HbkLogbook *logbook,
           const char *pack_id)
{
  HbkPack *pack = support_get_pack (pack_id);
  g_autoptr (HbkAssessment) assessment = assess (logbook, pack_id);

  for (guint i = 0; i < pack->caps->len; i++)
    {
      const HbkCap *cap = &g_array_index (pack->caps, HbkCap, i);

      if (cap->when != NULL || cap->has_per || cap->ever || cap->stage < HBK_CAP_ACTIVITY || cap->subject != HBK_SUBJECT_NONE)
        continue;
      for (guint j = 0; j < hbk_assessment_get_n_years (assessment); j++)
        {
          const HbkYearResult *year = hbk_assessment_get_year (assessment, j);
          HbkHours             used = 0;

          for (guint k = 0; k < year->records->len; k++)
            {
              const HbkRecordResult *result = g_ptr_array_index (year->records, k);

              if (uses_cap (result->rule, i))
                used += hbk_tally_total (result->credited);
            }
          g_assert_cmpint (used, <=, cap->hours);
        }
    }
}

static void
test_more_evidence (HbkLogbook *logbook,
                    const char *pack)
{
  g_autoptr (HbkLogbook) more = hbk_logbook_new ();
  g_autoptr (HbkAssessment) a = assess (logbook, pack);
  g_autoptr (HbkAssessment) b = NULL;

  hbk_profile_set_attributes (hbk_logbook_get_profile (more), hbk_profile_get_attributes (hbk_logbook_get_profile (logbook)));
  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    {
      HbkRecord *record = hbk_logbook_get_record (logbook, i);
      g_autoptr (HbkRecord) copy = hbk_record_copy (record, hbk_record_get_id (record));

      add_random_evidence (copy, support_get_vocabulary (), 2);
      hbk_logbook_append (more, copy);
    }
  b = assess (more, pack);
  for (guint i = 0; i < hbk_assessment_get_n_years (a); i++)
    {
      const HbkYearResult *before = hbk_assessment_get_year (a, i);
      const HbkYearResult *after = hbk_assessment_lookup_year (b, before->year);

      assert_same_tally (before->credited, after->credited);
      g_assert_cmpint (after->evidenced.public_hours, >=, before->evidenced.public_hours);
      g_assert_cmpint (after->evidenced.professional_hours, >=, before->evidenced.professional_hours);
    }
}

/* An application never crashes, and says "met" only of as many complete years as it needs. */
static void
test_application (HbkLogbook *logbook,
                  const char *pack)
{
  for (HbkTitleLevel level = HBK_TITLE_LEVEL_JUNIOR; level <= HBK_TITLE_LEVEL_SENIOR; level++)
    {
      g_autoptr (HbkApplication) application = hbk_apply (logbook, support_get_pack (pack), level, 2024, hbk_date_new (2024, 12, 31), NULL);
      int n_met = 0;

      for (guint i = 0; i < hbk_application_get_n_years (application); i++)
        n_met += hbk_application_get_nth_year (application, i)->counted && hbk_application_get_nth_year (application, i)->met;
      if (hbk_application_get_verdict (application) == HBK_APPLICATION_MET)
        g_assert_cmpint (n_met, ==, hbk_application_get_needed (application));
    }
}

typedef void (*Property) (HbkLogbook *logbook, const char *pack);

static void
try_property (gconstpointer data)
{
  Property property = (Property) data;

  for (guint i = 0; i < N_LOGBOOKS; i++)
    {
      g_autoptr (HbkLogbook) logbook = random_logbook (support_get_vocabulary ());

      for (guint j = 0; j < G_N_ELEMENTS (packs); j++)
        property (logbook, packs[j]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/rules/properties/order-does-not-matter", (gconstpointer) test_order, try_property);
  g_test_add_data_func ("/rules/properties/same-again", (gconstpointer) test_twice, try_property);
  g_test_add_data_func ("/rules/properties/read-write-read", (gconstpointer) test_read_write, try_property);
  g_test_add_data_func ("/rules/properties/sums", (gconstpointer) test_sums, try_property);
  g_test_add_data_func ("/rules/properties/caps-hold", (gconstpointer) test_caps, try_property);
  g_test_add_data_func ("/rules/properties/more-evidence", (gconstpointer) test_more_evidence, try_property);
  g_test_add_data_func ("/rules/properties/application", (gconstpointer) test_application, try_property);
  return g_test_run ();
}
