/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-period.h"

G_BEGIN_DECLS

gboolean hbk_typed_date_read (const char *text, HbkDate *day, GError **error);
gboolean hbk_typed_date_read_period (const char *text, HbkPeriod *period, GError **error);

G_END_DECLS
