/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-zip-index.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "disk/hbk-file-io.h"
#include "submission/hbk-entry-name.h"
#include "submission/hbk-entry-set.h"
#include "submission/hbk-package-fault.h"
#include "submission/hbk-zip-end.h"
#include "submission/hbk-zip-header.h"

#define MEBIBYTE (1024 * 1024)

/* Enough for the most entries with the longest names, and more than is left for comments to hide something in. */
#define DIRECTORY_MAX (32 * MEBIBYTE)

/* How many bytes one byte of the ZIP may stand for, in a file larger than this. */
#define RATIO_MAX 200
#define RATIO_FREE MEBIBYTE

#define STORED 0
#define DEFLATED 8

#define FLAG_ENCRYPTED (1 << 0)
#define FLAGS_DEFLATE (3 << 1)
#define FLAG_DESCRIPTOR (1 << 3)
#define FLAG_STRONG_ENCRYPTION (1 << 6)
#define FLAG_UTF8 (1 << 11)
#define FLAG_MASKED (1 << 13)
#define FLAGS_ENCRYPTED (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED)
#define FLAGS_KNOWN (FLAGS_DEFLATE | FLAG_DESCRIPTOR | FLAG_UTF8)

#define DATA_DESCRIPTOR 0x08074b50

/* Attributes of DOS and Windows, in the lower half; those of Unix are in the upper. */
#define DOS_LABEL 0x08
#define DOS_FOLDER 0x10
#define DOS_DEVICE 0x40
#define DOS_LINK 0x400

/* What is in the directory, while the entry itself has not been looked at. */
typedef struct
{
  HbkZipEntry entry;
  guint16     flags;
  guint16     method;
  guint64     offset; /* of its local header */
  guint64     end;    /* of its data */
} Listed;

struct _HbkZipIndex
{
  HbkZipFile file;
  GArray    *listed;
};

static gboolean
refuse (const HbkZipIndex *self, const char *name, gssize length, HbkError code, const char *what, GError **error)
{
  return hbk_package_fault_set (error, self->file.path, name, length, code, what);
}

static void
clear_listed (gpointer data)
{
  g_free (((Listed *) data)->entry.name);
}

/* ---- The directory ---- */

static const char *
check_kind (const HbkZipHeader *header, gboolean is_folder)
{
  guint mode = header->attributes >> 16;
  guint type = mode & S_IFMT;

  if ((type != 0 && type != S_IFREG && type != S_IFDIR) || (header->attributes & (DOS_LABEL | DOS_DEVICE | DOS_LINK)) != 0)
    return _("It is a link or a device.");
  if ((type == S_IFREG && is_folder) || ((type == S_IFDIR || (header->attributes & DOS_FOLDER) != 0) && !is_folder))
    return _("It is told to be a file and a folder.");
  if (is_folder && (header->size != 0 || header->packed_size != 0 || header->crc != 0))
    return _("It is a folder with contents.");

  return NULL;
}

static const char *
check_packing (const HbkZipHeader *header, HbkError *code)
{
  *code = HBK_ERROR_UNKNOWN;
  if (header->disk != 0)
    return _("It lies in another part of several.");
  if ((header->flags & FLAGS_ENCRYPTED) != 0)
    return _("It is encrypted.");
  if (header->method != STORED && header->method != DEFLATED)
    return _("It is packed in a way that Hourbook does not unpack.");
  if ((header->flags & ~FLAGS_KNOWN) != 0)
    return _("It has marks that Hourbook does not know.");

  *code = HBK_ERROR_DAMAGED;
  if (header->method == STORED && header->size != header->packed_size)
    return _("Its size is not what it is said to be.");

  *code = HBK_ERROR_LIMIT;
  if (header->size > HBK_PACKAGE_MAX_FILE)
    return _("It is larger than Hourbook takes.");
  if (header->size > RATIO_FREE && header->size / RATIO_MAX > header->packed_size)
    return _("It would grow beyond all measure.");

  return NULL;
}

