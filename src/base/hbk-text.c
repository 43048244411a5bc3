/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-text.h"

#include <string.h>

/* Longer names are not compared: no name that Hourbook knows comes near. */
#define DISTANCE_MAX_BYTES 64

/*
 * Characters that a reader would not see, or that would reorder or break the line they stand in. The two joiners are
 * left alone because scripts and emoji need them and they do no harm.
 */
static gboolean
is_deceptive (gunichar c)
{
  if (c == 0x200c || c == 0x200d)
    return FALSE;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * hbk_text_escape:
 * @text: any bytes
 * @length: how many, or -1 when @text ends with NUL
 * @max_chars: how many characters of @text to show at most
 *
 * Makes text from a file safe to show within a line.
 *
 * Control characters, line separators and invisible formatting such as a change of writing direction become `\u202e`,
 * bytes that are not UTF-8 become `\xff`, and what lies beyond @max_chars an ellipsis.
 *
 * Returns: (transfer full): valid UTF-8 of one line
 */
char *
hbk_text_escape (const char *text, gssize length, guint max_chars)
{
  GString    *escaped;
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  escaped = g_string_sized_new (MIN ((gsize) (end - text), max_chars) + 4);

  for (guint n = 0; text < end; n++)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);

      if (n == max_chars)
        {
          g_string_append (escaped, "…");
          break;
        }

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append_printf (escaped, "\\x%02x", (guchar) *text++);
          continue;
        }

      if (is_deceptive (c))
        g_string_append_printf (escaped, "\\u%04x", c);
      else
        g_string_append_unichar (escaped, c);

      text = g_utf8_next_char (text);
    }

  return g_string_free_and_steal (escaped);
}

/* One row of the table of distances, from the two before it. */
static void
fill_row (const char *a, const char *b, gsize i, guint rows[3][DISTANCE_MAX_BYTES + 1])
{
  const guint *before_last = rows[(i + 1) % 3];
  const guint *last = rows[(i + 2) % 3];
  guint       *row = rows[i % 3];

  row[0] = (guint) i;
  for (gsize j = 1; b[j - 1] != '\0'; j++)
    {
      row[j] = MIN (last[j], row[j - 1]) + 1;
      row[j] = MIN (row[j], last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], before_last[j - 2] + 1);
    }
}

/**
 * hbk_text_distance:
 * @a: a name
 * @b: another name
 *
 * Counts the bytes to insert, remove, replace or swap with their neighbour to turn one name into the other.
 *
 * Returns: the number, or %G_MAXUINT when one of them is too long to compare
 */
guint
hbk_text_distance (const char *a, const char *b)
{
  guint rows[3][DISTANCE_MAX_BYTES + 1];
  gsize a_length, b_length;

  g_return_val_if_fail (a != NULL && b != NULL, G_MAXUINT);

  a_length = strlen (a);
  b_length = strlen (b);
  if (a_length > DISTANCE_MAX_BYTES || b_length > DISTANCE_MAX_BYTES)
    return G_MAXUINT;

  for (gsize j = 0; j <= b_length; j++)
    rows[0][j] = (guint) j;

  for (gsize i = 1; i <= a_length; i++)
    fill_row (a, b, i, rows);

  return rows[a_length % 3][b_length];
}

/**
 * hbk_text_nearest:
 * @text: a name that is not known
 * @candidates: (array zero-terminated=1): the names that are
 *
 * Finds what was probably meant by a misspelt name.
 *
 * Returns: (transfer none) (nullable): the nearest of @candidates, or %NULL when none is near
 */
const char *
hbk_text_nearest (const char *text, const char *const *candidates)
{
  const char *nearest = NULL;
  guint       best;

  g_return_val_if_fail (text != NULL && candidates != NULL, NULL);

  /* A third of the name may be wrong, and one letter of a short one. */
  best = MAX (strlen (text) / 3, 1) + 1;

  for (gsize i = 0; candidates[i] != NULL; i++)
    {
      guint distance = hbk_text_distance (text, candidates[i]);

      if (distance < best)
        {
          best = distance;
          nearest = candidates[i];
        }
    }

  return nearest;
}
