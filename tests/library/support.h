/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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

void hbk_test_assert_titles (HbkLibrary *library, const char *titles);
void hbk_test_assert_no_undo (HbkLibrary *library);
void hbk_test_assert_no_redo (HbkLibrary *library);
void hbk_test_assert_says (const GError *error, const char *text);

G_END_DECLS
