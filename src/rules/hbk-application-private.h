/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-application.h"

G_BEGIN_DECLS

struct _HbkApplication
{
  gatomicrefcount       ref_count;
  HbkPack              *pack;
  HbkTitleLevel         level;
  int                   year;
  HbkApplicationVerdict verdict;
  const char           *clause;
  int                   needed;
  int                   reached;
  gboolean              consecutive;
  GArray               *years;
  GArray               *warnings;
  GArray               *effects;
  GPtrArray            *missing;
  HbkAssessment        *assessment;
};

HbkApplication *hbk_application_new (HbkPack *pack, HbkTitleLevel level, int year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