/* Names come last: a name that is no UTF-8 is only wrong when the entry is one that is taken at all. */
static const char *
check_name (const HbkZipHeader *header, gboolean *is_folder, HbkError *code)
{
  gsize length = header->name_length;

  *is_folder = length > 0 && header->name[length - 1] == '/';
  *code = HBK_ERROR_VALUE;
  if ((header->flags & FLAG_UTF8) == 0)
    for (gsize i = 0; i < length; i++)
      if (((guint8) header->name[i]) >= 0x80)
        return _("The encoding of the name is not told.");

  return hbk_entry_name_check (header->name, *is_folder ? length - 1 : length, code);
}

static gboolean
list_entry (HbkZipIndex *self, HbkEntrySet *names, const HbkZipHeader *header, guint64 *total, GError **error)
{
  g_autofree char *clash = NULL;
  Listed           listed = { 0 };
  HbkError         code;
  gboolean         is_folder;
  const char      *what = check_packing (header, &code);

  if (what == NULL)
    what = check_name (header, &is_folder, &code);
  if (what == NULL)
    {
      code = HBK_ERROR_VALUE;
      what = check_kind (header, is_folder);
    }
  if (what == NULL)
    {
      *total += header->size;
      code = HBK_ERROR_LIMIT;
      what = *total > HBK_PACKAGE_MAX_TOTAL ? _("With it the package is larger than Hourbook takes.") : NULL;
    }
  if (what != NULL)
    return refuse (self, header->name, (gssize) header->name_length, code, what, error);

  listed.entry.name = g_strndup (header->name, is_folder ? header->name_length - 1 : header->name_length);
  listed.entry.is_folder = is_folder;
  listed.entry.is_packed = header->method == DEFLATED;
  listed.entry.crc = header->crc;
  listed.entry.packed_size = header->packed_size;
  listed.entry.size = header->size;
  listed.flags = header->flags;
  listed.method = header->method;
  listed.offset = header->offset;
  g_array_append_val (self->listed, listed);

  clash = hbk_entry_set_add (names, listed.entry.name, is_folder, &code);
  return clash == NULL || refuse (self, header->name, (gssize) header->name_length, code, clash, error);
}

static gboolean
list_entries (HbkZipIndex *self, const HbkZipEnd *end, GError **error)
{
  g_autoptr (HbkEntrySet) names = hbk_entry_set_new ();
  g_autofree guint8 *directory = g_malloc ((gsize) end->size + 1);
  guint64            total = 0;
  gsize              done = 0;

  if (!hbk_zip_file_read (&self->file, directory, (gsize) end->size, end->offset, error))
    return FALSE;

  for (guint64 i = 0; i < end->n_entries; i++)
    {
      HbkZipHeader header;
      const char  *what = hbk_zip_header_read_central (&header, directory + done, (gsize) end->size - done);

      if (what != NULL)
        return refuse (self, header.name, (gssize) header.name_length, HBK_ERROR_DAMAGED, what, error);
      if (!list_entry (self, names, &header, &total, error))
        return FALSE;
      done += header.length;
    }

  return done == end->size || refuse (self, NULL, 0, HBK_ERROR_DAMAGED, _("Its directory has more than the entries it counts."), error);
}

/* ---- The entries ---- */

static const char *
compare_headers (const Listed *listed, const HbkZipHeader *local)
{
  const HbkZipEntry *entry = &listed->entry;
  gboolean           is_later = (listed->flags & FLAG_DESCRIPTOR) != 0;
  gsize              length = strlen (entry->name);

  if (local->name_length != length + (entry->is_folder ? 1 : 0) || memcmp (local->name, entry->name, length) != 0 || (entry->is_folder && local->name[length] != '/'))
    return _("Its two headers tell different names.");
  if (local->method != listed->method || local->flags != listed->flags)
    return _("Its two headers tell different ways of packing.");

  /* What the writer did not know yet stands behind the data. */
  if (local->crc != entry->crc && !(is_later && local->crc == 0))
    return _("Its two headers tell different checksums.");
  if ((local->size != entry->size && !(is_later && local->size == 0)) || (local->packed_size != entry->packed_size && !(is_later && local->packed_size == 0)))
    return _("Its two headers tell different sizes.");

  return NULL;
}

