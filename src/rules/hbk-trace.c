/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-trace.h"

#include <glib/gi18n-lib.h>

static char *
figure (gint64 hundredths)
{
  return hbk_hours_format (hundredths);
}

static const char *
fact_name (const HbkPack *pack,
           const char    *id,
           HbkLanguage    language)
{
  const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (pack->vocabulary, id);

  if (spec == NULL)
    spec = hbk_vocabulary_lookup_attribute (pack->vocabulary, id);
  return spec != NULL ? hbk_bilingual_get (&spec->name, language) : id;
}

/* The word for so many of a unit: one of those the vocabulary names, or of a fact that counts it. */
static const char *
unit_name (const HbkPack *pack,
           const char    *id,
           gint64         amount,
           HbkLanguage    language)
{
  const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (pack->vocabulary, id);
  const char        *unit = spec != NULL && spec->unit != NULL ? spec->unit : id;
  gulong             n = amount == 100 ? 1 : 2;

  if (g_str_has_prefix (unit, "day"))
    return ngettext ("day", "days", n);
  if (g_str_has_prefix (unit, "month"))
    return ngettext ("month", "months", n);
  if (g_str_has_prefix (unit, "year"))
    return ngettext ("year", "years", n);
  if (g_str_has_prefix (unit, "hour"))
    return ngettext ("hour", "hours", n);
  if (g_str_equal (unit, "course"))
    return ngettext ("course", "courses", n);
  if (g_str_equal (unit, "subject"))
    return ngettext ("exam subject", "exam subjects", n);
  if (g_str_equal (unit, "module"))
    return ngettext ("module", "modules", n);
  if (g_str_equal (unit, "character"))
    return ngettext ("character", "characters", n);
  return fact_name (pack, id, language);
}

static char *
rule_text (const HbkTraceStep *step,
           const HbkPack      *pack,
           HbkLanguage         language)
{
  const HbkClause *clause = step->clause != NULL ? hbk_pack_lookup_clause (pack, step->clause) : NULL;

  return g_strdup (clause != NULL ? hbk_bilingual_get (&clause->text, language) : _("The notice does not speak of this."));
}

static char *
per_text (const HbkTraceStep *step,
          const HbkPack      *pack,
          HbkLanguage         language)
{
  g_autofree char *rate = figure (step->a);
  g_autofree char *units = figure (step->b);
  g_autofree char *hours = figure (step->c);

  if (step->id == NULL)
    return g_strdup_printf (_("%s × %s = %s"), units, rate, hours);
  /* Translators: how many of which unit, times the hours of one, equals hours; "3 days × 7 = 21" */
  return g_strdup_printf (_("%s %s × %s = %s"), units, unit_name (pack, step->id, step->b, language), rate, hours);
}

static char *
cap_text (const HbkTraceStep *step)
{
  g_autofree char *limit = figure (step->a);
  g_autofree char *before = figure (step->b);
  g_autofree char *after = figure (step->c);

  return g_strdup_printf (_("Capped at %s: %s → %s"), limit, before, after);
}

static char *
floor_text (const HbkTraceStep *step)
{
  g_autofree char *least = figure (step->a);
  g_autofree char *reached = figure (step->b);
  g_autofree char *filled = figure (step->c);
  const char      *format = g_str_equal (step->id, "public")
    /* Translators: a clause fills the year's hours up: target, hours from elsewhere, what it adds */
    ? _("Public subjects count as %s; other records give %s, this fills up %s")
    : _("Professional subjects count as %s; other records give %s, this fills up %s");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, least, reached, filled);
#pragma GCC diagnostic pop
}

static char *
gate_text (const HbkTraceStep *step,
           const HbkPack      *pack,
           HbkLanguage         language)
{
  const HbkWarningSpec *spec = step->id != NULL ? hbk_vocabulary_lookup_warning (pack->vocabulary, step->id) : NULL;

  return g_strdup_printf (_("Does not count: %s"), spec != NULL ? hbk_bilingual_get (&spec->name, language) : _("a condition is not met"));
}

