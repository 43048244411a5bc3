/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-reader.h"
#include "records/hbk-json-scan-private.h"
#include "records/hbk-json-tape.h"

G_BEGIN_DECLS

/* One step down from the root. */
typedef struct
{
  guint       value;
  const char *member;   /* NULL for the root and for elements */
  guint       position; /* of an element */
  gboolean    same;     /* the value of the place before, entered once more */

  /* Of an array: the element entered last, since the next one is the one asked for. */
  guint last;
  guint last_position;
} HbkJsonPlace;

struct _HbkJsonReader
{
  GBytes      *bytes;
  HbkProblems *problems;
  guint        n_problems_before;
  HbkJsonTape *tape;

  /* Lines up to here have been counted. */
  gsize counted;
  int   line;

  /* Every value may be entered as it is and once more for what it has to be. */
  HbkJsonPlace places[2 * HBK_JSON_DEPTH_MAX + 2];
  guint        depth;
};

/* Which value stands at a place; FALSE when there is none. */
gboolean hbk_json_reader_find (HbkJsonReader *reader, const char *member, guint *value);

static inline guint
hbk_json_reader_here (const HbkJsonReader *reader)
{
  return reader->places[reader->depth].value;
}

static inline gboolean
hbk_json_reader_is_here (const HbkJsonReader *reader, char kind)
{
  return hbk_json_tape_get (reader->tape, hbk_json_reader_here (reader))->kind == kind;
}

static inline HbkJsonKind
hbk_json_tape_get_kind (const HbkJsonTape *tape, guint value)
{
  switch (hbk_json_tape_get (tape, value)->kind)
    {
    case '{':
      return HBK_JSON_OBJECT;
    case '[':
      return HBK_JSON_ARRAY;
    case '"':
      return HBK_JSON_STRING;
    case '0':
      return HBK_JSON_NUMBER;
    case 'n':
      return HBK_JSON_NULL;
    default:
      return HBK_JSON_BOOLEAN;
    }
}

G_END_DECLS
