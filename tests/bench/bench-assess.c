/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an assessment costs, beside json-glib reading the same logbook. The records are those of the sample, again and again,
 * spread over ten years. Only ratios are judged; the machine's speed is nobody's fault. */

#include <json-glib/json-glib.h>

#include "records/hbk-logbook-reader.h"
#include "rules/hbk-assessment.h"

#define ROUNDS 7
#define FIRST_YEAR 2015
#define N_YEARS 10
#define PARSE_BOUND 0.25
#define GROWTH_BOUND 1.3

static char *
read_data (const char *first,
           const char *second,
           gsize      *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), first, second, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (path, &text, length, &error))
    g_error ("%s", error->message);
  return text;
}

static void
move_year (JsonObject *record,
           const char *member,
           int         shift)
{
  const char      *date = json_object_get_string_member_with_default (record, member, NULL);
  g_autofree char *moved = NULL;

  if (date == NULL)
    return;
  moved = g_strdup_printf ("%04d%s", CLAMP (atoi (date) + shift, 1990, 2100), date + 4);
  if (hbk_date_parse (moved) == HBK_DATE_NONE)
    memcpy (moved + 8, "28", 2);
  json_object_set_string_member (record, member, moved);
}

static JsonObject *
copy_of (JsonObject *record,
         guint       number)
{
  JsonObject *copy = json_object_new ();
  g_autoptr (GList) members = json_object_get_members (record);
  const char      *work = json_object_get_string_member_with_default (record, "work", NULL);
  g_autofree char *id = g_strdup_printf ("r%06u", number);
  int              shift = FIRST_YEAR + (int) (number % N_YEARS) - atoi (json_object_get_string_member (record, "start"));

  for (GList *l = members; l != NULL; l = l->next)
    json_object_set_member (copy, l->data, json_object_dup_member (record, l->data));
  json_object_set_string_member (copy, "id", id);
  if (work != NULL)
    {
      g_autofree char *own = g_strdup_printf ("%s-%u", work, number);

      json_object_set_string_member (copy, "work", own);
    }
  move_year (copy, "start", shift);
  move_year (copy, "end", shift);
  return copy;
}

/* A logbook of so many records, as compact JSON. */
static char *
make_logbook (guint  n_records,
              gsize *length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *sample = read_data ("samples", "qinghai.json", NULL);
  g_autoptr (JsonArray) records = json_array_sized_new (n_records);
  JsonObject *root;
  JsonArray  *given;

  json_parser_load_from_data (parser, sample, -1, NULL);
  root = json_node_get_object (json_parser_get_root (parser));
  given = json_array_ref (json_object_get_array_member (root, "records"));
  for (guint i = 0; i < n_records; i++)
    json_array_add_object_element (records, copy_of (json_array_get_object_element (given, i % json_array_get_length (given)), i));
  json_object_set_array_member (root, "records", g_steal_pointer (&records));
  json_array_unref (given);
  {
    g_autoptr (JsonGenerator) generator = json_generator_new ();

    json_generator_set_root (generator, json_parser_get_root (parser));
    return json_generator_to_data (generator, length);
  }
}

static HbkLogbook *
read_logbook (const char *text,
              gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkLogbook *logbook = hbk_logbook_read (bytes, problems);

  if (logbook == NULL)
    g_error ("the generated logbook has problems");
  return logbook;
}

static HbkPack *
read_pack (void)
{
  gsize length;
  char *words = read_data ("packs", "vocabulary.json", &length);
  g_autoptr (GBytes) word_bytes = g_bytes_new_take (words, length);
  char *rules = read_data ("packs", "qinghai.json", &length);
  g_autoptr (GBytes) rule_bytes = g_bytes_new_take (rules, length);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) vocabulary = hbk_vocabulary_read (word_bytes, problems);

  return hbk_pack_read (rule_bytes, vocabulary, NULL, problems);
}

static double
time_parse (const char *text,
            gsize       length)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JsonParser) parser = json_parser_new ();

  json_parser_load_from_data (parser, text, (gssize) length, NULL);
  return (double) (g_get_monotonic_time () - start);
}

static double
time_assess (HbkLogbook *logbook,
             HbkPack    *pack,
             gboolean    skip_comparison)
{
  HbkAssessmentOptions options = { .skip_comparison = skip_comparison };
  gint64               start = g_get_monotonic_time ();
  HbkAssessment       *assessment = hbk_assess (logbook, pack, hbk_date_new (2024, 12, 31), &options);
  double               elapsed = (double) (g_get_monotonic_time () - start);

  hbk_assessment_unref (assessment);
  return elapsed;
}

static int
compare_doubles (const void *a,
                 const void *b)
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
report (const char *what,
        double      ratio,
        double      bound)
{
  gboolean holds = ratio <= bound;

  g_print ("%s %s: %.3f, at most %.2f\n", holds ? "ok" : "MISSED", what, ratio, bound);
  return holds;
}

/* Takes the two in turn, so that a slow moment of the machine hits both. */
static gboolean
beside_parsing (HbkPack *pack)
{
  gsize            length;
  g_autofree char *text = make_logbook (10000, &length);
  g_autoptr (HbkLogbook) logbook = read_logbook (text, length);
  double parse[ROUNDS];
  double whole[ROUNDS];
  double plain[ROUNDS];
  double parsing;

  for (int i = 0; i < ROUNDS; i++)
    {
      parse[i] = time_parse (text, length);
      plain[i] = time_assess (logbook, pack, TRUE);
      whole[i] = time_assess (logbook, pack, FALSE);
    }
  parsing = median (parse);
  g_print ("10000 records, %.1f MB: json-glib reads them in %.1f ms\n", (double) length / 1e6, parsing / 1000);
  g_print ("assessment with all other readings tried: %.3f of that\n", median (whole) / parsing);
  return report ("assessing 10000 records against json-glib reading them", median (plain) / parsing, PARSE_BOUND);
}

static double
cost_of_one (HbkPack *pack,
             guint    n_records)
{
  gsize            length;
  g_autofree char *text = make_logbook (n_records, &length);
  g_autoptr (HbkLogbook) logbook = read_logbook (text, length);
  double times[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    times[i] = time_assess (logbook, pack, TRUE);
  return median (times) / n_records;
}

int
main (void)
{
  g_autoptr (HbkPack) pack = read_pack ();
  gboolean holds = beside_parsing (pack);
  double   few = cost_of_one (pack, 1000);
  double   many = cost_of_one (pack, 100000);

  holds = report ("cost of a record among 100000 against one among 1000", many / few, GROWTH_BOUND) && holds;
  return holds ? 0 : 1;
}
