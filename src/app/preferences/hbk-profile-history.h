/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/**
 * HbkProfilePart:
 * @from: the day from which it holds; %HBK_DATE_NONE when it has held always
 * @answers: what was said
 *
 * Something that was said of the person at once.
 */
typedef struct
{
  HbkDate   from;
  HbkFacts *answers;
} HbkProfilePart;

/**
 * HbkProfileHistory:
 * @packs: (element-type HbkPack): all packs
 * @parts: (element-type HbkProfilePart): what was said, the earliest first
 *
 * What the dialog about the person has to read first. Read the members freely.
 */
typedef struct
{
  GPtrArray *packs;
  GPtrArray *parts;
} HbkProfileHistory;

/* A job of a session. */
gpointer hbk_profile_history_load (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error);
void     hbk_profile_history_free (gpointer history);

const HbkPack *hbk_profile_history_lookup_pack (const HbkProfileHistory *self, const char *id);
char          *hbk_profile_history_describe (const HbkProfileHistory *self, const HbkProfilePart *part, const HbkVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
