/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs tests/rules/cases through the library: one test a case. run-cases.py runs the same through the command line. */

#include <json-glib/json-glib.h>

#include "rules/hbk-application.h"
#include "rules/hbk-assessment.h"
#include "rules/support.h"

typedef struct
{
  JsonNode   *file;
  JsonObject *defaults;
  JsonObject *wish;
  const char *pack;
} Case;

static JsonObject *
object_in (JsonObject *object,
           const char *member)
{
  return object != NULL && json_object_has_member (object, member) ? json_object_get_object_member (object, member) : NULL;
}

/* The defaults under what the case says itself; a null takes a default out. */
static JsonObject *
merge (JsonObject *defaults,
       JsonObject *own)
{
  JsonObject *result = json_object_new ();
  g_autoptr (GList) base = defaults != NULL ? json_object_get_members (defaults) : NULL;
  g_autoptr (GList) mine = own != NULL ? json_object_get_members (own) : NULL;

  for (GList *l = base; l != NULL; l = l->next)
    json_object_set_member (result, l->data, json_object_dup_member (defaults, l->data));
  for (GList *l = mine; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (own, l->data);
      JsonNode *before = json_object_get_member (result, l->data);

      if (before != NULL && JSON_NODE_HOLDS_OBJECT (value) && JSON_NODE_HOLDS_OBJECT (before))
        json_object_set_object_member (result, l->data, merge (json_node_get_object (before), json_node_get_object (value)));
      else if (before != NULL && JSON_NODE_HOLDS_NULL (value))
        json_object_remove_member (result, l->data);
      else
        json_object_set_member (result, l->data, json_node_copy (value));
    }
  return result;
}

/* "evidence": ["notice"] is short for a full object. */
static void
spell_out_evidence (JsonObject *record)
{
  JsonArray *given = json_object_has_member (record, "evidence") ? json_object_get_array_member (record, "evidence") : NULL;
  JsonArray *full = json_array_new ();

  for (guint i = 0; given != NULL && i < json_array_get_length (given); i++)
    {
      JsonNode   *item = json_array_get_element (given, i);
      JsonObject *object;

      if (JSON_NODE_HOLDS_OBJECT (item))
        {
          json_array_add_element (full, json_node_copy (item));
          continue;
        }
      object = json_object_new ();
      json_object_set_string_member (object, "document", json_node_get_string (item));
      json_object_set_string_member (object, "file", "proof.pdf");
      json_array_add_object_element (full, object);
    }
  json_object_set_array_member (record, "evidence", full);
}

static HbkLogbook *
make_logbook (const Case *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  JsonObject      *logbook = json_object_new ();
  JsonArray       *records = json_array_new ();
  JsonArray       *given = json_object_has_member (self->wish, "records") ? json_object_get_array_member (self->wish, "records") : NULL;

  json_object_set_string_member (logbook, "format", "hourbook-logbook");
  json_object_set_int_member (logbook, "version", 1);
  json_object_set_object_member (logbook, "profile", merge (object_in (self->defaults, "profile"), object_in (self->wish, "profile")));
  for (guint i = 0; given != NULL && i < json_array_get_length (given); i++)
    {
      JsonObject *record = merge (object_in (self->defaults, "record"), json_array_get_object_element (given, i));

      if (!json_object_has_member (record, "title"))
        json_object_set_string_member (record, "title", json_object_get_string_member (record, "id"));
      spell_out_evidence (record);
      json_array_add_object_element (records, record);
    }
  json_object_set_array_member (logbook, "records", records);
  json_node_take_object (root, logbook);
  text = json_to_string (root, FALSE);
  return support_read_logbook (text);
}

static HbkDate
as_of (const Case *self)
{
  const char *text = json_object_get_string_member_with_default (self->wish, "as_of", NULL);

  if (text == NULL && self->defaults != NULL)
    text = json_object_get_string_member_with_default (self->defaults, "as_of", NULL);
  return hbk_date_parse (text != NULL ? text : "2025-12-31");
}

static guint *
chosen_readings (const Case    *self,
                 const HbkPack *pack)
{
  JsonObject *readings = object_in (self->wish, "readings");
  g_autoptr (GList) ids = readings != NULL ? json_object_get_members (readings) : NULL;
  guint *options = g_new0 (guint, pack->readings->len + 1);

  for (guint i = 0; i < pack->readings->len; i++)
    options[i] = g_array_index (pack->readings, HbkReading, i).initial;
  for (GList *l = ids; l != NULL; l = l->next)
    {
      int reading = hbk_pack_lookup_reading (pack, l->data);
      int option;

      g_assert_cmpint (reading, >=, 0);
      option = hbk_reading_lookup_option (&g_array_index (pack->readings, HbkReading, reading),
                                          json_object_get_string_member (readings, l->data));
      g_assert_cmpint (option, >=, 0);
      options[reading] = (guint) option;
    }
  return options;
}

