/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-palette.h"

/* Which of the style sheets a column stands for. */
enum {
  LIGHT,
  DARK,
  LIGHT_HIGH_CONTRAST,
  DARK_HIGH_CONTRAST,
  N_SCHEMES
};

typedef struct
{
  HbkTone       tone;
  HbkPaletteUse use;
  guint32       rgb[N_SCHEMES];
} Colour;

/* The values of style/style*.css, for what is drawn; a test holds them together. The total is never a colour of text. */
static const Colour colours[] = {
  { HBK_TONE_TOTAL, HBK_PALETTE_AREA, { 0x3a6fc4, 0x7fb0f5, 0x1d4c99, 0xb5d3ff } },
  { HBK_TONE_PUBLIC, HBK_PALETTE_AREA, { 0x9a4fc0, 0xc58be0, 0x6b2a8c, 0xe0bdf2 } },
  { HBK_TONE_PUBLIC, HBK_PALETTE_TEXT, { 0x813aa6, 0xc58be0, 0x5a1f79, 0xe0bdf2 } },
  { HBK_TONE_PROFESSIONAL, HBK_PALETTE_AREA, { 0x1f8ea3, 0x45b5c9, 0x00606f, 0x8fe0ee } },
  { HBK_TONE_PROFESSIONAL, HBK_PALETTE_TEXT, { 0x007184, 0x45b5c9, 0x00505d, 0x8fe0ee } },
  { HBK_TONE_CAUTION, HBK_PALETTE_TEXT, { 0x965d00, 0xffc252, 0x6b4100, 0xffdb9b } },
  { HBK_TONE_GOOD, HBK_PALETTE_TEXT, { 0x007a3c, 0x78e9ab, 0x00542a, 0xb0f5cf } },
};

static const Colour *
find_colour (HbkTone tone, HbkPaletteUse use)
{
  const Colour *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      if (colours[i].tone == tone && (found == NULL || colours[i].use == use))
        found = &colours[i];
    }

  return found;
}

GType
hbk_tone_get_type (void)
{
  static GType            type = 0;
  static const GEnumValue values[] = {
    { HBK_TONE_NEUTRAL, "HBK_TONE_NEUTRAL", "neutral" },
    { HBK_TONE_TOTAL, "HBK_TONE_TOTAL", "total" },
    { HBK_TONE_PUBLIC, "HBK_TONE_PUBLIC", "public" },
    { HBK_TONE_PROFESSIONAL, "HBK_TONE_PROFESSIONAL", "professional" },
    { HBK_TONE_CAUTION, "HBK_TONE_CAUTION", "caution" },
    { HBK_TONE_GOOD, "HBK_TONE_GOOD", "good" },
    { 0 },
  };

  if (g_once_init_enter_pointer (&type))
    g_once_init_leave_pointer (&type, g_enum_register_static ("HbkTone", values));

  return type;
}

/**
 * hbk_tone_get_css_class:
 * @tone: a tone
 *
 * Gets the style class that gives text the tone.
 *
 * Returns: (transfer none): the name of the class
 */
const char *
hbk_tone_get_css_class (HbkTone tone)
{
  switch (tone)
    {
    case HBK_TONE_TOTAL:
      return "hbk-total";
    case HBK_TONE_PUBLIC:
      return "hbk-public";
    case HBK_TONE_PROFESSIONAL:
      return "hbk-professional";
    case HBK_TONE_CAUTION:
      return "hbk-caution";
    case HBK_TONE_GOOD:
      return "hbk-good";
    case HBK_TONE_NEUTRAL:
    default:
      return "hbk-neutral";
    }
}

/**
 * hbk_palette_lookup:
 * @tone: what the colour says
 * @use: what it is used for
 * @dark: it stands on a dark background
 * @high_contrast: the person wants high contrast
 * @colour: (out): return location for the colour
 *
 * Looks a colour up.
 *
 * Returns: %FALSE when the tone has no colour of its own but that of text
 */
gboolean
hbk_palette_lookup (HbkTone tone, HbkPaletteUse use, gboolean dark, gboolean high_contrast, GdkRGBA *colour)
{
  const Colour *found = find_colour (tone, use);
  guint32       rgb;

  if (found == NULL)
    return FALSE;

  rgb = found->rgb[(dark ? DARK : LIGHT) + (high_contrast ? LIGHT_HIGH_CONTRAST : 0)];
  colour->red = (float) (rgb >> 16 & 0xff) / 255;
  colour->green = (float) (rgb >> 8 & 0xff) / 255;
  colour->blue = (float) (rgb & 0xff) / 255;
  colour->alpha = 1;

  return TRUE;
}
