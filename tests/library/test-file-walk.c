/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "library/hbk-file-walk.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "folder.h"

static void
make (const char *folder, const char *name)
{
  g_autofree char *path = hbk_folder_write (folder, name, name, strlen (name));
}

static HbkFileWalk *
walk (const char *folder)
{
  g_autoptr (GError) error = NULL;
  HbkFileWalk *self = hbk_file_walk_new (folder, NULL, &error);

  g_assert_no_error (error);
  return self;
}

static void
assert_names (const HbkFileWalk *self, const char *expected)
{
  g_autoptr (GString) names = g_string_new ("");

  for (guint i = 0; i < hbk_file_walk_get_n_files (self); i++)
    g_string_append_printf (names, "%s|", hbk_file_walk_get_name (self, i));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_left_out (const HbkFileWalk *self, const char *name, const char *why)
{
  for (guint i = 0; i < hbk_file_walk_get_n_left_out (self); i++)
    {
      const HbkLeftOut *left_out = hbk_file_walk_get_left_out (self, i);

      if (g_str_equal (left_out->name, name))
        {
          g_assert_cmpstr (hbk_left_out_reason_to_text (left_out->reason), ==, why);
          return;
        }
    }
  g_error ("%s was not left out", name);
}

static void
test_order (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autoptr (HbkFileWalk) self = NULL;

  make (folder, "证书.pdf");
  make (folder, "b/10.pdf");
  make (folder, "b/9.pdf");
  make (folder, "a.pdf");
  make (folder, "Z.pdf");
  make (folder, "b-c.pdf");
  self = walk (folder);
  assert_names (self, "Z.pdf|a.pdf|b-c.pdf|b/10.pdf|b/9.pdf|证书.pdf|");
  g_assert_cmpuint (hbk_file_walk_get_n_left_out_total (self), ==, 0);
}

static void
test_left_out (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *link = g_build_filename (folder, "link.pdf", NULL);
  g_autofree char *dir_link = g_build_filename (folder, "up", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *closed = g_build_filename (folder, "closed", NULL);
  g_autoptr (HbkFileWalk) self = NULL;

  make (folder, "a.pdf");
  make (folder, ".hidden");
  make (folder, ".git/config");
  make (folder, "Thumbs.db");
  make (folder, "Desktop.ini");
  make (folder, ".DS_Store");
  make (folder, "~$报告.docx");
  make (folder, "__MACOSX/x");
  make (folder, "\xff.pdf");
  make (folder, "closed/x");
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);
  g_assert_cmpint (symlink ("a.pdf", link), ==, 0);
  g_assert_cmpint (symlink ("..", dir_link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  self = walk (folder);
  g_assert_cmpint (g_chmod (closed, 0700), ==, 0);
  assert_names (self, "a.pdf|");
  g_assert_cmpuint (hbk_file_walk_get_n_left_out (self), ==, 12);
  g_assert_cmpuint (hbk_file_walk_get_n_left_out_total (self), ==, 12);
  assert_left_out (self, ".hidden", "hidden");
  assert_left_out (self, ".git", "hidden");
  assert_left_out (self, "Thumbs.db", "not a document: a program made it for itself");
  assert_left_out (self, "Desktop.ini", "not a document: a program made it for itself");
  assert_left_out (self, ".DS_Store", "not a document: a program made it for itself");
  assert_left_out (self, "~$报告.docx", "not a document: a program made it for itself");
  assert_left_out (self, "__MACOSX", "not a document: a program made it for itself");
  assert_left_out (self, "\xff.pdf", "its name cannot be read; rename it");
  assert_left_out (self, "closed", "the folder cannot be read");
  assert_left_out (self, "link.pdf", "a link");
  assert_left_out (self, "up", "a link");
  assert_left_out (self, "pipe", "a pipe, a socket or a device");
}

static void
test_depth (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autoptr (HbkFileWalk) self = NULL;

  make (folder, "2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/last.pdf");
  make (folder, "2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/too-deep.pdf");
  self = walk (folder);
  assert_names (self, "2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/last.pdf|");
  assert_left_out (self, "2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17", "too many folders deep");
}

static void
test_many (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *more = g_build_filename (folder, "more", NULL);
  g_autoptr (HbkFileWalk) self = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < HBK_FILE_WALK_MAX_FILES; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", folder, i);

      g_assert_true (g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
  self = walk (folder);
  g_assert_cmpuint (hbk_file_walk_get_n_files (self), ==, HBK_FILE_WALK_MAX_FILES);

  g_assert_true (g_file_set_contents (more, "", 0, NULL));
  g_assert_null (hbk_file_walk_new (folder, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, ": There are more than 10000 files in this folder. Choose a smaller one."));
}

static void
test_open (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autoptr (HbkFileWalk) self = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *away = g_strconcat (folder, "/away", NULL);
  g_autofree char *dir = g_build_filename (folder, "a", "b", NULL);
  char             text[16];
  int              fd;

  make (folder, "a/b/c.pdf");
  make (folder, "d.pdf");
  self = walk (folder);
  fd = hbk_file_walk_open (self, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (fd, text, sizeof text), ==, 9);
  close (fd);

  /* A folder on the way becomes a link to one that has such a file. */
  g_assert_cmpint (g_rename (dir, away), ==, 0);
  g_assert_cmpint (symlink (away, dir), ==, 0);
  g_assert_cmpint (hbk_file_walk_open (self, 0, &error), ==, -1);
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
}

static void
test_errors (void)
{
  g_autoptr (HbkFolder) folder = hbk_folder_new ();
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) closed = NULL;
  g_autoptr (GError) cancelled = NULL;

  g_assert_null (hbk_file_walk_new (none, NULL, &missing));
  g_assert_error (missing, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (missing->message, "none: There is no such folder. Check the name."));

  make (folder, "a.pdf");
  g_cancellable_cancel (cancellable);
  g_assert_null (hbk_file_walk_new (folder, cancellable, &cancelled));
  g_assert_error (cancelled, HBK_ERROR, HBK_ERROR_CANCELLED);

  g_assert_cmpint (g_chmod (folder, 0), ==, 0);
  g_assert_null (hbk_file_walk_new (folder, NULL, &closed));
  g_assert_error (closed, HBK_ERROR, HBK_ERROR_IO);
  g_assert_nonnull (strstr (closed->message, ": The folder cannot be read (Permission denied). Change its permissions, or ask its owner."));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-walk/order", test_order);
  g_test_add_func ("/file-walk/left-out", test_left_out);
  g_test_add_func ("/file-walk/depth", test_depth);
  g_test_add_func ("/file-walk/many", test_many);
  g_test_add_func ("/file-walk/open", test_open);
  g_test_add_func ("/file-walk/errors", test_errors);
  return g_test_run ();
}
