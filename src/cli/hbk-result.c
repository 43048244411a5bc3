/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-result.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-json.h"
#include "words/hbk-step-words.h"

static void
write_taken (HbkJsonWriter *writer, const HbkTakenFile *taken)
{
  g_autofree char *path = hbk_text_escape (taken->path, -1, G_MAXUINT);
  g_autofree char *serial = taken->file != NULL ? hbk_evidence_file_dup_serial (taken->file) : NULL;

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "path", path);
  hbk_json_parts_add_text (writer, "serial", serial);
  hbk_json_parts_add_text (writer, "sha256", taken->file != NULL ? taken->file->sha256 : NULL);
  hbk_json_writer_add_boolean (writer, "was_there", taken->was_there);
  hbk_json_writer_add_boolean (writer, "was_in_trash", taken->was_in_trash);
  hbk_library_json_write_ids (writer, "records", (const char *const *) taken->records);
  hbk_json_parts_add_text (writer, "message", taken->message);
  hbk_json_writer_end_object (writer);
}

static void
print_json (HbkCommandLine *line, const HbkResult *result)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  g_autofree char *path = result->path != NULL ? hbk_text_escape (result->path, -1, G_MAXUINT) : NULL;

  hbk_json_parts_begin (writer, NULL, "hourbook-change");
  if (result->step != NULL && result->step->number > 0)
    hbk_library_json_write_step (writer, "step", result->step, FALSE);
  else
    hbk_json_writer_add_null (writer, "step");
  hbk_json_writer_begin_array (writer, "files");
  for (guint i = 0; result->taken != NULL && i < result->taken->len; i++)
    write_taken (writer, g_ptr_array_index (result->taken, i));
  hbk_json_writer_end_array (writer);
  hbk_json_parts_add_text (writer, "path", path);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_taken (HbkCommandLine *line, const HbkTakenFile *taken)
{
  g_autofree char *path = hbk_text_escape (taken->path, -1, G_MAXUINT);
  g_autofree char *serial = taken->file != NULL ? hbk_evidence_file_dup_serial (taken->file) : NULL;
  g_autofree char *text = NULL;

  if (serial == NULL)
    /* Translators: a file */
    text = g_strdup_printf (_("%s: not taken in."), path);
  else if (taken->was_in_trash)
    /* Translators: the number of a file in the library, and where it came from */
    text = g_strdup_printf (_("%1$s  %2$s: it was in the trash, and is back."), serial, path);
  else if (taken->was_there)
    text = g_strdup_printf (_("%1$s  %2$s: it was there already."), serial, path);
  else
    text = g_strdup_printf ("%s  %s", serial, path);
  hbk_output_wrapped (line->output, "", "  ", text);

  if (taken->records != NULL && taken->records[0] != NULL)
    {
      g_autofree char *ids = g_strjoinv (C_("in a list", ", "), taken->records);
      /* Translators: ids of records */
      g_autofree char *proves = g_strdup_printf (_("It proves already: %s."), ids);

      hbk_output_wrapped (line->output, "  ", "  ", proves);
    }
  if (taken->message != NULL)
    hbk_output_wrapped (line->output, "  ", "  ", taken->message);
}

static void
print_text (HbkCommandLine *line, const HbkResult *result)
{
  g_autofree char *done = NULL;

  for (guint i = 0; result->taken != NULL && i < result->taken->len; i++)
    print_taken (line, g_ptr_array_index (result->taken, i));

  if (result->text != NULL)
    {
      hbk_output_wrapped (line->output, "", "  ", result->text);
    }
  else if (result->step != NULL && result->step->number > 0)
    {
      done = hbk_step_words_describe (result->step);
      /* Translators: what was done, as a clause */
      hbk_output_printf (line->output, _("Done: %s."), done);
    }
  else if (result->step != NULL)
    {
      hbk_output_line (line->output, _("Nothing had to be changed."));
    }
}

/**
 * hbk_result_print:
 * @line: the command line
 * @result: what was done
 *
 * Says what was done. Where a file could not be taken in, that is an error, although others were.
 *
 * Returns: the exit status
 */
HbkExit
hbk_result_print (HbkCommandLine *line, const HbkResult *result)
{
  if (line->json)
    print_json (line, result);
  else
    print_text (line, result);

  for (guint i = 0; result->taken != NULL && i < result->taken->len; i++)
    {
      if (((const HbkTakenFile *) g_ptr_array_index (result->taken, i))->file == NULL)
        return HBK_EXIT_INPUT;
    }

  return HBK_EXIT_DONE;
}

/**
 * hbk_result_print_step:
 * @line: the command line
 * @step: the step that was stored, or one with number 0
 *
 * Says what a step did.
 *
 * Returns: the exit status
 */
HbkExit
hbk_result_print_step (HbkCommandLine *line, const HbkJournalStep *step)
{
  const HbkResult result = { .step = step };

  return hbk_result_print (line, &result);
}
