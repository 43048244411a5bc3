/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-inspection-problem.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (HbkInspectionProblem, hbk_inspection_problem, G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_NONE, "none"), G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_EMPTY, "empty"), G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_DAMAGED, "damaged"), G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_ENCRYPTED, "encrypted"), G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_TOO_LARGE, "too-large"), G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_UNSUPPORTED, "unsupported"), G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_NOT_A_FILE, "not-a-file"), G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_CRASHED, "crashed"), G_DEFINE_ENUM_VALUE (HBK_INSPECTION_PROBLEM_TIMED_OUT, "timed-out"))

typedef struct
{
  const char *nick;
  const char *text;
} Words;

static const Words words[] = {
  [HBK_INSPECTION_PROBLEM_NONE] = { "none", NULL },
  [HBK_INSPECTION_PROBLEM_EMPTY] = { "empty", N_ ("The file is empty. Choose another, or save it again where it was made.") },
  [HBK_INSPECTION_PROBLEM_DAMAGED] = { "damaged", N_ ("The file is damaged or not whole. Get it again from where it came from.") },
  [HBK_INSPECTION_PROBLEM_ENCRYPTED] = { "encrypted", N_ ("The file needs a password. Save it without one, so that a reviewer can open it.") },
  [HBK_INSPECTION_PROBLEM_TOO_LARGE] = { "too-large", N_ ("The file is too large for a preview. It can be kept as it is; a smaller picture is easier to hand in.") },
  [HBK_INSPECTION_PROBLEM_UNSUPPORTED] = { "unsupported", N_ ("This kind of picture cannot be shown on this computer. It can be kept; a JPEG or PDF is easier to hand in.") },
  [HBK_INSPECTION_PROBLEM_NOT_A_FILE] = { "not-a-file", N_ ("This is not an ordinary file. Choose one.") },
  [HBK_INSPECTION_PROBLEM_CRASHED] = { "crashed", N_ ("The file could not be examined: looking into it failed. Check that it opens elsewhere, or get it again.") },
  [HBK_INSPECTION_PROBLEM_TIMED_OUT] = { "timed-out", N_ ("The file could not be examined: it took too long. Check that it opens elsewhere, or get it again.") },
};

/**
 * hbk_inspection_problem_to_nick:
 * @problem: a problem
 *
 * Gives the word that stands for a problem in files.
 *
 * Returns: the word
 */
const char *
hbk_inspection_problem_to_nick (HbkInspectionProblem problem)
{
  g_return_val_if_fail ((guint) problem < G_N_ELEMENTS (words), NULL);

  return words[problem].nick;
}

/**
 * hbk_inspection_problem_from_nick:
 * @nick: a word
 * @problem: (out): where to put a problem
 *
 * Finds a problem by the word that stands for it in files.
 *
 * Returns: %TRUE when there is one; otherwise @problem is untouched
 */
gboolean
hbk_inspection_problem_from_nick (const char *nick, HbkInspectionProblem *problem)
{
  g_return_val_if_fail (nick != NULL && problem != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i].nick, nick))
        {
          *problem = (HbkInspectionProblem) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * hbk_inspection_problem_get_text:
 * @problem: a problem
 *
 * Says to a person what is wrong with the file and what to do, in their language.
 *
 * Returns: (nullable): the sentences, or %NULL when nothing is wrong
 */
const char *
hbk_inspection_problem_get_text (HbkInspectionProblem problem)
{
  g_return_val_if_fail ((guint) problem < G_N_ELEMENTS (words), NULL);

  return words[problem].text != NULL ? _(words[problem].text) : NULL;
}
