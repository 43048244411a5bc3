/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-options-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-condition-parser.h"

#define OPTIONS_MAX 20

/* A place for one more choice; it begins with its condition. */
static gpointer
append (GArray *options)
{
  guint position = options->len;

  g_array_set_size (options, position + 1);

  return options->data + (gsize) position * g_array_get_element_size (options);
}

static void
parse_element (HbkPackContext *context, const char *key, GArray *options, HbkOptionFunc func, gboolean last)
{
  HbkJsonReader    *reader = context->reader;
  const char *const keys[] = { "when", key, NULL };
  gboolean          conditional = hbk_json_reader_get_kind (reader, NULL) == HBK_JSON_OBJECT && hbk_json_reader_has_member (reader, "when");
  HbkCondition    **entry = append (options);

  if (!conditional)
    {
      if (last)
        func (context, NULL, entry);
      else
        hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("Only the last entry of the list has no condition."), _ ("Add “when”, or move the entry to the end."));
      return;
    }

  hbk_json_reader_only_keys (reader, keys);
  if (last)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("The last entry of the list has a condition."), _ ("Add an entry for when no condition holds."));
  *entry = hbk_condition_parse (context, "when", HBK_JSON_REQUIRED);
  func (context, key, entry);
}

/**
 * hbk_options_parse:
 * @context: a context
 * @member: the key, which is there
 * @key: what an entry with a condition calls its choice
 * @options: entries that begin with their condition; those that are there are added to it
 * @func: (scope call): reads a choice
 *
 * Reads a choice, or a list `[{"when": C, "KEY": CHOICE}…, CHOICE]` of which the first holds whose condition does.
 */
void
hbk_options_parse (HbkPackContext *context, const char *member, const char *key, GArray *options, HbkOptionFunc func)
{
  HbkJsonReader *reader = context->reader;
  guint          n;

  if (hbk_json_reader_get_kind (reader, member) != HBK_JSON_ARRAY)
    {
      func (context, member, append (options));
      return;
    }

  hbk_json_reader_enter_array (reader, member, HBK_JSON_REQUIRED, &n);
  if (n == 0 || n > OPTIONS_MAX)
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_LIMIT, _ ("Correct the list."), _ ("The list must have from 1 to %d entries."), OPTIONS_MAX);

  for (guint i = 0; i < MIN (n, OPTIONS_MAX); i++)
    {
      hbk_json_reader_enter_element (reader, i);
      parse_element (context, key, options, func, i + 1 == n);
      hbk_json_reader_leave (reader);
    }
  hbk_json_reader_leave (reader);
}
