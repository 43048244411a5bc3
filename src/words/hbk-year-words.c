/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-year-words.h"

#include <glib/gi18n.h>

#include "words/hbk-credit-words.h"
#include "words/hbk-date-words.h"
#include "words/hbk-words.h"

/* The number by which ngettext() chooses between "hour" and "hours": half an hour is not one. */
static gulong
plural_of (HbkHours hours)
{
  return hours % 100 == 0 ? (gulong) (hours / 100) : 2;
}

/* A format from ngettext() with one figure. */
static char *
with_hours (const char *format, HbkHours hours)
{
  g_autofree char *figure = hbk_hours_format (hours);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, figure);
#pragma GCC diagnostic pop
}

/**
 * hbk_year_words_hours:
 * @hours: hours
 *
 * Says hours with their unit.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_year_words_hours (HbkHours hours)
{
  return with_hours (ngettext ("%s hour", "%s hours", plural_of (hours)), hours);
}

static gboolean
is_over (const HbkYearView *view)
{
  return view->today > view->pace->end;
}

/**
 * hbk_year_view_has_pace:
 * @view: a year
 *
 * Says whether an even pace is worth showing: not in a year that has not begun for the person, nor in one that is done with.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_year_view_has_pace (const HbkYearView *view)
{
  return view->pace->is_judged && !view->handed_in && view->year->records->len > 0;
}

/* ---- The verdict ---- */

/* What is furthest behind, if anything is: a subject before the whole, which it makes up. */
static HbkHours
find_behind (const HbkYearView *view, HbkSubject *subject)
{
  const HbkRequired *behind = &view->pace->behind;

  *subject = behind->public_hours >= behind->professional_hours ? HBK_SUBJECT_PUBLIC : HBK_SUBJECT_PROFESSIONAL;
  if (behind->public_hours > 0 || behind->professional_hours > 0)
    return MAX (behind->public_hours, behind->professional_hours);

  *subject = HBK_SUBJECT_NONE;

  return behind->total;
}

static char *
say_short (const HbkYearView *view)
{
  HbkRequired missing = hbk_year_result_get_missing (view->year);
  HbkSubject  subject;
  HbkHours    behind = find_behind (view, &subject);

  if (view->year->records->len == 0 && !is_over (view))
    return g_strdup (_("Begin with the first record"));
  if (is_over (view))
    return with_hours (ngettext ("%s hour was missing", "%s hours were missing", plural_of (missing.total)), missing.total);
  if (behind == 0)
    return view->pace->is_judged ? g_strdup (_("On track"))
                                 : with_hours (ngettext ("%s hour to go", "%s hours to go", plural_of (missing.total)), missing.total);

  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return with_hours (ngettext ("Public subjects are %s hour behind", "Public subjects are %s hours behind", plural_of (behind)), behind);
    case HBK_SUBJECT_PROFESSIONAL:
      return with_hours (ngettext ("Professional subjects are %s hour behind", "Professional subjects are %s hours behind", plural_of (behind)), behind);
    case HBK_SUBJECT_NONE:
    default:
      return with_hours (ngettext ("The year is %s hour behind", "The year is %s hours behind", plural_of (behind)), behind);
    }
}

/**
 * hbk_year_words_verdict:
 * @view: a year
 *
 * Says in a line how a year stands.
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *
hbk_year_words_verdict (const HbkYearView *view)
{
  HbkHours credited = hbk_tally_total (view->year->credited);

  if (view->handed_in)
    return g_strdup_printf (_("%d was handed in"), view->year->year);

  switch (view->year->verdict)
    {
    case HBK_VERDICT_MET:
      return g_strdup_printf (_("%d is complete"), view->year->year);
    case HBK_VERDICT_NOT_REQUIRED:
      return g_strdup_printf (_("Nothing is required for %d"), view->year->year);
    case HBK_VERDICT_UNDETERMINED:
      return with_hours (ngettext ("%s hour is recorded", "%s hours are recorded", plural_of (credited)), credited);
    case HBK_VERDICT_SHORT:
    default:
      return say_short (view);
    }
}

/* ---- The sentences below ---- */

