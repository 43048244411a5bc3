/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-tape.h"

#include <string.h>

#include "records/hbk-json-scan-private.h"
#include "records/hbk-json-text.h"

/* Ends every string where it stands; an escape is never shorter than what it means. */
static void
finish_strings (HbkJsonTape *tape)
{
  g_autoptr (GString) plain = NULL;

  for (guint i = 0; i < tape->list.n_tokens; i++)
    {
      HbkJsonToken *token = &tape->list.tokens[i];
      char         *text = tape->text + token->place + 1;

      if (token->kind != '"')
        continue;

      if (token->escaped)
        {
          if (plain == NULL)
            plain = g_string_new (NULL);
          g_string_truncate (plain, 0);
          hbk_json_text_unescape (text, token->size, plain);
          memcpy (text, plain->str, plain->len);
          token->size = (guint32) plain->len;
        }
      text[token->size] = '\0';
    }
}

/**
 * hbk_json_tape_new:
 * @data: the bytes of a file
 * @length: how many
 * @limits: how large it may be
 * @problems: where to put what is wrong
 *
 * Checks a JSON document as hbk_json_scan() does, and notes where everything in it stands.
 *
 * Returns: (transfer full) (nullable): the tape, or %NULL when a problem was reported
 */
HbkJsonTape *
hbk_json_tape_new (const char *data, gsize length, const HbkJsonLimits *limits, HbkProblems *problems)
{
  g_autoptr (HbkJsonTape) tape = g_new0 (HbkJsonTape, 1);

  if (!hbk_json_scan_tokens (data, length, limits, problems, &tape->list))
    return NULL;

  tape->text = g_malloc (length + 1);
  memcpy (tape->text, data, length);
  tape->text[length] = '\0';
  finish_strings (tape);

  return g_steal_pointer (&tape);
}

/**
 * hbk_json_tape_free:
 * @tape: (transfer full) (nullable): a tape
 *
 * Frees a tape; texts and nodes that it gave out are gone with it.
 */
void
hbk_json_tape_free (HbkJsonTape *tape)
{
  if (tape == NULL)
    return;

  g_clear_pointer (&tape->nodes, g_hash_table_unref);
  g_free (tape->list.tokens);
  g_free (tape->text);
  g_free (tape);
}

/**
 * hbk_json_tape_find_member:
 * @tape: a tape
 * @object: an object
 * @key: a key
 *
 * Finds a member of an object.
 *
 * Returns: the value, or 0 when the object has no such member
 */
guint
hbk_json_tape_find_member (const HbkJsonTape *tape, guint object, const char *key)
{
  const HbkJsonToken *tokens = tape->list.tokens;
  gsize               length = strlen (key);
  guint               end = tokens[object].next;

  for (guint i = object + 1; i < end; i = tokens[i + 1].next)
    {
      const char *found = tape->text + tokens[i].place + 1;

      if (tokens[i].size == length && *found == *key && memcmp (found, key, length) == 0)
        return i + 1;
    }

  return 0;
}

/* Digits with at most one point and no exponent, few enough that one division gives the nearest double. */
static gboolean
read_short (const char *p, double *number)
{
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gboolean            negative = *p == '-';
  gint64              digits = 0;
  guint               n = 0, decimals = 0;

  p += negative;
  for (; g_ascii_isdigit (*p) && n < 15; n++)
    digits = digits * 10 + (*p++ - '0');
  if (*p == '.')
    {
      for (p++; g_ascii_isdigit (*p) && n < 15; n++, decimals++)
        digits = digits * 10 + (*p++ - '0');
    }

  if (g_ascii_isdigit (*p) || *p == 'e' || *p == 'E')
    return FALSE;

  *number = (double) digits / powers[decimals];
  if (negative)
    *number = -*number;
  return TRUE;
}

/**
 * hbk_json_tape_get_number:
 * @tape: a tape
 * @number: a number
 *
 * Reads a number.
 *
 * Returns: the number
 */
double
hbk_json_tape_get_number (const HbkJsonTape *tape, guint number)
{
  const char *text = tape->text + tape->list.tokens[number].place;
  double      value;

  return read_short (text, &value) ? value : g_ascii_strtod (text, NULL);
}

/* ---- Trees of json-glib, for what is kept as it is ---- */

static JsonNode *
build_number (const HbkJsonTape *tape, guint number)
{
  const char *text = tape->text + tape->list.tokens[number].place;
  const char *p = text;

  while (g_ascii_isdigit (*p) || *p == '-')
    p++;

  if (*p == '.' || *p == 'e' || *p == 'E')
    return json_node_init_double (json_node_alloc (), hbk_json_tape_get_number (tape, number));

  return json_node_init_int (json_node_alloc (), g_ascii_strtoll (text, NULL, 10));
}

static JsonNode *build (const HbkJsonTape *tape, guint value);

static JsonNode *
build_object (const HbkJsonTape *tape, guint value)
{
  g_autoptr (JsonObject) object = json_object_new ();
  const HbkJsonToken *tokens = tape->list.tokens;

  for (guint i = value + 1; i < tokens[value].next; i = tokens[i + 1].next)
    json_object_set_member (object, hbk_json_tape_get_text (tape, i), build (tape, i + 1));

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
build_array (const HbkJsonTape *tape, guint value)
{
  const HbkJsonToken *tokens = tape->list.tokens;
  g_autoptr (JsonArray) array = json_array_sized_new (tokens[value].size);

  for (guint i = value + 1; i < tokens[value].next; i = tokens[i].next)
    json_array_add_element (array, build (tape, i));

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
build (const HbkJsonTape *tape, guint value)
{
  const HbkJsonToken *token = hbk_json_tape_get (tape, value);

  switch (token->kind)
    {
    case '{':
      return build_object (tape, value);
    case '[':
      return build_array (tape, value);
    case '"':
      return json_node_init_string (json_node_alloc (), hbk_json_tape_get_text (tape, value));
    case '0':
      return build_number (tape, value);
    case 'n':
      return json_node_init_null (json_node_alloc ());
    default:
      return json_node_init_boolean (json_node_alloc (), token->kind == 't');
    }
}

/**
 * hbk_json_tape_get_node:
 * @tape: a tape
 * @value: a value
 *
 * Makes a tree of a value; the second time the same one is given.
 *
 * Returns: (transfer none): the tree, which lives as long as the tape
 */
JsonNode *
hbk_json_tape_get_node (HbkJsonTape *tape, guint value)
{
  JsonNode *node;

  if (tape->nodes == NULL)
    tape->nodes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) json_node_unref);

  node = g_hash_table_lookup (tape->nodes, GUINT_TO_POINTER (value));
  if (node != NULL)
    return node;

  node = build (tape, value);
  g_hash_table_insert (tape->nodes, GUINT_TO_POINTER (value), node);

  return node;
}
