/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-thumbnail-store.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "disk/hbk-sha256.h"
#include "records/hbk-inspection-reply.h"
#include "workspace/hbk-file-reader.h"

/* What is on the disk is counted again after so many new ones. */
#define SAVES_BETWEEN_PRUNINGS 128

struct _HbkThumbnailStore
{
  GObject parent_instance;

  char   *dir;
  guint64 max_bytes;
  int     n_saves; /* atomic */
};

G_DEFINE_FINAL_TYPE (HbkThumbnailStore, hbk_thumbnail_store, G_TYPE_OBJECT)

/* One file of the folder. */
typedef struct
{
  char   *path;
  guint64 size;
  gint64  used;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->path);
  g_free (entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return first->used < second->used ? -1 : first->used > second->used;
}

static char *
make_path (HbkThumbnailStore *self, const char *sha256, guint page, guint side)
{
  g_autofree char *name = g_strdup_printf ("%s-%u-%u", sha256, page, side);

  return g_build_filename (self->dir, name, NULL);
}

static GPtrArray *
list_entries (HbkThumbnailStore *self, guint64 *total)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->dir, name, NULL);
      GStatBuf         status;
      Entry           *entry;

      if (g_lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
        continue;
      entry = g_new0 (Entry, 1);
      entry->path = g_steal_pointer (&path);
      entry->size = (guint64) status.st_size;
      entry->used = (gint64) status.st_mtime;
      *total += entry->size;
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort_values (entries, compare_entries);

  return entries;
}

/* Makes room: what was used last is kept, up to three quarters of what is allowed. */
static void
prune (HbkThumbnailStore *self)
{
  guint64 total = 0;
  g_autoptr (GPtrArray) entries = list_entries (self, &total);

  if (total <= self->max_bytes)
    return;
  for (guint i = 0; i < entries->len && total > self->max_bytes / 4 * 3; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (g_unlink (entry->path) == 0)
        total -= entry->size;
    }
}

static void
hbk_thumbnail_store_finalize (GObject *object)
{
  HbkThumbnailStore *self = HBK_THUMBNAIL_STORE (object);

  g_free (self->dir);

  G_OBJECT_CLASS (hbk_thumbnail_store_parent_class)->finalize (object);
}

static void
hbk_thumbnail_store_class_init (HbkThumbnailStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_thumbnail_store_finalize;
}

static void
hbk_thumbnail_store_init (HbkThumbnailStore *self)
{
}

/**
 * hbk_thumbnail_store_new:
 * @dir: (type filename): a folder that only this class writes into; it is made when it is needed
 * @max_bytes: how much it may hold, give or take what is saved between two countings
 *
 * Makes a store.
 *
 * Returns: (transfer full): the store
 */
HbkThumbnailStore *
hbk_thumbnail_store_new (const char *dir, guint64 max_bytes)
{
  HbkThumbnailStore *self = g_object_new (HBK_TYPE_THUMBNAIL_STORE, NULL);

  self->dir = g_strdup (dir);
  self->max_bytes = max_bytes;

  return self;
}

/**
 * hbk_thumbnail_store_load:
 * @self: a store
 * @sha256: the checksum of a file
 * @page: the page
 * @side: the longest side of the thumbnail
 *
 * Gets what was saved. What is not exactly as it was saved is not there.
 *
 * Returns: (transfer full) (nullable): the inspection, or %NULL when there is none
 */
HbkInspection *
hbk_thumbnail_store_load (HbkThumbnailStore *self, const char *sha256, guint page, guint side)
{
  g_autofree char *path = NULL;
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) reply = NULL;
  HbkInspection *inspection;
  const char    *data;
  gsize          size;

  g_return_val_if_fail (HBK_IS_THUMBNAIL_STORE (self), NULL);
  g_return_val_if_fail (hbk_sha256_is_hex (sha256), NULL);

  path = make_path (self, sha256, page, side);
  bytes = hbk_file_read (path, HBK_INSPECTION_REPLY_MAX_BYTES + HBK_SHA256_CHARS, NULL);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  if (size <= HBK_SHA256_CHARS)
    return NULL;
  reply = g_bytes_new_from_bytes (bytes, HBK_SHA256_CHARS, size - HBK_SHA256_CHARS);
  checksum = hbk_sha256_bytes (data + HBK_SHA256_CHARS, size - HBK_SHA256_CHARS);
  inspection = memcmp (data, checksum, HBK_SHA256_CHARS) == 0 ? hbk_inspection_reply_read (reply) : NULL;
  /* Its time says when it was used last. */
  if (inspection != NULL)
    utimensat (AT_FDCWD, path, NULL, AT_SYMLINK_NOFOLLOW);

  return inspection;
}

/**
 * hbk_thumbnail_store_save:
 * @self: a store
 * @sha256: the checksum of a file
 * @page: the page
 * @side: the longest side of the thumbnail
 * @inspection: what was found, by a helper that came to its end
 *
 * Keeps an inspection; where that is not possible, it is not kept.
 */
void
hbk_thumbnail_store_save (HbkThumbnailStore *self, const char *sha256, guint page, guint side, const HbkInspection *inspection)
{
  g_autofree char *path = NULL;
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) reply = NULL;
  g_autoptr (GString) content = NULL;
  g_autoptr (GError) error = NULL;
  gconstpointer data;
  gsize         size;

  g_return_if_fail (HBK_IS_THUMBNAIL_STORE (self) && inspection != NULL);
  g_return_if_fail (hbk_sha256_is_hex (sha256));

  path = make_path (self, sha256, page, side);
  reply = hbk_inspection_reply_write (inspection);
  data = g_bytes_get_data (reply, &size);
  checksum = hbk_sha256_bytes (data, size);
  content = g_string_new (checksum);
  g_string_append_len (content, data, (gssize) size);
  /* What they show is as private as the files themselves. */
  if (g_mkdir_with_parents (self->dir, 0700) != 0 || !g_file_set_contents_full (path, content->str, (gssize) content->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("The thumbnail was not kept: %s", error != NULL ? error->message : self->dir);

  if (g_atomic_int_add (&self->n_saves, 1) % SAVES_BETWEEN_PRUNINGS == 0)
    prune (self);
}
