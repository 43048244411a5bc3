/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

const char *hbk_document_guess (HbkVocabulary *vocabulary, const char *file_name);

G_END_DECLS
