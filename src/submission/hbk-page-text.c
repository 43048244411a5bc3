/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-page-text.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "base/hbk-error.h"

/* Its glyphs are the ones of the mainland, whatever the locale; what it has not, fontconfig finds elsewhere. */
#define FAMILY "Noto Sans CJK SC, Noto Sans SC, sans-serif"

#define USUAL_SIZE 9.0

/**
 * hbk_page_text_new_context:
 *
 * Makes what texts are laid out in: points are its unit, and nothing in it depends on screen, locale or settings of the desktop.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
hbk_page_text_new_context (void)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext         *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

/* What nobody sees, or what would turn the line round; the two joiners are left, scripts need them. */
static gboolean
is_hidden (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x200c && c != 0x200d;
}

static gboolean
is_break (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

/**
 * hbk_page_text_dup_clean:
 * @text: (nullable): a text that anybody may have written
 *
 * Makes one line of a text: breaks and other control characters become spaces, and what is invisible or changes the direction of writing goes.
 *
 * Returns: (transfer full): the line, perhaps empty
 */
char *
hbk_page_text_dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString         *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_hidden (c))
        g_string_append_unichar (clean, is_break (c) ? ' ' : c);
    }

  return g_string_free_and_steal (clean);
}

/* What a private character looks like is agreed upon by nobody: whatever glyph a font happens to have for it is not what was meant. */
static gunichar
find_private (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_PRIVATE_USE)
      return g_utf8_get_char (p);

  return 0;
}

/* The first character that no font has; 0 when there is none. */
static gunichar
find_unknown (PangoLayout *layout)
{
  PangoLayoutIter *iter;
  gunichar         unknown = find_private (pango_layout_get_text (layout));

  if (unknown != 0 || pango_layout_get_unknown_glyphs_count (layout) == 0)
    return unknown;

  iter = pango_layout_get_iter (layout);
  do
    {
      const PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      for (int i = 0; run != NULL && unknown == 0 && i < run->glyphs->num_glyphs; i++)
        if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
          unknown = g_utf8_get_char (pango_layout_get_text (layout) + run->item->offset + run->glyphs->log_clusters[i]);
    }
  while (unknown == 0 && pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);

  return unknown;
}

static void
set_unknown_error (GError **error, gunichar c, const char *place)
{
  char character[7] = { 0 };

  g_unichar_to_utf8 (c, character);
  /* Translators: the code of a character such as U+20BB7, the character itself, and where it stands, such as "line 3 of the form" */
  g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _("No font on this computer has the character U+%1$04X “%2$s” (%3$s). Install a font that has it, or write it in another way."), c, g_unichar_isprint (c) ? character : "", place);
}

static PangoFontDescription *
new_font (const HbkPageStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILY);
  pango_font_description_set_size (font, (int) ((style->size > 0 ? style->size : USUAL_SIZE) * PANGO_SCALE));
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return font;
}

/**
 * hbk_page_text_lay_out:
 * @context: from [func@page_text_new_context]
 * @text: a text, which is never markup
 * @style: how it looks
 * @width: of its lines, in points
 * @place: where it stands, for the message
 * @error: where to put an error
 *
 * Lays a text out in lines. A character that no font has is an error, because the page would show a box in its place.
 *
 * Returns: (transfer full): the lines, or %NULL
 */
PangoLayout *
hbk_page_text_lay_out (PangoContext *context, const char *text, const HbkPageStyle *style, double width, const char *place, GError **error)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = new_font (style);
  gunichar              unknown;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, pango_units_from_double (MAX (width, 1)));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignments[style->align]);
  /* What is written from the right keeps to the place of its cell. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);

  unknown = find_unknown (layout);
  if (unknown != 0)
    {
      set_unknown_error (error, unknown, place);
      return NULL;
    }

  return g_steal_pointer (&layout);
}
