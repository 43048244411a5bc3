/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bind/hbk-pdf.h"

G_BEGIN_DECLS

/**
 * HbkPlanPart:
 * @offset: where it starts in the spool
 * @length: how many bytes
 * @n_pages: how many pages it must have
 *
 * A part of the binder.
 */
typedef struct
{
  guint64 offset;
  guint64 length;
  guint   n_pages;
} HbkPlanPart;

/**
 * HbkPlanLink:
 * @page: the page it is on, from 0
 * @target: the page it leads to, from 0
 * @place: where on the page
 *
 * A link of the contents.
 */
typedef struct
{
  guint        page;
  guint        target;
  HbkRectangle place;
} HbkPlanLink;

/**
 * HbkPlanBookmark:
 * @level: how deep it is, from 0; never more than one below the one before
 * @page: the page it leads to, from 0
 * @title: what it says
 *
 * A bookmark.
 */
typedef struct
{
  guint level;
  guint page;
  char *title;
} HbkPlanBookmark;

/**
 * HbkPlan:
 * @title: the title of the binder
 * @stamps: a PDF with one page for each page of the binder: its stamp
 * @parts: (element-type HbkPlanPart): the parts, in order
 * @links: (element-type HbkPlanLink): the links, by page
 * @bookmarks: (element-type HbkPlanBookmark): the bookmarks, in order
 * @n_pages: how many pages the binder has
 *
 * How parts become a binder.
 */
typedef struct
{
  char       *title;
  HbkPlanPart stamps;
  GArray     *parts;
  GArray     *links;
  GArray     *bookmarks;
  guint       n_pages;
} HbkPlan;

HbkPlan *hbk_plan_read (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
void     hbk_plan_free (HbkPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPlan, hbk_plan_free)

G_END_DECLS
