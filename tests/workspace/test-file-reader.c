/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "workspace/hbk-file-reader.h"

#define LIMIT 1000

typedef struct
{
  char *dir;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("hourbook-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_free (fixture->dir);
}

static char *
write_file (Fixture *fixture, const char *name, const char *contents, gssize length)
{
  char *path = g_build_filename (fixture->dir, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);

  return path;
}

static void
assert_read (const char *path, const char *contents, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hbk_file_read (path, LIMIT, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), contents, length);
}

static void
assert_refused (const char *path, HbkError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hbk_file_read (path, LIMIT, &error);

  g_assert_null (bytes);
  g_assert_error (error, HBK_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_ordinary (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "file", "a\0b\xff", 4);

  assert_read (path, "a\0b\xff", 4);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "file", "", 0);

  assert_read (path, NULL, 0);
}

/* The limit itself is allowed, one byte more is not. */
static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = g_strnfill (LIMIT + 1, 'x');
  g_autofree char *good = write_file (fixture, "good", contents, LIMIT);
  g_autofree char *large = write_file (fixture, "large", contents, LIMIT + 1);

  assert_read (good, contents, LIMIT);
  assert_refused (large, HBK_ERROR_LIMIT, "larger than");
}

/* A file of a terabyte takes neither time nor memory. */
static void
test_huge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "file", "", 0);

  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (1) << 40), ==, 0);
  assert_refused (path, HBK_ERROR_LIMIT, "larger than");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "nothing", NULL);
  g_autofree char *file = write_file (fixture, "file", "", 0);
  g_autofree char *below = g_build_filename (file, "nothing", NULL);

  assert_refused (path, HBK_ERROR_IO, "no such file");
  assert_refused (below, HBK_ERROR_IO, "no such file");
  assert_refused ("", HBK_ERROR_IO, "no such file");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->dir, HBK_ERROR_IO, "folder");
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "file", "x", 1);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  /* Nothing is unreadable for root. */
  if (geteuid () != 0)
    assert_refused (path, HBK_ERROR_IO, "may not read");
  else
    assert_read (path, "x", 1);
}

/* Nobody ever writes into it: opening it must not wait. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "pipe", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, HBK_ERROR_IO, "not an ordinary file");
}

static void
test_device (Fixture *fixture, gconstpointer data)
{
  assert_refused ("/dev/zero", HBK_ERROR_IO, "not an ordinary file");
  assert_refused ("/dev/null", HBK_ERROR_IO, "not an ordinary file");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_file (fixture, "file", "x", 1);
  g_autofree char *good = g_build_filename (fixture->dir, "good", NULL);
  g_autofree char *loop = g_build_filename (fixture->dir, "loop", NULL);

  g_assert_cmpint (symlink (file, good), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_read (good, "x", 1);
  assert_refused (loop, HBK_ERROR_IO, "cannot be opened");
}

/* The kernel gives such a file no size. */
static void
test_without_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hbk_file_read ("/proc/self/stat", 100000, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
}

/* Puts a file in the place of standard input; gives back what stood there. */
static int
take_input (int fd)
{
  int kept = dup (STDIN_FILENO);

  g_assert_cmpint (kept, >=, 0);
  g_assert_cmpint (dup2 (fd, STDIN_FILENO), ==, STDIN_FILENO);
  close (fd);

  return kept;
}

static void
give_input_back (int kept)
{
  g_assert_cmpint (dup2 (kept, STDIN_FILENO), ==, STDIN_FILENO);
  close (kept);
}

static void
test_input (Fixture *fixture, gconstpointer data)
{
  int ends[2];
  int kept;

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "piped", 5), ==, 5);
  close (ends[1]);
  kept = take_input (ends[0]);
  assert_read ("-", "piped", 5);
  /* It has been read, and is not closed. */
  assert_read ("-", NULL, 0);
  give_input_back (kept);
}

static void
test_input_without_end (Fixture *fixture, gconstpointer data)
{
  int kept = take_input (open ("/dev/zero", O_RDONLY));

  assert_refused ("-", HBK_ERROR_LIMIT, "larger than");
  give_input_back (kept);
}

static void
test_input_folder (Fixture *fixture, gconstpointer data)
{
  int kept = take_input (open (fixture->dir, O_RDONLY));

  assert_refused ("-", HBK_ERROR_IO, "folder");
  give_input_back (kept);
}

static void
test_files_are_closed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "file", "x", 1);
  int              before = open ("/dev/null", O_RDONLY);
  int              after;

  close (before);
  assert_read (path, "x", 1);
  assert_refused (fixture->dir, HBK_ERROR_IO, "folder");
  assert_refused ("/dev/zero", HBK_ERROR_IO, "not an ordinary file");
  after = open ("/dev/null", O_RDONLY);
  close (after);
  g_assert_cmpint (before, ==, after);
}

static void
test_display_name (void)
{
  static const struct
  {
    const char *path;
    const char *shown;
  } cases[] = {
    { "logbook.json", "logbook.json" },
    { "学时簿.json", "学时簿.json" },
    { "-", "standard input" },
    { "", "“”" },
    { "a\x1b[31m\n\r\t", "a\\u001b[31m\\u000a\\u000d\\u0009" },
    { "\xff\xfe", "\\xff\\xfe" },
    { "a\u202eb\xc2\x9b", "a\\u202eb\\u009b" },
  };
  g_autofree char *filling = g_strnfill (5000, 'x');
  g_autofree char *cut = hbk_file_get_display_name (filling);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = hbk_file_get_display_name (cases[i].path);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  g_assert_cmpint (g_utf8_strlen (cut, -1), <, 300);
}

/* A name is shown in messages as it is shown elsewhere. */
static void
test_name_in_message (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "a\x1b[31m\xff", NULL);

  assert_refused (path, HBK_ERROR_IO, "a\\u001b[31m\\xff: ");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/file-reader/ordinary", test_ordinary },
    { "/file-reader/empty", test_empty },
    { "/file-reader/limit", test_limit },
    { "/file-reader/huge", test_huge },
    { "/file-reader/missing", test_missing },
    { "/file-reader/folder", test_folder },
    { "/file-reader/unreadable", test_unreadable },
    { "/file-reader/pipe", test_pipe },
    { "/file-reader/device", test_device },
    { "/file-reader/link", test_link },
    { "/file-reader/without-size", test_without_size },
    { "/file-reader/input", test_input },
    { "/file-reader/input-without-end", test_input_without_end },
    { "/file-reader/input-folder", test_input_folder },
    { "/file-reader/closed", test_files_are_closed },
    { "/file-reader/name-in-message", test_name_in_message },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/file-reader/display-name", test_display_name);

  return g_test_run ();
}
