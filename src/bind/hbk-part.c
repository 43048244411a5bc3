/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-part.h"

#include "bind/hbk-part-paper.h"
#include "bind/hbk-part-picture.h"
#include "inspect/hbk-media-type.h"

/**
 * hbk_part_add_page:
 * @part: a part
 * @width: in points
 * @height: in points
 * @drawn: a dictionary of what @content draws
 * @content: what is drawn
 *
 * Adds a page, upright.
 *
 * Returns: the page
 */
qpdf_oh
hbk_part_add_page (HbkPart *part, double width, double height, qpdf_oh drawn, const GString *content)
{
  const HbkRectangle box = { 0, 0, width, height };
  qpdf_oh            page = qpdf_oh_new_dictionary (part->pdf);
  qpdf_oh            resources = qpdf_oh_new_dictionary (part->pdf);

  qpdf_oh_replace_key (part->pdf, resources, "/XObject", drawn);
  qpdf_oh_replace_key (part->pdf, page, "/Type", qpdf_oh_new_name (part->pdf, "/Page"));
  qpdf_oh_replace_key (part->pdf, page, "/MediaBox", hbk_pdf_new_rectangle (part->pdf, &box));
  qpdf_oh_replace_key (part->pdf, page, "/Resources", resources);
  qpdf_oh_replace_key (part->pdf, page, "/Contents", hbk_pdf_new_content (part->pdf, content));
  page = qpdf_make_indirect_object (part->pdf, page);
  if ((qpdf_add_page (part->pdf, part->pdf, page, QPDF_FALSE) & QPDF_ERRORS) != 0)
    part->problem = "damaged";
  part->n_pages++;

  return page;
}

/**
 * hbk_part_make:
 * @file: a file of evidence, which must stay as long as what is made of it
 * @max_pages: how many pages of it are taken over at most
 * @bare: whether pictures lose what they say beside their pixels, such as where they were taken
 * @part: (out): gets what it becomes
 *
 * Makes pages of a file: of a PDF its own, of a picture one, of all else none.
 */
void
hbk_part_make (const HbkView *file, guint max_pages, gboolean bare, HbkPart *part)
{
  const char *media_type;

  g_return_if_fail (file != NULL && part != NULL && max_pages > 0);

  *part = (HbkPart) { 0 };
  if (file->size == 0)
    {
      part->problem = "empty";
      return;
    }

  part->pdf = hbk_pdf_new ();
  media_type = hbk_media_type_of_start (file);
  if (media_type != NULL && g_str_equal (media_type, "application/pdf"))
    hbk_part_paper_make (file, max_pages, part);
  else if (media_type != NULL && g_str_has_prefix (media_type, "image/"))
    hbk_part_picture_make (file, media_type, bare, part);
  else
    part->problem = "unsupported";

  if (part->problem == NULL && (part->n_pages == 0 || qpdf_has_error (part->pdf)))
    part->problem = "damaged";
}
