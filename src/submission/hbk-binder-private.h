/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-binder-contents.h"
#include "submission/hbk-binder.h"

G_BEGIN_DECLS

/* The most parts that a file becomes: its pages, and a note on those that are not there. */
#define HBK_BINDER_MAX_PARTS 2

/**
 * HbkBinderPart:
 * @offset: where it starts in the spool
 * @length: how many bytes
 * @n_pages: how many pages
 *
 * A PDF in the spool.
 */
typedef struct
{
  guint64 offset;
  guint64 length;
  guint   n_pages;
} HbkBinderPart;

/**
 * HbkBinderItem:
 * @entry: the record
 * @file: (nullable): the file, which a record without any has not
 * @line: its line of the contents
 * @parts: what it became
 * @n_parts: how many of these
 * @is_note: its only part says why it is not shown
 *
 * What stands in one line of the contents.
 */
typedef struct
{
  const HbkSubmissionEntry *entry;
  const HbkSubmissionFile  *file;
  HbkBinderLine            *line;
  HbkBinderPart             parts[HBK_BINDER_MAX_PARTS];
  guint                     n_parts;
  gboolean                  is_note;
} HbkBinderItem;

/**
 * HbkBinder:
 *
 * A binder that is being made. The spool is a file without a name, where parts are put one behind the other.
 */
typedef struct
{
  const HbkSubmission *submission;
  const HbkBindHelper *helper;
  HbkBinderOpenFunc    open_file;
  GCancellable        *cancellable;
  HbkProgressFunc      progress;
  gpointer             user_data;
  char                *spool_path;
  int                  spool;
  guint64              spool_size;
  GArray              *items;
  GPtrArray           *lines;
  HbkBinderContents   *contents;
  guint64              total;
  guint64              done;
} HbkBinder;

gboolean hbk_binder_put (HbkBinder *self, GBytes *bytes, HbkBinderPart *part, GError **error);
gboolean hbk_binder_make_parts (HbkBinder *self, GError **error);
gboolean hbk_binder_set_note (HbkBinder *self, HbkBinderItem *item, const char *problem, GError **error);
gboolean hbk_binder_join (HbkBinder *self, int out_fd, GError **error);

G_END_DECLS
