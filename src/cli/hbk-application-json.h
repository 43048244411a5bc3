/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-writer.h"
#include "rules/hbk-application.h"

G_BEGIN_DECLS

void hbk_application_json_write (const HbkApplication *application, HbkDate as_of, HbkJsonWriter *writer, HbkLanguage language);

G_END_DECLS
