/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "workspace/hbk-workspace.h"

/* A data folder of its own, with the vocabulary and packs that come with Hourbook. */
typedef struct
{
  char         *dir;
  char         *packs;
  HbkWorkspace *workspace;
  HbkProblems  *problems;
} Fixture;

static char *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static char *
put (const char *dir, const char *name, const char *contents)
{
  char *path = g_build_filename (dir, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);

  return path;
}

/* Puts a copy of a pack, in which one text stands for another. */
static char *
put_changed (const char *dir, const char *name, const char *pack, const char *from, const char *to)
{
  g_autofree char *contents = read_data (pack);
  g_auto (GStrv) parts = g_strsplit (contents, from, -1);
  g_autofree char *changed = g_strjoinv (to, parts);

  g_assert_cmpuint (g_strv_length (parts), >, 1);

  return put (dir, name, changed);
}

static void
copy (Fixture *fixture, const char *name)
{
  g_autofree char *from = g_strconcat ("packs/", name, NULL);
  g_autofree char *contents = read_data (from);
  g_autofree char *path = put (fixture->packs, name, contents);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("hourbook-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->packs = g_build_filename (fixture->dir, "packs", NULL);
  g_assert_cmpint (g_mkdir (fixture->packs, 0700), ==, 0);
  copy (fixture, "vocabulary.json");
  copy (fixture, "jiangsu.json");
  fixture->workspace = hbk_workspace_new (fixture->dir);
  fixture->problems = hbk_problems_new ();
}

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        empty_folder (file);
      g_assert_cmpint (g_remove (file), ==, 0);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture->dir);
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_clear_object (&fixture->workspace);
  hbk_problems_free (fixture->problems);
  g_free (fixture->packs);
  g_free (fixture->dir);
}

static void
assert_message (const GError *error, HbkError code, const char *part)
{
  g_assert_error (error, HBK_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
assert_pack_refused (Fixture *fixture, const char *path, HbkError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPack) pack = hbk_workspace_check_pack_file (fixture->workspace, path, fixture->problems, &error);

  g_assert_null (pack);
  assert_message (error, code, part);
}

static void
test_data_dir (void)
{
  g_autoptr (HbkWorkspace) named = hbk_workspace_new ("/somewhere");
  g_autoptr (HbkWorkspace) from_environment = hbk_workspace_new (NULL);

  g_assert_cmpstr (hbk_workspace_get_data_dir (named), ==, "/somewhere");
  g_assert_cmpstr (hbk_workspace_get_data_dir (from_environment), ==, g_getenv ("HOURBOOK_DATA_DIR"));
}

static void
test_vocabulary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (fixture->workspace, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hbk_vocabulary_lookup_activity (vocabulary, "training"));
  /* It is read once. */
  empty_folder (fixture->packs);
  g_assert_true (hbk_workspace_get_vocabulary (fixture->workspace, &error) == vocabulary);
}

static void
test_no_vocabulary (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->packs, "vocabulary.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (hbk_workspace_get_vocabulary (fixture->workspace, &error));
  assert_message (error, HBK_ERROR_INSTALLATION, "Install Hourbook again");
}

static void
test_bad_vocabulary (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = put (fixture->packs, "vocabulary.json", "{");
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_workspace_get_vocabulary (fixture->workspace, &error));
  assert_message (error, HBK_ERROR_INSTALLATION, "vocabulary.json:1: ");
}

static void
test_no_packs (void)
{
  g_autoptr (HbkWorkspace) workspace = hbk_workspace_new ("/no\x1bwhere");
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) listed = NULL;
  g_autoptr (GError) loaded = NULL;
  g_autoptr (GError) checked = NULL;

  g_assert_null (hbk_workspace_list_packs (workspace, &listed));
  assert_message (listed, HBK_ERROR_INSTALLATION, "/no\\u001bwhere/packs: ");
  g_assert_null (hbk_workspace_load_pack (workspace, "qinghai", &loaded));
  assert_message (loaded, HBK_ERROR_INSTALLATION, "/no\\u001bwhere/packs: ");
  g_assert_null (hbk_workspace_check_logbook_file (workspace, "-", problems, &checked));
  assert_message (checked, HBK_ERROR_INSTALLATION, "/no\\u001bwhere/packs: ");
}

