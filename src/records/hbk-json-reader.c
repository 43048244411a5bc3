/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-json-reader-private.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "records/hbk-json-path.h"
#include "records/hbk-json-scan-private.h"

#define SAMPLE_CHARS 24

/* One step down from the root. */
typedef struct
{
  guint       value;
  const char *member;   /* NULL for the root and for elements */
  guint       position; /* of an element */
  gboolean    same;     /* the value of the place before, entered once more */

  /* Of an array: the element entered last, since the next one is the one asked for. */
  guint last;
  guint last_position;
} Place;

struct _HbkJsonReader
{
  GBytes      *bytes;
  HbkProblems *problems;
  guint        n_problems_before;
  HbkJsonTape *tape;

  /* Lines up to here have been counted. */
  gsize counted;
  int   line;

  /* Every value may be entered as it is and once more for what it has to be. */
  Place places[2 * HBK_JSON_DEPTH_MAX + 2];
  guint depth;
};

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

static guint
here (HbkJsonReader *self)
{
  return self->places[self->depth].value;
}

static gboolean
is_here (HbkJsonReader *self, char kind)
{
  return hbk_json_tape_get (self->tape, here (self))->kind == kind;
}

HbkJsonTape *
hbk_json_reader_get_tape (HbkJsonReader *reader)
{
  return reader->tape;
}

gboolean
hbk_json_reader_find (HbkJsonReader *reader, const char *member, guint *value)
{
  g_return_val_if_fail (reader != NULL, FALSE);

  if (member == NULL)
    {
      *value = here (reader);
      return TRUE;
    }

  *value = is_here (reader, '{') ? hbk_json_tape_find_member (reader->tape, here (reader), member) : 0;

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

  if (!is_here (reader, '{'))
    return g_new0 (const char *, 1);

  object = hbk_json_tape_get (reader->tape, here (reader));
  names = g_new (const char *, object->size + 1);
  for (guint i = here (reader) + 1; i < object->next; i = hbk_json_tape_get (reader->tape, i + 1)->next)
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

  if (!is_here (reader, '{') || position >= hbk_json_tape_get (reader->tape, here (reader))->size)
    return NULL;

  key = here (reader) + 1;
  for (; position > 0; position--)
    key = hbk_json_tape_get (reader->tape, key + 1)->next;

  return hbk_json_tape_get_text (reader->tape, key);
}

/* ---- Going somewhere ---- */

static gboolean
step (HbkJsonReader *self, Place place)
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

  return hbk_json_reader_find (reader, member, &value) && step (reader, (Place) { value, member, 0, member == NULL });
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
  Place *array;
  guint  value, n;

  g_return_val_if_fail (reader != NULL, FALSE);

  array = &reader->places[reader->depth];
  if (!is_here (reader, '[') || position >= hbk_json_tape_get (reader->tape, array->value)->size)
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

  return step (reader, (Place) { value, NULL, position, FALSE });
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

/* Fast when places are asked for in the order of the file. */
static int
line_of (HbkJsonReader *self, guint value)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);
  gsize       place = hbk_json_tape_get (self->tape, value)->place;

  if (place < self->counted)
    {
      self->counted = 0;
      self->line = 1;
    }

  for (; self->counted < place; self->counted++)
    {
      if (data[self->counted] == '\n')
        self->line++;
    }

  return self->line;
}

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
  guint            value;

  g_return_if_fail (reader != NULL && what != NULL);

  /* Finding a line means going through the file: not for a problem that is only counted. */
  if (hbk_problems_is_full (reader->problems))
    {
      hbk_problems_add (reader->problems, code, 0, NULL, what, action);
      return;
    }

  if (!hbk_json_reader_find (reader, member, &value))
    value = here (reader);

  path = hbk_json_reader_dup_path (reader, member);
  hbk_problems_add (reader->problems, code, line_of (reader, value), path, what, action);
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
describe_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value <= -1e9 || value >= 1e9)
    return g_strdup (_ ("a number with many digits"));

  g_ascii_formatd (buffer, sizeof buffer, "%.12g", value);
  return g_strdup_printf (_ ("the number %s"), buffer);
}

static char *
describe_text (const char *text)
{
  g_autofree char *sample = NULL;

  if (may_be_private (text))
    return g_strdup (_ ("a text with many digits"));

  sample = hbk_text_escape (text, -1, SAMPLE_CHARS);

  return g_strdup_printf (_ ("the text “%s”"), sample);
}

static char *
describe (HbkJsonReader *self, const char *member)
{
  guint value;

  if (!hbk_json_reader_find (self, member, &value))
    return g_strdup (_ ("nothing"));

  switch (hbk_json_tape_get_kind (self->tape, value))
    {
    case HBK_JSON_OBJECT:
      return g_strdup (_ ("an object in { }"));

    case HBK_JSON_ARRAY:
      return g_strdup (_ ("a list in [ ]"));

    case HBK_JSON_NULL:
      return g_strdup ("null");

    case HBK_JSON_BOOLEAN:
      return g_strdup (hbk_json_tape_get (self->tape, value)->kind == 't' ? "true" : "false");

    case HBK_JSON_NUMBER:
      return describe_number (hbk_json_tape_get_number (self->tape, value));

    case HBK_JSON_STRING:
    case HBK_JSON_ABSENT:
    default:
      return describe_text (hbk_json_tape_get_text (self->tape, value));
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

  found = describe (reader, member);
  /* Translators: the first %s is what should be there, such as “a list in [ ]”, the second what is there. */
  hbk_json_reader_report_printf (reader, member, HBK_ERROR_VALUE, action, _ ("Expected %1$s, found %2$s."), expected, found);
}

static void
report_key (HbkJsonReader *self, const char *key, const char *const *allowed)
{
  g_autofree char *shown = hbk_text_escape (key, -1, SAMPLE_CHARS);
  g_autofree char *action = NULL;
  const char      *meant = hbk_text_nearest (key, allowed);

  if (meant != NULL)
    action = g_strdup_printf (_ ("Did you mean “%s”?"), meant);

  hbk_json_reader_report_printf (self, key, HBK_ERROR_UNKNOWN, action != NULL ? action : _ ("Remove it or correct its spelling."), _ ("The key “%s” is not known here."), shown);
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
  gboolean known = TRUE;
  guint    end;

  g_return_val_if_fail (reader != NULL && allowed != NULL, FALSE);

  end = is_here (reader, '{') ? hbk_json_tape_get (reader->tape, here (reader))->next : 0;
  for (guint key = here (reader) + 1; key < end; key = hbk_json_tape_get (reader->tape, key + 1)->next)
    {
      if (g_strv_contains (allowed, hbk_json_tape_get_text (reader->tape, key)))
        continue;

      report_key (reader, hbk_json_tape_get_text (reader->tape, key), allowed);
      known = FALSE;
    }

  return known;
}
