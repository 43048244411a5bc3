/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-blob-store.h"
#include "library/hbk-library.h"
#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/* For the files that make up the class, hbk-workspace*.c, and no others. */

/**
 * HbkWorkspace:
 *
 * What the command line and the window hold: the vocabulary, the packs, the open library, and the door to files.
 *
 * Above it nothing knows where a file lies, and neither the store nor the readers of files are seen.
 */
struct _HbkWorkspace
{
  GObject parent_instance;

  char          *packs_dir;
  char          *data_dir;
  HbkVocabulary *vocabulary;
  GBytes        *vocabulary_bytes;
  HbkClock      *clock;
  HbkLibrary    *library; /* NULL while none is open */
};

/* The open library; reports where none is. */
HbkLibrary *hbk_workspace_get_library (HbkWorkspace *self, GError **error);

/* The evidence files of the open library. */
HbkBlobStore *hbk_workspace_open_store (HbkWorkspace *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A pack in bytes that were kept, with the vocabulary of its time; @parent may be NULL. */
HbkPack *hbk_workspace_read_kept_pack (HbkWorkspace *self, GBytes *pack, GBytes *parent, GBytes *vocabulary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
