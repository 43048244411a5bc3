/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * hourbook-bind: makes pages of evidence, which anybody may have written, and dies alone when a file kills it.
 *
 *   hourbook-bind part MAX-PAGES < FILE > PART
 *   hourbook-bind part-bare MAX-PAGES < FILE > PART     photographs lose what they say beside their pixels
 *   hourbook-bind join PLAN-OFFSET < SPOOL > BINDER
 *
 * It knows files by their descriptors only, and writes into a pipe only. The first line of what it writes says how it went:
 * `part PAGES ALL PROBLEM` or `join BAD-PART PROBLEM`; behind it, if PROBLEM is "none", stands a PDF. The spool has the parts and,
 * from PLAN-OFFSET on, the plan, which hbk_plan_read() describes.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bind/hbk-joint.h"
#include "bind/hbk-part.h"
#include "inspect/hbk-limits.h"
#include "inspect/hbk-lockdown.h"

/* Beside the file itself, which takes addresses but no memory. */
#define MAX_MEMORY (1024 * 1024 * 1024)

#define MAX_FILE_BYTES (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define MAX_PAGES 100000

#define PART_SECONDS 60
#define JOIN_SECONDS 600

enum {
  EXIT_USAGE = 1,
  EXIT_LIMITS = 2,
  EXIT_REPLY = 3,
};

#ifdef __SANITIZE_ADDRESS__
const char *__asan_default_options (void);

/* Stands in for the limit on addresses. Leaks end with the process, and to look for them needs what is given up. */
const char *
__asan_default_options (void)
{
  return "hard_rss_limit_mb=1536:allocator_may_return_null=1:detect_leaks=0";
}
#endif

static const char *
map_file (guint64 max_bytes, HbkView *file)
{
  struct stat status;
  void       *data;

  *file = (HbkView) { 0 };
  if (fstat (STDIN_FILENO, &status) != 0 || !S_ISREG (status.st_mode))
    return "damaged";
  if (status.st_size == 0)
    return NULL;
  if ((guint64) status.st_size > max_bytes)
    return "too-large";

  data = mmap (NULL, (gsize) status.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (data == MAP_FAILED)
    return "too-large";

  file->data = data;
  file->size = (gsize) status.st_size;

  return NULL;
}

static void
progress_cb (int percent, void *data)
{
  hbk_pdf_forget (data);
}

static gboolean
make_part (HbkView *file, const char *problem, guint max_pages, gboolean bare)
{
  HbkPart part = { .problem = problem };

  if (problem == NULL)
    hbk_part_make (file, max_pages, bare, &part);
  if (part.problem != NULL)
    return printf ("part 0 0 %s\n", part.problem) > 0 && fflush (stdout) == 0;

  printf ("part %u %u none\n", part.n_pages, part.n_all);

  return hbk_pdf_write (part.pdf, qpdf_o_disable, progress_cb, file);
}

static gboolean
join (HbkView *spool, guint64 plan_offset)
{
  HbkView text = hbk_view_slice (spool, plan_offset, G_MAXUINT64);
  g_autoptr (HbkPlan) plan = text.size > 0 ? hbk_plan_read ((const char *) text.data, text.size) : NULL;
  qpdf_data pdf;
  guint     bad_part;

  if (plan == NULL)
    return FALSE;
  if (!hbk_joint_make (spool, plan, &pdf, &bad_part))
    return printf ("join %u damaged\n", bad_part) > 0 && fflush (stdout) == 0;

  printf ("join 0 none\n");

  return hbk_pdf_write (pdf, qpdf_o_generate, progress_cb, spool);
}

int
main (int argc, char *argv[])
{
  guint64     number;
  gboolean    joins = argc == 3 && g_str_equal (argv[1], "join");
  gboolean    bare = argc == 3 && g_str_equal (argv[1], "part-bare");
  gboolean    is_done;
  const char *problem;
  HbkView     file;

  if (argc != 3 || (!joins && !bare && !g_str_equal (argv[1], "part")) || !g_ascii_string_to_unsigned (argv[2], 10, 1, joins ? G_MAXINT64 : MAX_PAGES, &number, NULL))
    return EXIT_USAGE;

  problem = map_file (joins ? G_MAXINT64 : MAX_FILE_BYTES, &file);
  if (!hbk_limits_apply (MAX_MEMORY + (guint64) file.size, joins ? JOIN_SECONDS : PART_SECONDS))
    return EXIT_LIMITS;
  hbk_lockdown_apply ();

  is_done = joins ? join (&file, number) : make_part (&file, problem, (guint) number, bare);
  /* Nothing that was loaded for the file runs once the reply is out. */
  _exit (is_done ? EXIT_SUCCESS : EXIT_REPLY);
}
