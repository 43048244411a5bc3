/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/hbk-problems.h"

#include <glib/gi18n-lib.h>

struct _HbkProblems
{
  GPtrArray *kept;
  guint      n_dropped;
};

/**
 * hbk_problems_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer full): the list
 */
HbkProblems *
hbk_problems_new (void)
{
  HbkProblems *problems = g_new0 (HbkProblems, 1);

  problems->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_problem_unref);

  return problems;
}

/**
 * hbk_problems_free:
 * @problems: (transfer full) (nullable): a list
 *
 * Frees a list and drops its problems.
 */
void
hbk_problems_free (HbkProblems *problems)
{
  if (problems == NULL)
    return;

  g_ptr_array_unref (problems->kept);
  g_free (problems);
}

/**
 * hbk_problems_take:
 * @problems: a list
 * @problem: (transfer full): the problem to append
 *
 * Appends a problem, or only counts it when the list already holds %HBK_PROBLEMS_MAX.
 */
void
hbk_problems_take (HbkProblems *problems, HbkProblem *problem)
{
  g_return_if_fail (problems != NULL && problem != NULL);

  if (hbk_problems_is_full (problems))
    {
      problems->n_dropped++;
      hbk_problem_unref (problem);
    }
  else
    g_ptr_array_add (problems->kept, problem);
}

/**
 * hbk_problems_add:
 * @problems: a list
 * @code: which kind of problem it is
 * @line: the line in the file, from 1; 0 when not known
 * @path: (nullable): the JSON path
 * @what: what is wrong: a whole sentence
 * @action: (nullable): what to do about it: a whole sentence
 *
 * Makes a problem and appends it.
 */
void
hbk_problems_add (HbkProblems *problems, HbkError code, int line, const char *path, const char *what, const char *action)
{
  g_return_if_fail (problems != NULL && what != NULL);

  hbk_problems_take (problems, hbk_problem_new (code, line, path, what, action));
}

/**
 * hbk_problems_add_printf:
 * @problems: a list
 * @code: which kind of problem it is
 * @line: the line in the file, from 1; 0 when not known
 * @path: (nullable): the JSON path
 * @action: (nullable): what to do about it: a whole sentence
 * @what_format: what is wrong: a whole sentence, as a printf format
 * @...: the arguments of @what_format
 *
 * Makes a problem whose first sentence is put together, and appends it.
 */
void
hbk_problems_add_printf (HbkProblems *problems, HbkError code, int line, const char *path, const char *action, const char *what_format, ...)
{
  g_autofree char *what = NULL;
  va_list          args;

  g_return_if_fail (problems != NULL && what_format != NULL);

  va_start (args, what_format);
  what = g_strdup_vprintf (what_format, args);
  va_end (args);

  hbk_problems_add (problems, code, line, path, what, action);
}

/**
 * hbk_problems_get_n:
 * @problems: a list
 *
 * Counts the problems that were kept.
 *
 * Returns: the number, %HBK_PROBLEMS_MAX at most
 */
guint
hbk_problems_get_n (const HbkProblems *problems)
{
  g_return_val_if_fail (problems != NULL, 0);

  return problems->kept->len;
}

/**
 * hbk_problems_get_n_dropped:
 * @problems: a list
 *
 * Counts the problems that were found after the list was full.
 *
 * Returns: the number
 */
guint
hbk_problems_get_n_dropped (const HbkProblems *problems)
{
  g_return_val_if_fail (problems != NULL, 0);

  return problems->n_dropped;
}

/**
 * hbk_problems_get_n_total:
 * @problems: a list
 *
 * Counts all problems that were found, kept or not.
 *
 * Returns: the number
 */
guint
hbk_problems_get_n_total (const HbkProblems *problems)
{
  g_return_val_if_fail (problems != NULL, 0);

  return problems->kept->len + problems->n_dropped;
}

/**
 * hbk_problems_is_empty:
 * @problems: a list
 *
 * Says whether nothing was found.
 *
 * Returns: %TRUE when the list has no problem
 */
gboolean
hbk_problems_is_empty (const HbkProblems *problems)
{
  return hbk_problems_get_n_total (problems) == 0;
}

/**
 * hbk_problems_is_full:
 * @problems: a list
 *
 * Says whether further problems are only counted, so that working out their place would be in vain.
 *
 * Returns: %TRUE when the list holds %HBK_PROBLEMS_MAX problems
 */
gboolean
hbk_problems_is_full (const HbkProblems *problems)
{
  return hbk_problems_get_n (problems) >= HBK_PROBLEMS_MAX;
}

/**
 * hbk_problems_get:
 * @problems: a list
 * @position: which one, below [method@Problems.get_n]
 *
 * Gives one of the problems that were kept, in the order found.
 *
 * Returns: (transfer none): the problem
 */
HbkProblem *
hbk_problems_get (const HbkProblems *problems, guint position)
{
  g_return_val_if_fail (problems != NULL && position < problems->kept->len, NULL);

  return g_ptr_array_index (problems->kept, position);
}

/**
 * hbk_problems_to_error:
 * @problems: a list
 * @file: (nullable): the name of the file that was read
 * @error: where to put a #GError, or %NULL
 *
 * Turns the list into one error: the first problem, and how many there are besides.
 *
 * Returns: %TRUE when there is no problem; %FALSE when @error was set
 */
gboolean
hbk_problems_to_error (const HbkProblems *problems, const char *file, GError **error)
{
  g_autoptr (GString) message = NULL;
  g_autofree char *first = NULL;
  guint            more;

  g_return_val_if_fail (problems != NULL, FALSE);

  if (hbk_problems_is_empty (problems))
    return TRUE;

  first = hbk_problem_to_string (hbk_problems_get (problems, 0), file);
  message = g_string_new (first);

  more = hbk_problems_get_n_total (problems) - 1;
  if (more > 0)
    {
      g_string_append_c (message, ' ');
      g_string_append_printf (message, ngettext ("(and %u more problem)", "(and %u more problems)", more), more);
    }

  g_set_error_literal (error, HBK_ERROR, hbk_problem_get_code (hbk_problems_get (problems, 0)), message->str);
  return FALSE;
}
