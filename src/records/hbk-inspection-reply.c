/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-inspection-reply.h"

#include <string.h>

#define MAGIC "hourbook-inspection 1"

/* Without its line end; the longest that can be right is that of all flags. */
#define LINE_MAX_BYTES 128

/* Far beyond all pictures and papers, and safe to multiply in 64 bits. */
#define COUNT_MAX 100000000

#define THUMBNAIL_MAX_SIDE 2048

/* Of a PNG: its signature, then the length and the name of the first chunk, then the two sides. */
#define PNG_HEAD_BYTES 24

/* A place in a reply; what is read behind the end is not there. */
typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static const char *const media_types[] = {
  "application/msword",
  "application/octet-stream",
  "application/ofd",
  "application/pdf",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  "application/vnd.oasis.opendocument.presentation",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/x-ole-storage",
  "application/zip",
  "image/avif",
  "image/bmp",
  "image/gif",
  "image/heic",
  "image/jpeg",
  "image/png",
  "image/tiff",
  "image/webp",
  "text/plain",
};

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

static void
cursor_init (Cursor *cursor, GBytes *bytes)
{
  gsize size;

  cursor->at = g_bytes_get_data (bytes, &size);
  cursor->end = cursor->at + size;
}

/* Copies the next line into a buffer. It is plain ASCII. */
static gboolean
read_line (Cursor *cursor, char line[LINE_MAX_BYTES + 1])
{
  gsize       left = (gsize) (cursor->end - cursor->at);
  const char *end = left > 0 ? memchr (cursor->at, '\n', MIN (left, LINE_MAX_BYTES + 1)) : NULL;
  gsize       length;

  if (end == NULL)
    return FALSE;

  length = (gsize) (end - cursor->at);
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isprint (cursor->at[i]))
        return FALSE;
    }

  memcpy (line, cursor->at, length);
  line[length] = '\0';
  cursor->at = end + 1;

  return TRUE;
}

static gboolean
read_exactly (Cursor *cursor, const char *expected)
{
  char line[LINE_MAX_BYTES + 1];

  return read_line (cursor, line) && g_str_equal (line, expected);
}

/* The next line is "key=value". */
static gboolean
read_value (Cursor *cursor, const char *key, char value[LINE_MAX_BYTES + 1])
{
  char  line[LINE_MAX_BYTES + 1];
  gsize length = strlen (key);

  if (!read_line (cursor, line) || strncmp (line, key, length) != 0 || line[length] != '=')
    return FALSE;

  g_strlcpy (value, line + length + 1, LINE_MAX_BYTES + 1);

  return TRUE;
}

/* Digits without a sign, spaces or zeros before them. */
static gboolean
read_count (Cursor *cursor, const char *key, guint max, guint *count)
{
  char    value[LINE_MAX_BYTES + 1];
  guint64 number = 0;

  if (!read_value (cursor, key, value) || *value == '\0' || (*value == '0' && value[1] != '\0'))
    return FALSE;

  for (const char *c = value; *c != '\0'; c++)
    {
      if (!g_ascii_isdigit (*c))
        return FALSE;

      number = number * 10 + (guint64) (*c - '0');
      if (number > max)
        return FALSE;
    }

  *count = (guint) number;
  return TRUE;
}

static gboolean
read_media_type (Cursor *cursor, const char **media_type)
{
  char value[LINE_MAX_BYTES + 1];

  if (!read_value (cursor, "type", value))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (media_types); i++)
    {
      if (g_str_equal (value, media_types[i]))
        {
          *media_type = media_types[i];
          return TRUE;
        }
    }

  return FALSE;
}

/* Only what the helper itself can know. */
static gboolean
read_problem (Cursor *cursor, HbkInspectionProblem *problem)
{
  char value[LINE_MAX_BYTES + 1];

  return read_value (cursor, "problem", value) && hbk_inspection_problem_from_nick (value, problem) && *problem != HBK_INSPECTION_PROBLEM_CRASHED && *problem != HBK_INSPECTION_PROBLEM_TIMED_OUT;
}

