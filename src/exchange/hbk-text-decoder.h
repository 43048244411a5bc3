/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkEncoding:
 * @HBK_ENCODING_ANY: not known: the bytes say
 * @HBK_ENCODING_UTF_8: UTF-8, with or without a mark
 * @HBK_ENCODING_GB18030: GB18030, which includes GBK and GB2312: what Chinese Excel calls CSV
 * @HBK_ENCODING_UTF_16LE: UTF-16, low byte first: what Excel calls Unicode text
 * @HBK_ENCODING_UTF_16BE: UTF-16, high byte first
 *
 * How the characters of a text file are written as bytes.
 */
typedef enum {
  HBK_ENCODING_ANY,
  HBK_ENCODING_UTF_8,
  HBK_ENCODING_GB18030,
  HBK_ENCODING_UTF_16LE,
  HBK_ENCODING_UTF_16BE,
} HbkEncoding;

const char *hbk_encoding_to_name (HbkEncoding encoding);
gboolean    hbk_encoding_from_name (const char *name, HbkEncoding *encoding);

char *hbk_text_decode (GBytes *bytes, HbkEncoding wanted, HbkEncoding *found, gsize *length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
