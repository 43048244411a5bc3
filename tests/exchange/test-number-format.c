/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "exchange/hbk-number-format.h"

static void
test_ids (void)
{
  static const struct
  {
    int             id;
    HbkNumberFormat format;
  } ids[] = {
    { 0, HBK_NUMBER_FORMAT_PLAIN },
    { 1, HBK_NUMBER_FORMAT_PLAIN },
    { 10, HBK_NUMBER_FORMAT_PLAIN },
    { 13, HBK_NUMBER_FORMAT_PLAIN },
    { 14, HBK_NUMBER_FORMAT_DAY },
    { 16, HBK_NUMBER_FORMAT_DAY },
    { 17, HBK_NUMBER_FORMAT_MONTH },
    { 20, HBK_NUMBER_FORMAT_DAY },
    { 22, HBK_NUMBER_FORMAT_DAY },
    { 23, HBK_NUMBER_FORMAT_PLAIN },
    { 27, HBK_NUMBER_FORMAT_MONTH },
    { 31, HBK_NUMBER_FORMAT_DAY },
    { 36, HBK_NUMBER_FORMAT_MONTH },
    { 37, HBK_NUMBER_FORMAT_PLAIN },
    { 45, HBK_NUMBER_FORMAT_PLAIN },
    { 49, HBK_NUMBER_FORMAT_PLAIN },
    { 50, HBK_NUMBER_FORMAT_MONTH },
    { 51, HBK_NUMBER_FORMAT_DAY },
    { 57, HBK_NUMBER_FORMAT_MONTH },
    { 58, HBK_NUMBER_FORMAT_DAY },
    { 59, HBK_NUMBER_FORMAT_PLAIN },
    { -1, HBK_NUMBER_FORMAT_PLAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (hbk_number_format_from_id (ids[i].id), ==, ids[i].format);
}

static void
test_codes (void)
{
  static const struct
  {
    const char     *code;
    HbkNumberFormat format;
  } codes[] = {
    { "General", HBK_NUMBER_FORMAT_PLAIN },
    { "", HBK_NUMBER_FORMAT_PLAIN },
    { "0.00", HBK_NUMBER_FORMAT_PLAIN },
    { "#,##0", HBK_NUMBER_FORMAT_PLAIN },
    { "0.00E+00", HBK_NUMBER_FORMAT_PLAIN },
    { "@", HBK_NUMBER_FORMAT_PLAIN },
    { "0\"学时\"", HBK_NUMBER_FORMAT_PLAIN },
    { "0\" days\"", HBK_NUMBER_FORMAT_PLAIN },
    { "0\\d", HBK_NUMBER_FORMAT_PLAIN },
    { "[Red]0.0", HBK_NUMBER_FORMAT_PLAIN },
    { "[h]:mm", HBK_NUMBER_FORMAT_PLAIN },
    { "[mm]:ss", HBK_NUMBER_FORMAT_PLAIN },
    { "0;yyyy", HBK_NUMBER_FORMAT_PLAIN },
    { "_-* #,##0_-", HBK_NUMBER_FORMAT_PLAIN },
    { "yyyy-mm-dd", HBK_NUMBER_FORMAT_DAY },
    { "YYYY/M/D", HBK_NUMBER_FORMAT_DAY },
    { "yyyy\"年\"m\"月\"d\"日\"", HBK_NUMBER_FORMAT_DAY },
    { "yyyy年m月d日", HBK_NUMBER_FORMAT_DAY },
    { "[$-804]yyyy\"年\"m\"月\"d\"日\";@", HBK_NUMBER_FORMAT_DAY },
    { "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", HBK_NUMBER_FORMAT_DAY },
    { "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", HBK_NUMBER_FORMAT_DAY },
    { "yyyy-mm-dd hh:mm:ss", HBK_NUMBER_FORMAT_DAY },
    { "h:mm AM/PM", HBK_NUMBER_FORMAT_DAY },
    { "e/m/d", HBK_NUMBER_FORMAT_DAY },
    { "yyyy\"年\"m\"月\"", HBK_NUMBER_FORMAT_MONTH },
    { "mmm-yy", HBK_NUMBER_FORMAT_MONTH },
    { "yyyy", HBK_NUMBER_FORMAT_YEAR },
    { "\"unterminated yyyy", HBK_NUMBER_FORMAT_PLAIN },
    { "[unterminated yyyy", HBK_NUMBER_FORMAT_PLAIN },
    { "\\", HBK_NUMBER_FORMAT_PLAIN },
    { "\\年yyyy", HBK_NUMBER_FORMAT_YEAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_test_message ("%s", codes[i].code);
      g_assert_cmpint (hbk_number_format_from_code (codes[i].code), ==, codes[i].format);
    }
}

static void
test_apply (void)
{
  static const struct
  {
    HbkNumberFormat format;
    gboolean        from_1904;
    const char     *number;
    const char     *text;
  } cases[] = {
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "45", "45" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "45.0", "45" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "0.30000000000000004", "0.3" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "7.5", "7.5" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "-7.5", "-7.5" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "-0", "0" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "1E3", "1000" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "1.5E-5", "0.000015" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "123456789012345", "123456789012345" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "1e20", "1e+20" },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "", NULL },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "abc", NULL },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "0x10", NULL },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "inf", NULL },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "nan", NULL },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "1e999", NULL },
    { HBK_NUMBER_FORMAT_PLAIN, FALSE, "1.2.3", NULL },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "45366", "2024-03-15" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "45366.999", "2024-03-15" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "1", "1900-01-01" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "59", "1900-02-28" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "60", "1900-02-29" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "61", "1900-03-01" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "0.375", "09:00" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "0", "00:00" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "-1", "-1" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "2958465", "9999-12-31" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "2958466", "2958466" },
    { HBK_NUMBER_FORMAT_DAY, FALSE, "1e300", "1e+300" },
    { HBK_NUMBER_FORMAT_DAY, TRUE, "0", "1904-01-01" },
    { HBK_NUMBER_FORMAT_DAY, TRUE, "43904", "2024-03-15" },
    { HBK_NUMBER_FORMAT_DAY, TRUE, "2957003", "9999-12-31" },
    { HBK_NUMBER_FORMAT_DAY, TRUE, "2957004", "2957004" },
    { HBK_NUMBER_FORMAT_MONTH, FALSE, "45352", "2024-03" },
    { HBK_NUMBER_FORMAT_YEAR, FALSE, "45352", "2024" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hbk_number_format_apply (cases[i].format, cases[i].from_1904, cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number-format/ids", test_ids);
  g_test_add_func ("/number-format/codes", test_codes);
  g_test_add_func ("/number-format/apply", test_apply);

  return g_test_run ();
}
