/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "submission/hbk-package-names.h"

static void
test_safe (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { "期刊封面", "期刊封面" },
    { "a/b\\c:d*e?f\"g<h>i|j", "abcdefghij" },
    { "结尾的点. .", "结尾的点" },
    { "..hidden", "hidden" },
    { "  两个  空格 ", "两个 空格" },
    { "CON", "_CON" },
    { "nul.txt", "_nul.txt" },
    { "com10", "com10" },
    { "e\xcc\x81", "\xc3\xa9" },
    { "向\xe2\x80\xae右", "向右" },
    { "零\xe2\x80\x8b宽", "零宽" },
    { "行\n和\t列", "行 和 列" },
    { "~", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = hbk_package_names_dup_safe (cases[i].text);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (int i = 0; i < 500; i++)
    g_string_append (text, "长");
  name = hbk_package_names_dup_safe (text->str);

  g_assert_cmpuint (strlen (name), <=, HBK_PACKAGE_NAME_MAX_BYTES);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

static void
test_path (void)
{
  g_autofree char *sha256 = g_strnfill (64, 'a');
  g_autoptr (HbkEvidenceFile) file = hbk_evidence_file_new (sha256, 7, "扫描件.PNG", 10);
  g_autofree char *plain = hbk_package_names_dup_path ("证明材料/03-论文", "03-1", "期刊封面", file, FALSE);
  g_autofree char *ascii = hbk_package_names_dup_path ("evidence/03", "03-1", "期刊封面", file, TRUE);
  g_autofree char *typed = NULL;
  g_autofree char *odd = NULL;

  g_assert_cmpstr (plain, ==, "证明材料/03-论文/03-1 期刊封面.png");
  g_assert_cmpstr (ascii, ==, "evidence/03/03-1.png");

  /* What it is counts, not what it calls itself. */
  file->media_type = g_strdup ("application/pdf");
  typed = hbk_package_names_dup_path ("证明材料/03-论文", "03-1", "期刊封面", file, FALSE);
  g_assert_cmpstr (typed, ==, "证明材料/03-论文/03-1 期刊封面.pdf");

  g_set_str (&file->media_type, NULL);
  g_set_str (&file->name, "x.p/h");
  odd = hbk_package_names_dup_path ("证明材料/03-论文", "03-1", "", file, FALSE);
  g_assert_cmpstr (odd, ==, "证明材料/03-论文/03-1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-names/safe", test_safe);
  g_test_add_func ("/package-names/long", test_long);
  g_test_add_func ("/package-names/path", test_path);

  return g_test_run ();
}
