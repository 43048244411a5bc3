/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-bind-helper.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "disk/hbk-file-io.h"
#include "disk/hbk-helper.h"

#define HELPER "hourbook-bind"

/* It takes itself away after less time on the processor, so longer silence is a machine that stands still. */
#define DEFAULT_TIMEOUT_MS 100000

#define MAX_LINE 100

/* What a PDF ends with, which no other end of what the helper writes has. */
#define END_MARK "%%EOF\n"
#define END_BYTES (sizeof END_MARK - 1)

#define NAME_CHARS 200

/* Takes the reply apart while it comes: a line, then what is passed on. */
typedef struct
{
  const HbkBindJob *job;
  HbkBindReply     *reply;
  char              line[MAX_LINE + 1];
  gsize             line_length;
  gboolean          has_line;
  char              end[END_BYTES];
} Reading;

static void
set_problem (HbkBindReply *reply, const char *problem)
{
  g_strlcpy (reply->problem, problem, sizeof reply->problem);
}

/* The words of a problem are small letters; what else stands there is no reply. */
static gboolean
parse_line (Reading *reading)
{
  g_auto (GStrv) words = g_strsplit (reading->line, " ", 5);
  gboolean    is_part = g_str_has_prefix (reading->job->name, "part");
  guint       n = g_strv_length (words);
  guint64     first;
  guint64     second = 0;
  const char *problem;

  if (n != (is_part ? 4 : 3) || !g_str_equal (words[0], is_part ? "part" : "join") || !g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXINT, &first, NULL))
    return FALSE;
  if (is_part && !g_ascii_string_to_unsigned (words[2], 10, 0, G_MAXINT, &second, NULL))
    return FALSE;

  problem = words[n - 1];
  if (*problem == '\0' || strlen (problem) > HBK_BIND_PROBLEM_CHARS || strspn (problem, "abcdefghijklmnopqrstuvwxyz-") != strlen (problem))
    return FALSE;
  if (is_part && g_str_equal (problem, "none") && (first == 0 || first > second))
    return FALSE;

  reading->reply->first = (guint) first;
  reading->reply->second = (guint) second;
  set_problem (reading->reply, problem);

  return TRUE;
}

/* Gives what stands behind the line, or %NULL when there is no line that makes sense. */
static const char *
take_line (Reading *reading, const char *bytes, gsize length)
{
  gsize n = 0;

  while (!reading->has_line && n < length)
    {
      char byte = bytes[n++];

      if (byte == '\n')
        {
          reading->has_line = TRUE;
          if (!parse_line (reading))
            return NULL;
        }
      else if (byte == '\0' || reading->line_length == MAX_LINE)
        {
          return NULL;
        }
      else
        {
          reading->line[reading->line_length++] = byte;
        }
    }

  return bytes + n;
}

static void
keep_end (Reading *reading, const char *bytes, gsize length)
{
  gsize n = MIN (length, END_BYTES);

  memmove (reading->end, reading->end + n, END_BYTES - n);
  memcpy (reading->end + END_BYTES - n, bytes + length - n, n);
}

static gboolean
pass_on (Reading *reading, const char *bytes, gsize length, GError **error)
{
  const HbkBindJob *job = reading->job;
  HbkBindReply     *reply = reading->reply;

  if (length == 0)
    return TRUE;
  if (reply->n_bytes + length > job->max_bytes)
    {
      set_problem (reply, "too-large");
      return FALSE;
    }
  if (!hbk_file_io_write (job->out_fd, bytes, length))
    {
      hbk_file_io_set_target_error (error, HELPER, errno, length);
      return FALSE;
    }

  reply->n_bytes += length;
  keep_end (reading, bytes, length);
  if (job->written != NULL)
    job->written (reply->n_bytes, job->user_data);

  return TRUE;
}

/* Says whether all came; if not, the reply says why, or @error does. */
static gboolean
read_all (Reading *reading, int fd, guint timeout_ms, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (HBK_FILE_IO_BLOCK);

  for (;;)
    {
      HbkHelperWait wait = hbk_helper_wait (fd, g_get_monotonic_time () + (gint64) timeout_ms * 1000, cancellable);
      const char   *rest;
      gsize         n;

      if (wait == HBK_HELPER_CANCELLED)
        {
          hbk_file_io_is_cancelled (cancellable, error);
          return FALSE;
        }
      if (wait == HBK_HELPER_TIMED_OUT)
        {
          set_problem (reading->reply, "timed-out");
          return FALSE;
        }

      n = (gsize) hbk_helper_read (fd, buffer, HBK_FILE_IO_BLOCK);
      if (n == 0)
        return TRUE;

      rest = take_line (reading, buffer, n);
      if (rest == NULL)
        {
          set_problem (reading->reply, "crashed");
          return FALSE;
        }
      if (!pass_on (reading, rest, n - (gsize) (rest - buffer), error))
        return FALSE;
    }
}

static void
set_start_error (const HbkBindHelper *self, const GError *cause, GError **error)
{
  g_autofree char *name = hbk_text_escape (self->program, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%1$s: This part of Hourbook, which puts evidence into one PDF, cannot be started (%2$s). Install Hourbook again."), name, cause->message);
}

/**
 * hbk_bind_helper_init:
 * @self: a helper
 *
 * Sets a helper to the program that `HOURBOOK_BIND` names, or else the installed one.
 */
void
hbk_bind_helper_init (HbkBindHelper *self)
{
  g_return_if_fail (self != NULL);

  self->program = hbk_helper_dup_path ("HOURBOOK_BIND", HBK_LIBEXECDIR "/" HELPER);
  self->timeout_ms = DEFAULT_TIMEOUT_MS;
}

/**
 * hbk_bind_helper_clear:
 * @self: a helper
 *
 * Frees what a helper holds.
 */
void
hbk_bind_helper_clear (HbkBindHelper *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->program, g_free);
}

/**
 * hbk_bind_helper_run:
 * @self: a helper
 * @job: what it is to do
 * @reply: (out): what became of it
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: HBK_ERROR_IO when the helper cannot be started or what it makes not be written,
 *   HBK_ERROR_CANCELLED
 *
 * Has a file made into pages, or parts into a binder.
 *
 * Whatever the file is or does to the helper, there is a reply: beside its own words for a problem "timed-out", "crashed" and "too-large".
 * With a problem, what was written is worth nothing.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_bind_helper_run (const HbkBindHelper *self, const HbkBindJob *job, HbkBindReply *reply, GCancellable *cancellable, GError **error)
{
  g_autofree char *number = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) failure = NULL;
  const char *arguments[4] = { NULL };
  Reading     reading = { .job = job, .reply = reply };
  gboolean    is_all;
  int         fd;

  g_return_val_if_fail (self != NULL && job != NULL && reply != NULL, FALSE);

  *reply = (HbkBindReply) { 0 };
  if (hbk_file_io_is_cancelled (cancellable, error))
    return FALSE;

  number = g_strdup_printf ("%" G_GUINT64_FORMAT, job->number);
  arguments[0] = self->program;
  arguments[1] = job->name;
  arguments[2] = number;
  process = hbk_helper_start (arguments, job->in_fd, &fd, &cause);
  if (process == NULL)
    {
      set_start_error (self, cause, error);
      return FALSE;
    }

  is_all = read_all (&reading, fd, self->timeout_ms, cancellable, &failure);
  close (fd);
  /* It has said all it will say. */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (is_all && (!reading.has_line || (g_str_equal (reply->problem, "none") && memcmp (reading.end, END_MARK, END_BYTES) != 0)))
    set_problem (reply, "crashed");

  return TRUE;
}
