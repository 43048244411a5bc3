/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-limits.h"

#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define MAX_FILES 64

/* Longer than the caller waits: only for when the caller itself is gone. */
#define ALARM_FACTOR 3

/* The sanitizer takes terabytes of addresses, so with it main() has another bound. */
#ifdef __SANITIZE_ADDRESS__
#define MEMORY_LIMIT(bytes) RLIM_INFINITY
#else
#define MEMORY_LIMIT(bytes) (bytes)
#endif

static gboolean
set_limit (int resource, rlim_t limit)
{
  struct rlimit current;

  if (getrlimit ((__rlimit_resource_t) resource, &current) != 0)
    return FALSE;

  /* One that is lower already may be, and cannot be raised. At the soft limit of time SIGXCPU tells why; at the hard one
     nothing would. */
  current.rlim_cur = MIN (current.rlim_cur, limit);
  current.rlim_max = MIN (current.rlim_max, resource == RLIMIT_CPU ? limit + 1 : limit);

  return setrlimit ((__rlimit_resource_t) resource, &current) == 0;
}

/*
 * Decoders start a thread for each processor they see, and each takes address space, of which there is little here. One
 * file is looked at, and others wait for the processors, too.
 */
static void
stay_on_one_processor (void)
{
  cpu_set_t allowed;
  cpu_set_t one;

  mallopt (M_ARENA_MAX, 1);

  if (sched_getaffinity (0, sizeof allowed, &allowed) != 0)
    return;

  for (int i = 0; i < CPU_SETSIZE; i++)
    {
      if (!CPU_ISSET (i, &allowed))
        continue;

      CPU_ZERO (&one);
      CPU_SET (i, &one);
      sched_setaffinity (0, sizeof one, &one);
      return;
    }
}

/**
 * hbk_limits_apply:
 * @memory: how many bytes of addresses it may have, together with those it has
 * @seconds: how long it may use the processor
 *
 * Bounds what this process may use for the rest of its life: memory, time on the processor, open files; no file may grow
 * and no core is dumped.
 *
 * What the kernel refuses of the rest is done without.
 *
 * Returns: %FALSE when a limit could not be set; then no file may be touched
 */
gboolean
hbk_limits_apply (guint64 memory, guint seconds)
{
  const struct
  {
    int    resource;
    rlim_t limit;
  } limits[] = {
    { RLIMIT_AS, MEMORY_LIMIT (memory) },
    { RLIMIT_CPU, seconds },
    { RLIMIT_CORE, 0 },
    { RLIMIT_FSIZE, 0 },
    { RLIMIT_NOFILE, MAX_FILES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      if (!set_limit (limits[i].resource, limits[i].limit))
        return FALSE;
    }

  /* Writing to a file is then an error, not the end. */
  signal (SIGXFSZ, SIG_IGN);
  alarm (seconds * ALARM_FACTOR);
  stay_on_one_processor ();
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);

  return TRUE;
}
