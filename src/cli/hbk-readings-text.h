/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-printer.h"

G_BEGIN_DECLS

/**
 * HbkReadingResult:
 * @reading: index of the reading in the pack
 * @other: index of an option that is not used
 * @result: what that option would give
 *
 * What another reading of an unclear clause comes to, in words.
 */
typedef struct
{
  guint reading;
  guint other;
  char *result;
} HbkReadingResult;

GArray *hbk_reading_results_new (void) G_GNUC_WARN_UNUSED_RESULT;
void    hbk_reading_results_add_year (GArray *results, const HbkYearResult *year);
void    hbk_readings_text_print (HbkPrinter *printer, const HbkAssessment *assessment, const HbkWarning *warnings, guint n_warnings, const GArray *results, gboolean name_records);

G_END_DECLS
