/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What test-blob-faults runs under the fault shim: adds a file to a store, or backs the store up. Exits with 0 when it is done and
 * 3 when an error was returned, whose words it prints. */

#include <stdio.h>
#include <string.h>

#include "library/hbk-backup-writer.h"

static gboolean
add (const char *dir, const char *path, GError **error)
{
  g_autoptr (HbkBlobStore) store = hbk_blob_store_open (dir, TRUE, error);
  HbkBlob blob;

  return store != NULL && hbk_blob_store_add_path (store, path, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, error);
}

static gboolean
back_up (const char *dir, const char *database, const char *sha256, const char *path, GError **error)
{
  g_autoptr (HbkBlobStore) store = hbk_blob_store_open (dir, FALSE, error);
  const char       *evidence[] = { sha256, NULL };
  HbkBackupContents contents = { database, store, evidence, 1767225600, "0.1.0", 1 };

  return store != NULL && hbk_backup_write (path, &contents, TRUE, NULL, NULL, NULL, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;

  if (argc == 4 && g_str_equal (argv[1], "add"))
    is_done = add (argv[2], argv[3], &error);
  else if (argc == 6 && g_str_equal (argv[1], "back-up"))
    is_done = back_up (argv[2], argv[3], argv[4], argv[5], &error);
  else
    g_error ("usage: add STORE FILE | back-up STORE DATABASE SHA256 TARGET");

  if (is_done)
    return 0;

  puts (error->message);
  return 3;
}
