/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-change-text.h"
#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-library-json.h"
#include "words/hbk-step-words.h"
#include "cli/hbk-typed.h"
#include "words/hbk-value-words.h"

/* How many steps are shown unless --limit says otherwise. */
#define LIMIT_USUAL 50

/* How many changes of one step are told in words; an import may have thousands. */
#define CHANGES_MAX 20

static void
print_json (HbkCommandLine *line, GPtrArray *steps)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-history");
  hbk_json_writer_begin_array (writer, "steps");
  for (guint i = 0; i < steps->len; i++)
    hbk_library_json_write_step (writer, NULL, g_ptr_array_index (steps, i), TRUE);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_step (HbkCommandLine *line, const HbkVocabulary *vocabulary, const HbkJournalStep *step, const char *record)
{
  g_autofree char *time = hbk_value_words_time (step->at);
  g_autofree char *what = hbk_step_words_sentence (step);
  g_autofree char *text = g_strdup_printf ("%s  %s", time, what);
  guint            n_shown = 0;

  hbk_output_wrapped (line->output, "", "  ", text);
  for (guint i = 0; i < step->changes->len && n_shown < CHANGES_MAX; i++)
    {
      const HbkChange *change = g_ptr_array_index (step->changes, i);

      if (record != NULL && (hbk_change_get_kind (change) != HBK_CHANGE_RECORD || !g_str_equal (hbk_change_get_id (change), record)))
        continue;
      hbk_change_text_print (line, vocabulary, change);
      n_shown++;
    }
  if (n_shown == CHANGES_MAX)
    hbk_output_line (line->output, _("    … and more"));
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (line->workspace, error);
  g_auto (GStrv) ids = vocabulary != NULL ? hbk_command_line_dup_arguments (line, 0, error) : NULL;
  const char      *typed_limit = hbk_command_line_get (line, HBK_OPTION_LIMIT);
  guint            limit = LIMIT_USUAL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (ids == NULL || (typed_limit != NULL && !hbk_typed_parse_number (typed_limit, "limit", &limit, error)) || !hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  id = ids[0] != NULL ? hbk_workspace_expand_record_id (line->workspace, ids[0], error) : NULL;
  if (ids[0] != NULL && id == NULL)
    return HBK_EXIT_INPUT;
  steps = hbk_workspace_list_steps (line->workspace, id, limit, error);
  if (steps == NULL)
    return HBK_EXIT_INPUT;

  if (line->json)
    print_json (line, steps);
  for (guint i = 0; !line->json && i < steps->len; i++)
    print_step (line, vocabulary, g_ptr_array_index (steps, i), id);
  if (!line->json && steps->len == 0)
    hbk_output_line (line->output, _("Nothing has been done yet."));

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_history = {
  .name = "history",
  .arguments = "[RECORD]",
  .summary = N_ ("Show what was done, the newest first, and what it changed"),
  .example = "k3f9 --limit=10",
  .group = HBK_GROUP_LIBRARY,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIMIT, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 1,
  .run = run,
};