static char *
year_part_text (const HbkTraceStep *step,
                const HbkPack      *pack,
                HbkLanguage         language)
{
  g_autofree char *whole = figure (step->a);
  g_autofree char *part = figure (step->c);

  /* Translators: part, whole, unit, year: "Of 10 days, 4 lie in 2024" */
  return g_strdup_printf (_("Of %s %s, %s lie in %d"), whole, unit_name (pack, step->id, step->a, language), part, (int) step->b);
}

static char *
figures_text (const HbkTraceStep *step,
              const HbkPack      *pack,
              HbkLanguage         language)
{
  g_autofree char *a = figure (step->a);
  g_autofree char *b = figure (step->b);
  g_autofree char *c = figure (step->c);

  switch (step->kind)
    {
    case HBK_TRACE_DAYS:
      /* Translators: days stated, days of travel and rest, days left */
      return g_strdup_printf (_("%s days − %s days of travel and rest = %s days"), a, b, c);
    case HBK_TRACE_STATED:
      /* Translators: name of a fact such as "Hours stated", and the hours */
      return g_strdup_printf (_("%s: %s"), fact_name (pack, step->id, language), c);
    case HBK_TRACE_DIVIDE:
      /* Translators: a number, its unit, what it is divided by, and the result: "25000 characters ÷ 10000 = 2.5" */
      return g_strdup_printf (_("%s %s ÷ %s = %s"), a, unit_name (pack, step->id, step->a, language), b, c);
    case HBK_TRACE_MINUTES:
      return g_strdup_printf (_("%s minutes ÷ %s = %s"), a, b, c);
    case HBK_TRACE_BY_DAY:
      return g_strdup_printf (_("%s days add up to %s"), b, c);
    case HBK_TRACE_SUM:
      return g_strdup_printf (_("Together %s"), c);
    case HBK_TRACE_DUTY:
      /* Translators: part of the year on duty, the whole year, "months" or "days" */
      return g_strdup_printf (_("On duty %s of %s %s"), c, a, unit_name (pack, step->id, step->a, language));
    case HBK_TRACE_POOL:
      return g_strdup_printf (ngettext ("Left-over days of several stints make %s more month: %s",
                                        "Left-over days of several stints make %s more months: %s", step->b == 100 ? 1 : 2),
                              b, c);
    case HBK_TRACE_FIXED:
    default:
      return step->b == 100 ? g_strdup_printf (_("%s hours each"), c) : g_strdup_printf (_("%s × %s = %s"), b, a, c);
    }
}

/**
 * hbk_trace_step_to_text:
 * @step: a step of a trace
 * @pack: the rules it comes from
 * @language: the language of the pack's texts
 *
 * Says a step in words, with the figures a person needs to check it by hand. The result is plain text, never markup.
 *
 * Returns: (transfer full): the sentence, without the clause
 */
char *
hbk_trace_step_to_text (const HbkTraceStep *step,
                        const HbkPack      *pack,
                        HbkLanguage         language)
{
  switch (step->kind)
    {
    case HBK_TRACE_RULE:
      return rule_text (step, pack, language);
    case HBK_TRACE_PER:
      return per_text (step, pack, language);
    case HBK_TRACE_CAP:
      return cap_text (step);
    case HBK_TRACE_FLOOR:
      return floor_text (step);
    case HBK_TRACE_GATE:
      return gate_text (step, pack, language);
    case HBK_TRACE_YEAR_PART:
      return year_part_text (step, pack, language);
    case HBK_TRACE_MISSING:
      return g_strdup_printf (_("Not known: %s"), fact_name (pack, step->id, language));
    case HBK_TRACE_DUPLICATE:
      return g_strdup_printf (_("Already counted with “%s”"), step->id);
    case HBK_TRACE_FUTURE:
      return g_strdup (_("Has not happened yet"));
    case HBK_TRACE_FIXED:
    case HBK_TRACE_DAYS:
    case HBK_TRACE_STATED:
    case HBK_TRACE_MINUTES:
    case HBK_TRACE_BY_DAY:
    case HBK_TRACE_SUM:
    case HBK_TRACE_POOL:
    case HBK_TRACE_DUTY:
    case HBK_TRACE_DIVIDE:
    default:
      return figures_text (step, pack, language);
    }
}