/* Only files whose names can be ids of packs are packs. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = { "1.json", "a b.json", "ä.json", ".json", "-x.json", "note.txt", "jiangsu.json~" };
  g_autofree char         *folder = g_build_filename (fixture->packs, "folder.json", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = put (fixture->packs, others[i], "");
    }
  copy (fixture, "changzhou.json");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  ids = hbk_workspace_list_packs (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpstrv (ids, ((const char *const[]) { "changzhou", "jiangsu", NULL }));
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPack) jiangsu = hbk_workspace_load_pack (fixture->workspace, "jiangsu", &error);
  g_autoptr (HbkPack) changzhou = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (jiangsu->id, ==, "jiangsu");

  copy (fixture, "changzhou.json");
  changzhou = hbk_workspace_load_pack (fixture->workspace, "changzhou", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (changzhou->extends, ==, "jiangsu");
}

static void
test_load_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "", "atlantis", "vocabulary", "../packs/jiangsu", "jiangsu.json", "/etc/passwd", ".", "a\x1b[31m", "\xff" };
  g_autofree char         *filling = g_strnfill (100000, 'x');
  g_autoptr (GError) too_long = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hbk_workspace_load_pack (fixture->workspace, ids[i], &error));
      assert_message (error, HBK_ERROR_NOT_FOUND, "There is no rule pack");
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\x1b'));
    }
  g_assert_null (hbk_workspace_load_pack (fixture->workspace, filling, &too_long));
  g_assert_cmpuint (strlen (too_long->message), <, 200);
}

/* Without its parent a pack does not load, whoever asks for it. */
static void
test_load_orphan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->packs, "jiangsu.json", NULL);
  g_autoptr (GError) error = NULL;

  copy (fixture, "changzhou.json");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (hbk_workspace_load_pack (fixture->workspace, "changzhou", &error));
  assert_message (error, HBK_ERROR_REFERENCE, "$.extends: ");
}

static void
test_check_every_pack (void)
{
  g_autoptr (HbkWorkspace) workspace = hbk_workspace_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = hbk_workspace_list_packs (workspace, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 6);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autofree char *path = g_strdup_printf ("%s/packs/%s.json", hbk_workspace_get_data_dir (workspace), ids[i]);
      g_autoptr (HbkPack) pack = hbk_workspace_check_pack_file (workspace, path, problems, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (pack->id, ==, ids[i]);
      g_assert_true (hbk_problems_is_empty (problems));
    }
}

static void
test_check_bad_pack (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = put_changed (fixture->dir, "bad.json", "packs/jiangsu.json", "\"revision\"", "\"reversion\"");

  assert_pack_refused (fixture, path, HBK_ERROR_UNKNOWN, "reversion");
  g_assert_false (hbk_problems_is_empty (fixture->problems));
}

static void
test_check_no_pack (Fixture *fixture, gconstpointer data)
{
  assert_pack_refused (fixture, fixture->dir, HBK_ERROR_IO, "folder");
  g_assert_true (hbk_problems_is_empty (fixture->problems));
}

static void
test_parent_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = put_changed (fixture->dir, "changzhou.json", "packs/changzhou.json", "\"revision\"", "\"revision\"");
  g_autofree char *beside = g_build_filename (fixture->dir, "jiangsu.json", NULL);
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPack) pack = hbk_workspace_check_pack_file (fixture->workspace, path, fixture->problems, &error);

  /* Nothing beside it: the one that comes with Hourbook. */
  g_assert_no_error (error);
  g_assert_cmpstr (pack->parent->id, ==, "jiangsu");

  /* One beside it comes first, and is the file to mend. */
  other = put (fixture->dir, "jiangsu.json", "{}");
  assert_pack_refused (fixture, path, HBK_ERROR_MISSING, beside);
}

static void
test_parent_in_working_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *path = put_changed (fixture->dir, "changzhou.json", "packs/changzhou.json", "\"revision\"", "\"revision\"");
  g_autofree char *other = put (fixture->dir, "jiangsu.json", "{}");

  g_assert_cmpint (chdir (fixture->dir), ==, 0);
  assert_pack_refused (fixture, "changzhou.json", HBK_ERROR_MISSING, "jiangsu.json:1: ");
  g_assert_cmpint (chdir (before), ==, 0);
}

static void
test_parent_of_itself (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = put_changed (fixture->dir, "changzhou.json", "packs/changzhou.json", "\"extends\": \"jiangsu\"", "\"extends\": \"changzhou\"");

  assert_pack_refused (fixture, path, HBK_ERROR_REFERENCE, "extends itself");
}

