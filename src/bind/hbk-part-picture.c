/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-part-picture.h"

#include <string.h>

#include "bind/hbk-jpeg-frame.h"
#include "inspect/hbk-picture-decoder.h"
#include "inspect/hbk-picture-header.h"

#define A4_SHORT 595.276
#define A4_LONG 841.89
#define MARGIN 36.0

/* What a printer shows: more pixels than this many to the inch are not seen on A4. */
#define DOTS_PER_POINT (300.0 / 72.0)
#define MAX_SIDE_PIXELS ((guint) ((A4_LONG - 2 * MARGIN) * DOTS_PER_POINT))

/* A photograph packed without loss may need more than this; then it is packed as photographs are. */
#define MAX_LOSSLESS_BYTES (3 * 1024 * 1024)
#define JPEG_QUALITY "90"

/* With what holds it meanwhile, it must fit into the limit of memory. */
#define MAX_PICTURE_BYTES (256 * 1024 * 1024)

#define PNG_HEAD_BYTES 8
#define PNG_CHUNK_BYTES 12

/* How what is stored is turned to be upright, as in EXIF, for a picture that is one unit wide and high. */
static const HbkMatrix turns[] = {
  [1] = { 1, 0, 0, 1, 0, 0 },
  [2] = { -1, 0, 0, 1, 1, 0 },
  [3] = { -1, 0, 0, -1, 1, 1 },
  [4] = { 1, 0, 0, -1, 0, 1 },
  [5] = { 0, -1, -1, 0, 1, 1 },
  [6] = { 0, -1, 1, 0, 0, 1 },
  [7] = { 0, 1, 1, 0, 0, 0 },
  [8] = { 0, 1, -1, 0, 1, 0 },
};

static void
set_key (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, qpdf_oh_parse (pdf, value));
}

static qpdf_oh
make_image (qpdf_data pdf, const void *data, gsize length, guint width, guint height, const char *filter)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);

  set_key (pdf, dictionary, "/Type", "/XObject");
  set_key (pdf, dictionary, "/Subtype", "/Image");
  set_key (pdf, dictionary, "/BitsPerComponent", "8");
  qpdf_oh_replace_key (pdf, dictionary, "/Width", qpdf_oh_new_integer (pdf, width));
  qpdf_oh_replace_key (pdf, dictionary, "/Height", qpdf_oh_new_integer (pdf, height));
  qpdf_oh_replace_stream_data (pdf, stream, data, length, qpdf_oh_new_name (pdf, filter), qpdf_oh_new_null (pdf));

  return stream;
}

/* Fits a picture on A4, upright or lying as it is itself. A point is the most that a pixel gets. */
static void
add_page (HbkPart *part, qpdf_oh image, guint width, guint height, guint orientation)
{
  g_autoptr (GString) content = g_string_new ("q\n");
  gboolean        lies = orientation >= 5;
  double          seen_width = lies ? height : width;
  double          seen_height = lies ? width : height;
  double          page_width = seen_width > seen_height ? A4_LONG : A4_SHORT;
  double          page_height = seen_width > seen_height ? A4_SHORT : A4_LONG;
  double          scale = MIN ((page_width - 2 * MARGIN) / seen_width, (page_height - 2 * MARGIN) / seen_height);
  const HbkMatrix place = { seen_width * MIN (scale, 1), 0, 0, seen_height * MIN (scale, 1), (page_width - seen_width * MIN (scale, 1)) / 2, (page_height - seen_height * MIN (scale, 1)) / 2 };
  qpdf_oh         drawn = qpdf_oh_new_dictionary (part->pdf);

  hbk_pdf_append_matrix (content, &place);
  hbk_pdf_append_matrix (content, &turns[orientation]);
  g_string_append (content, "/P Do\nQ\n");
  qpdf_oh_replace_key (part->pdf, drawn, "/P", image);
  hbk_part_add_page (part, page_width, page_height, drawn, content);
}

/* ---- JPEG, as it is ---- */

static void
set_colours (qpdf_data pdf, qpdf_oh dictionary, const HbkJpegFrame *frame)
{
  static const char *const spaces[] = { [1] = "/DeviceGray", [3] = "/DeviceRGB", [4] = "/DeviceCMYK" };
  qpdf_oh                  space;
  qpdf_oh                  profile;
  gsize                    length;
  const void              *data;

  if (frame->is_inverted)
    set_key (pdf, dictionary, "/Decode", "[1 0 1 0 1 0 1 0]");
  if (frame->profile == NULL)
    {
      set_key (pdf, dictionary, "/ColorSpace", spaces[frame->n_colours]);
      return;
    }

  data = g_bytes_get_data (frame->profile, &length);
  profile = hbk_pdf_new_stream (pdf, data, length);
  qpdf_oh_replace_key (pdf, qpdf_oh_get_dict (pdf, profile), "/N", qpdf_oh_new_integer (pdf, frame->n_colours));
  qpdf_oh_replace_key (pdf, qpdf_oh_get_dict (pdf, profile), "/Alternate", qpdf_oh_new_name (pdf, spaces[frame->n_colours]));
  space = qpdf_oh_new_array (pdf);
  qpdf_oh_append_item (pdf, space, qpdf_oh_new_name (pdf, "/ICCBased"));
  qpdf_oh_append_item (pdf, space, profile);
  qpdf_oh_replace_key (pdf, dictionary, "/ColorSpace", space);
}

