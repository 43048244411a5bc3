/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-plan.h"

#include <string.h>

#define HEAD "hourbook-plan 1\ntitle=证明=材料\nstamps=100 20 3\n"

static HbkPlan *
read_plan (const char *text)
{
  return hbk_plan_read (text, strlen (text));
}

static void
test_whole (void)
{
  g_autoptr (HbkPlan) plan = read_plan (HEAD "part=0 50 1\npart=50 50 2\nlink=0 2 10 20 30 40\nbookmark=0 0 目录\nbookmark=1 1 a b\nbookmark=0 2 \nend\n");

  g_assert_nonnull (plan);
  g_assert_cmpstr (plan->title, ==, "证明=材料");
  g_assert_cmpuint (plan->n_pages, ==, 3);
  g_assert_cmpuint (plan->parts->len, ==, 2);
  g_assert_cmpuint (g_array_index (plan->links, HbkPlanLink, 0).target, ==, 2);
  g_assert_cmpfloat (g_array_index (plan->links, HbkPlanLink, 0).place.y1, ==, 40);
  g_assert_cmpstr (g_array_index (plan->bookmarks, HbkPlanBookmark, 1).title, ==, "a b");
}

static void
test_bad (void)
{
  static const char *const plans[] = {
    "",
    "\n\n\n",
    "hourbook-plan 2\ntitle=a\nstamps=1 2 1\npart=0 1 1\nend\n",
    "hourbook-plan 1\nstamps=1 2 1\npart=0 1 1\nend\n",
    HEAD "part=0 50 3\n",
    HEAD "part=0 50 3\nend",
    HEAD "part=0 50 3\nend\nmore\n",
    HEAD "part=0 50 2\nend\n",
    HEAD "part=0 50 0\npart=0 50 3\nend\n",
    HEAD "part=0 50\nend\n",
    HEAD "part=-1 50 3\nend\n",
    HEAD "part=0 99999999999999999999 3\nend\n",
    HEAD "part=0 50 3\nlink=0 3 1 1 2 2\nend\n",
    HEAD "part=0 50 3\nlink=3 0 1 1 2 2\nend\n",
    HEAD "part=0 50 3\nlink=0 1 1 1 2\nend\n",
    HEAD "part=0 50 3\nbookmark=1 0 a\nend\n",
    HEAD "part=0 50 3\nbookmark=0 0 a\nbookmark=2 0 a\nend\n",
    HEAD "part=0 50 3\nbookmark=0 3 a\nend\n",
    HEAD "part=0 50 3\nother=1\nend\n",
    HEAD "part=0 50 3\n\nend\n",
    HEAD "part=0 50 3\nbookmark=0 0 \xff\nend\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    g_assert_null (read_plan (plans[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/whole", test_whole);
  g_test_add_func ("/plan/bad", test_bad);

  return g_test_run ();
}
