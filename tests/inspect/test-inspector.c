/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the inspector makes of helpers that misbehave, and of what is no file. */

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "samples.h"

#define REPLY                                                                                     \
  "hourbook-inspection 1\\ntype=application/pdf\\nproblem=none\\npages=2\\nwidth=3\\nheight=4\\n" \
  "orientation=1\\nflags=text\\ntitle=0\\n\\ntext=2\\nhi\\nthumbnail=0\\n\\nend\\n"

/* Where a test must not wait for the end of time, but nothing depends on how fast the machine is. */
#define SHORT_MS 300

static char *
write_helper (const char *script)
{
  g_autofree char *dir = g_dir_make_tmp ("hourbook-XXXXXX", NULL);
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\n%s\n", script);
  char            *path = g_build_filename (dir, "helper", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);

  return path;
}

static void
remove_helper (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

static HbkInspection *
inspect_by (const char *script, const HbkInspectOptions *options, GCancellable *cancellable, GError **error)
{
  g_autofree char *helper = write_helper (script);
  g_autoptr (HbkInspector) inspector = hbk_inspector_new (helper);
  g_autoptr (GBytes) bytes = sample_text ("content");
  int            fd = sample_open (bytes);
  HbkInspection *inspection = hbk_inspector_inspect (inspector, fd, options, cancellable, error);

  close (fd);
  remove_helper (helper);

  return inspection;
}

static void
assert_outcome (const char *script, const HbkInspectOptions *options, HbkInspectionProblem problem, const char *media_type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkInspection) inspection = inspect_by (script, options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (hbk_inspection_problem_to_nick (hbk_inspection_get_problem (inspection)), ==, hbk_inspection_problem_to_nick (problem));
  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, media_type);
}

