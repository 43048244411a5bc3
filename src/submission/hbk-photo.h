/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "disk/hbk-temp-file.h"

G_BEGIN_DECLS

gboolean hbk_photo_write_without_location (const guint8 *data, gsize length, HbkTempFile *file);

G_END_DECLS
