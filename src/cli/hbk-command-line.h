/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"

G_BEGIN_DECLS

gboolean hbk_command_line_parse (HbkCommandLine *self, const HbkCommand *command, char **words, GError **error);
void     hbk_command_line_clear (HbkCommandLine *self);

char *hbk_command_line_dup_text (const char *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkCommandLine, hbk_command_line_clear)

G_END_DECLS
