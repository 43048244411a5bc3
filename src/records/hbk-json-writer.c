/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-writer.h"

#include <string.h>

struct _HbkJsonWriter
{
  GString *text;
  guint    depth;
  gboolean empty; /* nothing was written yet at this level */
  gboolean compact;
};

/**
 * hbk_json_writer_new:
 *
 * Makes a writer.
 *
 * Returns: (transfer full): the writer
 */
HbkJsonWriter *
hbk_json_writer_new (void)
{
  HbkJsonWriter *writer = g_new0 (HbkJsonWriter, 1);

  writer->text = g_string_sized_new (4096);
  writer->empty = TRUE;

  return writer;
}

/**
 * hbk_json_writer_new_compact:
 *
 * Makes a writer that puts all in one line, without spaces.
 *
 * Returns: (transfer full): the writer
 */
HbkJsonWriter *
hbk_json_writer_new_compact (void)
{
  HbkJsonWriter *writer = hbk_json_writer_new ();

  writer->compact = TRUE;

  return writer;
}

/**
 * hbk_json_writer_free:
 * @writer: (transfer full) (nullable): a writer
 *
 * Frees a writer and what it has written.
 */
void
hbk_json_writer_free (HbkJsonWriter *writer)
{
  if (writer == NULL)
    return;

  g_string_free (writer->text, TRUE);
  g_free (writer);
}

/**
 * hbk_json_writer_finish:
 * @writer: a writer at which every object and array was ended
 *
 * Ends the document with a newline and hands it over; the writer is then empty.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
hbk_json_writer_finish (HbkJsonWriter *writer)
{
  GString *text;

  g_return_val_if_fail (writer != NULL && writer->depth == 0, NULL);

  g_string_append_c (writer->text, '\n');
  text = g_steal_pointer (&writer->text);
  writer->text = g_string_new (NULL);
  writer->empty = TRUE;

  return g_string_free_to_bytes (text);
}

/**
 * hbk_json_writer_finish_text:
 * @writer: a writer at which every object and array was ended
 *
 * Ends the document without a newline and hands it over; the writer is then empty.
 *
 * Returns: (transfer full): the text
 */
char *
hbk_json_writer_finish_text (HbkJsonWriter *writer)
{
  char *text;

  g_return_val_if_fail (writer != NULL && writer->depth == 0, NULL);

  text = g_string_free_and_steal (g_steal_pointer (&writer->text));
  writer->text = g_string_new (NULL);
  writer->empty = TRUE;

  return text;
}

static void
new_line (HbkJsonWriter *self)
{
  static const char spaces[] = "                                ";
  guint             width = 2 * self->depth;

  if (self->compact)
    return;

  g_string_append_c (self->text, '\n');
  for (; width > sizeof spaces - 1; width -= sizeof spaces - 1)
    g_string_append_len (self->text, spaces, sizeof spaces - 1);
  g_string_append_len (self->text, spaces, width);
}

/* Only what JSON demands is escaped; whole runs of other characters are appended at once. */
static void
append_quoted (GString *text, const char *value)
{
  const char *run = value;

  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      guchar c = *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      g_string_append_len (text, run, p - run);
      run = p + 1;

      if (c == '\n')
        g_string_append (text, "\\n");
      else if (c == '\t')
        g_string_append (text, "\\t");
      else if (c < 0x20)
        g_string_append_printf (text, "\\u%04x", c);
      else
        {
          g_string_append_c (text, '\\');
          g_string_append_c (text, c);
        }
    }
  g_string_append (text, run);
  g_string_append_c (text, '"');
}

/* What stands before every value: a comma, the line and the key. */
static void
begin_value (HbkJsonWriter *self, const char *member)
{
  if (!self->empty)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    new_line (self);

  self->empty = FALSE;

  if (member != NULL)
    {
      append_quoted (self->text, member);
      g_string_append (self->text, self->compact ? ":" : ": ");
    }
}

static void
begin (HbkJsonWriter *self, const char *member, char bracket)
{
  g_return_if_fail (self != NULL);

  begin_value (self, member);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->empty = TRUE;
}

static void
end (HbkJsonWriter *self, char bracket)
{
  g_return_if_fail (self != NULL && self->depth > 0);

  self->depth--;
  if (!self->empty)
    new_line (self);

  g_string_append_c (self->text, bracket);
  self->empty = FALSE;
}

/**
 * hbk_json_writer_begin_object:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 *
 * Begins an object.
 */
void
hbk_json_writer_begin_object (HbkJsonWriter *writer, const char *member)
{
  begin (writer, member, '{');
}

/**
 * hbk_json_writer_end_object:
 * @writer: a writer
 *
 * Ends the object begun last.
 */
void
hbk_json_writer_end_object (HbkJsonWriter *writer)
{
  end (writer, '}');
}

/**
 * hbk_json_writer_begin_array:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 *
 * Begins an array.
 */
void
hbk_json_writer_begin_array (HbkJsonWriter *writer, const char *member)
{
  begin (writer, member, '[');
}

/**
 * hbk_json_writer_end_array:
 * @writer: a writer
 *
 * Ends the array begun last.
 */
void
hbk_json_writer_end_array (HbkJsonWriter *writer)
{
  end (writer, ']');
}

static void
add_plain (HbkJsonWriter *self, const char *member, const char *text)
{
  g_return_if_fail (self != NULL);

  begin_value (self, member);
  g_string_append (self->text, text);
}

/**
 * hbk_json_writer_add_null:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 *
 * Writes null.
 */
