/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-status.h"
#include "records/hbk-subject.h"
#include "records/hbk-title-level.h"

/* Every value that has a word is found by it again, and the type system knows the same words. */
static void
check_nick (GType type, int value, const char *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  g_assert_cmpstr (g_enum_get_value (klass, value)->value_nick, ==, nick);
}

static void
test_subject (void)
{
  HbkSubject subject = HBK_SUBJECT_NONE;

  for (int i = HBK_SUBJECT_PUBLIC; i <= HBK_SUBJECT_PROFESSIONAL; i++)
    {
      g_assert_true (hbk_subject_from_nick (hbk_subject_to_nick (i), &subject));
      g_assert_cmpint (subject, ==, i);
      check_nick (HBK_TYPE_SUBJECT, i, hbk_subject_to_nick (i));
    }

  g_assert_cmpstr (hbk_subject_to_nick (HBK_SUBJECT_PUBLIC), ==, "public");
  g_assert_null (hbk_subject_to_nick (HBK_SUBJECT_NONE));
  g_assert_false (hbk_subject_from_nick ("none", &subject));
  g_assert_false (hbk_subject_from_nick ("", &subject));
  g_assert_false (hbk_subject_from_nick ("Public", &subject));
  g_assert_cmpint (subject, ==, HBK_SUBJECT_PROFESSIONAL);
}

static void
test_status (void)
{
  HbkStatus status = HBK_STATUS_DONE;

  for (int i = HBK_STATUS_PLANNED; i <= HBK_STATUS_RETURNED; i++)
    {
      g_assert_true (hbk_status_from_nick (hbk_status_to_nick (i), &status));
      g_assert_cmpint (status, ==, i);
      check_nick (HBK_TYPE_STATUS, i, hbk_status_to_nick (i));
    }

  g_assert_cmpstr (hbk_status_to_nick (HBK_STATUS_PLANNED), ==, "planned");
  g_assert_false (hbk_status_from_nick ("finished", &status));
  g_assert_cmpint (status, ==, HBK_STATUS_RETURNED);
}

static void
test_title_level (void)
{
  HbkTitleLevel level = HBK_TITLE_LEVEL_UNKNOWN;

  for (int i = HBK_TITLE_LEVEL_NONE; i <= HBK_TITLE_LEVEL_SENIOR; i++)
    {
      g_assert_true (hbk_title_level_from_nick (hbk_title_level_to_nick (i), &level));
      g_assert_cmpint (level, ==, i);
      check_nick (HBK_TYPE_TITLE_LEVEL, i, hbk_title_level_to_nick (i));
    }

  /* No title is something else than not knowing. */
  g_assert_cmpstr (hbk_title_level_to_nick (HBK_TITLE_LEVEL_NONE), ==, "none");
  g_assert_null (hbk_title_level_to_nick (HBK_TITLE_LEVEL_UNKNOWN));
  g_assert_false (hbk_title_level_from_nick ("unknown", &level));
  g_assert_cmpint (level, ==, HBK_TITLE_LEVEL_SENIOR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/choices/subject", test_subject);
  g_test_add_func ("/choices/status", test_status);
  g_test_add_func ("/choices/title-level", test_title_level);

  return g_test_run ();
}
