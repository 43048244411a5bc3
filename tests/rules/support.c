/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/support.h"

#include "records/hbk-logbook-reader.h"

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static void
assert_no_problems (const HbkProblems *problems,
                    const char        *what)
{
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      g_autofree char *text = hbk_problem_to_string (hbk_problems_get (problems, i), what);

      g_test_message ("%s", text);
    }
  g_assert_true (hbk_problems_is_empty (problems));
}

/* The path of a file below data/. */
char *
support_get_data_path (const char *first,
                       ...)
{
  va_list          parts;
  g_autofree char *below = NULL;

  va_start (parts, first);
  below = g_build_filename_valist (first, &parts);
  va_end (parts);
  return g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), below, NULL);
}

/* The vocabulary that comes with Hourbook, read once. */
HbkVocabulary *
support_get_vocabulary (void)
{
  static HbkVocabulary *vocabulary;

  if (vocabulary == NULL)
    {
      g_autofree char *path = support_get_data_path ("packs", "vocabulary.json", NULL);
      g_autoptr (GBytes) bytes = read_file (path);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();

      vocabulary = hbk_vocabulary_read (bytes, problems);
      assert_no_problems (problems, path);
    }
  return vocabulary;
}

static HbkPack *
read_pack (GBytes     *bytes,
           const char *what)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *extends = hbk_pack_peek_extends (bytes);
  HbkPack         *pack = hbk_pack_read (bytes, support_get_vocabulary (), extends != NULL ? support_get_pack (extends) : NULL, problems);

  assert_no_problems (problems, what);
  g_assert_nonnull (pack);
  return pack;
}

/* A pack that comes with Hourbook, read once; belongs to the support. */
HbkPack *
support_get_pack (const char *id)
{
  static GHashTable *packs;
  HbkPack           *pack;

  if (packs == NULL)
    packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hbk_pack_unref);
  pack = g_hash_table_lookup (packs, id);
  if (pack == NULL)
    {
      g_autofree char *name = g_strconcat (id, ".json", NULL);
      g_autofree char *path = support_get_data_path ("packs", name, NULL);
      g_autoptr (GBytes) bytes = read_file (path);

      pack = read_pack (bytes, path);
      g_hash_table_insert (packs, g_strdup (id), pack);
    }
  return pack;
}

/* A pack written in a test. */
HbkPack *
support_read_pack (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return read_pack (bytes, "pack");
}

/* A logbook written in a test. */
HbkLogbook *
support_read_logbook (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkLogbook *logbook = hbk_logbook_read (bytes, problems);

  assert_no_problems (problems, "logbook");
  g_assert_nonnull (logbook);
  return logbook;
}
