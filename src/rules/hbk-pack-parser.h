/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

/* The lists of a pack; each of these reads one entry, with the reader at it. */

/* hbk-pack-source-parser.c: the notice and what is unclear in it */
void hbk_notice_parse (HbkPackContext *context);
void hbk_clause_parse (HbkPackContext *context);
void hbk_defect_parse (HbkPackContext *context);
void hbk_reading_parse (HbkPackContext *context);

/* hbk-pack-limit-parser.c: what bounds and proves what is earned, and what a year needs */
void hbk_cap_parse (HbkPackContext *context);
void hbk_evidence_parse (HbkPackContext *context);
void hbk_requirement_parse (HbkPackContext *context);
void hbk_reduction_parse (HbkPackContext *context);

/* hbk-pack-round-parser.c: what surrounds it */
void hbk_deadline_parse (HbkPackContext *context);
void hbk_chain_parse (HbkPackContext *context);
void hbk_form_parse (HbkPackContext *context);
void hbk_contact_parse (HbkPackContext *context);
void hbk_penalty_parse (HbkPackContext *context);

/* hbk-application-parser.c: reads the whole, with the reader at the root */
void hbk_application_rules_parse (HbkPackContext *context);

G_END_DECLS
