/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-finding-output.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-package-options.h"
#include "cli/hbk-progress.h"
#include "cli/hbk-typed-facts.h"
#include "cli/hbk-typed.h"
#include "records/hbk-logbook-format.h"
#include "rules/hbk-json-parts.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-package-job.h"

/* What is said at the end. */
typedef struct
{
  const HbkSubmission  *submission;
  GPtrArray            *findings;
  const char           *path;
  const HbkPackageDone *done;
  gboolean              is_sealed;
} Report;

static void
write_package (HbkJsonWriter *writer, const Report *report)
{
  g_autofree char *path = report->path != NULL ? hbk_text_escape (report->path, -1, G_MAXUINT) : NULL;

  if (report->done == NULL)
    {
      hbk_json_writer_add_null (writer, "package");
      return;
    }

  hbk_json_writer_begin_object (writer, "package");
  hbk_json_writer_add_string (writer, "path", path);
  hbk_json_writer_add_string (writer, "sha256", report->done->sha256);
  hbk_json_writer_add_int (writer, "size", (gint64) report->done->size);
  hbk_json_writer_add_int (writer, "files", report->done->n_files);
  hbk_json_writer_add_boolean (writer, "handed_in", report->is_sealed);
  hbk_json_writer_end_object (writer);
}

static void
print_json (HbkCommandLine *line, const Report *report)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-package-result");
  hbk_json_writer_add_date (writer, "as_of", report->submission->as_of);
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < report->submission->years->len; i++)
    hbk_json_writer_add_int (writer, NULL, ((const HbkSubmissionYear *) g_ptr_array_index (report->submission->years, i))->year);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_add_int (writer, "entries", hbk_submission_get_n_entries (report->submission));
  hbk_finding_output_write (writer, report->findings, line->language);
  write_package (writer, report);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_text (HbkCommandLine *line, const Report *report)
{
  g_autofree char *name = report->path != NULL ? hbk_file_get_display_name (report->path) : NULL;

  hbk_finding_output_print (line->output, report->findings, line->language);
  if (report->done == NULL)
    return;

  if (report->findings->len > 0)
    hbk_output_line (line->output, "");
  hbk_output_printf (line->output, _("The package was written to %s."), name);
  hbk_output_printf (line->output, _("SHA-256: %s"), report->done->sha256);
  if (report->is_sealed)
    hbk_output_line (line->output, _("The year is sealed now: changes need a reason. “hourbook-cli reopen” opens it again."));
}

/* That no package can be made is worth a status without being asked for. */
static HbkExit
print (HbkCommandLine *line, const Report *report)
{
  const HbkFinding *worst = report->findings->len > 0 ? g_ptr_array_index (report->findings, 0) : NULL;

  if (line->json)
    print_json (line, report);
  else
    print_text (line, report);

  return worst != NULL && worst->severity >= (line->strict ? HBK_SEVERITY_WARNING : HBK_SEVERITY_ERROR) ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

/* What stops the package is the result here: with an error nothing of it would be printed. */
static HbkExit
refuse (HbkCommandLine *line, const Report *report)
{
  guint n = 0;

  while (n < report->findings->len && ((const HbkFinding *) g_ptr_array_index (report->findings, n))->severity == HBK_SEVERITY_ERROR)
    n++;
  print (line, report);
  if (!line->json)
    {
      hbk_output_line (line->output, "");
      hbk_output_printf (line->output, ngettext ("The package was not made: %u thing has to be mended first.", "The package was not made: %u things have to be mended first.", n), n);
    }

  return HBK_EXIT_INPUT;
}

static HbkJournalStep *
hand_in (HbkCommandLine *line, const Report *report, GError **error)
{
  const HbkSubmissionYear *year = g_ptr_array_index (report->submission->years, 0);

  return hbk_workspace_hand_in (line->workspace, year->year, report->done->sha256, hbk_command_line_get (line, HBK_OPTION_HAND_IN_NOTE), line->today, error);
}

static HbkJournalStep *
note_application (HbkCommandLine *line, const Report *report, GError **error)
{
  g_autoptr (GStrvBuilder) years = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < report->submission->years->len; i++)
    g_strv_builder_take (years, g_strdup_printf ("%d", ((const HbkSubmissionYear *) g_ptr_array_index (report->submission->years, i))->year));
  list = g_strv_builder_end (years);

  return hbk_workspace_note_application (line->workspace, report->submission->options.level, report->submission->options.apply_year, (const char *const *) list, report->done->sha256, report->submission->as_of, hbk_command_line_get (line, HBK_OPTION_HAND_IN_NOTE), error);
}