static gboolean
embed_jpeg (const HbkView *file, const HbkPictureHeader *header, gboolean bare, HbkPart *part)
{
  g_autoptr (GBytes) stripped = bare ? hbk_jpeg_frame_strip (file) : NULL;
  g_auto (HbkJpegFrame) frame = { 0 };
  const void *data;
  gsize       length = file->size;
  qpdf_oh     image;

  if (!hbk_jpeg_frame_read (file, &frame) || header->width == 0 || header->height == 0)
    return FALSE;

  if (bare && stripped == NULL)
    return FALSE;

  data = bare ? g_bytes_get_data (stripped, &length) : file->data;
  image = make_image (part->pdf, data, length, header->width, header->height, "/DCTDecode");
  set_colours (part->pdf, qpdf_oh_get_dict (part->pdf, image), &frame);
  add_page (part, image, header->width, header->height, header->orientation);

  return TRUE;
}

/* ---- All others, decoded ---- */

/* A PNG that was just written; what PDF calls a predictor is its filters, so its data can be used as they are. */
static GByteArray *
join_chunks (const char *png, gsize length)
{
  const HbkView view = { (const guint8 *) png, length, FALSE };
  GByteArray   *data = g_byte_array_new ();
  guint32       size;

  for (guint64 at = PNG_HEAD_BYTES; hbk_view_get_u32 (&view, at, &size); at += PNG_CHUNK_BYTES + (guint64) size)
    {
      HbkView chunk = hbk_view_slice (&view, at + 8, size);

      if (hbk_view_has (&view, at + 4, "IDAT", 4))
        g_byte_array_append (data, chunk.data, (guint) chunk.size);
    }

  return data;
}

/* Without loss where that is not too much; paper is white behind what can be seen through. */
static gboolean
embed_pixbuf (GdkPixbuf *pixbuf, HbkPart *part)
{
  guint            width = (guint) gdk_pixbuf_get_width (pixbuf);
  guint            height = (guint) gdk_pixbuf_get_height (pixbuf);
  g_autofree char *parameters = g_strdup_printf ("<< /Predictor 15 /Colors 3 /Columns %u >>", width);
  g_autofree char *data = NULL;
  gsize            length;
  qpdf_oh          image;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL))
    return FALSE;

  if (length <= MAX_LOSSLESS_BYTES)
    {
      g_autoptr (GByteArray) chunks = join_chunks (data, length);

      image = make_image (part->pdf, chunks->data, chunks->len, width, height, "/FlateDecode");
      set_key (part->pdf, qpdf_oh_get_dict (part->pdf, image), "/DecodeParms", parameters);
    }
  else
    {
      g_clear_pointer (&data, g_free);
      if (!gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", NULL, "quality", JPEG_QUALITY, NULL))
        return FALSE;

      image = make_image (part->pdf, data, length, width, height, "/DCTDecode");
    }

  set_key (part->pdf, qpdf_oh_get_dict (part->pdf, image), "/ColorSpace", "/DeviceRGB");
  add_page (part, image, width, height, 1);

  return TRUE;
}

/* Of the kind that holds no options, which would come out as text in a PNG. */
static GdkPixbuf *
lay_on_white (GdkPixbuf *pixbuf)
{
  int        width = gdk_pixbuf_get_width (pixbuf);
  int        height = gdk_pixbuf_get_height (pixbuf);
  GdkPixbuf *paper = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  if (paper == NULL)
    return NULL;

  gdk_pixbuf_fill (paper, 0xffffffff);
  gdk_pixbuf_composite (pixbuf, paper, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);

  return paper;
}

static void
embed_decoded (const HbkView *file, const char *media_type, const HbkPictureHeader *header, HbkPart *part)
{
  HbkPictureSize size = { 0 };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GdkPixbuf) paper = NULL;
  g_autoptr (GError) error = NULL;

  pixbuf = hbk_picture_decode (file, media_type, MAX_SIDE_PIXELS, &size, &error);
  if (pixbuf == NULL)
    {
      part->problem = g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE) ? "unsupported" : "damaged";
      return;
    }

  upright = hbk_picture_make_upright (pixbuf, media_type, header->orientation);
  g_clear_object (&pixbuf);
  paper = upright != NULL ? lay_on_white (upright) : NULL;
  g_clear_object (&upright);
  if (paper == NULL || !embed_pixbuf (paper, part))
    part->problem = "too-large";
}

/**
 * hbk_part_picture_make:
 * @file: a picture
 * @media_type: which kind it is
 * @bare: whether what it says beside its pixels is left out
 * @part: what it becomes
 *
 * Puts a picture on a page. A JPEG is taken as it is, byte for byte unless it is to be bare; others are decoded, of which only the
 * pixels stay.
 */
void
hbk_part_picture_make (const HbkView *file, const char *media_type, gboolean bare, HbkPart *part)
{
  HbkPictureHeader header;

  g_return_if_fail (file != NULL && media_type != NULL && part != NULL);

  hbk_picture_header_read (file, media_type, &header);
  part->n_all = MAX (header.n_pages, 1);
  if ((guint64) header.width * header.height > HBK_PICTURE_MAX_PIXELS || file->size > MAX_PICTURE_BYTES)
    part->problem = "too-large";
  else if (header.is_cut)
    part->problem = "damaged";
  else if (!g_str_equal (media_type, "image/jpeg") || !embed_jpeg (file, &header, bare, part))
    embed_decoded (file, media_type, &header, part);
}
