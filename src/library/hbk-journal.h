/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-database.h"
#include "records/hbk-journal-step.h"

G_BEGIN_DECLS

/* How what a library keeps came about, step by step. Steps are only ever added, and each bears the checksum of all before it. */

gboolean hbk_journal_append (HbkDatabase *database, HbkJournalStep *step, GError **error);

gboolean hbk_journal_get_undo (HbkDatabase *database, gint64 *number, GError **error);
gboolean hbk_journal_get_redo (HbkDatabase *database, gint64 *number, GError **error);

HbkJournalStep *hbk_journal_read (HbkDatabase *database, gint64 number, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *hbk_journal_list (HbkDatabase *database, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *hbk_journal_list_of (HbkDatabase *database, HbkChangeKind kind, const char *id, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        hbk_journal_verify (HbkDatabase *database, gint64 *broken, GError **error);

G_END_DECLS
