/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-problems.h"

static void
test_empty (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (hbk_problems_is_empty (problems));
  g_assert_false (hbk_problems_is_full (problems));
  g_assert_cmpuint (hbk_problems_get_n (problems), ==, 0);
  g_assert_true (hbk_problems_to_error (problems, "my.json", &error));
  g_assert_no_error (error);

  hbk_problems_free (NULL);
}

static void
test_order (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  hbk_problems_add (problems, HBK_ERROR_MISSING, 3, "$.a", "One.", "Do one.");
  hbk_problems_add_printf (problems, HBK_ERROR_VALUE, 2, "$.b", "Do two.", "Two of %d.", 3);
  hbk_problems_take (problems, hbk_problem_new (HBK_ERROR_LIMIT, 1, NULL, "Three.", NULL));

  g_assert_cmpuint (hbk_problems_get_n (problems), ==, 3);
  g_assert_cmpuint (hbk_problems_get_n_total (problems), ==, 3);
  g_assert_cmpuint (hbk_problems_get_n_dropped (problems), ==, 0);
  g_assert_false (hbk_problems_is_empty (problems));

  g_assert_cmpstr (hbk_problem_get_what (hbk_problems_get (problems, 0)), ==, "One.");
  g_assert_cmpstr (hbk_problem_get_what (hbk_problems_get (problems, 1)), ==, "Two of 3.");
  g_assert_cmpstr (hbk_problem_get_action (hbk_problems_get (problems, 1)), ==, "Do two.");
  g_assert_cmpint (hbk_problem_get_line (hbk_problems_get (problems, 1)), ==, 2);
  g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (problems, 2)), ==, HBK_ERROR_LIMIT);
}

static void
test_cap (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  for (int i = 0; i < HBK_PROBLEMS_MAX + 25; i++)
    {
      g_assert_cmpint (hbk_problems_is_full (problems), ==, i >= HBK_PROBLEMS_MAX);
      hbk_problems_add_printf (problems, HBK_ERROR_VALUE, i + 1, NULL, NULL, "Number %d.", i);
    }

  g_assert_cmpuint (hbk_problems_get_n (problems), ==, HBK_PROBLEMS_MAX);
  g_assert_cmpuint (hbk_problems_get_n_dropped (problems), ==, 25);
  g_assert_cmpuint (hbk_problems_get_n_total (problems), ==, HBK_PROBLEMS_MAX + 25);
  g_assert_cmpint (hbk_problem_get_line (hbk_problems_get (problems, HBK_PROBLEMS_MAX - 1)), ==, HBK_PROBLEMS_MAX);
}

static void
test_to_error (void)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) one = NULL;
  g_autoptr (GError) two = NULL;
  g_autoptr (GError) many = NULL;

  hbk_problems_add (problems, HBK_ERROR_DUPLICATE, 7, "$.a", "Twice.", "Remove one.");
  g_assert_false (hbk_problems_to_error (problems, "my.json", &one));
  g_assert_error (one, HBK_ERROR, HBK_ERROR_DUPLICATE);
  g_assert_cmpstr (one->message, ==, "my.json:7: $.a: Twice. Remove one.");

  hbk_problems_add (problems, HBK_ERROR_VALUE, 8, NULL, "Other.", NULL);
  g_assert_false (hbk_problems_to_error (problems, NULL, &two));
  g_assert_cmpstr (two->message, ==, "line 7: $.a: Twice. Remove one. (and 1 more problem)");

  for (int i = 0; i < 200; i++)
    hbk_problems_add (problems, HBK_ERROR_VALUE, 9, NULL, "Other.", NULL);
  g_assert_false (hbk_problems_to_error (problems, "my.json", &many));
  g_assert_error (many, HBK_ERROR, HBK_ERROR_DUPLICATE);
  g_assert_cmpstr (many->message, ==, "my.json:7: $.a: Twice. Remove one. (and 201 more problems)");

  g_assert_false (hbk_problems_to_error (problems, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problems/empty", test_empty);
  g_test_add_func ("/problems/order", test_order);
  g_test_add_func ("/problems/cap", test_cap);
  g_test_add_func ("/problems/to-error", test_to_error);

  return g_test_run ();
}
