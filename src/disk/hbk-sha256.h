/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HBK_SHA256_CHARS:
 *
 * How many hexadecimal digits a SHA-256 checksum has.
 */
#define HBK_SHA256_CHARS 64

/**
 * HbkSha256:
 *
 * Works out the SHA-256 checksum of what it is given piece by piece.
 */
typedef struct _HbkSha256 HbkSha256;

HbkSha256 *hbk_sha256_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       hbk_sha256_free (HbkSha256 *self);

void hbk_sha256_update (HbkSha256 *self, gconstpointer data, gsize length);
void hbk_sha256_finish (HbkSha256 *self, char hex[HBK_SHA256_CHARS + 1]);

char    *hbk_sha256_bytes (gconstpointer data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_sha256_is_hex (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkSha256, hbk_sha256_free)

G_END_DECLS
