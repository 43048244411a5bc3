/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/pack-fixture.h"

static void
test_lookups (void)
{
  HbkVocabulary *vocabulary = fixture_get_vocabulary ();
  GRefString    *days = g_ref_string_new_intern ("days");
  char           own[] = "days";

  g_assert_true (hbk_vocabulary_lookup_fact (vocabulary, own)->id == days);
  g_assert_cmpstr (hbk_vocabulary_lookup_attribute (vocabulary, "employed")->id, ==, "employed");
  g_assert_cmpstr (hbk_vocabulary_lookup_activity (vocabulary, "training")->id, ==, "training");
  g_assert_cmpstr (hbk_vocabulary_lookup_document (vocabulary, "notice")->id, ==, "notice");
  g_assert_cmpstr (hbk_vocabulary_lookup_warning (vocabulary, "W-SCOPE")->id, ==, "W-SCOPE");
  g_assert_cmpstr (hbk_vocabulary_lookup_group (vocabulary, "learning")->id, ==, "learning");

  g_assert_null (hbk_vocabulary_lookup_fact (vocabulary, "employed"));
  g_assert_null (hbk_vocabulary_lookup_attribute (vocabulary, "days"));
  g_assert_null (hbk_vocabulary_lookup_activity (vocabulary, ""));
  g_assert_null (hbk_vocabulary_lookup_document (vocabulary, "*"));
  g_assert_null (hbk_vocabulary_lookup_warning (vocabulary, "w-scope"));
  g_assert_null (hbk_vocabulary_lookup_group (vocabulary, "training"));
  g_ref_string_release (days);
}

static void
test_order (void)
{
  HbkVocabulary *vocabulary = fixture_get_vocabulary ();

  g_assert_cmpuint (hbk_vocabulary_get_n_facts (vocabulary), ==, 18);
  g_assert_cmpuint (hbk_vocabulary_get_n_attributes (vocabulary), ==, 6);
  g_assert_cmpuint (hbk_vocabulary_get_n_activities (vocabulary), ==, 5);
  g_assert_cmpuint (hbk_vocabulary_get_n_documents (vocabulary), ==, 3);
  g_assert_cmpuint (hbk_vocabulary_get_n_warnings (vocabulary), ==, 9);
  g_assert_cmpuint (hbk_vocabulary_get_n_groups (vocabulary), ==, 2);

  g_assert_cmpstr (hbk_vocabulary_get_fact (vocabulary, 1)->id, ==, "transit_days");
  g_assert_cmpstr (hbk_vocabulary_get_attribute (vocabulary, 5)->id, ==, "work_city");
  g_assert_cmpstr (hbk_vocabulary_get_activity (vocabulary, 0)->id, ==, "training");
  g_assert_cmpstr (hbk_vocabulary_get_document (vocabulary, 2)->id, ==, "article");
  g_assert_cmpstr (hbk_vocabulary_get_warning (vocabulary, 8)->id, ==, "W-CLOSED");
  g_assert_cmpstr (hbk_vocabulary_get_group (vocabulary, 1)->id, ==, "result");
}

static void
test_contents (void)
{
  HbkVocabulary         *vocabulary = fixture_get_vocabulary ();
  const HbkFactSpec     *days = hbk_vocabulary_lookup_fact (vocabulary, "days");
  const HbkActivitySpec *training = hbk_vocabulary_lookup_activity (vocabulary, "training");
  const HbkWarningSpec  *closed = hbk_vocabulary_lookup_warning (vocabulary, "W-CLOSED");

  g_assert_cmpstr (hbk_bilingual_get (&days->ask, HBK_LANGUAGE_ZH), ==, "days？");
  g_assert_cmpstr (hbk_bilingual_get (&days->ask, HBK_LANGUAGE_EN), ==, "days?");
  g_assert_cmpstr (days->unit, ==, "day");
  g_assert_null (days->choices);
  g_assert_true (training->group == hbk_vocabulary_lookup_group (vocabulary, "learning")->id);
  g_assert_cmpstr (hbk_bilingual_get (&training->date, HBK_LANGUAGE_EN), ==, "completed on");
  g_assert_cmpint (hbk_vocabulary_lookup_document (vocabulary, "certificate")->effort, ==, 2);
  g_assert_cmpint (closed->severity, ==, HBK_SEVERITY_ERROR);
  g_assert_cmpint (hbk_vocabulary_lookup_warning (vocabulary, "W-AMBIG")->severity, ==, HBK_SEVERITY_INFO);
  g_assert_cmpstr (hbk_bilingual_get (&closed->action, HBK_LANGUAGE_ZH), ==, "请核对。");
}

