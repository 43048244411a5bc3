/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-table.h"

G_BEGIN_DECLS

HbkTable *hbk_csv_read (const char *text, gsize length, char separator, char *found, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
