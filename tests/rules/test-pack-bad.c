/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every file of bad/ is refused with the messages beside it in FILE.expected. Files named vocabulary-… are vocabularies,
 * all others packs; those named check-… can be read, and only the check for authors finds something in them. Packs that
 * extend another get fixture/minimal.json, or, if they ask for it, one that itself extends that.
 *
 * HBK_UPDATE_EXPECTED=1 in the environment writes the messages anew; the diff is then to be read.
 */

#include "rules/pack-fixture.h"

static const char grandchild[] =
  "{'format': 'hourbook-pack', 'version': 1, 'id': 'grandchild', 'revision': '1', 'extends': 'minimal',"
  " 'name': {'zh': '孙', 'en': 'Grandchild'}, 'region': {'zh': '某县', 'en': 'A county'}, 'checked_on': '2024-12-01'}";

static HbkPack *
get_parent (GBytes *bytes)
{
  g_autofree char *extends = hbk_pack_peek_extends (bytes);
  g_autoptr (HbkPack) minimal = NULL;
  g_autoptr (GBytes) minimal_bytes = NULL;
  g_autoptr (GBytes) grandchild_bytes = NULL;

  if (extends == NULL)
    return NULL;

  minimal_bytes = fixture_read ("fixture", "minimal.json");
  minimal = fixture_pack_from (minimal_bytes, NULL);
  if (!g_str_equal (extends, "grandchild"))
    return g_steal_pointer (&minimal);

  grandchild_bytes = fixture_quote (grandchild);

  return fixture_pack_from (grandchild_bytes, minimal);
}

static void
read_pack (GBytes *bytes, gboolean checked, HbkProblems *problems)
{
  g_autoptr (HbkPack) parent = get_parent (bytes);
  g_autoptr (HbkPack) pack = hbk_pack_read (bytes, fixture_get_vocabulary (), parent, problems);

  if (!checked)
    {
      g_assert_null (pack);
      return;
    }

  g_assert_nonnull (pack);
  g_assert_true (hbk_problems_is_empty (problems));
  hbk_pack_check (pack, bytes, problems);
}

static void
test_file (gconstpointer data)
{
  const char      *name = data;
  g_autofree char *expected_name = g_strconcat (name, ".expected", NULL);
  g_autofree char *expected_path = g_test_build_filename (G_TEST_DIST, "bad", expected_name, NULL);
  g_autofree char *actual = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = fixture_read ("bad", name);
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_has_prefix (name, "vocabulary-"))
    g_assert_null (hbk_vocabulary_read (bytes, problems));
  else
    read_pack (bytes, g_str_has_prefix (name, "check-"), problems);

  g_assert_false (hbk_problems_is_empty (problems));
  actual = fixture_describe (problems, name);
  g_assert_true (g_utf8_validate (actual, -1, NULL));

  if (g_getenv ("HBK_UPDATE_EXPECTED") != NULL)
    {
      g_file_set_contents (expected_path, actual, -1, &error);
      g_assert_no_error (error);
      return;
    }

  expected = fixture_read ("bad", expected_name);
  g_assert_cmpmem (actual, strlen (actual), g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
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
      g_autofree char *case_path = g_strconcat ("/pack-bad/", name, NULL);

      if (g_str_has_suffix (name, ".json"))
        g_test_add_data_func_full (case_path, g_strdup (name), test_file, g_free);
    }

  return g_test_run ();
}
