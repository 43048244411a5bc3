/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-record.h"

G_BEGIN_DECLS

char *hbk_record_words_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_record_words_collect (HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
