/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-page-fonts.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>

#define CFF HB_TAG ('C', 'F', 'F', ' ')

/* What a font of cairo rests on; it goes when cairo lets go of the font, which may be after the document. */
typedef struct
{
  FT_Library library;
  FT_Face    face;
  hb_blob_t *blob;
} Outlines;

typedef struct
{
  hb_face_t         *original;
  hb_set_t          *glyphs;
  cairo_font_face_t *copy;
} Copy;

struct _HbkPageFonts
{
  GHashTable *copies;
};

static const cairo_user_data_key_t outlines_key;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_pointer (&copy->copy, cairo_font_face_destroy);
  hb_set_destroy (copy->glyphs);
  hb_face_destroy (copy->original);
  g_free (copy);
}

static void
outlines_free (void *data)
{
  Outlines *outlines = data;

  if (outlines->face != NULL)
    FT_Done_Face (outlines->face);
  if (outlines->library != NULL)
    FT_Done_FreeType (outlines->library);
  hb_blob_destroy (outlines->blob);
  g_free (outlines);
}

/**
 * hbk_page_fonts_new:
 *
 * Makes a set without fonts.
 *
 * Returns: (transfer full): the fonts
 */
HbkPageFonts *
hbk_page_fonts_new (void)
{
  HbkPageFonts *self = g_new0 (HbkPageFonts, 1);

  self->copies = g_hash_table_new_full (NULL, NULL, NULL, copy_free);

  return self;
}

/**
 * hbk_page_fonts_free:
 * @self: fonts
 *
 * Frees fonts.
 */
void
hbk_page_fonts_free (HbkPageFonts *self)
{
  g_hash_table_unref (self->copies);
  g_free (self);
}

/* ---- Which glyphs ---- */

static gboolean
has_cff (hb_face_t *face)
{
  hb_blob_t *table = hb_face_reference_table (face, CFF);
  gboolean   has = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);

  return has;
}

static hb_face_t *
get_face (PangoFont *font)
{
  return hb_font_get_face (pango_font_get_hb_font (font));
}

static void
add_run (HbkPageFonts *self, const PangoGlyphItem *run)
{
  hb_face_t *face = get_face (run->item->analysis.font);
  Copy      *copy = g_hash_table_lookup (self->copies, face);

  if (copy == NULL)
    {
      if (!has_cff (face))
        return;
      copy = g_new0 (Copy, 1);
      copy->original = hb_face_reference (face);
      copy->glyphs = hb_set_create ();
      g_hash_table_insert (self->copies, face, copy);
    }
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      hb_set_add (copy->glyphs, run->glyphs->glyphs[i].glyph);
}

/**
 * hbk_page_fonts_add:
 * @self: fonts
 * @layout: a text without unknown characters
 *
 * Takes the glyphs of a text in.
 */
void
hbk_page_fonts_add (HbkPageFonts *self, PangoLayout *layout)
{
  PangoLayoutIter *iter;

  g_return_if_fail (self != NULL && PANGO_IS_LAYOUT (layout));

  iter = pango_layout_get_iter (layout);
  do
    {
      const PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      if (run != NULL)
        add_run (self, run);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/* ---- Making ---- */

/* The glyphs keep their numbers; nothing but outlines and widths is needed any more. */
static hb_blob_t *
cut_out (const Copy *copy)
{
  static const hb_tag_t unneeded[] = { HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x') };
  hb_subset_input_t    *input = hb_subset_input_create_or_fail ();
  hb_blob_t            *blob = NULL;
  hb_face_t            *face;

  if (input == NULL)
    return NULL;

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE);
  hb_set_union (hb_subset_input_glyph_set (input), copy->glyphs);
  for (gsize i = 0; i < G_N_ELEMENTS (unneeded); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), unneeded[i]);
  face = hb_subset_or_fail (copy->original, input);
  if (face != NULL)
    blob = hb_face_reference_blob (face);
  hb_face_destroy (face);
  hb_subset_input_destroy (input);

  return blob;
}

static gboolean
make_copy (Copy *copy)
{
  Outlines    *outlines = g_new0 (Outlines, 1);
  unsigned int length = 0;
  const char  *data;

  outlines->blob = cut_out (copy);
  data = hb_blob_get_data (outlines->blob, &length);
  if (length == 0 || FT_Init_FreeType (&outlines->library) != 0 || FT_New_Memory_Face (outlines->library, (const FT_Byte *) data, length, 0, &outlines->face) != 0)
    {
      outlines_free (outlines);
      return FALSE;
    }

  copy->copy = cairo_ft_font_face_create_for_ft_face (outlines->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data (copy->copy, &outlines_key, outlines, outlines_free) == CAIRO_STATUS_SUCCESS)
    return TRUE;

  outlines_free (outlines);
  return FALSE;
}

/**
 * hbk_page_fonts_make:
 * @self: fonts with all glyphs
 *
 * Makes the copies.
 *
 * Returns: %FALSE when a font cannot be copied
 */
gboolean
hbk_page_fonts_make (HbkPageFonts *self)
{
  GHashTableIter iter;
  gpointer       copy;

  g_return_val_if_fail (self != NULL, FALSE);

  g_hash_table_iter_init (&iter, self->copies);
  while (g_hash_table_iter_next (&iter, NULL, &copy))
    if (!make_copy (copy))
      return FALSE;

  return TRUE;
}

/* ---- Showing ---- */

/* Which characters belong to which glyphs, so that the text can be copied. */
static cairo_text_cluster_t *
list_clusters (PangoGlyphItem *run, const char *text, int *n_clusters)
{
  GArray            *clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more; more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t cluster = { .num_bytes = iter.end_index - iter.start_index };
      gboolean             backward = iter.start_glyph > iter.end_glyph;
      int                  first = backward ? iter.end_glyph + 1 : iter.start_glyph;
      int                  end = backward ? iter.start_glyph + 1 : iter.end_glyph;

      for (int i = first; i < end; i++)
        cluster.num_glyphs += run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
      g_array_append_val (clusters, cluster);
    }
  *n_clusters = (int) clusters->len;

  return (cairo_text_cluster_t *) (gpointer) g_array_free (clusters, FALSE);
}

