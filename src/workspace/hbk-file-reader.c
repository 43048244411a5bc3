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

/* The most of a name that a message shows: more than a terminal is wide, less than fills it. */
#define NAME_CHARS 200

#define MEBIBYTE (1024 * 1024)

static void
set_open_error (GError **error, const char *name, int code)
{
  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%s: There is no such file. Check the name."), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%s: You may not read this file. Change its permissions, or ask its owner."), name);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%1$s: It cannot be opened (%2$s). Check the name."), name, g_strerror (code));
}

static void
set_size_error (GError **error, const char *name, gsize max_bytes)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _("%1$s: The file is larger than %2$u MiB. Check that it is the right one."), name, (guint) (max_bytes / MEBIBYTE));
}

/* Only what has an end is read: an ordinary file, or what is piped in. */
static gboolean
has_end (const char *name, int fd, struct stat *status, GError **error)
{
  if (fstat (fd, status) != 0)
    {
      set_open_error (error, name, errno);
      return FALSE;
    }

  if (S_ISREG (status->st_mode) || (fd == STDIN_FILENO && !S_ISDIR (status->st_mode)))
    return TRUE;

  if (S_ISDIR (status->st_mode))
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%s: This is a folder. Name a file in it."), name);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%s: This is not an ordinary file. Name one, or give - and pipe it in."), name);

  return FALSE;
}

/* Reads to the end, or to one byte beyond the limit: a file may grow while it is read. */
static GByteArray *
read_all (int fd, gsize max_bytes, gsize expected)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) MIN (expected, max_bytes) + 1);
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

static GBytes *
read_bounded (const char *name, int fd, gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  struct stat status;

  if (!has_end (name, fd, &status, error))
    return NULL;

  if (S_ISREG (status.st_mode) && (guint64) status.st_size > max_bytes)
    {
      set_size_error (error, name, max_bytes);
      return NULL;
    }

  bytes = read_all (fd, max_bytes, S_ISREG (status.st_mode) ? (gsize) status.st_size : 0);
  if (bytes == NULL)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%1$s: It cannot be read (%2$s). Try again, or copy it to another place."), name, g_strerror (errno));
      return NULL;
    }

  if (bytes->len > max_bytes)
    {
      set_size_error (error, name, max_bytes);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * hbk_file_get_display_name:
 * @path: name of a file in any bytes, or "-" for standard input
 *
 * Makes the name of a file safe to show: valid UTF-8 of one line, and not too long.
 *
 * Returns: (transfer full): the name
 */
char *
hbk_file_get_display_name (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (g_str_equal (path, "-"))
    return g_strdup (_("standard input"));
  if (*path == '\0')
    return g_strdup ("“”");

  return hbk_text_escape (path, -1, NAME_CHARS);
}

/**
 * hbk_file_read:
 * @path: name of a file, or "-" for standard input
 * @max_bytes: the most that is read
 * @error: return location for an error
 *
 * Reads a file whole.
 *
 * Only ordinary files and standard input are read, so that no pipe or device can hold the program up, and never more
 * than @max_bytes.
 *
 * Returns: (transfer full): the bytes, or %NULL with HBK_ERROR_IO or HBK_ERROR_LIMIT
 */
GBytes *
hbk_file_read (const char *path, gsize max_bytes, GError **error)
{
  g_autofree char *name = NULL;
  GBytes          *bytes;
  int              fd;

  g_return_val_if_fail (path != NULL && max_bytes < G_MAXUINT, NULL);

  name = hbk_file_get_display_name (path);
  if (g_str_equal (path, "-"))
    return read_bounded (name, STDIN_FILENO, max_bytes, error);

  /* Without O_NONBLOCK, opening a pipe would wait for a writer. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    {
      set_open_error (error, name, errno);
      return NULL;
    }

  bytes = read_bounded (name, fd, max_bytes, error);
  close (fd);

  return bytes;
}
