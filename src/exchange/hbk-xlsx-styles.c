/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xlsx-styles.h"

#include "exchange/hbk-xml-walk.h"

struct _HbkXlsxStyles
{
  GHashTable *formats;   /* id of a format of the author's own → HbkNumberFormat */
  GByteArray *styles;    /* HbkNumberFormat of each style of cells */
  gboolean    in_styles; /* within the list of styles of cells, not of named styles */
};

static void
begin_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  HbkXlsxStyles *self = data;
  const char    *id = hbk_xml_attribute (names, values, "numFmtId");

  if (g_str_equal (name, "cellXfs"))
    self->in_styles = TRUE;
  else if (g_str_equal (name, "numFmt") && id != NULL)
    {
      const char *code = hbk_xml_attribute (names, values, "formatCode");

      g_hash_table_insert (self->formats, g_strdup (id), GINT_TO_POINTER (code != NULL ? hbk_number_format_from_code (code) : HBK_NUMBER_FORMAT_PLAIN));
    }
  else if (g_str_equal (name, "xf") && self->in_styles)
    {
      gpointer own = NULL;
      guint8   format = HBK_NUMBER_FORMAT_PLAIN;

      if (id != NULL && g_hash_table_lookup_extended (self->formats, id, NULL, &own))
        format = (guint8) GPOINTER_TO_INT (own);
      else if (id != NULL)
        format = (guint8) hbk_number_format_from_id ((int) CLAMP (g_ascii_strtoll (id, NULL, 10), -1, G_MAXINT));

      g_byte_array_append (self->styles, &format, 1);
    }
}

static void
end_cb (const char *name, gpointer data, GError **error)
{
  HbkXlsxStyles *self = data;

  if (g_str_equal (name, "cellXfs"))
    self->in_styles = FALSE;
}

/**
 * hbk_xlsx_styles_read:
 * @bytes: (nullable): the part of the styles; %NULL when the workbook has none
 * @error: where to put a #GError, or %NULL
 *
 * Reads the styles of a workbook.
 *
 * Returns: (transfer full) (nullable): the styles, or %NULL with @error set
 */
HbkXlsxStyles *
hbk_xlsx_styles_read (GBytes *bytes, GError **error)
{
  static const HbkXmlHandler handler = { begin_cb, end_cb, NULL };
  g_autoptr (HbkXlsxStyles) self = g_new0 (HbkXlsxStyles, 1);

  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->styles = g_byte_array_new ();
  if (bytes != NULL && !hbk_xml_walk (bytes, &handler, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hbk_xlsx_styles_free:
 * @self: (transfer full) (nullable): styles
 *
 * Frees the styles.
 */
void
hbk_xlsx_styles_free (HbkXlsxStyles *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->formats);
  g_byte_array_unref (self->styles);
  g_free (self);
}

/**
 * hbk_xlsx_styles_get:
 * @self: styles
 * @style: the number of a style, as a cell gives it
 *
 * Says what a style makes of a number.
 *
 * Returns: the kind of format; plain when there is no such style
 */
HbkNumberFormat
hbk_xlsx_styles_get (const HbkXlsxStyles *self, guint64 style)
{
  g_return_val_if_fail (self != NULL, HBK_NUMBER_FORMAT_PLAIN);

  return style < self->styles->len ? (HbkNumberFormat) self->styles->data[style] : HBK_NUMBER_FORMAT_PLAIN;
}
