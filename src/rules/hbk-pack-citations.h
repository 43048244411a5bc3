/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/**
 * HbkPackCitations:
 * @computed: interned ids of clauses from which something is computed
 * @mentioned: interned ids of clauses that only something for a person to read cites
 * @readings: positions of readings on which something depends
 * @caps: positions of caps that a rule uses
 * @evidence: positions of evidence sets that a rule uses
 * @reached: rules that some activity's list of rules gets to
 *
 * What the parts of a pack use of each other.
 */
typedef struct
{
  GHashTable *computed;
  GHashTable *mentioned;
  GHashTable *readings;
  GHashTable *caps;
  GHashTable *evidence;
  GHashTable *reached;
} HbkPackCitations;

void hbk_pack_citations_init (HbkPackCitations *self, const HbkPack *pack);
void hbk_pack_citations_clear (HbkPackCitations *self);

G_END_DECLS
