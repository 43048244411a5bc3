/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-evidence-file.h"

G_BEGIN_DECLS

const char *hbk_words_mark (const char *mark);
const char *hbk_words_mark_advice (const char *mark);
const char *hbk_words_media_type (const char *media_type);
char       *hbk_words_file (const HbkEvidenceFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
