/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Assesses any logbook under the packs that come with Hourbook: the figures add up, and everything can be said in words.
 *
 * Of the input, the first byte chooses the pack, the second how the rest is read (odd: as logbook JSON; even: as choices from
 * which a logbook is built), the third and fourth the year and the day of the assessment, the fifth the readings (a space: the
 * cautious ones). */

#include "records/hbk-logbook-reader.h"
#include "rules/hbk-application.h"
#include "rules/hbk-assessment.h"

#define HEADER_SIZE 5
#define N_RECORDS_MAX 20

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The bytes that are left to choose from; at their end all choices are 0. */
typedef struct
{
  const guint8 *data;
  gsize         size;
} Source;

static const char *const pack_ids[] = { "qinghai", "yuxi", "changde", "weihai", "jiangsu", "changzhou" };

static HbkVocabulary *vocabulary;
static HbkPack       *packs[G_N_ELEMENTS (pack_ids)];

/* ---- The packs ---- */

static GBytes *
read_file (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static HbkPack *
read_pack (const char *id)
{
  g_autoptr (GBytes) bytes = read_file (id);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *extends = hbk_pack_peek_extends (bytes);
  HbkPack         *parent = NULL;
  HbkPack         *pack;

  /* A parent stands before its children. */
  for (gsize i = 0; extends != NULL && i < G_N_ELEMENTS (pack_ids); i++)
    {
      if (g_str_equal (pack_ids[i], extends))
        parent = packs[i];
    }

  pack = hbk_pack_read (bytes, vocabulary, parent, problems);
  g_assert_nonnull (pack);

  return pack;
}

static void
prepare (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = read_file ("vocabulary");

  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  vocabulary = hbk_vocabulary_read (bytes, problems);
  g_assert_nonnull (vocabulary);
  for (gsize i = 0; i < G_N_ELEMENTS (pack_ids); i++)
    packs[i] = read_pack (pack_ids[i]);
}

/* ---- Choices ---- */

static guint
take (Source *source, guint n)
{
  if (source->size == 0)
    return 0;

  source->size--;

  return *source->data++ % n;
}

static gint64
take_amount (Source *source)
{
  gint64 amount = take (source, 256);

  switch (take (source, 6))
    {
    case 0:
      return amount * 50;
    case 1:
      return amount;
    case 2:
      return amount * 100000 + 2500;
    case 3:
      return (2010 + amount % 20) * 100;
    case 4:
      return HBK_HOURS_MAX - amount;
    default:
      return amount * 100;
    }
}

static HbkDate
take_date (Source *source)
{
  int   year = 2014 + (int) take (source, 16);
  guint day = take (source, 256);

  switch (day)
    {
    case 253:
      return hbk_date_new (year, 2, 28) + 1;
    case 254:
      return hbk_date_new (HBK_DATE_YEAR_MIN, 1, 1);
    case 255:
      return hbk_date_new (HBK_DATE_YEAR_MAX, 12, 31);
    default:
      return hbk_date_new (year, 1, 1) + (HbkDate) (day * 364 / 252);
    }
}

static void
take_list (Source *source, HbkValue *value)
{
  gint64 hours[8];
  guint  n = take (source, G_N_ELEMENTS (hours) + 1);

  for (guint i = 0; i < n; i++)
    hours[i] = take_amount (source);

  hbk_value_set_list (value, hours, n);
}

/* A value of the kind, of which choices are as the spec has them. */
static void
take_value_of (Source *source, const HbkFactSpec *spec, HbkFactType type, HbkValue *value)
{
  switch (type)
    {
    case HBK_FACT_BOOLEAN:
      hbk_value_set_boolean (value, take (source, 2));
      return;
    case HBK_FACT_CHOICE:
      if (spec->choices != NULL && spec->choices->len > 0)
        hbk_value_set_text (value, g_array_index (spec->choices, HbkChoiceSpec, take (source, spec->choices->len)).id);
      return;
    case HBK_FACT_DATE:
      hbk_value_set_date (value, take_date (source));
      return;
    case HBK_FACT_HOURS_LIST:
      take_list (source, value);
      return;
    case HBK_FACT_TEXT:
      hbk_value_set_text (value, take (source, 2) ? "2024-02-30" : "别的 <b>&amp; %s</b>");
      return;
    case HBK_FACT_INTEGER:
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
    default:
      hbk_value_set_number (value, take_amount (source));
      return;
    }
}

/* Mostly of the right kind. */
static void
take_value (Source *source, const HbkFactSpec *spec, HbkValue *value)
{
  guint kind = take (source, 64);

  if (kind >= 56)
    take_value_of (source, spec, (HbkFactType) (kind - 56), value);
  else
    take_value_of (source, spec, spec->type, value);
}

static void
answer (Source *source, HbkLogbook *logbook, HbkRecord *record, const HbkFactSpec *spec)
{
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  take_value (source, spec, &value);
  if (hbk_vocabulary_lookup_fact (vocabulary, spec->id) == spec)
    hbk_record_set_fact (record, spec->id, &value);
  else
    hbk_profile_set_attribute (hbk_logbook_get_profile (logbook), spec->id, &value);
}

/* ---- A logbook out of choices ---- */

static void
take_profile (Source *source, HbkLogbook *logbook)
{
  for (guint n = take (source, 8); n > 0; n--)
    answer (source, logbook, NULL, hbk_vocabulary_get_attribute (vocabulary, take (source, hbk_vocabulary_get_n_attributes (vocabulary))));
}

static void
take_period (Source *source, HbkRecord *record)
{
  static const int units[] = { 0, 1, 7, 30, 365 };
  HbkDate          start = take_date (source);
  int              unit = units[take (source, G_N_ELEMENTS (units))];
  HbkDate          end = start + (HbkDate) take (source, 32) * unit;

  hbk_record_set_period (record, start, MIN (end, hbk_date_new (HBK_DATE_YEAR_MAX, 12, 31)));
}

static void
take_proof (Source *source, HbkRecord *record)
{
  for (guint n = take (source, 4); n > 0; n--)
    {
      guint position = take (source, hbk_vocabulary_get_n_documents (vocabulary));
      g_autoptr (HbkEvidence) evidence = hbk_evidence_new (hbk_vocabulary_get_document (vocabulary, position)->id, "proof.pdf", NULL);

      hbk_record_add_evidence (record, evidence);
    }

  hbk_record_set_status (record, (HbkStatus) ((HBK_STATUS_DONE + take (source, 5)) % 5));
  if (take (source, 4) == 1)
    {
      HbkHours public_hours = take_amount (source);

      hbk_record_set_verified_hours (record, public_hours, take_amount (source));
    }
}

static void
take_record (Source *source, HbkLogbook *logbook, guint number)
{
  static const char *const works[] = { NULL, NULL, "doi:1", "doi:2", "" };
  /* The same day, the later id first. */
  g_autofree char *id = g_strdup_printf ("r%02u", N_RECORDS_MAX - number);
  guint            activity = take (source, hbk_vocabulary_get_n_activities (vocabulary));
  g_autoptr (HbkRecord) record = hbk_record_new (id, hbk_vocabulary_get_activity (vocabulary, activity)->id);

  hbk_record_set_title (record, id);
  take_period (source, record);
  hbk_record_set_subject (record, (HbkSubject) take (source, 3));
  hbk_record_set_work (record, works[take (source, G_N_ELEMENTS (works))]);
  take_proof (source, record);
  for (guint n = take (source, 6); n > 0; n--)
    answer (source, logbook, record, hbk_vocabulary_get_fact (vocabulary, take (source, hbk_vocabulary_get_n_facts (vocabulary))));

  g_assert_true (hbk_logbook_append (logbook, record));
}

/* As a person would: what the rules ask for is answered, a few times over. */
static void
answer_questions (Source *source, HbkLogbook *logbook, HbkPack *pack, HbkDate as_of)
{
  HbkAssessmentOptions options = { .skip_comparison = TRUE };

  for (guint round = 0; round < 4 && source->size > 0; round++)
    {
      g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, as_of, &options);

      for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
        {
          const HbkYearResult *year = hbk_assessment_get_year (assessment, i);

          for (guint j = 0; j < year->records->len && source->size > 0; j++)
            {
              const HbkRecordResult *result = g_ptr_array_index (year->records, j);

              for (guint k = 0; result->missing_facts != NULL && k < result->missing_facts->len; k++)
                answer (source, logbook, result->record, g_ptr_array_index (result->missing_facts, k));
            }
        }
    }
}