void
hbk_json_writer_add_null (HbkJsonWriter *writer, const char *member)
{
  add_plain (writer, member, "null");
}

/**
 * hbk_json_writer_add_boolean:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 * @value: the value
 *
 * Writes true or false.
 */
void
hbk_json_writer_add_boolean (HbkJsonWriter *writer, const char *member, gboolean value)
{
  add_plain (writer, member, value ? "true" : "false");
}

/**
 * hbk_json_writer_add_int:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 * @value: the value
 *
 * Writes a whole number.
 */
void
hbk_json_writer_add_int (HbkJsonWriter *writer, const char *member, gint64 value)
{
  char buffer[32];

  g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT, value);
  add_plain (writer, member, buffer);
}

/**
 * hbk_json_writer_add_hours:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 * @value: an amount in hundredths
 *
 * Writes an amount as an exact decimal.
 */
void
hbk_json_writer_add_hours (HbkJsonWriter *writer, const char *member, HbkHours value)
{
  g_return_if_fail (writer != NULL);

  begin_value (writer, member);
  hbk_hours_append (value, writer->text);
}

/**
 * hbk_json_writer_add_date:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 * @value: a date
 *
 * Writes a date as a text of the form YYYY-MM-DD.
 */
void
hbk_json_writer_add_date (HbkJsonWriter *writer, const char *member, HbkDate value)
{
  g_return_if_fail (writer != NULL && value > HBK_DATE_NONE);

  begin_value (writer, member);
  g_string_append_c (writer->text, '"');
  hbk_date_append (value, writer->text);
  g_string_append_c (writer->text, '"');
}

/**
 * hbk_json_writer_add_string:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 * @value: the text, in UTF-8
 *
 * Writes a text.
 */
void
hbk_json_writer_add_string (HbkJsonWriter *writer, const char *member, const char *value)
{
  g_return_if_fail (writer != NULL && value != NULL);

  begin_value (writer, member);
  append_quoted (writer->text, value);
}

/**
 * hbk_json_writer_add_value:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 * @value: a value
 *
 * Writes a value; one that is not stated is null.
 */
void
hbk_json_writer_add_value (HbkJsonWriter *writer, const char *member, const HbkValue *value)
{
  g_return_if_fail (value != NULL);

  switch (value->kind)
    {
    case HBK_VALUE_BOOLEAN:
      hbk_json_writer_add_boolean (writer, member, value->boolean);
      break;

    case HBK_VALUE_NUMBER:
      hbk_json_writer_add_hours (writer, member, value->number);
      break;

    case HBK_VALUE_TEXT:
      hbk_json_writer_add_string (writer, member, value->text);
      break;

    case HBK_VALUE_LIST:
      hbk_json_writer_begin_array (writer, member);
      for (guint i = 0; i < value->list->len; i++)
        hbk_json_writer_add_hours (writer, NULL, g_array_index (value->list, gint64, i));
      hbk_json_writer_end_array (writer);
      break;

    case HBK_VALUE_NONE:
    default:
      hbk_json_writer_add_null (writer, member);
      break;
    }
}

/* The shortest decimal that reads back as the same double, and does not read back as an integer. */
static void
add_double (HbkJsonWriter *self, const char *member, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char                     buffer[G_ASCII_DTOSTR_BUF_SIZE + 2];

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  if (strpbrk (buffer, ".e") == NULL)
    strcat (buffer, ".0");

  add_plain (self, member, buffer);
}

static void
add_json_array (HbkJsonWriter *self, const char *member, JsonArray *array)
{
  hbk_json_writer_begin_array (self, member);
  for (guint i = 0; i < json_array_get_length (array); i++)
    hbk_json_writer_add_node (self, NULL, json_array_get_element (array, i));
  hbk_json_writer_end_array (self);
}

/**
 * hbk_json_writer_add_node:
 * @writer: a writer
 * @member: (nullable): the key inside an object
 * @value: any JSON, not nested deeper than a file may be
 *
 * Writes JSON as it is.
 */
void
hbk_json_writer_add_node (HbkJsonWriter *writer, const char *member, JsonNode *value)
{
  g_return_if_fail (writer != NULL && value != NULL);

  if (JSON_NODE_HOLDS_OBJECT (value))
    {
      hbk_json_writer_begin_object (writer, member);
      hbk_json_writer_add_members (writer, json_node_get_object (value));
      hbk_json_writer_end_object (writer);
    }
  else if (JSON_NODE_HOLDS_ARRAY (value))
    add_json_array (writer, member, json_node_get_array (value));
  else if (JSON_NODE_HOLDS_NULL (value))
    hbk_json_writer_add_null (writer, member);
  else if (json_node_get_value_type (value) == G_TYPE_BOOLEAN)
    hbk_json_writer_add_boolean (writer, member, json_node_get_boolean (value));
  else if (json_node_get_value_type (value) == G_TYPE_STRING)
    hbk_json_writer_add_string (writer, member, json_node_get_string (value));
  else if (json_node_get_value_type (value) == G_TYPE_INT64)
    hbk_json_writer_add_int (writer, member, json_node_get_int (value));
  else
    add_double (writer, member, json_node_get_double (value));
}

/**
 * hbk_json_writer_add_members:
 * @writer: a writer inside an object
 * @members: (nullable): an object
 *
 * Writes the members of an object into the current one, in their order.
 */
void
hbk_json_writer_add_members (HbkJsonWriter *writer, JsonObject *members)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  g_return_if_fail (writer != NULL);

  if (members == NULL)
    return;

  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    hbk_json_writer_add_node (writer, name, node);
}
