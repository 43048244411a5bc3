/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-database.h"
#include "records/hbk-change.h"
#include "records/hbk-evidence-file.h"
#include "records/hbk-record.h"

G_BEGIN_DECLS

/* What a library keeps now, in the tables of the database. Beside the journal nothing else writes there. */

gboolean hbk_store_apply (HbkDatabase *database, HbkChange *change, gint64 at, GError **error);
gboolean hbk_store_lookup (HbkDatabase *database, HbkChangeKind kind, const char *id, char **doc, GError **error);
gboolean hbk_store_lookup_trash (HbkDatabase *database, HbkChangeKind kind, const char *id, char **doc, GError **error);

HbkRecord       *hbk_store_parse_record (const char *doc, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidenceFile *hbk_store_parse_file (const char *doc, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
