/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-logbook-reader.h"
#include "records/hbk-logbook-writer.h"

#include <string.h>

#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static char *
to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static HbkLogbook *
read_bytes (GBytes *bytes)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  HbkLogbook *logbook = hbk_logbook_read (bytes, problems);

  hbk_problems_to_error (problems, NULL, &error);
  g_assert_no_error (error);

  return logbook;
}

/* What is written for a text that is read. */
static char *
rewrite (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (HbkLogbook) logbook = read_bytes (bytes);
  g_autoptr (GBytes) written = hbk_logbook_write (logbook);

  return to_text (written);
}

static void
test_empty (void)
{
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (GBytes) bytes = hbk_logbook_write (logbook);
  g_autofree char *text = to_text (bytes);

  g_assert_cmpstr (text, ==, "{\n"
                             "  \"format\": \"hourbook-logbook\",\n"
                             "  \"version\": 1,\n"
                             "  \"profile\": {},\n"
                             "  \"records\": []\n"
                             "}\n");
}

/* A logbook as it is written: a text that reads back as itself. */
static const char canonical[] =
  "{\n"
  "  \"format\": \"hourbook-logbook\",\n"
  "  \"version\": 1,\n"
  "  \"profile\": {\n"
  "    \"name\": \"甲某\",\n"
  "    \"post_from\": \"2019-07-01\",\n"
  "    \"hobby\": {\n"
  "      \"pi\": 3.14159,\n"
  "      \"a\": [\n"
  "        {}\n"
  "      ]\n"
  "    },\n"
  "    \"sector\": null,\n"
  "    \"high_skilled\": true\n"
  "  },\n"
  "  \"records\": [\n"
  "    {\n"
  "      \"id\": \"r2\",\n"
  "      \"activity\": \"training\",\n"
  "      \"title\": \"“数字”\\n培训\\\\\",\n"
  "      \"start\": \"2024-03-01\"\n"
  "    },\n"
  "    {\n"
  "      \"id\": \"r1\",\n"
  "      \"activity\": \"paper\",\n"
  "      \"title\": \"\",\n"
  "      \"start\": \"2024-03-01\",\n"
  "      \"end\": \"2024-03-05\",\n"
  "      \"facts\": {\n"
  "        \"rank\": 1,\n"
  "        \"where\": {\n"
  "          \"lat\": 36.6\n"
  "        },\n"
  "        \"hours\": 7.25,\n"
  "        \"by_day\": [\n"
  "          7,\n"
  "          3.5\n"
  "        ],\n"
  "        \"level\": null\n"
  "      },\n"
  "      \"subject\": \"public\",\n"
  "      \"work\": \"doi:1\",\n"
  "      \"evidence\": [\n"
  "        {\n"
  "          \"document\": \"notice\"\n"
  "        },\n"
  "        {\n"
  "          \"document\": \"certificate\",\n"
  "          \"file\": \"a.pdf\",\n"
  "          \"sha256\": \"" SUM "\",\n"
  "          \"x\": 1.0\n"
  "        }\n"
  "      ],\n"
  "      \"status\": \"returned\",\n"
  "      \"verified_hours\": {\n"
  "        \"public\": 10,\n"
  "        \"professional\": 20.5,\n"
  "        \"y\": -1\n"
  "      },\n"
  "      \"note\": \"备注\",\n"
  "      \"z\": [],\n"
  "      \"b\": \"last\"\n"
  "    }\n"
  "  ],\n"
  "  \"generator\": \"other\",\n"
  "  \"a\": null\n"
  "}\n";

static void
test_canonical (void)
{
  g_autofree char *text = rewrite (canonical);

  g_assert_cmpstr (text, ==, canonical);
}

/* Other ways to write the same are brought to one. */
static void
test_normal_form (void)
{
  static const char one[] =
    "{\"records\":[{\"note\":\"n\",\"status\":\"done\",\"x\":1,\"end\":\"2024-03-01\",\"start\":\"2024-03-01\",\"title\":\"\\u8bfe\",\"activity\":\"a\",\"id\":\"r\",\"facts\":{},\"evidence\":[]}],"
    "\"y\":2,\"version\":1.0,\"format\":\"hourbook-logbook\"}";
  g_autofree char *text = rewrite (one);

  g_assert_cmpstr (text, ==, "{\n"
                             "  \"format\": \"hourbook-logbook\",\n"
                             "  \"version\": 1,\n"
                             "  \"profile\": {},\n"
                             "  \"records\": [\n"
                             "    {\n"
                             "      \"id\": \"r\",\n"
                             "      \"activity\": \"a\",\n"
                             "      \"title\": \"课\",\n"
                             "      \"start\": \"2024-03-01\",\n"
                             "      \"note\": \"n\",\n"
                             "      \"x\": 1\n"
                             "    }\n"
                             "  ],\n"
                             "  \"y\": 2\n"
                             "}\n");
}

