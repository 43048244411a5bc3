/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads any bytes as the reply of the helper that looks into files. */

#include <string.h>

#include "records/hbk-inspection-reply.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* Of exactly its size, so that the sanitizer sees a step too far. */
  g_autofree guint8 *copy = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (HbkInspection) inspection = hbk_inspection_reply_read (bytes);
  const char *media_type = hbk_inspection_reply_peek_media_type (bytes);

  if (inspection == NULL)
    return 0;

  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, media_type);
  g_assert_cmpuint (hbk_inspection_get_orientation (inspection) - 1, <, 8);
  if (hbk_inspection_get_text (inspection) != NULL)
    g_assert_true (g_utf8_validate (hbk_inspection_get_text (inspection), -1, NULL));
  if (hbk_inspection_get_title (inspection) != NULL)
    g_assert_cmpuint (strlen (hbk_inspection_get_title (inspection)), <=, HBK_INSPECTION_MAX_TITLE);

  return 0;
}
