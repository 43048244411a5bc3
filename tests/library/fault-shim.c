/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes one call that changes the disk fail, or kills the program before it. Loaded with LD_PRELOAD; told by the environment:
 *
 *   HBK_FAULT_AT=N             the fault comes at the N-th call, counted from 1; 0 or nothing: never, only count
 *   HBK_FAULT_KIND=kill        SIGKILL before the call is made; or one of EIO ENOSPC EDQUOT EROFS EACCES EINVAL: the call fails so
 *   HBK_FAULT_STICKY=1         not only the N-th call fails, but every one from there on
 *   HBK_FAULT_CALLS=all        which calls count: all, write (that change what files hold) or fsync (that bring it to the disk)
 *   HBK_FAULT_COUNT_FILE=PATH  at the end, and before a kill: how many calls there were, and behind it, when there was a fault,
 *                              the name of the call it hit, as in "17 fsync"
 *   HBK_FAULT_PROGRAM=NAME     only in a program whose executable has this name, so that its children go free
 *
 * Counted are the calls below, of the program and of every library (SQLite among them), in all threads. Of those that write, only
 * into ordinary files other than standard output and error: GLib wakes its threads by writing. What glibc does inside itself, such as
 * fwrite, is not seen; nor is what is written to mapped memory. */

#define _GNU_SOURCE

/* Both of open and open64 are made here, so neither may stand for the other. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

typedef enum {
  CLASS_WRITE = 1,
  CLASS_FSYNC = 2,
  CLASS_NAME = 4,
} Class;

static atomic_int             is_ready;
static int                    is_active;
static long                   fault_at;
static int                    fault_errno; /* 0: kill */
static int                    is_sticky;
static unsigned               classes = CLASS_WRITE | CLASS_FSYNC | CLASS_NAME;
static char                   count_file[4096];
static atomic_long            n_calls;
static _Atomic (const char *) hit;

static const struct
{
  const char *name;
  int         code;
} kinds[] = {
  { "kill", 0 },
  { "EIO", EIO },
  { "ENOSPC", ENOSPC },
  { "EDQUOT", EDQUOT },
  { "EROFS", EROFS },
  { "EACCES", EACCES },
  { "EINVAL", EINVAL },
};

/* ---- The real calls ---- */

/* A library loaded before this one may call before our constructor has run, so each is looked up where it is needed. */
#define REAL(name) ((__typeof__ (&name)) real (#name))

static void *
real (const char *name)
{
  void *function = dlsym (RTLD_NEXT, name);

  if (function == NULL)
    abort ();
  return function;
}

static void
refuse_setting (const char *name, const char *value)
{
  fprintf (stderr, "fault-shim: %s=%s is not known\n", name, value);
  abort ();
}

/* ---- Settings ---- */

static int
is_our_program (void)
{
  const char *wanted = getenv ("HBK_FAULT_PROGRAM");
  char        path[4096];
  ssize_t     length = readlink ("/proc/self/exe", path, sizeof path - 1);
  const char *name;

  if (wanted == NULL || *wanted == '\0')
    return 1;
  if (length < 0)
    return 0;

  path[length] = '\0';
  name = strrchr (path, '/');
  return strcmp (name != NULL ? name + 1 : path, wanted) == 0;
}

static void
read_kind (const char *kind)
{
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    {
      if (strcmp (kind, kinds[i].name) == 0)
        {
          fault_errno = kinds[i].code;
          return;
        }
    }
  refuse_setting ("HBK_FAULT_KIND", kind);
}

static void
read_classes (const char *calls)
{
  if (strcmp (calls, "write") == 0)
    classes = CLASS_WRITE;
  else if (strcmp (calls, "fsync") == 0)
    classes = CLASS_FSYNC;
  else if (strcmp (calls, "all") != 0)
    refuse_setting ("HBK_FAULT_CALLS", calls);
}

static void
read_count (const char *at)
{
  char *end;

  fault_at = strtol (at, &end, 10);
  if (*end != '\0' || fault_at < 0)
    refuse_setting ("HBK_FAULT_AT", at);
}