static gboolean
read_local (HbkZipIndex *self, Listed *listed, GError **error)
{
  g_autofree guint8 *bytes = NULL;
  guint8             start[HBK_ZIP_LOCAL_HEADER_SIZE];
  HbkZipHeader       header;
  const char        *what;
  gsize              length;

  if (!hbk_zip_file_read (&self->file, start, sizeof start, listed->offset, error))
    return FALSE;

  length = hbk_zip_header_get_local_length (start);
  if (length == 0)
    return refuse (self, listed->entry.name, -1, HBK_ERROR_DAMAGED, _("It is not where the directory says."), error);

  bytes = g_malloc (length);
  if (!hbk_zip_file_read (&self->file, bytes, length, listed->offset, error))
    return FALSE;

  /* Read once more, the file may be another by now. */
  what = hbk_zip_header_get_local_length (bytes) == length ? hbk_zip_header_read_local (&header, bytes) : _("Its header is damaged.");
  if (what == NULL)
    what = compare_headers (listed, &header);
  if (what != NULL)
    return refuse (self, listed->entry.name, -1, HBK_ERROR_DAMAGED, what, error);

  listed->entry.data = listed->offset + length;
  if (listed->entry.packed_size > self->file.size - listed->entry.data)
    return refuse (self, listed->entry.name, -1, HBK_ERROR_DAMAGED, _("It overlaps what comes behind it."), error);

  listed->end = listed->entry.data + listed->entry.packed_size;
  return TRUE;
}

/* Its length tells its form, as nothing else may lie between two entries. */
static const char *
check_descriptor (const Listed *listed, const guint8 *bytes, guint64 length)
{
  gboolean      is_marked = length == 16 || length == 24;
  gboolean      is_long = length == 20 || length == 24;
  const guint8 *numbers = is_marked ? bytes + 4 : bytes;
  guint64       packed_size = is_long ? hbk_zip_get_64 (numbers + 4) : hbk_zip_get_32 (numbers + 4);
  guint64       size = is_long ? hbk_zip_get_64 (numbers + 12) : hbk_zip_get_32 (numbers + 8);

  if (is_marked && hbk_zip_get_32 (bytes) != DATA_DESCRIPTOR)
    return _("Something lies hidden behind it.");
  if (hbk_zip_get_32 (numbers) != listed->entry.crc || packed_size != listed->entry.packed_size || size != listed->entry.size)
    return _("What is told behind it differs from the directory.");

  return NULL;
}

static gboolean
check_gap (HbkZipIndex *self, const Listed *listed, guint64 next, GError **error)
{
  guint64     length = next - listed->end;
  guint8      bytes[24];
  const char *what = NULL;

  if (next < listed->end)
    what = _("It overlaps what comes behind it.");
  else if ((listed->flags & FLAG_DESCRIPTOR) == 0 && length > 0)
    what = _("Something lies hidden behind it.");
  else if ((listed->flags & FLAG_DESCRIPTOR) != 0 && length != 12 && length != 16 && length != 20 && length != 24)
    what = length == 0 ? _("What should be told behind it is missing.") : _("Something lies hidden behind it.");
  else if ((listed->flags & FLAG_DESCRIPTOR) != 0)
    {
      if (!hbk_zip_file_read (&self->file, bytes, (gsize) length, listed->end, error))
        return FALSE;
      what = check_descriptor (listed, bytes, length);
    }

  return what == NULL || refuse (self, listed->entry.name, -1, HBK_ERROR_DAMAGED, what, error);
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  guint64 first = (*(const Listed *const *) a)->offset;
  guint64 second = (*(const Listed *const *) b)->offset;

  return first < second ? -1 : first > second;
}

