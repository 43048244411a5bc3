/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-record-draft.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

void            hbk_draft_keeper_load_async (HbkSession *session, const char *id, GAsyncReadyCallback callback, gpointer user_data);
HbkRecordDraft *hbk_draft_keeper_load_finish (HbkSession *session, GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_draft_keeper_store (HbkSession *session, HbkRecordDraft *draft);
void            hbk_draft_keeper_set_aside (HbkSession *session, const char *id);
void            hbk_draft_keeper_discard (HbkSession *session, const char *id);
void            hbk_draft_keeper_close (AdwDialog *editor, HbkSession *session, HbkRecordDraft *draft);

G_END_DECLS
