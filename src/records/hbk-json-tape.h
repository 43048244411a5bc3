/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "records/hbk-json-scan.h"

G_BEGIN_DECLS

/**
 * HbkJsonToken:
 * @place: where the value begins in the file
 * @next: the token behind this value and all that it holds
 * @size: how many elements or members it has, or of a text, how many bytes
 * @kind: `{`, `[`, `"`, `0` for a number, or the first letter of a word
 * @escaped: of a text: it has escapes
 *
 * One value of a document, or one key. What an array holds follows it, and what an object holds: each key, then its value.
 */
typedef struct
{
  guint32 place;
  guint32 next;
  guint32 size;
  char    kind;
  guint8  escaped;
} HbkJsonToken;

/** HbkJsonTokens: a list of tokens that grows. */
typedef struct
{
  HbkJsonToken *tokens;
  guint32       n_tokens;
  guint32       capacity;
} HbkJsonTokens;

/**
 * HbkJsonTape:
 *
 * A document that has been checked: its tokens in the order of the file, and its text, in which every string has been
 * unescaped where it stands and ends in NUL. Token 0 is the root; as no value lies within another's members, 0 stands for none.
 */
typedef struct
{
  HbkJsonTokens list;
  char         *text;
  GHashTable   *nodes;
} HbkJsonTape;

HbkJsonTape *hbk_json_tape_new (const char *data, gsize length, const HbkJsonLimits *limits, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_json_tape_free (HbkJsonTape *tape);

guint     hbk_json_tape_find_member (const HbkJsonTape *tape, guint object, const char *key);
double    hbk_json_tape_get_number (const HbkJsonTape *tape, guint number);
JsonNode *hbk_json_tape_get_node (HbkJsonTape *tape, guint value);

static inline const HbkJsonToken *
hbk_json_tape_get (const HbkJsonTape *tape, guint value)
{
  return &tape->list.tokens[value];
}

static inline const char *
hbk_json_tape_get_text (const HbkJsonTape *tape, guint value)
{
  return tape->text + tape->list.tokens[value].place + 1;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkJsonTape, hbk_json_tape_free)

G_END_DECLS
