/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-condition.h"

G_BEGIN_DECLS

/**
 * HbkEvidenceOption:
 * @groups: (element-type GPtrArray): each a list of interned document ids, any of which serves; "*" serves for any
 * @weak_below: complete but weak with fewer distinct documents; 0 when never
 * @when: (nullable): the option holds only then
 */
typedef struct
{
  GPtrArray    *groups;
  int           weak_below;
  HbkCondition *when;
} HbkEvidenceOption;

/** HbkEvidenceSet: any of (all of (any of document types)); see data/packs/FORMAT.md, Evidence. */
typedef struct
{
  const char *id;
  const char *clause;
  GArray     *options;
} HbkEvidenceSet;

GArray *hbk_evidence_options_new (void) G_GNUC_WARN_UNUSED_RESULT;
void    hbk_evidence_set_clear (HbkEvidenceSet *self);

G_END_DECLS