/* Words in their order, one space between them. */
static gboolean
read_flags (Cursor *cursor, HbkInspectionFlags *flags)
{
  char        value[LINE_MAX_BYTES + 1];
  const char *rest = value;
  guint       bits = 0;

  if (!read_value (cursor, "flags", value))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (flag_words); i++)
    {
      gsize length = strlen (flag_words[i]);

      if (strncmp (rest, flag_words[i], length) != 0 || (rest[length] != ' ' && rest[length] != '\0'))
        continue;

      bits |= 1U << i;
      rest += length;
      if (*rest == '\0')
        break;
      rest++;
    }

  *flags = (HbkInspectionFlags) bits;
  return *rest == '\0' && (rest == value || rest[-1] != ' ');
}

/* The next line is "key=length", then come so many bytes and a line end. */
static gboolean
read_blob (Cursor *cursor, const char *key, guint max_bytes, const char **data, guint *length)
{
  if (!read_count (cursor, key, max_bytes, length) || (gsize) (cursor->end - cursor->at) <= *length)
    return FALSE;

  *data = cursor->at;
  cursor->at += *length;

  return *cursor->at++ == '\n';
}

static gboolean
read_text (Cursor *cursor, const char *key, guint max_bytes, char **text)
{
  const char *data;
  guint       length;

  if (!read_blob (cursor, key, max_bytes, &data, &length) || !g_utf8_validate_len (data, length, NULL))
    return FALSE;

  *text = length > 0 ? g_strndup (data, length) : NULL;
  return TRUE;
}

