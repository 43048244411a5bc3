/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/hbk-profile.h"
#include "records/hbk-record.h"

G_BEGIN_DECLS

#define HBK_TYPE_LOGBOOK (hbk_logbook_get_type ())

G_DECLARE_FINAL_TYPE (HbkLogbook, hbk_logbook, HBK, LOGBOOK, GObject)

HbkLogbook *hbk_logbook_new (void) G_GNUC_WARN_UNUSED_RESULT;

HbkProfile *hbk_logbook_get_profile (HbkLogbook *self);

guint      hbk_logbook_get_n_records (HbkLogbook *self);
HbkRecord *hbk_logbook_get_record (HbkLogbook *self, guint position);
HbkRecord *hbk_logbook_lookup (HbkLogbook *self, const char *id);
gboolean   hbk_logbook_find (HbkLogbook *self, const char *id, guint *position);
gboolean   hbk_logbook_append (HbkLogbook *self, HbkRecord *record);
gboolean   hbk_logbook_insert (HbkLogbook *self, guint position, HbkRecord *record);
gboolean   hbk_logbook_remove (HbkLogbook *self, const char *id);

JsonObject *hbk_logbook_get_extra (HbkLogbook *self);
void        hbk_logbook_set_extra (HbkLogbook *self, JsonObject *extra);

G_END_DECLS
