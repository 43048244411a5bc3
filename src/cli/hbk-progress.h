/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HbkProgress:
 * @cancellable: is cancelled when the person presses Ctrl-C
 * @label: what is being done
 * @is_shown: standard error is a terminal
 * @percent: what is shown there, -1 for nothing
 *
 * Says how far something has come that may take long, and lets the person stop it.
 */
typedef struct
{
  GCancellable *cancellable;
  const char   *label;
  gboolean      is_shown;
  int           percent;
} HbkProgress;

void hbk_progress_init (HbkProgress *self, const char *label);
void hbk_progress_report (guint64 done, guint64 total, gpointer progress);
void hbk_progress_clear (HbkProgress *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkProgress, hbk_progress_clear)

G_END_DECLS
