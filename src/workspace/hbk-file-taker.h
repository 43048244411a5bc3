/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-edit.h"
#include "workspace/hbk-workspace-evidence.h"

G_BEGIN_DECLS

/**
 * HbkFileTaker:
 *
 * Takes files into the library: first all of them are copied, then one step says so. Until then nothing knows of the copies.
 */
typedef struct _HbkFileTaker HbkFileTaker;

HbkFileTaker *hbk_file_taker_new (HbkWorkspace *workspace, const char *document, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_file_taker_free (HbkFileTaker *self);

void          hbk_file_taker_set_document (HbkFileTaker *self, const char *document);
gboolean      hbk_file_taker_take (HbkFileTaker *self, const char *path, GError **error);
HbkTakenFile *hbk_file_taker_take_fd (HbkFileTaker *self, int fd, const char *path, GError **error);
gboolean      hbk_file_taker_put (HbkFileTaker *self, HbkEdit *edit, GError **error);
GPtrArray    *hbk_file_taker_get_taken (HbkFileTaker *self);
GPtrArray    *hbk_file_taker_finish (HbkFileTaker *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkFileTaker, hbk_file_taker_free)

G_END_DECLS
