/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inspect/hbk-view.h"

G_BEGIN_DECLS

const char *hbk_media_type_of_start (const HbkView *file);

G_END_DECLS
