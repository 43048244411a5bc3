/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-joint.h"

#include "bind/hbk-outline.h"

#define STAMP_NAME "/HourbookStamp"

/* The stamp is made for the width of A4, and is as large on the paper whatever size the page says it has. */
#define STAMP_PAGE_WIDTH 595.276
#define STAMP_DISTANCE 8.0

typedef struct
{
  const HbkPlan *plan;
  qpdf_data      pdf;
  qpdf_data      stamps;
  GArray        *pages; /* int: the numbers of the pages' objects */
  guint          next_link;
} Joint;

/* A dictionary that nobody else has, so that something may be put into it. */
static qpdf_oh
copy_shallow (qpdf_data pdf, qpdf_oh dictionary)
{
  qpdf_oh copy = qpdf_oh_new_dictionary (pdf);
  g_auto (GStrv) keys = NULL;

  if (!qpdf_oh_is_dictionary (pdf, dictionary))
    return copy;

  keys = hbk_pdf_dup_keys (pdf, dictionary);
  for (guint i = 0; keys[i] != NULL; i++)
    qpdf_oh_replace_key (pdf, copy, keys[i], qpdf_oh_get_key (pdf, dictionary, keys[i]));

  return copy;
}

static qpdf_oh
take_over (Joint *joint, qpdf_data from, qpdf_oh page, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (from, page, key);

  /* Only objects with numbers can be copied. */
  if (!qpdf_oh_is_indirect (from, value))
    value = qpdf_make_indirect_object (from, value);

  return qpdf_oh_copy_foreign_object (joint->pdf, from, value);
}

/* A page of the stamps becomes something to be drawn. */
static qpdf_oh
make_stamp (Joint *joint, guint number, HbkRectangle *box)
{
  qpdf_oh        page = qpdf_get_page_n (joint->stamps, number);
  qpdf_oh        stream;
  qpdf_oh        dictionary;
  unsigned char *data = NULL;
  size_t         length = 0;

  if (!hbk_pdf_get_rectangle (joint->stamps, qpdf_oh_get_key (joint->stamps, page, "/MediaBox"), box) || (qpdf_oh_get_page_content_data (joint->stamps, page, &data, &length) & QPDF_ERRORS) != 0)
    return qpdf_oh_new_null (joint->pdf);

  stream = hbk_pdf_new_stream (joint->pdf, data, length);
  qpdf_oh_free_buffer (&data);
  dictionary = qpdf_oh_get_dict (joint->pdf, stream);
  qpdf_oh_replace_key (joint->pdf, dictionary, "/Type", qpdf_oh_new_name (joint->pdf, "/XObject"));
  qpdf_oh_replace_key (joint->pdf, dictionary, "/Subtype", qpdf_oh_new_name (joint->pdf, "/Form"));
  qpdf_oh_replace_key (joint->pdf, dictionary, "/BBox", hbk_pdf_new_rectangle (joint->pdf, box));
  qpdf_oh_replace_key (joint->pdf, dictionary, "/Resources", take_over (joint, joint->stamps, page, "/Resources"));

  return stream;
}

/* In the corner above on the right. */
static qpdf_oh
make_stamping (Joint *joint, const HbkRectangle *page, const HbkRectangle *stamp)
{
  g_autoptr (GString) content = g_string_new ("\nQ\nq\n");
  double          scale = MIN (page->x1 - page->x0, page->y1 - page->y0) / STAMP_PAGE_WIDTH;
  const HbkMatrix matrix = { scale, 0, 0, scale, page->x1 - (stamp->x1 + STAMP_DISTANCE) * scale, page->y1 - (stamp->y1 + STAMP_DISTANCE) * scale };

  hbk_pdf_append_matrix (content, &matrix);
  g_string_append (content, STAMP_NAME " Do\nQ\n");

  return hbk_pdf_new_content (joint->pdf, content);
}

static qpdf_oh
make_contents (Joint *joint, qpdf_data from, qpdf_oh page, const HbkRectangle *box, const HbkRectangle *stamp)
{
  qpdf_oh contents = qpdf_oh_new_array (joint->pdf);

  qpdf_oh_append_item (joint->pdf, contents, hbk_pdf_new_stream (joint->pdf, "q\n", 2));
  qpdf_oh_append_item (joint->pdf, contents, take_over (joint, from, page, "/Contents"));
  qpdf_oh_append_item (joint->pdf, contents, make_stamping (joint, box, stamp));

  return contents;
}

/* Of a page only what it draws is taken, whatever else it has. */
static gboolean
add_page (Joint *joint, qpdf_data from, guint index)
{
  guint        number = joint->pages->len;
  qpdf_data    pdf = joint->pdf;
  qpdf_oh      source = qpdf_get_page_n (from, index);
  qpdf_oh      page = qpdf_oh_new_dictionary (pdf);
  qpdf_oh      resources;
  qpdf_oh      drawn;
  HbkRectangle box;
  HbkRectangle stamp_box = { 0 };
  qpdf_oh      stamp;
  int          id;

  if (!hbk_pdf_get_rectangle (from, qpdf_oh_get_key (from, source, "/MediaBox"), &box) || !(box.x1 > box.x0 && box.y1 > box.y0))
    return FALSE;
  if (!qpdf_oh_is_stream (from, qpdf_oh_get_key (from, source, "/Contents")) || !qpdf_oh_is_dictionary (from, qpdf_oh_get_key (from, source, "/Resources")))
    return FALSE;

  resources = copy_shallow (pdf, take_over (joint, from, source, "/Resources"));
  drawn = copy_shallow (pdf, qpdf_oh_get_key (pdf, resources, "/XObject"));
  stamp = make_stamp (joint, number, &stamp_box);
  qpdf_oh_replace_key (pdf, drawn, STAMP_NAME, stamp);
  qpdf_oh_replace_key (pdf, resources, "/XObject", drawn);
  qpdf_oh_replace_key (pdf, page, "/Type", qpdf_oh_new_name (pdf, "/Page"));
  qpdf_oh_replace_key (pdf, page, "/MediaBox", hbk_pdf_new_rectangle (pdf, &box));
  qpdf_oh_replace_key (pdf, page, "/Resources", resources);
  qpdf_oh_replace_key (pdf, page, "/Contents", make_contents (joint, from, source, &box, &stamp_box));
  page = qpdf_make_indirect_object (pdf, page);
  id = qpdf_oh_get_object_id (pdf, page);
  g_array_append_val (joint->pages, id);

  return (qpdf_add_page (pdf, pdf, page, QPDF_FALSE) & QPDF_ERRORS) == 0 && !qpdf_has_error (from);
}

