/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-profile.h"

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  int *count = user_data;

  g_assert_cmpstr (pspec->name, ==, "attributes");
  (*count)++;
}

static void
set_text (HbkProfile *profile, const char *id, const char *text)
{
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_value_set_text (&value, text);
  hbk_profile_set_attribute (profile, id, &value);
}

static void
test_empty (void)
{
  g_autoptr (HbkProfile) profile = hbk_profile_new ();

  g_assert_null (hbk_profile_get_name (profile));
  g_assert_null (hbk_profile_get_employer (profile));
  g_assert_null (hbk_profile_get_employer_type (profile));
  g_assert_null (hbk_profile_get_sector (profile));
  g_assert_null (hbk_profile_get_title (profile));
  g_assert_null (hbk_profile_get_region (profile));
  g_assert_cmpint (hbk_profile_get_title_level (profile), ==, HBK_TITLE_LEVEL_UNKNOWN);
  g_assert_cmpint (hbk_profile_get_post_from (profile), ==, HBK_DATE_NONE);
  g_assert_null (hbk_profile_lookup_attribute (profile, "high_skilled"));
  g_assert_cmpuint (hbk_facts_get_n (hbk_profile_get_attributes (profile)), ==, 0);
}

static void
test_getters (void)
{
  g_autoptr (HbkProfile) profile = hbk_profile_new ();
  g_autoptr (GRefString) region = g_ref_string_new_intern ("region");

  set_text (profile, "name", "甲某");
  set_text (profile, "employer", "某设计院");
  set_text (profile, "employer_type", "public_institution");
  set_text (profile, "sector", "engineering");
  set_text (profile, "title", "工程师");
  set_text (profile, "title_level", "intermediate");
  set_text (profile, "post_from", "2019-07-01");
  set_text (profile, "region", "qinghai");

  g_assert_cmpstr (hbk_profile_get_name (profile), ==, "甲某");
  g_assert_cmpstr (hbk_profile_get_employer (profile), ==, "某设计院");
  g_assert_cmpstr (hbk_profile_get_employer_type (profile), ==, "public_institution");
  g_assert_cmpstr (hbk_profile_get_sector (profile), ==, "engineering");
  g_assert_cmpstr (hbk_profile_get_title (profile), ==, "工程师");
  g_assert_cmpint (hbk_profile_get_title_level (profile), ==, HBK_TITLE_LEVEL_INTERMEDIATE);
  g_assert_cmpint (hbk_profile_get_post_from (profile), ==, hbk_date_new (2019, 7, 1));
  g_assert_cmpstr (hbk_profile_get_region (profile), ==, "qinghai");
  g_assert_cmpstr (hbk_profile_get_attribute (profile, region)->text, ==, "qinghai");
  g_assert_cmpstr (hbk_profile_lookup_attribute (profile, "sector")->text, ==, "engineering");
}

/* Of another kind than the getter gives, it counts as not stated. */
static void
test_wrong_kinds (void)
{
  g_autoptr (HbkProfile) profile = hbk_profile_new ();
  g_auto (HbkValue) number = HBK_VALUE_INIT;

  hbk_value_set_number (&number, 700);
  hbk_profile_set_attribute (profile, "name", &number);
  hbk_profile_set_attribute (profile, "post_from", &number);
  set_text (profile, "title_level", "emperor");

  g_assert_null (hbk_profile_get_name (profile));
  g_assert_cmpint (hbk_profile_get_post_from (profile), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_profile_get_title_level (profile), ==, HBK_TITLE_LEVEL_UNKNOWN);

  set_text (profile, "post_from", "last summer");
  g_assert_cmpint (hbk_profile_get_post_from (profile), ==, HBK_DATE_NONE);
}

static void
test_notify (void)
{
  g_autoptr (HbkProfile) profile = hbk_profile_new ();
  g_autoptr (HbkFacts) before = NULL;
  g_autoptr (HbkFacts) seen = NULL;
  g_auto (HbkValue) none = HBK_VALUE_INIT;
  int count = 0;

  g_signal_connect (profile, "notify", G_CALLBACK (count_cb), &count);

  set_text (profile, "name", "甲某");
  g_assert_cmpint (count, ==, 1);
  set_text (profile, "name", "甲某");
  g_assert_cmpint (count, ==, 1);

  /* Whoever holds the attributes as they were keeps them so. */
  before = hbk_facts_ref (hbk_profile_get_attributes (profile));
  set_text (profile, "name", "乙某");
  g_assert_cmpint (count, ==, 2);
  g_assert_cmpstr (hbk_facts_lookup (before, "name")->text, ==, "甲某");

  hbk_profile_set_attribute (profile, "name", &none);
  g_assert_cmpint (count, ==, 3);
  g_assert_cmpint (hbk_profile_lookup_attribute (profile, "name")->kind, ==, HBK_VALUE_NONE);

  hbk_profile_set_attribute (profile, "name", NULL);
  g_assert_cmpint (count, ==, 4);
  g_assert_null (hbk_profile_lookup_attribute (profile, "name"));
  hbk_profile_set_attribute (profile, "name", NULL);
  g_assert_cmpint (count, ==, 4);

  g_object_set (profile, "attributes", before, NULL);
  g_assert_cmpint (count, ==, 5);
  hbk_profile_set_attributes (profile, before);
  g_assert_cmpint (count, ==, 5);
  g_object_get (profile, "attributes", &seen, NULL);
  g_assert_true (seen == before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/empty", test_empty);
  g_test_add_func ("/profile/getters", test_getters);
  g_test_add_func ("/profile/wrong-kinds", test_wrong_kinds);
  g_test_add_func ("/profile/notify", test_notify);

  return g_test_run ();
}
