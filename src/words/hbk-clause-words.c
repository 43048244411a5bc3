/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-clause-words.h"

#include <string.h>

#include <glib/gi18n.h>

#include "words/hbk-credit-words.h"
#include "words/hbk-date-words.h"
#include "words/hbk-words.h"

/* What a clause comes to is collected for one year, in one language. */
typedef struct
{
  const HbkPack *pack;
  const char    *clause;
  int            year;
  HbkLanguage    language;
  GPtrArray     *details;
} Finder;

static void
detail_free (gpointer data)
{
  HbkClauseDetail *detail = data;

  g_free (detail->head);
  g_free (detail->text);
  g_free (detail);
}

static gboolean
is_said (const Finder *finder, const HbkClauseDetail *detail)
{
  for (guint i = 0; i < finder->details->len; i++)
    {
      const HbkClauseDetail *other = g_ptr_array_index (finder->details, i);

      if (other->topic == detail->topic && g_strcmp0 (other->head, detail->head) == 0 && g_strcmp0 (other->text, detail->text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Several rules of one clause may come to the same words, which are said once. */
static void
add (Finder *finder, HbkClauseTopic topic, char *head, char *text)
{
  HbkClauseDetail *detail = g_new0 (HbkClauseDetail, 1);

  detail->topic = topic;
  detail->head = head;
  detail->text = text;
  if (is_said (finder, detail))
    detail_free (detail);
  else
    g_ptr_array_add (finder->details, detail);
}

static gboolean
is_cited (const Finder *finder, const char *clause)
{
  return g_strcmp0 (clause, finder->clause) == 0;
}

static const char *
text_of (const Finder *finder, const HbkBilingual *text)
{
  return hbk_bilingual_get (text, finder->language);
}

/* ---- Requirements ---- */

static char *
say_requirement (const HbkRequirement *requirement)
{
  g_autofree char *total = hbk_hours_format (MAX (requirement->total, 0));
  g_autofree char *public_hours = hbk_hours_format (MAX (requirement->public_hours, 0));
  g_autofree char *professional = hbk_hours_format (MAX (requirement->professional_hours, 0));

  if (requirement->verdict == HBK_REQUIREMENT_OTHER_RULES)
    return g_strdup (_("other rules hold"));
  if (requirement->verdict == HBK_REQUIREMENT_VOLUNTARY)
    return g_strdup (_("voluntary"));
  if (requirement->verdict == HBK_REQUIREMENT_OUT_OF_SCOPE)
    return g_strdup (_("not asked for"));
  if (requirement->public_hours >= 0 && requirement->professional_hours >= 0)
    /* Translators: hours a year in all, of public and of professional subjects */
    return g_strdup_printf (_("%1$s hours: %2$s public, %3$s professional"), total, public_hours, professional);
  if (requirement->professional_hours >= 0)
    return g_strdup_printf (_("%1$s hours, of these %2$s professional"), total, professional);

  return g_strdup_printf (_("%s hours"), total);
}

static void
find_requirements (Finder *finder)
{
  const GArray *requirements = finder->pack->requirements;

  for (guint i = 0; i < requirements->len; i++)
    {
      const HbkRequirement *requirement = &g_array_index (requirements, HbkRequirement, i);

      if (is_cited (finder, requirement->clause) || is_cited (finder, requirement->total_clause) || is_cited (finder, requirement->public_clause) ||
          is_cited (finder, requirement->professional_clause))
        add (finder, HBK_CLAUSE_REQUIREMENT, g_strdup (_("Each year")), say_requirement (requirement));
    }
}

/* ---- Rates and limits ---- */

static char *
name_activities (const Finder *finder, const HbkRule *rule)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < rule->activities->len; i++)
    {
      const HbkActivitySpec *spec = hbk_vocabulary_lookup_activity (finder->pack->vocabulary, g_ptr_array_index (rule->activities, i));

      if (spec != NULL)
        g_ptr_array_add (names, (gpointer) text_of (finder, &spec->name));
    }

  return hbk_words_list (names);
}

static gboolean
is_known (const Finder *finder, const char *head, const char *text)
{
  for (guint i = 0; i < finder->details->len; i++)
    {
      const HbkClauseDetail *detail = g_ptr_array_index (finder->details, i);

      if (g_str_equal (detail->head, head) && g_str_equal (detail->text, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_force (const Finder *finder, const HbkRule *rule)
{
  if (!is_cited (finder, rule->clause))
    return FALSE;

  return finder->year == 0 || ((rule->since == 0 || rule->since <= finder->year) && (rule->until == 0 || rule->until >= finder->year));
}

/* Rules are tried in order: one that asks for less than another before it is for what is left. */
static gboolean
is_for_the_rest (const Finder *finder, const char *head)
{
  for (guint i = 0; i < finder->details->len; i++)
    {
      const HbkClauseDetail *detail = g_ptr_array_index (finder->details, i);

      if (detail->topic == HBK_CLAUSE_RATE && g_str_has_prefix (detail->head, head))
        return TRUE;
    }

  return FALSE;
}

static void
add_rate (Finder *finder, const HbkRule *rule)
{
  g_autofree char *activities = name_activities (finder, rule);
  g_autofree char *condition = hbk_credit_words_condition (rule->when, finder->language);
  g_autofree char *head = condition != NULL ? g_strdup_printf ("%s · %s", activities, condition) : g_strdup (activities);
  g_autofree char *text = hbk_credit_words_rule (finder->pack, rule, finder->language);

  if (is_known (finder, head, text))
    return;
  if (is_for_the_rest (finder, head))
    {
      /* Translators: what a rate is for, and that it is for all cases that stand not above it */
      g_autofree char *rest = g_strdup_printf (_("%s · otherwise"), head);

      if (is_known (finder, rest, text))
        return;
      g_free (head);
      head = g_steal_pointer (&rest);
    }
  add (finder, HBK_CLAUSE_RATE, g_steal_pointer (&head), g_steal_pointer (&text));
}

/* What counts comes before what does not. Rules that differ only in how an unclear clause is read say the same; they are said once. */
static void
find_rates (Finder *finder)
{
  for (int with_outcome = 0; with_outcome <= 1; with_outcome++)
    {
      for (guint i = 0; i < finder->pack->rules->len; i++)
        {
          const HbkRule *rule = g_ptr_array_index (finder->pack->rules, i);

          if (is_in_force (finder, rule) && rule->has_outcome == (with_outcome == 1))
            add_rate (finder, rule);
        }
    }
}

static void
find_limits (Finder *finder)
{
  for (guint i = 0; i < finder->pack->caps->len; i++)
    {
      const HbkCap    *cap = &g_array_index (finder->pack->caps, HbkCap, i);
      g_autofree char *text = is_cited (finder, cap->clause) ? hbk_credit_words_cap (cap, finder->language) : NULL;

      if (text != NULL && !is_known (finder, _("What counts"), text))
        add (finder, HBK_CLAUSE_LIMIT, g_strdup (_("What counts")), g_steal_pointer (&text));
    }
}

/* ---- Evidence ---- */

static char *
name_documents (const HbkPack *pack, GPtrArray *ids, HbkLanguage language)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < ids->len; i++)
    {
      const HbkDocumentSpec *spec = hbk_vocabulary_lookup_document (pack->vocabulary, g_ptr_array_index (ids, i));

      if (i > 0)
        g_string_append (text, C_("between documents of which one is enough", " or "));
      g_string_append (text, spec != NULL ? hbk_bilingual_get (&spec->name, language) : _("any document"));
    }

  return g_string_free_and_steal (text);
}

static char *
say_option (const HbkPack *pack, const HbkEvidenceOption *option, HbkLanguage language)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < option->groups->len; i++)
    g_ptr_array_add (groups, name_documents (pack, g_ptr_array_index (option->groups, i), language));

  return hbk_words_list (groups);
}

/**
 * hbk_clause_words_evidence:
 * @pack: the pack of the set
 * @set: an evidence set
 * @language: the language of texts from packs
 *
 * Says which documents prove a record.
 *
 * Returns: (transfer full): the words; a line for each way
 */
char *
hbk_clause_words_evidence (const HbkPack *pack, const HbkEvidenceSet *set, HbkLanguage language)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < set->options->len; i++)
    {
      g_autofree char *option = say_option (pack, &g_array_index (set->options, HbkEvidenceOption, i), language);

      if (text->len > 0)
        g_string_append (text, _("\nor: "));
      g_string_append (text, option);
    }

  return g_string_free_and_steal (text);
}

