/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "submission/hbk-binder-private.h"

#include <errno.h>
#include <unistd.h>

#include "disk/hbk-file-io.h"
#include "submission/hbk-binder-drawing.h"

/* What a part may have more than its file: a picture that is unpacked, pages that share what they show. */
#define PART_FACTOR 3
#define PART_MORE_BYTES (G_GUINT64_CONSTANT (64) * 1024 * 1024)

static const struct
{
  const char *problem;
  const char *reason;
} reasons[] = {
  { "crashed", "处理这份文件时出错，未能并入本册。" },
  { "damaged", "这份文件已损坏或不完整，未能并入本册。" },
  { "empty", "这份文件是空的，没有内容可以并入本册。" },
  { "encrypted", "这份文件设有密码，未能并入本册。" },
  { "timed-out", "处理这份文件用时过长，未能并入本册。" },
  { "too-large", "这份文件过大，未能并入本册。" },
  { "unsupported", "此类文件不能并入 PDF，请打开原件查看。" },
};

static const char *
find_reason (const char *problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_str_equal (reasons[i].problem, problem))
        return reasons[i].reason;
    }

  return reasons[0].reason;
}

static gboolean
add_note (HbkBinder *self, HbkBinderItem *item, const char *reason, GError **error)
{
  HbkBinderPart part;
  g_autoptr (GBytes) note = hbk_binder_drawing_note (item->file->number, item->file->title, reason, item->file->path, error);

  if (note == NULL || !hbk_binder_put (self, note, &part, error))
    return FALSE;

  part.n_pages = 1;
  item->parts[item->n_parts++] = part;

  return TRUE;
}

/**
 * hbk_binder_set_note:
 * @self: a binder
 * @item: one with a file
 * @problem: why it cannot be shown, a word of a reply
 * @error: return location for an error
 *
 * Puts a page that says why in the place of a file.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_binder_set_note (HbkBinder *self, HbkBinderItem *item, const char *problem, GError **error)
{
  g_return_val_if_fail (self != NULL && item != NULL && item->file != NULL, FALSE);

  item->n_parts = 0;
  item->is_note = TRUE;

  return add_note (self, item, find_reason (problem), error);
}

/* What a failed helper wrote goes again. */
static gboolean
forget_rest (HbkBinder *self, GError **error)
{
  if (ftruncate (self->spool, (off_t) self->spool_size) == 0 && lseek (self->spool, (off_t) self->spool_size, SEEK_SET) >= 0)
    return TRUE;

  hbk_file_io_set_target_error (error, self->spool_path, errno, 0);
  return FALSE;
}

static gboolean
take_reply (HbkBinder *self, HbkBinderItem *item, const HbkBindReply *reply, GError **error)
{
  g_autofree char *reason = NULL;

  if (!g_str_equal (reply->problem, "none"))
    return forget_rest (self, error) && hbk_binder_set_note (self, item, reply->problem, error);

  item->parts[0] = (HbkBinderPart) { self->spool_size, reply->n_bytes, reply->first };
  item->n_parts = 1;
  self->spool_size += reply->n_bytes;
  if (reply->first >= reply->second)
    return TRUE;

  reason = g_strdup_printf ("这份文件共 %u 页，本册收入前 %u 页，其余请见原件。", reply->second, reply->first);
  return add_note (self, item, reason, error);
}

static gboolean
make_part (HbkBinder *self, HbkBinderItem *item, GError **error)
{
  const HbkEvidenceFile *file = item->file->file;
  HbkBindReply           reply;
  HbkBindJob             job = {
                .name = self->submission->options.without_location ? "part-bare" : "part",
                .number = HBK_BINDER_MAX_FILE_PAGES,
                .out_fd = self->spool,
                .max_bytes = file->size * PART_FACTOR + PART_MORE_BYTES,
  };
  gboolean is_done;

  job.in_fd = self->open_file (file->sha256, self->user_data, error);
  if (job.in_fd < 0)
    return FALSE;

  is_done = hbk_bind_helper_run (self->helper, &job, &reply, self->cancellable, error);
  close (job.in_fd);

  return is_done && take_reply (self, item, &reply, error);
}

/* A file that proves two records is in the spool once. Its note is not: that has the number. */
static gboolean
reuse_part (HbkBinderItem *item, const HbkBinderItem *same)
{
  if (same == NULL)
    return FALSE;

  item->parts[0] = same->parts[0];
  item->n_parts = 1;

  return TRUE;
}

/**
 * hbk_binder_make_parts:
 * @self: a binder whose items have no parts yet
 * @error: return location for an error
 *
 * Makes pages of every file.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_binder_make_parts (HbkBinder *self, GError **error)
{
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      HbkBinderItem         *item = &g_array_index (self->items, HbkBinderItem, i);
      const HbkEvidenceFile *file = item->file != NULL ? item->file->file : NULL;

      if (file == NULL)
        continue;
      if (!reuse_part (item, g_hash_table_lookup (made, file->sha256)) && !make_part (self, item, error))
        return FALSE;

      if (item->n_parts == 1 && !item->is_note)
        g_hash_table_insert (made, file->sha256, item);

      self->done += file->size;
      if (self->progress != NULL)
        self->progress (self->done, self->total, self->user_data);
    }

  return TRUE;
}
