/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

#define HBK_TYPE_FACT_FIELD (hbk_fact_field_get_type ())

G_DECLARE_FINAL_TYPE (HbkFactField, hbk_fact_field, HBK, FACT_FIELD, GObject)

HbkFactField *hbk_fact_field_new (const HbkFactSpec *spec, const HbkValue *value) G_GNUC_WARN_UNUSED_RESULT;

const HbkFactSpec *hbk_fact_field_get_spec (HbkFactField *self);
GtkWidget         *hbk_fact_field_get_row (HbkFactField *self);
const HbkValue    *hbk_fact_field_get_value (HbkFactField *self);
gboolean           hbk_fact_field_is_valid (HbkFactField *self);
void               hbk_fact_field_set_missing (HbkFactField *self, gboolean is_missing);
void               hbk_fact_field_focus (HbkFactField *self);

G_END_DECLS
