/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "disk/hbk-file-io.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "folder.h"

typedef struct
{
  int         code;
  guint64     needed;
  HbkError    error;
  const char *words;
} Words;

static const Words source_words[] = {
  { ENOENT, 0, HBK_ERROR_NOT_FOUND, "a\\u0007b: There is no such file. Check the name." },
  { EACCES, 0, HBK_ERROR_IO, "a\\u0007b: You may not read this file. Change its permissions, or ask its owner." },
  { ELOOP, 0, HBK_ERROR_VALUE, "a\\u0007b: This is a link. Choose the file that it leads to." },
  { EISDIR, 0, HBK_ERROR_VALUE, "a\\u0007b: This is a folder. Choose the files in it." },
  { ENXIO, 0, HBK_ERROR_VALUE, "a\\u0007b: This is a pipe or a device. Choose an ordinary file." },
  { EIO, 0, HBK_ERROR_IO, "a\\u0007b: It cannot be read (Input/output error). Try again, or copy it to another place." },
};

static const Words target_words[] = {
  { ENOSPC, 3 * 1024 * 1024 - 1, HBK_ERROR_IO, "a\\u0007b: The disk is full; 3 MiB are needed. Nothing was changed; make room and try again." },
  { EDQUOT, 1, HBK_ERROR_IO, "a\\u0007b: The disk is full; 1 MiB are needed. Nothing was changed; make room and try again." },
  { ENOSPC, 0, HBK_ERROR_IO, "a\\u0007b: The disk is full. Nothing was changed; make room and try again." },
  { EFBIG, 1, HBK_ERROR_LIMIT, "a\\u0007b: The disk takes no file so large; one formatted as FAT32 takes at most 4 GiB. Nothing was changed; choose another disk, or format it as exFAT." },
  { EROFS, 1, HBK_ERROR_IO, "a\\u0007b: It may not be changed. Nothing was changed; correct its permissions, or choose another place." },
  { EACCES, 1, HBK_ERROR_IO, "a\\u0007b: It may not be changed. Nothing was changed; correct its permissions, or choose another place." },
  { ENOENT, 1, HBK_ERROR_NOT_FOUND, "a\\u0007b: There is no such folder. Check the name." },
  { EEXIST, 1, HBK_ERROR_DUPLICATE, "a\\u0007b: There is something of this name already. Nothing was changed; choose another name." },
  { EIO, 1, HBK_ERROR_IO, "a\\u0007b: The disk reported an error (Input/output error). What was saved before is kept; check the disk and try again." },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (source_words); i++)
    {
      g_autoptr (GError) error = NULL;

      hbk_file_io_set_source_error (&error, "a\ab", source_words[i].code);
      g_assert_error (error, HBK_ERROR, (int) source_words[i].error);
      g_assert_cmpstr (error->message, ==, source_words[i].words);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (target_words); i++)
    {
      g_autoptr (GError) error = NULL;

      hbk_file_io_set_target_error (&error, "a\ab", target_words[i].code, target_words[i].needed);
      g_assert_error (error, HBK_ERROR, (int) target_words[i].error);
      g_assert_cmpstr (error->message, ==, target_words[i].words);
    }
}

static void
test_rename_new (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *a = hbk_folder_write (folder, "a", "1", 1);
  g_autofree char *b = hbk_folder_write (folder, "b", "2", 1);
  g_autofree char *names = NULL;
  int              fd = hbk_file_io_open_dir (AT_FDCWD, folder, FALSE);

  g_assert_false (hbk_file_io_rename_new (fd, "a", fd, "b"));
  g_assert_cmpint (errno, ==, EEXIST);
  g_assert_true (hbk_file_io_rename_new (fd, "a", fd, "c"));
  names = hbk_folder_list (folder);
  g_assert_cmpstr (names, ==, "b c");
  close (fd);
}

static void
test_short_read (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *path = hbk_folder_write (folder, "a", "12345", 5);
  struct stat      status;
  char             buffer[10];
  int              fd = hbk_file_io_open_source (AT_FDCWD, path, &status);

  g_assert_cmpint (status.st_size, ==, 5);
  g_assert_cmpint (hbk_file_io_read (fd, buffer, sizeof buffer, 0), ==, 5);
  g_assert_cmpint (hbk_file_io_read (fd, buffer, sizeof buffer, 3), ==, 2);
  g_assert_cmpint (hbk_file_io_read (fd, buffer, sizeof buffer, 5), ==, 0);
  close (fd);
  g_assert_cmpint (hbk_file_io_read (-1, buffer, sizeof buffer, 0), ==, -1);
  g_assert_false (hbk_file_io_write (-1, buffer, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-io/words", test_words);
  g_test_add_func ("/file-io/rename-new", test_rename_new);
  g_test_add_func ("/file-io/short-read", test_short_read);
  return g_test_run ();
}
