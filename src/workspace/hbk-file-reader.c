/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-file-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"

static void
set_io_error (GError    **error,
              const char *path,
              const char *what,
              const char *action)
{
  g_autofree char *shown = hbk_text_escape (path, -1, 200);

  /* Translators: a file, what is wrong with it, and what to do */
  g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%s: %s. %s"), shown, what, action);
}

/* Reads to the end, or to one byte beyond the limit: a file may grow while it is read. */
static GByteArray *
read_all (int    fd,
          gsize  max_bytes,
          gsize  expected)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) MIN (expected + 1, max_bytes + 1));
  guint8 buffer[65536];

  while (bytes->len <= max_bytes)
    {
      ssize_t n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      g_byte_array_append (bytes, buffer, (guint) n);
    }
  return g_steal_pointer (&bytes);
}

static gboolean
is_readable (const char *path,
             int         fd,
             gsize       max_bytes,
             gsize      *size,
             GError    **error)
{
  struct stat status;

  if (fd < 0)
    {
      set_io_error (error, path, g_strerror (errno), _("Check the name and that you may read the file"));
      return FALSE;
    }
  if (fstat (fd, &status) != 0 || !(S_ISREG (status.st_mode) || fd == STDIN_FILENO))
    {
      set_io_error (error, path, _("It is not a file"), _("Name a file, or - for standard input"));
      return FALSE;
    }
  *size = S_ISREG (status.st_mode) ? (gsize) status.st_size : 0;
  if (*size > max_bytes)
    {
      set_io_error (error, path, _("The file is too large"), _("Check that it is the right file"));
      return FALSE;
    }
  return TRUE;
}

/**
 * hbk_file_read:
 * @path: name of a file, or "-" for standard input
 * @max_bytes: the most that is read
 * @error: return location for an error
 *
 * Reads a file whole. Only regular files and standard input are read, so that no pipe or device can hold the program up, and
 * never more than @max_bytes.
 *
 * Returns: (transfer full): the bytes, or %NULL with HBK_ERROR_IO
 */
GBytes *
hbk_file_read (const char *path,
               gsize       max_bytes,
               GError    **error)
{
  gboolean from_input = g_str_equal (path, "-");
  int fd = from_input ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  g_autoptr (GByteArray) bytes = NULL;
  gsize size = 0;

  if (is_readable (path, fd, max_bytes, &size, error))
    {
      bytes = read_all (fd, max_bytes, size);
      if (bytes == NULL)
        set_io_error (error, path, g_strerror (errno), _("Try again, or copy the file to another place"));
      else if (bytes->len > max_bytes)
        set_io_error (error, path, _("The file is too large"), _("Check that it is the right file"));
    }
  if (fd >= 0 && !from_input)
    close (fd);
  if (bytes == NULL || bytes->len > max_bytes)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
