/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-summary-csv.h"

#include "submission/hbk-summary-grids.h"

/**
 * hbk_summary_csv_write:
 * @submission: what is handed in
 *
 * Writes every record of a submission as a table for other programs, with the columns of the sheet 学时明细; see [method@Grid.write_csv].
 *
 * Returns: (transfer full): the bytes of a CSV file
 */
GBytes *
hbk_summary_csv_write (const HbkSubmission *submission)
{
  g_autoptr (HbkGrid) grid = NULL;

  g_return_val_if_fail (submission != NULL, NULL);

  grid = hbk_summary_grids_entries (submission);

  return hbk_grid_write_csv (grid);
}