static void
test_reply (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkInspection) inspection = inspect_by ("printf '" REPLY "'", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (hbk_inspection_get_problem (inspection), ==, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_cmpstr (hbk_inspection_get_text (inspection), ==, "hi");
}

/* The helper gets the file and the options, and of the caller's surroundings little. */
static void
test_what_it_gets (void)
{
  const HbkInspectOptions options = { .thumbnail_side = 7, .page = 3, .text = TRUE };
  const char             *check = "[ \"$(cat)\" = content ] && [ \"$*\" = '--thumbnail=7 --page=3 --text' ] && [ -z \"$HOURBOOK_DATA_DIR$HOME$G_DEBUG\" ] && "
                                  "[ ! -e /proc/self/fd/3 ] && printf '" REPLY "'";

  g_setenv ("HOURBOOK_DATA_DIR", "secret", TRUE);
  assert_outcome (check, &options, HBK_INSPECTION_PROBLEM_NONE, "application/pdf");
}

static void
test_crashes (void)
{
  static const char *const scripts[] = {
    "kill -SEGV $$",
    "kill -KILL $$",
    "exit 1",
    "true",
    "echo nonsense",
    "cat /dev/zero",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    assert_outcome (scripts[i], NULL, HBK_INSPECTION_PROBLEM_CRASHED, "application/octet-stream");
}

/* What it said before it died is of use. */
static void
test_dying_words (void)
{
  assert_outcome ("printf 'hourbook-inspection 1\\ntype=image/jpeg\\n'; kill -SEGV $$", NULL, HBK_INSPECTION_PROBLEM_CRASHED, "image/jpeg");
  assert_outcome ("printf 'hourbook-inspection 1\\ntype=image/jpeg\\n'; kill -XCPU $$", NULL, HBK_INSPECTION_PROBLEM_TIMED_OUT, "image/jpeg");
  assert_outcome ("printf '" REPLY "more'", NULL, HBK_INSPECTION_PROBLEM_CRASHED, "application/pdf");
  assert_outcome ("printf 'hourbook-inspection 1\\ntype=image/jpe'", NULL, HBK_INSPECTION_PROBLEM_CRASHED, "application/octet-stream");
}

/* A helper that has stopped, waits, or closed its reply and lives on. */
static void
test_stalls (void)
{
  const HbkInspectOptions options = { .timeout_ms = SHORT_MS };

  assert_outcome ("kill -STOP $$", &options, HBK_INSPECTION_PROBLEM_TIMED_OUT, "application/octet-stream");
  assert_outcome ("exec sleep 1000", &options, HBK_INSPECTION_PROBLEM_TIMED_OUT, "application/octet-stream");
  assert_outcome ("while true; do printf x; sleep .01; done", &options, HBK_INSPECTION_PROBLEM_TIMED_OUT, "application/octet-stream");
  assert_outcome ("exec >&-; exec sleep 1000", NULL, HBK_INSPECTION_PROBLEM_CRASHED, "application/octet-stream");
  assert_outcome ("printf '" REPLY "'; exec >&-; exec sleep 1000", NULL, HBK_INSPECTION_PROBLEM_NONE, "application/pdf");
}

static gpointer
cancel_cb (gpointer data)
{
  g_usleep (1000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_cb, cancellable);

  g_assert_null (inspect_by ("exec sleep 1000", NULL, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_null (inspect_by ("exec sleep 1000", NULL, cancellable, &early));
  g_assert_error (early, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_helper (void)
{
  g_autoptr (HbkInspector) inspector = hbk_inspector_new ("/nowhere/\033hourbook-inspect");
  g_autoptr (GBytes) bytes = sample_text ("content");
  g_autoptr (GError) error = NULL;
  int fd = sample_open (bytes);

  g_assert_null (hbk_inspector_inspect (inspector, fd, NULL, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/\\u001bhourbook-inspect: This part of Hourbook, which looks into files, cannot be started ("));
  g_assert_true (g_str_has_suffix (error->message, "). Install Hourbook again."));
  close (fd);
}

/* Only an ordinary file is handed on; a pipe could hold everything up. */
static void
test_not_a_file (void)
{
  g_autoptr (HbkInspector) inspector = hbk_inspector_new ("/nowhere/hourbook-inspect");
  int ends[2];
  int fds[3];

  g_assert_cmpint (pipe (ends), ==, 0);
  fds[0] = ends[0];
  fds[1] = open ("/", O_RDONLY | O_DIRECTORY);
  fds[2] = open ("/dev/zero", O_RDONLY);
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HbkInspection) inspection = hbk_inspector_inspect (inspector, fds[i], NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (hbk_inspection_get_problem (inspection), ==, HBK_INSPECTION_PROBLEM_NOT_A_FILE);
      close (fds[i]);
    }
  close (ends[1]);
}

/* The helper sees for itself, too; whoever runs it by hand learns what is wrong. */
static void
test_helper_by_itself (void)
{
  static const struct
  {
    const char *arguments;
    int         status;
    const char *output;
  } cases[] = {
    { "</", 0, "problem=not-a-file\n" },
    { "</dev/zero", 0, "problem=not-a-file\n" },
    { "<&-", 0, "problem=not-a-file\n" },
    { "</dev/null", 0, "problem=not-a-file\n" },
    { "--thumbnail=0 </dev/null", 1, "" },
    { "--thumbnail=2049 </dev/null", 1, "" },
    { "--thumbnail=x </dev/null", 1, "" },
    { "--page=0 </dev/null", 1, "" },
    { "--unknown </dev/null", 1, "" },
    { "name.pdf </dev/null", 1, "" },
    { "</dev/null >&-", 3, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char  *line = g_strdup_printf ("\"$HOURBOOK_INSPECT\" %s", cases[i].arguments);
      const char *const command[] = { "/bin/sh", "-c", line, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
      g_autofree char *output = NULL;

      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%s", cases[i].arguments);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, cases[i].status);
      g_assert_nonnull (strstr (output, cases[i].output));
    }
}

static gpointer
inspect_cb (gpointer data)
{
  g_autoptr (GBytes) bytes = sample_picture ("png", 40, 30);

  for (int i = 0; i < 5; i++)
    {
      g_autoptr (HbkInspection) inspection = sample_inspect (bytes, NULL);

      g_assert_cmpuint (hbk_inspection_get_width (inspection), ==, 40);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("inspect", inspect_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* The caller's own place in the file stays. */
static void
test_offset (void)
{
  g_autoptr (HbkInspector) inspector = hbk_inspector_new (NULL);
  g_autoptr (GBytes) bytes = sample_pdf (1, "x");
  g_autoptr (HbkInspection) inspection = NULL;
  int fd = sample_open (bytes);

  g_assert_cmpint (lseek (fd, 5, SEEK_SET), ==, 5);
  inspection = hbk_inspector_inspect (inspector, fd, NULL, NULL, NULL);
  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "application/pdf");
  g_assert_cmpint (lseek (fd, 0, SEEK_CUR), ==, 5);
  close (fd);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inspector/reply", test_reply);
  g_test_add_func ("/inspector/what-it-gets", test_what_it_gets);
  g_test_add_func ("/inspector/crashes", test_crashes);
  g_test_add_func ("/inspector/dying-words", test_dying_words);
  g_test_add_func ("/inspector/stalls", test_stalls);
  g_test_add_func ("/inspector/cancel", test_cancel);
  g_test_add_func ("/inspector/no-helper", test_no_helper);
  g_test_add_func ("/inspector/not-a-file", test_not_a_file);
  g_test_add_func ("/inspector/helper-by-itself", test_helper_by_itself);
  g_test_add_func ("/inspector/threads", test_threads);
  g_test_add_func ("/inspector/offset", test_offset);

  return g_test_run ();
}
