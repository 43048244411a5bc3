/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-pdf.h"

#include <math.h>
#include <stdio.h>
#include <sys/mman.h>

#include <gio/gio.h>

/* Numbers of a PDF have so many digits behind the point: more than any device can show. */
#define DECIMALS 5

/* Larger numbers are no places on paper. */
#define MAX_COORDINATE 1000000

/* Streams shorter than this do not get shorter. */
#define COMPRESS_BYTES 200

/**
 * hbk_pdf_new:
 *
 * Makes an empty PDF. Errors are kept for qpdf_has_error(), not printed.
 *
 * Returns: (transfer full): the PDF
 */
qpdf_data
hbk_pdf_new (void)
{
  qpdf_data pdf = qpdf_init ();

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  qpdf_empty_pdf (pdf);

  return pdf;
}

/**
 * hbk_pdf_read:
 * @file: a file, which must stay as long as what is made of it
 * @problem: (out): why it cannot be read, a word of a reply
 *
 * Reads the structure of a PDF; its streams are read when they are needed.
 *
 * One that opens without a password is not taken for encrypted, whatever its author lets readers do with it.
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL and @problem
 */
qpdf_data
hbk_pdf_read (const HbkView *file, const char **problem)
{
  qpdf_data pdf;

  g_return_val_if_fail (file != NULL && problem != NULL, NULL);

  pdf = qpdf_init ();
  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  if ((qpdf_read_memory (pdf, "file", (const char *) file->data, file->size, NULL) & QPDF_ERRORS) == 0)
    return pdf;

  *problem = qpdf_has_error (pdf) && qpdf_get_error_code (pdf, qpdf_get_error (pdf)) == qpdf_e_password ? "encrypted" : "damaged";
  qpdf_cleanup (&pdf);

  return NULL;
}

/**
 * hbk_pdf_write:
 * @pdf: a PDF
 * @mode: whether objects are packed together
 * @progress: (nullable) (scope call): is told how far it is
 * @data: passed to @progress
 *
 * Writes a PDF to the standard output, streams as they are. The same PDF gives the same bytes.
 *
 * Returns: %TRUE when all of it was written
 */
gboolean
hbk_pdf_write (qpdf_data pdf, enum qpdf_object_stream_e mode, void (*progress) (int percent, void *data), void *data)
{
  g_return_val_if_fail (pdf != NULL, FALSE);

  if ((qpdf_init_write (pdf, NULL) & QPDF_ERRORS) != 0)
    return FALSE;

  qpdf_set_object_stream_mode (pdf, mode);
  qpdf_set_stream_data_mode (pdf, qpdf_s_preserve);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (pdf, "1.7");
  if (progress != NULL)
    qpdf_register_progress_reporter (pdf, progress, data);

  return (qpdf_write (pdf) & QPDF_ERRORS) == 0 && fflush (stdout) == 0 && ferror (stdout) == 0;
}

/**
 * hbk_pdf_forget:
 * @file: a file that is mapped as a whole
 *
 * Lets go of the memory in which a file was read. It is read again where it is needed again.
 */
void
hbk_pdf_forget (const HbkView *file)
{
  g_return_if_fail (file != NULL);

  if (file->size > 0)
    madvise ((void *) file->data, file->size, MADV_DONTNEED);
}

