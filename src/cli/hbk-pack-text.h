/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

void hbk_pack_print (const HbkPack *pack, HbkLanguage language);

G_END_DECLS
