/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-json-scan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "records/hbk-json-path.h"
#include "records/hbk-json-text.h"

static int
line_at (HbkJsonScan *scan, const char *place)
{
  if (place < scan->counted)
    {
      scan->counted = scan->data;
      scan->line = 1;
    }

  for (; scan->counted < place; scan->counted++)
    {
      if (*scan->counted == '\n')
        scan->line++;
    }

  return scan->line;
}

static char *
current_path (HbkJsonScan *scan)
{
  GString *path = g_string_new ("$");

  for (int i = 0; i < scan->depth; i++)
    {
      const HbkJsonLevel *level = &scan->levels[i];

      if (level->is_array)
        hbk_json_path_append_index (path, level->position);
      else if (level->has_key)
        {
          guint               next_first = i + 1 < scan->depth ? scan->levels[i + 1].first_key : scan->n_keys;
          const HbkJsonSlice *key = &scan->keys[next_first - 1];

          hbk_json_path_append_key (path, key->text, key->length);
        }
    }

  return g_string_free_and_steal (path);
}

/* Notes a problem after which scanning goes on. */
void
hbk_json_scan_note (HbkJsonScan *scan, HbkError code, const char *place, const char *what, const char *action)
{
  g_autofree char *path = NULL;

  if (hbk_problems_is_full (scan->problems))
    {
      hbk_problems_add (scan->problems, code, 0, NULL, what, action);
      return;
    }

  path = current_path (scan);
  hbk_problems_add (scan->problems, code, line_at (scan, place), path, what, action);
}

/* Notes a problem after which nothing further can be trusted. */
gboolean
hbk_json_scan_fail (HbkJsonScan *scan, const char *place, const char *what, const char *action)
{
  hbk_json_scan_note (scan, HBK_ERROR_SYNTAX, place, what, action);
  return FALSE;
}

/* The expected phrase comes translated. */
gboolean
hbk_json_scan_fail_expected (HbkJsonScan *scan, const char *expected)
{
  g_autofree char *found = NULL;
  g_autofree char *what = NULL;
  gsize            length;

  if (scan->p == scan->end)
    {
      /* Translators: %s is what is missing, such as “a value”. */
      what = g_strdup_printf (_ ("The file ends where %s should be."), expected);
      return hbk_json_scan_fail (scan, scan->p, what, _ ("It may have been cut off; copy or download it again."));
    }

  if (*scan->p == '#' || (*scan->p == '/' && scan->p + 1 < scan->end && (scan->p[1] == '/' || scan->p[1] == '*')))
    return hbk_json_scan_fail (scan, scan->p, _ ("JSON has no comments."), _ ("Remove the comment."));

  length = hbk_json_text_utf8_length (scan->p, scan->end);
  found = hbk_text_escape (scan->p, MAX (length, 1), 1);
  /* Translators: the first %s is what is missing, such as “a value”, the second the character that is there. */
  what = g_strdup_printf (_ ("Expected %1$s, found “%2$s”."), expected, found);
  return hbk_json_scan_fail (scan, scan->p, what, _ ("Correct the text at or just before this place."));
}
