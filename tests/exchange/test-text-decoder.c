/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/hbk-error.h"
#include "exchange/hbk-text-decoder.h"

static void
assert_decodes (const char *bytes, gsize length, HbkEncoding wanted, const char *text, HbkEncoding encoding)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  HbkEncoding      found = HBK_ENCODING_ANY;
  gsize            text_length = 0;
  g_autofree char *decoded = hbk_text_decode (input, wanted, &found, &text_length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, text);
  g_assert_cmpuint (text_length, ==, strlen (text));
  g_assert_cmpint (found, ==, encoding);
}

static void
assert_refused (const char *bytes, gsize length, HbkEncoding wanted, const char *message)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autofree char *decoded = hbk_text_decode (input, wanted, NULL, NULL, &error);

  g_test_message ("%s", message);
  g_assert_null (decoded);
  g_assert_error (error, HBK_ERROR, HBK_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, message);
}

#define BYTES(text) (text), sizeof (text) - 1

static void
test_found (void)
{
  assert_decodes (BYTES (""), HBK_ENCODING_ANY, "", HBK_ENCODING_UTF_8);
  assert_decodes (BYTES ("a,b"), HBK_ENCODING_ANY, "a,b", HBK_ENCODING_UTF_8);
  assert_decodes (BYTES ("学时"), HBK_ENCODING_ANY, "学时", HBK_ENCODING_UTF_8);
  assert_decodes (BYTES ("\xef\xbb\xbf学时"), HBK_ENCODING_ANY, "学时", HBK_ENCODING_UTF_8);
  assert_decodes (BYTES ("\xef\xbb\xbf"), HBK_ENCODING_ANY, "", HBK_ENCODING_UTF_8);
  assert_decodes (BYTES ("\xc3\xfb\xb3\xc6,\xd1\xa7\xca\xb1"), HBK_ENCODING_ANY, "名称,学时", HBK_ENCODING_GB18030);
  assert_decodes (BYTES ("\x84\x31\x95\x33\xd1\xa7"), HBK_ENCODING_ANY, "学", HBK_ENCODING_GB18030);
  assert_decodes (BYTES ("\xff\xfe\x66\x5b\xf6\x65"), HBK_ENCODING_ANY, "学时", HBK_ENCODING_UTF_16LE);
  assert_decodes (BYTES ("\xfe\xff\x5b\x66\x65\xf6"), HBK_ENCODING_ANY, "学时", HBK_ENCODING_UTF_16BE);
}

/* Characters that only GB18030 has, in two bytes and in four: the euro, 䶮 and 𠮷, which stand in names. */
static void
test_gb18030 (void)
{
  assert_decodes (BYTES ("\xa2\xe3"), HBK_ENCODING_ANY, "€", HBK_ENCODING_GB18030);
  assert_decodes (BYTES ("\xfe\x9f"), HBK_ENCODING_ANY, "䶮", HBK_ENCODING_GB18030);
  assert_decodes (BYTES ("\x95\x34\xb2\x35"), HBK_ENCODING_GB18030, "𠮷", HBK_ENCODING_GB18030);
}

/* Two bytes of GBK may be two characters of UTF-8: then only the person knows. */
static void
test_forced (void)
{
  assert_decodes (BYTES ("\xc2\xa1"), HBK_ENCODING_ANY, "¡", HBK_ENCODING_UTF_8);
  assert_decodes (BYTES ("\xc2\xa1"), HBK_ENCODING_GB18030, "隆", HBK_ENCODING_GB18030);
  assert_decodes (BYTES ("\xd1\xa7\xca\xb1"), HBK_ENCODING_GB18030, "学时", HBK_ENCODING_GB18030);
  assert_decodes (BYTES ("\x66\x5b"), HBK_ENCODING_UTF_16LE, "学", HBK_ENCODING_UTF_16LE);
  assert_decodes (BYTES ("\xff\xfe\x66\x5b"), HBK_ENCODING_UTF_16LE, "学", HBK_ENCODING_UTF_16LE);
  assert_decodes (BYTES ("\x3c\xd8\x0e\xdf"), HBK_ENCODING_UTF_16LE, "🌎", HBK_ENCODING_UTF_16LE);
}

