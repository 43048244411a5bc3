/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-logbook.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

HbkVocabulary *support_get_vocabulary (void);
HbkPack       *support_get_pack (const char *id);
HbkPack       *support_read_pack (const char *json);
HbkLogbook    *support_read_logbook (const char *json);
char          *support_get_data_path (const char *first, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
