/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-logbook-reader.h"

#include <string.h>

#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static HbkLogbook *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  HbkLogbook *logbook = hbk_logbook_read (bytes, problems);

  hbk_problems_to_error (problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (logbook);

  return logbook;
}

static HbkRecord *
read_record (HbkLogbook **logbook, const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"records\": [{\"id\": \"r1\", \"activity\": \"training\", \"title\": \"培训\", \"start\": \"2024-03-01\"%s}]}", members);

  *logbook = read_text (text);

  return hbk_logbook_get_record (*logbook, 0);
}

static void
test_empty (void)
{
  static const char *const texts[] = {
    "{\"format\": \"hourbook-logbook\", \"version\": 1}",
    "{\"version\": 1.0, \"profile\": {}, \"records\": [], \"format\": \"hourbook-logbook\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HbkLogbook) logbook = read_text (texts[i]);

      g_assert_cmpuint (hbk_logbook_get_n_records (logbook), ==, 0);
      g_assert_cmpuint (hbk_facts_get_n (hbk_profile_get_attributes (hbk_logbook_get_profile (logbook))), ==, 0);
      g_assert_null (hbk_logbook_get_extra (logbook));
    }
}

static void
test_profile (void)
{
  g_autoptr (HbkLogbook) logbook = read_text ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"profile\": {\"name\": \"甲某\", \"title_level\": \"none\", \"post_from\": \"2019-07-01\", \"region\": \"qinghai\", \"high_skilled\": true, \"years\": 7.5, \"sector\": null, \"hobby\": {\"a\": 1}}}");
  HbkProfile *profile = hbk_logbook_get_profile (logbook);

  g_assert_cmpstr (hbk_profile_get_name (profile), ==, "甲某");
  g_assert_cmpint (hbk_profile_get_title_level (profile), ==, HBK_TITLE_LEVEL_NONE);
  g_assert_cmpint (hbk_profile_get_post_from (profile), ==, hbk_date_new (2019, 7, 1));
  g_assert_cmpstr (hbk_profile_get_region (profile), ==, "qinghai");
  g_assert_null (hbk_profile_get_sector (profile));
  g_assert_true (hbk_profile_lookup_attribute (profile, "high_skilled")->boolean);
  g_assert_cmpint (hbk_profile_lookup_attribute (profile, "years")->number, ==, 750);
  g_assert_cmpint (hbk_profile_lookup_attribute (profile, "sector")->kind, ==, HBK_VALUE_NONE);
  g_assert_cmpint (hbk_profile_lookup_attribute (profile, "hobby")->kind, ==, HBK_VALUE_NONE);
}

static void
test_profile_nulls (void)
{
  g_autoptr (HbkLogbook) logbook = read_text ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"profile\": {\"name\": null, \"title_level\": null, \"post_from\": null}}");
  HbkProfile *profile = hbk_logbook_get_profile (logbook);

  g_assert_null (hbk_profile_get_name (profile));
  g_assert_cmpint (hbk_profile_get_title_level (profile), ==, HBK_TITLE_LEVEL_UNKNOWN);
  g_assert_cmpint (hbk_profile_get_post_from (profile), ==, HBK_DATE_NONE);
}

static void
test_smallest_record (void)
{
  g_autoptr (HbkLogbook) logbook = NULL;
  HbkRecord *record = read_record (&logbook, "");

  g_assert_cmpstr (hbk_record_get_id (record), ==, "r1");
  g_assert_cmpstr (hbk_record_get_activity (record), ==, "training");
  g_assert_cmpstr (hbk_record_get_title (record), ==, "培训");
  g_assert_cmpint (hbk_record_get_start (record), ==, hbk_date_new (2024, 3, 1));
  g_assert_cmpint (hbk_record_get_end (record), ==, hbk_date_new (2024, 3, 1));
  g_assert_cmpint (hbk_record_get_status (record), ==, HBK_STATUS_DONE);
  g_assert_cmpint (hbk_record_get_subject (record), ==, HBK_SUBJECT_NONE);
  g_assert_false (hbk_record_get_verified_hours (record, NULL, NULL));
  g_assert_true (hbk_logbook_lookup (logbook, "r1") == record);
}

