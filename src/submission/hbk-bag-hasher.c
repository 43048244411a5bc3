/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-bag-hasher.h"

#include <string.h>

#include "disk/hbk-sha256.h"

/* One is filled, one is hashed, two even out the pace. */
#define N_BLOCKS 4

static const struct
{
  const char   *name;
  GChecksumType type;
  guint         n_digits;
} algorithms_known[HBK_BAG_N_ALGORITHMS] = {
  [HBK_BAG_MD5] = { "md5", G_CHECKSUM_MD5, 32 },
  [HBK_BAG_SHA1] = { "sha1", G_CHECKSUM_SHA1, 40 },
  [HBK_BAG_SHA256] = { "sha256", G_CHECKSUM_SHA256, HBK_SHA256_CHARS },
  [HBK_BAG_SHA384] = { "sha384", G_CHECKSUM_SHA384, 96 },
  [HBK_BAG_SHA512] = { "sha512", G_CHECKSUM_SHA512, 128 },
};

struct _HbkBagHasher
{
  GThread *thread;
  gsize    block_size;

  GMutex lock;
  GCond  changed;

  /* Both only rise; block i lies in slot i % N_BLOCKS. Those from n_hashed to n_filled are the thread's. */
  guint64  n_filled;
  guint64  n_hashed;
  gboolean is_ended;

  guint8 *blocks[N_BLOCKS];
  gsize   lengths[N_BLOCKS];

  /* The thread's while it has blocks, else the caller's. SHA-256 is worked out where it is fast. */
  guint      algorithms;
  HbkSha256 *sha256;
  GChecksum *checksums[HBK_BAG_N_ALGORITHMS];
  char      *hex[HBK_BAG_N_ALGORITHMS];
};

/**
 * hbk_bag_algorithm_get_name:
 * @algorithm: a way to work out checksums
 *
 * Gets its name as it stands in the names of manifests.
 *
 * Returns: the name
 */
const char *
hbk_bag_algorithm_get_name (HbkBagAlgorithm algorithm)
{
  g_return_val_if_fail (algorithm < HBK_BAG_N_ALGORITHMS, NULL);

  return algorithms_known[algorithm].name;
}

/**
 * hbk_bag_algorithm_get_n_digits:
 * @algorithm: a way to work out checksums
 *
 * Gets how many hexadecimal digits its checksums have.
 *
 * Returns: how many
 */
guint
hbk_bag_algorithm_get_n_digits (HbkBagAlgorithm algorithm)
{
  g_return_val_if_fail (algorithm < HBK_BAG_N_ALGORITHMS, 0);

  return algorithms_known[algorithm].n_digits;
}

/**
 * hbk_bag_algorithm_parse:
 * @name: a name, such as sha256 or SHA-256
 * @algorithm: (out): where to put what it means
 *
 * Finds a way to work out checksums by its name.
 *
 * Returns: %FALSE when it is not known
 */
gboolean
hbk_bag_algorithm_parse (const char *name, HbkBagAlgorithm *algorithm)
{
  g_autoptr (GString) plain = NULL;

  g_return_val_if_fail (name != NULL && algorithm != NULL, FALSE);

  plain = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (plain, g_ascii_tolower (*p));

  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    {
      if (!g_str_equal (plain->str, algorithms_known[i].name))
        continue;
      *algorithm = (HbkBagAlgorithm) i;
      return TRUE;
    }

  return FALSE;
}

static void
hash (HbkBagHasher *self, const guint8 *block, gsize length)
{
  if ((self->algorithms & (1u << HBK_BAG_SHA256)) != 0)
    hbk_sha256_update (self->sha256, block, length);
  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    if (self->checksums[i] != NULL)
      g_checksum_update (self->checksums[i], block, (gssize) length);
}

