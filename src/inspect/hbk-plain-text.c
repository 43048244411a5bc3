/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-plain-text.h"

#include <string.h>

#define MARK "\xef\xbb\xbf"

/* The longest character of UTF-8 and of GB18030. */
#define CHARACTER_MAX_BYTES 4

static gboolean
has_control_characters (const HbkView *start)
{
  for (gsize i = 0; i < start->size; i++)
    {
      guint8 byte = start->data[i];

      if ((byte < 0x20 && strchr ("\t\n\r\f", byte) == NULL) || byte == 0 || byte == 0x7f)
        return TRUE;
    }

  return FALSE;
}

/* UTF-8, whose last character may be cut off. */
static char *
read_utf8 (const char *text, gsize length, gboolean cut)
{
  const char *end;

  if (!g_utf8_validate_len (text, length, &end) && (!cut || (gsize) (text + length - end) >= CHARACTER_MAX_BYTES))
    return NULL;

  return g_strndup (text, (gsize) (end - text));
}

static char *
read_gb18030 (const char *text, gsize length, gboolean cut)
{
  gsize            read;
  g_autofree char *converted = g_convert (text, (gssize) length, "UTF-8", "GB18030", &read, NULL, NULL);

  return converted != NULL && (cut || read == length) ? g_steal_pointer (&converted) : NULL;
}

/**
 * hbk_plain_text_read:
 * @file: a file
 *
 * Reads the first text of a file in UTF-8 or, as older programs in China write it, in GB18030.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, or %NULL when the file is no text
 */
char *
hbk_plain_text_read (const HbkView *file)
{
  HbkView     start;
  const char *text;
  gsize       length;
  char       *read;

  g_return_val_if_fail (file != NULL, NULL);

  start = hbk_view_slice (file, 0, HBK_FINDINGS_MAX_TEXT);
  if (start.size == 0 || has_control_characters (&start))
    return NULL;

  text = (const char *) start.data;
  length = start.size;
  if (hbk_view_has (&start, 0, MARK, strlen (MARK)))
    {
      text += strlen (MARK);
      length -= strlen (MARK);
    }

  read = read_utf8 (text, length, start.size < file->size);

  return read != NULL ? read : read_gb18030 (text, length, start.size < file->size);
}