static gboolean
add_part (Joint *joint, const HbkView *spool, const HbkPlanPart *part)
{
  HbkView     slice = hbk_view_slice (spool, part->offset, part->length);
  const char *problem;
  g_auto (HbkPdf) from = NULL;

  if (slice.size != part->length)
    return FALSE;

  from = hbk_pdf_read (&slice, &problem);
  if (from == NULL || qpdf_get_num_pages (from) != (int) part->n_pages || (qpdf_push_inherited_attributes_to_page (from) & QPDF_ERRORS) != 0)
    return FALSE;

  for (guint i = 0; i < part->n_pages; i++)
    {
      if (!add_page (joint, from, i))
        return FALSE;

      hbk_pdf_forget (spool);
      qpdf_oh_release_all (from);
      qpdf_oh_release_all (joint->stamps);
      qpdf_oh_release_all (joint->pdf);
    }

  return TRUE;
}

/* ---- What leads from page to page ---- */

static qpdf_oh
make_link (Joint *joint, const HbkPlanLink *link)
{
  qpdf_oh annotation = qpdf_oh_parse (joint->pdf, "<< /Type /Annot /Subtype /Link /Border [0 0 0] >>");

  qpdf_oh_replace_key (joint->pdf, annotation, "/Rect", hbk_pdf_new_rectangle (joint->pdf, &link->place));
  qpdf_oh_replace_key (joint->pdf, annotation, "/Dest", hbk_outline_make_target (joint->pdf, g_array_index (joint->pages, int, link->target)));

  return annotation;
}

static void
add_links (Joint *joint)
{
  for (guint i = 0; i < joint->plan->links->len; i++)
    {
      const HbkPlanLink *link = &g_array_index (joint->plan->links, HbkPlanLink, i);
      qpdf_oh            page = qpdf_get_object_by_id (joint->pdf, g_array_index (joint->pages, int, link->page), 0);
      qpdf_oh            annotations = qpdf_oh_get_key (joint->pdf, page, "/Annots");

      if (!qpdf_oh_is_array (joint->pdf, annotations))
        {
          annotations = qpdf_oh_new_array (joint->pdf);
          qpdf_oh_replace_key (joint->pdf, page, "/Annots", annotations);
        }
      qpdf_oh_append_item (joint->pdf, annotations, qpdf_make_indirect_object (joint->pdf, make_link (joint, link)));
      qpdf_oh_release_all (joint->pdf);
    }
}

static void
set_title (Joint *joint)
{
  qpdf_data pdf = joint->pdf;
  qpdf_oh   info = qpdf_oh_new_dictionary (pdf);
  qpdf_oh   root = qpdf_get_root (pdf);

  qpdf_oh_replace_key (pdf, info, "/Title", qpdf_oh_new_unicode_string (pdf, joint->plan->title));
  qpdf_oh_replace_key (pdf, info, "/Producer", qpdf_oh_new_string (pdf, "Hourbook"));
  qpdf_oh_replace_key (pdf, qpdf_get_trailer (pdf), "/Info", qpdf_make_indirect_object (pdf, info));
  qpdf_oh_replace_key (pdf, root, "/Lang", qpdf_oh_new_string (pdf, "zh-CN"));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences", qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
}

/**
 * hbk_joint_make:
 * @spool: the parts, one after the other
 * @plan: how they become a binder
 * @pdf: (out): gets the binder, which reads from @spool while it is written
 * @bad_part: (out): which part could not be read, from 0; the number of parts when it was another thing
 *
 * Makes one PDF of many, stamps each page, and adds links and bookmarks.
 *
 * Returns: %FALSE when something is wrong; @pdf is to be freed all the same
 */
gboolean
hbk_joint_make (const HbkView *spool, const HbkPlan *plan, qpdf_data *pdf, guint *bad_part)
{
  Joint       joint = { .plan = plan };
  HbkView     slice;
  const char *problem;
  g_auto (HbkPdf) stamps = NULL;
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (spool != NULL && plan != NULL && pdf != NULL && bad_part != NULL, FALSE);

  *pdf = joint.pdf = hbk_pdf_new ();
  *bad_part = plan->parts->len;
  joint.pages = pages;
  slice = hbk_view_slice (spool, plan->stamps.offset, plan->stamps.length);
  stamps = joint.stamps = hbk_pdf_read (&slice, &problem);
  if (stamps == NULL || qpdf_get_num_pages (stamps) != (int) plan->n_pages)
    return FALSE;

  for (guint i = 0; i < plan->parts->len; i++)
    {
      if (!add_part (&joint, spool, &g_array_index (plan->parts, HbkPlanPart, i)))
        {
          *bad_part = i;
          return FALSE;
        }
    }

  add_links (&joint);
  hbk_outline_add (*pdf, plan->bookmarks, pages);
  set_title (&joint);

  return !qpdf_has_error (*pdf);
}
