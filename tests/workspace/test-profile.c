/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"
#include "workspace/hbk-request.h"

static char *
get (World *world, const char *day, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkProfile) profile = hbk_workspace_load_profile (world->workspace, hbk_date_parse (day), &error);
  const HbkValue *value;

  g_assert_no_error (error);
  value = hbk_profile_lookup_attribute (profile, id);

  return value != NULL ? g_strdup (value->text) : NULL;
}

static void
assert_holds (World *world, const char *day, const char *id, const char *text)
{
  g_autofree char *found = get (world, day, id);

  g_assert_cmpstr (found, ==, text);
}

static void
add (HbkFacts *answers, const char *id, const char *text)
{
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  if (text != NULL)
    hbk_value_set_text (&value, text);
  hbk_facts_set (answers, id, &value);
}

/* Each answer is mended where it was given, all of them in one step. */
static void
test_correct (World *world, gconstpointer data)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkRequest) request = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  world_set_profile (world, NULL, "name", "Wrong");
  world_set_profile (world, NULL, "region", "harbour");
  world_set_profile (world, "2023-09-01", "region", "harbor");
  world_set_profile (world, "2023-09-01", "title", "engineer");
  world_set_profile (world, "2025-01-01", "name", "Later");
  add (answers, "name", "Right");
  add (answers, "region", "island");
  add (answers, "employer", "Bureau");
  add (answers, "title", NULL);

  request = hbk_request_new_correct_profile (answers);
  step = hbk_request_perform (request, world->workspace, TODAY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step->changes->len, ==, 2);

  assert_holds (world, "2022-01-01", "name", "Right");
  assert_holds (world, "2022-01-01", "employer", "Bureau");
  assert_holds (world, "2022-01-01", "region", "harbour");
  assert_holds (world, "2024-01-01", "region", "island");
  assert_holds (world, "2024-01-01", "title", NULL);
  assert_holds (world, "2025-06-01", "name", "Later");

  world_undo (world, HBK_JOURNAL_PROFILE);
  assert_holds (world, "2024-01-01", "name", "Wrong");
  assert_holds (world, "2024-01-01", "title", "engineer");
}

static void
test_correct_nothing (World *world, gconstpointer data)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  world_set_profile (world, NULL, "name", "Right");
  add (answers, "name", "Right");
  step = hbk_workspace_correct_profile (world->workspace, TODAY, answers, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->number, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/profile/correct", World, NULL, world_set_up, test_correct, world_tear_down);
  g_test_add ("/profile/correct-nothing", World, NULL, world_set_up, test_correct_nothing, world_tear_down);

  return g_test_run ();
}
