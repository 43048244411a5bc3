/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packages as folders; what is in ZIPs, the tests of their index look at. */

#define _GNU_SOURCE

#include "submission/hbk-package-source.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../library/folder.h"
#include "base/hbk-error.h"

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *written = hbk_folder_write (folder, name, text, strlen (text));
}

static void
assert_refused (const char *folder, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_package_source_open (folder, NULL, &error));
  g_assert_error (error, HBK_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_test_fail_printf ("“%s” is not in: %s", words, error->message);
}

static void
test_list (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autoptr (HbkPackageSource) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  static const char *const names[] = { "a.txt", "data", "data/.hidden", "data/b", "data/b/c.txt" };
  guint                    position;

  write_file (folder, "data/b/c.txt", "defg");
  write_file (folder, "data/.hidden", "");
  write_file (folder, "a.txt", "abc");
  source = hbk_package_source_open (folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hbk_package_source_is_folder (source));
  g_assert_cmpstr (hbk_package_source_get_path (source), ==, folder);
  g_assert_cmpuint (hbk_package_source_get_n_entries (source), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (hbk_package_source_get_entry (source, i)->name, ==, names[i]);
  g_assert_true (hbk_package_source_get_entry (source, 1)->is_folder);
  g_assert_cmpuint (hbk_package_source_get_entry (source, 4)->size, ==, 4);

  g_assert_false (hbk_package_source_lookup (source, "c.txt", &position));
  g_assert_true (hbk_package_source_lookup (source, "data/b/c.txt", &position));
  bytes = hbk_package_source_read_entry (source, position, 4, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "defg", 4);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = hbk_package_source_read_entry (source, position, 3, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, HBK_ERROR, HBK_ERROR_LIMIT);
}

/* ---- What is refused ---- */

typedef struct
{
  const char *name;
  const char *file;
  int         code;
  const char *words;
} Case;

static const Case names[] = {
  { "backslash", "a\\b", HBK_ERROR_VALUE, "“a\\b” in it: The name has a backslash." },
  { "newline", "a\nb", HBK_ERROR_VALUE, "“a\\u000ab” in it: The name has a control character." },
  { "not-utf8", "a\xff"
                "b",
    HBK_ERROR_VALUE, "“a\\xffb” in it: The name is not UTF-8." },
  { "home", "~root", HBK_ERROR_VALUE, "The name begins with “~”" },
  { "device", "data/NUL.txt", HBK_ERROR_VALUE, "“data/NUL.txt” in it: Windows keeps the name for a device." },
  { "dot-at-end", "data./a", HBK_ERROR_VALUE, "“data.” in it: A part of the name ends with a dot or a space" },
  { "turned", "a\xe2\x80\xae"
              "b",
    HBK_ERROR_VALUE, "turns the direction of writing" },
  { "deep", "a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a", HBK_ERROR_LIMIT, "It lies in too many folders." },
};

static void
test_name (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (HbkFolder) folder = hbk_folder_new ();

  write_file (folder, what->file, "x");
  assert_refused (folder, what->code, what->words);
}

static void
test_clashes (void)
{
  g_autoptr (HbkFolder) by_case = hbk_folder_new ();
  g_autoptr (HbkFolder) composed = hbk_folder_new ();

  write_file (by_case, "data/a.txt", "x");
  write_file (by_case, "data/A.txt", "x");
  assert_refused (by_case, HBK_ERROR_DUPLICATE, "only by case");
  write_file (composed, "caf\xc3\xa9/a", "x");
  write_file (composed, "cafe\xcc\x81/b", "x");
  assert_refused (composed, HBK_ERROR_DUPLICATE, "how its letters are composed");
}

static void
test_kinds (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HbkFolder) folder = hbk_folder_new ();
      g_autofree char *path = g_build_filename (folder, "data", NULL);

      if (i == 0)
        g_assert_cmpint (symlink ("/etc/passwd", path), ==, 0);
      else if (i == 1)
        g_assert_cmpint (symlink ("/etc", path), ==, 0);
      else
        g_assert_cmpint (mkfifo (path, 0600), ==, 0);
      assert_refused (folder, HBK_ERROR_VALUE, "“data” in it: It is a link or a device.");
    }
}

