/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

/* Every key that a rule may have besides its id, and a block as the default of its rules. */
#define HBK_RULE_KEYS "clause", "since", "until", "when", "require", "warn", "readings", "subject", "credit", "credits", "outcome", "code", "year", "window", "caps", "once", "evidence"

/* How many entries each list of a rule may have. */
#define HBK_RULE_LIST_MAX 100

void hbk_rule_parse_into (HbkPackContext *context, HbkRule *rule);
void hbk_rule_check (HbkPackContext *context, const HbkRule *rule);
void hbk_rule_complete (HbkRule *rule);
void hbk_subjects_parse (HbkPackContext *context, const char *member, GArray *options);
void hbk_warns_parse (HbkPackContext *context, const char *member, GArray *warns);
void hbk_gates_parse (HbkPackContext *context, const char *member, GArray *gates);

G_END_DECLS
