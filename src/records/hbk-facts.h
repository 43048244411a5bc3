/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "records/hbk-value.h"

G_BEGIN_DECLS

/**
 * HbkFacts:
 *
 * The answers given for one record or person, by fact id, in the order given.
 *
 * Once shared it is not changed any more: whoever wants another answer makes a changed copy.
 */
typedef struct _HbkFacts HbkFacts;

#define HBK_TYPE_FACTS (hbk_facts_get_type ())

GType hbk_facts_get_type (void) G_GNUC_CONST;

HbkFacts *hbk_facts_new (void) G_GNUC_WARN_UNUSED_RESULT;
HbkFacts *hbk_facts_copy (const HbkFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
HbkFacts *hbk_facts_ref (HbkFacts *facts);
void      hbk_facts_unref (HbkFacts *facts);
gboolean  hbk_facts_equal (const HbkFacts *a, const HbkFacts *b);

const HbkValue *hbk_facts_get (const HbkFacts *facts, const char *interned_id);
const HbkValue *hbk_facts_lookup (const HbkFacts *facts, const char *id);
guint           hbk_facts_get_n (const HbkFacts *facts);
const HbkValue *hbk_facts_nth (const HbkFacts *facts, guint position, const char **id);
JsonNode       *hbk_facts_nth_verbatim (const HbkFacts *facts, guint position);

void     hbk_facts_set (HbkFacts *facts, const char *id, const HbkValue *value);
void     hbk_facts_set_json (HbkFacts *facts, const char *id, JsonNode *node);
gboolean hbk_facts_append_json (HbkFacts *facts, const char *id, JsonNode *node);
gboolean hbk_facts_remove (HbkFacts *facts, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkFacts, hbk_facts_unref)

G_END_DECLS
