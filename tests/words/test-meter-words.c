/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "words/hbk-meter-words.h"

#include "words/hbk-trace-words.h"

static void
test_meter (void)
{
  static const struct
  {
    HbkHours    value, target, pace, pending;
    const char *words;
  } cases[] = {
    { 2700, 4500, 4100, 0, "Public 27 of 45 hours, 14 behind an even pace" },
    { 8400, 9000, 8200, 1000, "Public 84 of 90 hours, 2 ahead of an even pace, 10 more pending" },
    { 4100, 4500, 4100, 0, "Public 41 of 45 hours, at an even pace" },
    /* Who has all of it is neither behind nor ahead. */
    { 4600, 4500, 4500, 0, "Public 46 of 45 hours" },
    { 1250, -1, -1, 0, "Public 12.5 hours, no minimum" },
    { 0, 4500, -1, 0, "Public 0 of 45 hours" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hbk_meter_words ("Public", cases[i].value, cases[i].target, cases[i].pace, cases[i].pending);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_bars (void)
{
  g_autofree char *over = hbk_meter_words_cap (2800, 200, 500);
  g_autofree char *within = hbk_meter_words_cap (2100, 700, 0);
  g_autofree char *change = hbk_meter_words_change (8200, 8400, 9000);
  g_autofree char *same = hbk_meter_words_change (8200, 8200, -1);

  g_assert_cmpstr (over, ==, "28 used before, 2 count here, 5 over the cap");
  g_assert_cmpstr (within, ==, "21 used before, 7 count here");
  g_assert_cmpstr (change, ==, "82 → 84 / 90");
  g_assert_cmpstr (same, ==, "82");
}

static void
test_trace (void)
{
  const HbkTraceStep cut = { .kind = HBK_TRACE_CAP, .a = 3000, .b = 700, .c = 200 };
  const HbkTraceStep whole = { .kind = HBK_TRACE_CAP, .a = 3000, .b = 700, .c = 700 };
  const HbkTraceStep rate = { .kind = HBK_TRACE_PER, .a = 700, .b = 300, .c = 2100 };
  const HbkTraceStep clause = { .kind = HBK_TRACE_RULE };
  g_autofree char   *cut_figure = hbk_trace_words_figure (&cut);
  g_autofree char   *whole_figure = hbk_trace_words_figure (&whole);
  g_autofree char   *rate_figure = hbk_trace_words_figure (&rate);

  g_assert_cmpstr (cut_figure, ==, "5 over");
  g_assert_true (hbk_trace_words_is_loss (&cut));
  g_assert_cmpstr (whole_figure, ==, "7");
  g_assert_false (hbk_trace_words_is_loss (&whole));
  g_assert_cmpstr (rate_figure, ==, "× 7 = 21");
  g_assert_null (hbk_trace_words_figure (&clause));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/meter-words/meter", test_meter);
  g_test_add_func ("/meter-words/bars", test_bars);
  g_test_add_func ("/meter-words/trace", test_trace);

  return g_test_run ();
}
