/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-json-locate.h"

#include <string.h>

#include "records/hbk-json-path.h"
#include "records/hbk-json-text.h"

/*
 * The text has been scanned before, so that it is taken to be well-formed; whatever it is, though, nothing beyond
 * its end is read and every step moves on.
 */
struct _HbkJsonLocator
{
  const char *data;
  const char *end;

  /* Lines up to here have been counted. */
  const char *counted;
  int         line;

  /* Where an element of an outermost array was found: the next one asked for is likely to come after it. */
  char       *array_path;
  guint       position;
  const char *element;
};

/**
 * hbk_json_locator_new:
 * @data: a JSON text, which must stay alive
 * @length: its length in bytes
 *
 * Makes a locator.
 *
 * Returns: (transfer full): the locator
 */
HbkJsonLocator *
hbk_json_locator_new (const char *data, gsize length)
{
  HbkJsonLocator *locator;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  locator = g_new0 (HbkJsonLocator, 1);
  locator->data = data;
  locator->end = data + length;
  locator->counted = data;
  locator->line = 1;

  return locator;
}

/**
 * hbk_json_locator_free:
 * @locator: (transfer full) (nullable): a locator
 *
 * Frees a locator.
 */
void
hbk_json_locator_free (HbkJsonLocator *locator)
{
  if (locator == NULL)
    return;

  g_free (locator->array_path);
  g_free (locator);
}

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;

  return p;
}

/* From the opening quote to behind the closing one. */
static const char *
skip_string (const char *p, const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    {
      if (*p == '\\' && p + 1 < end)
        p++;
    }

  return p < end ? p + 1 : end;
}

static gboolean
ends_scalar (char c)
{
  return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static const char *
skip_value (const char *p, const char *end)
{
  int depth = 0;

  do
    {
      if (p == end)
        return end;

      if (*p == '"')
        p = skip_string (p, end);
      else
        {
          if (*p == '{' || *p == '[')
            depth++;
          else if (*p == '}' || *p == ']')
            depth--;
          p++;
        }
    }
  while (depth > 0);

  while (p < end && !ends_scalar (*p))
    p++;

  return p;
}

/* Behind the comma that follows a value, or NULL when there is none. */
static const char *
next_value (const char *p, const char *end)
{
  p = skip_space (skip_value (p, end), end);

  return p < end && *p == ',' ? skip_space (p + 1, end) : NULL;
}

/* Whether the path goes on with this key; then it is moved behind it. */
static gboolean
match_key (const char *key, gsize length, const char **path)
{
  g_autoptr (GString) plain = g_string_sized_new (length);
  g_autoptr (GString) step = g_string_new (NULL);
  char after;

  hbk_json_text_unescape (key, length, plain);
  hbk_json_path_append_key (step, plain->str, plain->len);

  if (!g_str_has_prefix (*path, step->str))
    return FALSE;

  after = (*path)[step->len];
  if (after != '\0' && after != '.' && after != '[')
    return FALSE;

  *path += step->len;
  return TRUE;
}

static const char *
find_member (HbkJsonLocator *self, const char *p, const char **path)
{
  for (p = skip_space (p + 1, self->end); p != NULL && p < self->end && *p == '"'; p = next_value (p, self->end))
    {
      const char *key = p + 1;
      const char *key_end = skip_string (p, self->end);

      p = skip_space (key_end, self->end);
      if (p == self->end || *p != ':')
        return NULL;
      p = skip_space (p + 1, self->end);

      if (match_key (key, key_end - 1 - key, path))
        return p;
    }

  return NULL;
}

static gboolean
read_position (const char **path, guint64 *position)
{
  char *after;

  if (!g_ascii_isdigit ((*path)[1]))
    return FALSE;

  *position = g_ascii_strtoull (*path + 1, &after, 10);
  if (*after != ']')
    return FALSE;

  *path = after + 1;
  return TRUE;
}

/* Whether an element of that array, not behind the wanted one, was found before. */
static gboolean
remembers (const HbkJsonLocator *self, const char *array_path, gsize length, guint64 wanted)
{
  if (self->array_path == NULL || self->position > wanted)
    return FALSE;

  return strlen (self->array_path) == length && memcmp (self->array_path, array_path, length) == 0;
}

static const char *
find_element (HbkJsonLocator *self, const char *p, const char *whole_path, const char **path)
{
  gsize    array_length = *path - whole_path;
  gboolean outermost = memchr (whole_path, '[', array_length) == NULL;
  guint64  wanted, i = 0;

  if (!read_position (path, &wanted))
    return NULL;

  if (outermost && remembers (self, whole_path, array_length, wanted))
    {
      i = self->position;
      p = self->element;
    }
  else
    p = skip_space (p + 1, self->end);

  for (; p != NULL && i < wanted; i++)
    p = next_value (p, self->end);

  if (p == NULL || p == self->end || *p == ']')
    return NULL;

  if (outermost)
    {
      g_free (self->array_path);
      self->array_path = g_strndup (whole_path, array_length);
      self->position = (guint) i;
      self->element = p;
    }

  return p;
}

static const char *
find_value (HbkJsonLocator *self, const char *path)
{
  const char *p = skip_space (self->data, self->end);
  const char *rest = path + 1;

  while (p != NULL && p < self->end && *rest != '\0')
    {
      if (*p == '{')
        p = find_member (self, p, &rest);
      else if (*p == '[' && *rest == '[')
        p = find_element (self, p, path, &rest);
      else
        p = NULL;
    }

  return p;
}

/**
 * hbk_json_locator_find:
 * @locator: a locator
 * @path: a JSON path as problems carry it, such as `$.records[3].facts.days`
 *
 * Finds the line in which a value begins.
 *
 * Returns: the line, from 1, or 0 when there is no such value
 */
int
hbk_json_locator_find (HbkJsonLocator *locator, const char *path)
{
  const char *p;

  g_return_val_if_fail (locator != NULL && path != NULL && path[0] == '$', 0);

  p = find_value (locator, path);
  if (p == NULL || p == locator->end)
    return 0;

  if (p < locator->counted)
    {
      locator->counted = locator->data;
      locator->line = 1;
    }

  for (; locator->counted < p; locator->counted++)
    {
      if (*locator->counted == '\n')
        locator->line++;
    }

  return locator->line;
}

/**
 * hbk_json_locate:
 * @data: a JSON text
 * @length: its length in bytes
 * @path: a JSON path as problems carry it, such as `$.records[3].facts.days`
 *
 * Finds the line in which a value begins, once; for many paths make a [struct@JsonLocator].
 *
 * Returns: the line, from 1, or 0 when there is no such value
 */
int
hbk_json_locate (const char *data, gsize length, const char *path)
{
  g_autoptr (HbkJsonLocator) locator = hbk_json_locator_new (data, length);

  return hbk_json_locator_find (locator, path);
}
