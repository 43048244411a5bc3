/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-output.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

void  hbk_pack_text_print (const HbkPack *pack, HbkOutput *output, HbkLanguage language);
char *hbk_pack_text_years (const HbkPack *pack) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
