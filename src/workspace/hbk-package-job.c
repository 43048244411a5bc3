/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-package-job.h"

#include "library/hbk-blob-store.h"

static int
open_file (const char *sha256, gpointer user_data, GError **error)
{
  return hbk_blob_store_open_blob (user_data, sha256, error);
}

/* In the report it is said in Chinese, as all of the package is. That an unchanged year was handed in before is left out: the same logbook gives
 * the same package. */
static GPtrArray *
list_lines (GPtrArray *findings)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    if (((const HbkFinding *) g_ptr_array_index (findings, i))->kind != HBK_FINDING_ALREADY)
      g_ptr_array_add (lines, hbk_finding_dup_line (g_ptr_array_index (findings, i), HBK_LANGUAGE_ZH));

  return lines;
}

/**
 * hbk_package_job_dup_name:
 * @submission: what is handed in
 * @form: in which form
 *
 * Makes the name that a package gets unless a person says otherwise.
 *
 * Returns: (transfer full): the name of a file or folder
 */
char *
hbk_package_job_dup_name (const HbkSubmission *submission, HbkPackageForm form)
{
  g_autofree char *top = hbk_package_dup_top (submission);

  return form == HBK_PACKAGE_ZIP ? g_strconcat (top, ".zip", NULL) : g_steal_pointer (&top);
}

/**
 * hbk_package_job_run:
 * @library: (type filename): the folder of the library
 * @submission: what is handed in
 * @findings: (element-type HbkFinding): what the check found, for the report
 * @wish: where and how
 * @progress: (nullable) (scope call): whom to tell how far it has come
 * @user_data: what to pass on
 * @cancellable: (nullable): what a person stops it with
 * @done: (out): what was made
 * @error: return location for an error
 *
 * Makes a package. It blocks, needs no open library, and may run in any thread.
 *
 * Returns: %FALSE on error, as [func@package_make] has it
 */
gboolean
hbk_package_job_run (const char *library, const HbkSubmission *submission, GPtrArray *findings, const HbkPackageWish *wish, HbkProgressFunc progress, gpointer user_data, GCancellable *cancellable, HbkPackageDone *done, GError **error)
{
  g_autofree char *evidence = NULL;
  g_autoptr (HbkBlobStore) store = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  HbkPackageOrder order = { 0 };

  g_return_val_if_fail (library != NULL && submission != NULL && findings != NULL && wish != NULL, FALSE);

  evidence = g_build_filename (library, "evidence", NULL);
  store = hbk_blob_store_open (evidence, TRUE, error);
  if (store == NULL)
    return FALSE;

  lines = list_lines (findings);
  order.path = wish->path;
  order.form = wish->form;
  order.replace = wish->replace;
  order.application = "Hourbook " PACKAGE_VERSION;
  order.findings = lines;
  order.open_file = open_file;
  order.user_data = store;

  return hbk_package_make (submission, &order, cancellable, progress, user_data, done, error);
}
