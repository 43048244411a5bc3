/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-warnings-text.h"

#include <glib/gi18n.h>

#include "words/hbk-warning-groups.h"
#include "words/hbk-words.h"

/* So many records are named; of more, the number says more. */
#define NAMES_MAX 6

/**
 * hbk_warnings_text_list_records:
 * @records: (element-type HbkRecord): records
 *
 * Names some records by their ids; when there are many, says how many.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_warnings_text_list_records (GPtrArray *records)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (records->len > NAMES_MAX)
    return g_strdup_printf (ngettext ("%u record", "%u records", records->len), records->len);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, (gpointer) hbk_record_get_id (g_ptr_array_index (records, i)));

  return hbk_words_list (ids);
}

static void
print_group (HbkPrinter *printer, const HbkWarningGroup *group, gboolean name_records)
{
  const HbkWarning *warning = &group->warning;
  g_autofree char  *what = hbk_warning_to_text (warning, printer->pack, printer->language);
  g_autofree char  *action = hbk_warning_to_action (warning, printer->pack, printer->language);
  g_autoptr (GString) text = g_string_new (what);
  g_autofree char *whole = NULL;
  gboolean         is_info = warning->spec->severity == HBK_SEVERITY_INFO;

  if (name_records && group->records->len > 0)
    {
      g_autofree char *records = hbk_warnings_text_list_records (group->records);

      /* Translators: the records that a sentence is about, after it */
      g_string_append_printf (text, _(" (%s)"), records);
    }
  hbk_words_end_sentence (text);

  /* What to do is said once: the next year it is the same. */
  whole = hbk_words_sentences (text->str, hbk_printer_say (printer, "action", action) ? action : NULL);
  g_string_printf (text, "%s  %s", whole, warning->spec->id);
  hbk_output_wrapped (printer->output, is_info ? "    · " : "    ! ", "      ", text->str);
}

/**
 * hbk_warnings_text_print:
 * @printer: a printer
 * @warnings: (array length=n_warnings): warnings
 * @n_warnings: how many
 * @name_records: say which records they are about
 *
 * Prints what to know and to do, under a heading. What is said of several records is said once.
 */
void
hbk_warnings_text_print (HbkPrinter *printer, const HbkWarning *warnings, guint n_warnings, gboolean name_records)
{
  g_autoptr (GPtrArray) groups = hbk_warning_groups_new (warnings, n_warnings, FALSE);

  if (groups->len == 0)
    return;

  hbk_printer_section (printer, _("To know and to do"));
  for (guint i = 0; i < groups->len; i++)
    print_group (printer, g_ptr_array_index (groups, i), name_records);
}
