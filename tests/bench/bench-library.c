/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store costs. A save and an undo beside a bare SQLite insert in the same mode, turn by turn, so that a slow moment of the disk
 * hits both; opening 100,000 records to the first 50 beside the sqlite3 shell giving as many rows; a search of them by two Chinese
 * characters in milliseconds. */

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "library/hbk-database.h"
#include "library/hbk-edit.h"
#include "library/hbk-library-private.h"
#include "records/hbk-logbook-writer.h"

#define ROUNDS 200
#define OPEN_ROUNDS 15
#define N_RECORDS 100000
#define CHUNK 2000
#define SAVE_BOUND 1.2
#define OPEN_BOUND 1.5
#define SEARCH_BOUND 10.0

static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);

  return values[n / 2];
}

static gboolean
report (const char *what, double value, double bound)
{
  gboolean holds = value <= bound;

  g_print ("%s %s: %.2f, at most %.2f\n", holds ? "ok" : "MISSED", what, value, bound);

  return holds;
}

static HbkRecord *
make_record (guint number)
{
  static const char *const subjects[] = { "水质监测", "港口机械", "护理管理", "课程思政", "结构抗震", "人工智能" };
  g_autofree char         *id = g_strdup_printf ("r%06u", number);
  g_autofree char         *title = g_strdup_printf ("第%u期%s专业技术人员知识更新培训班", number % 97, subjects[number % G_N_ELEMENTS (subjects)]);
  g_autofree char         *file = g_strdup_printf ("结业证书-%06u.pdf", number);
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("completion_certificate", file, NULL);
  HbkRecord *record = hbk_record_new (id, "training");
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, hbk_date_new (2015, 1, 1) + (HbkDate) (number * 7919 % 3650), HBK_DATE_NONE);
  hbk_value_set_number (&value, 300);
  hbk_record_set_fact (record, "days", &value);
  hbk_value_set_text (&value, "provincial");
  hbk_record_set_fact (record, "organiser_level", &value);
  hbk_record_add_evidence (record, evidence);

  return record;
}

static HbkLibrary *
open_library (HbkLibraryMode mode)
{
  g_autofree char *dir = in_folder ("library");
  g_autoptr (HbkClock) clock = hbk_clock_new_system ();
  g_autoptr (GError) error = NULL;
  HbkLibrary *library = hbk_library_open (dir, mode, clock, &error);

  if (library == NULL)
    g_error ("%s", error->message);

  return library;
}

static void
put (HbkLibrary *library, guint first, guint n)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_ADD);
  g_autoptr (HbkJournalStep) step = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (HbkRecord) record = make_record (i);

      hbk_edit_put_record (edit, record, NULL);
    }
  step = hbk_edit_commit (edit, NULL);
  g_assert_nonnull (step);
}

static void
insert_bare (HbkDatabase *database, guint number)
{
  g_autoptr (HbkRecord) record = make_record (number);
  g_autofree char *doc = hbk_record_write (record);
  sqlite3_stmt    *statement = hbk_database_prepare (database, "INSERT INTO t (id, doc) VALUES (?1, ?2)", NULL);

  hbk_database_bind_text (statement, 1, hbk_record_get_id (record));
  hbk_database_bind_text (statement, 2, doc);
  g_assert_true (hbk_database_finish (database, statement, NULL));
}

static gboolean
measure_save (void)
{
  g_autofree char *path = in_folder ("bare.db");
  g_autoptr (HbkDatabase) bare = hbk_database_open (path, HBK_DATABASE_CREATE, NULL);
  g_autoptr (HbkLibrary) library = open_library (HBK_LIBRARY_CREATE);
  double   insert[ROUNDS], save[ROUNDS], undo[ROUNDS];
  gboolean holds;

  hbk_database_run (bare, "CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL) STRICT", NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (HbkJournalStep) step = NULL;
      gint64 start = g_get_monotonic_time ();

      insert_bare (bare, 2 * N_RECORDS + i);
      insert[i] = ms_since (start);
      start = g_get_monotonic_time ();
      put (library, 2 * N_RECORDS + i, 1);
      save[i] = ms_since (start);
      start = g_get_monotonic_time ();
      step = hbk_library_undo (library, NULL, NULL);
      undo[i] = ms_since (start);
      g_assert_nonnull (step);
    }

  g_print ("one record: bare insert %.2f ms, saved %.2f ms, undone %.2f ms\n", median (insert, ROUNDS), median (save, ROUNDS), median (undo, ROUNDS));
  holds = report ("saving a record against a bare insert", median (save, ROUNDS) / median (insert, ROUNDS), SAVE_BOUND);

  return report ("undoing it against a bare insert", median (undo, ROUNDS) / median (insert, ROUNDS), SAVE_BOUND) && holds;
}

