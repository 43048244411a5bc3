/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-database.h"
#include "records/hbk-record-query.h"

G_BEGIN_DECLS

/**
 * HbkRecordSearch:
 *
 * All that records are searched by, in memory, in the order in which they are listed: the newest first.
 *
 * A full-text index finds no word inside Chinese text; looking at everything does, and 100,000 records take few milliseconds.
 */
typedef struct _HbkRecordSearch HbkRecordSearch;

HbkRecordSearch *hbk_record_search_new (HbkDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             hbk_record_search_free (HbkRecordSearch *self);

gboolean hbk_record_search_update (HbkRecordSearch *self, HbkDatabase *database, const char *id, GError **error);
GArray  *hbk_record_search_run (HbkRecordSearch *self, const HbkRecordQuery *query) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkRecordSearch, hbk_record_search_free)

G_END_DECLS
