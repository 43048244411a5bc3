/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-problems-output.h"

static void
print_summary (HbkCommandLine *line, const HbkPack *pack)
{
  guint            n_clauses = pack->clauses->len;
  guint            n_rules = pack->rules->len;
  g_autofree char *clauses = g_strdup_printf (ngettext ("%u clause", "%u clauses", n_clauses), n_clauses);
  g_autofree char *rules = g_strdup_printf (ngettext ("%u rule", "%u rules", n_rules), n_rules);

  /* Translators: id of a pack, "90 clauses", "124 rules" */
  hbk_output_printf (line->output, _("The pack %1$s is in order: %2$s, %3$s."), pack->id, clauses, rules);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) own_error = NULL;
  g_autoptr (HbkPack) pack = hbk_workspace_check_pack_file (line->workspace, line->arguments[0], problems, &own_error);

  if (pack == NULL && hbk_problems_is_empty (problems))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return HBK_EXIT_INPUT;
    }

  if (pack != NULL && !line->json)
    print_summary (line, pack);
  hbk_problems_output (problems, line->arguments[0], line);

  return pack != NULL ? HBK_EXIT_DONE : HBK_EXIT_INPUT;
}

const HbkCommand hbk_command_check_pack = {
  .name = "check-pack",
  .arguments = "FILE",
  .summary = N_ ("Check a rule pack and say what is wrong with it"),
  .example = "my-region.json",
  .group = HBK_GROUP_RULES,
  .min_arguments = 1,
  .max_arguments = 1,
  .reads_input = TRUE,
  .run = run,
};