/* ---- Generated logbooks ---- */

static const char *const pieces[] = { "课", "时", "a", "\"", "\\", "\n", "\t", "\x7f", "\xe2\x80\xae", "😀", " ", "/", "\x01", "" };

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free_and_steal (text);
}

/* A node of any shape; doubles of any value that a file may hold. */
static JsonNode *
random_node (int depth)
{
  JsonNode        *node = json_node_new (JSON_NODE_VALUE);
  g_autofree char *text = random_text ();

  switch (g_test_rand_int_range (0, depth > 0 ? 7 : 5))
    {
    case 0:
      json_node_init_null (node);
      break;

    case 1:
      json_node_set_boolean (node, g_test_rand_bit ());
      break;

    case 2:
      json_node_set_int (node, g_test_rand_int () * (gint64) g_test_rand_int_range (-1000, 1000));
      break;

    case 3:
      json_node_set_double (node, g_test_rand_double_range (-1, 1) * (g_test_rand_bit () ? 1e200 : 1e-3));
      break;

    case 4:
      json_node_set_string (node, text);
      break;

    case 5:
      json_node_init_array (node, NULL);
      json_node_take_array (node, json_array_new ());
      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        json_array_add_element (json_node_get_array (node), random_node (depth - 1));
      break;

    default:
      json_node_init_object (node, NULL);
      json_node_take_object (node, json_object_new ());
      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        {
          g_autofree char *key = random_text ();

          json_object_set_member (json_node_get_object (node), key, random_node (depth - 1));
        }
      break;
    }

  return node;
}

/* Members whose names are none of ours. */
static JsonObject *
random_extra (void)
{
  JsonObject *extra;

  if (g_test_rand_bit ())
    return NULL;

  extra = json_object_new ();
  for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
    {
      g_autofree char *text = random_text ();
      g_autofree char *key = g_strconcat ("x-", text, NULL);

      json_object_set_member (extra, key, random_node (3));
    }

  return extra;
}

static HbkFacts *
random_facts (void)
{
  HbkFacts *facts = hbk_facts_new ();

  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    {
      g_autofree char *id = g_strdup_printf ("fact%d", g_test_rand_int_range (0, 8));
      g_auto (HbkValue) value = HBK_VALUE_INIT;
      g_autofree char *text = random_text ();
      gint64           list[] = { g_test_rand_int_range (0, 1000), 0, HBK_HOURS_MAX };
      g_autoptr (JsonObject) object = json_object_new ();
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

      json_node_set_object (node, object);
      switch (g_test_rand_int_range (0, 7))
        {
        case 0:
          hbk_value_set_boolean (&value, g_test_rand_bit ());
          break;

        case 1:
          hbk_value_set_number (&value, g_test_rand_int_range (0, G_MAXINT32));
          break;

        case 2:
          hbk_value_set_text (&value, text);
          break;

        case 3:
          hbk_value_set_date (&value, hbk_date_new (1900, 1, 1) + g_test_rand_int_range (0, 100000));
          break;

        case 4:
          hbk_value_set_list (&value, list, (guint) g_test_rand_int_range (0, 4));
          break;

        case 5:
          hbk_facts_set_json (facts, id, node);
          continue;

        default:
          break;
        }
      hbk_facts_set (facts, id, &value);
    }

  return facts;
}

static HbkRecord *
random_record (int number)
{
  g_autofree char *id = g_strdup_printf ("r%d", number);
  g_autofree char *title = random_text ();
  g_autoptr (HbkFacts) facts = random_facts ();
  g_autoptr (JsonObject) extra = random_extra ();
  HbkDate    start = hbk_date_new (2000, 1, 1) + g_test_rand_int_range (0, 20000);
  HbkRecord *record = hbk_record_new (id, "training");

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, start, start + (g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 500)));
  hbk_record_set_facts (record, facts);
  hbk_record_set_subject (record, g_test_rand_int_range (0, 3));
  hbk_record_set_status (record, g_test_rand_int_range (0, 5));
  hbk_record_set_work (record, g_test_rand_bit () ? title : NULL);
  hbk_record_set_note (record, g_test_rand_bit () ? title : NULL);
  hbk_record_set_extra (record, extra);

  for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
    {
      g_autoptr (JsonObject) more = random_extra ();
      g_autoptr (HbkEvidence) evidence = hbk_evidence_new_with_extra ("notice", g_test_rand_bit () ? title : NULL, g_test_rand_bit () ? SUM : NULL, more);

      hbk_record_add_evidence (record, evidence);
    }

  if (g_test_rand_bit ())
    {
      g_autoptr (JsonObject) more = random_extra ();

      hbk_record_set_verified_hours (record, g_test_rand_int_range (0, 100000), g_test_rand_int_range (0, 100000));
      hbk_record_set_verified_extra (record, more);
    }

  return record;
}

