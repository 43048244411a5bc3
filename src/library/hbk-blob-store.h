/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "disk/hbk-progress.h"
#include "disk/hbk-sha256.h"

G_BEGIN_DECLS

/**
 * HBK_BLOB_MAX_BYTES:
 *
 * How large a piece of evidence may be unless the caller says otherwise: 4 GiB.
 */
#define HBK_BLOB_MAX_BYTES (G_GUINT64_CONSTANT (4) << 30)

/**
 * HbkBlob:
 * @sha256: the checksum of the content, and so its name
 * @size: in bytes
 * @was_there: the store had it already, intact, so that nothing was written
 * @replaced_damaged: the store had it, but damaged; that one is kept beside it as `….damaged-1`
 *
 * What became of a file that was added.
 */
typedef struct
{
  char     sha256[HBK_SHA256_CHARS + 1];
  guint64  size;
  gboolean was_there;
  gboolean replaced_damaged;
} HbkBlob;

/**
 * HbkBlobState:
 * @HBK_BLOB_OK: it is there, as it was stored
 * @HBK_BLOB_MISSING: it is not there
 * @HBK_BLOB_CHANGED: what is there has another content or size
 * @HBK_BLOB_UNREADABLE: it is there, but the disk does not give it
 *
 * How a stored file is.
 */
typedef enum {
  HBK_BLOB_OK,
  HBK_BLOB_MISSING,
  HBK_BLOB_CHANGED,
  HBK_BLOB_UNREADABLE,
} HbkBlobState;

/**
 * HbkBlobLeftover:
 * @name: its name in the store
 * @size: in bytes
 * @in_use: a program is writing it just now
 *
 * A file that did not get to its end: of a program that was killed, or that is still at it.
 */
typedef struct
{
  char    *name;
  guint64  size;
  gboolean in_use;
} HbkBlobLeftover;

#define HBK_TYPE_BLOB_STORE (hbk_blob_store_get_type ())

/**
 * HbkBlobStore:
 *
 * The evidence files of a library, each under its checksum: `ab/abcd…`, in the folder `evidence`.
 *
 * A file under its checksum is whole and on the disk, whenever the power fails: it is written elsewhere, then renamed.
 * Nothing is ever written into one. An object never changes and may be used by several threads, and a store by several
 * programs.
 */
G_DECLARE_FINAL_TYPE (HbkBlobStore, hbk_blob_store, HBK, BLOB_STORE, GObject)

HbkBlobStore *hbk_blob_store_open (const char *dir, gboolean create, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean hbk_blob_store_add_path (HbkBlobStore *self, const char *path, guint64 max_bytes, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, HbkBlob *blob, GError **error);
gboolean hbk_blob_store_add_fd (HbkBlobStore *self, int fd, const char *name, guint64 max_bytes, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, HbkBlob *blob, GError **error);

int      hbk_blob_store_open_blob (HbkBlobStore *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_blob_store_has (HbkBlobStore *self, const char *sha256);
gboolean hbk_blob_store_get_size (HbkBlobStore *self, const char *sha256, guint64 *size, GError **error);
gboolean hbk_blob_store_verify (HbkBlobStore *self, const char *sha256, GCancellable *cancellable, HbkBlobState *state, GError **error);
gboolean hbk_blob_store_remove (HbkBlobStore *self, const char *sha256, GError **error);

GPtrArray *hbk_blob_store_list_leftovers (HbkBlobStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hbk_blob_store_remove_leftovers (HbkBlobStore *self, guint *n_removed, GError **error);

G_END_DECLS
