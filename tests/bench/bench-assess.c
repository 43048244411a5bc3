/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an assessment costs, beside json-glib reading the same logbook. The logbook is made up: ten years of all activities the
 * pack knows, on any day, with what the rules ask for mostly answered. Only ratios are judged, of processor time; the machine's
 * speed is nobody's fault. */

#include <json-glib/json-glib.h>
#include <time.h>

#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"
#include "rules/hbk-assessment.h"

#define ROUNDS 9
#define FIRST_YEAR 2015
#define N_YEARS 10
#define N_RECORDS 10000
#define N_FEW 1000
#define N_MANY 100000
#define PARSE_BOUND 0.25
#define GROWTH_BOUND 1.3

/* ---- A pack and a logbook ---- */

static GBytes *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", name, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  char *text;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (text, length);
}

static HbkPack *
read_pack (const char *name)
{
  g_autoptr (GBytes) words = read_data ("vocabulary.json");
  g_autoptr (GBytes) rules = read_data (name);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) vocabulary = hbk_vocabulary_read (words, problems);
  HbkPack *pack = hbk_pack_read (rules, vocabulary, NULL, problems);

  if (pack == NULL)
    g_error ("the pack has problems");
  return pack;
}

static void
choose_value (GRand *rand, const HbkFactSpec *spec, HbkDate near, HbkValue *value)
{
  switch (spec->type)
    {
    case HBK_FACT_BOOLEAN:
      hbk_value_set_boolean (value, g_rand_int_range (rand, 0, 8) != 0);
      return;
    case HBK_FACT_CHOICE:
      hbk_value_set_text (value, g_array_index (spec->choices, HbkChoiceSpec, g_rand_int_range (rand, 0, (int) spec->choices->len)).id);
      return;
    case HBK_FACT_DATE:
      hbk_value_set_date (value, near - g_rand_int_range (rand, 0, 40));
      return;
    case HBK_FACT_HOURS_LIST:
      hbk_value_set_list (value, (gint64[]) { 800, 600, 700 }, (guint) g_rand_int_range (rand, 1, 4));
      return;
    case HBK_FACT_TEXT:
      hbk_value_set_text (value, "某某通知");
      return;
    case HBK_FACT_INTEGER:
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
    default:
      if (g_str_has_prefix (spec->id, "year"))
        hbk_value_set_number (value, 100 * (FIRST_YEAR + g_rand_int_range (rand, 0, N_YEARS)));
      else
        hbk_value_set_number (value, 100 * g_rand_int_range (rand, 1, 9));
      return;
    }
}

static HbkRecord *
make_record (GRand *rand, const char *activity, HbkVocabulary *vocabulary, guint number)
{
  g_autofree char *id = g_strdup_printf ("r%06u", number);
  g_autofree char *title = g_strdup_printf ("第%u期专业技术人员知识更新培训", number);
  g_autofree char *file = g_strdup_printf ("证明材料-%06u.pdf", number);
  guint            document = (guint) g_rand_int_range (rand, 0, (int) hbk_vocabulary_get_n_documents (vocabulary));
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new (hbk_vocabulary_get_document (vocabulary, document)->id, file, NULL);
  HbkRecord *record = hbk_record_new (id, activity);
  HbkDate    start = hbk_date_new (FIRST_YEAR + g_rand_int_range (rand, 0, N_YEARS), 1, 1) + g_rand_int_range (rand, 0, 360);

  hbk_record_set_title (record, title);
  /* Few go on for more than some days. */
  hbk_record_set_period (record, start, start + (g_rand_int_range (rand, 0, 20) == 0 ? g_rand_int_range (rand, 30, 400) : g_rand_int_range (rand, 0, 5)));
  hbk_record_set_status (record, (HbkStatus) g_rand_int_range (rand, HBK_STATUS_DONE, HBK_STATUS_VERIFIED + 1));
  if (g_rand_int_range (rand, 0, 4) == 0)
    hbk_record_set_work (record, id);
  hbk_record_add_evidence (record, evidence);
  return record;
}

/* Answers what the rules ask for, but not all of it. */
static gboolean
answer (GRand *rand, HbkLogbook *logbook, HbkPack *pack)
{
  HbkAssessmentOptions options = { .skip_comparison = TRUE };
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_new (FIRST_YEAR + N_YEARS, 6, 30), &options);
  gboolean answered = FALSE;

  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);

      for (guint j = 0; j < year->records->len; j++)
        {
          const HbkRecordResult *result = g_ptr_array_index (year->records, j);

          for (guint k = 0; result->missing_facts != NULL && k < result->missing_facts->len; k++)
            {
              const HbkFactSpec *spec = g_ptr_array_index (result->missing_facts, k);
              g_auto (HbkValue) value = HBK_VALUE_INIT;

              if (g_rand_int_range (rand, 0, 50) == 0)
                continue;
              choose_value (rand, spec, hbk_record_get_start (result->record), &value);
              hbk_record_set_fact (result->record, spec->id, &value);
              answered = TRUE;
            }
        }
    }
  return answered;
}