static void
test_full_record (void)
{
  g_autoptr (HbkLogbook) logbook = NULL;
  HbkRecord   *record = read_record (&logbook, ", \"end\": \"2024-03-05\", \"subject\": \"professional\", \"work\": \"doi:10.1000/182\", \"status\": \"verified\", \"note\": \"备注\","
                                                 "\"verified_hours\": {\"public\": 0, \"professional\": 20.5},"
                                                 "\"evidence\": [{\"document\": \"notice\"}, {\"document\": \"certificate\", \"file\": \"a.pdf\", \"sha256\": \"" SUM "\"}]");
  HbkEvidence *evidence;
  HbkHours     public_hours, professional_hours;

  g_assert_cmpint (hbk_record_get_end (record), ==, hbk_date_new (2024, 3, 5));
  g_assert_cmpint (hbk_record_get_subject (record), ==, HBK_SUBJECT_PROFESSIONAL);
  g_assert_cmpstr (hbk_record_get_work (record), ==, "doi:10.1000/182");
  g_assert_cmpint (hbk_record_get_status (record), ==, HBK_STATUS_VERIFIED);
  g_assert_cmpstr (hbk_record_get_note (record), ==, "备注");
  g_assert_true (hbk_record_get_verified_hours (record, &public_hours, &professional_hours));
  g_assert_cmpint (public_hours, ==, 0);
  g_assert_cmpint (professional_hours, ==, 2050);

  g_assert_cmpuint (hbk_record_get_n_evidence (record), ==, 2);
  g_assert_null (hbk_evidence_get_file (hbk_record_get_evidence (record, 0)));
  evidence = hbk_record_get_evidence (record, 1);
  g_assert_cmpstr (hbk_evidence_get_document (evidence), ==, "certificate");
  g_assert_cmpstr (hbk_evidence_get_file (evidence), ==, "a.pdf");
  g_assert_cmpstr (hbk_evidence_get_sha256 (evidence), ==, SUM);
}

static void
test_facts (void)
{
  static const struct
  {
    const char  *id;
    HbkValueKind kind;
  } kinds[] = {
    { "days", HBK_VALUE_NUMBER },
    { "filed", HBK_VALUE_BOOLEAN },
    { "approved_on", HBK_VALUE_TEXT },
    { "hours_by_day", HBK_VALUE_LIST },
    { "level", HBK_VALUE_NONE },
    { "place", HBK_VALUE_NONE },
    { "names", HBK_VALUE_NONE },
  };
  g_autoptr (HbkLogbook) logbook = NULL;
  HbkFacts *facts = hbk_record_get_facts (read_record (&logbook, ", \"facts\": {\"days\": 2.5, \"filed\": false, \"approved_on\": \"2024-02-01\", \"hours_by_day\": [7, 3.5], \"level\": null, \"place\": {\"lat\": 36.6123}, \"names\": [\"甲\", 1, null]}"));

  g_assert_cmpuint (hbk_facts_get_n (facts), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *id;

      g_assert_cmpint (hbk_facts_nth (facts, i, &id)->kind, ==, kinds[i].kind);
      g_assert_cmpstr (id, ==, kinds[i].id);
      g_assert_cmpint (hbk_facts_nth_verbatim (facts, i) != NULL, ==, i >= 5);
    }

  g_assert_cmpint (hbk_facts_lookup (facts, "days")->number, ==, 250);
  g_assert_cmpint (hbk_facts_lookup (facts, "approved_on")->date, ==, hbk_date_new (2024, 2, 1));
}

/* What is not known stays where it is found; nothing else does. */
static void
test_extra (void)
{
  g_autoptr (HbkLogbook) logbook = read_text ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"x-root\": [1], \"records\": [{\"x-first\": 1, \"id\": \"r1\", \"activity\": \"a\", \"title\": \"\", \"start\": \"2024-03-01\","
                                             "\"evidence\": [{\"document\": \"d\", \"x-pages\": 3}], \"verified_hours\": {\"public\": 1, \"x-by\": \"me\", \"professional\": 2}, \"x-last\": null}]}");
  HbkRecord *record = hbk_logbook_get_record (logbook, 0);
  g_autoptr (GList) members = json_object_get_members (hbk_record_get_extra (record));

  g_assert_cmpuint (json_object_get_size (hbk_logbook_get_extra (logbook)), ==, 1);
  g_assert_true (json_object_has_member (hbk_logbook_get_extra (logbook), "x-root"));

  g_assert_cmpuint (g_list_length (members), ==, 2);
  g_assert_cmpstr (members->data, ==, "x-first");
  g_assert_cmpstr (members->next->data, ==, "x-last");
  g_assert_cmpint (json_object_get_int_member (hbk_evidence_get_extra (hbk_record_get_evidence (record, 0)), "x-pages"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (hbk_record_get_verified_extra (record), "x-by"), ==, "me");
}

