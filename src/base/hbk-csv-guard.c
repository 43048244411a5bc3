/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/hbk-csv-guard.h"

#include <string.h>

/*
 * A spreadsheet takes a cell of a CSV file for a formula by how it begins, quoted or not. An apostrophe before it makes it
 * text. What begins with apostrophes already gets one more, so that taking one away always gives the text that was.
 */

/* Spaces of all kinds are passed over too: not every spreadsheet leaves them in place. */
static gboolean
is_passed_over (gunichar c)
{
  return c == '\'' || c == ' ' || c == 0xa0 || c == 0x3000 || c == 0xfeff;
}

static gboolean
begins_formula (const char *text)
{
  /* The last four are their full-width forms, which input methods give. */
  static const gunichar starts[] = { '=', '+', '-', '@', '\t', '\r', '\n', 0xff1d, 0xff0b, 0xff0d, 0xff20 };
  gunichar              c;

  while (is_passed_over (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  c = g_utf8_get_char (text);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (c == starts[i])
        return TRUE;
    }

  return FALSE;
}

/* A sign, digits and at most one point can do no harm, and a person may want to compute with them. */
static gboolean
is_plain_number (const char *text)
{
  gsize whole, fraction;

  if (*text == '-' || *text == '+')
    text++;

  whole = strspn (text, "0123456789");
  text += whole;
  if (*text == '\0')
    return whole > 0;

  fraction = *text == '.' ? strspn (text + 1, "0123456789") : 0;

  return whole > 0 && fraction > 0 && text[fraction + 1] == '\0';
}

/**
 * hbk_csv_needs_guard:
 * @text: the text of a cell
 *
 * Says whether a cell of a CSV file needs an apostrophe before it, lest a spreadsheet take it for a formula.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_csv_needs_guard (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return begins_formula (text) && !is_plain_number (text);
}

/**
 * hbk_csv_without_guard:
 * @text: the text of a cell of a CSV file
 *
 * Passes over the apostrophe that stands before what a spreadsheet would take for a formula.
 *
 * Returns: @text, or its second character
 */
const char *
hbk_csv_without_guard (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return *text == '\'' && begins_formula (text) ? text + 1 : text;
}
