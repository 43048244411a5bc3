/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-operation.h"

G_BEGIN_DECLS

/**
 * HbkProgress:
 *
 * Shows how far an operation has come, with a way to stop it, once it takes longer than a moment.
 */
typedef struct _HbkProgress HbkProgress;

HbkProgress *hbk_progress_new (AdwToastOverlay *toasts, HbkOperation *operation) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_progress_free (HbkProgress *self);

G_END_DECLS
