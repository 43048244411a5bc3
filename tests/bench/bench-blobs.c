/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

/* What attaching a large file costs, beside copying it with cp and sync, and beside sha256sum alone: attaching does both at once.
 * The programs take their turns on one file, so that a slow moment of the machine hits all. Only ratios are judged. */

#include <fcntl.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "library/hbk-blob-store.h"

#define ROUNDS 3
#define MEBIBYTE (1024 * 1024)
#define SIZE_MIB 1024
#define TIME_BOUND 1.2
#define MEMORY_BOUND 32.0

static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
make_source (const char *path)
{
  g_autofree guint8 *block = g_malloc (MEBIBYTE);
  int                fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  for (int i = 0; i < SIZE_MIB; i++)
    {
      for (gsize done = 0; done < MEBIBYTE;)
        done += (gsize) MAX (getrandom (block + done, MEBIBYTE - done, 0), 0);
      if (write (fd, block, MEBIBYTE) != MEBIBYTE)
        g_error ("no room for %d MiB in %s", SIZE_MIB, folder);
    }
  fsync (fd);
  close (fd);
}

static void
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error) || !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

/* ---- What is measured ---- */

static double
time_copy (const char *source)
{
  g_autofree char *target = in_folder ("copy");
  const char      *copy[] = { "cp", "--reflink=never", source, target, NULL };
  const char      *flush[] = { "sync", target, NULL };
  gint64           start = g_get_monotonic_time ();
  double           elapsed;

  run (copy);
  run (flush);
  elapsed = seconds_since (start);
  unlink (target);
  return elapsed;
}

static double
time_hash (const char *source)
{
  const char *hash[] = { "sha256sum", source, NULL };
  gint64      start = g_get_monotonic_time ();

  run (hash);
  return seconds_since (start);
}

static double
time_attach (HbkBlobStore *store, const char *source)
{
  g_autoptr (GError) error = NULL;
  HbkBlob blob;
  gint64  start = g_get_monotonic_time ();
  double  elapsed;

  if (!hbk_blob_store_add_path (store, source, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, &error))
    g_error ("%s", error->message);
  elapsed = seconds_since (start);

  if (blob.was_there || !hbk_blob_store_remove (store, blob.sha256, &error))
    g_error ("the file was there already, or cannot be removed");
  return elapsed;
}

/* ---- Figures ---- */

/* The most memory this process has had, in MiB. */
static double
peak_memory (void)
{
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, "VmHWM:")) == NULL)
    g_error ("/proc/self/status says nothing of memory");
  return g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024;
}

static int
compare_doubles (const void *a, const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof (double), compare_doubles);
  return values[ROUNDS / 2];
}

static gboolean
report (const char *what, double value, double bound)
{
  gboolean holds = value <= bound;

  g_print ("%s %s: %.2f, at most %.2f\n", holds ? "ok" : "MISSED", what, value, bound);
  return holds;
}

static gboolean
measure (const char *source)
{
  g_autofree char *dir = in_folder ("evidence");
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkBlobStore) store = hbk_blob_store_open (dir, TRUE, &error);
  double copy[ROUNDS];
  double hash[ROUNDS];
  double attach[ROUNDS];
  double idle = peak_memory ();
  double growth;

  if (store == NULL)
    g_error ("%s", error->message);

  for (int i = 0; i < ROUNDS; i++)
    {
      /* Each begins with a disk that has nothing left to do for the one before. */
      sync ();
      copy[i] = time_copy (source);
      sync ();
      hash[i] = time_hash (source);
      attach[i] = time_attach (store, source);
    }
  growth = peak_memory () - idle;

  g_print ("%d MiB: cp and sync %.2f s, sha256sum %.2f s, attaching %.2f s\n", SIZE_MIB, median (copy), median (hash), median (attach));
  return report ("attaching a file against the slower of cp with sync and sha256sum", median (attach) / MAX (median (copy), median (hash)), TIME_BOUND) &
         report ("memory that attaching takes over idle, in MiB", growth, MEMORY_BOUND);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;
  const char      *clean[] = { "rm", "-r", "--", NULL, NULL };
  gboolean         holds;

  /* Below the build, which lies on a disk, where /tmp may be memory. */
  folder = g_build_filename (g_getenv ("HOURBOOK_BENCH_DIR"), "bench-blobs-XXXXXX", NULL);
  if (g_mkdtemp (folder) == NULL)
    g_error ("%s cannot be made", folder);

  source = in_folder ("source");
  make_source (source);
  holds = measure (source);

  clean[3] = folder;
  run (clean);
  return holds ? 0 : 1;
}
