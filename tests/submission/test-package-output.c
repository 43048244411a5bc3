/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "submission/hbk-package-output.h"

#define FLAG_UTF8 (1 << 11)
#define FLAG_LATER (1 << 3)

typedef struct
{
  char *dir;
} Folder;

static void
set_up (Folder *folder, gconstpointer data)
{
  folder->dir = g_dir_make_tmp ("hourbook-output-XXXXXX", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_tree (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

static void
tear_down (Folder *folder, gconstpointer data)
{
  remove_tree (folder->dir);
  g_free (folder->dir);
}

static char *
in_folder (const Folder *folder, const char *name)
{
  return g_build_filename (folder->dir, name, NULL);
}

static guint
count_entries (const Folder *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static GBytes *
make_bytes (gsize length)
{
  guint8 *data = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) (i * 2654435761u >> 24);

  return g_bytes_new_take (data, length);
}

/* A small file, an empty one, and one that fills several blocks. */
static void
write_package (const char *path, HbkPackageForm form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPackageOutput) output = hbk_package_output_new (path, form, "学时-2024", hbk_date_new (2024, 11, 18), FALSE, &error);
  g_autoptr (GBytes) small = g_bytes_new_static ("公需科目", strlen ("公需科目"));
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) large = make_bytes (3 * 1024 * 1024 + 17);

  g_assert_no_error (error);
  g_assert_true (hbk_package_output_add_bytes (output, "bagit.txt", small, &error));
  g_assert_true (hbk_package_output_add_bytes (output, "data/空.txt", empty, &error));
  g_assert_true (hbk_package_output_add_bytes (output, "data/证明材料/03-论文/03-1 期刊封面.bin", large, &error));
  g_assert_true (hbk_package_output_close (output, &error));
  g_assert_true (hbk_package_output_place (output, &error));
  g_assert_no_error (error);
}

static void
run_tool (const char *const *arguments, char **output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  int              status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, &errors, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static void
test_zip (Folder *folder, gconstpointer data)
{
  g_autofree char *path = in_folder (folder, "a.zip");
  g_autofree char *other = in_folder (folder, "b.zip");
  g_autofree char *listing = NULL;
  g_autofree char *content = NULL, *same = NULL;
  gsize            length, other_length;
  guint            flags;

  write_package (path, HBK_PACKAGE_ZIP);
  write_package (other, HBK_PACKAGE_ZIP);
  g_assert_cmpuint (count_entries (folder), ==, 2);

  /* Two foreign programs take it, names and checksums and all. */
  run_tool ((const char *const[]) { "unzip", "-tq", path, NULL }, &listing);
  run_tool ((const char *const[]) { "python3", "-c",
                                    "import sys, zipfile\n"
                                    "z = zipfile.ZipFile(sys.argv[1])\n"
                                    "assert z.testzip() is None\n"
                                    "names = z.namelist()\n"
                                    "assert names == ['学时-2024/bagit.txt', '学时-2024/data/空.txt', '学时-2024/data/证明材料/03-论文/03-1 期刊封面.bin'], names\n"
                                    "assert z.infolist()[0].date_time[:3] == (2024, 11, 18)\n"
                                    "assert z.read(names[0]).decode() == '公需科目'\n",
                                    path, NULL },
            NULL);

  /* The same content gives the same bytes; what comes first says its checksum at once. */
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_get_contents (other, &same, &other_length, NULL));
  g_assert_cmpmem (content, length, same, other_length);
  flags = (guint8) content[6] | (guint) (guint8) content[7] << 8;
  g_assert_cmpuint (flags & (FLAG_UTF8 | FLAG_LATER), ==, FLAG_UTF8);
  g_assert_cmpuint ((guint8) content[14] | (guint8) content[15] | (guint8) content[16] | (guint8) content[17], !=, 0);
}

static void
test_folder (Folder *folder, gconstpointer data)
{
  g_autofree char *path = in_folder (folder, "package");
  g_autofree char *file = g_build_filename (path, "data", "证明材料", "03-论文", "03-1 期刊封面.bin", NULL);
  g_autofree char *content = NULL;
  gsize            length;

  write_package (path, HBK_PACKAGE_FOLDER);
  g_assert_cmpuint (count_entries (folder), ==, 1);
  g_assert_true (g_file_get_contents (file, &content, &length, NULL));
  g_assert_cmpuint (length, ==, 3 * 1024 * 1024 + 17);
}

/* A name that is taken, a folder that is not there, a file that got shorter: nothing is left, and what was there stays. */
static void
test_refusals (Folder *folder, gconstpointer data)
{
  g_autofree char *taken = in_folder (folder, "taken.zip");
  g_autofree char *nowhere = g_build_filename (folder->dir, "nowhere", "a.zip", NULL);
  g_autofree char *fresh = in_folder (folder, "fresh.zip");
  g_autofree char *source = in_folder (folder, "source");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPackageOutput) output = NULL;
  int fd;

  g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  g_assert_null (hbk_package_output_new (taken, HBK_PACKAGE_ZIP, "top", hbk_date_new (2024, 1, 1), FALSE, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_null (hbk_package_output_new (taken, HBK_PACKAGE_FOLDER, "top", hbk_date_new (2024, 1, 1), TRUE, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_null (hbk_package_output_new (nowhere, HBK_PACKAGE_ZIP, "top", hbk_date_new (2024, 1, 1), FALSE, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (source, "short", -1, NULL));
  fd = open (source, O_RDONLY | O_CLOEXEC);
  output = hbk_package_output_new (fresh, HBK_PACKAGE_ZIP, "top", hbk_date_new (2024, 1, 1), FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (hbk_package_output_add_fd (output, "data/x", fd, 100, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
  g_clear_error (&error);
  g_clear_pointer (&output, hbk_package_output_free);
  close (fd);

  g_assert_cmpuint (count_entries (folder), ==, 2);
  g_assert_true (g_file_get_contents (taken, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "mine");
}

static void
test_cancelled (Folder *folder, gconstpointer data)
{
  g_autofree char *path = in_folder (folder, "a.zip");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkPackageOutput) output = hbk_package_output_new (path, HBK_PACKAGE_ZIP, "top", hbk_date_new (2024, 1, 1), FALSE, &error);
  g_autoptr (GBytes) bytes = make_bytes (100);

  hbk_package_output_set_progress (output, 100, cancellable, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (hbk_package_output_add_bytes (output, "a", bytes, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
  g_clear_pointer (&output, hbk_package_output_free);
  g_assert_cmpuint (count_entries (folder), ==, 0);
}

#define ADD(path, func) g_test_add (path, Folder, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/package-output/zip", test_zip);
  ADD ("/package-output/folder", test_folder);
  ADD ("/package-output/refusals", test_refusals);
  ADD ("/package-output/cancelled", test_cancelled);

  return g_test_run ();
}
