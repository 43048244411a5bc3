/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-measure-parser.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "rules/hbk-text-parser.h"

#define DIVIDE_MAX 1000000
#define MINUTES_MAX 1440

static const HbkJsonChoice names[] = {
  { "net_days", HBK_MEASURE_NET_DAYS },
  { "span_months", HBK_MEASURE_SPAN_MONTHS },
  { "months_in_year", HBK_MEASURE_MONTHS_IN_YEAR },
  { "span_years", HBK_MEASURE_SPAN_YEARS },
  { "span_days", HBK_MEASURE_SPAN_DAYS },
  { "hours_per_day", HBK_MEASURE_HOURS_PER_DAY },
  { NULL },
};

/* Something that is neither, but comes near to the name of a computed measure. */
static gboolean
report_misspelt (HbkPackContext *context, const char *member, const char *name)
{
  const char      *known[G_N_ELEMENTS (names)] = { NULL };
  g_autofree char *shown = NULL;
  g_autofree char *action = NULL;
  const char      *meant;

  if (hbk_vocabulary_lookup_fact (context->pack->vocabulary, name) != NULL)
    return FALSE;

  for (guint i = 0; names[i].nick != NULL; i++)
    known[i] = names[i].nick;
  meant = hbk_text_nearest (name, known);
  if (meant == NULL)
    return FALSE;

  shown = hbk_text_escape (name, -1, HBK_TEXT_PARSER_ID_MAX);
  action = g_strdup_printf (_ ("Did you mean “%s”?"), meant);
  hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_REFERENCE, action, _ ("There is no measure “%s”."), shown);

  return TRUE;
}

/* One of the computed measures by its name, else a fact by its id. */
static gboolean
parse_name (HbkPackContext *context, const char *member, HbkMeasure *measure)
{
  const char *name = hbk_json_reader_get_string (context->reader, member, HBK_JSON_REQUIRED, G_MAXSIZE);

  for (const HbkJsonChoice *choice = names; choice->nick != NULL; choice++)
    {
      if (g_str_equal (choice->nick, name))
        {
          measure->kind = (HbkMeasureKind) choice->value;
          return TRUE;
        }
    }

  if (report_misspelt (context, member, name))
    return FALSE;

  measure->fact = hbk_pack_context_get_number_fact (context, member, HBK_JSON_REQUIRED);

  return measure->fact != NULL;
}

/**
 * hbk_measure_parse_whole:
 * @context: a context, at an object that may have the member `whole`
 * @down: (inout): set when unfinished units are dropped
 * @up: (inout): set when they count as whole ones
 *
 * Reads what becomes of unfinished units.
 */
void
hbk_measure_parse_whole (HbkPackContext *context, gboolean *down, gboolean *up)
{
  static const HbkJsonChoice ways[] = { { "up", TRUE }, { NULL } };

  if (hbk_json_reader_get_kind (context->reader, "whole") == HBK_JSON_STRING)
    hbk_json_reader_get_choice (context->reader, "whole", HBK_JSON_REQUIRED, ways, up);
  else
    hbk_json_reader_get_boolean (context->reader, "whole", HBK_JSON_OPTIONAL, down);
}

/**
 * hbk_measure_parse_minutes:
 * @context: a context, at the object that describes a measure of a fact
 * @measure: a measure
 *
 * Reads the members by which minutes stand in for units that are not stated.
 */
void
hbk_measure_parse_minutes (HbkPackContext *context, HbkMeasure *measure)
{
  HbkJsonReader *reader = context->reader;
  gboolean       has_fact = hbk_json_reader_has_member (reader, "minutes_fact");

  measure->minutes_fact = hbk_pack_context_get_number_fact (context, "minutes_fact", HBK_JSON_OPTIONAL);
  hbk_json_reader_get_int (reader, "minutes", has_fact ? HBK_JSON_REQUIRED : HBK_JSON_OPTIONAL, 1, MINUTES_MAX, &measure->minutes);
  hbk_measure_parse_whole (context, &measure->whole, &measure->up);

  if (!has_fact && hbk_json_reader_has_member (reader, "minutes"))
    hbk_json_reader_report_member (reader, "minutes", HBK_ERROR_VALUE, _ ("There are minutes of a unit, but no fact that counts minutes."), _ ("Add “minutes_fact”, or remove “minutes”."));
}

static gboolean
parse_object (HbkPackContext *context, HbkMeasure *measure)
{
  static const char *const keys[] = { "fact", "divide", "minutes_fact", "minutes", "whole", NULL };
  HbkJsonReader           *reader = context->reader;
  gboolean                 good;

  hbk_json_reader_only_keys (reader, keys);
  if (hbk_json_reader_get_kind (reader, "fact") == HBK_JSON_STRING)
    good = parse_name (context, "fact", measure);
  else
    good = hbk_pack_context_get_number_fact (context, "fact", HBK_JSON_REQUIRED) != NULL;
  hbk_json_reader_get_int (reader, "divide", HBK_JSON_OPTIONAL, 1, DIVIDE_MAX, &measure->divide);
  hbk_measure_parse_minutes (context, measure);

  return good;
}

/**
 * hbk_measure_parse:
 * @context: a context
 * @member: the key
 * @need: whether it has to be there
 * @measure: (out): the measure
 *
 * Reads a measure; see data/packs/FORMAT.md, Measures.
 *
 * Returns: %TRUE when a good measure is there
 */
gboolean
hbk_measure_parse (HbkPackContext *context, const char *member, HbkJsonNeed need, HbkMeasure *measure)
{
  HbkJsonReader *reader = context->reader;
  HbkJsonKind    kind = hbk_json_reader_get_kind (reader, member);
  gboolean       good;

  *measure = (HbkMeasure) { .kind = HBK_MEASURE_FACT, .divide = 1 };

  if (kind == HBK_JSON_STRING)
    return parse_name (context, member, measure);

  if (kind != HBK_JSON_OBJECT && kind != HBK_JSON_ABSENT)
    {
      hbk_json_reader_report_expected (reader, member, _ ("a measure"), _ ("Write the id of a fact, the name of a measure, or an object with “fact”."));
      return FALSE;
    }

  if (!hbk_json_reader_enter_object (reader, member, need))
    return FALSE;

  good = parse_object (context, measure);
  hbk_json_reader_leave (reader);

  return good;
}
