/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "app/widgets/hbk-palette.h"
#include "support.h"

/* The backgrounds of libadwaita 1.7 that text and drawings stand on: page, card and sidebar; a card in the dark is a veil over the page. */
static const guint32 light_grounds[] = { 0xfafafb, 0xffffff, 0xebebed };
static const guint32 dark_grounds[] = { 0x222226, 0x343437, 0x2e2e32 };

/* The names that the style sheets give to the colours. */
static const struct
{
  HbkTone       tone;
  HbkPaletteUse use;
  const char   *name;
} names[] = {
  { HBK_TONE_TOTAL, HBK_PALETTE_AREA, "--hbk-total" },
  { HBK_TONE_PUBLIC, HBK_PALETTE_AREA, "--hbk-public" },
  { HBK_TONE_PUBLIC, HBK_PALETTE_TEXT, "--hbk-public-text" },
  { HBK_TONE_PROFESSIONAL, HBK_PALETTE_AREA, "--hbk-professional" },
  { HBK_TONE_PROFESSIONAL, HBK_PALETTE_TEXT, "--hbk-professional-text" },
  { HBK_TONE_CAUTION, HBK_PALETTE_TEXT, "--hbk-caution-text" },
  { HBK_TONE_GOOD, HBK_PALETTE_TEXT, "--hbk-good-text" },
};

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 rgb)
{
  return 0.2126 * linear ((rgb >> 16 & 0xff) / 255.0) + 0.7152 * linear ((rgb >> 8 & 0xff) / 255.0) + 0.0722 * linear ((rgb & 0xff) / 255.0);
}

/* As the guidelines for web content define it. */
static double
contrast (guint32 a, guint32 b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static guint32
look_up (guint position, gboolean dark, gboolean high_contrast)
{
  GdkRGBA colour;

  g_assert_true (hbk_palette_lookup (names[position].tone, names[position].use, dark, high_contrast, &colour));

  return (guint32) lroundf (colour.red * 255) << 16 | (guint32) lroundf (colour.green * 255) << 8 | (guint32) lroundf (colour.blue * 255);
}

static void
test_contrast (void)
{
  for (guint scheme = 0; scheme < 4; scheme++)
    {
      gboolean       dark = scheme % 2 == 1, high_contrast = scheme >= 2;
      const guint32 *grounds = dark ? dark_grounds : light_grounds;

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          for (guint j = 0; j < G_N_ELEMENTS (light_grounds); j++)
            {
              double found = contrast (look_up (i, dark, high_contrast), grounds[j]);
              double least = names[i].use == HBK_PALETTE_TEXT ? 4.5 : 3;

              if (found < least)
                g_test_fail_printf ("%s on #%06x in scheme %u: %.2f is less than %.1f", names[i].name, grounds[j], scheme, found, least);
            }
        }
    }
}

static void
test_style_sheets (void)
{
  static const char *const sheets[] = { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" };

  for (guint scheme = 0; scheme < G_N_ELEMENTS (sheets); scheme++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "src", "app", "style", sheets[scheme], NULL);
      g_autofree char *sheet = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &sheet, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *expected = g_strdup_printf ("%s: #%06x;", names[i].name, look_up (i, scheme % 2 == 1, scheme >= 2));

          if (strstr (sheet, expected) == NULL)
            g_test_fail_printf ("%s has no \"%s\"", sheets[scheme], expected);
        }
    }
}

static void
test_neutral (void)
{
  GdkRGBA colour;

  g_assert_false (hbk_palette_lookup (HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, FALSE, FALSE, &colour));
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);

  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/style-sheets", test_style_sheets);
  g_test_add_func ("/palette/neutral", test_neutral);

  return screen_run ();
}