static void
answer_profile (HbkLogbook *logbook)
{
  static const char *const answers[][2] = {
    { "employer_type", "public_institution" },
    { "sector", "general" },
    { "title_level", "intermediate" },
    { "post_from", "2014-07-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_auto (HbkValue) value = HBK_VALUE_INIT;

      hbk_value_set_text (&value, answers[i][1]);
      hbk_profile_set_attribute (hbk_logbook_get_profile (logbook), answers[i][0], &value);
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GBytes *
make_logbook (HbkPack *pack, guint n_records)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20241231);
  g_autofree gpointer *activities = g_hash_table_get_keys_as_array (pack->rules_by_activity, NULL);
  guint                n_activities = g_hash_table_size (pack->rules_by_activity);
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();

  qsort (activities, n_activities, sizeof (gpointer), compare_texts);
  answer_profile (logbook);
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (HbkRecord) record = make_record (rand, activities[i % n_activities], pack->vocabulary, i);

      hbk_logbook_append (logbook, record);
    }
  for (guint round = 0; round < 8 && answer (rand, logbook, pack); round++)
    ;
  return hbk_logbook_write (logbook);
}

static HbkLogbook *
read_logbook (GBytes *bytes)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkLogbook *logbook = hbk_logbook_read (bytes, problems);

  if (logbook == NULL)
    g_error ("the generated logbook has problems");
  return logbook;
}

/* ---- Measuring ---- */

/* Processor time in microseconds: what other programs do meanwhile does not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return 1e6 * (double) time.tv_sec + (double) time.tv_nsec / 1e3;
}

static double
time_parse (GBytes *bytes)
{
  double      start = now ();
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonParser) parser = json_parser_new ();

  json_parser_load_from_data (parser, text, (gssize) length, NULL);
  return now () - start;
}

static double
time_assess (HbkLogbook *logbook, HbkPack *pack, gboolean skip_comparison)
{
  HbkAssessmentOptions options = { .skip_comparison = skip_comparison };
  double               start = now ();
  HbkAssessment       *assessment = hbk_assess (logbook, pack, hbk_date_new (2024, 12, 31), &options);
  double               elapsed = now () - start;

  hbk_assessment_unref (assessment);
  return elapsed;
}

static int
compare_doubles (const void *a, const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof (double), compare_doubles);
  return values[ROUNDS / 2];
}

static gboolean
report (const char *what, double ratio, double bound)
{
  gboolean holds = ratio <= bound;

  g_print ("%s %s: %.3f, at most %.2f\n", holds ? "ok" : "MISSED", what, ratio, bound);
  return holds;
}

/* Takes the three in turn, so that a slow moment of the machine hits all. */
static gboolean
beside_parsing (HbkPack *pack)
{
  g_autoptr (GBytes) bytes = make_logbook (pack, N_RECORDS);
  g_autoptr (HbkLogbook) logbook = read_logbook (bytes);
  double parse[ROUNDS];
  double whole[ROUNDS];
  double plain[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    {
      parse[i] = time_parse (bytes);
      plain[i] = time_assess (logbook, pack, TRUE);
      whole[i] = time_assess (logbook, pack, FALSE);
    }
  g_print ("%s, %d records of %d years, %.1f MB: json-glib reads them in %.1f ms, Hourbook assesses them in %.1f ms, with all other readings in %.1f ms\n",
           pack->id, N_RECORDS, N_YEARS, (double) g_bytes_get_size (bytes) / 1e6, median (parse) / 1e3, median (plain) / 1e3, median (whole) / 1e3);
  g_print ("without other readings: %.3f\n", median (plain) / median (parse));
  return report ("assessing them, with all other readings, against json-glib reading them", median (whole) / median (parse), PARSE_BOUND);
}

static gboolean
with_growth (HbkPack *pack)
{
  g_autoptr (GBytes) few_bytes = make_logbook (pack, N_FEW);
  g_autoptr (GBytes) many_bytes = make_logbook (pack, N_MANY);
  g_autoptr (HbkLogbook) few_records = read_logbook (few_bytes);
  g_autoptr (HbkLogbook) many_records = read_logbook (many_bytes);
  double few[ROUNDS];
  double many[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    {
      few[i] = 0;
      for (int j = 0; j < 10; j++)
        few[i] += time_assess (few_records, pack, FALSE) / 10;
      many[i] = time_assess (many_records, pack, FALSE);
    }
  return report ("cost of a record among 100000 against one among 1000", median (many) / N_MANY / (median (few) / N_FEW), GROWTH_BOUND);
}

int
main (void)
{
  static const char *const packs[] = { "changde.json", "jiangsu.json", "qinghai.json", "weihai.json", "yuxi.json" };
  gboolean                 holds = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (HbkPack) pack = read_pack (packs[i]);

      holds = beside_parsing (pack) && holds;
      holds = with_growth (pack) && holds;
    }
  return holds ? 0 : 1;
}
