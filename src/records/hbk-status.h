/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HbkStatus:
 * @HBK_STATUS_PLANNED: not yet done; never counts, and is shown as what it would add
 * @HBK_STATUS_DONE: done, not yet handed in; what a record is unless it says otherwise
 * @HBK_STATUS_SUBMITTED: handed in for review
 * @HBK_STATUS_VERIFIED: confirmed by the employer or bureau
 * @HBK_STATUS_RETURNED: sent back by the reviewer
 *
 * How far a record has come.
 */
typedef enum {
  HBK_STATUS_PLANNED,
  HBK_STATUS_DONE,
  HBK_STATUS_SUBMITTED,
  HBK_STATUS_VERIFIED,
  HBK_STATUS_RETURNED,
} HbkStatus;

#define HBK_TYPE_STATUS (hbk_status_get_type ())

GType hbk_status_get_type (void) G_GNUC_CONST;

const char *hbk_status_to_nick (HbkStatus status);
gboolean    hbk_status_from_nick (const char *nick, HbkStatus *status);

G_END_DECLS