static gboolean
note_package (HbkCommandLine *line, Report *report, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (HbkJournalStep) step = report->submission->options.apply_year == 0 ? hand_in (line, report, &reason) : note_application (line, report, &reason);
  g_autofree char *name = NULL;

  report->is_sealed = step != NULL && report->submission->options.apply_year == 0;
  if (step != NULL)
    return TRUE;

  name = hbk_file_get_display_name (report->path);
  /* Translators: the package, and why */
  g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _("The package was written to %1$s, but not noted: %2$s"), name, reason->message);

  return FALSE;
}

static HbkExit
make (HbkCommandLine *line, Report *report, GError **error)
{
  HbkPackageWish   wish = { .form = hbk_command_line_has (line, HBK_OPTION_AS_FOLDER) ? HBK_PACKAGE_FOLDER : HBK_PACKAGE_ZIP, .replace = hbk_command_line_has (line, HBK_OPTION_REPLACE) };
  g_autofree char *path = NULL;
  g_auto (HbkProgress) progress = { 0 };
  HbkPackageDone done;

  path = line->arguments[0] != NULL ? g_strdup (line->arguments[0]) : hbk_package_job_dup_name (report->submission, wish.form);
  wish.path = path;
  hbk_progress_init (&progress, _("Making the package"));
  if (!hbk_package_job_run (hbk_workspace_get_library_dir (line->workspace), report->submission, report->findings, &wish, hbk_progress_report, &progress, progress.cancellable, &done, error))
    return HBK_EXIT_INPUT;

  report->path = path;
  report->done = &done;
  if (!hbk_command_line_has (line, HBK_OPTION_TRIAL) && !note_package (line, report, error))
    return HBK_EXIT_INPUT;

  return print (line, report);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const char *note = hbk_command_line_get (line, HBK_OPTION_HAND_IN_NOTE);
  g_auto (HbkPackageOptions) options = { 0 };
  g_autoptr (HbkSubmission) submission = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  Report report = { 0 };

  if ((note != NULL && !hbk_typed_check_length (note, HBK_LOGBOOK_NOTE_MAX, "--note", error)) || !hbk_package_options_read (&options, line, error) ||
      !hbk_library_access_open (line, hbk_command_line_has (line, HBK_OPTION_CHECK_ONLY) ? HBK_OPEN_READ : HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  submission = hbk_workspace_prepare_package (line->workspace, &options.target, line->as_of, error);
  findings = submission != NULL ? hbk_workspace_check_package (line->workspace, submission, &options.limits, error) : NULL;
  if (findings == NULL)
    return HBK_EXIT_INPUT;

  report.submission = submission;
  report.findings = findings;
  if (hbk_command_line_has (line, HBK_OPTION_CHECK_ONLY))
    return print (line, &report);
  if (hbk_preflight_stops (findings))
    return refuse (line, &report);

  return make (line, &report, error);
}

const HbkCommand hbk_command_package = {
  .name = "package",
  .arguments = "[FILE]",
  .summary = N_ ("Check what is handed in, and make the package of it"),
  .example = "--year=2024 --note=\"to the personnel office\"",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_PACKAGE_YEAR, HBK_OPTION_LEVEL, HBK_OPTION_CHECK_ONLY, HBK_OPTION_AS_FOLDER, HBK_OPTION_ASCII_NAMES, HBK_OPTION_NO_BINDER, HBK_OPTION_NO_LOCATION, HBK_OPTION_ID_NUMBER, HBK_OPTION_MAX_FILE, HBK_OPTION_MAX_TOTAL, HBK_OPTION_TYPES, HBK_OPTION_TRIAL, HBK_OPTION_REPLACE, HBK_OPTION_HAND_IN_NOTE, HBK_OPTION_AS_OF, HBK_OPTION_LIBRARY, HBK_OPTION_STRICT, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 1,
  .run = run,
};
