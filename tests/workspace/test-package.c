/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is handed in out of a library: which years, by which rules, and what has changed since. */

#include <string.h>

#include "disk/hbk-sha256.h"
#include "package-support.h"
#include "records/hbk-logbook-reader.h"
#include "workspace/hbk-workspace-library.h"

/* What was found about the library, in words for programs. */
static char *
describe_changes (PackageFixture *fixture, int year)
{
  HbkPackageTarget target = { .year = year };
  g_autoptr (HbkSubmission) submission = package_prepare (fixture->world.workspace, &target, TODAY);
  g_autoptr (GPtrArray) findings = package_check (fixture->world.workspace, submission, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const HbkFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind < HBK_FINDING_ALREADY)
        continue;
      g_string_append_printf (text, "%s %d", hbk_finding_get_nick (finding), finding->year);
      if (finding->name != NULL || finding->entry != NULL)
        g_string_append_printf (text, " %s", finding->name != NULL ? finding->name : hbk_record_get_title (finding->entry->result->record));
      g_string_append (text, "; ");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_changes (PackageFixture *fixture, int year, const char *expected)
{
  g_autofree char *found = describe_changes (fixture, year);

  g_assert_cmpstr (found, ==, expected);
}

static void
save_corrected (PackageFixture *fixture, const char *json)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (HbkRecord) record = hbk_record_read (bytes, problems);
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_workspace_save_record (fixture->world.workspace, record, "a slip", &error);

  g_assert_no_error (error);
}

/* ---- Years ---- */

static void
test_year (PackageFixture *fixture, gconstpointer data)
{
  HbkPackageTarget target = { .year = 2023 };
  g_autoptr (HbkSubmission) submission = package_prepare (fixture->world.workspace, &target, TODAY);
  const HbkSubmissionYear *year = g_ptr_array_index (submission->years, 0);
  g_autofree char         *name = hbk_package_job_dup_name (submission, HBK_PACKAGE_ZIP);
  g_autofree char         *path = g_build_filename (fixture->out, name, NULL);
  g_autofree char         *sha256 = package_make (fixture->world.workspace, &target, TODAY, path, HBK_PACKAGE_ZIP);
  g_autofree char         *content = NULL;
  g_autofree char         *computed = NULL;
  gsize                    length;
  g_autoptr (HbkVerification) found = package_verify (fixture->world.workspace, path);

  g_assert_cmpstr (name, ==, "继续教育学时材料-2023-海小港.zip");
  g_assert_cmpuint (submission->years->len, ==, 1);
  g_assert_cmpuint (year->entries->len, ==, 3);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  computed = hbk_sha256_bytes (content, length);
  g_assert_cmpstr (computed, ==, sha256);
  g_assert_cmpint (found->agreement, ==, HBK_AGREEMENT_SAME);
  g_assert_cmpstr (found->manifest->name, ==, "海小港");
  g_assert_cmpint (found->manifest->as_of, ==, TODAY);
}

static void
test_no_such_year (PackageFixture *fixture, gconstpointer data)
{
  static const int years[] = { 2025, 1899, 0, -1 };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      HbkPackageTarget target = { .year = years[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (hbk_workspace_prepare_package (fixture->world.workspace, &target, TODAY, &error));
      assert_says (error, HBK_ERROR_USAGE, "Choose a year that has begun.");
    }
}

/* ---- Handing in ---- */

static void
test_changes (PackageFixture *fixture, gconstpointer data)
{
  const char *const removed[] = { "four", NULL };
  g_autofree char  *first = package_make_year (fixture, 2023, "first.zip");
  g_autofree char  *second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GPtrArray) years = NULL;

  assert_changes (fixture, 2023, "");
  package_hand_in (fixture, 2023, first);
  assert_changes (fixture, 2023, "already 2023; ");
  assert_changes (fixture, 2022, "");

  save_corrected (fixture, PACKAGE_RECORD ("five", "2023-07-01", "\"days\":1"));
  save_corrected (fixture, "{\"id\":\"three\",\"activity\":\"training\",\"title\":\"three days\",\"start\":\"2023-05-01\",\"facts\":{\"days\":3}}");
  save_corrected (fixture, "{\"id\":\"public-2023\",\"activity\":\"public_course\",\"title\":\"public\",\"start\":\"2022-03-02\",\"facts\":{\"recorded_hours\":30}}");
  step = hbk_workspace_remove_records (fixture->world.workspace, removed, "a slip", &error);
  g_assert_no_error (error);
  assert_changes (fixture, 2023, "already 2023; changed 2023 three days; added 2023 five; changed 2023 public; removed 2023 four; ");

  /* Once more, with another package, which takes the place of the first. */
  second = package_make_year (fixture, 2023, "second.zip");
  g_assert_cmpstr (first, !=, second);
  package_hand_in (fixture, 2023, second);
  assert_changes (fixture, 2023, "already 2023; ");
  years = hbk_workspace_list_years (fixture->world.workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 1);
  g_assert_cmpstr (((const HbkYearEntry *) g_ptr_array_index (years, 0))->package, ==, second);
}

