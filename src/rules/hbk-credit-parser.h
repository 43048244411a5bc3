/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

HbkCredit *hbk_credit_parse (HbkPackContext *context, const char *member) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
