/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/**
 * HBK_FORM_COLUMNS_MAX:
 *
 * How many columns a form has at most.
 */
#define HBK_FORM_COLUMNS_MAX 9

/** HbkFormColumn: what stands in a column of the form; END is behind the last. */
typedef enum {
  HBK_FORM_COLUMN_END,
  HBK_FORM_COLUMN_NUMBER,
  HBK_FORM_COLUMN_DATES,
  HBK_FORM_COLUMN_KIND,
  HBK_FORM_COLUMN_CONTENT,
  HBK_FORM_COLUMN_ORGANISER,
  HBK_FORM_COLUMN_PUBLIC,
  HBK_FORM_COLUMN_PROFESSIONAL,
  HBK_FORM_COLUMN_CLAUSE,
  HBK_FORM_COLUMN_EVIDENCE,
} HbkFormColumn;

/**
 * HbkFormOpinion:
 * @title: whose opinion it is
 * @foot: who signs, and what is stamped
 *
 * A box for an opinion.
 */
typedef struct
{
  const char *title;
  const char *foot;
} HbkFormOpinion;

/**
 * HbkFormLayout:
 * @pack: (nullable): the id of the rules it belongs to; %NULL for all others
 * @form: (nullable): the id of the form in the rules whose name is its title
 * @title: the title where the notice names none
 * @remark: what is known of the official form
 * @columns: its columns in order
 * @opinions: the boxes at its end
 * @n_opinions: how many boxes
 * @hint: (nullable): how the notice wants it filled in and handed on
 * @certificate: (nullable): the id of the form that the totals are copied to
 *
 * What a region's form looks like, as far as its notice says.
 */
typedef struct
{
  const char          *pack;
  const char          *form;
  const char          *title;
  const char          *remark;
  HbkFormColumn        columns[HBK_FORM_COLUMNS_MAX + 1];
  const HbkFormOpinion opinions[4];
  guint                n_opinions;
  const char          *hint;
  const char          *certificate;
} HbkFormLayout;

const HbkFormLayout *hbk_form_layout_find (const HbkPack *pack);
const char          *hbk_form_layout_get_title (const HbkFormLayout *self, const HbkPack *pack);
const HbkStep       *hbk_form_layout_find_certificate (const HbkFormLayout *self, const HbkPack *pack);

const char *hbk_form_column_get_title (HbkFormColumn column);
double      hbk_form_column_get_share (HbkFormColumn column);

G_END_DECLS
