/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The making of packages: the same bytes everywhere, nothing of the person too much, and whole or not at all. */

#define _GNU_SOURCE

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <time.h>

#include "../library/folder.h"
#include "disk/hbk-sha256.h"
#include "package-support.h"
#include "workspace/hbk-workspace-sample.h"

#define ID_NUMBER "530402199001011234"

/* ---- The number of the identity card ---- */

static void
assert_nowhere (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize            length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          assert_nowhere (path, text);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      if (memmem (content, length, text, strlen (text)) != NULL)
        g_test_message ("it is in %s", path);
      g_assert_null (memmem (content, length, text, strlen (text)));
    }
}

/* The text of a PDF, as another program finds it. */
static char *
read_pdf (const char *path)
{
  const char *const arguments[] = { "pdftotext", path, "-", NULL };
  char             *text = NULL;
  gboolean          is_done = g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL);

  g_assert_true (is_done);

  return text;
}

static void
test_id_number (PackageFixture *fixture, gconstpointer data)
{
  HbkPackageTarget target = { .year = 2023, .id_number = ID_NUMBER };
  g_autofree char *path = g_build_filename (fixture->out, "folder", NULL);
  g_autofree char *form = g_build_filename (path, "data", "登记表.pdf", NULL);
  g_autofree char *report = g_build_filename (path, "data", "核算说明.pdf", NULL);
  g_autofree char *sha256 = package_make (fixture->world.workspace, &target, TODAY, path, HBK_PACKAGE_FOLDER);
  g_autofree char *on_form = read_pdf (form);
  g_autofree char *on_report = read_pdf (report);
  g_autofree char *plain = NULL;
  g_autofree char *without = NULL;
  g_autofree char *plain_form = NULL;

  package_hand_in (fixture, 2023, sha256);
  g_assert_nonnull (strstr (on_form, ID_NUMBER));
  g_assert_null (strstr (on_report, ID_NUMBER));
  hbk_workspace_close_library (fixture->world.workspace);
  assert_nowhere (path, ID_NUMBER);
  assert_nowhere (fixture->world.library, ID_NUMBER);

  /* Without being asked for it is not known from then on either. */
  world_restart (&fixture->world);
  target.id_number = NULL;
  plain = g_build_filename (fixture->out, "plain", NULL);
  plain_form = g_build_filename (plain, "data", "登记表.pdf", NULL);
  g_free (package_make (fixture->world.workspace, &target, TODAY, plain, HBK_PACKAGE_FOLDER));
  without = read_pdf (plain_form);
  g_assert_null (strstr (without, ID_NUMBER));
}

/* ---- The same bytes ---- */

static void
test_same_bytes (PackageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *locale, *zone;
  } places[] = {
    { "C", "UTC" },
    { "zh_CN.UTF-8", "Asia/Shanghai" },
    { "zh_CN.UTF-8", "Pacific/Kiritimati" },
    { "de_DE.UTF-8", "America/New_York" },
    { "en_US.UTF-8", "Asia/Kathmandu" },
    { "C.UTF-8", "Asia/Shanghai" },
  };
  g_autofree char *first = package_make_year (fixture, 2023, "first.zip");
  g_autofree char *last = NULL;
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *name = g_strdup_printf ("%zu.zip", i);
      g_autofree char *again = NULL;

      /* A system need not have every locale; those it has must make no difference. */
      setlocale (LC_ALL, places[i].locale);
      g_setenv ("TZ", places[i].zone, TRUE);
      tzset ();
      again = package_make_year (fixture, 2023, name);
      g_assert_cmpstr (again, ==, first);
    }
  setlocale (LC_ALL, locale);
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();

  package_hand_in (fixture, 2023, first);
  world_restart (&fixture->world);
  last = package_make_year (fixture, 2023, "last.zip");
  g_assert_cmpstr (last, ==, first);
}

/* ---- The samples ---- */