static gboolean
get_numbers (qpdf_data pdf, qpdf_oh object, double *numbers, int n)
{
  if (!qpdf_oh_is_array (pdf, object) || qpdf_oh_get_array_n_items (pdf, object) != n)
    return FALSE;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh item = qpdf_oh_get_array_item (pdf, object, i);

      if (!qpdf_oh_is_number (pdf, item))
        return FALSE;

      numbers[i] = qpdf_oh_get_numeric_value (pdf, item);
      qpdf_oh_release (pdf, item);
      if (!isfinite (numbers[i]) || fabs (numbers[i]) > MAX_COORDINATE)
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_pdf_get_rectangle:
 * @pdf: a PDF
 * @object: an object of it
 * @rectangle: (out): gets the rectangle, its corners put in order
 *
 * Reads a rectangle.
 *
 * Returns: %FALSE when @object is none that makes sense; then @rectangle is untouched
 */
gboolean
hbk_pdf_get_rectangle (qpdf_data pdf, qpdf_oh object, HbkRectangle *rectangle)
{
  double n[4];

  g_return_val_if_fail (pdf != NULL && rectangle != NULL, FALSE);

  if (!get_numbers (pdf, object, n, 4))
    return FALSE;

  *rectangle = (HbkRectangle) { MIN (n[0], n[2]), MIN (n[1], n[3]), MAX (n[0], n[2]), MAX (n[1], n[3]) };

  return TRUE;
}

/**
 * hbk_pdf_get_matrix:
 * @pdf: a PDF
 * @object: an object of it
 * @matrix: (out): gets the matrix
 *
 * Reads a matrix.
 *
 * Returns: %FALSE when @object is none; then @matrix is untouched
 */
gboolean
hbk_pdf_get_matrix (qpdf_data pdf, qpdf_oh object, HbkMatrix *matrix)
{
  double n[6];

  g_return_val_if_fail (pdf != NULL && matrix != NULL, FALSE);

  if (!get_numbers (pdf, object, n, 6))
    return FALSE;

  *matrix = (HbkMatrix) { n[0], n[1], n[2], n[3], n[4], n[5] };

  return TRUE;
}

/**
 * hbk_pdf_dup_keys:
 * @pdf: a PDF
 * @dictionary: a dictionary of it
 *
 * Lists the keys of a dictionary, so that it may be changed while they are gone through.
 *
 * Returns: (transfer full): the keys, each with its slash
 */
GStrv
hbk_pdf_dup_keys (qpdf_data pdf, qpdf_oh dictionary)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  g_return_val_if_fail (pdf != NULL, NULL);

  qpdf_oh_begin_dict_key_iter (pdf, dictionary);
  while (qpdf_oh_dict_more_keys (pdf))
    g_strv_builder_add (keys, qpdf_oh_dict_next_key (pdf));

  return g_strv_builder_end (keys);
}

/**
 * hbk_pdf_new_rectangle:
 * @pdf: a PDF
 * @rectangle: a rectangle
 *
 * Makes an array of the corners of a rectangle.
 *
 * Returns: the array
 */
qpdf_oh
hbk_pdf_new_rectangle (qpdf_data pdf, const HbkRectangle *rectangle)
{
  const double numbers[] = { rectangle->x0, rectangle->y0, rectangle->x1, rectangle->y1 };
  qpdf_oh      array = qpdf_oh_new_array (pdf);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    qpdf_oh_append_item (pdf, array, qpdf_oh_new_real_from_double (pdf, numbers[i], DECIMALS));

  return array;
}

static GBytes *
compress (const void *content, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, length);

  return g_converter_convert_bytes (G_CONVERTER (compressor), bytes, NULL);
}

/**
 * hbk_pdf_new_stream:
 * @pdf: a PDF
 * @content: (array length=length): what is in it
 * @length: how many bytes
 *
 * Makes a stream, compressed where that helps.
 *
 * Returns: the stream
 */
qpdf_oh
hbk_pdf_new_stream (qpdf_data pdf, const void *content, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh nothing = qpdf_oh_new_null (pdf);
  g_autoptr (GBytes) packed = length >= COMPRESS_BYTES ? compress (content, length) : NULL;
  gsize       size;
  const void *data;

  if (packed == NULL)
    {
      qpdf_oh_replace_stream_data (pdf, stream, content, length, nothing, nothing);
      return stream;
    }

  data = g_bytes_get_data (packed, &size);
  qpdf_oh_replace_stream_data (pdf, stream, data, size, qpdf_oh_new_name (pdf, "/FlateDecode"), nothing);

  return stream;
}

/**
 * hbk_pdf_new_content:
 * @pdf: a PDF
 * @content: commands that draw
 *
 * Makes a stream of commands.
 *
 * Returns: the stream
 */
qpdf_oh
hbk_pdf_new_content (qpdf_data pdf, const GString *content)
{
  g_return_val_if_fail (content != NULL, 0);

  return hbk_pdf_new_stream (pdf, content->str, content->len);
}

/**
 * hbk_pdf_append_matrix:
 * @content: what is drawn
 * @matrix: a matrix
 *
 * Appends that what follows is drawn in other coordinates.
 */
void
hbk_pdf_append_matrix (GString *content, const HbkMatrix *matrix)
{
  const double numbers[] = { matrix->a, matrix->b, matrix->c, matrix->d, matrix->e, matrix->f };
  char         buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (content != NULL && matrix != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_string_append_printf (content, "%s ", g_ascii_formatd (buffer, sizeof buffer, "%.5f", numbers[i]));
  g_string_append (content, "cm\n");
}
