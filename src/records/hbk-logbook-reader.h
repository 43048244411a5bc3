/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "records/hbk-logbook.h"

G_BEGIN_DECLS

HbkLogbook *hbk_logbook_read (GBytes *bytes, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
HbkRecord  *hbk_record_read (GBytes *bytes, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
HbkFacts   *hbk_attributes_read (GBytes *bytes, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
