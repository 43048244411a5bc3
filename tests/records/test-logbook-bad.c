/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every file of bad/ is refused with the messages beside it in FILE.expected. HBK_UPDATE_EXPECTED=1 in the environment
 * writes them anew; the diff is then to be read.
 */

#include "records/hbk-logbook-reader.h"

#include <string.h>

static char *
describe (HbkProblems *problems, const char *file)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      g_autofree char *line = hbk_problem_to_string (hbk_problems_get (problems, i), file);

      g_string_append_printf (text, "%s\n", line);
    }
  if (hbk_problems_get_n_dropped (problems) > 0)
    g_string_append_printf (text, "… and %u more\n", hbk_problems_get_n_dropped (problems));

  return g_string_free_and_steal (text);
}

static void
test_file (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *actual = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkLogbook) logbook = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);

  logbook = hbk_logbook_read (bytes, problems);
  g_assert_null (logbook);
  g_assert_false (hbk_problems_is_empty (problems));
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    g_assert_nonnull (hbk_problem_get_action (hbk_problems_get (problems, i)));

  actual = describe (problems, name);
  g_assert_true (g_utf8_validate (actual, -1, NULL));

  if (g_getenv ("HBK_UPDATE_EXPECTED") != NULL)
    {
      g_file_set_contents (expected_path, actual, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (actual, ==, expected);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "bad", NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *case_path = g_strconcat ("/logbook-bad/", name, NULL);

      if (g_str_has_suffix (name, ".json"))
        g_test_add_data_func_full (case_path, g_build_filename (folder, name, NULL), test_file, g_free);
    }

  return g_test_run ();
}
