/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-inspection.h"

#include <string.h>

#define UNKNOWN_TYPE "application/octet-stream"

struct _HbkInspection
{
  gatomicrefcount      ref_count;
  GRefString          *media_type;
  HbkInspectionProblem problem;
  guint                n_pages;
  guint                width;
  guint                height;
  guint                orientation;
  HbkInspectionFlags   flags;
  char                *title;
  char                *text;
  GBytes              *thumbnail;
};

G_DEFINE_BOXED_TYPE (HbkInspection, hbk_inspection, hbk_inspection_ref, hbk_inspection_unref)

static gboolean
is_text (const char *text, gsize max_bytes)
{
  return text == NULL || (strlen (text) <= max_bytes && g_utf8_validate (text, -1, NULL));
}

/**
 * hbk_inspection_new:
 * @facts: what was found; copied
 *
 * Makes an inspection.
 *
 * Texts are UTF-8 of at most %HBK_INSPECTION_MAX_TITLE and %HBK_INSPECTION_MAX_TEXT bytes.
 *
 * Returns: (transfer full): the inspection
 */
HbkInspection *
hbk_inspection_new (const HbkInspectionFacts *facts)
{
  HbkInspection *inspection;

  g_return_val_if_fail (facts != NULL && facts->orientation <= 8, NULL);
  g_return_val_if_fail (is_text (facts->title, HBK_INSPECTION_MAX_TITLE), NULL);
  g_return_val_if_fail (is_text (facts->text, HBK_INSPECTION_MAX_TEXT), NULL);

  inspection = g_new0 (HbkInspection, 1);
  g_atomic_ref_count_init (&inspection->ref_count);
  inspection->media_type = g_ref_string_new_intern (facts->media_type != NULL ? facts->media_type : UNKNOWN_TYPE);
  inspection->problem = facts->problem;
  inspection->n_pages = facts->n_pages;
  inspection->width = facts->width;
  inspection->height = facts->height;
  inspection->orientation = MAX (facts->orientation, 1);
  inspection->flags = facts->flags;
  inspection->title = g_strdup (facts->title);
  inspection->text = g_strdup (facts->text);
  inspection->thumbnail = facts->thumbnail != NULL ? g_bytes_ref (facts->thumbnail) : NULL;

  return inspection;
}

/**
 * hbk_inspection_ref:
 * @inspection: an inspection
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @inspection
 */
HbkInspection *
hbk_inspection_ref (HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, NULL);

  g_atomic_ref_count_inc (&inspection->ref_count);

  return inspection;
}

/**
 * hbk_inspection_unref:
 * @inspection: (transfer full): an inspection
 *
 * Drops a reference.
 */
void
hbk_inspection_unref (HbkInspection *inspection)
{
  g_return_if_fail (inspection != NULL);

  if (!g_atomic_ref_count_dec (&inspection->ref_count))
    return;

  g_ref_string_release (inspection->media_type);
  g_free (inspection->title);
  g_free (inspection->text);
  g_clear_pointer (&inspection->thumbnail, g_bytes_unref);
  g_free (inspection);
}

/**
 * hbk_inspection_get_media_type:
 * @inspection: an inspection
 *
 * Says what the content is; the name of the file was not asked.
 *
 * Returns: the interned media type, such as `application/pdf`; `application/octet-stream` when not known
 */
const char *
hbk_inspection_get_media_type (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, NULL);

  return inspection->media_type;
}

/**
 * hbk_inspection_get_problem:
 * @inspection: an inspection
 *
 * Says why the file could not be looked into.
 *
 * Returns: the problem, or %HBK_INSPECTION_PROBLEM_NONE
 */
HbkInspectionProblem
hbk_inspection_get_problem (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, HBK_INSPECTION_PROBLEM_NONE);

  return inspection->problem;
}

/**
 * hbk_inspection_get_n_pages:
 * @inspection: an inspection
 *
 * Says how many pages there are.
 *
 * Returns: the number of pages; 0 when not known
 */
guint
hbk_inspection_get_n_pages (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, 0);

  return inspection->n_pages;
}

/**
 * hbk_inspection_get_width:
 * @inspection: an inspection
 *
 * Says how wide it is, held upright.
 *
 * Returns: pixels, or points of the first page of a PDF; 0 when not known
 */
guint
hbk_inspection_get_width (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, 0);

  return inspection->width;
}

/**
 * hbk_inspection_get_height:
 * @inspection: an inspection
 *
 * Says how high it is, held upright.
 *
 * Returns: pixels, or points of the first page of a PDF; 0 when not known
 */
guint
hbk_inspection_get_height (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, 0);

  return inspection->height;
}

/**
 * hbk_inspection_get_orientation:
 * @inspection: an inspection
 *
 * Says how the camera was held; the width, the height and the thumbnail are turned upright already.
 *
 * Returns: 1 to 8 as in EXIF; 1 is upright
 */
guint
hbk_inspection_get_orientation (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, 1);

  return inspection->orientation;
}

/**
 * hbk_inspection_get_flags:
 * @inspection: an inspection
 *
 * Says what is inside.
 *
 * Returns: the flags
 */
HbkInspectionFlags
hbk_inspection_get_flags (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, 0);

  return inspection->flags;
}

/**
 * hbk_inspection_get_title:
 * @inspection: an inspection
 *
 * Gives the title that the author gave the document. It is plain text that anybody may have written.
 *
 * Returns: (nullable): one line of text, or %NULL
 */
const char *
hbk_inspection_get_title (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, NULL);

  return inspection->title;
}

/**
 * hbk_inspection_get_text:
 * @inspection: an inspection
 *
 * Gives the first text of the document, for search and suggestions. It is plain text that anybody may have written.
 *
 * Returns: (nullable): the text, or %NULL when there is none or none was asked for
 */
const char *
hbk_inspection_get_text (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, NULL);

  return inspection->text;
}

/**
 * hbk_inspection_get_thumbnail:
 * @inspection: an inspection
 *
 * Gives a small picture of the file.
 *
 * Returns: (transfer none) (nullable): a PNG, or %NULL when there is none or none was asked for
 */
GBytes *
hbk_inspection_get_thumbnail (const HbkInspection *inspection)
{
  g_return_val_if_fail (inspection != NULL, NULL);

  return inspection->thumbnail;
}