static void
find_evidence (Finder *finder)
{
  for (guint i = 0; i < finder->pack->evidence->len; i++)
    {
      const HbkEvidenceSet *set = &g_array_index (finder->pack->evidence, HbkEvidenceSet, i);

      if (is_cited (finder, set->clause))
        add (finder, HBK_CLAUSE_EVIDENCE, g_strdup (_("Proved by")), hbk_clause_words_evidence (finder->pack, set, finder->language));
    }
}

/* ---- Dates ---- */

static char *
say_day (HbkDay day, int year)
{
  if (day.date != HBK_DATE_NONE)
    return hbk_words_date (day.date);

  return year != 0 ? hbk_words_date (hbk_date_new (year, day.month, day.day)) : hbk_words_date_short (hbk_date_new (2024, day.month, day.day));
}

static char *
say_deadline (const HbkDeadline *deadline, int year)
{
  int              due = year != 0 ? year + deadline->year_offset : 0;
  gboolean         has_start = deadline->from.date != HBK_DATE_NONE || deadline->from.month != 0;
  g_autofree char *to = NULL;
  g_autofree char *from = NULL;

  if (deadline->monthly != NULL && deadline->monthly->len > 0)
    return g_strdup (_("on fixed days of each month"));

  to = say_day (deadline->to, due);
  if (!has_start)
    return g_steal_pointer (&to);
  from = say_day (deadline->from, due);

  /* Translators: first and last day of a period */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

static gboolean
holds_in (const HbkDeadline *deadline, int year)
{
  return year == 0 || ((deadline->year_from == 0 || deadline->year_from <= year) && (deadline->year_to == 0 || deadline->year_to >= year));
}

static void
find_dates (Finder *finder)
{
  for (guint i = 0; i < finder->pack->deadlines->len; i++)
    {
      const HbkDeadline *deadline = &g_array_index (finder->pack->deadlines, HbkDeadline, i);
      g_autofree char   *time = NULL;

      if (!is_cited (finder, deadline->clause))
        continue;
      /* A date that the notice sets for other years is shown as it stands there. */
      time = say_deadline (deadline, holds_in (deadline, finder->year) ? finder->year : deadline->year_to);
      add (finder, HBK_CLAUSE_DATE, g_steal_pointer (&time), g_strdup_printf (C_("who, what", "%1$s: %2$s"), text_of (finder, &deadline->who), text_of (finder, &deadline->text)));
    }
}

/* ---- What surrounds the rules ---- */

static void
add_step (Finder *finder, const HbkStep *step, const char *kind)
{
  const char *parts[] = { text_of (finder, &step->name), text_of (finder, &step->who), text_of (finder, &step->text), step->phone, text_of (finder, &step->address) };
  GString    *text = g_string_new ("");

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
    }
  add (finder, HBK_CLAUSE_ROUND, g_strdup (kind), g_string_free_and_steal (text));
}

