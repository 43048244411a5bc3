/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-error.h"

G_BEGIN_DECLS

/* What a file in a package of anybody's may be called: what is safe, and means the same, on Windows, macOS and Linux. */

/**
 * HBK_ENTRY_NAME_MAX_BYTES:
 *
 * How long a name may be, with the folders above it.
 */
#define HBK_ENTRY_NAME_MAX_BYTES 1024

/**
 * HBK_ENTRY_NAME_MAX_PART_BYTES:
 *
 * How long the name of a file or folder may be, without the folders above it.
 */
#define HBK_ENTRY_NAME_MAX_PART_BYTES 255

/**
 * HBK_ENTRY_NAME_MAX_DEPTH:
 *
 * How many names one below the other a file may have, its own among them.
 */
#define HBK_ENTRY_NAME_MAX_DEPTH 16

const char *hbk_entry_name_check (const char *name, gsize length, HbkError *code);
gboolean    hbk_entry_name_is_device (const char *part, gsize length);
char       *hbk_entry_name_fold (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