static void
test_sizes (void)
{
  static const char *const letters[] = { "a", "b", "c", "d", "e" };
  g_autoptr (HbkFolder) one = hbk_folder_new ();
  g_autoptr (HbkFolder) many = hbk_folder_new ();

  /* Files with holes, which take no room. */
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *path = hbk_folder_write (many, letters[i], "", 0);

      g_assert_cmpint (truncate (path, (off_t) HBK_PACKAGE_MAX_FILE), ==, 0);
    }
  assert_refused (many, HBK_ERROR_LIMIT, "With it the package is larger than Hourbook takes.");
  {
    g_autofree char *path = hbk_folder_write (one, "a", "", 0);

    g_assert_cmpint (truncate (path, (off_t) HBK_PACKAGE_MAX_FILE + 1), ==, 0);
  }
  assert_refused (one, HBK_ERROR_LIMIT, "“a” in it: It is larger than Hourbook takes.");
}

static void
test_other_files (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *file = hbk_folder_write (folder, "a.pdf", "%PDF-1.7\n", 9);
  g_autofree char *none = g_build_filename (folder, "none.zip", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);

  assert_refused (file, HBK_ERROR_FORMAT, "This is not a ZIP.");
  assert_refused (none, HBK_ERROR_NOT_FOUND, "There is no such file.");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (pipe, HBK_ERROR_VALUE, "This is a pipe or a device.");
}

static void
test_cancelled (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_file (folder, "a.txt", "abc");
  g_cancellable_cancel (cancellable);
  g_assert_null (hbk_package_source_open (folder, cancellable, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
}

/* ---- What changes after it was listed ---- */

static void
assert_changed (const char *folder, HbkPackageSource *source, guint position, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_package_source_read_entry (source, position, 100, NULL, &error));
  g_assert_error (error, HBK_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_changed (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autoptr (HbkFolder) elsewhere = hbk_folder_new ();
  g_autofree char *file = g_build_filename (folder, "data", "a", NULL);
  g_autofree char *sub = g_build_filename (folder, "data", NULL);
  g_autofree char *moved = g_build_filename (elsewhere, "data", NULL);
  g_autoptr (HbkPackageSource) source = NULL;
  guint position;

  write_file (folder, "data/a", "abc");
  source = hbk_package_source_open (folder, NULL, NULL);
  g_assert_true (hbk_package_source_lookup (source, "data/a", &position));

  write_file (folder, "data/a", "ab");
  assert_changed (folder, source, position, HBK_ERROR_DAMAGED, "It is cut off.");
  write_file (folder, "data/a", "abcd");
  assert_changed (folder, source, position, HBK_ERROR_DAMAGED, "It is longer than it is said to be.");

  /* A link that came into the place is not followed, neither of a file nor of a folder on the way. */
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (symlink ("/etc/hostname", file), ==, 0);
  assert_changed (folder, source, position, HBK_ERROR_VALUE, "link");
  g_assert_cmpint (g_unlink (file), ==, 0);
  write_file (folder, "data/a", "abc");
  g_assert_cmpint (g_rename (sub, moved), ==, 0);
  g_assert_cmpint (symlink (moved, sub), ==, 0);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (hbk_package_source_read_entry (source, position, 100, NULL, &error));
    g_assert_true (error->domain == HBK_ERROR);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-source/list", test_list);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/package-source/names/%s", names[i].name);

      g_test_add_data_func (path, &names[i], test_name);
    }
  g_test_add_func ("/package-source/clashes", test_clashes);
  g_test_add_func ("/package-source/kinds", test_kinds);
  g_test_add_func ("/package-source/sizes", test_sizes);
  g_test_add_func ("/package-source/other-files", test_other_files);
  g_test_add_func ("/package-source/cancelled", test_cancelled);
  g_test_add_func ("/package-source/changed", test_changed);
  return g_test_run ();
}
