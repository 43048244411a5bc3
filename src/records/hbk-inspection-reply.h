/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-inspection.h"

G_BEGIN_DECLS

/* The most bytes that a reply may have. */
#define HBK_INSPECTION_REPLY_MAX_BYTES (8 * 1024 * 1024)

HbkInspection *hbk_inspection_reply_read (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
GBytes        *hbk_inspection_reply_write (const HbkInspection *inspection) G_GNUC_WARN_UNUSED_RESULT;
const char    *hbk_inspection_reply_peek_media_type (GBytes *bytes);

G_END_DECLS
