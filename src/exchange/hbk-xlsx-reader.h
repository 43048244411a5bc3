/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "exchange/hbk-table.h"

G_BEGIN_DECLS

char    **hbk_xlsx_list_sheets (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkTable *hbk_xlsx_read (GBytes *bytes, const char *sheet, HbkProblems *warnings, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
