/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-logbook.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/**
 * HbkAskedFacts:
 * @asked: (element-type HbkFactSpec): facts of the record that decide what it gives, with the answers so far; in the order in which they are looked at
 * @others: (element-type HbkFactSpec): facts that the rules of the activity look at in other situations
 * @chooses_subject: the record may say which subject it belongs to
 *
 * What to ask about a record. Read the members freely.
 */
typedef struct
{
  GPtrArray *asked;
  GPtrArray *others;
  gboolean   chooses_subject;
} HbkAskedFacts;

HbkAskedFacts *hbk_asked_facts_new (const HbkPack *pack, HbkProfile *profile, HbkRecord *record, HbkDate as_of, const guint *readings) G_GNUC_WARN_UNUSED_RESULT;
void           hbk_asked_facts_free (HbkAskedFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkAskedFacts, hbk_asked_facts_free)

G_END_DECLS
