/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-stream.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>
#include <zlib.h>

#include "disk/hbk-file-io.h"
#include "submission/hbk-package-fault.h"

/* How many packed bytes are read at a time. */
#define INPUT_SIZE (256 * 1024)

struct _HbkPackageStream
{
  int         fd;
  gboolean    owns_fd;
  const char *path;
  const char *name;
  guint64     size; /* how long it should be */
  guint64     done; /* how much was given out */
  gboolean    has_crc;
  guint32     crc_wanted;
  guint32     crc;

  guint64 next;      /* where the next bytes are in the file */
  guint64 n_waiting; /* how many bytes of it the file has from there on */

  z_stream *unpacker; /* NULL when it is not packed */
  guint8   *input;
  gboolean  is_ended; /* the packed data say that they end */
};

static gssize
refuse (const HbkPackageStream *self, const char *what, GError **error)
{
  hbk_package_fault_set (error, self->path, self->name, -1, HBK_ERROR_DAMAGED, what);
  return -1;
}

static gssize
read_bytes (HbkPackageStream *self, gpointer buffer, gsize length, GError **error)
{
  gsize  wanted = (gsize) MIN (length, self->n_waiting);
  gssize n = hbk_file_io_read (self->fd, buffer, wanted, self->next);

  if (n < 0)
    {
      hbk_file_io_set_source_error (error, self->path, errno);
      return -1;
    }
  if ((gsize) n < wanted)
    return refuse (self, _("It is cut off."), error);

  self->next += (guint64) n;
  self->n_waiting -= (guint64) n;
  return n;
}

/* One more byte than it should have may come out, which then is seen. */
static gssize
unpack (HbkPackageStream *self, gpointer buffer, gsize length, GError **error)
{
  z_stream *unpacker = self->unpacker;

  unpacker->next_out = buffer;
  unpacker->avail_out = (guint) length;
  while (unpacker->avail_out > 0 && !self->is_ended)
    {
      int result;

      if (unpacker->avail_in == 0)
        {
          gssize n = read_bytes (self, self->input, INPUT_SIZE, error);

          if (n < 0)
            return -1;
          unpacker->next_in = self->input;
          unpacker->avail_in = (guint) n;
        }

      result = inflate (unpacker, Z_NO_FLUSH);
      self->is_ended = result == Z_STREAM_END;
      if (result == Z_BUF_ERROR && unpacker->avail_in == 0 && self->n_waiting == 0)
        return refuse (self, _("It is cut off."), error);
      if (result == Z_MEM_ERROR)
        g_error ("there is no memory to unpack a file");
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
        return refuse (self, _("It cannot be unpacked."), error);
    }

  return (gssize) (length - unpacker->avail_out);
}

/* Nothing may come after what was promised, unpacked or packed. */
static gssize
check_end (HbkPackageStream *self, GError **error)
{
  guint8 more;
  gssize n = 0;

  if (self->unpacker != NULL && !self->is_ended)
    n = unpack (self, &more, 1, error);
  else if (self->unpacker == NULL && !self->has_crc)
    n = hbk_file_io_read (self->fd, &more, 1, self->next);
  if (n < 0)
    {
      if (self->unpacker == NULL)
        hbk_file_io_set_source_error (error, self->path, errno);
      return -1;
    }
  if (n > 0)
    return refuse (self, _("It is longer than it is said to be."), error);

  if (self->unpacker != NULL && (self->unpacker->avail_in > 0 || self->n_waiting > 0))
    return refuse (self, _("Something lies hidden behind it."), error);
  if (self->has_crc && self->crc != self->crc_wanted)
    return refuse (self, _("Its checksum is another: it is damaged."), error);

  return 0;
}

/**
 * hbk_package_stream_new_packed:
 * @fd: the ZIP, which stays the caller's and open
 * @entry: a file in it, which stays the caller's
 * @path: what to call the ZIP in messages, which stays the caller's
 *
 * Begins to read a file in a ZIP.
 *
 * Returns: (transfer full): the stream
 */
HbkPackageStream *
hbk_package_stream_new_packed (int fd, const HbkZipEntry *entry, const char *path)
{
  HbkPackageStream *self;

  g_return_val_if_fail (fd >= 0 && entry != NULL && !entry->is_folder && path != NULL, NULL);

  self = g_new0 (HbkPackageStream, 1);
  self->fd = fd;
  self->path = path;
  self->name = entry->name;
  self->size = entry->size;
  self->has_crc = TRUE;
  self->crc_wanted = entry->crc;
  self->next = entry->data;
  self->n_waiting = entry->packed_size;
  if (!entry->is_packed)
    return self;

  self->input = g_malloc (INPUT_SIZE);
  self->unpacker = g_new0 (z_stream, 1);
  if (inflateInit2 (self->unpacker, -MAX_WBITS) != Z_OK)
    g_error ("there is no memory to unpack a file");

  return self;
}

/**
 * hbk_package_stream_new_plain:
 * @fd: (transfer full): an ordinary file
 * @name: its name in the package, which stays the caller's
 * @size: how long it was when it was listed
 * @path: what to call the package in messages, which stays the caller's
 *
 * Begins to read a file of a package that is a folder.
 *
 * Returns: (transfer full): the stream
 */
HbkPackageStream *
hbk_package_stream_new_plain (int fd, const char *name, guint64 size, const char *path)
{
  HbkPackageStream *self;

  g_return_val_if_fail (fd >= 0 && name != NULL && path != NULL, NULL);

  self = g_new0 (HbkPackageStream, 1);
  self->fd = fd;
  self->owns_fd = TRUE;
  self->path = path;
  self->name = name;
  self->size = size;
  self->n_waiting = size;

  return self;
}

/**
 * hbk_package_stream_free:
 * @self: (transfer full): a stream
 *
 * Frees it.
 */
void
hbk_package_stream_free (HbkPackageStream *self)
{
  g_return_if_fail (self != NULL);

  if (self->unpacker != NULL)
    inflateEnd (self->unpacker);
  g_free (self->unpacker);
  g_free (self->input);
  if (self->owns_fd)
    close (self->fd);
  g_free (self);
}

/**
 * hbk_package_stream_read:
 * @self: a stream
 * @buffer: (out caller-allocates): where to put the bytes
 * @length: how many fit, at least 1
 * @cancellable: (nullable): what a person stops it with
 * @error: return location for an error
 *
 * Reads the next bytes. Only the 0 at the end says that all of them were right.
 *
 * Returns: how many bytes were read, 0 at the end, or -1 with HBK_ERROR_DAMAGED, HBK_ERROR_IO or HBK_ERROR_CANCELLED
 */
gssize
hbk_package_stream_read (HbkPackageStream *self, gpointer buffer, gsize length, GCancellable *cancellable, GError **error)
{
  gsize  wanted;
  gssize n;

  g_return_val_if_fail (self != NULL && buffer != NULL && length > 0, -1);

  if (hbk_file_io_is_cancelled (cancellable, error))
    return -1;
  if (self->done == self->size)
    return check_end (self, error);

  wanted = (gsize) MIN (MIN (length, self->size - self->done), G_MAXINT);
  n = self->unpacker != NULL ? unpack (self, buffer, wanted, error) : read_bytes (self, buffer, wanted, error);
  if (n == 0)
    return refuse (self, _("It is shorter than it is said to be."), error);
  if (n < 0)
    return -1;

  self->done += (guint64) n;
  if (self->has_crc)
    self->crc = (guint32) crc32_z (self->crc, buffer, (gsize) n);
  return n;
}
