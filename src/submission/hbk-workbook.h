/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-date.h"
#include "submission/hbk-grid.h"

G_BEGIN_DECLS

GBytes *hbk_workbook_write (GPtrArray *grids, const char *title, HbkDate date, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
