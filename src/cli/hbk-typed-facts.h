/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

/**
 * HbkTypedKind:
 * @HBK_TYPED_PROFILE: --profile: an answer about the person
 * @HBK_TYPED_FACT: --fact: an answer about a record
 *
 * What an answer that was typed is about.
 */
typedef enum {
  HBK_TYPED_PROFILE,
  HBK_TYPED_FACT,
} HbkTypedKind;

gboolean hbk_typed_parse_answer (HbkTypedKind kind, const HbkVocabulary *vocabulary, const char *text, char **id, HbkValue *value, GError **error);
gboolean hbk_typed_check_length (const char *text, guint max_chars, const char *what, GError **error);

G_END_DECLS