static HbkLogbook *
take_logbook (Source *source, HbkPack *pack, HbkDate as_of)
{
  HbkLogbook *logbook = hbk_logbook_new ();
  guint       n_records = 1 + take (source, N_RECORDS_MAX);

  take_profile (source, logbook);
  for (guint i = 0; i < n_records && source->size > 0; i++)
    take_record (source, logbook, i);
  answer_questions (source, logbook, pack, as_of);

  return logbook;
}

static HbkLogbook *
read_logbook (const Source *source)
{
  /* Of exactly its size, so that the sanitizer sees a step too far. */
  g_autofree guint8 *copy = source->size > 0 ? g_memdup2 (source->data, source->size) : g_new0 (guint8, 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, source->size);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  return hbk_logbook_read (bytes, problems);
}

/* ---- What must hold ---- */

static void
check_text (char *text)
{
  g_assert_nonnull (text);
  g_assert_true (*text != '\0' && g_utf8_validate (text, -1, NULL));
  g_free (text);
}

static void
check_warning (const HbkWarning *warning, const HbkPack *pack)
{
  for (int language = HBK_LANGUAGE_ZH; language <= HBK_LANGUAGE_EN; language++)
    {
      check_text (hbk_warning_to_text (warning, pack, (HbkLanguage) language));
      check_text (hbk_warning_to_action (warning, pack, (HbkLanguage) language));
    }
}

