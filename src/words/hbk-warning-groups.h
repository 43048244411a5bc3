/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-warning.h"

G_BEGIN_DECLS

/**
 * HbkWarningGroup:
 * @warning: what is said; its hours are those of all the records
 * @records: (element-type HbkRecord): the records it is said of
 *
 * Warnings that say the same of several records.
 */
typedef struct
{
  HbkWarning warning;
  GPtrArray *records;
} HbkWarningGroup;

GPtrArray *hbk_warning_groups_new (const HbkWarning *warnings, guint n_warnings, gboolean with_readings) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hbk_warning_is_about_reading (const HbkWarning *warning);

G_END_DECLS
