/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-problems-output.h"

#include <glib/gi18n.h>

#include "cli/hbk-output.h"

static void
write_json (const HbkProblems *problems,
            const char        *file)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", "hourbook-problems");
  hbk_json_writer_add_int (writer, "version", 1);
  hbk_json_writer_add_string (writer, "file", file);
  hbk_json_writer_begin_array (writer, "problems");
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem *problem = hbk_problems_get (problems, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_int (writer, "line", hbk_problem_get_line (problem));
      hbk_json_writer_add_string (writer, "path", hbk_problem_get_path (problem));
      hbk_json_writer_add_string (writer, "what", hbk_problem_get_what (problem));
      hbk_json_writer_add_string (writer, "action", hbk_problem_get_action (problem));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (writer);
}

/**
 * hbk_problems_output:
 * @problems: what was found
 * @file: the file it was found in
 * @json: write JSON to standard output; else one line each to standard error
 *
 * Says what is wrong with a file.
 *
 * Returns: done when nothing is wrong, else bad input
 */
HbkExit
hbk_problems_output (const HbkProblems *problems,
                     const char        *file,
                     gboolean           json)
{
  guint n_dropped = hbk_problems_get_n_dropped (problems);
  g_autofree char *shown = hbk_output_clean (file, 200);

  if (json)
    write_json (problems, shown);
  for (guint i = 0; !json && i < hbk_problems_get_n (problems); i++)
    {
      g_autofree char *text = hbk_problem_to_string (hbk_problems_get (problems, i), shown);

      g_printerr ("%s\n", text);
    }
  if (!json && n_dropped > 0)
    g_printerr (ngettext ("%u more problem\n", "%u more problems\n", n_dropped), n_dropped);
  return hbk_problems_is_empty (problems) ? HBK_EXIT_DONE : HBK_EXIT_INPUT;
}