static char *
say_required (const HbkYearView *view)
{
  const HbkRequired *required = &view->year->required;
  g_autofree char   *total = hbk_year_words_hours (required->total);

  if (required->total < 0)
    return g_strdup (_("Files may be dropped first and sorted into records later."));
  if (required->public_hours > 0 && required->professional_hours > 0)
    {
      g_autofree char *public_hours = hbk_hours_format (required->public_hours);
      g_autofree char *professional = hbk_hours_format (required->professional_hours);

      /* Translators: "135 hours", and how many of them are of either subject */
      return g_strdup_printf (_("This year asks for %1$s: %2$s public and %3$s professional. Files may be dropped first and sorted into records later."), total, public_hours, professional);
    }

  /* Translators: "90 hours" */
  return g_strdup_printf (_("This year asks for %s. Files may be dropped first and sorted into records later."), total);
}

/* The subject that does well beside one that does not. */
static const char *
say_other_subject (const HbkYearView *view)
{
  const HbkRequired *behind = &view->pace->behind;

  if (behind->public_hours > 0 && behind->professional_hours == 0 && view->year->met_professional != HBK_MET_NONE)
    return view->year->met_professional == HBK_MET_YES ? _("Professional subjects are complete.") : _("Professional subjects are on track.");
  if (behind->professional_hours > 0 && behind->public_hours == 0 && view->year->met_public != HBK_MET_NONE)
    return view->year->met_public == HBK_MET_YES ? _("Public subjects are complete.") : _("Public subjects are on track.");

  return NULL;
}

static char *
say_gap (const HbkYearView *view)
{
  HbkRequired      missing = hbk_year_result_get_missing (view->year);
  g_autofree char *end = hbk_words_date_short (view->pace->end);
  g_autofree char *left = hbk_words_days_left (view->today, view->pace->end);
  g_autofree char *hours = hbk_year_words_hours (missing.total);
  g_autofree char *gap = NULL;

  if (is_over (view))
    {
      g_autofree char *lacks = hbk_words_missing (missing.public_hours, missing.professional_hours, missing.total);

      /* Translators: a date; then what is missing, such as "short of 8 professional hours" */
      return g_strdup_printf (_("Learning ended on %1$s; the year is %2$s."), end, lacks != NULL ? lacks : "");
    }

  /* Translators: hours such as "24 hours", a date, and "32 days left" */
  gap = g_strdup_printf (_("%1$s are still missing; learning ends on %2$s, %3$s."), hours, end, left);

  return hbk_words_sentences (say_other_subject (view) != NULL ? say_other_subject (view) : gap, say_other_subject (view) != NULL ? gap : NULL);
}

static char *
say_proofs (const HbkYearView *view)
{
  HbkHours credited = hbk_tally_total (view->year->credited);
  HbkHours unproven = credited - hbk_tally_total (view->year->evidenced);
  HbkHours unverified = credited - hbk_tally_total (view->year->verified);

  if (unproven > 0)
    return with_hours (ngettext ("Evidence is incomplete for %s hour.", "Evidence is incomplete for %s hours.", plural_of (unproven)), unproven);
  if (unverified > 0)
    return with_hours (ngettext ("The evidence is complete; %s hour waits for review.", "The evidence is complete; %s hours wait for review.", plural_of (unverified)), unverified);

  return g_strdup (_("All hours are verified."));
}

/**
 * hbk_year_words_summary:
 * @view: a year
 *
 * Says what else there is to know of how a year stands.
 *
 * Returns: (transfer full): a sentence or two
 */
char *
hbk_year_words_summary (const HbkYearView *view)
{
  if (view->handed_in)
    return view->changed ? g_strdup (_("Records have changed since; the hours are those of today.")) : say_proofs (view);

  switch (view->year->verdict)
    {
    case HBK_VERDICT_MET:
      return say_proofs (view);
    case HBK_VERDICT_NOT_REQUIRED:
      return g_strdup (_("The notice asks for no hours from you this year; what you record is kept."));
    case HBK_VERDICT_UNDETERMINED:
      return g_strdup (_("Whether they are enough is judged by another authority; here they are only counted."));
    case HBK_VERDICT_SHORT:
    default:
      return view->year->records->len == 0 && !is_over (view) ? say_required (view) : say_gap (view);
    }
}

/* ---- One subject ---- */

static HbkHours
pick (const HbkRequired *required, HbkSubject subject)
{
  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return required->public_hours;
    case HBK_SUBJECT_PROFESSIONAL:
      return required->professional_hours;
    case HBK_SUBJECT_NONE:
    default:
      return required->total;
    }
}

