/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-basis-assess.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"

static void
print_year (HbkCommandLine *line, const HbkBasis *basis, guint position, const HbkAssessment *assessment, const HbkAssessment *newer)
{
  g_autoptr (GPtrArray) remarks = hbk_basis_dup_remarks (basis, position, assessment, newer);
  const char *name = hbk_bilingual_get (&basis->pack->name, line->language);
  const char *version = basis->pack->revision;
  int         year = g_array_index (basis->years, int, position);

  if (version != NULL && *version != '\0')
    /* Translators: a year, the name of a rule pack and its version */
    hbk_output_printf (line->output, _("%1$d  %2$s, version %3$s"), year, name, version);
  else
    hbk_output_printf (line->output, "%d  %s", year, name);
  if (remarks->len == 0)
    hbk_output_line (line->output, _("      Open."));
  for (guint i = 0; i < remarks->len; i++)
    hbk_output_wrapped (line->output, "      ", "      ", g_ptr_array_index (remarks, i));
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autoptr (GPtrArray) bases = NULL;
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  if (!hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;
  bases = hbk_workspace_list_bases (line->workspace, line->today, NULL, error);
  if (bases == NULL)
    return HBK_EXIT_INPUT;

  hbk_json_parts_begin (writer, NULL, "hourbook-years");
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < bases->len; i++)
    {
      const HbkBasis *basis = g_ptr_array_index (bases, i);
      g_autoptr (HbkAssessment) assessment = hbk_basis_assess (basis, line->today);
      g_autoptr (HbkAssessment) newer = hbk_basis_assess_newer (basis, line->today);

      for (guint j = 0; j < basis->years->len; j++)
        {
          hbk_basis_write_year (basis, j, newer, writer);
          if (!line->json)
            print_year (line, basis, j, assessment, newer);
        }
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  if (line->json)
    hbk_output_json (line->output, writer);

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_years = {
  .name = "years",
  .arguments = "",
  .summary = N_ ("List the years: open, closed or handed in, and by which rules"),
  .example = "--json",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