static void
check_trace (const HbkAssessment *assessment, const HbkRecordResult *result)
{
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (assessment, result);

  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);

      for (int language = HBK_LANGUAGE_ZH; language <= HBK_LANGUAGE_EN; language++)
        check_text (hbk_trace_step_to_text (step, hbk_assessment_get_pack (assessment), (HbkLanguage) language));
    }
}

/* None below zero. */
static void
check_tally (HbkTally tally)
{
  g_assert_cmpint (tally.public_hours, >=, 0);
  g_assert_cmpint (tally.professional_hours, >=, 0);
}

static void
check_within (HbkTally part, HbkTally whole)
{
  check_tally (part);
  g_assert_cmpint (part.public_hours, <=, whole.public_hours);
  g_assert_cmpint (part.professional_hours, <=, whole.professional_hours);
}

static void
check_same (HbkTally a, HbkTally b)
{
  g_assert_cmpint (a.public_hours, ==, b.public_hours);
  g_assert_cmpint (a.professional_hours, ==, b.professional_hours);
}

static void
check_record (const HbkAssessment *assessment, const HbkRecordResult *result)
{
  check_within (result->credited, result->raw);
  check_same (hbk_tally_add (result->credited, result->lost), result->raw);
  check_within (result->evidenced, result->credited);
  check_within (result->verified, result->credited);
  check_tally (result->lost);
  check_tally (result->pending);
  check_tally (result->planned);
  check_trace (assessment, result);
}

static void
check_year (const HbkAssessment *assessment, const HbkYearResult *year)
{
  HbkTally credited = { 0, 0 };

  for (guint i = 0; i < year->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (year->records, i);

      check_record (assessment, result);
      if (!result->at_application)
        credited = hbk_tally_add (credited, result->credited);
    }
  check_same (credited, year->credited);
  check_within (year->evidenced, year->credited);

  for (guint i = 0; i < year->warnings->len; i++)
    check_warning (&g_array_index (year->warnings, HbkWarning, i), hbk_assessment_get_pack (assessment));
}

