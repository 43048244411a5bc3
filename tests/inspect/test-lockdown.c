/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the helper can no longer do once it has given it up, tried in a process of its own. */

#include "inspect/hbk-lockdown.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "inspect/hbk-limits.h"

#define REFUSED(call)                     \
  do                                      \
    {                                     \
      errno = 0;                          \
      if ((call) != -1 || errno != EPERM) \
        die (#call);                      \
    }                                     \
  while (0)

/* Assertions would want to write and to leave; this only leaves. */
static void
die (const char *what)
{
  g_autofree char *line = g_strdup_printf ("not refused: %s (%s)\n", what, g_strerror (errno));

  if (write (STDERR_FILENO, line, strlen (line)) < 0)
    _exit (3);
  _exit (2);
}

static gpointer
thread_cb (gpointer data)
{
  return data;
}

static void
try_all (const char *path)
{
  int   fd = open (path, O_RDONLY | O_CLOEXEC);
  char *arguments[] = { (char *) "/bin/true", NULL };
  char  byte;

  if (!hbk_lockdown_apply ())
    die ("the filter itself");

  REFUSED (socket (AF_INET, SOCK_STREAM, 0));
  REFUSED (socket (AF_INET6, SOCK_DGRAM, 0));
  REFUSED (socket (AF_UNIX, SOCK_STREAM, 0));
  REFUSED (socket (AF_NETLINK, SOCK_RAW, 0));
  REFUSED (open (path, O_WRONLY));
  REFUSED (open (path, O_RDWR));
  REFUSED (open (path, O_RDONLY | O_TRUNC));
  REFUSED (open ("new", O_RDONLY | O_CREAT, 0600));
  REFUSED (ftruncate (fd, 0));
  REFUSED (truncate (path, 0));
  REFUSED (unlink (path));
  REFUSED (rename (path, "new"));
  REFUSED (link (path, "new"));
  REFUSED (symlink (path, "new"));
  REFUSED (mkdir ("new", 0700));
  REFUSED (chmod (path, 0777));
  REFUSED (execv ("/bin/true", arguments));
  REFUSED (fork ());
  REFUSED (ptrace (PTRACE_TRACEME, 0, NULL, NULL));
  REFUSED (kill (getppid (), SIGTERM));
  REFUSED (kill (getppid (), 0));
  REFUSED (setsid ());

  /* What decoders need still works. */
  if (read (fd, &byte, 1) != 1 || close (fd) != 0 || open (path, O_RDONLY) < 0)
    die ("reading");
  if (g_thread_join (g_thread_new ("worker", thread_cb, &byte)) != &byte)
    die ("threads");

  _exit (0);
}

static void
test_refused (void)
{
  g_autofree char *path = NULL;
  struct stat      status;
  int              fd;

  if (g_test_subprocess ())
    try_all (g_getenv ("HOURBOOK_TEST_FILE"));

  fd = g_file_open_tmp ("hourbook-XXXXXX", &path, NULL);
  g_assert_cmpint (write (fd, "x", 1), ==, 1);
  close (fd);
  g_setenv ("HOURBOOK_TEST_FILE", path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* A program may still end itself, or a failed assertion would go on. */
static void
test_abort (void)
{
  if (g_test_subprocess ())
    {
      signal (SIGABRT, SIG_DFL);
      if (hbk_lockdown_apply ())
        abort ();
      _exit (0);
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

static void
try_limits (void)
{
  int fd;

  if (!hbk_limits_apply (768 * 1024 * 1024, 10))
    die ("setting limits");

  fd = open (g_getenv ("HOURBOOK_TEST_FILE"), O_WRONLY);
  if (fd < 0 || write (fd, "y", 1) != -1 || errno != EFBIG)
    die ("writing to a file");

#ifndef __SANITIZE_ADDRESS__
  g_autofree char *much = g_try_malloc (1024 * 1024 * 1024);

  if (much != NULL)
    die ("a gibibyte of memory");
#endif

  for (int i = 0; i < 100; i++)
    fd = open (g_getenv ("HOURBOOK_TEST_FILE"), O_RDONLY);
  if (fd != -1 || errno != EMFILE)
    die ("many files");

  _exit (0);
}

static void
test_limits (void)
{
  g_autofree char *path = NULL;
  struct stat      status;

  if (g_test_subprocess ())
    try_limits ();

  close (g_file_open_tmp ("hourbook-XXXXXX", &path, NULL));
  g_setenv ("HOURBOOK_TEST_FILE", path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lockdown/refused", test_refused);
  g_test_add_func ("/lockdown/abort", test_abort);
  g_test_add_func ("/lockdown/limits", test_limits);

  return g_test_run ();
}
