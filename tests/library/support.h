/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-error.h"
#include "library/hbk-library.h"

G_BEGIN_DECLS

/* What the tests of the library share. Folders are in the temporary folder of the test, and go with it. */

char       *hbk_test_make_dir (void);
HbkClock   *hbk_test_clock (void);
HbkLibrary *hbk_test_open (const char *dir, HbkLibraryMode mode);
HbkRecord  *hbk_test_make_record (const char *id, const char *day, const char *title);

void hbk_test_put (HbkLibrary *library, HbkJournalWhat what, const char *id, const char *day, const char *title);
void hbk_test_undo (HbkLibrary *library);
void hbk_test_redo (HbkLibrary *library);

HbkEvidenceFile *hbk_test_put_file (HbkLibrary *library, const char *content, const char *name);
HbkJournalStep  *hbk_test_remove (HbkLibrary *library, HbkChangeKind kind, const char *id);
void             hbk_test_seal (HbkLibrary *library, int year, const char *const *ids);

/* The database, past everything that guards it. */
char  *hbk_test_path (const char *dir, const char *name);
void   hbk_test_tamper (const char *dir, const char *sql);
void   hbk_test_force (const char *dir, const char *table, const char *column, const char *value);
gint64 hbk_test_ask (const char *dir, const char *sql);

/* All that lies in a folder: names and content. */

void hbk_test_assert_refused (const char *dir, HbkLibraryMode mode, HbkError code, const char *text);
void hbk_test_assert_titles (HbkLibrary *library, const char *titles);
void hbk_test_assert_no_undo (HbkLibrary *library);
void hbk_test_assert_no_redo (HbkLibrary *library);
void hbk_test_assert_ends (const char *text, const char *end);
void hbk_test_assert_says (const GError *error, const char *text);

G_END_DECLS
