/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *hbk_plain_row_new (const char *title, const char *subtitle) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *hbk_plain_row_new_with (GType type, const char *title, const char *subtitle, const char *first_property, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
