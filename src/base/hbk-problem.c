/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/hbk-problem.h"

#include <glib/gi18n-lib.h>

struct _HbkProblem
{
  gatomicrefcount ref_count;
  HbkError        code;
  int             line;
  char           *path;
  char           *what;
  char           *action;
};

G_DEFINE_BOXED_TYPE (HbkProblem, hbk_problem, hbk_problem_ref, hbk_problem_unref)

/**
 * hbk_problem_new:
 * @code: which kind of problem it is
 * @line: the line in the file, from 1; 0 when not known
 * @path: (nullable): the JSON path, such as `$.records[3].facts.days`
 * @what: what is wrong: a whole sentence in the person's language
 * @action: (nullable): what to do about it: a whole sentence in the person's language
 *
 * Makes a problem.
 *
 * Returns: (transfer full): the problem
 */
HbkProblem *
hbk_problem_new (HbkError code, int line, const char *path, const char *what, const char *action)
{
  HbkProblem *problem;

  g_return_val_if_fail (what != NULL, NULL);

  problem = g_new0 (HbkProblem, 1);
  g_atomic_ref_count_init (&problem->ref_count);
  problem->code = code;
  problem->line = line;
  problem->path = g_strdup (path);
  problem->what = g_strdup (what);
  problem->action = g_strdup (action);

  return problem;
}

/**
 * hbk_problem_ref:
 * @problem: a problem
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @problem
 */
HbkProblem *
hbk_problem_ref (HbkProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  g_atomic_ref_count_inc (&problem->ref_count);

  return problem;
}

/**
 * hbk_problem_unref:
 * @problem: (transfer full): a problem
 *
 * Drops a reference.
 */
void
hbk_problem_unref (HbkProblem *problem)
{
  g_return_if_fail (problem != NULL);

  if (!g_atomic_ref_count_dec (&problem->ref_count))
    return;

  g_free (problem->path);
  g_free (problem->what);
  g_free (problem->action);
  g_free (problem);
}

/**
 * hbk_problem_get_code:
 * @problem: a problem
 *
 * Says which kind of problem it is.
 *
 * Returns: the code
 */
HbkError
hbk_problem_get_code (const HbkProblem *problem)
{
  g_return_val_if_fail (problem != NULL, HBK_ERROR_VALUE);

  return problem->code;
}

/**
 * hbk_problem_get_line:
 * @problem: a problem
 *
 * Says in which line of the file it is.
 *
 * Returns: the line, from 1, or 0 when not known
 */
int
hbk_problem_get_line (const HbkProblem *problem)
{
  g_return_val_if_fail (problem != NULL, 0);

  return problem->line;
}

/**
 * hbk_problem_get_path:
 * @problem: a problem
 *
 * Says at which JSON path it is.
 *
 * Returns: (nullable): the path, such as `$.records[3].facts.days`
 */
const char *
hbk_problem_get_path (const HbkProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  return problem->path;
}

/**
 * hbk_problem_get_what:
 * @problem: a problem
 *
 * Says what is wrong.
 *
 * Returns: a whole sentence
 */
const char *
hbk_problem_get_what (const HbkProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  return problem->what;
}

/**
 * hbk_problem_get_action:
 * @problem: a problem
 *
 * Says what to do about it.
 *
 * Returns: (nullable): a whole sentence
 */
const char *
hbk_problem_get_action (const HbkProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  return problem->action;
}

/* The place as compilers write it, so that editors can jump there; in words when there is no file to name. */
static void
append_place (GString *string, const HbkProblem *problem, const char *file)
{
  if (file != NULL && problem->line > 0)
    g_string_append_printf (string, "%s:%d: ", file, problem->line);
  else if (file != NULL)
    g_string_append_printf (string, "%s: ", file);
  else if (problem->line > 0)
    {
      /* Translators: the place of a problem in a file; “: ” and the problem follow. */
      g_string_append_printf (string, _ ("line %d"), problem->line);
      g_string_append (string, ": ");
    }

  if (problem->path != NULL)
    g_string_append_printf (string, "%s: ", problem->path);
}

/**
 * hbk_problem_to_string:
 * @problem: a problem
 * @file: (nullable): the name of the file it is in
 *
 * Writes a problem as one line: `FILE:12: $.records[3].start: What. Action.`, without the parts that are not known.
 *
 * Returns: (transfer full): the text, without a line end
 */
char *
hbk_problem_to_string (const HbkProblem *problem, const char *file)
{
  GString *string;

  g_return_val_if_fail (problem != NULL, NULL);

  string = g_string_new (NULL);
  append_place (string, problem, file);

  if (problem->action != NULL)
    {
      /* Translators: two sentences with their full stops: what is wrong, and what to do about it. */
      g_string_append_printf (string, C_ ("problem", "%1$s %2$s"), problem->what, problem->action);
    }
  else
    g_string_append (string, problem->what);

  return g_string_free_and_steal (string);
}
