/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-writer.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

void hbk_pack_json_write (const HbkPack *pack, HbkJsonWriter *writer, HbkLanguage language);
void hbk_pack_json_write_summary (const HbkPack *pack, HbkJsonWriter *writer, HbkLanguage language);

G_END_DECLS
