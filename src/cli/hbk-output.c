/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-output.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-columns.h"

/* Where no terminal says how wide a line is. */
#define WIDTH_USUAL 100

/* On a wider terminal long lines would be hard to read, on a narrower one nothing could be set in columns. */
#define WIDTH_MAX 120
#define WIDTH_MIN 40

struct _HbkOutput
{
  GString *text;
  int      width;
  gboolean is_verbatim; /* JSON and files, which are the same in every locale */
};

/**
 * hbk_output_new:
 * @width: columns of a line
 *
 * Makes an empty output.
 *
 * Returns: (transfer full): the output
 */
HbkOutput *
hbk_output_new (int width)
{
  HbkOutput *self = g_new0 (HbkOutput, 1);

  self->text = g_string_sized_new (4096);
  self->width = width;

  return self;
}

/**
 * hbk_output_free:
 * @self: (transfer full) (nullable): an output
 *
 * Frees an output and what was not written.
 */
void
hbk_output_free (HbkOutput *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * hbk_output_get_width:
 * @self: an output
 *
 * Gets how wide a line is.
 *
 * Returns: the columns
 */
int
hbk_output_get_width (const HbkOutput *self)
{
  return self->width;
}

/**
 * hbk_output_line:
 * @self: an output
 * @text: a text
 *
 * Prints one line. What a terminal would obey instead of showing becomes visible, whoever wrote it.
 */
void
hbk_output_line (HbkOutput *self, const char *text)
{
  g_autofree char *clean = hbk_text_escape (text, -1, G_MAXUINT);

  g_string_append (self->text, clean);
  g_string_append_c (self->text, '\n');
}

/**
 * hbk_output_printf:
 * @self: an output
 * @format: a printf format
 * @...: its arguments
 *
 * Prints one line that is put together.
 */
void
hbk_output_printf (HbkOutput *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  hbk_output_line (self, text);
}

/**
 * hbk_output_wrapped:
 * @self: an output
 * @first_prefix: what stands before the first line
 * @prefix: what stands before the others
 * @text: a text
 *
 * Prints a text over as many lines as it needs.
 */
void
hbk_output_wrapped (HbkOutput *self, const char *first_prefix, const char *prefix, const char *text)
{
  g_autofree char *clean = hbk_text_escape (text, -1, G_MAXUINT);
  const char      *rest = clean;
  const char      *begin = first_prefix;

  do
    {
      const char *end = hbk_columns_break (rest, MAX (self->width - hbk_columns_width (begin), WIDTH_MIN / 2));

      g_string_append (self->text, begin);
      g_string_append_len (self->text, rest, end - rest);
      while (self->text->len > 0 && self->text->str[self->text->len - 1] == ' ')
        g_string_truncate (self->text, self->text->len - 1);
      g_string_append_c (self->text, '\n');
      rest = end + strspn (end, " ");
      begin = prefix;
    }
  while (*rest != '\0');
}

/* Inside a JSON text these stand in strings only, where \u says the same. */
static gboolean
is_unseen (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;

    default:
      return FALSE;
    }
}

static void
append_unit (GString *text, gunichar c)
{
  if (c < 0x10000)
    g_string_append_printf (text, "\\u%04x", c);
  else
    g_string_append_printf (text, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
}

/**
 * hbk_output_json:
 * @self: an output
 * @writer: what was written
 *
 * Prints JSON. What a terminal would obey instead of showing is written with \u.
 */
void
hbk_output_json (HbkOutput *self, HbkJsonWriter *writer)
{
  g_autoptr (GBytes) bytes = hbk_json_writer_finish (writer);
  gsize       length;
  const char *run = g_bytes_get_data (bytes, &length);
  const char *end = run + length;

  self->is_verbatim = TRUE;
  for (const char *c = run; c < end; c = g_utf8_next_char (c))
    {
      /* The line ends that set the JSON out are no such thing. */
      if ((guchar) *c < 0x7f || !is_unseen (g_utf8_get_char (c)))
        continue;

      g_string_append_len (self->text, run, c - run);
      append_unit (self->text, g_utf8_get_char (c));
      run = g_utf8_next_char (c);
    }
  g_string_append_len (self->text, run, end - run);
}

/**
 * hbk_output_bytes:
 * @self: an output
 * @bytes: a file
 *
 * Prints a file as it is.
 */
void
hbk_output_bytes (HbkOutput *self, GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  self->is_verbatim = TRUE;
  g_string_append_len (self->text, data, (gssize) length);
}

static gboolean
write_all (int fd, const char *text, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;

      text += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/**
 * hbk_output_write:
 * @self: an output
 * @fd: where to write, which is closed, for some disks say only then that they are full
 * @error: return location for an error
 *
 * Writes what was printed, in the encoding of the locale.
 *
 * Returns: %FALSE with HBK_ERROR_IO when it could not be written
 */
gboolean
hbk_output_write (HbkOutput *self, int fd, GError **error)
{
  g_autofree char *converted = NULL;
  const char      *charset;
  gboolean         is_written;

  if (self->text->len == 0)
    return TRUE;

  if (!self->is_verbatim && !g_get_charset (&charset))
    converted = g_convert_with_fallback (self->text->str, (gssize) self->text->len, charset, "UTF-8", NULL, NULL, NULL, NULL);
  if (converted != NULL)
    is_written = write_all (fd, converted, strlen (converted));
  else
    is_written = write_all (fd, self->text->str, self->text->len);

  if (!is_written || close (fd) != 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("The result cannot be written: %s. Write it to another place."), g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

/**
 * hbk_output_find_width:
 * @fd: where will be written
 *
 * Finds how wide a line may be: as the terminal is, or 100 columns where there is none.
 *
 * Returns: the columns
 */
int
hbk_output_find_width (int fd)
{
  struct winsize size;

  if (!isatty (fd) || ioctl (fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return WIDTH_USUAL;

  return CLAMP (size.ws_col, WIDTH_MIN, WIDTH_MAX);
}
