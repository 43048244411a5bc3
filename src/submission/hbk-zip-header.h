/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-error.h"

G_BEGIN_DECLS

/**
 * HBK_ZIP_LOCAL_HEADER_SIZE:
 *
 * How long the part of a local header is that every one has.
 */
#define HBK_ZIP_LOCAL_HEADER_SIZE 30

/**
 * HbkZipHeader:
 * @flags: general-purpose flags
 * @method: how it is packed
 * @crc: the checksum of what was packed
 * @packed_size: bytes in the ZIP
 * @size: bytes when unpacked
 * @disk: on which part of a split ZIP it lies; of a local header 0
 * @attributes: what systems say of the file; of a local header 0
 * @offset: where the local header is; of a local header 0
 * @name: the name, any bytes
 * @name_length: how many bytes
 * @length: how long the header is, with all that belongs to it
 * @is_zip64: whether a size stands in the extension
 *
 * What a ZIP says of an entry, which it does twice: in its directory, and before the entry.
 */
typedef struct
{
  guint16     flags;
  guint16     method;
  guint32     crc;
  guint64     packed_size;
  guint64     size;
  guint32     disk;
  guint32     attributes;
  guint64     offset;
  const char *name;
  gsize       name_length;
  gsize       length;
  gboolean    is_zip64;
} HbkZipHeader;

const char *hbk_zip_header_read_central (HbkZipHeader *self, const guint8 *bytes, gsize length);
gsize       hbk_zip_header_get_local_length (const guint8 *bytes);
const char *hbk_zip_header_read_local (HbkZipHeader *self, const guint8 *bytes);

G_END_DECLS