/* ---- Facts ---- */

typedef struct
{
  const char  *id;
  HbkFactType  type;
  gboolean     number;
  guint        n_choices;
  gboolean     optional;
  HbkValueKind absent;
} Fact;

static const Fact facts[] = {
  { "days", HBK_FACT_NUMBER, TRUE, 0, FALSE, HBK_VALUE_NONE },
  { "transit_days", HBK_FACT_NUMBER, TRUE, 0, TRUE, HBK_VALUE_NUMBER },
  { "stated_hours", HBK_FACT_HOURS, TRUE, 0, TRUE, HBK_VALUE_NONE },
  { "count", HBK_FACT_INTEGER, TRUE, 0, TRUE, HBK_VALUE_NUMBER },
  { "hours_by_day", HBK_FACT_HOURS_LIST, FALSE, 0, FALSE, HBK_VALUE_NONE },
  { "completed", HBK_FACT_BOOLEAN, FALSE, 0, FALSE, HBK_VALUE_NONE },
  { "is_revision", HBK_FACT_BOOLEAN, FALSE, 0, TRUE, HBK_VALUE_BOOLEAN },
  { "level", HBK_FACT_CHOICE, FALSE, 3, FALSE, HBK_VALUE_NONE },
  /* A text that is no answer only says that the answer may be missing. */
  { "host_level", HBK_FACT_CHOICE, FALSE, 3, TRUE, HBK_VALUE_NONE },
  { "role", HBK_FACT_CHOICE, FALSE, 2, TRUE, HBK_VALUE_TEXT },
  { "issued_on", HBK_FACT_DATE, FALSE, 0, FALSE, HBK_VALUE_NONE },
  { "granted_on", HBK_FACT_DATE, FALSE, 0, TRUE, HBK_VALUE_NONE },
  { "note", HBK_FACT_TEXT, FALSE, 0, FALSE, HBK_VALUE_NONE },
};

static void
test_facts (void)
{
  HbkVocabulary *vocabulary = fixture_get_vocabulary ();

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (vocabulary, facts[i].id);

      g_test_message ("%s", facts[i].id);
      g_assert_cmpint (spec->type, ==, facts[i].type);
      g_assert_true (hbk_fact_type_is_number (spec->type) == facts[i].number);
      g_assert_cmpuint (spec->choices != NULL ? spec->choices->len : 0, ==, facts[i].n_choices);
      g_assert_true (!spec->optional == !facts[i].optional);
      g_assert_cmpint (spec->absent.kind, ==, facts[i].absent);
    }

  g_assert_cmpint (hbk_vocabulary_lookup_fact (vocabulary, "transit_days")->absent.number, ==, 0);
  g_assert_cmpint (hbk_vocabulary_lookup_fact (vocabulary, "count")->absent.number, ==, 100);
  g_assert_false (hbk_vocabulary_lookup_fact (vocabulary, "is_revision")->absent.boolean);
  g_assert_cmpstr (hbk_vocabulary_lookup_fact (vocabulary, "role")->absent.text, ==, "author");
}

