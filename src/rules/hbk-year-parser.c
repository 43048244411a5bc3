/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-year-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-day-parser.h"
#include "rules/hbk-options-parser.h"
#include "rules/hbk-text-parser.h"

#define FACTS_MAX 10
#define MONTHS_MAX 600

typedef void (*ShapeFunc) (HbkPackContext *context, HbkYearMode *mode);

/* One of the shapes in { }, told by the key that only it has. "count" belongs to "study_years" alone. */
typedef struct
{
  const char        *key;
  HbkYearKind        kind;
  ShapeFunc          parse;
  const char *const *keys;
} Shape;

typedef struct
{
  HbkPackContext *context;
  HbkYearMode    *mode;
} Facts;

static const HbkJsonChoice names[] = {
  { "end", HBK_YEAR_END },
  { "start", HBK_YEAR_START },
  { "each_day", HBK_YEAR_EACH_DAY },
  { "each_year", HBK_YEAR_EACH_YEAR },
  { "each_month", HBK_YEAR_EACH_MONTH },
  { "post", HBK_YEAR_POST },
  { NULL },
};

static const HbkJsonChoice study_counts[] = {
  { "from_enrolment", HBK_YEAR_COUNT_FROM_ENROLMENT },
  { "touched", HBK_YEAR_COUNT_TOUCHED },
  { "ended", HBK_YEAR_COUNT_ENDED },
  { NULL },
};

static const HbkJsonChoice full_year_counts[] = {
  { "most_days", HBK_YEAR_COUNT_MOST_DAYS },
  { "touched", HBK_YEAR_COUNT_TOUCHED },
  { "calendar", HBK_YEAR_COUNT_CALENDAR },
  { NULL },
};

static void
add_fact (HbkYearMode *mode, const HbkFactSpec *spec)
{
  if (spec != NULL)
    g_ptr_array_add (mode->facts, (gpointer) spec);
}

static const HbkFactSpec *
get_whole_fact (HbkPackContext *context, const char *member)
{
  const HbkFactSpec *spec = hbk_pack_context_get_fact (context, member, HBK_JSON_REQUIRED);

  if (spec == NULL || spec->type == HBK_FACT_INTEGER)
    return spec;

  hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_VALUE, _ ("Use a fact of the type “integer”."), _ ("The fact “%s” is no whole number."), spec->id);
  return NULL;
}

/* ---- Shapes ---- */

static void
parse_fact (HbkPackContext *context, HbkYearMode *mode)
{
  add_fact (mode, hbk_pack_context_get_date_fact (context, "fact", HBK_JSON_REQUIRED));
}

static void
add_latest (HbkJsonReader *reader, gpointer user_data)
{
  Facts *facts = user_data;

  if (hbk_json_reader_get_kind (reader, NULL) == HBK_JSON_STRING && g_str_equal (hbk_json_reader_get_string (reader, NULL, HBK_JSON_REQUIRED, G_MAXSIZE), "end"))
    facts->mode->with_end = TRUE;
  else
    add_fact (facts->mode, hbk_pack_context_get_date_fact (facts->context, NULL, HBK_JSON_REQUIRED));
}

static void
parse_latest (HbkPackContext *context, HbkYearMode *mode)
{
  Facts facts = { context, mode };

  hbk_text_parser_each_value (context->reader, "latest", HBK_JSON_REQUIRED, FACTS_MAX, add_latest, &facts);
}

static void
parse_number (HbkPackContext *context, HbkYearMode *mode)
{
  add_fact (mode, get_whole_fact (context, "number"));
}

static void
parse_numbers (HbkPackContext *context, HbkYearMode *mode)
{
  HbkJsonReader *reader = context->reader;
  guint          n;

  if (!hbk_json_reader_enter_array (reader, "numbers", HBK_JSON_REQUIRED, &n))
    return;

  if (n != 2)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("A run of years has two facts: the first year and the last."), _ ("Write the ids of two facts."));

  for (guint i = 0; i < MIN (n, 2); i++)
    {
      hbk_json_reader_enter_element (reader, i);
      add_fact (mode, get_whole_fact (context, NULL));
      hbk_json_reader_leave (reader);
    }

  hbk_json_reader_leave (reader);
}

static void
parse_count (HbkPackContext *context, const char *member, const HbkJsonChoice *counts, HbkYearMode *mode)
{
  int count = counts[0].value;

  hbk_json_reader_get_choice (context->reader, member, HBK_JSON_REQUIRED, counts, &count);
  mode->count = (HbkYearCount) count;
}

static void
parse_study (HbkPackContext *context, HbkYearMode *mode)
{
  add_fact (mode, get_whole_fact (context, "study_years"));
  parse_count (context, "count", study_counts, mode);
}

static void
parse_full_years (HbkPackContext *context, HbkYearMode *mode)
{
  parse_count (context, "full_years", full_year_counts, mode);
}

