/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/** HbkApplicationVerdict: what the check of several years for a title comes to. */
typedef enum {
  HBK_APPLICATION_MET,
  HBK_APPLICATION_SHORT,
  HBK_APPLICATION_CONDITIONAL,
  HBK_APPLICATION_WAIVED,
  HBK_APPLICATION_UNDETERMINED,
} HbkApplicationVerdict;

const char *hbk_application_verdict_to_nick (HbkApplicationVerdict verdict);

/**
 * HbkApplicationYear:
 * @year: the calendar year
 * @counted: it is one of the years handed in
 * @met: it is complete
 * @conditional: complete only under a reading or clause that the reviewer decides
 * @clause: (nullable): the clause that fills or excuses it
 * @credited: hours it counts as at the application
 * @missing: hours still missing
 * @verified: a reviewer has confirmed enough of it
 */
typedef struct
{
  int         year;
  gboolean    counted;
  gboolean    met;
  gboolean    conditional;
  const char *clause;
  HbkTally    credited;
  HbkTally    missing;
  gboolean    verified;
} HbkApplicationYear;

/** HbkApplicationEffect: an unclear clause that matters: the verdict under the other option. */
typedef struct
{
  guint                 reading;
  guint                 used;
  guint                 other;
  HbkApplicationVerdict verdict;
} HbkApplicationEffect;

/**
 * HbkApplication:
 *
 * The check of several years for a title (职称申报): which years, met or not. An immutable value. See [func@apply].
 */
typedef struct _HbkApplication HbkApplication;

#define HBK_TYPE_APPLICATION (hbk_application_get_type ())

GType hbk_application_get_type (void) G_GNUC_CONST;

HbkApplication *hbk_apply (HbkLogbook *logbook, HbkPack *pack, HbkTitleLevel level, int year, HbkDate as_of, const guint *readings) G_GNUC_WARN_UNUSED_RESULT;
HbkApplication *hbk_application_ref (HbkApplication *self);
void            hbk_application_unref (HbkApplication *self);

HbkPack                    *hbk_application_get_pack (const HbkApplication *self);
HbkTitleLevel               hbk_application_get_level (const HbkApplication *self);
int                         hbk_application_get_year (const HbkApplication *self);
HbkApplicationVerdict       hbk_application_get_verdict (const HbkApplication *self);
const char                 *hbk_application_get_clause (const HbkApplication *self);
int                         hbk_application_get_needed (const HbkApplication *self);
int                         hbk_application_get_reached (const HbkApplication *self);
gboolean                    hbk_application_is_consecutive (const HbkApplication *self);
guint                       hbk_application_get_n_years (const HbkApplication *self);
const HbkApplicationYear   *hbk_application_get_nth_year (const HbkApplication *self, guint position);
guint                       hbk_application_get_n_warnings (const HbkApplication *self);
const HbkWarning           *hbk_application_get_warning (const HbkApplication *self, guint position);
guint                       hbk_application_get_n_effects (const HbkApplication *self);
const HbkApplicationEffect *hbk_application_get_effect (const HbkApplication *self, guint position);
guint                       hbk_application_get_n_missing (const HbkApplication *self);
const HbkFactSpec          *hbk_application_get_missing (const HbkApplication *self, guint position);
HbkAssessment              *hbk_application_get_assessment (const HbkApplication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkApplication, hbk_application_unref)

G_END_DECLS
