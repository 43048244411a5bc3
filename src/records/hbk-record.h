/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-period.h"
#include "records/hbk-evidence.h"
#include "records/hbk-facts.h"
#include "records/hbk-status.h"
#include "records/hbk-subject.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD (hbk_record_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecord, hbk_record, HBK, RECORD, GObject)

HbkRecord *hbk_record_new (const char *id, const char *activity) G_GNUC_WARN_UNUSED_RESULT;
HbkRecord *hbk_record_copy (HbkRecord *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;

const char *hbk_record_get_id (HbkRecord *self);
const char *hbk_record_get_activity (HbkRecord *self);
void        hbk_record_set_activity (HbkRecord *self, const char *activity);
const char *hbk_record_get_title (HbkRecord *self);
void        hbk_record_set_title (HbkRecord *self, const char *title);

HbkDate   hbk_record_get_start (HbkRecord *self);
HbkDate   hbk_record_get_end (HbkRecord *self);
HbkPeriod hbk_record_get_period (HbkRecord *self);
void      hbk_record_set_period (HbkRecord *self, HbkDate start, HbkDate end);
void      hbk_record_clear_period (HbkRecord *self);

HbkFacts       *hbk_record_get_facts (HbkRecord *self);
void            hbk_record_set_facts (HbkRecord *self, HbkFacts *facts);
const HbkValue *hbk_record_get_fact (HbkRecord *self, const char *interned_id);
void            hbk_record_set_fact (HbkRecord *self, const char *id, const HbkValue *value);

HbkSubject  hbk_record_get_subject (HbkRecord *self);
void        hbk_record_set_subject (HbkRecord *self, HbkSubject subject);
const char *hbk_record_get_work (HbkRecord *self);
void        hbk_record_set_work (HbkRecord *self, const char *work);
HbkStatus   hbk_record_get_status (HbkRecord *self);
void        hbk_record_set_status (HbkRecord *self, HbkStatus status);
const char *hbk_record_get_note (HbkRecord *self);
void        hbk_record_set_note (HbkRecord *self, const char *note);

guint        hbk_record_get_n_evidence (HbkRecord *self);
HbkEvidence *hbk_record_get_evidence (HbkRecord *self, guint position);
void         hbk_record_add_evidence (HbkRecord *self, HbkEvidence *evidence);
void         hbk_record_remove_evidence (HbkRecord *self, guint position);
void         hbk_record_replace_evidence (HbkRecord *self, guint position, HbkEvidence *evidence);
gboolean     hbk_record_has_document (HbkRecord *self, const char *interned_document);

gboolean hbk_record_get_verified_hours (HbkRecord *self, HbkHours *public_hours, HbkHours *professional_hours);
void     hbk_record_set_verified_hours (HbkRecord *self, HbkHours public_hours, HbkHours professional_hours);
void     hbk_record_clear_verified_hours (HbkRecord *self);

JsonObject *hbk_record_get_extra (HbkRecord *self);
void        hbk_record_set_extra (HbkRecord *self, JsonObject *extra);
JsonObject *hbk_record_get_verified_extra (HbkRecord *self);
void        hbk_record_set_verified_extra (HbkRecord *self, JsonObject *extra);

G_END_DECLS
