/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-columns.h"
#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-library-json.h"
#include "cli/hbk-typed.h"
#include "words/hbk-value-words.h"

/* How many are listed unless --limit says otherwise. */
#define LIMIT_USUAL 50

static void
print_json (HbkCommandLine *line, GPtrArray *records, guint offset, guint n_total)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-records");
  hbk_json_writer_add_int (writer, "total", n_total);
  hbk_json_writer_add_int (writer, "offset", offset);
  hbk_json_writer_begin_array (writer, "records");
  for (guint i = 0; i < records->len; i++)
    hbk_library_json_write_summary (writer, g_ptr_array_index (records, i));
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_record (HbkCommandLine *line, const HbkVocabulary *vocabulary, HbkRecord *record, int id_width)
{
  guint            n_evidence = hbk_record_get_n_evidence (record);
  g_autofree char *period = hbk_value_words_period (hbk_record_get_start (record), hbk_record_get_end (record));
  g_autofree char *pieces = g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", n_evidence), n_evidence);
  const char      *evidence = n_evidence > 0 ? pieces : _("no evidence");
  g_autofree char *text = NULL;
  g_autoptr (GString) first = g_string_new ("");
  g_autoptr (GString) others = g_string_new ("");

  hbk_columns_pad (first, hbk_record_get_id (record), id_width + 2, FALSE);
  hbk_columns_fill (others, id_width + 2);
  /* Translators: of a record: its days, title, activity, status, and how much evidence it has */
  text = g_strdup_printf (_("%1$s  %2$s (%3$s; %4$s; %5$s)"), period, hbk_record_get_title (record) != NULL ? hbk_record_get_title (record) : "–",
                            hbk_value_words_activity (vocabulary, hbk_record_get_activity (record), line->language),
                            hbk_value_words_status (hbk_record_get_status (record)), evidence);
  hbk_output_wrapped (line->output, first->str, others->str, text);
}

static void
print_text (HbkCommandLine *line, const HbkVocabulary *vocabulary, GPtrArray *records, guint offset, guint n_total)
{
  int id_width = 0;

  for (guint i = 0; i < records->len; i++)
    id_width = MAX (id_width, hbk_columns_width (hbk_record_get_id (g_ptr_array_index (records, i))));
  for (guint i = 0; i < records->len; i++)
    print_record (line, vocabulary, g_ptr_array_index (records, i), id_width);

  if (records->len == n_total)
    hbk_output_printf (line->output, ngettext ("%u record.", "%u records.", n_total), n_total);
  else if (records->len > 0 && offset + records->len < n_total)
    hbk_output_printf (line->output, ngettext ("%1$u of %2$u record; --offset=%3$u shows the next.", "%1$u of %2$u records; --offset=%3$u shows the next.", n_total),
                       records->len, n_total, offset + records->len);
  else
    hbk_output_printf (line->output, ngettext ("%1$u of %2$u record.", "%1$u of %2$u records.", n_total), records->len, n_total);
}

static gboolean
read_query (HbkCommandLine *line, HbkRecordQuery *query, guint *offset, guint *limit, GError **error)
{
  const char *status = hbk_command_line_get (line, HBK_OPTION_OF_STATUS);
  const char *typed_limit = hbk_command_line_get (line, HBK_OPTION_LIMIT);
  const char *typed_offset = hbk_command_line_get (line, HBK_OPTION_OFFSET);

  query->text = hbk_command_line_get (line, HBK_OPTION_SEARCH);
  query->activity = hbk_command_line_get (line, HBK_OPTION_OF_ACTIVITY);
  query->year = line->years->len > 0 ? g_array_index (line->years, int, 0) : 0;
  query->has_status = status != NULL;
  if (status != NULL && !hbk_typed_parse_status (status, &query->status, error))
    return FALSE;
  if (typed_limit != NULL && !hbk_typed_parse_number (typed_limit, "limit", limit, error))
    return FALSE;

  return typed_offset == NULL || hbk_typed_parse_number (typed_offset, "offset", offset, error);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (line->workspace, error);
  HbkRecordQuery       query = { 0 };
  guint                offset = 0;
  guint                limit = LIMIT_USUAL;
  guint                n_total;
  g_autoptr (GPtrArray) records = NULL;

  if (vocabulary == NULL || !read_query (line, &query, &offset, &limit, error) || !hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  records = hbk_workspace_list_records (line->workspace, &query, offset, limit, &n_total, error);
  if (records == NULL)
    return HBK_EXIT_INPUT;

  if (line->json)
    print_json (line, records, offset, n_total);
  else
    print_text (line, vocabulary, records, offset, n_total);

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_list = {
  .name = "list",
  .arguments = "",
  .summary = N_ ("List records, the newest first"),
  .example = "--year=2024 --search=safety",
  .group = HBK_GROUP_RECORDS,
  .options = (const HbkOptionId[]) { HBK_OPTION_IN_YEAR, HBK_OPTION_OF_ACTIVITY, HBK_OPTION_OF_STATUS, HBK_OPTION_SEARCH, HBK_OPTION_LIMIT, HBK_OPTION_OFFSET, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