static void
differ (const char *what,
        JsonNode   *wish,
        const char *found)
{
  g_autofree char *expected = json_to_string (wish, FALSE);

  g_test_message ("%s: expected %s, found %s", what, expected, found);
  g_test_fail ();
}

static void
compare_hours (const char *what,
               JsonNode   *wish,
               HbkHours    found)
{
  HbkHours         expected = -1;
  g_autofree char *text = hbk_hours_format (found);

  if (JSON_NODE_HOLDS_NULL (wish) ? found >= 0
                                  : !hbk_hours_from_double (json_node_get_double (wish), &expected) || expected != found)
    differ (what, wish, text);
}

static void
compare_tally (const char *what,
               JsonNode   *wish,
               HbkTally    found)
{
  JsonObject *figures;
  g_autoptr (GList) names = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (wish))
    {
      compare_hours (what, wish, hbk_tally_total (found));
      return;
    }
  figures = json_node_get_object (wish);
  names = json_object_get_members (figures);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", what, (const char *) l->data);
      HbkHours         hours = g_str_equal (l->data, "public")         ? found.public_hours
                               : g_str_equal (l->data, "professional") ? found.professional_hours
                                                                       : hbk_tally_total (found);

      compare_hours (name, json_object_get_member (figures, l->data), hours);
    }
}

static void
compare_text (const char *what,
              JsonNode   *wish,
              const char *found)
{
  if (g_strcmp0 (json_node_get_string (wish), found) != 0)
    differ (what, wish, found != NULL ? found : "nothing");
}

static void
compare_required (JsonNode          *wish,
                  const HbkRequired *found)
{
  JsonObject *figures = json_node_get_object (wish);
  g_autoptr (GList) names = json_object_get_members (figures);

  for (GList *l = names; l != NULL; l = l->next)
    {
      HbkHours hours = g_str_equal (l->data, "public")         ? found->public_hours
                       : g_str_equal (l->data, "professional") ? found->professional_hours
                                                               : found->total;

      compare_hours (l->data, json_object_get_member (figures, l->data), hours);
    }
}

static void
compare_year_figure (const char          *key,
                     JsonNode            *wish,
                     const HbkYearResult *year)
{
  const struct
  {
    const char *name;
    HbkTally    tally;
  } tallies[] = {
    { "credited", year->credited },
    { "evidenced", year->evidenced },
    { "verified", year->verified },
    { "pending", year->pending },
    { "planned", year->planned },
    { "lost", year->lost },
    { "at_application", year->at_application },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    if (g_str_equal (tallies[i].name, key))
      {
        compare_tally (key, wish, tallies[i].tally);
        return;
      }
  if (g_str_equal (key, "public"))
    compare_hours (key, wish, year->credited.public_hours);
  else if (g_str_equal (key, "professional"))
    compare_hours (key, wish, year->credited.professional_hours);
  else if (g_str_equal (key, "total"))
    compare_hours (key, wish, hbk_tally_total (year->credited));
  else if (g_str_equal (key, "required"))
    compare_required (wish, &year->required);
  else if (g_str_equal (key, "verdict"))
    compare_text (key, wish, hbk_verdict_to_nick (year->verdict));
  else
    differ ("unknown expectation", wish, key);
}

static void
compare_years (JsonObject          *expect,
               const HbkAssessment *assessment)
{
  JsonObject *years = object_in (expect, "years");
  g_autoptr (GList) names = years != NULL ? json_object_get_members (years) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      const HbkYearResult *year = hbk_assessment_lookup_year (assessment, atoi (l->data));
      JsonObject          *wish = json_object_get_object_member (years, l->data);
      g_autoptr (GList) keys = json_object_get_members (wish);

      g_assert_nonnull (year);
      for (GList *k = keys; k != NULL; k = k->next)
        compare_year_figure (k->data, json_object_get_member (wish, k->data), year);
    }
}

/* A record may stand in several years; its hours are added up. */
typedef struct
{
  HbkTally   raw, credited, lost, pending, planned, evidenced, verified;
  GPtrArray *results;
} RecordSum;

