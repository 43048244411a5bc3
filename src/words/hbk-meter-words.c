/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-meter-words.h"

#include <glib/gi18n.h>

static char *
say_hours (HbkHours value, HbkHours target)
{
  g_autofree char *hours = hbk_hours_format (value);
  g_autofree char *asked = target >= 0 ? hbk_hours_format (target) : NULL;

  if (asked == NULL)
    /* Translators: so many hours, where no number of them is asked for */
    return g_strdup_printf (_("%s hours, no minimum"), hours);

  /* Translators: so many of so many hours */
  return g_strdup_printf (_("%1$s of %2$s hours"), hours, asked);
}

static char *
say_pace (HbkHours value, HbkHours pace)
{
  g_autofree char *less = hbk_hours_format (MAX (pace - value, 0));
  g_autofree char *more = hbk_hours_format (MAX (value - pace, 0));

  if (value < pace)
    /* Translators: so many hours fewer than an even pace over the year would have given by today */
    return g_strdup_printf (_("%s behind an even pace"), less);
  if (value > pace)
    /* Translators: so many hours more than an even pace over the year would have given by today */
    return g_strdup_printf (_("%s ahead of an even pace"), more);

  return g_strdup (_("at an even pace"));
}

/**
 * hbk_meter_words:
 * @label: (nullable): what is measured
 * @value: the hours there are
 * @target: the hours asked for; -1 for none
 * @pace: the hours that an even pace would have given by today; -1 for none
 * @pending: hours that would be added but for something missing
 *
 * Says what a meter shows.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_meter_words (const char *label, HbkHours value, HbkHours target, HbkHours pace, HbkHours pending)
{
  g_autofree char *hours = say_hours (value, target);
  GString         *text = g_string_new (NULL);

  if (label != NULL && *label != '\0')
    /* Translators: what is measured, and so many hours of it */
    g_string_append_printf (text, C_("meter", "%1$s %2$s"), label, hours);
  else
    g_string_append (text, hours);

  if (pace >= 0 && target > 0 && value < target)
    {
      g_autofree char *words = say_pace (value, pace);

      g_string_append_printf (text, "%s%s", C_("in a list", ", "), words);
    }
  if (pending > 0)
    {
      g_autofree char *figure = hbk_hours_format (pending);

      g_string_append (text, C_("in a list", ", "));
      /* Translators: so many hours do not count yet because something is missing */
      g_string_append_printf (text, _("%s more pending"), figure);
    }

  return g_string_free_and_steal (text);
}

/**
 * hbk_meter_words_ratio:
 * @value: the hours there are
 * @target: the hours asked for or allowed; -1 for none
 *
 * Says hours as a part of others, as it stands beside a bar.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_meter_words_ratio (HbkHours value, HbkHours target)
{
  g_autofree char *hours = hbk_hours_format (value);
  g_autofree char *asked = target >= 0 ? hbk_hours_format (target) : NULL;

  /* Translators: so many hours of so many, as figures */
  return asked != NULL ? g_strdup_printf (C_("meter", "%1$s / %2$s"), hours, asked) : g_steal_pointer (&hours);
}

/**
 * hbk_meter_words_change:
 * @before: the hours there were
 * @after: the hours there will be
 * @target: the hours asked for; -1 for none
 *
 * Says how hours change, as it stands beside a bar.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_meter_words_change (HbkHours before, HbkHours after, HbkHours target)
{
  g_autofree char *from = hbk_hours_format (before);
  g_autofree char *to = hbk_meter_words_ratio (after, target);

  /* Translators: hours before and after, as figures */
  return before == after ? g_steal_pointer (&to) : g_strdup_printf (C_("meter", "%1$s → %2$s"), from, to);
}

/**
 * hbk_meter_words_cap:
 * @before: hours that other records have used of a cap
 * @here: what this record may use
 * @over: what the cap takes of it
 *
 * Says how a cap is used up.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_meter_words_cap (HbkHours before, HbkHours here, HbkHours over)
{
  g_autofree char *used = hbk_hours_format (before);
  g_autofree char *counts = hbk_hours_format (here);
  g_autofree char *lost = hbk_hours_format (over);

  if (over > 0)
    /* Translators: hours of a cap that others have used, that count here, and that are over it */
    return g_strdup_printf (_("%1$s used before, %2$s count here, %3$s over the cap"), used, counts, lost);

  /* Translators: hours of a cap that others have used, and that count here */
  return g_strdup_printf (_("%1$s used before, %2$s count here"), used, counts);
}
