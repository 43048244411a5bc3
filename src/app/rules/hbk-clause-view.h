/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/rules/hbk-clause-item.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_CLAUSE_VIEW (hbk_clause_view_get_type ())

G_DECLARE_FINAL_TYPE (HbkClauseView, hbk_clause_view, HBK, CLAUSE_VIEW, AdwBin)

void hbk_clause_view_show (HbkClauseView *self, HbkSession *session, HbkClauseItem *item, const HbkStateYear *year, int reading);

G_END_DECLS
