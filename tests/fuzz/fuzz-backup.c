/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

/* Reads any bytes as a backup: it is refused with words, or what it says that it holds is in it. */

#include "library/hbk-backup-archive.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/hbk-error.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == HBK_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_prefix (error->message, "a.hourbook-backup: "));
}

static void
check_manifest (const HbkBackupManifest *manifest)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) once = hbk_backup_manifest_write (manifest);
  g_autoptr (HbkBackupManifest) again = hbk_backup_manifest_read (once, problems);
  g_autoptr (GBytes) twice = NULL;

  g_assert_nonnull (again);
  twice = hbk_backup_manifest_write (again);
  g_assert_true (g_bytes_equal (once, twice));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  int fd = memfd_create ("backup", MFD_CLOEXEC);
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) verifying = NULL;
  g_autoptr (HbkBackupArchive) archive = NULL;

  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  archive = hbk_backup_archive_open_fd (fd, "a.hourbook-backup", &opening);
  if (archive == NULL)
    check_error (opening);
  else
    {
      check_manifest (hbk_backup_archive_get_manifest (archive));
      if (!hbk_backup_archive_verify (archive, NULL, NULL, NULL, &verifying))
        check_error (verifying);
    }

  return 0;
}