/* A record that is gone from the trash too has its id only. */
static void
test_removed_for_good (PackageFixture *fixture, gconstpointer data)
{
  const char *const removed[] = { "four", NULL };
  g_autofree char  *package = package_make_year (fixture, 2023, "first.zip");
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  guint n_records, n_files;

  package_hand_in (fixture, 2023, package);
  step = hbk_workspace_remove_records (fixture->world.workspace, removed, "a slip", &error);
  g_assert_no_error (error);
  world_age_trash (&fixture->world);
  g_assert_true (hbk_workspace_empty_trash (fixture->world.workspace, &n_records, &n_files, &error));
  g_assert_cmpuint (n_records, ==, 1);
  assert_changes (fixture, 2023, "already 2023; removed 2023 four; ");
}

/* What reviewers answer is no change of what was handed in. */
static void
test_reviewed_is_unchanged (PackageFixture *fixture, gconstpointer data)
{
  g_autofree char *package = package_make_year (fixture, 2023, "first.zip");

  package_hand_in (fixture, 2023, package);
  save_corrected (fixture, "{\"id\":\"public-2023\",\"activity\":\"public_course\",\"title\":\"public\",\"start\":\"2023-03-01\",\"facts\":{\"recorded_hours\":30},"
                           "\"status\":\"verified\",\"verified_hours\":{\"public\":30,\"professional\":0}}");
  assert_changes (fixture, 2023, "already 2023; ");
}

/* ---- Applications ---- */

static void
assert_years_of (const HbkSubmission *submission, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (submission->years, i);

      g_string_append_printf (text, "%d %s %s %g; ", year->year, hbk_assessment_get_pack (year->assessment)->id, hbk_assessment_get_pack (year->assessment)->revision,
                              (double) year->result->credited.professional_hours / 100);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_application (PackageFixture *fixture, gconstpointer data)
{
  HbkPackageTarget target = { .year = 2024, .level = HBK_TITLE_LEVEL_SENIOR };
  g_autoptr (HbkSubmission) senior = package_prepare (fixture->world.workspace, &target, TODAY);
  g_autofree char *path = g_build_filename (fixture->out, "senior.zip", NULL);
  g_autofree char *sha256 = package_make (fixture->world.workspace, &target, TODAY, path, HBK_PACKAGE_ZIP);
  g_autofree char *name = hbk_package_job_dup_name (senior, HBK_PACKAGE_FOLDER);
  g_autoptr (HbkVerification) found = package_verify (fixture->world.workspace, path);
  g_autoptr (HbkSubmission) intermediate = NULL;

  assert_years_of (senior, "2021 harbour 2024.2 96; 2022 harbour 2024.2 96; 2023 harbour 2024.2 104; ");
  g_assert_cmpstr (name, ==, "职称申报学时材料-2024-海小港");
  g_assert_cmpint (found->manifest->level, ==, HBK_TITLE_LEVEL_SENIOR);
  g_assert_cmpint (found->manifest->apply_year, ==, 2024);
  g_assert_cmpint (found->agreement, ==, HBK_AGREEMENT_SAME);

  target.level = HBK_TITLE_LEVEL_INTERMEDIATE;
  intermediate = package_prepare (fixture->world.workspace, &target, TODAY);
  g_assert_cmpuint (intermediate->years->len, ==, 2);
}

/* What was made for which application, of which years, is kept, each time it is made, and undoing passes it over. */
static void
test_application_is_noted (PackageFixture *fixture, gconstpointer data)
{
  const char *const years[] = { "2021", "2022", "2023", NULL };
  g_autofree char  *sha256 = g_strnfill (64, 'a'), *other = g_strnfill (64, 'b');
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) first = hbk_workspace_note_application (fixture->world.workspace, HBK_TITLE_LEVEL_SENIOR, 2024, years, sha256, TODAY, "交评审办", &error);
  g_autoptr (HbkJournalStep) second = hbk_workspace_note_application (fixture->world.workspace, HBK_TITLE_LEVEL_SENIOR, 2024, years, other, TODAY, NULL, &error);
  g_autoptr (HbkLogbook) logbook = hbk_workspace_load_logbook (fixture->world.workspace, TODAY, &error);
  JsonArray  *noted;
  JsonObject *item;

  g_assert_no_error (error);
  g_assert_cmpint (first->what, ==, HBK_JOURNAL_HAND_IN);
  noted = json_object_get_array_member (hbk_logbook_get_extra (logbook), "hourbook_packages");
  g_assert_cmpuint (json_array_get_length (noted), ==, 2);
  item = json_array_get_object_element (noted, 0);
  g_assert_cmpstr (json_object_get_string_member (item, "package"), ==, sha256);
  g_assert_cmpstr (json_object_get_string_member (item, "level"), ==, "senior");
  g_assert_cmpstr (json_object_get_string_member (item, "note"), ==, "交评审办");
  g_assert_cmpint (json_object_get_int_member (item, "year"), ==, 2024);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (item, "years")), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (noted, 1), "package"), ==, other);
}

