/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-logbook.h"

G_BEGIN_DECLS

GBytes *hbk_logbook_write (HbkLogbook *logbook) G_GNUC_WARN_UNUSED_RESULT;
char   *hbk_record_write (HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
char   *hbk_facts_write (HbkFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
