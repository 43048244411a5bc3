/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads any bytes as a table in CSV, in the encoding they are in, and makes records of it. */

#include "exchange/hbk-table-reader.h"
#include "table-chain.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* Of exactly its size, so that the sanitizer sees a step too far. */
  g_autofree guint8 *copy = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  HbkTableSource source;
  g_autoptr (HbkTable) table = hbk_table_read (bytes, NULL, &source, problems, &error);

  g_assert_true ((table == NULL) == (error != NULL));
  if (table != NULL)
    table_chain_check (table);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return 0;
}