/* The years that `apply` counts are those that are handed in. */
static void
test_application_is_what_apply_counts (PackageFixture *fixture, gconstpointer data)
{
  static const HbkTitleLevel levels[] = { HBK_TITLE_LEVEL_INTERMEDIATE, HBK_TITLE_LEVEL_SENIOR };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      HbkPackageTarget target = { .year = 2024, .level = levels[i] };
      g_autoptr (HbkSubmission) submission = package_prepare (fixture->world.workspace, &target, TODAY);
      g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GPtrArray) bases = NULL;
      g_autoptr (HbkApplication) application = NULL;
      const HbkBasis *basis;
      guint           n = 0;

      g_array_append_val (asked, target.year);
      bases = hbk_workspace_list_bases (fixture->world.workspace, TODAY, asked, NULL);
      basis = g_ptr_array_index (bases, 0);
      application = hbk_apply (basis->logbook, basis->pack, target.level, target.year, TODAY, basis->readings);
      for (guint j = 0; j < hbk_application_get_n_years (application); j++)
        {
          const HbkApplicationYear *year = hbk_application_get_nth_year (application, j);
          gboolean                  is_there = FALSE;

          for (guint k = 0; k < submission->years->len; k++)
            is_there = is_there || ((const HbkSubmissionYear *) g_ptr_array_index (submission->years, k))->year == year->year;
          g_assert_cmpint (is_there, ==, year->counted);
          n += year->counted ? 1 : 0;
        }
      g_assert_cmpuint (submission->years->len, ==, n);
    }
}

static void
test_application_without_years (PackageFixture *fixture, gconstpointer data)
{
  HbkPackageTarget target = { .year = 2024, .level = HBK_TITLE_LEVEL_JUNIOR };
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_workspace_prepare_package (fixture->world.workspace, &target, TODAY, &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "Make a package of each year instead.");
}

