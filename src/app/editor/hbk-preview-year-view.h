/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-preview.h"

G_BEGIN_DECLS

#define HBK_TYPE_PREVIEW_YEAR_VIEW (hbk_preview_year_view_get_type ())

G_DECLARE_FINAL_TYPE (HbkPreviewYearView, hbk_preview_year_view, HBK, PREVIEW_YEAR_VIEW, AdwBin)

GtkWidget  *hbk_preview_year_view_new (const HbkPreviewYear *year, const HbkVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;
const char *hbk_preview_year_caption (const HbkPreviewYear *year);
char       *hbk_preview_year_figure (const HbkPreviewYear *year) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_preview_year_words (const HbkPreviewYear *year, const HbkVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
