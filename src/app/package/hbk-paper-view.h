/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HBK_TYPE_PAPER_VIEW (hbk_paper_view_get_type ())

G_DECLARE_FINAL_TYPE (HbkPaperView, hbk_paper_view, HBK, PAPER_VIEW, GtkWidget)

void hbk_paper_view_set (HbkPaperView *self, GdkTexture *texture, const char *words);

G_END_DECLS
