/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-lockdown.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

/* What a file may be opened with: none of these. */
#define WRITING (O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND)

/* What decoders, the C library and the sanitizers need, none of which reaches beyond this process. */
static const char *const allowed[] = {
  "access", "arch_prctl", "brk", "clock_getres", "clock_gettime", "clock_gettime64", "clock_nanosleep",
  "clock_nanosleep_time64", "close", "dup", "dup2", "dup3", "eventfd2", "exit", "exit_group", "faccessat", "faccessat2",
  "fadvise64", "fstat", "fstat64", "fstatat64", "fstatfs", "fstatfs64", "futex", "futex_time64", "getcpu", "getcwd",
  "getdents", "getdents64", "getegid", "getegid32", "geteuid", "geteuid32", "getgid", "getgid32", "getpid", "getppid",
  "getrandom", "getrlimit", "getrusage", "gettid", "gettimeofday", "getuid", "getuid32", "_llseek", "lseek", "lstat",
  "lstat64", "madvise", "membarrier", "mincore", "mmap", "mmap2", "mprotect", "mremap", "munmap", "nanosleep",
  "newfstatat", "poll", "ppoll", "ppoll_time64", "pread64", "preadv", "read", "readlink", "readlinkat", "readv",
  "restart_syscall", "riscv_flush_icache", "rseq", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sched_getaffinity",
  "sched_getparam", "sched_getscheduler", "sched_yield", "set_robust_list", "set_tid_address", "sigaltstack", "sigreturn",
  "stat", "stat64", "statfs", "statfs64", "statx", "sysinfo", "time", "times", "ugetrlimit", "uname", "write", "writev"
};

/* Newer calls whose arguments a filter cannot see; the C library then takes the older ones, which it can. */
static const char *const unknown[] = { "clone3", "openat2" };

static const int harmless_fcntls[] = { F_DUPFD_CLOEXEC, F_GETFD, F_GETFL, F_SETFD };
static const int harmless_prctls[] = { PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE };

/* Calls that this machine does not have are left out. */
static int
add_rule (scmp_filter_ctx filter, guint32 action, const char *name, guint n_conditions, const struct scmp_arg_cmp *conditions)
{
  int number = seccomp_syscall_resolve_name (name);

  return number != __NR_SCMP_ERROR ? seccomp_rule_add_array (filter, action, number, n_conditions, conditions) : 0;
}

static int
allow_if (scmp_filter_ctx filter, const char *name, struct scmp_arg_cmp condition)
{
  return add_rule (filter, SCMP_ACT_ALLOW, name, 1, &condition);
}

/* Files may be read, whatever the name: the decoders have tables and plugins. Threads may be started, processes not. */
static int
add_conditions (scmp_filter_ctx filter)
{
  int failed = 0;

  failed |= allow_if (filter, "open", SCMP_A1 (SCMP_CMP_MASKED_EQ, WRITING, 0));
  failed |= allow_if (filter, "openat", SCMP_A2 (SCMP_CMP_MASKED_EQ, WRITING, 0));
  failed |= allow_if (filter, "clone", SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  /* Only to itself, which is how a program aborts. */
  failed |= allow_if (filter, "tgkill", SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()));
  failed |= allow_if (filter, "prlimit64", SCMP_A2 (SCMP_CMP_EQ, 0));

  for (guint i = 0; i < G_N_ELEMENTS (harmless_fcntls); i++)
    {
      failed |= allow_if (filter, "fcntl", SCMP_A1 (SCMP_CMP_EQ, (scmp_datum_t) harmless_fcntls[i]));
      failed |= allow_if (filter, "fcntl64", SCMP_A1 (SCMP_CMP_EQ, (scmp_datum_t) harmless_fcntls[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (harmless_prctls); i++)
    failed |= allow_if (filter, "prctl", SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) harmless_prctls[i]));

  return failed;
}

/**
 * hbk_lockdown_apply:
 *
 * Gives up, for the rest of this process's life, what looking at a file does not need.
 *
 * No network, no other program or process, no file written, created, renamed or removed, no signal to anybody else: such
 * calls fail with EPERM, as do all that were not thought of. To be called before there are threads.
 *
 * Returns: %FALSE when the kernel takes no filters, as inside some containers; the limits then stand alone
 */
gboolean
hbk_lockdown_apply (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  int             failed = 0;

  if (filter == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    failed |= add_rule (filter, SCMP_ACT_ALLOW, allowed[i], 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    failed |= add_rule (filter, SCMP_ACT_ERRNO (ENOSYS), unknown[i], 0, NULL);
  failed |= add_conditions (filter);
  /* The sanitizer has a thread already. */
  failed |= seccomp_attr_set (filter, SCMP_FLTATR_CTL_TSYNC, 1);
  failed |= seccomp_load (filter);
  seccomp_release (filter);

  return failed == 0;
}
