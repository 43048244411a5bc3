/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-scope.h"

G_BEGIN_DECLS

/**
 * HbkEvidenceState:
 * @complete: the evidence is complete
 * @weak: complete, but with fewer documents than is safe
 * @missing: (element-type utf8) (nullable): document ids of the cheapest way to complete it, the cheapest first
 *
 * How the evidence of one record stands.
 */
typedef struct
{
  gboolean   complete;
  gboolean   weak;
  GPtrArray *missing;
} HbkEvidenceState;

HbkEvidenceState hbk_evidence_check (const HbkEvidenceSet *set, HbkScope *scope);

G_END_DECLS
