/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hbk_limits_apply (guint64 memory, guint seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
