/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-reply.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The words of the flags, by bit. */
static const char *const flag_words[] = {
  "text",
  "scripts",
  "attachments",
  "forms",
  "launch",
  "links",
  "signatures",
  "location",
};

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;

      data += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static void
append_flags (GString *reply, guint flags)
{
  const char *separator = "";

  g_string_append (reply, "flags=");
  for (guint i = 0; i < G_N_ELEMENTS (flag_words); i++)
    {
      if ((flags & (1U << i)) == 0)
        continue;

      g_string_append_printf (reply, "%s%s", separator, flag_words[i]);
      separator = " ";
    }
  g_string_append_c (reply, '\n');
}

static void
append_blob (GString *reply, const char *key, const char *data, gsize length)
{
  g_string_append_printf (reply, "%s=%" G_GSIZE_FORMAT "\n", key, length);
  g_string_append_len (reply, data, (gssize) length);
  g_string_append_c (reply, '\n');
}

/**
 * hbk_reply_begin:
 * @fd: where to write
 * @media_type: what the file is
 *
 * Writes the start of a reply, so that the caller knows what the file is even when it kills us.
 *
 * Returns: %TRUE when it was written
 */
gboolean
hbk_reply_begin (int fd, const char *media_type)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (media_type != NULL, FALSE);

  start = g_strdup_printf ("hourbook-inspection 1\ntype=%s\n", media_type);

  return write_all (fd, start, strlen (start));
}

/**
 * hbk_reply_finish:
 * @fd: where to write
 * @findings: what was found
 *
 * Writes the rest of a reply; the call that reads it says how it looks.
 *
 * Returns: %TRUE when it was written
 */
gboolean
hbk_reply_finish (int fd, const HbkFindings *findings)
{
  g_autoptr (GString) reply = NULL;
  const char *thumbnail = "";
  gsize       length = 0;

  g_return_val_if_fail (findings != NULL, FALSE);

  if (findings->thumbnail != NULL)
    thumbnail = g_bytes_get_data (findings->thumbnail, &length);

  reply = g_string_new (NULL);
  g_string_append_printf (reply, "problem=%s\npages=%u\nwidth=%u\nheight=%u\norientation=%u\n", findings->problem != NULL ? findings->problem : "none", findings->n_pages, findings->width, findings->height, findings->orientation);
  append_flags (reply, findings->flags);
  append_blob (reply, "title", findings->title != NULL ? findings->title->str : "", findings->title != NULL ? findings->title->len : 0);
  append_blob (reply, "text", findings->text != NULL ? findings->text->str : "", findings->text != NULL ? findings->text->len : 0);
  append_blob (reply, "thumbnail", thumbnail, length);
  g_string_append (reply, "end\n");

  return write_all (fd, reply->str, reply->len);
}
