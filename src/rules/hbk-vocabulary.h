/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "base/hbk-problems.h"
#include "records/hbk-value.h"
#include "rules/hbk-bilingual.h"

G_BEGIN_DECLS

/**
 * HbkFactType:
 *
 * What kind of answer a fact or profile attribute takes.
 */
typedef enum {
  HBK_FACT_INTEGER,
  HBK_FACT_NUMBER,
  HBK_FACT_HOURS,
  HBK_FACT_BOOLEAN,
  HBK_FACT_CHOICE,
  HBK_FACT_DATE,
  HBK_FACT_HOURS_LIST,
  HBK_FACT_TEXT,
} HbkFactType;

/**
 * HbkSeverity:
 *
 * How much a warning weighs.
 */
typedef enum {
  HBK_SEVERITY_INFO,
  HBK_SEVERITY_WARNING,
  HBK_SEVERITY_ERROR,
} HbkSeverity;

/** HbkChoiceSpec: one possible answer; @id is interned. */
typedef struct
{
  const char  *id;
  HbkBilingual name;
} HbkChoiceSpec;

/**
 * HbkFactSpec:
 * @id: interned id
 * @type: the kind of answer
 * @name: a short label
 * @ask: a question a person understands
 * @unit: (nullable): id of the unit counted
 * @choices: (element-type HbkChoiceSpec) (nullable): the answers of a choice
 * @optional: the answer may be left out, which then means what @absent holds, or "not stated"
 * @absent: what a missing answer means; kind NONE when it only means "not stated"
 *
 * A fact that records answer, or an attribute that the profile answers.
 */
typedef struct
{
  const char  *id;
  HbkFactType  type;
  HbkBilingual name;
  HbkBilingual ask;
  char        *unit;
  GArray      *choices;
  gboolean     optional;
  HbkValue     absent;
} HbkFactSpec;

/** HbkGroupSpec: a heading under which activities are shown. */
typedef struct
{
  const char  *id;
  HbkBilingual name;
} HbkGroupSpec;

/** HbkActivitySpec: a kind of record; @date says what its end date means. */
typedef struct
{
  const char  *id;
  const char  *group;
  HbkBilingual name;
  HbkBilingual date;
} HbkActivitySpec;

/** HbkDocumentSpec: a kind of evidence; @effort 1 (at hand) to 5 (needs another's seal). */
typedef struct
{
  const char  *id;
  HbkBilingual name;
  int          effort;
} HbkDocumentSpec;

/** HbkWarningSpec: a warning code with its meaning and what to do. */
typedef struct
{
  const char  *id;
  HbkSeverity  severity;
  HbkBilingual name;
  HbkBilingual action;
} HbkWarningSpec;

/**
 * HbkVocabulary:
 *
 * The words all packs share: activities, facts, document types, profile attributes, warning codes. Immutable.
 */
typedef struct _HbkVocabulary HbkVocabulary;

#define HBK_TYPE_VOCABULARY (hbk_vocabulary_get_type ())

GType hbk_vocabulary_get_type (void) G_GNUC_CONST;

HbkVocabulary *hbk_vocabulary_read (GBytes *bytes, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
HbkVocabulary *hbk_vocabulary_ref (HbkVocabulary *self);
void           hbk_vocabulary_unref (HbkVocabulary *self);
GBytes        *hbk_vocabulary_get_bytes (const HbkVocabulary *self);

const HbkGroupSpec    *hbk_vocabulary_lookup_group (const HbkVocabulary *self, const char *id);
const HbkFactSpec     *hbk_vocabulary_lookup_fact (const HbkVocabulary *self, const char *id);
const HbkFactSpec     *hbk_vocabulary_lookup_attribute (const HbkVocabulary *self, const char *id);
const HbkActivitySpec *hbk_vocabulary_lookup_activity (const HbkVocabulary *self, const char *id);
const HbkDocumentSpec *hbk_vocabulary_lookup_document (const HbkVocabulary *self, const char *id);
const HbkWarningSpec  *hbk_vocabulary_lookup_warning (const HbkVocabulary *self, const char *id);
gboolean               hbk_fact_type_is_number (HbkFactType type);
const HbkChoiceSpec   *hbk_fact_spec_lookup_choice (const HbkFactSpec *spec, const char *id);

guint                  hbk_vocabulary_get_n_groups (const HbkVocabulary *self);
const HbkGroupSpec    *hbk_vocabulary_get_group (const HbkVocabulary *self, guint position);
guint                  hbk_vocabulary_get_n_facts (const HbkVocabulary *self);
const HbkFactSpec     *hbk_vocabulary_get_fact (const HbkVocabulary *self, guint position);
guint                  hbk_vocabulary_get_n_activities (const HbkVocabulary *self);
const HbkActivitySpec *hbk_vocabulary_get_activity (const HbkVocabulary *self, guint position);
guint                  hbk_vocabulary_get_n_attributes (const HbkVocabulary *self);
const HbkFactSpec     *hbk_vocabulary_get_attribute (const HbkVocabulary *self, guint position);
guint                  hbk_vocabulary_get_n_documents (const HbkVocabulary *self);
const HbkDocumentSpec *hbk_vocabulary_get_document (const HbkVocabulary *self, guint position);
guint                  hbk_vocabulary_get_n_warnings (const HbkVocabulary *self);
const HbkWarningSpec  *hbk_vocabulary_get_warning (const HbkVocabulary *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkVocabulary, hbk_vocabulary_unref)

G_END_DECLS
