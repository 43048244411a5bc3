/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-output.h"
#include "cli/hbk-problems-output.h"

static HbkExit
run (HbkCommandLine *line,
     GError        **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) own_error = NULL;
  g_autoptr (HbkPack) pack = hbk_workspace_read_pack_file (line->workspace, line->arguments[0], TRUE, problems, &own_error);

  if (pack == NULL && hbk_problems_is_empty (problems))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return HBK_EXIT_INPUT;
    }
  if (pack != NULL && !line->json)
    {
      guint n_rules = pack->rules->len;
      guint n_clauses = pack->clauses->len;

      /* Translators: a pack is in order; its id, and how many clauses and rules it has */
      g_print (_("%s is in order: %u clauses, %u rules\n"), pack->id, n_clauses, n_rules);
    }
  return hbk_problems_output (problems, line->arguments[0], line->json);
}

const HbkCommand hbk_command_check_pack = {
  .name = "check-pack",
  .arguments = "FILE",
  .summary = N_("Check a rule pack and say what is wrong with it"),
  .options = 0,
  .n_arguments = 1,
  .run = run,
};
