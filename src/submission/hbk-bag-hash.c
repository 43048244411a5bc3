/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-bag-private.h"

#include <glib/gi18n-lib.h>

#include "disk/hbk-file-io.h"

typedef struct
{
  HbkBag         *bag;
  HbkBagHasher   *hasher;
  HbkProgressFunc progress;
  gpointer        user_data;
  guint64         done;
  guint64         total;
} Hash;

/* Broken off, it is told as done nevertheless: what is left of it is not read. */
static gboolean
read_file (Hash *self, guint position, GError **error)
{
  HbkBag *bag = self->bag;
  GError *failure = NULL;
  guint64 end = self->done + hbk_package_source_get_entry (bag->source, position)->size;
  gssize  n = -1;
  g_autoptr (HbkPackageStream) stream = hbk_package_source_open_entry (bag->source, position, &failure);

  while (stream != NULL && (n = hbk_package_stream_read (stream, hbk_bag_hasher_get_block (self->hasher), HBK_FILE_IO_BLOCK, bag->cancellable, &failure)) > 0)
    {
      hbk_bag_hasher_push (self->hasher, (gsize) n);
      self->done += (guint64) n;
      if (self->progress != NULL)
        self->progress (self->done, self->total, self->user_data);
    }

  self->done = end;
  return n == 0 || hbk_bag_take_error (bag, position, failure, error);
}

static void
compare (Hash *self, guint position)
{
  HbkBag           *bag = self->bag;
  const HbkBagFile *file = &bag->files[position];
  const char       *name = hbk_bag_get_name (bag, position);

  hbk_bag_hasher_finish (self->hasher);
  if (hbk_bag_is_payload (name))
    g_hash_table_insert (bag->report->checksums, g_strdup (name), g_strdup (hbk_bag_hasher_get_hex (self->hasher, HBK_BAG_SHA256)));

  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    {
      g_autofree char *what = NULL;

      if (file->expected[i] == NULL || g_str_equal (file->expected[i], hbk_bag_hasher_get_hex (self->hasher, (HbkBagAlgorithm) i)))
        continue;

      /* Everything is there, but it is not what was sent. */
      what = g_strdup_printf (_("Its %s is not the one in the manifest: it was changed or damaged."), hbk_bag_algorithm_get_name ((HbkBagAlgorithm) i));
      hbk_bag_damage (bag, HBK_ERROR_DAMAGED, name, what);
    }
}

static gboolean
hash_file (Hash *self, guint position, GError **error)
{
  const HbkBagFile *file = &self->bag->files[position];
  guint             algorithms = hbk_bag_is_payload (hbk_bag_get_name (self->bag, position)) ? 1u << HBK_BAG_SHA256 : 0;

  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    if (file->expected[i] != NULL)
      algorithms |= 1u << i;

  hbk_bag_hasher_begin (self->hasher, algorithms);
  if (!read_file (self, position, error))
    return FALSE;
  if (!file->is_broken)
    compare (self, position);

  return TRUE;
}

/*
 * hbk_bag_hash:
 * @self: a bag, the manifests of which have been read
 * @progress: (nullable) (scope call): is told how far it has come
 * @user_data: what @progress is given
 * @error: return location for an error
 *
 * Reads every file of a bag once, also those that no manifest names, and compares its checksums.
 *
 * Returns: %FALSE when verifying must end, with @error set
 */
gboolean
hbk_bag_hash (HbkBag *self, HbkProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr (HbkBagHasher) hasher = hbk_bag_hasher_new (HBK_FILE_IO_BLOCK);
  Hash  hash = { .bag = self, .hasher = hasher, .progress = progress, .user_data = user_data };
  guint n = hbk_package_source_get_n_entries (self->source);

  for (guint i = 0; i < n; i++)
    hash.total += hbk_package_source_get_entry (self->source, i)->size;

  for (guint i = 0; i < n; i++)
    if (!hbk_package_source_get_entry (self->source, i)->is_folder && !hash_file (&hash, i, error))
      return FALSE;

  return TRUE;
}
