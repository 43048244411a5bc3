/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

HbkCondition *hbk_condition_parse (HbkPackContext *context, const char *member, HbkJsonNeed need) G_GNUC_WARN_UNUSED_RESULT;

/* Reports a key that looks at a record where there is none. */
void hbk_condition_check_record (HbkPackContext *context, const char *key);

/* Of hbk-condition-test-parser.c: how a condition on a fact, an attribute or a measure looks at its value. */
void hbk_condition_parse_test (HbkPackContext *context, HbkCondition *condition);
void hbk_condition_parse_amount (HbkPackContext *context, HbkCondition *condition);
void hbk_condition_parse_dates (HbkPackContext *context, HbkCondition *condition);

G_END_DECLS
