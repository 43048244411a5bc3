/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <gio/gio.h>

static HbkVocabulary *
read_vocabulary (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", "vocabulary.json", NULL);
  g_autofree char *text = NULL;
  gsize            length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);

  return hbk_vocabulary_read (bytes, problems);
}

HbkPack *
read_pack (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), "packs", name, NULL);
  g_autofree char *text = NULL;
  gsize            length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) vocabulary = read_vocabulary ();

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);

  return hbk_pack_read (bytes, vocabulary, NULL, problems);
}
