/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Does one thing to a library, and says what is certainly stored, for run-faults.py, which lets it fail or die at every point.
 *
 *   fault-worker prepare LIBRARY FILE   makes a library with a record, an evidence file and a backup
 *   fault-worker save LIBRARY N         adds record N           acknowledges "saved N"
 *   fault-worker edit LIBRARY N         changes the first record to title N      "edited N"
 *   fault-worker undo LIBRARY           undoes                   "undone"
 *   fault-worker attach LIBRARY FILE    attaches a file          "attached SHA256"
 *   fault-worker import LIBRARY FILE    imports a logbook        "imported"
 *   fault-worker migrate LIBRARY        brings it to a made-up newer form        "migrated"
 *   fault-worker restore LIBRARY FILE   restores a backup        "restored"
 *   fault-worker backup LIBRARY FILE    writes a full backup     "backed up"
 *   fault-worker package LIBRARY FILE   makes the package of 2024        "packed"
 *   fault-worker package-folder LIBRARY DIR   the same as a folder      "packed"
 *   fault-worker whole LIBRARY FILE     says whether a package is whole
 *   fault-worker many LIBRARY N         adds records N, N + 1 … until it is killed
 *   fault-worker verify LIBRARY         lists what is there, and what is wrong with it
 *
 * An acknowledgement is written only when the call has returned. Ends with 0 when done, 1 with a message when refused.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "library/hbk-library-check.h"
#include "library/hbk-library-files.h"
#include "library/hbk-library-private.h"
#include "library/hbk-schema.h"
#include "workspace/hbk-package-job.h"
#include "workspace/hbk-verification.h"
#include "workspace/hbk-workspace-evidence.h"
#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-library.h"

/* What a later version might do: a new table, filled from an old one. */
#define NEXT_FORM                                                                 \
  "CREATE TABLE later (id TEXT NOT NULL PRIMARY KEY, n INTEGER NOT NULL) STRICT;" \
  "INSERT INTO later (id, n) SELECT id, length (doc) FROM record;"                \
  "ALTER TABLE file ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;"

static void
acknowledge (const char *what, const char *detail)
{
  printf ("%s%s%s\n", what, *detail != '\0' ? " " : "", detail);
  fflush (stdout);
}

static int
refuse (GError *error)
{
  fprintf (stderr, "%s\n", error != NULL ? error->message : "no reason given");

  return 1;
}

static HbkRecord *
make_record (const char *number, const char *title)
{
  g_autofree char *id = g_strdup_printf ("n%s", number);
  HbkRecord       *record = hbk_record_new (id, "training");

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, hbk_date_new (2024, 3, 1), HBK_DATE_NONE);

  return record;
}

static gboolean
save (HbkWorkspace *workspace, const char *number, const char *title, GError **error)
{
  g_autoptr (HbkRecord) record = make_record (number, title);
  g_autoptr (HbkJournalStep) step = hbk_workspace_save_record (workspace, record, NULL, error);

  return step != NULL;
}

static int
save_many (HbkWorkspace *workspace, const char *first)
{
  for (guint64 n = g_ascii_strtoull (first, NULL, 10);; n++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
      g_autoptr (GError) error = NULL;

      if (!save (workspace, number, "某某培训", &error))
        return refuse (error);
      acknowledge ("saved", number);
    }
}

static int
undo (HbkWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_workspace_undo (workspace, NULL, &error);

  if (step == NULL)
    return refuse (error);
  acknowledge ("undone", "");

  return 0;
}

static int
attach (HbkWorkspace *workspace, const char *path)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) taken = hbk_workspace_take_in (workspace, paths, "n0", "notice", NULL, NULL, NULL, NULL, &error);

  if (taken == NULL)
    return refuse (error);
  acknowledge ("attached", ((HbkTakenFile *) g_ptr_array_index (taken, 0))->file->sha256);

  return 0;
}

static int
import (HbkWorkspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkImport) preview = hbk_workspace_prepare_import (workspace, path, NULL, &error);
  g_autoptr (HbkJournalStep) step = preview != NULL ? hbk_workspace_confirm_import (workspace, preview, HBK_CONFLICT_KEEP, NULL, &error) : NULL;

  if (step == NULL)
    return refuse (error);
  acknowledge ("imported", "");

  return 0;
}

static HbkLibrary *
open_newer (const char *dir, HbkClock *clock, GError **error)
{
  const char *migrations[64] = { NULL };
  int         n = hbk_schema_count (hbk_schema_migrations);

  memcpy (migrations, hbk_schema_migrations, (gsize) n * sizeof *migrations);
  migrations[n] = NEXT_FORM;

  return hbk_library_open_with (dir, HBK_LIBRARY_WRITE, clock, migrations, error);
}

static int
migrate (const char *dir)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkLibrary) library = open_newer (dir, clock, &error);

  if (library == NULL)
    return refuse (error);
  acknowledge ("migrated", "");

  return 0;
}

static int
restore (HbkWorkspace *workspace, const char *dir, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkRestore) preview = hbk_workspace_prepare_restore (workspace, dir, path, &error);

  if (preview == NULL || !hbk_workspace_confirm_restore (workspace, dir, preview, &error))
    return refuse (error);
  acknowledge ("restored", "");

  return 0;
}

static int
back_up (HbkWorkspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!hbk_workspace_back_up (workspace, path, NULL, NULL, NULL, &error))
    return refuse (error);
  acknowledge ("backed up", "");

  return 0;
}

