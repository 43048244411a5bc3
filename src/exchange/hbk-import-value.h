/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-value.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

gboolean hbk_import_read_hours (const char *text, HbkHours *hours, GError **error);
gboolean hbk_import_read_fact (const char *text, const HbkFactSpec *fact, HbkValue *value, GError **error);
char    *hbk_import_write_fact (const HbkFactSpec *fact, const HbkValue *value, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
