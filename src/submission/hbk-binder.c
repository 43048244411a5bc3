/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-binder-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "disk/hbk-file-io.h"
#include "records/hbk-record.h"
#include "submission/hbk-submission-words.h"

/* On a disk also where short-lived files are kept in memory: the spool is as large as all evidence. */
#define SPOOL_DIR "/var/tmp"
#define SPOOL_NAME "hourbook-binder-XXXXXX"

#define HEADING "证明材料汇编"
#define NO_FILES "（未附材料）"

static void
binder_clear (HbkBinder *self)
{
  if (self->spool >= 0)
    close (self->spool);
  g_free (self->spool_path);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->contents, hbk_binder_contents_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkBinder, binder_clear)

/* ---- The spool ---- */

/* It has no name, so that nothing is left of it whatever happens. */
static gboolean
open_spool_in (HbkBinder *self, const char *dir)
{
  g_free (self->spool_path);
  self->spool_path = g_build_filename (dir, SPOOL_NAME, NULL);
  self->spool = g_mkstemp_full (self->spool_path, O_RDWR | O_CLOEXEC, 0600);

  return self->spool >= 0 && g_unlink (self->spool_path) == 0;
}

static gboolean
open_spool (HbkBinder *self, GError **error)
{
  const char *dir = g_getenv ("TMPDIR");

  if (open_spool_in (self, dir != NULL && *dir != '\0' ? dir : SPOOL_DIR) || open_spool_in (self, g_get_tmp_dir ()))
    return TRUE;

  hbk_file_io_set_target_error (error, self->spool_path, errno, 0);
  return FALSE;
}

/**
 * hbk_binder_put:
 * @self: a binder
 * @bytes: what to put into its spool
 * @part: (out): gets where it is
 * @error: return location for an error
 *
 * Puts bytes at the end of the spool.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_binder_put (HbkBinder *self, GBytes *bytes, HbkBinderPart *part, GError **error)
{
  gsize       length;
  const void *data;

  g_return_val_if_fail (self != NULL && bytes != NULL && part != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  if (!hbk_file_io_write (self->spool, data, length))
    {
      hbk_file_io_set_target_error (error, self->spool_path, errno, length);
      return FALSE;
    }

  *part = (HbkBinderPart) { self->spool_size, length, 0 };
  self->spool_size += length;

  return TRUE;
}

/* ---- What goes in ---- */

static char *
make_record_words (HbkBinder *self, const HbkSubmissionEntry *entry)
{
  HbkRecord  *record = entry->result->record;
  const char *activity = hbk_submission_words_activity (self->submission->vocabulary, record);
  const char *title = hbk_record_get_title (record);

  if (title == NULL)
    return g_strdup (activity != NULL ? activity : "");

  return activity != NULL ? g_strdup_printf ("%s：%s", activity, title) : g_strdup (title);
}

static void
add_item (HbkBinder *self, const HbkSubmissionEntry *entry, const HbkSubmissionFile *file)
{
  HbkBinderItem item = { .entry = entry, .file = file, .line = g_new0 (HbkBinderLine, 1) };

  item.line->number = file != NULL ? g_strdup (file->number) : g_strdup_printf ("%02u", entry->number);
  item.line->title = g_strdup (file != NULL ? file->title : NO_FILES);
  item.line->record = make_record_words (self, entry);
  item.line->page = HBK_BINDER_NO_PAGE;
  g_ptr_array_add (self->lines, item.line);
  g_array_append_val (self->items, item);
  /* Each is read twice: when it becomes pages, and when these are joined. */
  if (file != NULL)
    self->total += 2 * file->file->size;
}

static void
add_items (HbkBinder *self)
{
  for (guint i = 0; i < self->submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (self->submission->years, i);

      for (guint k = 0; k < year->entries->len; k++)
        {
          const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, k);

          for (guint n = 0; n < entry->files->len; n++)
            add_item (self, entry, g_ptr_array_index (entry->files, n));
          if (entry->files->len == 0)
            add_item (self, entry, NULL);
        }
    }
}

static char *
make_about (const HbkSubmission *submission)
{
  const HbkSubmissionYear *first = g_ptr_array_index (submission->years, 0);
  const HbkSubmissionYear *last = g_ptr_array_index (submission->years, submission->years->len - 1);
  const char              *name = hbk_profile_get_name (submission->profile);
  g_autofree char         *years = first->year == last->year ? g_strdup_printf ("%d年度", first->year) : g_strdup_printf ("%d—%d年度", first->year, last->year);

  return name != NULL ? g_strdup_printf ("%s　%s", name, years) : g_strdup (years);
}

/**
 * hbk_binder_write_with:
 * @submission: what is handed in
 * @helper: the program that makes pages of evidence
 * @open_file: (scope call): opens a file of evidence
 * @out_fd: where to write the PDF; nothing is read from it, and its offset moves
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope call): is told how far it has come
 * @user_data: passed to @open_file and @progress
 * @error: return location for an error
 *
 * As [func@binder_write], with another helper.
 *
 * Returns: %TRUE when it was written
 */
gboolean
hbk_binder_write_with (const HbkSubmission *submission, const HbkBindHelper *helper, HbkBinderOpenFunc open_file, int out_fd, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error)
{
  g_auto (HbkBinder) self = {
    .submission = submission,
    .helper = helper,
    .open_file = open_file,
    .cancellable = cancellable,
    .progress = progress,
    .user_data = user_data,
    .spool = -1,
  };
  g_autofree char *about = NULL;

  g_return_val_if_fail (submission != NULL && submission->years->len > 0, FALSE);
  g_return_val_if_fail (helper != NULL && open_file != NULL && out_fd >= 0, FALSE);

  self.items = g_array_new (FALSE, FALSE, sizeof (HbkBinderItem));
  self.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_binder_line_free);
  add_items (&self);
  about = make_about (submission);
  self.contents = hbk_binder_contents_new (HEADING, about, self.lines, error);

  return self.contents != NULL && open_spool (&self, error) && hbk_binder_make_parts (&self, error) && hbk_binder_join (&self, out_fd, error);
}

/**
 * hbk_binder_write:
 * @submission: what is handed in
 * @open_file: (scope call): opens a file of evidence
 * @out_fd: where to write the PDF; nothing is read from it, and its offset moves
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope call): is told how far it has come, in bytes of evidence read
 * @user_data: passed to @open_file and @progress
 * @error: return location for an error: HBK_ERROR_IO, HBK_ERROR_CANCELLED, HBK_ERROR_VALUE when no font has a character, or what @open_file says
 *
 * Writes the binder: contents with links, then all evidence in order, each page stamped with the number of its file and its place in the binder,
 * and bookmarks.
 *
 * Files are looked into by other processes, which they may take down. Of what cannot be shown a page says so, and why. On error something may have
 * been written. The same submission and files give the same bytes.
 *
 * Returns: %TRUE when it was written
 */
gboolean
hbk_binder_write (const HbkSubmission *submission, HbkBinderOpenFunc open_file, int out_fd, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error)
{
  g_auto (HbkBindHelper) helper = { 0 };

  hbk_bind_helper_init (&helper);

  return hbk_binder_write_with (submission, &helper, open_file, out_fd, cancellable, progress, user_data, error);
}