static gpointer
hash_blocks (gpointer data)
{
  HbkBagHasher *self = data;

  g_mutex_lock (&self->lock);
  for (;;)
    {
      guint slot = (guint) (self->n_hashed % N_BLOCKS);

      while (self->n_hashed == self->n_filled && !self->is_ended)
        g_cond_wait (&self->changed, &self->lock);
      if (self->n_hashed == self->n_filled)
        break;

      g_mutex_unlock (&self->lock);
      hash (self, self->blocks[slot], self->lengths[slot]);
      g_mutex_lock (&self->lock);

      self->n_hashed++;
      g_cond_signal (&self->changed);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/* Waits until the thread has at most so many blocks. */
static void
wait_for (HbkBagHasher *self, guint64 n_blocks)
{
  g_mutex_lock (&self->lock);
  while (self->n_filled - self->n_hashed > n_blocks)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

/**
 * hbk_bag_hasher_new:
 * @block_size: how many bytes a block holds
 *
 * Starts the thread.
 *
 * Returns: (transfer full): what works out checksums
 */
HbkBagHasher *
hbk_bag_hasher_new (gsize block_size)
{
  HbkBagHasher *self;

  g_return_val_if_fail (block_size > 0, NULL);

  self = g_new0 (HbkBagHasher, 1);
  self->block_size = block_size;
  self->sha256 = hbk_sha256_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  for (guint i = 0; i < N_BLOCKS; i++)
    self->blocks[i] = g_malloc (block_size);
  self->thread = g_thread_new ("hash-bag", hash_blocks, self);

  return self;
}

/**
 * hbk_bag_hasher_free:
 * @self: (transfer full): what works out checksums
 *
 * Ends the thread, and frees it.
 */
void
hbk_bag_hasher_free (HbkBagHasher *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->is_ended = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  for (guint i = 0; i < N_BLOCKS; i++)
    g_free (self->blocks[i]);
  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    {
      g_clear_pointer (&self->checksums[i], g_checksum_free);
      g_free (self->hex[i]);
    }
  hbk_sha256_free (self->sha256);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

/**
 * hbk_bag_hasher_begin:
 * @self: what works out checksums
 * @algorithms: which: a bit for each #HbkBagAlgorithm
 *
 * Begins the checksums of another file.
 */
void
hbk_bag_hasher_begin (HbkBagHasher *self, guint algorithms)
{
  char unused[HBK_SHA256_CHARS + 1];

  g_return_if_fail (self != NULL && algorithms >> HBK_BAG_N_ALGORITHMS == 0);

  /* Of a file that could not be read to its end something may be left. */
  wait_for (self, 0);
  hbk_sha256_finish (self->sha256, unused);

  self->algorithms = algorithms;
  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    {
      g_clear_pointer (&self->checksums[i], g_checksum_free);
      g_clear_pointer (&self->hex[i], g_free);
      if ((algorithms & (1u << i)) != 0 && i != HBK_BAG_SHA256)
        self->checksums[i] = g_checksum_new (algorithms_known[i].type);
    }
}

/**
 * hbk_bag_hasher_get_block:
 * @self: what works out checksums
 *
 * Waits for a block that is free, to be filled.
 *
 * Returns: (transfer none): the block
 */
guint8 *
hbk_bag_hasher_get_block (HbkBagHasher *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  wait_for (self, N_BLOCKS - 1);
  return self->blocks[self->n_filled % N_BLOCKS];
}

/**
 * hbk_bag_hasher_push:
 * @self: what works out checksums
 * @length: how many bytes are in the block that was filled
 *
 * Hands over a block.
 */
void
hbk_bag_hasher_push (HbkBagHasher *self, gsize length)
{
  g_return_if_fail (self != NULL && length <= self->block_size);

  g_mutex_lock (&self->lock);
  self->lengths[self->n_filled % N_BLOCKS] = length;
  self->n_filled++;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
}

/**
 * hbk_bag_hasher_finish:
 * @self: what works out checksums
 *
 * Waits for the checksums of the file.
 */
void
hbk_bag_hasher_finish (HbkBagHasher *self)
{
  g_return_if_fail (self != NULL);

  wait_for (self, 0);
  for (guint i = 0; i < HBK_BAG_N_ALGORITHMS; i++)
    {
      if ((self->algorithms & (1u << i)) == 0)
        continue;
      if (i != HBK_BAG_SHA256)
        self->hex[i] = g_strdup (g_checksum_get_string (self->checksums[i]));
      else
        {
          self->hex[i] = g_malloc (HBK_SHA256_CHARS + 1);
          hbk_sha256_finish (self->sha256, self->hex[i]);
        }
    }
}

/**
 * hbk_bag_hasher_get_hex:
 * @self: what works out checksums
 * @algorithm: which checksum
 *
 * Gets a checksum, once hbk_bag_hasher_finish() was called.
 *
 * Returns: (nullable): hexadecimal digits in lower case, or %NULL when it was not asked for
 */
const char *
hbk_bag_hasher_get_hex (const HbkBagHasher *self, HbkBagAlgorithm algorithm)
{
  g_return_val_if_fail (self != NULL && algorithm < HBK_BAG_N_ALGORITHMS, NULL);

  return self->hex[algorithm];
}
