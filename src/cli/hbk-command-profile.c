/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-library-json.h"
#include "cli/hbk-profile-options.h"
#include "cli/hbk-result.h"
#include "cli/hbk-typed.h"
#include "words/hbk-value-words.h"
#include "records/hbk-logbook-reader.h"

static void
print_json (HbkCommandLine *line, GPtrArray *items)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-profile");
  hbk_json_writer_begin_array (writer, "periods");
  for (guint i = 0; i < items->len; i++)
    {
      const HbkChange *item = g_ptr_array_index (items, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_parts_add_text (writer, "from", hbk_change_get_id (item));
      hbk_library_json_write_document (writer, "answers", hbk_change_get_after (item));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_answers (HbkCommandLine *line, const HbkVocabulary *vocabulary, const HbkFacts *answers)
{
  for (guint i = 0; i < hbk_facts_get_n (answers); i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (answers, i, &id);
      const HbkFactSpec *spec = hbk_vocabulary_lookup_attribute (vocabulary, id);
      g_autofree char   *words = hbk_value_words (value, spec, line->language);
      g_autofree char   *text = NULL;

      /* Translators: a question about the person, the answer, and the id of the question */
      text = g_strdup_printf (_("%1$s: %2$s [%3$s]"), hbk_value_words_attribute (id, spec, line->language), words, id);
      hbk_output_wrapped (line->output, "  ", "    ", text);
    }
}

static void
print_text (HbkCommandLine *line, const HbkVocabulary *vocabulary, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const HbkChange *item = g_ptr_array_index (items, i);
      const char      *document = hbk_change_get_after (item);
      g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (HbkFacts) answers = hbk_attributes_read (bytes, problems);

      if (*hbk_change_get_id (item) == '\0')
        hbk_output_line (line->output, _("Always"));
      else
        /* Translators: a day from which something holds */
        hbk_output_printf (line->output, _("From %s on"), hbk_change_get_id (item));
      if (answers != NULL)
        print_answers (line, vocabulary, answers);
    }
  if (items->len == 0)
    hbk_output_line (line->output, _("Nothing is known of you yet. Say something with --profile=ID=VALUE, such as --profile=region=yuxi."));
}

static HbkExit
show (HbkCommandLine *line, GError **error)
{
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (line->workspace, error);
  g_autoptr (GPtrArray) items = NULL;

  if (vocabulary == NULL || !hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  items = hbk_workspace_list_profile (line->workspace, error);
  if (items == NULL)
    return HBK_EXIT_INPUT;

  if (line->json)
    print_json (line, items);
  else
    print_text (line, vocabulary, items);

  return HBK_EXIT_DONE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const char *typed_from = hbk_command_line_get (line, HBK_OPTION_FROM);
  HbkDate     from = HBK_DATE_NONE;
  g_autoptr (HbkFacts) answers = hbk_profile_options_parse (line, error);
  g_autoptr (HbkJournalStep) step = NULL;

  if (answers == NULL || (typed_from != NULL && !hbk_typed_parse_date (typed_from, &from, error)))
    return HBK_EXIT_INPUT;
  if (typed_from != NULL && hbk_facts_get_n (answers) == 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("What holds from that day on? Add --profile=ID=VALUE."));
      return HBK_EXIT_INPUT;
    }
  if (hbk_facts_get_n (answers) == 0)
    return show (line, error);

  if (!hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;
  step = hbk_workspace_change_profile (line->workspace, from, answers, error);

  return step != NULL ? hbk_result_print_step (line, step) : HBK_EXIT_INPUT;
}

const HbkCommand hbk_command_profile = {
  .name = "profile",
  .arguments = "",
  .summary = N_ ("Show what holds of you, or change it from a day on"),
  .example = "--profile=region=qinghai --from=2023-07-01",
  .group = HBK_GROUP_LIBRARY,
  .options = (const HbkOptionId[]) { HBK_OPTION_ANSWER, HBK_OPTION_FROM, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
