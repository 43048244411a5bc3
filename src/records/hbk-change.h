/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HbkChangeKind:
 * @HBK_CHANGE_RECORD: a record; its id
 * @HBK_CHANGE_FILE: an evidence file; its SHA-256
 * @HBK_CHANGE_PROFILE: what holds of the person from a day on; the day, empty for what has held always
 * @HBK_CHANGE_READING: the readings chosen for a pack; the id of the pack
 * @HBK_CHANGE_YEAR: a year that was closed or handed in; the year
 * @HBK_CHANGE_EXTRA: what a logbook held that Hourbook does not know; the name of the member
 *
 * What kind of thing a library keeps, and what tells one from another.
 */
typedef enum {
  HBK_CHANGE_RECORD,
  HBK_CHANGE_FILE,
  HBK_CHANGE_PROFILE,
  HBK_CHANGE_READING,
  HBK_CHANGE_YEAR,
  HBK_CHANGE_EXTRA,
} HbkChangeKind;

/**
 * HbkChange:
 *
 * One thing of a library before and after a step. Immutable.
 */
typedef struct _HbkChange HbkChange;

#define HBK_TYPE_CHANGE (hbk_change_get_type ())

GType hbk_change_get_type (void) G_GNUC_CONST;

HbkChange *hbk_change_new (HbkChangeKind kind, const char *id, const char *before, const char *after) G_GNUC_WARN_UNUSED_RESULT;
HbkChange *hbk_change_new_inverse (HbkChange *change) G_GNUC_WARN_UNUSED_RESULT;
HbkChange *hbk_change_ref (HbkChange *change);
void       hbk_change_unref (HbkChange *change);

HbkChangeKind hbk_change_get_kind (const HbkChange *change);
const char   *hbk_change_get_id (const HbkChange *change);
const char   *hbk_change_get_before (const HbkChange *change);
const char   *hbk_change_get_after (const HbkChange *change);

const char *hbk_change_kind_to_nick (HbkChangeKind kind);
gboolean    hbk_change_kind_from_nick (const char *nick, HbkChangeKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkChange, hbk_change_unref)

G_END_DECLS
