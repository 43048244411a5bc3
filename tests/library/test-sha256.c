/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "disk/hbk-sha256.h"

#include <string.h>

/* FIPS 180-2, appendix B, and the empty text. */
static const struct
{
  const char *text;
  const char *hex;
} known[] = {
  { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};

static void
test_known (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *hex = hbk_sha256_bytes (known[i].text, strlen (known[i].text));

      g_assert_cmpstr (hex, ==, known[i].hex);
    }
}

static void
test_pieces (void)
{
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  char  hex[HBK_SHA256_CHARS + 1];
  char  block[1000];
  gsize left = 1000000;

  /* A million times the letter a, in pieces of changing length. */
  memset (block, 'a', sizeof block);
  for (gsize length = 0; left > 0; length = (length + 37) % sizeof block)
    {
      gsize n = MIN (length, left);

      hbk_sha256_update (sha256, block, n);
      left -= n;
    }
  hbk_sha256_finish (sha256, hex);
  g_assert_cmpstr (hex, ==, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");

  /* It begins afresh. */
  hbk_sha256_update (sha256, "abc", 3);
  hbk_sha256_finish (sha256, hex);
  g_assert_cmpstr (hex, ==, known[1].hex);
  hbk_sha256_finish (sha256, hex);
  g_assert_cmpstr (hex, ==, known[0].hex);
}

static void
test_is_hex (void)
{
  g_autofree char *upper = g_ascii_strup (known[0].hex, -1);
  g_autofree char *longer = g_strconcat (known[0].hex, "0", NULL);

  g_assert_true (hbk_sha256_is_hex (known[0].hex));
  g_assert_false (hbk_sha256_is_hex (upper));
  g_assert_false (hbk_sha256_is_hex (longer));
  g_assert_false (hbk_sha256_is_hex (known[0].hex + 1));
  g_assert_false (hbk_sha256_is_hex (""));
  g_assert_false (hbk_sha256_is_hex (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sha256/known", test_known);
  g_test_add_func ("/sha256/pieces", test_pieces);
  g_test_add_func ("/sha256/is-hex", test_is_hex);
  return g_test_run ();
}
