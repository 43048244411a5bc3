/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-change-text.h"

#include "words/hbk-change-words.h"

#define INDENT "    "

/**
 * hbk_change_text_print:
 * @line: the command line
 * @vocabulary: the vocabulary
 * @change: one thing before and after a step
 *
 * Prints which fields of a thing a step changed; nothing for one that was added or removed as a whole.
 */
void
hbk_change_text_print (HbkCommandLine *line, const HbkVocabulary *vocabulary, const HbkChange *change)
{
  g_autoptr (GPtrArray) lines = hbk_change_words_list (vocabulary, change, line->language);

  for (guint i = 0; i < lines->len; i++)
    hbk_output_wrapped (line->output, INDENT, INDENT "  ", g_ptr_array_index (lines, i));
}
