/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkProgressFunc:
 * @done: how many bytes are done
 * @total: how many there are; @done may end below it, never above
 * @user_data: what was given
 *
 * Is told how far something has come, in the thread that asked for it.
 */
typedef void (*HbkProgressFunc) (guint64 done, guint64 total, gpointer user_data);

G_END_DECLS
