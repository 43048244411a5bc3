/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-part-paper.h"

#include <stdlib.h>

#include "bind/hbk-annotations.h"
#include "bind/hbk-cleaning.h"

/* A PDF ends with a mark, behind which some programs leave something. */
#define END_BYTES 65536

/* The largest page that readers show, and the smallest that anybody can read. */
#define MAX_SIDE 14400
#define MIN_SIDE 3

#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89

typedef struct
{
  HbkPart    *part;
  qpdf_data   from;
  GHashTable *used; /* content streams that are taken over as they are, by their numbers */
} Paper;

/* How a page lies: what of it is seen, and how it becomes a page that starts at 0, 0 and stands upright. */
typedef struct
{
  HbkRectangle box;
  HbkMatrix    matrix;
  double       width;
  double       height;
} Layout;

static void
intersect (HbkRectangle *box, const HbkRectangle *other)
{
  HbkRectangle both = { MAX (box->x0, other->x0), MAX (box->y0, other->y0), MIN (box->x1, other->x1), MIN (box->y1, other->y1) };

  if (both.x1 - both.x0 >= MIN_SIDE && both.y1 - both.y0 >= MIN_SIDE)
    *box = both;
}

static void
read_box (Paper *paper, qpdf_oh page, HbkRectangle *box)
{
  HbkRectangle crop;

  if (!hbk_pdf_get_rectangle (paper->from, qpdf_oh_get_key (paper->from, page, "/MediaBox"), box) || box->x1 - box->x0 < MIN_SIDE || box->y1 - box->y0 < MIN_SIDE)
    *box = (HbkRectangle) { 0, 0, A4_WIDTH, A4_HEIGHT };
  if (hbk_pdf_get_rectangle (paper->from, qpdf_oh_get_key (paper->from, page, "/CropBox"), &crop))
    intersect (box, &crop);
}

static double
read_unit (Paper *paper, qpdf_oh page, const HbkRectangle *box)
{
  qpdf_oh object = qpdf_oh_get_key (paper->from, page, "/UserUnit");
  double  unit = qpdf_oh_is_number (paper->from, object) ? qpdf_oh_get_numeric_value (paper->from, object) : 1;
  double  longest = MAX (box->x1 - box->x0, box->y1 - box->y0);

  if (!(unit > 0))
    unit = 1;

  return MIN (unit, MAX_SIDE / longest);
}

static int
read_turn (Paper *paper, qpdf_oh page)
{
  qpdf_oh object = qpdf_oh_get_key (paper->from, page, "/Rotate");
  int     turn = qpdf_oh_is_integer (paper->from, object) ? (int) (qpdf_oh_get_int_value (paper->from, object) % 360) : 0;

  return turn % 90 == 0 ? (turn + 360) % 360 : 0;
}

static void
read_layout (Paper *paper, qpdf_oh page, Layout *layout)
{
  HbkRectangle box;
  double       unit;
  int          turn = read_turn (paper, page);

  read_box (paper, page, &box);
  unit = read_unit (paper, page, &box);
  layout->box = box;
  switch (turn)
    {
    case 90:
      layout->matrix = (HbkMatrix) { 0, -unit, unit, 0, -box.y0 * unit, box.x1 * unit };
      break;
    case 180:
      layout->matrix = (HbkMatrix) { -unit, 0, 0, -unit, box.x1 * unit, box.y1 * unit };
      break;
    case 270:
      layout->matrix = (HbkMatrix) { 0, unit, -unit, 0, box.y1 * unit, -box.x0 * unit };
      break;
    default:
      layout->matrix = (HbkMatrix) { unit, 0, 0, unit, -box.x0 * unit, -box.y0 * unit };
    }

  layout->width = (turn % 180 == 0 ? box.x1 - box.x0 : box.y1 - box.y0) * unit;
  layout->height = (turn % 180 == 0 ? box.y1 - box.y0 : box.x1 - box.x0) * unit;
}

/* The one stream of a page can be taken over unread, unless something else needs it, too. */
static gboolean
is_free (Paper *paper, qpdf_oh content)
{
  qpdf_oh  dictionary;
  gboolean is_plain;

  if (!qpdf_oh_is_stream (paper->from, content))
    return FALSE;

  dictionary = qpdf_oh_get_dict (paper->from, content);
  is_plain = !qpdf_oh_has_key (paper->from, dictionary, "/Subtype") && !qpdf_oh_has_key (paper->from, dictionary, "/F");

  return is_plain && g_hash_table_add (paper->used, GINT_TO_POINTER (qpdf_oh_get_object_id (paper->from, content)));
}

