/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_DOC_THUMB (hbk_doc_thumb_get_type ())

G_DECLARE_FINAL_TYPE (HbkDocThumb, hbk_doc_thumb, HBK, DOC_THUMB, GtkWidget)

GtkWidget *hbk_doc_thumb_new (HbkSession *session, const char *sha256, int side) G_GNUC_WARN_UNUSED_RESULT;
void       hbk_doc_thumb_set_file (HbkDocThumb *self, const char *sha256);

G_END_DECLS
