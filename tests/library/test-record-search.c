/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "library/hbk-edit.h"
#include "library/hbk-library-private.h"

#include "support.h"

/* The ids that a query finds, the newest record first. */
static char *
find (HbkLibrary *library, const HbkRecordQuery *query, guint offset, guint limit)
{
  g_autoptr (GError) error = NULL;
  guint total = 0;
  g_autoptr (GPtrArray) records = hbk_library_list (library, query, offset, limit, &total, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", hbk_record_get_id (g_ptr_array_index (records, i)));
  if (limit == G_MAXUINT)
    g_assert_cmpuint (total, ==, records->len + MIN (offset, total));

  return g_string_free_and_steal (g_steal_pointer (&ids));
}

static void
assert_found (HbkLibrary *library, const char *text, const char *expected)
{
  const HbkRecordQuery query = { .text = text };
  g_autofree char     *found = find (library, &query, 0, G_MAXUINT);

  g_assert_cmpstr (found, ==, expected);
}

static void
put (HbkLibrary *library, const char *id, const char *start, const char *end, const char *title, const char *activity, HbkStatus status)
{
  g_autoptr (HbkRecord) record = hbk_record_new (id, activity);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_ADD);
  g_autoptr (HbkJournalStep) step = NULL;

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, hbk_date_parse (start), end != NULL ? hbk_date_parse (end) : HBK_DATE_NONE);
  hbk_record_set_status (record, status);
  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  step = hbk_edit_commit (edit, NULL);
  g_assert_nonnull (step);
}

static HbkLibrary *
make_library (char **dir)
{
  HbkLibrary *library;

  *dir = hbk_test_make_dir ();
  library = hbk_test_open (*dir, HBK_LIBRARY_CREATE);
  put (library, "a", "2022-12-30", "2023-01-02", "公需科目：人工智能", "course", HBK_STATUS_DONE);
  put (library, "b", "2023-05-01", NULL, "ＡＢＣ　Ｌａｂ（３）", "training", HBK_STATUS_VERIFIED);
  put (library, "c", "2023-05-01", NULL, "Straße Ärzte ﬁn", "training", HBK_STATUS_DONE);
  put (library, "d", "2024-02-29", NULL, "人工 与 智能", "course", HBK_STATUS_PLANNED);

  return library;
}

static void
test_words (void)
{
  g_autofree char *dir = NULL;
  g_autoptr (HbkLibrary) library = make_library (&dir);

  assert_found (library, "", "d c b a");
  assert_found (library, "  ", "d c b a");
  assert_found (library, "人工", "d a");
  assert_found (library, "智能", "d a");
  assert_found (library, "人工智能", "a");
  assert_found (library, "人工　智能", "d a");
  assert_found (library, "智能 公需", "a");
  assert_found (library, "公需科目:", "a");
  assert_found (library, "abc", "b");
  assert_found (library, "ABC lab(3)", "b");
  assert_found (library, "ｌａｂ", "b");
  assert_found (library, "STRASSE ärzte", "c");
  assert_found (library, "a\xcc\x88rzte", "c");
  assert_found (library, "FIN", "c");
  assert_found (library, "不在", "");
  assert_found (library, "能\n与", "d");
  /* Bytes that are no text find nothing, rather than all. */
  assert_found (library, "\xff\xfe", "");
}

/* Title, note, work, texts among the facts, names of files; nothing else, and no two of them as one. */
static void
test_what_is_searched (void)
{
  g_autofree char *dir = NULL;
  g_autoptr (HbkLibrary) library = make_library (&dir);
  g_autoptr (HbkRecord) record = hbk_test_make_record ("e", "2024-03-01", "题目");
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_ADD);
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("certificate", "证书扫描.pdf", NULL);
  g_autoptr (HbkFacts) facts = hbk_facts_new ();
  g_autoptr (HbkJournalStep) step = NULL;
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_value_set_text (&value, "县人民医院");
  hbk_facts_set (facts, "organizer", &value);
  hbk_record_set_facts (record, facts);
  hbk_record_set_note (record, "备注");
  hbk_record_set_work (record, "论文题名");
  hbk_record_add_evidence (record, evidence);
  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  step = hbk_edit_commit (edit, NULL);

  assert_found (library, "备注", "e");
  assert_found (library, "论文", "e");
  assert_found (library, "人民", "e");
  assert_found (library, "扫描", "e");
  assert_found (library, "organizer", "");
  assert_found (library, "题目备注", "");
}