/* Titles are a person's own: anything but NUL is kept as it is. */
static void
test_titles (void)
{
  static const char *const titles[] = {
    "",
    " ",
    "\xe2\x80\xae"
    "turned",
    "\x7f\xc2\x9b",
    "=1+1",
    "<b>&amp;",
    "' OR 1=1 --",
    "😀👨‍👩‍👧",
    "Ａｃ〇 𠮷",
    "../../etc",
    "%s%n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"records\": [{\"id\": \"r1\", \"activity\": \"a\", \"title\": \"%s\", \"start\": \"2024-03-01\"}]}", titles[i]);
      g_autoptr (HbkLogbook) logbook = read_text (text);

      g_assert_cmpstr (hbk_record_get_title (hbk_logbook_get_record (logbook, 0)), ==, titles[i]);
    }
}

/* A list of problems that is not empty does not spoil a good logbook. */
static void
test_earlier_problems (void)
{
  static const char text[] = "{\"format\": \"hourbook-logbook\", \"version\": 1}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkLogbook) logbook = NULL;

  for (int i = 0; i < 2 * HBK_PROBLEMS_MAX; i++)
    hbk_problems_add (problems, HBK_ERROR_IO, 0, NULL, "Earlier.", NULL);
  logbook = hbk_logbook_read (bytes, problems);

  g_assert_nonnull (logbook);
  g_assert_cmpuint (hbk_problems_get_n_total (problems), ==, 2 * HBK_PROBLEMS_MAX);
}

/* The samples that come with Hourbook are good. */
static void
test_samples (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int         n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (HbkLogbook) logbook = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      logbook = read_text (text);
      g_assert_cmpuint (hbk_logbook_get_n_records (logbook), >, 0);
      n++;
    }
  g_assert_cmpint (n, >, 0);
}

/* Other programs write null for what is not there. */
static void
test_nulls (void)
{
  g_autoptr (HbkLogbook) logbook = read_text ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"records\": [{\"id\": \"r\", \"activity\": \"paper\","
                                             "\"title\": \"t\", \"start\": \"2024-03-01\", \"end\": null, \"facts\": null, \"subject\": null, \"work\": null,"
                                             "\"evidence\": null, \"status\": null, \"verified_hours\": null, \"note\": null}]}");
  HbkRecord *record = hbk_logbook_get_record (logbook, 0);

  g_assert_cmpint (hbk_record_get_end (record), ==, hbk_date_new (2024, 3, 1));
  g_assert_cmpint (hbk_record_get_status (record), ==, HBK_STATUS_DONE);
  g_assert_cmpint (hbk_record_get_subject (record), ==, HBK_SUBJECT_NONE);
  g_assert_null (hbk_record_get_work (record));
  g_assert_false (hbk_record_get_verified_hours (record, NULL, NULL));
}

/* Who confirms professional hours says nothing of public ones: none are confirmed. */
static void
test_verified_one_subject (void)
{
  g_autoptr (HbkLogbook) logbook = read_text ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"records\": [{\"id\": \"r\", \"activity\": \"paper\","
                                             "\"title\": \"t\", \"start\": \"2024-03-01\", \"verified_hours\": {\"professional\": 10}}]}");
  HbkHours public_hours = -1;
  HbkHours professional_hours = -1;

  g_assert_true (hbk_record_get_verified_hours (hbk_logbook_get_record (logbook, 0), &public_hours, &professional_hours));
  g_assert_cmpint (public_hours, ==, 0);
  g_assert_cmpint (professional_hours, ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logbook-reader/empty", test_empty);
  g_test_add_func ("/logbook-reader/nulls", test_nulls);
  g_test_add_func ("/logbook-reader/verified-one-subject", test_verified_one_subject);
  g_test_add_func ("/logbook-reader/profile", test_profile);
  g_test_add_func ("/logbook-reader/profile-nulls", test_profile_nulls);
  g_test_add_func ("/logbook-reader/smallest-record", test_smallest_record);
  g_test_add_func ("/logbook-reader/full-record", test_full_record);
  g_test_add_func ("/logbook-reader/facts", test_facts);
  g_test_add_func ("/logbook-reader/extra", test_extra);
  g_test_add_func ("/logbook-reader/titles", test_titles);
  g_test_add_func ("/logbook-reader/earlier-problems", test_earlier_problems);

  g_test_add_func ("/logbook-reader/samples", test_samples);

  return g_test_run ();
}