static void
show_run (cairo_t *cr, const Copy *copy, PangoGlyphItem *run, const char *text, double x, double y)
{
  PangoFontDescription            *description = pango_font_describe (run->item->analysis.font);
  g_autofree cairo_glyph_t        *glyphs = g_new0 (cairo_glyph_t, run->glyphs->num_glyphs);
  g_autofree cairo_text_cluster_t *clusters = NULL;
  int                              n_glyphs = 0, n_clusters;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

      /* What was not added has no outline in the copy. */
      g_assert (info->glyph == PANGO_GLYPH_EMPTY || hb_set_has (copy->glyphs, info->glyph));
      if (info->glyph != PANGO_GLYPH_EMPTY)
        glyphs[n_glyphs++] = (cairo_glyph_t) { info->glyph, x + pango_units_to_double (info->geometry.x_offset), y + pango_units_to_double (info->geometry.y_offset) };
      x += pango_units_to_double (info->geometry.width);
    }
  clusters = list_clusters (run, text, &n_clusters);
  cairo_set_font_face (cr, copy->copy);
  cairo_set_font_size (cr, pango_units_to_double (pango_font_description_get_size (description)));
  pango_font_description_free (description);
  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length, glyphs, n_glyphs, clusters, n_clusters, run->item->analysis.level % 2 != 0 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

/**
 * hbk_page_fonts_show_line:
 * @self: made fonts
 * @cr: where to draw
 * @line: a line of a text that was added
 * @x: where it begins
 * @y: its base
 *
 * Shows a line of text.
 */
void
hbk_page_fonts_show_line (HbkPageFonts *self, cairo_t *cr, PangoLayoutLine *line, double x, double y)
{
  const char *text;

  g_return_if_fail (self != NULL && cr != NULL && line != NULL);

  text = pango_layout_get_text (line->layout);
  for (GSList *node = line->runs; node != NULL; node = node->next)
    {
      PangoGlyphItem *run = node->data;
      const Copy     *copy = g_hash_table_lookup (self->copies, get_face (run->item->analysis.font));

      cairo_move_to (cr, x, y);
      if (copy != NULL)
        show_run (cr, copy, run, text, x, y);
      else
        pango_cairo_show_glyph_item (cr, text, run);
      x += pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
    }
}

/**
 * hbk_page_fonts_show:
 * @self: made fonts
 * @cr: where to draw
 * @layout: a text that was added
 * @x: its left edge
 * @y: its upper edge
 *
 * Shows a text.
 */
void
hbk_page_fonts_show (HbkPageFonts *self, cairo_t *cr, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter;

  g_return_if_fail (self != NULL && cr != NULL && PANGO_IS_LAYOUT (layout));

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      hbk_page_fonts_show_line (self, cr, pango_layout_iter_get_line_readonly (iter), x + pango_units_to_double (logical.x), y + pango_units_to_double (pango_layout_iter_get_baseline (iter)));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
