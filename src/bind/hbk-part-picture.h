/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bind/hbk-part.h"

G_BEGIN_DECLS

void hbk_part_picture_make (const HbkView *file, const char *media_type, gboolean bare, HbkPart *part);

G_END_DECLS
