/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"

G_BEGIN_DECLS

gboolean hbk_command_line_parse (HbkCommandLine *self, const HbkCommand *command, char **words, GError **error);
void     hbk_command_line_clear (HbkCommandLine *self);

gboolean           hbk_command_line_has (const HbkCommandLine *self, HbkOptionId option);
const char        *hbk_command_line_get (const HbkCommandLine *self, HbkOptionId option);
const char *const *hbk_command_line_get_all (const HbkCommandLine *self, HbkOptionId option);
char             **hbk_command_line_dup_arguments (const HbkCommandLine *self, guint first, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkCommandLine, hbk_command_line_clear)

G_END_DECLS
