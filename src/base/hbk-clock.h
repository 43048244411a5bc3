/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "base/hbk-date.h"

G_BEGIN_DECLS

#define HBK_TYPE_CLOCK (hbk_clock_get_type ())

G_DECLARE_FINAL_TYPE (HbkClock, hbk_clock, HBK, CLOCK, GObject)

HbkClock *hbk_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;
HbkClock *hbk_clock_new_fixed (HbkDate today) G_GNUC_WARN_UNUSED_RESULT;

HbkDate hbk_clock_today (HbkClock *self);
gint64  hbk_clock_now (HbkClock *self);

G_END_DECLS
