/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-paper.h"

#include <poppler.h>
#include <string.h>
#include <time.h>

#include "inspect/hbk-reply.h"

/* Of a long paper this much is looked at; what else it holds is then not known, which is better than no answer. */
#define MAX_TEXT_PAGES 30
#define MAX_ACTION_PAGES 200
#define MAX_SCAN_SECONDS 3

/* A PDF ends with a mark, behind which some programs leave something. */
#define END_BYTES 65536

#define MAX_POINTS 1000000

/* Poppler itself has these for its newer types only, and may get them for all. */
typedef PopplerDocument Document;
typedef PopplerPage     Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

static gboolean
has_time (void)
{
  return clock () < (clock_t) MAX_SCAN_SECONDS * CLOCKS_PER_SEC;
}

static guint
to_points (double length)
{
  return length > 0 ? (guint) (MIN (length, MAX_POINTS) + 0.5) : 0;
}

static const char *
problem_of_error (const GError *error)
{
  return g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? "encrypted" : "damaged";
}

static guint
flags_of_action (const PopplerAction *action)
{
  if (action == NULL)
    return 0;

  switch (action->type)
    {
    case POPPLER_ACTION_URI:
      return HBK_FINDING_LINKS;
    case POPPLER_ACTION_JAVASCRIPT:
      return HBK_FINDING_SCRIPTS;
    case POPPLER_ACTION_LAUNCH:
    case POPPLER_ACTION_GOTO_REMOTE:
      return HBK_FINDING_LAUNCH;
    default:
      return 0;
    }
}

static guint
look_at_links (PopplerPage *page)
{
  GList *links = poppler_page_get_link_mapping (page);
  guint  flags = 0;

  for (GList *l = links; l != NULL; l = l->next)
    flags |= flags_of_action (((const PopplerLinkMapping *) l->data)->action);

  poppler_page_free_link_mapping (links);

  return flags;
}

static guint
look_at_fields (PopplerPage *page)
{
  GList *fields = poppler_page_get_form_field_mapping (page);
  guint  flags = 0;

  for (GList *l = fields; l != NULL; l = l->next)
    {
      PopplerFormField *field = ((const PopplerFormFieldMapping *) l->data)->field;

      flags |= poppler_form_field_get_field_type (field) == POPPLER_FORM_FIELD_SIGNATURE ? HBK_FINDING_SIGNATURES : HBK_FINDING_FORMS;
      flags |= flags_of_action (poppler_form_field_get_action (field));
    }

  poppler_page_free_form_field_mapping (fields);

  return flags;
}

static guint
look_at_annotations (PopplerPage *page)
{
  GList *annotations = poppler_page_get_annot_mapping (page);
  guint  flags = 0;

  for (GList *l = annotations; l != NULL; l = l->next)
    {
      if (poppler_annot_get_annot_type (((const PopplerAnnotMapping *) l->data)->annot) == POPPLER_ANNOT_FILE_ATTACHMENT)
        flags |= HBK_FINDING_ATTACHMENTS;
    }

  poppler_page_free_annot_mapping (annotations);

  return flags;
}

