/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"
#include "records/hbk-change.h"

G_BEGIN_DECLS

void hbk_change_text_print (HbkCommandLine *line, const HbkVocabulary *vocabulary, const HbkChange *change);

G_END_DECLS