static qpdf_oh
copy_content (Paper *paper, qpdf_oh page)
{
  qpdf_oh        content = qpdf_oh_get_key (paper->from, page, "/Contents");
  qpdf_oh        stream;
  unsigned char *data = NULL;
  size_t         length = 0;

  if (is_free (paper, content))
    return qpdf_oh_copy_foreign_object (paper->part->pdf, paper->from, content);

  if ((qpdf_oh_get_page_content_data (paper->from, page, &data, &length) & QPDF_ERRORS) != 0)
    paper->part->problem = "damaged";
  stream = hbk_pdf_new_stream (paper->part->pdf, data != NULL ? data : (const unsigned char *) "", length);
  if (data != NULL)
    qpdf_oh_free_buffer (&data);

  return stream;
}

static void
copy_key (Paper *paper, qpdf_oh page, const char *key, qpdf_oh dictionary)
{
  qpdf_oh   value = qpdf_oh_get_key (paper->from, page, key);
  qpdf_data pdf = paper->part->pdf;

  if (!qpdf_oh_is_dictionary (paper->from, value))
    return;

  /* Only objects with numbers can be copied. */
  if (!qpdf_oh_is_indirect (paper->from, value))
    value = qpdf_make_indirect_object (paper->from, value);
  qpdf_oh_replace_key (pdf, dictionary, key, qpdf_oh_copy_foreign_object (pdf, paper->from, value));
}

/*
 * What a page draws becomes a form, a picture made of commands: the commands stay as they are, and whatever they leave set, or
 * forget to set back, ends with it and does not reach the stamp.
 */
static qpdf_oh
make_form (Paper *paper, qpdf_oh page, const HbkRectangle *box)
{
  qpdf_data pdf = paper->part->pdf;
  qpdf_oh   form = copy_content (paper, page);
  qpdf_oh   dictionary = qpdf_oh_get_dict (pdf, form);

  qpdf_oh_replace_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/XObject"));
  qpdf_oh_replace_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/Form"));
  qpdf_oh_replace_key (pdf, dictionary, "/BBox", hbk_pdf_new_rectangle (pdf, box));
  qpdf_oh_remove_key (pdf, dictionary, "/Matrix");
  qpdf_oh_remove_key (pdf, dictionary, "/OC");
  qpdf_oh_replace_key (pdf, dictionary, "/Resources", qpdf_oh_new_dictionary (pdf));
  copy_key (paper, page, "/Resources", dictionary);
  copy_key (paper, page, "/Group", dictionary);

  return form;
}

static void
add_page (Paper *paper, guint index)
{
  g_autoptr (GString) content = g_string_new ("q\n");
  qpdf_oh page = qpdf_get_page_n (paper->from, index);
  qpdf_oh drawn = qpdf_oh_new_dictionary (paper->part->pdf);
  Layout  layout;

  read_layout (paper, page, &layout);
  hbk_pdf_append_matrix (content, &layout.matrix);
  g_string_append (content, "/P Do\n");
  qpdf_oh_replace_key (paper->part->pdf, drawn, "/P", make_form (paper, page, &layout.box));
  hbk_annotations_draw (paper->from, page, paper->part->pdf, drawn, content);
  g_string_append (content, "Q\n");
  hbk_part_add_page (paper->part, layout.width, layout.height, drawn, content);

  if (qpdf_has_error (paper->from) || qpdf_has_error (paper->part->pdf))
    paper->part->problem = "damaged";
  /* Each is some memory, and there are many. */
  qpdf_oh_release_all (paper->from);
  qpdf_oh_release_all (paper->part->pdf);
}

/* What can be mended of it may be less than there was, and nobody would see that. */
static gboolean
is_cut (const HbkView *file)
{
  HbkView end = hbk_view_slice (file, file->size - MIN (file->size, END_BYTES), END_BYTES);

  return !hbk_view_contains (&end, "%%EOF", 5);
}

/**
 * hbk_part_paper_make:
 * @file: a PDF
 * @max_pages: how many pages of it are taken over at most
 * @part: what it becomes
 *
 * Takes over the pages of a PDF: what they draw, and what annotations on them show, but nothing that does anything.
 */
void
hbk_part_paper_make (const HbkView *file, guint max_pages, HbkPart *part)
{
  Paper paper = { .part = part };
  int   n_pages;

  g_return_if_fail (file != NULL && part != NULL);

  paper.from = hbk_pdf_read (file, &part->problem);
  if (paper.from == NULL)
    return;

  n_pages = qpdf_get_num_pages (paper.from);
  if (n_pages <= 0 || is_cut (file) || (qpdf_push_inherited_attributes_to_page (paper.from) & QPDF_ERRORS) != 0)
    {
      part->problem = "damaged";
      qpdf_cleanup (&paper.from);
      return;
    }

  paper.used = g_hash_table_new (NULL, NULL);
  part->n_all = (guint) n_pages;
  for (guint i = 0; i < MIN (part->n_all, max_pages) && part->problem == NULL; i++)
    {
      add_page (&paper, i);
      hbk_pdf_forget (file);
    }
  g_hash_table_unref (paper.used);
  hbk_cleaning_apply (part->pdf);
  qpdf_cleanup (&paper.from);
}
