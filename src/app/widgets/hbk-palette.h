/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * HbkTone:
 * @HBK_TONE_NEUTRAL: nothing in particular; drawn in the colour of text
 * @HBK_TONE_TOTAL: hours of both subjects
 * @HBK_TONE_PUBLIC: public subjects
 * @HBK_TONE_PROFESSIONAL: professional subjects
 * @HBK_TONE_CAUTION: something to look at
 * @HBK_TONE_GOOD: done, complete
 *
 * What a colour says. Each colour has one meaning.
 */
typedef enum {
  HBK_TONE_NEUTRAL,
  HBK_TONE_TOTAL,
  HBK_TONE_PUBLIC,
  HBK_TONE_PROFESSIONAL,
  HBK_TONE_CAUTION,
  HBK_TONE_GOOD,
} HbkTone;

/** HbkPaletteUse: what a colour is used for; text needs more contrast than areas and lines. */
typedef enum {
  HBK_PALETTE_AREA,
  HBK_PALETTE_TEXT,
} HbkPaletteUse;

#define HBK_TYPE_TONE (hbk_tone_get_type ())

GType hbk_tone_get_type (void) G_GNUC_CONST;

const char *hbk_tone_get_css_class (HbkTone tone);
gboolean    hbk_palette_lookup (HbkTone tone, HbkPaletteUse use, gboolean dark, gboolean high_contrast, GdkRGBA *colour);

G_END_DECLS
