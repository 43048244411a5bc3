/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-path.h"

#include "base/hbk-text.h"

#include <string.h>

/* Longer keys are shortened, so that a hostile file cannot fill the screen. */
#define KEY_MAX_CHARS 40

static gboolean
is_plain (const char *key, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (key[i]) && key[i] != '_' && key[i] != '-')
        return FALSE;
    }

  return length > 0 && length <= KEY_MAX_CHARS;
}

/**
 * hbk_json_path_append_key:
 * @path: the path of an object, such as `$.records[3]`
 * @key: the key of one of its members, unescaped
 * @length: the length of @key in bytes, or -1 when it ends with NUL
 *
 * Goes one step down to a member: `.days` for plain keys, `["课 时"]` for others.
 *
 * Control characters in the key are escaped and long keys shortened.
 */
void
hbk_json_path_append_key (GString *path, const char *key, gssize length)
{
  gsize n;

  g_return_if_fail (path != NULL && key != NULL);

  n = length < 0 ? strlen (key) : (gsize) length;

  if (is_plain (key, n))
    {
      g_string_append_c (path, '.');
      g_string_append_len (path, key, n);
    }
  else
    {
      g_autofree char *shown = hbk_text_escape (key, n, KEY_MAX_CHARS);

      g_string_append (path, "[\"");
      for (const char *p = shown; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (path, '\\');
          g_string_append_c (path, *p);
        }
      g_string_append (path, "\"]");
    }
}

/**
 * hbk_json_path_append_index:
 * @path: the path of an array, such as `$.records`
 * @position: the position of one of its elements, from 0
 *
 * Goes one step down to an element.
 */
void
hbk_json_path_append_index (GString *path, guint position)
{
  g_return_if_fail (path != NULL);

  g_string_append_printf (path, "[%u]", position);
}
