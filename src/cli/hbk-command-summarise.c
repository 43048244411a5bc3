/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-progress.h"
#include "cli/hbk-result.h"
#include "rules/hbk-json-parts.h"
#include "submission/hbk-clerk-summary.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-file-writer.h"
#include "workspace/hbk-verification.h"

/* A package that is refused is a line of the summary as well: the clerk has to ask for it again. */
static HbkClerkLine *
look_at (HbkCommandLine *line, const char *path, HbkProgress *progress, GError **error)
{
  g_autofree char *name = hbk_file_get_display_name (path);
  g_autoptr (GError) reason = NULL;
  g_autoptr (HbkVerification) found = hbk_workspace_verify_package (line->workspace, path, hbk_progress_report, progress, progress->cancellable, &reason);
  HbkClerkLine *clerk_line;

  if (g_error_matches (reason, HBK_ERROR, HBK_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  clerk_line = hbk_clerk_line_new (name, found != NULL ? g_steal_pointer (&found->manifest) : NULL);
  if (reason != NULL)
    hbk_clerk_line_add_problem (clerk_line, reason->message);
  for (guint i = 0; found != NULL && i < found->problems->len; i++)
    hbk_clerk_line_add_problem (clerk_line, g_ptr_array_index (found->problems, i));
  if (found != NULL && found->is_undamaged && clerk_line->manifest == NULL)
    hbk_clerk_line_add_problem (clerk_line, _("It is no package of Hourbook."));
  if (found != NULL && found->agreement == HBK_AGREEMENT_UNKNOWN_RULES)
    hbk_clerk_line_add_problem (clerk_line, _("It was made by rules that this Hourbook does not have, so its figures were not worked out again."));

  return clerk_line;
}

static void
print_json (HbkCommandLine *line, GPtrArray *lines, const char *path)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  g_autofree char *shown = hbk_text_escape (path, -1, G_MAXUINT);

  hbk_json_parts_begin (writer, NULL, "hourbook-summary");
  hbk_json_writer_add_string (writer, "path", shown);
  hbk_json_writer_begin_array (writer, "packages");
  for (guint i = 0; i < lines->len; i++)
    {
      const HbkClerkLine *clerk_line = g_ptr_array_index (lines, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "file", clerk_line->file);
      hbk_json_parts_add_text (writer, "name", clerk_line->manifest != NULL ? clerk_line->manifest->name : NULL);
      hbk_json_writer_begin_array (writer, "problems");
      for (guint j = 0; j < clerk_line->problems->len; j++)
        hbk_json_writer_add_string (writer, NULL, g_ptr_array_index (clerk_line->problems, j));
      hbk_json_writer_end_array (writer);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_text (HbkCommandLine *line, GPtrArray *lines, const char *path)
{
  g_autofree char *name = hbk_file_get_display_name (path);
  guint            n_bad = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const HbkClerkLine *clerk_line = g_ptr_array_index (lines, i);

      if (clerk_line->problems->len == 0)
        continue;
      n_bad++;
      hbk_output_line (line->output, clerk_line->file);
      for (guint j = 0; j < clerk_line->problems->len; j++)
        hbk_output_wrapped (line->output, "  ! ", "    ", g_ptr_array_index (clerk_line->problems, j));
    }
  hbk_output_printf (line->output, ngettext ("%1$u package in %2$s; %3$u with problems.", "%1$u packages in %2$s; %3$u with problems.", lines->len), lines->len, name, n_bad);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const char *path = hbk_command_line_get (line, HBK_OPTION_XLSX);
  g_auto (HbkProgress) progress = { 0 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_clerk_line_free);
  g_autoptr (GBytes) workbook = NULL;
  gboolean is_fine = TRUE;

  if (path == NULL || *path == '\0')
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("Where is the summary to be written? Add --xlsx=FILE."));
      return HBK_EXIT_INPUT;
    }

  hbk_progress_init (&progress, _("Verifying"));
  for (guint i = 0; line->arguments[i] != NULL; i++)
    {
      HbkClerkLine *clerk_line = look_at (line, line->arguments[i], &progress, error);

      if (clerk_line == NULL)
        return HBK_EXIT_INPUT;
      g_ptr_array_add (lines, clerk_line);
      is_fine = is_fine && clerk_line->problems->len == 0;
    }

  workbook = hbk_clerk_summary_write (lines, error);
  if (workbook == NULL || !hbk_file_write (path, workbook, error))
    return HBK_EXIT_INPUT;

  if (line->json)
    print_json (line, lines, path);
  else
    print_text (line, lines, path);

  return line->strict && !is_fine ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

const HbkCommand hbk_command_summarise = {
  .name = "summarise",
  .arguments = "PACKAGE…",
  .summary = N_ ("Gather packages of many people in one workbook"),
  .example = "packages/*.zip --xlsx=summary.xlsx",
  .group = HBK_GROUP_EXCHANGE,
  .options = (const HbkOptionId[]) { HBK_OPTION_XLSX, HBK_OPTION_STRICT, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .run = run,
};
