/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-printer.h"

G_BEGIN_DECLS

void  hbk_warnings_text_print (HbkPrinter *printer, const HbkWarning *warnings, guint n_warnings, gboolean name_records);
char *hbk_warnings_text_list_records (GPtrArray *records) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
