/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "workspace/hbk-import-files.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"

#define NAME_CHARS 80

/* Goes down one folder of the name; a link leads nowhere. */
static int
descend (int dir, const char *name)
{
  int next = openat (dir, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  close (dir);

  return next;
}

/**
 * hbk_import_open_file:
 * @import_path: (type filename): the logbook that is imported
 * @name: the name of an evidence file, as the logbook has it
 *
 * Opens an evidence file that lies beside a logbook or in a folder there; beside standard input there is none. The name comes from a file
 * that anybody may have written: it leads nowhere else, neither by .., nor by a link, and not to what is hidden, such as keys.
 *
 * Returns: the file, open for reading, or -1 when there is none
 */
int
hbk_import_open_file (const char *import_path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (import_path);
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  guint       n = g_strv_length (parts);
  int         dir, fd;
  struct stat status;

  for (guint i = 0; i < n; i++)
    {
      if (*parts[i] == '\0' || *parts[i] == '.')
        return -1;
    }
  if (n == 0 || g_str_equal (import_path, "-"))
    return -1;

  dir = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  for (guint i = 0; dir >= 0 && i + 1 < n; i++)
    dir = descend (dir, parts[i]);
  if (dir < 0)
    return -1;

  fd = openat (dir, parts[n - 1], O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  close (dir);
  if (fd >= 0 && (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode)))
    {
      close (fd);
      return -1;
    }

  return fd;
}

/* Makes the evidence name the copy. One whose content is not what the logbook says stays a name without a file. */
static void
settle (HbkRecord *record, guint position, const HbkTakenFile *taken, HbkProblems *problems)
{
  HbkEvidence     *evidence = hbk_record_get_evidence (record, position);
  const char      *expected = hbk_evidence_get_sha256 (evidence);
  g_autofree char *where = hbk_text_escape (hbk_evidence_get_file (evidence), -1, NAME_CHARS);
  g_autoptr (HbkEvidence) settled = NULL;

  if (taken->file == NULL)
    {
      hbk_problems_add (problems, HBK_ERROR_IO, 0, where, taken->message, _ ("Attach the file yourself."));
      return;
    }
  if (expected != NULL && !g_str_equal (expected, taken->file->sha256))
    {
      hbk_problems_add (problems, HBK_ERROR_VALUE, 0, where, _ ("The file is not the one that the logbook speaks of. It went to the inbox."), _ ("Look at it, and attach it if it is right."));
      return;
    }

  settled = hbk_evidence_new_with_extra (hbk_evidence_get_document (evidence), taken->file->name, taken->file->sha256, hbk_evidence_get_extra (evidence));
  hbk_record_replace_evidence (record, position, settled);
}

/* The name that a file had before an export put its number before it. */
static const char *
skip_serial (const char *name)
{
  const char      *slash = strrchr (name, '/');
  const char      *base = slash != NULL ? slash + 1 : name;
  const char      *space = strchr (base, ' ');
  g_autofree char *first = space != NULL ? g_strndup (base, (gsize) (space - base)) : NULL;
  guint            serial;

  return first != NULL && space[1] != '\0' && hbk_evidence_file_parse_serial (first, &serial) ? space + 1 : name;
}

/**
 * hbk_import_take_files:
 * @taker: takes the files
 * @import_path: (type filename): the logbook that is imported
 * @record: one of its records; its evidence is made to name the copies
 * @problems: gets what is wrong with single files
 * @error: return location for an error
 *
 * Copies the evidence files of a record that lie beside the logbook.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_import_take_files (HbkFileTaker *taker, const char *import_path, HbkRecord *record, HbkProblems *problems, GError **error)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const char         *name = hbk_evidence_get_file (hbk_record_get_evidence (record, i));
      int                 fd = name != NULL ? hbk_import_open_file (import_path, name) : -1;
      const HbkTakenFile *taken;

      if (fd < 0)
        continue;
      taken = hbk_file_taker_take_fd (taker, fd, skip_serial (name), error);
      close (fd);
      if (taken == NULL)
        return FALSE;
      settle (record, i, taken, problems);
    }

  return TRUE;
}
