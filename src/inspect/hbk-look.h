/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inspect/hbk-findings.h"
#include "inspect/hbk-view.h"

G_BEGIN_DECLS

void hbk_look_tell (const HbkView *file, HbkFindings *findings);
void hbk_look_into (const HbkView *file, const HbkWish *wish, HbkFindings *findings);

G_END_DECLS
