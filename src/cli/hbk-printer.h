/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-output.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/**
 * HbkPrinter:
 * @output: where to print
 * @pack: the rules that texts come from
 * @language: the language of texts from the pack
 * @said: what has been said, and is not said again
 *
 * Prints what a pack comes to for a person to read. What is long, such as the text of a clause, is said once; further on
 * its id is enough.
 */
typedef struct
{
  HbkOutput     *output;
  const HbkPack *pack;
  HbkLanguage    language;
  GHashTable    *said;
} HbkPrinter;

void hbk_printer_init (HbkPrinter *self, HbkOutput *output, const HbkPack *pack, HbkLanguage language);
void hbk_printer_clear (HbkPrinter *self);

gboolean hbk_printer_say (HbkPrinter *self, const char *kind, const char *id);
gboolean hbk_printer_has_said (HbkPrinter *self, const char *kind, const char *id);
void     hbk_printer_heading (HbkPrinter *self, HbkProfile *profile, HbkDate as_of);
void     hbk_printer_section (HbkPrinter *self, const char *heading);
void     hbk_printer_clause (HbkPrinter *self, const char *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkPrinter, hbk_printer_clear)

G_END_DECLS
