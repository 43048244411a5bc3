/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

GtkWidget *hbk_clause_button_new (const HbkPack *pack, const char *id);

G_END_DECLS
