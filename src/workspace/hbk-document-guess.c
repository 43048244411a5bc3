/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-document-guess.h"

#include <string.h>

/* What a file is taken for when its name says nothing. */
#define OTHER "other_document"

static gsize
find_name (const char *folded_file, const char *name)
{
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return folded != NULL && *folded != '\0' && strstr (folded_file, folded) != NULL ? strlen (folded) : 0;
}

/**
 * hbk_document_guess:
 * @vocabulary: the vocabulary
 * @file_name: the name of a file
 *
 * Takes a file for the type of document whose name stands in its own: “2024结业证书.pdf” is a certificate of completion. Of several, the
 * longest name tells most.
 *
 * Returns: (transfer none): the id of a document type; that for other documents when the name says nothing
 */
const char *
hbk_document_guess (HbkVocabulary *vocabulary, const char *file_name)
{
  g_autofree char *valid = g_utf8_make_valid (file_name, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  const char      *best = OTHER;
  gsize            length = 0;

  for (guint i = 0; i < hbk_vocabulary_get_n_documents (vocabulary); i++)
    {
      const HbkDocumentSpec *spec = hbk_vocabulary_get_document (vocabulary, i);
      gsize                  found = MAX (find_name (folded, spec->name.zh), find_name (folded, spec->name.en));

      if (found <= length)
        continue;
      best = spec->id;
      length = found;
    }

  return best;
}
