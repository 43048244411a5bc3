/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-problem.h"

static void
test_getters (void)
{
  g_autoptr (HbkProblem) problem = hbk_problem_new (HBK_ERROR_MISSING, 12, "$.records[3].start", "The date is missing.", "Add it.");

  g_assert_cmpint (hbk_problem_get_code (problem), ==, HBK_ERROR_MISSING);
  g_assert_cmpint (hbk_problem_get_line (problem), ==, 12);
  g_assert_cmpstr (hbk_problem_get_path (problem), ==, "$.records[3].start");
  g_assert_cmpstr (hbk_problem_get_what (problem), ==, "The date is missing.");
  g_assert_cmpstr (hbk_problem_get_action (problem), ==, "Add it.");
}

static void
test_to_string (void)
{
  static const struct
  {
    int         line;
    const char *path, *action, *file, *text;
  } cases[] = {
    { 12, "$.a", "Do.", "my.json", "my.json:12: $.a: What. Do." },
    { 12, "$.a", "Do.", NULL, "line 12: $.a: What. Do." },
    { 0, "$.a", "Do.", "my.json", "my.json: $.a: What. Do." },
    { 0, "$.a", NULL, NULL, "$.a: What." },
    { 12, NULL, NULL, "my.json", "my.json:12: What." },
    { 0, NULL, "Do.", "my.json", "my.json: What. Do." },
    { 0, NULL, "Do.", NULL, "What. Do." },
    { 0, NULL, NULL, NULL, "What." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HbkProblem) problem = hbk_problem_new (HBK_ERROR_VALUE, cases[i].line, cases[i].path, "What.", cases[i].action);
      g_autofree char *text = hbk_problem_to_string (problem, cases[i].file);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_boxed (void)
{
  GValue value = G_VALUE_INIT;
  g_autoptr (HbkProblem) problem = hbk_problem_new (HBK_ERROR_IO, 0, NULL, "What.", NULL);

  g_value_init (&value, HBK_TYPE_PROBLEM);
  g_value_set_boxed (&value, problem);
  g_assert_true (g_value_get_boxed (&value) == problem);
  g_value_unset (&value);

  g_assert_cmpstr (hbk_problem_get_what (problem), ==, "What.");
}

static void
test_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (HBK_ERROR), ==, "hbk-error-quark");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problem/getters", test_getters);
  g_test_add_func ("/problem/to-string", test_to_string);
  g_test_add_func ("/problem/boxed", test_boxed);
  g_test_add_func ("/problem/domain", test_domain);

  return g_test_run ();
}