__attribute__ ((constructor)) static void
begin (void)
{
  const char *at = getenv ("HBK_FAULT_AT");
  const char *kind = getenv ("HBK_FAULT_KIND");
  const char *calls = getenv ("HBK_FAULT_CALLS");
  const char *sticky = getenv ("HBK_FAULT_STICKY");
  const char *file = getenv ("HBK_FAULT_COUNT_FILE");

  is_active = is_our_program ();
  if (is_active)
    {
      if (at != NULL && *at != '\0')
        read_count (at);
      if (kind != NULL && *kind != '\0')
        read_kind (kind);
      if (calls != NULL && *calls != '\0')
        read_classes (calls);
      is_sticky = sticky != NULL && strcmp (sticky, "1") == 0;
      if (file != NULL && strlen (file) < sizeof count_file)
        strcpy (count_file, file);
    }
  atomic_store (&is_ready, 1);
}

static void
tell_count (long count)
{
  const char *name = atomic_load (&hit);
  char        text[128];
  int         length, fd;

  if (count_file[0] == '\0')
    return;

  length = snprintf (text, sizeof text, "%ld%s%s\n", count, name != NULL ? " " : "", name != NULL ? name : "");
  fd = REAL (open) (count_file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0 || REAL (write) (fd, text, (size_t) length) != length)
    abort ();
  close (fd);
}

__attribute__ ((destructor)) static void
end (void)
{
  if (is_active)
    tell_count (atomic_load (&n_calls));
}

/* ---- The fault ---- */

/* Counts a call; true, with errno, when it has to fail. */
static int
fails (Class class, const char *name)
{
  long number;

  if (!atomic_load (&is_ready) || !is_active || (classes & class) == 0)
    return 0;

  number = atomic_fetch_add (&n_calls, 1) + 1;
  if (fault_at == 0 || number < fault_at || (number > fault_at && !is_sticky))
    return 0;

  if (atomic_load (&hit) == NULL)
    atomic_store (&hit, name);
  if (fault_errno == 0)
    {
      tell_count (number);
      kill (getpid (), SIGKILL);
      for (;;)
        pause ();
    }

  errno = fault_errno;
  return 1;
}

static int
is_file (int fd)
{
  struct stat status;
  int         code = errno;
  int         is = fd > STDERR_FILENO && fstat (fd, &status) == 0 && S_ISREG (status.st_mode);

  errno = code;
  return is;
}

