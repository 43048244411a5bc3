/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-json-reader.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "records/hbk-json-locate.h"
#include "records/hbk-json-path.h"
#include "records/hbk-json-scan-private.h"

#define SAMPLE_CHARS 24

/* One step down from the root. */
typedef struct
{
  JsonNode   *node;
  const char *member;   /* NULL for the root and for elements */
  guint       position; /* of an element */
  gboolean    same;     /* the value of the place before, entered once more */
} Place;

struct _HbkJsonReader
{
  GBytes         *bytes;
  HbkProblems    *problems;
  guint           n_problems_before;
  JsonParser     *parser;
  HbkJsonLocator *locator;

  /* Every value may be entered as it is and once more for what it has to be. */
  Place places[2 * HBK_JSON_DEPTH_MAX + 2];
  guint depth;
};

/* ---- Making ---- */

/* The parser must agree with the scan; if it ever does not, the file is refused all the same. */
static gboolean
parse (HbkJsonReader *self)
{
  g_autoptr (GError) error = NULL;
  gsize       length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  self->parser = json_parser_new ();
  json_parser_set_strict (self->parser, TRUE);
  if (json_parser_load_from_data (self->parser, data, (gssize) length, &error))
    return TRUE;

  hbk_problems_add_printf (self->problems, HBK_ERROR_SYNTAX, 0, NULL, _ ("Correct the file."), _ ("The file is not valid JSON: %s"), error->message);
  return FALSE;
}

/**
 * hbk_json_reader_new:
 * @bytes: the bytes of a file
 * @limits: how large it may be
 * @problems: where to put what is wrong; must outlive the reader
 *
 * Checks and parses a JSON document whose root is an object, and stands at that root.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL when a problem was reported
 */
