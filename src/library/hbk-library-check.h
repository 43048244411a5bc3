/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "base/hbk-problems.h"
#include "disk/hbk-progress.h"

G_BEGIN_DECLS

gboolean hbk_library_check (const char *dir, HbkProblems *problems, HbkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