/* Every byte from the beginning to the directory belongs to exactly one entry. */
static gboolean
check_layout (HbkZipIndex *self, guint64 directory, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const Listed *last;

  for (guint i = 0; i < self->listed->len; i++)
    g_ptr_array_add (sorted, &g_array_index (self->listed, Listed, i));
  g_ptr_array_sort (sorted, compare_offsets);

  last = sorted->len > 0 ? g_ptr_array_index (sorted, sorted->len - 1) : NULL;
  if (last != NULL && last->offset >= directory)
    return refuse (self, last->entry.name, -1, HBK_ERROR_DAMAGED, _("It is not where the directory says."), error);
  if ((last != NULL ? ((const Listed *) g_ptr_array_index (sorted, 0))->offset : directory) != 0)
    return refuse (self, NULL, 0, HBK_ERROR_DAMAGED, _("Something lies hidden before its first entry."), error);

  for (guint i = 0; i < sorted->len; i++)
    {
      Listed *listed = g_ptr_array_index (sorted, i);
      guint64 next = i + 1 < sorted->len ? ((const Listed *) g_ptr_array_index (sorted, i + 1))->offset : directory;

      if (!read_local (self, listed, error) || !check_gap (self, listed, next, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_index (HbkZipIndex *self, GError **error)
{
  struct stat status;
  HbkZipEnd   end;

  if (fstat (self->file.fd, &status) != 0)
    {
      hbk_file_io_set_source_error (error, self->file.path, errno);
      return FALSE;
    }

  self->file.size = (guint64) status.st_size;
  if (!hbk_zip_end_find (&self->file, &end, error))
    return FALSE;
  if (end.n_entries > HBK_PACKAGE_MAX_ENTRIES)
    return refuse (self, NULL, 0, HBK_ERROR_LIMIT, _("It has more files than Hourbook takes."), error);
  if (end.size > DIRECTORY_MAX)
    return refuse (self, NULL, 0, HBK_ERROR_LIMIT, _("Its directory is larger than Hourbook takes."), error);

  return list_entries (self, &end, error) && check_layout (self, end.offset, error);
}

/**
 * hbk_zip_index_new:
 * @fd: an ordinary file, which stays the caller's
 * @path: what to call it in messages
 * @error: return location for an error
 *
 * Reads what is in a ZIP that anybody may have made, and refuses one that programs could read in more than one way, that holds anything
 * besides its files, or a file that is no plain one or has a name that does harm. Nothing is unpacked yet.
 *
 * Returns: (transfer full): the index, or %NULL with HBK_ERROR_FORMAT when this is no ZIP, HBK_ERROR_DAMAGED when it contradicts itself,
 *   HBK_ERROR_UNKNOWN when it uses what Hourbook does not take, HBK_ERROR_VALUE for a name or a kind of file that does harm,
 *   HBK_ERROR_DUPLICATE for names that could be taken for one, HBK_ERROR_LIMIT or HBK_ERROR_IO
 */
HbkZipIndex *
hbk_zip_index_new (int fd, const char *path, GError **error)
{
  g_autoptr (HbkZipIndex) self = NULL;

  g_return_val_if_fail (fd >= 0 && path != NULL, NULL);

  self = g_new0 (HbkZipIndex, 1);
  self->file.fd = fd;
  self->file.path = path;
  self->listed = g_array_new (FALSE, FALSE, sizeof (Listed));
  g_array_set_clear_func (self->listed, clear_listed);

  if (!read_index (self, error))
    return NULL;

  /* Neither is needed any more, nor is it known how long they stay. */
  self->file.fd = -1;
  self->file.path = NULL;
  return g_steal_pointer (&self);
}

/**
 * hbk_zip_index_free:
 * @self: (transfer full): an index
 *
 * Frees it.
 */
void
hbk_zip_index_free (HbkZipIndex *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->listed);
  g_free (self);
}

/**
 * hbk_zip_index_get_n_entries:
 * @self: an index
 *
 * Gets how many files and folders there are.
 *
 * Returns: how many
 */
guint
hbk_zip_index_get_n_entries (const HbkZipIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->listed->len;
}

/**
 * hbk_zip_index_get_entry:
 * @self: an index
 * @position: which, from 0
 *
 * Gets a file or folder, in the order of the directory.
 *
 * Returns: the entry, owned by @self
 */
const HbkZipEntry *
hbk_zip_index_get_entry (const HbkZipIndex *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->listed->len, NULL);

  return &g_array_index (self->listed, Listed, position).entry;
}