/* A year that was handed in keeps the person of that time: each part of an application is checked by a logbook of its own. */
static void
test_application_of_two_profiles (PackageFixture *fixture, gconstpointer data)
{
  HbkPackageTarget target = { .year = 2024, .level = HBK_TITLE_LEVEL_SENIOR };
  g_autofree char *path = g_build_filename (fixture->out, "folder", NULL);
  g_autofree char *older = g_build_filename (path, "data", "logbook-2022.json", NULL);
  g_autofree char *newer = g_build_filename (path, "data", "logbook.json", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (HbkVerification) found = NULL;

  world_set_profile (&fixture->world, NULL, "employer", "before");
  world_hand_in (&fixture->world, 2021);
  world_hand_in (&fixture->world, 2022);
  world_set_profile (&fixture->world, NULL, "employer", "after");
  sha256 = package_make (fixture->world.workspace, &target, TODAY, path, HBK_PACKAGE_FOLDER);
  found = package_verify (fixture->world.workspace, path);

  g_assert_cmpint (found->agreement, ==, HBK_AGREEMENT_SAME);
  g_assert_true (g_file_get_contents (older, &before, NULL, NULL));
  g_assert_true (g_file_get_contents (newer, &after, NULL, NULL));
  g_assert_nonnull (strstr (before, "\"before\""));
  g_assert_nonnull (strstr (before, "\"one\""));
  g_assert_nonnull (strstr (before, "\"two\""));
  g_assert_null (strstr (before, "\"three\""));
  g_assert_nonnull (strstr (after, "\"after\""));
  g_assert_nonnull (strstr (after, "\"three\""));
  g_assert_null (strstr (after, "\"two\""));
}

/* Years that were closed keep their rules, whatever the rules say now. */
static void
test_closed_year_keeps_its_rules (PackageFixture *fixture, gconstpointer data)
{
  HbkPackageTarget target = { .year = 2024, .level = HBK_TITLE_LEVEL_SENIOR };
  HbkPackageTarget running = { .year = 2024 };
  g_autofree char *path = g_build_filename (fixture->out, "closed.zip", NULL);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_workspace_close_past_years (fixture->world.workspace, TODAY, &error);
  g_autoptr (HbkSubmission) closed = NULL;
  g_autoptr (HbkSubmission) open = NULL;
  g_autoptr (HbkVerification) found = NULL;

  g_assert_no_error (error);
  world_save (&fixture->world, PACKAGE_RECORD ("now", "2024-05-01", "\"days\":1"));
  world_change_pack (&fixture->world, "harbour.json", "\"hours\": 8}", "\"hours\": 10}");
  world_change_pack (&fixture->world, "harbour.json", "\"revision\": \"2024.2\"", "\"revision\": \"2024.3\"");
  world_restart (&fixture->world);

  closed = package_prepare (fixture->world.workspace, &target, TODAY);
  assert_years_of (closed, "2021 harbour 2024.2 96; 2022 harbour 2024.2 96; 2023 harbour 2024.2 104; ");
  open = package_prepare (fixture->world.workspace, &running, TODAY);
  assert_years_of (open, "2024 harbour 2024.3 10; ");

  /* Whoever has only the newer rules cannot say that the figures are wrong. */
  sha256 = package_make (fixture->world.workspace, &target, TODAY, path, HBK_PACKAGE_ZIP);
  found = package_verify (fixture->world.workspace, path);
  g_assert_cmpint (found->agreement, ==, HBK_AGREEMENT_UNKNOWN_RULES);
  g_assert_cmpstr (((const HbkPackageYear *) g_ptr_array_index (found->manifest->years, 0))->rules.version, ==, "2024.2");
}

static void
test_limits (PackageFixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "application/pdf", NULL };
  HbkPackageTarget         target = { .year = 2023 };
  HbkPortalLimits          limits = { .max_file = 18, .max_total = 30, .types = types };
  g_autoptr (HbkSubmission) submission = package_prepare (fixture->world.workspace, &target, TODAY);
  g_autoptr (GPtrArray) findings = package_check (fixture->world.workspace, submission, &limits);
  guint n_large = 0, n_type = 0, n_total = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const HbkFinding *finding = g_ptr_array_index (findings, i);

      n_large += finding->kind == HBK_FINDING_FILE_LARGE;
      n_type += finding->kind == HBK_FINDING_FILE_TYPE;
      n_total += finding->kind == HBK_FINDING_TOTAL_LARGE;
    }
  /* 18 bytes are not more than 18. */
  g_assert_cmpuint (n_large, ==, 1);
  g_assert_cmpuint (n_type, ==, 3);
  g_assert_cmpuint (n_total, ==, 1);
  g_assert_true (hbk_preflight_stops (findings));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/package/" name, PackageFixture, NULL, package_set_up, function, package_tear_down)
  ADD ("year", test_year);
  ADD ("no-such-year", test_no_such_year);
  ADD ("changes", test_changes);
  ADD ("removed-for-good", test_removed_for_good);
  ADD ("reviewed-is-unchanged", test_reviewed_is_unchanged);
  ADD ("application", test_application);
  ADD ("application-is-noted", test_application_is_noted);
  ADD ("application-is-what-apply-counts", test_application_is_what_apply_counts);
  ADD ("application-without-years", test_application_without_years);
  ADD ("application-of-two-profiles", test_application_of_two_profiles);
  ADD ("closed-year-keeps-its-rules", test_closed_year_keeps_its_rules);
  ADD ("limits", test_limits);
#undef ADD

  return g_test_run ();
}
