/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "folder.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * hbk_folder_new:
 *
 * Makes an empty folder. Beside the build, not in /tmp, which may be memory: there files are as they are on a disk.
 *
 * Returns: (transfer full): its path
 */
char *
hbk_folder_new (void)
{
  char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "folder-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  return folder;
}

static int
remove_entry_cb (const char *path, const struct stat *status, int type, struct FTW *place)
{
  return remove (path);
}

/**
 * hbk_folder_remove:
 * @folder: (transfer full): a folder
 *
 * Removes a folder and all in it, and frees its path.
 */
void
hbk_folder_remove (char *folder)
{
  nftw (folder, remove_entry_cb, 16, FTW_DEPTH | FTW_PHYS);
  g_free (folder);
}

/**
 * hbk_folder_write:
 * @folder: a folder
 * @name: the name of a file in it, with the folders above it, which are made
 * @data: (array length=length): what to write
 * @length: how many bytes
 *
 * Writes a file.
 *
 * Returns: (transfer full): its path
 */
char *
hbk_folder_write (const char *folder, const char *name, gconstpointer data, gsize length)
{
  char            *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

/**
 * hbk_folder_write_noise:
 * @folder: a folder
 * @name: the name of a file in it
 * @length: how many bytes
 * @seed: the same number gives the same bytes
 *
 * Writes a file that cannot be packed.
 *
 * Returns: (transfer full): its path
 */
char *
hbk_folder_write_noise (const char *folder, const char *name, gsize length, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint32 *noise = g_new (guint32, length / sizeof (guint32) + 1);

  for (gsize i = 0; i <= length / sizeof (guint32); i++)
    noise[i] = g_rand_int (rand);
  return hbk_folder_write (folder, name, noise, length);
}

static GPtrArray *listed;
static gsize      listed_skip;

static int
list_entry_cb (const char *path, const struct stat *status, int type, struct FTW *place)
{
  if (type != FTW_D && type != FTW_DP)
    g_ptr_array_add (listed, g_strdup (path + listed_skip));
  return 0;
}

/**
 * hbk_folder_list:
 * @folder: a folder
 *
 * Lists the files in a folder and below it, hidden ones too.
 *
 * Returns: (transfer full): their names below @folder, sorted, with a space between
 */
char *
hbk_folder_list (const char *folder)
{
  char *names;

  listed = g_ptr_array_new_with_free_func (g_free);
  listed_skip = strlen (folder) + 1;
  nftw (folder, list_entry_cb, 16, FTW_PHYS);
  g_ptr_array_sort_values (listed, (GCompareFunc) strcmp);
  g_ptr_array_add (listed, NULL);
  names = g_strjoinv (" ", (char **) listed->pdata);
  g_clear_pointer (&listed, g_ptr_array_unref);
  return names;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GChecksum *checksum, const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (dir, g_ptr_array_index (names, i), NULL);
      g_autofree char *content = NULL;
      gsize            length;

      g_checksum_update (checksum, (const guchar *) path, (gssize) strlen (path) + 1);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_folder (checksum, path);
      else if (g_file_get_contents (path, &content, &length, NULL))
        g_checksum_update (checksum, (const guchar *) content, (gssize) length);
    }
}

/**
 * hbk_folder_fingerprint:
 * @folder: a folder
 *
 * Makes a checksum of all that lies in a folder: names and content.
 *
 * Returns: (transfer full): the checksum
 */
char *
hbk_folder_fingerprint (const char *folder)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_folder (checksum, folder);

  return g_strdup (g_checksum_get_string (checksum));
}
