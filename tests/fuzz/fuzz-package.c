/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

/*
 * Reads any bytes as a package: it is refused with words, or verified as a bag. What does not begin like a ZIP is taken for the names and
 * contents of files, with a byte 0xff behind each, from which a ZIP with the right checksums is made.
 */

#include "submission/hbk-bag.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../library/zip-maker.h"
#include "base/hbk-error.h"

#define MAX_PARTS 12

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == HBK_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
check_problems (HbkProblems *problems)
{
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      g_autofree char *text = hbk_problem_to_string (hbk_problems_get (problems, i), "a.zip");

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_null (strpbrk (text, "\r\n\033"));
    }
}

static void
check_report (const HbkBagReport *report)
{
  check_problems (report->problems);
  check_problems (report->warnings);
  g_assert_cmpint (report->is_valid, ==, hbk_problems_is_empty (report->problems));
  g_assert_true (report->is_complete || !report->is_valid);
  g_assert_cmpuint (g_hash_table_size (report->checksums), <=, report->n_files);
  if (report->is_valid)
    g_assert_cmpuint (g_hash_table_size (report->checksums), ==, report->n_files);
}

static GBytes *
make_zip (const guint8 *data, gsize size)
{
  HbkZipPart parts[MAX_PARTS] = { 0 };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint         n = 0;
  const guint8 *end = data + size;

  while (n < MAX_PARTS && data < end)
    {
      const guint8 *stop = memchr (data, 0xff, (gsize) (end - data));
      const guint8 *text = stop != NULL ? stop + 1 : end;
      const guint8 *text_stop = text < end ? memchr (text, 0xff, (gsize) (end - text)) : NULL;

      if (stop == NULL || stop - data > G_MAXUINT16)
        break;
      g_ptr_array_add (names, g_strndup ((const char *) data, (gsize) (stop - data)));
      parts[n].name = g_ptr_array_index (names, n);
      parts[n].data = text;
      parts[n].length = (gsize) ((text_stop != NULL ? text_stop : end) - text);
      parts[n].flags = 1 << 11;
      parts[n].mode = g_str_has_suffix (parts[n].name, "/") ? 040755 : 0;
      data = text_stop != NULL ? text_stop + 1 : end;
      n++;
    }

  return hbk_zip_make (parts, n);
}

static void
check_zip (gconstpointer data, gsize size)
{
  int fd = memfd_create ("package", MFD_CLOEXEC);
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) verifying = NULL;
  g_autoptr (HbkPackageSource) source = NULL;
  g_autoptr (HbkBagReport) report = NULL;

  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  source = hbk_package_source_open_zip (fd, "a.zip", &opening);
  if (source == NULL)
    {
      check_error (opening);
      return;
    }

  report = hbk_bag_verify (source, NULL, NULL, NULL, &verifying);
  g_assert_no_error (verifying);
  check_report (report);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) zip = NULL;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    {
      check_zip (data, size);
      return 0;
    }

  zip = make_zip (data, size);
  check_zip (g_bytes_get_data (zip, NULL), g_bytes_get_size (zip));
  return 0;
}
