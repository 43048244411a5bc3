/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_READING_GROUP (hbk_reading_group_get_type ())

G_DECLARE_FINAL_TYPE (HbkReadingGroup, hbk_reading_group, HBK, READING_GROUP, AdwBin)

GtkWidget *hbk_reading_group_new (HbkSession *session, HbkPack *pack, guint reading, const HbkStateYear *year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
