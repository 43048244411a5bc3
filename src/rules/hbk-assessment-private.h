/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

struct _HbkAssessment
{
  gatomicrefcount ref_count;
  HbkPack        *pack;
  HbkDate         as_of;
  guint          *options;
  GPtrArray      *years;
  GArray         *steps;
  GPtrArray      *accepted_years;
};

HbkAssessment *hbk_assessment_new (HbkPack *pack, HbkDate as_of, const guint *options) G_GNUC_WARN_UNUSED_RESULT;
gboolean       hbk_assessment_accepts_year (const HbkAssessment *self, int year);

G_END_DECLS
