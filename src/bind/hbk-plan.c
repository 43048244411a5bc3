/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-plan.h"

#include <string.h>

#define FIRST_LINE "hourbook-plan 1"

#define MAX_NUMBERS 6
#define MAX_PAGES 1000000

static gboolean
read_numbers (const char *text, guint64 numbers[MAX_NUMBERS], guint n)
{
  g_auto (GStrv) words = g_strsplit (text, " ", MAX_NUMBERS + 1);

  if (g_strv_length (words) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_string_to_unsigned (words[i], 10, 0, G_MAXINT64, &numbers[i], NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_part (const char *text, HbkPlanPart *part)
{
  guint64 n[MAX_NUMBERS];

  if (!read_numbers (text, n, 3) || n[2] > MAX_PAGES)
    return FALSE;

  *part = (HbkPlanPart) { n[0], n[1], (guint) n[2] };

  return TRUE;
}

static gboolean
add_part (HbkPlan *self, const char *text)
{
  HbkPlanPart part;

  if (!read_part (text, &part) || part.n_pages == 0 || self->n_pages + part.n_pages > MAX_PAGES)
    return FALSE;

  g_array_append_val (self->parts, part);
  self->n_pages += part.n_pages;

  return TRUE;
}

static gboolean
add_link (HbkPlan *self, const char *text)
{
  guint64     n[MAX_NUMBERS];
  HbkPlanLink link;

  if (!read_numbers (text, n, 6) || n[0] > MAX_PAGES || n[1] > MAX_PAGES)
    return FALSE;

  link = (HbkPlanLink) { (guint) n[0], (guint) n[1], { (double) n[2], (double) n[3], (double) n[4], (double) n[5] } };
  g_array_append_val (self->links, link);

  return TRUE;
}

static gboolean
add_bookmark (HbkPlan *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  HbkPlanBookmark bookmark;
  guint64         level;
  guint64         page;
  guint           deepest = 0;

  if (self->bookmarks->len > 0)
    deepest = g_array_index (self->bookmarks, HbkPlanBookmark, self->bookmarks->len - 1).level + 1;

  if (g_strv_length (words) != 3 || !g_ascii_string_to_unsigned (words[0], 10, 0, deepest, &level, NULL) || !g_ascii_string_to_unsigned (words[1], 10, 0, MAX_PAGES, &page, NULL))
    return FALSE;

  bookmark = (HbkPlanBookmark) { (guint) level, (guint) page, g_strdup (words[2]) };
  g_array_append_val (self->bookmarks, bookmark);

  return TRUE;
}

static gboolean
read_line (HbkPlan *self, const char *line)
{
  const char *value = strchr (line, '=');

  if (value++ == NULL)
    return FALSE;

  if (g_str_has_prefix (line, "part="))
    return add_part (self, value);
  if (g_str_has_prefix (line, "link="))
    return add_link (self, value);
  if (g_str_has_prefix (line, "bookmark="))
    return add_bookmark (self, value);
  if (g_str_has_prefix (line, "stamps="))
    return read_part (value, &self->stamps);
  if (g_str_has_prefix (line, "title="))
    {
      g_free (self->title);
      self->title = g_strdup (value);
      return TRUE;
    }

  return FALSE;
}

/* Every place that is named must be there. */
static gboolean
is_sound (const HbkPlan *self)
{
  if (self->n_pages == 0 || self->stamps.n_pages != self->n_pages || self->title == NULL)
    return FALSE;

  for (guint i = 0; i < self->links->len; i++)
    {
      const HbkPlanLink *link = &g_array_index (self->links, HbkPlanLink, i);

      if (link->page >= self->n_pages || link->target >= self->n_pages)
        return FALSE;
    }
  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      if (g_array_index (self->bookmarks, HbkPlanBookmark, i).page >= self->n_pages)
        return FALSE;
    }

  return TRUE;
}

static void
bookmark_clear (gpointer data)
{
  g_free (((HbkPlanBookmark *) data)->title);
}

/**
 * hbk_plan_read:
 * @text: (array length=length): a plan
 * @length: how many bytes
 *
 * Reads how parts become a binder: lines of `hourbook-plan 1`, `title=TEXT`, `stamps=OFFSET LENGTH PAGES`, then `part=OFFSET LENGTH PAGES`,
 * `link=PAGE TARGET X0 Y0 X1 Y1` and `bookmark=LEVEL PAGE TITLE` as often as needed, and `end`. Pages count from 0.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL when something is wrong with it
 */
HbkPlan *
hbk_plan_read (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);
  g_autoptr (HbkPlan) self = g_new0 (HbkPlan, 1);
  guint n_lines = g_strv_length (lines);

  self->parts = g_array_new (FALSE, FALSE, sizeof (HbkPlanPart));
  self->links = g_array_new (FALSE, FALSE, sizeof (HbkPlanLink));
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (HbkPlanBookmark));
  g_array_set_clear_func (self->bookmarks, bookmark_clear);

  if (n_lines < 3 || !g_utf8_validate (copy, -1, NULL) || !g_str_equal (lines[0], FIRST_LINE) || !g_str_equal (lines[n_lines - 2], "end") || *lines[n_lines - 1] != '\0')
    return NULL;
  for (guint i = 1; i < n_lines - 2; i++)
    {
      if (!read_line (self, lines[i]))
        return NULL;
    }

  return is_sound (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * hbk_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan.
 */
void
hbk_plan_free (HbkPlan *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_array_unref (self->parts);
  g_array_unref (self->links);
  g_array_unref (self->bookmarks);
  g_free (self);
}
