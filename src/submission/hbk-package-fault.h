/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-error.h"

G_BEGIN_DECLS

gboolean hbk_package_fault_set (GError **error, const char *path, const char *entry, gssize length, HbkError code, const char *what);

G_END_DECLS
