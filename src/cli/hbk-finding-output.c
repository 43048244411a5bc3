/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-finding-output.h"

#include <glib/gi18n.h>

#include "rules/hbk-json-parts.h"

static const char *const severities[] = { "info", "warning", "error" };

static void
write_finding (HbkJsonWriter *writer, const HbkFinding *finding, HbkLanguage language)
{
  g_autofree char *text = hbk_finding_dup_title (finding, language);
  g_autofree char *action = hbk_finding_dup_action (finding, language);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "kind", hbk_finding_get_nick (finding));
  hbk_json_writer_add_string (writer, "severity", severities[finding->severity]);
  if (finding->year != 0)
    hbk_json_writer_add_int (writer, "year", finding->year);
  else
    hbk_json_writer_add_null (writer, "year");
  hbk_json_parts_add_text (writer, "record", finding->entry != NULL ? hbk_record_get_id (finding->entry->result->record) : NULL);
  hbk_json_parts_add_text (writer, "file", finding->file != NULL ? finding->file->file->sha256 : NULL);
  hbk_json_parts_add_text (writer, "clause", finding->warning != NULL ? finding->warning->clause : NULL);
  hbk_json_writer_add_string (writer, "text", text);
  hbk_json_writer_add_string (writer, "action", action);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_finding_output_write:
 * @writer: where to write
 * @findings: (element-type HbkFinding): what was found
 * @language: the language of the texts
 *
 * Writes a member "findings".
 */
void
hbk_finding_output_write (HbkJsonWriter *writer, GPtrArray *findings, HbkLanguage language)
{
  hbk_json_writer_begin_array (writer, "findings");
  for (guint i = 0; i < findings->len; i++)
    write_finding (writer, g_ptr_array_index (findings, i), language);
  hbk_json_writer_end_array (writer);
}

static const char *
get_heading (HbkSeverity severity)
{
  switch (severity)
    {
    case HBK_SEVERITY_ERROR:
      return _("To be mended first");
    case HBK_SEVERITY_WARNING:
      return _("It might come back for this");
    case HBK_SEVERITY_INFO:
    default:
      return _("Good to know");
    }
}

/**
 * hbk_finding_output_print:
 * @output: where to print
 * @findings: (element-type HbkFinding): what was found, errors first
 * @language: the language of the texts
 *
 * Prints what was found for a person, under a heading for each severity.
 */
void
hbk_finding_output_print (HbkOutput *output, GPtrArray *findings, HbkLanguage language)
{
  if (findings->len == 0)
    hbk_output_line (output, _("Nothing was found for which it would come back."));

  for (guint i = 0; i < findings->len; i++)
    {
      const HbkFinding *finding = g_ptr_array_index (findings, i);
      const HbkFinding *before = i > 0 ? g_ptr_array_index (findings, i - 1) : NULL;
      g_autofree char  *line = hbk_finding_dup_line (finding, language);

      if (before == NULL || before->severity != finding->severity)
        {
          if (before != NULL)
            hbk_output_line (output, "");
          hbk_output_line (output, get_heading (finding->severity));
        }
      hbk_output_wrapped (output, "  - ", "    ", line);
    }
}
