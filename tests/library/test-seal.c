/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "library/hbk-edit.h"
#include "library/hbk-library-private.h"
#include "library/hbk-seal.h"

#include "support.h"

/* A year that was handed in with three records: one within it, one that runs into the next, and one that only a fact puts there. */
typedef struct
{
  char       *dir;
  HbkLibrary *library;
} Fixture;

static void
put_long (HbkLibrary *library, const char *id, const char *start, const char *end)
{
  g_autoptr (HbkRecord) record = hbk_record_new (id, "training");
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_ADD);
  g_autoptr (HbkJournalStep) step = NULL;

  hbk_record_set_title (record, id);
  hbk_record_set_period (record, hbk_date_parse (start), hbk_date_parse (end));
  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  step = hbk_edit_commit (edit, NULL);
  g_assert_nonnull (step);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "within", "across", "by-fact", NULL };

  fixture->dir = hbk_test_make_dir ();
  fixture->library = hbk_test_open (fixture->dir, HBK_LIBRARY_CREATE);
  hbk_test_put (fixture->library, HBK_JOURNAL_ADD, "within", "2023-05-01", "within");
  put_long (fixture->library, "across", "2023-12-20", "2024-01-10");
  hbk_test_put (fixture->library, HBK_JOURNAL_ADD, "by-fact", "2021-01-01", "by-fact");
  hbk_test_put (fixture->library, HBK_JOURNAL_ADD, "other", "2024-06-01", "other");
  hbk_test_seal (fixture->library, 2023, ids);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->library);
  g_free (fixture->dir);
}

static gboolean
has_changed (Fixture *fixture)
{
  g_autoptr (GPtrArray) years = hbk_library_list_years (fixture->library, NULL);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  g_assert_cmpuint (years->len, ==, 1);
  hbk_library_has_year_changed (fixture->library, g_ptr_array_index (years, 0), &changed, &error);
  g_assert_no_error (error);

  return changed;
}

/* Commits; refused unless a reason is given. */
static void
assert_sealed (Fixture *fixture, HbkEdit *edit, const char *title)
{
  g_autofree char *text = g_strdup_printf ("“%s” belongs to 2023, which was handed in. Give the reason for the correction; it will be seen.", title);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_edit_commit (edit, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_SEALED);
  hbk_test_assert_says (error, text);
  g_assert_false (has_changed (fixture));

  g_clear_error (&error);
  hbk_edit_set_correction (edit, "");
  g_assert_null (hbk_edit_commit (edit, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_SEALED);

  g_clear_error (&error);
  hbk_edit_set_correction (edit, "a typing error");
  step = hbk_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (step->correction, ==, "a typing error");
  g_assert_true (has_changed (fixture));
}

static HbkRecord *
get (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  HbkRecord *record = hbk_library_get_record (fixture->library, id, &error);

  g_assert_no_error (error);

  return record;
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "within", "across", "by-fact" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HbkRecord) record = get (fixture, ids[i]);
      g_autoptr (HbkEdit) edit = hbk_edit_new (fixture->library, HBK_JOURNAL_EDIT);
      g_autoptr (HbkJournalStep) undone = NULL;
      g_autoptr (GError) error = NULL;

      hbk_record_set_title (record, "changed");
      g_assert_true (hbk_edit_put_record (edit, record, NULL));
      assert_sealed (fixture, edit, "changed");

      /* Taking the correction back is one, too; then all is as it was handed in. */
      g_assert_null (hbk_library_undo (fixture->library, NULL, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_SEALED);
      undone = hbk_library_undo (fixture->library, "it was right", NULL);
      g_assert_nonnull (undone);
      g_assert_false (has_changed (fixture));

      g_clear_error (&error);
      g_assert_null (hbk_library_redo (fixture->library, NULL, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_SEALED);
      g_assert_false (has_changed (fixture));
    }
}

/* Other years are free; a record may neither move into the year nor out of it. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkEdit) into = hbk_edit_new (fixture->library, HBK_JOURNAL_EDIT);
  g_autoptr (HbkEdit) out = hbk_edit_new (fixture->library, HBK_JOURNAL_EDIT);
  g_autoptr (HbkRecord) other = get (fixture, "other");
  g_autoptr (HbkRecord) within = get (fixture, "within");
  g_autoptr (HbkJournalStep) undone = NULL;

  hbk_test_put (fixture->library, HBK_JOURNAL_EDIT, "other", "2024-07-01", "moved");
  hbk_record_set_period (other, hbk_date_parse ("2022-12-31"), hbk_date_parse ("2023-01-01"));
  g_assert_true (hbk_edit_put_record (into, other, NULL));
  assert_sealed (fixture, into, "other");
  undone = hbk_library_undo (fixture->library, "x", NULL);
  g_assert_nonnull (undone);

  hbk_record_set_period (within, hbk_date_parse ("2024-01-01"), HBK_DATE_NONE);
  g_assert_true (hbk_edit_put_record (out, within, NULL));
  assert_sealed (fixture, out, "within");
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (fixture->library, HBK_JOURNAL_IMPORT);
  g_autoptr (HbkRecord) record = hbk_test_make_record ("new", "2023-01-01", "new");
  g_autoptr (HbkRecord) free_one = hbk_test_make_record ("free", "2022-12-31", "free");

  /* One record is enough to refuse all of the step. */
  g_assert_true (hbk_edit_put_record (edit, free_one, NULL));
  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  assert_sealed (fixture, edit, "new");
}