static void
add_result (RecordSum             *sum,
            const HbkRecordResult *result)
{
  sum->raw = hbk_tally_add (sum->raw, result->raw);
  sum->credited = hbk_tally_add (sum->credited, result->credited);
  sum->lost = hbk_tally_add (sum->lost, result->lost);
  sum->pending = hbk_tally_add (sum->pending, result->pending);
  sum->planned = hbk_tally_add (sum->planned, result->planned);
  sum->evidenced = hbk_tally_add (sum->evidenced, result->evidenced);
  sum->verified = hbk_tally_add (sum->verified, result->verified);
  g_ptr_array_add (sum->results, (gpointer) result);
}

static gboolean
any_result_says (const RecordSum *sum,
                 const char      *key,
                 const char      *wish)
{
  for (guint i = 0; i < sum->results->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (sum->results, i);
      const char            *found = g_str_equal (key, "outcome")  ? hbk_outcome_to_nick (result->outcome)
                                     : g_str_equal (key, "clause") ? result->clause
                                                                   : result->code;

      if (g_strcmp0 (found, wish) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
name_of_missing (const char *key,
                 gpointer    item)
{
  return g_str_equal (key, "missing_facts") ? ((const HbkFactSpec *) item)->id : item;
}

/* Documents come in order, the cheapest first; the order of facts says nothing. */
static void
compare_missing (const char            *key,
                 JsonNode              *wish,
                 const HbkRecordResult *result)
{
  JsonArray *expected = json_node_get_array (wish);
  GPtrArray *found = g_str_equal (key, "missing_facts") ? result->missing_facts : result->missing_documents;
  guint      n_found = found != NULL ? found->len : 0;

  if (json_array_get_length (expected) != n_found)
    {
      g_autofree char *n = g_strdup_printf ("%u", n_found);

      differ (key, wish, n);
      return;
    }
  for (guint i = 0; i < n_found; i++)
    {
      const char *name = name_of_missing (key, g_ptr_array_index (found, i));
      gboolean    there = FALSE;

      for (guint j = 0; j < n_found; j++)
        there = there || g_str_equal (json_array_get_string_element (expected, j), name);
      if (!there || (g_str_equal (key, "missing_documents") && !g_str_equal (json_array_get_string_element (expected, i), name)))
        differ (key, wish, name);
    }
}

static void
compare_record_figure (const char      *key,
                       JsonNode        *wish,
                       const RecordSum *sum)
{
  const struct
  {
    const char *name;
    HbkTally    tally;
  } tallies[] = {
    { "raw", sum->raw },
    { "credited", sum->credited },
    { "lost", sum->lost },
    { "pending", sum->pending },
    { "planned", sum->planned },
    { "evidenced", sum->evidenced },
    { "verified", sum->verified },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    if (g_str_equal (tallies[i].name, key))
      {
        compare_tally (key, wish, tallies[i].tally);
        return;
      }
  if (g_str_equal (key, "missing_facts") || g_str_equal (key, "missing_documents"))
    compare_missing (key, wish, g_ptr_array_index (sum->results, 0));
  else if (!any_result_says (sum, key, json_node_get_string (wish)))
    differ (key, wish, "something else");
}

static void
compare_records (JsonObject          *expect,
                 const HbkAssessment *assessment)
{
  JsonObject *records = object_in (expect, "records");
  g_autoptr (GList) ids = records != NULL ? json_object_get_members (records) : NULL;

  for (GList *l = ids; l != NULL; l = l->next)
    {
      JsonObject *wish = json_object_get_object_member (records, l->data);
      g_autoptr (GList) keys = json_object_get_members (wish);
      g_autoptr (GPtrArray) results = g_ptr_array_new ();
      RecordSum sum = { .results = results };

      for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
        {
          const HbkRecordResult *result = hbk_year_result_lookup (hbk_assessment_get_year (assessment, i), l->data);

          if (result != NULL)
            add_result (&sum, result);
        }
      g_test_message ("record %s", (const char *) l->data);
      g_assert_cmpuint (results->len, >, 0);
      for (GList *k = keys; k != NULL; k = k->next)
        compare_record_figure (k->data, json_object_get_member (wish, k->data), &sum);
    }
}

static void
compare_application (JsonObject     *wish,
                     HbkApplication *application)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  JsonArray *years = json_object_has_member (wish, "years") ? json_object_get_array_member (wish, "years") : NULL;

  compare_text ("apply", json_object_get_member (wish, "verdict"),
                hbk_application_verdict_to_nick (hbk_application_get_verdict (application)));
  if (years == NULL)
    return;
  for (guint i = 0; i < hbk_application_get_n_years (application); i++)
    if (hbk_application_get_nth_year (application, i)->counted)
      g_string_append_printf (found, " %d", hbk_application_get_nth_year (application, i)->year);
  for (guint i = 0; i < json_array_get_length (years); i++)
    g_string_append_printf (expected, " %d", (int) json_array_get_int_element (years, i));
  g_assert_cmpstr (found->str, ==, expected->str);
}

static void
note_codes (GHashTable          *codes,
            const HbkAssessment *assessment)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);

      for (guint j = 0; j < year->warnings->len; j++)
        g_hash_table_add (codes, (gpointer) g_array_index (year->warnings, HbkWarning, j).spec->id);
    }
}

