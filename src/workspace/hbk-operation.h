/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HBK_TYPE_OPERATION (hbk_operation_get_type ())

G_DECLARE_FINAL_TYPE (HbkOperation, hbk_operation, HBK, OPERATION, GObject)

HbkOperation *hbk_operation_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;

const char   *hbk_operation_get_title (HbkOperation *self);
double        hbk_operation_get_fraction (HbkOperation *self);
GCancellable *hbk_operation_get_cancellable (HbkOperation *self);
void          hbk_operation_cancel (HbkOperation *self);

/* Fits HbkWorkspaceProgress; may be called from any thread. */
void hbk_operation_report (guint64 done, guint64 total, gpointer operation);

G_END_DECLS