static void
find_steps (Finder *finder, const GArray *steps, const char *kind)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const HbkStep *step = &g_array_index (steps, HbkStep, i);

      if (is_cited (finder, step->clause))
        add_step (finder, step, kind);
    }
}

static void
find_slips (Finder *finder)
{
  for (guint i = 0; i < finder->pack->defects->len; i++)
    {
      const HbkDefect *defect = &g_array_index (finder->pack->defects, HbkDefect, i);

      if (is_cited (finder, defect->clause))
        add (finder, HBK_CLAUSE_SLIP, g_strdup (_("Slip of the notice")), g_strdup (text_of (finder, &defect->text)));
    }
}

/**
 * hbk_clause_words_list_details:
 * @pack: a pack
 * @clause: the id of one of its clauses
 * @year: the year for which rates and dates are wanted; 0 for any
 * @language: the language of texts from packs
 *
 * Lists what a clause comes to: requirements, rates, limits, documents, dates, and what surrounds them.
 *
 * Returns: (transfer full) (element-type HbkClauseDetail): the details, by topic; empty for a clause that only informs
 */
GPtrArray *
hbk_clause_words_list_details (const HbkPack *pack, const char *clause, int year, HbkLanguage language)
{
  Finder finder = { pack, clause, year, language, g_ptr_array_new_with_free_func (detail_free) };

  find_requirements (&finder);
  find_rates (&finder);
  find_limits (&finder);
  find_evidence (&finder);
  find_dates (&finder);
  find_steps (&finder, pack->chain, _("Review"));
  find_steps (&finder, pack->forms, _("Form"));
  find_steps (&finder, pack->contacts, _("Contact"));
  find_steps (&finder, pack->penalties, _("Penalty"));
  find_slips (&finder);

  return finder.details;
}

/**
 * hbk_clause_words_topic:
 * @topic: a topic
 *
 * Names a topic, as a heading.
 *
 * Returns: (transfer none): the heading
 */
