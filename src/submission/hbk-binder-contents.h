/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No page, where a line of the contents leads nowhere. */
#define HBK_BINDER_NO_PAGE G_MAXUINT

/**
 * HbkBinderLine:
 * @number: the number of the file, or of the record when it has none
 * @title: what it is
 * @record: the record that it proves
 * @page: where it starts, from 0; %HBK_BINDER_NO_PAGE for nowhere
 *
 * A line of the contents.
 */
typedef struct
{
  char *number;
  char *title;
  char *record;
  guint page;
} HbkBinderLine;

/**
 * HbkBinderLink:
 * @page: the page it is on, from 0
 * @target: the page it leads to, from 0
 * @x0: left, in points
 * @y0: below, in points from the lower edge
 * @x1: right
 * @y1: above
 *
 * A link on a page of the contents.
 */
typedef struct
{
  guint page;
  guint target;
  guint x0;
  guint y0;
  guint x1;
  guint y1;
} HbkBinderLink;

/**
 * HbkBinderContents:
 *
 * The pages of contents at the start of a binder. How many there are is known before it is known where their lines lead.
 */
typedef struct _HbkBinderContents HbkBinderContents;

HbkBinderContents *hbk_binder_contents_new (const char *heading, const char *about, const GPtrArray *lines, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void               hbk_binder_contents_free (HbkBinderContents *self);
guint              hbk_binder_contents_get_n_pages (const HbkBinderContents *self);
GBytes            *hbk_binder_contents_draw (const HbkBinderContents *self, GArray *links, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void hbk_binder_line_free (HbkBinderLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBinderContents, hbk_binder_contents_free)

G_END_DECLS
