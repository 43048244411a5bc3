/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/* An empty pack; the lists with ids are set by hbk_pack_context_init(). */
HbkPack *hbk_pack_new (HbkVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;

/* hbk-pack-entries.c: what the entries of a pack's lists hold */
GArray *hbk_reading_options_new (void) G_GNUC_WARN_UNUSED_RESULT;
GArray *hbk_reduction_modes_new (void) G_GNUC_WARN_UNUSED_RESULT;

void hbk_notice_clear (HbkNotice *notice);
void hbk_clause_clear (HbkClause *clause);
void hbk_defect_clear (HbkDefect *defect);
void hbk_reading_clear (HbkReading *reading);
void hbk_cap_clear (HbkCap *cap);
void hbk_evidence_entry_clear (HbkEvidenceSet *set);
void hbk_requirement_clear (HbkRequirement *requirement);
void hbk_reduction_clear (HbkReduction *reduction);
void hbk_deadline_clear (HbkDeadline *deadline);
void hbk_step_clear (HbkStep *step);
void hbk_application_rule_clear (HbkApplicationRule *rule);
void hbk_pick_from_clear (HbkPickFrom *from);
void hbk_waiver_clear (HbkWaiver *waiver);
void hbk_conditional_clear (HbkConditional *conditional);

G_END_DECLS
