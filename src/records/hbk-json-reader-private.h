/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-reader.h"
#include "records/hbk-json-tape.h"

G_BEGIN_DECLS

/* For hbk-json-reader-values.c: the document, and which of its tokens stands at a place; FALSE when there is none. */
HbkJsonTape *hbk_json_reader_get_tape (HbkJsonReader *reader);
gboolean     hbk_json_reader_find (HbkJsonReader *reader, const char *member, guint *value);

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
