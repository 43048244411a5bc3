/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "library/hbk-edit.h"
#include "library/hbk-journal.h"
#include "library/hbk-library-files.h"
#include "library/hbk-library-private.h"

#include "support.h"

static char *
make_library (void)
{
  char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-03-01", "one");
  hbk_test_put (library, HBK_JOURNAL_EDIT, "a", "2024-03-01", "two");
  hbk_test_undo (library);
  hbk_test_put (library, HBK_JOURNAL_ADD, "b", "2024-03-02", "three");

  return dir;
}

static gint64
find_broken (const char *dir)
{
  g_autofree char *path = hbk_test_path (dir, "hourbook.db");
  g_autoptr (HbkDatabase) database = hbk_database_open (path, HBK_DATABASE_READ, NULL);
  g_autoptr (GError) error = NULL;
  gint64 broken = -1;

  hbk_journal_verify (database, &broken, &error);
  g_assert_no_error (error);

  return broken;
}

/* ---- Append-only ---- */

static void
test_append_only (void)
{
  static const char *const changes[] = {
    "UPDATE step SET at = 0", "DELETE FROM step WHERE number = 1", "UPDATE change SET after = NULL",
    "DELETE FROM change", "REPLACE INTO step (number, at, what, chain) VALUES (4, 0, 'add', '')"
  };
  g_autofree char *dir = make_library ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_WRITE);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hbk_database_run (library->database, changes[i], &error));
      g_assert_nonnull (error);
    }
  g_clear_object (&library);
  g_assert_cmpint (find_broken (dir), ==, 0);
}