static void
test_sample (gconstpointer data)
{
  const char      *region = data;
  g_autofree char *dir = g_dir_make_tmp ("hourbook-sample-XXXXXX", NULL);
  g_autofree char *library = hbk_workspace_dup_sample_dir (dir);
  g_autoptr (HbkWorkspace) workspace = hbk_workspace_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  hbk_workspace_make_sample (workspace, library, region, &error);
  g_assert_no_error (error);
  hbk_workspace_open_library (workspace, library, HBK_OPEN_WRITE, &error);
  g_assert_no_error (error);
  for (int year = 2019; year <= hbk_date_year (hbk_workspace_get_sample_day ()); year++)
    {
      HbkPackageTarget target = { .year = year, .options = { .without_binder = TRUE } };
      g_autofree char *path = g_strdup_printf ("%s/%d.zip", dir, year);
      g_autoptr (HbkSubmission) submission = package_prepare (workspace, &target, hbk_workspace_get_sample_day ());
      g_autoptr (HbkVerification) found = NULL;

      if (hbk_submission_get_n_entries (submission) == 0)
        continue;
      g_free (package_make (workspace, &target, hbk_workspace_get_sample_day (), path, HBK_PACKAGE_ZIP));
      found = package_verify (workspace, path);
      g_assert_cmpint (found->agreement, ==, HBK_AGREEMENT_SAME);
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
  hbk_workspace_close_library (workspace);
  hbk_folder_remove (g_steal_pointer (&dir));
}

/* ---- What goes wrong ---- */

static void
assert_nothing_left (PackageFixture *fixture)
{
  g_autofree char *left = hbk_folder_list (fixture->out);

  g_assert_cmpstr (left, ==, "");
}

/* The copy of the file that is notice.txt. */
static char *
find_copy (PackageFixture *fixture)
{
  g_autofree char *sha256 = hbk_sha256_bytes (PACKAGE_FILE, strlen (PACKAGE_FILE));
  g_autofree char *start = g_strndup (sha256, 2);

  return g_build_filename (fixture->world.library, "evidence", start, sha256, NULL);
}

static void
test_changed_file (PackageFixture *fixture, gconstpointer data)
{
  static const char *const contents[] = { "what was ANNOUNCED", "what was", "", "what was announced, and more" };
  HbkPackageTarget         target = { .year = 2023 };
  g_autofree char         *path = g_build_filename (fixture->out, "x.zip", NULL);
  g_autofree char         *copy = find_copy (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    for (int form = HBK_PACKAGE_ZIP; form <= HBK_PACKAGE_FOLDER; form++)
      {
        HbkPackageWish wish = { .path = path, .form = (HbkPackageForm) form };
        HbkPackageDone done;
        g_autoptr (GError) error = NULL;

        g_chmod (copy, 0600);
        g_assert_true (g_file_set_contents (copy, contents[i], -1, NULL));
        g_assert_false (package_try_making (fixture->world.workspace, &target, TODAY, &wish, NULL, NULL, &done, &error));
        assert_says (error, HBK_ERROR_DAMAGED, "The copy is not as it was stored");
        assert_nothing_left (fixture);
      }
}

static void
test_missing_file (PackageFixture *fixture, gconstpointer data)
{
  HbkPackageTarget target = { .year = 2023 };
  g_autofree char *path = g_build_filename (fixture->out, "x.zip", NULL);
  g_autofree char *copy = find_copy (fixture);
  HbkPackageWish   wish = { .path = path, .form = HBK_PACKAGE_ZIP };
  HbkPackageDone   done;
  g_autoptr (HbkSubmission) submission = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (copy), ==, 0);
  submission = package_prepare (fixture->world.workspace, &target, TODAY);
  findings = package_check (fixture->world.workspace, submission, NULL);
  g_assert_true (hbk_preflight_stops (findings));
  g_assert_cmpint (((const HbkFinding *) g_ptr_array_index (findings, 0))->kind, ==, HBK_FINDING_FILE_MISSING);
  g_assert_false (package_try_making (fixture->world.workspace, &target, TODAY, &wish, NULL, NULL, &done, &error));
  g_assert_nonnull (error);
  assert_nothing_left (fixture);
}

static void
cancel_cb (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (PackageFixture *fixture, gconstpointer data)
{
  HbkPackageTarget target = { .year = 2023 };
  g_autofree char *path = g_build_filename (fixture->out, "x.zip", NULL);

  for (int form = HBK_PACKAGE_ZIP; form <= HBK_PACKAGE_FOLDER; form++)
    for (int is_late = 0; is_late < 2; is_late++)
      {
        HbkPackageWish wish = { .path = path, .form = (HbkPackageForm) form };
        HbkPackageDone done;
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GError) error = NULL;

        if (!is_late)
          g_cancellable_cancel (cancellable);
        g_assert_false (package_try_making (fixture->world.workspace, &target, TODAY, &wish, is_late ? cancel_cb : NULL, cancellable, &done, &error));
        g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
        assert_nothing_left (fixture);
      }
}

int
main (int argc, char **argv)
{
  static const char *const regions[] = { "changde", "changzhou", "jiangsu", "qinghai", "weihai", "yuxi" };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/package/" name, PackageFixture, NULL, package_set_up, function, package_tear_down)
  ADD ("id-number", test_id_number);
  ADD ("same-bytes", test_same_bytes);
  ADD ("changed-file", test_changed_file);
  ADD ("missing-file", test_missing_file);
  ADD ("cancel", test_cancel);
#undef ADD
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autofree char *path = g_strconcat ("/package/sample/", regions[i], NULL);

      g_test_add_data_func (path, regions[i], test_sample);
    }

  return g_test_run ();
}
