/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-evidence.h"

#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
test_getters (void)
{
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("certificate", "证书.pdf", "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789ABCDEF");
  g_autoptr (HbkEvidence) paper = hbk_evidence_new ("notice", NULL, NULL);
  g_autoptr (GRefString) certificate = g_ref_string_new_intern ("certificate");

  g_assert_true (hbk_evidence_get_document (evidence) == certificate);
  g_assert_cmpstr (hbk_evidence_get_file (evidence), ==, "证书.pdf");
  g_assert_cmpstr (hbk_evidence_get_sha256 (evidence), ==, SUM);
  g_assert_null (hbk_evidence_get_extra (evidence));

  g_assert_cmpstr (hbk_evidence_get_document (paper), ==, "notice");
  g_assert_null (hbk_evidence_get_file (paper));
  g_assert_null (hbk_evidence_get_sha256 (paper));
}

static void
test_extra (void)
{
  g_autoptr (JsonObject) extra = json_object_new ();
  g_autoptr (HbkEvidence) evidence = NULL;

  json_object_set_int_member (extra, "pages", 3);
  evidence = hbk_evidence_new_with_extra ("notice", NULL, NULL, extra);

  g_assert_true (hbk_evidence_get_extra (evidence) == extra);
}

static void
test_boxed (void)
{
  g_auto (GValue) boxed = G_VALUE_INIT;
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("notice", NULL, NULL);

  g_value_init (&boxed, HBK_TYPE_EVIDENCE);
  g_value_set_boxed (&boxed, evidence);
  g_assert_true (g_value_get_boxed (&boxed) == evidence);
}

static void
test_is_sha256 (void)
{
  g_assert_true (hbk_evidence_is_sha256 (SUM));
  g_assert_false (hbk_evidence_is_sha256 (NULL));
  g_assert_false (hbk_evidence_is_sha256 (""));
  g_assert_false (hbk_evidence_is_sha256 (SUM "0"));
  g_assert_false (hbk_evidence_is_sha256 (&SUM[1]));
  g_assert_false (hbk_evidence_is_sha256 ("g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"));
  g_assert_false (hbk_evidence_is_sha256 (" 123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/getters", test_getters);
  g_test_add_func ("/evidence/extra", test_extra);
  g_test_add_func ("/evidence/boxed", test_boxed);
  g_test_add_func ("/evidence/is-sha256", test_is_sha256);

  return g_test_run ();
}
