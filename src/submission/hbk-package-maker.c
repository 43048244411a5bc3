/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-maker.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "disk/hbk-file-io.h"
#include "disk/hbk-temp-file.h"
#include "submission/hbk-bag.h"
#include "submission/hbk-output-folder.h"
#include "submission/hbk-package-documents.h"
#include "submission/hbk-package-names.h"
#include "submission/hbk-package-tags.h"
#include "submission/hbk-photo.h"

#define NAME_CHARS 200

/* ---- Evidence ---- */

static guint64
sum_sizes (const HbkSubmission *submission, guint *n_files)
{
  guint64 sum = 0;

  *n_files = 0;
  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (submission->years, i);

      for (guint j = 0; j < year->entries->len; j++)
        {
          const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, j);

          for (guint k = 0; k < entry->files->len; k++)
            {
              sum += ((const HbkSubmissionFile *) g_ptr_array_index (entry->files, k))->file->size;
              (*n_files)++;
            }
        }
    }

  return sum;
}

static gboolean
set_damaged_error (const HbkSubmissionFile *file, GError **error)
{
  g_autofree char *shown = hbk_text_escape (file->file->name, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%1$s (%2$s): The copy is not as it was stored, so the package was not made. Put it back from a backup, or attach the file again."), shown, file->number);
  return FALSE;
}

static gboolean
set_photo_error (const HbkSubmissionFile *file, GError **error)
{
  g_autofree char *shown = hbk_text_escape (file->file->name, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _ ("%1$s (%2$s): Where it was taken cannot be taken out of this photograph. Save it anew with another program, or leave the location in."), shown, file->number);
  return FALSE;
}

/* The copy has to be what the register speaks of. */
static gboolean
check_copy (HbkPackageOutput *output, const HbkSubmissionFile *file, GError **error)
{
  GPtrArray            *parts = hbk_package_output_get_parts (output);
  const HbkPackagePart *part = g_ptr_array_index (parts, parts->len - 1);

  if (g_str_equal (part->sha256, file->file->sha256))
    return TRUE;

  return set_damaged_error (file, error);
}

/* A photograph goes in without where it was taken; both checksums are recorded. */
static gboolean
add_photo (HbkPackageOutput *output, HbkSubmissionFile *file, int fd, const char *name, const HbkPackageOrder *order, GError **error)
{
  g_autoptr (GMappedFile) map = g_mapped_file_new_from_fd (fd, FALSE, error);
  g_autoptr (HbkTempFile) clean = NULL;
  g_autofree char *sha256 = map != NULL ? hbk_sha256_bytes (g_mapped_file_get_contents (map), g_mapped_file_get_length (map)) : NULL;
  GPtrArray       *parts;
  struct stat      status;

  if (map == NULL)
    return FALSE;
  if (!g_str_equal (sha256, file->file->sha256))
    return set_damaged_error (file, error);

  clean = hbk_temp_file_new (hbk_package_output_get_dir (output), HBK_PACKAGE_TEMP_PREFIX);
  if (clean == NULL || !hbk_photo_write_without_location ((const guint8 *) g_mapped_file_get_contents (map), g_mapped_file_get_length (map), clean))
    {
      if (clean != NULL && errno == EBADMSG)
        return set_photo_error (file, error);
      hbk_file_io_set_target_error (error, order->path, errno, 0);
      return FALSE;
    }
  if (fstat (hbk_temp_file_get_fd (clean), &status) != 0 || !hbk_package_output_add_fd (output, name, hbk_temp_file_get_fd (clean), (guint64) status.st_size, error))
    return FALSE;

  parts = hbk_package_output_get_parts (output);
  g_set_str (&file->packed, ((const HbkPackagePart *) g_ptr_array_index (parts, parts->len - 1))->sha256);
  file->packed_size = (guint64) status.st_size;

  return TRUE;
}

static gboolean
add_file (HbkPackageOutput *output, const HbkSubmission *submission, HbkSubmissionFile *file, const HbkPackageOrder *order, GError **error)
{
  g_autofree char *name = g_strconcat ("data/", file->path, NULL);
  gboolean         is_photo = submission->options.without_location && g_strcmp0 (file->file->media_type, "image/jpeg") == 0;
  gboolean         is_done;
  struct stat      status;
  int              fd = order->open_file (file->file->sha256, order->user_data, error);

  if (fd < 0)
    return FALSE;

  /* What was added at its end would be no part of the file here, but of the binder. */
  if (fstat (fd, &status) != 0 || (guint64) status.st_size != file->file->size)
    is_done = set_damaged_error (file, error);
  else if (is_photo)
    is_done = add_photo (output, file, fd, name, order, error);
  else
    is_done = hbk_package_output_add_fd (output, name, fd, file->file->size, error) && check_copy (output, file, error);
  close (fd);

  return is_done;
}

static gboolean
add_evidence (HbkPackageOutput *output, const HbkSubmission *submission, const HbkPackageOrder *order, GError **error)
{
  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (submission->years, i);

      for (guint j = 0; j < year->entries->len; j++)
        {
          const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, j);

          for (guint k = 0; k < entry->files->len; k++)
            if (!add_file (output, submission, g_ptr_array_index (entry->files, k), order, error))
              return FALSE;
        }
    }

  return TRUE;
}