HbkJsonReader *
hbk_json_reader_new (GBytes *bytes, const HbkJsonLimits *limits, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) self = NULL;
  const char *data;
  gsize       length;

  g_return_val_if_fail (bytes != NULL && limits != NULL && problems != NULL, NULL);

  self = g_new0 (HbkJsonReader, 1);
  self->bytes = g_bytes_ref (bytes);
  self->problems = problems;
  self->n_problems_before = hbk_problems_get_n_total (problems);

  data = g_bytes_get_data (bytes, &length);
  if (!hbk_json_scan (data, length, limits, problems) || !parse (self))
    return NULL;

  self->places[0].node = json_parser_get_root (self->parser);
  if (!JSON_NODE_HOLDS_OBJECT (self->places[0].node))
    {
      hbk_json_reader_report_expected (self, NULL, _ ("an object in { }"), _ ("Choose another file; this one is of another kind."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * hbk_json_reader_free:
 * @reader: (transfer full) (nullable): a reader
 *
 * Frees a reader and all that it read; strings and nodes that it gave out are gone with it.
 */
void
hbk_json_reader_free (HbkJsonReader *reader)
{
  if (reader == NULL)
    return;

  g_clear_object (&reader->parser);
  hbk_json_locator_free (reader->locator);
  g_bytes_unref (reader->bytes);
  g_free (reader);
}

/* ---- Where we are ---- */

static JsonNode *
here (HbkJsonReader *self)
{
  return self->places[self->depth].node;
}

/**
 * hbk_json_reader_get_problems:
 * @reader: a reader
 *
 * Gives the list to which problems are reported.
 *
 * Returns: (transfer none): the list
 */
HbkProblems *
hbk_json_reader_get_problems (HbkJsonReader *reader)
{
  g_return_val_if_fail (reader != NULL, NULL);

  return reader->problems;
}

/**
 * hbk_json_reader_get_n_problems:
 * @reader: a reader
 *
 * Counts the problems reported since the reader was made.
 *
 * Returns: the number
 */
guint
hbk_json_reader_get_n_problems (HbkJsonReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);

  return hbk_problems_get_n_total (reader->problems) - reader->n_problems_before;
}

/**
 * hbk_json_reader_dup_path:
 * @reader: a reader
 * @member: (nullable): a member of the current object, which need not exist
 *
 * Writes the path of the current place or of one of its members.
 *
 * Returns: (transfer full): the path, such as `$.records[3].facts`
 */
char *
hbk_json_reader_dup_path (HbkJsonReader *reader, const char *member)
{
  GString *path;

  g_return_val_if_fail (reader != NULL, NULL);

  path = g_string_new ("$");
  for (guint i = 1; i <= reader->depth; i++)
    {
      if (reader->places[i].same)
        continue;

      if (reader->places[i].member != NULL)
        hbk_json_path_append_key (path, reader->places[i].member, -1);
      else
        hbk_json_path_append_index (path, reader->places[i].position);
    }

  if (member != NULL)
    hbk_json_path_append_key (path, member, -1);

  return g_string_free_and_steal (path);
}

/**
 * hbk_json_reader_get_node:
 * @reader: a reader
 * @member: (nullable): a member of the current object, or %NULL for the current value itself
 *
 * Gives what stands at a place, whatever it is.
 *
 * Returns: (transfer none) (nullable): the node, which lives as long as the reader; %NULL when there is none
 */
JsonNode *
hbk_json_reader_get_node (HbkJsonReader *reader, const char *member)
{
  g_return_val_if_fail (reader != NULL, NULL);

  if (member == NULL)
    return here (reader);

  if (!JSON_NODE_HOLDS_OBJECT (here (reader)))
    return NULL;

  return json_object_get_member (json_node_get_object (here (reader)), member);
}

static HbkJsonKind
kind_of (JsonNode *node)
{
  if (node == NULL)
    return HBK_JSON_ABSENT;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return HBK_JSON_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return HBK_JSON_ARRAY;
  if (JSON_NODE_HOLDS_NULL (node))
    return HBK_JSON_NULL;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return HBK_JSON_STRING;

    case G_TYPE_BOOLEAN:
      return HBK_JSON_BOOLEAN;

    default:
      return HBK_JSON_NUMBER;
    }
}

/**
 * hbk_json_reader_get_kind:
 * @reader: a reader
 * @member: (nullable): a member of the current object, or %NULL for the current value itself
 *
 * Says what kind of value stands at a place, where several are allowed.
 *
 * Returns: the kind; nothing is reported
 */
HbkJsonKind
hbk_json_reader_get_kind (HbkJsonReader *reader, const char *member)
{
  return kind_of (hbk_json_reader_get_node (reader, member));
}

/**
 * hbk_json_reader_has_member:
 * @reader: a reader
 * @member: a key
 *
 * Says whether the current object has a member.
 *
 * Returns: %TRUE when it has, even if the value is null
 */
gboolean
hbk_json_reader_has_member (HbkJsonReader *reader, const char *member)
{
  g_return_val_if_fail (member != NULL, FALSE);

  return hbk_json_reader_get_node (reader, member) != NULL;
}

/**
 * hbk_json_reader_list_members:
 * @reader: a reader
 *
 * Lists the keys of the current object, in the order of the file.
 *
 * Returns: (transfer container) (array zero-terminated=1): the keys, which live as long as the reader; none when the
 *   current value is no object
 */
const char **
hbk_json_reader_list_members (HbkJsonReader *reader)
{
  GPtrArray     *names;
  JsonObjectIter iter;
  const char    *name;

  g_return_val_if_fail (reader != NULL, NULL);

  names = g_ptr_array_new ();
  if (JSON_NODE_HOLDS_OBJECT (here (reader)))
    {
      json_object_iter_init_ordered (&iter, json_node_get_object (here (reader)));
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);

  return (const char **) g_ptr_array_free (names, FALSE);
}

/* ---- Going somewhere ---- */

static gboolean
step (HbkJsonReader *self, Place place)
{
  if (place.node == NULL)
    return FALSE;

  g_return_val_if_fail (self->depth + 1 < G_N_ELEMENTS (self->places), FALSE);

  self->places[++self->depth] = place;

  return TRUE;
}

/**
 * hbk_json_reader_enter_member:
 * @reader: a reader
 * @member: (nullable): a key, which must stay alive until the place is left, or %NULL for the current value itself
 *
 * Goes to a member of the current object, whatever its kind; nothing is reported.
 *
 * Returns: %TRUE when the place has changed and is to be left again
 */
gboolean
hbk_json_reader_enter_member (HbkJsonReader *reader, const char *member)
{
  g_return_val_if_fail (reader != NULL, FALSE);

  return step (reader, (Place) { hbk_json_reader_get_node (reader, member), member, 0, member == NULL });
}

/**
 * hbk_json_reader_enter_element:
 * @reader: a reader
 * @position: which element, from 0
 *
 * Goes to an element of the current array, whatever its kind; nothing is reported.
 *
 * Returns: %TRUE when the place has changed and is to be left again
 */
gboolean
hbk_json_reader_enter_element (HbkJsonReader *reader, guint position)
{
  JsonArray *array;

  g_return_val_if_fail (reader != NULL, FALSE);

  if (!JSON_NODE_HOLDS_ARRAY (here (reader)))
    return FALSE;

  array = json_node_get_array (here (reader));
  if (position >= json_array_get_length (array))
    return FALSE;

  return step (reader, (Place) { json_array_get_element (array, position), NULL, position, FALSE });
}

/**
 * hbk_json_reader_leave:
 * @reader: a reader
 *
 * Goes back to where the last successful enter came from.
 */
void
hbk_json_reader_leave (HbkJsonReader *reader)
{
  g_return_if_fail (reader != NULL && reader->depth > 0);

  reader->depth--;
}

/* ---- Problems ---- */

/**
 * hbk_json_reader_report_member:
 * @reader: a reader
 * @member: (nullable): a member of the current object, or %NULL for the current value itself
 * @code: which kind of problem it is
 * @what: what is wrong: a whole sentence
 * @action: (nullable): what to do about it: a whole sentence
 *
 * Reports a problem at a member, with its path and line.
 *
 * A member that does not exist is reported in the line of its object.
 */
void
hbk_json_reader_report_member (HbkJsonReader *reader, const char *member, HbkError code, const char *what, const char *action)
{
  g_autofree char *path = NULL;
  int              line;

  g_return_if_fail (reader != NULL && what != NULL);

  /* Finding a line means reading the file again up to there: not for a problem that is only counted. */
  if (hbk_problems_is_full (reader->problems))
    {
      hbk_problems_add (reader->problems, code, 0, NULL, what, action);
      return;
    }

  if (reader->locator == NULL)
    {
      gsize       length;
      const char *data = g_bytes_get_data (reader->bytes, &length);

      reader->locator = hbk_json_locator_new (data, length);
    }

  path = hbk_json_reader_dup_path (reader, member);
  line = hbk_json_locator_find (reader->locator, path);
  if (line == 0)
    {
      g_autofree char *object_path = hbk_json_reader_dup_path (reader, NULL);

      line = hbk_json_locator_find (reader->locator, object_path);
    }

  hbk_problems_add (reader->problems, code, line, path, what, action);
}

/**
 * hbk_json_reader_report:
 * @reader: a reader
 * @code: which kind of problem it is
 * @what: what is wrong: a whole sentence
 * @action: (nullable): what to do about it: a whole sentence
 *
 * Reports a problem at the current place, with its path and line.
 */
void
hbk_json_reader_report (HbkJsonReader *reader, HbkError code, const char *what, const char *action)
{
  hbk_json_reader_report_member (reader, NULL, code, what, action);
}

/**
 * hbk_json_reader_report_printf:
 * @reader: a reader
 * @member: (nullable): a member of the current object, or %NULL for the current value itself
 * @code: which kind of problem it is
 * @action: (nullable): what to do about it: a whole sentence
 * @what_format: what is wrong: a whole sentence, as a printf format
 * @...: the arguments of @what_format
 *
 * Reports a problem whose first sentence is put together.
 */
void
hbk_json_reader_report_printf (HbkJsonReader *reader, const char *member, HbkError code, const char *action, const char *what_format, ...)
{
  g_autofree char *what = NULL;
  va_list          args;

  g_return_if_fail (reader != NULL && what_format != NULL);

  va_start (args, what_format);
  what = g_strdup_vprintf (what_format, args);
  va_end (args);

  hbk_json_reader_report_member (reader, member, code, what, action);
}

/* A long run of digits may be the number of an identity card or telephone, which no message repeats. */
static gboolean
may_be_private (const char *text)
{
  guint run = 0;

  for (; *text != '\0'; text++)
    {
      run = g_ascii_isdigit (*text) ? run + 1 : 0;
      if (run > 8)
        return TRUE;
    }

  return FALSE;
}

static char *
describe_number (JsonNode *node)
{
  double value = json_node_get_double (node);
  char   buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value <= -1e9 || value >= 1e9)
    return g_strdup (_ ("a number with many digits"));

  g_ascii_formatd (buffer, sizeof buffer, "%.12g", value);
  return g_strdup_printf (_ ("the number %s"), buffer);
}