static void
test_refused (void)
{
  assert_refused (BYTES ("ab\0c"), HBK_ENCODING_ANY, "Byte 2 of the file is a NUL, which no text has. Save the table as XLSX or as CSV in UTF-8, or name the encoding it is in.");
  assert_refused (BYTES ("\xef\xbb\xbf\0"), HBK_ENCODING_ANY, "Byte 3 of the file is a NUL, which no text has. Save the table as XLSX or as CSV in UTF-8, or name the encoding it is in.");
  assert_refused (BYTES ("\xff\xfe\x66\x5b\0\0"), HBK_ENCODING_ANY, "Byte 4 of the file is a NUL, which no text has. Save the table as XLSX or as CSV in UTF-8, or name the encoding it is in.");
  assert_refused (BYTES ("ab\xff"), HBK_ENCODING_ANY, "At byte 2, the file is not text in the encoding gb18030. Save it as UTF-8, or name the encoding it is in.");
  assert_refused (BYTES ("ab\xd1"), HBK_ENCODING_ANY, "At byte 2, the file is not text in the encoding gb18030. Save it as UTF-8, or name the encoding it is in.");
  assert_refused (BYTES ("ab\xc3\xfb"), HBK_ENCODING_UTF_8, "At byte 2, the file is not text in the encoding utf-8. Save it as UTF-8, or name the encoding it is in.");
  assert_refused (BYTES ("\xef\xbb\xbf"
                         "a\xff"),
                  HBK_ENCODING_ANY, "At byte 4, the file is not text in the encoding utf-8. Save it as UTF-8, or name the encoding it is in.");
  assert_refused (BYTES ("\xff\xfe\x66\x5b\x66"), HBK_ENCODING_ANY, "At byte 4, the file is not text in the encoding utf-16le. Save it as UTF-8, or name the encoding it is in.");
  assert_refused (BYTES ("\xff\xfe\x00\xd8\x66\x5b"), HBK_ENCODING_ANY, "At byte 2, the file is not text in the encoding utf-16le. Save it as UTF-8, or name the encoding it is in.");
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    HbkEncoding encoding;
  } names[] = {
    { "any", HBK_ENCODING_ANY },
    { "UTF-8", HBK_ENCODING_UTF_8 },
    { "utf8", HBK_ENCODING_UTF_8 },
    { "GB18030", HBK_ENCODING_GB18030 },
    { "gbk", HBK_ENCODING_GB18030 },
    { "GB2312", HBK_ENCODING_GB18030 },
    { "utf-16le", HBK_ENCODING_UTF_16LE },
    { "UTF-16BE", HBK_ENCODING_UTF_16BE },
  };
  HbkEncoding encoding;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (hbk_encoding_from_name (names[i].name, &encoding));
      g_assert_cmpint (encoding, ==, names[i].encoding);
    }

  g_assert_false (hbk_encoding_from_name ("latin-1", &encoding));
  g_assert_cmpstr (hbk_encoding_to_name (HBK_ENCODING_GB18030), ==, "gb18030");
  for (HbkEncoding i = HBK_ENCODING_ANY; i <= HBK_ENCODING_UTF_16BE; i++)
    {
      g_assert_true (hbk_encoding_from_name (hbk_encoding_to_name (i), &encoding));
      g_assert_cmpint (encoding, ==, i);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-decoder/found", test_found);
  g_test_add_func ("/text-decoder/gb18030", test_gb18030);
  g_test_add_func ("/text-decoder/forced", test_forced);
  g_test_add_func ("/text-decoder/refused", test_refused);
  g_test_add_func ("/text-decoder/names", test_names);

  return g_test_run ();
}
