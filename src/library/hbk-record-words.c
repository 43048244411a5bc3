/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "library/hbk-record-words.h"

static void
add (GString *words, const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL || *text == '\0')
    return;

  folded = hbk_record_words_fold (text);
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, folded);
}

/**
 * hbk_record_words_fold:
 * @text: a text
 *
 * Makes texts that a person takes for the same the same: full-width and half-width forms, capitals and small letters,
 * composed and decomposed characters.
 *
 * Returns: (transfer full): the text to be compared
 */
char *
hbk_record_words_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normal, -1);
}

/**
 * hbk_record_words_collect:
 * @record: a record
 *
 * Collects what a person may search a record by: title, note, work, the texts among its facts, and the names of its files.
 *
 * Returns: (transfer full): the folded texts, a line each
 */
char *
hbk_record_words_collect (HbkRecord *record)
{
  g_autoptr (GString) words = g_string_new (NULL);
  HbkFacts *facts;

  g_return_val_if_fail (HBK_IS_RECORD (record), NULL);

  add (words, hbk_record_get_title (record));
  add (words, hbk_record_get_note (record));
  add (words, hbk_record_get_work (record));

  facts = hbk_record_get_facts (record);
  for (guint i = 0; i < hbk_facts_get_n (facts); i++)
    {
      const HbkValue *value = hbk_facts_nth (facts, i, NULL);

      if (value->kind == HBK_VALUE_TEXT)
        add (words, value->text);
    }

  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    add (words, hbk_evidence_get_file (hbk_record_get_evidence (record, i)));

  return g_string_free_and_steal (g_steal_pointer (&words));
}
