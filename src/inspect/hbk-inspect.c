/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * hourbook-inspect: looks at one file that anybody may have written, and dies alone when the file kills it.
 *
 *   hourbook-inspect [--thumbnail=PIXELS] [--page=NUMBER] [--text] < FILE
 *
 * It knows the file by its descriptor only. The reply is described at hbk_inspection_reply_read().
 */

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "inspect/hbk-limits.h"
#include "inspect/hbk-lockdown.h"
#include "inspect/hbk-look.h"
#include "inspect/hbk-reply.h"

/* With what decoding takes besides, it must fit into the limit of memory. */
#define MAX_FILE_BYTES (256 * 1024 * 1024)

/* Of a larger file this much is enough to say what it is. */
#define START_BYTES 65536

#define PAGE_MAX 1000000

#define MAX_MEMORY (768 * 1024 * 1024)
#define MAX_SECONDS 10

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
  return "hard_rss_limit_mb=768:allocator_may_return_null=1:detect_leaks=0";
}
#endif

static gboolean
parse_number (const char *text, guint max, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, max, &value, NULL))
    return FALSE;

  *number = (guint) value;
  return TRUE;
}

static gboolean
parse_wish (int argc, char *argv[], HbkWish *wish)
{
  *wish = (HbkWish) { .page = 1 };

  for (int i = 1; i < argc; i++)
    {
      gboolean known = FALSE;

      if (g_str_equal (argv[i], "--text"))
        known = wish->text = TRUE;
      else if (g_str_has_prefix (argv[i], "--thumbnail="))
        known = parse_number (argv[i] + strlen ("--thumbnail="), HBK_FINDINGS_MAX_SIDE, &wish->thumbnail_side);
      else if (g_str_has_prefix (argv[i], "--page="))
        known = parse_number (argv[i] + strlen ("--page="), PAGE_MAX, &wish->page);

      if (!known)
        return FALSE;
    }

  return TRUE;
}

/* Only the start of what is too large, of which then only the kind is told. */
static const char *
map_file (HbkView *file)
{
  struct stat status;
  void       *data;

  *file = (HbkView) { 0 };
  if (fstat (STDIN_FILENO, &status) != 0 || !S_ISREG (status.st_mode))
    return "not-a-file";
  if (status.st_size == 0)
    return NULL;

  file->size = (gsize) (status.st_size > MAX_FILE_BYTES ? START_BYTES : status.st_size);
  data = mmap (NULL, file->size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (data == MAP_FAILED)
    {
      file->size = 0;
      return "damaged";
    }

  file->data = data;

  return status.st_size > MAX_FILE_BYTES ? "too-large" : NULL;
}

static gboolean
answer (const HbkWish *wish)
{
  g_auto (HbkFindings) findings = { 0 };
  const char *problem;
  HbkView     file;

  hbk_findings_init (&findings);
  problem = map_file (&file);
  if (file.size > 0 || problem == NULL)
    hbk_look_tell (&file, &findings);
  if (problem != NULL)
    findings.problem = problem;

  if (!hbk_reply_begin (STDOUT_FILENO, findings.media_type))
    return FALSE;
  if (findings.problem == NULL)
    hbk_look_into (&file, wish, &findings);

  return hbk_reply_finish (STDOUT_FILENO, &findings);
}

int
main (int argc, char *argv[])
{
  HbkWish wish;

  if (!parse_wish (argc, argv, &wish))
    return EXIT_USAGE;
  if (!hbk_limits_apply (MAX_MEMORY, MAX_SECONDS))
    return EXIT_LIMITS;
  hbk_lockdown_apply ();

  /* Nothing that was loaded for the file runs once the reply is out. */
  _exit (answer (&wish) ? EXIT_SUCCESS : EXIT_REPLY);
}
