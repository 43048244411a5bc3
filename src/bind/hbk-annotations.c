/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-annotations.h"

#include <math.h>

/* More than any page has that a person wrote on. */
#define MAX_ANNOTATIONS 2000

enum {
  FLAG_HIDDEN = 1 << 1,
  FLAG_NO_VIEW = 1 << 5,
};

/* What is not on the paper but does something, or opens, or plays. */
static const char *const passed_over[] = { "/3D", "/FileAttachment", "/Link", "/Movie", "/Popup", "/Projection", "/RichMedia", "/Screen", "/Sound", "/TrapNet" };

static gboolean
is_seen (qpdf_data from, qpdf_oh annotation)
{
  qpdf_oh   subtype;
  qpdf_oh   flags;
  long long bits;

  if (!qpdf_oh_is_dictionary (from, annotation))
    return FALSE;

  subtype = qpdf_oh_get_key (from, annotation, "/Subtype");
  for (guint i = 0; i < G_N_ELEMENTS (passed_over); i++)
    {
      if (qpdf_oh_is_name_and_equals (from, subtype, passed_over[i]))
        return FALSE;
    }

  flags = qpdf_oh_get_key (from, annotation, "/F");
  bits = qpdf_oh_is_integer (from, flags) ? qpdf_oh_get_int_value (from, flags) : 0;

  return (bits & (FLAG_HIDDEN | FLAG_NO_VIEW)) == 0;
}

/* The appearance that is shown just now, of several as with a tick box the one that is chosen. */
static gboolean
find_appearance (qpdf_data from, qpdf_oh annotation, qpdf_oh *appearance)
{
  qpdf_oh all = qpdf_oh_get_key (from, annotation, "/AP");
  qpdf_oh normal;
  qpdf_oh state;

  if (!qpdf_oh_is_dictionary (from, all))
    return FALSE;

  normal = qpdf_oh_get_key (from, all, "/N");
  state = qpdf_oh_get_key (from, annotation, "/AS");
  if (qpdf_oh_is_dictionary (from, normal) && qpdf_oh_is_name (from, state))
    normal = qpdf_oh_get_key (from, normal, qpdf_oh_get_name (from, state));

  *appearance = normal;
  return qpdf_oh_is_stream (from, normal) != QPDF_FALSE;
}

/* Where the corners of a box come to lie. */
static HbkRectangle
transform (const HbkMatrix *m, const HbkRectangle *box)
{
  const double xs[] = { box->x0, box->x1 };
  const double ys[] = { box->y0, box->y1 };
  HbkRectangle result = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < 4; i++)
    {
      double x = m->a * xs[i % 2] + m->c * ys[i / 2] + m->e;
      double y = m->b * xs[i % 2] + m->d * ys[i / 2] + m->f;

      result = (HbkRectangle) { MIN (result.x0, x), MIN (result.y0, y), MAX (result.x1, x), MAX (result.y1, y) };
    }

  return result;
}

/* As the standard has it: the box of the appearance, turned by its own matrix, fills the rectangle of the annotation. */
static gboolean
find_place (qpdf_data from, qpdf_oh annotation, qpdf_oh appearance, HbkMatrix *place)
{
  qpdf_oh      dictionary = qpdf_oh_get_dict (from, appearance);
  HbkMatrix    matrix = HBK_MATRIX_IDENTITY;
  HbkRectangle rectangle;
  HbkRectangle box;
  double       x;
  double       y;

  if (!hbk_pdf_get_rectangle (from, qpdf_oh_get_key (from, annotation, "/Rect"), &rectangle) || !hbk_pdf_get_rectangle (from, qpdf_oh_get_key (from, dictionary, "/BBox"), &box))
    return FALSE;

  hbk_pdf_get_matrix (from, qpdf_oh_get_key (from, dictionary, "/Matrix"), &matrix);
  box = transform (&matrix, &box);
  if (!(box.x1 - box.x0 > 0 && box.y1 - box.y0 > 0 && rectangle.x1 > rectangle.x0 && rectangle.y1 > rectangle.y0))
    return FALSE;

  x = (rectangle.x1 - rectangle.x0) / (box.x1 - box.x0);
  y = (rectangle.y1 - rectangle.y0) / (box.y1 - box.y0);
  *place = (HbkMatrix) { x, 0, 0, y, rectangle.x0 - box.x0 * x, rectangle.y0 - box.y0 * y };

  return TRUE;
}

static void
draw (qpdf_data from, qpdf_oh annotation, qpdf_data pdf, qpdf_oh drawn, guint number, GString *content)
{
  g_autofree char *name = g_strdup_printf ("/A%u", number);
  HbkMatrix        place;
  qpdf_oh          appearance;
  qpdf_oh          form;
  qpdf_oh          dictionary;

  if (!is_seen (from, annotation) || !find_appearance (from, annotation, &appearance) || !find_place (from, annotation, appearance, &place))
    return;

  form = qpdf_oh_copy_foreign_object (pdf, from, appearance);
  dictionary = qpdf_oh_get_dict (pdf, form);
  qpdf_oh_replace_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/XObject"));
  qpdf_oh_replace_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/Form"));
  qpdf_oh_replace_key (pdf, drawn, name, form);
  g_string_append (content, "q\n");
  hbk_pdf_append_matrix (content, &place);
  g_string_append_printf (content, "%s Do\nQ\n", name);
}

/**
 * hbk_annotations_draw:
 * @from: the PDF that the page is of
 * @page: a page
 * @pdf: the PDF that it is drawn in
 * @drawn: what is drawn by its name, to which is added
 * @content: the commands that draw, to which is added
 *
 * Draws what annotations on a page look like, as seals, signatures and filled fields do, as if it were on the paper.
 */
void
hbk_annotations_draw (qpdf_data from, qpdf_oh page, qpdf_data pdf, qpdf_oh drawn, GString *content)
{
  qpdf_oh annotations;
  int     n;

  g_return_if_fail (from != NULL && pdf != NULL && content != NULL);

  annotations = qpdf_oh_get_key (from, page, "/Annots");
  if (!qpdf_oh_is_array (from, annotations))
    return;

  n = MIN (qpdf_oh_get_array_n_items (from, annotations), MAX_ANNOTATIONS);
  for (int i = 0; i < n; i++)
    draw (from, qpdf_oh_get_array_item (from, annotations, i), pdf, drawn, (guint) i, content);
}
