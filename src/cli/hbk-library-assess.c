/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-library-assess.h"

#include "rules/hbk-assessment-json.h"
#include "cli/hbk-assessment-text.h"
#include "cli/hbk-basis-assess.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-shortage.h"

/* ---- Bases ---- */

/*
 * Years that are over are bound to their rules once somebody looks at them, and not when a pack has been updated. Where that cannot be
 * done now, because another program is writing or the disk is full, it is done the next time.
 */
static void
close_past_years (HbkCommandLine *line)
{
  g_autofree char *dir = hbk_library_access_dup_dir (line);
  g_autoptr (HbkJournalStep) step = NULL;

  if (!hbk_workspace_has_library (line->workspace, dir) || !hbk_workspace_open_library (line->workspace, dir, HBK_OPEN_WRITE, NULL))
    return;

  step = hbk_workspace_close_past_years (line->workspace, line->today, NULL);
  hbk_workspace_close_library (line->workspace);
}

static gboolean
is_trial (const HbkCommandLine *line)
{
  return hbk_command_line_has (line, HBK_OPTION_PACK) || hbk_command_line_has (line, HBK_OPTION_READING) || hbk_command_line_has (line, HBK_OPTION_PROFILE);
}

/* What the command line says holds for every year, also for those that are bound to other rules: it is only tried. */
static GPtrArray *
make_trial (HbkCommandLine *line, GArray *years, GError **error)
{
  g_auto (HbkChoices) choices = { 0 };
  HbkAssessmentOptions options = { .years = years, .skip_comparison = TRUE };
  g_autoptr (HbkAssessment) assessment = NULL;
  GPtrArray *bases;
  HbkBasis  *basis;

  if (!hbk_choices_init (&choices, line, NULL, error) || !hbk_choices_use_pack (&choices, line, hbk_command_line_get (line, HBK_OPTION_PACK), error))
    return NULL;

  assessment = hbk_assess (choices.logbook, choices.pack, line->as_of, &options);
  basis = g_new0 (HbkBasis, 1);
  basis->years = g_array_new (FALSE, TRUE, sizeof (int));
  basis->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_year_entry_free);
  basis->changed = g_array_new (FALSE, TRUE, sizeof (gboolean));
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      g_array_append_val (basis->years, hbk_assessment_get_year (assessment, i)->year);
      g_ptr_array_add (basis->entries, NULL);
    }
  g_array_set_size (basis->changed, basis->years->len);
  basis->logbook = g_steal_pointer (&choices.logbook);
  basis->pack = g_steal_pointer (&choices.pack);
  basis->readings = g_steal_pointer (&choices.readings);

  bases = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_basis_free);
  g_ptr_array_add (bases, basis);

  return bases;
}

/**
 * hbk_library_assess_dup_bases:
 * @line: the command line
 * @years: (element-type int) (nullable): the years; %NULL for all
 * @error: return location for an error
 *
 * Opens the library, and finds what its years are assessed by: what holds for each, or for all of them what the command line says.
 *
 * Returns: (transfer full) (element-type HbkBasis): the bases, or %NULL on error
 */
GPtrArray *
hbk_library_assess_dup_bases (HbkCommandLine *line, GArray *years, GError **error)
{
  close_past_years (line);
  if (is_trial (line))
    return make_trial (line, years, error);
  if (!hbk_library_access_open (line, HBK_OPEN_READ, error))
    return NULL;

  return hbk_workspace_list_bases (line->workspace, line->as_of, years, error);
}

/* ---- Printing ---- */

static void
print_basis (HbkCommandLine *line, const HbkBasis *basis, const HbkAssessment *assessment, const HbkAssessment *newer, gboolean is_first)
{
  g_auto (HbkPrinter) printer = { 0 };

  if (!is_first)
    hbk_output_line (line->output, "");
  hbk_printer_init (&printer, line->output, basis->pack, line->language);
  hbk_printer_heading (&printer, hbk_logbook_get_profile (basis->logbook), line->as_of);
  for (guint i = 0; i < basis->years->len; i++)
    {
      g_autoptr (GPtrArray) remarks = hbk_basis_dup_remarks (basis, i, assessment, newer);
      const HbkYearResult *year = hbk_assessment_lookup_year (assessment, g_array_index (basis->years, int, i));

      if (year != NULL)
        hbk_assessment_text_print_year (&printer, assessment, year, remarks);
    }
}

static void
write_basis (HbkCommandLine *line, const HbkBasis *basis, const HbkAssessment *assessment, const HbkAssessment *newer, HbkJsonWriter *writer)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < basis->years->len; i++)
    hbk_basis_write_year (basis, i, newer, writer);
  hbk_json_writer_end_array (writer);
  hbk_assessment_json_write (assessment, "assessment", writer, line->language);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_library_assess:
 * @line: the command line
 * @error: return location for an error
 *
 * Works out the hours of the library, each year by what holds for it.
 *
 * Returns: the exit status
 */
HbkExit
hbk_library_assess (HbkCommandLine *line, GError **error)
{
  g_autoptr (GPtrArray) bases = hbk_library_assess_dup_bases (line, line->years->len > 0 ? line->years : NULL, error);
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  gboolean is_short = FALSE;

  if (bases == NULL)
    return HBK_EXIT_INPUT;

  hbk_json_parts_begin (writer, NULL, "hourbook-library-assessment");
  hbk_json_writer_add_date (writer, "as_of", line->as_of);
  hbk_json_writer_begin_array (writer, "assessments");
  for (guint i = 0; i < bases->len; i++)
    {
      const HbkBasis *basis = g_ptr_array_index (bases, i);
      g_autoptr (HbkAssessment) assessment = hbk_basis_assess (basis, line->as_of);
      g_autoptr (HbkAssessment) newer = hbk_basis_assess_newer (basis, line->as_of);

      is_short |= hbk_shortage_in_assessment (assessment);
      if (line->json)
        write_basis (line, basis, assessment, newer, writer);
      else
        print_basis (line, basis, assessment, newer, i == 0);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  if (line->json)
    hbk_output_json (line->output, writer);

  return line->strict && is_short ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}
