/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "rules/hbk-assessment-json.h"
#include "words/hbk-outcome-words.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-columns.h"
#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-shortage.h"
#include "cli/hbk-table.h"

static void
print_json (HbkCommandLine *line, GPtrArray *assessments)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-comparison");
  hbk_json_writer_begin_array (writer, "assessments");
  for (guint i = 0; i < assessments->len; i++)
    hbk_assessment_json_write (g_ptr_array_index (assessments, i), NULL, writer, line->language);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_names (HbkCommandLine *line, GPtrArray *assessments)
{
  g_autofree char *date = hbk_date_format (line->as_of);
  int              id_width = 0;

  for (guint i = 0; i < assessments->len; i++)
    id_width = MAX (id_width, hbk_columns_width (hbk_assessment_get_pack (g_ptr_array_index (assessments, i))->id));

  for (guint i = 0; i < assessments->len; i++)
    {
      const HbkPack *pack = hbk_assessment_get_pack (g_ptr_array_index (assessments, i));
      g_autoptr (GString) text = g_string_new ("");

      hbk_columns_pad (text, pack->id, id_width + 2, FALSE);
      hbk_columns_pad (text, hbk_bilingual_get (&pack->name, line->language), 0, FALSE);
      hbk_output_line (line->output, text->str);
    }
  /* Translators: the day of an assessment */
  hbk_output_printf (line->output, _("as of %s"), date);
}

/* All report the same years only where --year says so; a year that a pack has nothing for is left out. */
static GArray *
list_years (GPtrArray *assessments)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (int year = HBK_DATE_YEAR_MIN; year <= HBK_DATE_YEAR_MAX; year++)
    {
      gboolean is_there = FALSE;

      for (guint i = 0; i < assessments->len; i++)
        is_there |= hbk_assessment_lookup_year (g_ptr_array_index (assessments, i), year) != NULL;
      if (is_there)
        g_array_append_val (years, year);
    }

  return years;
}

static void
print_text (HbkCommandLine *line, GPtrArray *assessments)
{
  g_autoptr (GArray) years = list_years (assessments);

  print_names (line, assessments);
  for (guint i = 0; i < years->len; i++)
    {
      int              year = g_array_index (years, int, i);
      g_autofree char *label = g_strdup_printf ("%d", year);

      hbk_output_line (line->output, "");
      hbk_table_print_head (line->output, label);
      for (guint j = 0; j < assessments->len; j++)
        {
          const HbkAssessment *assessment = g_ptr_array_index (assessments, j);
          const HbkYearResult *result = hbk_assessment_lookup_year (assessment, year);
          g_autofree char     *verdict = result != NULL ? hbk_outcome_words_year (result) : NULL;

          if (result != NULL)
            hbk_table_print_row (line->output, hbk_assessment_get_pack (assessment)->id, result->credited.public_hours,
                                 result->credited.professional_hours, hbk_tally_total (result->credited), verdict);
        }
    }
}

static gboolean
check_packs (HbkCommandLine *line, GError **error)
{
  const char *const *packs = hbk_command_line_get_all (line, HBK_OPTION_PACKS);
  guint              n_packs = g_strv_length ((char **) packs);

  if (n_packs < 2)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("Which packs are compared? Name two or more: --pack=A --pack=B."));
      return FALSE;
    }

  for (guint i = 0; i < n_packs; i++)
    {
      if (g_strv_contains (packs + i + 1, packs[i]))
        {
          g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("The pack “%s” is named twice. Name another to compare it with."), packs[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (GPtrArray) assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_assessment_unref);
  const char *const *packs = hbk_command_line_get_all (line, HBK_OPTION_PACKS);
  gboolean           is_short = FALSE;

  if (!check_packs (line, error) || !hbk_choices_init (&choices, line, line->arguments[0], error))
    return HBK_EXIT_INPUT;

  for (guint i = 0; packs[i] != NULL; i++)
    {
      HbkAssessment *assessment;

      if (!hbk_choices_use_pack (&choices, line, packs[i], error))
        return HBK_EXIT_INPUT;

      assessment = hbk_assess (choices.logbook, choices.pack, line->as_of, &choices.options);
      is_short |= hbk_shortage_in_assessment (assessment);
      g_ptr_array_add (assessments, assessment);
    }

  if (line->json)
    print_json (line, assessments);
  else
    print_text (line, assessments);

  return line->strict && is_short ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

const HbkCommand hbk_command_compare = {
  .name = "compare",
  .arguments = "[LOGBOOK]",
  .summary = N_ ("Compare what a logbook comes to under several packs"),
  .example = "logbook.json --pack=jiangsu --pack=changzhou",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_PACKS, HBK_OPTION_YEARS, HBK_OPTION_AS_OF, HBK_OPTION_PROFILE, HBK_OPTION_LIBRARY, HBK_OPTION_STRICT, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 1,
  .reads_input = TRUE,
  .run = run,
};
