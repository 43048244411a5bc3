/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-value-words.h"

#include <glib/gi18n.h>

#include "words/hbk-words.h"

static char *
join_list (const GArray *list)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < list->len; i++)
    {
      if (i > 0)
        g_string_append (text, C_("in a list", ", "));
      hbk_hours_append (g_array_index (list, gint64, i), text);
    }

  return g_string_free_and_steal (text);
}

/**
 * hbk_value_words:
 * @value: (nullable): an answer
 * @spec: (nullable): what it answers; %NULL when the vocabulary does not know it
 * @language: the language of the vocabulary's words
 *
 * Says an answer as a person would.
 *
 * Returns: (transfer full): the words; a dash when it is not stated
 */
char *
hbk_value_words (const HbkValue *value, const HbkFactSpec *spec, HbkLanguage language)
{
  const HbkChoiceSpec *choice;

  switch (value != NULL ? value->kind : HBK_VALUE_NONE)
    {
    case HBK_VALUE_BOOLEAN:
      return g_strdup (value->boolean ? C_("answer", "yes") : C_("answer", "no"));
    case HBK_VALUE_NUMBER:
      return hbk_hours_format (value->number);
    case HBK_VALUE_TEXT:
      choice = spec != NULL && spec->type == HBK_FACT_CHOICE ? hbk_fact_spec_lookup_choice (spec, value->text) : NULL;
      return g_strdup (choice != NULL ? hbk_bilingual_get (&choice->name, language) : value->text);
    case HBK_VALUE_LIST:
      return join_list (value->list);
    case HBK_VALUE_NONE:
    default:
      return g_strdup ("–");
    }
}

/**
 * hbk_value_words_period:
 * @start: the first day
 * @end: the last day
 *
 * Says on which days something was.
 *
 * Returns: (transfer full): one day, or the first and the last
 */
char *
hbk_value_words_period (HbkDate start, HbkDate end)
{
  g_autofree char *first = start != HBK_DATE_NONE ? hbk_date_format (start) : NULL;
  g_autofree char *last = end != HBK_DATE_NONE ? hbk_date_format (end) : NULL;

  if (first != NULL && last != NULL && start != end)
    return g_strdup_printf ("%s – %s", first, last);
  if (first == NULL && last == NULL)
    return g_strdup ("–");

  return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&last);
}

/**
 * hbk_value_words_time:
 * @at: a moment, in microseconds since 1970 UTC
 *
 * Says when something was, in the time zone of the person.
 *
 * Returns: (transfer full): day and minute
 */
char *
hbk_value_words_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local_usec (at);
  char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : NULL;

  return text != NULL ? text : g_strdup ("–");
}

/**
 * hbk_value_words_verified:
 * @record: a record
 *
 * Says the hours that a reviewer has confirmed.
 *
 * Returns: (transfer full): the words; a dash when there are none
 */
char *
hbk_value_words_verified (HbkRecord *record)
{
  HbkTally tally = { 0 };

  if (!hbk_record_get_verified_hours (record, &tally.public_hours, &tally.professional_hours))
    return g_strdup ("–");

  return hbk_words_hours (tally);
}

/**
 * hbk_value_words_attribute:
 * @id: the id of a fact or an answer of the profile
 * @spec: (nullable): what the vocabulary says of it
 * @language: the language of the vocabulary's words
 *
 * Names what is answered.
 *
 * Returns: (transfer none): the name; the id when there is none
 */
const char *
hbk_value_words_attribute (const char *id, const HbkFactSpec *spec, HbkLanguage language)
{
  if (spec != NULL)
    return hbk_bilingual_get (&spec->name, language);
  if (g_str_equal (id, "name"))
    return C_("profile", "Name");
  if (g_str_equal (id, "employer"))
    return C_("profile", "Employer");
  if (g_str_equal (id, "title"))
    return C_("profile", "Title held");
  if (g_str_equal (id, "region"))
    return C_("profile", "Region");

  return id;
}

/**
 * hbk_value_words_activity:
 * @vocabulary: the vocabulary
 * @id: the id of an activity
 * @language: the language of the vocabulary's words
 *
 * Names an activity.
 *
 * Returns: (transfer none): the name; the id when the vocabulary does not know it
 */
const char *
hbk_value_words_activity (const HbkVocabulary *vocabulary, const char *id, HbkLanguage language)
{
  const HbkActivitySpec *spec = hbk_vocabulary_lookup_activity (vocabulary, id);

  return spec != NULL ? hbk_bilingual_get (&spec->name, language) : id;
}

/**
 * hbk_value_words_document:
 * @vocabulary: the vocabulary
 * @id: (nullable): the id of a document type
 * @language: the language of the vocabulary's words
 *
 * Names a document type.
 *
 * Returns: (transfer none): the name; the id when the vocabulary does not know it, a dash when there is none
 */
const char *
hbk_value_words_document (const HbkVocabulary *vocabulary, const char *id, HbkLanguage language)
{
  const HbkDocumentSpec *spec = id != NULL ? hbk_vocabulary_lookup_document (vocabulary, id) : NULL;

  if (spec != NULL)
    return hbk_bilingual_get (&spec->name, language);

  return id != NULL && *id != '\0' ? id : "–";
}

/**
 * hbk_value_words_status:
 * @status: how far a record has come
 *
 * Says a status in a word.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_value_words_status (HbkStatus status)
{
  switch (status)
    {
    case HBK_STATUS_PLANNED:
      return C_("record", "planned");
    case HBK_STATUS_SUBMITTED:
      return C_("record", "submitted");
    case HBK_STATUS_VERIFIED:
      return C_("record", "verified");
    case HBK_STATUS_RETURNED:
      return C_("record", "returned");
    case HBK_STATUS_DONE:
    default:
      return C_("record", "done");
    }
}

/**
 * hbk_value_words_subject:
 * @subject: a subject
 *
 * Says a subject in a word.
 *
 * Returns: (transfer none): the word; a dash when the rules choose
 */
const char *
hbk_value_words_subject (HbkSubject subject)
{
  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return C_("subject", "public");
    case HBK_SUBJECT_PROFESSIONAL:
      return C_("subject", "professional");
    case HBK_SUBJECT_NONE:
    default:
      return "–";
    }
}
