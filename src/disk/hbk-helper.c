/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "disk/hbk-helper.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib-unix.h>

/* What a helper may know of its surroundings: where its libraries and fonts are. */
static const char *const environment[] = {
  "ASAN_OPTIONS",
  "FONTCONFIG_FILE",
  "FONTCONFIG_PATH",
  "GDK_PIXBUF_MODULEDIR",
  "GDK_PIXBUF_MODULE_FILE",
  "GCONV_PATH",
  "LD_LIBRARY_PATH",
  "LIBHEIF_PLUGIN_PATH",
  "PATH",
  "UBSAN_OPTIONS",
  "XDG_DATA_DIRS",
};

static char **
make_environment (void)
{
  char **result = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (environment); i++)
    {
      const char *value = g_getenv (environment[i]);

      if (value != NULL)
        result = g_environ_setenv (result, environment[i], value, TRUE);
    }

  return g_environ_setenv (result, "LC_ALL", "C.UTF-8", TRUE);
}

/**
 * hbk_helper_dup_path:
 * @variable: a variable of the environment that may name another program
 * @installed: where the installed program is
 *
 * Finds a helper program. Whether it is there shows when it is started.
 *
 * Returns: (transfer full): its path
 */
char *
hbk_helper_dup_path (const char *variable, const char *installed)
{
  const char *other = g_getenv (variable);

  return g_strdup (other != NULL && *other != '\0' ? other : installed);
}

/**
 * hbk_helper_start:
 * @arguments: (array zero-terminated=1): the program and its arguments
 * @in_fd: a file, which becomes its standard input; it stays open here
 * @out_fd: (out): gets the end of a pipe to read what it writes
 * @error: return location for an error of GIO
 *
 * Starts a helper that looks at what anybody may have written. It gets the file and knows of nothing else.
 *
 * Returns: (transfer full): the process, or %NULL on error
 */
GSubprocess *
hbk_helper_start (const char *const *arguments, int in_fd, int *out_fd, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_auto (GStrv) environ = make_environment ();
  GSubprocess *process;
  int          file = fcntl (in_fd, F_DUPFD_CLOEXEC, 3);
  int          ends[2];

  g_return_val_if_fail (arguments != NULL && out_fd != NULL, NULL);

  if (file < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, file);

  if (!g_unix_open_pipe (ends, O_CLOEXEC, error))
    return NULL;
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);

  g_subprocess_launcher_set_environ (launcher, environ);
  process = g_subprocess_launcher_spawnv (launcher, arguments, error);
  if (process == NULL)
    close (ends[0]);
  else
    *out_fd = ends[0];

  return process;
}

/**
 * hbk_helper_wait:
 * @fd: what a helper writes into
 * @deadline: until when, in microseconds of the monotonic clock
 * @cancellable: (nullable): to stop it
 *
 * Waits until there is something to read.
 *
 * Returns: how it ended
 */
HbkHelperWait
hbk_helper_wait (int fd, gint64 deadline, GCancellable *cancellable)
{
  GPollFD       polled[2] = { { fd, G_IO_IN | G_IO_HUP | G_IO_ERR, 0 } };
  gboolean      can_cancel = g_cancellable_make_pollfd (cancellable, &polled[1]);
  HbkHelperWait result = HBK_HELPER_READY;
  int           ready = 0;

  while (ready == 0 && result == HBK_HELPER_READY)
    {
      gint64 left = deadline - g_get_monotonic_time ();

      if (left <= 0)
        {
          result = HBK_HELPER_TIMED_OUT;
          break;
        }

      ready = g_poll (polled, can_cancel ? 2 : 1, (int) (left / 1000) + 1);
      if (ready < 0 && errno == EINTR)
        ready = 0;
      if (g_cancellable_is_cancelled (cancellable))
        result = HBK_HELPER_CANCELLED;
    }

  if (can_cancel)
    g_cancellable_release_fd (cancellable);

  return result;
}

/**
 * hbk_helper_read:
 * @fd: what a helper writes into
 * @buffer: (out caller-allocates): where to put the bytes
 * @length: how many at most
 *
 * Reads what is there.
 *
 * Returns: how many bytes were read, 0 at the end; a pipe that breaks has ended, too
 */
gssize
hbk_helper_read (int fd, gpointer buffer, gsize length)
{
  ssize_t n;

  do
    n = read (fd, buffer, length);
  while (n < 0 && errno == EINTR);

  return MAX (n, 0);
}