static void
test_parents_in_a_circle (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ping = put_changed (fixture->dir, "ping.json", "packs/changzhou.json", "\"extends\": \"jiangsu\"", "\"extends\": \"pong\"");
  g_autofree char *pong = put_changed (fixture->dir, "pong.json", "packs/changzhou.json", "\"extends\": \"jiangsu\"", "\"extends\": \"ping\"");

  assert_pack_refused (fixture, ping, HBK_ERROR_REFERENCE, "itself extends another");
  assert_pack_refused (fixture, pong, HBK_ERROR_REFERENCE, "itself extends another");
}

static void
test_parent_elsewhere (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "../packs/jiangsu", "/etc/passwd", "atlantis", "vocabulary" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *extends = g_strdup_printf ("\"extends\": \"%s\"", ids[i]);
      g_autofree char *path = put_changed (fixture->dir, "orphan.json", "packs/changzhou.json", "\"extends\": \"jiangsu\"", extends);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (hbk_workspace_check_pack_file (fixture->workspace, path, problems, &error));
      g_assert_nonnull (strstr (error->message, "$.extends: "));
    }
}

static void
test_logbook (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "samples", "jiangsu.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkLogbook) read = hbk_workspace_read_logbook_file (fixture->workspace, path, fixture->problems, &error);
  g_autoptr (HbkLogbook) checked = NULL;

  g_assert_no_error (error);
  checked = hbk_workspace_check_logbook_file (fixture->workspace, path, fixture->problems, &error);
  g_assert_no_error (error);
  g_assert_true (hbk_problems_is_empty (fixture->problems));
  g_assert_cmpuint (hbk_logbook_get_n_records (read), ==, hbk_logbook_get_n_records (checked));
}

static void
test_bad_logbook (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = put (fixture->dir, "a\x1b.json", "{\"format\": \"hourbook-logbook\",\n\"version\": 1, \"records\": 7}");
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) read = NULL;
  g_autoptr (GError) checked = NULL;

  g_assert_null (hbk_workspace_read_logbook_file (fixture->workspace, path, fixture->problems, &read));
  assert_message (read, HBK_ERROR_VALUE, "a\\u001b.json:2: $.records: ");
  g_assert_null (hbk_workspace_check_logbook_file (fixture->workspace, path, problems, &checked));
  assert_message (checked, HBK_ERROR_VALUE, "a\\u001b.json:2: $.records: ");
  g_assert_cmpuint (hbk_problems_get_n (problems), ==, 1);
}

/* What the vocabulary does not know makes a remark, not a refusal. */
static void
test_strange_logbook (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = put (fixture->dir, "logbook.json", "{\"format\": \"hourbook-logbook\", \"version\": 1, \"records\": ["
                                                             "{\"id\": \"a\", \"activity\": \"alchemy\", \"title\": \"t\", \"start\": \"2024-01-01\"}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkLogbook) logbook = hbk_workspace_check_logbook_file (fixture->workspace, path, fixture->problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hbk_logbook_get_n_records (logbook), ==, 1);
  g_assert_cmpuint (hbk_problems_get_n (fixture->problems), ==, 1);
  g_assert_cmpstr (hbk_problem_get_path (hbk_problems_get (fixture->problems, 0)), ==, "$.records[0].activity");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/workspace/vocabulary", test_vocabulary },
    { "/workspace/no-vocabulary", test_no_vocabulary },
    { "/workspace/bad-vocabulary", test_bad_vocabulary },
    { "/workspace/list", test_list },
    { "/workspace/load", test_load },
    { "/workspace/load-nothing", test_load_nothing },
    { "/workspace/load-orphan", test_load_orphan },
    { "/workspace/check-bad-pack", test_check_bad_pack },
    { "/workspace/check-no-pack", test_check_no_pack },
    { "/workspace/parent-beside", test_parent_beside },
    { "/workspace/parent-in-working-folder", test_parent_in_working_folder },
    { "/workspace/parent-of-itself", test_parent_of_itself },
    { "/workspace/parents-in-a-circle", test_parents_in_a_circle },
    { "/workspace/parent-elsewhere", test_parent_elsewhere },
    { "/workspace/logbook", test_logbook },
    { "/workspace/bad-logbook", test_bad_logbook },
    { "/workspace/strange-logbook", test_strange_logbook },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/workspace/data-dir", test_data_dir);
  g_test_add_func ("/workspace/no-packs", test_no_packs);
  g_test_add_func ("/workspace/check-every-pack", test_check_every_pack);

  return g_test_run ();
}
