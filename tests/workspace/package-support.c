/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "package-support.h"

#include <glib/gstdio.h>

#include "workspace/hbk-workspace-evidence.h"

static void
attach (PackageFixture *fixture, const char *record, const char *name, const char *content)
{
  g_autofree char  *path = world_put_file (&fixture->world, name, content);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) taken = hbk_workspace_take_in (fixture->world.workspace, paths, record, "notice", NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

void
package_set_up (PackageFixture *fixture, gconstpointer data)
{
  World *world = &fixture->world;

  world_set_up (world, data);
  world_set_profile (world, NULL, "region", "harbour");
  world_set_profile (world, NULL, "name", "海小港");
  world_save (world, PACKAGE_RECORD ("one", "2021-05-01", "\"days\":12"));
  world_save (world, PACKAGE_RECORD ("two", "2022-05-01", "\"days\":12"));
  world_save (world, PACKAGE_RECORD ("three", "2023-05-01", "\"days\":12"));
  world_save (world, PACKAGE_RECORD ("four", "2023-06-01", "\"days\":1"));
  for (int year = 2021; year <= 2023; year++)
    {
      g_autofree char *json = g_strdup_printf ("{\"id\":\"public-%d\",\"activity\":\"public_course\",\"title\":\"public\",\"start\":\"%d-03-01\",\"facts\":{\"recorded_hours\":30}}", year, year);

      world_save (world, json);
    }
  attach (fixture, "three", "notice.txt", PACKAGE_FILE);
  attach (fixture, "three", "list.txt", "who was there");
  attach (fixture, "four", "other.txt", "what else was announced");
  fixture->out = g_build_filename (world->dir, "out", NULL);
  g_assert_cmpint (g_mkdir (fixture->out, 0700), ==, 0);
}

void
package_tear_down (PackageFixture *fixture, gconstpointer data)
{
  world_tear_down (&fixture->world, data);
  g_free (fixture->out);
}

/* ---- Steps ---- */

HbkSubmission *
package_prepare (HbkWorkspace *workspace, const HbkPackageTarget *target, HbkDate as_of)
{
  g_autoptr (GError) error = NULL;
  HbkSubmission *submission = hbk_workspace_prepare_package (workspace, target, as_of, &error);

  g_assert_no_error (error);

  return submission;
}

GPtrArray *
package_check (HbkWorkspace *workspace, const HbkSubmission *submission, const HbkPortalLimits *limits)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = hbk_workspace_check_package (workspace, submission, limits, &error);

  g_assert_no_error (error);

  return findings;
}

gboolean
package_try_making (HbkWorkspace *workspace, const HbkPackageTarget *target, HbkDate as_of, const HbkPackageWish *wish, HbkProgressFunc progress, GCancellable *cancellable, HbkPackageDone *done, GError **error)
{
  g_autoptr (HbkSubmission) submission = package_prepare (workspace, target, as_of);
  g_autoptr (GPtrArray) findings = package_check (workspace, submission, NULL);

  return hbk_package_job_run (hbk_workspace_get_library_dir (workspace), submission, findings, wish, progress, cancellable, cancellable, done, error);
}

char *
package_make (HbkWorkspace *workspace, const HbkPackageTarget *target, HbkDate as_of, const char *path, HbkPackageForm form)
{
  HbkPackageWish wish = { .path = path, .form = form };
  HbkPackageDone done;
  g_autoptr (GError) error = NULL;

  package_try_making (workspace, target, as_of, &wish, NULL, NULL, &done, &error);
  g_assert_no_error (error);

  return g_strdup (done.sha256);
}

char *
package_make_year (PackageFixture *fixture, int year, const char *name)
{
  HbkPackageTarget target = { .year = year };
  g_autofree char *path = g_build_filename (fixture->out, name, NULL);

  return package_make (fixture->world.workspace, &target, TODAY, path, HBK_PACKAGE_ZIP);
}

HbkVerification *
package_verify (HbkWorkspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;
  HbkVerification *found = hbk_workspace_verify_package (workspace, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (found->is_undamaged);
  if (found->problems->len > 0)
    g_test_message ("%s: %s", path, (const char *) g_ptr_array_index (found->problems, 0));
  g_assert_cmpuint (found->problems->len, ==, 0);

  return found;
}

void
package_hand_in (PackageFixture *fixture, int year, const char *package)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_workspace_hand_in (fixture->world.workspace, year, package, NULL, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->number, >, 0);
}
