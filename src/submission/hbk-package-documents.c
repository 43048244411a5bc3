/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-package-documents.h"

#include "records/hbk-logbook-writer.h"
#include "rules/hbk-assessment-json.h"
#include "submission/hbk-package-logbook.h"
#include "submission/hbk-package-manifest.h"
#include "submission/hbk-package-names.h"
#include "submission/hbk-package-report.h"
#include "submission/hbk-register-form.h"
#include "submission/hbk-summary-csv.h"
#include "submission/hbk-summary-xlsx.h"

static gboolean
add (HbkPackageOutput *output, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_strconcat ("data/", name, NULL);
  gboolean         is_done = bytes != NULL && hbk_package_output_add_bytes (output, path, bytes, error);

  g_clear_pointer (&bytes, g_bytes_unref);
  return is_done;
}

static gboolean
add_document (HbkPackageOutput *output, const HbkSubmission *submission, HbkPackageDocument document, GBytes *bytes, GError **error)
{
  return add (output, hbk_package_names_get_document (document, submission->options.ascii_names), bytes, error);
}

/* ---- Data ---- */

static gboolean
is_first_of_logbook (const HbkSubmission *submission, guint position)
{
  const HbkSubmissionYear *year = g_ptr_array_index (submission->years, position);

  for (guint i = position + 1; i < submission->years->len; i++)
    if (((const HbkSubmissionYear *) g_ptr_array_index (submission->years, i))->logbook == year->logbook)
      return FALSE;

  return year->logbook != NULL;
}

static GArray *
list_years_of (const HbkSubmission *submission, HbkLogbook *logbook)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < submission->years->len; i++)
    {
      const HbkSubmissionYear *year = g_ptr_array_index (submission->years, i);

      if (year->logbook == logbook)
        g_array_append_val (years, year->year);
    }

  return years;
}

/* Years under other rules or of another post have a logbook of their own, named after the last of them; that of the last year of all has the plain name. */
static gboolean
add_data (HbkPackageOutput *output, const HbkSubmission *submission, guint position, GError **error)
{
  const HbkSubmissionYear *year = g_ptr_array_index (submission->years, position);
  gboolean                 is_last = position + 1 == submission->years->len;
  g_autofree char         *suffix = is_last ? g_strdup ("") : g_strdup_printf ("-%d", year->year);
  g_autofree char         *logbook_name = g_strconcat ("logbook", suffix, ".json", NULL);
  g_autofree char         *assessment_name = g_strconcat ("assessment", suffix, ".json", NULL);
  g_autoptr (HbkLogbook) logbook = hbk_package_logbook_new (submission, year);
  g_autoptr (GArray) years = list_years_of (submission, year->logbook);
  g_autoptr (HbkAssessment) assessment = hbk_package_logbook_assess (logbook, hbk_assessment_get_pack (year->assessment), year->assessment, years);
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_assessment_json_write_plain (assessment, NULL, writer, HBK_LANGUAGE_ZH);

  return add (output, logbook_name, hbk_logbook_write (logbook), error) && add (output, assessment_name, hbk_json_writer_finish (writer), error);
}

/**
 * hbk_package_documents_add:
 * @output: an output
 * @submission: what is handed in
 * @order: how it is made
 * @error: return location for an error
 *
 * Adds what people read (form, summary, report) and what programs read (`package.json`, `logbook.json`, `assessment.json`).
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_package_documents_add (HbkPackageOutput *output, const HbkSubmission *submission, const HbkPackageOrder *order, GError **error)
{
  g_return_val_if_fail (output != NULL && submission != NULL && order != NULL, FALSE);

  if (!add_document (output, submission, HBK_PACKAGE_FORM, hbk_register_form_write (submission, error), error) ||
      !add_document (output, submission, HBK_PACKAGE_SUMMARY, hbk_summary_xlsx_write (submission, error), error) ||
      !add_document (output, submission, HBK_PACKAGE_TABLE, hbk_summary_csv_write (submission), error) ||
      !add_document (output, submission, HBK_PACKAGE_REPORT, hbk_package_report_write (submission, order->findings, error), error) ||
      !add (output, "package.json", hbk_package_manifest_write (submission, order->application), error))
    return FALSE;

  for (guint i = 0; i < submission->years->len; i++)
    if (is_first_of_logbook (submission, i) && !add_data (output, submission, i, error))
      return FALSE;

  return TRUE;
}
