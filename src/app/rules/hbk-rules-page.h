/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-page.h"

G_BEGIN_DECLS

#define HBK_TYPE_RULES_PAGE (hbk_rules_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkRulesPage, hbk_rules_page, HBK, RULES_PAGE, HbkPage)

void hbk_rules_page_show_clause (HbkRulesPage *self, const char *id);

void hbk_rules_page_show_reading (HbkRulesPage *self, const char *id);

G_END_DECLS
