/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HBK_FILE_WALK_MAX_FILES:
 *
 * How many files a folder that is added may have.
 */
#define HBK_FILE_WALK_MAX_FILES 10000

/**
 * HBK_FILE_WALK_MAX_DEPTH:
 *
 * How deep folders may lie in folders; files of the folder itself are at depth 1.
 */
#define HBK_FILE_WALK_MAX_DEPTH 16

/**
 * HBK_FILE_WALK_MAX_LEFT_OUT:
 *
 * How many names that were left out are kept; further ones are only counted.
 */
#define HBK_FILE_WALK_MAX_LEFT_OUT 1000

/**
 * HbkLeftOutReason:
 * @HBK_LEFT_OUT_HIDDEN: its name begins with a dot
 * @HBK_LEFT_OUT_LITTER: a system or an office program made it for itself
 * @HBK_LEFT_OUT_LINK: it is a link, which may lead anywhere
 * @HBK_LEFT_OUT_SPECIAL: it is a pipe, a socket or a device
 * @HBK_LEFT_OUT_DEPTH: it lies too deep
 * @HBK_LEFT_OUT_NAME: its name is not valid text
 * @HBK_LEFT_OUT_UNREADABLE: it is a folder that cannot be read
 *
 * Why something in a folder was left out.
 */
typedef enum {
  HBK_LEFT_OUT_HIDDEN,
  HBK_LEFT_OUT_LITTER,
  HBK_LEFT_OUT_LINK,
  HBK_LEFT_OUT_SPECIAL,
  HBK_LEFT_OUT_DEPTH,
  HBK_LEFT_OUT_NAME,
  HBK_LEFT_OUT_UNREADABLE,
} HbkLeftOutReason;

/**
 * HbkLeftOut:
 * @name: its name, with the folders above it; its bytes may be any
 * @reason: why
 *
 * Something in a folder that was left out. Of a folder, all that is in it was left out too.
 */
typedef struct
{
  char            *name;
  HbkLeftOutReason reason;
} HbkLeftOut;

/**
 * HbkFileWalk:
 *
 * The files in a folder and the folders below it, in the order of the bytes of their names.
 */
typedef struct _HbkFileWalk HbkFileWalk;

HbkFileWalk *hbk_file_walk_new (const char *folder, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_file_walk_free (HbkFileWalk *self);

guint       hbk_file_walk_get_n_files (const HbkFileWalk *self);
const char *hbk_file_walk_get_name (const HbkFileWalk *self, guint position);
int         hbk_file_walk_open (const HbkFileWalk *self, guint position, GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint             hbk_file_walk_get_n_left_out (const HbkFileWalk *self);
guint             hbk_file_walk_get_n_left_out_total (const HbkFileWalk *self);
const HbkLeftOut *hbk_file_walk_get_left_out (const HbkFileWalk *self, guint position);
const char       *hbk_left_out_reason_to_text (HbkLeftOutReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkFileWalk, hbk_file_walk_free)

G_END_DECLS
