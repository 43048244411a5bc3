/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-file-hash.h"

#define BLOCK 65536

/**
 * hbk_file_hash:
 * @path: (type filename): a file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Works out the checksum under which the library would keep a file. Blocks.
 *
 * Returns: (transfer full): 64 hexadecimal digits, or %NULL on error
 */
char *
hbk_file_hash (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (BLOCK);
  gssize             n;

  if (stream == NULL)
    return NULL;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, BLOCK, cancellable, error)) > 0)
    g_checksum_update (sum, buffer, n);

  return n == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}
