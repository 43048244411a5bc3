/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-id-table.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

struct _HbkVocabulary
{
  gatomicrefcount ref_count;
  GBytes         *bytes;
  HbkIdTable      groups;
  HbkIdTable      activities;
  HbkIdTable      facts;
  HbkIdTable      attributes;
  HbkIdTable      documents;
  HbkIdTable      warnings;
};

/* An empty vocabulary, for the parser to fill. */
HbkVocabulary *hbk_vocabulary_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A list of answers, shared by all facts that name it. */
GArray *hbk_choices_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