/* ---- Binder ---- */

static gboolean
add_binder (HbkPackageOutput *output, const HbkSubmission *submission, const HbkPackageOrder *order, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_strconcat ("data/", hbk_package_names_get_document (HBK_PACKAGE_BINDER, submission->options.ascii_names), NULL);
  g_autoptr (HbkTempFile) file = NULL;
  struct stat status;

  if (submission->options.without_binder)
    return TRUE;

  file = hbk_temp_file_new (hbk_package_output_get_dir (output), HBK_PACKAGE_TEMP_PREFIX);
  if (file == NULL)
    {
      hbk_file_io_set_target_error (error, order->path, errno, 0);
      return FALSE;
    }
  if (!hbk_binder_write (submission, order->open_file, hbk_temp_file_get_fd (file), cancellable, NULL, order->user_data, error))
    return FALSE;
  if (fstat (hbk_temp_file_get_fd (file), &status) != 0)
    {
      hbk_file_io_set_target_error (error, order->path, errno, 0);
      return FALSE;
    }

  return status.st_size == 0 || hbk_package_output_add_fd (output, name, hbk_temp_file_get_fd (file), (guint64) status.st_size, error);
}

/* ---- Reading back ---- */

static gboolean
set_read_back_error (const HbkPackageOrder *order, GError *reason, GError **error)
{
  g_autofree char *name = hbk_text_escape (order->path, -1, NAME_CHARS);

  if (g_error_matches (reason, HBK_ERROR, HBK_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The disk does not give back what was written. The package was not made; use another disk."), name);

  return FALSE;
}

/* Everything that was written has to be there again, as it was. */
static gboolean
has_same_parts (HbkPackageOutput *output, const HbkBagReport *report)
{
  GPtrArray *parts = hbk_package_output_get_parts (output);
  guint      n_payload = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const HbkPackagePart *part = g_ptr_array_index (parts, i);

      if (!g_str_has_prefix (part->name, "data/"))
        continue;
      n_payload++;
      if (g_strcmp0 (g_hash_table_lookup (report->checksums, part->name), part->sha256) != 0)
        return FALSE;
    }

  return report->is_valid && report->n_files == n_payload;
}

static gboolean
read_back (HbkPackageOutput *output, const HbkPackageOrder *order, GCancellable *cancellable, GError **error)
{
  g_autoptr (HbkPackageSource) source = NULL;
  g_autoptr (HbkBagReport) report = NULL;
  g_autoptr (GError) reason = NULL;
  int fd = hbk_package_output_dup_fd (output, error);

  if (fd < 0)
    return FALSE;

  /* From the disk, not from memory, as far as the system lets us. */
  if (order->form == HBK_PACKAGE_ZIP)
    posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  source = order->form == HBK_PACKAGE_ZIP ? hbk_package_source_open_zip (fd, order->path, &reason) : hbk_package_source_open_folder (fd, order->path, &reason);
  report = source != NULL ? hbk_bag_verify (source, cancellable, NULL, NULL, &reason) : NULL;

  return (report != NULL && has_same_parts (output, report)) || set_read_back_error (order, reason, error);
}

static gboolean
hash_zip (HbkPackageOutput *output, HbkPackageDone *done, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *block = g_malloc (HBK_FILE_IO_BLOCK);
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  int    fd = hbk_package_output_dup_fd (output, error);
  gssize n = fd < 0 ? -1 : 0;

  done->size = 0;
  while (fd >= 0 && !hbk_file_io_is_cancelled (cancellable, error))
    {
      n = hbk_file_io_read (fd, block, HBK_FILE_IO_BLOCK, done->size);
      if (n <= 0)
        break;
      hbk_sha256_update (sha256, block, (gsize) n);
      done->size += (guint64) n;
    }
  if (fd >= 0)
    close (fd);
  if (n < 0 && error != NULL && *error == NULL)
    hbk_file_io_set_source_error (error, "", errno);
  hbk_sha256_finish (sha256, done->sha256);

  return n == 0;
}

static gboolean
describe (HbkPackageOutput *output, const HbkPackageOrder *order, HbkPackageDone *done, GCancellable *cancellable, GError **error)
{
  GPtrArray            *parts = hbk_package_output_get_parts (output);
  const HbkPackagePart *last = g_ptr_array_index (parts, parts->len - 1);

  if (order->form == HBK_PACKAGE_ZIP)
    return hash_zip (output, done, cancellable, error);

  memcpy (done->sha256, last->sha256, sizeof done->sha256);
  done->size = 0;
  for (guint i = 0; i < parts->len; i++)
    done->size += ((const HbkPackagePart *) g_ptr_array_index (parts, i))->size;

  return TRUE;
}

/* ---- Public ---- */

/**
 * hbk_package_dup_top:
 * @submission: what is handed in
 *
 * Makes the name of the folder that everything in a package lies in, which also is what a package is called unless a person says otherwise.
 *
 * Returns: (transfer full): the name, without an ending
 */
char *
hbk_package_dup_top (const HbkSubmission *submission)
{
  const HbkSubmissionYear *last;
  const char              *name;
  g_autofree char         *safe = NULL;
  int                      year;

  g_return_val_if_fail (submission != NULL && submission->years->len > 0, NULL);

  last = g_ptr_array_index (submission->years, submission->years->len - 1);
  year = submission->options.apply_year != 0 ? submission->options.apply_year : last->year;
  if (submission->options.ascii_names)
    return g_strdup_printf (submission->options.apply_year != 0 ? "hours-application-%d" : "hours-%d", year);

  name = hbk_profile_get_name (submission->profile);
  safe = hbk_package_names_dup_safe (name != NULL ? name : "");

  return g_strdup_printf (submission->options.apply_year != 0 ? "职称申报学时材料-%d%s%s" : "继续教育学时材料-%d%s%s", year, *safe != '\0' ? "-" : "", safe);
}

/**
 * hbk_package_make:
 * @submission: what is handed in
 * @order: how it is made
 * @cancellable: (nullable): what a person stops it with
 * @progress: (nullable) (scope call): whom to tell how far it has come; reading back is not told
 * @user_data: what to pass on
 * @done: (out): what was made
 * @error: return location for an error
 *
 * Makes a package: a valid bag (RFC 8493) with form, summary, binder, report, data and every evidence file.
 *
 * It appears under its name when it is whole, has been read back and compared, and is on the disk; before that there is nothing, also when the
 * program is killed. The same submission gives the same bytes. Memory does not grow with the size of the files.
 *
 * Returns: %FALSE with HBK_ERROR_DUPLICATE (the name is taken), HBK_ERROR_NOT_FOUND, HBK_ERROR_DAMAGED (a file of evidence, or what was read back),
 *   HBK_ERROR_VALUE (a character that no font has), HBK_ERROR_CANCELLED or HBK_ERROR_IO
 */
gboolean
hbk_package_make (const HbkSubmission *submission, const HbkPackageOrder *order, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, HbkPackageDone *done, GError **error)
{
  g_autofree char *top = NULL;
  g_autoptr (HbkPackageOutput) output = NULL;
  guint64 total;

  g_return_val_if_fail (submission != NULL && order != NULL && order->open_file != NULL && done != NULL, FALSE);

  top = hbk_package_dup_top (submission);
  output = hbk_package_output_new (order->path, order->form, top, submission->as_of, order->replace, error);
  if (output == NULL)
    return FALSE;

  total = sum_sizes (submission, &done->n_files);
  hbk_package_output_set_progress (output, total, cancellable, progress, user_data);

  /* Evidence comes first, because the documents say what became of photographs. */
  return hbk_package_output_reserve (output, total, error) && add_evidence (output, submission, order, error) &&
         add_binder (output, submission, order, cancellable, error) && hbk_package_documents_add (output, submission, order, error) &&
         hbk_package_tags_add (output, submission, order->application, error) && hbk_package_output_close (output, error) &&
         read_back (output, order, cancellable, error) && describe (output, order, done, cancellable, error) && hbk_package_output_place (output, error);
}
