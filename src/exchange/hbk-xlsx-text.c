/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xlsx-text.h"

#include <string.h>

/* The length of _x000D_. */
#define ESCAPE_LENGTH 7

/**
 * hbk_xlsx_text_begin:
 * @self: what gathers
 * @name: the name of an element within a string
 *
 * Takes note that an element begins: runs of text are joined, phonetic ones left out.
 */
void
hbk_xlsx_text_begin (HbkXlsxText *self, const char *name)
{
  if (g_str_equal (name, "rPh"))
    self->n_hidden++;
  else if (g_str_equal (name, "t"))
    self->n_open = 1;
}

/**
 * hbk_xlsx_text_end:
 * @self: what gathers
 * @name: the name of an element within a string
 *
 * Takes note that an element ends.
 */
void
hbk_xlsx_text_end (HbkXlsxText *self, const char *name)
{
  if (g_str_equal (name, "rPh") && self->n_hidden > 0)
    self->n_hidden--;
  else if (g_str_equal (name, "t"))
    self->n_open = 0;
}

/**
 * hbk_xlsx_text_add:
 * @self: what gathers
 * @text: text within an element
 * @length: its length in bytes
 *
 * Adds text when it is part of the string.
 */
void
hbk_xlsx_text_add (HbkXlsxText *self, const char *text, gsize length)
{
  if (self->n_open > 0 && self->n_hidden == 0)
    g_string_append_len (self->text, text, (gssize) length);
}

/* The character of an escape such as _x000D_; 0 when it is none, or one that no text may have. */
static gunichar
read_escape (const char *p)
{
  gunichar c = 0;

  if (p[0] != '_' || p[1] != 'x')
    return 0;

  for (int i = 2; i < ESCAPE_LENGTH - 1; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return 0;
      c = c * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
    }

  return p[ESCAPE_LENGTH - 1] == '_' && g_unichar_validate (c) ? c : 0;
}

/**
 * hbk_xlsx_text_unescape:
 * @text: text of a spreadsheet
 * @from: where to begin, in bytes
 *
 * Turns what XML cannot hold and spreadsheets therefore write as `_x000D_` into the characters meant.
 */
void
hbk_xlsx_text_unescape (GString *text, gsize from)
{
  char *to;
  char *p;

  g_return_if_fail (text != NULL && from <= text->len);

  p = strstr (text->str + from, "_x");
  if (p == NULL)
    return;

  for (to = p; *p != '\0';)
    {
      gunichar c = read_escape (p);

      /* The character is never longer than its escape. */
      if (c != 0)
        {
          to += g_unichar_to_utf8 (c, to);
          p += ESCAPE_LENGTH;
        }
      else
        *to++ = *p++;
    }

  g_string_truncate (text, (gsize) (to - text->str));
}
