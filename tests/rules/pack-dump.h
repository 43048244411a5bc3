/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/* Short texts for the parts of a pack, so that a table can say what a parser should have made. */
char *dump_condition (const HbkPack *pack, const HbkCondition *condition) G_GNUC_WARN_UNUSED_RESULT;
char *dump_credit (const HbkPack *pack, const HbkCredit *credit) G_GNUC_WARN_UNUSED_RESULT;
char *dump_rule (const HbkPack *pack, const HbkRule *rule) G_GNUC_WARN_UNUSED_RESULT;
char *dump_evidence (const HbkPack *pack, const HbkEvidenceSet *set) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
