/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inspect/hbk-findings.h"
#include "inspect/hbk-view.h"

G_BEGIN_DECLS

char *hbk_plain_text_read (const HbkView *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
