/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-asked-facts.h"
#include "rules/hbk-cap-use.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/**
 * HbkPreview:
 * @record: the record as it was drafted
 * @state: the state without it
 * @years: (element-type HbkPreviewYear): the years in which it would count or belong, the earliest first
 * @similar: (element-type HbkRecord): other records that may be the same: same work, same activity and dates, same title in the same year, same file
 * @facts: (nullable): what to ask about the record; %NULL while no region with rules is chosen
 *
 * What a drafted record would come to. Nothing is stored. Read the members freely.
 */
typedef struct
{
  HbkRecord *record;
  HbkState  *state;
  GPtrArray *years;
  GPtrArray *similar;

  HbkAskedFacts *facts;

  /*< private >*/
  HbkSession *session; /* frees it */
} HbkPreview;

/**
 * HbkPreviewYear:
 * @year: the year
 * @assessment: the year's assessment with the draft
 * @after: the year with the draft
 * @before: (nullable): the year without it; %NULL where the state has no such year
 * @result: (nullable): what becomes of the draft; %NULL where it no longer belongs to the year
 * @caps: (element-type HbkCapShare): how much of the year's caps it uses
 *
 * A year with and without a drafted record.
 */
typedef struct
{
  int                    year;
  HbkAssessment         *assessment;
  const HbkYearResult   *after;
  const HbkYearResult   *before;
  const HbkRecordResult *result;
  GArray                *caps;
} HbkPreviewYear;

void        hbk_preview_async (HbkSession *session, HbkRecord *draft, GAsyncReadyCallback callback, gpointer user_data);
HbkPreview *hbk_preview_finish (HbkSession *session, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkTally    hbk_preview_year_get_hours (const HbkPreviewYear *year);
HbkTally    hbk_preview_get_hours (const HbkPreview *preview);
void        hbk_preview_free (HbkPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPreview, hbk_preview_free)

G_END_DECLS
