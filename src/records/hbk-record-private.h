/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-record.h"

G_BEGIN_DECLS

/* For the files that make up the class, hbk-record*.c, and no others. */

/**
 * HbkRecord:
 *
 * One learning activity or achievement.
 *
 * The getters cost next to nothing, because an assessment calls them for every record; so does making one, as long as
 * it is made with [ctor@Record.new] and the setters, before anyone listens.
 */
struct _HbkRecord
{
  GObject     parent_instance;
  char       *id;
  GRefString *activity;
  char       *title;
  HbkPeriod   period;
  HbkFacts   *facts;
  HbkSubject  subject;
  HbkStatus   status;
  char       *work;
  char       *note;
  GPtrArray  *evidence; /* HbkEvidence; NULL while there is none */
  gboolean    has_verified_hours;
  HbkHours    verified_public;
  HbkHours    verified_professional;
  JsonObject *verified_extra;
  JsonObject *extra;
};

typedef enum {
  HBK_RECORD_PROP_0,
  HBK_RECORD_PROP_ID,
  HBK_RECORD_PROP_ACTIVITY,
  HBK_RECORD_PROP_TITLE,
  HBK_RECORD_PROP_START,
  HBK_RECORD_PROP_END,
  HBK_RECORD_PROP_FACTS,
  HBK_RECORD_PROP_SUBJECT,
  HBK_RECORD_PROP_STATUS,
  HBK_RECORD_PROP_WORK,
  HBK_RECORD_PROP_NOTE,
  HBK_RECORD_PROP_N_EVIDENCE,
  HBK_RECORD_PROP_HAS_VERIFIED_HOURS,
  HBK_RECORD_N_PROPS,
} HbkRecordProperty;

/* Tells listeners that a property has changed. */
void hbk_record_notify (HbkRecord *self, HbkRecordProperty property);

/* Shared by all records that have no facts, or none yet. */
HbkFacts *hbk_record_no_facts (void);

G_END_DECLS
