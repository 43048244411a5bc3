/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

void hbk_block_parse (HbkPackContext *context);
void hbk_inherit_parse (HbkPackContext *context);
void hbk_inherit_check (HbkPackContext *context);
void hbk_rules_arrange (HbkPack *pack);

G_END_DECLS
