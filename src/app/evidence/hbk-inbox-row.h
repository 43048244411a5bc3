/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-file-suggestion.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_INBOX_ROW (hbk_inbox_row_get_type ())

G_DECLARE_FINAL_TYPE (HbkInboxRow, hbk_inbox_row, HBK, INBOX_ROW, AdwPreferencesRow)

GtkWidget *hbk_inbox_row_new (HbkSession *session, const HbkEvidenceFile *file) G_GNUC_WARN_UNUSED_RESULT;

const char *hbk_inbox_row_get_sha256 (HbkInboxRow *self);
void        hbk_inbox_row_suggest (HbkInboxRow *self, const HbkFileSuggestion *suggestion, const char *document);

G_END_DECLS