static HbkMet
pick_met (const HbkYearResult *year, HbkSubject subject)
{
  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return year->met_public;
    case HBK_SUBJECT_PROFESSIONAL:
      return year->met_professional;
    case HBK_SUBJECT_NONE:
    default:
      return year->met_total;
    }
}

/**
 * hbk_year_words_standing:
 * @view: a year
 * @subject: a subject; NONE for both together
 * @standing: (out): how it stands
 *
 * Says in a word or two how a subject stands.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where it is not judged
 */
char *
hbk_year_words_standing (const HbkYearView *view, HbkSubject subject, HbkStanding *standing)
{
  HbkRequired missing = hbk_year_result_get_missing (view->year);
  HbkHours    lacks = pick (&missing, subject), behind = pick (&view->pace->behind, subject);
  HbkMet      met = pick_met (view->year, subject);

  *standing = HBK_STANDING_OPEN;
  if (met == HBK_MET_NONE)
    return NULL;
  if (met == HBK_MET_YES && lacks == 0)
    {
      *standing = HBK_STANDING_GOOD;
      return g_strdup (C_("standing", "Reached"));
    }
  if (view->year->verdict == HBK_VERDICT_NOT_REQUIRED)
    return with_hours (C_("standing", "%s to go"), lacks);
  if (is_over (view) || view->handed_in)
    {
      *standing = HBK_STANDING_BEHIND;
      return with_hours (C_("standing", "%s missing"), lacks);
    }
  if (!hbk_year_view_has_pace (view))
    return with_hours (C_("standing", "%s to go"), lacks);
  if (behind > 0)
    {
      *standing = HBK_STANDING_BEHIND;
      return with_hours (C_("standing", "%s behind"), behind);
    }

  *standing = HBK_STANDING_GOOD;

  return g_strdup (C_("standing", "On track"));
}

/* ---- What would help ---- */

/**
 * hbk_year_words_missing:
 * @subject: a subject; NONE for both together
 * @missing: how many hours it lacks
 *
 * Says what a subject lacks.
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *
hbk_year_words_missing (HbkSubject subject, HbkHours missing)
{
  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return with_hours (ngettext ("%s public hour is missing", "%s public hours are missing", plural_of (missing)), missing);
    case HBK_SUBJECT_PROFESSIONAL:
      return with_hours (ngettext ("%s professional hour is missing", "%s professional hours are missing", plural_of (missing)), missing);
    case HBK_SUBJECT_NONE:
    default:
      return with_hours (ngettext ("%s hour is missing in all", "%s hours are missing in all", plural_of (missing)), missing);
    }
}

/* How many would do, where the unit has a word. */
static char *
say_units (const HbkYearWay *way, const char *gives)
{
  gulong           n_units = (gulong) (way->units / 100);
  g_autofree char *units = NULL;

  if (way->measure == NULL)
    units = g_strdup_printf (ngettext ("%lu would do", "%lu would do", n_units), n_units);
  else if (way->measure->kind == HBK_MEASURE_NET_DAYS || way->measure->kind == HBK_MEASURE_SPAN_DAYS)
    units = g_strdup_printf (ngettext ("%lu day would do", "%lu days would do", n_units), n_units);
  else
    return g_strdup (gives);

  /* Translators: what an activity gives, such as "7 hours a day"; then "3 days would do" */
  return g_strdup_printf (_("%1$s; %2$s"), gives, units);
}

/**
 * hbk_year_words_way:
 * @way: a way to hours
 * @pack: the pack of its rule
 * @missing: how many hours are missing
 * @language: the language of texts from packs
 *
 * Says what a way gives, and how far that goes.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_year_words_way (const HbkYearWay *way, const HbkPack *pack, HbkHours missing, HbkLanguage language)
{
  g_autofree char *gives = way->record == NULL ? hbk_credit_words_activity (pack, way->activity, language) : NULL;
  g_autofree char *hours = hbk_year_words_hours (way->hours);

  if (way->record != NULL)
    /* Translators: "10 hours" that a record would give */
    return g_strdup_printf (_("would count %s once what is missing is filled in"), hours);
  if (gives == NULL)
    return g_steal_pointer (&hours);
  if (way->hours >= missing && way->units > 0)
    return say_units (way, gives);
  if (way->hours < missing)
    /* Translators: what an activity gives, such as "7 hours a day, at most 30 a year"; then "16 hours" that its limit leaves */
    return g_strdup_printf (_("%1$s; %2$s left this year"), gives, hours);

  return g_steal_pointer (&gives);
}
