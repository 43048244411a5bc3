/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-profile-options.h"

#include "cli/hbk-choices.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-typed-facts.h"

/* A region is kept only if there are rules for it: a misspelt one would be found out much later. */
static gboolean
check_region (HbkCommandLine *line, const char *id, const HbkValue *value, GError **error)
{
  g_autoptr (HbkPack) pack = NULL;

  if (!g_str_equal (id, "region") || value->kind != HBK_VALUE_TEXT)
    return TRUE;

  pack = hbk_choices_load_pack (line, value->text, error);

  return pack != NULL;
}

/**
 * hbk_profile_options_parse:
 * @line: the command line
 * @error: return location for an error
 *
 * Reads what the person says about themselves by --profile.
 *
 * Returns: (transfer full): the answers, null where one is taken away; %NULL on error
 */
HbkFacts *
hbk_profile_options_parse (HbkCommandLine *line, GError **error)
{
  const char *const   *typed = hbk_command_line_get_all (line, HBK_OPTION_ANSWER);
  const HbkVocabulary *vocabulary = typed[0] != NULL ? hbk_workspace_get_vocabulary (line->workspace, error) : NULL;
  g_autoptr (HbkFacts) answers = hbk_facts_new ();

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_auto (HbkValue) value = HBK_VALUE_INIT;
      g_autofree char *id = NULL;

      if (vocabulary == NULL || !hbk_typed_parse_answer (HBK_TYPED_PROFILE, vocabulary, typed[i], &id, &value, error))
        return NULL;
      if (!check_region (line, id, &value, error))
        return NULL;
      hbk_facts_set (answers, id, &value);
    }

  return g_steal_pointer (&answers);
}
