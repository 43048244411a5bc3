/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-printer.h"

#include <glib/gi18n.h>

/**
 * hbk_printer_init:
 * @self: a printer on the stack
 * @output: where to print
 * @pack: the rules
 * @language: the language of texts from the pack
 *
 * Sets a printer up that has said nothing yet.
 */
void
hbk_printer_init (HbkPrinter *self, HbkOutput *output, const HbkPack *pack, HbkLanguage language)
{
  self->output = output;
  self->pack = pack;
  self->language = language;
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * hbk_printer_clear:
 * @self: a printer
 *
 * Frees what a printer holds.
 */
void
hbk_printer_clear (HbkPrinter *self)
{
  g_clear_pointer (&self->said, g_hash_table_unref);
}

/**
 * hbk_printer_say:
 * @self: a printer
 * @kind: what kind of thing
 * @id: which one
 *
 * Finds out whether something is still to be said, and takes it as said from now on.
 *
 * Returns: %TRUE the first time
 */
gboolean
hbk_printer_say (HbkPrinter *self, const char *kind, const char *id)
{
  return g_hash_table_add (self->said, g_strconcat (kind, " ", id, NULL));
}

/**
 * hbk_printer_has_said:
 * @self: a printer
 * @kind: what kind of thing
 * @id: which one
 *
 * Finds out whether something was said.
 *
 * Returns: %TRUE when it was
 */
gboolean
hbk_printer_has_said (HbkPrinter *self, const char *kind, const char *id)
{
  g_autofree char *key = g_strconcat (kind, " ", id, NULL);

  return g_hash_table_contains (self->said, key);
}

/**
 * hbk_printer_heading:
 * @self: a printer
 * @profile: the person
 * @as_of: the day of the assessment
 *
 * Prints whose hours are computed, by which rules, and for which day.
 */
void
hbk_printer_heading (HbkPrinter *self, HbkProfile *profile, HbkDate as_of)
{
  const char      *name = hbk_profile_get_name (profile);
  const char      *rules = hbk_bilingual_get (&self->pack->name, self->language);
  g_autofree char *date = hbk_date_format (as_of);
  g_autofree char *text = NULL;

  if (name != NULL && *name != '\0')
    /* Translators: a person, the name of a rule pack, and a date */
    text = g_strdup_printf (_("%1$s · %2$s · as of %3$s"), name, rules, date);
  else
    /* Translators: the name of a rule pack, and a date */
    text = g_strdup_printf (_("%1$s · as of %2$s"), rules, date);

  hbk_output_wrapped (self->output, "", "  ", text);
}

/**
 * hbk_printer_section:
 * @self: a printer
 * @heading: what follows
 *
 * Begins a section of a year or record.
 */
void
hbk_printer_section (HbkPrinter *self, const char *heading)
{
  hbk_output_line (self->output, "");
  hbk_output_printf (self->output, "  %s", heading);
}

/**
 * hbk_printer_clause:
 * @self: a printer
 * @id: (nullable): id of a clause
 *
 * Prints what a clause says, in our words; nothing when that was printed before.
 */
void
hbk_printer_clause (HbkPrinter *self, const char *id)
{
  const HbkClause *clause = id != NULL ? hbk_pack_lookup_clause (self->pack, id) : NULL;
  g_autofree char *text = NULL;

  if (clause == NULL || !hbk_printer_say (self, "clause", id))
    return;

  text = g_strdup_printf ("%s [%s]", hbk_bilingual_get (&clause->text, self->language), id);
  hbk_output_wrapped (self->output, "  ", "  ", text);
}