/* Whatever of a step is changed, the chain tells which. */
static void
test_chain (void)
{
  static const struct
  {
    const char *sql;
    gint64      broken;
  } cases[] = {
    { "UPDATE step SET at = at + 1 WHERE number = 2", 2 },
    { "UPDATE step SET what = 'import' WHERE number = 2", 2 },
    { "UPDATE step SET what = 'gibberish' WHERE number = 2", 2 },
    { "UPDATE step SET of = 1 WHERE number = 3", 3 },
    { "UPDATE step SET note = 'x' WHERE number = 4", 4 },
    { "UPDATE step SET note = '' WHERE number = 4", 4 },
    { "UPDATE step SET correction = 'x' WHERE number = 1", 1 },
    { "UPDATE step SET undo_next = 1 WHERE number = 2", 2 },
    { "UPDATE step SET redo_next = 1 WHERE number = 1", 1 },
    { "UPDATE step SET chain = upper (chain) WHERE number = 1", 1 },
    { "UPDATE step SET number = 9 WHERE number = 4", 4 },
    { "UPDATE step SET number = 0 WHERE number = 4", 1 },
    { "DELETE FROM change WHERE step = 2; DELETE FROM step WHERE number = 2", 2 },
    { "UPDATE change SET kind = 'file' WHERE step = 2", 2 },
    { "UPDATE change SET kind = 'gibberish' WHERE step = 2", 2 },
    { "UPDATE change SET id = 'z' WHERE step = 2", 2 },
    { "UPDATE change SET before = NULL WHERE step = 2", 2 },
    { "UPDATE change SET after = '{}' WHERE step = 2", 2 },
    { "UPDATE change SET step = 3, position = 7 WHERE step = 2", 2 },
    { "DELETE FROM change WHERE step = 3", 3 },
    { "INSERT INTO change VALUES (1, 1, 'record', 'x', NULL, NULL)", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dir = make_library ();
      g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_keys = OFF; %s", cases[i].sql);

      g_assert_cmpint (find_broken (dir), ==, 0);
      hbk_test_tamper (dir, sql);
      g_assert_cmpint (find_broken (dir), ==, cases[i].broken);
    }
}

/* Numbers that lead nowhere are refused, and nothing overflows. */
static void
test_wild_numbers (void)
{
  static const char *const changes[] = {
    "UPDATE step SET number = 9223372036854775807 WHERE number = 4",
    "UPDATE step SET undo_next = -9223372036854775807 WHERE number = 4",
    "UPDATE step SET undo_next = 77 WHERE number = 4",
    "UPDATE step SET redo_next = 5 WHERE number = 4",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *dir = make_library ();
      g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_keys = OFF; %s", changes[i]);
      g_autoptr (HbkLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      hbk_test_tamper (dir, sql);
      library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
      g_assert_null (hbk_library_undo (library, NULL, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
      hbk_test_assert_says (error, " of the journal cannot be read. It is left as it is; restore the last backup.");
    }
}

static void
test_read (void)
{
  g_autofree char *dir = make_library ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  g_autoptr (GPtrArray) steps = hbk_library_list_steps (library, NULL, 3, NULL);
  g_autoptr (GPtrArray) of_a = hbk_library_list_steps (library, "a", 100, NULL);
  g_autoptr (GError) error = NULL;
  const HbkJournalStep *undo = g_ptr_array_index (steps, 1);

  g_assert_cmpuint (steps->len, ==, 3);
  g_assert_cmpint (((HbkJournalStep *) g_ptr_array_index (steps, 0))->number, ==, 4);
  g_assert_cmpint (undo->what, ==, HBK_JOURNAL_UNDO);
  g_assert_cmpint (undo->of, ==, 2);
  g_assert_cmpint (undo->of_what, ==, HBK_JOURNAL_EDIT);
  g_assert_cmpuint (of_a->len, ==, 3);

  g_assert_null (hbk_journal_read (library->database, 99, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "There is no step 99 in the journal.");
}

/* ---- Undo ---- */

/* What no longer fits is refused, and what is there stays. */
static void
test_does_not_fit (void)
{
  g_autofree char *dir = make_library ();
  g_autoptr (HbkLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  hbk_test_tamper (dir, "UPDATE record SET doc = replace (doc, 'three', 'four') WHERE id = 'b'");
  library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  g_assert_null (hbk_library_undo (library, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
  hbk_test_assert_says (error, "Step 4 of the journal does not fit what the library keeps. Nothing was changed; check the library.");
  hbk_test_assert_titles (library, "four one");
}

/* Two edits of the same record: the later one does not overwrite unseen. */
static void
test_overtaken (void)
{
  g_autofree char *dir = make_library ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_EDIT);
  g_autoptr (HbkRecord) record = hbk_test_make_record ("a", "2024-03-01", "late");
  g_autoptr (GError) error = NULL;

  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  hbk_test_put (library, HBK_JOURNAL_EDIT, "a", "2024-03-01", "early");
  g_assert_null (hbk_edit_commit (edit, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_BUSY);
  hbk_test_assert_says (error, "This was changed in the meantime. Nothing was stored; look at it again, then repeat the change.");
  hbk_test_assert_titles (library, "three early");
}

static void
test_edit (void)
{
  g_autofree char *dir = make_library ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_EDIT);
  g_autoptr (HbkRecord) first = hbk_test_make_record ("a", "2024-03-01", "first");
  g_autoptr (HbkRecord) second = hbk_test_make_record ("a", "2024-03-01", "second");
  g_autoptr (HbkRecord) as_it_was = hbk_test_make_record ("b", "2024-03-02", "three");
  g_autoptr (HbkRecord) between = hbk_test_make_record ("b", "2024-03-02", "between");
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (HbkEdit) idle = hbk_edit_new (library, HBK_JOURNAL_EDIT);
  g_autoptr (HbkJournalStep) nothing = NULL;

  hbk_edit_set_note (edit, "a note");
  g_assert_true (hbk_edit_put_record (edit, first, NULL));
  g_assert_true (hbk_edit_put_record (edit, between, NULL));
  g_assert_true (hbk_edit_put_record (edit, second, NULL));
  g_assert_true (hbk_edit_put_record (edit, as_it_was, NULL));
  g_assert_cmpuint (hbk_edit_get_n_changes (edit), ==, 2);
  step = hbk_edit_commit (edit, NULL);
  /* One change of what was changed twice, none of what was changed to and fro. */
  g_assert_cmpuint (step->changes->len, ==, 1);
  g_assert_cmpstr (step->note, ==, "a note");
  hbk_test_assert_titles (library, "three second");

  g_assert_true (hbk_edit_put_record (idle, second, NULL));
  nothing = hbk_edit_commit (idle, NULL);
  g_assert_cmpint (nothing->number, ==, 0);
}

/* What could not be read again is not stored: one such item would lock the whole library. */
static void
test_unreadable (void)
{
  static const struct
  {
    HbkChangeKind kind;
    const char   *id;
    const char   *doc;
    const char   *text;
  } cases[] = {
    { HBK_CHANGE_RECORD, "c", "{}", "This cannot be stored: " },
    { HBK_CHANGE_RECORD, "c", "{\"id\":\"d\",\"activity\":\"x\",\"title\":\"x\",\"start\":\"2024-01-01\"}", "it is not what it is said to be" },
    { HBK_CHANGE_FILE, "c", "{}", "This cannot be stored: " },
    { HBK_CHANGE_YEAR, "2024", "{\"year\":2024}", "This cannot be stored: " },
    { HBK_CHANGE_PROFILE, "", "{\"title_level\":\"emperor\"}", "This cannot be stored: " },
    { HBK_CHANGE_READING, "qinghai", "[]", "This cannot be stored: " },
    { HBK_CHANGE_EXTRA, "x", "{", "This cannot be stored: " },
  };
  g_autofree char *dir = make_library ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_WRITE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_EDIT);
      g_autoptr (GError) error = NULL;

      g_assert_true (hbk_edit_put (edit, cases[i].kind, cases[i].id, cases[i].doc, NULL));
      g_assert_null (hbk_edit_commit (edit, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
      hbk_test_assert_says (error, cases[i].text);
    }
  hbk_test_assert_titles (library, "three one");
}

/* ---- Against a model ---- */

/* What the library keeps, as one text; a stack of these is the model. */
static char *
describe (HbkLibrary *library)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) records = hbk_library_list (library, NULL, 0, 1000, NULL, NULL);
  g_autoptr (GPtrArray) files = hbk_library_list_files (library, FALSE, NULL);
  g_autoptr (GPtrArray) inbox = hbk_library_list_files (library, TRUE, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s=%s+%u ", hbk_record_get_id (record), hbk_record_get_title (record), hbk_record_get_n_evidence (record)));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, g_ptr_array_index (lines, i));
  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (text, "f%u ", ((HbkEvidenceFile *) g_ptr_array_index (files, i))->serial);
  g_string_append_printf (text, "i%u", inbox->len);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
do_anything (HbkLibrary *library, GRand *rand, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trash = hbk_library_list_trash (library, NULL);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_EDIT);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autofree char *id = g_strdup_printf ("r%d", g_rand_int_range (rand, 0, 6));
  g_autofree char *title = g_strdup_printf ("t%u", n);
  g_autoptr (HbkRecord) record = hbk_library_get_record (library, id, NULL);
  int choice = g_rand_int_range (rand, 0, 4);

  if (choice == 0 && record != NULL)
    {
      hbk_edit_remove (edit, HBK_CHANGE_RECORD, id, &error);
    }
  else if (choice == 1 && trash->len > 0 && ((HbkTrashEntry *) g_ptr_array_index (trash, 0))->record != NULL)
    {
      const HbkTrashEntry *entry = g_ptr_array_index (trash, 0);

      hbk_edit_restore (edit, HBK_CHANGE_RECORD, hbk_record_get_id (entry->record), &error);
    }
  else if (choice == 2 && record != NULL)
    {
      g_autoptr (HbkEvidenceFile) file = hbk_test_put_file (library, title, title);
      g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("certificate", file->name, file->sha256);

      hbk_record_add_evidence (record, evidence);
      hbk_edit_put_record (edit, record, &error);
    }
  else
    {
      g_autoptr (HbkRecord) other = hbk_test_make_record (id, "2024-05-01", title);

      hbk_edit_put_record (edit, other, &error);
    }
  g_assert_no_error (error);
  step = hbk_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
hand_in_or_reopen (HbkLibrary *library, HbkJournalWhat what)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, what);
  g_autoptr (HbkYearEntry) entry = hbk_year_entry_new (1999, "qinghai", "1");
  g_autoptr (HbkJournalStep) step = NULL;
  g_autofree char *doc = NULL;

  entry->handed_in = what == HBK_JOURNAL_HAND_IN;
  doc = hbk_year_entry_write (entry);
  g_assert_true (hbk_edit_put (edit, HBK_CHANGE_YEAR, "1999", doc, NULL));
  step = hbk_edit_commit (edit, NULL);
  g_assert_nonnull (step);
}

/* Adds, edits, removes, restores, files and their attaching; years handed in between, which undo passes over; and restarts. */
static void
test_model (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (GHashTable) states = g_hash_table_new_full (NULL, NULL, NULL, g_free); /* step → what was kept after it */
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) undone = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gboolean is_handed_in = FALSE;
  guint    step = 0;

  g_hash_table_insert (states, GUINT_TO_POINTER (0), describe (library));
  for (guint n = 0; n < 600; n++)
    {
      int              choice = g_rand_int_range (rand, 0, 10);
      g_autofree char *now = NULL;

      if (choice < 4)
        {
          g_autoptr (GPtrArray) last = NULL;
          guint before = step;

          do_anything (library, rand, n);
          last = hbk_library_list_steps (library, NULL, 10, NULL);
          step = (guint) ((HbkJournalStep *) g_ptr_array_index (last, 0))->number;
          for (guint i = before + 1; i <= step; i++)
            g_array_append_val (done, i);
          if (step > before)
            g_array_set_size (undone, 0);
          g_hash_table_insert (states, GUINT_TO_POINTER (step), describe (library));
          /* Taking a file in was a step of its own, of which only the end is known. */
          if (step - before == 2)
            {
              g_autofree char *end = describe (library);
              guint            top;

              hbk_test_undo (library);
              g_hash_table_insert (states, GUINT_TO_POINTER (step - 1), describe (library));
              hbk_test_redo (library);
              top = step;
              step += 2;
              g_assert_cmpstr (g_hash_table_lookup (states, GUINT_TO_POINTER (top)), ==, end);
            }
        }
      else if (choice < 7 && done->len > 0)
        {
          guint top = g_array_index (done, guint, done->len - 1);

          hbk_test_undo (library);
          step++;
          g_array_append_val (undone, top);
          g_array_set_size (done, done->len - 1);
        }
      else if (choice == 7 && undone->len > 0)
        {
          guint top = g_array_index (undone, guint, undone->len - 1);

          hbk_test_redo (library);
          step++;
          g_array_append_val (done, top);
          g_array_set_size (undone, undone->len - 1);
        }
      else if (choice == 8)
        {
          is_handed_in = !is_handed_in;
          hand_in_or_reopen (library, is_handed_in ? HBK_JOURNAL_HAND_IN : HBK_JOURNAL_REOPEN);
          step++;
        }
      else
        {
          g_clear_object (&library);
          library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
        }

      now = describe (library);
      g_assert_cmpstr (now, ==, g_hash_table_lookup (states, GUINT_TO_POINTER (done->len > 0 ? g_array_index (done, guint, done->len - 1) : 0)));
      if (done->len == 0)
        hbk_test_assert_no_undo (library);
      if (undone->len == 0)
        hbk_test_assert_no_redo (library);
    }
  g_clear_object (&library);
  g_assert_cmpint (find_broken (dir), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/append-only", test_append_only);
  g_test_add_func ("/journal/chain", test_chain);
  g_test_add_func ("/journal/wild-numbers", test_wild_numbers);
  g_test_add_func ("/journal/read", test_read);
  g_test_add_func ("/journal/does-not-fit", test_does_not_fit);
  g_test_add_func ("/journal/overtaken", test_overtaken);
  g_test_add_func ("/journal/edit", test_edit);
  g_test_add_func ("/journal/unreadable", test_unreadable);
  g_test_add_func ("/journal/model", test_model);

  return g_test_run ();
}