static void
compare_codes (JsonObject *expect,
               const char *member,
               GHashTable *codes,
               gboolean    wanted)
{
  JsonArray *list = json_object_has_member (expect, member) ? json_object_get_array_member (expect, member) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      const char *code = json_array_get_string_element (list, i);

      if (g_hash_table_contains (codes, code) == wanted)
        continue;
      g_test_message ("%s: %s", member, code);
      g_test_fail ();
    }
}

static GArray *
years_of (JsonObject *expect)
{
  JsonObject *years = object_in (expect, "years");
  g_autoptr (GList) names = years != NULL ? json_object_get_members (years) : NULL;
  GArray *list = g_array_new (FALSE, FALSE, sizeof (int));

  for (GList *l = names; l != NULL; l = l->next)
    {
      int year = atoi (l->data);

      g_array_append_val (list, year);
    }
  return list;
}

static void
run_case (gconstpointer data)
{
  const Case *self = data;
  JsonObject *expect = json_object_get_object_member (self->wish, "expect");
  JsonObject *apply = object_in (expect, "apply");
  HbkPack    *pack = support_get_pack (self->pack);
  g_autoptr (HbkLogbook) logbook = make_logbook (self);
  g_autofree guint *readings = chosen_readings (self, pack);
  g_autoptr (GArray) years = years_of (expect);
  HbkAssessmentOptions some = { .years = years->len > 0 ? years : NULL, .readings = readings };
  HbkAssessmentOptions all = { .readings = readings };
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, as_of (self), &some);
  g_autoptr (HbkAssessment) everything = hbk_assess (logbook, pack, as_of (self), &all);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (HbkApplication) application = NULL;

  g_test_message ("%s", json_object_get_string_member_with_default (self->wish, "comment", ""));
  compare_years (expect, assessment);
  compare_records (expect, everything);
  note_codes (codes, assessment);
  if (apply != NULL)
    {
      HbkTitleLevel level;

      g_assert_true (hbk_title_level_from_nick (json_object_get_string_member (apply, "level"), &level));
      application = hbk_apply (logbook, pack, level, (int) json_object_get_int_member (apply, "year"), as_of (self), readings);
      compare_application (apply, application);
      for (guint i = 0; i < hbk_application_get_n_warnings (application); i++)
        g_hash_table_add (codes, (gpointer) hbk_application_get_warning (application, i)->spec->id);
    }
  compare_codes (expect, "warnings", codes, TRUE);
  compare_codes (expect, "no_warnings", codes, FALSE);
}

static void
case_free (gpointer data)
{
  Case *self = data;

  json_node_unref (self->file);
  g_free (self);
}

static void
add_file (const char *pack_dir,
          const char *path,
          const char *name)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonArray  *cases;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "hourbook-cases");
  cases = json_object_get_array_member (root, "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      Case            *self = g_new0 (Case, 1);
      g_autofree char *test_path = g_strdup_printf ("/rules/cases/%s/%s/%u", pack_dir, name, i + 1);

      self->file = json_node_ref (json_parser_get_root (parser));
      self->defaults = object_in (root, "defaults");
      self->wish = json_array_get_object_element (cases, i);
      self->pack = json_object_get_string_member (root, "pack");
      g_test_add_data_func_full (test_path, self, run_case, case_free);
    }
}

static void
add_pack (const char *directory,
          const char *pack)
{
  g_autofree char *path = g_build_filename (directory, pack, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_str_has_suffix (name, ".json"))
        add_file (pack, file, name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *directory = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "cases", NULL);
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    add_pack (directory, name);
  return g_test_run ();
}
