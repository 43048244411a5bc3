/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

#define HBK_TYPE_CLAUSE_ITEM (hbk_clause_item_get_type ())

G_DECLARE_FINAL_TYPE (HbkClauseItem, hbk_clause_item, HBK, CLAUSE_ITEM, GObject)

HbkClauseItem *hbk_clause_item_new (HbkPack *pack, const HbkClause *clause, int year, guint chapter_number) G_GNUC_WARN_UNUSED_RESULT;

HbkPack         *hbk_clause_item_get_pack (HbkClauseItem *self);
const HbkClause *hbk_clause_item_get_clause (HbkClauseItem *self);
int              hbk_clause_item_get_year (HbkClauseItem *self);
const char      *hbk_clause_item_get_chapter (HbkClauseItem *self);
guint            hbk_clause_item_get_chapter_number (HbkClauseItem *self);
gboolean         hbk_clause_item_has_reading (HbkClauseItem *self, guint reading);
gboolean         hbk_clause_item_matches (HbkClauseItem *self, const char *folded);

G_END_DECLS
