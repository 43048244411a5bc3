/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-summary-xlsx.h"

#include "submission/hbk-summary-grids.h"
#include "submission/hbk-workbook.h"

/**
 * hbk_summary_xlsx_write:
 * @submission: what is handed in
 * @error: return location for an error
 *
 * Writes the summary of a submission as a workbook: the years (年度汇总), every record (学时明细), what does not count (超限与未计), the line for the
 * employer's summary (汇总表行), and what it all rests on (说明).
 *
 * Fails with %HBK_ERROR_IO where temporary files or memory cannot be had.
 *
 * Returns: (transfer full) (nullable): the bytes of an XLSX file
 */
GBytes *
hbk_summary_xlsx_write (const HbkSubmission *submission, GError **error)
{
  g_autoptr (GPtrArray) grids = NULL;

  g_return_val_if_fail (submission != NULL && submission->years->len > 0, NULL);

  grids = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_grid_free);
  g_ptr_array_add (grids, hbk_summary_grids_years (submission));
  g_ptr_array_add (grids, hbk_summary_grids_entries (submission));
  g_ptr_array_add (grids, hbk_summary_grids_losses (submission));
  g_ptr_array_add (grids, hbk_summary_grids_unit_lines (submission));
  g_ptr_array_add (grids, hbk_summary_grids_about (submission));

  return hbk_workbook_write (grids, "继续教育学时汇总", submission->as_of, error);
}
