/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "exchange/hbk-logbook-csv.h"
#include "library/hbk-disk.h"
#include "library/hbk-library-files.h"
#include "records/hbk-logbook-writer.h"
#include "workspace/hbk-file-writer.h"
#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

/* Disks hold names of 255 bytes; some are left for what makes a name unique while the file is written. The end of a name, such as .pdf,
 * says what it is. */
#define NAME_BYTES 200
#define ENDING_BYTES 12

/**
 * hbk_workspace_export_bytes:
 * @self: a workspace with an open library
 * @form: in which form; not %HBK_EXPORT_FOLDER
 * @as_of: the day whose profile the logbook gets
 * @language: the language of a table
 * @error: return location for an error
 *
 * Exports the records of the library. What Hourbook reads again, it reads as it was.
 *
 * Returns: (transfer full): the bytes, or %NULL on error
 */
GBytes *
hbk_workspace_export_bytes (HbkWorkspace *self, HbkExportForm form, HbkDate as_of, HbkLanguage language, GError **error)
{
  g_autoptr (HbkLogbook) logbook = hbk_workspace_load_logbook (self, as_of, error);
  HbkVocabulary *vocabulary;

  g_return_val_if_fail (form != HBK_EXPORT_FOLDER, NULL);

  if (logbook == NULL)
    return NULL;
  if (form == HBK_EXPORT_LOGBOOK)
    return hbk_logbook_write (logbook);

  vocabulary = hbk_workspace_get_vocabulary (self, error);

  return vocabulary != NULL ? hbk_logbook_write_csv (logbook, vocabulary, language) : NULL;
}

/* ---- A folder ---- */

/* A name that every system can write: what some forbid becomes a dash. */
static char *
make_name (const HbkEvidenceFile *file)
{
  g_autofree char *serial = hbk_evidence_file_dup_serial (file);
  g_autoptr (GString) name = g_string_new (serial);
  const char *ending = strrchr (file->name, '.');
  gsize       room;

  if (ending == NULL || strlen (ending) > ENDING_BYTES)
    ending = file->name + strlen (file->name);
  room = NAME_BYTES - strlen (ending);

  g_string_append_c (name, ' ');
  for (const char *c = file->name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter < 0x20 || letter == 0x7f || (letter < 0x80 && strchr ("\\/:*?\"<>|", (int) letter) != NULL) || !g_unichar_isprint (letter))
        letter = '-';
      if (name->len + (gsize) g_unichar_to_utf8 (letter, NULL) <= room || c >= ending)
        g_string_append_unichar (name, letter);
    }
  while (name->len > 0 && (name->str[name->len - 1] == '.' || name->str[name->len - 1] == ' '))
    g_string_truncate (name, name->len - 1);

  return g_string_free_and_steal (g_steal_pointer (&name));
}

static gboolean
copy_file (HbkBlobStore *store, const char *folder, const char *name, const char *sha256, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int              fd = hbk_blob_store_open_blob (store, sha256, error);
  gboolean         is_done;

  if (fd < 0)
    return FALSE;
  is_done = g_file_test (path, G_FILE_TEST_EXISTS) || hbk_file_write_copy (path, fd, error);
  close (fd);

  return is_done;
}

/* Copies the files of a record, and makes its evidence name the copies. One that the library has not is only named, as before. */
static gboolean
export_files (HbkLibrary *library, HbkBlobStore *store, const char *folder, HbkRecord *record, GError **error)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      HbkEvidence     *evidence = hbk_record_get_evidence (record, i);
      const char      *sha256 = hbk_evidence_get_sha256 (evidence);
      g_autofree char *name = NULL;
      g_autofree char *relative = NULL;
      g_autoptr (HbkEvidenceFile) file = NULL;
      g_autoptr (HbkEvidence) exported = NULL;

      if (sha256 == NULL || !hbk_blob_store_has (store, sha256))
        continue;
      file = hbk_library_get_file (library, sha256, NULL);
      if (file == NULL)
        continue;
      name = make_name (file);
      relative = g_build_filename ("evidence", name, NULL);
      if (!copy_file (store, folder, relative, sha256, error))
        return FALSE;
      exported = hbk_evidence_new_with_extra (hbk_evidence_get_document (evidence), relative, sha256, hbk_evidence_get_extra (evidence));
      hbk_record_replace_evidence (record, i, exported);
    }

  return TRUE;
}

static gboolean
fill_folder (HbkWorkspace *self, const char *folder, HbkDate as_of, GError **error)
{
  g_autoptr (HbkLogbook) logbook = hbk_workspace_load_logbook (self, as_of, error);
  g_autoptr (HbkBlobStore) store = logbook != NULL ? hbk_workspace_open_store (self, error) : NULL;
  g_autofree char *evidence = g_build_filename (folder, "evidence", NULL);
  g_autofree char *path = g_build_filename (folder, "logbook.json", NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (store == NULL || !hbk_disk_make_dir (evidence, error))
    return FALSE;

  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    {
      if (!export_files (self->library, store, folder, hbk_logbook_get_record (logbook, i), error))
        return FALSE;
    }
  bytes = hbk_logbook_write (logbook);

  return hbk_file_write (path, bytes, error) && hbk_disk_sync_dir (evidence, error) && hbk_disk_sync_dir (folder, error);
}

static void
remove_folder (const char *folder)
{
  g_autofree char  *evidence = g_build_filename (folder, "evidence", NULL);
  const char *const folders[] = { evidence, folder };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GDir) entries = g_dir_open (folders[i], 0, NULL);
      const char *name;

      while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
        {
          g_autofree char *path = g_build_filename (folders[i], name, NULL);

          unlink (path);
        }
      rmdir (folders[i]);
    }
}

static gboolean
export_folder (HbkWorkspace *self, const char *path, HbkDate as_of, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);

  if (g_mkdtemp_full (temporary, 0700) == NULL)
    {
      hbk_disk_set_error (error, path, errno);
      return FALSE;
    }
  if (!fill_folder (self, temporary, as_of, error))
    {
      remove_folder (temporary);
      return FALSE;
    }
  if (!hbk_disk_rename_new (temporary, path))
    {
      g_autofree char *name = hbk_disk_dup_name (path);

      if (errno == EEXIST || errno == ENOTEMPTY)
        g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _ ("%s: There is such a file already, and it is left as it is. Give another name."), name);
      else
        hbk_disk_set_error (error, path, errno);
      remove_folder (temporary);
      return FALSE;
    }

  return hbk_disk_sync_dir (parent, error);
}

/**
 * hbk_workspace_export:
 * @self: a workspace with an open library
 * @form: in which form
 * @path: (type filename): where to; nothing may be there yet
 * @as_of: the day whose profile the logbook gets
 * @language: the language of a table
 * @error: return location for an error
 *
 * Exports the records of the library, and in a folder its evidence files, whole or not at all.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_workspace_export (HbkWorkspace *self, HbkExportForm form, const char *path, HbkDate as_of, HbkLanguage language, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (hbk_workspace_get_library (self, error) == NULL)
    return FALSE;
  if (form == HBK_EXPORT_FOLDER)
    return export_folder (self, path, as_of, error);

  bytes = hbk_workspace_export_bytes (self, form, as_of, language, error);

  return bytes != NULL && hbk_file_write (path, bytes, error);
}
