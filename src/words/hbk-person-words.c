/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-person-words.h"

#include <glib/gi18n.h>

static gboolean
is_stated (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * hbk_person_words_post:
 * @profile: the profile
 *
 * Says in one line what the person is: the title, or where they work.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL when neither is stated
 */
const char *
hbk_person_words_post (HbkProfile *profile)
{
  const char *title = hbk_profile_get_title (profile);
  const char *employer = hbk_profile_get_employer (profile);

  if (is_stated (title))
    return title;

  return is_stated (employer) ? employer : NULL;
}

/**
 * hbk_person_words_notice:
 * @pack: a pack
 * @language: a language
 *
 * Names the notice that a pack rests on first, of its own before one of the pack it extends: by its number, or by its title where it has none.
 *
 * Returns: (transfer none): the words
 */
const char *
hbk_person_words_notice (const HbkPack *pack, HbkLanguage language)
{
  guint            inherited = pack->parent != NULL ? pack->parent->notices->len : 0;
  guint            position = inherited < pack->notices->len ? inherited : 0;
  const HbkNotice *notice = pack->notices->len > 0 ? &g_array_index (pack->notices, HbkNotice, position) : NULL;

  if (notice == NULL)
    return hbk_bilingual_get (&pack->name, language);

  return is_stated (notice->number) ? notice->number : hbk_bilingual_get (&notice->title, language);
}

/**
 * hbk_person_words_rules:
 * @pack: the rules
 * @readings: (nullable) (array): the options in use; %NULL for the cautious defaults
 * @language: a language
 *
 * Says in one line which rules hold: the notice, and whether the person has chosen how to read unclear clauses.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_person_words_rules (const HbkPack *pack, const guint *readings, HbkLanguage language)
{
  guint            n = readings != NULL ? hbk_pack_count_choices (pack, readings) : 0;
  g_autofree char *chosen = n > 0 ? g_strdup_printf (ngettext ("%u own reading", "%u own readings", n), n) : g_strdup (_("cautious reading"));

  /* Translators: the number of a notice, and how its unclear clauses are read */
  return g_strdup_printf (C_("rules", "%1$s · %2$s"), hbk_person_words_notice (pack, language), chosen);
}
