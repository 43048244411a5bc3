/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-warnings-text.h"

#include <glib/gi18n.h>

#include "words/hbk-words.h"

/* So many records are named; of more, the number says more. */
#define NAMES_MAX 6

/* Warnings that say the same of several records. */
typedef struct
{
  HbkWarning warning; /* hours: of all of them */
  GPtrArray *records;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->records);
  g_free (group);
}

/* Which documents are missing stands below each record, so that warnings about them say the same. */
static gboolean
is_about_evidence (const HbkWarning *warning)
{
  return g_str_equal (warning->spec->id, "W-EVIDENCE-MISSING");
}

static char *
key_of (const HbkWarning *warning)
{
  const char *id = warning->id != NULL && !is_about_evidence (warning) ? warning->id : "";

  return g_strdup_printf ("%s %d %d %s", warning->spec->id, warning->reading, warning->date, id);
}

static void
add_to_group (GPtrArray *groups, GHashTable *by_key, const HbkWarning *warning)
{
  g_autofree char *key = key_of (warning);
  Group           *group = g_hash_table_lookup (by_key, key);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->warning = *warning;
      if (is_about_evidence (warning))
        group->warning.id = NULL;
      group->records = g_ptr_array_new ();
      g_ptr_array_add (groups, group);
      g_hash_table_insert (by_key, g_steal_pointer (&key), group);
    }
  else
    {
      group->warning.hours += warning->hours;
    }

  if (warning->record != NULL && (group->records->len == 0 || warning->record != g_ptr_array_index (group->records, group->records->len - 1)))
    g_ptr_array_add (group->records, warning->record);
}

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
print_group (HbkPrinter *printer, const Group *group, gboolean name_records)
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
 * hbk_warnings_text_is_about_reading:
 * @warning: a warning
 *
 * Says whether a warning only says that a clause is unclear, which is printed with the readings.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_warnings_text_is_about_reading (const HbkWarning *warning)
{
  return warning->reading >= 0 && g_str_equal (warning->spec->id, "W-AMBIG");
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
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_warnings; i++)
    {
      if (!hbk_warnings_text_is_about_reading (&warnings[i]))
        add_to_group (groups, by_key, &warnings[i]);
    }
  if (groups->len == 0)
    return;

  hbk_printer_section (printer, _("To know and to do"));
  for (guint i = 0; i < groups->len; i++)
    print_group (printer, g_ptr_array_index (groups, i), name_records);
}
