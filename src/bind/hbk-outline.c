/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-outline.h"

/* One bookmark as it is linked with others; all by the numbers of their objects, 0 for none. */
typedef struct
{
  int   id;
  int   parent;
  int   previous;
  int   next;
  int   first;
  int   last;
  guint n_below;
} Item;

/**
 * hbk_outline_make_target:
 * @pdf: a PDF
 * @page: the number of a page's object
 *
 * Makes a place to go to: a page, as large as it is shown just now.
 *
 * Returns: the place
 */
qpdf_oh
hbk_outline_make_target (qpdf_data pdf, int page)
{
  qpdf_oh target = qpdf_oh_parse (pdf, "[/XYZ null null null]");

  qpdf_oh_insert_item (pdf, target, 0, qpdf_get_object_by_id (pdf, page, 0));

  return target;
}

/* Finds what each bookmark lies below and beside; the first item is the outline itself. */
static Item *
link_items (qpdf_data pdf, const GArray *bookmarks)
{
  Item *items = g_new0 (Item, bookmarks->len + 1);
  g_autoptr (GArray) last = g_array_new (FALSE, TRUE, sizeof (guint)); /* of each level, the last item there */

  for (guint i = 0; i <= bookmarks->len; i++)
    items[i].id = qpdf_oh_get_object_id (pdf, qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf)));

  for (guint i = 1; i <= bookmarks->len; i++)
    {
      guint level = g_array_index (bookmarks, HbkPlanBookmark, i - 1).level;
      guint above = level > 0 ? g_array_index (last, guint, level - 1) : 0;
      Item *parent = &items[above];

      if (parent->last != 0)
        {
          Item *previous = &items[g_array_index (last, guint, level)];

          previous->next = items[i].id;
          items[i].previous = previous->id;
        }
      else
        {
          parent->first = items[i].id;
        }

      parent->last = items[i].id;
      parent->n_below++;
      items[i].parent = parent->id;
      g_array_set_size (last, level);
      g_array_append_val (last, i);
    }

  return items;
}

static void
set_reference (qpdf_data pdf, qpdf_oh dictionary, const char *key, int id)
{
  if (id != 0)
    qpdf_oh_replace_key (pdf, dictionary, key, qpdf_get_object_by_id (pdf, id, 0));
}

/* Those below the first level are folded in, which is what a count below zero says. */
static qpdf_oh
write_item (qpdf_data pdf, const Item *item)
{
  qpdf_oh   dictionary = qpdf_get_object_by_id (pdf, item->id, 0);
  long long n = item->n_below;

  set_reference (pdf, dictionary, "/Parent", item->parent);
  set_reference (pdf, dictionary, "/Prev", item->previous);
  set_reference (pdf, dictionary, "/Next", item->next);
  set_reference (pdf, dictionary, "/First", item->first);
  set_reference (pdf, dictionary, "/Last", item->last);
  if (n > 0)
    qpdf_oh_replace_key (pdf, dictionary, "/Count", qpdf_oh_new_integer (pdf, item->parent != 0 ? -n : n));

  return dictionary;
}

/**
 * hbk_outline_add:
 * @pdf: a PDF
 * @bookmarks: (element-type HbkPlanBookmark): bookmarks, in order
 * @pages: (element-type int): the numbers of the pages' objects
 *
 * Adds bookmarks, which are shown beside the pages when the PDF is opened.
 */
void
hbk_outline_add (qpdf_data pdf, const GArray *bookmarks, const GArray *pages)
{
  g_autofree Item *items = NULL;

  g_return_if_fail (pdf != NULL && bookmarks != NULL && pages != NULL);

  if (bookmarks->len == 0)
    return;

  items = link_items (pdf, bookmarks);
  qpdf_oh_replace_key (pdf, write_item (pdf, &items[0]), "/Type", qpdf_oh_new_name (pdf, "/Outlines"));
  for (guint i = 1; i <= bookmarks->len; i++)
    {
      const HbkPlanBookmark *bookmark = &g_array_index (bookmarks, HbkPlanBookmark, i - 1);
      qpdf_oh                item = write_item (pdf, &items[i]);

      qpdf_oh_replace_key (pdf, item, "/Title", qpdf_oh_new_unicode_string (pdf, bookmark->title));
      qpdf_oh_replace_key (pdf, item, "/Dest", hbk_outline_make_target (pdf, g_array_index (pages, int, bookmark->page)));
      qpdf_oh_release_all (pdf);
    }

  qpdf_oh_replace_key (pdf, qpdf_get_root (pdf), "/Outlines", qpdf_get_object_by_id (pdf, items[0].id, 0));
  qpdf_oh_replace_key (pdf, qpdf_get_root (pdf), "/PageMode", qpdf_oh_new_name (pdf, "/UseOutlines"));
}
