/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-inspector.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "disk/hbk-helper.h"
#include "records/hbk-inspection-reply.h"
#include "workspace/hbk-file-reader.h"

#define HELPER "hourbook-inspect"

#define DEFAULT_TIMEOUT_MS 20000

/**
 * HbkInspector:
 *
 * Has files of evidence looked into by a helper process, which a hostile file can take down without harm.
 *
 * It has no state that changes, so that any number of threads may use one at once.
 */
struct _HbkInspector
{
  GObject parent_instance;

  char *helper;
};

G_DEFINE_FINAL_TYPE (HbkInspector, hbk_inspector, G_TYPE_OBJECT)

/* How reading a reply ended. */
typedef enum {
  READING_ENDED,
  READING_TIMED_OUT,
  READING_TOO_MUCH,
  READING_CANCELLED,
} Reading;

static GStrv
make_arguments (HbkInspector *self, const HbkInspectOptions *options)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, self->helper);
  if (options->thumbnail_side > 0)
    g_strv_builder_take (builder, g_strdup_printf ("--thumbnail=%u", options->thumbnail_side));
  if (options->page > 0)
    g_strv_builder_take (builder, g_strdup_printf ("--page=%u", options->page));
  if (options->text)
    g_strv_builder_add (builder, "--text");

  return g_strv_builder_end (builder);
}

/* Reads to the end, and never more than a reply may have. */
static Reading
read_reply (int fd, GByteArray *reply, gint64 deadline, GCancellable *cancellable)
{
  guint8 buffer[65536];

  for (;;)
    {
      HbkHelperWait wait = hbk_helper_wait (fd, deadline, cancellable);
      gssize        n;

      if (wait != HBK_HELPER_READY)
        return wait == HBK_HELPER_TIMED_OUT ? READING_TIMED_OUT : READING_CANCELLED;

      n = hbk_helper_read (fd, buffer, sizeof buffer);
      if (n == 0)
        return READING_ENDED;
      if (reply->len + (gsize) n > HBK_INSPECTION_REPLY_MAX_BYTES)
        return READING_TOO_MUCH;

      g_byte_array_append (reply, buffer, (guint) n);
    }
}

static HbkInspection *
make_failed (HbkInspectionProblem problem, GBytes *reply)
{
  const HbkInspectionFacts facts = {
    .media_type = reply != NULL ? hbk_inspection_reply_peek_media_type (reply) : NULL,
    .problem = problem,
  };

  return hbk_inspection_new (&facts);
}

/* A reply that is not exactly right is worth no more than none. */
static HbkInspection *
make_inspection (GSubprocess *process, Reading reading, GBytes *reply)
{
  g_autoptr (HbkInspection) inspection = NULL;

  if (reading == READING_TIMED_OUT)
    return make_failed (HBK_INSPECTION_PROBLEM_TIMED_OUT, reply);

  inspection = reading == READING_ENDED ? hbk_inspection_reply_read (reply) : NULL;
  if (inspection != NULL)
    return g_steal_pointer (&inspection);

  if (g_subprocess_get_if_signaled (process) && g_subprocess_get_term_sig (process) == SIGXCPU)
    return make_failed (HBK_INSPECTION_PROBLEM_TIMED_OUT, reply);

  return make_failed (HBK_INSPECTION_PROBLEM_CRASHED, reply);
}

static void
set_start_error (HbkInspector *self, const GError *cause, GError **error)
{
  g_autofree char *name = hbk_file_get_display_name (self->helper);

  g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("%1$s: This part of Hourbook, which looks into files, cannot be started (%2$s). Install Hourbook again."), name, cause->message);
}

static void
hbk_inspector_finalize (GObject *object)
{
  HbkInspector *self = HBK_INSPECTOR (object);

  g_free (self->helper);

  G_OBJECT_CLASS (hbk_inspector_parent_class)->finalize (object);
}

static void
hbk_inspector_class_init (HbkInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_inspector_finalize;
}

static void
hbk_inspector_init (HbkInspector *self)
{
}

/**
 * hbk_inspector_new:
 * @helper: (nullable): the helper program; %NULL for what `HOURBOOK_INSPECT` names, or else the installed one
 *
 * Makes an inspector. Whether the helper is there shows when it is needed.
 *
 * Returns: (transfer full): the inspector
 */
HbkInspector *
hbk_inspector_new (const char *helper)
{
  HbkInspector *self = g_object_new (HBK_TYPE_INSPECTOR, NULL);

  self->helper = helper != NULL ? g_strdup (helper) : hbk_helper_dup_path ("HOURBOOK_INSPECT", HBK_LIBEXECDIR "/" HELPER);

  return self;
}

/**
 * hbk_inspector_inspect:
 * @self: an inspector
 * @fd: the file, opened for reading only; its offset does not matter and does not change
 * @options: (nullable): what is wanted; %NULL for neither thumbnail nor text
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: HBK_ERROR_IO when the helper cannot be started, G_IO_ERROR_CANCELLED
 *
 * Looks into a file that anybody may have written.
 *
 * This waits for another process, so it is for worker threads. Whatever the file is or does, there is an inspection: one
 * that could not be made says why.
 *
 * Returns: (transfer full): what was found, or %NULL on error
 */
HbkInspection *
hbk_inspector_inspect (HbkInspector *self, int fd, const HbkInspectOptions *options, GCancellable *cancellable, GError **error)
{
  static const HbkInspectOptions nothing = { 0 };
  guint                          timeout;
  struct stat                    status;
  Reading                        reading;
  int                            reply_fd = -1;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) reply = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) arguments = NULL;

  g_return_val_if_fail (HBK_IS_INSPECTOR (self), NULL);
  g_return_val_if_fail (fd >= 0 && (fcntl (fd, F_GETFL) & O_ACCMODE) == O_RDONLY, NULL);
  g_return_val_if_fail (options == NULL || options->thumbnail_side <= HBK_INSPECTOR_MAX_SIDE, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    return make_failed (HBK_INSPECTION_PROBLEM_NOT_A_FILE, NULL);

  options = options != NULL ? options : &nothing;
  timeout = options->timeout_ms > 0 ? options->timeout_ms : DEFAULT_TIMEOUT_MS;
  arguments = make_arguments (self, options);
  process = hbk_helper_start ((const char *const *) arguments, fd, &reply_fd, &cause);
  if (process == NULL)
    {
      set_start_error (self, cause, error);
      return NULL;
    }

  reading = read_reply (reply_fd, bytes, g_get_monotonic_time () + (gint64) timeout * 1000, cancellable);
  close (reply_fd);
  /* It has said all it will say. If it is dead already, how it died stays. */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);

  if (reading == READING_CANCELLED)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  reply = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  return make_inspection (process, reading, reply);
}
