/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-page.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORDS_PAGE (hbk_records_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordsPage, hbk_records_page, HBK, RECORDS_PAGE, HbkPage)

void hbk_records_page_show_record (HbkRecordsPage *self, const char *id);
void hbk_records_page_show_proof (HbkRecordsPage *self, const char *id);
void hbk_records_page_search_for (HbkRecordsPage *self, const char *text);

G_END_DECLS