static void
test_remove_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (fixture->library, HBK_JOURNAL_REMOVE);
  g_autoptr (HbkEdit) back = hbk_edit_new (fixture->library, HBK_JOURNAL_RESTORE);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hbk_edit_remove (edit, HBK_CHANGE_RECORD, "by-fact", NULL));
  assert_sealed (fixture, edit, "by-fact");
  g_assert_true (hbk_edit_restore (back, HBK_CHANGE_RECORD, "by-fact", NULL));
  g_assert_null (hbk_edit_commit (back, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_SEALED);
  hbk_edit_set_correction (back, "it belongs there");
  step = hbk_edit_commit (back, NULL);
  g_assert_nonnull (step);
  g_assert_false (has_changed (fixture));
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkEvidenceFile) file = hbk_test_put_file (fixture->library, "content", "a.pdf");
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("certificate", file->name, file->sha256);
  g_autoptr (HbkRecord) record = get (fixture, "within");
  g_autoptr (HbkEdit) edit = hbk_edit_new (fixture->library, HBK_JOURNAL_ATTACH);

  hbk_record_add_evidence (record, evidence);
  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  assert_sealed (fixture, edit, "within");
}

/* What the reviewer answers, and the person's own note, may always be entered. */
static void
test_free (Fixture *fixture, gconstpointer data)
{
  static const HbkStatus statuses[] = { HBK_STATUS_SUBMITTED, HBK_STATUS_VERIFIED, HBK_STATUS_RETURNED, HBK_STATUS_DONE };
  g_autoptr (HbkRecord) record = get (fixture, "within");
  g_autoptr (HbkEdit) plan = hbk_edit_new (fixture->library, HBK_JOURNAL_EDIT);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (HbkEdit) edit = hbk_edit_new (fixture->library, HBK_JOURNAL_EDIT);
      g_autoptr (HbkJournalStep) step = NULL;
      g_autoptr (GError) error = NULL;

      hbk_record_set_status (record, statuses[i]);
      hbk_record_set_verified_hours (record, 800, (HbkHours) i * 100);
      hbk_record_set_note (record, "seen");
      g_assert_true (hbk_edit_put_record (edit, record, NULL));
      step = hbk_edit_commit (edit, &error);
      g_assert_no_error (error);
      g_assert_false (has_changed (fixture));
    }

  /* That it was only planned is more than an answer. */
  hbk_record_set_status (record, HBK_STATUS_PLANNED);
  g_assert_true (hbk_edit_put_record (plan, record, NULL));
  assert_sealed (fixture, plan, "within");
}

/* A year that is closed and not handed in seals nothing. */
static void
test_open_year (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HbkYearEntry) entry = hbk_year_entry_new (2024, "qinghai", "1");
  g_autoptr (HbkEdit) edit = hbk_edit_new (fixture->library, HBK_JOURNAL_CLOSE);
  g_autofree char *doc = hbk_year_entry_write (entry);
  g_autoptr (HbkJournalStep) step = NULL;

  g_assert_true (hbk_edit_put (edit, HBK_CHANGE_YEAR, "2024", doc, NULL));
  step = hbk_edit_commit (edit, NULL);
  hbk_test_put (fixture->library, HBK_JOURNAL_EDIT, "other", "2024-07-01", "moved");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->library);
  /* A row whose content says that it is another one. */
  hbk_test_tamper (fixture->dir, "UPDATE record SET doc = replace (doc, '\"within\"', '\"by-fact\"') WHERE id = 'within'");
  fixture->library = hbk_test_open (fixture->dir, HBK_LIBRARY_WRITE);
  g_assert_true (has_changed (fixture));

  g_clear_object (&fixture->library);
  hbk_test_tamper (fixture->dir, "UPDATE item SET doc = '{}'");
  fixture->library = hbk_test_open (fixture->dir, HBK_LIBRARY_WRITE);
  g_assert_null (hbk_library_list_years (fixture->library, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
  hbk_test_assert_says (error, "What the library keeps cannot be read: ");
  g_clear_error (&error);
  g_assert_null (hbk_library_undo (fixture->library, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
}

/* Many records beside a year of many: each is looked up, none is searched for. */
static void
test_many (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_IMPORT);
  g_autoptr (HbkEdit) more = hbk_edit_new (library, HBK_JOURNAL_IMPORT);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (HbkJournalStep) second = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autoptr (HbkRecord) record = hbk_test_make_record (id, "2023-05-01", "many");
      g_autofree char *other_id = g_strdup_printf ("m%u", i);
      g_autoptr (HbkRecord) other = hbk_test_make_record (other_id, "2024-05-01", "more");

      g_assert_true (hbk_edit_put_record (edit, record, NULL));
      g_assert_true (hbk_edit_put_record (more, other, NULL));
      g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  step = hbk_edit_commit (edit, NULL);
  g_assert_nonnull (step);
  hbk_test_seal (library, 2023, (const char *const *) ids->pdata);
  second = hbk_edit_commit (more, NULL);
  g_assert_nonnull (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/seal/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("edit", test_edit);
  ADD ("moves", test_moves);
  ADD ("add", test_add);
  ADD ("remove-and-restore", test_remove_and_restore);
  ADD ("evidence", test_evidence);
  ADD ("free", test_free);
  ADD ("open-year", test_open_year);
  ADD ("damaged", test_damaged);
#undef ADD
  g_test_add_func ("/seal/many", test_many);

  return g_test_run ();
}
