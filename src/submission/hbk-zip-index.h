/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-error.h"

G_BEGIN_DECLS

/**
 * HBK_PACKAGE_MAX_ENTRIES:
 *
 * How many files and folders a package may have.
 */
#define HBK_PACKAGE_MAX_ENTRIES 20000

/**
 * HBK_PACKAGE_MAX_FILE:
 *
 * How large a file in a package may be.
 */
#define HBK_PACKAGE_MAX_FILE (G_GUINT64_CONSTANT (4) << 30)

/**
 * HBK_PACKAGE_MAX_TOTAL:
 *
 * How large all files in a package may be together.
 */
#define HBK_PACKAGE_MAX_TOTAL (G_GUINT64_CONSTANT (16) << 30)

/**
 * HbkZipEntry:
 * @name: the name, in UTF-8 and safe; of a folder without the slash at its end
 * @is_folder: whether it is a folder
 * @is_packed: whether it is deflated
 * @crc: the checksum of what was packed
 * @packed_size: bytes in the ZIP
 * @size: bytes when unpacked, as the ZIP says
 * @data: where its bytes are in the ZIP
 *
 * A file or folder in a ZIP. Read the members freely.
 */
typedef struct
{
  char    *name;
  gboolean is_folder;
  gboolean is_packed;
  guint32  crc;
  guint64  packed_size;
  guint64  size;
  guint64  data;
} HbkZipEntry;

/**
 * HbkZipIndex:
 *
 * What is in a ZIP, of which every program must read the same.
 */
typedef struct _HbkZipIndex HbkZipIndex;

HbkZipIndex *hbk_zip_index_new (int fd, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_zip_index_free (HbkZipIndex *self);

guint              hbk_zip_index_get_n_entries (const HbkZipIndex *self);
const HbkZipEntry *hbk_zip_index_get_entry (const HbkZipIndex *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkZipIndex, hbk_zip_index_free)

G_END_DECLS
