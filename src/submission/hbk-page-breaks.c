/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-page-document-private.h"

/* Fewer lines of a divided row do not stand alone at the end of a page. */
#define LEAST_LINES 2

typedef struct
{
  HbkPageDocument *document;
  GArray          *page;
  double           y;
} Breaker;

static double
lower_edge (const Breaker *breaker)
{
  return breaker->document->height - HBK_PAGE_MARGIN_Y;
}

static double
room (const Breaker *breaker)
{
  return lower_edge (breaker) - breaker->y;
}

static void
begin_page (Breaker *breaker)
{
  breaker->page = g_array_new (FALSE, FALSE, sizeof (HbkPagePiece));
  breaker->y = HBK_PAGE_MARGIN_Y;
  g_ptr_array_add (breaker->document->pages, breaker->page);
}

static void
put (Breaker *breaker, const HbkPageLine *line, guint from, guint to, double height)
{
  HbkPagePiece piece = { .line = line, .y = breaker->y, .height = height, .from = from, .to = to };

  g_array_append_val (breaker->page, piece);
  breaker->y += height;
}

/* The heads of the table that the line stands in, again. */
static void
put_heads (Breaker *breaker, guint position)
{
  const GPtrArray   *lines = breaker->document->lines;
  const HbkPageLine *line = g_ptr_array_index (lines, position);
  guint              first = position;

  if (line->head || !line->grid->ruled)
    return;
  while (first > 0 && ((const HbkPageLine *) g_ptr_array_index (lines, first - 1))->grid == line->grid)
    first--;
  for (guint i = first; i < position; i++)
    {
      const HbkPageLine *head = g_ptr_array_index (lines, i);

      if (head->head)
        put (breaker, head, 0, G_MAXUINT, head->height);
    }
}

/* How high a line is together with all that it must not be parted from. */
static double
height_with_followers (const HbkPageDocument *self, guint position)
{
  double height = 0;

  for (guint i = position; i < self->lines->len; i++)
    {
      const HbkPageLine *line = g_ptr_array_index (self->lines, i);

      height += line->height;
      if (!line->keep)
        break;
    }

  return height;
}

/* How many lines of text from @from on have place, in the box where these are fewest; the height that they need. */
static guint
count_fitting (const HbkPageLine *line, guint from, double place, double *height)
{
  guint least = G_MAXUINT;

  *height = 0;
  for (guint i = 0; i < line->boxes->len; i++)
    {
      PangoLayout     *text = g_array_index (line->boxes, HbkPageBox, i).text;
      PangoLayoutIter *iter;
      guint            n = 0, number = 0;
      double           used = 0;

      if (text == NULL)
        continue;
      iter = pango_layout_get_iter (text);
      do
        {
          PangoRectangle logical;

          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          if (number++ < from)
            continue;
          if (used + pango_units_to_double (logical.height) > place)
            {
              least = MIN (least, n);
              break;
            }
          used += pango_units_to_double (logical.height);
          n++;
        }
      while (pango_layout_iter_next_line (iter));
      pango_layout_iter_free (iter);
      *height = MAX (*height, used);
    }

  return least;
}

static double
padding_of (const HbkPageLine *line)
{
  return line->grid->ruled ? 2 * HBK_PAGE_PADDING_Y : 0;
}

/* A row that is higher than a page goes on on the next ones. */
static void
put_divided (Breaker *breaker, guint position)
{
  const HbkPageLine *line = g_ptr_array_index (breaker->document->lines, position);
  guint              from = 0;
  gboolean           is_fresh = FALSE;

  for (;;)
    {
      double height;
      guint  n = count_fitting (line, from, room (breaker) - padding_of (line), &height);

      if (n == G_MAXUINT)
        {
          put (breaker, line, from, G_MAXUINT, height + padding_of (line));
          return;
        }
      if (n >= LEAST_LINES || is_fresh)
        {
          /* On a page of its own it goes on, whatever the size of its letters. */
          n = MAX (n, 1);
          put (breaker, line, from, from + n, room (breaker));
          from += n;
        }
      begin_page (breaker);
      put_heads (breaker, position);
      is_fresh = TRUE;
    }
}

static void
put_line (Breaker *breaker, guint position)
{
  const HbkPageLine *line = g_ptr_array_index (breaker->document->lines, position);
  double             page = breaker->document->height - 2 * HBK_PAGE_MARGIN_Y;
  double             needed = height_with_followers (breaker->document, position);

  /* What is too high for any page is not moved for those that follow it. */
  if (needed > page)
    needed = MIN (line->height, page);
  if (needed > room (breaker) && breaker->page->len > 0)
    {
      begin_page (breaker);
      put_heads (breaker, position);
    }
  if (line->height <= room (breaker))
    put (breaker, line, 0, G_MAXUINT, line->height);
  else
    put_divided (breaker, position);
}

/*
 * hbk_page_document_break_pages:
 * @self: a document
 *
 * Says on which page each row stands, and where.
 */
void
hbk_page_document_break_pages (HbkPageDocument *self)
{
  Breaker breaker = { .document = self };

  begin_page (&breaker);
  for (guint i = 0; i < self->lines->len; i++)
    put_line (&breaker, i);
}
