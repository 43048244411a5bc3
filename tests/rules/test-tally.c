/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-tally.h"

static void
assert_tally (HbkTally tally, HbkHours public_hours, HbkHours professional_hours)
{
  g_assert_cmpint (tally.public_hours, ==, public_hours);
  g_assert_cmpint (tally.professional_hours, ==, professional_hours);
}

static void
test_sums (void)
{
  HbkTally a = { 100, 250 };
  HbkTally b = { 30, 300 };

  g_assert_cmpint (hbk_tally_total (a), ==, 350);
  assert_tally (hbk_tally_add (a, b), 130, 550);
  assert_tally (hbk_tally_subtract (a, b), 70, -50);
  g_assert_true (hbk_tally_equal (a, a));
  g_assert_false (hbk_tally_equal (a, b));
  g_assert_false (hbk_tally_equal (a, ((HbkTally) { 100, 251 })));
}

/* Hours without a subject are professional. */
static void
test_parts (void)
{
  HbkTally a = { 100, 250 };

  g_assert_true (hbk_tally_part (&a, HBK_SUBJECT_PUBLIC) == &a.public_hours);
  g_assert_true (hbk_tally_part (&a, HBK_SUBJECT_PROFESSIONAL) == &a.professional_hours);
  g_assert_true (hbk_tally_part (&a, HBK_SUBJECT_NONE) == &a.professional_hours);
}

/* Professional hours give way first. */
static void
test_cut (void)
{
  static const struct
  {
    HbkTally before;
    HbkHours limit;
    HbkTally after;
  } rows[] = {
    { { 3000, 6000 }, 9000, { 3000, 6000 } },
    { { 3000, 6000 }, 8999, { 3000, 5999 } },
    { { 3000, 6000 }, 3000, { 3000, 0 } },
    { { 3000, 6000 }, 2999, { 2999, 0 } },
    { { 3000, 6000 }, 0, { 0, 0 } },
    { { 3000, 6000 }, -1, { 0, 0 } },
    { { 0, 0 }, 0, { 0, 0 } },
    { { HBK_HOURS_MAX, HBK_HOURS_MAX }, 1, { 1, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HbkTally tally = rows[i].before;
      HbkTally cut = hbk_tally_cut (&tally, rows[i].limit);

      assert_tally (tally, rows[i].after.public_hours, rows[i].after.professional_hours);
      g_assert_true (hbk_tally_equal (hbk_tally_add (tally, cut), rows[i].before));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/tally/sums", test_sums);
  g_test_add_func ("/rules/tally/parts", test_parts);
  g_test_add_func ("/rules/tally/cut", test_cut);

  return g_test_run ();
}
