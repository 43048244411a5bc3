/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-logbook.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

GBytes *hbk_logbook_write_csv (HbkLogbook *logbook, const HbkVocabulary *vocabulary, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
