/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-page-document.h"

G_BEGIN_DECLS

/* Of A4, in points. */
#define HBK_PAGE_SHORT_SIDE 595.28
#define HBK_PAGE_LONG_SIDE 841.89

/* From the edge of the paper to the text; above and below there is place for a line of the page's own. */
#define HBK_PAGE_MARGIN_X 42.0
#define HBK_PAGE_MARGIN_Y 46.0

/* From the line around a cell to its text. */
#define HBK_PAGE_PADDING_X 4.0
#define HBK_PAGE_PADDING_Y 2.5

/* The columns of one table, or the one column of a paragraph. */
typedef struct
{
  double  *edges;
  guint    n_columns;
  gboolean ruled;
} HbkPageGrid;

typedef struct
{
  PangoLayout *text;
  PangoLayout *foot;
  double       x;
  double       width;
  gboolean     grey;
  HbkPageAlign align;
} HbkPageBox;

/* A row as it is laid out. */
typedef struct
{
  const HbkPageGrid *grid;
  GArray            *boxes;
  double             text_height;
  double             height;
  gboolean           head;
  gboolean           keep;
} HbkPageLine;

/* The part of a row that stands on one page: lines of text from @from on, before @to, of every box; %G_MAXUINT is the end. */
typedef struct
{
  const HbkPageLine *line;
  double             y;
  double             height;
  guint              from;
  guint              to;
} HbkPagePiece;

struct _HbkPageDocument
{
  char         *title;
  char         *running;
  char         *footer;
  HbkDate       date;
  double        width;
  double        height;
  PangoContext *context;
  char         *place;
  GPtrArray    *grids;
  HbkPageGrid  *grid;
  GPtrArray    *lines;
  GPtrArray    *pages;
  GPtrArray    *page_numbers;
  PangoLayout  *running_text;
  PangoLayout  *footer_text;
  GError       *error;
};

void hbk_page_document_break_pages (HbkPageDocument *self);

G_END_DECLS
