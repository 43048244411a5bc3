/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-reader.h"
#include "rules/hbk-id-table.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/* How much a pack may hold. */
#define HBK_PACK_RULES_MAX 2000
#define HBK_PACK_CLAUSES_MAX 500
#define HBK_PACK_READINGS_MAX 200
#define HBK_PACK_LIST_MAX 500
#define HBK_PACK_DEPTH_MAX 8
#define HBK_PACK_CREDITS_MAX 32

/**
 * HbkPackContext:
 * @pack: the pack in the making
 * @reader: the file that is being read: that of the pack itself, or that of the pack it extends
 * @inherited: it is that of the pack it extends
 * @without_record: conditions read now look at no record
 * @depth: how deep we are in conditions or credits
 * @seen: the ids of the list that is being read
 * @blocks: the ids of blocks
 * @parts: the ids of rules and of parts of rules
 * @own_activities: interned ids of activities for which the extended pack's rules are not used
 * @inherited_subjects: holds the subjects of all rules that the extended pack hands down, if any
 * @inherited_clauses: id of a rule, part or cap that the extended pack hands down → clause id
 * @adapted: those of the ids that were found
 *
 * What the parsers of the parts of a pack share while one pack is read. Lives on the stack of hbk_pack_read().
 */
typedef struct
{
  HbkPack       *pack;
  HbkJsonReader *reader;
  gboolean       inherited;
  gboolean       without_record;
  int            depth;
  GHashTable    *seen;

  HbkIdTable notices;
  HbkIdTable clauses;
  HbkIdTable defects;
  HbkIdTable contacts;
  HbkIdTable readings;
  HbkIdTable caps;
  HbkIdTable evidence;
  HbkIdTable deadlines;
  HbkIdTable forms;

  GHashTable *blocks;
  GHashTable *parts;
  GHashTable *own_activities;
  HbkRule    *inherited_subjects;
  GHashTable *inherited_clauses;
  GHashTable *adapted;
} HbkPackContext;

typedef void (*HbkPackEntryFunc) (HbkPackContext *context);

void hbk_pack_context_init (HbkPackContext *context, HbkPack *pack);
void hbk_pack_context_clear (HbkPackContext *context);

const char *hbk_pack_context_intern (HbkPackContext *context, const char *text);
gpointer    hbk_pack_context_put (HbkPackContext *context, HbkIdTable *table, const char *id);
gpointer    hbk_pack_context_put_by_id (HbkPackContext *context, HbkIdTable *table);
void        hbk_pack_context_each (HbkPackContext *context, const char *member, HbkJsonNeed need, guint max, HbkPackEntryFunc func);

gboolean hbk_pack_context_get_hours (HbkPackContext *context, const char *member, HbkJsonNeed need, gboolean zero, HbkHours *hours);

/* Ids of something else, which has to exist */
const HbkFactSpec *hbk_pack_context_get_fact (HbkPackContext *context, const char *member, HbkJsonNeed need);
const HbkFactSpec *hbk_pack_context_get_attribute (HbkPackContext *context, const char *member, HbkJsonNeed need);
const HbkFactSpec *hbk_pack_context_get_date_fact (HbkPackContext *context, const char *member, HbkJsonNeed need);
const HbkFactSpec *hbk_pack_context_get_number_fact (HbkPackContext *context, const char *member, HbkJsonNeed need);
const char        *hbk_pack_context_get_activity (HbkPackContext *context, const char *member, HbkJsonNeed need);
const char        *hbk_pack_context_get_document (HbkPackContext *context, const char *member, HbkJsonNeed need);
const char        *hbk_pack_context_get_code (HbkPackContext *context, const char *member, HbkJsonNeed need);
const char        *hbk_pack_context_get_clause (HbkPackContext *context, const char *member, HbkJsonNeed need);
const char        *hbk_pack_context_get_contact (HbkPackContext *context, const char *member, HbkJsonNeed need);
const char        *hbk_pack_context_get_part_clause (HbkPackContext *context, HbkJsonNeed need);
const char        *hbk_pack_context_adapt_clause (HbkPackContext *context, const char *id, const char *clause);
gboolean           hbk_pack_context_register_part (HbkPackContext *context, const char *id);
int                hbk_pack_context_get_reading (HbkPackContext *context, const char *member, HbkJsonNeed need);
int                hbk_pack_context_get_cap (HbkPackContext *context, const char *member, HbkJsonNeed need);
int                hbk_pack_context_get_evidence (HbkPackContext *context, const char *member, HbkJsonNeed need);

void hbk_pack_context_report_no_entry (HbkPackContext *context, const char *member, const char *id, const HbkIdTable *known, const char *what, const char *action);

G_END_DECLS
