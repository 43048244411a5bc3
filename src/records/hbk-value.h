/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "base/hbk-date.h"
#include "base/hbk-hours.h"

G_BEGIN_DECLS

/**
 * HBK_VALUE_TEXT_MAX:
 *
 * The longest text a value holds, in characters.
 */
#define HBK_VALUE_TEXT_MAX 10000

/**
 * HbkValueKind:
 * @HBK_VALUE_NONE: not stated; JSON null
 * @HBK_VALUE_BOOLEAN: yes or no
 * @HBK_VALUE_NUMBER: an amount in hundredths
 * @HBK_VALUE_TEXT: a text, which may be the id of a choice or a date
 * @HBK_VALUE_LIST: a list of amounts in hundredths
 *
 * What an [struct@Value] holds.
 */
typedef enum {
  HBK_VALUE_NONE,
  HBK_VALUE_BOOLEAN,
  HBK_VALUE_NUMBER,
  HBK_VALUE_TEXT,
  HBK_VALUE_LIST,
} HbkValueKind;

/**
 * HbkValue:
 * @kind: which of the members holds
 * @boolean: the answer, of a boolean
 * @number: the amount in hundredths, of a number
 * @text: the interned text (a #GRefString), of a text; %NULL otherwise
 * @date: the date, when @text is a valid YYYY-MM-DD; %HBK_DATE_NONE otherwise
 * @list: (element-type gint64): the amounts in hundredths, of a list; %NULL otherwise
 *
 * The answer to a fact or attribute. Read the members freely; change them through the functions only.
 */
typedef struct
{
  HbkValueKind kind;
  gboolean     boolean;
  gint64       number;
  const char  *text;
  HbkDate      date;
  GArray      *list;
} HbkValue;

/**
 * HBK_VALUE_INIT:
 *
 * Initialises a value on the stack to %HBK_VALUE_NONE; declare it with `g_auto (HbkValue)`.
 */
#define HBK_VALUE_INIT { .kind = HBK_VALUE_NONE }

HbkValue *hbk_value_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      hbk_value_free (HbkValue *value);
void      hbk_value_clear (HbkValue *value);
void      hbk_value_copy (const HbkValue *source, HbkValue *target);
gboolean  hbk_value_equal (const HbkValue *a, const HbkValue *b);

void hbk_value_set_boolean (HbkValue *value, gboolean boolean);
void hbk_value_set_number (HbkValue *value, gint64 hundredths);
void hbk_value_set_text (HbkValue *value, const char *text);
void hbk_value_set_date (HbkValue *value, HbkDate date);
void hbk_value_set_list (HbkValue *value, const gint64 *hundredths, guint n_hundredths);

gboolean  hbk_value_from_json (HbkValue *value, JsonNode *node);
JsonNode *hbk_value_to_json (const HbkValue *value) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkValue, hbk_value_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkValue, hbk_value_clear)

G_END_DECLS
