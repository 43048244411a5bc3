/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkHours:
 *
 * An exact amount in hundredths: of a learning hour, or of any other unit a fact counts (days, months, copies).
 */
typedef gint64 HbkHours;

/**
 * HBK_HOURS_MAX:
 *
 * The largest amount Hourbook reads or computes: 100 million hours, in hundredths.
 */
#define HBK_HOURS_MAX (G_GINT64_CONSTANT (10000000000))

gboolean hbk_hours_from_double (double value, HbkHours *hours);
double   hbk_hours_to_double (HbkHours hours);

gboolean hbk_hours_parse (const char *text, HbkHours *hours, GError **error);
char    *hbk_hours_format (HbkHours hours) G_GNUC_WARN_UNUSED_RESULT;
void     hbk_hours_append (HbkHours hours, GString *string);

HbkHours hbk_hours_times (HbkHours rate, HbkHours amount);
HbkHours hbk_hours_ratio_floor (HbkHours hours, gint64 numerator, gint64 denominator);
HbkHours hbk_hours_ratio_ceil (HbkHours hours, gint64 numerator, gint64 denominator);

G_END_DECLS
