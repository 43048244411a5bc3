/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkXmlHandler:
 * @begin: (nullable): an element begins: its name and its attributes, all without prefix
 * @end: (nullable): an element ends
 * @text: (nullable): text within an element, which may come in pieces
 *
 * Who is told what an XML part holds. To stop, set the error.
 */
typedef struct
{
  void (*begin) (const char *name, const char **attribute_names, const char **attribute_values, gpointer data, GError **error);
  void (*end) (const char *name, gpointer data, GError **error);
  void (*text) (const char *text, gsize length, gpointer data, GError **error);
} HbkXmlHandler;

gboolean    hbk_xml_walk (GBytes *bytes, const HbkXmlHandler *handler, gpointer data, GError **error);
const char *hbk_xml_attribute (const char **attribute_names, const char **attribute_values, const char *name);

G_END_DECLS
