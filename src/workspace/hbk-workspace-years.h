/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-journal-step.h"
#include "records/hbk-year-entry.h"
#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/**
 * HbkBasis:
 * @logbook: all records, with the profile that holds for these years
 * @pack: the rules that hold for these years
 * @readings: (array): the index of the chosen option for each reading of the pack
 * @years: (element-type int): the years; assess these and no others
 * @entries: (element-type HbkYearEntry): for each of @years its entry, or %NULL while it is open
 * @changed: (element-type gboolean): for each of @years whether it was changed since it was handed in
 * @newer: (nullable): the pack as it is now, when closed years are bound to an older one
 *
 * What years of a library are assessed by: which logbook, which rules, which readings. Read the members freely.
 */
typedef struct
{
  HbkLogbook *logbook;
  HbkPack    *pack;
  guint      *readings;
  GArray     *years;
  GPtrArray  *entries;
  GArray     *changed;
  HbkPack    *newer;
} HbkBasis;

/* Groups years (those given, else all that hold records and the current one) by what they are assessed by, the earliest first. */
GPtrArray *hbk_workspace_list_bases (HbkWorkspace *self, HbkDate as_of, GArray *years, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hbk_workspace_list_bases_of (HbkWorkspace *self, HbkLogbook *logbook, HbkPack *pack, HbkDate as_of, GArray *years, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void       hbk_basis_free (HbkBasis *basis);

HbkAssessment *hbk_basis_assess (const HbkBasis *basis, HbkDate as_of) G_GNUC_WARN_UNUSED_RESULT;
HbkAssessment *hbk_basis_assess_quickly (const HbkBasis *basis, HbkDate as_of) G_GNUC_WARN_UNUSED_RESULT;
HbkAssessment *hbk_basis_assess_newer (const HbkBasis *basis, HbkDate as_of) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBasis, hbk_basis_free)

GPtrArray      *hbk_workspace_list_years (HbkWorkspace *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_close_past_years (HbkWorkspace *self, HbkDate today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_hand_in (HbkWorkspace *self, int year, const char *package, const char *note, HbkDate today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_reopen (HbkWorkspace *self, int year, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_adopt_rules (HbkWorkspace *self, int year, HbkDate today, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
