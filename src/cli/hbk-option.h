/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"

G_BEGIN_DECLS

/**
 * HbkOption:
 * @id: which option it is
 * @name: its long name, without the dashes
 * @letter: its short name, or 0
 * @placeholder: (nullable): what its value is called; %NULL when it takes none
 * @many: it may be given several times
 * @is_path: its value names a file, in the bytes that were typed
 * @description: what it is for, untranslated
 *
 * An option of hourbook-cli.
 */
typedef struct
{
  HbkOptionId id;
  const char *name;
  char        letter;
  const char *placeholder;
  gboolean    many;
  gboolean    is_path;
  const char *description;
} HbkOption;

const HbkOption *hbk_option_get (guint position);
gboolean         hbk_option_is_of (const HbkOption *self, const HbkCommand *command);
gboolean         hbk_option_is_taken (HbkOptionId id, const HbkCommand *command);

G_END_DECLS
