/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "disk/hbk-write-behind.h"

#include <errno.h>

#include "disk/hbk-file-io.h"

/* One is filled, one is written, two even out the pace. */
#define N_BLOCKS 4

struct _HbkWriteBehind
{
  HbkTempFile *file;
  gsize        block_size;
  GThread     *thread;

  GMutex lock;
  GCond  changed;

  /* Both only rise; block i lies in slot i % N_BLOCKS. Those from n_written to n_filled are the thread's. */
  guint64  n_filled;
  guint64  n_written;
  gboolean is_ended;
  int      code;

  guint8 *blocks[N_BLOCKS];
  gsize   lengths[N_BLOCKS];
};

static gpointer
write_blocks (gpointer data)
{
  HbkWriteBehind *self = data;

  g_mutex_lock (&self->lock);
  for (;;)
    {
      guint    slot = (guint) (self->n_written % N_BLOCKS);
      gboolean is_done;
      int      code;

      while (self->n_written == self->n_filled && !self->is_ended)
        g_cond_wait (&self->changed, &self->lock);
      if (self->n_written == self->n_filled || self->code != 0)
        break;

      g_mutex_unlock (&self->lock);
      is_done = hbk_temp_file_write (self->file, self->blocks[slot], self->lengths[slot]);
      code = errno;
      g_mutex_lock (&self->lock);

      self->n_written++;
      if (!is_done)
        self->code = code;
      g_cond_signal (&self->changed);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/**
 * hbk_write_behind_new:
 * @file: where to write; it must stay as long as this, and is not to be touched meanwhile
 * @block_size: how large a block is, in bytes
 *
 * Begins to write.
 *
 * Returns: (transfer full): the writer
 */
HbkWriteBehind *
hbk_write_behind_new (HbkTempFile *file, gsize block_size)
{
  HbkWriteBehind *self;

  g_return_val_if_fail (file != NULL && block_size > 0, NULL);

  self = g_new0 (HbkWriteBehind, 1);
  self->file = file;
  self->block_size = block_size;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("hbk-write", write_blocks, self);

  return self;
}

/**
 * hbk_write_behind_free:
 * @self: (transfer full): a writer
 *
 * Waits for what was pushed, and frees it.
 */
void
hbk_write_behind_free (HbkWriteBehind *self)
{
  g_return_if_fail (self != NULL);

  hbk_write_behind_finish (self);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_aligned_free (self->blocks[i]);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

/**
 * hbk_write_behind_get_block:
 * @self: a writer
 *
 * Gets a free block, waiting until there is one. It is the caller's until pushed.
 *
 * Returns: (nullable): the block, owned by @self; %NULL and errno when writing has failed
 */
guint8 *
hbk_write_behind_get_block (HbkWriteBehind *self)
{
  guint slot;
  int   code;

  g_return_val_if_fail (self != NULL && self->thread != NULL, NULL);

  g_mutex_lock (&self->lock);
  while (self->n_filled - self->n_written == N_BLOCKS && self->code == 0)
    g_cond_wait (&self->changed, &self->lock);
  slot = (guint) (self->n_filled % N_BLOCKS);
  code = self->code;
  g_mutex_unlock (&self->lock);

  if (code != 0)
    {
      errno = code;
      return NULL;
    }

  if (self->blocks[slot] == NULL)
    self->blocks[slot] = g_aligned_alloc (self->block_size, 1, HBK_FILE_IO_ALIGNMENT);

  return self->blocks[slot];
}

/**
 * hbk_write_behind_push:
 * @self: a writer
 * @length: how many bytes of the block that was got last are to be written
 *
 * Hands a block over to be written.
 */
void
hbk_write_behind_push (HbkWriteBehind *self, gsize length)
{
  g_return_if_fail (self != NULL && self->thread != NULL && length <= self->block_size);

  g_mutex_lock (&self->lock);
  self->lengths[self->n_filled % N_BLOCKS] = length;
  self->n_filled++;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
}

/**
 * hbk_write_behind_finish:
 * @self: a writer
 *
 * Waits until all that was pushed is written. Nothing can be pushed after that.
 *
 * Returns: %FALSE and errno when writing has failed
 */
gboolean
hbk_write_behind_finish (HbkWriteBehind *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->thread != NULL)
    {
      g_mutex_lock (&self->lock);
      self->is_ended = TRUE;
      g_cond_signal (&self->changed);
      g_mutex_unlock (&self->lock);
      g_thread_join (g_steal_pointer (&self->thread));
    }

  errno = self->code;
  return self->code == 0;
}
