/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-problems-output.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "rules/hbk-json-parts.h"
#include "workspace/hbk-file-reader.h"

/**
 * hbk_problems_output_write:
 * @problems: what was found
 * @writer: where to write
 *
 * Writes what is wrong with a file as two members of an object: a list, and how many more there are.
 */
void
hbk_problems_output_write (const HbkProblems *problems, HbkJsonWriter *writer)
{
  hbk_json_writer_begin_array (writer, "problems");
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem *problem = hbk_problems_get (problems, i);

      hbk_json_writer_begin_object (writer, NULL);
      if (hbk_problem_get_line (problem) > 0)
        hbk_json_writer_add_int (writer, "line", hbk_problem_get_line (problem));
      else
        hbk_json_writer_add_null (writer, "line");
      hbk_json_parts_add_text (writer, "path", hbk_problem_get_path (problem));
      hbk_json_writer_add_string (writer, "what", hbk_problem_get_what (problem));
      hbk_json_parts_add_text (writer, "action", hbk_problem_get_action (problem));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_add_int (writer, "more", hbk_problems_get_n_dropped (problems));
}

static void
write_json (const HbkProblems *problems, const char *path, HbkCommandLine *line)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  g_autofree char *file = hbk_text_escape (path, -1, G_MAXUINT);

  hbk_json_parts_begin (writer, NULL, "hourbook-problems");
  hbk_json_writer_add_string (writer, "file", file);
  hbk_problems_output_write (problems, writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_messages (const HbkProblems *problems, const char *path)
{
  guint            n_dropped = hbk_problems_get_n_dropped (problems);
  g_autofree char *file = hbk_file_get_display_name (path);

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      g_autofree char *text = hbk_problem_to_string (hbk_problems_get (problems, i), file);
      g_autofree char *clean = hbk_text_escape (text, -1, G_MAXUINT);

      g_printerr ("%s\n", clean);
    }
  if (n_dropped > 0)
    g_printerr (ngettext ("%u more problem.\n", "%u more problems.\n", n_dropped), n_dropped);
}

/**
 * hbk_problems_output:
 * @problems: what was found
 * @path: the file
 * @line: the command line
 *
 * Says what is wrong with a file: with --json as JSON on standard output, also when nothing is; else one line each on
 * standard error.
 */
void
hbk_problems_output (const HbkProblems *problems, const char *path, HbkCommandLine *line)
{
  if (line->json)
    write_json (problems, path, line);
  else
    print_messages (problems, path);
}
