/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads any bytes as a rule pack, with the vocabulary that comes with Hourbook: what is refused is refused with a place. */

#include "rules/hbk-pack.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A pack for others to extend, where one calls for “base”. */
static const char base[] =
  "{\"format\": \"hourbook-pack\", \"version\": 1, \"id\": \"base\", \"revision\": \"1\","
  " \"name\": {\"zh\": \"底\", \"en\": \"Base\"}, \"region\": {\"zh\": \"某地\", \"en\": \"Somewhere\"},"
  " \"notices\": [{\"id\": \"n\", \"title\": {\"zh\": \"通知\", \"en\": \"Notice\"}, \"issuer\": {\"zh\": \"局\", \"en\": \"Bureau\"}, \"dated\": \"2024-03-01\"}],"
  " \"covers\": {\"from\": 2024}, \"checked_on\": \"2024-12-01\","
  " \"clauses\": [{\"id\": \"C\", \"place\": \"一\", \"text\": {\"zh\": \"意思\", \"en\": \"meaning\"}}],"
  " \"readings\": [{\"id\": \"R\", \"clauses\": [\"C\"], \"question\": {\"zh\": \"？\", \"en\": \"?\"}, \"default\": \"a\", \"weight\": \"low\","
  "  \"options\": [{\"id\": \"a\", \"text\": {\"zh\": \"甲\", \"en\": \"a\"}}, {\"id\": \"b\", \"text\": {\"zh\": \"乙\", \"en\": \"b\"}}]}],"
  " \"caps\": [{\"id\": \"cap\", \"stage\": \"activity\", \"hours\": 40, \"clause\": \"C\"}],"
  " \"blocks\": [{\"id\": \"b\", \"activities\": [\"training\", \"paper\"], \"subject\": \"professional\", \"clause\": \"C\", \"caps\": [\"cap\"],"
  "  \"rules\": [{\"id\": \"r\", \"when\": {\"reading\": \"R\", \"is\": \"b\"}, \"credit\": {\"per\": \"net_days\", \"hours\": 8}}],"
  "  \"otherwise\": {\"credit\": {\"sum\": [{\"id\": \"part\", \"credit\": {\"fixed\": 8}}]}}}]}";

static HbkVocabulary *vocabulary;
static HbkPack       *parent;

static void
prepare (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", "vocabulary.json", NULL);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) base_bytes = g_bytes_new_static (base, strlen (base));
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  vocabulary = hbk_vocabulary_read (bytes, problems);
  parent = hbk_pack_read (base_bytes, vocabulary, NULL, problems);
  g_assert_nonnull (parent);
}

static void
check_problems (HbkProblems *problems, const guint8 *data, gsize size)
{
  int n_lines = 1;

  for (gsize i = 0; i < size; i++)
    n_lines += data[i] == '\n';

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem      *problem = hbk_problems_get (problems, i);
      g_autofree char *text = hbk_problem_to_string (problem, "pack.json");

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_nonnull (hbk_problem_get_path (problem));
      g_assert_nonnull (hbk_problem_get_action (problem));
      g_assert_cmpint (hbk_problem_get_line (problem), >=, 1);
      g_assert_cmpint (hbk_problem_get_line (problem), <=, n_lines);
    }
}

/* What the evaluator takes for granted. */
static void
check_pack (const HbkPack *pack)
{
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (pack->rules, i);

      g_assert_true (rule->id != NULL && rule->clause != NULL && rule->activities->len > 0);
      g_assert_true (rule->subjects->len > 0 && rule->years->len > 0);
      g_assert_null (g_array_index (rule->subjects, HbkSubjectOption, rule->subjects->len - 1).when);
      g_assert_null (g_array_index (rule->years, HbkYearOption, rule->years->len - 1).when);
      g_assert_true ((rule->credit != NULL) + (rule->public_credit != NULL && rule->professional_credit != NULL) + rule->has_outcome == 1);
      g_assert_nonnull (hbk_pack_get_rules_for (pack, g_ptr_array_index (rule->activities, 0)));
    }

  for (guint i = 0; i < pack->readings->len; i++)
    g_assert_cmpuint (g_array_index (pack->readings, HbkReading, i).initial, <, g_array_index (pack->readings, HbkReading, i).options->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* Of exactly its size, so that the sanitizer sees a step too far. */
  g_autofree guint8 *copy = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkPack) pack = NULL;
  g_autofree char *extends = NULL;

  if (vocabulary == NULL)
    prepare ();

  extends = hbk_pack_peek_extends (bytes);
  pack = hbk_pack_read (bytes, vocabulary, extends != NULL ? parent : NULL, problems);
  g_assert_true ((pack == NULL) == !hbk_problems_is_empty (problems));
  if (pack != NULL)
    {
      check_pack (pack);
      hbk_pack_check (pack, bytes, problems);
    }
  check_problems (problems, data, size);

  return 0;
}
