/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-table.h"

#include <glib/gi18n.h>

#include "cli/hbk-columns.h"

#define LABEL_WIDTH 20
#define PUBLIC_WIDTH 9
#define PROFESSIONAL_WIDTH 14
#define TOTAL_WIDTH 8

static void
append_figure (GString *line, HbkHours hours, int width)
{
  g_autofree char *text = hours < 0 ? g_strdup ("–") : hbk_hours_format (hours);

  hbk_columns_pad (line, text, width, TRUE);
}

/**
 * hbk_table_print_head:
 * @output: where to print
 * @label: what stands over the labels
 *
 * Prints the head of a table of hours by subject.
 */
void
hbk_table_print_head (HbkOutput *output, const char *label)
{
  g_autoptr (GString) line = g_string_new ("  ");

  hbk_columns_pad (line, label, LABEL_WIDTH, FALSE);
  hbk_columns_pad (line, C_("hours", "public"), PUBLIC_WIDTH, TRUE);
  hbk_columns_pad (line, C_("hours", "professional"), PROFESSIONAL_WIDTH, TRUE);
  hbk_columns_pad (line, C_("hours", "total"), TOTAL_WIDTH, TRUE);
  hbk_output_line (output, line->str);
}

/**
 * hbk_table_print_row:
 * @output: where to print
 * @label: what the row is
 * @public_hours: public hours, negative where there is no figure
 * @professional_hours: professional hours, negative where there is no figure
 * @total: the total, negative where there is no figure
 * @remark: (nullable): what stands after the figures
 *
 * Prints a row of a table of hours by subject.
 */
void
hbk_table_print_row (HbkOutput *output, const char *label, HbkHours public_hours, HbkHours professional_hours, HbkHours total, const char *remark)
{
  g_autoptr (GString) line = g_string_new ("  ");
  g_autoptr (GString) blank = g_string_new ("");

  hbk_columns_pad (line, label, LABEL_WIDTH, FALSE);
  append_figure (line, public_hours, PUBLIC_WIDTH);
  append_figure (line, professional_hours, PROFESSIONAL_WIDTH);
  append_figure (line, total, TOTAL_WIDTH);
  if (remark == NULL || *remark == '\0')
    {
      hbk_output_line (output, line->str);
      return;
    }

  hbk_columns_fill (line, hbk_columns_width (line->str) + 2);
  hbk_columns_fill (blank, hbk_columns_width (line->str));
  hbk_output_wrapped (output, line->str, blank->str, remark);
}
