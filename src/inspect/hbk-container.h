/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inspect/hbk-findings.h"
#include "inspect/hbk-view.h"

G_BEGIN_DECLS

void hbk_container_look_into_zip (const HbkView *file, HbkFindings *findings);
void hbk_container_look_into_ole (const HbkView *file, HbkFindings *findings);

G_END_DECLS
