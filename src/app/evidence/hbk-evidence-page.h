/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-page.h"

G_BEGIN_DECLS

#define HBK_TYPE_EVIDENCE_PAGE (hbk_evidence_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkEvidencePage, hbk_evidence_page, HBK, EVIDENCE_PAGE, HbkPage)

void hbk_evidence_page_show_file (HbkEvidencePage *self, const char *sha256);

G_END_DECLS
