/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "support.h"
#include "workspace/hbk-workspace-years.h"

#define RECORD(id, start) "{\"id\":\"" id "\",\"activity\":\"training\",\"title\":\"" id "\",\"start\":\"" start "\",\"facts\":{\"days\":1}}"

/* A person who moved to the island in September 2023. */
static void
set_up (World *world, gconstpointer data)
{
  world_set_up (world, data);
  world_set_profile (world, NULL, "region", "harbour");
  world_set_profile (world, "2023-09-01", "region", "island");
  world_save (world, RECORD ("a", "2022-05-01"));
  world_save (world, RECORD ("b", "2023-05-01"));
  world_save (world, RECORD ("c", "2024-05-01"));
}

static HbkHours
assess (const HbkBasis *basis, int year)
{
  HbkAssessmentOptions options = { .years = basis->years, .readings = basis->readings, .skip_comparison = TRUE };
  g_autoptr (HbkAssessment) assessment = hbk_assess (basis->logbook, basis->pack, TODAY, &options);

  return hbk_assessment_lookup_year (assessment, year)->credited.professional_hours;
}

/* What every year is assessed by, as one text: year, pack and version, the day's hours; "closed", "sealed", "changed", "newer". */
static char *
describe (World *world)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bases = hbk_workspace_list_bases (world->workspace, TODAY, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < bases->len; i++)
    {
      const HbkBasis *basis = g_ptr_array_index (bases, i);

      for (guint j = 0; j < basis->years->len; j++)
        {
          int                 year = g_array_index (basis->years, int, j);
          const HbkYearEntry *entry = g_ptr_array_index (basis->entries, j);

          g_string_append_printf (text, "%d %s %s %g", year, basis->pack->id, basis->pack->revision, (double) assess (basis, year) / 100);
          if (entry != NULL)
            g_string_append (text, entry->handed_in ? " sealed" : " closed");
          if (g_array_index (basis->changed, gboolean, j))
            g_string_append (text, " changed");
          if (basis->newer != NULL)
            g_string_append_printf (text, " newer %s", basis->newer->revision);
          g_string_append (text, j + 1 < basis->years->len ? ", " : "; ");
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_years (World *world, const char *expected)
{
  g_autofree char *found = describe (world);

  g_assert_cmpstr (found, ==, expected);
}

/* Training gives ten hours a day from now on, not eight. */
static void
change_rules (World *world)
{
  world_change_pack (world, "harbour.json", "\"hours\": 8}", "\"hours\": 10}");
  world_change_pack (world, "harbour.json", "\"revision\": \"2024.2\"", "\"revision\": \"2024.3\"");
  world_restart (world);
}

static void
close_years (World *world, gboolean is_any)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_workspace_close_past_years (world->workspace, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->number > 0, ==, is_any);
}

/* ---- Years ---- */

static void
test_move (World *world, gconstpointer data)
{
  assert_years (world, "2022 harbour 2024.2 8; 2023 island 2024.1 8, 2024 island 2024.1 8; ");
  world_set_profile (world, "2023-09-01", "region", "harbour");
  world_set_profile (world, "2024-01-15", "region", "island");
  assert_years (world, "2022 harbour 2024.2 8, 2023 harbour 2024.2 8; 2024 island 2024.1 8; ");
}

/* An old year never moves because a pack was updated. */
static void
test_new_version (World *world, gconstpointer data)
{
  close_years (world, TRUE);
  close_years (world, FALSE);
  assert_years (world, "2022 harbour 2024.2 8 closed; 2023 island 2024.1 8 closed, 2024 island 2024.1 8; ");
  change_rules (world);
  /* The island extends the harbour, so its rules have changed, too. */
  assert_years (world, "2022 harbour 2024.2 8 closed newer 2024.3; 2023 island 2024.1 8 closed newer 2024.1; 2024 island 2024.1 10; ");
  close_years (world, FALSE);
}

static void
test_new_vocabulary (World *world, gconstpointer data)
{
  close_years (world, TRUE);
  world_change_pack (world, "vocabulary.json", "\"completion certificate\"", "\"certificate of completion\"");
  world_restart (world);
  assert_years (world, "2022 harbour 2024.2 8 closed newer 2024.2; 2023 island 2024.1 8 closed newer 2024.1; 2024 island 2024.1 8; ");
}

/* Undo passes over what was closed. */
static void
test_undo (World *world, gconstpointer data)
{
  close_years (world, TRUE);
  world_undo (world, HBK_JOURNAL_ADD);
  assert_years (world, "2022 harbour 2024.2 8 closed; 2023 island 2024.1 8 closed, 2024 island 2024.1 0; ");
}

static void
test_adopt (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (HbkJournalStep) again = NULL;

  close_years (world, TRUE);
  change_rules (world);
  step = hbk_workspace_adopt_rules (world->workspace, 2022, TODAY, NULL, &error);
  g_assert_no_error (error);
  assert_years (world, "2022 harbour 2024.3 10 closed; 2023 island 2024.1 8 closed newer 2024.1; 2024 island 2024.1 10; ");
  again = hbk_workspace_adopt_rules (world->workspace, 2022, TODAY, NULL, &error);
  g_assert_cmpint (again->number, ==, 0);
  g_assert_null (hbk_workspace_adopt_rules (world->workspace, 2019, TODAY, NULL, &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "2019 is neither closed nor handed in. Look at the list of years.");
}

/* A pack that is gone leaves its closed years; they can be assessed for ever. */
static void
test_pack_is_gone (World *world, gconstpointer data)
{
  g_autofree char *pack = g_build_filename (world->packs, "harbour.json", NULL);
  g_autofree char *island = NULL;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) bases = NULL;
  g_autoptr (GError) error = NULL;
  int year = 2022;

  close_years (world, TRUE);
  g_assert_cmpint (g_unlink (pack), ==, 0);
  world_restart (world);
  g_array_append_val (years, year);
  bases = hbk_workspace_list_bases (world->workspace, TODAY, years, &error);
  g_assert_no_error (error);
  g_assert_cmpint (assess (g_ptr_array_index (bases, 0), 2022), ==, 800);
}

static void
test_no_region (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  world_set_profile (world, NULL, "region", NULL);
  g_assert_null (hbk_workspace_list_bases (world->workspace, TODAY, NULL, &error));
  assert_says (error, HBK_ERROR_USAGE, "The profile names no region for 2022. Set it, or choose a rule pack.");
  g_clear_error (&error);
  world_set_profile (world, "2023-09-01", "region", NULL);
  g_assert_null (hbk_workspace_list_bases (world->workspace, TODAY, NULL, &error));
  assert_says (error, HBK_ERROR_USAGE, "The profile names no region for 2024.");
  g_clear_error (&error);
  world_set_profile (world, "2023-09-01", "region", "atlantis");
  g_assert_null (hbk_workspace_list_bases (world->workspace, TODAY, NULL, &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "There is no rule pack “atlantis”.");
}

/* ---- Handing in ---- */

/* What was handed in keeps rules, profile and readings; what is only closed keeps its rules. */
static void
test_hand_in (World *world, gconstpointer data)
{
  g_autoptr (HbkJournalStep) reading = NULL;
  g_autoptr (GPtrArray) bases = NULL;
  const HbkBasis *sealed, *running;

  world_hand_in (world, 2023);
  change_rules (world);
  world_set_profile (world, "2023-09-01", "region", "harbour");
  reading = hbk_workspace_choose_reading (world->workspace, "harbour", "HB-R1", "every_year", NULL);
  g_assert_nonnull (reading);
  assert_years (world, "2022 harbour 2024.3 10; 2023 island 2024.1 8 sealed newer 2024.1; 2024 harbour 2024.3 10; ");

  bases = hbk_workspace_list_bases (world->workspace, TODAY, NULL, NULL);
  sealed = g_ptr_array_index (bases, 1);
  running = g_ptr_array_index (bases, 2);
  g_assert_cmpuint (sealed->readings[0], ==, 0);
  g_assert_cmpuint (running->readings[0], ==, 1);
}

static void
test_changed_since (World *world, gconstpointer data)
{
  const char *const ids[] = { "b", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (HbkJournalStep) undone = NULL;

  world_hand_in (world, 2023);
  g_assert_null (hbk_workspace_remove_records (world->workspace, ids, NULL, &error));
  assert_says (error, HBK_ERROR_SEALED, "“b” belongs to 2023, which was handed in. Give the reason for the correction; it will be seen.");
  step = hbk_workspace_remove_records (world->workspace, ids, "it was not mine", NULL);
  g_assert_nonnull (step);
  /* The year is shown though none of its records is left. */
  assert_years (world, "2022 harbour 2024.2 8; 2023 island 2024.1 0 sealed changed, 2024 island 2024.1 8; ");
  undone = hbk_workspace_undo (world->workspace, "it was", NULL);
  g_assert_nonnull (undone);
  assert_years (world, "2022 harbour 2024.2 8; 2023 island 2024.1 8 sealed, 2024 island 2024.1 8; ");
}

static void
test_hand_in_refused (World *world, gconstpointer data)
{
  static const struct
  {
    int         year;
    HbkError    code;
    const char *text;
  } cases[] = {
    { 2023, HBK_ERROR_SEALED, "2023 was handed in already. Open it again first." },
    { 2025, HBK_ERROR_USAGE, "2025 has not begun yet. Hand in a year that has." },
    { 24, HBK_ERROR_USAGE, "There is no year 24 to hand in. Write it with four digits, such as 2024." },
    { -1, HBK_ERROR_USAGE, "There is no year -1 to hand in." },
  };
  g_autoptr (GError) error = NULL;

  world_hand_in (world, 2023);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (hbk_workspace_hand_in (world->workspace, cases[i].year, NULL, NULL, TODAY, &error));
      assert_says (error, cases[i].code, cases[i].text);
      g_clear_error (&error);
    }
  g_assert_null (hbk_workspace_adopt_rules (world->workspace, 2023, TODAY, "x", &error));
  assert_says (error, HBK_ERROR_SEALED, "2023 was handed in by the rules of its time. Open it again first.");
}

/* A note that cannot be read again is refused, rather than making the year unreadable. */
static void
test_long_note (World *world, gconstpointer data)
{
  g_autofree char *note = g_strnfill (30000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_workspace_hand_in (world->workspace, 2023, NULL, note, TODAY, &error));
  assert_says (error, HBK_ERROR_VALUE, "This cannot be stored: ");
  world_save (world, RECORD ("d", "2023-01-01"));
}

/* A year without records may be handed in, too: that nothing was claimed is a claim. */
static void
test_empty_year (World *world, gconstpointer data)
{
  g_autoptr (HbkRecord) record = hbk_record_new ("late", "training");
  g_autoptr (GError) error = NULL;

  world_hand_in (world, 2021);
  hbk_record_set_title (record, "late");
  hbk_record_set_period (record, hbk_date_new (2021, 3, 1), HBK_DATE_NONE);
  g_assert_null (hbk_workspace_save_record (world->workspace, record, NULL, &error));
  assert_says (error, HBK_ERROR_SEALED, "“late” belongs to 2021");
}

static void
test_reopen (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  g_assert_null (hbk_workspace_reopen (world->workspace, 2023, "x", &error));
  assert_says (error, HBK_ERROR_NOT_FOUND, "2023 is neither closed nor handed in.");
  g_clear_error (&error);
  close_years (world, TRUE);
  g_assert_null (hbk_workspace_reopen (world->workspace, 2023, "x", &error));
  assert_says (error, HBK_ERROR_USAGE, "2023 was not handed in, so there is nothing to open again.");
  g_clear_error (&error);
  world_hand_in (world, 2023);
  g_assert_null (hbk_workspace_reopen (world->workspace, 2023, "", &error));
  assert_says (error, HBK_ERROR_SEALED, "2023 was handed in. Say why it is opened again; the reason will be seen.");
  g_clear_error (&error);
  step = hbk_workspace_reopen (world->workspace, 2023, "sent back", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (step->correction, ==, "sent back");

  /* Still bound to its rules, and free again. */
  change_rules (world);
  world_save (world, RECORD ("d", "2023-02-01"));
  assert_years (world, "2022 harbour 2024.2 8 closed newer 2024.3; 2023 island 2024.1 16 closed newer 2024.1; 2024 island 2024.1 10; ");
  world_hand_in (world, 2023);
}

/* Rules that were damaged, or that no Hourbook reads any more, do not lock the way out. */
static void
test_kept_rules_unreadable (World *world, gconstpointer data)
{
  g_autofree char *path = g_build_filename (world->packs, "vocabulary.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (HbkJournalStep) other = NULL;

  close_years (world, TRUE);
  change_rules (world);
  hbk_workspace_close_library (world->workspace);
  world_spoil_rules (world);
  world_restart (world);
  g_assert_null (hbk_workspace_list_bases (world->workspace, TODAY, NULL, &error));
  assert_says (error, HBK_ERROR_DAMAGED, "The rules by which a closed year was computed are damaged. Restore the last backup.");
  g_clear_error (&error);
  step = hbk_workspace_adopt_rules (world->workspace, 2022, TODAY, NULL, &error);
  g_assert_no_error (error);
  other = hbk_workspace_adopt_rules (world->workspace, 2023, TODAY, NULL, &error);
  g_assert_no_error (error);
  assert_years (world, "2022 harbour 2024.3 10 closed; 2023 island 2024.1 10 closed, 2024 island 2024.1 10; ");
}

/* ---- The person ---- */

static void
test_profile (World *world, gconstpointer data)
{
  g_autoptr (HbkProfile) before = hbk_workspace_load_profile (world->workspace, hbk_date_new (2023, 8, 31), NULL);
  g_autoptr (HbkProfile) after = NULL;
  g_autoptr (GPtrArray) days = NULL;

  world_set_profile (world, NULL, "name", "张三");
  world_set_profile (world, "2023-09-01", "name", "李四");
  world_set_profile (world, "2023-09-01", "name", NULL);
  after = hbk_workspace_load_profile (world->workspace, hbk_date_new (2023, 9, 1), NULL);
  g_assert_cmpstr (hbk_profile_get_region (before), ==, "harbour");
  g_assert_cmpstr (hbk_profile_get_region (after), ==, "island");
  /* An answer that is taken back leaves what held before. */
  g_assert_cmpstr (hbk_profile_get_name (after), ==, "张三");
  days = hbk_workspace_list_profile (world->workspace, NULL);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpstr (hbk_change_get_id (g_ptr_array_index (days, 0)), ==, "");
  world_undo (world, HBK_JOURNAL_PROFILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/years/" name, World, NULL, set_up, function, world_tear_down)
  ADD ("move", test_move);
  ADD ("new-version", test_new_version);
  ADD ("new-vocabulary", test_new_vocabulary);
  ADD ("undo", test_undo);
  ADD ("adopt", test_adopt);
  ADD ("pack-is-gone", test_pack_is_gone);
  ADD ("no-region", test_no_region);
  ADD ("hand-in", test_hand_in);
  ADD ("changed-since", test_changed_since);
  ADD ("hand-in-refused", test_hand_in_refused);
  ADD ("long-note", test_long_note);
  ADD ("empty-year", test_empty_year);
  ADD ("reopen", test_reopen);
  ADD ("kept-rules-unreadable", test_kept_rules_unreadable);
  ADD ("profile", test_profile);
#undef ADD

  return g_test_run ();
}