#define FAULT(class, name)      \
  do                            \
    {                           \
      if (fails (class, #name)) \
        return -1;              \
    }                           \
  while (0)

/* ---- What is in files ---- */

ssize_t
write (int fd, const void *data, size_t length)
{
  if (is_file (fd))
    FAULT (CLASS_WRITE, write);
  return REAL (write) (fd, data, length);
}

ssize_t
pwrite (int fd, const void *data, size_t length, off_t offset)
{
  if (is_file (fd))
    FAULT (CLASS_WRITE, pwrite);
  return REAL (pwrite) (fd, data, length, offset);
}

ssize_t
pwrite64 (int fd, const void *data, size_t length, off64_t offset)
{
  if (is_file (fd))
    FAULT (CLASS_WRITE, pwrite64);
  return REAL (pwrite64) (fd, data, length, offset);
}

ssize_t
writev (int fd, const struct iovec *parts, int n_parts)
{
  if (is_file (fd))
    FAULT (CLASS_WRITE, writev);
  return REAL (writev) (fd, parts, n_parts);
}

ssize_t
copy_file_range (int in, off64_t *in_offset, int out, off64_t *out_offset, size_t length, unsigned flags)
{
  FAULT (CLASS_WRITE, copy_file_range);
  return REAL (copy_file_range) (in, in_offset, out, out_offset, length, flags);
}

int
ftruncate (int fd, off_t length)
{
  FAULT (CLASS_WRITE, ftruncate);
  return REAL (ftruncate) (fd, length);
}

int
ftruncate64 (int fd, off64_t length)
{
  FAULT (CLASS_WRITE, ftruncate64);
  return REAL (ftruncate64) (fd, length);
}

int
fallocate (int fd, int mode, off_t offset, off_t length)
{
  FAULT (CLASS_WRITE, fallocate);
  return REAL (fallocate) (fd, mode, offset, length);
}

int
fallocate64 (int fd, int mode, off64_t offset, off64_t length)
{
  FAULT (CLASS_WRITE, fallocate64);
  return REAL (fallocate64) (fd, mode, offset, length);
}

/* These return the error, not -1. */
int
posix_fallocate (int fd, off_t offset, off_t length)
{
  return fails (CLASS_WRITE, "posix_fallocate") ? fault_errno : REAL (posix_fallocate) (fd, offset, length);
}

int
posix_fallocate64 (int fd, off64_t offset, off64_t length)
{
  return fails (CLASS_WRITE, "posix_fallocate64") ? fault_errno : REAL (posix_fallocate64) (fd, offset, length);
}

/* ---- What is on the disk ---- */

int
fsync (int fd)
{
  FAULT (CLASS_FSYNC, fsync);
  return REAL (fsync) (fd);
}

int
fdatasync (int fd)
{
  FAULT (CLASS_FSYNC, fdatasync);
  return REAL (fdatasync) (fd);
}

int
sync_file_range (int fd, off64_t offset, off64_t length, unsigned flags)
{
  FAULT (CLASS_FSYNC, sync_file_range);
  return REAL (sync_file_range) (fd, offset, length, flags);
}

int
syncfs (int fd)
{
  FAULT (CLASS_FSYNC, syncfs);
  return REAL (syncfs) (fd);
}

/* ---- Names ---- */

int
rename (const char *from, const char *to)
{
  FAULT (CLASS_NAME, rename);
  return REAL (rename) (from, to);
}

int
renameat (int from_fd, const char *from, int to_fd, const char *to)
{
  FAULT (CLASS_NAME, renameat);
  return REAL (renameat) (from_fd, from, to_fd, to);
}

int
renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
  FAULT (CLASS_NAME, renameat2);
  return REAL (renameat2) (from_fd, from, to_fd, to, flags);
}

int
link (const char *from, const char *to)
{
  FAULT (CLASS_NAME, link);
  return REAL (link) (from, to);
}

int
linkat (int from_fd, const char *from, int to_fd, const char *to, int flags)
{
  FAULT (CLASS_NAME, linkat);
  return REAL (linkat) (from_fd, from, to_fd, to, flags);
}

int
unlink (const char *path)
{
  FAULT (CLASS_NAME, unlink);
  return REAL (unlink) (path);
}

int
unlinkat (int fd, const char *path, int flags)
{
  FAULT (CLASS_NAME, unlinkat);
  return REAL (unlinkat) (fd, path, flags);
}

int
rmdir (const char *path)
{
  FAULT (CLASS_NAME, rmdir);
  return REAL (rmdir) (path);
}

int
mkdir (const char *path, mode_t mode)
{
  FAULT (CLASS_NAME, mkdir);
  return REAL (mkdir) (path, mode);
}

int
mkdirat (int fd, const char *path, mode_t mode)
{
  FAULT (CLASS_NAME, mkdirat);
  return REAL (mkdirat) (fd, path, mode);
}

int
fchmod (int fd, mode_t mode)
{
  FAULT (CLASS_NAME, fchmod);
  return REAL (fchmod) (fd, mode);
}

int
chmod (const char *path, mode_t mode)
{
  FAULT (CLASS_NAME, chmod);
  return REAL (chmod) (path, mode);
}

/* Opening counts only where it may make or empty a file. The mode is there exactly when a file may be made. */
#define OPEN(name, flags, ...)                                                        \
  do                                                                                  \
    {                                                                                 \
      mode_t mode = 0;                                                                \
                                                                                      \
      if (((flags) & O_CREAT) != 0 || ((flags) & O_TMPFILE) == O_TMPFILE)             \
        {                                                                             \
          va_list arguments;                                                          \
                                                                                      \
          va_start (arguments, flags);                                                \
          mode = va_arg (arguments, mode_t);                                          \
          va_end (arguments);                                                         \
        }                                                                             \
      if (((flags) & (O_CREAT | O_TRUNC)) != 0 || ((flags) & O_TMPFILE) == O_TMPFILE) \
        FAULT (CLASS_NAME, name);                                                     \
      return REAL (name) (__VA_ARGS__, flags, mode);                                  \
    }                                                                                 \
  while (0)

int
open (const char *path, int flags, ...)
{
  OPEN (open, flags, path);
}

int
open64 (const char *path, int flags, ...)
{
  OPEN (open64, flags, path);
}

int
openat (int fd, const char *path, int flags, ...)
{
  OPEN (openat, flags, fd, path);
}

int
openat64 (int fd, const char *path, int flags, ...)
{
  OPEN (openat64, flags, fd, path);
}

int
creat (const char *path, mode_t mode)
{
  FAULT (CLASS_NAME, creat);
  return REAL (creat) (path, mode);
}

int
mkstemp (char *pattern)
{
  FAULT (CLASS_NAME, mkstemp);
  return REAL (mkstemp) (pattern);
}

int
mkostemp (char *pattern, int flags)
{
  FAULT (CLASS_NAME, mkostemp);
  return REAL (mkostemp) (pattern, flags);
}
