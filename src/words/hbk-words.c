/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-words.h"

#include <string.h>

#include <glib/gi18n.h>

/**
 * hbk_words_hours:
 * @tally: hours
 *
 * Says hours with their subjects, without those that are none.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_words_hours (HbkTally tally)
{
  g_autofree char *public_hours = hbk_hours_format (tally.public_hours);
  g_autofree char *professional = hbk_hours_format (tally.professional_hours);

  if (hbk_tally_total (tally) == 0)
    return g_strdup ("0");
  if (tally.public_hours == 0)
    /* Translators: so many hours of professional subjects; stands in a column */
    return g_strdup_printf (_("%s professional"), professional);
  if (tally.professional_hours == 0)
    /* Translators: so many hours of public subjects; stands in a column */
    return g_strdup_printf (_("%s public"), public_hours);

  return g_strdup_printf (_("%1$s public + %2$s professional"), public_hours, professional);
}

/**
 * hbk_words_list:
 * @words: (element-type utf8): words
 *
 * Joins words to a list within a sentence.
 *
 * Returns: (transfer full): the list
 */
char *
hbk_words_list (GPtrArray *words)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0 && i + 1 == words->len)
        g_string_append (text, C_("last in a list", " and "));
      else if (i > 0)
        g_string_append (text, C_("in a list", ", "));
      g_string_append (text, g_ptr_array_index (words, i));
    }

  return g_string_free_and_steal (text);
}

/* The number by which ngettext() chooses between "hour" and "hours": half an hour is not one. */
static gulong
plural_of (HbkHours hours)
{
  return hours % 100 == 0 ? (gulong) (hours / 100) : 2;
}

static void
add_hours (GPtrArray *parts, HbkHours hours, const char *format)
{
  g_autofree char *figure = NULL;

  if (hours <= 0)
    return;

  figure = hbk_hours_format (hours);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (parts, g_strdup_printf (format, figure));
#pragma GCC diagnostic pop
}

/**
 * hbk_words_missing:
 * @public_hours: public hours that are missing
 * @professional_hours: professional hours that are missing
 * @total: hours that are missing in all
 *
 * Says what a year lacks.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when nothing is missing
 */
char *
hbk_words_missing (HbkHours public_hours, HbkHours professional_hours, HbkHours total)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  add_hours (parts, public_hours, ngettext ("%s public hour", "%s public hours", plural_of (public_hours)));
  add_hours (parts, professional_hours, ngettext ("%s professional hour", "%s professional hours", plural_of (professional_hours)));
  /* What the subjects lack makes part of the total up; it is worth a word only where that is not all. */
  if (total > public_hours + professional_hours)
    add_hours (parts, total, ngettext ("%s hour in all", "%s hours in all", plural_of (total)));
  if (parts->len == 0)
    return NULL;

  list = hbk_words_list (parts);

  /* Translators: hours that a year lacks, such as "8 professional hours" */
  return g_strdup_printf (_("short of %s"), list);
}

/**
 * hbk_words_sentences:
 * @first: a sentence
 * @second: (nullable): the next one
 *
 * Sets one sentence after another.
 *
 * Returns: (transfer full): both
 */
char *
hbk_words_sentences (const char *first, const char *second)
{
  if (second == NULL || *second == '\0')
    return g_strdup (first);

  /* Translators: two sentences with their full stops */
  return g_strdup_printf (C_("two sentences", "%1$s %2$s"), first, second);
}

/**
 * hbk_words_with:
 * @text: a text
 * @remark: what is said beside it
 *
 * Sets a remark in brackets.
 *
 * Returns: (transfer full): both
 */
char *
hbk_words_with (const char *text, const char *remark)
{
  /* Translators: a text, and a remark to it in brackets */
  return g_strdup_printf (_("%1$s (%2$s)"), text, remark);
}

/**
 * hbk_words_end_sentence:
 * @text: a sentence
 *
 * Appends a full stop unless the sentence has ended.
 */
void
hbk_words_end_sentence (GString *text)
{
  static const char *const ends[] = { ".", "?", "!", "。", "？", "！" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (text->str, ends[i]))
        return;
    }
  g_string_append (text, C_("end of a sentence", "."));
}

/**
 * hbk_words_verdict:
 * @verdict: what a year comes to
 *
 * Says a verdict in a word.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_words_verdict (HbkVerdict verdict)
{
  switch (verdict)
    {
    case HBK_VERDICT_MET:
      return C_("year", "complete");
    case HBK_VERDICT_SHORT:
      return C_("year", "short");
    case HBK_VERDICT_NOT_REQUIRED:
      return C_("year", "not required");
    case HBK_VERDICT_UNDETERMINED:
    default:
      return C_("year", "undecided");
    }
}

/**
 * hbk_words_application_verdict:
 * @verdict: what an application comes to
 *
 * Says the verdict on an application in a word.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_words_application_verdict (HbkApplicationVerdict verdict)
{
  switch (verdict)
    {
    case HBK_APPLICATION_MET:
      return C_("application", "met");
    case HBK_APPLICATION_SHORT:
      return C_("application", "not met");
    case HBK_APPLICATION_CONDITIONAL:
      return C_("application", "the reviewer decides");
    case HBK_APPLICATION_WAIVED:
      return C_("application", "not asked for");
    case HBK_APPLICATION_UNDETERMINED:
    default:
      return C_("application", "undecided");
    }
}

/**
 * hbk_words_title_level:
 * @level: a level of title
 *
 * Says a level of title in a word.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_words_title_level (HbkTitleLevel level)
{
  switch (level)
    {
    case HBK_TITLE_LEVEL_JUNIOR:
      return C_("title", "junior");
    case HBK_TITLE_LEVEL_INTERMEDIATE:
      return C_("title", "intermediate");
    case HBK_TITLE_LEVEL_SENIOR:
      return C_("title", "senior");
    case HBK_TITLE_LEVEL_NONE:
    case HBK_TITLE_LEVEL_UNKNOWN:
    default:
      return C_("title", "none");
    }
}

/**
 * hbk_words_capitalise:
 * @clause: a clause
 *
 * Begins a clause with a capital letter, as where it stands by itself.
 *
 * Returns: (transfer full): the clause
 */
char *
hbk_words_capitalise (const char *clause)
{
  const char      *rest = g_utf8_next_char (clause);
  g_autofree char *first = g_utf8_strup (clause, rest - clause);

  return g_strconcat (first, rest, NULL);
}