/* A file that nothing knows of, or that was not finished, is what a crash may leave; anything else is a loss. */
static gboolean
list_findings (const char *dir, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();

  if (!hbk_library_check (dir, problems, NULL, NULL, NULL, error))
    return FALSE;

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      HbkProblem *problem = hbk_problems_get (problems, i);

      printf ("%s %s: %s\n", hbk_problem_get_code (problem) == HBK_ERROR_UNKNOWN ? "stray" : "wrong", hbk_problem_get_path (problem), hbk_problem_get_what (problem));
    }

  return TRUE;
}

static int
list (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = hbk_library_list (library, NULL, 0, G_MAXINT, NULL, &error);
  g_autoptr (GPtrArray) files = records != NULL ? hbk_library_list_files (library, FALSE, &error) : NULL;

  if (files == NULL)
    return refuse (error);

  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord *record = g_ptr_array_index (records, i);

      printf ("record %s %s\n", hbk_record_get_id (record), hbk_record_get_title (record));
      for (guint j = 0; j < hbk_record_get_n_evidence (record); j++)
        printf ("proof %s\n", hbk_evidence_get_sha256 (hbk_record_get_evidence (record, j)));
    }
  for (guint i = 0; i < files->len; i++)
    printf ("file %s\n", ((HbkEvidenceFile *) g_ptr_array_index (files, i))->sha256);

  return 0;
}

static int
pack (HbkWorkspace *workspace, const char *path, HbkPackageForm form)
{
  const HbkPackageTarget target = { .year = 2024, .options = { .without_binder = TRUE } };
  const HbkPackageWish   wish = { .path = path, .form = form };
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkSubmission) submission = hbk_workspace_prepare_package (workspace, &target, hbk_date_new (2024, 12, 1), &error);
  g_autoptr (GPtrArray) findings = submission != NULL ? hbk_workspace_check_package (workspace, submission, NULL, &error) : NULL;
  HbkPackageDone done;

  if (findings == NULL || !hbk_package_job_run (hbk_workspace_get_library_dir (workspace), submission, findings, &wish, NULL, NULL, NULL, &done, &error))
    return refuse (error);
  acknowledge ("packed", done.sha256);

  return 0;
}

static int
look_whole (HbkWorkspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkVerification) found = hbk_workspace_verify_package (workspace, path, NULL, NULL, NULL, &error);

  if (found == NULL)
    return refuse (error);
  if (!found->is_undamaged || found->problems->len > 0 || found->agreement != HBK_AGREEMENT_SAME)
    {
      fprintf (stderr, "not whole\n");
      return 1;
    }

  return 0;
}

static int
verify (const char *dir)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkLibrary) library = hbk_library_open (dir, HBK_LIBRARY_WRITE, clock, &error);

  /* What was brought to the newer form is looked at in that. */
  if (g_error_matches (error, HBK_ERROR, HBK_ERROR_FORMAT))
    {
      g_autoptr (GError) newer_error = NULL;

      library = open_newer (dir, clock, &newer_error);
      if (library == NULL)
        return refuse (newer_error);
      printf ("the newer form\n");
      return list (library);
    }
  if (library == NULL)
    return refuse (error);

  return list_findings (dir, &error) ? list (library) : refuse (error);
}

static gboolean
set_region (HbkWorkspace *workspace, const char *region, GError **error)
{
  g_autoptr (HbkFacts) answers = hbk_facts_new ();
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (HbkJournalStep) step = NULL;

  hbk_value_set_text (&value, region);
  hbk_facts_set (answers, "region", &value);
  step = hbk_workspace_change_profile (workspace, HBK_DATE_NONE, answers, error);

  return step != NULL;
}

static int
prepare (HbkWorkspace *workspace, const char *dir, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!hbk_workspace_open_library (workspace, dir, HBK_OPEN_CREATE, &error) || !save (workspace, "0", "第一条", &error))
    return refuse (error);

  return set_region (workspace, "yuxi", &error) ? attach (workspace, path) : refuse (error);
}

static int
work (HbkWorkspace *workspace, const char *what, const char *dir, const char *argument)
{
  g_autoptr (GError) error = NULL;

  if (!hbk_workspace_open_library (workspace, dir, HBK_OPEN_WRITE, &error))
    return refuse (error);

  if (g_str_equal (what, "undo"))
    return undo (workspace);
  if (g_str_equal (what, "attach"))
    return attach (workspace, argument);
  if (g_str_equal (what, "import"))
    return import (workspace, argument);
  if (g_str_equal (what, "backup"))
    return back_up (workspace, argument);
  if (g_str_equal (what, "package"))
    return pack (workspace, argument, HBK_PACKAGE_ZIP);
  if (g_str_equal (what, "package-folder"))
    return pack (workspace, argument, HBK_PACKAGE_FOLDER);
  if (g_str_equal (what, "many"))
    return save_many (workspace, argument);

  if (!save (workspace, g_str_equal (what, "edit") ? "0" : argument, g_str_equal (what, "edit") ? argument : "某某培训", &error))
    return refuse (error);
  acknowledge (g_str_equal (what, "edit") ? "edited" : "saved", argument);

  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (HbkWorkspace) workspace = hbk_workspace_new (NULL);
  const char *argument = argc > 3 ? argv[3] : "";

  if (argc < 3)
    return 2;

  if (g_str_equal (argv[1], "prepare"))
    return prepare (workspace, argv[2], argument);
  if (g_str_equal (argv[1], "verify"))
    return verify (argv[2]);
  if (g_str_equal (argv[1], "whole"))
    return look_whole (workspace, argument);
  if (g_str_equal (argv[1], "migrate"))
    return migrate (argv[2]);
  if (g_str_equal (argv[1], "restore"))
    return restore (workspace, argv[2], argument);

  return work (workspace, argv[1], argv[2], argument);
}
