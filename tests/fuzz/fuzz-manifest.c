/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads any bytes as the description of a package: what is refused is refused with a place, and what is read can be summed up by a clerk. */

#include "submission/hbk-clerk-summary.h"
#include "submission/hbk-package-manifest.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_problems (HbkProblems *problems)
{
  g_assert_false (hbk_problems_is_empty (problems));
  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem      *problem = hbk_problems_get (problems, i);
      g_autofree char *text = hbk_problem_to_string (problem, "package.json");

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_nonnull (hbk_problem_get_path (problem));
      g_assert_nonnull (hbk_problem_get_action (problem));
    }
}

static void
check_paths (const HbkPackageYear *year)
{
  for (guint i = 0; i < year->entries->len; i++)
    {
      const HbkPackageLine *entry = g_ptr_array_index (year->entries, i);

      for (guint j = 0; j < entry->files->len; j++)
        {
          const HbkPackageFile *file = g_ptr_array_index (entry->files, j);

          g_assert_true (*file->path != '\0' && *file->path != '/');
          g_assert_null (strstr (file->path, ".."));
          g_assert_null (strpbrk (file->path, "\\:"));
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* Of exactly its size, so that the sanitizer sees a step too far. */
  g_autofree guint8 *copy = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_clerk_line_free);
  g_autoptr (GBytes) workbook = NULL;
  HbkPackageManifest *manifest = hbk_package_manifest_read (bytes, problems);

  if (manifest == NULL)
    {
      check_problems (problems);
      return 0;
    }

  g_assert_cmpuint (manifest->years->len, >, 0);
  for (guint i = 0; i < manifest->years->len; i++)
    check_paths (g_ptr_array_index (manifest->years, i));
  g_ptr_array_add (lines, hbk_clerk_line_new ("package.zip", manifest));
  workbook = hbk_clerk_summary_write (lines, NULL);
  g_assert_nonnull (workbook);

  return 0;
}
