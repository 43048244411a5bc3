/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "records/hbk-value.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

/* A row in which a question about the person is answered, of the kind that the question asks for. Not answered stays not answered. */

GtkWidget *hbk_attribute_row_new (const HbkFactSpec *spec, const HbkValue *value) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *hbk_attribute_row_new_text (const char *id, const char *title, const HbkValue *value) G_GNUC_WARN_UNUSED_RESULT;

const char *hbk_attribute_row_get_id (GtkWidget *row);
gboolean    hbk_attribute_row_read (GtkWidget *row, HbkValue *value);
gboolean    hbk_attribute_row_is_changed (GtkWidget *row);

G_END_DECLS