static void
look_for_actions (PopplerDocument *document, HbkFindings *findings)
{
  int n_pages = MIN (poppler_document_get_n_pages (document), MAX_ACTION_PAGES);

  if (poppler_document_has_javascript (document))
    findings->flags |= HBK_FINDING_SCRIPTS;
  if (poppler_document_has_attachments (document))
    findings->flags |= HBK_FINDING_ATTACHMENTS;
  if (poppler_document_get_n_signatures (document) > 0)
    findings->flags |= HBK_FINDING_SIGNATURES;

  for (int i = 0; i < n_pages && has_time (); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);

      if (page != NULL)
        findings->flags |= look_at_links (page) | look_at_fields (page) | look_at_annotations (page);
    }
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isgraph (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

static void
read_text (PopplerDocument *document, const HbkWish *wish, HbkFindings *findings)
{
  g_autoptr (GString) all = g_string_new (NULL);
  gsize wanted = wish->text ? HBK_FINDINGS_MAX_TEXT : 1;
  int   n_pages = MIN (poppler_document_get_n_pages (document), MAX_TEXT_PAGES);

  for (int i = 0; i < n_pages && all->len < wanted && has_time (); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;

      if (text == NULL || !g_utf8_validate (text, -1, NULL) || !has_letters (text))
        continue;

      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", text);
    }

  findings->flags |= all->len > 0 ? HBK_FINDING_TEXT : 0;
  if (wish->text)
    hbk_findings_set_text (findings, all->str, all->len);
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  GByteArray *png = data;

  if (png->len + (guint64) length > HBK_REPLY_MAX_THUMBNAIL)
    return CAIRO_STATUS_WRITE_ERROR;

  g_byte_array_append (png, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Draws a page on white paper. */
static GBytes *
draw (PopplerPage *page, guint side)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t         *context;
  cairo_status_t   status;
  double           width;
  double           height;
  double           scale;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0 && height > 0))
    return NULL;

  scale = side / MAX (width, height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) CLAMP (width * scale + 0.5, 1, side), (int) CLAMP (height * scale + 0.5, 1, side));
  context = cairo_create (surface);
  cairo_set_source_rgb (context, 1, 1, 1);
  cairo_paint (context);
  cairo_scale (context, scale, scale);
  poppler_page_render (page, context);
  status = cairo_status (context);
  cairo_destroy (context);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&png)) : NULL;
}

/* As for pictures: what does not fit into a reply is drawn smaller. */
static void
make_thumbnail (PopplerDocument *document, const HbkWish *wish, HbkFindings *findings)
{
  g_autoptr (Page) page = NULL;

  if (wish->page == 0 || wish->page > findings->n_pages)
    return;

  page = poppler_document_get_page (document, (int) wish->page - 1);
  if (page == NULL)
    {
      findings->problem = "damaged";
      return;
    }

  for (guint side = wish->thumbnail_side; findings->thumbnail == NULL && side >= wish->thumbnail_side / 2 && side > 0; side = side * 3 / 4)
    findings->thumbnail = draw (page, side);
}

/* Poppler repairs what it can, and does not say so. */
static gboolean
is_cut (const HbkView *file)
{
  HbkView end = hbk_view_slice (file, file->size - MIN (file->size, END_BYTES), END_BYTES);

  return !hbk_view_contains (&end, "%%EOF", 5);
}

/* What Poppler does not tell: an action that runs when the document is opened. A false alarm does no harm. */
static gboolean
names_launch (const HbkView *file)
{
  return hbk_view_contains (file, "/Launch", strlen ("/Launch"));
}

static void
look_at_first_page (PopplerDocument *document, HbkFindings *findings)
{
  g_autoptr (Page) page = findings->n_pages > 0 ? poppler_document_get_page (document, 0) : NULL;
  double width = 0;
  double height = 0;

  if (page == NULL)
    {
      findings->problem = "damaged";
      return;
    }

  poppler_page_get_size (page, &width, &height);
  findings->width = to_points (width);
  findings->height = to_points (height);
}

/**
 * hbk_paper_look:
 * @file: a PDF
 * @wish: what the caller wants to know
 * @findings: what is found
 *
 * Looks at a PDF. No script and no action in it is run.
 */
void
hbk_paper_look (const HbkView *file, const HbkWish *wish, HbkFindings *findings)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (file != NULL && wish != NULL && findings != NULL);

  if (names_launch (file))
    findings->flags |= HBK_FINDING_LAUNCH;

  bytes = g_bytes_new_static (file->data, file->size);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  if (document == NULL)
    {
      findings->problem = problem_of_error (error);
      return;
    }

  findings->n_pages = (guint) CLAMP (poppler_document_get_n_pages (document), 0, MAX_POINTS);
  if (is_cut (file))
    findings->problem = "damaged";
  look_at_first_page (document, findings);

  title = poppler_document_get_title (document);
  if (title != NULL)
    hbk_findings_set_title (findings, title);
  look_for_actions (document, findings);
  read_text (document, wish, findings);
  if (wish->thumbnail_side > 0)
    make_thumbnail (document, wish, findings);
}
