/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-warning.h"

#include <glib/gi18n-lib.h>

static const HbkDeadline *
find_deadline (const HbkPack *pack,
               const char    *id)
{
  for (guint i = 0; i < pack->deadlines->len; i++)
    {
      const HbkDeadline *deadline = &g_array_index (pack->deadlines, HbkDeadline, i);

      if (g_str_equal (deadline->id, id))
        return deadline;
    }
  return NULL;
}

/* What the id of a warning names, in words. */
static const char *
name_of (const HbkWarning *warning,
         const HbkPack    *pack,
         HbkLanguage       language)
{
  const HbkFactSpec     *fact = hbk_vocabulary_lookup_fact (pack->vocabulary, warning->id);
  const HbkDocumentSpec *document;
  const HbkDeadline     *deadline;

  if (g_str_equal (warning->spec->id, "W-EVIDENCE-MISSING"))
    {
      document = hbk_vocabulary_lookup_document (pack->vocabulary, warning->id);
      return document != NULL ? hbk_bilingual_get (&document->name, language) : warning->id;
    }
  if (fact == NULL)
    fact = hbk_vocabulary_lookup_attribute (pack->vocabulary, warning->id);
  if (fact != NULL)
    return hbk_bilingual_get (&fact->name, language);
  deadline = find_deadline (pack, warning->id);
  return deadline != NULL ? hbk_bilingual_get (&deadline->text, language) : warning->id;
}

/**
 * hbk_warning_get_name:
 * @warning: a warning
 * @pack: the rules it comes from
 * @language: the language of the texts of pack and vocabulary
 *
 * Gets what the warning names: a document, a fact, a deadline, or the question of a reading. The same in every locale.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL when it names nothing
 */
const char *
hbk_warning_get_name (const HbkWarning *warning,
                      const HbkPack    *pack,
                      HbkLanguage       language)
{
  g_return_val_if_fail (warning != NULL && pack != NULL, NULL);

  if (warning->id != NULL && !g_str_equal (warning->id, "*"))
    return name_of (warning, pack, language);
  if (warning->reading >= 0)
    return hbk_bilingual_get (&g_array_index (pack->readings, HbkReading, warning->reading).question, language);

  return NULL;
}

/**
 * hbk_warning_to_title:
 * @warning: a warning
 * @pack: the rules it comes from
 * @language: the language of the texts of pack and vocabulary
 *
 * Says in a few words what is the matter: the meaning of the code, and what it names. Plain text, never markup.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_warning_to_title (const HbkWarning *warning,
                      const HbkPack    *pack,
                      HbkLanguage       language)
{
  GString *text = g_string_new (hbk_bilingual_get (&warning->spec->name, language));

  if (warning->id != NULL && !g_str_equal (warning->id, "*"))
    /* Translators: separates the meaning of a warning from what it names */
    g_string_append_printf (text, _(": %s"), name_of (warning, pack, language));
  if (warning->reading >= 0)
    g_string_append_printf (text, _(": %s"),
                                    hbk_bilingual_get (&g_array_index (pack->readings, HbkReading, warning->reading).question, language));

  return g_string_free (text, FALSE);
}

/**
 * hbk_warning_to_text:
 * @warning: a warning
 * @pack: the rules it comes from
 * @language: the language of the texts of pack and vocabulary
 *
 * Says what is the matter: the meaning of the code, what it names, the date and the hours at stake. Plain text, never markup.
 *
 * Returns: (transfer full): the sentence
 */
char *
hbk_warning_to_text (const HbkWarning *warning,
                     const HbkPack    *pack,
                     HbkLanguage       language)
{
  g_autofree char *title = hbk_warning_to_title (warning, pack, language);
  GString         *text = g_string_new (title);

  if (warning->date != HBK_DATE_NONE)
    {
      g_autofree char *date = hbk_date_format (warning->date);

      /* Translators: a date, appended to a warning about a deadline */
      g_string_append_printf (text, _(" (%s)"), date);
    }
  if (warning->hours != 0)
    {
      g_autofree char *hours = hbk_hours_format (warning->hours);

      /* Translators: hours at stake, appended to a warning */
      g_string_append_printf (text, ngettext (" – %s hour", " – %s hours", warning->hours == 100 ? 1 : 2), hours);
    }
  return g_string_free (text, FALSE);
}

/**
 * hbk_warning_to_action:
 * @warning: a warning
 * @pack: the rules it comes from
 * @language: the language of the texts of pack and vocabulary
 *
 * Says what to do about it. A missing fact is asked for in the words of the vocabulary.
 *
 * Returns: (transfer full): the sentence
 */
char *
hbk_warning_to_action (const HbkWarning *warning,
                       const HbkPack    *pack,
                       HbkLanguage       language)
{
  if (warning->id != NULL && g_str_equal (warning->spec->id, "W-FACT-MISSING"))
    {
      const HbkFactSpec *fact = hbk_vocabulary_lookup_fact (pack->vocabulary, warning->id);

      if (fact == NULL)
        fact = hbk_vocabulary_lookup_attribute (pack->vocabulary, warning->id);
      if (fact != NULL)
        return g_strdup (hbk_bilingual_get (&fact->ask, language));
    }
  return g_strdup (hbk_bilingual_get (&warning->spec->action, language));
}
