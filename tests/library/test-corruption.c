/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "library/hbk-edit.h"
#include "library/hbk-library-backups.h"
#include "library/hbk-library-check.h"
#include "library/hbk-library-files.h"
#include "library/hbk-library-private.h"

#include "support.h"

#define N_FLIPS 700
#define HEADER 100
#define PAGE 4096

/* A library in which everything occurs, as bytes. */
typedef struct
{
  char *content;
  gsize length;
  char *expected;
} World;

static World world;

static char *
describe (HbkLibrary *library, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) records = hbk_library_list (library, NULL, 0, 1000, NULL, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autofree char *id = g_strdup (hbk_record_get_id (g_ptr_array_index (records, i)));

      g_string_append_printf (text, "%s=%s ", id, hbk_record_get_title (g_ptr_array_index (records, i)));
    }

  return records != NULL ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
make_world (void)
{
  static const char *const ids[] = { "r3", "r4", NULL };
  g_autofree char         *dir = hbk_test_make_dir ();
  g_autofree char         *path = hbk_test_path (dir, "hourbook.db");
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (GBytes) rules = g_bytes_new_static ("rules", 5);
  g_autofree char *sha256 = NULL;
  g_autoptr (HbkEvidenceFile) file = NULL;
  g_autoptr (HbkJournalStep) removed = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      g_autofree char *day = g_strdup_printf ("2024-03-%02u", 1 + i);
      g_autofree char *padding = g_strnfill (i * 20, 'x');
      g_autofree char *title = g_strdup_printf ("题目 %u %s", i, padding);
      g_autofree char *name = g_strdup_printf ("file %u", i);

      hbk_test_put (library, HBK_JOURNAL_ADD, id, day, title);
      if (i % 5 == 0)
        hbk_evidence_file_free (hbk_test_put_file (library, id, name));
    }
  hbk_test_seal (library, 2024, ids);
  file = hbk_test_put_file (library, "gone", "gone");
  removed = hbk_test_remove (library, HBK_CHANGE_FILE, file->sha256);
  hbk_test_put (library, HBK_JOURNAL_ADD, "free", "2023-01-01", "free");
  g_assert_true (hbk_library_keep_rules (library, rules, &sha256, NULL));
  world.expected = describe (library, NULL);
  g_clear_object (&library);
  g_assert_true (g_file_get_contents (path, &world.content, &world.length, NULL));
  g_assert_cmpuint (world.length % PAGE, ==, 0);
}

static void
assert_clear (GError **error)
{
  if (*error == NULL)
    return;

  g_assert_true ((*error)->domain == HBK_ERROR);
  g_assert_true ((*error)->message[0] != '\0' && g_utf8_validate ((*error)->message, -1, NULL));
  g_clear_error (error);
}

/* All that a person may ask of a library. Each answers, or says what is wrong. */
static void
ask_everything (HbkLibrary *library)
{
  const HbkRecordQuery query = { .text = "题目" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = hbk_library_list (library, &query, 0, 100, NULL, &error);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) trash = NULL;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HbkJournalStep) undone = NULL;
  g_autoptr (HbkJournalStep) redone = NULL;
  g_autoptr (HbkRecord) record = hbk_test_make_record ("new", "2023-01-01", "new");
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_ADD);
  g_autoptr (HbkJournalStep) step = NULL;
  guint n;

  assert_clear (&error);
  steps = hbk_library_list_steps (library, NULL, 100, &error);
  assert_clear (&error);
  files = hbk_library_list_files (library, FALSE, &error);
  assert_clear (&error);
  trash = hbk_library_list_trash (library, &error);
  assert_clear (&error);
  years = hbk_library_list_years (library, &error);
  assert_clear (&error);
  undone = hbk_library_undo (library, NULL, &error);
  assert_clear (&error);
  redone = hbk_library_redo (library, NULL, &error);
  assert_clear (&error);
  hbk_edit_put_record (edit, record, &error);
  assert_clear (&error);
  step = hbk_edit_commit (edit, &error);
  assert_clear (&error);
  hbk_library_empty_trash (library, &n, gone, &error);
  assert_clear (&error);
  hbk_library_make_backup (library, HBK_BACKUP_WEEKLY, NULL, &error);
  assert_clear (&error);
}

