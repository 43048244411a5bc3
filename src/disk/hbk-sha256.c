/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "disk/hbk-sha256.h"

#include <openssl/evp.h>
#include <string.h>

#define BYTES (HBK_SHA256_CHARS / 2)

/* OpenSSL uses the processor's SHA instructions, which GChecksum does not: six times as fast. */
struct _HbkSha256
{
  EVP_MD_CTX *context;
};

/* Looked up once: OpenSSL's own lookup costs more than the checksum of a record. */
static const EVP_MD *
get_method (void)
{
  static EVP_MD *method;

  if (g_once_init_enter_pointer (&method))
    g_once_init_leave_pointer (&method, EVP_MD_fetch (NULL, "SHA256", NULL));

  return method;
}

static void
begin (HbkSha256 *self)
{
  /* It fails only without memory, as g_malloc() would. */
  if (!EVP_DigestInit_ex (self->context, get_method (), NULL))
    g_error ("SHA-256 is not there");
}

/**
 * hbk_sha256_new:
 *
 * Begins a checksum.
 *
 * Returns: (transfer full): the checksum of nothing as yet
 */
HbkSha256 *
hbk_sha256_new (void)
{
  HbkSha256 *self = g_new0 (HbkSha256, 1);

  self->context = EVP_MD_CTX_new ();
  begin (self);

  return self;
}

/**
 * hbk_sha256_free:
 * @self: (transfer full): a checksum
 *
 * Frees it.
 */
void
hbk_sha256_free (HbkSha256 *self)
{
  g_return_if_fail (self != NULL);

  EVP_MD_CTX_free (self->context);
  g_free (self);
}

/**
 * hbk_sha256_update:
 * @self: a checksum
 * @data: (array length=length): what comes next
 * @length: how many bytes
 *
 * Takes in the next bytes.
 */
void
hbk_sha256_update (HbkSha256 *self, gconstpointer data, gsize length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (data != NULL || length == 0);

  if (!EVP_DigestUpdate (self->context, data, length))
    g_error ("SHA-256 cannot go on");
}

/**
 * hbk_sha256_finish:
 * @self: a checksum
 * @hex: (out caller-allocates): where to put the 64 digits, in lower case, and a NUL
 *
 * Tells the checksum of all that was taken in; @self begins afresh.
 */
void
hbk_sha256_finish (HbkSha256 *self, char hex[HBK_SHA256_CHARS + 1])
{
  static const char digits[] = "0123456789abcdef";
  guint8            bytes[EVP_MAX_MD_SIZE];

  g_return_if_fail (self != NULL && hex != NULL);

  if (!EVP_DigestFinal_ex (self->context, bytes, NULL))
    g_error ("SHA-256 cannot end");

  for (int i = 0; i < BYTES; i++)
    {
      hex[2 * i] = digits[bytes[i] >> 4];
      hex[2 * i + 1] = digits[bytes[i] & 15];
    }
  hex[HBK_SHA256_CHARS] = '\0';
  begin (self);
}

/**
 * hbk_sha256_bytes:
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Works out the checksum of some bytes.
 *
 * Returns: (transfer full): 64 hexadecimal digits in lower case
 */
char *
hbk_sha256_bytes (gconstpointer data, gsize length)
{
  g_autoptr (HbkSha256) sha256 = NULL;
  char hex[HBK_SHA256_CHARS + 1];

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  sha256 = hbk_sha256_new ();
  hbk_sha256_update (sha256, data, length);
  hbk_sha256_finish (sha256, hex);

  return g_strdup (hex);
}

/**
 * hbk_sha256_is_hex:
 * @text: (nullable): a text
 *
 * Says whether a text is a checksum as Hourbook writes it: 64 hexadecimal digits in lower case.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_sha256_is_hex (const char *text)
{
  return text != NULL && strspn (text, "0123456789abcdef") == HBK_SHA256_CHARS && text[HBK_SHA256_CHARS] == '\0';
}
