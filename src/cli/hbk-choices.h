/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"

G_BEGIN_DECLS

/**
 * HbkChoices:
 * @logbook: the logbook, --profile applied
 * @pack: the pack
 * @options: what hbk_assess() takes
 * @readings: (array): an option for each reading of the pack
 * @is_library: the records are those of the library
 *
 * What a command line chooses about an assessment.
 */
typedef struct
{
  HbkLogbook          *logbook;
  HbkPack             *pack;
  HbkAssessmentOptions options;
  guint               *readings;
  gboolean             is_library;
} HbkChoices;

gboolean hbk_choices_init (HbkChoices *self, HbkCommandLine *line, const char *path, GError **error);
gboolean hbk_choices_use_pack (HbkChoices *self, HbkCommandLine *line, const char *id, GError **error);
void     hbk_choices_clear (HbkChoices *self);

HbkPack *hbk_choices_load_pack (HbkCommandLine *line, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
int      hbk_choices_find_reading (const HbkPack *pack, const char *id, GError **error);
int      hbk_choices_find_option (const HbkReading *reading, const char *id, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkChoices, hbk_choices_clear)

G_END_DECLS
