/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-json-reader-private.h"

#include <glib/gi18n-lib.h>

#include "records/hbk-json-path.h"
#include "records/hbk-json-scan-private.h"

/* ---- Making ---- */

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
  self->line = 1;
  self->tape = hbk_json_tape_new (data, length, limits, problems);
  if (self->tape == NULL)
    return NULL;

  if (hbk_json_tape_get (self->tape, 0)->kind != '{')
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

  hbk_json_tape_free (reader->tape);
  g_bytes_unref (reader->bytes);
  g_free (reader);
}

/* ---- Where we are ---- */

gboolean
hbk_json_reader_find (HbkJsonReader *reader, const char *member, guint *value)
{
  g_return_val_if_fail (reader != NULL, FALSE);

  if (member == NULL)
    {
      *value = hbk_json_reader_here (reader);
      return TRUE;
    }

  *value = hbk_json_reader_is_here (reader, '{') ? hbk_json_tape_find_member (reader->tape, hbk_json_reader_here (reader), member) : 0;

  return *value != 0;
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
  guint value;

  return hbk_json_reader_find (reader, member, &value) ? hbk_json_tape_get_node (reader->tape, value) : NULL;
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
  guint value;

  return hbk_json_reader_find (reader, member, &value) ? hbk_json_tape_get_kind (reader->tape, value) : HBK_JSON_ABSENT;
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
  guint value;

  g_return_val_if_fail (member != NULL, FALSE);

  return hbk_json_reader_find (reader, member, &value);
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
  const HbkJsonToken *object;
  const char        **names;
  guint               n = 0;

  g_return_val_if_fail (reader != NULL, NULL);

  if (!hbk_json_reader_is_here (reader, '{'))
    return g_new0 (const char *, 1);

  object = hbk_json_tape_get (reader->tape, hbk_json_reader_here (reader));
  names = g_new (const char *, object->size + 1);
  for (guint i = hbk_json_reader_here (reader) + 1; i < object->next; i = hbk_json_tape_get (reader->tape, i + 1)->next)
    names[n++] = hbk_json_tape_get_text (reader->tape, i);
  names[n] = NULL;

  return names;
}

/**
 * hbk_json_reader_get_key:
 * @reader: a reader
 * @position: which member, from 0
 *
 * Gives a key of the current object by its position, for objects of a few members.
 *
 * Returns: (transfer none) (nullable): the key, which lives as long as the reader; %NULL when there are no more
 */
const char *
hbk_json_reader_get_key (HbkJsonReader *reader, guint position)
{
  guint key;

  g_return_val_if_fail (reader != NULL, NULL);

  if (!hbk_json_reader_is_here (reader, '{') || position >= hbk_json_tape_get (reader->tape, hbk_json_reader_here (reader))->size)
    return NULL;

  key = hbk_json_reader_here (reader) + 1;
  for (; position > 0; position--)
    key = hbk_json_tape_get (reader->tape, key + 1)->next;

  return hbk_json_tape_get_text (reader->tape, key);
}

/* ---- Going somewhere ---- */

static gboolean
step (HbkJsonReader *self, HbkJsonPlace place)
{
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
  guint value;

  return hbk_json_reader_find (reader, member, &value) && step (reader, (HbkJsonPlace) { value, member, 0, member == NULL });
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
  HbkJsonPlace *array;
  guint         value, n;

  g_return_val_if_fail (reader != NULL, FALSE);

  array = &reader->places[reader->depth];
  if (!hbk_json_reader_is_here (reader, '[') || position >= hbk_json_tape_get (reader->tape, array->value)->size)
    return FALSE;

  value = array->value + 1;
  n = 0;
  if (array->last != 0 && array->last_position <= position)
    {
      value = array->last;
      n = array->last_position;
    }
  for (; n < position; n++)
    value = hbk_json_tape_get (reader->tape, value)->next;

  array->last = value;
  array->last_position = position;

  return step (reader, (HbkJsonPlace) { value, NULL, position, FALSE });
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
