/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"

G_BEGIN_DECLS

void hbk_help_print (HbkOutput *output);
void hbk_help_print_command (HbkOutput *output, const HbkCommand *command);

G_END_DECLS