static void
test_filters (void)
{
  g_autofree char *dir = NULL;
  g_autoptr (HbkLibrary) library = make_library (&dir);
  static const struct
  {
    HbkRecordQuery query;
    const char    *expected;
  } cases[] = {
    { { .year = 2022 }, "a" },
    { { .year = 2023 }, "c b a" },
    { { .year = 2024 }, "d" },
    { { .year = 2025 }, "" },
    { { .year = -5 }, "" },
    { { .year = 99999 }, "" },
    { { .activity = "course" }, "d a" },
    { { .activity = "cour" }, "" },
    { { .has_status = TRUE, .status = HBK_STATUS_DONE }, "c a" },
    { { .has_status = TRUE, .status = HBK_STATUS_PLANNED }, "d" },
    { { .text = "人工", .year = 2023, .activity = "course", .has_status = TRUE, .status = HBK_STATUS_DONE }, "a" },
    { { .text = "人工", .year = 2023, .activity = "training" }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (library, &cases[i].query, 0, G_MAXUINT);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* What changes is found as it has become. */
static void
test_updates (void)
{
  g_autofree char *dir = NULL;
  g_autoptr (HbkLibrary) library = make_library (&dir);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (HbkEdit) many = NULL;
  g_autoptr (HbkJournalStep) stored = NULL;

  assert_found (library, "人工", "d a");
  hbk_test_put (library, HBK_JOURNAL_EDIT, "a", "2025-01-01", "新的");
  assert_found (library, "人工", "d");
  assert_found (library, "新的", "a");
  assert_found (library, "", "a d c b");
  hbk_test_undo (library);
  assert_found (library, "人工", "d a");
  step = hbk_test_remove (library, HBK_CHANGE_RECORD, "d");
  assert_found (library, "人工", "a");
  hbk_test_undo (library);
  assert_found (library, "人工", "d a");

  many = hbk_edit_new (library, HBK_JOURNAL_IMPORT);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autoptr (HbkRecord) record = hbk_test_make_record (id, "2020-01-01", i == 150 ? "找到" : "别的");

      g_assert_true (hbk_edit_put_record (many, record, NULL));
    }
  stored = hbk_edit_commit (many, NULL);
  assert_found (library, "找到", "n150");
  hbk_test_undo (library);
  assert_found (library, "找到", "");
  assert_found (library, "人工", "d a");
}

/* One who only looks sees what another stores meanwhile. */
static void
test_other_process (void)
{
  g_autofree char *dir = NULL;
  g_autoptr (HbkLibrary) library = make_library (&dir);
  g_autoptr (HbkLibrary) looker = hbk_test_open (dir, HBK_LIBRARY_READ);

  assert_found (looker, "人工", "d a");
  hbk_test_put (library, HBK_JOURNAL_EDIT, "b", "2025-01-01", "人工");
  assert_found (looker, "人工", "b d a");
  g_clear_object (&library);
  assert_found (looker, "人工", "b d a");
}

typedef struct
{
  const char *id;
  HbkDate     start;
  guint       order;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *first = a, *second = b;

  if (first->start != second->start)
    return first->start > second->start ? -1 : 1;

  return first->order > second->order ? -1 : 1;
}

/* Order and pages of both ways are those of a plain sort. */
static void
test_order (void)
{
  const guint      n = 500;
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_IMPORT);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GStringChunk) ids = g_string_chunk_new (4096);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  const HbkRecordQuery all = { .text = "" };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("id%u", i);
      Row              row = { g_string_chunk_insert (ids, id), hbk_date_new (2024, 1, 1) + g_rand_int_range (rand, 0, 90), i };
      g_autofree char *day = hbk_date_format (row.start);
      g_autoptr (HbkRecord) record = hbk_test_make_record (id, day, id);

      g_assert_true (hbk_edit_put_record (edit, record, NULL));
      g_array_append_val (rows, row);
    }
  step = hbk_edit_commit (edit, NULL);
  g_array_sort (rows, compare_rows);

  for (guint offset = 0; offset < n + 40; offset += 37)
    {
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *plain = find (library, NULL, offset, 37);
      g_autofree char *searched = find (library, &all, offset, 37);

      for (guint i = offset; i < MIN (offset + 37, n); i++)
        g_string_append_printf (expected, "%s%s", i > offset ? " " : "", g_array_index (rows, Row, i).id);
      g_assert_cmpstr (plain, ==, expected->str);
      g_assert_cmpstr (searched, ==, expected->str);
    }
}

static void
assert_expanded (HbkLibrary *library, const char *typed, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = hbk_library_expand_id (library, typed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, expected);
}

static void
test_expand_id (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  static const char *const ids[] = { "abc1", "abc2", "abd", "ab%", "k7" };
  g_autoptr (HbkJournalStep) first = NULL;
  g_autoptr (HbkJournalStep) second = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    hbk_test_put (library, HBK_JOURNAL_ADD, ids[i], "2024-01-01", ids[i]);

  assert_expanded (library, "k", "k7");
  assert_expanded (library, "abd", "abd");
  assert_expanded (library, "ab%", "ab%");
  g_assert_null (hbk_library_expand_id (library, "abc", &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE);
  hbk_test_assert_says (error, "More than one record begins with “abc”. Give more of the id.");
  g_clear_error (&error);
  g_assert_null (hbk_library_expand_id (library, "ABD", &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "There is no record “ABD”. Look at the list for its id.");
  g_clear_error (&error);
  g_assert_null (hbk_library_expand_id (library, "", &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);

  /* The trash is looked at where no other record fits. */
  first = hbk_test_remove (library, HBK_CHANGE_RECORD, "abc2");
  assert_expanded (library, "abc", "abc1");
  assert_expanded (library, "abc2", "abc2");
  second = hbk_test_remove (library, HBK_CHANGE_RECORD, "k7");
  assert_expanded (library, "k", "k7");
}

static void
test_make_id (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = hbk_library_make_id (library, NULL);

      g_assert_cmpuint (strlen (id), ==, 8);
      g_assert_cmpuint (strspn (id, "23456789abcdefghjkmnpqrstuvwxyz"), ==, 8);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-search/words", test_words);
  g_test_add_func ("/record-search/what-is-searched", test_what_is_searched);
  g_test_add_func ("/record-search/filters", test_filters);
  g_test_add_func ("/record-search/updates", test_updates);
  g_test_add_func ("/record-search/other-process", test_other_process);
  g_test_add_func ("/record-search/order", test_order);
  g_test_add_func ("/record-search/expand-id", test_expand_id);
  g_test_add_func ("/record-search/make-id", test_make_id);

  return g_test_run ();
}