static char *
describe (JsonNode *node)
{
  g_autofree char *sample = NULL;

  switch (kind_of (node))
    {
    case HBK_JSON_OBJECT:
      return g_strdup (_ ("an object in { }"));

    case HBK_JSON_ARRAY:
      return g_strdup (_ ("a list in [ ]"));

    case HBK_JSON_NULL:
      return g_strdup ("null");

    case HBK_JSON_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");

    case HBK_JSON_NUMBER:
      return describe_number (node);

    case HBK_JSON_STRING:
      if (may_be_private (json_node_get_string (node)))
        return g_strdup (_ ("a text with many digits"));
      sample = hbk_text_escape (json_node_get_string (node), -1, SAMPLE_CHARS);
      return g_strdup_printf (_ ("the text “%s”"), sample);

    case HBK_JSON_ABSENT:
    default:
      return g_strdup (_ ("nothing"));
    }
}

/**
 * hbk_json_reader_report_expected:
 * @reader: a reader
 * @member: (nullable): a member of the current object, or %NULL for the current value itself
 * @expected: what should be there, as a phrase: `a list in [ ]`
 * @action: (nullable): what to do about it: a whole sentence
 *
 * Reports that something else stands at a place than should; what is there is described.
 */
void
hbk_json_reader_report_expected (HbkJsonReader *reader, const char *member, const char *expected, const char *action)
{
  g_autofree char *found = NULL;

  g_return_if_fail (reader != NULL && expected != NULL);

  found = describe (hbk_json_reader_get_node (reader, member));
  /* Translators: the first %s is what should be there, such as “a list in [ ]”, the second what is there. */
  hbk_json_reader_report_printf (reader, member, HBK_ERROR_VALUE, action, _ ("Expected %1$s, found %2$s."), expected, found);
}

/**
 * hbk_json_reader_only_keys:
 * @reader: a reader
 * @allowed: (array zero-terminated=1): the keys that the current object may have
 *
 * Reports every other key of the current object, with the one that was probably meant.
 *
 * Returns: %TRUE when there was no other
 */
gboolean
hbk_json_reader_only_keys (HbkJsonReader *reader, const char *const *allowed)
{
  g_autofree const char **names = NULL;
  gboolean                known = TRUE;

  g_return_val_if_fail (reader != NULL && allowed != NULL, FALSE);

  names = hbk_json_reader_list_members (reader);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *shown = NULL;
      g_autofree char *action = NULL;
      const char      *meant;

      if (g_strv_contains (allowed, names[i]))
        continue;

      known = FALSE;
      meant = hbk_text_nearest (names[i], allowed);
      action = meant != NULL ? g_strdup_printf (_ ("Did you mean “%s”?"), meant) : g_strdup (_ ("Remove it or correct its spelling."));
      shown = hbk_text_escape (names[i], -1, SAMPLE_CHARS);
      hbk_json_reader_report_printf (reader, names[i], HBK_ERROR_UNKNOWN, action, _ ("The key “%s” is not known here."), shown);
    }

  return known;
}