const char *
hbk_clause_words_topic (HbkClauseTopic topic)
{
  switch (topic)
    {
    case HBK_CLAUSE_REQUIREMENT:
      return _("Asked For");
    case HBK_CLAUSE_RATE:
      return _("What It Gives");
    case HBK_CLAUSE_LIMIT:
      return _("Limits");
    case HBK_CLAUSE_EVIDENCE:
      return _("Documents");
    case HBK_CLAUSE_DATE:
      return _("Dates");
    case HBK_CLAUSE_SLIP:
      return _("In the Notice Itself");
    case HBK_CLAUSE_ROUND:
    default:
      return _("Handing In");
    }
}

static char *
short_requirement (const HbkPack *pack, const char *clause)
{
  for (guint i = 0; i < pack->requirements->len; i++)
    {
      const HbkRequirement *requirement = &g_array_index (pack->requirements, HbkRequirement, i);
      g_autofree char      *public_hours = hbk_hours_format (MAX (requirement->public_hours, 0));
      g_autofree char      *professional = hbk_hours_format (MAX (requirement->professional_hours, 0));

      if (g_strcmp0 (requirement->total_clause, clause) != 0 && g_strcmp0 (requirement->clause, clause) != 0)
        continue;
      if (requirement->verdict == HBK_REQUIREMENT_REQUIRED && requirement->public_hours >= 0 && requirement->professional_hours >= 0)
        /* Translators: hours of public and of professional subjects that a year asks for */
        return g_strdup_printf (_("%1$s + %2$s"), public_hours, professional);

      return say_requirement (requirement);
    }

  return NULL;
}

/* The range of what the clause gives, where all of it is fixed. */
static char *
short_rate (Finder *finder)
{
  HbkHours least = 0, most = 0;
  guint    n = 0;

  for (guint i = 0; i < finder->pack->rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (finder->pack->rules, i);

      if (!is_in_force (finder, rule) || rule->has_outcome)
        continue;
      if (rule->credit == NULL || rule->credit->kind != HBK_CREDIT_FIXED)
        return rule->credit != NULL ? hbk_credit_words (rule->credit, finder->language) : NULL;
      least = n == 0 ? rule->credit->hours : MIN (least, rule->credit->hours);
      most = n == 0 ? rule->credit->hours : MAX (most, rule->credit->hours);
      n++;
    }
  if (n > 0 && least != most)
    {
      g_autofree char *from = hbk_hours_format (least);
      g_autofree char *to = hbk_hours_format (most);

      return g_strdup_printf (_("%1$s to %2$s hours"), from, to);
    }

  return NULL;
}

/**
 * hbk_clause_words_figure:
 * @pack: a pack
 * @clause: the id of one of its clauses
 * @year: the year for which rates and dates are wanted; 0 for any
 * @language: the language of texts from packs
 *
 * Says in a few words the figure that a clause is about, for a list of clauses.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when it has none
 */
char *
hbk_clause_words_figure (const HbkPack *pack, const char *clause, int year, HbkLanguage language)
{
  g_autoptr (GPtrArray) details = hbk_clause_words_list_details (pack, clause, year, language);
  Finder                 finder = { pack, clause, year, language, details };
  const HbkClauseDetail *first = details->len > 0 ? g_ptr_array_index (details, 0) : NULL;
  char                  *words = NULL;

  if (first == NULL)
    return NULL;

  if (first->topic == HBK_CLAUSE_REQUIREMENT)
    words = short_requirement (pack, clause);
  else if (first->topic == HBK_CLAUSE_RATE)
    words = short_rate (&finder);
  else if (first->topic == HBK_CLAUSE_DATE)
    words = g_strdup (first->head);
  if (words != NULL || first->topic > HBK_CLAUSE_LIMIT)
    return words;

  return g_strdup (first->text);
}

/**
 * hbk_clause_words_chapter:
 * @place: where a clause stands, such as "六（一）1"
 *
 * Finds the chapter that a clause stands in.
 *
 * Returns: (transfer full): the chapter, such as "六"
 */
char *
hbk_clause_words_chapter (const char *place)
{
  static const char *const ends[] = { "（", "(", "，", ",", "、", ".", "认定", "登记" };
  gsize                    length = strlen (place);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = strstr (place, ends[i]);

      if (end != NULL && end > place)
        length = MIN (length, (gsize) (end - place));
    }

  return g_strndup (place, length);
}
