/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

void hbk_pack_changes_present (GtkWidget *parent, HbkPack *before, HbkPack *after, int year);

G_END_DECLS
