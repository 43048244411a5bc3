/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inspect/hbk-findings.h"

G_BEGIN_DECLS

/* The most bytes of a thumbnail, which leaves room for the rest of a reply of 8 MiB. */
#define HBK_REPLY_MAX_THUMBNAIL (7 * 1024 * 1024)

gboolean hbk_reply_begin (int fd, const char *media_type);
gboolean hbk_reply_finish (int fd, const HbkFindings *findings);

G_END_DECLS
