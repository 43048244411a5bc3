/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bind/hbk-pdf.h"

G_BEGIN_DECLS

/**
 * HbkPart:
 * @pdf: the pages that are taken over, all upright, from 0, 0 on; their content cannot change what is drawn after it
 * @n_pages: how many these are
 * @n_all: how many pages the file has
 * @problem: why it cannot be shown, a word of a reply; %NULL when it can
 *
 * What a file of evidence becomes, filled in by those that know its kind.
 */
typedef struct
{
  qpdf_data   pdf;
  guint       n_pages;
  guint       n_all;
  const char *problem;
} HbkPart;

void    hbk_part_make (const HbkView *file, guint max_pages, gboolean bare, HbkPart *part);
qpdf_oh hbk_part_add_page (HbkPart *part, double width, double height, qpdf_oh drawn, const GString *content);

G_END_DECLS
