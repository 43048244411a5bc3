/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-findings.h"

#include <string.h>

/* The longest start of a text that is UTF-8 without NUL and fits. */
static gsize
fitting_length (const char *text, gsize length, gsize max_bytes)
{
  const char *end;

  g_utf8_validate (text, (gssize) MIN (length, max_bytes), &end);

  return (gsize) (end - text);
}

/**
 * hbk_findings_init:
 * @findings: findings
 *
 * Sets findings to nothing known.
 */
void
hbk_findings_init (HbkFindings *findings)
{
  g_return_if_fail (findings != NULL);

  *findings = (HbkFindings) { .media_type = "application/octet-stream", .orientation = 1 };
}

/**
 * hbk_findings_clear:
 * @findings: findings
 *
 * Frees what findings hold.
 */
void
hbk_findings_clear (HbkFindings *findings)
{
  g_return_if_fail (findings != NULL);

  if (findings->title != NULL)
    g_string_free (g_steal_pointer (&findings->title), TRUE);
  if (findings->text != NULL)
    g_string_free (g_steal_pointer (&findings->text), TRUE);
  g_clear_pointer (&findings->thumbnail, g_bytes_unref);
}

/**
 * hbk_findings_set_title:
 * @findings: findings
 * @title: a title that anybody may have written
 *
 * Sets the title, cut to what a reply takes and in one line. A title of spaces is none.
 */
void
hbk_findings_set_title (HbkFindings *findings, const char *title)
{
  g_autoptr (GString) line = NULL;
  g_autofree char *valid = NULL;

  g_return_if_fail (findings != NULL && title != NULL);

  /* What a page of Chinese would hold is more than any title. */
  valid = g_utf8_make_valid (title, (gssize) strnlen (title, HBK_FINDINGS_MAX_TITLE * 2));
  line = g_string_new (NULL);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (line, g_unichar_iscntrl (character) ? ' ' : character);
    }

  g_strstrip (line->str);
  line->len = strlen (line->str);
  g_string_truncate (line, fitting_length (line->str, line->len, HBK_FINDINGS_MAX_TITLE));

  if (findings->title != NULL)
    g_string_free (findings->title, TRUE);
  findings->title = line->len > 0 ? g_steal_pointer (&line) : NULL;
}

/**
 * hbk_findings_set_text:
 * @findings: findings
 * @text: (array length=length): text
 * @length: how many bytes
 *
 * Sets the text, cut to what a reply takes and before what is not UTF-8.
 */
void
hbk_findings_set_text (HbkFindings *findings, const char *text, gsize length)
{
  gsize fitting;

  g_return_if_fail (findings != NULL && text != NULL);

  fitting = fitting_length (text, length, HBK_FINDINGS_MAX_TEXT);
  if (findings->text != NULL)
    g_string_free (findings->text, TRUE);
  findings->text = fitting > 0 ? g_string_new_len (text, (gssize) fitting) : NULL;
}
