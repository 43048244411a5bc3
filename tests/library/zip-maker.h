/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkZipPart:
 * @name: the name of a file
 * @data: (nullable): what is in it
 * @length: how many bytes; of @data %NULL, so many zeros
 * @is_packed: whether to pack it
 * @size: the size that the directory tells; 0 for @length
 * @flags: general-purpose flags, 1 for encrypted
 * @mode: as of stat(2), or 0 for a plain file
 * @descriptor: how many bytes come behind the data to tell sizes and checksum, 12, 16, 20 or 24, or 0 for none
 * @is_zip64: whether the sizes stand in the extension for 64 bits
 * @extra: (nullable): what both headers have besides
 * @extra_length: how many bytes
 * @local_name: (nullable): the name in the header before the file, when it is another
 * @behind: (nullable): a text to hide behind the file
 *
 * A file in a ZIP that is made to do harm.
 */
typedef struct
{
  const char   *name;
  gconstpointer data;
  gsize         length;
  gboolean      is_packed;
  guint32       size;
  guint16       flags;
  guint16       mode;
  guint         descriptor;
  gboolean      is_zip64;
  gconstpointer extra;
  guint16       extra_length;
  const char   *local_name;
  const char   *behind;
} HbkZipPart;

/**
 * HbkZipRecord:
 * @HBK_ZIP_LOCAL: the header before a file
 * @HBK_ZIP_DESCRIPTOR: what comes behind a file
 * @HBK_ZIP_CENTRAL: the header in the directory
 * @HBK_ZIP_END64: the end for 64 bits
 * @HBK_ZIP_LOCATOR: what tells where that is
 * @HBK_ZIP_END: the end
 *
 * A part of the structure.
 */
typedef enum {
  HBK_ZIP_LOCAL,
  HBK_ZIP_DESCRIPTOR,
  HBK_ZIP_CENTRAL,
  HBK_ZIP_END64,
  HBK_ZIP_LOCATOR,
  HBK_ZIP_END,
} HbkZipRecord;

/**
 * HbkZipFlaw:
 * @record: where
 * @part: of which file, where it is one's
 * @offset: from which byte of the record on
 * @width: how many bytes; 0 ends a list
 * @value: what to write over them
 *
 * A number that is changed after all was made rightly.
 */
typedef struct
{
  HbkZipRecord record;
  guint        part;
  guint        offset;
  guint        width;
  guint64      value;
} HbkZipFlaw;

/**
 * HbkZipShape:
 * @front: (nullable): a text before the first file
 * @middle: (nullable): a text before the directory
 * @tail: (nullable): a text behind the directory
 * @comment: (nullable): the comment of the ZIP
 * @comment_length: how many bytes
 * @behind: (nullable): a text behind all
 * @is_zip64: whether to write the end for 64 bits too
 * @flaws: what to change at last
 *
 * What a ZIP has besides files.
 */
typedef struct
{
  const char *front;
  const char *middle;
  const char *tail;
  const char *comment;
  guint16     comment_length;
  const char *behind;
  gboolean    is_zip64;
  HbkZipFlaw  flaws[4];
} HbkZipShape;

GBytes *hbk_zip_make (const HbkZipPart *parts, guint n_parts) G_GNUC_WARN_UNUSED_RESULT;
GBytes *hbk_zip_make_shaped (const HbkZipPart *parts, guint n_parts, const HbkZipShape *shape) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
