/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"

G_BEGIN_DECLS

/**
 * HbkChoices:
 * @logbook: the logbook, --profile applied
 * @pack: the pack
 * @options: what hbk_assess() takes
 * @readings: owns the options of the readings
 *
 * What a command line chooses about an assessment.
 */
typedef struct
{
  HbkLogbook *logbook;
  HbkPack *pack;
  HbkAssessmentOptions options;
  guint *readings;
} HbkChoices;

gboolean hbk_choices_init (HbkChoices *self, HbkCommandLine *line, const char *pack_id, GError **error);
void hbk_choices_clear (HbkChoices *self);

gboolean hbk_choices_parse_year (const char *text, int *year, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkChoices, hbk_choices_clear)

G_END_DECLS
