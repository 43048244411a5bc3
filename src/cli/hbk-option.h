/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"

G_BEGIN_DECLS

/**
 * HbkOption:
 * @flag: which option it is
 * @name: its long name, without the dashes
 * @letter: its short name, or 0
 * @placeholder: (nullable): what its value is called; %NULL when it takes none
 * @description: what it is for, untranslated
 *
 * An option of hourbook-cli.
 */
typedef struct
{
  HbkOptions  flag;
  const char *name;
  char        letter;
  const char *placeholder;
  const char *description;
} HbkOption;

const HbkOption *hbk_option_get (guint position);
gboolean         hbk_option_is_of (const HbkOption *self, const HbkCommand *command);

G_END_DECLS
