/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/**
 * HbkChosen:
 * @id: the id of what was chosen
 * @user_data: what was given
 *
 * Is told what a person chose.
 */
typedef void (*HbkChosen) (const char *id, gpointer user_data);

#define HBK_TYPE_CHOOSER (hbk_chooser_get_type ())

G_DECLARE_FINAL_TYPE (HbkChooser, hbk_chooser, HBK, CHOOSER, AdwDialog)

HbkChooser *hbk_chooser_present_records (GtkWidget *parent, HbkState *state, const char *title, HbkChosen chosen, gpointer user_data, GDestroyNotify free_data);
HbkChooser *hbk_chooser_present_documents (GtkWidget *parent, HbkState *state, HbkChosen chosen, gpointer user_data, GDestroyNotify free_data);

G_END_DECLS
