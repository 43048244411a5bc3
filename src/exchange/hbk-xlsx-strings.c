/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xlsx-strings.h"

#include "exchange/hbk-xlsx-text.h"
#include "exchange/hbk-xml-walk.h"

struct _HbkXlsxStrings
{
  GString    *text;    /* the strings, each ended by NUL */
  GArray     *offsets; /* guint, where each begins */
  HbkXlsxText reader;
};

static void
begin_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  HbkXlsxStrings *self = data;

  if (g_str_equal (name, "si"))
    {
      guint offset = (guint) self->text->len;

      g_array_append_val (self->offsets, offset);
    }
  else
    hbk_xlsx_text_begin (&self->reader, name);
}

static void
end_cb (const char *name, gpointer data, GError **error)
{
  HbkXlsxStrings *self = data;

  hbk_xlsx_text_end (&self->reader, name);
  if (g_str_equal (name, "si"))
    {
      hbk_xlsx_text_unescape (self->text, g_array_index (self->offsets, guint, self->offsets->len - 1));
      g_string_append_c (self->text, '\0');
    }
}

static void
text_cb (const char *text, gsize length, gpointer data, GError **error)
{
  HbkXlsxStrings *self = data;

  hbk_xlsx_text_add (&self->reader, text, length);
}

/**
 * hbk_xlsx_strings_read:
 * @bytes: (nullable): the part of the shared strings; %NULL when the workbook has none
 * @error: where to put a #GError, or %NULL
 *
 * Reads the shared strings of a workbook.
 *
 * Returns: (transfer full) (nullable): the strings, or %NULL with @error set
 */
HbkXlsxStrings *
hbk_xlsx_strings_read (GBytes *bytes, GError **error)
{
  static const HbkXmlHandler handler = { begin_cb, end_cb, text_cb };
  g_autoptr (HbkXlsxStrings) self = g_new0 (HbkXlsxStrings, 1);

  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->reader.text = self->text;
  if (bytes != NULL && !hbk_xml_walk (bytes, &handler, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hbk_xlsx_strings_free:
 * @self: (transfer full) (nullable): the strings
 *
 * Frees the strings.
 */
void
hbk_xlsx_strings_free (HbkXlsxStrings *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

/**
 * hbk_xlsx_strings_get:
 * @self: the strings
 * @position: which, from 0
 *
 * Gives one of the strings.
 *
 * Returns: (nullable): the text, or %NULL when there are not so many
 */
const char *
hbk_xlsx_strings_get (const HbkXlsxStrings *self, guint64 position)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (position >= self->offsets->len)
    return NULL;

  return self->text->str + g_array_index (self->offsets, guint, position);
}