static void
fill (void)
{
  g_autoptr (HbkLibrary) library = open_library (HBK_LIBRARY_CREATE);

  for (guint i = 0; i < N_RECORDS; i += CHUNK)
    put (library, i, CHUNK);
}

static double
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  int    status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error) || !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);

  return ms_since (start);
}

static void
open_to_first (void)
{
  g_autoptr (HbkLibrary) library = open_library (HBK_LIBRARY_READ);
  g_autoptr (GPtrArray) records = hbk_library_list (library, NULL, 0, 50, NULL, NULL);

  g_assert_cmpuint (records->len, ==, 50);
  for (guint i = 0; i < records->len; i++)
    fprintf (stderr, "%.0s", hbk_record_get_title (g_ptr_array_index (records, i)));
}

/* In a program that runs already, which is what a window does; and in one that starts for this alone, as the shell does, and pays for
 * loading its libraries, too. Both are judged. */
static gboolean
measure_open (const char *self)
{
  g_autofree char  *database = g_build_filename (folder, "library", "hourbook.db", NULL);
  const char *const shell[] = { "sqlite3", database, "SELECT doc FROM record ORDER BY first DESC, rowid DESC LIMIT 50", NULL };
  const char *const program[] = { self, folder, NULL };
  double            theirs[OPEN_ROUNDS], own[OPEN_ROUNDS], anew[OPEN_ROUNDS];
  gboolean          holds;

  for (guint i = 0; i < OPEN_ROUNDS; i++)
    {
      gint64 start;

      theirs[i] = run (shell);
      anew[i] = run (program);
      start = g_get_monotonic_time ();
      open_to_first ();
      own[i] = ms_since (start);
    }
  g_print ("%d records: the sqlite3 shell gives 50 rows in %.1f ms, Hourbook opens to the first 50 in %.1f ms, a program started for it in %.1f ms\n",
           N_RECORDS, median (theirs, OPEN_ROUNDS), median (own, OPEN_ROUNDS), median (anew, OPEN_ROUNDS));
  holds = report ("opening to the first 50 in a program started for it against the sqlite3 shell", median (anew, OPEN_ROUNDS) / median (theirs, OPEN_ROUNDS), OPEN_BOUND);

  return report ("opening to the first 50 in a running program against the sqlite3 shell", median (own, OPEN_ROUNDS) / median (theirs, OPEN_ROUNDS), OPEN_BOUND) && holds;
}

static gboolean
measure_search (void)
{
  static const char *const texts[] = { "水质", "抗震", "不在", "证书", "培训" };
  g_autoptr (HbkLibrary) library = open_library (HBK_LIBRARY_READ);
  gint64 start = g_get_monotonic_time ();
  double slowest = 0;

  for (guint round = 0; round < 5; round++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          const HbkRecordQuery query = { .text = texts[i] };
          g_autoptr (GPtrArray) records = NULL;
          guint n = 0;

          start = g_get_monotonic_time ();
          records = hbk_library_list (library, &query, 0, 50, &n, NULL);
          g_assert_nonnull (records);
          if (round == 0 && i == 0)
            g_print ("the first search, which reads all texts, takes %.1f ms\n", ms_since (start));
          else
            slowest = MAX (slowest, ms_since (start));
        }
    }

  return report ("slowest search of 100,000 records by two characters, in ms", slowest, SEARCH_BOUND);
}

int
main (int argc, char **argv)
{
  g_autofree char  *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const remove[] = { "rm", "-r", "--", NULL, NULL };
  const char       *argv_remove[G_N_ELEMENTS (remove)];
  gboolean          holds;

  /* Started by measure_open(). */
  if (argc == 2)
    {
      folder = g_strdup (argv[1]);
      open_to_first ();
      return 0;
    }

  folder = g_build_filename (g_getenv ("HOURBOOK_BENCH_DIR"), "bench-library-XXXXXX", NULL);
  if (g_mkdtemp (folder) == NULL)
    g_error ("no folder to measure in");

  holds = measure_save ();
  fill ();
  holds = measure_open (self) && holds;
  holds = measure_search () && holds;

  memcpy (argv_remove, remove, sizeof remove);
  argv_remove[3] = folder;
  run (argv_remove);

  return holds ? 0 : 1;
}
