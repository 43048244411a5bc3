/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/**
 * HbkFileFault:
 * @HBK_FILE_SOUND: it is as it was taken in, as far as was looked
 * @HBK_FILE_MISSING: it is not there
 * @HBK_FILE_CHANGED: it is not what was taken in
 * @HBK_FILE_UNREADABLE: the disk does not give it
 *
 * What is wrong with a file of the library.
 */
typedef enum {
  HBK_FILE_SOUND,
  HBK_FILE_MISSING,
  HBK_FILE_CHANGED,
  HBK_FILE_UNREADABLE,
} HbkFileFault;

/**
 * HbkFileCheckDepth:
 * @HBK_FILE_CHECK_QUICK: whether it is there, in its size
 * @HBK_FILE_CHECK_WHOLE: every byte
 *
 * How closely files are looked at.
 */
typedef enum {
  HBK_FILE_CHECK_QUICK,
  HBK_FILE_CHECK_WHOLE,
} HbkFileCheckDepth;

GHashTable *hbk_file_check (const char *dir, GPtrArray *files, HbkFileCheckDepth depth, HbkOperation *operation, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void        hbk_file_check_async (HbkSession *session, HbkFileCheckDepth depth, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *hbk_file_check_finish (HbkSession *session, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