static void
check_assessment (const HbkAssessment *assessment)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    check_year (assessment, hbk_assessment_get_year (assessment, i));
}

/* The order of the records in the logbook does not matter. */
static void
check_order (HbkLogbook *logbook, const HbkAssessment *assessment, const guint *readings)
{
  g_autoptr (HbkLogbook) reversed = hbk_logbook_new ();
  g_autoptr (HbkAssessment) again = NULL;

  hbk_profile_set_attributes (hbk_logbook_get_profile (reversed), hbk_profile_get_attributes (hbk_logbook_get_profile (logbook)));
  for (guint i = hbk_logbook_get_n_records (logbook); i > 0; i--)
    g_assert_true (hbk_logbook_append (reversed, hbk_logbook_get_record (logbook, i - 1)));

  again = hbk_assess (reversed, hbk_assessment_get_pack (assessment), hbk_assessment_get_as_of (assessment),
                      &(HbkAssessmentOptions) { .readings = readings, .skip_comparison = TRUE });
  g_assert_cmpuint (hbk_assessment_get_n_years (again), ==, hbk_assessment_get_n_years (assessment));
  for (guint i = 0; i < hbk_assessment_get_n_years (again); i++)
    {
      const HbkYearResult *a = hbk_assessment_get_year (assessment, i);
      const HbkYearResult *b = hbk_assessment_get_year (again, i);

      g_assert_cmpint (a->verdict, ==, b->verdict);
      check_same (a->credited, b->credited);
      check_same (a->evidenced, b->evidenced);
      check_same (a->pending, b->pending);
      check_same (a->at_application, b->at_application);
    }
}

static void
check_applications (HbkLogbook *logbook, HbkPack *pack, HbkDate as_of, const guint *readings)
{
  for (int level = HBK_TITLE_LEVEL_UNKNOWN; level <= HBK_TITLE_LEVEL_SENIOR; level++)
    {
      g_autoptr (HbkApplication) application = hbk_apply (logbook, pack, (HbkTitleLevel) level, hbk_date_year (as_of), as_of, readings);
      HbkAssessment *assessment = hbk_application_get_assessment (application);

      for (guint i = 0; i < hbk_application_get_n_warnings (application); i++)
        check_warning (hbk_application_get_warning (application, i), pack);
      for (guint i = 0; i < hbk_application_get_n_years (application); i++)
        check_tally (hbk_application_get_nth_year (application, i)->missing);
      if (assessment != NULL)
        check_assessment (assessment);
    }
}

static guint *
choose_readings (const HbkPack *pack, guint8 choice)
{
  guint *options = g_new0 (guint, pack->readings->len + 1);

  for (guint i = 0; i < pack->readings->len; i++)
    {
      const HbkReading *reading = &g_array_index (pack->readings, HbkReading, i);

      options[i] = choice == ' ' ? reading->initial : (choice + i * (choice / 16 + 1)) % reading->options->len;
    }

  return options;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Source source;
  g_autoptr (HbkLogbook) logbook = NULL;
  g_autoptr (HbkAssessment) assessment = NULL;
  g_autofree guint *readings = NULL;
  HbkPack          *pack;
  HbkDate           as_of;

  if (size < HEADER_SIZE)
    return 0;
  if (vocabulary == NULL)
    prepare ();

  source = (Source) { data + HEADER_SIZE, size - HEADER_SIZE };
  pack = packs[data[0] % G_N_ELEMENTS (packs)];
  as_of = hbk_date_new (2010 + data[2] % 32, 1, 1) + data[3] * 364 / 255;
  readings = choose_readings (pack, data[4]);
  logbook = data[1] % 2 == 1 ? read_logbook (&source) : take_logbook (&source, pack, as_of);
  if (logbook == NULL)
    return 0;

  assessment = hbk_assess (logbook, pack, as_of, &(HbkAssessmentOptions) { .readings = readings });
  check_assessment (assessment);
  check_order (logbook, assessment, readings);
  check_applications (logbook, pack, as_of, readings);

  return 0;
}
