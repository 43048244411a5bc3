/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-application.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/* The usual day of a trial, after all its records. */
#define TRIAL_AS_OF "2030-06-30"

/**
 * Trial:
 * @name: what is tried, in a few words
 * @pack: members of the pack, with ' for "; see trial_pack()
 * @logbook: members of the logbook, with ' for "
 * @expect: what the assessment must say; see trial_check()
 * @as_of: (nullable): the day of the assessment, %TRIAL_AS_OF when %NULL
 *
 * One row of a table: a small pack, a small logbook, and what comes of them.
 */
typedef struct
{
  const char *name;
  const char *pack;
  const char *logbook;
  const char *expect;
  const char *as_of;
} Trial;

void trial_add (const char *path, const Trial *trials, guint n_trials);

/* The pack "small", with the clauses C0 to C20. Of 'covers' (2000 on), 'requirements' (90, of C0) and 'blocks' (stated hours of
 * training, professional, and of public courses, public) the usual ones are put in where @members has none. */
char    *trial_pack_text (const char *members) G_GNUC_WARN_UNUSED_RESULT;
HbkPack *trial_pack (const char *members) G_GNUC_WARN_UNUSED_RESULT;

/* A logbook; a record whose title is left out is named by its id. */
HbkLogbook *trial_logbook (const char *members) G_GNUC_WARN_UNUSED_RESULT;

void trial_check (const HbkAssessment *assessment, const char *expect);
void trial_check_application (const HbkApplication *application, const char *expect);

G_END_DECLS
