/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-cell-text.h"

#include <string.h>

/* The full-width forms of ! to ~ lie in the same order. */
#define FULL_WIDTH_FIRST 0xff01
#define FULL_WIDTH_LAST 0xff5e
#define FULL_WIDTH_SHIFT 0xfee0

/* Spaces, and what takes none: marks that come along when text is copied from a web page. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || c == 0x200b || c == 0xfeff;
}

/**
 * hbk_cell_text_trim:
 * @text: the text of a cell
 *
 * Takes away the blanks at both ends.
 *
 * Returns: (transfer full): the text between
 */
char *
hbk_cell_text_trim (const char *text)
{
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  while (is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  end = text + strlen (text);
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (last)))
        break;
      end = last;
    }

  return g_strndup (text, (gsize) (end - text));
}

static char *
narrow (const char *text, gboolean with_blanks)
{
  g_autofree char *trimmed = hbk_cell_text_trim (text);
  GString         *result = g_string_sized_new (strlen (trimmed));

  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c) && with_blanks)
        g_string_append_c (result, ' ');
      else if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
        g_string_append_c (result, (char) (c - FULL_WIDTH_SHIFT));
      else if (!is_blank (c))
        g_string_append_unichar (result, c);
    }

  return g_string_free_and_steal (result);
}

/**
 * hbk_cell_text_narrow:
 * @text: the text of a cell
 *
 * Replaces the full-width digits, letters and signs of Chinese input methods by those of ASCII, and blanks by spaces.
 *
 * Returns: (transfer full): the text, without blanks at both ends
 */
char *
hbk_cell_text_narrow (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return narrow (text, TRUE);
}

/**
 * hbk_cell_text_key:
 * @text: the text of a cell, or a name it may be
 *
 * Makes texts that a person would call the same equal: in small letters, narrow, without any blanks.
 *
 * Returns: (transfer full): the text to compare
 */
char *
hbk_cell_text_key (const char *text)
{
  g_autofree char *narrowed = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  narrowed = narrow (text, FALSE);

  return g_utf8_strdown (narrowed, -1);
}
