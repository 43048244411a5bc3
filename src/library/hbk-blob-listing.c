/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-blob-listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-blob-store-private.h"
#include "disk/hbk-file-io.h"

#define NAME_CHARS 200

struct _HbkBlobListing
{
  GArray    *entries;
  GPtrArray *strange;
  guint      n_strange;
};

typedef gboolean (*VisitFunc) (HbkBlobListing *self, int dir_fd, const char *dir_name, const char *name);

static void
add_strange (HbkBlobListing *self, const char *dir_name, const char *name)
{
  self->n_strange++;
  if (self->strange->len < HBK_BLOB_LISTING_MAX_STRANGE)
    g_ptr_array_add (self->strange, dir_name != NULL ? g_strconcat (dir_name, "/", name, NULL) : g_strdup (name));
}

/* FALSE and errno when it cannot be read. */
static gboolean
each_name (HbkBlobListing *self, int dir_fd, const char *name, VisitFunc visit)
{
  int            fd = openat (dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR           *dir = fd >= 0 ? fdopendir (fd) : NULL;
  struct dirent *entry;
  int            code = 0;

  if (dir == NULL)
    {
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  while (code == 0)
    {
      errno = 0;
      entry = readdir (dir);
      if (entry == NULL)
        {
          code = errno;
          break;
        }

      if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, "..") && !visit (self, fd, name, entry->d_name))
        code = errno;
    }

  closedir (dir);
  errno = code;
  return code == 0;
}

static gboolean
visit_blob (HbkBlobListing *self, int dir_fd, const char *dir_name, const char *name)
{
  HbkBlobEntry entry = { .size = 0 };
  struct stat  status;

  if (fstatat (dir_fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT;

  if (!hbk_sha256_is_hex (name) || !g_str_has_prefix (name, dir_name) || !S_ISREG (status.st_mode))
    {
      add_strange (self, dir_name, name);
      return TRUE;
    }

  if (self->entries->len >= HBK_BLOB_LISTING_MAX)
    {
      errno = EOVERFLOW;
      return FALSE;
    }

  memcpy (entry.sha256, name, HBK_SHA256_CHARS);
  entry.size = (guint64) status.st_size;
  g_array_append_val (self->entries, entry);
  return TRUE;
}

static gboolean
visit_drawer (HbkBlobListing *self, int dir_fd, const char *dir_name, const char *name)
{
  gboolean is_drawer = strlen (name) == 2 && strspn (name, "0123456789abcdef") == 2;

  if (g_str_equal (name, HBK_BLOB_STORE_NEW_DIR))
    return TRUE;

  if (is_drawer && each_name (self, dir_fd, name, visit_blob))
    return TRUE;
  if (is_drawer && errno != ENOTDIR && errno != ELOOP)
    return FALSE;

  add_strange (self, NULL, name);
  return TRUE;
}

static int
compare_entries (const void *a, const void *b)
{
  return strcmp (((const HbkBlobEntry *) a)->sha256, ((const HbkBlobEntry *) b)->sha256);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * hbk_blob_listing_new:
 * @store: a store
 * @error: return location for an error
 *
 * Lists what lies in a store; what is in the files is not looked at.
 *
 * Returns: (transfer full): the listing, or %NULL with HBK_ERROR_IO or HBK_ERROR_LIMIT
 */
HbkBlobListing *
hbk_blob_listing_new (HbkBlobStore *store, GError **error)
{
  g_autoptr (HbkBlobListing) self = NULL;

  g_return_val_if_fail (HBK_IS_BLOB_STORE (store), NULL);

  self = g_new0 (HbkBlobListing, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (HbkBlobEntry));
  self->strange = g_ptr_array_new_with_free_func (g_free);

  if (!each_name (self, hbk_blob_store_get_fd (store), ".", visit_drawer))
    {
      g_autofree char *name = hbk_text_escape (hbk_blob_store_get_path (store), -1, NAME_CHARS);

      if (errno == EOVERFLOW)
        g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("%1$s: There are more than %2$d pieces of evidence. Hourbook cannot list so many."), name, HBK_BLOB_LISTING_MAX);
      else
        g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%1$s: The folder cannot be read (%2$s). Change its permissions, or ask its owner."), name, g_strerror (errno));
      return NULL;
    }

  g_array_sort (self->entries, compare_entries);
  g_ptr_array_sort (self->strange, compare_names);

  return g_steal_pointer (&self);
}

/**
 * hbk_blob_listing_free:
 * @self: (transfer full): a listing
 *
 * Frees it.
 */
void
hbk_blob_listing_free (HbkBlobListing *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->entries);
  g_ptr_array_unref (self->strange);
  g_free (self);
}

/**
 * hbk_blob_listing_get_n:
 * @self: a listing
 *
 * Gets how many files there are under their checksums.
 *
 * Returns: how many
 */
guint
hbk_blob_listing_get_n (const HbkBlobListing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * hbk_blob_listing_get:
 * @self: a listing
 * @position: which, from 0
 *
 * Gets a file.
 *
 * Returns: the file, owned by @self
 */
const HbkBlobEntry *
hbk_blob_listing_get (const HbkBlobListing *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->entries->len, NULL);

  return &g_array_index (self->entries, HbkBlobEntry, position);
}

/**
 * hbk_blob_listing_lookup:
 * @self: a listing
 * @sha256: a checksum
 *
 * Looks a file up.
 *
 * Returns: (nullable): the file, owned by @self, or %NULL when it is not there
 */
const HbkBlobEntry *
hbk_blob_listing_lookup (const HbkBlobListing *self, const char *sha256)
{
  HbkBlobEntry key = { .size = 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (hbk_sha256_is_hex (sha256), NULL);

  memcpy (key.sha256, sha256, HBK_SHA256_CHARS);
  return self->entries->len > 0 ? bsearch (&key, self->entries->data, self->entries->len, sizeof key, compare_entries) : NULL;
}

/**
 * hbk_blob_listing_get_n_strange:
 * @self: a listing
 *
 * Gets how many strange names can be told.
 *
 * Returns: how many, at most %HBK_BLOB_LISTING_MAX_STRANGE
 */
guint
hbk_blob_listing_get_n_strange (const HbkBlobListing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->strange->len;
}

/**
 * hbk_blob_listing_get_n_strange_total:
 * @self: a listing
 *
 * Gets how many things lie in the store under strange names.
 *
 * Returns: how many
 */
guint
hbk_blob_listing_get_n_strange_total (const HbkBlobListing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_strange;
}

/**
 * hbk_blob_listing_get_strange:
 * @self: a listing
 * @position: which, from 0
 *
 * Gets a strange name.
 *
 * Returns: the name below the folder of the store, in any bytes
 */
const char *
hbk_blob_listing_get_strange (const HbkBlobListing *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->strange->len, NULL);

  return g_ptr_array_index (self->strange, position);
}
