/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-trace-words.h"

#include <glib/gi18n.h>

/**
 * hbk_trace_words_heading:
 * @kind: a kind of step
 *
 * Names a step of a trace; see [func@trace_step_to_text] for what it says.
 *
 * Returns: (transfer none): a word or two
 */
const char *
hbk_trace_words_heading (HbkTraceKind kind)
{
  switch (kind)
    {
    case HBK_TRACE_RULE:
      return C_("trace", "Clause");
    case HBK_TRACE_DAYS:
      return C_("trace", "Days That Count");
    case HBK_TRACE_STATED:
      return C_("trace", "Hours Stated");
    case HBK_TRACE_DIVIDE:
    case HBK_TRACE_MINUTES:
      return C_("trace", "Units");
    case HBK_TRACE_BY_DAY:
      return C_("trace", "Day by Day");
    case HBK_TRACE_SUM:
      return C_("trace", "Sum");
    case HBK_TRACE_POOL:
      return C_("trace", "Left-Over Days");
    case HBK_TRACE_YEAR_PART:
      return C_("trace", "Part in the Year");
    case HBK_TRACE_CAP:
      return C_("trace", "Cap");
    case HBK_TRACE_FLOOR:
      return C_("trace", "Filled Up");
    case HBK_TRACE_GATE:
      return C_("trace", "Condition");
    case HBK_TRACE_MISSING:
      return C_("trace", "Missing");
    case HBK_TRACE_DUPLICATE:
      return C_("trace", "Counted Already");
    case HBK_TRACE_DUTY:
      return C_("trace", "Time on Duty");
    case HBK_TRACE_FUTURE:
      return C_("trace", "Still to Come");
    case HBK_TRACE_FIXED:
    case HBK_TRACE_PER:
    default:
      return C_("trace", "Hours Earned");
    }
}

/**
 * hbk_trace_words_figure:
 * @step: a step of a trace
 *
 * Gets the figure that a step comes to, as it stands at its end.
 *
 * Returns: (transfer full) (nullable): the figure; %NULL when it has none
 */
char *
hbk_trace_words_figure (const HbkTraceStep *step)
{
  g_autofree char *rate = NULL;
  g_autofree char *result = hbk_hours_format (step->c);
  g_autofree char *over = NULL;

  switch (step->kind)
    {
    case HBK_TRACE_PER:
      rate = hbk_hours_format (step->a);
      /* Translators: times so many hours makes so many hours */
      return g_strdup_printf (C_("trace", "× %1$s = %2$s"), rate, result);
    case HBK_TRACE_CAP:
      if (!hbk_trace_words_is_loss (step))
        return g_steal_pointer (&result);
      over = hbk_hours_format (step->b - step->c);
      /* Translators: so many hours are over a cap and do not count */
      return g_strdup_printf (C_("trace", "%s over"), over);
    case HBK_TRACE_FLOOR:
      return g_strdup_printf (C_("trace", "+ %s"), result);
    case HBK_TRACE_RULE:
    case HBK_TRACE_GATE:
    case HBK_TRACE_MISSING:
    case HBK_TRACE_DUPLICATE:
    case HBK_TRACE_FUTURE:
      return NULL;
    case HBK_TRACE_FIXED:
    case HBK_TRACE_DAYS:
    case HBK_TRACE_STATED:
    case HBK_TRACE_DIVIDE:
    case HBK_TRACE_MINUTES:
    case HBK_TRACE_BY_DAY:
    case HBK_TRACE_SUM:
    case HBK_TRACE_POOL:
    case HBK_TRACE_YEAR_PART:
    case HBK_TRACE_DUTY:
    default:
      return g_steal_pointer (&result);
    }
}

/**
 * hbk_trace_words_is_loss:
 * @step: a step of a trace
 *
 * Tells whether a step takes hours away, or keeps them from counting.
 *
 * Returns: whether a person should look at it
 */
gboolean
hbk_trace_words_is_loss (const HbkTraceStep *step)
{
  switch (step->kind)
    {
    case HBK_TRACE_CAP:
      return step->c < step->b;
    case HBK_TRACE_GATE:
    case HBK_TRACE_MISSING:
    case HBK_TRACE_DUPLICATE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The hours that matter of a result: those that count, else those that may. */
static HbkTally
hours_of (const HbkRecordResult *result)
{
  switch (result->outcome)
    {
    case HBK_OUTCOME_PENDING:
      return result->pending;
    case HBK_OUTCOME_PLANNED:
      return result->planned;
    default:
      return result->credited;
    }
}

/**
 * hbk_trace_words_end:
 * @result: a record in one of its years
 *
 * Names what a trace ends in.
 *
 * Returns: (transfer none): a word or two
 */
const char *
hbk_trace_words_end (const HbkRecordResult *result)
{
  switch (result->outcome)
    {
    case HBK_OUTCOME_PENDING:
      return C_("trace", "Pending");
    case HBK_OUTCOME_PLANNED:
      return C_("trace", "Planned");
    case HBK_OUTCOME_EXCLUDED:
    case HBK_OUTCOME_NO_RATE:
    case HBK_OUTCOME_DUPLICATE:
      return C_("trace", "Does Not Count");
    case HBK_OUTCOME_DEEMED:
    case HBK_OUTCOME_CREDITED:
    default:
      return C_("trace", "Credited");
    }
}

/**
 * hbk_trace_words_end_figure:
 * @result: a record in one of its years
 *
 * Says the hours that a trace ends in.
 *
 * Returns: (transfer full): the hours
 */
char *
hbk_trace_words_end_figure (const HbkRecordResult *result)
{
  HbkHours         hours = hbk_tally_total (hours_of (result));
  g_autofree char *figure = hbk_hours_format (hours);

  /* Translators: so many hours of learning; a fraction has the plural */
  return g_strdup_printf (ngettext ("%s hour", "%s hours", hours == 100 ? 1 : 2), figure);
}
