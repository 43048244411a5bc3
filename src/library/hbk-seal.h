/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-database.h"
#include "records/hbk-journal-step.h"
#include "records/hbk-year-entry.h"

G_BEGIN_DECLS

/* Years that were handed in: what they were, and what may still be done to them. */

GPtrArray *hbk_seal_list_years (HbkDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hbk_seal_check (HbkDatabase *database, const HbkJournalStep *step, GError **error);
char      *hbk_seal_digest (HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hbk_seal_has_changed (HbkDatabase *database, const HbkYearEntry *entry, gboolean *has_changed, GError **error);

G_END_DECLS
