/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xml-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"

/* How deep elements may lie within each other. */
#define DEPTH_MAX 64

typedef struct
{
  const HbkXmlHandler *handler;
  gpointer             data;
  guint                depth;
} Walk;

/* Which prefix stands for a namespace is the writer's choice; no two that matter here share a name. */
static const char *
without_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
begin_cb (GMarkupParseContext *context,
          const char          *name,
          const char         **attribute_names,
          const char         **attribute_values,
          gpointer             data,
          GError             **error)
{
  Walk *walk = data;

  if (++walk->depth > DEPTH_MAX)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _("The file has elements nested more than %d deep. Open it in a spreadsheet and save it anew."), DEPTH_MAX);
      return;
    }

  if (walk->handler->begin != NULL)
    walk->handler->begin (without_prefix (name), attribute_names, attribute_values, walk->data, error);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Walk *walk = data;

  walk->depth--;
  if (walk->handler->end != NULL)
    walk->handler->end (without_prefix (name), walk->data, error);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Walk *walk = data;

  if (walk->handler->text != NULL)
    walk->handler->text (text, length, walk->data, error);
}

/* Comments and instructions say nothing. A document type would bring entities, which could grow without end. */
static void
passthrough_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  static const char comment[] = "<!--";

  if (length >= 2 && text[1] == '!' && (length < strlen (comment) || memcmp (text, comment, strlen (comment)) != 0))
    g_set_error_literal (error, HBK_ERROR, HBK_ERROR_FORMAT, _("The file declares a document type, which no spreadsheet needs. Open it in a spreadsheet and save it anew."));
}

/**
 * hbk_xml_walk:
 * @bytes: an XML document in UTF-8
 * @handler: who is told what it holds
 * @data: passed to @handler
 * @error: where to put a #GError, or %NULL
 *
 * Goes through an XML document from its beginning to its end.
 *
 * A document type is refused with %HBK_ERROR_FORMAT, so there are no entities but the five of XML; what is not well-formed with
 * %HBK_ERROR_SYNTAX, elements nested more than 64 deep with %HBK_ERROR_LIMIT. Nothing outside the document is looked at.
 *
 * Returns: %FALSE when @error was set
 */
gboolean
hbk_xml_walk (GBytes *bytes, const HbkXmlHandler *handler, gpointer data, GError **error)
{
  static const GMarkupParser parser = { begin_cb, end_cb, text_cb, passthrough_cb, NULL };
  static const char          mark[] = "\xef\xbb\xbf";
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) problem = NULL;
  Walk        walk = { handler, data, 0 };
  const char *text;
  gsize       length;

  g_return_val_if_fail (bytes != NULL && handler != NULL, FALSE);

  text = g_bytes_get_data (bytes, &length);
  if (length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    {
      text += strlen (mark);
      length -= strlen (mark);
    }

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &walk, NULL);
  if (length > 0 && g_markup_parse_context_parse (context, text, (gssize) length, &problem) && g_markup_parse_context_end_parse (context, &problem))
    return TRUE;

  /* What GMarkup says is for programmers. */
  if (problem != NULL && problem->domain == HBK_ERROR)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error_literal (error, HBK_ERROR, HBK_ERROR_SYNTAX, _("A part of the file is not well-formed XML. Fetch the file again, or open it in a spreadsheet and save it anew."));

  return FALSE;
}

/**
 * hbk_xml_attribute:
 * @attribute_names: (array zero-terminated=1): the names of the attributes of an element
 * @attribute_values: (array zero-terminated=1): their values
 * @name: a name without prefix
 *
 * Finds an attribute, with whatever prefix.
 *
 * Returns: (nullable): its value, or %NULL when the element lacks it
 */
const char *
hbk_xml_attribute (const char **attribute_names, const char **attribute_values, const char *name)
{
  g_return_val_if_fail (attribute_names != NULL && attribute_values != NULL && name != NULL, NULL);

  for (gsize i = 0; attribute_names[i] != NULL; i++)
    {
      if (g_str_equal (without_prefix (attribute_names[i]), name))
        return attribute_values[i];
    }

  return NULL;
}
