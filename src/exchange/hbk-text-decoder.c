/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-text-decoder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"

static const struct
{
  const char *name;
  const char *mark;
  gsize       mark_length;
} encodings[] = {
  [HBK_ENCODING_ANY] = { "any", "", 0 },
  [HBK_ENCODING_UTF_8] = { "utf-8", "\xef\xbb\xbf", 3 },
  [HBK_ENCODING_GB18030] = { "gb18030", "\x84\x31\x95\x33", 4 },
  [HBK_ENCODING_UTF_16LE] = { "utf-16le", "\xff\xfe", 2 },
  [HBK_ENCODING_UTF_16BE] = { "utf-16be", "\xfe\xff", 2 },
};

/* Other names that people know them by. */
static const struct
{
  const char *name;
  HbkEncoding encoding;
} aliases[] = {
  { "utf8", HBK_ENCODING_UTF_8 },
  { "gbk", HBK_ENCODING_GB18030 },
  { "gb2312", HBK_ENCODING_GB18030 },
  { "cp936", HBK_ENCODING_GB18030 },
  { "utf-16", HBK_ENCODING_UTF_16LE },
};

static gboolean
has_mark (const char *data, gsize length, HbkEncoding encoding)
{
  gsize mark_length = encodings[encoding].mark_length;

  return mark_length > 0 && length >= mark_length && memcmp (data, encodings[encoding].mark, mark_length) == 0;
}

static gboolean
is_utf_16 (HbkEncoding encoding)
{
  return encoding == HBK_ENCODING_UTF_16LE || encoding == HBK_ENCODING_UTF_16BE;
}

static HbkEncoding
find_encoding (const char *data, gsize length)
{
  for (HbkEncoding encoding = HBK_ENCODING_UTF_8; encoding <= HBK_ENCODING_UTF_16BE; encoding++)
    {
      if (has_mark (data, length, encoding))
        return encoding;
    }

  return g_utf8_validate (data, (gssize) length, NULL) ? HBK_ENCODING_UTF_8 : HBK_ENCODING_GB18030;
}

static gboolean
set_bytes_error (GError **error, HbkEncoding encoding, gsize offset)
{
  /* Translators: the first is the number of a byte, counted from 0, the second an encoding such as gb18030. */
  g_set_error (error, HBK_ERROR, HBK_ERROR_SYNTAX, _("At byte %1$u, the file is not text in the encoding %2$s. Save it as UTF-8, or name the encoding it is in."), (guint) offset, encodings[encoding].name);

  return FALSE;
}

/* A file of another kind is known by its NUL bytes; no text has them. */
static gboolean
refuse_nul (const char *data, gsize length, gsize skipped, HbkEncoding encoding, GError **error)
{
  const char *nul = NULL;

  if (!is_utf_16 (encoding))
    nul = memchr (data, '\0', length);
  else
    {
      for (gsize i = 0; i + 1 < length && nul == NULL; i += 2)
        {
          if (data[i] == '\0' && data[i + 1] == '\0')
            nul = data + i;
        }
    }

  if (nul == NULL)
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_SYNTAX, _("Byte %u of the file is a NUL, which no text has. Save the table as XLSX or as CSV in UTF-8, or name the encoding it is in."), (guint) (skipped + (gsize) (nul - data)));

  return FALSE;
}

static char *
convert (const char *data, gsize length, gsize skipped, HbkEncoding encoding, gsize *written, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) problem = NULL;
  gsize n_read = 0;

  text = g_convert (data, (gssize) length, "UTF-8", encodings[encoding].name, &n_read, written, &problem);
  if (text == NULL)
    {
      set_bytes_error (error, encoding, skipped + n_read);
      return NULL;
    }

  /* What was left unfinished at the end is not said by an error, only by what was read. */
  if (n_read < length || !g_utf8_validate (text, (gssize) *written, NULL))
    {
      set_bytes_error (error, encoding, skipped + n_read);
      return NULL;
    }

  return g_steal_pointer (&text);
}

/**
 * hbk_encoding_to_name:
 * @encoding: an encoding
 *
 * Names an encoding, as a person gives it.
 *
 * Returns: the name, such as `gb18030`
 */
const char *
hbk_encoding_to_name (HbkEncoding encoding)
{
  g_return_val_if_fail (encoding <= HBK_ENCODING_UTF_16BE, NULL);

  return encodings[encoding].name;
}

/**
 * hbk_encoding_from_name:
 * @name: a name, in any case, such as `utf-8` or `GBK`
 * @encoding: (out): the encoding
 *
 * Finds an encoding by one of its names.
 *
 * Returns: %FALSE when there is none of this name
 */
gboolean
hbk_encoding_from_name (const char *name, HbkEncoding *encoding)
{
  g_return_val_if_fail (name != NULL && encoding != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      if (g_ascii_strcasecmp (name, encodings[i].name) == 0)
        {
          *encoding = (HbkEncoding) i;
          return TRUE;
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      if (g_ascii_strcasecmp (name, aliases[i].name) == 0)
        {
          *encoding = aliases[i].encoding;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * hbk_text_decode:
 * @bytes: the bytes of a text file, less than 4 GiB
 * @wanted: the encoding it is in, or %HBK_ENCODING_ANY to find out
 * @found: (out) (optional): the encoding it was read in
 * @length: (out) (optional): the length of the text in bytes
 * @error: where to put a #GError, or %NULL
 *
 * Turns the bytes of a text file into UTF-8.
 *
 * Unless told, it is in the encoding its mark says; without a mark in UTF-8 when the bytes are valid UTF-8, else in GB18030.
 * Nothing is replaced or left out except the mark: bytes that are not text in the encoding, and NUL, are refused with
 * %HBK_ERROR_SYNTAX and their offset.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with @error set
 */
char *
hbk_text_decode (GBytes *bytes, HbkEncoding wanted, HbkEncoding *found, gsize *length, GError **error)
{
  HbkEncoding encoding = wanted;
  const char *data;
  char       *text;
  const char *end;
  gsize       size, skipped = 0, written = 0;

  g_return_val_if_fail (bytes != NULL && wanted <= HBK_ENCODING_UTF_16BE && g_bytes_get_size (bytes) <= G_MAXUINT, NULL);

  data = g_bytes_get_data (bytes, &size);
  /* Without bytes there is no address either, which the functions below would not take. */
  if (size == 0)
    data = "";
  if (encoding == HBK_ENCODING_ANY)
    encoding = find_encoding (data, size);
  if (has_mark (data, size, encoding))
    skipped = encodings[encoding].mark_length;
  if (found != NULL)
    *found = encoding;

  data += skipped;
  size -= skipped;
  if (!refuse_nul (data, size, skipped, encoding, error))
    return NULL;

  if (encoding != HBK_ENCODING_UTF_8)
    text = convert (data, size, skipped, encoding, &written, error);
  else if (g_utf8_validate (data, (gssize) size, &end))
    {
      text = g_strndup (data, size);
      written = size;
    }
  else
    {
      set_bytes_error (error, encoding, skipped + (gsize) (end - data));
      return NULL;
    }

  if (text != NULL && length != NULL)
    *length = written;

  return text;
}
