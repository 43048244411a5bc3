/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "records/hbk-logbook.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

void hbk_logbook_check (HbkLogbook *logbook, const HbkVocabulary *vocabulary, GBytes *source, HbkProblems *problems);

G_END_DECLS
