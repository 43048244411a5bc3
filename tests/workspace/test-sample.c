/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "base/hbk-error.h"
#include "support.h"
#include "workspace/hbk-workspace-sample.h"

static void
add_sample (World *world)
{
  g_autofree char *folder = g_build_filename (world->dir, "samples", NULL);
  g_autofree char *path = g_build_filename (folder, "qinghai.json", NULL);
  const char      *sample = "{\"format\":\"hourbook-logbook\",\"version\":1,\"profile\":{\"region\":\"harbour\"},\"records\":["
                            "{\"id\":\"s\",\"activity\":\"training\",\"title\":\"Sample\",\"start\":\"2024-05-01\",\"facts\":{\"days\":1}}]}";

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, sample, -1, NULL));
}

static guint
count (HbkWorkspace *workspace, const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  guint n;

  hbk_workspace_open_library (workspace, dir, HBK_OPEN_WRITE, &error);
  g_assert_no_error (error);
  records = hbk_workspace_list_records (workspace, NULL, 0, 10, &n, &error);
  g_assert_no_error (error);

  return n;
}

static void
test_make_and_remove (World *world, gconstpointer data)
{
  g_autofree char *dir = hbk_workspace_dup_sample_dir (world->library);
  g_autoptr (GError) error = NULL;

  add_sample (world);
  /* Twice: what was tried out in the first is gone. */
  for (int i = 0; i < 2; i++)
    {
      hbk_workspace_make_sample (world->workspace, dir, "nowhere", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (world->workspace, dir), ==, 1);
      world_save (world, "{\"id\":\"x\",\"activity\":\"training\",\"title\":\"x\",\"start\":\"2024-05-02\",\"facts\":{\"days\":1}}");
      g_assert_cmpuint (count (world->workspace, dir), ==, 2);
    }
  hbk_workspace_close_library (world->workspace);
  hbk_workspace_remove_sample (world->workspace, dir, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (dir, G_FILE_TEST_EXISTS));
  hbk_workspace_remove_sample (world->workspace, dir, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (count (world->workspace, world->library), ==, 0);
}

/* What a link in it leads to is not the sample's. */
static void
test_links (World *world, gconstpointer data)
{
  g_autofree char *dir = hbk_workspace_dup_sample_dir (world->library);
  g_autofree char *outside = world_put_file (world, "kept", "kept");
  g_autofree char *folder = g_path_get_dirname (outside);
  g_autofree char *link = g_build_filename (dir, "link", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;

  add_sample (world);
  hbk_workspace_make_sample (world->workspace, dir, "qinghai", &error);
  g_assert_no_error (error);
  g_file_make_symbolic_link (file, folder, NULL, &error);
  g_assert_no_error (error);
  hbk_workspace_remove_sample (world->workspace, dir, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (dir, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (outside, G_FILE_TEST_EXISTS));
}

static void
test_cannot_be_removed (World *world, gconstpointer data)
{
  g_autofree char *dir = hbk_workspace_dup_sample_dir (world->library);
  g_autofree char *above = g_path_get_dirname (dir);
  g_autoptr (GError) error = NULL;

  add_sample (world);
  hbk_workspace_make_sample (world->workspace, dir, "qinghai", &error);
  g_assert_no_error (error);
  hbk_workspace_close_library (world->workspace);
  g_assert_cmpint (g_chmod (above, 0500), ==, 0);
  g_assert_false (hbk_workspace_remove_sample (world->workspace, dir, &error));
  g_assert_cmpint (g_chmod (above, 0700), ==, 0);
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  g_assert_nonnull (strstr (error->message, ": This folder could not be removed: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sample/make-and-remove", World, NULL, world_set_up, test_make_and_remove, world_tear_down);
  g_test_add ("/sample/cannot-be-removed", World, NULL, world_set_up, test_cannot_be_removed, world_tear_down);
  g_test_add ("/sample/links", World, NULL, world_set_up, test_links, world_tear_down);

  return g_test_run ();
}
