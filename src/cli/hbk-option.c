/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-option.h"

#include <glib/gi18n.h>

/* Two options of one name differ in how often they may be given; a command takes one of them. */
static const HbkOption options[] = {
  { HBK_OPTION_PACK, "pack", 'p', "ID", N_ ("Use this rule pack instead of the region in the profile") },
  { HBK_OPTION_PACKS, "pack", 'p', "ID", N_ ("Compare this rule pack; give two or more") },
  { HBK_OPTION_YEAR, "year", 'y', "YEAR", N_ ("Year of the application") },
  { HBK_OPTION_YEARS, "year", 'y', "YEAR", N_ ("Report this year only; may be given several times") },
  { HBK_OPTION_LEVEL, "level", 'l', "LEVEL", N_ ("Title applied for: junior, intermediate or senior") },
  { HBK_OPTION_AS_OF, "as-of", 'd', "DATE", N_ ("Day of the assessment, such as 2024-11-18; today unless given") },
  { HBK_OPTION_READING, "reading", 'r', "ID=OPTION", N_ ("Read an unclear clause this way; may be given several times") },
  { HBK_OPTION_PROFILE, "profile", 0, "ID=VALUE", N_ ("Try another answer in the profile; may be given several times") },
  { HBK_OPTION_STRICT, "strict", 's', NULL, N_ ("Exit with 1 when something is short or missing") },
  { HBK_OPTION_JSON, "json", 'j', NULL, N_ ("Print JSON") },
  { HBK_OPTION_HELP, "help", 'h', NULL, N_ ("Show this help") },
};

/**
 * hbk_option_get:
 * @position: which one, from 0
 *
 * Gets one of all options there are, in the order in which help lists them.
 *
 * Returns: (transfer none) (nullable): the option, or %NULL after the last
 */
const HbkOption *
hbk_option_get (guint position)
{
  return position < G_N_ELEMENTS (options) ? &options[position] : NULL;
}

/**
 * hbk_option_is_of:
 * @self: an option
 * @command: a command
 *
 * Says whether a command takes the option.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_option_is_of (const HbkOption *self, const HbkCommand *command)
{
  return (self->flag & (command->options | HBK_OPTION_JSON | HBK_OPTION_HELP)) != 0;
}