static guint32
big_endian (const char *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean
is_thumbnail (const char *data, guint length)
{
  if (length < PNG_HEAD_BYTES || memcmp (data, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) != 0)
    return FALSE;

  for (guint at = 16; at < PNG_HEAD_BYTES; at += 4)
    {
      guint32 side = big_endian (data + at);

      if (side == 0 || side > THUMBNAIL_MAX_SIDE)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_thumbnail (Cursor *cursor, GBytes **thumbnail)
{
  const char *data;
  guint       length;

  if (!read_blob (cursor, "thumbnail", HBK_INSPECTION_REPLY_MAX_BYTES, &data, &length))
    return FALSE;
  if (length > 0 && !is_thumbnail (data, length))
    return FALSE;

  *thumbnail = length > 0 ? g_bytes_new (data, length) : NULL;
  return TRUE;
}

/**
 * hbk_inspection_reply_read:
 * @bytes: what the helper wrote
 *
 * Reads what the helper process answered.
 *
 * The helper may have been taken over by the file it looked at, so everything is checked, and what is not exactly right
 * is refused as a whole. A reply has these lines, all of them, in this order:
 *
 *     hourbook-inspection 1
 *     type=a media type of those that Hourbook knows
 *     problem=the word for a problem, or none
 *     pages=a number
 *     width=a number
 *     height=a number
 *     orientation=1 to 8
 *     flags=words in the order of [flags@InspectionFlags], a space between them, or nothing
 *     title=how many bytes, at most 512; then the bytes, and a line end
 *     text=how many bytes, at most 65536; then the bytes, and a line end
 *     thumbnail=how many bytes; then a PNG of at most 2048 pixels a side, and a line end
 *     end
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL when this is no whole reply
 */
HbkInspection *
hbk_inspection_reply_read (GBytes *bytes)
{
  HbkInspectionFacts facts = { 0 };
  Cursor             cursor;
  g_autofree char   *title = NULL;
  g_autofree char   *text = NULL;
  g_autoptr (GBytes) thumbnail = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  cursor_init (&cursor, bytes);
  if (g_bytes_get_size (bytes) > HBK_INSPECTION_REPLY_MAX_BYTES || !read_exactly (&cursor, MAGIC) || !read_media_type (&cursor, &facts.media_type) || !read_problem (&cursor, &facts.problem) || !read_count (&cursor, "pages", COUNT_MAX, &facts.n_pages) || !read_count (&cursor, "width", COUNT_MAX, &facts.width) || !read_count (&cursor, "height", COUNT_MAX, &facts.height) || !read_count (&cursor, "orientation", 8, &facts.orientation) || facts.orientation == 0 || !read_flags (&cursor, &facts.flags) || !read_text (&cursor, "title", HBK_INSPECTION_MAX_TITLE, &title) || !read_text (&cursor, "text", HBK_INSPECTION_MAX_TEXT, &text) || !read_thumbnail (&cursor, &thumbnail) || !read_exactly (&cursor, "end") || cursor.at != cursor.end)
    return NULL;

  facts.title = title;
  facts.text = text;
  facts.thumbnail = thumbnail;

  return hbk_inspection_new (&facts);
}

static void
append_blob (GByteArray *reply, const char *key, gconstpointer data, gsize length)
{
  g_autofree char *line = g_strdup_printf ("%s=%" G_GSIZE_FORMAT "\n", key, length);

  g_byte_array_append (reply, (const guint8 *) line, (guint) strlen (line));
  if (length > 0)
    g_byte_array_append (reply, data, (guint) length);
  g_byte_array_append (reply, (const guint8 *) "\n", 1);
}

static void
append_text (GByteArray *reply, const char *key, const char *text)
{
  append_blob (reply, key, text, text != NULL ? strlen (text) : 0);
}

/**
 * hbk_inspection_reply_write:
 * @inspection: what was found by a helper that came to its end
 *
 * Writes an inspection as a reply, to keep it and to read it again with [func@inspection_reply_read].
 *
 * Returns: (transfer full): the reply
 */
GBytes *
hbk_inspection_reply_write (const HbkInspection *inspection)
{
  GByteArray *reply = g_byte_array_new ();
  GBytes     *thumbnail;
  g_autoptr (GString) head = g_string_new (MAGIC "\n");
  const char *separator = "";

  g_return_val_if_fail (inspection != NULL, NULL);

  thumbnail = hbk_inspection_get_thumbnail (inspection);
  g_string_append_printf (head, "type=%s\nproblem=%s\n", hbk_inspection_get_media_type (inspection), hbk_inspection_problem_to_nick (hbk_inspection_get_problem (inspection)));
  g_string_append_printf (head, "pages=%u\nwidth=%u\nheight=%u\n", hbk_inspection_get_n_pages (inspection), hbk_inspection_get_width (inspection), hbk_inspection_get_height (inspection));
  g_string_append_printf (head, "orientation=%u\nflags=", MAX (hbk_inspection_get_orientation (inspection), 1));
  for (guint i = 0; i < G_N_ELEMENTS (flag_words); i++)
    {
      if ((hbk_inspection_get_flags (inspection) & (1U << i)) == 0)
        continue;
      g_string_append_printf (head, "%s%s", separator, flag_words[i]);
      separator = " ";
    }
  g_string_append_c (head, '\n');

  g_byte_array_append (reply, (const guint8 *) head->str, (guint) head->len);
  append_text (reply, "title", hbk_inspection_get_title (inspection));
  append_text (reply, "text", hbk_inspection_get_text (inspection));
  append_blob (reply, "thumbnail", thumbnail != NULL ? g_bytes_get_data (thumbnail, NULL) : NULL, thumbnail != NULL ? g_bytes_get_size (thumbnail) : 0);
  g_byte_array_append (reply, (const guint8 *) "end\n", 4);

  return g_byte_array_free_to_bytes (reply);
}

/**
 * hbk_inspection_reply_peek_media_type:
 * @bytes: what the helper wrote before it died
 *
 * Gives the media type from a reply that breaks off: the helper says it before it looks further.
 *
 * Returns: (nullable): the media type, or %NULL when the reply does not get that far
 */
const char *
hbk_inspection_reply_peek_media_type (GBytes *bytes)
{
  const char *media_type;
  Cursor      cursor;

  g_return_val_if_fail (bytes != NULL, NULL);

  cursor_init (&cursor, bytes);
  if (!read_exactly (&cursor, MAGIC) || !read_media_type (&cursor, &media_type))
    return NULL;

  return media_type;
}