/* A damaged database says so, or what it gives is right, or looking at it all finds what is wrong. */
static void
try (const char *dir, const char *content, gsize length)
{
  g_autofree char *path = hbk_test_path (dir, "hourbook.db");
  g_autofree char *lock = hbk_test_path (dir, "hourbook.lock");
  g_autofree char *found = NULL;
  g_autoptr (HbkClock) clock = hbk_test_clock ();
  g_autoptr (HbkLibrary) library = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_looked_at;

  g_unlink (lock);
  g_assert_true (g_file_set_contents_full (path, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  is_looked_at = hbk_library_check (dir, problems, NULL, NULL, NULL, &error);
  assert_clear (&error);
  library = hbk_library_open (dir, HBK_LIBRARY_WRITE, clock, &error);
  if (library == NULL)
    {
      g_assert_nonnull (error);
      assert_clear (&error);
      return;
    }

  found = describe (library, &error);
  assert_clear (&error);
  if (g_strcmp0 (found, world.expected) != 0)
    g_assert_true (!is_looked_at || !hbk_problems_is_empty (problems));
  ask_everything (library);
}

static void
test_flips (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *content = g_memdup2 (world.content, world.length);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_FLIPS; i++)
    {
      gsize at = i < HEADER ? i : (gsize) g_rand_double_range (rand, 0, (double) world.length);
      char  bit = (char) (1 << g_rand_int_range (rand, 0, 8));

      content[at] = (char) (content[at] ^ bit);
      try (dir, content, world.length);
      content[at] = world.content[at];
    }
}

/* Whole stretches that the disk has lost. */
static void
test_holes (void)
{
  g_autofree char *dir = hbk_test_make_dir ();

  for (gsize at = 0; at < world.length; at += PAGE)
    {
      g_autofree char *content = g_memdup2 (world.content, world.length);

      memset (content + at, 0, PAGE);
      try (dir, content, world.length);
      memset (content + at, 0xff, PAGE);
      try (dir, content, world.length);
      memcpy (content + at, world.content + (at + PAGE) % world.length, PAGE);
      try (dir, content, world.length);
    }
}

static void
test_truncated (void)
{
  g_autofree char *dir = hbk_test_make_dir ();

  for (gsize length = 0; length < world.length; length += PAGE)
    {
      try (dir, world.content, length);
      try (dir, world.content, length + PAGE / 3);
    }
}

/* A file whose rows hold what they cannot hold: NULL, numbers for texts, texts for numbers. */
static void
test_impossible_values (void)
{
  static const char *const tables[][2] = {
    { "record", "id first last activity status subject words doc" },
    { "file", "sha256 serial doc" },
    { "item", "kind id doc" },
    { "trash", "kind id removed doc" },
    { "step", "at what of note correction undo_next redo_next chain" },
    { "change", "kind id before after" },
    { "meta", "value" },
    { "rules", "sha256 content" },
  };
  static const char *const values[] = { "NULL", "7", "-1", "'x'", "''", "x'00ff'", "9223372036854775807", "'{}'" };
  guint                    n_forced = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (GStrv) columns = g_strsplit (tables[i][1], " ", -1);

      for (guint j = 0; columns[j] != NULL; j++)
        {
          for (gsize k = 0; k < G_N_ELEMENTS (values); k++)
            {
              g_autofree char *dir = hbk_test_make_dir ();
              g_autofree char *path = hbk_test_path (dir, "hourbook.db");
              g_autofree char *content = NULL;
              g_autofree char *ask = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s IS %s", tables[i][0], columns[j], values[k]);
              gsize            length;

              g_assert_true (g_file_set_contents (path, world.content, (gssize) world.length, NULL));
              hbk_test_force (dir, tables[i][0], columns[j], values[k]);
              n_forced += hbk_test_ask (dir, ask) > 0;
              g_assert_true (g_file_get_contents (path, &content, &length, NULL));
              try (dir, content, length);
            }
        }
    }
  /* Some SQLite refuses all the same, such as NULL in a key. */
  g_test_message ("%u of %u values were forced in", n_forced, 33 * (guint) G_N_ELEMENTS (values));
  g_assert_cmpuint (n_forced, >, 200);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);

  make_world ();
  g_test_add_func ("/corruption/flips", test_flips);
  g_test_add_func ("/corruption/holes", test_holes);
  g_test_add_func ("/corruption/truncated", test_truncated);
  g_test_add_func ("/corruption/impossible-values", test_impossible_values);

  result = g_test_run ();
  g_free (world.content);
  g_free (world.expected);

  return result;
}
