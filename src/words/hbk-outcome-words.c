/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-outcome-words.h"

#include <glib/gi18n.h>

#include "words/hbk-words.h"

/* ---- A record ---- */

static char *
with_hours (const char *format, HbkTally tally, const char *alone)
{
  g_autofree char *hours = NULL;

  if (hbk_tally_total (tally) == 0)
    return g_strdup (alone);

  hours = hbk_words_hours (tally);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, hours);
#pragma GCC diagnostic pop
}

/**
 * hbk_outcome_words:
 * @result: a record in one of its years
 *
 * Says what became of a record: its hours, or why there are none.
 *
 * Returns: (transfer full): a word or two
 */
char *
hbk_outcome_words (const HbkRecordResult *result)
{
  switch (result->outcome)
    {
    case HBK_OUTCOME_PENDING:
      /* Translators: hours that would count but for something missing, such as "pending: 7 professional" */
      return with_hours (_("pending: %s"), result->pending, _("pending"));
    case HBK_OUTCOME_PLANNED:
      /* Translators: hours that a record will add once it is done, such as "planned: 7 professional" */
      return with_hours (_("planned: %s"), result->planned, _("planned"));
    case HBK_OUTCOME_EXCLUDED:
      return g_strdup (_("does not count"));
    case HBK_OUTCOME_NO_RATE:
      return g_strdup (_("no rate"));
    case HBK_OUTCOME_DUPLICATE:
      return g_strdup (_("counted already"));
    case HBK_OUTCOME_DEEMED:
      if (result->at_application)
        return g_strdup (_("at an application only"));
      return hbk_words_hours (result->credited);
    case HBK_OUTCOME_CREDITED:
    default:
      return hbk_words_hours (result->credited);
    }
}

/* ---- A year ---- */

static char *
missing_hours (const HbkYearResult *year)
{
  HbkRequired missing = hbk_year_result_get_missing (year);

  return hbk_words_missing (missing.public_hours, missing.professional_hours, missing.total);
}

/**
 * hbk_outcome_words_year:
 * @year: a year of an assessment
 *
 * Says what a year comes to: the verdict, and the hours that are missing.
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *
hbk_outcome_words_year (const HbkYearResult *year)
{
  char *missing = year->verdict == HBK_VERDICT_SHORT ? missing_hours (year) : NULL;

  return missing != NULL ? missing : g_strdup (hbk_words_verdict (year->verdict));
}