static void
parse_months (HbkPackContext *context, HbkYearMode *mode)
{
  hbk_json_reader_get_int (context->reader, "months_served", HBK_JSON_REQUIRED, 1, 12, &mode->months_served);
  mode->all_above = G_MAXINT;
  hbk_json_reader_get_int (context->reader, "all_above", HBK_JSON_OPTIONAL, 1, MONTHS_MAX, &mode->all_above);
}

static void
parse_posting_years (HbkPackContext *context, HbkYearMode *mode)
{
  gboolean truth = TRUE;

  hbk_json_reader_get_boolean (context->reader, "posting_years", HBK_JSON_REQUIRED, &truth);
  if (!truth)
    hbk_json_reader_report_expected (context->reader, "posting_years", "true", _ ("Write true, or find the year in another way."));
}

static const Shape shapes[] = {
  { "fact", HBK_YEAR_LATEST, parse_fact, (const char *const[]) { "fact", NULL } },
  { "latest", HBK_YEAR_LATEST, parse_latest, (const char *const[]) { "latest", NULL } },
  { "number", HBK_YEAR_NUMBER, parse_number, (const char *const[]) { "number", NULL } },
  { "numbers", HBK_YEAR_NUMBER, parse_numbers, (const char *const[]) { "numbers", NULL } },
  { "study_years", HBK_YEAR_STUDY, parse_study, (const char *const[]) { "study_years", "count", NULL } },
  { "full_years", HBK_YEAR_FULL_YEARS, parse_full_years, (const char *const[]) { "full_years", NULL } },
  { "months_served", HBK_YEAR_MONTHS_SERVED, parse_months, (const char *const[]) { "months_served", "all_above", NULL } },
  { "posting_years", HBK_YEAR_POSTING_YEARS, parse_posting_years, (const char *const[]) { "posting_years", NULL } },
};

static void
parse_shape (HbkPackContext *context, HbkYearMode *mode)
{
  static const char *const keys[] = { "fact", "latest", "number", "numbers", "study_years", "count", "full_years", "months_served", "all_above", "posting_years", NULL };
  HbkJsonReader           *reader = context->reader;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      if (!hbk_json_reader_has_member (reader, shapes[i].key))
        continue;

      hbk_json_reader_only_keys (reader, shapes[i].keys);
      mode->kind = shapes[i].kind;
      shapes[i].parse (context, mode);
      return;
    }

  if (hbk_json_reader_only_keys (reader, keys))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("This does not say how the year is found."), _ ("Add one of: fact, latest, number, numbers, study_years, full_years, months_served, posting_years."));
}

static void
parse_mode (HbkPackContext *context, const char *member, HbkYearMode *mode)
{
  HbkJsonReader *reader = context->reader;
  int            kind = HBK_YEAR_END;

  if (hbk_json_reader_get_kind (reader, member) == HBK_JSON_OBJECT)
    {
      hbk_json_reader_enter_member (reader, member);
      parse_shape (context, mode);
      hbk_json_reader_leave (reader);
      return;
    }

  hbk_json_reader_get_choice (reader, member, HBK_JSON_REQUIRED, names, &kind);
  mode->kind = (HbkYearKind) kind;
}

static void
add_mode (HbkPackContext *context, const char *member, gpointer entry)
{
  HbkYearOption *option = entry;

  option->mode.facts = g_ptr_array_new ();
  parse_mode (context, member, &option->mode);
}

/**
 * hbk_years_of_rule_parse:
 * @context: a context
 * @member: the key, which is there
 * @years: (element-type HbkYearOption): replaced
 *
 * Reads how a record finds its credit year; see data/packs/FORMAT.md, Year.
 */
void
hbk_years_of_rule_parse (HbkPackContext *context, const char *member, GArray *years)
{
  g_array_set_size (years, 0);
  hbk_options_parse (context, member, "year", years, add_mode);
}

/**
 * hbk_window_parse:
 * @context: a context
 * @member: the key
 * @window: (out): the window
 *
 * Reads the span outside which learning does not count.
 */
void
hbk_window_parse (HbkPackContext *context, const char *member, HbkWindow *window)
{
  static const char *const keys[] = { "from_fact", "if_known", "to", "code", "clause", "years", NULL };
  HbkJsonReader           *reader = context->reader;

  *window = (HbkWindow) { .set = TRUE };
  if (!hbk_json_reader_enter_object (reader, member, HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (reader, keys);
  if (!hbk_json_reader_has_member (reader, "from_fact") && !hbk_json_reader_has_member (reader, "to"))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The window has neither a beginning nor an end."), _ ("Add “from_fact”, “to” or both."));
  window->from_fact = hbk_pack_context_get_date_fact (context, "from_fact", HBK_JSON_OPTIONAL);
  hbk_json_reader_get_boolean (reader, "if_known", HBK_JSON_OPTIONAL, &window->if_known);
  hbk_day_parse_month_day (context, "to", HBK_JSON_OPTIONAL, &window->to);
  window->code = hbk_pack_context_get_code (context, "code", HBK_JSON_REQUIRED);
  window->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  hbk_years_parse (context, "years", HBK_JSON_OPTIONAL, &window->year_from, &window->year_to);
  hbk_json_reader_leave (reader);
}
