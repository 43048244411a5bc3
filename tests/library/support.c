/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <string.h>

#include "base/hbk-error.h"
#include "library/hbk-edit.h"

char *
hbk_test_make_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("hourbook-library-XXXXXX", &error);

  g_assert_no_error (error);

  return dir;
}

HbkClock *
hbk_test_clock (void)
{
  return hbk_clock_new_fixed (hbk_date_new (2024, 11, 18));
}

HbkLibrary *
hbk_test_open (const char *dir, HbkLibraryMode mode)
{
  g_autoptr (HbkClock) clock = hbk_test_clock ();
  g_autoptr (GError) error = NULL;
  HbkLibrary *library = hbk_library_open (dir, mode, clock, &error);

  g_assert_no_error (error);

  return library;
}

HbkRecord *
hbk_test_make_record (const char *id, const char *day, const char *title)
{
  HbkRecord *record = hbk_record_new (id, "training");

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, hbk_date_parse (day), HBK_DATE_NONE);

  return record;
}

void
hbk_test_put (HbkLibrary *library, HbkJournalWhat what, const char *id, const char *day, const char *title)
{
  g_autoptr (HbkRecord) record = hbk_test_make_record (id, day, title);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, what);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  hbk_edit_put_record (edit, record, &error);
  g_assert_no_error (error);
  step = hbk_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->number, >, 0);
}

void
hbk_test_undo (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_library_undo (library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->what, ==, HBK_JOURNAL_UNDO);
}

void
hbk_test_redo (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_library_redo (library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->what, ==, HBK_JOURNAL_REDO);
}

/* Compares the titles of all records, the newest record first. */
void
hbk_test_assert_titles (HbkLibrary *library, const char *titles)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = hbk_library_list (library, NULL, 0, 1000, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", hbk_record_get_title (g_ptr_array_index (records, i)));
  g_assert_cmpstr (found->str, ==, titles);
}

void
hbk_test_assert_no_undo (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_library_undo (library, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "There is nothing to undo.");
}

void
hbk_test_assert_no_redo (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_library_redo (library, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "There is nothing to do again.");
}

void
hbk_test_assert_says (const GError *error, const char *text)
{
  g_assert_nonnull (error);
  if (strstr (error->message, text) == NULL)
    g_error ("“%s” does not say “%s”", error->message, text);
}
