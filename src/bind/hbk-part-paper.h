/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bind/hbk-part.h"

G_BEGIN_DECLS

void hbk_part_paper_make (const HbkView *file, guint max_pages, HbkPart *part);

G_END_DECLS
