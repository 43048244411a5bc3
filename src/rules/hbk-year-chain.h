/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

GPtrArray *hbk_year_chain_new (const HbkAssessment *assessment, HbkProfile *profile, int year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
