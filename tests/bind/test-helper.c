/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the other side makes of a helper that does not do what it should. */

#include "submission/hbk-bind-helper.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "support.h"

#define PDF "printf '%%PDF-1.7\\n%%%%EOF\\n'\n"

static char *
write_script (const char *commands)
{
  g_autofree char *text = g_strconcat ("#!/bin/sh\n", commands, NULL);
  g_autoptr (GError) error = NULL;
  char *path = support_dup_script_path ();

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error));

  return path;
}

static gboolean
run (const char *program, const char *job_name, guint64 max_bytes, GCancellable *cancellable, HbkBindReply *reply, GError **error)
{
  const HbkBindHelper helper = { (char *) program, 300 };
  HbkBindJob          job = { .name = job_name, .number = 10, .in_fd = open ("/dev/null", O_RDONLY | O_CLOEXEC), .out_fd = support_open_empty (), .max_bytes = max_bytes };
  gboolean            is_done = hbk_bind_helper_run (&helper, &job, reply, cancellable, error);

  close (job.in_fd);
  close (job.out_fd);

  return is_done;
}

static void
check (const char *commands, const char *problem)
{
  g_autofree char *path = write_script (commands);
  g_autoptr (GError) error = NULL;
  HbkBindReply reply;

  g_assert_true (run (path, "part", 1000, NULL, &reply, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (reply.problem, ==, problem);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_replies (void)
{
  check ("echo part 1 2 none\n" PDF, "none");
  check ("echo part 0 0 encrypted\n", "encrypted");
  check ("kill -9 $$\n", "crashed");
  check ("echo part 1 2 none\nkill -9 $$\n", "crashed");
  check ("echo part 1 2 none\nprintf '%%PDF-1.7\\n'\nkill -9 $$\n", "crashed");
  check ("exit 0\n", "crashed");
  check ("printf part\n", "crashed");
  check ("echo part 1 2\n", "crashed");
  check ("echo part 1 2 3 none\n", "crashed");
  check ("echo part 3 2 none\n" PDF, "crashed");
  check ("echo part 0 2 none\n" PDF, "crashed");
  check ("echo part -1 2 none\n" PDF, "crashed");
  check ("echo part 99999999999 99999999999 none\n" PDF, "crashed");
  check ("echo join 1 none\n" PDF, "crashed");
  check ("echo part 0 0 'none;rm'\n", "crashed");
  check ("echo part 0 0 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "crashed");
  check ("head -c 500 /dev/zero\n", "crashed");
  check ("yes | head -c 500 | tr -d '\\n'\n", "crashed");
  check ("sleep 20\n", "timed-out");
  check ("echo part 1 2 none\nsleep 20\n", "timed-out");
  check ("echo part 1 2 none\nyes\n", "too-large");
  /* It need not end by itself. */
  check ("echo part 1 2 none\n" PDF "exec >&-\nsleep 20\n", "none");
}

static void
test_errors (void)
{
  g_autofree char *path = write_script ("sleep 20\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  HbkBindReply reply;

  g_assert_false (run ("/nowhere/hourbook-bind", "part", 1000, NULL, &reply, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (run (path, "part", 1000, cancellable, &reply, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_full_disk (void)
{
  g_autofree char    *path = write_script ("echo part 1 2 none\n" PDF);
  const HbkBindHelper helper = { path, 1000 };
  HbkBindJob          job = { .name = "part", .number = 10, .in_fd = open ("/dev/null", O_RDONLY | O_CLOEXEC), .out_fd = open ("/dev/full", O_WRONLY | O_CLOEXEC), .max_bytes = 1000 };
  HbkBindReply        reply;
  g_autoptr (GError) error = NULL;

  g_assert_false (hbk_bind_helper_run (&helper, &job, &reply, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  close (job.in_fd);
  close (job.out_fd);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/helper/replies", test_replies);
  g_test_add_func ("/helper/errors", test_errors);
  g_test_add_func ("/helper/full-disk", test_full_disk);

  return g_test_run ();
}
