/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/hbk-inspection.h"

G_BEGIN_DECLS

/* The largest thumbnail, in pixels of its longest side. */
#define HBK_INSPECTOR_MAX_SIDE 2048

/**
 * HbkInspectOptions:
 * @thumbnail_side: the longest side of the thumbnail in pixels, at most %HBK_INSPECTOR_MAX_SIDE; 0 for none
 * @page: the page of a PDF that the thumbnail shows, from 1; 0 for the first
 * @text: whether the first text is wanted
 * @timeout_ms: how long to wait, in milliseconds; 0 for 20 seconds
 *
 * What is wanted of an inspection.
 */
typedef struct
{
  guint    thumbnail_side;
  guint    page;
  gboolean text;
  guint    timeout_ms;
} HbkInspectOptions;

#define HBK_TYPE_INSPECTOR (hbk_inspector_get_type ())

G_DECLARE_FINAL_TYPE (HbkInspector, hbk_inspector, HBK, INSPECTOR, GObject)

HbkInspector  *hbk_inspector_new (const char *helper) G_GNUC_WARN_UNUSED_RESULT;
HbkInspection *hbk_inspector_inspect (HbkInspector *self, int fd, const HbkInspectOptions *options, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