static void
test_choices (void)
{
  HbkVocabulary       *vocabulary = fixture_get_vocabulary ();
  const HbkFactSpec   *level = hbk_vocabulary_lookup_fact (vocabulary, "level");
  const HbkFactSpec   *host_level = hbk_vocabulary_lookup_fact (vocabulary, "host_level");
  const HbkChoiceSpec *city = hbk_fact_spec_lookup_choice (level, "city");
  GRefString          *interned = g_ref_string_new_intern ("city");

  g_assert_true (city->id == interned);
  g_assert_cmpstr (hbk_bilingual_get (&city->name, HBK_LANGUAGE_EN), ==, "city");
  g_assert_true (hbk_fact_spec_lookup_choice (host_level, "city") == city);
  g_assert_null (hbk_fact_spec_lookup_choice (level, "author"));
  g_assert_null (hbk_fact_spec_lookup_choice (hbk_vocabulary_lookup_fact (vocabulary, "days"), "city"));
  g_ref_string_release (interned);
}

static void
test_reference (void)
{
  g_autoptr (GBytes) bytes = fixture_read ("fixture", "vocabulary.json");
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) vocabulary = hbk_vocabulary_read (bytes, problems);
  g_autoptr (HbkVocabulary) other = g_boxed_copy (HBK_TYPE_VOCABULARY, vocabulary);

  g_assert_true (other == vocabulary);
  g_clear_pointer (&vocabulary, hbk_vocabulary_unref);
  g_assert_nonnull (hbk_vocabulary_lookup_fact (other, "days"));
}

/* The vocabulary that comes with Hourbook, whatever words it has. */
static void
test_own (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", "vocabulary.json", NULL);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) vocabulary = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  char            *contents = NULL;
  gsize            length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  vocabulary = hbk_vocabulary_read (bytes, problems);
  found = fixture_describe (problems, "vocabulary.json");
  g_assert_cmpstr (found, ==, "");
  g_assert_nonnull (vocabulary);

  for (guint i = 0; i < hbk_vocabulary_get_n_facts (vocabulary); i++)
    {
      const HbkFactSpec *spec = hbk_vocabulary_get_fact (vocabulary, i);

      g_assert_true (hbk_vocabulary_lookup_fact (vocabulary, spec->id) == spec);
      g_assert_true ((spec->type == HBK_FACT_CHOICE) == (spec->choices != NULL));
    }
}

static void
test_bilingual (void)
{
  HbkBilingual text = { g_strdup ("学时"), g_strdup ("hours") };
  HbkBilingual chinese = { g_strdup ("学时"), NULL };
  HbkBilingual english = { NULL, g_strdup ("hours") };

  g_assert_cmpstr (hbk_bilingual_get (&text, HBK_LANGUAGE_ZH), ==, "学时");
  g_assert_cmpstr (hbk_bilingual_get (&text, HBK_LANGUAGE_EN), ==, "hours");
  g_assert_cmpstr (hbk_bilingual_get (&chinese, HBK_LANGUAGE_EN), ==, "学时");
  g_assert_cmpstr (hbk_bilingual_get (&english, HBK_LANGUAGE_ZH), ==, "hours");

  hbk_bilingual_clear (&text);
  hbk_bilingual_clear (&chinese);
  hbk_bilingual_clear (&english);
  g_assert_null (hbk_bilingual_get (&text, HBK_LANGUAGE_ZH));
}

/* What a package says of its rules is the checksum of these. */
static void
test_bytes (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", "vocabulary.json", NULL);
  g_autofree char *text = NULL;
  gsize            length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) vocabulary = NULL;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  vocabulary = hbk_vocabulary_read (bytes, problems);

  g_assert_true (g_bytes_equal (hbk_vocabulary_get_bytes (vocabulary), bytes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/lookups", test_lookups);
  g_test_add_func ("/vocabulary/order", test_order);
  g_test_add_func ("/vocabulary/contents", test_contents);
  g_test_add_func ("/vocabulary/facts", test_facts);
  g_test_add_func ("/vocabulary/choices", test_choices);
  g_test_add_func ("/vocabulary/reference", test_reference);
  g_test_add_func ("/vocabulary/own", test_own);
  g_test_add_func ("/vocabulary/bilingual", test_bilingual);
  g_test_add_func ("/vocabulary/bytes", test_bytes);

  return g_test_run ();
}