static HbkLogbook *
random_logbook (void)
{
  HbkLogbook *logbook = hbk_logbook_new ();
  g_autoptr (HbkFacts) attributes = random_facts ();
  g_autoptr (JsonObject) extra = random_extra ();

  hbk_profile_set_attributes (hbk_logbook_get_profile (logbook), attributes);
  hbk_logbook_set_extra (logbook, extra);
  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      g_autoptr (HbkRecord) record = random_record (i);

      g_assert_true (hbk_logbook_append (logbook, record));
    }

  return logbook;
}

static void
assert_extra_equal (JsonObject *a, JsonObject *b)
{
  g_assert_cmpint (a != NULL, ==, b != NULL);
  if (a != NULL)
    g_assert_true (json_object_equal (a, b));
}

static void
assert_evidence_equal (HbkEvidence *a, HbkEvidence *b)
{
  g_assert_true (hbk_evidence_get_document (a) == hbk_evidence_get_document (b));
  g_assert_cmpstr (hbk_evidence_get_file (a), ==, hbk_evidence_get_file (b));
  g_assert_cmpstr (hbk_evidence_get_sha256 (a), ==, hbk_evidence_get_sha256 (b));
  assert_extra_equal (hbk_evidence_get_extra (a), hbk_evidence_get_extra (b));
}

static void
assert_record_equal (HbkRecord *a, HbkRecord *b)
{
  HbkHours a_public, a_professional, b_public, b_professional;

  g_assert_cmpstr (hbk_record_get_id (a), ==, hbk_record_get_id (b));
  g_assert_true (hbk_record_get_activity (a) == hbk_record_get_activity (b));
  g_assert_cmpstr (hbk_record_get_title (a), ==, hbk_record_get_title (b));
  g_assert_cmpint (hbk_record_get_start (a), ==, hbk_record_get_start (b));
  g_assert_cmpint (hbk_record_get_end (a), ==, hbk_record_get_end (b));
  g_assert_true (hbk_facts_equal (hbk_record_get_facts (a), hbk_record_get_facts (b)));
  g_assert_cmpint (hbk_record_get_subject (a), ==, hbk_record_get_subject (b));
  g_assert_cmpint (hbk_record_get_status (a), ==, hbk_record_get_status (b));
  g_assert_cmpstr (hbk_record_get_work (a), ==, hbk_record_get_work (b));
  g_assert_cmpstr (hbk_record_get_note (a), ==, hbk_record_get_note (b));
  g_assert_cmpint (hbk_record_get_verified_hours (a, &a_public, &a_professional), ==, hbk_record_get_verified_hours (b, &b_public, &b_professional));
  g_assert_cmpint (a_public, ==, b_public);
  g_assert_cmpint (a_professional, ==, b_professional);
  assert_extra_equal (hbk_record_get_extra (a), hbk_record_get_extra (b));
  assert_extra_equal (hbk_record_get_verified_extra (a), hbk_record_get_verified_extra (b));

  g_assert_cmpuint (hbk_record_get_n_evidence (a), ==, hbk_record_get_n_evidence (b));
  for (guint i = 0; i < hbk_record_get_n_evidence (a); i++)
    assert_evidence_equal (hbk_record_get_evidence (a, i), hbk_record_get_evidence (b, i));
}

/* Whatever a logbook holds, writing and reading gives an equal one, and writing that gives the same bytes. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 500; i++)
    {
      g_autoptr (HbkLogbook) logbook = random_logbook ();
      g_autoptr (GBytes) once = hbk_logbook_write (logbook);
      g_autoptr (HbkLogbook) again = read_bytes (once);
      g_autoptr (GBytes) twice = hbk_logbook_write (again);

      g_assert_true (g_bytes_equal (once, twice));
      g_assert_true (hbk_facts_equal (hbk_profile_get_attributes (hbk_logbook_get_profile (logbook)), hbk_profile_get_attributes (hbk_logbook_get_profile (again))));
      assert_extra_equal (hbk_logbook_get_extra (logbook), hbk_logbook_get_extra (again));
      g_assert_cmpuint (hbk_logbook_get_n_records (logbook), ==, hbk_logbook_get_n_records (again));
      for (guint j = 0; j < hbk_logbook_get_n_records (logbook); j++)
        assert_record_equal (hbk_logbook_get_record (logbook, j), hbk_logbook_get_record (again, j));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logbook-writer/empty", test_empty);
  g_test_add_func ("/logbook-writer/canonical", test_canonical);
  g_test_add_func ("/logbook-writer/normal-form", test_normal_form);
  g_test_add_func ("/logbook-writer/round-trip", test_round_trip);

  return g_test_run ();
}
